/**
 * The first exam of a round: who leaves before it is over, who meets the minimums, who is on the shortlist.
 *
 * @since 0.1.0
 */
import * as Condition from "./Condition.ts"
import type * as Facts from "./Facts.ts"
import * as FinalScore from "./FinalScore.ts"
import { indexOf } from "./Outcome.ts"
import type * as Plan from "./Plan.ts"
import type * as Shortlist from "./Shortlist.ts"
import * as Shortlisting from "./Shortlisting.ts"
import * as Threshold from "./Threshold.ts"

// --- models ---

/**
 * What the first exam decides, by participant.
 *
 * @category models
 * @since 0.1.0
 */
export interface FirstExam {
  readonly values: FinalScore.Values
  /** Bit `b` is set when condition `b` of `Condition.of(plan)` failed. */
  readonly failed: Uint32Array
  /** Numbers into `Outcome.tags`. */
  readonly outcome: Uint8Array
  /** 1 for the first group of the shortlist, 2 for the second, 0 for neither. */
  readonly group: Uint8Array
  /** Rows that take part and meet the minimums. */
  readonly meeting: Int32Array
  /** Absent in a round without a shortlist. */
  readonly list: Shortlisting.Listed | undefined
}

/**
 * Who leaves when.
 *
 * @category models
 * @since 0.1.0
 */
export interface Leavers {
  /** Those who are gone before the shortlist stands. */
  readonly early: ReadonlyArray<Facts.Exclusion>
  readonly late: ReadonlyArray<Facts.Exclusion>
}

// --- operations ---

/**
 * Runs the first exam over a cohort.
 *
 * **Gotchas**
 *
 * A score of somebody who takes part must be there: this looks for none, see {@link componentsOf}.
 *
 * **Example** (One of two meets the minimums)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Facts, FirstExam, Plan, Specimen } from "@timbang/core/selection"
 * const row = (participant: string, knowledge: number) => ({ participant, formation: "F1", scores: { knowledge, attitude: 200 } })
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [row("24-1", 99), row("24-2", 100)]))
 * const plan = Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "written"))
 * const facts = Result.getOrThrow(Facts.gather(Specimen.ruleSet, cohort, []))
 * FirstExam.hold(plan, facts, new Set()).meeting // => Int32Array.of(1)
 * ```
 *
 * @category running
 * @since 0.1.0
 */
export const hold = (plan: Plan.Plan, { cohort }: Pick<Facts.Facts, "cohort">, isOut: ReadonlySet<number>): FirstExam => {
  const values = FinalScore.evaluate(plan, cohort)
  const failed = new Uint32Array(cohort.size)
  markAll(plan.thresholds, values, cohort.formation, failed)
  if (plan.secondThresholds !== undefined) markAll(plan.secondThresholds, values, cohort.formation, failed)
  const outcome = new Uint8Array(cohort.size)
  const all = meetingMinimums(failed, maskOf(plan.thresholds), outcome)
  const meeting = isOut.size === 0 ? all : all.filter((row) => !isOut.has(row))
  const list = plan.ruleSet.shortlist === undefined ? undefined : Shortlisting.make(plan, {
    values,
    cell: cohort.formation,
    labels: cohort.participant,
    first: meeting,
    second: plan.secondThresholds === undefined ? undefined : secondGroup(plan, failed, isOut)
  })
  const group = new Uint8Array(cohort.size)
  if (list !== undefined) noteShortlist(list, meeting, outcome, group, failed, Condition.flagOf(plan, "Shortlist"))
  return { values, failed, outcome, group, meeting, list }
}

