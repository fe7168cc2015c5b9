/**
 * Who speaks in a choice of proposals, and with what weight: ballots where there are some, else each village with the
 * list of its minutes (berita acara).
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Fraction } from "../number/index.ts"

// --- models ---

/**
 * Voters with the same list of approved proposals.
 *
 * @category models
 * @since 0.1.0
 */
export interface Voice {
  /** Number of the ballot or name of the village; never the name of a person. */
  readonly voter: string
  /** Identifiers of the proposals approved. */
  readonly approves: ReadonlyArray<string>
  /** Equal voters it stands for. Whole, 1 or more. */
  readonly weight: number
}

/**
 * How weights came about; printed with every result.
 *
 * @category models
 * @since 0.1.0
 */
export type Weighting = "ballots" | "villages-equal" | "villages-by-population"

/**
 * The voices of a choice.
 *
 * @category models
 * @since 0.1.0
 */
export interface Electorate {
  readonly weighting: Weighting
  readonly voices: ReadonlyArray<Voice>
  /** Villages whose weight the policy cut, with the weight before. */
  readonly capped: ReadonlyArray<{ readonly voter: string; readonly before: number; readonly after: number }>
}

/**
 * The list of one village.
 *
 * @category models
 * @since 0.1.0
 */
export interface VillageList {
  readonly village: string
  readonly approves: ReadonlyArray<string>
  /** Unit: people. Whole, 1 or more. */
  readonly population: number
}

// --- errors ---

/**
 * A weight, a population or a cap cannot be used.
 *
 * @category errors
 * @since 0.1.0
 */
export class WeightRefused extends Data.TaggedError("WeightRefused")<{
  readonly voter: string
  readonly found: string
}> {
  override get message(): string {
    return `weight of ${this.voter} is ${this.found}; give a whole number of 1 or more, and a cap above 0 and at most 1`
  }
}

// --- constructors ---

/**
 * One voice for each ballot, or for each group of equal ballots with its count.
 *
 * **Example** (Two ballots alike)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Electorate } from "@timbang/core/needs"
 * const ballots = [{ approves: ["road", "clinic"], count: 2 }, { approves: ["clinic"] }]
 * Result.map(Electorate.ofBallots(ballots), ({ voices }) => voices.map(({ weight }) => weight)) // => Result.succeed([2, 1])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofBallots = (
  ballots: ReadonlyArray<{ readonly approves: ReadonlyArray<string>; readonly count?: number }>
): Result.Result<Electorate, WeightRefused> => {
  const voices = ballots.map(({ approves, count = 1 }, i) => ({ voter: `ballot ${i + 1}`, approves, weight: count }))
  return weighed("ballots", voices, [])
}

/**
 * One voice for each village, with equal weight or with that of its population, cut at a share of the whole.
 *
 * **Details**
 *
 * `cap` is the largest share of all weights, before any cut, that one village may carry; what lies above is cut off,
 * rounded down, and never below 1. It keeps the largest kelurahan from deciding alone.
 *
 * **Example** (A town of 9,000 among two villages, capped at half)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Electorate } from "@timbang/core/needs"
 * const lists = [9000, 600, 400].map((population, i) => ({ village: `v${i}`, approves: ["p"], population }))
 * const capped = Electorate.ofVillages(lists, "villages-by-population", "1/2")
 * Result.map(capped, ({ voices }) => voices.map(({ weight }) => weight)) // => Result.succeed([5000, 600, 400])
 * Result.map(capped, ({ capped }) => capped) // => Result.succeed([{ voter: "v0", before: 9000, after: 5000 }])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofVillages = (
  lists: ReadonlyArray<VillageList>,
  weighting: "villages-equal" | "villages-by-population",
  cap: Fraction.Numeral = 1
): Result.Result<Electorate, WeightRefused> => {
  const share = Fraction.parse(cap)
  if (Result.isFailure(share) || share.success.numerator <= 0n || Fraction.compare(share.success, Fraction.one) > 0) {
    return Result.fail(new WeightRefused({ voter: "the cap", found: String(cap) }))
  }
  const plain = lists.map(({ approves, population, village }) => ({
    voter: village,
    approves,
    weight: weighting === "villages-equal" ? 1 : population
  }))
  const checked = weighed(weighting, plain, [])
  if (Result.isFailure(checked)) return checked
  const whole = Fraction.make(plain.reduce((sum, { weight }) => sum + weight, 0))
  const most = Math.max(1, Number(Fraction.round(Fraction.multiply(whole, share.success), 0, "down")))
  const voices = plain.map((voice) => ({ ...voice, weight: Math.min(voice.weight, most) }))
  const capped = plain.flatMap(({ voter, weight }) => (weight > most ? [{ voter, before: weight, after: most }] : []))
  return Result.succeed({ weighting, voices, capped })
}

const weighed = (
  weighting: Weighting,
  voices: ReadonlyArray<Voice>,
  capped: Electorate["capped"]
): Result.Result<Electorate, WeightRefused> => {
  const wrong = voices.find(({ weight }) => !Number.isSafeInteger(weight) || weight < 1)
  return wrong === undefined
    ? Result.succeed({ weighting, voices, capped })
    : Result.fail(new WeightRefused({ voter: wrong.voter, found: String(wrong.weight) }))
}
