/**
 * Runs a selection: from scores and recorded facts to an outcome for everybody, with every reason.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { Formation } from "../formation/Formation.ts"
import type { Day } from "../law/Day.ts"
import type { Sourced } from "../law/Sourced.ts"
import * as Standing from "../law/Standing.ts"
import * as Cohort from "./Cohort.ts"
import * as Condition from "./Condition.ts"
import type { Event } from "./Event.ts"
import * as Facts from "./Facts.ts"
import * as Filling from "./Filling.ts"
import * as FinalScore from "./FinalScore.ts"
import * as LawGuard from "./LawGuard.ts"
import { indexOf } from "./Outcome.ts"
import * as Plan from "./Plan.ts"
import * as Ranking from "./Ranking.ts"
import * as RankingKeys from "./RankingKeys.ts"
import type { RuleSet } from "./RuleSet.ts"
import { generalCategory } from "./RuleSet.ts"
import * as Seats from "./Seats.ts"
import type * as Shortlist from "./Shortlist.ts"
import * as Shortlisting from "./Shortlisting.ts"
import * as Threshold from "./Threshold.ts"

// --- models ---

/**
 * Choices of one run. What is left out follows the rule set.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** The shortlist's exam, or `final` (the default). */
  readonly stage?: string
  readonly standing?: Standing.Standing
  /** First day on which any of the scores was taken; without it the guard against late law says "not checked". */
  readonly scoredOn?: Day
  readonly filling?: Partial<Filling.ResolvedPolicies> & { readonly isRun?: boolean }
  /** What becomes of freed places of the shortlist, and until which day they are refilled. */
  readonly freedPlaces?: Shortlist.FreedPlaces
  readonly refillUntil?: Day
}

/**
 * The choices of a run after the rule set has answered for those left out.
 *
 * @category models
 * @since 0.1.0
 */
export interface Resolved {
  readonly stage: string
  readonly standing: Standing.Standing
  readonly scoredOn: Day | undefined
  readonly filling: Filling.ResolvedPolicies | undefined
  readonly freedPlaces: Shortlist.FreedPlaces | undefined
  readonly refillUntil: Day | undefined
}

/**
 * The result of a run: one column for each thing decided, by participant.
 *
 * @category models
 * @since 0.1.0
 */
export interface Selection {
  readonly ruleSet: RuleSet
  readonly formations: ReadonlyArray<Formation>
  /** The cohort with corrections applied. */
  readonly cohort: Cohort.Cohort
  /** The cohort as it was given; run again with the same events, it gives the same result. */
  readonly recorded: Cohort.Cohort
  readonly events: ReadonlyArray<Event>
  readonly plan: Plan.Plan
  readonly options: Resolved
  readonly guard: LawGuard.Finding
  /** Components and steps, in units of their last decimal; the scales stand in the plan. */
  readonly values: FinalScore.Values
  /** Bit `b` is set when condition `b` of `Condition.of(plan)` failed. */
  readonly failed: Uint32Array
  /** Numbers into `Outcome.tags`. */
  readonly outcome: Uint8Array
  /** 1 for the first group of the shortlist, 2 for the second, 0 for neither. */
  readonly group: Uint8Array
  readonly shortlist: Ranking.Ranked | undefined
  readonly final: Ranking.Ranked | undefined
  /** Formation of the seat a participant has, or -1. Empty before the final stage. */
  readonly seat: Int32Array
  /** Filling pass that gave or contests the seat, counted from 1; 0 for none. Empty before the final stage. */
  readonly pass: Uint8Array
  /** Numbers this run used although no source confirms them. */
  readonly warnings: ReadonlyArray<Plan.Warning>
}

// --- errors ---

/**
 * Somebody has no score, and nothing on record says why; all components of the exam at once.
 *
 * @category errors
 * @since 0.1.0
 */
export class ScoresMissing extends Data.TaggedError("ScoresMissing")<{
  readonly missing: ReadonlyArray<{ readonly component: string; readonly participants: ReadonlyArray<string> }>
}> {
  override get message(): string {
    const lines = this.missing.map(({ component, participants }) => {
      const more = participants.length > 10 ? ` and ${participants.length - 10} more` : ""
      return `no ${component} for ${participants.slice(0, 10).join(", ")}${more}`
    })
    return `${lines.join("; ")}; give the score, or record that they were absent, excluded or withdrew`
  }
}

/**
 * Somebody has no priority class in a round that ranks by class first.
 *
 * @category errors
 * @since 0.1.0
 */
export class ClassMissing extends Data.TaggedError("ClassMissing")<{ readonly participants: ReadonlyArray<string> }> {
  override get message(): string {
    return `no priority class for ${this.participants.slice(0, 10).join(", ")}${
      this.participants.length > 10 ? ` and ${this.participants.length - 10} more` : ""
    }; give each participant a class of the rule set`
  }
}

