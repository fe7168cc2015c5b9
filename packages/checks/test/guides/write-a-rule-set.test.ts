import { RuleSetNumbers, type RuleSet } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import * as Guide from "../../src/guide.ts"

type Made = Result.Result<RuleSet.RuleSet, unknown>

describe("docs/guides/write-a-rule-set.md", () => {
  const guide = Guide.open("write-a-rule-set.md")

  it("finds what is missing, supplies it, announces tests, and writes a rule set", async () => {
    const { missing } = await guide.module<{ readonly missing: ReadonlyArray<string> }>()
    expect(missing).toEqual(expect.arrayContaining(["thresholds.groups.umum.minimums.teknis", "requirements.usia.maximumYears"]))
    const { supplied } = await guide.module<{ readonly supplied: Made }>()
    expect(RuleSetNumbers.unknowns(Result.getOrThrow(supplied)).map(({ path }) => path)).toEqual(missing.filter((path) => path !== "thresholds.groups.umum.minimums.teknis"))
    const { announced } = await guide.module<{ readonly announced: Made }>()
    expect(Result.getOrThrow(announced).secondExam).toMatchObject({ announced: { tests: [{ id: "cat" }, { id: "praktik" }] } })
    const { faults, read } = await guide.module<{ readonly faults: ReadonlyArray<unknown>; readonly read: Made }>()
    expect(faults).toEqual([])
    expect(Result.getOrThrow(read)).toEqual({ ...RuleSets.cpns2024, id: "cpns-2027", title: "Seleksi CPNS 2027", holds: { from: "2027-02-01" } })
  })
})
