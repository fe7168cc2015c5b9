/**
 * Names of participants for an official list that may show them, as a CSV or XLSX file. Nothing of it is kept.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Table from "../Table.ts"

// --- operations ---

/**
 * The columns of a file of names: `participant` and `name`.
 *
 * **Example** (A name is personal)
 *
 * ```ts
 * import { NamesFile } from "@timbang/source-files"
 * NamesFile.columns.name.isPersonal // => true
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  participant: Column.identifier({ aliases: ["No Peserta", "Nomor Peserta"], need: "cell", isUnique: true, sample: "24-0001" }),
  name: Column.text({ aliases: ["Nama", "Nama Peserta"], need: "cell", isPersonal: true, sample: "Nama Peserta" })
}

/**
 * Reads a file of names, or fails with every fault of it; no fault shows a name.
 *
 * **Example** (One name)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { NamesFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("participant,name\n24-1,Contoh\n")
 * const names = await Effect.runPromise(NamesFile.read({ file: "names.csv", bytes }))
 * [...names] // => [["24-1", "Contoh"]]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read: (input: Table.Input) => Effect.Effect<ReadonlyMap<string, string>, Fault.InputRefused> = Effect.fn("NamesFile.read")(
  function*(input: Table.Input) {
    const { columns: { name, participant } } = yield* Table.read(input, columns)
    return new Map(participant.map((number, row) => [number, name[row]!]))
  }
)
