import { OwnSelection, Specimen } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { describe, expect, it } from "vitest"

describe("a selection of the host's own", () => {
  it.each(RuleSets.all.map((ruleSet) => [ruleSet.id, ruleSet] as const))("is not %s, whatever it is called", (_, ruleSet) => {
    const renamed = { ...ruleSet, id: "blud-2026", title: "Pegawai BLUD", program: "BLUD" }
    const others = OwnSelection.decidedByOthers(renamed)
    expect(others.length).toBeGreaterThan(0)
    expect(others.map(({ decidedBy }) => decidedBy)).toContain("Panselnas")
  })

  it("names each part of another office, also within lists", () => {
    const others = OwnSelection.decidedByOthers({ ...Specimen.ruleSet, hostAuthorities: ["board"] })
    expect(others).toContainEqual({ path: "steps.written", decidedBy: "committee" })
  })
})
