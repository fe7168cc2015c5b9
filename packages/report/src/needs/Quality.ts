/**
 * Part of the report of needs: how old the figures are, where they come from, what was corrected, refused and imputed.
 */
import { FigureNote } from "@timbang/core/input"
import { Corrections, FigureNotes } from "@timbang/language"
import type { Html, Part } from "../Html.ts"
import * as Page from "../Page.ts"
import * as Table from "../Table.ts"
import type { Facts } from "./Facts.ts"
import type { Writer } from "./Writer.ts"

/** One row for each indicator. */
export const summary = ({ quality }: Facts, { notation, texts, titleOf }: Writer): Html =>
  Table.render({
    caption: texts.qualityTable,
    columns: Table.columns(
      texts.indicator,
      texts.source,
      `#${texts.year}`,
      `#${texts.age}`,
      `#${texts.units}`,
      `#${texts.corrected}`,
      `#${texts.refused}`,
      `#${texts.imputed}`
    ),
    rows: quality.map(({ age, corrected, imputed, indicator, isComputed, refused, source, units, year }) => [
      titleOf(indicator),
      isComputed ? `${source} (${texts.computed})` : source,
      String(year),
      notation.number(age),
      notation.number(units),
      notation.number(corrected),
      refused === 0 ? "0" : Page.marked(notation.number(refused)),
      imputed === 0 ? "0" : Page.marked(notation.number(imputed))
    ]),
    source: texts.qualitySource,
    empty: texts.empty
  })

/** Every correction and every refusal as a sentence. */
export const notes = ({ corrections, notes }: Facts, { language, texts }: Writer): Html =>
  Table.render({
    caption: texts.notesTable,
    columns: Table.columns(texts.file, texts.status, texts.note),
    rows: [
      ...corrections.map((one): ReadonlyArray<Part> => [
        one.file,
        texts.wasCorrected,
        Corrections.sentence(one, language)
      ]),
      ...notes.map((note): ReadonlyArray<Part> => [
        note.file,
        FigureNote.isRefused(note) ? Page.marked(texts.wasRefused) : texts.wasCorrected,
        FigureNotes.sentence(note, language)
      ])
    ],
    source: texts.notesSource,
    empty: texts.notesEmpty
  })

/** Units down, indicators of the year across. */
export const figures = ({ figures, quality, units }: Facts, { figure, texts, titleOf }: Writer): Html => {
  const found = new Map(figures.map((one) => [JSON.stringify([one.unit, one.indicator, one.year]), one.figure]))
  return Table.render({
    caption: texts.figuresTable,
    columns: Table.columns(texts.unit, ...quality.map(({ indicator }) => `#${titleOf(indicator)}`)),
    rows: units.map(({ id, title }) => [
      title,
      ...quality.map(({ indicator, year }) => {
        const one = found.get(JSON.stringify([id, indicator, year]))
        return one === undefined ? "" : figure(one)
      })
    ]),
    source: texts.figuresSource(
      [...new Set(quality.map(({ source }) => source))].filter((one) => one !== "").join("; ")
    ),
    empty: texts.empty
  })
}
