/**
 * Staff by a ratio or a scored table of a sector: extension workers by village, Satpol PP by its score.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"

// --- models ---

/**
 * One indicator of a scored table: its weight and the score it got.
 *
 * @category models
 * @since 0.1.0
 */
export interface Scored {
  readonly indicator: string
  /** Unit: percent, whole. All weights add up to 100. */
  readonly weight: number
  readonly score: number
}

/**
 * A band of a scored table: scores above `above` up to `upTo`, and the staff it allows.
 *
 * @category models
 * @since 0.1.0
 */
export interface Band {
  readonly above: number
  readonly upTo?: number
  /** Unit: people, both included. */
  readonly least: number
  readonly most: number
}

/**
 * A total score, exact in hundredths, and the staff of its band; `undefined` where no source gives the band.
 *
 * @category models
 * @since 0.1.0
 */
export interface Outcome {
  /** Unit: points. */
  readonly score: number
  readonly staff: { readonly least: number; readonly most: number } | undefined
}

// --- errors ---

/**
 * A scored table is not one: weights do not add up to 100, or a score is not on the scale.
 *
 * @category errors
 * @since 0.1.0
 */
export class TableRefused extends Data.TaggedError("TableRefused")<{
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `found ${this.found}, expected ${this.expected}`
  }
}

// --- operations ---

/**
 * The staff of a scored table: sum of weight x score, then its band.
 *
 * **Example** (A score above 500)
 *
 * ```ts
 * import { Result } from "effect"
 * import { SectorRatio } from "@timbang/core/needs"
 * const scored = [{ indicator: "population", weight: 60, score: 700 }, { indicator: "area", weight: 40, score: 400 }]
 * const bands = [{ above: 500, least: 251, most: 350 }]
 * SectorRatio.byScore(scored, [400, 700, 1000], bands) // => Result.succeed({ score: 580, staff: { least: 251, most: 350 } })
 * ```
 *
 * @category calculating
 * @since 0.1.0
 */
export const byScore = (
  scored: ReadonlyArray<Scored>,
  scale: ReadonlyArray<number>,
  bands: ReadonlyArray<Band>
): Result.Result<Outcome, TableRefused> => {
  const total = scored.reduce((sum, { weight }) => sum + weight, 0)
  const wrong = scored.find(({ score }) => !scale.includes(score))
  if (total !== 100)
    return Result.fail(new TableRefused({ found: `weights of ${total}`, expected: "weights that add up to 100" }))
  if (wrong !== undefined) {
    return Result.fail(
      new TableRefused({ found: `${wrong.score} for ${wrong.indicator}`, expected: `one of ${scale.join(", ")}` })
    )
  }
  const points = scored.reduce((sum, { score, weight }) => sum + weight * score, 0)
  const band = bands.find(({ above, upTo }) => points > above * 100 && (upTo === undefined || points <= upTo * 100))
  return Result.succeed({
    score: points / 100,
    staff: band === undefined ? undefined : { least: band.least, most: band.most }
  })
}

/**
 * Staff at `people` for every `units` units, rounded up: at least that many.
 *
 * **Example** (One extension worker for each of 83 villages)
 *
 * ```ts
 * import { SectorRatio } from "@timbang/core/needs"
 * SectorRatio.perUnit(83, { people: 1, units: 1 }) // => 83
 * SectorRatio.perUnit(83, { people: 1, units: 2 }) // => 42
 * ```
 *
 * @category calculating
 * @since 0.1.0
 */
export const perUnit = (units: number, ratio: { readonly people: number; readonly units: number }): number =>
  Math.ceil((units * ratio.people) / ratio.units)
