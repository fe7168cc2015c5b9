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
  const imputed = new Map<string, Set<string>>()
  const impute = (unit: string, indicator: string) =>
    imputed.set(indicator, (imputed.get(indicator) ?? new Set()).add(unit))
  for (const { readings, unit } of units) {
    for (const { indicator, isImputed } of readings) if (isImputed) impute(unit, indicator)
  }
  for (const [unit, indicator] of imputedByIndex) impute(unit, indicator)
  return used.map((indicator) => {
    const year = index?.indicators.find(({ id }) => id === indicator)?.year ?? needs.year
    const own = needs.observations.filter((one) => one.indicator === indicator && one.year === year)
    const read = figures.find((one) => one.indicator === indicator)
    const from = derived.find((one) => one.indicator === indicator)?.from ?? indicator
    const about = notes.filter((note) => "indicator" in note && note.indicator === from)
    const wholeColumn = about.some(({ _tag }) => _tag === "UnitContradicted" || _tag === "MixedMarks")
    return {
      indicator,
      source: read?.publisher || own.find(({ source }) => source !== undefined)?.source || "",
      file: read?.file ?? "",
      year,
      age: Number(needs.day.slice(0, 4)) - year,
      units: own.length,
      corrected: wholeColumn ? own.length : about.filter((note) => !FigureNote.isRefused(note)).length,
      refused: about.filter(FigureNote.isRefused).length,
      imputed: imputed.get(indicator)?.size ?? 0,
      isComputed: read?.isComputed ?? false
    }
  })
}

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
