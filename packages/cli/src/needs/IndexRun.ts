/**
 * Computes a composite index from one file of figures: a ready model of the regulations, or a model of one's own.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { type Day, LegalSource, Parameter } from "@timbang/core/law"
import { CompositeIndex, Document, type IndexModel, Table } from "@timbang/core/needs"
import { Analyses, Formations, Needs, type Sentences } from "@timbang/language"
import { Indices } from "@timbang/regulations"
import { type Column, MatrixFile } from "@timbang/source-files"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as LawInForce from "../LawInForce.ts"
import * as ModelFile from "./ModelFile.ts"

// --- models ---

/** Names of the ready models. */
export const readyNames = ["hdi", "ipm", "idm", "iklh", "iklh-province"] as const

/** One of {@link readyNames}. */
export type ReadyName = (typeof readyNames)[number]

interface Ready {
  readonly parameter: Parameter.Parameter<IndexModel.IndexModel>
  readonly classes?: Parameter.Parameter<Indices.IndexClasses>
  /** Decimals with which the index is published. */
  readonly decimals: number
  /** Largest figure where the indicators are indices themselves. */
  readonly most?: number
  /** Further headers of each indicator, then a made-up figure. */
  readonly columns: Readonly<Record<string, readonly [aliases: ReadonlyArray<string>, sample: string]>>
}

const ready: Readonly<Record<ReadyName, Ready>> = {
  hdi: {
    parameter: Indices.hdi,
    classes: Indices.hdiClasses,
    decimals: 3,
    columns: {
      "life-expectancy": [["Angka Harapan Hidup", "le"], "68.25"],
      "expected-schooling": [["Harapan Lama Sekolah", "eys"], "13.98"],
      "mean-schooling": [["Rata-rata Lama Sekolah", "mys"], "8.56"],
      income: [["PNB per Kapita", "gnipc"], "12045.57"]
    }
  },
  ipm: {
    parameter: Indices.ipm,
    classes: Indices.ipmClasses,
    decimals: 2,
    columns: {
      uhh: [["Umur Harapan Hidup", "AHH", "UHH SP2020"], "71.16"],
      hls: [["Harapan Lama Sekolah"], "12.98"],
      rls: [["Rata-rata Lama Sekolah"], "8.55"],
      expenditure: [["Pengeluaran per Kapita", "Pengeluaran Riil per Kapita", "Pengeluaran per Kapita Disesuaikan"], "10390000"]
    }
  },
  idm: {
    parameter: Indices.idm,
    classes: Indices.idmClasses,
    decimals: 4,
    most: 1,
    columns: { iks: [["Indeks Sosial"], "0.7257"], ike: [["Indeks Ekonomi"], "0.5333"], ikl: [["Indeks Lingkungan", "Indeks Ekologi"], "0.6667"] }
  },
  iklh: {
    parameter: Indices.iklhRegency,
    decimals: 2,
    most: 100,
    columns: { ika: [["Air"], "50.5"], iku: [["Udara"], "91.2"], ikl: [["Lahan"], "60.1"] }
  },
  "iklh-province": {
    parameter: Indices.iklhProvince,
    decimals: 2,
    most: 100,
    columns: { ika: [["Air"], "50.5"], iku: [["Udara"], "91.2"], ikl: [["Lahan"], "60.1"], ikal: [["Air Laut"], "70.3"] }
  }
}

/** An index and what is to be known about it. */
export interface Computed {
  readonly outcome: CompositeIndex.Outcome
  /** How the index is published: decimals, and the class of each. */
  readonly published?: { readonly decimals: number; readonly classOf?: (index: number) => string }
  readonly source?: LegalSource.LegalSource
  readonly read?: MatrixFile.MatrixRead
  readonly notes: ReadonlyArray<string>
}

// --- operations ---

/** Columns of the file of figures of a ready model. */
export const columnsOf = (name: ReadyName): Column.Columns => MatrixFile.columnsOf(expectedOf(name, ready[name].parameter.values.at(-1)!.value))

/** A ready model on a file of figures, by the law of a day. */
export const ofReady = (name: ReadyName, on: Day.Day, data: string, lang: Sentences.Language) =>
  Effect.gen(function*() {
    const { classes, decimals, parameter } = ready[name]
    const { source, value: model } = yield* LawInForce.at(parameter, on, lang)
    const read = yield* MatrixFile.read(data, expectedOf(name, model))
    const faults = read.units.flatMap((_, i) => zeros(model, read, i))
    if (faults.length > 0) return yield* Effect.fail(MatrixFile.refusal(read, faults))
    const outcome = yield* inWords(data, lang, computed(model, read))
    const bands = classes === undefined ? undefined : Parameter.at(classes, on)
    const isKnown = bands !== undefined && Result.isSuccess(bands)
    const made: Computed = {
      outcome,
      source,
      read,
      published: { decimals, ...(isKnown ? { classOf: (index: number) => Indices.classOf(bands.success.value, index) } : {}) },
      notes: [
        ...warning(parameter, source, lang),
        ...(isKnown ? warning(classes!, bands.success.source, lang) : []),
        ...cutOff(model, read).map((one) => Analyses.cutOff(one, lang))
      ]
    }
    return made
  })

