/**
 * SPOTIS: distance from the best end of fixed bounds. Adding or removing an alternative never turns the order of others.
 *
 * Source: Dezert, Tchamova, Han, Tacnet, "The SPOTIS rank reversal free method", FUSION 2020.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import type * as Decision from "./Decision.ts"
import * as Indicator from "./Indicator.ts"
import * as Table from "./Table.ts"
import type { ByName } from "./Weighting.ts"

// --- models ---

/**
 * The ends of a criterion, in its unit.
 *
 * @category models
 * @since 0.1.0
 */
export interface Bounds {
  readonly low: number
  readonly high: number
}

// --- operations ---

/**
 * Weighted distance of each alternative from the best ends. Less is better. Range: 0 to 1.
 *
 * **Example** (Bounds say what is best, not the alternatives)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Decision, Spotis } from "@timbang/core/needs"
 * const risk = { id: "risk", direction: "less-is-better", figures: [2, 5] } as const
 * const decision = Result.getOrThrow(Decision.make(["a", "b"], [risk], { method: "equal" }))
 * Result.map(Spotis.score(decision, { risk: { low: 0, high: 10 } }), (one) => [...one]) // => Result.succeed([0.2, 0.5])
 * Result.isFailure(Spotis.score(decision, { risk: { low: 0, high: 4 } })) // => true
 * ```
 *
 * @category scoring
 * @since 0.1.0
 */
export const score = (
  { alternatives, criteria, weights }: Decision.Decision,
  bounds: ByName<Bounds>
): Result.Result<Float64Array, Indicator.GoalpostsRefused | Table.CellRefused> => {
  const distance = new Float64Array(alternatives.length)
  for (let j = 0; j < criteria.length; j++) {
    const { direction, figures, id } = criteria[j]!
    const given = Object.hasOwn(bounds, id) ? bounds[id]! : { low: NaN, high: NaN }
    const checked = Indicator.checkGoalposts(id, { low: given.low, high: given.high })
    if (Result.isFailure(checked)) return Result.fail(checked.failure)
    const { high, low } = given
    const best = direction === "more-is-better" ? high : low
    for (let i = 0; i < distance.length; i++) {
      const figure = figures[i]!
      if (figure < low || figure > high) {
        return Result.fail(
          new Table.CellRefused({
            unit: alternatives[i]!,
            indicator: id,
            found: String(figure),
            expected: `${low} to ${high}, the bounds of the criterion`
          })
        )
      }
      distance[i]! += weights[j]! * Math.abs(figure - best) / (high - low)
    }
  }
  return Result.succeed(distance)
}
