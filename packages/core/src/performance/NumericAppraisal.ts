/**
 * Earlier appraisal law, in numbers: work plan and conduct weighted into one value, then a predicate by bands. For old
 * records; newer law judges and does not compute.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"
import * as Fraction from "../number/Fraction.ts"
import * as Rounding from "../number/Rounding.ts"
import type { Scaled } from "../number/Scaled.ts"
import * as Bands from "./Bands.ts"

// --- models ---

/**
 * How an older law weighs and names a value. Weights are hundredths and sum to 100.
 *
 * @category models
 * @since 0.1.0
 */
export interface Scheme {
  readonly weights: { readonly workPlan: number; readonly conduct: number }
  readonly bands: Bands.Bands
  /** A predicate that also asks a new idea or method, and the one that holds without it. */
  readonly asksIdea?: { readonly predicate: string; readonly otherwise: string }
  readonly source: LegalSource
}

/**
 * The value and predicate of an old record. Unit of values: units of the last decimal of the bands.
 *
 * @category models
 * @since 0.1.0
 */
export interface Outcome {
  readonly value: Scaled
  readonly classified: Bands.Classified
  readonly predicate: string | undefined
  /** Whether the predicate would have been the higher one with a new idea or method. */
  readonly missedForIdea: boolean
  readonly source: LegalSource
}

/**
 * What a target is compared with, and which way is better. Values are whole numbers of any one unit.
 *
 * @category models
 * @since 0.1.0
 */
export type Target =
  | { readonly _tag: "HigherIsBetter"; readonly target: number }
  | { readonly _tag: "LowerIsBetter"; readonly target: number }
  | { readonly _tag: "Range"; readonly lower: number; readonly upper: number; readonly isLowerBetter: boolean }

/**
 * How an older law turns an achievement into a value, piece by piece. Achievements are hundredths of a percent, values hundredths
 * of a point: from the achievement `from` on the value is `value` and rises by `rise` points for each `run` percent.
 *
 * @category models
 * @since 0.1.0
 */
export interface ValueScale {
  readonly pieces: ReadonlyArray<{
    readonly from: Scaled
    readonly value: Scaled
    readonly rise: number
    readonly run: number
    readonly source: LegalSource
  }>
  /** Highest value; no piece rises above it. */
  readonly highest: Scaled
  /** Value of a met target that is the highest possible. */
  readonly whereTargetIsHighest: Scaled
}

// --- operations ---

