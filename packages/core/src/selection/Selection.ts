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
import type { Event } from "./Event.ts"
import * as Facts from "./Facts.ts"
import * as Filling from "./Filling.ts"
import * as FinalScore from "./FinalScore.ts"
import * as LawGuard from "./LawGuard.ts"
import type { Outcome } from "./Outcome.ts"
import { indexOf } from "./Outcome.ts"
import * as Plan from "./Plan.ts"
import * as Ranking from "./Ranking.ts"
import type { RuleSet } from "./RuleSet.ts"
import { generalCategory } from "./RuleSet.ts"
import * as Shortlist from "./Shortlist.ts"
import * as Threshold from "./Threshold.ts"
import type { TieLadder } from "./TieLadder.ts"
import { nameOf } from "./TieLadder.ts"

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
  readonly events: ReadonlyArray<Event>
  readonly plan: Plan.Plan
  readonly options: Resolved
  readonly guard: LawGuard.Finding
  /** Components and steps, in units of their last decimal; the scales stand in the plan. */
  readonly values: FinalScore.Values
  /** Bit `b` is set when condition `b` of {@link conditionsOf} failed. */
  readonly failed: Uint32Array
  /** Numbers into `Outcome.tags`. */
  readonly outcome: Uint8Array
  /** 1 for the first group of the shortlist, 2 for the second, 0 for neither. */
  readonly group: Uint8Array
  readonly shortlist: Ranking.Ranked | undefined
  readonly final: Ranking.Ranked | undefined
  /** Formation of the seat a participant has, or -1. */
  readonly seat: Int32Array
  /** Filling pass that gave or contests the seat, counted from 1; 0 for none. */
  readonly pass: Uint8Array
  /** Numbers this run used although no source confirms them. */
  readonly warnings: ReadonlyArray<Plan.Warning>
}

/**
 * A condition that a participant can fail.
 *
 * @category models
 * @since 0.1.0
 */
export type Condition =
  | { readonly _tag: "Minimum"; readonly of: string; readonly group: "first" | "second" }
  | { readonly _tag: FactCondition }

/**
 * The conditions that are not minimums.
 *
 * @category models
 * @since 0.1.0
 */
export type FactCondition =
  | "Shortlist"
  | "Attendance"
  | "Honesty"
  | "Eligibility"
  | "Participation"
  | "AttendanceSecond"
  | "ExcludingTest"
  | "Seats"

// --- errors ---

/**
 * Somebody has no score, and nothing on record says why.
 *
 * @category errors
 * @since 0.1.0
 */
