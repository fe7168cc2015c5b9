/**
 * The folder of data of a model: every figure with where it came from, and what was put right or refused on the way.
 *
 * @since 0.1.0
 */
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Correction, Fault, FigureNote } from "@timbang/core/input"
import type { NeedModel, Observation } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { FigureNotes, type Sentences } from "@timbang/language"
import { FigureTable, Reading, WebApi } from "@timbang/source-bps"
import { Column, Table } from "@timbang/source-files"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"
import type { ModelFile, Source } from "./ModelFile.ts"

// --- models ---

/** One published figure with its origin. */
export interface Figure extends Reading.Figure {
  readonly file: string
  readonly publisher: string
  readonly isComputed: boolean
}

/** All that a folder holds for a model. */
export interface Data {
  readonly figures: ReadonlyArray<Figure>
  readonly notes: ReadonlyArray<FigureNote.FigureNote>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly workload: ReadonlyArray<NeedModel.WorkloadNeed>
  /** Where the cells of the figures stand. */
  readonly places: ReadonlyArray<Place>
}

/** Where a cell stands. */
export interface Place extends Reading.Place {
  readonly file: string
}

/** Columns of `<indicator>.csv`. */
export const figureColumns = {
  unit: Column.text({ aliases: ["Unit", "Wilayah"], need: "cell", sample: "Kecamatan Contoh" }),
  year: Column.integer({ aliases: ["Tahun"], need: "cell", minimum: 1, maximum: 9999, sample: "2025" }),
  figure: Column.text({ aliases: ["Nilai", "Angka"], need: "column", sample: "12.5" }),
  source: Column.text({ aliases: ["Sumber"] }),
  note: Column.text({ aliases: ["Catatan"] })
}

/** Columns of the file of workload. */
export const workloadColumns = {
  unit: Column.text({ aliases: ["Wilayah"], need: "cell", sample: "Kecamatan Contoh" }),
  jobFamily: Column.text({ aliases: ["Rumpun Jabatan", "Rumpun"], need: "cell", sample: "kesehatan" }),
  people: Column.decimal({ aliases: ["Kebutuhan", "Orang"], need: "cell", decimals: 3, minimum: 0, maximum: 1_000_000, sample: "12.5" })
}

// --- operations ---

/** Reads every source of a model, the files by indicator and the workload. */
export const read = Effect.fn("DataFolder.read")(function*(model: ModelFile, folder: string, lang: Sentences.Language) {
  const { needs, sources = [], workload } = model
  const figures: Array<Figure> = []
  const notes: Array<FigureNote.FigureNote> = []
  const corrections: Array<Correction.Correction> = []
  const places: Array<Place> = []
  const take = (file: string, publisher: string, reading: Reading.Reading) => {
    notes.push(...reading.notes.map((note) => ({ ...note, file })))
    corrections.push(...reading.corrections.map((correction) => ({ ...correction, file })))
    figures.push(...reading.figures.map((figure) => ({ ...figure, file, publisher, isComputed: false })))
    places.push(...reading.places.map((place) => ({ ...place, file })))
  }
  for (const source of sources) take(source.file, source.publisher, yield* readSource(source, folder, lang))
  for (const indicator of wanted(model)) {
    if (existsSync(join(folder, `${indicator}.csv`))) {
      take(`${indicator}.csv`, "", yield* readIndicator(folder, indicator, needs))
    }
  }
  for (const { from, indicator } of model.derived ?? []) figures.push(...percentChange(figures, from, indicator))
  const file = workload ?? (existsSync(join(folder, "workload.csv")) ? "workload.csv" : undefined)
  const data: Data = {
    figures,
    notes,
    corrections,
    places,
    workload: file === undefined ? needs.workload : yield* readWorkload(join(folder, file), needs)
  }
  return data
})

/** The model with the figures and the workload of the folder in it: a document that stands alone. */
export const fill = (needs: NeedModel.NeedModel, { figures, workload }: Data): NeedModel.NeedModel => {
  const units = new Set(needs.units.map(({ id }) => id))
  const observations = figures.filter(({ region }) => units.has(region)).map(
    ({ figure, indicator, publisher, region, source, year }): Observation.Observation => ({
      unit: region,
      indicator,
      year,
      figure,
      source: source ?? publisher
    })
  )
  return { ...needs, observations: [...needs.observations, ...observations], workload }
}

/** Indicators of the model that no source gives. */
const wanted = ({ derived = [], index, needs, sources = [] }: ModelFile): ReadonlySet<string> => {
  const read = new Set([
    ...sources.flatMap((source) =>
      source.read === "wide"
        ? source.columns.map(({ indicator }) => indicator)
        : source.read === "long"
        ? source.indicators.map(({ indicator }) => indicator)
        : [source.indicator]
    ),
    ...derived.map(({ indicator }) => indicator)
  ])
  const used = [
    ...needs.matrix.drivers.map(({ indicator }) => indicator),
    ...(index?.indicators ?? []).map(({ id }) => id),
    ...derived.map(({ from }) => from)
  ]
  return new Set(used.filter((indicator) => !read.has(indicator)))
}

