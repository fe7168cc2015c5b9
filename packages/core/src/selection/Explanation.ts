/**
 * Why a participant stands where they stand, as data: every step, every limit, the neighbour and the cut.
 *
 * @since 0.1.0
 */
import type { Formation } from "../formation/Formation.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import type { Sourced } from "../law/Sourced.ts"
import type * as Standing from "../law/Standing.ts"
import { type Amount, reader } from "./Amount.ts"
import * as Condition from "./Condition.ts"
import type { FactCondition } from "./Condition.ts"
import type { Event } from "./Event.ts"
import * as LawGuard from "./LawGuard.ts"
import * as Outcome from "./Outcome.ts"
import * as Place from "./Place.ts"
import type { ThresholdPlan, Warning } from "./Plan.ts"
import type { RuleSet } from "./RuleSet.ts"
import { inputsOf, type ScoreStep } from "./ScoreStep.ts"
import type * as Selection from "./Selection.ts"
import { places, secondGroupPlaces } from "./Shortlist.ts"
import * as SmallestChange from "./SmallestChange.ts"
import * as Threshold from "./Threshold.ts"

// --- models ---

/**
 * One rounded step with the amounts it was made of.
 *
 * @category models
 * @since 0.1.0
 */
export interface ExplainedStep {
  readonly step: ScoreStep
  readonly inputs: ReadonlyArray<Amount>
  readonly result: Amount
}

/**
 * One minimum: what was required, what was reached.
 *
 * @category models
 * @since 0.1.0
 */
export interface ExplainedMinimum {
  readonly amount: Amount
  /** In units of the amount. */
  readonly limit: number
  readonly isMet: boolean
  readonly source: LegalSource
}

/**
 * A failed condition that is not a minimum.
 *
 * @category models
 * @since 0.1.0
 */
export interface FailedFact {
  readonly condition: FactCondition
  readonly decidedBy: string
  readonly source: LegalSource
  /**
   * The recorded reason of a disqualification. Why somebody failed an excluding test or a requirement is told to that person
   * alone, since it may speak of health or of a birth date.
   */
  readonly reason: string | undefined
}

/**
 * Everything that can be said about one outcome.
 *
 * @category models
 * @since 0.1.0
 */
export interface Explanation {
  readonly participant: string
  readonly formation: Formation
  readonly ruleSet: { readonly id: string; readonly title: string; readonly program: string }
  readonly stage: string
  readonly standing: Standing.Standing
  readonly guard: LawGuard.Finding
  readonly outcome: Outcome.Outcome
  readonly code: string
  readonly codeTitle: string | undefined
  readonly priorityClass: string | undefined
  readonly group: "first" | "second" | undefined
  /** Where a filling pass seated the participant. */
  readonly placement: { readonly pass: string; readonly title: string; readonly formation: Formation | undefined; readonly source: LegalSource } | undefined
  readonly components: ReadonlyArray<Amount>
  readonly minimums: ReadonlyArray<ExplainedMinimum>
  /** Groups of minimums that the law gives to people; nobody was judged by one unless the formation names it. */
  readonly groupsOfPeople: ReturnType<typeof Threshold.ofPeople>
  readonly failedFacts: ReadonlyArray<FailedFact>
  readonly steps: ReadonlyArray<ExplainedStep>
  /** In the list of the first group, or in that of the second for somebody who is ranked there. */
  readonly shortlist: Place.Place | undefined
  readonly final: Place.Place | undefined
  readonly smallestChange: SmallestChange.SmallestChange
  readonly corrections: ReadonlyArray<Extract<Event, { _tag: "Corrected" }>>
  readonly warnings: ReadonlyArray<Warning>
}

// --- operations ---

