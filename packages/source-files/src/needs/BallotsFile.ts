/**
 * Ballots on proposals, as a CSV or XLSX file; no ballot carries the name of a person.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"
import { listOf } from "./ProposalsFile.ts"

// --- models ---

/**
 * The ballots of a file, in its order.
 *
 * @category models
 * @since 0.1.0
 */
export interface BallotsRead {
  readonly ballots: ReadonlyArray<{ readonly approves: ReadonlyArray<string>; readonly count: number }>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * The columns of a ballots file: `approves`, a list parted by `|`, and `count` where a row stands for several ballots.
 *
 * **Example** (A count is not needed)
 *
 * ```ts
 * import { BallotsFile } from "@timbang/source-files"
 * BallotsFile.columns.count.need // => "none"
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  approves: Column.text({
    aliases: ["Pilihan", "Usulan Dipilih", "vote"], need: "cell", unit: "U-001 | U-002", sample: "U-001|U-002"
  }),
  count: Column.integer({ aliases: ["Jumlah", "Jumlah Suara"], minimum: 1, maximum: 100_000_000, sample: "1" })
}

/**
 * Reads a ballots file, or fails with every fault of it. With `known`, a proposal that is not in it is a fault.
 *
 * **Example** (Two ballots alike)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { BallotsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("approves,count\nU1|U2,2\n")
 * const { ballots } = await Effect.runPromise(BallotsFile.read({ file: "B.csv", bytes }, { ids: ["U1", "U2"], file: "usulan.csv" }))
 * ballots // => [{ approves: ["U1", "U2"], count: 2 }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (
  input: Table.Input,
  known?: { readonly ids: Iterable<string>; readonly file: string }
): Effect.Effect<BallotsRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults): BallotsRead => {
    const { approves, count } = table.columns
    const ids = known === undefined ? undefined : new Set(known.ids)
    const ballots = approves.map((cell, i) => {
      const list = listOf(cell)
      for (const found of list) {
        if (ids?.has(found) !== false) continue
        faults.push({ _tag: "NotListed", file: table.file, row: table.rows[i]!, column: "approves", found, listedIn: known!.file })
      }
      return { approves: list, count: count[i]! < 0 ? 1 : count[i]! }
    })
    return { ballots, corrections: table.corrections, origin: table.origin }
  })