/**
 * Weighs work plan and conduct and names the predicate.
 *
 * **Example** (115 without a new idea)
 *
 * ```ts
 * import { NumericAppraisal } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const bands = { decimals: 2, lowest: 0, highest: 12000, bands: [{ from: 0, label: "fair" }, { from: 9000, label: "good" }, { from: 11000, label: "great" }] }
 * const scheme = { weights: { workPlan: 70, conduct: 30 }, bands, asksIdea: { predicate: "great", otherwise: "good" }, source }
 * NumericAppraisal.appraise(scheme, { workPlan: 11500, conduct: 11500, hasIdea: false }).predicate // => "good"
 * NumericAppraisal.appraise(scheme, { workPlan: 11500, conduct: 11500, hasIdea: true }).predicate // => "great"
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const appraise = (
  scheme: Scheme,
  record: { readonly workPlan: Scaled; readonly conduct: Scaled; readonly hasIdea: boolean }
): Outcome => {
  const { asksIdea, bands, source, weights } = scheme
  const value = Rounding.divide(record.workPlan * weights.workPlan + record.conduct * weights.conduct, 100, "half-up")
  const classified = Bands.classify(bands, value)
  const label = classified._tag === "Classified" ? classified.label : undefined
  const missedForIdea = asksIdea !== undefined && label === asksIdea.predicate && !record.hasIdea
  return { value, classified, predicate: missedForIdea ? asksIdea.otherwise : label, missedForIdea, source }
}

/**
 * Achievement of a target in hundredths of a percent, halves up: 87.5% is 8750.
 *
 * **Details**
 *
 * Higher is better: realised / target. Lower is better: 1 + (1 - realised / target). Range: inside 100%; beyond a bound
 * against that bound, in the direction that is better. The target or bound used must be above zero.
 *
 * **Example** (70 of a range of 80 to 90; 6.5 months of 7 to 8)
 *
 * ```ts
 * import { NumericAppraisal } from "@timbang/core/performance"
 * NumericAppraisal.achievement({ _tag: "Range", lower: 80, upper: 90, isLowerBetter: false }, 70) // => 8750
 * NumericAppraisal.achievement({ _tag: "Range", lower: 70, upper: 80, isLowerBetter: true }, 65) // => 10714
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const achievement = (target: Target, realised: number): Scaled => {
  switch (target._tag) {
    case "HigherIsBetter":
      return Rounding.divide(realised * 10_000, target.target, "half-up")
    case "LowerIsBetter":
      return Rounding.divide((2 * target.target - realised) * 10_000, target.target, "half-up")
    case "Range": {
      const { isLowerBetter, lower, upper } = target
      if (realised >= lower && realised <= upper) return 10_000
      const bound = realised > upper ? upper : lower
      return achievement({ _tag: isLowerBetter ? "LowerIsBetter" : "HigherIsBetter", target: bound }, realised)
    }
  }
}

/**
 * The value of an achievement, and the source of the piece that gave it: a piece that nobody verified is told from one that is.
 *
 * **Details**
 *
 * Halves are rounded up. An achievement below the first piece counts as its beginning. A target that is the highest possible
 * cannot be passed: met, it gives the value set for that.
 *
 * **Example** (85% on a scale that gives 70 from 80% on)
 *
 * ```ts
 * import { NumericAppraisal } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const scale = { pieces: [{ from: 0, value: 0, rise: 1, run: 2, source }, { from: 8000, value: 7000, rise: 1, run: 1, source }], highest: 12000, whereTargetIsHighest: 12000 }
 * NumericAppraisal.valueOf(scale, 8500).value // => 7500
 * NumericAppraisal.valueOf(scale, 10000, true).value // => 12000
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const valueOf = (
  { highest, pieces, whereTargetIsHighest }: ValueScale,
  achieved: Scaled,
  isTargetHighest = false
): { readonly value: Scaled; readonly source: LegalSource } => {
  const ascending = pieces.toSorted((a, b) => a.from - b.from)
  const { from, rise, run, source, value } = ascending.findLast((piece) => achieved >= piece.from) ?? ascending[0]!
  if (isTargetHighest && achieved >= 10_000) return { value: whereTargetIsHighest, source }
  return { value: Math.min(highest, value + Rounding.divide(Math.max(0, achieved - from) * rise, run, "half-up")), source }
}

/**
 * One value of several achievements: the mean of the periods of a year, each the mean of its indicators; halves up, rounded once.
 *
 * **Details**
 *
 * That a year is the mean of its periods is the text's; that the indicators of one period count alike is a reading, for which the
 * sources consulted give no rule. Nothing is no value.
 *
 * **Example** (Two indicators in one half year, one in the other)
 *
 * ```ts
 * import { NumericAppraisal } from "@timbang/core/performance"
 * NumericAppraisal.annualValue([{ period: "I", value: 9000 }, { period: "I", value: 7000 }, { period: "II", value: 10900 }]) // => 9450
 * NumericAppraisal.annualValue([]) // => undefined
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const annualValue = (values: ReadonlyArray<{ readonly period: string; readonly value: Scaled }>): Scaled | undefined => {
  if (values.length === 0) return undefined
  const mean = (all: ReadonlyArray<Fraction.Fraction>) => Fraction.divide(Fraction.sum(all), Fraction.make(all.length))
  const periods = [...new Set(values.map(({ period }) => period))].map((period) =>
    mean(values.filter((one) => one.period === period).map(({ value }) => Fraction.make(value)))
  )
  return Number(Fraction.round(mean(periods), 0, "half-up"))
}
