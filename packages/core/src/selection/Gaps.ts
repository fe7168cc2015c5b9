/**
 * What a selection needs of its participants and does not have: scores nobody gave, priority classes nobody named.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import type { Formation } from "../formation/Formation.ts"
import * as Cohort from "./Cohort.ts"
import type { Event } from "./Event.ts"
import * as Facts from "./Facts.ts"
import * as FirstExam from "./FirstExam.ts"
import * as Plan from "./Plan.ts"
import type { RuleSet } from "./RuleSet.ts"
import * as Shortlist from "./Shortlist.ts"

// --- models ---

/**
 * Rows of a cohort that lack something, by component.
 *
 * @category models
 * @since 0.1.0
 */
export interface Gaps {
  readonly scores: ReadonlyArray<{ readonly component: string; readonly rows: ReadonlyArray<number> }>
  /** Rows without the priority class that their round ranks by. */
  readonly classes: ReadonlyArray<number>
}

/**
 * What of a cohort is not sure, as in a file with faults.
 *
 * @category models
 * @since 0.1.0
 */
export interface Doubt {
  /** Rows of which it is not known whether they take part: nothing is asked of them, and they may stand above anybody. */
  readonly takingPart: ReadonlySet<number>
}

// --- operations ---

/**
 * Finds everything that is lacking, as far as it can be told before it is filled in.
 *
 * **Details**
 *
 * Whoever takes part needs the first exam's scores; whoever goes on needs the second's, and a class where the round ranks by
 * class. While first scores are missing or rows are in doubt, somebody counts as going on only when they would even if all
 * those of their cell stood above them, so that nothing is asked for that may not be needed. A row with no known formation
 * (-1) may belong to any cell.
 *
 * **Example** (A second score is asked for only of whoever surely goes on)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Facts, Gaps, Plan, Specimen } from "@timbang/core/selection"
 * const row = (participant: string, knowledge?: number) => ({ participant, formation: "F1", scores: { knowledge, attitude: 200 } })
 * const rows = [row("24-1", 200), row("24-2"), row("24-3", 190), row("24-4", 180)]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * const plan = Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "final"))
 * const facts = Result.getOrThrow(Facts.gather(Specimen.ruleSet, cohort, []))
 * Gaps.find(plan, facts, { freedPlaces: "stay-empty", refillUntil: undefined }).scores
 * // => [{ component: "knowledge", rows: [1] }, { component: "practice", rows: [0, 2] }]
 * ```
 *
 * @category finding
 * @since 0.1.0
 */
export const find = (
  plan: Plan.Plan,
  facts: Facts.Facts,
  options: { readonly freedPlaces: Shortlist.FreedPlaces | undefined; readonly refillUntil: string | undefined },
  doubt: Doubt = { takingPart: new Set() }
): Gaps => {
  const { cohort } = facts
  const { early, late } = FirstExam.leavers(facts, options)
  const isOut = new Set(early.map(({ row }) => row))
  const rows = Array.from({ length: cohort.size }, (_, row) => row)
  const asked = rows.filter((row) => !isOut.has(row) && !doubt.takingPart.has(row))
  const scores = absentIn(FirstExam.componentsOf(plan), asked, cohort)
  if (plan.stage !== "final") return { scores, classes: [] }

  const unsure = new Set([...doubt.takingPart, ...scores.flatMap((gap) => gap.rows), ...rows.filter((row) => cohort.formation[row] === -1)])
  for (const row of isOut) unsure.delete(row)
  const { list, meeting } = FirstExam.hold(plan, facts, new Set([...isOut, ...unsure]))
  const leaves = new Set(late.map(({ row }) => row))
  const present = (list === undefined ? Array.from(meeting) : surelyGoingOn(plan, cohort, list, unsure)).filter((row) => !leaves.has(row))
  const second = Object.keys(plan.scales).filter((id) => plan.ruleSet.components.some((component) => component.id === id))
  const isRanked = (row: number) => !facts.excludingTests.some(({ below }) => below(row))
  return {
    scores: [...scores, ...absentIn(second, present, cohort)],
    classes: plan.ruleSet.ranking.classes === undefined ? [] : present.filter((row) => isRanked(row) && !hasClass(cohort, row))
  }
}

