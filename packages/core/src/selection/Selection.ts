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
import * as FillingNumbers from "./FillingNumbers.ts"
import type * as FinalScore from "./FinalScore.ts"
import * as FirstExam from "./FirstExam.ts"
import * as Gaps from "./Gaps.ts"
import * as LawGuard from "./LawGuard.ts"
import { indexOf } from "./Outcome.ts"
import * as Plan from "./Plan.ts"
import * as Ranking from "./Ranking.ts"
import * as RankingKeys from "./RankingKeys.ts"
import type { RuleSet } from "./RuleSet.ts"
import { generalCategory } from "./RuleSet.ts"
import * as Seats from "./Seats.ts"
import type * as Shortlist from "./Shortlist.ts"

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
  /** The list of the second group; absent where a round has one group. */
  readonly secondShortlist: Ranking.Ranked | undefined
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
 * Somebody has no score, and nothing on record says why; everything that is missing at once, as far as {@link Gaps.find} can tell.
 *
 * @category errors
 * @since 0.1.0
 */
export class ScoresMissing extends Data.TaggedError("ScoresMissing")<{
  readonly missing: ReadonlyArray<{ readonly component: string; readonly participants: ReadonlyArray<string> }>
  /** Participants who lack a priority class as well, in a round that ranks by class first. */
  readonly withoutClass?: ReadonlyArray<string>
}> {
  override get message(): string {
    const lines = this.missing.map(({ component, participants }) => {
      const more = participants.length > 10 ? ` and ${participants.length - 10} more` : ""
      return `no ${component} for ${participants.slice(0, 10).join(", ")}${more}`
    })
    const classes = this.withoutClass ?? []
    const noClass = classes.length === 0 ? "" : `; no priority class for ${classes.slice(0, 10).join(", ")}${classes.length > 10 ? ` and ${classes.length - 10} more` : ""}`
    return `${lines.join("; ")}; give the score, or record that they were absent, excluded or withdrew${noClass}`
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
  const drafted = Plan.draft(ruleSet, formations, stage)
  if (Result.isFailure(drafted)) return Result.fail(drafted.failure)
  const { plan } = drafted.success
  const isFilling = stage === "final" && options.filling?.isRun !== false
  const ofFilling = isFilling ? FillingNumbers.unknown(plan) : []
  const isFillingSure = ofFilling.length > 0 && FillingNumbers.isSurelyNeeded(formations, cohort)
  const unknown = distinct([...drafted.success.unknown, ...Plan.neededByHolders(plan, cohort.entitlements), ...(isFillingSure ? ofFilling : [])])
  if (unknown.length > 0) {
    const known = new Set(unknown.map(({ path }) => path))
    const later = ofFilling.filter(({ path }) => !known.has(path))
    return Result.fail(new Plan.NumbersUnknown({ ruleSet: ruleSet.id, numbers: unknown, ...(later.length === 0 ? {} : { ifSeatsStayEmpty: later }) }))
  }
  const guard = LawGuard.check(ruleSet, options.scoredOn, events)
  if (Result.isFailure(guard)) return Result.fail(guard.failure)
  const step = stage === "final" ? ruleSet.ranking : ruleSet.shortlist!
  const standing = Standing.check(options.standing ?? Standing.simulation, {
    name: stage,
    decidedBy: step.decidedBy,
    isHosts: ruleSet.hostAuthorities.includes(step.decidedBy)
  })
  if (Result.isFailure(standing)) return Result.fail(standing.failure)
  const facts = Facts.gather(ruleSet, cohort, events)
  if (Result.isFailure(facts)) return Result.fail(facts.failure)
  const resolved: Resolved = {
    stage,
    standing: standing.success,
    scoredOn: options.scoredOn,
    filling: isFilling ? resolveFilling(ruleSet, options) : undefined,
    freedPlaces: options.freedPlaces ?? valueOf(ruleSet.shortlist?.freedPlaces),
    refillUntil: options.refillUntil
  }
  return decide(plan, facts.success, { recorded: cohort, events, guard: guard.success, options: resolved })
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
  const { early, late } = FirstExam.leavers(facts, options)
  const isOut = new Set(early.map(({ row }) => row))
  if (hasAbsent(FirstExam.componentsOf(plan), cohort)) {
    const gaps = lacking(plan, facts, options)
    if (gaps !== undefined) return Result.fail(gaps)
  }
  const { failed, group, list, meeting, outcome, values } = FirstExam.hold(plan, facts, isOut)
  const exclude = (fact: Facts.Exclusion): void => {
    outcome[fact.row] = indexOf(fact.outcome)
    const condition = Condition.behind(fact.outcome)
    if (condition !== undefined) failed[fact.row]! |= Condition.flagOf(plan, condition)
  }
  early.forEach(exclude)
  const common = { ruleSet, formations: plan.formations, cohort, plan, values, failed, outcome, shortlist: list?.ranked, secondShortlist: list?.rankedSecond, ...given }
  if (plan.stage !== "final") {
    const nobody = { seat: new Int32Array(0), pass: new Uint8Array(0) }
    return Result.succeed({ ...common, ...nobody, group, final: undefined, warnings: plan.warnings })
  }

  // Second exam, integration, order of each cell, seats.
  const sitting = list === undefined ? Array.from(meeting) : [...list.goesOn, ...list.goesOnSecond]
  const isSitting = new Set(late.length === 0 ? [] : sitting)
  const leaves = new Set<number>()
  for (const fact of late) {
    // Who was not on the list could not miss or fail the second exam.
    if (!isSitting.has(fact.row) && (fact.outcome === "absent-second" || fact.outcome === "eliminated")) continue
    leaves.add(fact.row)
    exclude(fact)
  }
  const present = leaves.size === 0 ? sitting : sitting.filter((row) => !leaves.has(row))
  if (isAnythingMissing(present, plan, cohort)) {
    const gaps = lacking(plan, facts, options)
    if (gaps !== undefined) return Result.fail(gaps)
  }
  const ranked = present.filter((row) => {
    if (!facts.excludingTests.some(({ below }) => below(row))) return true
    exclude({ row, outcome: "eliminated", isSecond: true, at: "" })
    return false
  })
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

const distinct = (numbers: ReadonlyArray<Plan.Warning>): ReadonlyArray<Plan.Warning> => [...new Map(numbers.map((number) => [number.path, number])).values()]

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
  const unknown = FillingNumbers.unknown(plan)
  if (unknown.length > 0) return Result.fail(new Plan.NumbersUnknown({ ruleSet: ruleSet.id, numbers: unknown }))
  const notSelected = indexOf("not-selected")
  const mask = FirstExam.maskOf(plan.thresholds)
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
  return Result.succeed({ ...made, warnings: [...made.warnings, ...Plan.warningsAmong(FillingNumbers.of(plan))] })
}

const valueOf = <A>(sourced: Sourced<A> | undefined): A | undefined =>
  sourced?._tag === "Known" ? sourced.value : undefined

/** What the run lacks, all of it at once; undefined when what is absent is of nobody who takes part. */
const lacking = (plan: Plan.Plan, facts: Facts.Facts, options: Resolved): ScoresMissing | ClassMissing | undefined => {
  const { classes, scores } = Gaps.find(plan, facts, options)
  const named = (rows: ReadonlyArray<number>) => rows.map((row) => facts.cohort.participant[row]!)
  if (scores.length === 0) return classes.length === 0 ? undefined : new ClassMissing({ participants: named(classes) })
  return new ScoresMissing({ missing: scores.map(({ component, rows }) => ({ component, participants: named(rows) })), withoutClass: named(classes) })
}

/** Whether anybody who takes the second exam lacks a score, or the class that the round ranks by. */
const isAnythingMissing = (rows: ReadonlyArray<number>, { ruleSet, scales }: Plan.Plan, cohort: Cohort.Cohort): boolean =>
  ruleSet.components.some(({ id }) => {
    const column = cohort.scores[id]
    return id in scales && rows.some((row) => (column?.[row] ?? Cohort.absent) < 0)
  }) || (ruleSet.ranking.classes !== undefined && rows.some((row) => !Gaps.hasClass(cohort, row)))

/** Whether any of the components has an absent score; three columns in one pass. */
const hasAbsent = (components: ReadonlyArray<string>, cohort: Cohort.Cohort): boolean => {
  const columns = components.flatMap((id) => cohort.scores[id] ?? [])
  if (columns.length < components.length) return cohort.size > 0
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
