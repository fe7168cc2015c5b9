/**
 * The folder of an administrative check: what may be announced, and below `private/` what the committee works with.
 *
 * @since 0.1.0
 */
import { join } from "node:path"
import { Day, LegalSource } from "@timbang/core/law"
import type { AdministrativeResult } from "@timbang/core/publication"
import { RequirementCheck, type RequirementStatus } from "@timbang/core/selection"
import { AdministrativeChecks, Applications, RuleSetTitles, type Sentences } from "@timbang/language"
import { AdministrativeDecision } from "@timbang/process"
import { Primitives } from "@timbang/signing"
import { CsvWriter, Output, Sheet, XlsxWriter } from "@timbang/source-files"
import { Effect, Result } from "effect"
import * as Screen from "../Screen.ts"
import { type Ran, terms } from "./EligibilityRun.ts"
import * as OpenApplications from "./OpenApplications.ts"
import * as RunFolder from "./RunFolder.ts"

// --- operations ---

/** The list that is fit for an announcement: number, formation, code, and the reasons that everybody may read. */
export const announcement = ({ result }: Pick<Ran, "result">, lang: Sentences.Language): Sheet.Sheet => ({
  name: "Pengumuman",
  size: result.rows.length,
  columns: [
    Sheet.text("applicant", result.rows.map(({ applicant }) => applicant)),
    Sheet.text("formation", result.rows.map(({ formation }) => formation)),
    Sheet.text("status", result.rows.map(({ code }) => code)),
    Sheet.text("reason", result.rows.map((row) => row.code === terms.codes.ineligible ? reasonOf(row, lang) : ""))
  ]
})

/** How the applicants of each formation stand. */
export const countsSheet = ({ counts }: Pick<Ran, "counts">): Sheet.Sheet => ({
  name: "Rekap",
  size: counts.length,
  columns: [
    Sheet.text("formation", counts.map(({ formation }) => formation)),
    ...(["seats", "applications", "eligible", "ineligible", "open"] as const).map((name) => Sheet.integer(name, counts.map((count) => count[name])))
  ]
})

