/**
 * Respondents are not the users: women answered more often than they use the service. The answers are weighted to the users,
 * the error follows the weighting, and small groups are hidden so that no total gives them away.
 *
 * Run: node examples/42-weight-and-protect.ts
 */
import { Undefined } from "@timbang/core/number"
import { Suppression, SurveyWeights } from "@timbang/core/performance"
import { Result } from "effect"

// One row for each cell of respondents alike in sex and age: how many, the sum of their indices, the sum of squares.
const cells = [
  { sex: "women", age: "to 40", respondents: 46, index: 90, spread: 6 },
  { sex: "women", age: "over 40", respondents: 28, index: 86, spread: 7 },
  { sex: "men", age: "to 40", respondents: 19, index: 76, spread: 9 },
  { sex: "men", age: "over 40", respondents: 7, index: 71, spread: 8 }
]
const sample = {
  sizes: Float64Array.from(cells, ({ respondents }) => respondents),
  sums: Float64Array.from(cells, ({ index, respondents }) => index * respondents),
  squares: Float64Array.from(cells, ({ index, respondents, spread }) => respondents * (index ** 2 + spread ** 2))
}
const margin = (name: "sex" | "age", users: Readonly<Record<string, number>>): SurveyWeights.Margin => {
  const labels = Object.keys(users)
  return { name, labels, totals: Object.values(users), codes: Int32Array.from(cells, (cell) => labels.indexOf(cell[name])) }
}
const margins = [margin("sex", { women: 2600, men: 2400 }), margin("age", { "to 40": 2900, "over 40": 2100 })]

const say = (name: string, found: SurveyWeights.WeightedMean | Undefined.Undefined) => {
  if (Undefined.isUndefined(found) || Undefined.isUndefined(found.standardError)) throw new Error(name)
  const { designEffect, effectiveRespondents, mean, standardError } = found
  console.log(`${name}: ${mean.toFixed(2)}, standard error ${standardError.toFixed(2)}, worth ${effectiveRespondents.toFixed(0)} equal answers (design effect ${designEffect.toFixed(2)})`)
}
say("as answered", SurveyWeights.mean(sample, { weights: sample.sizes, population: 5000 }))
const raking = Result.getOrThrow(SurveyWeights.rake(sample.sizes, margins))
say("weighted to the users", SurveyWeights.mean(sample, { weights: raking.weights, raking, population: 5000 }))

const quarters = [40, 7, 35, 50].map((count, at) => ({ id: `Q${at + 1}`, count, isOut: at === 0 }))
const plan = Suppression.protect(quarters, [{ id: "year", cells: ["Q1", "Q2", "Q3", "Q4"] }], 10)
for (const { id, state } of [...plan.cells, ...plan.totals]) console.log(`${id}: ${state}`)
