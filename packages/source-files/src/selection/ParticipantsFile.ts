/**
 * The participants of a round, as a CSV, XLSX or NDJSON file.
 *
 * @since 0.1.0
 */
import type { Formation } from "@timbang/core/formation"
import type { Correction } from "@timbang/core/input"
import { Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import type { Event, ExamComponent, RuleSet, Selection } from "@timbang/core/selection"
import { Cohort, Gaps, Plausibility } from "@timbang/core/selection"
import { Clock, Effect } from "effect"
import * as Column from "../Column.ts"
import * as BirthDays from "../internal/BirthDays.ts"
import * as NikColumn from "../internal/NikColumn.ts"
import * as RawScores from "../internal/RawScores.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * Participants as a cohort, with what their file said beside the scores.
 *
 * @category models
 * @since 0.1.0
 */
export interface ParticipantsRead {
  readonly cohort: Cohort.Cohort
  /** Absences of the column `attendance`, as events. */
  readonly events: ReadonlyArray<Event.Event>
  /** Earliest day of the column `scoredOn`. */
  readonly scoredOn: Day.Day | undefined
  /** How many participants with a score have no day in a column `scoredOn` that gives one to others. */
  readonly withoutDay: number
  /** Columns of raw scores that hold something else than their header says, such as ranks. */
  readonly oddities: ReadonlyArray<Plausibility.Finding>
  readonly unknown: ReadonlyArray<Table.UnknownColumn>
  /** Name of the file as in its faults. */
  readonly file: string
  /** Row of the file for each participant, as a spreadsheet counts. */
  readonly rows: Int32Array
  /** Canonical headers of the columns that the file has. */
  readonly present: ReadonlySet<string>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

/**
 * What is known of a round when its participants are read.
 *
 * @category models
 * @since 0.1.0
 */
export interface Context {
  /** The file that lists the formations, for faults. */
  readonly formationsFile?: string
  /**
   * What the selection will be run with. A file that is refused is then also looked through for scores and classes that the
   * selection would turn out to need.
   */
  readonly run?: { readonly events: ReadonlyArray<Event.Event>; readonly options: Selection.Options }
}

/**
 * The sheet that is read first where a workbook has it, so that one workbook can hold all files of a round.
 *
 * @category columns
 * @since 0.1.0
 */
export const sheet = "Peserta"

// --- operations ---

/**
 * The columns of a participants file under a rule set: `participant`, `formation`, one for each component, and where a
 * ladder, a class or an addition needs them `gpa`, `birthDate`, `priorityClass`, `entitlements`; besides `attendance`,
 * `scoredOn` and the keyed pseudonym `person`.
 *
 * **Example** (The components of the round are columns)
 *
 * ```ts
 * import { RuleSets } from "@timbang/regulations"
 * import { ParticipantsFile } from "@timbang/source-files"
 * Object.keys(ParticipantsFile.columnsOf(RuleSets.cpns2024)).slice(0, 7) // => ["participant", "formation", "twk", "tiu", "tkp", "skb", "skbRaw"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columnsOf = (ruleSet: RuleSet.RuleSet): Column.Columns => ({
  participant: Column.identifier({ aliases: ["No Peserta", "Nomor Peserta", "No. Peserta"], need: "cell", isUnique: true, sample: "24000000000001" }),
  formation: Column.reference({ aliases: ["Kode Formasi", "ID Formasi", "Formasi"], need: "cell", sample: "F-001" }),
  ...Object.fromEntries(ruleSet.components.flatMap((component) => [
    [component.id, scoreColumn(component)],
    ...(component.raw === undefined ? [] : [[component.raw.column, RawScores.columnOf(component.raw)]])
  ])),
  gpa: Column.decimal({ aliases: ["IPK", "Nilai Ijazah"], decimals: 3, maximum: 100, sample: "3.25" }),
  birthDate: Column.day({ aliases: ["Tanggal Lahir", "Tgl Lahir"], isPersonal: true }),
  priorityClass: Column.code(
    Object.fromEntries((ruleSet.ranking.classes?.order ?? []).map(({ id, title }) => [id, [title]])),
    { aliases: ["Kelas Prioritas", "Kategori Prioritas"], sample: ruleSet.ranking.classes?.order[0]?.id ?? "" }
  ),
  entitlements: Column.text({ aliases: ["Afirmasi"], unit: Cohort.entitlementsOf(ruleSet).map(({ id }) => id).join(" | ") }),
  attendance: Column.code(attendanceCodes(ruleSet), { aliases: ["Kehadiran", "Hadir"], sample: "hadir" }),
  scoredOn: Column.day({ aliases: ["Tanggal Ujian"], sample: "2024-10-16" }),
  person: Column.identifier({ refusesNik: true, sample: "" })
})

/**
 * Reads a participants file into a cohort, or fails with every fault of it.
 *
 * **Details**
 *
 * A raw score becomes the component it is the raw form of, by the largest raw score of the formation where it has one. A
 * score past its maximum that would fit the raw scale is refused with that hint.
 *
 * **Example** (A raw score of 340 of 500)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { RuleSets } from "@timbang/regulations"
 * import { ParticipantsFile } from "@timbang/source-files"
 * const formation = { formation: "F1", position: "", education: "", location: "", category: "umum", seats: 1 }
 * const bytes = new TextEncoder().encode("participant,formation,twk,tiu,tkp,skbRaw\n24-1,F1,65,80,166,340\n")
 * const read = await Effect.runPromise(ParticipantsFile.read({ file: "P.csv", bytes }, RuleSets.cpns2024, [formation]))
 * read.cohort.scores["skb"] // => Int32Array.of(68000)
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = Effect.fn("ParticipantsFile.read")(function*(
  input: Table.Input,
  ruleSet: RuleSet.RuleSet,
  formations: ReadonlyArray<Formation.Formation>,
  options: Table.Options & Context = {}
) {
  const usual = columnsOf(ruleSet)
  const listed = { keys: new Set(formations.map(({ formation }) => formation)), file: options.formationsFile ?? "F.csv" }
  const columns: Column.Columns = { ...usual, formation: { ...usual["formation"]!, listed } as Column.Reference }
  const table = yield* readTable(input, columns, ruleSet, formations, options)
  const { cohort, events } = cohortOf(table, ruleSet, formations)
  const days = table.present.has("scoredOn") ? daysOf(cohort, (table.columns as unknown as Cells).scoredOn) : { scoredOn: undefined, withoutDay: 0 }
  const made: ParticipantsRead = {
    cohort,
    events,
    ...days,
    oddities: ruleSet.components.flatMap(({ maximum, raw }) =>
      raw === undefined || !table.present.has(raw.column)
        ? []
        : Plausibility.checkColumn({ id: raw.column, decimals: 3, maximum }, (table.columns as unknown as Cells)[raw.column] as Float64Array, cohort.formation)
          .filter(({ _tag }) => _tag === "LooksLikeRank")),
    unknown: table.unknown,
    file: table.file,
    rows: table.rows,
    present: table.present,
    corrections: table.corrections,
    origin: table.origin
  }
  return made
})

/**
 * Looks a participants file through while its formations are not known, as when their own file was refused: fails with every
 * fault that it has by itself.
 *
 * **Example** (A score off its step, and one that is missing)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { RuleSets } from "@timbang/regulations"
 * import { ParticipantsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("participant,formation,twk,tiu,tkp,skb\n24-1,F1,66,,166,70\n")
 * const run = { events: [], options: {} }
 * const refused = await Effect.runPromise(Effect.flip(ParticipantsFile.examine({ file: "P.csv", bytes }, RuleSets.cpns2024, { run })))
 * refused.faults.map(({ _tag }) => _tag) // => ["OffStep", "CellMissing"]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const examine = (
  input: Table.Input,
  ruleSet: RuleSet.RuleSet,
  options: Table.Options & Pick<Context, "run"> = {}
): Effect.Effect<void, Fault.InputRefused> =>
  readTable(input, columnsOf(ruleSet), ruleSet, undefined, options).pipe(Effect.asVoid)

/**
 * The cells that a selection turned out to need and that the file leaves empty, as faults of the file. A column that is not
 * there at all is one fault.
 *
 * **Example** (The second exam of somebody who reached it)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Gaps } from "@timbang/core/selection"
 * import { RuleSets } from "@timbang/regulations"
 * import { ParticipantsFile } from "@timbang/source-files"
 * const formation = { formation: "F1", position: "", education: "", location: "", category: "umum", seats: 1 }
 * const bytes = new TextEncoder().encode("participant,formation,twk,tiu,tkp,skb\n24-1,F1,65,80,166,\n")
 * const { cohort, ...read } = await Effect.runPromise(ParticipantsFile.read({ file: "P.csv", bytes }, RuleSets.cpns2024, [formation]))
 * const gaps = Gaps.ahead({ ruleSet: RuleSets.cpns2024, formations: [formation], cohort, events: [] })
 * ParticipantsFile.needed(read, RuleSets.cpns2024, gaps).faults // => [{ _tag: "CellMissing", file: "P.csv", row: 2, column: "skb" }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const needed = (
  read: Pick<ParticipantsRead, "file" | "present" | "unknown" | "rows">,
  ruleSet: RuleSet.RuleSet,
  gaps: Gaps.Gaps
): Fault.InputRefused => {
  const faults = lackingFaults(read, ruleSet, gaps)
  const inOrder = faults.toSorted((a, b) => ("row" in a ? a.row : 0) - ("row" in b ? b.row : 0))
  return new Fault.InputRefused({ file: read.file, faults: inOrder.slice(0, Fault.mostKept), total: faults.length })
}

/** The table of a file; `formations` are undefined while they are not known. */
const readTable = Effect.fn("ParticipantsFile.readTable")(function*(
  input: Table.Input,
  columns: Column.Columns,
  ruleSet: RuleSet.RuleSet,
  formations: ReadonlyArray<Formation.Formation> | undefined,
  { run, ...options }: Table.Options & Pick<Context, "run">
) {
  const today = Math.floor(Number(yield* Clock.currentTimeMillis) / 86_400_000)
  return yield* Table.read(input, columns, { prefersSheet: sheet, ...options }, (table, refused) => {
    const faults: ReadonlyArray<Fault.Fault> = [
      ...(table.size === 0 ? [{ _tag: "NoRows", file: table.file } as const] : []),
      ...NikColumn.faults(table),
      ...BirthDays.faults(table, { holdsFrom: Day.toNumber(ruleSet.holds.from), today }),
      ...entitlementFaults(table, ruleSet),
      ...(formations === undefined ? [] : RawScores.faults(table, ruleSet, formations))
    ]
    // What is missing from a file without a fault is told by the selection itself; it is not looked through twice.
    const isLookedThrough = run !== undefined && (formations === undefined || faults.length + refused.size > 0)
    return isLookedThrough ? [...faults, ...missingFaults(table, refused, ruleSet, formations ?? [], run)] : faults
  }).pipe(Effect.mapError((found) => RawScores.withHints(found, ruleSet)))
})

/** Cells that a run would lack, as far as it can be told beside refused ones. */
const missingFaults = (
  table: Table.Table<Column.Columns>,
  refused: ReadonlyMap<number, ReadonlySet<string>>,
  ruleSet: RuleSet.RuleSet,
  formations: ReadonlyArray<Formation.Formation>,
  run: NonNullable<Context["run"]>
): ReadonlyArray<Fault.Fault> => {
  const { cohort, events } = cohortOf(table, ruleSet, formations)
  const isRefused = (at: number, column: string) => refused.get(table.rows[at]!)?.has(column) === true
  const takingPart = new Set(Array.from({ length: table.size }, (_, at) => at).filter((at) =>
    isRefused(at, "attendance") || (run.events.length > 0 && isRefused(at, "participant"))))
  const gaps = Gaps.ahead({ ruleSet, formations, cohort, events: [...events, ...run.events], options: run.options, doubt: { takingPart } })
  const rawOf = new Map(ruleSet.components.map(({ id, raw }) => [id, raw?.column ?? id]))
  const scores = gaps.scores.map(({ component, rows }) => ({ component, rows: rows.filter((at) => !isRefused(at, rawOf.get(component)!)) }))
  return lackingFaults(table, ruleSet, { ...gaps, scores })
}

/** One fault for each empty cell of a column that is there, one for a column that is not. */
const lackingFaults = (
  { file, present, rows: places, unknown }: Pick<ParticipantsRead, "file" | "present" | "unknown" | "rows">,
  ruleSet: RuleSet.RuleSet,
  { classes, scores }: Gaps.Gaps
): ReadonlyArray<Fault.Fault> =>
  [...scores, { component: "priorityClass", rows: classes }].flatMap(({ component: column, rows }): ReadonlyArray<Fault.Fault> => {
    const raw = ruleSet.components.find(({ id }) => id === column)?.raw?.column
    if (rows.length === 0) return []
    if (present.has(column) || (raw !== undefined && present.has(raw))) return rows.map((at) => ({ _tag: "CellMissing", file, row: places[at]!, column }))
    const nearest = unknown.find((each) => each.nearest === column)?.header
    return [{ _tag: "ColumnMissing", file, row: 1, column, accepted: [column, ...columnsOf(ruleSet)[column]!.aliases], nearest }]
  })

/** The cohort of a table with the absences of its column `attendance`; a formation that is not known is -1. */
const cohortOf = (
  table: Table.Table<Column.Columns>,
  ruleSet: RuleSet.RuleSet,
  formations: ReadonlyArray<Formation.Formation>
): Pick<ParticipantsRead, "cohort" | "events"> => {
  const cells = table.columns as unknown as Cells
  const positions = new Map(formations.map(({ formation }, index) => [formation, index]))
  const byKey = Int32Array.from(cells.formation.keys, (key) => positions.get(key) ?? -1)
  const formation = new Int32Array(table.size)
  for (let i = 0; i < table.size; i++) formation[i] = byKey[cells.formation.index[i]!] ?? -1
  const has = (name: string) => table.present.has(name)
  const scores: Record<string, Int32Array> = {}
  for (const component of ruleSet.components) {
    const column = cells[component.id] as Int32Array | Float64Array
    const score = column instanceof Int32Array ? column : new Int32Array(column)
    if (component.raw !== undefined && has(component.raw.column)) {
      RawScores.fill(component, component.raw, cells[component.raw.column] as Float64Array, score, (row) => formations[formation[row]!]?.rawMaximum)
    }
    scores[component.id] = score
  }
  const cohort: Cohort.Cohort = {
    size: table.size,
    participant: cells.participant,
    formation,
    scores,
    ...(has("gpa") ? { gradeAverage: new Int32Array(cells.gpa) } : {}),
    ...(has("birthDate") ? { birthDay: cells.birthDate } : {}),
    ...(has("priorityClass") ? { priorityClass: Uint8Array.from(cells.priorityClass, (index) => index < 0 ? Cohort.absentClass : index) } : {}),
    ...(has("entitlements") ? { entitlements: readEntitlements(ruleSet, cells.entitlements) } : {})
  }
  return { cohort, events: has("attendance") ? absences(ruleSet, cohort, cells.attendance) : [] }
}

/** The earliest day, and how many who have a score have none; a column without any day says nothing. */
const daysOf = ({ scores, size }: Cohort.Cohort, days: Int32Array): Pick<ParticipantsRead, "scoredOn" | "withoutDay"> => {
  const columns = Object.values(scores)
  let [earliest, without] = [Infinity, 0]
  for (let i = 0; i < size; i++) {
    const day = days[i]!
    if (day !== Cohort.absentDay) earliest = Math.min(earliest, day)
    else if (columns.some((column) => column[i]! >= 0)) without++
  }
  return earliest === Infinity ? { scoredOn: undefined, withoutDay: 0 } : { scoredOn: Day.fromNumber(earliest), withoutDay: without }
}

interface Cells {
  readonly participant: ReadonlyArray<string>
  readonly formation: Column.References
  readonly gpa: Float64Array
  readonly birthDate: Int32Array
  readonly scoredOn: Int32Array
  readonly priorityClass: Int16Array
  readonly entitlements: ReadonlyArray<string>
  readonly attendance: Int16Array
  readonly [component: string]: unknown
}

const scoreColumn = (component: ExamComponent.ExamComponent): Column.Column => {
  const maximum = component.maximum._tag === "Known" ? component.maximum.value : 1_000_000
  const aliases = [component.title]
  const points = component.step / 10 ** component.decimals
  const sample = component.maximum._tag === "Known" ? String(Math.floor(maximum / 2 / points) * points) : String(component.minimum)
  return component.decimals === 0
    ? Column.integer({ aliases, minimum: component.minimum, maximum, step: component.step, sample })
    : Column.decimal({ aliases, sample, decimals: component.decimals, minimum: component.minimum, maximum, step: component.step / 10 ** component.decimals })
}

const attendanceCodes = (ruleSet: RuleSet.RuleSet): Readonly<Record<string, ReadonlyArray<string>>> => ({
  hadir: ["present", "ya", "h"],
  "tidak-hadir": ["absent", "tidak", "th"],
  ...Object.fromEntries(examsOf(ruleSet).map((exam) => [`tidak-hadir-${exam}`, [`absent-${exam}`, `th ${exam}`]]))
})

const examsOf = (ruleSet: RuleSet.RuleSet): ReadonlyArray<string> => [...new Set(ruleSet.components.map(({ exam }) => exam))]

/** `tidak-hadir` alone means the first exam when one of its scores is missing, else the next. */
const absences = (ruleSet: RuleSet.RuleSet, cohort: Cohort.Cohort, attendance: Int16Array): ReadonlyArray<Event.Event> => {
  const exams = examsOf(ruleSet)
  const first = ruleSet.components.filter(({ exam }) => exam === exams[0]).map(({ id }) => cohort.scores[id]!)
  const events: Array<Event.Event> = []
  attendance.forEach((code, row) => {
    if (code < 1) return
    const isFirst = first.some((column) => column[row]! < 0)
    const exam = code === 1 ? (isFirst ? exams[0]! : exams[1] ?? exams[0]!) : exams[code - 2]!
    events.push({ _tag: "Absent", participant: cohort.participant[row]!, exam, at: "0001-01-01" })
  })
  return events
}

const heldIn = (cell: string): ReadonlyArray<string> => cell.split("|").map((part) => part.trim()).filter((part) => part !== "")

const readEntitlements = (ruleSet: RuleSet.RuleSet, cells: ReadonlyArray<string>): Uint32Array => {
  const known = Cohort.entitlementsOf(ruleSet).map(({ id }) => Column.plain(id))
  return Uint32Array.from(cells, (cell) => heldIn(cell).reduce((bits, held) => bits | (1 << known.indexOf(Column.plain(held))), 0))
}

const entitlementFaults = ({ columns, file, present, rows }: Table.Table<Column.Columns>, ruleSet: RuleSet.RuleSet): ReadonlyArray<Fault.Fault> => {
  if (!present.has("entitlements")) return []
  const accepted = Cohort.entitlementsOf(ruleSet).map(({ id }) => id)
  const known = new Set(accepted.map(Column.plain))
  return (columns["entitlements"] as ReadonlyArray<string>).flatMap((cell, row) =>
    heldIn(cell).filter((held) => !known.has(Column.plain(held))).map((found): Fault.Fault =>
      ({ _tag: "UnknownCode", file, row: rows[row]!, column: "entitlements", found, accepted, nearest: undefined })))
}
