/**
 * Compares units by many criteria: the methods side by side, and what their weights decide.
 *
 * @since 0.1.0
 */
import {
  CriticalWeight, Decision, PairwiseComparison, Promethee, Spotis, Topsis, Vikor, WeightedSum, Weighting
} from "@timbang/core/needs"
import type { Spread, Uncertainty } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import type { Needs } from "@timbang/language"
import type { MatrixFile } from "@timbang/source-files"
import { Result } from "effect"

// --- models ---

/** The methods, in the order of their columns. */
export const methods = ["topsis", "vikor", "promethee", "spotis", "waspas", "weighted-sum", "weighted-product"] as const

/** One of {@link methods}. */
export type Method = (typeof methods)[number]

/** The ways to weigh. */
export const weightings = [
  "given", "parts", "equal", "ahp", "entropy", "standard-deviation", "standard-deviation-unscaled", "critic", "critic-unscaled", "merec"
] as const

/** One of {@link weightings}. */
export type WeightingName = (typeof weightings)[number]

/** What methods can be told. */
export interface Settings {
  readonly topsisScale: "vector" | "min-max" | "none"
  readonly sumScale: "min-max" | "vector" | "column-sum" | "linear-ratio"
  readonly productScale: "linear-ratio" | "column-sum"
  readonly majority: number
  readonly share: number
}

/** What a method says of the units, in their order. */
export interface Scored {
  readonly method: Method
  readonly scores: ArrayLike<number>
  readonly best: "high" | "low"
  readonly ranks: ReadonlyArray<number>
  /** Further figures by measure and by what they are of, a unit or a criterion. */
  readonly measures: ReadonlyArray<readonly [measure: string, of: ReadonlyArray<string>, figures: ArrayLike<number>]>
  readonly compromise?: Vikor.Compromise
}

/** Every weight of a criterion at which the first place of the weighted sum changes; nothing where it holds all the weight. */
export interface Critical {
  readonly criterion: string
  readonly found: CriticalWeight.CriticalWeights | undefined
}

/** Criteria as the core takes them, with what only some methods ask for. */
export interface Compared {
  readonly decision: Decision.Decision
  /** Weights of the decision without rounding. */
  readonly exact: ReadonlyArray<Fraction.Fraction>
  readonly criteria: ReadonlyArray<MatrixFile.Criterion>
  readonly priorities?: PairwiseComparison.Priorities
}

// --- operations ---

/** What the figures of a criterion have to be for the methods and the weights asked for. */
export const expected = (
  { bounds, direction, id, title }: MatrixFile.Criterion,
  asked: ReadonlyArray<Method>,
  weighting: WeightingName,
  { productScale, sumScale }: Settings
): MatrixFile.Expected => {
  const isLess = direction === "less-is-better"
  const takesShares = (scale: string) => scale === "linear-ratio" || scale === "column-sum"
  const needsAbove = [
    ...asked.filter((method) => method === "weighted-product" || method === "waspas" || (method === "weighted-sum" && isLess && takesShares(sumScale)))
      .map((method) => (method === "waspas" ? "waspas" : `${method} (${method === "weighted-sum" ? sumScale : productScale})`)),
    ...(weighting === "merec" ? ["merec"] : [])
  ]
  const needsZero = weighting === "entropy" || (asked.includes("weighted-sum") && takesShares(sumScale))
  const ends = asked.includes("spotis") ? bounds : undefined
  return {
    id,
    ...(title === undefined ? {} : { aliases: [title] }),
    ...(ends === undefined ? needsZero ? { minimum: 0 } : {} : { minimum: needsZero ? Math.max(0, ends.low) : ends.low, maximum: ends.high }),
    ...(needsAbove.length === 0 ? {} : { above: { limit: 0, neededBy: needsAbove.join(", ") } })
  }
}

/** Weighs the criteria of a matrix and checks the decision. */
export const compare = (
  criteria: ReadonlyArray<MatrixFile.Criterion>,
  { figures, units }: Pick<MatrixFile.MatrixRead, "figures" | "units">,
  weighting: WeightingName,
  deviation: Spread.Deviation,
  comparisons: ReadonlyArray<PairwiseComparison.Comparison>
): Result.Result<Compared, Needs.Problem> =>
  Result.gen(function*() {
    const ids = criteria.map(({ id }) => id)
    const method = methodOf(weighting, criteria, deviation, comparisons)
    const decision = yield* Decision.make(units, criteria.map(({ direction, id }, j) => ({ id, direction, figures: figures[j]! })), method)
    const byName = Object.fromEntries(ids.map((id, j) => [id, decision.weights[j]!]))
    const { exact } = method.method === "given"
      ? yield* Weighting.given(ids, method.weights)
      : yield* Weighting.fromParts(ids, method.method === "parts" ? method.parts : byName)
    const compared = { decision, exact: exact!, criteria }
    return method.method === "pairwise" ? { ...compared, priorities: yield* PairwiseComparison.weigh(ids, comparisons) } : compared
  })

