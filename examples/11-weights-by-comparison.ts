/**
 * Weights from comparisons of two and two: how consistent the panel is, and what follows where nobody compared.
 *
 * Run: node examples/11-weights-by-comparison.ts
 */
import { PairwiseComparison } from "@timbang/core/needs"
import { Result } from "effect"

const pillars = ["poverty", "health", "education", "infrastructure"]

const show = (title: string, comparisons: ReadonlyArray<PairwiseComparison.Comparison>): void => {
  console.log(title)
  Result.match(PairwiseComparison.weigh(pillars, comparisons, { limit: 0.08 }), {
    onFailure: ({ message }) => console.log(`  refused: ${message}`),
    onSuccess: ({ completed, consistency, names, weights }) => {
      names.forEach((name, i) => console.log(`  ${name.padEnd(15)} ${weights[i]!.toFixed(3)}`))
      for (const { less, more, times } of completed) {
        console.log(`  not compared: ${more} over ${less}, follows as ${times.toFixed(2)}`)
      }
      console.log(
        consistency._tag === "Judged"
          ? `  consistency ratio ${consistency.ratio.toFixed(3)}, ${
            consistency.isConsistent ? "within" : "above"
          } ${consistency.limit}`
          : "  nothing that could contradict"
      )
    }
  })
}

const panel = [
  { more: "poverty", less: "health", times: 2 },
  { more: "poverty", less: "education", times: 3 },
  { more: "health", less: "education", times: 2 },
  { more: "education", less: "infrastructure", times: 2 }
]

show("four of six pairs compared", panel)
show("\na panel that goes in a circle", [...panel, { more: "infrastructure", less: "poverty", times: 4 }])
show("\nnobody compared infrastructure", panel.slice(0, 3))
