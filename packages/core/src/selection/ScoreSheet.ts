/**
 * Score sheets of people: interview, practice, observation, entered twice by different people and never overwritten.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { byText } from "../internal/Order.ts"
import type { Day } from "../law/Day.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import * as Scaled from "../number/Scaled.ts"
import type { Absent, Corrected } from "./Event.ts"
import * as Rubric from "./Rubric.ts"

// --- models ---

/**
 * One sitting.
 *
 * @category models
 * @since 0.1.0
 */
export interface Session {
  readonly id: string
  readonly on: Day
  /** Participant numbers of those who are to come. */
  readonly participants: ReadonlyArray<string>
}

/**
 * One participant's sheet as one person entered it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Entry {
  readonly participant: string
  /** Who entered it: a staff number or another name that the agency can trace. */
  readonly by: string
  readonly attended: boolean
  /** Decimal numeral by criterion; empty for somebody absent. */
  readonly scores: Readonly<Record<string, string>>
}

/**
 * A change after both entries agreed. Nothing is overwritten: it names what stood there and why it changes.
 *
 * @category models
 * @since 0.1.0
 */
export interface Correction {
  readonly participant: string
  readonly criterion: string
  /** Decimal numeral that stands there. */
  readonly from: string
  readonly to: string
  readonly at: Day
  /** The objection, letter or judgment on which it rests. */
  readonly basis: string
}

/**
 * A finished sheet: scores of one component in units of its last decimal, and what the selection has to hear of.
 *
 * @category models
 * @since 0.1.0
 */
export interface Finished {
  readonly component: string
  readonly decimals: number
  /** As first agreed; corrections follow as events, so that both values stay on record. Sorted by participant. */
  readonly scores: ReadonlyArray<{
    readonly participant: string
    readonly units: Scaled.Scaled
    /** Each criterion's weighted share, rounded, in the order of the rubric. */
    readonly parts: ReadonlyArray<Scaled.Scaled>
  }>
  readonly absent: ReadonlyArray<Absent>
  readonly corrected: ReadonlyArray<Corrected>
}

// --- errors ---

/**
 * The rubric is younger than the first session, so that it could have been fitted to what was seen.
 *
 * @category errors
 * @since 0.1.0
 */
export class RubricLate extends Data.TaggedError("RubricLate")<{
  readonly component: string
  readonly fixedOn: Day
  readonly firstSession: Day
  readonly source: LegalSource
}> {
  override get message(): string {
    const { component, firstSession, fixedOn } = this
    return `the rubric of ${component} was fixed on ${fixedOn}, after the first session of ${firstSession}; ` +
      "repeat the sessions under a rubric that is fixed before them"
  }
}

/**
 * A cell in which two entries differ.
 *
 * @category errors
 * @since 0.1.0
 */
export interface Difference {
  readonly participant: string
  /** Criterion, or `attended`. */
  readonly cell: string
  readonly entries: ReadonlyArray<{ readonly by: string; readonly found: string }>
}

/**
 * Two entries of one sheet differ; every cell is shown.
 *
 * @category errors
 * @since 0.1.0
 */
export class EntriesDiffer
  extends Data.TaggedError("EntriesDiffer")<{ readonly differences: ReadonlyArray<Difference> }>
{
  override get message(): string {
    const lines = this.differences.map(({ cell, entries, participant }) =>
      `${participant}, ${cell}: ${entries.map(({ by, found }) => `${found} by ${by}`).join(", ")}`
    )
    return ["two entries differ; look at the paper together and enter it again", ...lines].join("\n")
  }
}

/**
 * What is wrong with an entry or a correction.
 *
 * @category errors
 * @since 0.1.0
 */
export interface SheetFault {
  readonly participant: string
  readonly cell: string
  readonly problem:
    | "participant-unknown"
    | "participant-twice"
    | "entries-not-two"
    | "same-person-twice"
    | "criterion-unknown"
    | "score-missing"
    | "score-invalid"
    | "score-of-absent"
    | "from-differs"
    | "basis-missing"
  readonly found: string
}

/**
 * Entries or corrections that cannot be used; all of them at once.
 *
 * @category errors
 * @since 0.1.0
 */
export class SheetRefused extends Data.TaggedError("SheetRefused")<{ readonly faults: ReadonlyArray<SheetFault> }> {
  override get message(): string {
    return this.faults.map(({ cell, found, participant, problem }) =>
      `${participant}${cell === "" ? "" : `, ${cell}`}: ${problem}, found ${JSON.stringify(found)}; ${
        remedies[problem]
      }`
    ).join("\n")
  }
}

const remedies: Readonly<Record<SheetFault["problem"], string>> = {
  "participant-unknown": "name a participant of a session",
  "participant-twice": "put each participant into one session",
  "entries-not-two": "let two people enter each sheet",
  "same-person-twice": "let somebody else enter it the second time",
  "criterion-unknown": "name a criterion of the rubric",
  "score-missing": "give every criterion of somebody who came",
  "score-invalid": "give a score within the criterion's range and decimals",
  "score-of-absent": "leave the scores of somebody absent empty",
  "from-differs": "name the score that stands there",
  "basis-missing": "name the objection, letter or judgment"
}

