/**
 * Least and most posts of units by job family, as a CSV or XLSX file.
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
 * One row.
 *
 * @category models
 * @since 0.1.0
 */
export interface BoundRow {
  readonly unit: string
  readonly jobFamily: string
  /** Unit: posts. */
  readonly min?: number
  /** Unit: posts. */
  readonly max?: number
  /** Row of the file, as a spreadsheet counts. */
  readonly row: number
}

/**
 * The bounds of a file, in its order.
 *
 * @category models
 * @since 0.1.0
 */
export interface BoundsRead {
  readonly file: string
  readonly rows: ReadonlyArray<BoundRow>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * The columns of a file of bounds: `unit`, `jobFamily`, `min`, `max`.
 *
 * **Example** (Either bound may be empty)
 *
 * ```ts
 * import { BoundsFile } from "@timbang/source-files"
 * [BoundsFile.columns.min.need, BoundsFile.columns.max.need] // => ["none", "none"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  unit: Column.text({ aliases: ["Unit Kerja", "Wilayah", "Kabupaten/Kota"], need: "cell", sample: "Puskesmas Contoh" }),
  jobFamily: Column.text({ aliases: ["Rumpun Jabatan", "Rumpun", "Jabatan"], need: "cell", sample: "health-worker" }),
  min: Column.integer({ aliases: ["Minimum", "Paling Sedikit"], maximum: 10_000_000, sample: "1" }),
  max: Column.integer({ aliases: ["Maksimum", "Maximum", "Paling Banyak"], maximum: 10_000_000, sample: "4" })
}

/**
 * Reads a file of bounds, or fails with every fault of it.
 * With `also`, faults that another file makes are told together with its own.
 *
 * **Example** (At least one post)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { BoundsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("unit,jobFamily,min,max\nHulu,teacher,1,\n")
 * const { rows } = await Effect.runPromise(BoundsFile.read({ file: "B.csv", bytes }))
 * rows // => [{ unit: "Hulu", jobFamily: "teacher", min: 1, row: 2 }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input, also?: Whole.Also<BoundsRead>): Effect.Effect<BoundsRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults): BoundsRead => {
    const cells = table.columns
    const first = new Map<string, number>()
    const rows = cells.unit.map((unit, i): BoundRow => {
      const [jobFamily, max, min, row] = [cells.jobFamily[i]!, cells.max[i]!, cells.min[i]!, table.rows[i]!]
      const at = { file: table.file, row }
      const key = JSON.stringify([unit, jobFamily])
      const firstRow = first.get(key)
      if (firstRow === undefined) first.set(key, row)
      else if (unit !== "") faults.push({ _tag: "Duplicate", ...at, column: "jobFamily", found: jobFamily, firstRow })
      if (max >= 0 && min > max) {
        faults.push({ _tag: "OutOfRange", ...at, column: "max", found: String(max), minimum: String(min), maximum: "10000000" })
      }
      return { unit, jobFamily, ...(min < 0 ? {} : { min }), ...(max < 0 ? {} : { max }), row }
    })
    return { file: table.file, rows, corrections: table.corrections, origin: table.origin }
  }, { also })
