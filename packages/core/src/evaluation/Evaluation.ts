/**
 * One round evaluated: everything that its report, its file and the next needs round are made from.
 *
 * @since 0.1.0
 */
import type { Day, Standing } from "../law/index.ts"
import type { NeedAdjustment } from "../needs/index.ts"
import type * as AdverseImpact from "./AdverseImpact.ts"
import type * as NeedFulfilment from "./NeedFulfilment.ts"
import type * as RoundReport from "./RoundReport.ts"
import type * as SelectionValidity from "./SelectionValidity.ts"
import type * as TrainingGap from "./TrainingGap.ts"
import type * as TrainingPlan from "./TrainingPlan.ts"

// --- models ---

/**
 * The evaluation of one round. A part that was not made is absent, and a report says so.
 *
 * @category models
 * @since 0.1.0
 */
export interface Evaluation {
  readonly round: string
  /** Name of the government that recruited, as its reports print it. */
  readonly agency: string
  readonly on: Day.Day
  readonly standing: Standing.Standing
  readonly fulfilment: NeedFulfilment.Fulfilment
  readonly validity?: SelectionValidity.Validity
  /** The same of each exam by itself: people were selected on the final score, not on it. */
  readonly examValidity?: ReadonlyArray<{ readonly exam: string; readonly validity: SelectionValidity.Validity }>
  readonly fairness?: ReadonlyArray<Fairness>
  /** `plans`: one for each kind of staff with a limit of hours of its own. */
  readonly training?: { readonly gaps: ReadonlyArray<TrainingGap.Gap>; readonly plans?: ReadonlyArray<TrainingPlan.StaffPlan> }
  readonly report?: RoundReport.Report
  readonly adjustments: ReadonlyArray<NeedAdjustment.NeedAdjustment>
}

/**
 * Selection rates by one grouping of the applicants, such as region or kind of need.
 *
 * @category models
 * @since 0.1.0
 */
export interface Fairness {
  readonly grouping: string
  /** What the strata are, such as posts; absent when there is one table only. */
  readonly within?: string
  readonly strata: ReadonlyMap<string, AdverseImpact.Table>
  readonly together: AdverseImpact.Table
}
