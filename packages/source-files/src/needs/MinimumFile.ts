/**
 * Staff of health centres by kind, and minimums that a host sets itself, as CSV or XLSX files.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * What a table of minimums depends on.
 *
 * @category models
 * @since 0.1.0
 */
export interface Setting {
  readonly place: "kota" | "desa" | "terpencil"
  readonly beds: "rawatInap" | "nonRawatInap"
}

/**
 * People of one kind in one unit.
 *
 * @category models
 * @since 0.1.0
 */
export interface StaffRow extends Setting {
  readonly unit: string
  readonly kind: string
  /** Unit: people who are ASN, and all others. */
  readonly asn: number
  readonly others: number
  readonly row: number
}

/**
 * People of one kind that a host requires.
 *
 * @category models
 * @since 0.1.0
 */
export interface RequiredRow extends Setting {
  readonly kind: string
  /** Unit: people. */
  readonly required: number
}

/**
 * The rows of a file, in its order.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rows<Row> {
  readonly file: string
  readonly rows: ReadonlyArray<Row>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- columns ---

const setting = {
  place: Column.code(
    { kota: ["Perkotaan"], desa: ["Pedesaan", "Perdesaan"], terpencil: ["Sangat Terpencil"] },
    { aliases: ["Letak", "Wilayah"], need: "cell", sample: "desa" }
  ),
  inpatient: Column.code(
    { "rawat-inap": ["RI"], "non-rawat-inap": ["NRI"] },
    { aliases: ["Rawat Inap", "Pelayanan"], need: "cell", sample: "rawat-inap" }
  ),
  kind: Column.text({ aliases: ["Jenis Tenaga", "Tenaga"], need: "cell", sample: "perawat" })
}

const people = (aliases: ReadonlyArray<string>, need: "cell" | "none") =>
  Column.integer({ aliases: [...aliases], maximum: 1_000_000, need, sample: "3" })

/**
 * The columns of a file of staff: `unit`, `place`, `inpatient`, `kind`, `asn`, and `others` where they are known.
 *
 * **Example** (Others may be left out)
 *
 * ```ts
 * import { MinimumFile } from "@timbang/source-files"
 * MinimumFile.staff.others.need // => "none"
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const staff = {
  unit: Column.text({ aliases: ["Unit Kerja", "Puskesmas"], need: "cell", sample: "Puskesmas Contoh" }),
  ...setting,
  asn: people(["PNS dan PPPK"], "cell"),
  others: people(["Non ASN", "Bukan ASN"], "none")
}

/**
 * The columns of a host's own minimums: `place`, `inpatient`, `kind`, `required`.
 *
 * **Example** (All are needed)
 *
 * ```ts
 * import { MinimumFile } from "@timbang/source-files"
 * Object.keys(MinimumFile.required) // => ["place", "inpatient", "kind", "required"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const required = { ...setting, required: people(["Minimum", "Paling Sedikit"], "cell") }

// --- operations ---

/**
 * Reads a file of staff, or fails with every fault of it: a kind that stands twice for a unit, a unit with two settings.
 * With `also`, faults that another file makes are told together with its own.
 *
 * **Example** (Three nurses, one of them no ASN)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { MinimumFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("unit,place,inpatient,kind,asn,others\nPuskesmas A,desa,RI,perawat,2,1\n")
 * const { rows } = await Effect.runPromise(MinimumFile.readStaff({ file: "S.csv", bytes }))
 * rows // => [{ unit: "Puskesmas A", place: "desa", beds: "rawatInap", kind: "perawat", asn: 2, others: 1, row: 2 }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const readStaff = (input: Table.Input, also?: Whole.Also<Rows<StaffRow>>): Effect.Effect<Rows<StaffRow>, Fault.InputRefused> =>
  Whole.read(input, staff, (table, faults, isRefused): Rows<StaffRow> => {
    const { asn, kind, others, unit } = table.columns
    const rows = unit.map((name, i): StaffRow => ({
      unit: name,
      ...settingOf(table.columns, i),
      kind: kind[i]!,
      asn: asn[i]!,
      others: Math.max(0, others[i]!),
      row: table.rows[i]!
    }))
    faults.push(...twice(table.file, table.rows, rows.map((row, i) => (isRefused(i, "unit") ? [] : [row.unit, row.kind]))))
    const first = new Map<string, StaffRow>()
    for (const [i, row] of rows.entries()) {
      if ((["unit", "place", "inpatient"] as const).some((column) => isRefused(i, column))) continue
      const known = first.get(row.unit) ?? row
      first.set(row.unit, known)
      const at = { file: table.file, row: row.row, nearest: undefined }
      if (row.place !== known.place) faults.push({ _tag: "UnknownCode", ...at, column: "place", found: row.place, accepted: [known.place] })
      if (row.beds !== known.beds) faults.push({ _tag: "UnknownCode", ...at, column: "inpatient", found: wordOf(row), accepted: [wordOf(known)] })
    }
    if (rows.length === 0) faults.push({ _tag: "NoRows", file: table.file })
    return { file: table.file, rows, corrections: table.corrections, origin: table.origin }
  }, { also })

/**
 * Reads a host's own minimums, or fails with every fault of them.
 *
 * **Example** (One kind)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { MinimumFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("place,inpatient,kind,required\nkota,NRI,perawat,5\n")
 * const { rows } = await Effect.runPromise(MinimumFile.readRequired({ file: "M.csv", bytes }))
 * rows // => [{ place: "kota", beds: "nonRawatInap", kind: "perawat", required: 5 }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const readRequired = (input: Table.Input): Effect.Effect<Rows<RequiredRow>, Fault.InputRefused> =>
  Whole.read(input, required, (table, faults, isRefused): Rows<RequiredRow> => {
    const { kind } = table.columns
    const rows = kind.map((name, i): RequiredRow => ({ ...settingOf(table.columns, i), kind: name, required: table.columns.required[i]! }))
    faults.push(...twice(table.file, table.rows, rows.map((row, i) => (isRefused(i, "place") || isRefused(i, "inpatient") ? [] : [row.place, row.beds, row.kind]))))
    if (rows.length === 0) faults.push({ _tag: "NoRows", file: table.file })
    return { file: table.file, rows, corrections: table.corrections, origin: table.origin }
  })

/**
 * The word of a file for the beds of a setting.
 *
 * **Example** (Without inpatients)
 *
 * ```ts
 * import { MinimumFile } from "@timbang/source-files"
 * MinimumFile.wordOf({ beds: "nonRawatInap" }) // => "non-rawat-inap"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const wordOf = ({ beds }: Pick<Setting, "beds">): string => (beds === "rawatInap" ? "rawat-inap" : "non-rawat-inap")

const settingOf = (columns: { readonly place: ArrayLike<number>; readonly inpatient: ArrayLike<number> }, at: number): Setting => ({
  place: setting.place.values[columns.place[at]!]!,
  beds: setting.inpatient.values[columns.inpatient[at]!] === "rawat-inap" ? "rawatInap" : "nonRawatInap"
})

/** Kinds are compared without regard to case and blanks; what has no parts is compared with nothing. */
const twice = (file: string, rows: ArrayLike<number>, keys: ReadonlyArray<ReadonlyArray<string>>): Array<Fault.Fault> => {
  const first = new Map<string, number>()
  return keys.flatMap((parts, i): ReadonlyArray<Fault.Fault> => {
    const key = JSON.stringify(parts.map(Column.plain))
    const firstRow = first.get(key)
    if (parts.length === 0) return []
    if (firstRow === undefined) first.set(key, rows[i]!)
    return firstRow === undefined ? [] : [{ _tag: "Duplicate", file, row: rows[i]!, column: "kind", found: parts.at(-1)!, firstRow }]
  })
}
