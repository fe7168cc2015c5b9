/**
 * The state of the data behind a score: how old, from where, corrected, refused, imputed.
 *
 * @since 0.1.0
 */
import { FigureNote } from "@timbang/core/input"
import type { NeedModel, NeedScore } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import type { NeedsReport } from "@timbang/report"
import type { Data } from "./DataFolder.ts"
import type { ModelFile } from "./ModelFile.ts"

// --- operations ---

/** One row for each indicator that is used or was read. */
export const of = (
  { derived = [], index, needs }: ModelFile,
  { figures, notes }: Data,
  { units }: NeedScore.NeedScores,
  imputedByIndex: ReadonlyArray<readonly [unit: string, indicator: string]>
): ReadonlyArray<NeedsReport.Quality> => {
  const used = [...new Set([
    ...needs.matrix.drivers.map(({ indicator }) => indicator),
    ...(index?.indicators ?? []).map(({ id }) => id),
    ...figures.map(({ indicator }) => indicator)
  ])]
  const needed = new Set(needs.matrix.drivers.map(({ indicator }) => indicator))
  const known = new Set(needs.units.map(({ id }) => id))
  const imputed = new Map<string, Set<string>>()
  const impute = (unit: string, indicator: string) =>
    imputed.set(indicator, (imputed.get(indicator) ?? new Set()).add(unit))
  for (const { readings, unit } of units) {
    for (const { indicator, isImputed } of readings) if (isImputed) impute(unit, indicator)
  }
  for (const [unit, indicator] of imputedByIndex) impute(unit, indicator)
  return used.map((indicator) => {
    const inIndex = index?.indicators.find(({ id }) => id === indicator)
    const all = needs.observations.filter((one) => one.indicator === indicator)
    const readings = figures.filter((one) => one.indicator === indicator && known.has(one.region))
    const isUsed = inIndex !== undefined || needed.has(indicator)
    const year = inIndex?.year ?? (isUsed ? needs.year : latest([...all, ...readings], needs.year))
    const own = all.filter((one) => one.year === year)
    const read = figures.find((one) => one.indicator === indicator && one.year === year) ?? figures.find((one) => one.indicator === indicator)
    const from = derived.find((one) => one.indicator === indicator)?.from ?? indicator
    const about = notes.filter((note) => "indicator" in note && note.indicator === from)
    return {
      indicator,
      source: read?.publisher || own.find(({ source }) => source !== undefined)?.source || "",
      file: read?.file ?? "",
      year,
      age: Number(needs.day.slice(0, 4)) - year,
      units: new Set([...own.map(({ unit }) => unit), ...readings.filter((one) => one.year === year).map(({ region }) => region)]).size,
      corrected: corrected(about, own.length),
      refused: about.filter(FigureNote.isRefused).length,
      imputed: imputed.get(indicator)?.size ?? 0,
      isComputed: read?.isComputed ?? false
    }
  })
}

/** How many of the figures were read otherwise than they are printed; a figure with a mark is taken as it is, unless a dash stands for zero. */
export const corrected = (notes: ReadonlyArray<FigureNote.FigureNote>, figures: number): number =>
  Math.min(figures, notes.reduce((sum, note) => {
    switch (note._tag) {
      case "UnitContradicted":
      case "MixedMarks":
        return figures
      case "ThousandsRemoved":
        return sum + note.cells
      case "FigureMarked":
        return sum + (note.mark === "nil" || note.mark === "negligible" ? 1 : 0)
      default:
        return sum
    }
  }, 0))

/** The year that stands in the report for figures nothing asks for by year. */
const latest = (figures: ReadonlyArray<{ readonly year: number }>, otherwise: number): number =>
  figures.length === 0 ? otherwise : figures.reduce((most, { year }) => Math.max(most, year), -Infinity)

/** Every figure that was read for a unit of the model. */
export const figures = (
  { observations, units }: NeedModel.NeedModel,
  data: Data
): ReadonlyArray<NeedsReport.Figure> => {
  const known = new Set(units.map(({ id }) => id))
  return data.figures.length > 0
    ? data.figures.filter(({ region }) => known.has(region)).map(
      ({ figure, indicator, note = "", publisher, region, source, year }) => ({
        unit: region,
        indicator,
        year,
        figure: Fraction.parseUnsafe(figure),
        source: source ?? publisher,
        note
      })
    )
    : observations.map(({ figure, indicator, source = "", unit, year }) => ({
      unit,
      indicator,
      year,
      figure: Fraction.parseUnsafe(figure),
      source,
      note: ""
    }))
}
