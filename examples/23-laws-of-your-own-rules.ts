// Tries the laws of the test kit on rules of your own, and shows what a broken one looks like.
// Run: node examples/23-laws-of-your-own-rules.ts
import { Announcement } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { Laws } from "@timbang/testkit"
import { Result } from "effect"

// Your own rules: here the round of 2024 with the two tests of the SKB that a city announced.
const source = { instrument: "Pengumuman 810/1/2024", confidence: "host" } as const
const test = (kind: string, percent: number) => ({ id: kind, title: kind, kind, percent, main: kind === "cat", outOf: 100, decimals: 2 })
const announced = { agencyKind: "daerah", tests: [test("cat", 60), test("praktik", 40)], source }
const mine = Result.getOrThrow(Announcement.apply(RuleSets.cpns2024, announced))

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
