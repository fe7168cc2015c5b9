/**
 * Sharing a whole number of posts among units in proportion to their claims, exactly.
 *
 * Ties are not broken: units of which not all can have one more post come back as a group that a draw has to settle, and
 * the units drawn are given as input to the next run. The order of the units never matters.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { byDivisor, byLargestRemainder, byQuota, type Columns, type Table } from "./internal/apportion.ts"
import { Fraction } from "../number/index.ts"
import * as Divisor from "./Divisor.ts"

// --- models ---

/**
 * A method of apportionment: a divisor method, the `largest-remainder` (Hare, Hamilton) or the `quota` method.
 *
 * **Details**
 *
 * Divisor methods never take a seat from a unit because there are more seats to give; largest remainder may (Alabama
 * paradox). Largest remainder and `quota` never leave the quota; divisor methods may.
 *
 * Source of `quota`: M. L. Balinski and H. P. Young, "The quota method of apportionment", AMM 82(7), 1975, 701-730.
 *
 * @category models
 * @since 0.1.0
 */
export type Method = Divisor.Method | "largest-remainder" | "quota"

/**
 * Every {@link Method}.
 *
 * @category models
 * @since 0.1.0
 */
export const methods: ReadonlyArray<Method> = [...Divisor.methods, "largest-remainder", "quota"]

/**
 * What one unit claims, and the bounds of what it may get.
 *
 * @category models
 * @since 0.1.0
 */
export interface Claim {
  /** Name of the unit, unique in its list. */
  readonly unit: string
  /** A whole number in any unit, such as the need in hundredths of a post. Range: 0 to 2^53 - 1. */
  readonly claim: number
  /** Unit: posts. 0 when absent. */
  readonly min?: number
  /** Unit: posts. No maximum when absent. */
  readonly max?: number
}

/**
 * Units that stand equal for fewer posts than there are units; each may get one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Draw {
  /** Unit: posts. At least 1, less than the number of units. */
  readonly seats: number
  /** Names of the units, in ascending order. */
  readonly among: ReadonlyArray<string>
}

/**
 * The posts of every unit in the order given, and the draws that are still needed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Apportioned {
  readonly method: Method
  /** All posts to share, those of open draws included. */
  readonly total: number
  /** The posts that are certain; a unit in an open draw may get one more. */
  readonly seats: ReadonlyArray<{ readonly unit: string; readonly seats: number }>
  /** Empty when the result is final. */
  readonly draws: ReadonlyArray<Draw>
  /** Draws that `drawn` settled. */
  readonly settled: ReadonlyArray<Draw & { readonly drawn: ReadonlyArray<string> }>
}

// --- errors ---

/**
 * A claim, a bound or the total is not a whole number in its range.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotWhole extends Data.TaggedError("NotWhole")<{
  readonly unit: string | undefined
  readonly field: "claim" | "min" | "max" | "seats"
  readonly found: number
}> {
  override get message(): string {
    return `${this.unit === undefined ? "the number of posts" : `${this.field} of ${this.unit}`} is ${this.found}; give a whole number, 0 or more${
      this.field === "claim" ? " (multiply decimals by a power of ten)" : " and at most 10000000"
    }`
  }
}

/**
 * Two claims carry the name of the same unit.
 *
 * @category errors
 * @since 0.1.0
 */
export class DuplicateUnit extends Data.TaggedError("DuplicateUnit")<{ readonly unit: string }> {
  override get message(): string {
    return `the unit ${this.unit} stands twice; give each unit one row`
  }
}

/**
 * The minimum of a unit is above its maximum.
 *
 * @category errors
 * @since 0.1.0
 */
export class BoundsCrossed extends Data.TaggedError("BoundsCrossed")<{
  readonly unit: string
  /** Position of the unit in the list, from 0. */
  readonly index: number
  readonly min: number
  readonly max: number
}> {
  override get message(): string {
    return `${this.unit} must have at least ${this.min} and at most ${this.max} posts; correct one of the two`
  }
}

