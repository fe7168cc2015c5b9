/**
 * The steps of an apportionment, seat by seat: what gave each post to its unit.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import { byQuota, fairShares } from "./internal/apportion.ts"
import { Fraction } from "../number/index.ts"
import * as Apportionment from "./Apportionment.ts"
import * as Divisor from "./Divisor.ts"

// --- models ---

/**
 * One post.
 *
 * - `minimum`: its unit has a minimum.
 * - `quotient`: its unit had the largest quotient (of `huntington-hill` the square; absent where it is beyond every number).
 * - `share`: it lies within the whole part of the unit's fair share. `remainder`: the unit had one of the largest remainders.
 * - `draw`: a draw decided, among units with this quotient or remainder.
 *
 * @category models
 * @since 0.1.0
 */
export interface SeatStep {
  /** Place in the order of giving, from 1. Posts with equal claims share a place. */
  readonly place: number
  readonly unit: string
  /** Which post of its unit this is, from 1. */
  readonly nth: number
  readonly basis: "minimum" | "quotient" | "share" | "remainder" | "draw"
  /** What decided, exactly: a quotient, a fair share or a remainder. */
  readonly by: Fraction.Fraction | undefined
}

// --- operations ---

/**
 * The steps that lead to an apportionment. Posts of open draws are not among them.
 *
 * **Example** (Four posts by D'Hondt)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Apportionment, SeatSteps } from "@timbang/core/formation"
 * const claims = [{ unit: "A", claim: 50 }, { unit: "B", claim: 30, min: 1 }]
 * const outcome = Result.getOrThrow(Apportionment.apportion(claims, 4, "dhondt"))
 * SeatSteps.of(claims, outcome).map(({ basis, nth, unit }) => `${unit}${nth} ${basis}`) // => ["B1 minimum", "A1 quotient", "A2 quotient", "A3 quotient"]
 * ```
 *
 * @category explaining
 * @since 0.1.0
 */
export const of = (
  claims: ReadonlyArray<Apportionment.Claim>,
  { method, seats, settled, total }: Apportionment.Apportioned
): ReadonlyArray<SeatStep> => {
  const drawn = new Set(settled.flatMap(({ drawn }) => drawn))
  const posts = claims.flatMap(({ claim, min = 0, unit }, i) =>
    Array.from({ length: seats[i]!.seats }, (_, held) => ({
      unit,
      i,
      claim,
      held,
      isMinimum: held < min,
      isDrawn: drawn.has(unit) && held + 1 === seats[i]!.seats
    }))
  )
  type Post = (typeof posts)[number]
  const given = (order: (a: Post, b: Post) => number, step: (post: Post) => Pick<SeatStep, "basis" | "by">) => {
    const sorted = [...posts].sort(
      (a, b) => order(a, b) || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.held - b.held)
    )
    let place = 0
    return sorted.map((post, index): SeatStep => {
      if (index === 0 || order(sorted[index - 1]!, post) !== 0) place = index + 1
      const found = step(post)
      return { place, unit: post.unit, nth: post.held + 1, ...found, basis: post.isDrawn ? "draw" : found.basis }
    })
  }
  const minimumFirst = (a: Post, b: Post) => Number(b.isMinimum) - Number(a.isMinimum)
  if (method === "largest-remainder") {
    const shares = fairShares(Result.getOrThrow(Apportionment.check(claims, total)), total)
    const share = ({ i }: Post) => Fraction.make(shares[i]!.over, shares[i]!.under)
    const remainder = (post: Post) => Fraction.make(shares[post.i]!.over % shares[post.i]!.under, shares[post.i]!.under)
    const isWhole = (post: Post) => BigInt(post.held + 1) * shares[post.i]!.under <= shares[post.i]!.over
    return given(
      (a, b) =>
        minimumFirst(a, b) ||
        Number(isWhole(b)) - Number(isWhole(a)) ||
        (isWhole(a) ? 0 : Fraction.compare(remainder(b), remainder(a))),
      (post) =>
        post.isMinimum
          ? { basis: "minimum", by: undefined }
          : isWhole(post)
            ? { basis: "share", by: share(post) }
            : { basis: "remainder", by: remainder(post) }
    )
  }
  const divisor = method === "quota" ? "dhondt" : method
  const turn = method === "quota" ? turns(claims, total) : undefined
  return given(
    (a, b) =>
      minimumFirst(a, b) ||
      (a.isMinimum
        ? 0
        : turn === undefined
          ? Divisor.compare(divisor, b.claim, b.held, a.claim, a.held)
          : turn(a.i, a.held) - turn(b.i, b.held)),
    (post) =>
      post.isMinimum
        ? { basis: "minimum", by: undefined }
        : { basis: "quotient", by: Divisor.quotient(divisor, post.claim, post.held) }
  )
}

/** The house size at which the quota method gave the post after `held` to unit `i`. */
const turns = (claims: ReadonlyArray<Apportionment.Claim>, total: number) => {
  const columns = Result.getOrThrow(Apportionment.check(claims, total))
  const houses = columns.claims.map(() => [] as Array<number>)
  byQuota(columns, total).order.forEach((unit, house) => houses[unit]!.push(house))
  return (i: number, held: number): number => houses[i]![held - columns.least[i]!] ?? total
}
