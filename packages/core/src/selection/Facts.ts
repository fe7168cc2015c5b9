/**
 * Turns recorded events into what the engine needs: exclusions by row, corrected scores, settled ties.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { ScoreScale } from "../input/Fault.ts"
import { type Day, isDay } from "../law/Day.ts"
import * as Cohort from "./Cohort.ts"
import type { Event, Exclusion as ExclusionEvent, Reinstated } from "./Event.ts"
import type { Outcome } from "./Outcome.ts"
import type { RuleSet } from "./RuleSet.ts"

// --- models ---

/**
 * Somebody who takes no further part, and from when.
 *
 * @category models
 * @since 0.1.0
 */
export interface Exclusion {
  readonly row: number
  readonly outcome: Outcome
  /** True when it happened after the shortlist was made. */
  readonly isSecond: boolean
  readonly at: Day | ""
}

/**
 * The facts of a cohort.
 *
 * @category models
 * @since 0.1.0
 */
export interface Facts {
  /** With corrections applied. */
  readonly cohort: Cohort.Cohort
  readonly exclusions: ReadonlyArray<Exclusion>
  /** Announced tests that exclude below a score. */
  readonly excludingTests: ReadonlyArray<{ readonly test: string; readonly below: (row: number) => boolean }>
  /** Order that letters settled, counted from 1; absent where no letter speaks. */
  readonly letter: Int32Array | undefined
  readonly willing: ReadonlySet<number>
  readonly unwilling: ReadonlySet<number>
}

/**
 * An event that cannot be taken into account.
 *
 * @category errors
 * @since 0.1.0
 */
export interface FactFault {
  /** Position in the list of events, counted from 1. */
  readonly event: number
  readonly problem: "day-invalid" | "participant-unknown" | "component-unknown" | "exam-unknown" | "score-invalid" | "from-differs" | "basis-missing" | "reason-missing"
  readonly found: string
  readonly expected: string
  /** Of a `score-invalid`, the scores that the component accepts. */
  readonly scale?: ScoreScale
}

// --- errors ---

/**
 * Events that cannot be taken into account; all of them at once.
 *
 * @category errors
 * @since 0.1.0
 */
export class FactsRefused extends Data.TaggedError("FactsRefused")<{ readonly faults: ReadonlyArray<FactFault> }> {
  override get message(): string {
    return this.faults.map(({ event, expected, found, problem }) =>
      `event ${event}: ${problem}, found ${JSON.stringify(found)}; expected ${expected}`
    ).join("\n")
  }
}

// --- operations ---

/**
 * Applies events to a cohort, or lists every event that cannot be applied.
 *
 * **Details**
 *
 * Corrections apply in the order of their day; each must name the score that stands there, so that nothing changes by
 * accident. The cohort given is left as it is.
 *
 * **Example** (A correction that names the wrong old score)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Facts, Specimen } from "@timbang/core/selection"
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [
 *   { participant: "24-1", formation: "F1", scores: { knowledge: 150 } }
 * ]))
 * const corrected = { _tag: "Corrected", participant: "24-1", component: "knowledge", from: "140", to: "160", at: "2024-11-20", basis: "B/1" } as const
 * Result.isFailure(Facts.gather(Specimen.ruleSet, cohort, [corrected])) // => true
 * ```
 *
 * @category gathering
 * @since 0.1.0
 */
