import { Undefined } from "@timbang/core/number"
import { Krippendorff, RatingTable } from "@timbang/core/performance"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import vector from "./vectors/krippendorff-canonical.json" with { type: "json" }

const alphaOf = (table: RatingTable.RatingTable, scale: Krippendorff.Scale): number => {
  const found = Krippendorff.alpha(table, scale)
  if (Undefined.isUndefined(found)) throw new Error(found.reason)
  return found.alpha
}

/** Alpha from the definition: every ordered pair of ratings, and a table of coincidences for the ordinal distance. */
const byDefinition = (rows: ReadonlyArray<ReadonlyArray<number | null>>, scale: Krippendorff.Scale): number => {
  const units = rows.map((row) => row.filter((rating) => rating !== null)).filter((unit) => unit.length > 1)
  const all = units.flat()
  const categories = [...new Set(all)].sort((a, b) => a - b)
  const count = (category: number) => all.filter((rating) => rating === category).length
  const distance = (a: number, b: number): number => {
    if (a === b) return 0
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    switch (scale) {
      case "nominal":
        return 1
      case "interval":
        return (a - b) ** 2
      case "ratio":
        return ((a - b) / (a + b)) ** 2
      case "ordinal": {
        const between = categories.filter((category) => category >= low && category <= high).map(count)
        return (between.reduce((sum, each) => sum + each, 0) - (count(low) + count(high)) / 2) ** 2
      }
    }
  }
  const pairs = (ratings: ReadonlyArray<number>) => {
    let sum = 0
    for (let i = 0; i < ratings.length; i++) for (let j = 0; j < ratings.length; j++) sum += distance(ratings[i]!, ratings[j]!)
    return sum
  }
  const observed = units.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0) / all.length
  return 1 - observed / (pairs(all) / (all.length * (all.length - 1)))
}

describe("Krippendorff.alpha", () => {
  it(`reproduces ${vector.source[0]}`, () => {
    const table = RatingTable.fromObservers(vector.input.ratings)
    for (const scale of Krippendorff.scales) {
      expect(Math.abs(alphaOf(table, scale) - vector.expected[scale].value)).toBeLessThan(1e-12)
    }
  })

  it("agrees with the definition on every scale, gaps and far-off categories included", () => {
    const rating = fc.option(fc.constantFrom(0, 1, 2, 3, 5, 2.5, 100_000), { nil: null })
    const rows = fc.array(fc.array(rating, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 8 })
    fc.assert(fc.property(rows, fc.constantFrom(...Krippendorff.scales), (units, scale) => {
      const found = Krippendorff.alpha(RatingTable.fromUnits(units), scale)
      if (Undefined.isUndefined(found)) {
        const pairable = units.map((row) => row.filter((each) => each !== null)).filter((row) => row.length > 1).flat()
        expect(new Set(pairable).size).toBeLessThan(2)
      } else {
        expect(Math.abs(found.alpha - byDefinition(units, scale))).toBeLessThan(1e-9)
      }
    }))
  })

  it("does not depend on the order of units and observers", () => {
    const units = vector.input.ratings[0]!.map((_, unit) => vector.input.ratings.map((row) => row[unit]!))
    const turned = units.toReversed().map((row) => row.toReversed())
    for (const scale of Krippendorff.scales) {
      expect(Math.abs(alphaOf(RatingTable.fromUnits(turned), scale) - alphaOf(RatingTable.fromUnits(units), scale)))
        .toBeLessThan(1e-14)
    }
  })

  it("is undefined with its reason where there is no pair, one category, or a negative ratio", () => {
    const reason = (rows: ReadonlyArray<ReadonlyArray<number | null>>, scale: Krippendorff.Scale) => {
      const found = Krippendorff.alpha(RatingTable.fromUnits(rows), scale)
      return Undefined.isUndefined(found) ? found.reason : found
    }
    expect(reason([[1, null], [null, 2]], "nominal")).toBe("too-few-values")
    expect(reason([], "interval")).toBe("too-few-values")
    expect(reason([[4, 4], [4, 4]], "ordinal")).toBe("one-category")
    expect(reason([[-1, 4], [4, 4]], "ratio")).toBe("not-positive")
  })

  it("keeps its digits for ratings far from zero", () => {
    const shifted = vector.input.ratings.map((row) => row.map((rating) => (rating === null ? null : rating + 1e8)))
    expect(Math.abs(alphaOf(RatingTable.fromObservers(shifted), "interval") - vector.expected.interval.value))
      .toBeLessThan(1e-12)
  })
})
