/**
 * Staff by the ratio or the scored table of a sector.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "@timbang/core/law"
import { SectorRatio } from "@timbang/core/needs"
import { type Sentences, Workloads } from "@timbang/language"
import type { RatioFile } from "@timbang/source-files"
import { Result } from "effect"
import type { Grid } from "../Grid.ts"

// --- models ---

/** What a sector's staff is computed by. */
export type Ratio =
  | { readonly _tag: "Count"; readonly people: number; readonly units: number; readonly source: LegalSource.LegalSource }
  | {
    readonly _tag: "Score"
    readonly scale: ReadonlyArray<number>
    readonly bands: ReadonlyArray<SectorRatio.Band>
    readonly source: LegalSource.LegalSource
  }

// --- operations ---

/** The ratios that a source gives. */
export const known = ["extension-workers", "satpol"] as const

/** `unit, basis, least, most, onHand, lacking, note`: people below the least number are lacking. */
export const grid = (
  units: ReadonlyArray<RatioFile.RatioUnit>,
  ratio: Ratio,
  lang: Sentences.Language
): Result.Result<Grid, SectorRatio.TableRefused> =>
  Result.gen(function*() {
    const rows: Array<ReadonlyArray<string | number>> = []
    for (const one of units) {
      const { basis, staff } = ratio._tag === "Count"
        ? { basis: one.count, staff: { least: SectorRatio.perUnit(one.count, ratio), most: "" as const } }
        : yield* Result.map(SectorRatio.byScore(one.scored, ratio.scale, ratio.bands), ({ score, staff }) => ({ basis: score, staff }))
      rows.push([
        one.unit,
        basis,
        staff?.least ?? "",
        staff?.most ?? "",
        one.onHand ?? "",
        staff === undefined || one.onHand === undefined ? "" : Math.max(0, staff.least - one.onHand),
        staff === undefined ? Workloads.bandMissing(lang) : ""
      ])
    }
    return { name: "ratio", headers: ["unit", ratio._tag === "Count" ? "count" : "score", "least", "most", "onHand", "lacking", "note"], rows }
  })
