/**
 * Which weight decides who is first, exactly; which decision carries the variance; and what other methods say.
 *
 * Run: node examples/13-which-weight-decides.ts
 */
import { CriticalWeight, Decision, Promethee, Sobol, Topsis, Vikor, WeightedSum } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"

const sites = ["Puskesmas A", "Puskesmas B", "Puskesmas C"]
const scores = { reach: [0.9, 0.6, 0.3], lack: [0.2, 0.7, 0.8], cost: [0.5, 0.4, 0.9] }
const weights = { reach: 0.5, lack: 0.3, cost: 0.2 }

for (const varied of Object.keys(weights)) {
  const { critical, first } = Result.getOrThrow(CriticalWeight.vary(sites, scores, weights, varied))
  for (const { isFirst, unit, weight } of critical) {
    console.log(
      `${varied} at ${Fraction.format(weight)}: ${unit} draws level with ${first.join(", ")}${
        isFirst ? " and takes the first place" : ""
      }`
    )
  }
}

const criteria = Object.entries(scores).map(([id, figures]) => ({ id, direction: "more-is-better" as const, figures }))
const decision = Result.getOrThrow(Decision.make(sites, criteria, { method: "given", weights }))
const ranks = (all: ArrayLike<number>) => Decision.ranks(all, "high").join(" ")
console.log(`\nranks of ${sites.join(", ")}`)
console.log(`weighted sum   ${ranks(Result.getOrThrow(WeightedSum.sum(decision, "none")))}`)
console.log(`TOPSIS         ${ranks(Result.getOrThrow(Topsis.score(decision, "vector")).similarity)}`)
console.log(`PROMETHEE II   ${ranks(Result.getOrThrow(Promethee.score(decision)).net)}`)
console.log(`VIKOR          ${Result.getOrThrow(Vikor.score(decision, 0.5)).ranks.join(" ")}`)

const inputs = Object.keys(weights).map((id) => ({ id, low: 0.1, high: 0.6 }))
const lead = ([reach, lack, cost]: Float64Array) =>
  (0.3 * reach! - 0.5 * lack! + 0.1 * cost!) / (reach! + lack! + cost!)
console.log("\nshare of the variance of A's lead over B")
for (const draws of [16, 65_536]) {
  const { inputs: shares } = Result.getOrThrow(Sobol.analyse(inputs, lead, { draws, seed: 13 }))
  for (const { first, id } of shares) {
    console.log(
      `N ${draws}, ${id} alone: ${
        first._tag === "Converged"
          ? `${first.share.toFixed(2)} (${first.low.toFixed(2)} to ${first.high.toFixed(2)})`
          : `not converged, ${first.reason}`
      }`
    )
  }
}
