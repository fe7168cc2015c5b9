import { Budget } from "@timbang/core/formation"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

describe("Budget.ceiling (UU 1/2022, Pasal 146)", () => {
  const cap = { share: "0.3", excluded: ["tunjangan profesi guru"], deadline: "2027-01-05" }
  // Made up, in rupiah: a budget of 1.2 trillion.
  const figures: Budget.Figures = {
    spending: 1_200_000_000_000,
    personnel: 390_000_000_000,
    excluded: { "tunjangan profesi guru": 50_000_000_000 },
    freed: 4_000_000_000,
    costPerPost: 80_000_000
  }

  it("leaves out the teacher allowances and counts whole posts down", () => {
    const found = Result.getOrThrow(Budget.ceiling(figures, cap, "zero-growth"))
    // 0.3 x 1,200 - (390 - 50) + 4 = 24 billion; 24,000 / 80 = 300
    expect(found).toMatchObject({ isAboveCap: false, room: 24_000_000_000, growth: "room", posts: 300 })
    expect(Result.getOrThrow(Budget.ceiling({ ...figures, costPerPost: 80_000_001 }, cap, "zero-growth")).posts).toBe(
      299
    )
  })

  it("overstates the ratio when nothing is left out", () => {
    const found = Result.getOrThrow(Budget.ceiling({ ...figures, excluded: {} }, cap, "zero-growth"))
    expect(Fraction.format(found.ratio)).toBe("13/40")
    expect(found).toMatchObject({ isAboveCap: true, posts: 0 })
  })

  it("Kabupaten Aceh Barat: 32.66 % is 2.66 points above; no room gives zero or minus growth", () => {
    const above = { spending: 10_000, personnel: 3266, excluded: {}, freed: 0, costPerPost: 100 }
    const found = Result.getOrThrow(Budget.ceiling(above, cap, "zero-growth"))
    expect(Fraction.format(Fraction.subtract(found.ratio, Fraction.make(3, 10)))).toBe("133/5000")
    expect(found).toMatchObject({ isAboveCap: true, growth: "zero-growth", posts: 0, room: -266 })
    expect(Result.getOrThrow(Budget.ceiling(above, cap, "minus-growth"))).toMatchObject({
      growth: "minus-growth",
      posts: -3
    })
  })

  it("exactly at the cap is not above it", () => {
    const at = { spending: 1000, personnel: 300, excluded: {}, freed: 0, costPerPost: 1 }
    expect(Result.getOrThrow(Budget.ceiling(at, cap, "minus-growth"))).toMatchObject({
      isAboveCap: false,
      growth: "room",
      posts: 0
    })
  })

  it("refuses an item the law does not leave out, and broken figures", () => {
    const message = (figures: Budget.Figures) => {
      const outcome = Budget.ceiling(figures, cap, "zero-growth")
      return Result.isFailure(outcome) ? outcome.failure.message : ""
    }
    expect(message({ ...figures, excluded: { honorarium: 5 } })).toContain("items left out: found honorarium")
    expect(message({ ...figures, spending: 0 })).toContain("spending: found 0")
    expect(message({ ...figures, freed: -1 })).toContain("freed: found -1")
    expect(message({ ...figures, excluded: { "tunjangan profesi guru": 400_000_000_000 } })).toContain(
      "at most the personnel spending"
    )
  })
})
