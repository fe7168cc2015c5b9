/**
 * Need and people on hand of every position of every unit, as a CSV, XLSX or NDJSON file: what an usulan is made from.
 *
 * @since 0.1.0
 */
import { Allocation } from "@timbang/core/formation"
import type { Correction, Fault } from "@timbang/core/input"
import { Scaled } from "@timbang/core/number"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * The cells of a file, in its order.
 *
 * @category models
 * @since 0.1.0
 */
export interface CellsRead {
  readonly cells: ReadonlyArray<Allocation.Cell>
  /** Name of the file as in its faults. */
  readonly file: string
  /** Row of the file for each cell, as a spreadsheet counts. */
  readonly rows: Int32Array
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- columns ---

const people = (aliases: ReadonlyArray<string>, sample: string) => ({ aliases, maximum: 1_000_000, sample })

/**
 * The columns of a cells file: `unit`, `position`, `need`, `onHand`; where they are of use `grade`, `jobFamily`, `score`,
 * `min`, and one `retiringYYYY` for each year whose retirements count.
 *
 * **Example** (Two years)
 *
 * ```ts
 * import { CellsFile } from "@timbang/source-files"
 * Object.keys(CellsFile.columnsOf([2026, 2027])).slice(-2) // => ["retiring2026", "retiring2027"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columnsOf = (years: ReadonlyArray<number>) => ({
  unit: Column.text({ aliases: ["Unit Kerja", "Satuan Kerja"], need: "cell", sample: "Puskesmas Contoh" }),
  position: Column.text({ aliases: ["Jabatan", "Nama Jabatan"], need: "cell", sample: "Perawat Ahli Pertama" }),
  grade: Column.integer({ aliases: ["Kelas Jabatan", "Kelas"], maximum: 17, sample: "8" }),
  jobFamily: Column.text({ aliases: ["Rumpun Jabatan", "Rumpun"], sample: "kesehatan" }),
  need: Column.integer({ ...people(["Kebutuhan", "Kebutuhan Pegawai"], "14"), need: "cell" }),
  onHand: Column.integer({ ...people(["Bezetting", "Jumlah Pegawai"], "9"), need: "cell" }),
  score: Column.decimal({ aliases: ["Skor Kebutuhan"], decimals: 6, maximum: 1_000_000, sample: "1" }),
  min: Column.integer(people(["Minimum", "Paling Sedikit"], "0")),
  ...(Object.fromEntries(
    years.map((year) => [`retiring${year}`, Column.integer(people([`Pensiun ${year}`, `BUP ${year}`], "1"))])
  ) as Readonly<Record<`retiring${number}`, Column.Integer>>)
})

/** Columns that `timbang needs workload` leaves beside those that are read. */
const leftAside = Object.fromEntries(
  ["exact", "gap", "efficiency", "class", "classTwoDecimals", "note"].map((name) => [name, Column.text()])
)

// --- operations ---

/**
 * Reads a cells file or the `workload.csv` of `timbang needs workload`, or fails with every fault of it. A
 * cell of `retiringYYYY` that is empty counts nobody.
 *
 * **Example** (One retires)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { CellsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("Unit Kerja,Jabatan,Kebutuhan,Bezetting,Pensiun 2026\nSDN 1,Guru,9,5,1\n")
 * const { cells } = await Effect.runPromise(CellsFile.read({ file: "cells.csv", bytes }, [2026]))
 * cells // => [{ unit: "SDN 1", position: "Guru", grade: 0, jobFamily: "", need: 9, onHand: 5, retirements: { 2026: 1 } }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input, years: ReadonlyArray<number>): Effect.Effect<CellsRead, Fault.InputRefused> =>
  Whole.read(input, { ...leftAside, ...columnsOf(years) }, (table, faults): CellsRead => {
    const columns = table.columns
    const retiring = table.columns as Readonly<Record<string, ArrayLike<number | string>>>
    const seen = new Map<string, number>()
    const cells = columns.unit.map((unit, i): Allocation.Cell => {
      const [position, score, min] = [columns.position[i]!, columns.score[i]!, columns.min[i]!]
      const name = Allocation.nameOf({ unit, position })
      const firstRow = seen.get(name)
      if (firstRow === undefined) seen.set(name, table.rows[i]!)
      else if (unit !== "" && position !== "") faults.push({ _tag: "Duplicate", file: table.file, row: table.rows[i]!, column: "position", found: name, firstRow })
      return {
        unit,
        position,
        grade: Math.max(0, columns.grade[i]!),
        jobFamily: columns.jobFamily[i]!,
        need: columns.need[i]!,
        onHand: columns.onHand[i]!,
        retirements: Object.fromEntries(
          years.map((year): readonly [string, number] => [String(year), Math.max(0, Number(retiring[`retiring${year}`]![i]))])
        ),
        ...(score < 0 ? {} : { score: Scaled.format(score, 6) }),
        ...(min < 0 ? {} : { min })
      }
    })
    return { cells, file: table.file, rows: table.rows, corrections: table.corrections, origin: table.origin }
  })
