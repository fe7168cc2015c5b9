/**
 * Exact fractions of whole numbers of any size, in lowest terms.
 *
 * A share, a weight or a need that decides a post is held as a fraction, so that twenty times 0.05 is 1.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as Rounding from "./Rounding.ts"

// --- models ---

/**
 * A fraction in lowest terms; the denominator is positive.
 *
 * @category models
 * @since 0.1.0
 */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/**
 * A number as people and files write it: `0.05`, `"0.05"`, `"1/3"`. A binary number stands for its shortest decimal text.
 *
 * @category models
 * @since 0.1.0
 */
export type Numeral = number | string

// --- errors ---

/**
 * The text or number is not a fraction.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotAFraction extends Data.TaggedError("NotAFraction")<{ readonly found: string }> {
  override get message(): string {
    return `not a decimal number or a fraction, found ${JSON.stringify(this.found)}; write 0.25 or 1/4`
  }
}

// --- constructors ---

/**
 * Zero.
 *
 * @category constructors
 * @since 0.1.0
 */
export const zero: Fraction = { numerator: 0n, denominator: 1n }

/**
 * One.
 *
 * @category constructors
 * @since 0.1.0
 */
export const one: Fraction = { numerator: 1n, denominator: 1n }

/**
 * A fraction in lowest terms. The denominator must not be zero; a caller that may hold zero checks it first.
 *
 * **Example** (Lowest terms)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * Fraction.format(Fraction.make(6, -4)) // => "-3/2"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (numerator: bigint | number, denominator: bigint | number = 1n): Fraction =>
  reduce(BigInt(numerator), BigInt(denominator))

/**
 * Reads a decimal number or a quotient of two whole numbers, exactly.
 *
 * **Details**
 *
 * A JavaScript number is read through its shortest decimal text: `0.1` is one tenth. NaN and infinities are refused.
 *
 * **Example** (Twenty times 0.05)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Fraction } from "@timbang/core/number"
 * Result.map(Fraction.parse(0.05), Fraction.format) // => Result.succeed("1/20")
 * Result.map(Fraction.parse("1/3"), Fraction.format) // => Result.succeed("1/3")
 * Result.isFailure(Fraction.parse(NaN)) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (numeral: Numeral): Result.Result<Fraction, NotAFraction> => {
  const text = String(numeral)
  const quotient = /^([+-]?\d+)\/(\d+)$/.exec(text)
  if (quotient !== null && /[1-9]/.test(quotient[2]!)) {
    return Result.succeed(make(BigInt(quotient[1]!), BigInt(quotient[2]!)))
  }
  const decimal = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/.exec(text)
  if (decimal === null) return Result.fail(new NotAFraction({ found: text }))
  const fraction = decimal[3] ?? ""
  const exponent = Number(decimal[4] ?? 0) - fraction.length
  const digits = BigInt(decimal[1] === "-" ? `-${decimal[2]!}${fraction}` : decimal[2]! + fraction)
  return Result.succeed(exponent < 0 ? make(digits, 10n ** BigInt(-exponent)) : make(digits * 10n ** BigInt(exponent)))
}

/**
 * {@link parse}, or throws `NotAFraction`. For numbers that stand in source code.
 *
 * **Example** (A constant)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * Fraction.toNumber(Fraction.parseUnsafe("0.376")) // => 0.376
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parseUnsafe = (numeral: Numeral): Fraction => Result.getOrThrow(parse(numeral))

// --- arithmetic ---

/**
 * The sum.
 *
 * **Example** (A third and a sixth)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * Fraction.format(Fraction.add(Fraction.make(1, 3), Fraction.make(1, 6))) // => "1/2"
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const add = (a: Fraction, b: Fraction): Fraction =>
  a.denominator === b.denominator
    ? reduce(a.numerator + b.numerator, a.denominator)
    : reduce(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

/**
 * The difference.
 *
 * **Example** (A half less a third)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * Fraction.format(Fraction.subtract(Fraction.make(1, 2), Fraction.make(1, 3))) // => "1/6"
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, negate(b))

/**
 * The fraction with the other sign.
 *
 * **Example** (Minus a half)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * Fraction.format(Fraction.negate(Fraction.make(1, 2))) // => "-1/2"
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const negate = (a: Fraction): Fraction => ({ numerator: -a.numerator, denominator: a.denominator })

/**
 * The product.
 *
 * **Example** (Two thirds of a half)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * Fraction.format(Fraction.multiply(Fraction.make(2, 3), Fraction.make(1, 2))) // => "1/3"
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const multiply = (a: Fraction, b: Fraction): Fraction =>
  reduce(a.numerator * b.numerator, a.denominator * b.denominator)

/**
 * The quotient. The divisor must not be zero; a caller that may hold zero checks it first.
 *
 * **Example** (A half by a quarter)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * Fraction.format(Fraction.divide(Fraction.make(1, 2), Fraction.make(1, 4))) // => "2"
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const divide = (a: Fraction, b: Fraction): Fraction =>
  reduce(a.numerator * b.denominator, a.denominator * b.numerator)

/**
 * The sum of all; zero when there are none.
 *
 * **Example** (Three thirds)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * const third = Fraction.make(1, 3)
 * Fraction.format(Fraction.sum([third, third, third])) // => "1"
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const sum = (all: Iterable<Fraction>): Fraction => {
  let total = zero
  for (const one of all) total = add(total, one)
  return total
}

// --- comparing ---

/**
 * Negative when `a` is smaller, zero when equal, positive when larger.
 *
 * **Example** (13/28 and 17/52)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * Fraction.compare(Fraction.make(13, 28), Fraction.make(17, 52)) // => 1
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

/**
 * The smaller of two.
 *
 * **Example** (A cap)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * Fraction.format(Fraction.min(Fraction.make(1, 2), Fraction.make(1, 3))) // => "1/3"
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const min = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b)

/**
 * The larger of two.
 *
 * **Example** (A floor)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * Fraction.format(Fraction.max(Fraction.make(1, 2), Fraction.make(1, 3))) // => "1/2"
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const max = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b)

// --- conversions ---

/**
 * The nearest binary number; for drawing and printing, never for deciding.
 *
 * **Example** (A third)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * Fraction.toNumber(Fraction.make(1, 3)) // => 1 / 3
 * ```
 *
 * @category conversions
 * @since 0.1.0
 */