/**
 * Why no selection could be made.
 *
 * @category errors
 * @since 0.1.0
 */
export type SelectionError =
  | Plan.PlanError
  | Facts.FactsRefused
  | LawGuard.LawAfterScores
  | Standing.NotYoursToDecide
  | ScoresMissing
  | ClassMissing

// --- operations ---

/**
 * Selects.
 *
 * **Details**
 *
 * Order of work: the guard and the standing; corrections; first exam, minimums and shortlist; then, for `final`, second
 * exam, integration, ranking, seats and filling. Equals across the last seat come back as `undecided`. Cost: a few passes
 * over each column and O(n log c) for cells of c participants.
 *
 * **Gotchas**
 *
 * A person is never an error: errors mean that nothing could be decided for anybody.
 *
 * **Example** (Two people, one seat)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Outcome, Selection, Specimen } from "@timbang/core/selection"
 * const row = (participant: string, practice: string) => ({ participant, formation: "F1", scores: { knowledge: 198, attitude: 200, practice } })
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [row("24-1", "51.0"), row("24-2", "70.8")]))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * Array.from(made.outcome, (tag) => Outcome.tags[tag]) // => ["not-selected", "selected"]
 * made.values["final"] // => Int32Array.of(59546, 71426)
 * ```
 *
 * @category running
 * @since 0.1.0
 */
export const run = (
  ruleSet: RuleSet,
  formations: ReadonlyArray<Formation>,
  cohort: Cohort.Cohort,
  events: ReadonlyArray<Event>,
  options: Options = {}
): Result.Result<Selection, SelectionError> => {
  const stage = options.stage ?? "final"
  const plan = Plan.compile(ruleSet, formations, stage)
  if (Result.isFailure(plan)) return Result.fail(plan.failure)
  const guard = LawGuard.check(ruleSet, options.scoredOn, events)
  if (Result.isFailure(guard)) return Result.fail(guard.failure)
  const step = stage === "final" ? ruleSet.ranking : ruleSet.shortlist!
  const standing = Standing.check(options.standing ?? Standing.simulation, {
    name: stage,
    decidedBy: step.decidedBy,
    isHosts: ruleSet.hostAuthorities.includes(step.decidedBy)
  })
  if (Result.isFailure(standing)) return Result.fail(standing.failure)
  const unknown = Plan.neededByHolders(plan.success, cohort.entitlements)
  if (unknown.length > 0) return Result.fail(new Plan.NumbersUnknown({ ruleSet: ruleSet.id, numbers: unknown }))
  const facts = Facts.gather(ruleSet, cohort, events)
  if (Result.isFailure(facts)) return Result.fail(facts.failure)
  const resolved: Resolved = {
    stage,
    standing: standing.success,
    scoredOn: options.scoredOn,
    filling: stage === "final" && options.filling?.isRun !== false ? resolveFilling(ruleSet, options) : undefined,
    freedPlaces: options.freedPlaces ?? valueOf(ruleSet.shortlist?.freedPlaces),
    refillUntil: options.refillUntil
  }
  return decide(plan.success, facts.success, { recorded: cohort, events, guard: guard.success, options: resolved })
}

interface Given {
  readonly recorded: Cohort.Cohort
  readonly events: ReadonlyArray<Event>
  readonly guard: LawGuard.Finding
  readonly options: Resolved
}

