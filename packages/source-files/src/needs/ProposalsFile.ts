/**
 * What citizens ask for, as a CSV or XLSX file: proposals with their cost, and wishes for a service that have none.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import type { Proposal } from "@timbang/core/needs"
import { Scaled } from "@timbang/core/number"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Layout from "../Layout.ts"
import * as Layouts from "../Layouts.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * One row.
 *
 * @category models
 * @since 0.1.0
 */
export interface ProposalRow {
  readonly id: string
  /** Row of the file, as a spreadsheet counts. */
  readonly row: number
  readonly title: string
  /** Unit: rupiah. Absent for a wish without budget. */
  readonly cost?: number
  /** Villages that stand behind it by their minutes; the village it comes from when the file does not say. */
  readonly supportedBy: ReadonlyArray<string>
  readonly state: Proposal.State
  /** The row as a proposal of the stage needs: a wish where it names a service and has no cost, else a physical one. */
  readonly proposal: Proposal.Proposal
  /** Village and kind or service are given, by which duplicates are found. */
  readonly isLinkable: boolean
  /** Unit of the model of needs for which it speaks; absent where the file does not say. */
  readonly region?: string
}

/**
 * The proposals of a file, in its order.
 *
 * @category models
 * @since 0.1.0
 */
export interface ProposalsRead {
  readonly file: string
  readonly proposals: ReadonlyArray<ProposalRow>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- columns ---

/**
 * The columns of a proposals file: `proposal` and `cost` (empty for a wish without budget); where they are of use `title`,
 * `village`, `region`, `supportedBy`, `channel`, `kind`, `volume`, `unit`, `service`, `state` and `reason`.
 *
 * **Example** (A cell of `cost` may be empty, the column may not)
 *
 * ```ts
 * import { ProposalsFile } from "@timbang/source-files"
 * ProposalsFile.columns.cost.need // => "column"
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = Layout.columnsBy(Layouts.of("sipd-proposals"), {
  proposal: Column.identifier({ aliases: ["Usulan", "project_id"], need: "cell", isUnique: true, sample: "U-001", further: ["U-002"] }),
  title: Column.text({ aliases: ["Judul", "Uraian", "Pekerjaan"], sample: "Posyandu Dusun Contoh", further: ["Jalan Dusun Contoh"] }),
  cost: Column.decimal({
    aliases: ["Biaya", "Nilai"], decimals: 0, need: "column", unit: "rupiah", sample: "120000000"
  }),
  village: Column.text({ aliases: ["Desa", "Kelurahan"], sample: "Desa Contoh" }),
  region: Column.text({ aliases: ["Wilayah", "Kabupaten/Kota"], sample: "" }),
  supportedBy: Column.text({ aliases: ["Didukung", "Didukung Desa"], unit: "A | B", sample: "" }),
  channel: Column.code(
    { musrenbang: [], pokir: [], "village-fund": [] }
  ),
  kind: Column.text({ aliases: ["Jenis Usulan"], sample: "posyandu", further: ["jalan"] }),
  volume: Column.decimal({ decimals: 3, sample: "1" }),
  unit: Column.text({ sample: "unit" }),
  service: Column.text({ aliases: ["Layanan", "Aspirasi Layanan"], sample: "" }),
  state: Column.code(
    { open: ["Terbuka"], cancelled: [], rejected: [] },
    { aliases: ["Status"], sample: "open" }
  ),
  reason: Column.text({ aliases: ["Alasan"], sample: "" })
})

// --- operations ---

/**
 * Reads a proposals file, or fails with every fault of it. Headers and words of SIPD are those of the layout `sipd-proposals`,
 * or of the one given.
 *
 * **Example** (A clinic with its cost, a midwife without)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { ProposalsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("proposal,cost,village,service\nU1,120000000,Hulu,\nU2,,Hilir,bidan\n")
 * const { proposals } = await Effect.runPromise(ProposalsFile.read({ file: "usulan.csv", bytes }))
 * proposals.map(({ cost, supportedBy }) => [cost, supportedBy]) // => [[120000000, ["Hulu"]], [undefined, ["Hilir"]]]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input, options: Pick<Table.Options, "layout"> = {}): Effect.Effect<ProposalsRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults): ProposalsRead => {
    const cells = table.columns
    const proposals = cells.proposal.map((id, i): ProposalRow => {
      const [reason, region, service, village] = [cells.reason[i]!, cells.region[i]!, cells.service[i]!, cells.village[i]!]
      const code = columns.state.values[cells.state[i]!] ?? "open"
      if (code !== "open" && reason === "") {
        faults.push({ _tag: "CellMissing", file: table.file, row: table.rows[i]!, column: "reason" })
      }
      const states = {
        open: { _tag: "Open" },
        cancelled: { _tag: "Cancelled", reason },
        rejected: { _tag: "Rejected", by: "bappeda", reason }
      } as const
      const state: Proposal.State = states[code]
      const asked = {
        id,
        channel: columns.channel.values[cells.channel[i]!] ?? ("musrenbang" as const),
        proposer: "desa",
        problem: "",
        place: { regency: "", district: region, village: region === "" ? village : `${region} / ${village}` },
        state
      }
      const cost = cells.cost[i]!
      const isWish = cost < 0 && service !== ""
      const proposal: Proposal.Proposal = isWish
        ? { _tag: "ServiceAspiration", ...asked, service }
        : {
            _tag: "PhysicalProposal",
            ...asked,
            kind: cells.kind[i]!,
            field: "",
            volume: Scaled.format(Math.max(0, cells.volume[i]!), 3),
            unit: cells.unit[i]!,
            budget: Math.max(0, cost),
            evidence: [],
            verifications: []
          }
      const named = listOf(cells.supportedBy[i]!)
      return {
        id,
        row: table.rows[i]!,
        title: cells.title[i]!,
        ...(cost < 0 ? {} : { cost }),
        supportedBy: named.length > 0 ? named : village === "" ? [] : [village],
        state,
        proposal,
        isLinkable: village !== "" && (isWish || cells.kind[i] !== ""),
        ...(region === "" ? {} : { region })
      }
    })
    return { file: table.file, proposals, corrections: table.corrections, origin: table.origin }
  }, { layout: Layouts.of("sipd-proposals"), ...options })

/**
 * The items of a cell that lists several, parted by `|`, `;` or `,`, each once.
 *
 * @internal
 */
export const listOf = (cell: string): ReadonlyArray<string> =>
  [...new Set(cell.split(/[|;,]/).map((item) => item.trim()).filter((item) => item !== ""))]