/** Scores all units by one method. */
export const score = (method: Method, { criteria, decision }: Compared, settings: Settings): Result.Result<Scored, Needs.Problem> => {
  const { alternatives } = decision
  const ids = decision.criteria.map(({ id }) => id)
  const scored = (best: Scored["best"], scores: ArrayLike<number>, measures: Scored["measures"] = []): Scored => ({
    method, scores, best, measures, ranks: Decision.ranks(scores, best)
  })
  switch (method) {
    case "topsis":
      return Result.map(Topsis.score(decision, settings.topsisScale), ({ antiIdeal, ideal, similarity }) =>
        scored("high", similarity, [["ideal", ids, ideal], ["antiIdeal", ids, antiIdeal]]))
    case "vikor":
      return Result.map(Vikor.score(decision, settings.majority), (compromise) => ({
        ...scored("low", compromise.mixed, [["group", alternatives, compromise.group], ["regret", alternatives, compromise.regret]]),
        compromise
      }))
    case "promethee": {
      const preferences = criteria.flatMap(({ id, preference }) => (preference === undefined ? [] : [[id, preference] as const]))
      return Result.map(Promethee.score(decision, Object.fromEntries(preferences)), ({ entering, leaving, net }) =>
        scored("high", net, [["leaving", alternatives, leaving], ["entering", alternatives, entering]]))
    }
    case "spotis": {
      const bounds = criteria.flatMap(({ bounds, id }) => (bounds === undefined ? [] : [[id, bounds] as const]))
      return Result.map(Spotis.score(decision, Object.fromEntries(bounds)), (distance) => scored("low", distance))
    }
    case "waspas":
      return Result.map(WeightedSum.mixed(decision, settings.share), (mixed) => scored("high", mixed))
    case "weighted-sum":
      return Result.map(WeightedSum.sum(decision, settings.sumScale), (sum) => scored("high", sum))
    case "weighted-product":
      return Result.map(WeightedSum.product(decision, settings.productScale), (product) => scored("high", product))
  }
}

/** The weights at which the first place of the weighted sum by min-max changes, exactly, criterion by criterion. */
export const critical = ({ decision, exact }: Compared): Result.Result<ReadonlyArray<Critical>, Needs.Problem> =>
  Result.gen(function*() {
    const scores = yield* CriticalWeight.scores(decision)
    const weights = Object.fromEntries(decision.criteria.map(({ id }, j) => [id, Fraction.format(exact[j]!)]))
    const all: Array<Critical> = []
    for (const [j, { id: criterion }] of decision.criteria.entries()) {
      const holdsAll = Fraction.compare(exact[j]!, Fraction.one) === 0
      const found = holdsAll ? undefined : yield* CriticalWeight.vary(decision.alternatives, scores, weights, criterion)
      all.push({ criterion, found })
    }
    return all
  })

/** Scores of which the largest is the best, as a function of weights that move by up to a share of themselves. */
export const variants = (method: Method, compared: Compared, settings: Settings, spread: number): Result.Result<Uncertainty.Variants, Needs.Problem> =>
  Result.gen(function*() {
    const { alternatives, criteria, weights } = compared.decision
    const { best } = yield* score(method, compared, settings)
    const scoresAt = yield* scorer(method, compared, settings)
    const turned = best === "high" ? 1 : -1
    const moved = new Float64Array(weights.length)
    const scores = (at: ArrayLike<number>): Float64Array => {
      let sum = 0
      for (let j = 0; j < moved.length; j++) sum += moved[j] = weights[j]! * (1 + spread * (2 * at[j]! - 1))
      for (let j = 0; j < moved.length; j++) moved[j]! /= sum
      return Float64Array.from(scoresAt(moved), (one) => turned * one)
    }
    return { units: alternatives, inputs: criteria.map(({ id }) => id), scores }
  })

/** Scores as a function of the weights. Where they are a sum over criteria, each criterion is scored once and for all. */
const scorer = (method: Method, compared: Compared, settings: Settings): Result.Result<(weights: Float64Array) => ArrayLike<number>, Needs.Problem> => {
  const { decision } = compared
  const under = (weights: Float64Array) => score(method, { ...compared, decision: { ...decision, weights } }, settings)
  if (method !== "promethee" && method !== "spotis" && method !== "weighted-sum") {
    return Result.succeed((weights) => Result.match(under(weights), { onSuccess: ({ scores }) => scores, onFailure: () => decision.alternatives.map(() => NaN) }))
  }
  return Result.map(
    Result.all(decision.weights.length === 0 ? [] : Array.from(decision.weights, (_, j) => under(decision.weights.map((_, k) => (k === j ? 1 : 0))))),
    (alone) => (weights) => {
      const sums = new Float64Array(decision.alternatives.length)
      alone.forEach(({ scores }, j) => sums.forEach((_, i) => (sums[i]! += weights[j]! * scores[i]!)))
      return sums
    }
  )
}

const methodOf = (
  weighting: WeightingName,
  criteria: ReadonlyArray<MatrixFile.Criterion>,
  deviation: Spread.Deviation,
  comparisons: ReadonlyArray<PairwiseComparison.Comparison>
): Weighting.Method => {
  const stated = () => Object.fromEntries(criteria.map(({ id, weight }) => [id, weight ?? ""]))
  switch (weighting) {
    case "given":
      return { method: "given", weights: stated() }
    case "parts":
      return { method: "parts", parts: stated() }
    case "ahp":
      return { method: "pairwise", comparisons }
    case "standard-deviation":
    case "standard-deviation-unscaled":
      return { method: "standard-deviation", scale: weighting === "standard-deviation" ? "min-max" : "none", deviation }
    case "critic":
    case "critic-unscaled":
      return { method: "critic", unscaled: weighting === "critic-unscaled", deviation }
    default:
      return { method: weighting }
  }
}