// --- operations ---

/**
 * Finishes a sheet: checks the rubric's day, compares both entries of everybody, weighs, and turns attendance and
 * corrections into events.
 *
 * **Details**
 *
 * Corrections apply in the order of their day and change the component by an event that names both totals, so that a
 * selection with the first scores and the events ends at the corrected ones.
 *
 * **Example** (Two entries of one sheet that agree)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ScoreSheet } from "@timbang/core/selection"
 * const source = { instrument: "Pedoman SKB tambahan", confidence: "host" } as const
 * const rubric = { component: "praktik", exam: "skb", fixedOn: "2024-11-01", criteria: [{ id: "hasil", title: "Hasil", outOf: 10, decimals: 1, percent: 70 }, { id: "cara", title: "Cara kerja", outOf: 5, decimals: 0, percent: 30 }], decimals: 3, rounding: "half-up", source } as const
 * const sessions = [{ id: "1", on: "2024-12-10", participants: ["24-1", "24-2"] }]
 * const entries = ["p1", "p2"].flatMap((by) => [
 *   { participant: "24-1", by, attended: true, scores: { hasil: "8.5", cara: "4" } },
 *   { participant: "24-2", by, attended: false, scores: {} }
 * ])
 * const finished = Result.getOrThrow(ScoreSheet.finish({ rubric, sessions, entries, corrections: [] }))
 * finished.scores // => [{ participant: "24-1", units: 83500, parts: [59500, 24000] }]
 * finished.absent // => [{ _tag: "Absent", participant: "24-2", exam: "skb", at: "2024-12-10" }]
 * ```
 *
 * @category finishing
 * @since 0.1.0
 */
export const finish = (given: {
  readonly rubric: Rubric.Rubric
  readonly sessions: ReadonlyArray<Session>
  readonly entries: ReadonlyArray<Entry>
  readonly corrections: ReadonlyArray<Correction>
}): Result.Result<Finished, Rubric.RubricRefused | RubricLate | SheetRefused | EntriesDiffer> => {
  const { corrections, entries, rubric, sessions } = given
  const problems = Rubric.check(rubric)
  if (problems.length > 0) return Result.fail(new Rubric.RubricRefused({ component: rubric.component, problems }))
  const firstSession = sessions.reduce((first, { on }) => first === "" || on < first ? on : first, "")
  if (firstSession !== "" && rubric.fixedOn > firstSession) {
    const { component, fixedOn, source } = rubric
    return Result.fail(new RubricLate({ component, fixedOn, firstSession, source }))
  }
  const sessionOf = new Map(
    sessions.flatMap(({ on, participants }) => participants.map((participant) => [participant, on] as const))
  )
  const participants = [...sessionOf.keys()].sort()
  const faults = [
    ...faultsOfSessions(sessions, sessionOf, entries),
    ...entries.flatMap((entry) => check(rubric, entry))
  ]
  if (faults.length > 0) return Result.fail(new SheetRefused({ faults }))
  const pairs = participants.map((participant) => entries.filter((entry) => entry.participant === participant))
  const differences = pairs.flatMap((pair) => differencesOf(rubric, pair))
  if (differences.length > 0) return Result.fail(new EntriesDiffer({ differences }))
  const attended = pairs.flatMap(([entry]) => entry!.attended ? [entry!] : [])
  const scores = attended.map(({ participant, scores: cells }) => ({
    participant,
    ...Rubric.weigh(rubric, read(rubric, cells))
  }))
  const absent = pairs.flatMap(([entry]): ReadonlyArray<Absent> =>
    entry!.attended ? []
      : [{ _tag: "Absent", participant: entry!.participant, exam: rubric.exam, at: sessionOf.get(entry!.participant)! }]
  )
  const corrected = correct(rubric, attended, corrections)
  return Result.map(
    corrected,
    (events) => ({ component: rubric.component, decimals: rubric.decimals, scores, absent, corrected: events })
  )
}

const faultsOfSessions = (
  sessions: ReadonlyArray<Session>,
  sessionOf: ReadonlyMap<string, Day>,
  entries: ReadonlyArray<Entry>
): ReadonlyArray<SheetFault> => {
  const faults: Array<SheetFault> = []
  const named = sessions.flatMap(({ participants }) => participants)
  for (const participant of sessionOf.keys()) {
    const own = entries.filter((entry) => entry.participant === participant)
    const people = new Set(own.map(({ by }) => by.trim()))
    if (named.filter((other) => other === participant).length > 1) {
      faults.push({ participant, cell: "", problem: "participant-twice", found: participant })
    }
    if (own.length !== 2) faults.push({ participant, cell: "", problem: "entries-not-two", found: String(own.length) })
    else if (people.size !== 2) faults.push({ participant, cell: "", problem: "same-person-twice", found: own[0]!.by })
  }
  for (const { participant } of entries) {
    if (!sessionOf.has(participant)) {
      faults.push({ participant, cell: "", problem: "participant-unknown", found: participant })
    }
  }
  return faults
}

