/**
 * What citizens said, as evidence on a service, an organisation or a team. There is no form of it about one person.
 *
 * @since 0.1.0
 */
import * as Normal from "../number/Normal.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * What citizens' feedback may speak of. A person is not among them: citizens rate what they met, and customers are known
 * to rate groups of people differently at equal performance, so no number of theirs becomes a number on somebody.
 *
 * @category models
 * @since 0.1.0
 */
export type Subject = "service" | "organisation" | "team-conduct" | "team-competence"

/**
 * A measured opinion with how sure it is and how many answered.
 *
 * @category models
 * @since 0.1.0
 */
export interface CitizenEvidence {
  readonly about: Subject
  /** Name of the service, organisation or team. */
  readonly of: string
  /** What was measured, such as `survey index` or `U7`. */
  readonly measure: string
  /** Measured value, in the unit of the measure. */
  readonly estimate: number
  /** Interval of the estimate; absent where the sample supports none. */
  readonly interval?: { readonly lower: number; readonly upper: number; readonly level: number }
  /** Number of respondents. */
  readonly answers: number
}

/**
 * What the respondents of one service said; several make one piece of evidence.
 *
 * @category models
 * @since 0.1.0
 */
export interface Part {
  readonly estimate: number
  readonly standardError: number | Undefined.Undefined
  readonly answers: number
}

/**
 * How a piece of evidence stands against what was expected.
 *
 * @category models
 * @since 0.1.0
 */
export type Reading = "above" | "below" | "not-distinguishable" | "no-interval"

// --- operations ---

/**
 * The evidence of several services together, as of an organisation or a team: every answer counts alike.
 *
 * **Details**
 *
 * The services are strata: their errors add up by the square of their share of the answers. Where one has no error, the whole
 * has no interval.
 *
 * **Example** (Two services of one office)
 *
 * ```ts
 * import { CitizenEvidence } from "@timbang/core/performance"
 * const pooled = CitizenEvidence.pool([{ estimate: 80, standardError: 1, answers: 30 }, { estimate: 88, standardError: 2, answers: 10 }])
 * [pooled.estimate, pooled.answers] // => [82, 40]
 * [pooled.interval.lower, pooled.interval.upper].map((end) => end.toFixed(2)) // => ["80.23", "83.77"]
 * ```
 *
 * @category pooling
 * @since 0.1.0
 */
export const pool = (
  parts: ReadonlyArray<Part>,
  level = 0.95
): Pick<CitizenEvidence, "estimate" | "interval" | "answers"> | Undefined.Undefined => {
  const answers = parts.reduce((sum, part) => sum + part.answers, 0)
  if (answers === 0) return Undefined.because("evidence of citizens", "no-values")
  const estimate = parts.reduce((sum, part) => sum + part.estimate * part.answers, 0) / answers
  let variance = 0
  for (const part of parts) {
    if (Undefined.isUndefined(part.standardError)) return { estimate, answers }
    variance += (part.standardError * part.answers / answers) ** 2
  }
  const reach = Normal.quantile((1 + level) / 2) * Math.sqrt(variance)
  return { estimate, answers, interval: { lower: estimate - reach, upper: estimate + reach, level } }
}

/**
 * Reads evidence against an expected value: only an interval that lies wholly on one side says something.
 *
 * **Example** (88 of 100, from few answers)
 *
 * ```ts
 * import { CitizenEvidence } from "@timbang/core/performance"
 * const few = { about: "service", of: "civil registry", measure: "survey index", estimate: 88, answers: 12 } as const
 * CitizenEvidence.read({ ...few, interval: { lower: 80, upper: 96, level: 0.95 } }, 85) // => "not-distinguishable"
 * CitizenEvidence.read(few, 85) // => "no-interval"
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (evidence: CitizenEvidence, expected: number): Reading => {
  if (evidence.interval === undefined) return "no-interval"
  if (evidence.interval.lower > expected) return "above"
  return evidence.interval.upper < expected ? "below" : "not-distinguishable"
}
