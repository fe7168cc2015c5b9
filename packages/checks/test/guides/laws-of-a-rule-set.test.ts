import type { RuleSet } from "@timbang/core/selection"
import type { Law, Laws } from "@timbang/testkit"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Guide from "../../src/guide.ts"

describe("docs/guides/laws-of-a-rule-set.md", () => {
  const guide = Guide.open("laws-of-a-rule-set.md")

  it("tries a rule set, narrows, and has a law of one's own", async () => {
    const { ruleSet } = await guide.module<{ readonly ruleSet: RuleSet.RuleSet }>()
    await guide.module()
    const { verdicts } = await guide.module<{ readonly verdicts: ReadonlyArray<Laws.Verdict> }>()
    expect(new Set(verdicts.map(({ _tag }) => _tag))).toEqual(new Set(["Held", "NotApplicable"]))
    const { nobodyAgainstTheirWill } = await guide.module<{ readonly nobodyAgainstTheirWill: Law.Law }>()
    fc.assert(nobodyAgainstTheirWill.holds(ruleSet), { numRuns: 10 })
  })
})
