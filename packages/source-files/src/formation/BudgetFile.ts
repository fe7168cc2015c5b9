/**
 * The figures of a budget that decide how many posts it bears, one item a row, as a CSV or XLSX file.
 *
 * @since 0.1.0
 */
import type { Budget } from "@timbang/core/formation"
import type { Correction, Fault } from "@timbang/core/input"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * The budget of a file.
 *
 * @category models
 * @since 0.1.0
 */
export interface BudgetRead {
  readonly file: string
  readonly figures: Budget.Figures
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- columns ---

/** The figures that have to be there, as people write them. */
const figures = {
  spending: ["Total Belanja", "Belanja Daerah", "Total Belanja APBD"],
  personnel: ["Belanja Pegawai"],
  freed: ["Belanja Pegawai yang Pensiun", "Belanja Pensiun"],
  costPerPost: ["Biaya per Formasi", "Biaya Satu Formasi Setahun"]
} as const

type Figure = keyof typeof figures

/**
 * The columns of a budget file: `item` and `amount` in whole rupiah.
 *
 * **Details**
 *
 * Items: `spending` (all spending), `personnel` (all personnel spending), `freed` (what ends with those who retire),
 * `costPerPost` (one post a year); every other item is one the law leaves out, by its name.
 *
 * **Example** (Both are needed)
 *
 * ```ts
 * import { BudgetFile } from "@timbang/source-files"
 * Object.keys(BudgetFile.columns) // => ["item", "amount"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  item: Column.text({
    aliases: ["Uraian", "Pos", "Rekening"], need: "cell", unit: "spending, personnel, freed, costPerPost, ...", sample: "spending", further: ["personnel", "freed", "costPerPost"]
  }),
  amount: Column.decimal({ aliases: ["Jumlah", "Nilai", "Anggaran"], decimals: 0, need: "cell", unit: "rupiah", sample: "1200000000000", further: ["366300000000", "6500000000", "85000000"] })
}

// --- operations ---

/**
 * Reads a budget file, or fails with every fault of it. `excluded` names the items that the law leaves out.
 *
 * **Example** (A small budget)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { BudgetFile } from "@timbang/source-files"
 * const text = "Uraian,Jumlah\nTotal Belanja,1000\nBelanja Pegawai,400\ntunjangan profesi guru,50\nfreed,10\ncostPerPost,2\n"
 * const bytes = new TextEncoder().encode(text)
 * const { figures } = await Effect.runPromise(BudgetFile.read({ file: "B.csv", bytes }, ["tunjangan profesi guru"]))
 * figures // => { spending: 1000, personnel: 400, freed: 10, costPerPost: 2, excluded: { "tunjangan profesi guru": 50 } }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input, excluded: ReadonlyArray<string>): Effect.Effect<BudgetRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults): BudgetRead => {
    const names = Object.keys(figures) as ReadonlyArray<Figure>
    const known = [...names, ...excluded]
    const meant = (item: string): string | undefined => {
      const plain = Column.plain(item)
      return names.find((name) => [name, ...figures[name]].some((word) => Column.plain(word) === plain)) ??
        excluded.find((word) => Column.plain(word) === plain)
    }
    const found = new Map<string, readonly [number, number]>()
    table.columns.item.forEach((item, i) => {
      const at = { file: table.file, row: table.rows[i]!, column: "item", found: item }
      const name = meant(item)
      const first = name === undefined ? undefined : found.get(name)
      if (name === undefined) faults.push({ _tag: "UnknownCode", ...at, accepted: known, nearest: undefined })
      else if (first !== undefined) faults.push({ _tag: "Duplicate", ...at, firstRow: first[1] })
      else found.set(name, [table.columns.amount[i]!, at.row])
    })
    for (const name of names) {
      if (!found.has(name)) {
        const row = (table.rows[table.size - 1] ?? 1) + 1
        faults.push({ _tag: "CellMissing", file: table.file, row, column: `item = ${name}` })
      }
    }
    const amount = (name: string): number => found.get(name)?.[0] ?? 0
    return {
      file: table.file,
      figures: {
        spending: amount("spending"),
        personnel: amount("personnel"),
        freed: amount("freed"),
        costPerPost: amount("costPerPost"),
        excluded: Object.fromEntries(excluded.filter((item) => found.has(item)).map((item) => [item, amount(item)]))
      },
      corrections: table.corrections,
      origin: table.origin
    }
  })