/**
 * The posts do not fit between the bounds: the minimums need more, or the maximums of the units that claim allow less.
 *
 * @category errors
 * @since 0.1.0
 */
export class DoesNotFit extends Data.TaggedError("DoesNotFit")<{
  readonly total: number
  /** Posts missing for the minimums; 0 when the maximums are the reason. */
  readonly shortBy: number
  /** Posts that no unit may take; 0 when the minimums are the reason. */
  readonly unplaced: number
}> {
  override get message(): string {
    return this.shortBy > 0
      ? `the minimums need ${this.shortBy} posts more than the ${this.total} there are; lower minimums or add posts`
      : `${this.unplaced} of ${this.total} posts fit under no maximum of a unit with a claim; raise maximums or share fewer posts`
  }
}

/**
 * The units given as drawn are not what the draws asked for.
 *
 * @category errors
 * @since 0.1.0
 */
export class DrawnDoesNotFit extends Data.TaggedError("DrawnDoesNotFit")<{
  /** Units that stand in no draw. */
  readonly strangers: ReadonlyArray<string>
  /** The draws as they stand. */
  readonly draws: ReadonlyArray<Draw>
}> {
  override get message(): string {
    const asked = this.draws.map((draw) => `${draw.seats} of ${draw.among.join(", ")}`).join("; ")
    return `the units drawn do not fit${this.strangers.length === 0 ? "" : ` (${this.strangers.join(", ")} ${this.strangers.length === 1 ? "stands" : "stand"} in no draw)`}; ${
      asked === "" ? "no draw is open, leave them out" : `draw ${asked}`
    }`
  }
}

/**
 * Anything that keeps posts from being shared.
 *
 * @category errors
 * @since 0.1.0
 */
export type Refused = NotWhole | DuplicateUnit | BoundsCrossed | DoesNotFit | DrawnDoesNotFit

// --- operations ---

/**
 * Shares the posts among the units.
 *
 * **Details**
 *
 * A minimum is given before anything is compared; a unit at its maximum asks for nothing more. A unit without a claim
 * gets its minimum. Largest remainder works on the fair shares within the bounds (the one multiplier whose shares, kept
 * within the bounds, add up to the total). `drawn` names the units that won the draws of an earlier run, each draw whole.
 *
 * **Example** (Ten posts, and an exact tie)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Apportionment } from "@timbang/core/formation"
 * const claims = [{ unit: "A", claim: 4160 }, { unit: "B", claim: 3380 }, { unit: "C", claim: 2460 }]
 * Result.getOrThrow(Apportionment.apportion(claims, 10, "dhondt")).seats.map(({ seats }) => seats) // => [4, 4, 2]
 * const equal = [{ unit: "P", claim: 5 }, { unit: "Q", claim: 5 }]
 * Result.getOrThrow(Apportionment.apportion(equal, 3, "sainte-lague")).draws // => [{ seats: 1, among: ["P", "Q"] }]
 * Result.getOrThrow(Apportionment.apportion(equal, 3, "sainte-lague", ["Q"])).seats.map(({ seats }) => seats) // => [1, 2]
 * ```
 *
 * @category allocating
 * @since 0.1.0
 */
export const apportion = (
  claims: ReadonlyArray<Claim>,
  total: number,
  method: Method,
  drawn: ReadonlyArray<string> = []
): Result.Result<Apportioned, Refused> => {
  const columns = check(claims, total)
  if (Result.isFailure(columns)) return Result.fail(columns.failure)
  const table = share(columns.success, total, method)
  const stuck = "stuck" in table ? (table.stuck as number) : 0
  if (stuck > 0) return Result.fail(new DoesNotFit({ total, shortBy: 0, unplaced: stuck }))
  return settle(claims, total, method, table, drawn)
}

