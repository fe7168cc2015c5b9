/**
 * What officers decide about proposals, as a CSV or XLSX file: one act in each row, with its reason.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import type { Proposal } from "@timbang/core/needs"
import { Scaled } from "@timbang/core/number"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import type * as Table from "../Table.ts"

// --- models ---

/**
 * One row.
 *
 * @category models
 * @since 0.1.0
 */
export interface Decision {
  /** Row of the file, as a spreadsheet counts. */
  readonly row: number
  readonly proposal: string
  readonly act: "verified" | "accepted" | "rejected" | "cancelled" | "joined" | "hidden"
  /** There for all acts but `joined` and `hidden`. */
  readonly desk?: Proposal.Desk
  /** Amount that a desk recommends. Unit: rupiah; 0 where it names none. */
  readonly budget: number
  /** Volume that a desk recommends, as a decimal; `0` where it names none. */
  readonly volume: string
  /** The proposal that it is joined with; there for `joined`. */
  readonly into?: string
  readonly reason: string
}

/**
 * The decisions of a file, in its order.
 *
 * @category models
 * @since 0.1.0
 */
export interface DecisionsRead {
  readonly file: string
  readonly decisions: ReadonlyArray<Decision>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- columns ---

/**
 * The columns of a file of decisions: `proposal`, `act`, `reason`; `desk` where a desk decides; `budget` and `volume` as a desk recommends
 * them; `into` where one is joined with another.
 *
 * **Example** (Every decision has its reason)
 *
 * ```ts
 * import { DecisionsFile } from "@timbang/source-files"
 * DecisionsFile.columns.reason.need // => "cell"
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  proposal: Column.identifier({ aliases: ["Usulan"], need: "cell", sample: "U-1", further: ["U-2", "U-1"] }),
  act: Column.code(
    { verified: ["Diperiksa"], accepted: ["Diterima"], rejected: ["Ditolak"], cancelled: ["Dibatalkan"], joined: ["Digabungkan"], hidden: ["Disembunyikan"] },
    { aliases: ["Keputusan"], need: "cell", sample: "verified", further: ["joined", "accepted"] }
  ),
  desk: Column.code(
    { village: ["Desa"], district: ["Kecamatan"], setwan: [], bappeda: [], agency: ["Perangkat Daerah"], tapd: [] },
    { aliases: ["Pemeriksa"], sample: "bappeda", further: ["", "tapd"] }
  ),
  budget: Column.decimal({ aliases: ["Anggaran"], decimals: 0, unit: "rupiah", sample: "90000000", further: ["", ""] }),
  volume: Column.decimal({ decimals: 3, sample: "1", further: ["", ""] }),
  into: Column.text({ aliases: ["Digabungkan Ke"], sample: "", further: ["U-1", ""] }),
  reason: Column.text({ aliases: ["Alasan"], need: "cell", sample: "Dikerjakan bertahap", further: ["Posyandu yang sama", "Ada dalam pagu"] })
}

// --- operations ---

/**
 * Reads a file of decisions, or fails with every fault of it.
 *
 * **Example** (One refusal)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { DecisionsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("Usulan,Keputusan,Pemeriksa,Alasan\nU-1,Ditolak,tapd,Di luar pagu\n")
 * const { decisions } = await Effect.runPromise(DecisionsFile.read({ file: "K.csv", bytes }))
 * decisions // => [{ row: 2, proposal: "U-1", act: "rejected", desk: "tapd", budget: 0, volume: "0.000", reason: "Di luar pagu" }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input): Effect.Effect<DecisionsRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults): DecisionsRead => {
    const cells = table.columns
    const decisions = cells.proposal.map((proposal, i): Decision => {
      const row = table.rows[i]!
      const act = columns.act.values[cells.act[i]!] ?? "verified"
      const desk = columns.desk.values[cells.desk[i]!]
      const into = cells.into[i]!
      const isOfDesk = cells.act[i]! >= 0 && act !== "joined" && act !== "hidden"
      if (isOfDesk && desk === undefined) faults.push({ _tag: "CellNeeded", file: table.file, row, column: "desk", neededBy: "act" })
      if (act === "joined" && into === "") faults.push({ _tag: "CellNeeded", file: table.file, row, column: "into", neededBy: "act" })
      return {
        row,
        proposal,
        act,
        ...(isOfDesk && desk !== undefined ? { desk } : {}),
        budget: Math.max(0, cells.budget[i]!),
        volume: Scaled.format(Math.max(0, cells.volume[i]!), 3),
        ...(act === "joined" ? { into } : {}),
        reason: cells.reason[i]!
      }
    })
    return { file: table.file, decisions, corrections: table.corrections, origin: table.origin }
  })
