/**
 * Recorded events of a selection, as a CSV or XLSX file: absences, exclusions, corrections, letters.
 *
 * @since 0.1.0
 */
import type { Correction } from "@timbang/core/input"
import { Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import type { Event } from "@timbang/core/selection"
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
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

/**
 * The columns of an events file. `event` says which of the others are read:
 *
 * - `tidak-hadir`, `mengundurkan-diri`: participant, exam. `diskualifikasi`: with reason.
 * - `tidak-memenuhi-syarat`: participant, exam, requirement, reason. `gugur`: participant, exam, test.
 * - `koreksi`: participant, component, from, to, basis.
 * - `penetapan-urutan`: participant, order, basis; the rows of one basis are one settled tie.
 * - `perubahan-aturan`: ruleSet, basis. `kesediaan`: participant, willing.
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  event: Column.code({
    "tidak-hadir": ["absent", "TH"],
    diskualifikasi: ["disqualified", "DIS"],
    "mengundurkan-diri": ["withdrawn", "APS"],
    "tidak-memenuhi-syarat": ["ineligible", "TMS"],
    gugur: ["eliminated", "TMS-1"],
    koreksi: ["corrected", "correction"],
    "penetapan-urutan": ["tie-settled"],
    "perubahan-aturan": ["law-changed"],
    kesediaan: ["placement-answered"]
  }, { aliases: ["Kejadian"], need: "cell", sample: "tidak-hadir" }),
  at: Column.day({ aliases: ["Tanggal"], need: "cell", sample: "2024-12-18" }),
  participant: Column.text({ aliases: ["No Peserta", "Nomor Peserta"], sample: "24000000000001" }),
  exam: Column.text({ aliases: ["Ujian", "Tahap"], sample: "skb" }),
  reason: Column.text({ aliases: ["Alasan"] }),
  requirement: Column.text({ aliases: ["Syarat"] }),
  test: Column.text({ aliases: ["Tes"] }),
  component: Column.text({ aliases: ["Komponen"] }),
  from: Column.text({ aliases: ["Nilai Semula"] }),
  to: Column.text({ aliases: ["Nilai Menjadi"] }),
  basis: Column.text({ aliases: ["Dasar", "Surat"] }),
  order: Column.integer({ aliases: ["Urutan"], minimum: 1 }),
  ruleSet: Column.text({ aliases: ["Aturan"] }),
  willing: Column.code({ ya: ["yes"], tidak: ["no"] }, { aliases: ["Bersedia"] })
}

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
  const table = yield* Table.read(input, columns)
  const cells = table.columns
  const faults: Array<Fault.Fault> = []
  const events: Array<Event.Event> = []
  const ties = new Map<string, { readonly at: Day.Day; readonly members: Array<readonly [order: number, participant: string]> }>()
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
      case "koreksi":
        events.push({ _tag: "Corrected", participant: need("participant"), component: need("component"), from: plain(cells.from[i]!), to: plain(need("to")), at, basis: need("basis") })
        break
      case "penetapan-urutan": {
        const basis = need("basis")
        const tie = ties.get(basis) ?? { at, members: [] }
        if (cells.order[i]! < 0) missing("order")
        tie.members.push([cells.order[i]!, need("participant")])
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
  }
  for (const [letter, { at, members }] of ties) {
    events.push({ _tag: "TieSettled", order: members.sort((a, b) => a[0] - b[0]).map(([, participant]) => participant), at, letter })
  }
  if (faults.length > 0) return yield* Effect.fail(new Fault.InputRefused({ file: table.file, faults, total: faults.length }))
  const made: EventsRead = { events, corrections: table.corrections, origin: table.origin }
  return made
})

const plain = (numeral: string): string => numeral.replace(",", ".")
