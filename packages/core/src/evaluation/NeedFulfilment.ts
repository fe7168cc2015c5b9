/**
 * Did the people recruited meet the need? The gap before and after, cell by cell, and whether the service changed.
 *
 * @since 0.1.0
 */
import { Fraction, Interval, Undefined } from "../number/index.ts"
import type * as DifferenceInDifferences from "./DifferenceInDifferences.ts"
import type * as Threat from "./Threat.ts"

// --- models ---

/**
 * Staff of one cell before and after the round.
 *
 * @category models
 * @since 0.1.0
 */
export interface Staffing {
  readonly unit: string
  readonly jobFamily: string
  /** People required, by the same norm before and after; exact. */
  readonly requiredBefore: Fraction.Fraction
  readonly requiredAfter: Fraction.Fraction
  /** Unit: people at work, recruits of this round not counted before and counted after. Whole, 0 or more. */
  readonly staffBefore: number
  readonly staffAfter: number
  /** Unit: posts of this round. */
  readonly opened: number
  readonly filled: number
  /** Recruits who left before the day of the evaluation. Unit: people. */
  readonly left: number
}

/**
 * What can be said about the need of a cell.
 *
 * - `met`: nobody is lacking any more.
 * - `partly`: fewer are lacking than before.
 * - `not-shown`: as many or more are lacking, or nobody was lacking before.
 *
 * @category models
 * @since 0.1.0
 */
export type Verdict = "met" | "partly" | "not-shown"

/**
 * The gap of one cell. Negative gaps are people beyond the requirement.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cell extends Staffing {
  readonly gapBefore: Fraction.Fraction
  readonly gapAfter: Fraction.Fraction
  /** Share of the lacking people that is no longer lacking, exact. Undefined where nobody was lacking. */
  readonly closed: Fraction.Fraction | Undefined.Undefined
  /** Recruits of this round still at work. Unit: people. */
  readonly stayed: number
  readonly verdict: Verdict
  /** Why: the part of {@link Because} that speaks of people. */
  readonly because: Because
}

/**
 * A service outcome where recruits arrived, beside where they did not.
 *
 * @category models
 * @since 0.1.0
 */
export interface Outcome {
  /** Identifier of the indicator. */
  readonly indicator: string
  /** Whether more or less of it is better. */
  readonly better: "more" | "less"
  readonly estimate: DifferenceInDifferences.Estimate | Undefined.Undefined
  readonly threats: ReadonlyArray<Threat.Checked>
}

/**
 * An outcome with what it shows.
 *
 * - `improved`, `worsened`: the whole interval lies on that side of no difference.
 * - `not-shown`: it does not, or there is no estimate. Not shown is not the same as no effect.
 * - `not-to-be-trusted`: it does, but something that would break it was found.
 *
 * @category models
 * @since 0.1.0
 */
export interface JudgedOutcome extends Outcome {
  readonly shows: "improved" | "worsened" | "not-shown" | "not-to-be-trusted"
}

/**
 * Everything on one page.
 *
 * @category models
 * @since 0.1.0
 */
export interface Fulfilment {
  readonly cells: ReadonlyArray<Cell>
  /** People lacking before and after over all cells; a surplus here does not fill a gap there. */
  readonly lackingBefore: Fraction.Fraction
  readonly lackingAfter: Fraction.Fraction
  readonly closed: Fraction.Fraction | Undefined.Undefined
  readonly outcomes: ReadonlyArray<JudgedOutcome>
  readonly verdict: Verdict
  readonly because: ReadonlyArray<Because>
}

/**
 * Why the verdict is what it is; all that apply.
 *
 * @category models
 * @since 0.1.0
 */
export type Because =
  | "nobody-lacking-any-more"
  | "fewer-lacking"
  | "as-many-or-more-lacking"
  | "nobody-was-lacking"
  | "no-outcome-measured"
  | "service-improved"
  | "service-change-not-shown"
  | "service-worsened"
  | "service-change-not-to-be-trusted"

// --- operations ---

/**
 * Judges whether the round met the need.
 *
 * **Details**
 *
 * `met` asks for both: nobody lacking any more, and at least one outcome that improved and none that worsened. A filled
 * post that changed no service is `partly`, and so is a service that improved while people are still lacking.
 * `not-shown` is what remains.
 *
 * **Example** (Two of three lacking nurses arrived, no service was measured)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { NeedFulfilment } from "@timbang/core/evaluation"
 * const required = Fraction.make(5)
 * const cell = { unit: "kerinci", jobFamily: "nurse", requiredBefore: required, requiredAfter: required, staffBefore: 2, staffAfter: 4, opened: 3, filled: 2, left: 0 }
 * const { because, verdict } = NeedFulfilment.judge([cell], [])
 * [verdict, ...because] // => ["partly", "fewer-lacking", "no-outcome-measured"]
 * ```
 *
 * @category judging
 * @since 0.1.0
 */
