/**
 * Recorded events of a selection, as a CSV or XLSX file: absences, exclusions, corrections, letters.
 *
 * @since 0.1.0
 */
import type { Correction } from "@timbang/core/input"
import { Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import type { Event, Facts } from "@timbang/core/selection"
import { Cohort } from "@timbang/core/selection"
import { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * Events and what their file said beside them.
 *
 * @category models
 * @since 0.1.0
 */
export interface EventsRead {
  readonly events: ReadonlyArray<Event.Event>
  /** Name of the file as in its faults. */
  readonly file: string
  /** Rows of the file that make each event: one, or one for each participant of a settled tie, in the settled order. */
  readonly rows: ReadonlyArray<ReadonlyArray<number>>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

const exclusions = {
  "tidak-hadir": ["absent", "TH"],
  diskualifikasi: ["disqualified", "DIS"],
  "mengundurkan-diri": ["withdrawn", "APS"],
  "tidak-memenuhi-syarat": ["ineligible", "TMS"],
  gugur: ["eliminated", "TMS-1"]
} as const

const tagOf = {
  "tidak-hadir": "Absent",
  diskualifikasi: "Disqualified",
  "mengundurkan-diri": "Withdrawn",
  "tidak-memenuhi-syarat": "Ineligible",
  gugur: "Eliminated"
} as const

/**
 * The columns of an events file. `event` says which of the others are read:
 *
 * - `tidak-hadir`, `mengundurkan-diri`: participant, exam. `diskualifikasi`: with reason.
 * - `tidak-memenuhi-syarat`: participant, exam, requirement, reason. `gugur`: participant, exam, test.
 * - `dipulihkan`, which takes an exclusion back: participant, exam, exclusion, basis, where it is told requirement.
 * - `koreksi`: participant, component, from, to, basis.
 * - `penetapan-urutan`: participant, order, basis; the rows of one basis are one settled tie.
 * - `perubahan-aturan`: ruleSet, basis. `kesediaan`: participant, willing.
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  event: Column.code({
    ...exclusions,
    dipulihkan: ["reinstated"],
    koreksi: ["corrected", "correction"],
    "penetapan-urutan": ["tie-settled"],
    "perubahan-aturan": ["law-changed"],
    kesediaan: ["placement-answered"]
  }, { aliases: ["Kejadian"], need: "cell", sample: "tidak-hadir" }),
  at: Column.day({ aliases: ["Tanggal"], need: "cell", sample: "2024-12-18" }),
  participant: Column.identifier({ aliases: ["No Peserta", "Nomor Peserta"], sample: "24000000000001" }),
  exam: Column.text({ aliases: ["Ujian", "Tahap"], sample: "skb" }),
  reason: Column.text({ aliases: ["Alasan"] }),
  requirement: Column.text({ aliases: ["Syarat"] }),
  test: Column.text({ aliases: ["Tes"] }),
  exclusion: Column.code(exclusions, { aliases: ["Pengecualian"], sample: "" }),
  component: Column.text({ aliases: ["Komponen"] }),
  from: Column.text({ aliases: ["Nilai Semula"] }),
  to: Column.text({ aliases: ["Nilai Menjadi"] }),
  basis: Column.text({ aliases: ["Dasar", "Surat"] }),
  order: Column.integer({ aliases: ["Urutan"], minimum: 1, sample: "" }),
  ruleSet: Column.text({ aliases: ["Aturan"] }),
  willing: Column.code({ ya: ["yes"], tidak: ["no"] }, { aliases: ["Bersedia"], sample: "" })
}

/**
 * The sheet that is read first where a workbook has it, so that one workbook can hold all files of a round.
 *
 * @category columns
 * @since 0.1.0
 */
export const sheet = "Kejadian"

// --- operations ---

/**
 * Reads an events file, or fails with every fault of it.
 *
 * **Example** (Somebody did not come)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { EventsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("event,at,participant,exam\ntidak-hadir,2024-12-18,24-1,skb\n")
 * const read = await Effect.runPromise(EventsFile.read({ file: "E.csv", bytes }))
 * read.events // => [{ _tag: "Absent", participant: "24-1", exam: "skb", at: "2024-12-18" }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = Effect.fn("EventsFile.read")(function*(input: Table.Input) {
  let decoded: Decoded | undefined
  const table = yield* Table.read(input, columns, { prefersSheet: sheet }, (found) => (decoded = decode(found)).faults)
  const { events, rows } = decoded!
  const made: EventsRead = { events, file: table.file, rows, corrections: table.corrections, origin: table.origin }
  return made
})

interface Decoded {
  readonly events: ReadonlyArray<Event.Event>
  readonly rows: ReadonlyArray<ReadonlyArray<number>>
  readonly faults: ReadonlyArray<Fault.Fault>
}

/** The events of a table, and every field that one of them lacks. */
const decode = (table: Table.Table<typeof columns>): Decoded => {
  const cells = table.columns
  const faults: Array<Fault.Fault> = []
  const events: Array<Event.Event> = []
  const ties = new Map<string, { readonly at: Day.Day; readonly members: Array<Member> }>()
  const rows: Array<ReadonlyArray<number>> = []
  const textual = { participant: cells.participant, exam: cells.exam, reason: cells.reason, requirement: cells.requirement, test: cells.test, component: cells.component, to: cells.to, basis: cells.basis, ruleSet: cells.ruleSet }
  for (let i = 0; i < table.size; i++) {
    const missing = (column: string): void => void faults.push({ _tag: "CellMissing", file: table.file, row: table.rows[i]!, column })
    const need = (column: keyof typeof textual): string => {
      const cell = textual[column][i]!
      if (cell === "") missing(column)
      return cell
    }
    const at = Day.fromNumber(cells.at[i] === Cohort.absentDay ? 0 : cells.at[i]!)
    const about = () => ({ participant: need("participant"), exam: need("exam"), at })
    switch (columns.event.values[cells.event[i]!]!) {
      case "tidak-hadir":
        events.push({ _tag: "Absent", ...about() })
        break
      case "diskualifikasi":
        events.push({ _tag: "Disqualified", ...about(), reason: need("reason") })
        break
      case "mengundurkan-diri":
        events.push({ _tag: "Withdrawn", ...about() })
        break
      case "tidak-memenuhi-syarat":
        events.push({ _tag: "Ineligible", ...about(), requirement: need("requirement"), reason: need("reason") })
        break
      case "gugur":
        events.push({ _tag: "Eliminated", ...about(), test: need("test") })
        break
      case "dipulihkan": {
        const exclusion = columns.exclusion.values[cells.exclusion[i]!]
        if (exclusion === undefined) missing("exclusion")
        const requirement = cells.requirement[i] === "" ? {} : { requirement: cells.requirement[i]! }
        events.push({ _tag: "Reinstated", ...about(), exclusion: tagOf[exclusion ?? "gugur"], ...requirement, basis: need("basis") })
        break
      }
      case "koreksi":
        events.push({ _tag: "Corrected", participant: need("participant"), component: need("component"), from: plain(cells.from[i]!), to: plain(need("to")), at, basis: need("basis") })
        break
      case "penetapan-urutan": {
        const basis = need("basis")
        const tie = ties.get(basis) ?? { at, members: [] }
        if (cells.order[i]! < 0) missing("order")
        tie.members.push({ order: cells.order[i]!, participant: need("participant"), row: table.rows[i]! })
        ties.set(basis, tie)
        break
      }
      case "perubahan-aturan":
        events.push({ _tag: "LawChanged", ruleSet: need("ruleSet"), at, letter: need("basis") })
        break
      case "kesediaan":
        if (cells.willing[i]! < 0) missing("willing")
        events.push({ _tag: "PlacementAnswered", participant: need("participant"), willing: cells.willing[i] === 0, at })
        break
    }
    if (rows.length < events.length) rows.push([table.rows[i]!])
  }
  for (const [letter, { at, members }] of ties) {
    const inOrder = members.sort((a, b) => a.order - b.order)
    events.push({ _tag: "TieSettled", order: inOrder.map(({ participant }) => participant), at, letter })
    rows.push(inOrder.map(({ row }) => row))
  }
  return { events, rows, faults }
}

/**
 * The events of a file that could not be taken into account, as faults of the file.
 *
 * **Example** (Somebody whom nobody knows)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Facts } from "@timbang/core/selection"
 * import { EventsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("event,at,participant,exam\ntidak-hadir,2024-12-18,24-1,skb\n")
 * const read = await Effect.runPromise(EventsFile.read({ file: "E.csv", bytes }))
 * const refused = new Facts.FactsRefused({ faults: [{ event: 1, problem: "participant-unknown", found: "24-1", expected: "" }] })
 * EventsFile.refusal(read, refused, { before: 0, listedIn: "P.csv" }).faults // => [{ _tag: "NotListed", file: "E.csv", row: 2, column: "participant", found: "24-1", listedIn: "P.csv" }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const refusal = (
  { events, file, rows }: Pick<EventsRead, "events" | "file" | "rows">,
  refused: Facts.FactsRefused,
  given: {
    /** How many events of other origin stood before those of the file. */
    readonly before: number
    /** The file of the participants. */
    readonly listedIn: string
  }
): Fault.InputRefused => {
  const faults = refused.faults.map(({ event: number, expected, found, problem, scale }): Fault.Fault => {
    const at = number - given.before - 1
    const event = events[at]
    const place = event?._tag === "TieSettled" ? Math.max(0, event.order.indexOf(found)) : 0
    const cell = (column: keyof typeof columns) => ({ file, row: rows[at]?.[place] ?? 0, column })
    switch (problem) {
      case "day-invalid":
        return { _tag: "NotADay", ...cell("at"), found }
      case "participant-unknown":
        return { _tag: "NotListed", ...cell("participant"), found, listedIn: given.listedIn }
      case "component-unknown":
        return { _tag: "UnknownCode", ...cell("component"), found, accepted: expected.split(", "), nearest: undefined }
      case "exam-unknown":
        return { _tag: "UnknownCode", ...cell("exam"), found, accepted: expected.split(" or "), nearest: undefined }
      case "score-invalid":
        return { _tag: "ScoreRefused", ...cell("to"), found, accepted: scale! }
      case "from-differs":
        return { _tag: "NotOnRecord", ...cell("from"), found }
      case "basis-missing":
        return { _tag: "CellMissing", ...cell("basis") }
      case "reason-missing":
        return { _tag: "CellMissing", ...cell("reason") }
    }
  })
  return new Fault.InputRefused({ file, faults: faults.slice(0, Fault.mostKept), total: faults.length })
}

interface Member {
  readonly order: number
  readonly participant: string
  readonly row: number
}

const plain = (numeral: string): string => numeral.replace(",", ".")
