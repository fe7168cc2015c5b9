import { Bands } from "@timbang/core/performance"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const scale: Bands.Bands = {
  decimals: 2,
  lowest: 2500,
  highest: 10_000,
  bands: [{ from: 8831, label: "A" }, { from: 2500, label: "D" }, { from: 7661, label: "B" }, { from: 6500, label: "C" }]
}

describe("Bands.classify", () => {
  it("leaves no value of the scale without a class, and a higher value never falls lower", () => {
    fc.assert(fc.property(fc.integer({ min: 2500, max: 9999 }), (value) => {
      const [here, above] = [Bands.classify(scale, value), Bands.classify(scale, value + 1)]
      if (here._tag !== "Classified" || above._tag !== "Classified") throw new Error("out of scale")
      expect(["D", "C", "B", "A"].indexOf(above.label)).toBeGreaterThanOrEqual(["D", "C", "B", "A"].indexOf(here.label))
    }))
  })

  it("says what would have changed it: the value named reaches the neighbour, the one before does not", () => {
    fc.assert(fc.property(fc.integer({ min: 2500, max: 10_000 }), (value) => {
      const found = Bands.classify(scale, value)
      if (found._tag !== "Classified") throw new Error("out of scale")
      if (found.above !== undefined) {
        expect(Bands.classify(scale, found.above.from)).toMatchObject({ label: found.above.label })
        expect(Bands.classify(scale, found.above.from - 1)).toMatchObject({ label: found.label })
      }
      if (found.below !== undefined) {
        expect(Bands.classify(scale, found.below.upTo)).toMatchObject({ label: found.below.label })
        expect(Bands.classify(scale, found.below.upTo + 1)).toMatchObject({ label: found.label })
      }
    }))
  })

  it("says when a value lies off the scale", () => {
    expect([2499, 10_001].map((value) => Bands.classify(scale, value)._tag)).toEqual(["OutOfScale", "OutOfScale"])
    expect(Bands.classify({ ...scale, bands: [] }, 5000)._tag).toBe("OutOfScale")
  })
})
