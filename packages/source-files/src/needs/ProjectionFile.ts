/**
 * People who retire and contracts that end, by year, for the five-year projection, as a CSV or XLSX file.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import type { ProjectedNeed } from "@timbang/core/needs"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * Those who leave one position of one unit.
 *
 * @category models
 * @since 0.1.0
 */
export interface Leaving extends Pick<ProjectedNeed.Standing, "retirements" | "contractsEnding"> {
  readonly unit: string
  readonly position: string
  /** Row of the file, as a spreadsheet counts. */
  readonly row: number
}

/**
 * The rows of a file, in its order.
 *
 * @category models
 * @since 0.1.0
 */
export interface ProjectionRead {
  readonly file: string
  readonly rows: ReadonlyArray<Leaving>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- columns ---

const people = (aliases: ReadonlyArray<string>, sample: string) => Column.integer({ aliases, maximum: 1_000_000, sample })

const byYear = (name: string, years: ReadonlyArray<number>, words: ReadonlyArray<string>, sample: string) =>
  Object.fromEntries(years.map((year) => [`${name}${year}`, people(words.map((word) => `${word} ${year}`), sample)]))

/**
 * The columns of a projection file: `unit`, `position`, and for each year `retiringYYYY` and `endingYYYY` (contracts).
 *
 * **Example** (One year)
 *
 * ```ts
 * import { ProjectionFile } from "@timbang/source-files"
 * Object.keys(ProjectionFile.columnsOf([2026])) // => ["unit", "position", "retiring2026", "ending2026"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columnsOf = (years: ReadonlyArray<number>) => ({
  unit: Column.text({ aliases: ["Unit Kerja", "Satuan Kerja", "Sekolah"], need: "cell", sample: "Puskesmas Contoh" }),
  position: Column.text({ aliases: ["Jabatan", "Nama Jabatan", "Mata Pelajaran"], need: "cell", sample: "Perawat Ahli Pertama" }),
  ...byYear("retiring", years, ["Pensiun", "BUP"], "1"),
  ...byYear("ending", years, ["Kontrak Berakhir", "PPPK Berakhir"], "0")
})

// --- operations ---

/**
 * Reads a projection file, or fails with every fault of it. An empty cell counts nobody.
 * With `also`, faults that another file makes are told together with its own.
 *
 * **Example** (One retires, two contracts end)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { ProjectionFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("unit,position,retiring2026,ending2026\nSDN 1,Guru,1,2\n")
 * const { rows } = await Effect.runPromise(ProjectionFile.read({ file: "P.csv", bytes }, [2026]))
 * rows // => [{ unit: "SDN 1", position: "Guru", retirements: { 2026: 1 }, contractsEnding: { 2026: 2 }, row: 2 }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input, years: ReadonlyArray<number>, also?: Whole.Also<ProjectionRead>): Effect.Effect<ProjectionRead, Fault.InputRefused> =>
  Whole.read(input, columnsOf(years), (table, faults): ProjectionRead => {
    const cells = table.columns as Readonly<Record<string, ArrayLike<string | number>>>
    const seen = new Map<string, number>()
    const counts = (name: string, i: number) =>
      Object.fromEntries(years.map((year) => [String(year), Math.max(0, Number(cells[`${name}${year}`]![i]))]))
    const rows = Array.from({ length: table.size }, (_, i): Leaving => {
      const [unit, position, row] = [String(cells.unit![i]), String(cells.position![i]), table.rows[i]!]
      const firstRow = seen.get(`${unit}\n${position}`)
      if (firstRow === undefined) seen.set(`${unit}\n${position}`, row)
      else if (unit !== "" && position !== "") faults.push({ _tag: "Duplicate", file: table.file, row, column: "position", found: `${unit} / ${position}`, firstRow })
      return { unit, position, retirements: counts("retiring", i), contractsEnding: counts("ending", i), row }
    })
    return { file: table.file, rows, corrections: table.corrections, origin: table.origin }
  }, { also })
