/**
 * What a run is: a simulation, a cross-check of an official record, or a decision in the sense of the law.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { type Day, isDay } from "./Day.ts"

// --- models ---

/**
 * The letter that makes a run a decision: its number, its day, and the SHA-256 of its file in hexadecimal.
 *
 * @category models
 * @since 0.1.0
 */
export interface DecidingLetter {
  readonly number: string
  readonly day: Day
  readonly digest: string
}

/**
 * The standing of a run; printed wherever its results appear.
 *
 * - `simulasi`: nothing follows from it. The default.
 * - `uji-silang`: an official record is recomputed and compared; the official record stays what it is.
 * - `penetapan`: a decision, by the host where the step is the host's, else by the letter named.
 *
 * @category models
 * @since 0.1.0
 */
export type Standing =
  | { readonly _tag: "simulasi" }
  | { readonly _tag: "uji-silang" }
  | { readonly _tag: "penetapan"; readonly letter?: DecidingLetter }

/**
 * The default standing.
 *
 * @category models
 * @since 0.1.0
 */
export const simulation: Standing = { _tag: "simulasi" }

/**
 * The standing of a run that recomputes an official record.
 *
 * @category models
 * @since 0.1.0
 */
export const crossCheck: Standing = { _tag: "uji-silang" }

// --- errors ---

/**
 * A run claims to decide what is not the host's to decide, and names no deciding letter.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotYoursToDecide extends Data.TaggedError("NotYoursToDecide")<{
  readonly step: string
  readonly decidedBy: string
}> {
  override get message(): string {
    return `${this.step} is decided by ${this.decidedBy}; run it as simulasi or uji-silang, or give number, day and digest of the deciding letter`
  }
}

// --- operations ---

/**
 * Accepts a standing for a step, or says who decides it.
 *
 * **Details**
 *
 * A letter counts when it has a number, a calendar day and a SHA-256 of 64 small hexadecimal digits.
 *
 * **Example** (A rating that another system records)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Standing } from "@timbang/core/law"
 * const step = { name: "appraisal", decidedBy: "rater", isHosts: false }
 * Result.isFailure(Standing.check({ _tag: "penetapan" }, step)) // => true
 * Standing.check(Standing.simulation, step) // => Result.succeed({ _tag: "simulasi" })
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (
  standing: Standing,
  step: { readonly name: string; readonly decidedBy: string; readonly isHosts: boolean }
): Result.Result<Standing, NotYoursToDecide> => {
  if (standing._tag !== "penetapan" || step.isHosts) return Result.succeed(standing)
  const isNamed = standing.letter !== undefined && standing.letter.number.trim() !== "" && isDay(standing.letter.day) &&
    /^[0-9a-f]{64}$/.test(standing.letter.digest)
  return isNamed
    ? Result.succeed(standing)
    : Result.fail(new NotYoursToDecide({ step: step.name, decidedBy: step.decidedBy }))
}
