/**
 * Villages with their people and the list of their minutes (berita acara), as a CSV or XLSX file.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import type { Electorate } from "@timbang/core/needs"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"
import { listOf } from "./ProposalsFile.ts"

// --- models ---

/**
 * The villages of a file, in its order. A list that is empty is left to the proposals to fill.
 *
 * @category models
 * @since 0.1.0
 */
export interface VillagesRead {
  readonly villages: ReadonlyArray<Electorate.VillageList>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * The columns of a villages file: `village`, `population`, and `approves`, a list parted by `|`.
 *
 * **Example** (Each village once)
 *
 * ```ts
 * import { VillagesFile } from "@timbang/source-files"
 * VillagesFile.columns.village.isUnique // => true
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  village: Column.identifier({
    aliases: ["Desa", "Desa/Kelurahan", "Kelurahan"], need: "cell", isUnique: true, sample: "Desa Contoh"
  }),
  population: Column.integer({
    aliases: ["Penduduk", "Jumlah Penduduk"], minimum: 1, maximum: 100_000_000, need: "cell", sample: "2500"
  }),
  approves: Column.text({ aliases: ["Usulan Disepakati", "Berita Acara"], unit: "U-001 | U-002", sample: "U-001" })
}

/**
 * Reads a villages file, or fails with every fault of it. With `known`, a proposal that is not in it is a fault.
 *
 * **Example** (One village)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { VillagesFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("Desa,Penduduk,approves\nHulu,2500,U1\n")
 * const { villages } = await Effect.runPromise(VillagesFile.read({ file: "V.csv", bytes }))
 * villages // => [{ village: "Hulu", population: 2500, approves: ["U1"] }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (
  input: Table.Input,
  known?: { readonly ids: Iterable<string>; readonly file: string }
): Effect.Effect<VillagesRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults): VillagesRead => {
    const { approves, population, village } = table.columns
    const ids = known === undefined ? undefined : new Set(known.ids)
    const villages = village.map((name, i): Electorate.VillageList => {
      const list = listOf(approves[i]!)
      for (const found of list) {
        if (ids?.has(found) !== false) continue
        faults.push({ _tag: "NotListed", file: table.file, row: table.rows[i]!, column: "approves", found, listedIn: known!.file })
      }
      return { village: name, population: population[i]!, approves: list }
    })
    return { villages, corrections: table.corrections, origin: table.origin }
  })
