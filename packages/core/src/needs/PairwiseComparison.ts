/**
 * Weights from comparisons of two and two (analytic hierarchy process), with the consistency of the judgements.
 *
 * Not every pair has to be compared: what is missing is completed from the others and listed.
 *
 * Source: T. L. Saaty, "Decision making with the analytic hierarchy process", IJSSci 1(1), 2008; P. T. Harker, "Incomplete
 * pairwise comparisons in the analytic hierarchy process", Mathematical Modelling 9(11), 1987.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"

// --- models ---

/**
 * One judgement: `more` is `times` as important as `less`. Range of `times`: above zero; usually 1/9 to 9.
 *
 * @category models
 * @since 0.1.0
 */
export interface Comparison {
  readonly more: string
  readonly less: string
  readonly times: number
}

/**
 * A table of random indices by number of things compared, and where it comes from.
 *
 * @category models
 * @since 0.1.0
 */
export interface RandomIndex {
  readonly source: string
  /** At position n: the mean consistency index of random judgements on n things. */
  readonly byCount: ReadonlyArray<number>
}

/**
 * How far judgements agree with each other.
 *
 * - `AlwaysConsistent`: at most two things, or no more judgements than connect them; nothing could contradict.
 * - `Judged`: the ratio, and whether it stays within the limit.
 * - `NotJudged`: no random index for so many things; the consistency index stands alone.
 *
 * @category models
 * @since 0.1.0
 */
export type Consistency =
  | { readonly _tag: "AlwaysConsistent" }
  | { readonly _tag: "Judged"; readonly ratio: number; readonly limit: number; readonly isConsistent: boolean }
  | { readonly _tag: "NotJudged"; readonly things: number }

/**
 * Weights in the order of the names, and what is to be known about them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Priorities {
  readonly names: ReadonlyArray<string>
  readonly weights: Float64Array
  /** Principal eigenvalue. `names.length` when the judgements agree wholly. */
  readonly lambdaMax: number
  /** (lambdaMax - n) / (n - 1); 0 for fewer than two. */
  readonly consistencyIndex: number
  readonly consistency: Consistency
  /** Pairs nobody compared, with the ratio that follows from the others. */
  readonly completed: ReadonlyArray<Comparison>
}

// --- errors ---

/**
 * A comparison cannot be used.
 *
 * @category errors
 * @since 0.1.0
 */
export class ComparisonRefused extends Data.TaggedError("ComparisonRefused")<{
  readonly more: string
  readonly less: string
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `comparison of ${JSON.stringify(this.more)} with ${
      JSON.stringify(this.less)
    }: found ${this.found}, expected ${this.expected}`
  }
}

/**
 * The comparisons fall into groups that nothing compares with each other.
 *
 * @category errors
 * @since 0.1.0
 */
export class ComparisonsApart extends Data.TaggedError("ComparisonsApart")<{
  readonly reached: ReadonlyArray<string>
  readonly apart: ReadonlyArray<string>
}> {
  override get message(): string {
    return `nothing compares ${this.reached.join(", ")} with ${this.apart.join(", ")}; add one comparison between them`
  }
}

/**
 * Why comparisons give no weights.
 *
 * @category errors
 * @since 0.1.0
 */
export type PairwiseError = ComparisonRefused | ComparisonsApart

// --- constructors ---

/**
 * Saaty's random indices.
 *
 * @category constructors
 * @since 0.1.0
 */
export const saaty: RandomIndex = {
  source: "Saaty 2008",
  byCount: [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49]
}

/**
 * The comparisons of a square matrix: entry (i, j) says how many times i is as important as j; `null` where nobody
 * compared. Entry (j, i) may be `null` or the reciprocal; anything else is refused.
 *
 * **Example** (Half a matrix)
 *
 * ```ts
 * import { Result } from "effect"
 * import { PairwiseComparison } from "@timbang/core/needs"
 * PairwiseComparison.fromMatrix(["a", "b"], [[1, 3], [null, 1]]) // => Result.succeed([{ more: "a", less: "b", times: 3 }])
 * Result.isFailure(PairwiseComparison.fromMatrix(["a", "b"], [[1, 3], [3, 1]])) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const fromMatrix = (
  names: ReadonlyArray<string>,
  matrix: ReadonlyArray<ReadonlyArray<number | null>>
): Result.Result<ReadonlyArray<Comparison>, ComparisonRefused> => {
  const comparisons: Array<Comparison> = []
  for (let i = 0; i < names.length; i++) {
    for (let j = i; j < names.length; j++) {
      const [more, less] = [names[i]!, names[j]!]
      const times = matrix[i]?.[j] ?? null
      const back = matrix[j]?.[i] ?? null
      const ratio = times ?? (back === null ? null : 1 / back)
      if (ratio === null) continue
      if (i === j ? ratio !== 1 : times !== null && back !== null && !(Math.abs(times * back - 1) < 1e-6)) {
        return Result.fail(
          new ComparisonRefused({
            more,
            less,
            found: `${times} and back ${back}`,
            expected: i === j ? "1 on the diagonal" : "a number and its reciprocal"
          })
        )
      }
      if (i !== j) comparisons.push({ more, less, times: ratio })
    }
  }
  return Result.succeed(comparisons)
}

// --- operations ---

/**
 * Weights by the principal eigenvector, with the consistency of the judgements.
 *
 * **Details**
 *
 * The limit of the consistency ratio is 0.10 unless named; 0.05 for three and 0.08 for four things is in use too. Pairs
 * nobody compared are completed by the ratio of the resulting weights (Harker); the random index then shrinks with the
 * number of missing pairs m by 1 - 2m / ((n - 1)(n - 2)) (Ágoston and Csató, Omega 108, 2022). Their index belongs to the
 * completion that is most consistent, so the ratio given here is never too small.
 *
 * **Example** (Three things, one pair not compared)
 *
 * ```ts
 * import { Result } from "effect"
 * import { PairwiseComparison } from "@timbang/core/needs"
 * const comparisons = [{ more: "a", less: "b", times: 2 }, { more: "b", less: "c", times: 2 }]
 * const done = PairwiseComparison.weigh(["a", "b", "c"], comparisons)
 * Result.map(done, ({ weights }) => [...weights].map((one) => Math.round(one * 7))) // => Result.succeed([4, 2, 1])
 * Result.map(done, ({ completed }) => completed.map(({ times }) => Math.round(times))) // => Result.succeed([4])
 * ```
 *
 * @category weighing
 * @since 0.1.0
 */