/**
 * Parts those who leave before the shortlist stands from those who leave after it. Where freed places are refilled, whoever
 * leaves the second exam until the last day of refilling leaves early.
 *
 * **Example** (Absent from the second exam)
 *
 * ```ts
 * import { FirstExam } from "@timbang/core/selection"
 * const absent = { row: 0, outcome: "absent-second", isSecond: true, at: "2024-12-18" } as const
 * FirstExam.leavers({ exclusions: [absent] }, { freedPlaces: "stay-empty", refillUntil: undefined }).late.length // => 1
 * FirstExam.leavers({ exclusions: [absent] }, { freedPlaces: "refilled", refillUntil: "2024-12-20" }).early.length // => 1
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const leavers = (
  { exclusions }: Pick<Facts.Facts, "exclusions">,
  { freedPlaces, refillUntil }: { readonly freedPlaces: Shortlist.FreedPlaces | undefined; readonly refillUntil: string | undefined }
): Leavers => {
  const isEarly = ({ at, isSecond }: Facts.Exclusion): boolean =>
    !isSecond || (freedPlaces === "refilled" && refillUntil !== undefined && at <= refillUntil)
  return { early: exclusions.filter(isEarly), late: exclusions.filter((fact) => !isEarly(fact)) }
}

/**
 * The components whose scores everybody who takes part must have: those of the first exam, or all of a round without a
 * shortlist.
 *
 * **Example** (The two written papers)
 *
 * ```ts
 * import { Result } from "effect"
 * import { FirstExam, Plan, Specimen } from "@timbang/core/selection"
 * FirstExam.componentsOf(Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "final"))) // => ["knowledge", "attitude"]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const componentsOf = ({ ruleSet, scales }: Pick<Plan.Plan, "ruleSet" | "scales">): ReadonlyArray<string> => {
  const first = ruleSet.shortlist?.exam
  return ruleSet.components.filter(({ exam, id }) => id in scales && (first === undefined || exam === first)).map(({ id }) => id)
}

/**
 * The bits of the minimums of a plan, in a column of failed conditions.
 *
 * **Example** (Two minimums of the general group)
 *
 * ```ts
 * import { Result } from "effect"
 * import { FirstExam, Plan, Specimen } from "@timbang/core/selection"
 * FirstExam.maskOf(Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "written")).thresholds) // => 3
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const maskOf = ({ checks }: Plan.ThresholdPlan): number => checks.reduce((mask, { bit }) => mask | (1 << bit), 0)

const markAll = (
  { checks, groupOf, groups }: Plan.ThresholdPlan,
  values: FinalScore.Values,
  formation: Int32Array,
  failed: Uint32Array
): void => {
  const group = groups.length < 2 ? undefined : new Uint8Array(formation.length)
  if (group !== undefined) for (let i = 0; i < formation.length; i++) group[i] = groupOf[formation[i]!]!
  Threshold.mark(checks.map(({ bit, minimums, of }) => ({ column: values[of]!, minimums, bit })), group, failed)
}

/** Rows that fail none of the minimums; everybody's outcome as far as the minimums decide it. */
const meetingMinimums = (failed: Uint32Array, mask: number, outcome: Uint8Array): Int32Array => {
  const below = indexOf("below-threshold")
  const outside = indexOf("outside-shortlist")
  let meeting = 0
  for (let i = 0; i < failed.length; i++) {
    const isMet = (failed[i]! & mask) === 0 ? 1 : 0
    outcome[i] = below + isMet * (outside - below)
    meeting += isMet
  }
  // One place more than there are rows, so that every row may be written and only those that count move on.
  const rows = new Int32Array(meeting + 1)
  let count = 0
  for (let i = 0; i < outcome.length; i++) {
    rows[count] = i
    count += outcome[i] === outside ? 1 : 0
  }
  return rows.subarray(0, meeting)
}

/** Rows that miss a minimum of the first group and meet all of the second. */
const secondGroup = ({ secondThresholds, thresholds }: Plan.Plan, failed: Uint32Array, isOut: ReadonlySet<number>): Int32Array => {
  const [first, second] = [maskOf(thresholds), maskOf(secondThresholds!)]
  const rows: Array<number> = []
  failed.forEach((bits, row) => {
    if ((bits & first) !== 0 && (bits & second) === 0 && !isOut.has(row)) rows.push(row)
  })
  return Int32Array.from(rows)
}

const noteShortlist = (
  { goesOn, goesOnSecond }: Shortlisting.Listed,
  meeting: Int32Array,
  outcome: Uint8Array,
  group: Uint8Array,
  failed: Uint32Array,
  flag: number
): void => {
  const advanced = indexOf("advanced")
  for (let i = 0; i < goesOn.length; i++) outcome[goesOn[i]!] = advanced
  for (let i = 0; i < meeting.length; i++) {
    const row = meeting[i]!
    group[row] = 1
    if (outcome[row] !== advanced) failed[row]! |= flag
  }
  for (const row of goesOnSecond) {
    group[row] = 2
    outcome[row] = indexOf("advanced-second-group")
  }
}