export class ScoresMissing extends Data.TaggedError("ScoresMissing")<{
  readonly component: string
  readonly participants: ReadonlyArray<string>
}> {
  override get message(): string {
    const some = this.participants.slice(0, 10).join(", ")
    const more = this.participants.length > 10 ? ` and ${this.participants.length - 10} more` : ""
    return `no ${this.component} for ${some}${more}; give the score, or record that they were absent, excluded or withdrew`
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
  return decide(plan.success, facts.success, { cohort, events, guard: guard.success, options: resolved })
}

/**
 * The conditions of a plan, by their bit in {@link Selection.failed}.
 *
 * **Example** (The minimums of the specimen come first)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Plan, Selection, Specimen } from "@timbang/core/selection"
 * const plan = Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "final"))
 * Selection.conditionsOf(plan)[1] // => { _tag: "Minimum", of: "attitude", group: "first" }
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const conditionsOf = (plan: Pick<Plan.Plan, "minimums" | "secondGroupMinimums">): ReadonlyArray<Condition> => [
  ...plan.minimums.map(({ of }): Condition => ({ _tag: "Minimum", of, group: "first" })),
  ...plan.secondGroupMinimums.map(({ of }): Condition => ({ _tag: "Minimum", of, group: "second" })),
  ...factConditions.map((_tag): Condition => ({ _tag }))
]

const factConditions: ReadonlyArray<FactCondition> = [
  "Shortlist",
  "Attendance",
  "Honesty",
  "Eligibility",
  "Participation",
  "AttendanceSecond",
  "ExcludingTest",
  "Seats"
]

const conditionOf: Partial<Record<Outcome, FactCondition>> = {
  absent: "Attendance",
  disqualified: "Honesty",
  ineligible: "Eligibility",
  withdrawn: "Participation",
  "absent-second": "AttendanceSecond",
  eliminated: "ExcludingTest"
}

interface Given {
  readonly cohort: Cohort.Cohort
  readonly events: ReadonlyArray<Event>
  readonly guard: LawGuard.Finding
  readonly options: Resolved
}

const decide = (plan: Plan.Plan, facts: Facts.Facts, given: Given): Result.Result<Selection, SelectionError> => {
  const { formations, ruleSet, stage } = plan
  const { options } = given
  const cohort = facts.cohort
  const { size } = cohort
  const values = FinalScore.evaluate(plan, cohort)
  const failed = new Uint32Array(size)
  for (const { bit, minimums, of } of [...plan.minimums, ...plan.secondGroupMinimums]) {
    Threshold.mark(values[of]!, cohort.formation, minimums, bit, failed)
  }
  const factBit = plan.minimums.length + plan.secondGroupMinimums.length
  const fail = (row: number, condition: FactCondition): void => {
    failed[row]! |= (1 << (factBit + factConditions.indexOf(condition))) >>> 0
  }
  const outcome = new Uint8Array(size)
  const group = new Uint8Array(size)
  const seat = new Int32Array(size).fill(-1)
  const pass = new Uint8Array(size)
  const firstMask = maskOf(plan.minimums)
  const secondMask = maskOf(plan.secondGroupMinimums)
  const exclude = (fact: Facts.Exclusion): void => {
    outcome[fact.row] = indexOf(fact.outcome)
    const condition = conditionOf[fact.outcome]
    if (condition !== undefined) fail(fact.row, condition)
  }
  const leavesEarly = ({ at, isSecond }: Facts.Exclusion): boolean =>
    !isSecond || (options.freedPlaces === "refilled" && options.refillUntil !== undefined && at <= options.refillUntil)
  const early = facts.exclusions.filter(leavesEarly)
  const late = facts.exclusions.filter((fact) => !leavesEarly(fact))
  const excluded = new Uint8Array(size)
  for (const fact of early) excluded[fact.row] = 1

  // First exam: scores, minimums, shortlist.
  const firstExam = ruleSet.shortlist?.exam
  const missing = firstMissing(
    ruleSet.components.filter(({ exam, id }) => id in plan.scales && (firstExam === undefined || exam === firstExam)).map(({ id }) => id),
    cohort,
    (row) => excluded[row] === 0
  )
  if (missing !== undefined) return Result.fail(missing)
  const isFirst = new Uint8Array(size)
  const below = indexOf("below-threshold")
  for (let i = 0; i < size; i++) {
    if ((failed[i]! & firstMask) !== 0) outcome[i] = below
    else if (excluded[i] === 0) isFirst[i] = 1
  }
  let sitting = isFirst
  let shortlist: Ranking.Ranked | undefined
  if (ruleSet.shortlist !== undefined) {
    const list = makeShortlist(plan, ruleSet.shortlist, cohort, values, isFirst, (row) =>
      excluded[row] === 0 && (failed[row]! & firstMask) !== 0 && (failed[row]! & secondMask) === 0)
    shortlist = list.ranked
    sitting = list.sitting
    const outside = indexOf("outside-shortlist")
    const shortlistFlag = (1 << (factBit + factConditions.indexOf("Shortlist"))) >>> 0
    for (let i = 0; i < size; i++) {
      group[i] = list.group[i]!
      if (list.sitting[i] === 1) outcome[i] = list.group[i] === 2 ? advancedSecond : advanced
      else if (isFirst[i] === 1) {
        outcome[i] = outside
        failed[i]! |= shortlistFlag
      }
    }
  }
  early.forEach(exclude)
  const result = (final: Ranking.Ranked | undefined, warnings: ReadonlyArray<Plan.Warning>): Selection => ({
    ruleSet,
    formations,
    cohort,
    events: given.events,
    plan,
    options,
    guard: given.guard,
    values,
    failed,
    outcome,
    group,
    shortlist,
    final,
    seat,
    pass,
    warnings
  })
  if (stage !== "final") return Result.succeed(result(undefined, plan.warnings))

  // Second exam, integration, order of each cell.
  const ranked = new Uint8Array(sitting)
  for (const fact of late) {
    // Who was not on the list could not miss or fail the second exam.
    if (ranked[fact.row] === 0 && (fact.outcome === "absent-second" || fact.outcome === "eliminated")) continue
    ranked[fact.row] = 0
    exclude(fact)
  }
  const missingLater = firstMissing(Object.keys(plan.scales).filter((id) => id in cohort.scores), cohort, (row) => ranked[row] === 1)
  if (missingLater !== undefined) return Result.fail(missingLater)
  for (const { below: isBelow } of facts.excludingTests) {
    for (let i = 0; i < size; i++) {
      if (ranked[i] === 1 && isBelow(i)) {
        ranked[i] = 0
        exclude({ row: i, outcome: "eliminated", isSecond: true, at: "" })
      }
    }
  }
  const classes = ruleSet.ranking.classes
  if (classes !== undefined) {
    const without = rowsWhere(ranked, (row) => (cohort.priorityClass?.[row] ?? Cohort.absentClass) === Cohort.absentClass)
    if (without.length > 0) return Result.fail(new ClassMissing({ participants: without.map((row) => cohort.participant[row]!) }))
  }
  if (group.includes(2)) {
    const unknown = Plan.unknownsAmong([["shortlist.secondGroup.finalRanking", ruleSet.shortlist!.secondGroup!.finalRanking]])
    if (unknown.length > 0) return Result.fail(new Plan.NumbersUnknown({ ruleSet: ruleSet.id, numbers: unknown }))
  }
  const keys = finalKeys(plan, cohort, values, group, facts.letter)
  const final = Ranking.rank({ cell: cohort.formation, cells: formations.length, included: ranked, keys })
  const empty = seatCells(formations, final, outcome, seat, (row) => fail(row, "Seats"))
  const warnings = [...plan.warnings]
  if (options.filling !== undefined && ruleSet.filling !== undefined && empty.some((seats) => seats > 0)) {
    const { passes } = ruleSet.filling
    const policies = options.filling
    const numbers = passes.map(({ id, meets }) => [`filling.passes.${id}.meets`, meets] as const)
    const unknown = Plan.unknownsAmong(numbers)
    if (unknown.length > 0) return Result.fail(new Plan.NumbersUnknown({ ruleSet: ruleSet.id, numbers: unknown }))
    warnings.push(...Plan.warningsAmong(numbers))
    const notSelected = indexOf("not-selected")
    const placed = Filling.run({
      passes: passes.map((pass) => ({ pass, meets: valueOf(pass.meets)! })),
      policies,
      formations,
      generalCategory: generalCategory(ruleSet)?.id,
      cell: cohort.formation,
      available: outcome.map((tag, row) =>
        tag === notSelected && (policies.consent === "not-asked" ? !facts.unwilling.has(row) : facts.willing.has(row)) ? 1 : 0
      ),
      meetsGeneral: (row) => plan.generalMinimums.every(({ minimum, of }) => values[of]![row]! >= minimum),
      meetsOwn: (row) => (failed[row]! & firstMask) === 0,
      keys,
      empty
    })
    for (let i = 0; i < size; i++) {
      if (placed.pass[i] === 0) continue
      pass[i] = placed.pass[i]!
      seat[i] = placed.seat[i]!
      outcome[i] = indexOf(placed.undecided[i] === 1 ? "undecided" : "selected-by-filling")
    }
  }
  return Result.succeed(result(final, warnings))
}

const advanced = indexOf("advanced")
const advancedSecond = indexOf("advanced-second-group")

const maskOf = (minimums: ReadonlyArray<Plan.MinimumCheck>): number =>
  minimums.reduce((mask, { bit }) => mask | (1 << bit), 0)

const valueOf = <A>(sourced: Sourced<A> | undefined): A | undefined =>
  sourced?._tag === "Known" ? sourced.value : undefined

const rowsWhere = (included: Uint8Array, holds: (row: number) => boolean): ReadonlyArray<number> => {
  const rows: Array<number> = []
  for (let i = 0; i < included.length; i++) if (included[i] === 1 && holds(i)) rows.push(i)
  return rows
}

const firstMissing = (
  components: ReadonlyArray<string>,
  cohort: Cohort.Cohort,
  counts: (row: number) => boolean
): ScoresMissing | undefined => {
  for (const component of components) {
    const column = cohort.scores[component]
    const participants: Array<string> = []
    for (let i = 0; i < cohort.size; i++) {
      if ((column === undefined || column[i]! < 0) && counts(i)) participants.push(cohort.participant[i]!)
    }
    if (participants.length > 0) return new ScoresMissing({ component, participants })
  }
  return undefined
}

/** Keys for a ladder of scores, with the spans that let them be packed. */
const scoreKeys = (plan: Plan.Plan, values: FinalScore.Values, ids: ReadonlyArray<string>): ReadonlyArray<Ranking.Key> =>
  ids.map((id) => ({ name: id, column: values[id]!, first: "higher", span: plan.scales[id]!.maximum + 1 }))

const scoresOf = (ladder: TieLadder): ReadonlyArray<string> =>
  ladder.flatMap((rung) => rung._tag === "Score" ? [rung.of] : [])

const makeShortlist = (
  plan: Plan.Plan,
  rule: Shortlist.Shortlist,
  cohort: Cohort.Cohort,
  values: FinalScore.Values,
  isFirst: Uint8Array,
  isSecondCandidate: (row: number) => boolean
) => {
  const { formations } = plan
  const keys = scoreKeys(plan, values, scoresOf(rule.ladder))
  const cell = cohort.formation
  const ranked = Ranking.rank({ cell, cells: formations.length, included: isFirst, keys })
  const sitting = new Uint8Array(cohort.size)
  const group = new Uint8Array(cohort.size)
  const places = Int32Array.from(formations, ({ seats }) => Shortlist.places(plan.shortlistFactor, seats))
  for (let i = 0; i < cohort.size; i++) {
    if (isFirst[i] === 0) continue
    group[i] = 1
    if (ranked.rank[i]! <= places[cell[i]!]!) sitting[i] = 1
  }
  if (rule.secondGroup === undefined) return { ranked, sitting, group }
  const candidates = Uint8Array.from(isFirst, (_, row) => isSecondCandidate(row) ? 1 : 0)
  const second = Ranking.rank({ cell, cells: formations.length, included: candidates, keys })
  for (let i = 0; i < cohort.size; i++) {
    if (candidates[i] === 0) continue
    const own = cell[i]!
    const inFirst = ranked.starts[own + 1]! - ranked.starts[own]!
    if (second.rank[i]! > Shortlist.secondGroupPlaces(plan.shortlistFactor, formations[own]!.seats, inFirst)) continue
    group[i] = 2
    sitting[i] = 1
  }
  return { ranked, sitting, group }
}

const finalKeys = (
  plan: Plan.Plan,
  cohort: Cohort.Cohort,
  values: FinalScore.Values,
  group: Uint8Array,
  letter: Int32Array | undefined
): ReadonlyArray<Ranking.Key> => {
  const { ranking, shortlist } = plan.ruleSet
  const keys: Array<Ranking.Key> = []
  if (ranking.classes !== undefined) {
    const column = Int32Array.from(cohort.priorityClass ?? [])
    keys.push({ name: "class", column, first: "lower", span: ranking.classes.order.length })
  }
  if (valueOf(shortlist?.secondGroup?.finalRanking) === "first-group-first") {
    keys.push({ name: "group", column: Int32Array.from(group), first: "lower", span: 3 })
  }
  keys.push(...scoreKeys(plan, values, [ranking.final]))
  for (const rung of ranking.ladder) {
    if (rung._tag === "Score") {
      keys.push(...scoreKeys(plan, values, [rung.of]))
    } else if (rung._tag === "GradeAverage") {
      const column = cohort.gradeAverage ?? new Int32Array(cohort.size).fill(Cohort.absent)
      keys.push({ name: nameOf(rung), column, first: "higher", missing: Cohort.absent })
    } else {
      const column = cohort.birthDay ?? new Int32Array(cohort.size).fill(Cohort.absentDay)
      keys.push({ name: nameOf(rung), column, first: "lower", missing: Cohort.absentDay })
    }
  }
  if (letter !== undefined) keys.push({ name: "letter", column: letter, first: "lower", missing: Cohort.absent, settles: true })
  return keys
}

/** Gives out the seats of every cell; answers the seats that stay empty. Equals across the last seat are undecided. */
const seatCells = (
  formations: ReadonlyArray<Formation>,
  { order, rank, starts }: Ranking.Ranked,
  outcome: Uint8Array,
  seat: Int32Array,
  missesSeat: (row: number) => void
): Int32Array => {
  const empty = new Int32Array(formations.length)
  formations.forEach(({ seats }, cell) => {
    const end = starts[cell + 1]!
    let i = starts[cell]!
    empty[cell] = Math.max(0, seats - (end - i))
    while (i < end) {
      const place = rank[order[i]!]!
      let next = i + 1
      while (next < end && rank[order[next]!]! === place) next++
      const isSeated = place + (next - i) - 1 <= seats
      const tag = isSeated ? indexOf("selected") : place > seats ? indexOf("not-selected") : indexOf("undecided")
      for (; i < next; i++) {
        const row = order[i]!
        outcome[row] = tag
        if (isSeated) seat[row] = cell
        else if (place > seats) missesSeat(row)
      }
    }
  })
  return empty
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