const decide = (plan: Plan.Plan, facts: Facts.Facts, given: Given): Result.Result<Selection, SelectionError> => {
  const { cohort } = facts
  const { options } = given
  const { ruleSet } = plan
  const exclude = (fact: Facts.Exclusion): void => {
    outcome[fact.row] = indexOf(fact.outcome)
    const condition = Condition.behind(fact.outcome)
    if (condition !== undefined) failed[fact.row]! |= Condition.flagOf(plan, condition)
  }
  const leavesEarly = ({ at, isSecond }: Facts.Exclusion): boolean =>
    !isSecond || (options.freedPlaces === "refilled" && options.refillUntil !== undefined && at <= options.refillUntil)
  const early = facts.exclusions.filter(leavesEarly)
  const late = facts.exclusions.filter((fact) => !leavesEarly(fact))

  // First exam: scores, minimums, shortlist.
  const isOut = new Set(early.map(({ row }) => row))
  const firstExam = ruleSet.shortlist?.exam
  const firstComponents = ruleSet.components.filter(({ exam, id }) => id in plan.scales && (firstExam === undefined || exam === firstExam))
  const missing = missingIn(firstComponents.map(({ id }) => id), cohort, (row) => !isOut.has(row))
  if (missing !== undefined) return Result.fail(missing)
  const values = FinalScore.evaluate(plan, cohort)
  const failed = new Uint32Array(cohort.size)
  markAll(plan.thresholds, values, cohort.formation, failed)
  if (plan.secondThresholds !== undefined) markAll(plan.secondThresholds, values, cohort.formation, failed)
  const outcome = new Uint8Array(cohort.size)
  const meeting = meetingMinimums(failed, maskOf(plan.thresholds), outcome)
  const first = isOut.size === 0 ? meeting : meeting.filter((row) => !isOut.has(row))
  const list = ruleSet.shortlist === undefined ? undefined : Shortlisting.make(plan, {
    values,
    cell: cohort.formation,
    labels: cohort.participant,
    first,
    second: plan.secondThresholds === undefined ? undefined : secondGroup(plan, failed, isOut)
  })
  const group = new Uint8Array(cohort.size)
  if (list !== undefined) noteShortlist(list, outcome, group, failed, Condition.flagOf(plan, "Shortlist"))
  early.forEach(exclude)
  const common = { ruleSet, formations: plan.formations, cohort, plan, values, failed, outcome, shortlist: list?.ranked, ...given }
  if (plan.stage !== "final") {
    const nobody = { seat: new Int32Array(0), pass: new Uint8Array(0) }
    return Result.succeed({ ...common, ...nobody, group, final: undefined, warnings: plan.warnings })
  }

  // Second exam, integration, order of each cell, seats.
  const sitting = list === undefined ? Array.from(first) : [...list.goesOn, ...list.goesOnSecond]
  const isSitting = new Set(late.length === 0 ? [] : sitting)
  const leaves = new Set<number>()
  for (const fact of late) {
    // Who was not on the list could not miss or fail the second exam.
    if (!isSitting.has(fact.row) && (fact.outcome === "absent-second" || fact.outcome === "eliminated")) continue
    leaves.add(fact.row)
    exclude(fact)
  }
  const present = leaves.size === 0 ? sitting : sitting.filter((row) => !leaves.has(row))
  const missingLater = missingAmong(present, Object.keys(plan.scales).filter((id) => isComponent(ruleSet, id)), cohort)
  if (missingLater !== undefined) return Result.fail(missingLater)
  const ranked = present.filter((row) => {
    if (!facts.excludingTests.some(({ below }) => below(row))) return true
    exclude({ row, outcome: "eliminated", isSecond: true, at: "" })
    return false
  })
  if (ruleSet.ranking.classes !== undefined) {
    const without = ranked.filter((row) => (cohort.priorityClass?.[row] ?? Cohort.absentClass) === Cohort.absentClass)
    if (without.length > 0) return Result.fail(new ClassMissing({ participants: without.map((row) => cohort.participant[row]!) }))
  }
  if ((list?.goesOnSecond.length ?? 0) > 0) {
    const unknown = Plan.unknownsAmong([["shortlist.secondGroup.finalRanking", ruleSet.shortlist!.secondGroup!.finalRanking]])
    if (unknown.length > 0) return Result.fail(new Plan.NumbersUnknown({ ruleSet: ruleSet.id, numbers: unknown }))
  }
  const keys = RankingKeys.ofFinal(plan, { cohort, values, group, letter: facts.letter })
  const final = Ranking.rank({ cell: cohort.formation, cells: plan.formations.length, rows: Int32Array.from(ranked), keys, labels: cohort.participant })
  const { empty, seat } = Seats.give(plan.formations, final, outcome)
  const notSelected = indexOf("not-selected")
  const seatsFlag = Condition.flagOf(plan, "Seats")
  for (const row of final.order) if (outcome[row] === notSelected) failed[row]! |= seatsFlag
  const made = { ...common, group, final, seat, pass: new Uint8Array(cohort.size), warnings: plan.warnings }
  return options.filling === undefined || !empty.some((seats) => seats > 0)
    ? Result.succeed(made)
    : fillEmpty(made, facts, keys, empty, options.filling)
}

