/**
 * Applications to other programmes and agencies that are known by keyed pseudonyms, as a CSV, XLSX or NDJSON file.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import type { Application } from "@timbang/core/selection"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Rows from "../Rows.ts"
import type * as Table from "../Table.ts"

// --- columns ---

/**
 * The columns: `applicant`, `person`, `program`, `appliedOn`. `person` is a keyed pseudonym, made with the key of the applications.
 *
 * **Example** (A pseudonym, never a NIK)
 *
 * ```ts
 * import { RegisterFile } from "@timbang/source-files"
 * RegisterFile.columns.person.refusesNik // => true
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  applicant: Column.identifier({ aliases: ["No Pendaftaran", "Pelamar"], need: "cell", refusesNik: true, sample: "R-0009" }),
  person: Column.identifier({ aliases: ["Pseudonim"], need: "cell", refusesNik: true, sample: "ps-7f3a" }),
  program: Column.text({ aliases: ["Pengadaan"], need: "cell", sample: "PPPK" }),
  appliedOn: Column.day({ aliases: ["Tanggal Melamar", "Tgl Submit"], need: "cell", sample: "2024-10-02" })
}

// --- models ---

/**
 * The register, and what reading it told.
 *
 * @category models
 * @since 0.1.0
 */
export interface RegisterRead {
  readonly register: ReadonlyArray<Application.Registered>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * Reads the register, or fails with every fault of it.
 *
 * **Example** (One application elsewhere)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { RegisterFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("applicant,person,program,appliedOn\nR-9,ps-7f3a,PPPK,2024-10-02\n")
 * const { register } = await Effect.runPromise(RegisterFile.read({ file: "R.csv", bytes }))
 * register // => [{ applicant: "R-9", person: "ps-7f3a", program: "PPPK", appliedOn: "2024-10-02" }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input, options: Table.Options = {}): Effect.Effect<RegisterRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table) => ({
    register: Array.from(Rows.of(table, columns), ({ cells: { appliedOn, applicant, person, program } }): Application.Registered =>
      ({ applicant: applicant!, person: person!, program: program!, appliedOn: appliedOn! })),
    corrections: table.corrections,
    origin: table.origin
  }), options)