/**
 * What is wrong with one entry by itself, before there is a second one; empty when nothing is.
 *
 * **Example** (A score beyond the range, and none)
 *
 * ```ts
 * import { ScoreSheet } from "@timbang/core/selection"
 * const criterion = (id: string) => ({ id, title: id, outOf: 10, decimals: 0, percent: 50 })
 * const faults = ScoreSheet.check({ criteria: [criterion("a"), criterion("b")] }, { participant: "24-1", attended: true, scores: { a: "11" } })
 * faults.map(({ cell, problem }) => [cell, problem]) // => [["a", "score-invalid"], ["b", "score-missing"]]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (
  rubric: Pick<Rubric.Rubric, "criteria">,
  { attended, participant, scores }: Omit<Entry, "by">
): ReadonlyArray<SheetFault> => {
  const unknown = Object.keys(scores).filter((id) => !rubric.criteria.some((criterion) => criterion.id === id))
    .map((cell): SheetFault => ({ participant, cell, problem: "criterion-unknown", found: cell }))
  const cells = rubric.criteria.flatMap((criterion): ReadonlyArray<SheetFault> => {
    const found = scores[criterion.id] ?? ""
    const about = { participant, cell: criterion.id, found }
    if (!attended) return found === "" ? [] : [{ ...about, problem: "score-of-absent" }]
    if (found === "") return [{ ...about, problem: "score-missing" }]
    return Rubric.readCell(criterion, found) === undefined ? [{ ...about, problem: "score-invalid" }] : []
  })
  return [...unknown, ...cells]
}

/** Cells are compared as numbers: 80 and 80.0 are the same. */
const differencesOf = (rubric: Rubric.Rubric, pair: ReadonlyArray<Entry>): ReadonlyArray<Difference> => {
  const [first, second] = pair.toSorted((a, b) => a.by < b.by ? -1 : 1)
  const { participant } = first!
  const show = (cell: string, textOf: (entry: Entry) => string): Difference => ({
    participant,
    cell,
    entries: [first!, second!].map((entry) => ({ by: entry.by, found: textOf(entry) }))
  })
  if (first!.attended !== second!.attended) return [show("attended", ({ attended }) => attended ? "yes" : "no")]
  if (!first!.attended) return []
  return rubric.criteria.flatMap((criterion) => {
    const textOf = ({ scores }: Entry) => scores[criterion.id]!
    return Rubric.readCell(criterion, textOf(first!)) === Rubric.readCell(criterion, textOf(second!))
      ? []
      : [show(criterion.id, textOf)]
  })
}

const correct = (
  rubric: Rubric.Rubric,
  attended: ReadonlyArray<Entry>,
  corrections: ReadonlyArray<Correction>
): Result.Result<ReadonlyArray<Corrected>, SheetRefused> => {
  const faults: Array<SheetFault> = []
  const cells = new Map(attended.map(({ participant, scores }) => [participant, read(rubric, scores)]))
  const inOrder = corrections.toSorted((a, b) => byText(textOf(a), textOf(b)))
  const events = inOrder.flatMap(({ at, basis, criterion: id, from, participant, to }): ReadonlyArray<Corrected> => {
    const before = cells.get(participant)
    const index = rubric.criteria.findIndex((criterion) => criterion.id === id)
    const criterion = rubric.criteria[index]
    const refuse = (problem: SheetFault["problem"], found: string) => {
      faults.push({ participant, cell: id, problem, found })
      return []
    }
    if (basis.trim() === "") return refuse("basis-missing", basis)
    if (before === undefined) return refuse("participant-unknown", participant)
    if (criterion === undefined) return refuse("criterion-unknown", id)
    const now = Rubric.readCell(criterion, to)
    if (now === undefined) return refuse("score-invalid", to)
    if (Rubric.readCell(criterion, from) !== before[index]) return refuse("from-differs", from)
    const after = before.with(index, now)
    cells.set(participant, after)
    const total = (units: ReadonlyArray<number>) => Scaled.format(Rubric.weigh(rubric, units).units, rubric.decimals)
    return [{
      _tag: "Corrected",
      participant,
      component: rubric.component,
      from: total(before),
      to: total(after),
      at,
      basis
    }]
  })
  return faults.length === 0 ? Result.succeed(events) : Result.fail(new SheetRefused({ faults }))
}

const textOf = ({ at, criterion, participant }: Correction): string => `${at}\n${participant}\n${criterion}`

const read = (rubric: Rubric.Rubric, cells: Readonly<Record<string, string>>): ReadonlyArray<number> =>
  rubric.criteria.map((criterion) => Rubric.readCell(criterion, cells[criterion.id]!)!)