/** Runs the filling passes over a selection whose cells have seated their own. */
const fillEmpty = (
  made: Selection,
  facts: Facts.Facts,
  keys: ReadonlyArray<Ranking.Key>,
  empty: Int32Array,
  policies: Filling.ResolvedPolicies
): Result.Result<Selection, SelectionError> => {
  const { cohort, failed, outcome, pass, plan, ruleSet, seat, values } = made
  const passes = ruleSet.filling?.passes ?? []
  const numbers = passes.map(({ id, meets }) => [`filling.passes.${id}.meets`, meets] as const)
  const unknown = Plan.unknownsAmong(numbers)
  if (unknown.length > 0) return Result.fail(new Plan.NumbersUnknown({ ruleSet: ruleSet.id, numbers: unknown }))
  const notSelected = indexOf("not-selected")
  const mask = maskOf(plan.thresholds)
  const agrees = (row: number): boolean => policies.consent === "not-asked" ? !facts.unwilling.has(row) : facts.willing.has(row)
  const placed = Filling.run({
    passes: passes.map((rule) => ({ pass: rule, meets: valueOf(rule.meets)! })),
    policies,
    formations: plan.formations,
    generalCategory: generalCategory(ruleSet)?.id,
    cell: cohort.formation,
    available: made.final!.order.filter((row) => outcome[row] === notSelected && agrees(row)),
    meetsGeneral: (row) => plan.generalMinimums.every(({ minimum, of }) => values[of]![row]! >= minimum),
    meetsOwn: (row) => (failed[row]! & mask) === 0,
    keys,
    empty
  })
  placed.pass.forEach((number, row) => {
    if (number === 0) return
    pass[row] = number
    seat[row] = placed.seat[row]!
    outcome[row] = indexOf(placed.undecided.has(row) ? "undecided" : "selected-by-filling")
  })
  return Result.succeed({ ...made, warnings: [...made.warnings, ...Plan.warningsAmong(numbers)] })
}

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
  // One place more than there are rows, so that every row may be written and only those that count move on.
  const rows = new Int32Array(failed.length + 1)
  let count = 0
  for (let i = 0; i < failed.length; i++) {
    const isMet = (failed[i]! & mask) === 0 ? 1 : 0
    outcome[i] = below + isMet * (outside - below)
    rows[count] = i
    count += isMet
  }
  return rows.subarray(0, count)
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
  { goesOn, goesOnSecond, ranked }: Shortlisting.Listed,
  outcome: Uint8Array,
  group: Uint8Array,
  failed: Uint32Array,
  flag: number
): void => {
  const advanced = indexOf("advanced")
  for (let i = 0; i < goesOn.length; i++) outcome[goesOn[i]!] = advanced
  const { order } = ranked
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!
    group[row] = 1
    if (outcome[row] !== advanced) failed[row]! |= flag
  }
  for (const row of goesOnSecond) {
    group[row] = 2
    outcome[row] = indexOf("advanced-second-group")
  }
}

const maskOf = ({ checks }: Plan.ThresholdPlan): number => checks.reduce((mask, { bit }) => mask | (1 << bit), 0)

const valueOf = <A>(sourced: Sourced<A> | undefined): A | undefined =>
  sourced?._tag === "Known" ? sourced.value : undefined

const isComponent = (ruleSet: RuleSet, id: string): boolean => ruleSet.components.some((component) => component.id === id)

const missingIn = (
  components: ReadonlyArray<string>,
  cohort: Cohort.Cohort,
  counts: (row: number) => boolean
): ScoresMissing | undefined => {
  const columns = components.map((id) => cohort.scores[id] ?? new Int32Array(cohort.size).fill(Cohort.absent))
  if (!hasAbsent(columns)) return undefined
  const rows = Array.from({ length: cohort.size }, (_, row) => row).filter(counts)
  return missingAmong(rows, components, cohort)
}

const missingAmong = (rows: ReadonlyArray<number>, components: ReadonlyArray<string>, cohort: Cohort.Cohort): ScoresMissing | undefined => {
  const missing = components.flatMap((component) => {
    const without = rows.filter((row) => (cohort.scores[component]?.[row] ?? Cohort.absent) < 0)
    return without.length === 0 ? [] : [{ component, participants: without.map((row) => cohort.participant[row]!) }]
  })
  return missing.length === 0 ? undefined : new ScoresMissing({ missing })
}

/** Whether any of the columns holds an absent score; three columns in one pass. */
const hasAbsent = (columns: ReadonlyArray<Int32Array>): boolean => {
  for (let k = 0; k < columns.length; k += 3) {
    const a = columns[k]!
    const b = columns[k + 1] ?? a
    const c = columns[k + 2] ?? a
    let sign = 0
    for (let i = 0; i < a.length; i++) sign |= a[i]! | b[i]! | c[i]!
    if (sign < 0) return true
  }
  return false
}

const resolveFilling = (ruleSet: RuleSet, options: Options): Filling.ResolvedPolicies | undefined => {
  const policies = ruleSet.filling?.policies
  if (policies === undefined) return undefined
  return {
    pool: options.filling?.pool ?? valueOf(policies.pool) ?? "all-cells",
    cellOrder: options.filling?.cellOrder ?? valueOf(policies.cellOrder) ?? "identifier",
    closing: options.filling?.closing ?? valueOf(policies.closing) ?? "stays-open",
    consent: options.filling?.consent ?? valueOf(policies.consent) ?? "not-asked"
  }
}
