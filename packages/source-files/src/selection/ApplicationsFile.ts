/**
 * Applications as an agency takes them over from SSCASN, as a CSV, XLSX or NDJSON file.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import type { Application } from "@timbang/core/selection"
import { Scaled } from "@timbang/core/number"
import { Sources } from "@timbang/workflows/ports"
import { Layer, Stream } from "effect"
import * as Column from "../Column.ts"
import * as Layouts from "../Layouts.ts"
import { listOf } from "../needs/ProposalsFile.ts"
import * as Rows from "../Rows.ts"
import type * as Table from "../Table.ts"

// --- columns ---

/**
 * The columns of a file of applications: `applicant`, `formation`, `appliedOn`; where they are of use `birthDate`,
 * `studyProgramme`, `gradeAverage`, the keyed pseudonym `person`, `documents` and `declarations`, lists of requirements.
 * Names and identity numbers are dropped unread.
 *
 * **Example** (A pseudonym, never a NIK)
 *
 * ```ts
 * import { ApplicationsFile } from "@timbang/source-files"
 * ApplicationsFile.columns.person.refusesNik // => true
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  applicant: Column.identifier({ aliases: ["Pelamar"], need: "cell", isUnique: true, refusesNik: true, sample: "R-0001" }),
  formation: Column.text({ aliases: ["Formasi"], need: "cell", sample: "F-001" }),
  appliedOn: Column.day({ aliases: ["Tanggal Melamar"], need: "cell", sample: "2024-08-21" }),
  birthDate: Column.day({ isPersonal: true }),
  studyProgramme: Column.text({ sample: "S-1 Ilmu Pemerintahan" }),
  gradeAverage: Column.decimal({ decimals: 3, maximum: 100, sample: "3.25" }),
  person: Column.identifier({ refusesNik: true, sample: "" }),
  declarations: Column.text({ aliases: ["Pernyataan"], unit: "A | B", sample: "" }),
  documents: Column.text({ unit: "A | B", sample: "ijazah | transkrip" })
}

// --- operations ---

/**
 * Applications as a stream, each with its place. A file with a fault gives no row at all. Headers of SSCASN are those of the
 * layout `sscasn-applicants`, or of the one given.
 *
 * **Example** (One application)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { ApplicationsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("No Pendaftaran;formasi_id;Tgl Submit;IPK;NIK\nR-1;F1;21/08/2024;3,25;1\n")
 * const [first] = await Effect.runPromise(Stream.runCollect(ApplicationsFile.rows({ file: "A.csv", bytes })))
 * first.value // => { applicant: "R-1", formation: "F1", appliedOn: "2024-08-21", gradeAverage: "3.250" }
 * first.place // => { source: "A.csv", row: 2 }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const rows = (
  input: Table.Input,
  options: Table.Options = {}
): Stream.Stream<Sources.Sourced<Application.Application>, Fault.InputRefused> =>
  Rows.stream(input, columns, { layout: Layouts.of("sscasn-applicants"), ...options }).pipe(Stream.map(({ cells, file, row }) => ({
    value: {
      applicant: cells.applicant!,
      formation: cells.formation!,
      appliedOn: cells.appliedOn!,
      ...(cells.birthDate === undefined ? {} : { birthDate: cells.birthDate }),
      ...(cells.studyProgramme === undefined ? {} : { studyProgramme: cells.studyProgramme }),
      ...(cells.gradeAverage === undefined ? {} : { gradeAverage: Scaled.format(cells.gradeAverage, 3) }),
      ...(cells.person === undefined ? {} : { person: cells.person }),
      ...(cells.declarations === undefined ? {} : { declarations: Object.fromEntries(listOf(cells.declarations).map((requirement) => [requirement, true])) }),
      ...(cells.documents === undefined ? {} : { documents: listOf(cells.documents) })
    },
    place: { source: file, row }
  })))

/**
 * The port for applications, from a file.
 *
 * **Example** (A host reads them)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { ApplicationsFile } from "@timbang/source-files"
 * import { Sources } from "@timbang/workflows/ports"
 * const bytes = new TextEncoder().encode("applicant,formation,appliedOn\nR-1,F1,2024-08-21\n")
 * const count = Effect.flatMap(Sources.ApplicationSource, ({ rows }) => Stream.runCount(rows))
 * await Effect.runPromise(Effect.provide(count, ApplicationsFile.layer({ file: "A.csv", bytes }))) // => 1
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (input: Table.Input, options: Table.Options = {}): Layer.Layer<Sources.ApplicationSource> =>
  Layer.succeed(Sources.ApplicationSource, { rows: rows(input, options) })
