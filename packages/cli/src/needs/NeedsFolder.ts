/**
 * The folder that `timbang needs score` writes: CSV for people and spreadsheets, JSON for other commands.
 *
 * @since 0.1.0
 */
import type { Driver, NeedModel } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { FigureNotes, Needs, type Sentences } from "@timbang/language"
import type { NeedsReport } from "@timbang/report"
import { CsvWriter, Output, Sheet, XlsxWriter } from "@timbang/source-files"
import { Effect, Result } from "effect"
import type { ModelFile } from "./ModelFile.ts"
import * as Scoring from "./Scoring.ts"

// --- models ---

/** What is written: the model as it came, its needs with all figures in them, and what was scored. */
export interface Written {
  readonly model: ModelFile
  readonly needs: NeedModel.NeedModel
  readonly facts: NeedsReport.Facts
  readonly lang: Sentences.Language
}

// --- operations ---

/** Writes the folder, whole or not at all. An older folder of needs is replaced. */
export const write = (path: string, written: Written) =>
  Effect.gen(function*() {
    const { facts, lang, model, needs } = written
    const { ReportFile } = yield* Effect.promise(() => import("@timbang/report"))
    const { chance, index, titles } = model
    const alone = { needs, ...(index === undefined ? {} : { index }), titles, chance }
    yield* Output.write(path, (folder) =>
      Effect.gen(function*() {
        for (const sheet of sheets(facts, lang)) yield* folder.write(`${sheet.name}.csv`, CsvWriter.chunks(sheet))
        yield* folder.write("needs.xlsx", XlsxWriter.chunks(sheets(facts, lang)))
        yield* folder.write("model.json", `${JSON.stringify(alone, null, 2)}\n`)
        if (index !== undefined) {
          const { log } = Result.getOrThrow(Scoring.composite(needs, index))
          yield* folder.write("index.json", `${JSON.stringify({ format: 1, log }, null, 2)}\n`)
        }
        yield* folder.write("needs.json", ReportFile.write("needs", facts))
      }), (files) => files.includes("needs.json") && files.includes("model.json"))
  })

/** Every table of a score as a sheet. */
export const sheets = (facts: NeedsReport.Facts, lang: Sentences.Language): ReadonlyArray<Sheet.Sheet> => [
  claims(facts, lang),
  ...(facts.index === undefined ? [] : [index(facts, facts.index)]),
  sectors(facts),
  ...(facts.voice === undefined ? [] : [voice(facts.voice)]),
  contributions(facts),
  ...(facts.posts === undefined ? [] : [posts(facts.posts)]),
  quality(facts),
  figures(facts),
  notes(facts, lang)
]

/** `unit, jobFamily, workload, extra, claim, low, high, reason`; people in millionths, as `timbang allocate` shares by. */
export const claims = (facts: NeedsReport.Facts, lang: Sentences.Language): Sheet.Sheet => {
  const { claims, scores, titles, units } = facts
  const rows = scores.units.flatMap(({ jobFamilies, unit }) => jobFamilies.map((family) => ({ unit, ...family })))
  const titleOf = titlesOf(units, facts.jobFamilies, titles)
  return sheet("claims", [
    Sheet.text("unit", rows.map(({ unit }) => unit)),
    Sheet.text("jobFamily", rows.map(({ jobFamily }) => jobFamily)),
    people("workload", rows.map(({ workload }) => workload), 6),
    people("extra", rows.map(({ extra }) => extra), 6),
    people("claim", rows.map(({ claim }) => claim), 6),
    thousandths("low", claims.map(({ low }) => low)),
    thousandths("high", claims.map(({ high }) => high)),
    Sheet.text("reason", rows.map((row) => Needs.claim(row, lang, titleOf)))
  ])
}

/** The title of a unit, job family or indicator. */
export const titlesOf = (
  units: ReadonlyArray<Driver.Named>,
  jobFamilies: ReadonlyArray<Driver.Named>,
  indicators: Readonly<Record<string, string>>
): Needs.TitleOf => {
  const named = [...units, ...jobFamilies].map(({ id, title }) => [id, title] as const)
  const titles = new Map([...Object.entries(indicators), ...named])
  return (id) => titles.get(id) ?? id
}

const index = ({ units }: NeedsReport.Facts, { index, intervals, ranks }: NeedsReport.Index): Sheet.Sheet =>
  sheet("index", [
    Sheet.text("unit", units.map(({ id }) => id)),
    thousandths("index", index),
    Sheet.integer("rank", ranks),
    Sheet.integer("low", intervals.units.map(({ low }) => low)),
    Sheet.integer("median", intervals.units.map(({ median }) => median)),
    Sheet.integer("high", intervals.units.map(({ high }) => high))
  ])

const sectors = ({ scores }: NeedsReport.Facts): Sheet.Sheet => {
  const rows = scores.units.flatMap(({ sectors, unit }) => sectors.map((sector) => ({ unit, ...sector })))
  return sheet("sectors", [
    Sheet.text("unit", rows.map(({ unit }) => unit)),
    Sheet.text("sector", rows.map(({ sector }) => sector)),
    people("need", rows.map(({ index }) => index), 6),
    people("voice", rows.map(({ voice }) => voice), 6)
  ])
}

