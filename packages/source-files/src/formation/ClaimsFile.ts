/**
 * What units claim of posts to share, as a CSV, XLSX or NDJSON file.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import { Fraction } from "@timbang/core/number"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * One row. The claim is a fraction, so that rows of several files can be brought to the same whole numbers.
 *
 * @category models
 * @since 0.1.0
 */
export interface ClaimRow {
  readonly unit: string
  /** Absent when the file shares posts among units only. */
  readonly position?: string
  readonly claim: Fraction.Fraction
  /** Unit: posts. */
  readonly min?: number
  /** Unit: posts. */
  readonly max?: number
  /** Row of the file, as a spreadsheet counts. */
  readonly row: number
}

/**
 * The claims of a file, in its order.
 *
 * @category models
 * @since 0.1.0
 */
export interface ClaimsRead {
  readonly file: string
  readonly rows: ReadonlyArray<ClaimRow>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- columns ---

const decimals = 6

/**
 * The columns of a claims file: `unit`, `claim`, and where they are of use `position`, `min` and `max`.
 *
 * **Example** (What has to be there)
 *
 * ```ts
 * import { ClaimsFile } from "@timbang/source-files"
 * Object.entries(ClaimsFile.columns).filter(([, { need }]) => need === "cell").map(([name]) => name) // => ["unit", "claim"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  unit: Column.text({
    aliases: ["Unit Kerja", "Satuan Kerja", "Wilayah", "Kabupaten/Kota"], need: "cell", sample: "Puskesmas Contoh"
  }),
  position: Column.text({ aliases: ["Jabatan", "Nama Jabatan", "family", "jobFamily", "Rumpun Jabatan", "Rumpun"], sample: "" }),
  claim: Column.decimal({ aliases: ["Kebutuhan", "Bobot", "Klaim"], decimals, need: "cell", sample: "12.5" }),
  min: Column.integer({ aliases: ["Minimum", "Paling Sedikit"], maximum: 10_000_000, sample: "0" }),
  max: Column.integer({ aliases: ["Maksimum", "Maximum", "Paling Banyak"], maximum: 10_000_000, sample: "4" })
}

/** Columns that `timbang needs score` leaves beside those that are read. */
const leftAside = Object.fromEntries(["workload", "extra", "low", "high", "reason"].map((name) => [name, Column.text()]))

// --- operations ---

/**
 * Reads a claims file or the `claims.csv` of `timbang needs score`, or fails with every fault of it.
 * With `also`, faults that another file makes are told together with its own.
 *
 * **Example** (A decimal claim and an empty bound)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { ClaimsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("unit,claim,min,max\nHulu,2.5,,4\n")
 * const { rows } = await Effect.runPromise(ClaimsFile.read({ file: "C.csv", bytes }))
 * rows // => [{ unit: "Hulu", claim: { numerator: 5n, denominator: 2n }, max: 4, row: 2 }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input, also?: Whole.Also<ClaimsRead>): Effect.Effect<ClaimsRead, Fault.InputRefused> =>
  Whole.read(input, { ...leftAside, ...columns }, (table, faults): ClaimsRead => {
    const cells = table.columns
    if (table.size === 0) faults.push({ _tag: "NoRows", file: table.file })
    const seen = new Map<string, number>()
    const rows = cells.unit.map((unit, i): ClaimRow => {
      const [position, min, max] = [cells.position[i]!, cells.min[i]!, cells.max[i]!]
      const at = { file: table.file, row: table.rows[i]! }
      const firstRow = seen.get(`${unit}\n${position}`)
      if (firstRow !== undefined) faults.push({ _tag: "Duplicate", ...at, column: "unit", found: unit, firstRow })
      else seen.set(`${unit}\n${position}`, at.row)
      if (max >= 0 && min > max) {
        faults.push({ _tag: "OutOfRange", ...at, column: "max", found: String(max), minimum: String(min), maximum: "10000000" })
      }
      return {
        unit,
        ...(position === "" ? {} : { position }),
        claim: Fraction.make(cells.claim[i]!, 10 ** decimals),
        ...(min < 0 ? {} : { min }),
        ...(max < 0 ? {} : { max }),
        row: at.row
      }
    })
    return { file: table.file, rows, corrections: table.corrections, origin: table.origin }
  }, { also })
