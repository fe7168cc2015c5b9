// Tries the laws of the test kit on rules of your own, and shows what a broken one looks like.
// Run: node examples/23-laws-of-your-own-rules.ts
import { Specimen } from "@timbang/core/selection"
import { Laws } from "@timbang/testkit"

// The rules to test: here a made-up round; in your project, your own rule set.
const mine = Specimen.ruleSet

// Three lines in any test runner: throws with the smallest round found where a law breaks.
const verdicts = Laws.checkAllUnsafe(mine, { rounds: 50, seed: 1 })
for (const { _tag, law } of verdicts) console.log(`${_tag.padEnd(14)}${law}`)

// A law carries the policies under which it holds, and why it matters.
console.log(`\n${Laws.raisingKeepsSeat.name} holds with ties ${Laws.raisingKeepsSeat.underPolicies.ties.join(", ")}.`)
console.log(Laws.raisingKeepsSeat.why)

// Under your own policies only.
const without = Laws.checkAll(mine, { rounds: 50, seed: 1, policies: { filling: ["left-out"] } })
console.log(
  `\nWithout filling: ${
    without.filter(({ _tag }) => _tag === "NotApplicable").map(({ law }) =>
      law
    ).join(", ")
  } does not apply.`
)
