/**
 * What an announcement says of the positions that are opened, as a CSV or XLSX file.
 *
 * @since 0.1.0
 */
import { Allocation, type Opening } from "@timbang/core/formation"
import type { Correction, Fault } from "@timbang/core/input"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * A position of one unit, or of every unit without a row of its own.
 *
 * @category models
 * @since 0.1.0
 */
export interface PositionRow extends Opening.PositionDetail {
  /** Weight of this position among those of its unit, when posts are given by unit only. */
  readonly claim?: number
}

/**
 * The positions of a file, with posts set aside for a kind of need or not opened.
 *
 * @category models
 * @since 0.1.0
 */
export interface PositionsRead {
  readonly file: string
  readonly positions: ReadonlyArray<PositionRow>
  readonly special: NonNullable<Opening.Opening["special"]>
  readonly withheld: NonNullable<Opening.Opening["withheld"]>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- columns ---

const posts = (aliases: ReadonlyArray<string>) => Column.integer({ aliases, maximum: 10_000_000, sample: "" })

/**
 * The columns of a positions file.
 *
 * **Details**
 *
 * `position`, `education` and `asn` describe a position; with `unit` only that of one unit, with its `location`. A row with
 * `category` sets `seats` of the posts of its unit aside for a kind of need; `withheld` posts are not opened, for `reason`.
 *
 * **Example** (What has to be there)
 *
 * ```ts
 * import { PositionsFile } from "@timbang/source-files"
 * Object.entries(PositionsFile.columns).filter(([, { need }]) => need === "cell").map(([name]) => name) // => ["position", "education", "asn"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  unit: Column.text({ aliases: ["Unit Kerja", "Satuan Kerja"], sample: "Puskesmas Contoh" }),
  position: Column.text({ aliases: ["Jabatan", "Nama Jabatan"], need: "cell", sample: "Perawat Ahli Pertama" }),
  claim: Column.integer({ aliases: ["Bobot", "Kebutuhan"], sample: "" }),
  education: Column.text({ aliases: ["Pendidikan", "Kualifikasi Pendidikan"], need: "cell", sample: "Ners" }),
  location: Column.text({ aliases: ["Lokasi", "Lokasi Formasi"], sample: "" }),
  asn: Column.code({
    pns: ["CPNS"], pppk: ["P3K"] }, { aliases: ["Jenis ASN", "Jenis Pengadaan"], need: "cell", sample: "pns"
  }),
  thresholdGroup: Column.text({ aliases: ["Kelompok Nilai Ambang Batas"], sample: "" }),
  fitFor: Column.text({ aliases: ["Dapat Dilamar"], unit: "disabilitas | ...", sample: "" }),
  category: Column.text({ aliases: ["Jenis Kebutuhan", "Jenis Formasi"], sample: "" }),
  seats: posts(["Jumlah Kebutuhan", "Jumlah Formasi"]),
  withheld: posts(["Tidak Dibuka"]),
  reason: Column.text({ aliases: ["Alasan"], sample: "" })
}

// --- operations ---

/**
 * Reads a positions file, or fails with every fault of it.
 *
 * **Example** (One position for every unit)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { PositionsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("Jabatan,Pendidikan,Jenis ASN,fitFor\nPerawat,Ners,CPNS,disabilitas\n")
 * const { positions } = await Effect.runPromise(PositionsFile.read({ file: "POS.csv", bytes }))
 * positions // => [{ position: "Perawat", education: "Ners", asnKind: "pns", fitFor: ["disabilitas"] }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input): Effect.Effect<PositionsRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults): PositionsRead => {
    const cells = table.columns
    const positions: Array<PositionRow> = []
    const special: Array<PositionsRead["special"][number]> = []
    const withheld: Array<PositionsRead["withheld"][number]> = []
    const seen = new Map<string, number>()
    const given = <K extends string>(key: K, text: string) => (text === "" ? {} : { [key]: text }) as { readonly [k in K]?: string }
    for (let i = 0; i < table.size; i++) {
      const [unit, position, category] = [cells.unit[i]!, cells.position[i]!, cells.category[i]!]
      const at = { file: table.file, row: table.rows[i]! }
      const missing = (column: string) => faults.push({ _tag: "CellMissing", ...at, column })
      const isSpecial = category !== "" && category !== "umum"
      const isWithheld = cells.withheld[i]! > 0
      if ((isSpecial || isWithheld) && unit === "") missing("unit")
      if (isSpecial && cells.seats[i]! < 0) missing("seats")
      if (isWithheld && cells.reason[i] === "") missing("reason")
      if (isSpecial) special.push({ unit, position, category, seats: cells.seats[i]! })
      if (isWithheld) withheld.push({ unit, position, seats: cells.withheld[i]!, reason: cells.reason[i]! })
      const name = unit === "" ? position : Allocation.nameOf({ unit, position })
      const firstRow = seen.get(name)
      if (firstRow === undefined) seen.set(name, at.row)
      // A row that sets posts aside may repeat its position; what the first row says of it holds.
      else if (isSpecial) continue
      else faults.push({ _tag: "Duplicate", ...at, column: "position", found: name, firstRow })
      const fitFor = cells.fitFor[i]!.split("|").map((kind) => kind.trim()).filter((kind) => kind !== "")
      positions.push({
        position,
        ...given("unit", unit),
        education: cells.education[i]!,
        ...given("location", cells.location[i]!),
        asnKind: columns.asn.values[cells.asn[i]!]!,
        ...given("thresholdGroup", cells.thresholdGroup[i]!),
        ...(fitFor.length === 0 ? {} : { fitFor }),
        ...(cells.claim[i]! < 0 ? {} : { claim: cells.claim[i]! })
      })
    }
    return {
      file: table.file,
      positions,
      special,
      withheld,
      corrections: table.corrections,
      origin: table.origin
    }
  })
