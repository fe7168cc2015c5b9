/**
 * The smallest change in one unit's claim that would have moved a post.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as Apportionment from "./Apportionment.ts"

// --- models ---

/**
 * What more or less of a claim would do; `undefined` where no change up to twice 2^52, or down to 0, does it.
 *
 * @category models
 * @since 0.1.0
 */
export interface SeatChange {
  readonly unit: string
  readonly gain: Move | undefined
  readonly loss: Move | undefined
}

/**
 * A change of the claim, in its unit, and the units that lose or win by it. It moves the post without a draw.
 *
 * @category models
 * @since 0.1.0
 */
export interface Move {
  /** Whole, at least 1. */
  readonly change: number
  /** Units whose posts become fewer (of a gain) or more (of a loss), ascending. */
  readonly others: ReadonlyArray<string>
}

// --- errors ---

/**
 * No unit of that name, or its result waits for a draw, or the method does not answer to a claim in one direction.
 *
 * @category errors
 * @since 0.1.0
 */
export class ChangeUnknown extends Data.TaggedError("ChangeUnknown")<{
  readonly unit: string
  readonly why: "absent" | "draw-open" | "quota-method"
}> {
  override get message(): string {
    const why = {
      absent: "it is not in the list",
      "draw-open": "a draw is still open; settle it first",
      "quota-method": "the quota method gives no guarantee that a larger claim never loses; use a divisor method"
    }
    return `no smallest change for ${this.unit}: ${why[this.why]}`
  }
}

// --- operations ---

/**
 * Searches the smallest whole increase of a unit's claim that gives it one more post, and the smallest decrease that
 * takes one, while all other claims stay.
 *
 * **Details**
 *
 * By every divisor method and by largest remainder a unit's posts never fall when only its own claim grows, so that
 * halving the interval finds the smallest change exactly.
 *
 * **Example** (Six fewer, and B has the post)
 *
 * ```ts
 * import { Result } from "effect"
 * import { SeatChange } from "@timbang/core/formation"
 * const claims = [{ unit: "A", claim: 10 }, { unit: "B", claim: 29 }]
 * Result.map(SeatChange.find(claims, 4, "sainte-lague", "A"), ({ loss }) => loss) // => Result.succeed({ change: 6, others: ["B"] })
 * ```
 *
 * @category explaining
 * @since 0.1.0
 */
export const find = (
  claims: ReadonlyArray<Apportionment.Claim>,
  total: number,
  method: Apportionment.Method,
  unit: string
): Result.Result<SeatChange, Apportionment.Refused | ChangeUnknown> => {
  const index = claims.findIndex((one) => one.unit === unit)
  if (index < 0) return Result.fail(new ChangeUnknown({ unit, why: "absent" }))
  if (method === "quota") return Result.fail(new ChangeUnknown({ unit, why: "quota-method" }))
  return Result.flatMap(Apportionment.apportion(claims, total, method), (base) => {
    if (base.draws.length > 0) return Result.fail(new ChangeUnknown({ unit, why: "draw-open" }))
    const claim = claims[index]!.claim
    const held = base.seats[index]!.seats
    const at = (changed: number) =>
      Apportionment.apportion(
        claims.map((one, i) => (i === index ? { ...one, claim: changed } : one)),
        total,
        method
      )
    const seatsAt = (changed: number): number | undefined => {
      const outcome = at(changed)
      if (Result.isFailure(outcome)) return undefined
      const mayHaveOneMore = outcome.success.draws.some(({ among }) => among.includes(unit)) ? 1 : 0
      // A post that waits for a draw has not moved: certain for a gain, possible for a loss.
      return outcome.success.seats[index]!.seats + (changed < claim ? mayHaveOneMore : 0)
    }
    const gain = smallest(Number.MAX_SAFE_INTEGER - claim, (change) => (seatsAt(claim + change) ?? held) > held)
    const loss = smallest(claim, (change) => (seatsAt(claim - change) ?? held) < held)
    const move = (change: number | undefined, sign: 1 | -1): Move | undefined => {
      if (change === undefined) return undefined
      const after = Result.getOrThrow(at(claim + sign * change)).seats
      const others = claims.flatMap(({ unit: other }, i) =>
        i !== index && (base.seats[i]!.seats - after[i]!.seats) * sign > 0 ? [other] : []
      )
      return { change, others: others.sort() }
    }
    return Result.succeed({ unit, gain: move(gain, 1), loss: move(loss, -1) })
  })
}

/** The smallest change from 1 to `most` that moves, for a rule that keeps moving once it has moved. */
const smallest = (most: number, moves: (change: number) => boolean): number | undefined => {
  let [low, high] = [0, 1]
  while (high < most && !moves(high)) [low, high] = [high, Math.min(high * 2, most)]
  if (high > most || !moves(high)) return undefined
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2)
    if (moves(middle)) high = middle
    else low = middle
  }
  return high
}
