/**
 * Decimal numbers as whole numbers of the last decimal kept: 59.546 with 3 decimals is 59546.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"

// --- models ---

/**
 * A whole number of units of 10^-decimals. Range: within ±2^53, both excluded.
 *
 * @category models
 * @since 0.1.0
 */
export type Scaled = number

// --- errors ---

/**
 * The text is not a decimal number with at most so many decimals.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotADecimal extends Data.TaggedError("NotADecimal")<{
  readonly found: string
  readonly decimals: number
}> {
  override get message(): string {
    return `not a number with at most ${this.decimals} decimals, found ${JSON.stringify(this.found)}; write digits with "." before the decimals`
  }
}

// --- constructors ---

/**
 * Reads a plain decimal numeral without passing through a binary fraction.
 *
 * **Details**
 *
 * Digits, an optional sign, an optional `.` with digits after it. No exponent, no grouping. Zeros past the last decimal
 * kept are accepted, any other digit there is refused.
 *
 * **Example** (A score on the scale of 100)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Scaled } from "@timbang/core/number"
 * Scaled.parse("68.94", 3) // => Result.succeed(68940)
 * Result.isFailure(Scaled.parse("68.9412", 3)) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (text: string, decimals: number): Result.Result<Scaled, NotADecimal> => {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
  const refused = () => Result.fail(new NotADecimal({ found: text, decimals }))
  if (match === null) return refused()
  const fraction = match[3] ?? ""
  if (/[^0]/.test(fraction.slice(decimals))) return refused()
  const units = Number(match[2]! + fraction.slice(0, decimals).padEnd(decimals, "0"))
  if (!Number.isSafeInteger(units)) return refused()
  return Result.succeed(match[1] === "-" && units !== 0 ? -units : units)
}

// --- operations ---

/**
 * Writes all decimals kept, with `.` before them.
 *
 * **Example** (Three decimals, always)
 *
 * ```ts
 * import { Scaled } from "@timbang/core/number"
 * Scaled.format(65066, 3) // => "65.066"
 * Scaled.format(73600, 3) // => "73.600"
 * Scaled.format(-5, 3) // => "-0.005"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const format = (units: Scaled, decimals: number): string => {
  const digits = String(Math.abs(units)).padStart(decimals + 1, "0")
  const sign = units < 0 ? "-" : ""
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
