/**
 * The divisor methods of apportionment, by the number that each next seat divides a claim by.
 *
 * A unit with `held` seats asks for its next one with the quotient `claim / divisor(held)`; the largest quotient gets it.
 * Quotients are compared exactly: a floating-point comparison decides only where it cannot be wrong.
 *
 * Source: M. L. Balinski and H. P. Young, *Fair Representation*, 2nd edition, 2001, appendix A.
 *
 * @since 0.1.0
 */
import * as Fraction from "../number/Fraction.ts"

// --- models ---

/**
 * A divisor method by its name.
 *
 * | name | also called | divisors of the 1st, 2nd, 3rd ... seat |
 * |---|---|---|
 * | `sainte-lague` | Webster | 1, 3, 5 ... |
 * | `modified-sainte-lague` | first divisor 1.4 | 1.4, 3, 5 ... |
 * | `dhondt` | Jefferson | 1, 2, 3 ... |
 * | `huntington-hill` | Hill | square roots of 0, 2, 6, 12 ... |
 * | `adams` | | 0, 1, 2 ... |
 * | `dean` | | 0, 4/3, 12/5 ... |
 *
 * Where the first divisor is 0, a first seat goes before any second one; among first seats the larger claim goes first.
 *
 * @category models
 * @since 0.1.0
 */
export type Method = "sainte-lague" | "modified-sainte-lague" | "dhondt" | "huntington-hill" | "adams" | "dean"

/**
 * Every divisor {@link Method}.
 *
 * @category models
 * @since 0.1.0
 */
export const methods: ReadonlyArray<Method> = [
  "sainte-lague",
  "modified-sainte-lague",
  "dhondt",
  "huntington-hill",
  "adams",
  "dean"
]

// --- operations ---

/**
 * Compares the quotients with which two units ask for a seat: positive when the first is larger, 0 when they are equal.
 *
 * **Details**
 *
 * Claims are whole numbers from 0 to 2^53 - 1; seats held from 0 to 10,000,000.
 *
 * **Example** (Six people to one: the fourth seat)
 *
 * ```ts
 * import { Divisor } from "@timbang/core/formation"
 * Divisor.compare("sainte-lague", 6, 3, 1, 0) // => -1
 * Divisor.compare("modified-sainte-lague", 6, 3, 1, 0) // => 1
 * Divisor.compare("dhondt", 6, 2, 2, 0) // => 0
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const compare = (
  method: Method,
  claim: number,
  held: number,
  otherClaim: number,
  otherHeld: number
): -1 | 0 | 1 => {
  const one = claim / size(method, held)
  const other = otherClaim / size(method, otherHeld)
  // Each side carries at most three roundings of 2^-53; 2^-49 of the sum is far beyond what they can do.
  if (Math.abs(one - other) > (one + other) * 1.8e-15) return one > other ? 1 : -1
  const difference = exactly(method, claim, held, otherClaim, otherHeld)
  return difference === 0n ? 0 : difference > 0n ? 1 : -1
}

/**
 * The quotient with which a unit asks for its next seat, exactly; of `huntington-hill` its square. `undefined` where the
 * divisor is 0 and the quotient is beyond every number.
 *
 * **Example** (The third seat of a unit that claims 10)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Divisor } from "@timbang/core/formation"
 * Fraction.format(Divisor.quotient("sainte-lague", 10, 2)!) // => "2"
 * Fraction.format(Divisor.quotient("huntington-hill", 10, 2)!) // => "50/3"
 * Divisor.quotient("adams", 10, 0) // => undefined
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const quotient = (method: Method, claim: number, held: number): Fraction.Fraction | undefined => {
  const [over, under] = parts(method, claim, held)
  return under === 0n ? undefined : Fraction.make(over, under)
}

/** The divisor as a binary number, nearest or next to nearest. */
const size = (method: Method, held: number): number => {
  switch (method) {
    case "sainte-lague":
      return 2 * held + 1
    case "modified-sainte-lague":
      return held === 0 ? 1.4 : 2 * held + 1
    case "dhondt":
      return held + 1
    case "huntington-hill":
      return Math.sqrt(held * (held + 1))
    case "adams":
      return held
    case "dean":
      return (2 * held * (held + 1)) / (2 * held + 1)
  }
}

/**
 * The quotient as numerator and denominator, not reduced; of `huntington-hill` its square.
 *
 * @internal
 */
export const parts = (method: Method, claim: number, held: number): readonly [bigint, bigint] => {
  const [c, s] = [BigInt(claim), BigInt(held)]
  switch (method) {
    case "sainte-lague":
      return [c, 2n * s + 1n]
    case "modified-sainte-lague":
      return [c * 5n, held === 0 ? 7n : 10n * s + 5n]
    case "dhondt":
      return [c, s + 1n]
    case "huntington-hill":
      return [c * c, s * (s + 1n)]
    case "adams":
      return [c, s]
    case "dean":
      return [c * (2n * s + 1n), 2n * s * (s + 1n)]
  }
}

const exactly = (method: Method, claim: number, held: number, otherClaim: number, otherHeld: number): bigint => {
  const [over, under] = parts(method, claim, held)
  const [otherOver, otherUnder] = parts(method, otherClaim, otherHeld)
  if (under === 0n || otherUnder === 0n) {
    return under === otherUnder ? over - otherOver : under === 0n ? 1n : -1n
  }
  return over * otherUnder - otherOver * under
}
