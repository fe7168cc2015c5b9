/**
 * Posts that units ask for, as `timbang allocate` writes them or as a list of the agency's own.
 *
 * @since 0.1.0
 */
import { Allocation, type Apportionment } from "@timbang/core/formation"
import type { Correction, Fault } from "@timbang/core/input"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * One row: the posts of a unit, or of one position of it.
 *
 * @category models
 * @since 0.1.0
 */
export interface AllocationRow {
  readonly unit: string
  readonly position?: string
  /** Unit: posts. */
  readonly seats: number
  /** Row of the file, as a spreadsheet counts. */
  readonly row: number
}

/**
 * The rows of a file, in its order, and the draws it still waits for.
 *
 * @category models
 * @since 0.1.0
 */
export interface AllocationRead {
  readonly file: string
  readonly rows: ReadonlyArray<AllocationRow>
  readonly draws: ReadonlyArray<Apportionment.Draw>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * The columns of an allocation file: `unit` and `seats`; `position` where posts are asked for by position; `claim`, `min`,
 * `max` and `draw` as `timbang allocate` leaves them.
 *
 * **Example** (What has to be there)
 *
 * ```ts
 * import { AllocationFile } from "@timbang/source-files"
 * Object.entries(AllocationFile.columns).filter(([, { need }]) => need === "cell").map(([name]) => name) // => ["unit", "seats"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  unit: Column.text({ aliases: ["Unit Kerja", "Satuan Kerja"], need: "cell", sample: "Puskesmas Contoh" }),
  position: Column.text({ aliases: ["Jabatan", "Nama Jabatan"], sample: "Perawat Ahli Pertama" }),
  claim: Column.text({ sample: "" }),
  min: Column.text({ sample: "" }),
  max: Column.text({ sample: "" }),
  seats: Column.integer({
    aliases: ["Usulan", "Diusulkan", "Jumlah Usulan", "asked"], maximum: 10_000_000, need: "cell", sample: "4"
  }),
  draw: Column.text({ unit: "D1:1/2", sample: "" })
}

/**
 * Reads an allocation file, or fails with every fault of it.
 * With `also`, faults that another file makes are told together with its own.
 *
 * **Example** (A draw is open)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { AllocationFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("unit,claim,min,max,seats,draw\nA,7,,,1,D1:1/2\nB,7,,,1,D1:1/2\n")
 * const { draws } = await Effect.runPromise(AllocationFile.read({ file: "A.csv", bytes }))
 * draws // => [{ seats: 1, among: ["A", "B"] }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input, also?: Whole.Also<AllocationRead>): Effect.Effect<AllocationRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults): AllocationRead => {
    const { draw, position, seats, unit } = table.columns
    const seen = new Map<string, number>()
    const groups = new Map<string, Array<string>>()
    const rows = unit.map((name, i): AllocationRow => {
      const row = table.rows[i]!
      const key = position[i] === "" ? name : Allocation.nameOf({ unit: name, position: position[i]! })
      const firstRow = seen.get(key)
      if (firstRow === undefined) seen.set(key, row)
      else faults.push({ _tag: "Duplicate", file: table.file, row, column: "unit", found: key, firstRow })
      if (draw[i] !== "") groups.set(draw[i]!, [...(groups.get(draw[i]!) ?? []), key])
      return { unit: name, ...(position[i] === "" ? {} : { position: position[i]! }), seats: seats[i]!, row }
    })
    return {
      file: table.file,
      rows,
      draws: [...groups].map(([group, among]) => ({ seats: Number(/:(\d+)\//.exec(group)?.[1] ?? 1), among: among.sort() })),
      corrections: table.corrections,
      origin: table.origin
    }
  }, { also })
