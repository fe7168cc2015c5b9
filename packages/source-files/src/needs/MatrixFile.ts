/**
 * A matrix of units by criteria, and the criteria that say how to read it, each as a CSV or XLSX file.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import type { Decision, Promethee, Spotis } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Effect, Result } from "effect"
import * as Column from "../Column.ts"
import { refused } from "../internal/Refused.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * One criterion as its row says.
 *
 * @category models
 * @since 0.1.0
 */
export interface Criterion {
  readonly id: string
  readonly title?: string
  readonly direction: Decision.Criterion["direction"]
  /** A decimal number or a fraction, 0 or more. */
  readonly weight?: string
  readonly bounds?: Spotis.Bounds
  readonly preference?: Promethee.Preference
  /** Row of the file, as a spreadsheet counts. */
  readonly row: number
}

/**
 * The criteria of a file, in its order.
 *
 * @category models
 * @since 0.1.0
 */
export interface CriteriaRead {
  readonly file: string
  readonly criteria: ReadonlyArray<Criterion>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

/**
 * What of a criterion has to be filled in beside its name and direction.
 *
 * @category models
 * @since 0.1.0
 */
export interface Needs {
  readonly weights?: "shares" | "parts"
  readonly bounds?: boolean
}

/**
 * A column of a matrix: what its figures have to be.
 *
 * @category models
 * @since 0.1.0
 */
export interface Expected {
  readonly id: string
  /** Further headers it is read under. */
  readonly aliases?: ReadonlyArray<string>
  readonly minimum?: number
  readonly maximum?: number
  /** Figures have to be above `limit`, because `neededBy` needs it. */
  readonly above?: { readonly limit: number; readonly neededBy: string }
  /** The column may have the same figure in every row. */
  readonly mayBeConstant?: boolean
  /** Cells may be empty; the figure is then NaN. */
  readonly mayBeMissing?: boolean
  /** A made-up figure for the template. */
  readonly sample?: string
}

/**
 * The figures of a file.
 *
 * @category models
 * @since 0.1.0
 */
export interface MatrixRead {
  readonly file: string
  readonly units: ReadonlyArray<string>
  /** One column for each that was expected, in that order. */
  readonly figures: ReadonlyArray<Float64Array>
  /** Row of the file for each unit, as a spreadsheet counts. */
  readonly rows: Int32Array
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- columns ---

/**
 * The columns of a file of criteria.
 *
 * @category columns
 * @since 0.1.0
 */
export const criteriaColumns = {
  criterion: Column.identifier({ aliases: ["Kriteria", "Indikator"], need: "cell", isUnique: true, sample: "poverty", further: ["schooling"] }),
  title: Column.text({ aliases: ["Judul", "Nama Kriteria"], sample: "Penduduk miskin", further: ["Lama sekolah"] }),
  direction: Column.code(
    {
      "more-is-better": ["Benefit", "Max", "Besar Lebih Baik", "Makin Besar Makin Baik", "Keuntungan"],
      "less-is-better": ["Cost", "Min", "Kecil Lebih Baik", "Makin Kecil Makin Baik", "Biaya"]
    },
    { aliases: ["Arah", "Jenis", "Tipe"], need: "cell", sample: "less-is-better", further: ["more-is-better"] }
  ),
  weight: Column.text({ aliases: ["Bobot"], sample: "1/2", unit: "share, as 0.25 or 1/3" }),
  low: Column.figure({ aliases: ["Batas Bawah", "Minimum"], sample: "0" }),
  high: Column.figure({ aliases: ["Batas Atas", "Maksimum"], sample: "40" }),
  shape: Column.code(
    { usual: ["Biasa"], from: ["U-shape"], rising: ["V-shape"], level: ["Tingkat"], linear: ["Linier"], gaussian: ["Gauss"] },
    { aliases: ["Fungsi Preferensi"], sample: "linear" }
  ),
  indifference: Column.figure({ aliases: ["Ambang Indiferensi", "q"], minimum: 0, sample: "1" }),
  preference: Column.figure({ aliases: ["Ambang Preferensi", "p"], minimum: 0, sample: "5" }),
  scale: Column.figure({ aliases: ["Skala Gauss", "s"], minimum: 0, sample: "" })
}

/**
 * The columns of a matrix: `unit`, and one for each criterion.
 *
 * **Example** (Two criteria)
 *
 * ```ts
 * import { MatrixFile } from "@timbang/source-files"
 * Object.keys(MatrixFile.columnsOf([{ id: "poverty" }, { id: "schooling" }])) // => ["unit", "poverty", "schooling"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columnsOf = (expected: ReadonlyArray<Expected>) => ({
  unit: Column.text({ aliases: ["Wilayah", "Daerah", "Alternatif", "Kabupaten/Kota", "Negara"], need: "cell", sample: "Kabupaten Contoh" }),
  ...Object.fromEntries(expected.map(({ aliases = [], id, mayBeMissing = false, maximum, minimum, sample }) => [
    id,
    Column.figure({
      aliases,
      need: mayBeMissing ? "column" : "cell",
      ...(sample === undefined ? {} : { sample }),
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum })
    })
  ]))
})

// --- operations ---

/**
 * Reads a file of criteria, or fails with every fault of it. With `weights` every weight is needed, and shares add up to exactly
 * 1; with `bounds` every criterion needs its ends.
 *
 * **Example** (Thirds)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { MatrixFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("Kriteria,Arah,Bobot\npoverty,cost,1/3\nschooling,benefit,2/3\n")
 * const { criteria } = await Effect.runPromise(MatrixFile.readCriteria({ file: "K.csv", bytes }, { weights: "shares" }))
 * criteria[0] // => { id: "poverty", direction: "less-is-better", weight: "1/3", row: 2 }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const readCriteria = Effect.fn("MatrixFile.readCriteria")(function*(input: Table.Input, needs: Needs) {
  const check: Table.Check<typeof criteriaColumns> = (table) => criteriaFaults(table, needs)
  const table = yield* Table.read(input, criteriaColumns, { prefersSheet: "criteria" }, check)
  const { columns, corrections, file, origin, rows, size } = table
  const read: CriteriaRead = {
    file,
    corrections,
    origin,
    criteria: Array.from({ length: size }, (_, i): Criterion => {
      const [title, weight] = [columns.title[i]!, columns.weight[i]!]
      const [low, high] = [columns.low[i]!, columns.high[i]!]
      const preference = preferenceOf(table, i)
      return {
        id: columns.criterion[i]!,
        ...(title === "" ? {} : { title }),
        direction: criteriaColumns.direction.values[columns.direction[i]!]!,
        ...(weight === "" ? {} : { weight: pointed(weight) }),
        ...(Number.isNaN(low) || Number.isNaN(high) ? {} : { bounds: { low, high } }),
        ...(preference === undefined ? {} : { preference }),
        row: rows[i]!
      }
    })
  }
  return read
})

/**
 * Reads a matrix, or fails with every fault of it: a cell that is no figure, a unit that stands twice, a column that is the same in
 * every row, a figure outside of what is expected.
 *
 * **Example** (One criterion)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { MatrixFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("Wilayah;poverty\nTebo;6,12\nKerinci;6,93\n")
 * const { figures, units } = await Effect.runPromise(MatrixFile.read({ file: "M.csv", bytes }, [{ id: "poverty" }]))
 * units // => ["Tebo", "Kerinci"]
 * figures // => [Float64Array.of(6.12, 6.93)]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = Effect.fn("MatrixFile.read")(function*(input: Table.Input, expected: ReadonlyArray<Expected>) {
  const cellsOf = (table: Table.Table<Column.Columns>, id: string) => table.columns[id] as Float64Array
  const check: Table.Check<Column.Columns> = (table) => [
    ...(table.size === 0 ? [{ _tag: "NoRows", file: table.file } as const] : []),
    ...repeated(table, "unit", table.columns.unit as ReadonlyArray<string>),
    ...expected.flatMap((one): ReadonlyArray<Fault.Fault> => columnFaults(table, one, cellsOf(table, one.id)))
  ]
  const table = yield* Table.read(input, columnsOf(expected) as Column.Columns, { prefersSheet: "matrix" }, check)
  const made: MatrixRead = {
    file: table.file,
    units: table.columns.unit as ReadonlyArray<string>,
    figures: expected.map(({ id }) => cellsOf(table, id)),
    rows: table.rows,
    corrections: table.corrections,
    origin: table.origin
  }
  return made
})

/**
 * The refusal of a matrix for faults that only who computes with it could see.
 *
 * **Example** (A zero)
 *
 * ```ts
 * import { MatrixFile } from "@timbang/source-files"
 * const fault = { _tag: "NotAbove", file: "M.csv", row: 2, column: "income", found: "0", limit: "100", neededBy: "geometric" } as const
 * MatrixFile.refusal({ file: "M.csv" }, [fault]).total // => 1
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const refusal = ({ file }: Pick<MatrixRead, "file">, faults: ReadonlyArray<Fault.Fault>): Fault.InputRefused => refused(file, faults)

const criteriaFaults = (table: Table.Table<typeof criteriaColumns>, needs: Needs): ReadonlyArray<Fault.Fault> => {
  const { columns, file, rows, size } = table
  const faults: Array<Fault.Fault> = []
  const shares: Array<Fraction.Fraction> = []
  for (let i = 0; i < size; i++) {
    const at = (column: keyof typeof criteriaColumns) => ({ file, row: rows[i]!, column })
    const missing = (column: keyof typeof criteriaColumns) => faults.push({ _tag: "CellMissing", ...at(column) })
    const id = columns.criterion[i]!
    if (Column.plain(id) === "unit") faults.push({ _tag: "NotAnIdentifier", ...at("criterion"), found: id })
    const weight = columns.weight[i]!
    if (weight !== "") {
      const share = Fraction.parse(pointed(weight))
      if (Result.isFailure(share)) faults.push({ _tag: "NotANumber", ...at("weight"), found: weight })
      else if (share.success.numerator < 0n) faults.push({ _tag: "OutOfRange", ...at("weight"), found: weight, minimum: "0", maximum: "1" })
      else shares.push(share.success)
    } else if (needs.weights !== undefined) missing("weight")
    const [low, high] = [columns.low[i]!, columns.high[i]!]
    const areNeeded = needs.bounds === true || Number.isNaN(low) !== Number.isNaN(high)
    if (areNeeded && Number.isNaN(low)) missing("low")
    if (areNeeded && Number.isNaN(high)) missing("high")
    if (high <= low) faults.push({ _tag: "NotAbove", ...at("high"), found: String(high), limit: String(low), neededBy: "low" })
    const shape = criteriaColumns.shape.values[columns.shape[i]!] ?? "usual"
    for (const column of thresholds[shape]) if (Number.isNaN(columns[column][i]!)) missing(column)
    if (thresholds[shape].length === 2 && columns.preference[i]! <= columns.indifference[i]!) {
      faults.push({ _tag: "NotAbove", ...at("preference"), found: String(columns.preference[i]), limit: String(columns.indifference[i]), neededBy: "indifference" })
    }
    for (const column of ["preference", "scale"] as const) {
      if (shape === (column === "scale" ? "gaussian" : "rising") && columns[column][i] === 0) {
        faults.push({ _tag: "NotAbove", ...at(column), found: "0", limit: "0", neededBy: shape })
      }
    }
  }
  const sum = Fraction.sum(shares)
  if (needs.weights === "shares" && shares.length === size && Fraction.compare(sum, Fraction.one) !== 0) {
    faults.push({ _tag: "SharesNotOne", file, row: 1, column: "weight", sum: Fraction.format(sum) })
  }
  return faults
}

const columnFaults = (table: Table.Table<Column.Columns>, { above, id, mayBeConstant = false }: Expected, figures: Float64Array): ReadonlyArray<Fault.Fault> => {
  const { file, rows } = table
  const faults: Array<Fault.Fault> = []
  if (above !== undefined) {
    const { limit, neededBy } = above
    figures.forEach((figure, i) => {
      if (figure <= limit) faults.push({ _tag: "NotAbove", file, row: rows[i]!, column: id, found: String(figure), limit: String(limit), neededBy })
    })
  }
  if (!mayBeConstant && figures.length > 1 && figures.every((figure) => figure === figures[0])) {
    faults.push({ _tag: "ColumnConstant", file, row: 1, column: id, found: String(figures[0]) })
  }
  return faults
}

const repeated = ({ file, rows }: Table.Table<Column.Columns>, column: string, cells: ReadonlyArray<string>): ReadonlyArray<Fault.Fault> => {
  const firstOf = new Map<string, number>()
  return cells.flatMap((found, i): ReadonlyArray<Fault.Fault> => {
    const firstRow = firstOf.get(found)
    if (firstRow === undefined) firstOf.set(found, rows[i]!)
    return firstRow === undefined || found === "" ? [] : [{ _tag: "Duplicate", file, row: rows[i]!, column, found, firstRow }]
  })
}

/** What a shape of preference needs to be told. */
const thresholds: Readonly<Record<Promethee.Preference["shape"], ReadonlyArray<"indifference" | "preference" | "scale">>> = {
  usual: [],
  from: ["indifference"],
  rising: ["preference"],
  level: ["indifference", "preference"],
  linear: ["indifference", "preference"],
  gaussian: ["scale"]
}

const preferenceOf = ({ columns }: Table.Table<typeof criteriaColumns>, i: number): Promethee.Preference | undefined => {
  const shape = criteriaColumns.shape.values[columns.shape[i]!]
  if (shape === undefined) return undefined
  const given = Object.fromEntries(thresholds[shape].map((name) => [name, columns[name][i]!]))
  return { shape, ...given } as Promethee.Preference
}

/** A weight with a decimal comma as one with a point. */
const pointed = (weight: string): string => weight.replace(/^(\d+),(\d+)$/, "$1.$2")