/** What citizens ask for over the whole list; a row without a sector counts what the dictionary does not name. */
const voice = ({ dictionary, on, sectors, unmapped }: NeedsReport.Voice): Sheet.Sheet => {
  const all = [...sectors, ...(unmapped === 0 ? [] : [{ sector: "", proposals: unmapped, of: sectors[0]?.of ?? 0 }])]
  return sheet("voice", [
    Sheet.text("sector", all.map(({ sector }) => sector)),
    Sheet.integer("proposals", all.map(({ proposals }) => proposals)),
    Sheet.integer("of", all.map(({ of }) => of)),
    Sheet.text("dictionary", all.map(() => dictionary)),
    Sheet.text("on", all.map(() => on))
  ])
}

/** What each driver puts into each sector (a share of 1) and each claim (people). */
const contributions = ({ scores }: NeedsReport.Facts): Sheet.Sheet => {
  const rows = scores.units.flatMap(({ jobFamilies, sectors, unit }) => [
    ...sectors.flatMap(({ parts, sector }) => parts.map((part) => ({ unit, kind: "sector", to: sector, ...part }))),
    ...jobFamilies.flatMap(({ jobFamily, parts }) =>
      parts.map((part) => ({ unit, kind: "claim", to: jobFamily, ...part }))
    )
  ]).filter(({ amount }) => amount.numerator !== 0n)
  return sheet("contributions", [
    Sheet.text("unit", rows.map(({ unit }) => unit)),
    Sheet.text("kind", rows.map(({ kind }) => kind)),
    Sheet.text("to", rows.map(({ to }) => to)),
    Sheet.text("driver", rows.map(({ driver }) => driver)),
    Sheet.text("indicator", rows.map(({ indicator }) => indicator)),
    Sheet.text("amount", rows.map(({ amount }) => Fraction.format(amount)))
  ])
}

const posts = ({ cells }: NonNullable<NeedsReport.Facts["posts"]>): Sheet.Sheet =>
  sheet("posts", [
    Sheet.text("unit", cells.map(({ unit }) => unit)),
    Sheet.text("jobFamily", cells.map(({ jobFamily }) => jobFamily)),
    Sheet.integer("posts", cells.map(({ posts }) => posts)),
    Sheet.text("draw", cells.map(({ isOpen }) => (isOpen ? "open" : ""))),
    Sheet.integer("low", cells.map(({ low }) => low)),
    Sheet.integer("high", cells.map(({ high }) => high))
  ])

const quality = ({ quality }: NeedsReport.Facts): Sheet.Sheet =>
  sheet("quality", [
    Sheet.text("indicator", quality.map(({ indicator }) => indicator)),
    Sheet.text("source", quality.map(({ source }) => source)),
    Sheet.text("file", quality.map(({ file }) => file)),
    Sheet.integer("year", quality.map(({ year }) => year)),
    Sheet.integer("age", quality.map(({ age }) => age)),
    Sheet.integer("units", quality.map(({ units }) => units)),
    Sheet.integer("corrected", quality.map(({ corrected }) => corrected)),
    Sheet.integer("refused", quality.map(({ refused }) => refused)),
    Sheet.integer("imputed", quality.map(({ imputed }) => imputed)),
    Sheet.text("computed", quality.map(({ isComputed }) => (isComputed ? "yes" : "")))
  ])

const figures = ({ figures }: NeedsReport.Facts): Sheet.Sheet =>
  sheet("figures", [
    Sheet.text("unit", figures.map(({ unit }) => unit)),
    Sheet.text("indicator", figures.map(({ indicator }) => indicator)),
    Sheet.integer("year", figures.map(({ year }) => year)),
    Sheet.text("figure", figures.map(({ figure }) => decimal(figure))),
    Sheet.text("source", figures.map(({ source }) => source)),
    Sheet.text("note", figures.map(({ note }) => note))
  ])

const notes = ({ notes }: NeedsReport.Facts, lang: Sentences.Language): Sheet.Sheet =>
  sheet("notes", [
    Sheet.text("file", notes.map(({ file }) => file)),
    Sheet.text("kind", notes.map(({ _tag }) => _tag)),
    Sheet.text("note", notes.map((note) => FigureNotes.sentence(note, lang)))
  ])

const sheet = (name: string, columns: ReadonlyArray<Sheet.Written>): Sheet.Sheet => ({
  name,
  columns,
  size: sizeOf(columns[0]!)
})

const sizeOf = (column: Sheet.Written): number => (column.kind === "text" ? column.cells.length : 0)

/** All decimals where they end, else six. */
const decimal = (figure: Fraction.Fraction): string => {
  const decimals = [0, 1, 2, 3, 4, 5].find((digits) => 10n ** BigInt(digits) % figure.denominator === 0n) ?? 6
  return (Number(Fraction.round(figure, decimals, "half-up")) / 10 ** decimals).toFixed(decimals)
}

/** Rounded half-up; an absent one is an empty cell. */
const people = (
  header: string,
  amounts: ReadonlyArray<Fraction.Fraction | undefined>,
  decimals: number
): Sheet.Written =>
  Sheet.decimal(
    header,
    amounts.map((amount) => (amount === undefined ? -1 : Number(Fraction.round(amount, decimals, "half-up")))),
    decimals
  )

const thousandths = (header: string, amounts: ReadonlyArray<number>): Sheet.Written =>
  Sheet.decimal(header, amounts.map((amount) => Math.round(amount * 1000)), 3)
