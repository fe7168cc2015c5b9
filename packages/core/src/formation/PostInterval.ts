/**
 * How sure the posts of a unit are: the interval they fall into over all admissible weightings.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as Apportionment from "./Apportionment.ts"

// --- models ---

/**
 * The posts of one unit over all runs: "18 to 21 in 95 % of 10,000 admissible weightings".
 *
 * @category models
 * @since 0.1.0
 */
export interface PostInterval {
  readonly unit: string
  /** Unit: posts, both included. */
  readonly low: number
  readonly high: number
  /** Runs inside the interval. At least the coverage asked for. */
  readonly inside: number
  readonly runs: number
  readonly least: number
  readonly most: number
}

// --- errors ---

/**
 * The coverage is not above 0 and at most 1, there are no runs, or a run has another number of claims than units.
 *
 * @category errors
 * @since 0.1.0
 */
export class RunsRefused extends Data.TaggedError("RunsRefused")<{
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `found ${this.found}, expected ${this.expected}`
  }
}

// --- operations ---

/**
 * Shares the posts once for each set of claims and answers the central interval of every unit.
 *
 * **Details**
 *
 * Each run holds one whole claim for each unit, in the order of `units`, as an admissible weighting gives it; chance
 * enters outside. Runs below the interval and runs above it are each at most half of what the coverage leaves. A unit
 * in an open draw counts with both of its possible numbers.
 *
 * **Example** (Three weightings)
 *
 * ```ts
 * import { Result } from "effect"
 * import { PostInterval } from "@timbang/core/formation"
 * const runs = [[60, 40], [55, 45], [70, 30]]
 * const found = PostInterval.across([{ unit: "A" }, { unit: "B" }], runs, { total: 10, method: "sainte-lague", coverage: 1 })
 * Result.map(found, (intervals) => intervals.map(({ high, low, unit }) => `${unit} ${low}-${high}`)) // => Result.succeed(["A 5-7", "B 3-5"])
 * ```
 *
 * @category explaining
 * @since 0.1.0
 */
export const across = (
  units: ReadonlyArray<Omit<Apportionment.Claim, "claim">>,
  runs: Iterable<ReadonlyArray<number>>,
  options: { readonly total: number; readonly method: Apportionment.Method; readonly coverage: number }
): Result.Result<ReadonlyArray<PostInterval>, Apportionment.Refused | RunsRefused> => {
  const { coverage, method, total } = options
  if (!(coverage > 0 && coverage <= 1)) {
    return Result.fail(new RunsRefused({ found: `a coverage of ${coverage}`, expected: "one above 0 and at most 1" }))
  }
  const lows: ReadonlyArray<Array<number>> = units.map(() => [])
  const highs: ReadonlyArray<Array<number>> = units.map(() => [])
  for (const run of runs) {
    if (run.length !== units.length) {
      return Result.fail(
        new RunsRefused({ found: `a run with ${run.length} claims`, expected: `${units.length}, one for each unit` })
      )
    }
    const outcome = Apportionment.apportion(
      units.map((unit, i) => ({ ...unit, claim: run[i]! })),
      total,
      method
    )
    if (Result.isFailure(outcome)) return Result.fail(outcome.failure)
    const open = new Set(outcome.success.draws.flatMap(({ among }) => among))
    outcome.success.seats.forEach(({ seats, unit }, i) => {
      lows[i]!.push(seats)
      highs[i]!.push(seats + (open.has(unit) ? 1 : 0))
    })
  }
  const count = lows[0]?.length ?? 0
  if (count === 0) return Result.fail(new RunsRefused({ found: "no runs", expected: "at least one" }))
  // Runs that may lie outside on each side; the small term keeps 0.05 x 10,000 / 2 at 250.
  const cut = Math.floor((count * (1 - coverage)) / 2 + 1e-9)
  return Result.succeed(
    units.map(({ unit }, i) => {
      const [below, above] = [lows[i]!.toSorted((a, b) => a - b), highs[i]!.toSorted((a, b) => a - b)]
      const [low, high] = [below[cut]!, above[count - 1 - cut]!]
      const inside = lows[i]!.filter((seats, run) => seats >= low && highs[i]![run]! <= high).length
      return { unit, low, high, inside, runs: count, least: below[0]!, most: above[count - 1]! }
    })
  )
}
