/**
 * Part of the performance report: how many people have each predicate, what stands beside it, and deadlines. Nobody is named.
 */
import { AppraisalSurroundings } from "@timbang/language"
import type { Html } from "../Html.ts"
import * as Page from "../Page.ts"
import * as Table from "../Table.ts"
import type { Appraised, CitizenVoice, Deadlines, Organisation } from "./Facts.ts"
import type { Writer } from "./Writer.ts"

export const table = ({ departures, law, open, predicates, recap }: Appraised, { notation, texts }: Writer): Html =>
  Table.render({
    caption: texts.appraisedCaption(law),
    columns: Table.columns(texts.predicate, `#${texts.people}`),
    rows: [
      ...predicates.map(({ people, predicate }) => [predicate, notation.number(people)]),
      ...(open > 0 ? [[texts.undecided, notation.number(open)]] : [])
    ],
    source: [
      texts.appraisedSource(notation.number(departures)),
      ...(recap === undefined ? [] : [texts.recap(notation.number(recap.equal), notation.number(recap.different), notation.number(recap.notCheckable))])
    ].join(" "),
    empty: texts.none
  })

/** The predicate of each organisation, and what the spread of predicates and citizens say beside it. */
export const organisations = (found: ReadonlyArray<Organisation>, { notation, texts }: Writer): Html => {
  const say = AppraisalSurroundings.phrases(notation.language)
  return Table.render({
    caption: texts.organisationsCaption,
    columns: Table.columns(texts.unit, texts.predicate, texts.holds, texts.voiceBeside, texts.spread),
    rows: found.map(({ advice, because, bearing, predicate, unit }) => [
      unit,
      predicate,
      because === undefined ? texts.stated : texts.because[because],
      bearing === undefined ? texts.notCompared : bearing === "contradicts" ? Page.marked(say.bearings[bearing]) : say.bearings[bearing],
      advice === undefined ? texts.notCompared : texts.advice[advice]
    ]),
    source: texts.organisationsSource,
    empty: texts.none
  })
}

/** What citizens said of services, organisations and teams. */
export const citizens = (voices: ReadonlyArray<CitizenVoice>, { notation, texts }: Writer): Html =>
  Table.render({
    caption: texts.citizensCaption,
    columns: Table.columns(texts.about, texts.unit, texts.measure, `#${texts.value}`, `#${texts.interval}`, `#${texts.answers}`),
    rows: voices.map(({ evidence: { about, answers, estimate, interval, measure, of }, unit }) => [
      `${texts.subjects[about]} ${of}`,
      unit,
      measure,
      notation.number(estimate, 2),
      interval === undefined ? texts.noInterval : `${notation.number(interval.lower, 2)} ${texts.until} ${notation.number(interval.upper, 2)}`,
      notation.number(answers)
    ]),
    source: texts.citizensSource,
    empty: texts.none
  })

/** How deadlines stand, and what became of objections. */
export const deadlines = ({ objections, states }: Deadlines, { notation, texts }: Writer): Html => {
  const say = AppraisalSurroundings.phrases(notation.language)
  const shown = ["met", "late", "open", "overdue", "lapsed"] as const
  return Table.render({
    caption: texts.deadlinesCaption,
    columns: Table.columns(texts.deadline, ...shown.map((state) => `#${say.states[state]}`), texts.provision),
    rows: states.map(({ act, provision, ...counts }) => [say.acts[act], ...shown.map((state) => notation.number(counts[state])), provision]),
    source: texts.objections(
      notation.number(objections.filed),
      notation.number(objections.inTime),
      notation.number(objections.answeredInTime),
      notation.number(objections.answeredLate),
      notation.number(objections.changed)
    ),
    empty: texts.none
  })
}
