/**
 * Rounding by name, on whole numbers only.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * A named way to round a quotient to a whole number.
 *
 * - `half-up`: to the nearest, exact halves away from zero.
 * - `half-even`: to the nearest, exact halves to the even neighbour.
 * - `down`: towards zero (cutting off). `up`: away from zero.
 *
 * @category models
 * @since 0.1.0
 */
export type Rounding = "half-up" | "half-even" | "down" | "up"

/**
 * Every {@link Rounding}.
 *
 * @category models
 * @since 0.1.0
 */
export const roundings: ReadonlyArray<Rounding> = ["half-up", "half-even", "down", "up"]

// --- operations ---

/**
 * Divides two whole numbers and rounds the quotient; exact while both lie within ±2^53.
 *
 * **Gotchas**
 *
 * The denominator must be positive; a caller that may hold zero checks it first.
 *
 * **Example** (An exact half)
 *
 * ```ts
 * import { Rounding } from "@timbang/core/number"
 * Rounding.divide(223125, 10, "half-up") // => 22313
 * Rounding.divide(223125, 10, "half-even") // => 22312
 * Rounding.divide(-5, 2, "half-up") // => -3
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const divide = (numerator: number, denominator: number, rounding: Rounding): number => {
  const size = Math.abs(numerator)
  const rest = size % denominator
  const whole = (size - rest) / denominator
  const up = rest !== 0 && roundsUp(rounding, rest, denominator, whole % 2 !== 0)
  const rounded = up ? whole + 1 : whole
  return numerator < 0 && rounded !== 0 ? -rounded : rounded
}

/**
 * {@link divide} for whole numbers of any size.
 *
 * **Example** (Beyond 2^53)
 *
 * ```ts
 * import { Rounding } from "@timbang/core/number"
 * Rounding.divideBig(10n ** 20n + 5n, 10n, "half-even") // => 10000000000000000000n
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const divideBig = (numerator: bigint, denominator: bigint, rounding: Rounding): bigint => {
  const size = numerator < 0n ? -numerator : numerator
  const rest = size % denominator
  const whole = size / denominator
  const up = rest !== 0n && roundsUp(rounding, rest, denominator, whole % 2n !== 0n)
  const rounded = up ? whole + 1n : whole
  return numerator < 0n ? -rounded : rounded
}

const roundsUp = <N extends number | bigint>(rounding: Rounding, rest: N, denominator: N, isOdd: boolean): boolean => {
  // `rest` against `denominator - rest` is the comparison with one half that cannot overflow.
  const other = ((denominator as number) - (rest as number)) as N
  switch (rounding) {
    case "half-up":
      return rest >= other
    case "half-even":
      return rest > other || (rest === other && isOdd)
    case "down":
      return false
    case "up":
      return true
  }
}
