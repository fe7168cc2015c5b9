/**
 * The steps by which scores become the final score, each rounded where the procedure rounds.
 *
 * @since 0.1.0
 */
import type { Sourced } from "../law/Sourced.ts"
import * as Rounding from "../number/Rounding.ts"
import type { Decided } from "../law/Decided.ts"

// --- models ---

interface Common extends Decided {
  /** Identifier of the value the step makes; later steps, ladders and thresholds refer to it. */
  readonly id: string
  readonly title: string
}

/**
 * Adds scores. With different decimals, the sum keeps the most.
 *
 * @category models
 * @since 0.1.0
 */
export interface SumStep extends Common {
  readonly _tag: "Sum"
  readonly of: ReadonlyArray<string>
}

/**
 * Moves a score to another scale: `score / outOf x to`, rounded.
 *
 * @category models
 * @since 0.1.0
 */
export interface RescaleStep extends Common {
  readonly _tag: "Rescale"
  readonly of: string
  /** Unit: whole points of the score's own scale. */
  readonly outOf: Sourced<number>
  /** Unit: whole points of the new scale. */
  readonly to: number
  readonly decimals: number
  readonly rounding: Sourced<Rounding.Rounding>
}

/**
 * Takes a share of a score, rounded.
 *
 * @category models
 * @since 0.1.0
 */
export interface WeightStep extends Common {
  readonly _tag: "Weight"
  readonly of: string
  /** Unit: whole percent. Range: 0 to 100. */
  readonly percent: Sourced<number>
  readonly decimals: number
  readonly rounding: Sourced<Rounding.Rounding>
}

/**
 * Adds what affirmative rules grant to a score, and cuts the sum off at a cap.
 *
 * **Details**
 *
 * Each entitlement a participant holds grants a percentage of `base`, rounded on its own. `combination` says whether
 * several of them add up or the highest one counts.
 *
 * @category models
 * @since 0.1.0
 */
export interface AdditionStep extends Common {
  readonly _tag: "Addition"
  readonly of: string
  /** What the percentages are taken of. Unit: whole points. */
  readonly base: Sourced<number>
  /** Unit: whole points. */
  readonly cap: Sourced<number>
  readonly combination: Sourced<"add-up" | "highest">
  readonly rounding: Sourced<Rounding.Rounding>
  readonly entitlements: ReadonlyArray<Entitlement>
}

/**
 * A ground for an addition, such as a teaching certificate for the subject.
 *
 * @category models
 * @since 0.1.0
 */
export interface Entitlement {
  readonly id: string
  readonly title: string
  /** Unit: whole percent. Range: 0 to 100. */
  readonly percent: Sourced<number>
  /** The most that the law lets the ground grant, where it leaves the percentage to others. Unit: whole percent. */
  readonly atMostPercent?: Sourced<number>
}

/**
 * One step of the integration.
 *
 * @category models
 * @since 0.1.0
 */
export type ScoreStep = SumStep | RescaleStep | WeightStep | AdditionStep

// --- operations ---

/**
 * The scores a step is made of.
 *
 * **Example** (A sum)
 *
 * ```ts
 * import { ScoreStep } from "@timbang/core/selection"
 * const source = { instrument: "PermenPANRB 6/2024", provision: "Pasal 45", confidence: "seen-in-several" } as const
 * ScoreStep.inputsOf({ _tag: "Sum", id: "skd", title: "SKD", of: ["twk", "tiu"], decidedBy: "Panselnas", source }) // => ["twk", "tiu"]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const inputsOf = (step: ScoreStep): ReadonlyArray<string> => step._tag === "Sum" ? step.of : [step.of]

/**
 * One score moved to another scale. Units of `fromDecimals` in, units of `decimals` out; `outOf` and `to` in points.
 *
 * **Example** (398 of 550 on the scale of 100)
 *
 * ```ts
 * import { ScoreStep } from "@timbang/core/selection"
 * ScoreStep.rescale(398, { fromDecimals: 0, outOf: 550, to: 100, decimals: 3, rounding: "half-up" }) // => 72364
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const rescale = (units: number, how: {
  readonly fromDecimals: number
  readonly outOf: number
  readonly to: number
  readonly decimals: number
  readonly rounding: Rounding.Rounding
}): number => Rounding.divide(units * how.to * 10 ** how.decimals, how.outOf * 10 ** how.fromDecimals, how.rounding)

/**
 * One score's share. Units of `fromDecimals` in, units of `decimals` out.
 *
 * **Example** (60 percent of 51.000)
 *
 * ```ts
 * import { ScoreStep } from "@timbang/core/selection"
 * ScoreStep.weigh(51000, { fromDecimals: 3, percent: 60, decimals: 3, rounding: "half-up" }) // => 30600
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const weigh = (units: number, how: {
  readonly fromDecimals: number
  readonly percent: number
  readonly decimals: number
  readonly rounding: Rounding.Rounding
}): number => Rounding.divide(units * how.percent * 10 ** how.decimals, 100 * 10 ** how.fromDecimals, how.rounding)

/**
 * One score with what its holder's entitlements grant. All amounts in units of the score's own decimals, but `base` and
 * `cap`, which are points.
 *
 * **Example** (90 of 100 with 15 percent more is cut off at 100)
 *
 * ```ts
 * import { ScoreStep } from "@timbang/core/selection"
 * ScoreStep.add(90, [15], { decimals: 0, base: 100, cap: 100, combination: "add-up", rounding: "half-up" }) // => 100
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const add = (units: number, percents: ReadonlyArray<number>, how: {
  readonly decimals: number
  readonly base: number
  readonly cap: number
  readonly combination: "add-up" | "highest"
  readonly rounding: Rounding.Rounding
}): number => {
  const perPoint = 10 ** how.decimals
  const granted = percents.map((percent) => Rounding.divide(how.base * perPoint * percent, 100, how.rounding))
  const more = how.combination === "add-up"
    ? granted.reduce((sum, amount) => sum + amount, 0)
    : granted.reduce((most, amount) => Math.max(most, amount), 0)
  return Math.min(units + more, how.cap * perPoint)
}
