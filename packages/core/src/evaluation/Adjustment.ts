/**
 * What the next needs round takes over from this one, with reasons. People accept or refuse each line.
 *
 * @since 0.1.0
 */
import type { NeedAdjustment } from "../needs/index.ts"
import { Fraction, Undefined } from "../number/index.ts"
import type * as NeedFulfilment from "./NeedFulfilment.ts"
import type * as TrainingGap from "./TrainingGap.ts"

// --- models ---

/**
 * On what the claims of the next round will rest; it decides which posts would otherwise be counted twice.
 *
 * - `new-staffing`: requirements less the staff of that day. Open posts are in it already; no post is adjusted.
 * - `last-claims`: the claims of this round are taken again. Recruits who stayed are withdrawn from them.
 * - `new-need-only`: only need that arose since is claimed. Posts opened and still empty are carried over, and people
 *   beyond the requirement are withdrawn.
 *
 * @category models
 * @since 0.1.0
 */
export type Basis = "new-staffing" | "last-claims" | "new-need-only"

/**
 * What the adjustments are made from.
 *
 * @category models
 * @since 0.1.0
 */
export interface Findings {
  readonly round: string
  readonly basis: Basis
  readonly fulfilment: NeedFulfilment.Fulfilment
  readonly gaps: ReadonlyArray<TrainingGap.Gap>
  /** Indicators that spoke for a cell, by unit and job family, to be looked at where the need proved otherwise. */
  readonly drivers?: ReadonlyArray<{ readonly unit: string; readonly jobFamily: string; readonly indicator: string }>
  /** Where the evaluation can be looked up, such as the name of the report. */
  readonly evidence: string
}

// --- operations ---

/**
 * Derives the adjustments, in order of unit and job family.
 *
 * **Details**
 *
 * - Posts: by {@link Basis}.
 * - `TrainingInstead`: a competence shown to be below where people are shown not to be lacking.
 * - `IndicatorToReview`: a cell whose posts were filled and that has more people than required, where an indicator spoke
 *   for it; and every driver of a cell where nobody was lacking before.
 *
 * **Example** (One post stayed empty and one recruit left)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Adjustment, NeedFulfilment } from "@timbang/core/evaluation"
 * const required = Fraction.make(5)
 * const cell = { unit: "kerinci", jobFamily: "nurse", requiredBefore: required, requiredAfter: required, staffBefore: 2, staffAfter: 3, opened: 3, filled: 2, left: 1 }
 * const fulfilment = NeedFulfilment.judge([cell], [])
 * const made = Adjustment.derive({ round: "cpns-2024", basis: "new-need-only", fulfilment, gaps: [], evidence: "evaluation-2026" })
 * made.map(({ change }) => change) // => [{ _tag: "PostsCarriedOver", posts: 2 }]
 * ```
 *
 * @category deriving
 * @since 0.1.0
 */
export const derive = (findings: Findings): ReadonlyArray<NeedAdjustment.NeedAdjustment> =>
  [
    ...findings.fulfilment.cells.flatMap((cell) => posts(cell, findings)),
    ...findings.gaps.flatMap((gap) => training(gap, findings)),
    ...(findings.drivers ?? []).flatMap((driver) => review(driver, findings))
  ].sort(byCell)

const posts = (
  cell: NeedFulfilment.Cell,
  findings: Findings
): ReadonlyArray<NeedAdjustment.NeedAdjustment> => {
  const place = { round: findings.round, unit: cell.unit, jobFamily: cell.jobFamily }
  const reason = reasonWith(findings.evidence)
  const unfilled = reason("posts-unfilled", cell.filled, cell.opened, "posts")
  const left = reason("recruits-left", cell.stayed, cell.filled, "people")
  const surplus = Fraction.round(Fraction.negate(Fraction.min(cell.gapAfter, Fraction.zero)), 0, "down")
  switch (findings.basis) {
    case "new-staffing":
      return []
    case "last-claims":
      return cell.stayed > 0
        ? [{
          ...place,
          change: { _tag: "PostsWithdrawn", posts: cell.stayed },
          reasons: [reason(cell.verdict === "met" ? "need-met" : "need-still-open", cell.stayed, cell.opened, "people")]
        }]
        : []
    case "new-need-only": {
      const empty = cell.opened - cell.stayed
      if (surplus > 0n) {
        const change = { _tag: "PostsWithdrawn", posts: Number(surplus) } as const
        const required = Fraction.toNumber(cell.requiredAfter)
        return [{ ...place, change, reasons: [reason("need-met", cell.staffAfter, required, "people")] }]
      }
      if (empty <= 0 || cell.verdict === "met") return []
      const reasons = [...(cell.filled < cell.opened ? [unfilled] : []), ...(cell.left > 0 ? [left] : [])]
      return [{ ...place, change: { _tag: "PostsCarriedOver", posts: empty }, reasons }]
    }
  }
}

const training = (
  { competence, interval, jobFamily, people, skill, staffing, standard, unit }: TrainingGap.Gap,
  { evidence, round }: Findings
): ReadonlyArray<NeedAdjustment.NeedAdjustment> => {
  if (skill !== "below" || staffing !== "not-below" || Undefined.isUndefined(interval)) return []
  const reason = reasonWith(evidence)("competence-below-standard", interval.upper, standard, "rating")
  return [{ round, unit, jobFamily, change: { _tag: "TrainingInstead", competence, people }, reasons: [reason] }]
}

const review = (
  { indicator, jobFamily, unit }: { readonly unit: string; readonly jobFamily: string; readonly indicator: string },
  { evidence, fulfilment, round }: Findings
): ReadonlyArray<NeedAdjustment.NeedAdjustment> => {
  const cell = fulfilment.cells.find((one) => one.unit === unit && one.jobFamily === jobFamily)
  if (cell === undefined || cell.opened === 0) return []
  const nobodyLacked = cell.gapBefore.numerator <= 0n
  const isBeyond = cell.stayed > 0 && cell.gapAfter.numerator < 0n
  if (!nobodyLacked && !isBeyond) return []
  const [people, required] = nobodyLacked
    ? [cell.staffBefore, Fraction.toNumber(cell.requiredBefore)]
    : [cell.staffAfter, Fraction.toNumber(cell.requiredAfter)]
  const reason = reasonWith(evidence)("indicator-did-not-foretell", people, required, "people")
  return [{ round, unit, jobFamily, change: { _tag: "IndicatorToReview", indicator }, reasons: [reason] }]
}

const reasonWith =
  (evidence: string) =>
  (finding: NeedAdjustment.Finding, observed: number, expected: number, measuredIn: string): NeedAdjustment.Reason => ({
    finding,
    observed,
    expected,
    measuredIn,
    evidence
  })

const byCell = (a: NeedAdjustment.NeedAdjustment, b: NeedAdjustment.NeedAdjustment): number => {
  const [one, other] = [a, b].map(({ change, jobFamily, unit }) => JSON.stringify([unit, jobFamily, change]))
  return one! < other! ? -1 : one! > other! ? 1 : 0
}
