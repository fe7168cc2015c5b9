/**
 * The deadlines of an appraisal and its objections (keberatan): what is due when, from which provision, and what became of it.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { type Day, LegalSource, Parameter } from "@timbang/core/law"
import { type Appraisal, Deadline } from "@timbang/core/performance"
import { AppraisalSurroundings, type Sentences } from "@timbang/language"
import { AppraisalLaw } from "@timbang/regulations"
import type { PerformanceReport } from "@timbang/report"
import { AppraisalFiles, Rows, Sheet } from "@timbang/source-files"
import { Effect, Result } from "effect"
import * as Records from "./Records.ts"

// --- models ---

/** The days of one person. */
export type Days = Rows.Row<typeof AppraisalFiles.days>["cells"]

/** What deadlines are followed with. */
export interface Asked {
  readonly deadlines: ReadonlyArray<AppraisalDeadline>
  readonly period: Appraisal.Period
  readonly on: Day.Day
  readonly calendar: Deadline.WorkCalendar
  readonly lang: Sentences.Language
}

type AppraisalDeadline = Deadline.Deadline<Deadline.AppraisalAct, Deadline.AppraisalEvent>

type Followed = Deadline.Followed<Deadline.AppraisalAct, Deadline.AppraisalEvent>

/** Everybody's deadlines. */
export interface Followings {
  readonly sheet: Sheet.Sheet
  /** The sentences of each person. */
  readonly sentences: ReadonlyMap<string, ReadonlyArray<string>>
  readonly facts: NonNullable<PerformanceReport.Appraised["deadlines"]>
}

// --- operations ---

/** The days, or everything that is wrong with them. `people` are those appraised, read from `ratings`; absent where that was refused. */
export const read = (
  path: string,
  against: { readonly period: Appraisal.Period; readonly on: Day.Day; readonly people: ReadonlySet<string> | undefined; readonly ratings: string }
): Effect.Effect<ReadonlyArray<Days>, Fault.InputRefused> =>
  Effect.map(
    Records.read("appraisal/days", path, AppraisalFiles.days, (table) => [...Rows.of(table, AppraisalFiles.days)].flatMap((row) => faultsOf(row, against))),
    (table) => Array.from(Rows.of(table, AppraisalFiles.days), ({ cells }) => cells)
  )

/** The deadlines that begin with the end of the period: they run for everybody, whatever is known of days. */
export const ofPeriod = ({ calendar, deadlines, lang, on, period }: Asked): ReadonlyArray<string> => {
  const say = AppraisalSurroundings.phrases(lang)
  return Deadline.follow(running(deadlines, period).filter(({ after }) => after === "period-ended"), { events: { "period-ended": period.to }, done: {}, today: on }, calendar)
    .map(({ deadline: { act, after, counts, days, source }, due, state }) =>
      // Whether it was done is not known here, so nothing is called late.
      say.deadline(say.acts[act], state === "overdue" ? say.passed : say.states[state], due, undefined, say.length(days, counts), say.events[after], LegalSource.cite(source)))
}

