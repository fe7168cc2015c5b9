/**
 * Claims under other admissible weightings: every weight moved by chance within a named part of itself.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Seeded } from "../number/index.ts"

// --- models ---

/**
 * Which weightings are admissible, and how many are drawn.
 *
 * @category models
 * @since 0.1.0
 */
export interface Admissible {
  /** Every weight moves by up to this part of itself, up or down, all amounts alike likely. Range: 0 to 1. */
  readonly spread: number
  /** Unit: weightings. Whole, 1 or more. */
  readonly draws: number
  /** Range: 0 to 2^53 - 1. The same seed gives the same weightings. */
  readonly seed: number
}

/**
 * A claim and the weight it hangs on; claims of one weight move together.
 *
 * @category models
 * @since 0.1.0
 */
export interface Weighed {
  /** Whole, 0 or more, in any unit. */
  readonly claim: number
  /** Such as the job family whose priority a policy sets. */
  readonly weight: string
}

// --- errors ---

/**
 * The spread, the number of weightings or the seed is out of its range.
 *
 * @category errors
 * @since 0.1.0
 */
export class SpreadRefused extends Data.TaggedError("SpreadRefused")<{
  readonly what: "spread" | "draws" | "seed"
  readonly found: number
}> {
  override get message(): string {
    const expected = { spread: "a part from 0 to 1", draws: "a whole number, 1 to 1000000", seed: "a whole number, 0 or more" }
    return `${this.what}: found ${this.found}, expected ${expected[this.what]}`
  }
}

// --- operations ---

/**
 * Draws weightings one by one and answers the claims of each, in thousandths of the claims' unit where there is room.
 *
 * **Gotchas**
 *
 * Chance says how sure a number of posts is; it never decides a post.
 *
 * **Example** (Two claims of one weight keep their proportion)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ClaimSpread } from "@timbang/core/formation"
 * const claims = [{ claim: 10, weight: "nurse" }, { claim: 20, weight: "nurse" }]
 * const drawn = ClaimSpread.draw(claims, { spread: 0.25, draws: 3, seed: 1 })
 * Result.map(drawn, (runs) => [...runs].map(([a, b]) => Math.abs(b! - 2 * a!) <= 2)) // => Result.succeed([true, true, true])
 * ```
 *
 * @category drawing
 * @since 0.1.0
 */
export const draw = (
  claims: ReadonlyArray<Weighed>,
  { draws, seed, spread }: Admissible
): Result.Result<Iterable<ReadonlyArray<number>>, SpreadRefused> => {
  const refused = (what: SpreadRefused["what"], found: number) => Result.fail(new SpreadRefused({ what, found }))
  if (!(spread >= 0 && spread <= 1)) return refused("spread", spread)
  if (!(Number.isInteger(draws) && draws >= 1 && draws <= 1_000_000)) return refused("draws", draws)
  if (!(Number.isSafeInteger(seed) && seed >= 0)) return refused("seed", seed)
  const weights = [...new Set(claims.map(({ weight }) => weight))].sort()
  const largest = claims.reduce((most, { claim }) => Math.max(most, claim), 1)
  const scale = Math.max(1, Math.min(1000, Math.floor(2 ** 51 / largest)))
  return Result.succeed({
    *[Symbol.iterator]() {
      const generator = Seeded.make(seed)
      for (let drawn = 0; drawn < draws; drawn++) {
        const by = new Map(weights.map((weight) => [weight, 1 + spread * (2 * Seeded.unit(generator) - 1)]))
        yield claims.map(({ claim, weight }) => Math.round(claim * scale * by.get(weight)!))
      }
    }
  })
}
