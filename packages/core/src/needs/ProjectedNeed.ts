/**
 * Need over five years: the gap of today, people who retire, and contracts that end.
 *
 * Source: PP 11/2017, Pasal 5 (need for five years, detailed per year); data set of a proposal of Peraturan BKN 9/2022.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"

// --- models ---

/**
 * One position of one unit as it stands at the end of the year before.
 *
 * @category models
 * @since 0.1.0
 */
export interface Standing {
  /** Unit: people, whole. */
  readonly need: number
  /** bezetting at 31 December. */
  readonly onHand: number
  /** People who reach the retirement age (BUP), by year. */
  readonly retirements: Readonly<Record<string, number>>
  /** Contracts (PPPK) that end, by year. A review, not a certain vacancy. */
  readonly contractsEnding: Readonly<Record<string, number>>
}

/**
 * One year of the projection. Unit: posts; below 0 a surplus.
 *
 * @category models
 * @since 0.1.0
 */
export interface Year {
  readonly year: number
  readonly retirements: number
  readonly contractsEnding: number
  /** Posts needed up to this year if every contract is renewed. */
  readonly ifRenewed: number
  /** Posts needed up to this year if no contract is renewed: the formula of the rule. */
  readonly ifEnded: number
}

// --- errors ---

/**
 * A number of people is not whole, or below zero.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotPeople extends Data.TaggedError("NotPeople")<{ readonly where: string; readonly found: number }> {
  override get message(): string {
    return `${this.where} is ${this.found}; give a whole number of people, 0 or more`
  }
}

// --- operations ---

/**
 * Projects a position: (need - on hand) + retirements + contracts ending, added up year by year.
 *
 * **Example** (Two short today, one retires in the second year, a contract ends in the third)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ProjectedNeed } from "@timbang/core/needs"
 * const standing = { need: 12, onHand: 10, retirements: { "2027": 1 }, contractsEnding: { "2028": 1 } }
 * Result.map(ProjectedNeed.project(standing, 2026, 3), (years) => years.map(({ ifEnded }) => ifEnded)) // => Result.succeed([2, 3, 4])
 * Result.map(ProjectedNeed.project(standing, 2026, 3), (years) => years.map(({ ifRenewed }) => ifRenewed)) // => Result.succeed([2, 3, 3])
 * ```
 *
 * @category projecting
 * @since 0.1.0
 */
export const project = (standing: Standing, from: number, years = 5): Result.Result<ReadonlyArray<Year>, NotPeople> => {
  const { contractsEnding, need, onHand, retirements } = standing
  const counts: ReadonlyArray<readonly [string, number]> = [
    ["need", need],
    ["on hand", onHand],
    ...Object.entries(retirements).map(([year, count]) => [`retirements of ${year}`, count] as const),
    ...Object.entries(contractsEnding).map(([year, count]) => [`contracts ending in ${year}`, count] as const)
  ]
  const wrong = counts.find(([, count]) => !Number.isSafeInteger(count) || count < 0)
  if (wrong !== undefined) return Result.fail(new NotPeople({ where: wrong[0], found: wrong[1] }))
  let [ifRenewed, ifEnded] = [need - onHand, need - onHand]
  return Result.succeed(
    Array.from({ length: years }, (_, i) => {
      const year = from + i
      const [retiring, ending] = [retirements[year] ?? 0, contractsEnding[year] ?? 0]
      ifRenewed += retiring
      ifEnded += retiring + ending
      return { year, retirements: retiring, contractsEnding: ending, ifRenewed, ifEnded }
    })
  )
}