/** Writes the folder, whole or not at all, and answers the files in it. An older check is replaced. */
export const write = Effect.fn("EligibilityFolder.write")(function*(path: string, ran: Ran, isAfterObjections: boolean) {
  const { lang, ruleSet } = ran.given
  const rules = Primitives.portable.canonicalize(ruleSet)
  const hashes: Record<string, string> = {}
  const progress = Screen.telling()
  const said = [announcement(ran, lang), countsSheet(ran)] as const
  const manifest = manifestOf(ran, rules, hashes)
  // A result that is still open is nobody's to decide.
  const proposal = AdministrativeDecision.subject(ran.result, ran.digest, isAfterObjections ? "administrative-reannouncement" : "administrative-result")
  const hashed = RunFolder.hashing(hashes, (file, bytes) => progress.say(`${join(path, file)}: ${Math.floor(bytes / 1_000_000)} MB`))
  const written: Array<string> = []
  yield* Output.write(path, (folder) =>
    Effect.gen(function*() {
      const put = (file: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) =>
        Effect.andThen(Effect.sync(() => void written.push(file)), folder.write(file, hashed(chunks, file)))
      const text = (file: string, content: string) => put(file, [new TextEncoder().encode(content)])
      yield* put("announcement.csv", CsvWriter.chunks(said[0]))
      yield* put("counts.csv", CsvWriter.chunks(said[1]))
      if (said[0].size <= RunFolder.mostWorkbookRows) yield* put("announcement.xlsx", XlsxWriter.chunks([...said, standingSheet(ran)]))
      yield* text("result.json", ran.text)
      yield* text("rules.json", rules)
      yield* put("formations.csv", CsvWriter.chunks(RunFolder.formationsSheet(ran.formations)))
      if (Result.isSuccess(proposal)) yield* text("proposal.json", `${JSON.stringify({ _tag: "Propose", id: isAfterObjections ? "administrasi-pasca-sanggah" : "administrasi", subject: proposal.success }, null, 2)}\n`)
      yield* put("private/requirements.csv", requirementChunks(ran))
      yield* put("private/open.csv", CsvWriter.chunks(openSheet(ran)))
      yield* put("private/unequal.csv", CsvWriter.chunks(unequalSheet(ran)))
      yield* put("private/participants.csv", CsvWriter.chunks(participantsSheet(ran)))
      yield* folder.write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`)
    }), (files) => files.includes("manifest.json") && files.includes("announcement.csv")).pipe(Effect.ensuring(Effect.sync(progress.end)))
  return [...written, "manifest.json"]
})

/** What the check was made of, and what became of it. */
const manifestOf = ({ digest, given, inputs, result, strays, unequal }: Ran, rules: string, files: Readonly<Record<string, string>>): object => ({
  format: 1,
  engine: RunFolder.engine,
  stage: "administrasi",
  standing: given.standing,
  rules: { id: given.ruleSet.id, sha256: RunFolder.sha256(rules) },
  disclosure: given.disclosure,
  ...(given.upperLimit === undefined ? {} : { upperLimit: given.upperLimit }),
  inputs,
  applications: result.rows.length,
  codes: codesOf(result),
  open: result.open,
  strays,
  unequal: unequal.length,
  digest,
  files
})

const codesOf = ({ rows }: AdministrativeResult.AdministrativeResult): Readonly<Record<string, number>> => {
  const counted = new Map<string, number>()
  for (const { code } of rows) counted.set(code, (counted.get(code) ?? 0) + 1)
  return Object.fromEntries([...counted].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const reasonOf = ({ grounds }: AdministrativeResult.Row, lang: Sentences.Language): string =>
  grounds.length === 0
    ? AdministrativeChecks.phrases(lang).toldAlone
    : grounds.map(({ provision, title }) => `${RuleSetTitles.of(title, lang)} (${provision})`).join("; ")

/** Every requirement of every application, some thousand rows at a time: a national agency has a million of them. */
function* requirementChunks({ checked, given: { lang } }: Ran): Generator<Uint8Array> {
  for (let from = 0; from === 0 || from < checked.length; from += slice) {
    const [header, ...rows] = CsvWriter.chunks(requirementsSheet(checked.slice(from, from + slice), lang))
    if (from === 0) yield header!
    yield* rows
  }
}

/** Applications of which rows are made at once. */
const slice = 2000

/** Finding, provision and reason of every requirement, for the committee and the letter to the applicant. */
const requirementsSheet = (checked: Ran["checked"], lang: Sentences.Language): Sheet.Sheet => {
  const rows = checked.flatMap(({ applicant, formation, requirements }) => requirements.map((of) => ({ applicant, formation, of })))
  const column = (header: string, cell: (of: RequirementStatus.RequirementStatus) => string) => Sheet.text(header, rows.map(({ of }) => cell(of)))
  const found = (role: "verifier" | "supervisor") => [
    column(role, (of) => (of[role] === undefined ? "" : Applications.status(of[role].verdict, lang))),
    column(`${role}Reason`, (of) => of[role]?.reason.trim() ?? ""),
    column(`${role}By`, (of) => of[role]?.by ?? ""),
    column(`${role}At`, (of) => of[role]?.at ?? "")
  ]
  return {
    name: "requirements",
    size: rows.length,
    columns: [
      Sheet.text("applicant", rows.map(({ applicant }) => applicant)),
      Sheet.text("formation", rows.map(({ formation }) => formation)),
      column("requirement", ({ requirement }) => requirement),
      column("status", ({ status }) => Applications.status(status, lang)),
      column("computed", ({ computed }) => (computed._tag === "Known" ? Applications.reason(computed.reason, lang) : "")),
      ...found("verifier"),
      ...found("supervisor"),
      column("provision", ({ source }) => LegalSource.cite(source)),
      column("decidedBy", ({ decidedBy }) => decidedBy),
      column("flags", ({ flags }) => flags.map((flag) => Applications.flag(flag, lang)).join("; "))
    ]
  }
}

const openSheet = ({ attention, given }: Ran): Sheet.Sheet => {
  const cells = attention.map((row) => OpenApplications.cells(row, given.lang))
  return {
    name: "open",
    size: attention.length,
    columns: [
      Sheet.text("applicant", attention.map(({ applicant }) => applicant)),
      Sheet.text("formation", attention.map(({ formation }) => formation)),
      Sheet.text("requirement", attention.map(({ requirement }) => requirement)),
      Sheet.text("kind", attention.map(({ of }) => of._tag)),
      Sheet.text("file", attention.map(({ file }) => file)),
      Sheet.integer("row", attention.map(({ row }) => row)),
      Sheet.text("column", attention.map(({ column }) => column)),
      Sheet.text("what", cells.map((row) => String(row.at(-1))))
    ]
  }
}

/** Equal facts with different findings, one row for each applicant. */
const unequalSheet = ({ unequal }: Ran): Sheet.Sheet => {
  const rows = unequal.flatMap(({ facts, met, requirement, unmet }) => {
    const said = Object.entries(facts).map(([name, value]) => `${name} ${value}`).join(", ")
    return [...unmet.map((applicant) => [requirement, said, applicant, "unmet"]), ...met.map((applicant) => [requirement, said, applicant, "met"])]
  })
  return {
    name: "unequal",
    size: rows.length,
    columns: ["requirement", "facts", "applicant", "verdict"].map((header, at) => Sheet.text(header, rows.map((row) => row[at]!)))
  }
}

/** Who goes on, under the participant number where there is one, as `publish registrations` and `select` read participants. */
const participantsSheet = ({ applications, checked }: Ran): Sheet.Sheet => {
  const eligible = new Set(checked.flatMap(({ applicant, status }) => (status === "eligible" ? [applicant] : [])))
  const rows = applications.filter(({ applicant }) => eligible.has(applicant))
  return {
    name: "participants",
    size: rows.length,
    columns: [
      Sheet.text("participant", rows.map(({ applicant, participant = applicant }) => participant)),
      Sheet.text("formation", rows.map(({ formation }) => formation)),
      ...(rows.some(({ gradeAverage }) => gradeAverage !== undefined)
        ? [Sheet.decimal("gpa", rows.map(({ gradeAverage }) => (gradeAverage === undefined ? -1 : RequirementCheck.readGradeAverage(gradeAverage)!)), 3)]
        : []),
      ...(rows.some(({ birthDate }) => birthDate !== undefined)
        ? [Sheet.day("birthDate", rows.map(({ birthDate }) => (birthDate === undefined ? noDay : Day.toNumber(birthDate))))]
        : []),
      ...(rows.some(({ person }) => person !== undefined) ? [Sheet.text("person", rows.map(({ person }) => person ?? ""))] : [])
    ]
  }
}

/** Stands for no day in a column of days. */
const noDay = -2_147_483_648

const standingSheet = ({ digest, given, inputs }: Ran): Sheet.Sheet => {
  const { disclosure, ruleSet, standing } = given
  const rows: ReadonlyArray<readonly [string, string]> = [
    ...RunFolder.standingRows(standing),
    ["tahap / stage", "administrasi"],
    ["aturan / rules", ruleSet.id],
    ["keterbukaan / disclosure", disclosure],
    ["mesin / engine", RunFolder.engine],
    ...inputs.map(({ role, sha256 }) => [`SHA-256 ${role}`, sha256] as const),
    ["SHA-256 hasil / result", digest]
  ]
  return { name: "Kedudukan", size: rows.length, columns: [Sheet.text("hal", rows.map(([key]) => key)), Sheet.text("isi", rows.map(([, value]) => value))] }
}