/**
 * Claims held as fractions, as the whole numbers in the same proportion. `undefined` when they would pass 2^53.
 *
 * **Example** (A half and a third)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Apportionment } from "@timbang/core/formation"
 * Apportionment.wholeClaims([Fraction.make(1, 2), Fraction.make(1, 3)]) // => [3, 2]
 * ```
 *
 * @category conversions
 * @since 0.1.0
 */
export const wholeClaims = (claims: ReadonlyArray<Fraction.Fraction>): ReadonlyArray<number> | undefined => {
  let common = 1n
  for (const { denominator } of claims) common *= Fraction.make(denominator, common).numerator
  const whole = claims.map(({ denominator, numerator }) => Number(numerator * (common / denominator)))
  return whole.every(Number.isSafeInteger) ? whole : undefined
}

/**
 * Checks claims and bounds and answers them as columns; for operations of this stage that need them.
 *
 * @internal
 */
export const check = (
  claims: ReadonlyArray<Claim>,
  total: number
): Result.Result<Columns, NotWhole | DuplicateUnit | BoundsCrossed | DoesNotFit> => {
  if (!isCount(total)) return Result.fail(new NotWhole({ unit: undefined, field: "seats", found: total }))
  const seen = new Set<string>()
  const columns = { claims: [] as Array<number>, least: [] as Array<number>, most: [] as Array<number> }
  let [needed, room] = [0, 0]
  for (const [index, { claim, max, min = 0, unit }] of claims.entries()) {
    if (seen.has(unit)) return Result.fail(new DuplicateUnit({ unit }))
    seen.add(unit)
    if (!Number.isSafeInteger(claim) || claim < 0)
      return Result.fail(new NotWhole({ unit, field: "claim", found: claim }))
    if (!isCount(min)) return Result.fail(new NotWhole({ unit, field: "min", found: min }))
    if (max !== undefined && !isCount(max)) return Result.fail(new NotWhole({ unit, field: "max", found: max }))
    if (max !== undefined && min > max) return Result.fail(new BoundsCrossed({ unit, index, min, max }))
    const most = claim === 0 ? min : (max ?? Math.max(total, min))
    columns.claims.push(claim)
    columns.least.push(min)
    columns.most.push(most)
    needed += min
    room += most
  }
  if (needed > total) return Result.fail(new DoesNotFit({ total, shortBy: needed - total, unplaced: 0 }))
  if (room < total) return Result.fail(new DoesNotFit({ total, shortBy: 0, unplaced: total - room }))
  return Result.succeed(columns)
}

/**
 * Shares on columns that were checked.
 *
 * @internal
 */
export const share = (columns: Columns, total: number, method: Method): Table =>
  method === "largest-remainder"
    ? byLargestRemainder(columns, total)
    : method === "quota"
      ? byQuota(columns, total)
      : byDivisor(columns, total, method)

const settle = (
  claims: ReadonlyArray<Claim>,
  total: number,
  method: Method,
  { seats, ties }: Table,
  drawn: ReadonlyArray<string>
): Result.Result<Apportioned, DrawnDoesNotFit> => {
  const draws = ties.map((tie) => ({ seats: tie.seats, among: tie.among.map((i) => claims[i]!.unit).sort() }))
  const table = (lucky: ReadonlySet<string>) =>
    claims.map(({ unit }, i) => ({ unit, seats: seats[i]! + (lucky.has(unit) ? 1 : 0) }))
  if (drawn.length === 0) return Result.succeed({ method, total, seats: table(new Set()), draws, settled: [] })
  const lucky = new Set(drawn)
  const settled = draws.map((draw) => ({ ...draw, drawn: draw.among.filter((unit) => lucky.has(unit)) }))
  const strangers = [...lucky].filter((unit) => !draws.some(({ among }) => among.includes(unit))).sort()
  return strangers.length > 0 || lucky.size < drawn.length || settled.some((draw) => draw.drawn.length !== draw.seats)
    ? Result.fail(new DrawnDoesNotFit({ strangers, draws }))
    : Result.succeed({ method, total, seats: table(lucky), draws: [], settled })
}

const isCount = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= 10_000_000
