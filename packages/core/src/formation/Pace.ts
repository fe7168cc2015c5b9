/**
 * Pace of change: no unit rises or falls faster than the policy allows, and the total stays whole.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Fraction, type Rounding } from "../number/index.ts"
import * as Apportionment from "./Apportionment.ts"

// --- models ---

/**
 * How fast posts of a unit may change from one round to the next.
 *
 * @category models
 * @since 0.1.0
 */
export interface Pace {
  /** Largest rise, as a part of the posts before. */
  readonly rise: Fraction.Numeral
  /** Largest fall, as a part of the posts before. Range: 0 to 1. */
  readonly fall: Fraction.Numeral
  /** Rounding of rise and fall to whole posts. */
  readonly rounding: Rounding.Rounding
  /** Posts every unit may rise and fall at least, so that small units can move at all. 0 when absent. */
  readonly atLeast?: number
}

// --- errors ---

/**
 * A pace is not a part, 0 or more.
 *
 * @category errors
 * @since 0.1.0
 */
export class PaceRefused extends Data.TaggedError("PaceRefused")<{ readonly found: string }> {
  override get message(): string {
    return `a pace of ${this.found}; give parts such as 0.1, 0 or more, the fall at most 1`
  }
}

// --- operations ---

/**
 * The bounds that a pace sets around the posts before, narrowed by the bounds a claim has of its own.
 *
 * **Gotchas**
 *
 * A claim's own maximum, such as its gap, wins over the pace of falling: nobody keeps posts it has no need for.
 *
 * **Example** (At most a tenth more, at most a twentieth less, at least one post)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Pace } from "@timbang/core/formation"
 * const pace = { rise: "0.1", fall: "0.05", rounding: "down", atLeast: 1 } as const
 * const bounded = Pace.bound([{ unit: "A", claim: 7 }, { unit: "B", claim: 3 }], { A: 40, B: 4 }, pace)
 * Result.map(bounded, (claims) => claims.map(({ max, min }) => [min, max])) // => Result.succeed([[38, 44], [3, 5]])
 * ```
 *
 * @category allocating
 * @since 0.1.0
 */
export const bound = (
  claims: ReadonlyArray<Apportionment.Claim>,
  before: Readonly<Record<string, number>>,
  { atLeast = 0, fall, rise, rounding }: Pace
): Result.Result<ReadonlyArray<Apportionment.Claim>, PaceRefused> => {
  const [up, down] = [Fraction.parse(rise), Fraction.parse(fall)]
  const isPart = (share: typeof up): share is Result.Success<Fraction.Fraction, never> =>
    Result.isSuccess(share) && share.success.numerator >= 0n
  if (!isPart(up)) return Result.fail(new PaceRefused({ found: String(rise) }))
  if (!isPart(down) || Fraction.compare(down.success, Fraction.one) > 0)
    return Result.fail(new PaceRefused({ found: String(fall) }))
  const posts = (held: number, share: Fraction.Fraction) =>
    Math.max(atLeast, Number(Fraction.round(Fraction.multiply(share, Fraction.make(held)), 0, rounding)))
  return Result.succeed(
    claims.map((claim) => {
      const held = before[claim.unit] ?? 0
      const max = Math.min(claim.max ?? Infinity, held + posts(held, up.success))
      return { ...claim, min: Math.min(max, Math.max(claim.min ?? 0, held - posts(held, down.success))), max }
    })
  )
}

/**
 * Shares the posts anew at a pace; the total stays whole or the refusal says by how much the pace is too narrow.
 *
 * **Example** (The target is 5 and 5; the pace lets two posts go)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Pace } from "@timbang/core/formation"
 * const claims = [{ unit: "A", claim: 1 }, { unit: "B", claim: 1 }]
 * const pace = { rise: "0.5", fall: "0.25", rounding: "down" } as const
 * const moved = Pace.apportion(claims, { A: 8, B: 4 }, pace, 12, "sainte-lague")
 * Result.map(moved, ({ seats }) => seats.map(({ seats }) => seats)) // => Result.succeed([6, 6])
 * ```
 *
 * @category allocating
 * @since 0.1.0
 */
export const apportion = (
  claims: ReadonlyArray<Apportionment.Claim>,
  before: Readonly<Record<string, number>>,
  pace: Pace,
  total: number,
  method: Apportionment.Method,
  drawn: ReadonlyArray<string> = []
): Result.Result<Apportionment.Apportioned, Apportionment.Refused | PaceRefused> =>
  Result.flatMap(bound(claims, before, pace), (bounded) => Apportionment.apportion(bounded, total, method, drawn))
