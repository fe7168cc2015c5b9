/**
 * What moves when all weights move at once: an interval of ranks for every unit, and the share of each weight in it.
 *
 * @since 0.1.0
 */
import { Decision, Sensitivity, Sobol, type Uncertainty } from "@timbang/core/needs"
import type { Needs } from "@timbang/language"
import { Result } from "effect"
import { Flag } from "effect/cli"
import * as Signals from "../Signals.ts"

// --- models ---

/** How far and how often weights move. */
export interface Varied extends Sensitivity.Draws {
  /** Each weight moves by up to this share of itself; then all are shares of 1 again. Range: 0 to 1. */
  readonly spread: number
  /** The unit whose score is looked at; the mean shift of all ranks without it. */
  readonly of?: string
}

/** What moving weights does. `shares` is the constant result where it does nothing. */
export interface Moved {
  readonly intervals: Sensitivity.RankIntervals
  readonly shares: Sobol.Shares | Sobol.ResultConstant
}

// --- options ---

/** A share given as an option. */
export const share = (name: string, usual: number, description: string) =>
  Flag.Finite(name).pipe(
    Flag.withDefault(usual),
    Flag.filter((found) => found >= 0 && found <= 1, () => "0 - 1"),
    Flag.withDescription(description)
  )

/** How far, how often, and what is looked at. */
export const options = {
  of: Flag.String("of").pipe(Flag.optional, Flag.withDescription("Sobol untuk nilai unit ini; tanpa ini rata-rata pergeseran peringkat / Sobol of the score of this unit; the mean shift of ranks without it")),
  spread: share("spread", 0.25, "Pergeseran bobot terbesar / how far weights move, as a share of themselves"),
  draws: Flag.Int("draws").pipe(Flag.withDefault(4096), Flag.filter((found) => found >= 2 && found <= 131_072, () => "2 - 131072"), Flag.withDescription("Banyaknya undian (N) / draws (N)")),
  seed: Flag.Int("seed").pipe(Flag.withDefault(1), Flag.filter((found) => found >= 0, () => ">= 0"), Flag.withDescription("Benih undian / seed of the draws")),
  coverage: Flag.Finite("coverage").pipe(Flag.withDefault(0.9), Flag.filter((found) => found > 0 && found < 1, () => "> 0, < 1"), Flag.withDescription("Bagian undian di dalam selang / part of the draws an interval holds"))
}

// --- operations ---

/** Rank intervals and Sobol indices of scores of which the largest is the best. */
export const vary = (
  { inputs, scores, units }: Uncertainty.Variants,
  { coverage, draws, of, seed }: Varied,
  onEvaluation: () => void
): Result.Result<Moved, Needs.Problem> =>
  Signals.endAtOnce(() => Result.gen(function*() {
    const nominal = Decision.ranks(scores(inputs.map(() => 0.5)), "high")
    const shift = (ranks: ReadonlyArray<number>) => ranks.reduce((sum, rank, i) => sum + Math.abs(rank - nominal[i]!), 0) / ranks.length
    const unit = of === undefined ? -1 : units.indexOf(of)
    const told = (at: Float64Array) => {
      onEvaluation()
      return scores(at)
    }
    const analysed = Sobol.analyse(
      inputs.map((id) => ({ id, low: 0, high: 1 })),
      (at) => (unit === -1 ? shift(Decision.ranks(told(at), "high")) : told(at)[unit]!),
      { draws, seed }
    )
    const isConstant = Result.isFailure(analysed) && analysed.failure._tag === "ResultConstant"
    const shares = isConstant ? analysed.failure as Sobol.ResultConstant : yield* analysed
    const intervals = yield* Sensitivity.rankIntervals({ units, inputs, scores: told }, { draws, seed, coverage })
    return { intervals, shares }
  }))