export const judge = (staffing: ReadonlyArray<Staffing>, outcomes: ReadonlyArray<Outcome>): Fulfilment => {
  const cells = staffing.map(cellOf).sort(byPlace)
  const lackingBefore = Fraction.sum(cells.map(({ gapBefore }) => Fraction.max(gapBefore, Fraction.zero)))
  const lackingAfter = Fraction.sum(cells.map(({ gapAfter }) => Fraction.max(gapAfter, Fraction.zero)))
  const judged = outcomes.map((one) => ({ ...one, shows: shown(one) }))
  const because: ReadonlyArray<Because> = [staffingReason(lackingBefore, lackingAfter), ...outcomeReasons(judged)]
  return {
    cells,
    lackingBefore,
    lackingAfter,
    closed: closedShare(lackingBefore, lackingAfter),
    outcomes: judged,
    verdict: verdictOf(because),
    because
  }
}

const cellOf = (staffing: Staffing): Cell => {
  const gapBefore = Fraction.subtract(staffing.requiredBefore, Fraction.make(staffing.staffBefore))
  const gapAfter = Fraction.subtract(staffing.requiredAfter, Fraction.make(staffing.staffAfter))
  const reason = staffingReason(Fraction.max(gapBefore, Fraction.zero), Fraction.max(gapAfter, Fraction.zero))
  return {
    ...staffing,
    gapBefore,
    gapAfter,
    closed: closedShare(Fraction.max(gapBefore, Fraction.zero), Fraction.max(gapAfter, Fraction.zero)),
    stayed: staffing.filled - staffing.left,
    verdict: reason === "nobody-lacking-any-more" ? "met" : reason === "fewer-lacking" ? "partly" : "not-shown",
    because: reason
  }
}

const staffingReason = (before: Fraction.Fraction, after: Fraction.Fraction): Because => {
  if (before.numerator === 0n && after.numerator === 0n) return "nobody-was-lacking"
  if (after.numerator === 0n) return "nobody-lacking-any-more"
  return Fraction.compare(after, before) < 0 ? "fewer-lacking" : "as-many-or-more-lacking"
}

const closedShare = (before: Fraction.Fraction, after: Fraction.Fraction): Fraction.Fraction | Undefined.Undefined =>
  before.numerator === 0n
    ? Undefined.because("share of the gap closed", "not-positive", { found: 0 })
    : Fraction.divide(Fraction.subtract(before, after), before)

const outcomeReasons = (outcomes: ReadonlyArray<JudgedOutcome>): ReadonlyArray<Because> => {
  if (outcomes.length === 0) return ["no-outcome-measured"]
  const found = new Set(outcomes.map(({ shows }) => shows))
  return [
    ...(found.has("improved") ? (["service-improved"] as const) : []),
    ...(found.has("worsened") ? (["service-worsened"] as const) : []),
    ...(found.has("not-to-be-trusted") ? (["service-change-not-to-be-trusted"] as const) : []),
    ...(found.has("not-shown") ? (["service-change-not-shown"] as const) : [])
  ]
}

const verdictOf = (because: ReadonlyArray<Because>): Verdict => {
  const improved = because.includes("service-improved") && !because.includes("service-worsened")
  if (because.includes("nobody-lacking-any-more")) return improved ? "met" : "partly"
  return because.includes("fewer-lacking") || improved ? "partly" : "not-shown"
}

const shown = ({ better, estimate, threats }: Outcome): JudgedOutcome["shows"] => {
  if (Undefined.isUndefined(estimate)) return "not-shown"
  const side = sideOf(estimate.interval)
  if (side === 0) return "not-shown"
  if (threats.some(({ status }) => status === "broken")) return "not-to-be-trusted"
  return side > 0 === (better === "more") ? "improved" : "worsened"
}

/** 1 when the interval lies above zero, -1 below, 0 when it holds it. */
const sideOf = ({ lower, upper }: Interval.Interval): number => (lower > 0 ? 1 : upper < 0 ? -1 : 0)

const byPlace = (a: Cell, b: Cell): number =>
  a.unit !== b.unit ? (a.unit < b.unit ? -1 : 1) : a.jobFamily < b.jobFamily ? -1 : 1
