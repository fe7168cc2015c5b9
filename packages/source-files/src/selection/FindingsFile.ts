/**
 * What people found at the administrative check (verifikasi administrasi), as a CSV, XLSX or NDJSON file.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import type { Finding } from "@timbang/core/selection"
import type { Sources } from "@timbang/workflows/ports"
import { type Effect, Stream } from "effect"
import * as Column from "../Column.ts"
import * as Layouts from "../Layouts.ts"
import * as Whole from "../internal/Whole.ts"
import * as Rows from "../Rows.ts"
import type * as Table from "../Table.ts"

// --- columns ---

/**
 * The columns of a file of findings: `applicant`, `verdict`, `at`, `by`; `requirement`, `role` and `reason`.
 *
 * **Example** (A finding is of the verifier where the file does not say)
 *
 * ```ts
 * import { FindingsFile } from "@timbang/source-files"
 * FindingsFile.columns.role.need // => "none"
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  applicant: Column.identifier({ aliases: ["Pelamar"], need: "cell", refusesNik: true, sample: "R-0001" }),
  verdict: Column.code({ met: ["Terpenuhi"], unmet: ["Tidak Terpenuhi"] }, { aliases: ["Status", "Hasil"], need: "cell", sample: "unmet" }),
  requirement: Column.text({ sample: "str" }),
  role: Column.code({ verifier: [], supervisor: [] }, { sample: "verifier" }),
  by: Column.identifier({ aliases: ["Pemeriksa"], refusesNik: true, sample: "verifikator-03" }),
  reason: Column.text({ sample: "STR berakhir 2024-06-30, sebelum melamar" }),
  at: Column.day({ aliases: ["Tanggal"], need: "cell", sample: "2024-09-10" })
}

/**
 * What a finding of a file is about where it names no requirement: the application as a whole, as SSCASN says MS or TMS.
 *
 * @category constants
 * @since 0.1.0
 */
export const whole = "administrasi"

// --- operations ---

/**
 * Findings as a stream, each with its place; a refusal without a reason is a fault. Headers and the codes MS and TMS are those of
 * the layout `sscasn-verification`, or of the one given.
 *
 * **Example** (TMS with its reason)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { FindingsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("No Pendaftaran,Status Verifikasi,Alasan TMS,Tanggal Verifikasi\nR-1,TMS,STR berakhir sebelum melamar,2024-09-10\n")
 * const [first] = await Effect.runPromise(Stream.runCollect(FindingsFile.rows({ file: "V.csv", bytes })))
 * [first.value.verdict, first.value.requirement, first.value.reason] // => ["unmet", "administrasi", "STR berakhir sebelum melamar"]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const rows = (
  input: Table.Input,
  options: Table.Options = {}
): Stream.Stream<Sources.Sourced<Finding.Finding>, Fault.InputRefused> =>
  Stream.fromEffect(read(input, options)).pipe(Stream.flatMap((found) => Stream.fromIterable(found)))

const read = (input: Table.Input, options: Table.Options): Effect.Effect<ReadonlyArray<Sources.Sourced<Finding.Finding>>, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults) =>
    Array.from(Rows.of(table, columns), ({ cells, file, row }): Sources.Sourced<Finding.Finding> => {
      if (cells.verdict === "unmet" && cells.reason === undefined) faults.push({ _tag: "CellNeeded", file, row, column: "reason", neededBy: "verdict" })
      return {
        value: {
          applicant: cells.applicant!,
          requirement: cells.requirement ?? whole,
          role: cells.role ?? "verifier",
          by: cells.by ?? "SSCASN",
          verdict: cells.verdict!,
          reason: cells.reason ?? "",
          at: cells.at!
        },
        place: { source: file, row }
      }
    }), { layout: Layouts.of("sscasn-verification"), ...options })
