/**
 * What people found at the administrative check (verifikasi administrasi), as a CSV, XLSX or NDJSON file.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import { Finding, type RuleSet } from "@timbang/core/selection"
import type { Sources } from "@timbang/workflows/ports"
import { type Effect, Stream } from "effect"
import * as Column from "../Column.ts"
import * as Layouts from "../Layouts.ts"
import * as Header from "../internal/Header.ts"
import * as Requirements from "../internal/Requirements.ts"
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
export const whole = Finding.whole

/**
 * The sheet that is read first where a workbook has it, so that one workbook can hold all files of a round.
 *
 * @category constants
 * @since 0.1.0
 */
export const sheet = "Verifikasi"

// --- models ---

/**
 * The rules that findings are about; without them words are taken as they stand.
 *
 * @category models
 * @since 0.1.0
 */
export interface Context {
  readonly ruleSet?: Pick<RuleSet.RuleSet, "id" | "requirements" | "codes">
}

/**
 * Findings with the row of each.
 *
 * @category models
 * @since 0.1.0
 */
export interface FindingsRead {
  readonly findings: ReadonlyArray<Finding.Finding>
  readonly file: string
  /** Row of the file for each finding, as a spreadsheet counts. */
  readonly rows: Int32Array
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * Reads a file of findings, or fails with every fault of it: a refusal without a reason, or with one that only repeats the code;
 * a NIK in a reason; a requirement that the rules do not have; one person in both roles on one application. Headers and the codes MS and TMS are those of
 * the layout `sscasn-verification`, or of the one given.
 *
 * **Details**
 *
 * Where the file does not say who found it, an account is written that stands for the export, one for each role. A role that the file does
 * not name is that of the verifier.
 *
 * **Example** (A code is no reason)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { RuleSets } from "@timbang/regulations"
 * import { FindingsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("applicant,requirement,verdict,reason,at\nR-1,str,TMS,TMS,2024-09-10\nR-2,surat sehat,MS,,2024-09-10\n")
 * const refused = await Effect.runPromise(Effect.flip(FindingsFile.read({ file: "V.csv", bytes }, { ruleSet: RuleSets.cpns2024 })))
 * refused.faults.map((fault) => [fault._tag, "row" in fault && fault.row]) // => [["ReasonNotSpecific", 2], ["NotListed", 3]]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input, { ruleSet, ...options }: Table.Options & Context = {}): Effect.Effect<FindingsRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults, isRefused): FindingsRead => {
    const { file, rows } = table
    const idOf = ruleSet === undefined ? (word: string) => word : Requirements.resolver(ruleSet)
    const byId = new Map((ruleSet?.requirements ?? []).map((requirement) => [requirement.id, requirement]))
    const findings = Array.from(Rows.of(table, columns), ({ cells: given, row }, at): Finding.Finding => {
      const { applicant, at: day, by, reason, requirement: word, role = "verifier", verdict } = given
      const requirement = word === undefined ? whole : idOf(word)
      if (requirement === undefined) faults.push({ _tag: "NotListed", file, row, column: "requirement", found: word!, listedIn: ruleSet!.id })
      if (verdict === "unmet" && !isRefused(at, "reason")) {
        if (reason === undefined) faults.push({ _tag: "CellNeeded", file, row, column: "reason", neededBy: "verdict" })
        else if (requirement !== undefined && !Finding.isSpecific(reason, byId.get(requirement) ?? { id: whole, title: Finding.wholeTitle }, ruleSet?.codes ?? [])) {
          faults.push({ _tag: "ReasonNotSpecific", file, row, column: "reason" })
        }
      }
      // What stands here goes into letters and files of the committee.
      if (reason !== undefined && Header.holdsNik(reason)) faults.push({ _tag: "NikRefused", file, row, column: "reason", found: "d".repeat(16) })
      return {
        applicant: applicant!,
        requirement: requirement ?? whole,
        role,
        by: by ?? unnamed[role],
        verdict: verdict!,
        reason: reason ?? "",
        at: day!
      }
    })
    faults.push(...inBothRoles(findings, table))
    if (table.size === 0) faults.push({ _tag: "NoRows", file })
    return { findings, file, rows, corrections: table.corrections, origin: table.origin }
  }, { prefersSheet: sheet, layout: Layouts.of("sscasn-verification"), ...options })

/** Who found it, where an export does not say. */
const unnamed: Readonly<Record<Finding.Role, string>> = { verifier: "SSCASN", supervisor: "SSCASN/supervisor" }

/** Rows in which somebody looks at what they looked at in the other role; a finding about the whole is about every requirement. */
const inBothRoles = (findings: ReadonlyArray<Finding.Finding>, { columns: cells, file, rows }: Table.Table<typeof columns>): ReadonlyArray<Fault.Fault> => {
  const first = new Map<string, Map<string, { readonly role: Finding.Role; readonly row: number }>>()
  return findings.flatMap(({ applicant, by, requirement, role }, at): ReadonlyArray<Fault.Fault> => {
    if (cells.by[at] === "") return []
    const key = `${applicant}\n${by}`
    const own = first.get(key) ?? new Map<string, { readonly role: Finding.Role; readonly row: number }>()
    first.set(key, own)
    const before = requirement === whole ? [...own.values()] : [own.get(requirement), own.get(whole)]
    const other = before.find((each) => each !== undefined && each.role !== role)
    if (!own.has(requirement)) own.set(requirement, { role, row: rows[at]! })
    return other === undefined ? [] : [{ _tag: "BothRoles", file, row: rows[at]!, column: "by", found: by, otherRow: other.row }]
  })
}

/**
 * Findings as a stream, each with its place; see {@link read}.
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
  options: Table.Options & Context = {}
): Stream.Stream<Sources.Sourced<Finding.Finding>, Fault.InputRefused> =>
  Stream.fromEffect(read(input, options)).pipe(Stream.flatMap(({ file, findings, rows }) =>
    Stream.fromIterable(findings.map((value, at) => ({ value, place: { source: file, row: rows[at]! } })))))
