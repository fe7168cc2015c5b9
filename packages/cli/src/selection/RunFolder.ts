/**
 * The folder a selection is written into, and read back from by later commands.
 *
 * `result.csv`, `result.xlsx`, `manifest.json` and `rules.json` may be shown; `private/` holds the decoded input with closed
 * rights, so that no later command needs the input files.
 *
 * @since 0.1.0
 */
import { createHash } from "node:crypto"
import { createReadStream, existsSync } from "node:fs"
import { readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import type { Formation } from "@timbang/core/formation"
import type { Correction, Fault } from "@timbang/core/input"
import type { Standing } from "@timbang/core/law"
import { type Event, RuleSetSchema, type RuleSet, Selection } from "@timbang/core/selection"
import { type CommandFaults, Problems, RuleSetProblems, type Sentences } from "@timbang/language"
import { CsvWriter, FormationsFile, Output, ParticipantsFile, Sheet, type Table, XlsxWriter } from "@timbang/source-files"
import { Primitives } from "@timbang/signing"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as Options from "../Options.ts"
import * as Screen from "../Screen.ts"
import * as ResultSheet from "./ResultSheet.ts"

// --- models ---

/** What a run was made of; hashes are SHA-256 in hexadecimal, of the canonical JSON of the rules and of the input files. */
export interface Manifest {
  readonly format: 1
  readonly engine: string
  readonly standing: Standing.Standing
  readonly stage: string
  readonly rules: { readonly id: string; readonly sha256: string }
  readonly inputs: ReadonlyArray<{
    readonly role: string
    readonly sha256: string
    readonly bytes: number
    readonly format: string
    /** What was put right or left aside in reading it, how often and from which row; `file` is the role. */
    readonly corrections: ReadonlyArray<Correction.Correction>
  }>
  readonly options: Selection.Options
  readonly participants: number
  readonly formations: number
  readonly seats: number
  /** Participants by printed code. */
  readonly codes: Readonly<Record<string, number>>
  readonly warnings: ReadonlyArray<{ readonly path: string; readonly instrument: string }>
  /** SHA-256 of the files that were written, by path; a changed one is refused by later commands. */
  readonly files: Readonly<Record<string, string>>
  /** What is to take the place of some of them, while it is written. */
  readonly next?: Readonly<Record<string, string>>
}

/** A run read back. */
export interface Loaded {
  readonly manifest: Manifest
  readonly selection: Selection.Selection
}

/** Version of the engine that results record. */
export const engine = "timbang 0.1.0"

/** Most rows that are also written as a workbook unless it is asked for. */
export const mostWorkbookRows = 100_000

// --- operations ---

/** What a run was made of, with the canonical JSON of its rules. */
export const manifestOf = (
  { inputs, options, selection }: { readonly selection: Selection.Selection; readonly options: Selection.Options; readonly inputs: Manifest["inputs"] },
  rules: string,
  files: Manifest["files"]
): Manifest => ({
  format: 1,
  engine,
  standing: selection.options.standing,
  stage: selection.options.stage,
  rules: { id: selection.ruleSet.id, sha256: sha256(rules) },
  inputs,
  options,
  participants: selection.cohort.size,
  formations: selection.formations.length,
  seats: selection.formations.reduce((sum, { seats }) => sum + seats, 0),
  codes: Object.fromEntries([...ResultSheet.counts(selection)].sort(([a], [b]) => (a < b ? -1 : 1))),
  warnings: selection.warnings.map(({ path: at, source }) => ({ path: at, instrument: source.instrument })),
  files
})

/** Writes a run, whole or not at all. A folder that holds another run is replaced, unless that run was published. */
export const write = Effect.fn("RunFolder.write")(function*(path: string, given: {
  readonly selection: Selection.Selection
  readonly options: Selection.Options
  readonly inputs: Manifest["inputs"]
  readonly unknown: ReadonlyArray<Table.UnknownColumn>
  readonly workbook: "auto" | "always" | "never"
  readonly lang: Sentences.Language
  /** The file of participants, and what reading it told. */
  readonly participants: { readonly path: string; readonly read: ParticipantsFile.ParticipantsRead }
}) {
  const { selection, unknown } = given
  const sheet = ResultSheet.sheet(selection)
  const rules = Primitives.portable.canonicalize(selection.ruleSet)
  const files: Record<string, string> = {}
  const manifest = manifestOf(given, rules, files)
  const isWorkbook = given.workbook === "always" || (given.workbook === "auto" && sheet.size <= mostWorkbookRows)
  const progress = Screen.telling()
  const hashed = hashing(files, (file, bytes) => progress.say(`${join(path, file)}: ${Math.floor(bytes / 1_000_000)} MB`))
  yield* Output.write(path, (folder) =>
    Effect.gen(function*() {
      yield* folder.write("result.csv", hashed(CsvWriter.chunks(sheet), "result.csv"))
      if (isWorkbook) yield* folder.write("result.xlsx", hashed(XlsxWriter.chunks([sheet, ResultSheet.codeSheet(selection), standingSheet(manifest)]), "result.xlsx"))
      yield* folder.write("rules.json", rules)
      yield* folder.write(formationsFile, hashed(CsvWriter.chunks(formationsSheet(selection.formations)), formationsFile))
      const own = participantsSheet(selection)
      const { path: source, read } = given.participants
      if (yield* isAsDecoded(source, read, own)) {
        yield* folder.write(participantsFile, hashed(createReadStream(source, { highWaterMark: 1_048_576 }), participantsFile))
        if (files[participantsFile] !== read.origin.sha256) return yield* Effect.fail(Options.refusal([{ _tag: "InputChanged", path: source }], given.lang))
      } else yield* folder.write(participantsFile, hashed(CsvWriter.chunks(own), participantsFile))
      const events = eventsText(selection.events)
      files[eventsFile] = sha256(events)
      yield* folder.write(eventsFile, events)
      if (unknown.length > 0) {
        yield* folder.write(internalFile, hashed(XlsxWriter.chunks([internalSheet(sheet, unknown), standingSheet(manifest)]), internalFile))
      }
      yield* folder.write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`)
    }), (files) => files.includes("manifest.json") && !files.includes("announcement.csv") && !existsSync(join(path, "private/vault.json"))).pipe(Effect.ensuring(Effect.sync(progress.end)))
  return { manifest, isWorkbook }
})

/** Reads a run back and runs it again; the same input gives the same result. Changed rules or input are refused, a changed table is told. */
export const load: (path: string, lang: Sentences.Language) => Effect.Effect<Loaded, CommandFailed | Fault.InputRefused> = Effect.fn("RunFolder.load")(function*(
  path: string,
  lang: Sentences.Language
) {
  const refused = (...faults: ReadonlyArray<CommandFaults.CommandFault>) => Effect.fail(Options.refusal(faults, lang))
  const written = yield* json(join(path, "manifest.json"), lang)
  if (!isManifest(written)) return yield* refused({ _tag: "ManifestRefused", path: `${path}/manifest.json` })
  const manifest = written
  const rulesText = yield* text(join(path, "rules.json"), lang)
  if (sha256(rulesText) !== manifest.rules.sha256) return yield* refused({ _tag: "RunChanged", path: `${path}/rules.json` })
  const decoded = RuleSetSchema.decode(yield* json(join(path, "rules.json"), lang))
  if (Result.isFailure(decoded)) {
    const lines = RuleSetProblems.lines(decoded.failure, lang).map((line) => `${path}/rules.json: ${line}`)
    return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines }))
  }
  const ruleSet = decoded.success
  const { formations, origin: ofFormations } = yield* FormationsFile.read(join(path, formationsFile), ruleSet)
  const ownParticipants = join(path, participantsFile)
  const { cohort, origin: ofParticipants } = yield* Screen.followed(ownParticipants, (onProgress) =>
    ParticipantsFile.read(ownParticipants, ruleSet, formations, { onProgress }))
  const eventText = yield* text(join(path, eventsFile), lang)
  const found = { [formationsFile]: ofFormations.sha256, [participantsFile]: ofParticipants.sha256, [eventsFile]: sha256(eventText) }
  const changed = Object.entries(found).filter(([file, digest]) => manifest.files[file] !== digest && manifest.next?.[file] !== digest)
  if (changed.length > 0) {
    return yield* refused(...changed.map(([file]): CommandFaults.CommandFault => ({ _tag: "RunChanged", path: `${path}/${file}` })))
  }
  for (const file of shownFiles) {
    const at = join(path, file)
    if (manifest.files[file] !== undefined && existsSync(at) && (yield* digestOf(at, lang)) !== manifest.files[file]) {
      yield* Screen.note(Problems.notAsWritten(`${path}/${file}`, lang))
    }
  }
  const events = JSON.parse(eventText) as ReadonlyArray<Event.Event>
  // Corrections stand in the events; the participants file holds the scores as they were before them.
  const made = Selection.run(ruleSet, formations, cohort, events, manifest.options)
  return Result.isFailure(made)
    ? yield* refused({ _tag: "RunRefused", path, because: Problems.sentence(made.failure, lang) })
    : { manifest, selection: made.success }
})

const formationsFile = "private/formations.csv"
export const participantsFile = "private/participants.csv"
export const eventsFile = "private/events.json"
/** Columns that the run did not know, beside its result. */
export const internalFile = "private/internal.xlsx"

/** Files that people open, and whose programs may save them again. */
const shownFiles = ["result.csv", "result.xlsx"] as const

/** SHA-256 of a file, in hexadecimal. */
const digestOf = (path: string, lang: Sentences.Language) =>
  Effect.tryPromise({
    try: async () => {
      const hash = createHash("sha256")
      for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) hash.update(chunk as Uint8Array)
      return hash.digest("hex")
    },
    catch: (error) => notRead(path, error, lang)
  })

const notRead = (path: string, error: unknown, lang: Sentences.Language) => {
  const code = (error as NodeJS.ErrnoException).code
  const reason = code === "EISDIR" ? "folder" : code === "EACCES" || code === "EPERM" ? "forbidden" : "missing"
  return Options.refusal([{ _tag: "RunMissing", path, reason }], lang)
}

const isManifest = (found: unknown): found is Manifest => {
  const { files, format, options, rules } = (found ?? {}) as Partial<Manifest>
  return format === 1 && typeof rules?.sha256 === "string" && typeof files === "object" && typeof options === "object"
}

/** Whether a file of participants holds what the run decoded from it and nothing else, so that it is kept as it is. */
const isAsDecoded = (path: string, { corrections, origin, present, unknown }: ParticipantsFile.ParticipantsRead, decoded: Sheet.Sheet) => {
  const kept = new Set(decoded.columns.map(({ header }) => header))
  const isPlain = origin.format === "csv" && corrections.length === 0 && unknown.length === 0 && [...present].every((column) => kept.has(column))
  return isPlain ? Effect.promise(() => stat(path).then((found) => found.isFile(), () => false)) : Effect.succeed(false)
}

/** The standing of a run as rows: its name, and the letter that decided. */
export const standingRows = (standing: Standing.Standing): ReadonlyArray<readonly [string, string]> => [
  ["kedudukan / standing", standing._tag],
  ...(standing._tag === "penetapan" && standing.letter !== undefined
    ? [
      ["nomor surat / letter", standing.letter.number],
      ["tanggal surat / day of the letter", standing.letter.day],
      ["SHA-256 surat / letter", standing.letter.digest]
    ] as const
    : [])
]

/** Gives chunks on, tells how many bytes have gone through, and notes their SHA-256 after the last one. */
export const hashing = (files: Record<string, string>, onBytes: (file: string, bytes: number) => void) =>
  async function*(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
    const hash = createHash("sha256")
    let bytes = 0
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
      onBytes(file, bytes)
      yield chunk
    }
    files[file] = hash.digest("hex")
  }

/** SHA-256 of a text, in hexadecimal. */
export const sha256 = (content: string): string => createHash("sha256").update(content, "utf8").digest("hex")

const text = (path: string, lang: Sentences.Language) =>
  Effect.tryPromise({
    try: async () => {
      if (!(await stat(path)).isFile()) throw Object.assign(new Error("not a file"), { code: "EISDIR" })
      return readFile(path, "utf8")
    },
    catch: (error) => notRead(path, error, lang)
  })

const json = (path: string, lang: Sentences.Language) =>
  Effect.flatMap(text(path, lang), (content) =>
    Effect.try({
      try: (): unknown => JSON.parse(content),
      catch: () => Options.refusal([{ _tag: "RunNotJson", path }], lang)
    }))

/** Formations as `FormationsFile` reads them. */
export const formationsSheet = (formations: ReadonlyArray<Formation.Formation>): Sheet.Sheet => {
  const column = (header: keyof Formation.Formation) => Sheet.text(header, formations.map((formation) => String(formation[header] ?? "")))
  return {
    name: "formations",
    size: formations.length,
    columns: (["formation", "position", "education", "location", "category", "seats", "agency", "agencyKind", "thresholdGroup", "rawMaximum"] as const).map(column)
  }
}

/** Events as they stand in the folder. */
export const eventsText = (events: ReadonlyArray<Event.Event>): string => `${JSON.stringify(events)}\n`

/** Everybody as recorded, as they stand in the folder. */
export const participantsSheet = ({ formations, recorded: cohort, ruleSet }: Pick<Selection.Selection, "formations" | "recorded" | "ruleSet">): Sheet.Sheet => {
  return {
    name: "participants",
    size: cohort.size,
    columns: [
      Sheet.text("participant", cohort.participant),
      Sheet.code("formation", cohort.formation, formations.map(({ formation }) => formation)),
      ...ruleSet.components.flatMap(({ decimals, id }) => cohort.scores[id] === undefined ? [] : [Sheet.decimal(id, cohort.scores[id], decimals)]),
      ...(cohort.gradeAverage === undefined ? [] : [Sheet.decimal("gpa", cohort.gradeAverage, 3)]),
      ...(cohort.birthDay === undefined ? [] : [Sheet.day("birthDate", cohort.birthDay)]),
      ...(cohort.priorityClass === undefined ? [] : [Sheet.code("priorityClass", Array.from(cohort.priorityClass, (at) => at === 255 ? -1 : at), (ruleSet.ranking.classes?.order ?? []).map(({ id }) => id))]),
      ...(cohort.entitlements === undefined ? [] : [Sheet.text("entitlements", heldBy(ruleSet, cohort.entitlements))])
    ]
  }
}

const heldBy = (ruleSet: RuleSet.RuleSet, entitlements: Uint32Array): ReadonlyArray<string> => {
  const known = ruleSet.steps.flatMap((step) => step._tag === "Addition" ? step.entitlements.map(({ id }) => id) : [])
  return Array.from(entitlements, (bits) => known.filter((_, bit) => (bits >>> bit & 1) === 1).join("|"))
}

const internalSheet = (sheet: Sheet.Sheet, unknown: ReadonlyArray<Table.UnknownColumn>): Sheet.Sheet => ({
  ...sheet,
  name: "Internal",
  columns: [...sheet.columns, ...unknown.map(({ cells, header }) => Sheet.text(header, cells))]
})

const standingSheet = (manifest: Manifest): Sheet.Sheet => {
  const rows: ReadonlyArray<readonly [string, string]> = [
    ...standingRows(manifest.standing),
    ["tahap / stage", manifest.stage],
    ["aturan / rules", manifest.rules.id],
    ["SHA-256 aturan / rules", manifest.rules.sha256],
    ["mesin / engine", manifest.engine],
    ...manifest.inputs.map(({ role, sha256: digest }) => [`SHA-256 ${role}`, digest] as const),
    ...manifest.warnings.map(({ instrument, path }) => ["belum diverifikasi / not verified", `${path} (${instrument})`] as const)
  ]
  return { name: "Kedudukan", size: rows.length, columns: [Sheet.text("hal", rows.map(([key]) => key)), Sheet.text("isi", rows.map(([, value]) => value))] }
}
