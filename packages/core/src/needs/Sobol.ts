/**
 * Sobol indices: which share of the variance of a result comes from each uncertain input, alone and with the others.
 *
 * Source: I. M. Sobol', Math. Comput. Simul. 55, 2001; estimators of Saltelli et al., Comput. Phys. Commun. 181(2), 2010
 * (first order) and Jansen, Comput. Phys. Commun. 117, 1999 (total), with independent draws.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Seeded } from "../number/index.ts"

// --- models ---

/**
 * An input and the range over which it is equally likely.
 *
 * @category models
 * @since 0.1.0
 */
export interface Input {
  readonly id: string
  readonly low: number
  readonly high: number
}

/**
 * A share of variance, with its interval. A share outside 0 to 1 is impossible: the sample was too small for it, and it is
 * given only as such.
 *
 * @category models
 * @since 0.1.0
 */
export type Share =
  | { readonly _tag: "Converged"; readonly share: number; readonly low: number; readonly high: number }
  | {
    readonly _tag: "NotConverged"
    readonly reason: "N too small"
    readonly found: number
    readonly low: number
    readonly high: number
  }

/**
 * The shares of one input.
 *
 * @category models
 * @since 0.1.0
 */
export interface InputShares {
  readonly id: string
  /** What fixing this input alone would take away. */
  readonly first: Share
  /** What would remain if everything else were fixed; more than `first` where inputs act together. */
  readonly total: Share
}

/**
 * All shares, and what they were computed from.
 *
 * @category models
 * @since 0.1.0
 */
export interface Shares {
  /** Rows of the design (N). */
  readonly draws: number
  /** N times (inputs + 2). */
  readonly evaluations: number
  readonly seed: number
  /** Share of repetitions in which an interval holds the truth, by the normal approximation. */
  readonly coverage: number
  readonly mean: number
  readonly variance: number
  readonly inputs: ReadonlyArray<InputShares>
}

// --- errors ---

/**
 * The design cannot be drawn.
 *
 * @category errors
 * @since 0.1.0
 */
export class DesignRefused extends Data.TaggedError("DesignRefused")<{
  readonly what: string
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `${this.what}: found ${this.found}, expected ${this.expected}`
  }
}

/**
 * The result is not a finite number at one point.
 *
 * @category errors
 * @since 0.1.0
 */
export class ResultNotFinite extends Data.TaggedError("ResultNotFinite")<{
  readonly found: number
  readonly at: ReadonlyArray<number>
}> {
  override get message(): string {
    return `the result is ${this.found} at ${this.at.join(", ")}; narrow the ranges of the inputs`
  }
}

/**
 * The result is the same wherever the inputs are: there is no variance to share.
 *
 * @category errors
 * @since 0.1.0
 */
export class ResultConstant extends Data.TaggedError("ResultConstant")<{ readonly found: number }> {
  override get message(): string {
    return `the result is ${this.found} everywhere; there is no variance to share between inputs`
  }
}

/**
 * Why there are no shares.
 *
 * @category errors
 * @since 0.1.0
 */
export type SobolError = DesignRefused | ResultNotFinite | ResultConstant

// --- operations ---

/**
 * Draws a design and answers the shares of every input.
 *
 * **Example** (x + 2y: a fifth and four fifths)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Sobol } from "@timbang/core/needs"
 * const inputs = ["x", "y"].map((id) => ({ id, low: 0, high: 1 }))
 * const found = Result.getOrThrow(Sobol.analyse(inputs, ([x, y]: Float64Array) => x! + 2 * y!, { draws: 20_000, seed: 1 }))
 * found.inputs.map(({ total }) => total._tag === "Converged" && Math.round(total.share * 10) / 10) // => [0.2, 0.8]
 * ```
 *
 * @category analysing
 * @since 0.1.0
 */
