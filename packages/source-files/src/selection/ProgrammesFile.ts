/**
 * The agency's dated table of study programmes (program studi) that fit a position, as a CSV, XLSX or NDJSON file.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import type { StudyProgramme } from "@timbang/core/selection"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Rows from "../Rows.ts"
import type * as Table from "../Table.ts"

// --- columns ---

/**
 * The columns: `position`, `programme`, `from`, `decision`; `until` where a line has ended.
 *
 * **Example** (Every line names what decided it)
 *
 * ```ts
 * import { ProgrammesFile } from "@timbang/source-files"
 * ProgrammesFile.columns.decision.need // => "cell"
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  position: Column.text({ aliases: ["Jabatan"], need: "cell", sample: "Penata Jalan" }),
  programme: Column.text({ aliases: ["Program Studi", "Prodi", "Pendidikan"], need: "cell", sample: "S-1 Teknik Sipil" }),
  from: Column.day({ aliases: ["Berlaku Sejak"], need: "cell", sample: "2024-08-01" }),
  until: Column.day({ aliases: ["Berlaku Sampai"], sample: "" }),
  decision: Column.text({ aliases: ["Keputusan", "Dasar"], need: "cell", sample: "Pengumuman 800/1/2024" })
}

// --- models ---

/**
 * The table, and what reading it told.
 *
 * @category models
 * @since 0.1.0
 */
export interface ProgrammesRead {
  readonly programmes: ReadonlyArray<StudyProgramme.Entry>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * Reads the table, or fails with every fault of it.
 *
 * **Example** (One line)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { ProgrammesFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("Jabatan;Prodi;Berlaku Sejak;Keputusan\nPenata Jalan;S-1 Teknik Sipil;01/08/2024;SK 1/2024\n")
 * const { programmes } = await Effect.runPromise(ProgrammesFile.read({ file: "PS.csv", bytes }))
 * programmes[0]?.source // => { instrument: "SK 1/2024", confidence: "host" }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input, options: Table.Options = {}): Effect.Effect<ProgrammesRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults) => {
    if (table.size === 0) faults.push({ _tag: "NoRows", file: table.file })
    const programmes = Array.from(Rows.of(table, columns), ({ cells, file, row }): StudyProgramme.Entry => {
      const { decision, from, position, programme, until } = cells
      if (from !== undefined && until !== undefined && until < from) {
        faults.push({ _tag: "EarlierThan", file, row, column: "until", found: until, other: from, otherColumn: "from" })
      }
      return {
        position: position!,
        programme: programme!,
        from: from!,
        ...(until === undefined ? {} : { until }),
        source: { instrument: decision!, confidence: "host" }
      }
    })
    return { programmes, corrections: table.corrections, origin: table.origin }
  }, options)