/**
 * Explains the outcome of one row.
 *
 * **Details**
 *
 * The explanation may be shown to anybody who may see the public result: it names scores, ranks and participant numbers,
 * and never a birth date. What a disclosure policy hides further is the caller's to hide.
 *
 * **Example** (Lost by practice)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Explanation, Selection, Specimen } from "@timbang/core/selection"
 * const row = (participant: string, practice: string) => ({ participant, formation: "F1", scores: { knowledge: 198, attitude: 200, practice } })
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [row("24-1", "51.0"), row("24-2", "70.8")]))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * const explained = Explanation.explain(made, 0)
 * explained.final?.neighbour?.rung // => "final"
 * explained.final?.cut?.distance // => -11880
 * ```
 *
 * @category explaining
 * @since 0.1.0
 */
export const explain = (selection: Selection.Selection, row: number): Explanation => {
  const { cohort, formations, group, options, plan, ruleSet } = selection
  const formation = formations[cohort.formation[row]!]!
  const outcome = Outcome.tags[selection.outcome[row]!]!
  const amountOf = reader(selection)
  const about = aboutRow(selection, row)
  const code = Outcome.codeOf(ruleSet.codes, outcome, about)
  const used = (id: string) => id in plan.scales
  const placement = ruleSet.filling?.passes[(selection.pass[row] ?? 0) - 1]
  return {
    participant: cohort.participant[row]!,
    formation,
    ruleSet: { id: ruleSet.id, title: ruleSet.title, program: ruleSet.program },
    stage: options.stage,
    standing: options.standing,
    guard: selection.guard,
    outcome,
    code,
    codeTitle: ruleSet.codes.find((each) => each.outcome === outcome && (each.pass === undefined || each.pass === about.pass))?.title,
    priorityClass: about.priorityClass,
    group: group[row] === 0 ? undefined : group[row] === 1 ? "first" : "second",
    placement: placement === undefined ? undefined : {
      pass: placement.id,
      title: placement.title,
      formation: formations[selection.seat[row]!],
      source: placement.source
    },
    components: ruleSet.components.filter(({ id }) => used(id)).map(({ id }) => amountOf(id, row)),
    minimums: minimumsOf(selection, row, amountOf),
    groupsOfPeople: Threshold.ofPeople(ruleSet.thresholds.groups),
    failedFacts: failedFactsOf(selection, row),
    steps: stepsReached(selection, row).filter(({ id }) => used(id)).map((step) => ({
      step,
      inputs: plan.computations.find(({ id }) => id === step.id)!.inputs.map((id) => amountOf(id, row)),
      result: amountOf(step.id, row)
    })),
    shortlist: shortlistPlaceOf(selection, row),
    final: selection.final === undefined ? undefined : Place.find(selection, row, {
      ranked: selection.final,
      places: formation.seats,
      decided: ruleSet.ranking
    }),
    smallestChange: SmallestChange.find(selection, row),
    corrections: selection.events.filter((event): event is Extract<Event, { _tag: "Corrected" }> =>
      event._tag === "Corrected" && event.participant === cohort.participant[row]),
    warnings: selection.warnings
  }
}

/**
 * What the printed code of a row depends on besides its outcome.
 *
 * **Example** (A round without classes or passes)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Explanation, Selection, Specimen } from "@timbang/core/selection"
 * const rows = [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: 50 } }]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * Explanation.aboutRow(made, 0) // => { pass: undefined, group: "first", priorityClass: undefined }
 * ```
 *
 * @category explaining
 * @since 0.1.0
 */
export const aboutRow = (
  { cohort, group, pass, ruleSet }: Pick<Selection.Selection, "cohort" | "group" | "pass" | "ruleSet">,
  row: number
): { readonly pass: string | undefined; readonly group: "first" | "second" | undefined; readonly priorityClass: string | undefined } => ({
  pass: ruleSet.filling?.passes[(pass[row] ?? 0) - 1]?.id,
  group: group[row] === 0 ? undefined : group[row] === 1 ? "first" : "second",
  priorityClass: ruleSet.ranking.classes?.order[cohort.priorityClass?.[row] ?? -1]?.id
})

