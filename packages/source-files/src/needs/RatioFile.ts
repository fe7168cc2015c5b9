/**
 * What a sector's ratio is computed from, as CSV or XLSX files: a count of a unit, or the scores of its indicators.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import type { SectorRatio } from "@timbang/core/needs"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * One unit: what is counted, or the indicators that are scored, and the people it has.
 *
 * @category models
 * @since 0.1.0
 */
export interface RatioUnit {
  readonly unit: string
  /** Unit: what the ratio counts, such as desa; 0 in a file of scores. */
  readonly count: number
  readonly scored: ReadonlyArray<SectorRatio.Scored & { readonly row: number }>
  /** Unit: people. Absent when the file does not say. */
  readonly onHand?: number
}

/**
 * The units of a file, in its order.
 *
 * @category models
 * @since 0.1.0
 */
export interface RatioRead {
  readonly file: string
  readonly units: ReadonlyArray<RatioUnit>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

/**
 * The bands of a host, in the order of the file.
 *
 * @category models
 * @since 0.1.0
 */
export interface BandsRead {
  readonly bands: ReadonlyArray<SectorRatio.Band>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- columns ---

const unit = Column.text({ aliases: ["Unit Kerja", "Wilayah", "Kabupaten/Kota"], need: "cell", sample: "Kabupaten Contoh" })
const onHand = Column.integer({ aliases: ["Jumlah Pegawai", "Pegawai Ada"], maximum: 1_000_000, sample: "44" })

/**
 * The columns of a file of counts: `unit`, `count`, and `onHand` where it is known.
 *
 * **Example** (People on hand may be left out)
 *
 * ```ts
 * import { RatioFile } from "@timbang/source-files"
 * RatioFile.counted.onHand.need // => "none"
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const counted = {
  unit: { ...unit, isUnique: true },
  count: Column.integer({ aliases: ["Jumlah", "Jumlah Desa"], maximum: 1_000_000_000, need: "cell", sample: "83" }),
  onHand
}

/**
 * The columns of a file of scores: `unit`, `indicator`, `weight` (percent), `score`, and `onHand` in any row of a unit.
 *
 * **Example** (Weights are whole percents)
 *
 * ```ts
 * import { RatioFile } from "@timbang/source-files"
 * RatioFile.scored.weight.unit // => "%"
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const scored = {
  unit,
  indicator: Column.text({ aliases: ["Indikator", "Kriteria"], need: "cell", sample: "jumlah penduduk" }),
  weight: Column.integer({ aliases: ["Bobot"], maximum: 100, need: "cell", unit: "%", sample: "100" }),
  score: Column.integer({ aliases: ["Nilai", "Skala Nilai"], maximum: 1_000_000, need: "cell", sample: "700" }),
  onHand
}

/**
 * The columns of a host's bands: `above`, `upTo` (empty: no end), `least` and `most` people.
 *
 * **Example** (The last band has no end)
 *
 * ```ts
 * import { RatioFile } from "@timbang/source-files"
 * RatioFile.bands.upTo.need // => "none"
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const bands = {
  above: Column.integer({ aliases: ["Di Atas"], maximum: 1_000_000, need: "cell", sample: "400" }),
  upTo: Column.integer({ aliases: ["Sampai"], maximum: 1_000_000, sample: "500" }),
  least: Column.integer({ aliases: ["Paling Sedikit"], maximum: 1_000_000, need: "cell", sample: "151" }),
  most: Column.integer({ aliases: ["Paling Banyak"], maximum: 1_000_000, need: "cell", sample: "250" })
}

// --- operations ---

/**
 * Reads a file of counts, or fails with every fault of it.
 *
 * **Example** (83 desa)
 *
 * ```ts
 * import type { Effect } from "effect"
 * import { RatioFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("unit,count,onHand\nMerangin,83,60\n")
 * const { units } = await Effect.runPromise(RatioFile.readCounted({ file: "R.csv", bytes }))
 * units // => [{ unit: "Merangin", count: 83, scored: [], onHand: 60 }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const readCounted = (input: Table.Input): Effect.Effect<RatioRead, Fault.InputRefused> =>
  Whole.read(input, counted, (table, faults): RatioRead => {
    const cells = table.columns
    if (table.size === 0) faults.push({ _tag: "NoRows", file: table.file })
    return {
      file: table.file,
      units: cells.unit.map((name, i) => ({
        unit: name,
        count: cells.count[i]!,
        scored: [],
        ...(cells.onHand[i]! < 0 ? {} : { onHand: cells.onHand[i]! })
      })),
      corrections: table.corrections,
      origin: table.origin
    }
  })

/**
 * Reads a file of scores, or fails with every fault of it: a score off the scale, an indicator that stands twice, weights of
 * a unit that do not add up to 100.
 *
 * **Example** (One indicator)
 *
 * ```ts
 * import type { Effect } from "effect"
 * import { RatioFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("unit,indicator,weight,score,onHand\nSragen,penduduk,100,700,44\n")
 * const { units } = await Effect.runPromise(RatioFile.readScored({ file: "S.csv", bytes }, [400, 700, 1000]))
 * units.map(({ onHand, scored }) => [onHand, scored[0]!.score]) // => [[44, 700]]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const readScored = (input: Table.Input, scale: ReadonlyArray<number>): Effect.Effect<RatioRead, Fault.InputRefused> =>
  Whole.read(input, scored, (table, faults, isRefused): RatioRead => {
    const cells = table.columns
    if (table.size === 0) faults.push({ _tag: "NoRows", file: table.file })
    const units = new Map<string, { readonly scored: Array<RatioUnit["scored"][number]>; onHand: number }>()
    for (let i = 0; i < table.size; i++) {
      const [indicator, name, row, score] = [cells.indicator[i]!, cells.unit[i]!, table.rows[i]!, cells.score[i]!]
      const own = units.get(name) ?? { scored: [], onHand: -1 }
      units.set(name, own)
      const at = { file: table.file, row }
      const earlier = isRefused(i, "unit") ? undefined : own.scored.find((one) => one.indicator === indicator)
      if (earlier !== undefined) faults.push({ _tag: "Duplicate", ...at, column: "indicator", found: indicator, firstRow: earlier.row })
      if (!scale.includes(score)) faults.push({ _tag: "UnknownCode", ...at, column: "score", found: String(score), accepted: scale.map(String), nearest: undefined })
      own.scored.push({ indicator, weight: cells.weight[i]!, score, row })
      own.onHand = Math.max(own.onHand, cells.onHand[i]!)
    }
    const isOpen = cells.unit.map((_, i) => isRefused(i, "unit") || isRefused(i, "weight"))
    for (const { scored: rows } of isOpen.includes(true) ? [] : units.values()) {
      const sum = rows.reduce((all, { weight }) => all + weight, 0)
      if (sum !== 100) faults.push({ _tag: "OutOfRange", file: table.file, row: rows[0]!.row, column: "weight", found: String(sum), minimum: "100", maximum: "100" })
    }
    return {
      file: table.file,
      units: [...units].map(([name, { onHand, scored }]) => ({ unit: name, count: 0, scored, ...(onHand < 0 ? {} : { onHand }) })),
      corrections: table.corrections,
      origin: table.origin
    }
  })

/**
 * Reads a host's bands, or fails with every fault of them: a band that ends before it begins, bands that overlap.
 *
 * **Example** (One band)
 *
 * ```ts
 * import type { Effect } from "effect"
 * import { RatioFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("above,upTo,least,most\n400,500,151,250\n")
 * const { bands } = await Effect.runPromise(RatioFile.readBands({ file: "B.csv", bytes }))
 * bands // => [{ above: 400, upTo: 500, least: 151, most: 250 }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const readBands = (input: Table.Input): Effect.Effect<BandsRead, Fault.InputRefused> =>
  Whole.read(input, bands, (table, faults, isRefused): BandsRead => {
    const cells = table.columns
    if (table.size === 0) faults.push({ _tag: "NoRows", file: table.file })
    const endOf = (i: number) => (cells.upTo[i]! < 0 ? Number.POSITIVE_INFINITY : cells.upTo[i]!)
    for (let i = 0; i < table.size; i++) {
      const at = { file: table.file, row: table.rows[i]! }
      const range = (column: "upTo" | "most", found: number, least: number) =>
        faults.push({ _tag: "OutOfRange", ...at, column, found: String(found), minimum: String(least), maximum: "1000000" })
      const isOpen = (row: number) => isRefused(row, "above") || isRefused(row, "upTo")
      if (!isOpen(i) && endOf(i) <= cells.above[i]!) range("upTo", endOf(i), cells.above[i]! + 1)
      if (!isRefused(i, "least") && cells.most[i]! < cells.least[i]!) range("most", cells.most[i]!, cells.least[i]!)
      for (let j = 0; j < i; j++) {
        if (isOpen(i) || isOpen(j) || cells.above[i]! >= endOf(j) || cells.above[j]! >= endOf(i)) continue
        faults.push({ _tag: "Duplicate", ...at, column: "above", found: String(cells.above[i]!), firstRow: table.rows[j]! })
      }
    }
    return {
      bands: Array.from({ length: table.size }, (_, i) => ({
        above: cells.above[i]!,
        ...(cells.upTo[i]! < 0 ? {} : { upTo: cells.upTo[i]! }),
        least: cells.least[i]!,
        most: cells.most[i]!
      })),
      corrections: table.corrections,
      origin: table.origin
    }
  })
