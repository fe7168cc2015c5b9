/**
 * The posts that every unit and every job family has to come to, for sharing two ways, as a CSV or XLSX file.
 *
 * @since 0.1.0
 */
import type { TwoWay } from "@timbang/core/formation"
import type { Correction, Fault } from "@timbang/core/input"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * The margins of a file.
 *
 * @category models
 * @since 0.1.0
 */
export interface PostMarginsRead {
  readonly file: string
  readonly margins: TwoWay.Margins
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * The columns of a file of margins: `seats`, and in every row either `unit` or `position` (job family).
 *
 * **Example** (What has to be there)
 *
 * ```ts
 * import { PostMarginsFile } from "@timbang/source-files"
 * Object.entries(PostMarginsFile.columns).filter(([, { need }]) => need === "cell").map(([name]) => name) // => ["seats"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  unit: Column.text({ aliases: ["Unit Kerja", "Satuan Kerja", "Wilayah", "Kabupaten/Kota"], sample: "Puskesmas Contoh", further: [""] }),
  position: Column.text({ aliases: ["Jabatan", "Nama Jabatan", "family", "jobFamily", "Rumpun Jabatan", "Rumpun"], sample: "", further: ["Perawat Ahli Pertama"] }),
  seats: Column.integer({ aliases: ["Jumlah", "Formasi", "Jumlah Formasi"], maximum: 10_000_000, need: "cell", sample: "4" })
}

/** Columns of an `allocation.csv`, which may be the margin of the units. */
const leftAside = Object.fromEntries(["claim", "min", "max", "draw"].map((name) => [name, Column.text()]))

/**
 * Reads a file of margins, or fails with every fault of it. The `allocation.csv` of posts shared among units is read too.
 *
 * **Example** (One unit, one job family)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { PostMarginsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("unit,family,seats\nHulu,,4\n,bidan,4\n")
 * const { margins } = await Effect.runPromise(PostMarginsFile.read({ file: "M.csv", bytes }))
 * margins // => { units: { Hulu: 4 }, families: { bidan: 4 } }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input): Effect.Effect<PostMarginsRead, Fault.InputRefused> =>
  Whole.read(input, { ...leftAside, ...columns }, (table, faults): PostMarginsRead => {
    const cells = table.columns
    const sides = { unit: new Map<string, readonly [number, number]>(), position: new Map<string, readonly [number, number]>() }
    cells.unit.forEach((unit, i) => {
      const position = cells.position[i]!
      const at = { file: table.file, row: table.rows[i]! }
      if (unit === "" && position === "") return void faults.push({ _tag: "CellMissing", ...at, column: "unit" })
      // A row for one unit and one job family would be a cell of the table, not a margin.
      if (unit !== "" && position !== "") {
        return void faults.push({ _tag: "UnknownCode", ...at, column: "position", found: position, accepted: ["(kosong / empty)"], nearest: undefined })
      }
      const [side, name] = unit === "" ? (["position", position] as const) : (["unit", unit] as const)
      const first = sides[side].get(name)
      if (first !== undefined) return void faults.push({ _tag: "Duplicate", ...at, column: side, found: name, firstRow: first[1] })
      sides[side].set(name, [cells.seats[i]!, at.row])
    })
    const of = (side: keyof typeof sides) => Object.fromEntries([...sides[side]].map(([name, [seats]]) => [name, seats]))
    return {
      file: table.file,
      margins: { units: of("unit"), families: of("position") },
      corrections: table.corrections,
      origin: table.origin
    }
  })
