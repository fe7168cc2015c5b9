/**
 * A fair look at many units or officers: shrunken estimates, the ranks each may have, and only those flags that a policy's bar
 * of certainty allows.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import * as Standing from "../law/Standing.ts"
import * as RankInterval from "./RankInterval.ts"
import * as Shrinkage from "./Shrinkage.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * What a policy looks for: one end of the ranking, how large a part, and how sure one has to be.
 *
 * @category models
 * @since 0.1.0
 */
export interface Policy {
  readonly tail: "highest" | "lowest"
  /** How many units the named tail holds. Unit: hundredths of the units; the tail holds the whole units below it. */
  readonly tailPercent: number
  /** Least probability of truly being in the tail with which somebody is flagged. Range: 0.5 to 1. */
  readonly bar: number
  readonly method: Shrinkage.Method
}

/**
 * How the comparison is run.
 *
 * @category models
 * @since 0.1.0
 */
export interface Run {
  /** Draws where there are too many units for the exact method, and their seed. */
  readonly draws: number
  readonly seed: number
  /** What the run is; a simulation where nothing is said. */
  readonly standing?: Standing.Standing
}

/**
 * One unit with its estimate, its ranks and whether it is flagged.
 *
 * @category models
 * @since 0.1.0
 */
export interface Placed {
  readonly id: string
  readonly raw: number
  readonly shrunken: Shrinkage.Shrunken
  readonly ranks: RankInterval.UnitRanks
  /** Probability of truly being in the named tail. */
  readonly probabilityInTail: number
  readonly isFlagged: boolean
  /** Whether the order of raw estimates would have flagged it, ties at the border included. */
  readonly wouldRawFlag: boolean
}

/**
 * The report: every unit, and how many the raw order would have flagged.
 *
 * @category models
 * @since 0.1.0
 */
export interface FairRank {
  readonly policy: Policy
  readonly standing: Standing.Standing
  readonly tailSize: number
  readonly heterogeneity: Omit<Shrinkage.Shrinkage, "units">
  readonly ranks: Omit<RankInterval.Ranks, "units">
  readonly units: ReadonlyArray<Placed>
  readonly flagged: number
  readonly rawWouldFlag: number
  /** True when nothing shows that the units differ; then nobody is flagged, whatever the bar. */
  readonly isNoise: boolean
}

// --- operations ---

/**
 * Compares units fairly.
 *
 * **Details**
 *
 * Estimates are shrunken first; ranks are those of the shrunken estimates with their errors. Up to
 * {@link RankInterval.exactLimit} units are ranked exactly, more by seeded draws.
 *
 * **Example** (The lowest of five, from six answers, is not flagged)
 *
 * ```ts
 * import { Result } from "effect"
 * import { FairRank } from "@timbang/core/performance"
 * const office = (id: string, estimate: number, standardError: number) => ({ id, estimate, standardError })
 * const offices = [office("a", 84, 1), office("b", 82, 1), office("c", 81, 1), office("d", 80, 1), office("e", 72, 9)]
 * const policy = { tail: "lowest", tailPercent: 20, bar: 0.9, method: "REML" } as const
 * const report = FairRank.compare(offices, policy, { draws: 1000, seed: 1 })
 * Result.map(report, ({ flagged, rawWouldFlag }) => [flagged, rawWouldFlag]) // => Result.succeed([0, 1])
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const compare = (
  units: ReadonlyArray<Shrinkage.Estimate>,
  policy: Policy,
  run: Run
): Result.Result<FairRank, RankInterval.NotRankable> => {
  const shrinkage = Shrinkage.estimate(units, policy.method)
  if (Undefined.isUndefined(shrinkage)) {
    return Result.fail(
      shrinkage.reason === "not-positive"
        ? new RankInterval.NotRankable({ because: "error-not-positive", found: Math.min(...units.map((unit) => unit.standardError)) })
        : new RankInterval.NotRankable({ because: "too-few-units", found: units.length })
    )
  }
  const { units: shrunken, ...heterogeneity } = shrinkage
  const ranked = units.length <= RankInterval.exactLimit
    ? RankInterval.exact(shrunken)
    : RankInterval.draws(shrunken, run.draws, run.seed)
  return Result.map(ranked, ({ units: placed, ...ranks }) => {
    const size = units.length
    const tailSize = Math.floor((policy.tailPercent * size) / 100)
    const isNoise = heterogeneity.betweenVariance === 0
    const border = borderOf(units, policy.tail, tailSize)
    const all = units.map(({ estimate, id }, at): Placed => {
      const { probabilities } = placed[at]!
      const part = policy.tail === "highest" ? probabilities.subarray(0, tailSize) : probabilities.subarray(size - tailSize)
      const probabilityInTail = part.reduce((sum, each) => sum + each, 0)
      return {
        id,
        raw: estimate,
        shrunken: shrunken[at]!,
        ranks: placed[at]!,
        probabilityInTail,
        isFlagged: !isNoise && tailSize > 0 && probabilityInTail >= policy.bar,
        wouldRawFlag: border !== undefined && (policy.tail === "highest" ? estimate >= border : estimate <= border)
      }
    })
    return {
      policy,
      standing: run.standing ?? Standing.simulation,
      tailSize,
      heterogeneity,
      ranks,
      units: all,
      flagged: all.filter(({ isFlagged }) => isFlagged).length,
      rawWouldFlag: all.filter(({ wouldRawFlag }) => wouldRawFlag).length,
      isNoise
    }
  })
}

/** The raw estimate of the last unit inside the tail. */
const borderOf = (units: ReadonlyArray<Shrinkage.Estimate>, tail: Policy["tail"], size: number): number | undefined => {
  const sorted = units.map(({ estimate }) => estimate).sort((a, b) => (tail === "highest" ? b - a : a - b))
  return sorted[size - 1]
}
