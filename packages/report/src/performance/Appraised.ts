/**
 * Part of the performance report: how many people have each predicate. Nobody is named.
 */
import type { Html } from "../Html.ts"
import * as Table from "../Table.ts"
import type { Appraised } from "./Facts.ts"
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
