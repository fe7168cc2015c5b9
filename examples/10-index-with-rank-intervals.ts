/**
 * A composite index of eleven regencies, its contributions, and how sure each rank is.
 *
 * Figures: BPS, 2021, four indicators. Run: node examples/10-index-with-rank-intervals.ts
 */
import {
  Aggregation,
  CompositeIndex,
  type IndexModel,
  IndexReplay,
  Sensitivity,
  Table,
  Uncertainty
} from "@timbang/core/needs"
import { Result } from "effect"

const regencies = [
  "Kerinci",
  "Merangin",
  "Sarolangun",
  "Batang Hari",
  "Muaro Jambi",
  "Tanjung Jabung Timur",
  "Tanjung Jabung Barat",
  "Tebo",
  "Bungo",
  "Kota Jambi",
  "Kota Sungai Penuh"
]

const figures = {
  poverty: [7.71, 9.11, 8.87, 10.05, 4.53, 11.39, 10.75, 6.68, 6.23, 9.02, 3.41],
  "life-expectancy": [70, 71.29, 69.21, 70.64, 71.32, 66.34, 68.17, 70.02, 67.83, 72.71, 72.21],
  sanitation: [66.32, 71.07, 76.03, 79.68, 89.17, 70.27, 81.89, 83.38, 77.58, 93.22, 74.04],
  unemployment: [2.32, 4.83, 5.52, 4.26, 5.59, 1.56, 2.53, 2.83, 5.86, 10.66, 3]
}

const model: IndexModel.IndexModel = {
  id: "welfare",
  title: "Welfare, an example",
  indicators: [
    {
      id: "poverty",
      title: "Poor people (P0)",
      unit: "percent",
      source: "BPS 2021",
      direction: "less-is-better",
      pillar: "living",
      weight: 0.5,
      goalposts: { low: 0, high: 20 }
    },
    {
      id: "unemployment",
      title: "Open unemployment",
      unit: "percent",
      source: "BPS 2021",
      direction: "less-is-better",
      pillar: "living",
      weight: 0.5,
      goalposts: { low: 0, high: 12 }
    },
    {
      id: "life-expectancy",
      title: "Life expectancy",
      unit: "years",
      source: "BPS 2021",
      direction: "more-is-better",
      pillar: "health",
      weight: 0.6,
      goalposts: { low: 60, high: 80 }
    },
    {
      id: "sanitation",
      title: "Households with sanitation",
      unit: "percent",
      source: "BPS 2021",
      direction: "more-is-better",
      pillar: "health",
      weight: 0.4,
      goalposts: { low: 40, high: 100 }
    }
  ],
  groups: [
    { id: "welfare", title: "Welfare", mean: "geometric" },
    { id: "living", title: "Living", parent: "welfare", weight: 0.5, mean: "arithmetic" },
    { id: "health", title: "Health", parent: "welfare", weight: 0.5, mean: "arithmetic" }
  ],
  steps: [{ step: "normalise", by: { method: "goalposts" } }, { step: "aggregate" }, { step: "scale", factor: 100 }]
}

const table = Result.getOrThrow(Table.make(regencies, figures))
const outcome = Result.getOrThrow(CompositeIndex.compute(model, table))
const variants = Result.getOrThrow(
  Uncertainty.variants(outcome, { weightSpread: 0.25, means: ["arithmetic", "geometric"] })
)
const sure = Result.getOrThrow(Sensitivity.rankIntervals(variants, { draws: 10_000, seed: 2021, coverage: 0.9 }))

console.log("regency                index  rank  90 % of 10,000 scenarios")
outcome.units.forEach((unit, i) => {
  const { high, low } = sure.units[i]!
  console.log(
    `${unit.padEnd(22)} ${outcome.index[i]!.toFixed(2)}  ${String(outcome.ranks[i]).padStart(4)}  ${
      low === high ? low : `${low} to ${high}`
    }`
  )
})

const { contributions, total } = outcome.groups["health"]![0]!
console.log(
  `\nhealth of ${regencies[0]}, in thousandths: ${Aggregation.printed(contributions, 3).join(" + ")} = ${
    Math.round(total * 1000)
  }`
)

const { differences } = Result.getOrThrow(IndexReplay.replay(outcome.log, {
  _tag: "ReplaceStep",
  at: 1,
  step: { step: "aggregate", mean: "arithmetic" }
}))
console.log("\nwith an arithmetic mean these ranks change:")
for (const { rank, unit } of differences) {
  if (rank.before !== rank.after) console.log(`${unit}: ${rank.before} to ${rank.after}`)
}