/** Follows everybody's deadlines. */
export const follow = (days: ReadonlyArray<Days>, asked: Asked): Followings => {
  const { lang, period } = asked
  const say = AppraisalSurroundings.phrases(lang)
  const final = Parameter.at(AppraisalLaw.finalRatings, period.to)
  const all = days.map((own) => {
    const isFinal = own.byRegionHead === "ya" && Result.isSuccess(final)
    const followed = followOne(own, asked).filter(({ deadline: { act } }) => !isFinal || (act !== "objection" && act !== "decision-on-objection"))
    return {
      person: own.person!,
      result: own.result,
      followed,
      sentences: [
        ...followed.map((each) => `${own.person!}, ${AppraisalSurroundings.deadline(each, lang)}.`),
        ...(isFinal ? [say.noObjectionOpen(own.person!, LegalSource.cite(final.success.source))] : []),
        ...(own.result === undefined ? [] : [say.decidedResult[own.result]])
      ]
    }
  })
  const rows = all.flatMap(({ followed, person, result }) => followed.map((each) => ({ person, result, ...each })))
  const column = (header: string, of: (row: typeof rows[number]) => string | undefined) => Sheet.text(header, rows.map((row) => of(row) ?? ""))
  const count = (act: Deadline.AppraisalAct, ...states: ReadonlyArray<Followed["state"]>) =>
    rows.filter((row) => row.deadline.act === act && states.includes(row.state)).length
  const objections = rows.filter(({ deadline: { act }, done }) => act === "objection" && done !== undefined)
  return {
    sheet: {
      name: "deadlines",
      size: rows.length,
      columns: [
        column("person", ({ person }) => person),
        column("act", ({ deadline }) => deadline.act),
        column("after", ({ deadline }) => deadline.after),
        column("event", ({ event }) => event),
        column("due", ({ due }) => due),
        column("done", ({ done }) => done),
        column("state", ({ state }) => state),
        column("result", ({ deadline, result }) => deadline.act === "decision-on-objection" ? result : undefined),
        column("provision", ({ deadline }) => LegalSource.cite(deadline.source))
      ]
    },
    sentences: new Map(all.map(({ person, sentences }) => [person, sentences])),
    facts: {
      states: running(asked.deadlines, period).map(({ act, source }) => ({
        act,
        provision: LegalSource.cite(source),
        met: count(act, "met"),
        late: count(act, "late"),
        open: count(act, "open"),
        overdue: count(act, "overdue"),
        lapsed: count(act, "lapsed")
      })),
      objections: {
        filed: objections.length,
        inTime: objections.filter(({ state }) => state === "met").length,
        answeredInTime: count("decision-on-objection", "met"),
        answeredLate: count("decision-on-objection", "late"),
        changed: all.filter(({ result }) => result === "berubah").length
      }
    }
  }
}

const running = (deadlines: ReadonlyArray<AppraisalDeadline>, { kind }: Appraisal.Period): ReadonlyArray<AppraisalDeadline> =>
  deadlines.filter(({ isAnnual }) => isAnnual !== true || kind === "annual")

const followOne = (own: Days, { calendar, deadlines, on, period }: Asked): ReadonlyArray<Followed> =>
  Deadline.follow(running(deadlines, period), {
    events: {
      "period-ended": period.to,
      "signed-by-rater": own.signedOn,
      received: own.receivedOn,
      objected: own.objectedOn,
      "signature-refused": own.refusedOn
    },
    done: {
      "annual-appraisal": own.signedOn,
      "handing-over": own.receivedOn,
      signature: own.confirmedOn,
      report: own.reportedOn,
      objection: own.objectedOn,
      "decision-on-objection": own.answeredOn,
      "decision-in-place-of-signature": own.superiorOn
    },
    today: on
  }, calendar)

/** Each day and the one that it cannot come before. */
const order = [
  ["receivedOn", "signedOn"],
  ["confirmedOn", "receivedOn"],
  ["objectedOn", "receivedOn"],
  ["answeredOn", "objectedOn"],
  ["superiorOn", "refusedOn"]
] as const

/** Days that say nothing without another one. */
const needs = [
  ["receivedOn", "objectedOn"],
  ["receivedOn", "confirmedOn"],
  ["objectedOn", "answeredOn"],
  ["answeredOn", "result"],
  ["refusedOn", "superiorOn"]
] as const

const dated = ["signedOn", "receivedOn", "confirmedOn", "reportedOn", "objectedOn", "answeredOn", "refusedOn", "superiorOn"] as const

const faultsOf = (
  { cells, file, row }: Rows.Row<typeof AppraisalFiles.days>,
  { on, people, period, ratings }: Parameters<typeof read>[1]
): ReadonlyArray<Fault.Fault> => {
  const at = (column: string) => ({ file, row, column })
  const { person } = cells
  return [
    ...(person === undefined || people === undefined || people.has(person) ? [] : [{ _tag: "NotListed", ...at("person"), found: person, listedIn: ratings } as const]),
    ...dated.flatMap((column): ReadonlyArray<Fault.Fault> => {
      const found = cells[column]
      return found === undefined || (found >= period.from && found <= on) ? [] : [{ _tag: "DayOutside", ...at(column), found, from: period.from, until: on }]
    }),
    ...order.flatMap(([column, otherColumn]): ReadonlyArray<Fault.Fault> => {
      const [found, other] = [cells[column], cells[otherColumn]]
      return found !== undefined && other !== undefined && found < other ? [{ _tag: "EarlierThan", ...at(column), found, other, otherColumn }] : []
    }),
    ...needs.flatMap(([column, neededBy]): ReadonlyArray<Fault.Fault> =>
      cells[neededBy] !== undefined && cells[column] === undefined ? [{ _tag: "CellNeeded", ...at(column), neededBy }] : [])
  ]
}