export const toNumber = ({ denominator, numerator }: Fraction): number => {
  if (isExact(numerator) && isExact(denominator)) return Number(numerator) / Number(denominator)
  // 64 bits of quotient are more than the 53 that a binary number keeps.
  const shift = Math.max(0, 64 + bits(denominator) - bits(numerator))
  const half = shift >> 1
  return Number((numerator << BigInt(shift)) / denominator) / 2 ** half / 2 ** (shift - half)
}

/**
 * The whole number of units of 10^-decimals, rounded by name.
 *
 * **Example** (Two thirds with two decimals)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * Fraction.round(Fraction.make(2, 3), 2, "half-up") // => 67n
 * ```
 *
 * @category conversions
 * @since 0.1.0
 */
export const round = (a: Fraction, decimals: number, rounding: Rounding.Rounding): bigint =>
  Rounding.divideBig(a.numerator * 10n ** BigInt(decimals), a.denominator, rounding)

/**
 * The fraction as exact text, `"3/4"` or `"2"`.
 *
 * **Example** (A whole number)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * Fraction.format(Fraction.make(8, 4)) // => "2"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const format = (a: Fraction): string =>
  a.denominator === 1n ? String(a.numerator) : `${a.numerator}/${a.denominator}`

const reduce = (numerator: bigint, denominator: bigint): Fraction => {
  let a = numerator < 0n ? -numerator : numerator
  let b = denominator < 0n ? -denominator : denominator
  while (b !== 0n) [a, b] = [b, a % b]
  if (denominator < 0n) a = -a
  return a === 1n ? { numerator, denominator } : { numerator: numerator / a, denominator: denominator / a }
}

const isExact = (whole: bigint): boolean => whole <= 9007199254740992n && whole >= -9007199254740992n

const bits = (whole: bigint): number => (whole < 0n ? -whole : whole).toString(2).length