export const weigh = (
  names: ReadonlyArray<string>,
  comparisons: ReadonlyArray<Comparison>,
  options: { readonly limit?: number; readonly randomIndex?: RandomIndex } = {}
): Result.Result<Priorities, PairwiseError> => {
  const { limit = 0.1, randomIndex = saaty } = options
  const laid = layOut(names, comparisons)
  if (Result.isFailure(laid)) return Result.fail(laid.failure)
  const matrix = laid.success
  const apart = unreached(names, matrix)
  if (apart !== undefined) return Result.fail(apart)
  const n = names.length
  const { lambdaMax, weights } = principal(matrix)
  const consistencyIndex = n < 2 ? 0 : (lambdaMax - n) / (n - 1)
  const completed = names.flatMap((more, i) =>
    names.flatMap((
      less,
      j
    ) => (i < j && Number.isNaN(matrix[i]![j]!) ? [{ more, less, times: weights[i]! / weights[j]! }] : []))
  )
  const free = ((n - 1) * (n - 2)) / 2
  const random = randomIndex.byCount[n]
  const consistency: Consistency = n <= 2 || completed.length >= free
    ? { _tag: "AlwaysConsistent" }
    : random === undefined
    ? { _tag: "NotJudged", things: n }
    : judged(consistencyIndex / (random * (1 - completed.length / free)), limit)
  return Result.succeed({ names, weights, lambdaMax, consistencyIndex, consistency, completed })
}

const judged = (ratio: number, limit: number): Consistency => ({
  _tag: "Judged",
  ratio,
  limit,
  isConsistent: ratio <= limit
})

const layOut = (
  names: ReadonlyArray<string>,
  comparisons: ReadonlyArray<Comparison>
): Result.Result<ReadonlyArray<Float64Array>, ComparisonRefused> => {
  const matrix = names.map((_, i) => new Float64Array(names.length).fill(NaN).fill(1, i, i + 1))
  for (const { less, more, times } of comparisons) {
    const [i, j] = [names.indexOf(more), names.indexOf(less)]
    const refused = (found: string, expected: string) =>
      Result.fail(new ComparisonRefused({ more, less, found, expected }))
    if (i === -1 || j === -1) return refused("an unknown name", `two of ${names.join(", ")}`)
    if (i === j) return refused("the same name twice", "two different names")
    if (!(times > 0 && Number.isFinite(times))) return refused(String(times), "a number above zero")
    if (!Number.isNaN(matrix[i]![j]!)) {
      return refused("a second judgement of the same pair", "one judgement of each pair")
    }
    matrix[i]![j] = times
    matrix[j]![i] = 1 / times
  }
  return Result.succeed(matrix)
}

const unreached = (names: ReadonlyArray<string>, matrix: ReadonlyArray<Float64Array>): ComparisonsApart | undefined => {
  const reached = new Set([0])
  for (const i of reached) matrix[i]?.forEach((times, j) => Number.isNaN(times) || reached.add(j))
  return reached.size >= names.length
    ? undefined
    : new ComparisonsApart({
      reached: names.filter((_, i) => reached.has(i)),
      apart: names.filter((_, i) => !reached.has(i))
    })
}

/** Power iteration; a missing pair counts on the diagonal instead, which is what completing it by the weights comes to. */
const principal = (
  matrix: ReadonlyArray<Float64Array>
): { readonly weights: Float64Array; readonly lambdaMax: number } => {
  let weights = new Float64Array(matrix.length).fill(1 / matrix.length)
  let lambdaMax = matrix.length
  for (let round = 0; round < 10_000; round++) {
    const next = Float64Array.from(
      matrix,
      (row, i) => row.reduce((sum, times, j) => sum + (Number.isNaN(times) ? weights[i]! : times * weights[j]!), 0)
    )
    lambdaMax = next.reduce((sum, one) => sum + one, 0)
    let moved = 0
    next.forEach((one, i) => {
      next[i] = one / lambdaMax
      moved = Math.max(moved, Math.abs(next[i]! - weights[i]!))
    })
    weights = next
    if (moved < 1e-16) break
  }
  return { weights, lambdaMax }
}
