/**
 * Rounds as a person reads them: where one stands and what is open, all of them in a list, and what was recorded of one.
 *
 * @since 0.1.0
 */
import { Day } from "@timbang/core/law"
import { Recruitments, type Sentences } from "@timbang/language"
import { Agenda, Calendar, type Fact, Next, Recruitment, type Rounds, Stage, type State, Timetable } from "@timbang/process"
import type * as Grid from "../Grid.ts"

// --- operations ---

/** Where a round stands, what it waits for and until when. */
export const status = (state: State.State, now: number, lang: Sentences.Language): ReadonlyArray<string> => {
  const words = Recruitments.lines(lang)
  const { calendar } = state.plan.timetable
  const part = Recruitment.partOf(state)
  const items = Agenda.of(state)
  const overdue = new Set(items.filter(({ isOverdue }) => isOverdue).flatMap((item) => {
    const own = item._tag === "Reach" && state.people.get(item.participants[0]!)?.came !== undefined && item.participants.length === 1 ? ` (${item.participants[0]})` : ""
    return part?.term === undefined ? [] : [words.overdue(`${Recruitments.term(part.term, lang)}${own}`)]
  }))
  const of = (milestone: Stage.Milestone) => Next.active(state).filter((person) => person.milestone === milestone).length
  return [
    ...(part === undefined
      ? [words.finished]
      : [`${words.stage}: ${Recruitments.stage(part.stage, lang)}`, `${words.awaits}: ${Recruitments.awaited(part, lang)}`]),
    ...Next.deadlines(state).map(({ due, term }) => {
      const [what, lastDay] = [Recruitments.term(term, lang), Calendar.dayAt(calendar, due - 1)]
      return due <= now ? words.unnoticed(what, lastDay, calendar.zone) : words.until(what, lastDay, calendar.zone, daysLeft(calendar, due, now))
    }),
    ...overdue,
    ...items.flatMap((item) => Recruitments.open(item, lang) ?? []),
    ...Stage.milestones.filter((milestone) => of(milestone) > 0).map((milestone) => words.people(Recruitments.milestone(milestone, lang), of(milestone))),
    ...[...state.people.values()].flatMap(({ left, participant }) => (left === undefined ? [] : [Recruitments.left(participant, left, lang)]))
  ]
}

/** Days until the last one; 0 on it. */
const daysLeft = (calendar: Calendar.Calendar, due: number, now: number): number =>
  Day.toNumber(Calendar.dayAt(calendar, due - 1)) - Day.toNumber(Calendar.dayAt(calendar, now))

/** The same as data, for another program. */
export const data = (state: State.State) => ({
  round: state.plan.round,
  agency: state.plan.agency,
  stage: Recruitment.partOf(state)?.stage ?? null,
  awaits: Recruitment.partOf(state) ?? null,
  deadlines: Next.deadlines(state).map(({ due, id, term }) => ({ id, term, due: new Date(due).toISOString(), lastDay: Calendar.dayAt(state.plan.timetable.calendar, due - 1) })),
  open: Agenda.of(state).map(({ due, ...item }) => ({ ...item, ...(due === undefined ? {} : { due: new Date(due).toISOString() }) })),
  people: [...state.people.values()]
})

/** All rounds, a row each. */
export const list = (states: ReadonlyArray<State.State>, now: number, lang: Sentences.Language): Grid.Grid => {
  const words = Recruitments.lines(lang)
  const { agency, due, note, open, round, stage } = Recruitments.columns(lang)
  return {
    name: "rounds",
    headers: [round, agency, stage, open, due, note],
    rows: states.map((state) => {
      const part = Recruitment.partOf(state)
      const { calendar } = state.plan.timetable
      const [first] = Next.deadlines(state)
      const items = Agenda.of(state)
      const notes = [
        ...(state.refusal === undefined ? [] : [words.refusedShort]),
        ...(items.some(({ isOverdue }) => isOverdue) || (first?.due ?? Infinity) <= now ? [words.overdueShort] : [])
      ]
      return [
        state.plan.round,
        state.plan.agency,
        part === undefined ? words.over : Recruitments.stage(part.stage, lang),
        part === undefined ? 0 : items.length,
        first === undefined ? "" : `${Calendar.dayAt(calendar, first.due - 1)} ${calendar.zone}`,
        notes.join(", ")
      ]
    })
  }
}

/** What was recorded of a round, a row each; days and times in the zone of its calendar. */
export const history = (written: ReadonlyArray<Rounds.Written>, lang: Sentences.Language): Grid.Grid => {
  const { role, unit, what, when, who } = Recruitments.columns(lang)
  const subjects = new Map(written.flatMap(({ fact }) => fact._tag === "Proposed" ? [[fact.id, fact.subject] as const] : []))
  const [first] = written
  const calendar = first?.fact._tag === "Started" ? first.fact.plan.timetable.calendar : undefined
  return {
    name: "history",
    headers: [when, who, role, unit, what],
    rows: written.map(({ actor, fact }) => [calendar === undefined ? "" : timeOf(calendar, fact.at), actor.id, actor.role, actor.unit, Recruitments.fact(said(fact, subjects), lang)])
  }
}

const timeOf = (calendar: Calendar.Calendar, at: number): string => {
  const day = Calendar.dayAt(calendar, at)
  const minutes = Math.floor((at - Calendar.endOf(calendar, day)) / 60_000) + 24 * 60
  return `${day} ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")} ${calendar.zone}`
}

const said = (fact: Fact.Fact, subjects: ReadonlyMap<string, Fact.Subject>): Recruitments.Fact => {
  switch (fact._tag) {
    case "Started":
      return { _tag: "Started", agency: fact.plan.agency }
    case "Proposed":
    case "Approved":
    case "Rejected":
      return { _tag: fact._tag, id: fact.id, subject: subjects.get(fact.id)! }
    case "StepFinished":
      return { _tag: "StepFinished", step: fact.step, count: fact.result.count }
    case "DeadlinePassed": {
      const name = fact.deadline.slice(fact.deadline.indexOf("/") + 1)
      const term = Timetable.terms.find((one) => one === name)
      return term === undefined ? { _tag: "DeadlinePassed", term: "drh", participant: name } : { _tag: "DeadlinePassed", term }
    }
    default:
      return fact
  }
}
