/**
 * The Minister's decree (penetapan kebutuhan), as a CSV or XLSX file.
 *
 * @since 0.1.0
 */
import type { Decree } from "@timbang/core/formation"
import type { Correction, Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * The decree of a file.
 *
 * @category models
 * @since 0.1.0
 */
export interface DecreeRead {
  readonly decree: Decree.Decree
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * The columns of a decree file: `number` and `day`, the same in every row, `position`, `seats`, and `unit` where the
 * decree names units.
 *
 * **Example** (The unit may be left out)
 *
 * ```ts
 * import { DecreeFile } from "@timbang/source-files"
 * DecreeFile.columns.unit.need // => "none"
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  number: Column.text({
    aliases: ["Nomor", "Nomor Keputusan", "Nomor Penetapan"], need: "cell", sample: "KepmenPANRB 000/2026 (contoh)"
  }),
  day: Column.day({ aliases: ["Tanggal", "Tanggal Penetapan"], need: "cell", sample: "2026-05-29" }),
  position: Column.text({ aliases: ["Jabatan", "Nama Jabatan"], need: "cell", sample: "Perawat Ahli Pertama" }),
  unit: Column.text({ aliases: ["Unit Kerja", "Satuan Kerja"], sample: "" }),
  seats: Column.integer({
    aliases: ["Jumlah", "Jumlah Ditetapkan", "Ditetapkan", "granted"], maximum: 10_000_000, need: "cell", sample: "3"
  })
}

/**
 * Reads a decree file, or fails with every fault of it.
 *
 * **Example** (Three teachers for the agency)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { DecreeFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("number,day,position,seats\nK-1,2026-05-29,Guru,3\n")
 * const { decree } = await Effect.runPromise(DecreeFile.read({ file: "D.csv", bytes }))
 * decree // => { number: "K-1", day: "2026-05-29", granted: [{ position: "Guru", seats: 3 }] }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input): Effect.Effect<DecreeRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults, isRefused): DecreeRead => {
    const { day, number, position, seats, unit } = table.columns
    const same = (column: "number" | "day", text: (i: number) => string) => {
      const given = Array.from({ length: table.size }, (_, i) => i).filter((i) => !isRefused(i, column))
      for (const i of given.slice(1)) {
        if (text(i) === text(given[0]!)) continue
        const at = { file: table.file, row: table.rows[i]!, column }
        faults.push({ _tag: "UnknownCode", ...at, found: text(i), accepted: [text(given[0]!)], nearest: undefined })
      }
    }
    same("number", (i) => number[i]!)
    same("day", (i) => Day.fromNumber(day[i]!))
    if (table.size === 0) faults.push({ _tag: "CellMissing", file: table.file, row: 2, column: "number" })
    return {
      decree: {
        number: number[0]!,
        day: Day.fromNumber(day[0]!),
        granted: position.map((each, i) => ({
          position: each,
          ...(unit[i] === "" ? {} : { unit: unit[i]! }),
          seats: seats[i]!
        }))
      },
      corrections: table.corrections,
      origin: table.origin
    }
  })