/**
 * What a run would lack, told before it is run and beside other faults: an event that cannot be taken into account is left
 * aside, and rules that cannot be compiled for the formations find nothing.
 *
 * **Example** (Beside an event about somebody unknown)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Gaps, Specimen } from "@timbang/core/selection"
 * const rows = [{ participant: "24-1", formation: "F1", scores: { knowledge: 200 } }]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * const absent = { _tag: "Absent", participant: "24-9", exam: "written", at: "2024-10-16" } as const
 * Gaps.ahead({ ruleSet: Specimen.ruleSet, formations: [Specimen.formation], cohort, events: [absent] }).scores // => [{ component: "attitude", rows: [0] }]
 * ```
 *
 * @category finding
 * @since 0.1.0
 */
export const ahead = ({ cohort, doubt, events, formations, options = {}, ruleSet }: {
  readonly ruleSet: RuleSet
  readonly formations: ReadonlyArray<Formation>
  readonly cohort: Cohort.Cohort
  readonly events: ReadonlyArray<Event>
  readonly options?: { readonly stage?: string; readonly freedPlaces?: Shortlist.FreedPlaces; readonly refillUntil?: string }
  readonly doubt?: Doubt
}): Gaps => {
  const plan = Plan.compile(ruleSet, formations, options.stage ?? "final")
  const whole = Facts.gather(ruleSet, cohort, events)
  const refused = new Set(Result.isFailure(whole) ? whole.failure.faults.map(({ event }) => event) : [])
  const facts = refused.size === 0 ? whole : Facts.gather(ruleSet, cohort, events.filter((_, at) => !refused.has(at + 1)))
  if (Result.isFailure(plan) || Result.isFailure(facts)) return { scores: [], classes: [] }
  const usual = ruleSet.shortlist?.freedPlaces
  const freedPlaces = options.freedPlaces ?? (usual?._tag === "Known" ? usual.value : undefined)
  return find(plan.success, facts.success, { freedPlaces, refillUntil: options.refillUntil }, doubt)
}

/**
 * Whether a participant has a priority class.
 *
 * **Example** (A cohort without classes)
 *
 * ```ts
 * import { Gaps } from "@timbang/core/selection"
 * Gaps.hasClass({}, 0) // => false
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const hasClass = ({ priorityClass }: Pick<Cohort.Cohort, "priorityClass">, row: number): boolean =>
  (priorityClass?.[row] ?? Cohort.absentClass) !== Cohort.absentClass

/** Rows on the shortlist even if every unsure row that may be of their cell stood above them. */
const surelyGoingOn = (
  { formations, shortlistFactor }: Plan.Plan,
  { formation }: Cohort.Cohort,
  { goesOn, goesOnSecond, ranked }: NonNullable<FirstExam.FirstExam["list"]>,
  unsure: ReadonlySet<number>
): ReadonlyArray<number> => {
  if (unsure.size === 0) return [...goesOn, ...goesOnSecond]
  const inCell = new Int32Array(formations.length)
  let anywhere = 0
  for (const row of unsure) {
    if (formation[row] === -1) anywhere++
    else inCell[formation[row]!]!++
  }
  const above = (row: number) => anywhere + inCell[formation[row]!]!
  return [
    ...Array.from(goesOn).filter((row) => ranked.rank[row]! + above(row) <= Shortlist.places(shortlistFactor, formations[formation[row]!]!.seats)),
    ...goesOnSecond.filter((row) => above(row) === 0)
  ]
}

const absentIn = (components: ReadonlyArray<string>, rows: ReadonlyArray<number>, { scores }: Cohort.Cohort): Gaps["scores"] =>
  components.flatMap((component) => {
    const column = scores[component]
    const without = column === undefined ? rows : rows.filter((row) => column[row]! < 0)
    return without.length === 0 ? [] : [{ component, rows: without }]
  })