export const gather = (
  ruleSet: RuleSet,
  cohort: Cohort.Cohort,
  events: ReadonlyArray<Event>
): Result.Result<Facts, FactsRefused> => {
  const faults: Array<FactFault> = []
  let exclusions: Array<Exclusion & { readonly event: ExclusionEvent }> = []
  const willing = new Set<number>()
  const unwilling = new Set<number>()
  const scores: Record<string, Int32Array> = { ...cohort.scores }
  let letter: Int32Array | undefined
  const rowOf = lookUp(cohort.participant, events.length)
  const exams = new Set(ruleSet.components.map(({ exam }) => exam))
  const firstExam = ruleSet.shortlist?.exam
  const inOrder = events.map((event, index) => ({ event, number: index + 1 }))
    .sort((a, b) =>
      a.event.at < b.event.at ? -1 : a.event.at > b.event.at ? 1 : turnOf(a.event) - turnOf(b.event) || a.number - b.number
    )
  for (const { event, number } of inOrder) {
    const refuse = (problem: FactFault["problem"], found: string, expected: string, scale?: ScoreScale): void => {
      faults.push({ event: number, problem, found, expected, ...(scale === undefined ? {} : { scale }) })
    }
    if (!isDay(event.at)) refuse("day-invalid", event.at, "a calendar day, YYYY-MM-DD")
    const find = (participant: string): number | undefined => {
      const row = rowOf(participant)
      if (row === undefined) refuse("participant-unknown", participant, "a participant of the cohort")
      return row
    }
    switch (event._tag) {
      case "Absent":
      case "Disqualified":
      case "Withdrawn":
      case "Ineligible":
      case "Eliminated": {
        const row = find(event.participant)
        if (!exams.has(event.exam)) refuse("exam-unknown", event.exam, [...exams].join(" or "))
        const isReasonMissing = (event._tag === "Ineligible" || event._tag === "Disqualified") && event.reason.trim() === ""
        if (isReasonMissing) refuse("reason-missing", "", "the specific reason of the exclusion")
        if (row === undefined) break
        const isSecond = firstExam !== undefined && event.exam !== firstExam
        exclusions.push({ row, outcome: outcomeOf(event._tag, isSecond), isSecond, at: event.at, event })
        break
      }
      case "Reinstated": {
        const row = find(event.participant)
        if (event.basis.trim() === "") refuse("basis-missing", "", "the objection, letter or judgment behind the reinstatement")
        if (row === undefined) break
        const left = exclusions.filter((one) => one.row !== row || !isTakenBack(one.event, event))
        if (left.length === exclusions.length) refuse("from-differs", event.exclusion, "an exclusion of this kind and exam on record")
        exclusions = left
        break
      }
      case "Corrected": {
        const row = find(event.participant)
        const component = ruleSet.components.find(({ id }) => id === event.component)
        if (event.basis.trim() === "") refuse("basis-missing", "", "the objection, letter or judgment behind the correction")
        if (component === undefined) {
          refuse("component-unknown", event.component, ruleSet.components.map(({ id }) => id).join(", "))
          break
        }
        if (row === undefined) break
        const to = Cohort.readScore(component, event.to)
        if (typeof to === "string") {
          refuse("score-invalid", event.to, Cohort.acceptedScores(component), Cohort.scaleOf(component))
          break
        }
        const from = event.from === "" ? Cohort.absent : Cohort.readScore(component, event.from)
        const column = scores[component.id] ?? new Int32Array(cohort.size).fill(Cohort.absent)
        if (column[row] !== from) {
          refuse("from-differs", event.from, "the score that stands on record before the correction")
          break
        }
        const copy = column === cohort.scores[component.id] ? column.slice() : column
        copy[row] = to
        scores[component.id] = copy
        break
      }
      case "TieSettled": {
        letter ??= new Int32Array(cohort.size).fill(Cohort.absent)
        if (event.letter.trim() === "") refuse("basis-missing", "", "the letter that settles the tie")
        event.order.forEach((participant, index) => {
          const row = find(participant)
          if (row !== undefined) letter![row] = index + 1
        })
        break
      }
      case "PlacementAnswered": {
        const row = find(event.participant)
        if (row === undefined) break
        ;(event.willing ? willing : unwilling).add(row)
        ;(event.willing ? unwilling : willing).delete(row)
        break
      }
      case "LawChanged":
        break
    }
  }
  if (faults.length > 0) return Result.fail(new FactsRefused({ faults: faults.sort((a, b) => a.event - b.event) }))
  return Result.succeed({
    cohort: { ...cohort, scores },
    exclusions: strongest(exclusions.map(({ at, isSecond, outcome, row }) => ({ row, outcome, isSecond, at }))),
    excludingTests: excludingTestsOf(ruleSet, scores),
    letter,
    willing,
    unwilling
  })
}

const outcomeOf = (tag: "Absent" | "Disqualified" | "Withdrawn" | "Ineligible" | "Eliminated", isSecond: boolean): Outcome => {
  switch (tag) {
    case "Absent":
      return isSecond ? "absent-second" : "absent"
    case "Disqualified":
      return "disqualified"
    case "Withdrawn":
      return "withdrawn"
    case "Ineligible":
      return "ineligible"
    case "Eliminated":
      return "eliminated"
  }
}

const isTakenBack = (excluded: ExclusionEvent, { exam, exclusion, requirement }: Reinstated): boolean =>
  excluded.exam === exam && excluded._tag === exclusion &&
  (requirement === undefined || (excluded._tag === "Ineligible" && excluded.requirement === requirement))

/** On one day, an exclusion comes before what takes it back. */
const turnOf = ({ _tag }: Event): number => _tag === "Reinstated" ? 1 : 0

const strength: ReadonlyArray<Outcome> = ["absent-second", "absent", "eliminated", "withdrawn", "ineligible", "disqualified"]

/** Every exclusion is kept for its reason; the strongest comes last, because its code is the one printed. */
const strongest = (exclusions: ReadonlyArray<Exclusion>): ReadonlyArray<Exclusion> =>
  exclusions.toSorted((a, b) => strength.indexOf(a.outcome) - strength.indexOf(b.outcome))

const lookUp = (participants: ReadonlyArray<string>, events: number): (participant: string) => number | undefined => {
  if (events === 0) return () => undefined
  const rows = new Map(participants.map((participant, row) => [participant, row]))
  return (participant) => rows.get(participant)
}

const excludingTestsOf = (ruleSet: RuleSet, scores: Readonly<Record<string, Int32Array>>) =>
  (ruleSet.secondExam?.announced?.tests ?? []).flatMap(({ decimals, excludesBelow, id }) => {
    const column = scores[id]
    if (excludesBelow === undefined || column === undefined) return []
    const limit = excludesBelow * 10 ** decimals
    return [{ test: id, below: (row: number) => column[row]! >= 0 && column[row]! < limit }]
  })
