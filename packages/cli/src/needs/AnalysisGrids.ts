/**
 * The tables of a comparison by many criteria, as they are shown and written.
 *
 * @since 0.1.0
 */
import type { PairwiseComparison, Sensitivity, Sobol } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import type { Grid } from "../Grid.ts"
import type { Compared, Critical, Scored } from "./Analysing.ts"

// --- operations ---

/** `unit`, and for each method its score and rank. */
export const scores = (units: ReadonlyArray<string>, scored: ReadonlyArray<Scored>): Grid => ({
  name: "scores",
  headers: ["unit", ...scored.flatMap(({ method }) => [method, `${method}Rank`])],
  rows: units.map((unit, i) => [unit, ...scored.flatMap(({ ranks, scores: all }) => [six(all[i]!), ranks[i]!])]),
  figures: scored.map(({ method }) => method)
})

/** `criterion, direction, weight, exact`: the weight as a decimal and as the fraction it was counted with. */
export const weights = ({ decision, exact }: Compared): Grid => ({
  name: "weights",
  headers: ["criterion", "direction", "weight", "exact"],
  rows: decision.criteria.map(({ direction, id }, j) => [id, direction, six(decision.weights[j]!), Fraction.format(exact[j]!)]),
  figures: ["weight"]
})

/** `method, measure, of, figure`: what lies behind the scores. */
export const measures = (scored: ReadonlyArray<Scored>): Grid => ({
  name: "measures",
  headers: ["method", "measure", "of", "figure"],
  rows: scored.flatMap(({ measures: all, method }) =>
    all.flatMap(([measure, of, figures]) => of.map((one, i) => [method, measure, one, six(figures[i]!)]))),
  figures: ["figure"]
})

/** `criterion, weight, first, critical, unit, takesFirst`: fractions, so that nothing is rounded. */
export const critical = (all: ReadonlyArray<Critical>): Grid => ({
  name: "critical",
  headers: ["criterion", "weight", "first", "critical", "criticalDecimal", "unit", "takesFirst"],
  rows: all.flatMap(({ criterion, found }) =>
    (found?.critical ?? []).map(({ isFirst, unit, weight }) => [
      criterion,
      Fraction.format(found!.weight),
      found!.first.join("|"),
      Fraction.format(weight),
      six(Fraction.toNumber(weight)),
      unit,
      isFirst ? "yes" : ""
    ])),
  figures: ["criticalDecimal"]
})

/** `more, less, times, completed`: pairs nobody compared follow from the others. */
export const completed = ({ completed: pairs }: PairwiseComparison.Priorities): Grid => ({
  name: "completed",
  headers: ["more", "less", "times"],
  rows: pairs.map(({ less, more, times }) => [more, less, six(times)]),
  figures: ["times"]
})

/** `unit, rank, low, median, high`. */
export const intervals = ({ units }: Sensitivity.RankIntervals): Grid => ({
  name: "intervals",
  headers: ["unit", "rank", "low", "median", "high"],
  rows: units.map(({ high, low, median, nominal, unit }) => [unit, nominal, low, median, high])
})

/** `criterion, index, state, share, low, high`; a share outside 0 to 1 is impossible and is not given. */
export const sobol = ({ inputs }: Sobol.Shares): Grid => ({
  name: "sobol",
  headers: ["criterion", "index", "state", "share", "low", "high"],
  rows: inputs.flatMap(({ first, id, total }) => ([["first", first], ["total", total]] as const).map(([index, share]) => [id, index, ...shareCells(share)])),
  figures: ["share", "low", "high"]
})

const shareCells = (share: Sobol.Share): ReadonlyArray<string> =>
  share._tag === "Converged"
    ? ["converged", six(share.share), six(share.low), six(share.high)]
    : [`not converged, ${share.reason}`, "", "", ""]

/** Six decimals; no sign before a nought. */
const six = (figure: number): string => figure.toFixed(6).replace(/^-(0\.0+)$/, "$1")