export const analyse = (
  inputs: ReadonlyArray<Input>,
  result: (at: Float64Array) => number,
  { draws, seed }: { readonly draws: number; readonly seed: number }
): Result.Result<Shares, SobolError> => {
  const refused = checkDesign(inputs, draws, seed)
  if (refused !== undefined) return Result.fail(refused)
  const k = inputs.length
  const generator = Seeded.make(seed)
  const at = new Float64Array(k)
  const [a, b] = [new Float64Array(draws * k), new Float64Array(draws * k)]
  for (const design of [a, b]) {
    for (let row = 0, cell = 0; row < draws; row++) {
      for (let j = 0; j < k; j++, cell++) {
        design[cell] = inputs[j]!.low + Seeded.unit(generator) * (inputs[j]!.high - inputs[j]!.low)
      }
    }
  }
  const ofA = new Float64Array(draws)
  const ofB = new Float64Array(draws)
  let sum = 0
  for (let row = 0; row < draws; row++) {
    for (let j = 0; j < k; j++) at[j] = a[row * k + j]!
    ofA[row] = result(at)
    for (let j = 0; j < k; j++) at[j] = b[row * k + j]!
    ofB[row] = result(at)
    sum += ofA[row]! + ofB[row]!
  }
  if (!Number.isFinite(sum)) return Result.fail(notFinite([[ofA, a], [ofB, b]], k))
  const mean = sum / (2 * draws)
  let squares = 0
  for (let row = 0; row < draws; row++) {
    ofA[row]! -= mean
    ofB[row]! -= mean
    squares += ofA[row]! * ofA[row]! + ofB[row]! * ofB[row]!
  }
  const variance = squares / (2 * draws - 1)
  if (!(variance > Number.EPSILON * Number.EPSILON * mean * mean)) {
    return Result.fail(new ResultConstant({ found: mean }))
  }
  const shares: Array<InputShares> = []
  for (let j = 0; j < k; j++) {
    // One pass: sums for both estimators, and for the variance of each as a ratio (delta method).
    let [u, uu, uv, t, tt, tv, vv] = [0, 0, 0, 0, 0, 0, 0]
    for (let row = 0; row < draws; row++) {
      const from = row * k
      for (let i = 0; i < k; i++) at[i] = a[from + i]!
      at[j] = b[from + j]!
      const swapped = result(at) - mean
      const [one, other] = [ofA[row]!, ofB[row]!]
      const alone = other * (swapped - one)
      const together = ((one - swapped) * (one - swapped)) / 2
      const spread = (one * one + other * other) / 2
      u += alone
      uu += alone * alone
      uv += alone * spread
      t += together
      tt += together * together
      tv += together * spread
      vv += spread * spread
    }
    if (!Number.isFinite(u)) return Result.fail(new ResultNotFinite({ found: u, at: [...at] }))
    shares.push({
      id: inputs[j]!.id,
      first: share(u / draws / variance, uu / draws, uv / draws, vv / draws, variance, draws),
      total: share(t / draws / variance, tt / draws, tv / draws, vv / draws, variance, draws)
    })
  }
  return Result.succeed({ draws, evaluations: draws * (k + 2), seed, coverage: 0.95, mean, variance, inputs: shares })
}

const share = (found: number, uu: number, uv: number, vv: number, variance: number, draws: number): Share => {
  const error = Math.sqrt(Math.max(0, uu - 2 * found * uv + found * found * vv) / draws) / variance
  const [low, high] = [found - 1.959963984540054 * error, found + 1.959963984540054 * error]
  return found >= 0 && found <= 1
    ? { _tag: "Converged", share: found, low: Math.max(0, low), high: Math.min(1, high) }
    : { _tag: "NotConverged", reason: "N too small", found, low, high }
}

const checkDesign = (inputs: ReadonlyArray<Input>, draws: number, seed: number): DesignRefused | undefined => {
  const ids = inputs.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  const bad = inputs.find(({ high, low }) => !(Number.isFinite(low) && Number.isFinite(high) && low < high))
  if (inputs.length === 0) return new DesignRefused({ what: "inputs", found: "none", expected: "at least one" })
  if (twice !== undefined) {
    return new DesignRefused({ what: "inputs", found: `${twice} twice`, expected: "different names" })
  }
  if (bad !== undefined) {
    return new DesignRefused({
      what: `range of ${bad.id}`,
      found: `${bad.low} to ${bad.high}`,
      expected: "low below high"
    })
  }
  if (!(Number.isSafeInteger(draws) && draws >= 2)) {
    return new DesignRefused({ what: "draws", found: String(draws), expected: "a whole number of 2 or more" })
  }
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    return new DesignRefused({ what: "seed", found: String(seed), expected: "a whole number from 0 to 2^53 - 1" })
  }
  return undefined
}

const notFinite = (designs: ReadonlyArray<readonly [Float64Array, Float64Array]>, k: number): ResultNotFinite => {
  for (const [results, design] of designs) {
    const row = results.findIndex((one) => !Number.isFinite(one))
    if (row !== -1) {
      return new ResultNotFinite({ found: results[row]!, at: [...design.subarray(row * k, (row + 1) * k)] })
    }
  }
  return new ResultNotFinite({ found: NaN, at: [] })
}
