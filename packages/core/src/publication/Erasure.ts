/**
 * What is left of a participant's private data when they are erased: nothing, or as little as the result still needs.
 *
 * A rank that was decided by age cannot be computed again without any date. Then the coarsest date is kept from which everybody's result
 * is the same, found by running the selection again. Who needs the seat, who stands before whom and why stay as they were published.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Day from "../law/Day.ts"
import * as Scaled from "../number/Scaled.ts"
import * as Cohort from "../selection/Cohort.ts"
import type { Event } from "../selection/Event.ts"
import type { Ranked } from "../selection/Ranking.ts"
import * as Selection from "../selection/Selection.ts"

// --- models ---

/**
 * One kind of private data and what became of it: it is gone, or this is kept, because the result hangs on it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Part {
  readonly part: "birth-date" | "grade-average" | "entitlements" | "reasons"
  /** Absent where nothing is left. */
  readonly kept?: string
}

/**
 * The record of a selection without the private data of one participant.
 *
 * @category models
 * @since 0.1.0
 */
export interface Erased {
  /** Takes the place of `Selection.recorded`. */
  readonly recorded: Cohort.Cohort
  readonly events: ReadonlyArray<Event>
  /** What was there, and what became of it. */
  readonly parts: ReadonlyArray<Part>
}

// --- errors ---

/**
 * The selection knows no such participant.
 *
 * @category errors
 * @since 0.1.0
 */
export class ParticipantUnknown extends Data.TaggedError("ParticipantUnknown")<{ readonly participant: string }> {
  override get message(): string {
    return `${this.participant}: not in this selection`
  }
}

// --- operations ---

/**
 * Erases birth date, grade average, entitlements and the words of reasons of one participant from the record of a selection.
 *
 * **Details**
 *
 * Of a birth date the year, the decade or nothing is kept, of a grade average fewer decimals or nothing. Entitlements are kept where points
 * rest on them. Reasons and requirements of exclusions are replaced by a word that says nothing; their outcome stays.
 *
 * **Example** (The date decided nothing)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Erasure } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * const rows = [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "51.0" }, birthDate: "1998-04-01" }]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * const erased = Result.getOrThrow(Erasure.erase(made, {}, "24-1"))
 * erased.parts // => [{ part: "birth-date" }]
 * erased.recorded.birthDay?.[0] === Cohort.absentDay // => true
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const erase = (
  selection: Selection.Selection,
  /** The options it was run with. */
  options: Selection.Options,
  participant: string
): Result.Result<Erased, ParticipantUnknown> => {
  const row = selection.recorded.participant.indexOf(participant)
  if (row < 0) return Result.fail(new ParticipantUnknown({ participant }))
  let { events, recorded } = selection
  const parts: Array<Part> = []
  const holds = (cohort: Cohort.Cohort, own: ReadonlyArray<Event>): boolean => {
    const again = Selection.run(selection.ruleSet, selection.formations, cohort, own, options)
    return Result.isSuccess(again) && isSame(selection, again.success)
  }
  /** Takes the first of the candidates, coarsest first, with which everything stays as it is; what is there stays where none does. */
  const reduce = <K extends "birthDay" | "gradeAverage" | "entitlements">(
    part: Part["part"],
    column: K,
    absent: number,
    candidates: (value: number) => ReadonlyArray<number>,
    write: (value: number) => string
  ): void => {
    const found = recorded[column]
    const value = found?.[row] ?? absent
    if (found === undefined || value === absent) return
    for (const candidate of [absent, ...candidates(value)]) {
      const changed = found.slice()
      changed[row] = candidate
      const cohort = { ...recorded, [column]: changed }
      if (candidate !== value && !holds(cohort, events)) continue
      recorded = cohort
      parts.push(candidate === absent ? { part } : { part, kept: write(candidate) })
      return
    }
  }
  reduce("birth-date", "birthDay", Cohort.absentDay, datesOf, Day.fromNumber)
  reduce("grade-average", "gradeAverage", Cohort.absent, (units) => [...[1000, 100, 10].map((step) => Math.round(units / step) * step), units], (units) => Scaled.format(units, 3))
  reduce("entitlements", "entitlements", 0, (bits) => [bits], (bits) => String(bits))
  const silent = withoutReasons(events, participant)
  if (silent !== undefined && holds(recorded, silent)) {
    events = silent
    parts.push({ part: "reasons" })
  }
  return Result.succeed({ recorded, events, parts })
}

/** First days of the decade and of the year, of the month, and the day itself. */
const datesOf = (day: number): ReadonlyArray<number> => {
  const written = Day.fromNumber(day)
  return [`${written.slice(0, 3)}0-01-01`, `${written.slice(0, 4)}-01-01`, `${written.slice(0, 7)}-01`].map(Day.toNumber).concat(day)
}

/** Events with words of reasons that say nothing; nothing where there are none to replace. */
const withoutReasons = (events: ReadonlyArray<Event>, participant: string): ReadonlyArray<Event> | undefined => {
  const requirements = new Map<string, string>()
  const known = (requirement: string): string => {
    const name = requirements.get(requirement) ?? `${erasedWord}-${requirements.size + 1}`
    requirements.set(requirement, name)
    return name
  }
  let isChanged = false
  const silent = events.map((event): Event => {
    if (!("participant" in event) || event.participant !== participant) return event
    switch (event._tag) {
      case "Disqualified":
        isChanged ||= event.reason !== erasedWord
        return { ...event, reason: erasedWord }
      case "Ineligible":
        isChanged ||= event.reason !== erasedWord
        return { ...event, reason: erasedWord, requirement: known(event.requirement) }
      case "Reinstated":
        return event.requirement === undefined ? event : { ...event, requirement: known(event.requirement) }
      default:
        return event
    }
  })
  return isChanged ? silent : undefined
}

const erasedWord = "erased"

/** Whether two runs decided alike about everybody, for the same reasons of rank. */
const isSame = (one: Selection.Selection, other: Selection.Selection): boolean =>
  areEqual(one.outcome, other.outcome) && areEqual(one.failed, other.failed) && areEqual(one.group, other.group) &&
  areEqual(one.seat, other.seat) && areEqual(one.pass, other.pass) &&
  isRankedAlike(one.shortlist, other.shortlist) && isRankedAlike(one.secondShortlist, other.secondShortlist) && isRankedAlike(one.final, other.final) &&
  Object.entries(one.values).every(([id, column]) => areEqual(column, other.values[id]!))

const isRankedAlike = (one: Ranked | undefined, other: Ranked | undefined): boolean =>
  one === undefined || other === undefined
    ? one === other
    : areEqual(one.rank, other.rank) && areEqual(one.rung, other.rung)

const areEqual = (one: ArrayLike<number>, other: ArrayLike<number>): boolean => {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false
  return true
}
