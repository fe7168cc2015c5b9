/**
 * PROMETHEE II: how strongly each alternative is preferred to the others, less how strongly they are to it.
 *
 * Source: Brans and Vincke, Management Science 31(6), 1985.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type * as Decision from "./Decision.ts"
import type { ByName } from "./Weighting.ts"

// --- models ---

/**
 * When a difference counts as a preference, in the unit of the criterion.
 *
 * - `usual`: any. `from`: from `indifference` on, wholly. `rising`: in proportion, wholly from `preference` on.
 * - `level`: not up to `indifference`, half up to `preference`, then wholly. `linear`: rising between the two.
 * - `gaussian`: 1 - exp(-d^2 / (2 s^2)) with `scale` s.
 *
 * @category models
 * @since 0.1.0
 */
export type Preference =
  | { readonly shape: "usual" }
  | { readonly shape: "from"; readonly indifference: number }
  | { readonly shape: "rising"; readonly preference: number }
  | { readonly shape: "level"; readonly indifference: number; readonly preference: number }
  | { readonly shape: "linear"; readonly indifference: number; readonly preference: number }
  | { readonly shape: "gaussian"; readonly scale: number }

/**
 * Flows in the order of the alternatives. `net` = `leaving` - `entering`. Range of `net`: -1 to 1.
 *
 * @category models
 * @since 0.1.0
 */
export interface Flows {
  readonly leaving: Float64Array
  readonly entering: Float64Array
  readonly net: Float64Array
}

// --- errors ---

/**
 * The thresholds of a preference do not fit together.
 *
 * @category errors
 * @since 0.1.0
 */
export class PreferenceRefused extends Data.TaggedError("PreferenceRefused")<{
  readonly criterion: string
  readonly preference: Preference
}> {
  override get message(): string {
    return `preference of ${JSON.stringify(this.criterion)} is ${
      JSON.stringify(this.preference)
    }; thresholds must be 0 or more, preference above indifference, and scale above zero`
  }
}

// --- operations ---

/**
 * Scores alternatives by PROMETHEE II. A criterion without a preference of its own has the usual one.
 *
 * **Example** (Any difference counts)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Decision, Promethee } from "@timbang/core/needs"
 * const more = (id: string, figures: ReadonlyArray<number>) => ({ id, direction: "more-is-better", figures }) as const
 * const criteria = [more("x", [4, 3, 5]), more("y", [3, 2, 1]), more("z", [2, 4, 3])]
 * const decision = Decision.make(["a", "b", "c"], criteria, { method: "given", weights: { x: 0.5, y: 0.3, z: 0.2 } })
 * const flows = Promethee.score(Result.getOrThrow(decision))
 * Result.map(flows, ({ net }) => [...net].map((one) => one.toFixed(1))) // => Result.succeed(["0.1", "-0.3", "0.2"])
 * ```
 *
 * @category scoring
 * @since 0.1.0
 */
export const score = (
  { alternatives, criteria, weights }: Decision.Decision,
  preferences: ByName<Preference> = {}
): Result.Result<Flows, PreferenceRefused> => {
  const n = alternatives.length
  const leaving = new Float64Array(n)
  const entering = new Float64Array(n)
  for (let j = 0; j < criteria.length; j++) {
    const { direction, figures, id } = criteria[j]!
    const preference = Object.hasOwn(preferences, id) ? preferences[id]! : { shape: "usual" } as const
    if (!fits(preference)) return Result.fail(new PreferenceRefused({ criterion: id, preference }))
    const share = weights[j]! / (n - 1)
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        const ahead = direction === "more-is-better" ? figures[a]! - figures[b]! : figures[b]! - figures[a]!
        if (ahead <= 0) continue
        const strength = share * strengthOf(ahead, preference)
        leaving[a]! += strength
        entering[b]! += strength
      }
    }
  }
  return Result.succeed({ leaving, entering, net: leaving.map((one, i) => one - entering[i]!) })
}

const strengthOf = (ahead: number, preference: Preference): number => {
  switch (preference.shape) {
    case "usual":
      return 1
    case "from":
      return ahead >= preference.indifference ? 1 : 0
    case "rising":
      return Math.min(1, ahead / preference.preference)
    case "level":
      return ahead <= preference.indifference ? 0 : ahead <= preference.preference ? 0.5 : 1
    case "linear":
      return Math.min(
        1,
        Math.max(0, (ahead - preference.indifference) / (preference.preference - preference.indifference))
      )
    case "gaussian":
      return 1 - Math.exp(-(ahead * ahead) / (2 * preference.scale * preference.scale))
  }
}

const fits = (preference: Preference): boolean => {
  switch (preference.shape) {
    case "usual":
      return true
    case "from":
      return preference.indifference >= 0
    case "rising":
      return preference.preference > 0
    case "level":
    case "linear":
      return preference.indifference >= 0 && preference.preference > preference.indifference
    case "gaussian":
      return preference.scale > 0
  }
}
