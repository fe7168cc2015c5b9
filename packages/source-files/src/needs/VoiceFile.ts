/**
 * The share of voice of every sector, as `timbang voice choose --dictionary` writes it.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * How many proposals of a unit speak for a sector, of those that speak for any.
 *
 * @category models
 * @since 0.1.0
 */
export interface VoiceRow {
  /** Empty: the whole list. */
  readonly unit: string
  /** Empty: proposals whose kind the dictionary does not name; they are part of no share. */
  readonly sector: string
  readonly proposals: number
  readonly of: number
  /** Row of the file, as a spreadsheet counts. */
  readonly row: number
}

/**
 * The rows of a file, and by which dictionary and on which day they were made.
 *
 * @category models
 * @since 0.1.0
 */
export interface VoiceRead {
  readonly file: string
  readonly rows: ReadonlyArray<VoiceRow>
  readonly dictionary: string
  readonly on: Day.Day
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * The columns of a file of voice. `share` is `proposals` / `of` for people to read; the two whole numbers are what counts.
 *
 * **Example** (An empty sector counts what the dictionary does not name)
 *
 * ```ts
 * import { VoiceFile } from "@timbang/source-files"
 * VoiceFile.columns.sector.need // => "column"
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  unit: Column.text({ aliases: ["Wilayah"], need: "column", sample: "" }),
  sector: Column.text({ aliases: ["Urusan", "Layanan"], need: "column", sample: "health-care" }),
  proposals: Column.integer({ aliases: ["Usulan"], need: "cell", maximum: 1_000_000_000, sample: "12" }),
  of: Column.integer({ aliases: ["Dari"], need: "cell", maximum: 1_000_000_000, sample: "12" }),
  share: Column.text({ aliases: ["Bagian"], sample: "1.000000" }),
  dictionary: Column.text({ aliases: ["Kamus"], need: "cell", sample: "Keputusan Kepala Bappeda 00/2026 (contoh)" }),
  on: Column.day({ aliases: ["Per Tanggal"], need: "cell", sample: "2026-03-02" })
}

/**
 * Reads a file of voice, or fails with every fault of it: a sector that stands twice for a unit, or counts of a unit that do
 * not add up to `of`.
 * With `also`, faults that another file makes are told together with its own.
 *
 * **Example** (Two of three, and one that no dictionary names)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { VoiceFile } from "@timbang/source-files"
 * const lines = ["unit,sector,proposals,of,dictionary,on", ",social,1,3,K-1,2026-03-02", ",health-care,2,3,K-1,2026-03-02", ",,1,3,K-1,2026-03-02"]
 * const { rows } = await Effect.runPromise(VoiceFile.read({ file: "voice.csv", bytes: new TextEncoder().encode(lines.join("\n")) }))
 * rows.map(({ proposals, sector }) => [sector, proposals]) // => [["social", 1], ["health-care", 2], ["", 1]]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input, also?: Whole.Also<VoiceRead>): Effect.Effect<VoiceRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults, isRefused): VoiceRead => {
    const cells = table.columns
    const rows = cells.unit.map((unit, i): VoiceRow => ({
      unit,
      sector: cells.sector[i]!,
      proposals: cells.proposals[i]!,
      of: cells.of[i]!,
      row: table.rows[i]!
    }))
    if (rows.length === 0) faults.push({ _tag: "NoRows", file: table.file })
    const first = new Map<string, VoiceRow>()
    const sums = new Map<string, number>()
    /** Units whose proposals cannot be added up. */
    const open = new Set(rows.flatMap(({ unit }, i) => (isRefused(i, "proposals") ? [unit] : [])))
    const isUnitOpen = rows.some((_, i) => isRefused(i, "unit") || isRefused(i, "sector"))
    for (const one of rows) {
      const key = JSON.stringify([one.unit, one.sector])
      const at = { file: table.file, row: one.row }
      const earlier = first.get(key)
      if (earlier !== undefined) faults.push({ _tag: "Duplicate", ...at, column: "sector", found: one.sector, firstRow: earlier.row })
      else first.set(key, one)
      if (one.sector !== "") sums.set(one.unit, (sums.get(one.unit) ?? 0) + one.proposals)
    }
    for (const { of, row, unit } of rows) {
      const sum = sums.get(unit) ?? 0
      if (sum === of || isUnitOpen || open.has(unit)) continue
      faults.push({ _tag: "OutOfRange", file: table.file, row, column: "of", found: String(of), minimum: String(sum), maximum: String(sum) })
    }
    const made = { dictionary: [...cells.dictionary], on: Array.from(cells.on, (day) => Day.fromNumber(day)) }
    for (const column of ["dictionary", "on"] as const) {
      const first = made[column].find((_, i) => !isRefused(i, column))
      made[column].forEach((found, i) => {
        if (found === first || first === undefined) return
        faults.push({ _tag: "UnknownCode", file: table.file, row: table.rows[i]!, column, found, accepted: [first], nearest: undefined })
      })
    }
    return {
      file: table.file,
      rows,
      dictionary: made.dictionary[0]!,
      on: made.on[0]!,
      corrections: table.corrections,
      origin: table.origin
    }
  }, { also })
