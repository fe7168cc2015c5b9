/**
 * Applications as an agency takes them over from SSCASN, as a CSV, XLSX or NDJSON file.
 *
 * @since 0.1.0
 */
import type { Formation } from "@timbang/core/formation"
import type { Correction, Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import type { Application, RuleSet } from "@timbang/core/selection"
import { Sources } from "@timbang/workflows/ports"
import { Clock, Effect, Layer, Stream } from "effect"
import * as Column from "../Column.ts"
import * as Layouts from "../Layouts.ts"
import * as BirthDays from "../internal/BirthDays.ts"
import * as CellDescription from "../internal/CellDescription.ts"
import * as Requirements from "../internal/Requirements.ts"
import * as Whole from "../internal/Whole.ts"
import { listOf } from "../needs/ProposalsFile.ts"
import type * as Table from "../Table.ts"

// --- columns ---

/**
 * The columns of a file of applications: `applicant`, `formation`, `appliedOn`; in place of `formation`, where the formations are known,
 * what tells one from the others: `position`, `location`, `category`, `education`; where they are of use `participant`, `birthDate`,
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
  participant: Column.identifier({ aliases: ["No Peserta", "Nomor Peserta"], isUnique: true, refusesNik: true, sample: "" }),
  formation: Column.text({ aliases: ["Formasi"], need: "cell", sample: "F-001" }),
  position: Column.text({ sample: "" }),
  location: Column.text({ sample: "" }),
  category: Column.text({ sample: "" }),
  education: Column.text({ sample: "" }),
  appliedOn: Column.day({ aliases: ["Tanggal Melamar"], need: "cell", sample: "2024-08-21" }),
  birthDate: Column.day({ isPersonal: true }),
  studyProgramme: Column.text({ sample: "S-1 Ilmu Pemerintahan" }),
  gradeAverage: Column.decimal({ decimals: 3, maximum: 100, sample: "3.25" }),
  person: Column.identifier({ refusesNik: true, sample: "" }),
  declarations: Column.text({ aliases: ["Pernyataan"], unit: "A | B", sample: "" }),
  documents: Column.text({ unit: "A | B", sample: "" })
}

/**
 * The sheet that is read first where a workbook has it, so that one workbook can hold all files of a round.
 *
 * @category constants
 * @since 0.1.0
 */
export const sheet = "Pelamar"

// --- models ---

/**
 * What is known of a round when its applications are read; without rules, words are taken as they stand.
 *
 * @category models
 * @since 0.1.0
 */
export interface Context {
  /** Rules whose requirements `documents` and `declarations` name, by identifier or title. */
  readonly ruleSet?: RuleSet.RuleSet
  /** The formations, and the file that lists them. */
  readonly formations?: { readonly all: ReadonlyArray<Formation.Formation>; readonly file: string }
}

/**
 * Applications with the row of each and what reading them told.
 *
 * @category models
 * @since 0.1.0
 */
export interface ApplicationsRead {
  readonly applications: ReadonlyArray<Application.Application>
  readonly file: string
  /** Row of the file for each application, as a spreadsheet counts. */
  readonly rows: Int32Array
  /** Words of `documents` that name no requirement of the rules, by word. Unit: applications. */
  readonly otherDocuments: ReadonlyMap<string, number>
  /**
   * Whether no word of `documents` names a requirement: the export has a list of its own, from which nothing follows. The
   * applications then say nothing of papers, rather than that all are missing.
   */
  readonly areDocumentsLeft: boolean
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * Reads a file of applications, or fails with every fault of it. An export without identifiers of formations is laid on the formation that has
 * the same position, kind of need and whatever else it tells. Headers of SSCASN are those of the layout `sscasn-applicants`,
 * or of the one given.
 *
 * **Example** (An export whose list of papers names none of the rules)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { RuleSets } from "@timbang/regulations"
 * import { ApplicationsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("No Pendaftaran;formasi_id;Tgl Submit;Dokumen\nR-1;F1;21/08/2024;KTP | Ijazah\n")
 * const read = await Effect.runPromise(ApplicationsFile.read({ file: "A.csv", bytes }, { ruleSet: RuleSets.cpns2024 }))
 * read.areDocumentsLeft // => true
 * read.applications // => [{ applicant: "R-1", formation: "F1", appliedOn: "2024-08-21" }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read: (input: Table.Input, options?: Table.Options & Context) => Effect.Effect<ApplicationsRead, Fault.InputRefused> = Effect.fn("ApplicationsFile.read")(
  function*(input: Table.Input, { formations, ruleSet, ...options }: Table.Options & Context = {}) {
    const today = Math.floor((yield* Clock.currentTimeMillis) / 86_400_000)
    const requirementOf = ruleSet === undefined ? undefined : Requirements.resolver(ruleSet)
    const idOf = (word: string): string | undefined => requirementOf === undefined ? word : requirementOf(word)
    const listed = formations === undefined ? undefined : new Set(formations.all.map(({ formation }) => formation))
    const mayDescribe = ruleSet !== undefined && formations !== undefined
    const needed: typeof columns = mayDescribe ? { ...columns, formation: { ...columns.formation, need: "none" } } : columns
    return yield* Whole.read(input, needed, (table, faults, isRefused): ApplicationsRead => {
      const { columns: cells, file, rows } = table
      const laid = mayDescribe && !table.present.has("formation") ? CellDescription.lay(table, ruleSet, formations.all, formations.file) : undefined
      faults.push(...laid?.faults ?? [])
      if (ruleSet !== undefined) faults.push(...BirthDays.faults(table, { holdsFrom: Day.toNumber(ruleSet.holds.from), today }))
      const refuse = (at: number, column: keyof typeof columns, found: string, listedIn: string): void =>
        void faults.push({ _tag: "NotListed", file, row: rows[at]!, column, found, listedIn })
      cells.formation.forEach((formation, at) => {
        if (listed === undefined || laid !== undefined || isRefused(at, "formation")) return
        if (formation === "") faults.push({ _tag: "CellMissing", file, row: rows[at]!, column: "formation" })
        else if (!listed.has(formation)) refuse(at, "formation", formation, formations!.file)
      })
      const otherDocuments = new Map<string, number>()
      let hasNamed = false
      const named = (at: number): ReadonlyArray<string> =>
        listOf(cells.documents[at]!).flatMap((word) => {
          const id = idOf(word)
          if (id === undefined) otherDocuments.set(word, (otherDocuments.get(word) ?? 0) + 1)
          else hasNamed = true
          return id ?? []
        })
      const declared = (at: number) =>
        listOf(cells.declarations[at]!).flatMap((word) => {
          const id = idOf(word)
          if (id === undefined) refuse(at, "declarations", word, ruleSet!.id)
          return id === undefined ? [] : [[id, true] as const]
        })
      const documents = cells.documents.map((_, at) => named(at))
      const areDocumentsLeft = otherDocuments.size > 0 && !hasNamed
      const applications = Array.from(cells.applicant, (applicant, at): Application.Application => ({
        applicant,
        ...(cells.participant[at] === "" ? {} : { participant: cells.participant[at]! }),
        formation: laid === undefined ? cells.formation[at]! : laid.formation[at] ?? "",
        appliedOn: cells.appliedOn[at] === noDay ? "" : Day.fromNumber(cells.appliedOn[at]!),
        ...(cells.birthDate[at] === noDay ? {} : { birthDate: Day.fromNumber(cells.birthDate[at]!) }),
        ...(cells.studyProgramme[at] === "" ? {} : { studyProgramme: cells.studyProgramme[at]! }),
        ...(cells.gradeAverage[at]! < 0 ? {} : { gradeAverage: Scaled.format(cells.gradeAverage[at]!, 3) }),
        ...(cells.person[at] === "" ? {} : { person: cells.person[at]! }),
        ...(cells.declarations[at] === "" ? {} : { declarations: Object.fromEntries(declared(at)) }),
        ...(cells.documents[at] === "" || areDocumentsLeft ? {} : { documents: documents[at]! })
      }))
      if (table.size === 0) faults.push({ _tag: "NoRows", file })
      const [person] = cells.person
      if (table.size > mostOfOne && person !== "" && cells.person.every((each) => each === person)) {
        faults.push({ _tag: "ColumnConstant", file, row: 1, column: "person", found: person! })
      }
      return { applications, file, rows, otherDocuments, areDocumentsLeft, corrections: table.corrections, origin: table.origin }
    }, { prefersSheet: sheet, layout: Layouts.of("sscasn-applicants"), ...options })
  }
)

const noDay = Column.absentOf(columns.appliedOn)

/** Beyond so many applications one pseudonym for all of them is a word that was put in to fill the column. */
const mostOfOne = 20

/**
 * Applications as a stream, each with its place; see {@link read}. A file with a fault gives no row at all.
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
  options: Table.Options & Context = {}
): Stream.Stream<Sources.Sourced<Application.Application>, Fault.InputRefused> =>
  Stream.fromEffect(read(input, options)).pipe(Stream.flatMap(({ applications, file, rows }) =>
    Stream.fromIterable(applications.map((value, at) => ({ value, place: { source: file, row: rows[at]! } })))))

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
export const layer = (input: Table.Input, options: Table.Options & Context = {}): Layer.Layer<Sources.ApplicationSource> =>
  Layer.succeed(Sources.ApplicationSource, { rows: rows(input, options) })