/** The place in the list of the first group, or of the second. */
const shortlistPlaceOf = (selection: Selection.Selection, row: number): Place.Place | undefined => {
  const { cohort, formations, plan, ruleSet, secondShortlist, shortlist } = selection
  if (shortlist === undefined || ruleSet.shortlist === undefined) return undefined
  const cell = cohort.formation[row]!
  const { seats } = formations[cell]!
  const place = Place.find(selection, row, {
    ranked: shortlist,
    places: places(plan.shortlistFactor, seats),
    decided: ruleSet.shortlist
  })
  return place !== undefined || secondShortlist === undefined ? place : Place.find(selection, row, {
    ranked: secondShortlist,
    places: secondGroupPlaces(plan.shortlistFactor, seats, shortlist.starts[cell + 1]! - shortlist.starts[cell]!),
    decided: ruleSet.shortlist.secondGroup!
  })
}

/** The steps that count for a row: all of them in the final order, else those of the first exam alone. */
const stepsReached = ({ final, ruleSet }: Selection.Selection, row: number): ReadonlyArray<ScoreStep> => {
  const first = ruleSet.shortlist?.exam
  if (first === undefined || (final !== undefined && final.rank[row] !== 0)) return ruleSet.steps
  const own = new Set(ruleSet.components.filter(({ exam }) => exam === first).map(({ id }) => id))
  return ruleSet.steps.filter((step) => {
    if (!inputsOf(step).every((id) => own.has(id))) return false
    own.add(step.id)
    return true
  })
}

/** Those of the first group; where a round has a second group, also its minimums for somebody who missed one of the first. */
const minimumsOf = (
  { cohort, failed, plan, ruleSet }: Selection.Selection,
  row: number,
  amountOf: (id: string, row: number) => Amount
): ReadonlyArray<ExplainedMinimum> => {
  const cell = cohort.formation[row]!
  const inPlan = ({ checks, groupOf, groups }: ThresholdPlan): ReadonlyArray<ExplainedMinimum> => {
    const group = groups[groupOf[cell]!]
    return checks.flatMap(({ bit, minimums, of }) => {
      const limit = minimums[groupOf[cell]!]!
      if (limit < 0) return []
      const sourced: Sourced<number> | undefined = group?.minimums.find((minimum) => minimum.of === of)?.minimum
      return [{
        amount: amountOf(of, row),
        limit,
        isMet: amountOf(of, row).units !== undefined && (failed[row]! >>> bit & 1) === 0,
        source: sourced?.source ?? group?.source ?? ruleSet.thresholds.source
      }]
    })
  }
  const first = inPlan(plan.thresholds)
  return plan.secondThresholds === undefined || first.every(({ isMet }) => isMet) ? first : [...first, ...inPlan(plan.secondThresholds)]
}

const failedFactsOf = ({ cohort, events, failed, plan, ruleSet }: Selection.Selection, row: number): ReadonlyArray<FailedFact> => {
  const own = events.filter((event) => "participant" in event && event.participant === cohort.participant[row])
  return Condition.of(plan).flatMap((condition, bit) => {
    if (condition._tag === "Minimum" || (failed[row]! >>> bit & 1) === 0) return []
    const { decidedBy, source } = decidedIn(ruleSet, condition._tag, own)
    const reason = condition._tag === "Honesty" ? own.find((event) => event._tag === "Disqualified")?.reason : undefined
    return [{ condition: condition._tag, decidedBy, source, reason }]
  })
}

/** The part of the rule set that sets a condition. */
const decidedIn = (
  { ranking, requirements, secondExam, shortlist, thresholds }: RuleSet,
  condition: FactCondition,
  own: ReadonlyArray<Event>
): { readonly decidedBy: string; readonly source: LegalSource } => {
  switch (condition) {
    case "Seats":
      return ranking
    case "Shortlist":
      return shortlist ?? ranking
    case "Eligibility":
      return requirements.find(({ id }) => own.some((event) => event._tag === "Ineligible" && event.requirement === id)) ?? thresholds
    default:
      return secondExam ?? thresholds
  }
}