const warning = (parameter: Parameter.Parameter<unknown>, source: LegalSource.LegalSource, lang: Sentences.Language): ReadonlyArray<string> =>
  LegalSource.needsWarning(source)
    ? [Formations.unverified(`${LawInForce.nameOf(parameter, lang)} (${LegalSource.cite(source)}${source.note === undefined ? "" : `; ${source.note}`})`, lang)]
    : []

/** A model of one's own, YAML or JSON, on a file of figures; empty cells are missing figures. */
export const ofModel = (path: string, data: string, lang: Sentences.Language) =>
  Effect.gen(function*() {
    const model = yield* inWords(path, lang, Document.indexModel(yield* ModelFile.data(path, lang)))
    const read = yield* MatrixFile.read(data, model.indicators.map(({ id, title }) => ({ id, aliases: [title], mayBeConstant: true, mayBeMissing: true })))
    const made: Computed = { outcome: yield* inWords(data, lang, computed(model, read)), read, notes: [] }
    return made
  })

/** The index of a log that an earlier run wrote. */
export const ofLog = (path: string, lang: Sentences.Language) =>
  Effect.gen(function*() {
    const found = yield* ModelFile.data(path, lang)
    const log = yield* inWords(path, lang, Document.indexLog(typeof found === "object" && found !== null && "log" in found ? found.log : found))
    const made: Computed = { outcome: yield* inWords(path, lang, CompositeIndex.computeLog(log)), notes: [] }
    return made
  })

/** A problem of a file in words. */
export const inWords = <A>(file: string, lang: Sentences.Language, result: Result.Result<A, Needs.Problem>): Effect.Effect<A, CommandFailed> =>
  Effect.fromResult(Result.mapError(result, (problem) => new CommandFailed({ code: codes.refused, lines: [`${file}: ${Needs.problem(problem, lang)}`] })))

const computed = (model: IndexModel.IndexModel, { figures, units }: Pick<MatrixFile.MatrixRead, "figures" | "units">) =>
  Result.flatMap(
    Table.make(units, Object.fromEntries(model.indicators.map(({ id }, j) => [id, Array.from(figures[j]!, (figure) => (Number.isNaN(figure) ? null : figure))]))),
    (table) => CompositeIndex.compute(model, table)
  )

const expectedOf = (name: ReadyName, { indicators }: IndexModel.IndexModel): ReadonlyArray<MatrixFile.Expected> =>
  indicators.map(({ goalposts, id, title }) => {
    const { columns, most } = ready[name]
    const [aliases, sample] = columns[id]!
    return {
      id,
      aliases: [title, ...aliases],
      sample,
      minimum: 0,
      ...(most === undefined ? {} : { maximum: most }),
      ...(goalposts?.logarithm === true ? { above: { limit: 0, neededBy: "ln" } } : {}),
      mayBeConstant: true
    }
  })

/** The cells that leave a group of a geometric mean at zero: ready models look at one unit at a time, so each is tried alone. */
const zeros = (model: IndexModel.IndexModel, { figures, file, rows, units }: MatrixFile.MatrixRead, i: number): ReadonlyArray<Fault.Fault> => {
  const alone = computed(model, { figures: figures.map((column) => column.slice(i, i + 1)), units: [units[i]!] })
  if (Result.isSuccess(alone) || alone.failure._tag !== "PartNotPositive") return []
  const { mean, part } = alone.failure
  return model.indicators.flatMap(({ goalposts, id, pillar }, j): ReadonlyArray<Fault.Fault> =>
    id === part || pillar === part
      ? [{ _tag: "NotAbove", file, row: rows[i]!, column: id, found: String(figures[j]![i]), limit: String(goalposts?.low ?? 0), neededBy: mean }]
      : [])
}

/** Figures outside of the goalposts, which count as the end they pass. */
const cutOff = ({ indicators }: IndexModel.IndexModel, { figures, units }: MatrixFile.MatrixRead): ReadonlyArray<Analyses.CutOff> =>
  indicators.flatMap(({ goalposts, id }, j) =>
    goalposts === undefined ? [] : [goalposts.low, goalposts.high].flatMap((end, side): ReadonlyArray<Analyses.CutOff> => {
      const beyond = units.filter((_, i) => (side === 0 ? figures[j]![i]! < end : figures[j]![i]! > end))
      return beyond.length === 0 ? [] : [{ indicator: id, end, units: beyond }]
    }))
