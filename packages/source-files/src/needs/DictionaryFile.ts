/**
 * The dictionary of proposals (kamus usulan): which sector a kind of proposal speaks for, from a day on.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import type { ServiceDictionary } from "@timbang/core/needs"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * The entries of a file, in order of their first day.
 *
 * @category models
 * @since 0.1.0
 */
export interface DictionaryRead {
  readonly entries: ReadonlyArray<ServiceDictionary.Entry>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * The columns of a dictionary: `kind`, `sector`, `from`, and `until` where an entry has ended.
 *
 * **Example** (The last day may be left out)
 *
 * ```ts
 * import { DictionaryFile } from "@timbang/source-files"
 * DictionaryFile.columns.until.need // => "none"
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  kind: Column.text({ aliases: ["Kamus Usulan", "Jenis Usulan"], need: "cell", sample: "posyandu" }),
  sector: Column.text({ aliases: ["Urusan", "Layanan", "service"], need: "cell", sample: "health-care" }),
  from: Column.day({ aliases: ["Mulai", "Berlaku Mulai"], need: "cell", sample: "2026-01-01" }),
  until: Column.day({ aliases: ["Sampai", "Berlaku Sampai"], sample: "" })
}

/**
 * Reads a dictionary, or fails with every fault of it: an entry that ends before it begins, a kind with two sectors on one
 * day.
 *
 * **Example** (One kind, two sectors one after the other)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { DictionaryFile } from "@timbang/source-files"
 * const lines = ["kind,sector,from,until", "posyandu,health-care,2025-01-01,", "posyandu,social,2024-01-01,2024-12-31"]
 * const bytes = new TextEncoder().encode(lines.join("\n"))
 * const { entries } = await Effect.runPromise(DictionaryFile.read({ file: "kamus.csv", bytes }))
 * entries.map(({ service, until }) => [service, until]) // => [["social", "2024-12-31"], ["health-care", undefined]]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input): Effect.Effect<DictionaryRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults, isRefused): DictionaryRead => {
    const cells = table.columns
    const absent = Column.absentOf(columns.until)
    const rows = cells.kind.map((kind, i) => {
      const [from, until] = [cells.from[i]!, cells.until[i]!]
      const isWhole = !(["kind", "from", "until"] as const).some((column) => isRefused(i, column))
      return { kind, service: cells.sector[i]!, from, until: until === absent ? Number.POSITIVE_INFINITY : until, row: table.rows[i]!, isWhole }
    })
    rows.forEach(({ from, isWhole, kind, row, until }, i) => {
      if (!isWhole) return
      const at = { file: table.file, row }
      if (until < from) {
        faults.push({ _tag: "OutOfRange", ...at, column: "until", found: Day.fromNumber(until), minimum: Day.fromNumber(from), maximum: "9999-12-31" })
      }
      const earlier = rows.slice(0, i).find((one) => one.isWhole && one.kind === kind && one.from <= until && from <= one.until)
      if (earlier !== undefined) faults.push({ _tag: "Duplicate", ...at, column: "kind", found: kind, firstRow: earlier.row })
    })
    return {
      entries: rows
        .sort((a, b) => a.from - b.from || (a.kind < b.kind ? -1 : 1))
        .map(({ from, kind, service, until }) => ({
          kind,
          service,
          from: Day.fromNumber(from),
          ...(Number.isFinite(until) ? { until: Day.fromNumber(until) } : {})
        })),
      corrections: table.corrections,
      origin: table.origin
    }
  })
