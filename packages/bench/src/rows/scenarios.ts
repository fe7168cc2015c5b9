/** Rank intervals of 514 units by 12 indicators from 10,000 weightings, beside a loop that only weighs and ranks. */
import { CompositeIndex, type IndexModel, Sensitivity, Table, Uncertainty } from "@timbang/core/needs"
import { Seeded } from "@timbang/core/number"
import { Result } from "effect"
import { agree, pair, type Row } from "../Row.ts"

const [units, indicators, draws] = [514, 12, 10_000]

/** The same draws, weighed and ranked by hand: mean rank of each unit. */
const bare = (columns: ReadonlyArray<Float64Array>): Float64Array => {
  const generator = Seeded.make(9)
  const [scores, sorted, sums] = [new Float64Array(units), new Float64Array(units), new Float64Array(units)]
  const weights = new Float64Array(indicators)
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0
    for (let j = 0; j < indicators; j++) {
      weights[j] = 1 + 0.25 * (2 * Seeded.unit(generator) - 1)
      sum += weights[j]!
    }
    scores.fill(0)
    for (let j = 0; j < indicators; j++) {
      const column = columns[j]!
      const weight = weights[j]! / sum
      for (let i = 0; i < units; i++) scores[i]! += weight * column[i]!
    }
    sorted.set(scores)
    sorted.sort()
    for (let i = 0; i < units; i++) {
      const score = scores[i]!
      let low = 0
      let high = units
      while (low < high) {
        const middle = (low + high) >>> 1
        if (sorted[middle]! <= score) low = middle + 1
        else high = middle
      }
      sums[i]! += units - low + 1
    }
  }
  return sums.map((one) => one / draws)
}

export const rows: ReadonlyArray<Row> = [{
  id: "B6",
  work: "10,000 weightings of 514 x 12, ranks and their intervals",
  peerName: "bare loop that weighs and ranks",
  run: async () => {
    const generator = Seeded.make(2)
    const ids = Array.from({ length: indicators }, (_, j) => `i${j}`)
    const names = Array.from({ length: units }, (_, i) => `u${i}`)
    const table = Result.getOrThrow(
      Table.make(names, Object.fromEntries(ids.map((id) => [id, names.map(() => Seeded.unit(generator))])))
    )
    const model: IndexModel.IndexModel = {
      id: "x",
      title: "",
      indicators: ids.map((id) => ({
        id,
        title: "",
        unit: "",
        source: "",
        pillar: "x",
        weight: "1/12",
        direction: "more-is-better",
        goalposts: { low: 0, high: 1 }
      })),
      groups: [{ id: "x", title: "", mean: "arithmetic" }],
      steps: [{ step: "normalise", by: { method: "goalposts" } }, { step: "aggregate" }]
    }
    const ours = () =>
      Result.getOrThrow(Result.gen(function*() {
        const outcome = yield* CompositeIndex.compute(model, table)
        const variants = yield* Uncertainty.variants(outcome, { weightSpread: 0.25 })
        return yield* Sensitivity.rankIntervals(variants, { draws, seed: 9, coverage: 0.9 })
      }))
    const peer = () => bare(table.columns)
    const means = peer()
    agree(
      "scenarios",
      ours().units.map(({ median }, i) => Math.round((median - means[i]!) / 20)),
      new Float64Array(units)
    )
    return pair(ours, peer)
  }
}]