const readSource = (
  source: Source,
  folder: string,
  lang: Sentences.Language
): Effect.Effect<Reading.Reading, Fault.InputRefused | CommandFailed> => {
  const path = join(folder, source.file)
  switch (source.read) {
    case "wide":
      return FigureTable.wide(path, source as FigureTable.Wide)
    case "long":
      return FigureTable.long(path, source as FigureTable.Long)
    case "bps-webapi":
      return Effect.flatMap(
        Effect.tryPromise({
          try: () => readFile(path, "utf8"),
          catch: (error) => ResultFile.trouble(path, error, lang)
        }),
        (text) =>
          Effect.fromResult(
            Result.mapError(WebApi.read(source.file, text, source as WebApi.Wanted), (found) => new CommandFailed({ code: codes.refused, lines: [FigureNotes.answerRefused(found, lang)] }))
          )
      )
  }
}

/** `<indicator>.csv`: units by identifier or title, figures in any of the ways of BPS. */
const readIndicator = (
  folder: string,
  indicator: string,
  needs: NeedModel.NeedModel
): Effect.Effect<Reading.Reading, Fault.InputRefused> =>
  Effect.map(Table.read(join(folder, `${indicator}.csv`), figureColumns), ({ columns, corrections, file, rows, size }) => {
    const gathering = Reading.gather(file)
    let elsewhere = 0
    for (let at = 0; at < size; at++) {
      const name = columns.unit[at]!
      const unit = unitOf(needs, name)
      if (unit === undefined) {
        elsewhere++
        continue
      }
      gathering.cell({
        region: unit,
        name,
        column: indicator,
        indicator,
        year: columns.year[at]!,
        text: columns.figure[at]!,
        row: rows[at]!,
        ...(columns.source[at] ? { source: columns.source[at] } : {}),
        ...(columns.note[at] ? { note: columns.note[at] } : {})
      })
    }
    if (elsewhere > 0) gathering.note({ _tag: "RegionsElsewhere", file, rows: elsewhere })
    return gathering.finish(corrections)
  })

const readWorkload = (
  path: string,
  needs: NeedModel.NeedModel
): Effect.Effect<ReadonlyArray<NeedModel.WorkloadNeed>, Fault.InputRefused> =>
  Effect.map(Table.read(path, workloadColumns, {}, (table) => workloadFaults(table, needs)), ({ columns, size }) =>
    Array.from({ length: size }, (_, at) => ({
      unit: unitOf(needs, columns.unit[at]!) ?? columns.unit[at]!,
      jobFamily: jobFamilyOf(needs, columns.jobFamily[at]!) ?? columns.jobFamily[at]!,
      people: Fraction.format(Fraction.make(columns.people[at]!, 1000))
    })))

/** Names that the model does not have, and cells that stand twice. */
const workloadFaults = (
  { columns, file, rows, size }: Table.Table<typeof workloadColumns>,
  needs: NeedModel.NeedModel
): ReadonlyArray<Fault.Fault> => {
  const firstOf = new Map<string, number>()
  return Array.from({ length: size }, (_, at): ReadonlyArray<Fault.Fault> => {
    const [unit, jobFamily, row] = [columns.unit[at]!, columns.jobFamily[at]!, rows[at]!]
    const cell = JSON.stringify([unitOf(needs, unit), jobFamilyOf(needs, jobFamily)])
    const firstRow = firstOf.get(cell)
    if (firstRow === undefined) firstOf.set(cell, row)
    const unknown = (column: string, found: string, named: ReadonlyArray<{ readonly id: string }>): Fault.Fault =>
      ({ _tag: "UnknownCode", file, row, column, found, accepted: named.map(({ id }) => id), nearest: undefined })
    const faults = [
      ...(unit === "" || unitOf(needs, unit) !== undefined ? [] : [unknown("unit", unit, needs.units)]),
      ...(jobFamily === "" || jobFamilyOf(needs, jobFamily) !== undefined ? [] : [unknown("jobFamily", jobFamily, needs.matrix.jobFamilies)])
    ]
    return faults.length > 0 || firstRow === undefined
      ? faults
      : [{ _tag: "Duplicate", file, row, column: "jobFamily", found: `${unit} / ${jobFamily}`, firstRow }]
  }).flat()
}

const jobFamilyOf = ({ matrix }: NeedModel.NeedModel, name: string): string | undefined =>
  matrix.jobFamilies.find(({ id, title }) => [id, title].includes(name))?.id

const unitOf = ({ units }: NeedModel.NeedModel, name: string): string | undefined =>
  units.find(({ id, title }) => id === name || Column.plain(title) === Column.plain(name))?.id

/** The change from the year before, in percent; where either year is missing there is none. */
const percentChange = (figures: ReadonlyArray<Figure>, from: string, indicator: string): ReadonlyArray<Figure> => {
  const own = figures.filter((figure) => figure.indicator === from)
  return own.flatMap((now) => {
    const before = own.find(({ region, year }) => region === now.region && year === now.year - 1)
    const base = before === undefined ? Fraction.zero : Fraction.parseUnsafe(before.figure)
    if (base.numerator === 0n) return []
    const change = Fraction.divide(Fraction.subtract(Fraction.parseUnsafe(now.figure), base), base)
    return [{
      ...now,
      indicator,
      isComputed: true,
      figure: Fraction.format(Fraction.multiply(change, Fraction.make(100)))
    }]
  })
}
