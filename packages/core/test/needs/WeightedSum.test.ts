import { Decision, Promethee, Spotis, WeightedSum } from "@timbang/core/needs"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decision, failure, type Input } from "./multicriteria.ts"
import { cases, gap } from "./vectors.ts"

interface Expected {
  readonly score: ReadonlyArray<number>
  readonly log10score: ReadonlyArray<number>
  readonly netFlow: ReadonlyArray<number>
  readonly ranks: ReadonlyArray<number>
}

const vectors = cases<Input, Expected>("mcdm-sums")
const named = (name: string) => vectors.find((one) => one.name === name)!

describe("WeightedSum", () => {
  it("vector wsm-kracka2010", () => {
    const { expected, input, tolerance } = named("wsm-kracka2010")
    const found = Result.getOrThrow(WeightedSum.sum(decision(input), "column-sum"))
    expect(gap(found, expected.score)).toBeLessThanOrEqual(tolerance!)
    expect(Decision.ranks(found, "high")).toEqual(expected.ranks)
  })

  it("vector wpm-wikipedia", () => {
    const { expected, input, tolerance } = named("wpm-wikipedia")
    const found = Result.getOrThrow(WeightedSum.product(decision(input), "column-sum"))
    expect(gap(found.map(Math.log10), expected.log10score)).toBeLessThanOrEqual(tolerance!)
    expect(Decision.ranks(found, "high")).toEqual(expected.ranks)
  })

  it("WASPAS lies between product and sum, and is one of them at its ends", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })), {
      minLength: 2,
      maxLength: 6
    })
    fc.assert(fc.property(rows, (matrix) => {
      const of = decision({ matrix, weights: [1, 3], types: ["max", "min"] })
      const sum = Result.getOrThrow(WeightedSum.sum(of, "linear-ratio"))
      const product = Result.getOrThrow(WeightedSum.product(of, "linear-ratio"))
      const at = (share: number) => Result.getOrThrow(WeightedSum.mixed(of, share))
      expect(gap(at(1), [...sum])).toBeLessThan(1e-12)
      expect(gap(at(0), [...product])).toBeLessThan(1e-12)
      at(0.5).forEach((one, i) => expect(one >= product[i]! - 1e-12 && one <= sum[i]! + 1e-12).toBe(true))
    }))
  })

  it("refuses by cell", () => {
    const two = { weights: [1, 1], types: ["max", "min"] } as const
    expect(failure(WeightedSum.sum(decision({ matrix: [[1, 0], [2, 3]], ...two }), "column-sum"))).toMatch(
      /unit "a0", indicator "c1": found 0/
    )
    expect(failure(WeightedSum.sum(decision({ matrix: [[-1, 1], [2, 3]], ...two }), "linear-ratio"))).toMatch(
      /unit "a0", indicator "c0": found -1/
    )
    expect(failure(WeightedSum.product(decision({ matrix: [[0, 1], [2, 3]], ...two }), "linear-ratio"))).toMatch(
      /unit "a0", indicator "c0": found 0/
    )
    expect(failure(WeightedSum.sum(decision({ matrix: [[1, 1], [2, 3]], ...two }), "none"))).toContain("DirectionMixed")
    expect(failure(WeightedSum.mixed(decision({ matrix: [[1, 1], [2, 3]], ...two }), 1.5))).toContain("MixtureRefused")
  })
})

describe("Promethee.score", () => {
  it("vector promethee2-zhao2013", () => {
    const { expected, input, tolerance } = named("promethee2-zhao2013")
    expect(gap(Result.getOrThrow(Promethee.score(decision(input))).net, expected.netFlow)).toBeLessThanOrEqual(
      tolerance!
    )
  })

  it("net flows add up to zero, whatever the preference", () => {
    const preference = fc.constantFrom<Promethee.Preference>(
      { shape: "usual" },
      { shape: "from", indifference: 3 },
      { shape: "rising", preference: 10 },
      { shape: "level", indifference: 2, preference: 8 },
      { shape: "linear", indifference: 2, preference: 8 },
      { shape: "gaussian", scale: 5 }
    )
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
      minLength: 2,
      maxLength: 7
    })
    fc.assert(fc.property(rows, preference, (matrix, one) => {
      const { net } = Result.getOrThrow(
        Promethee.score(decision({ matrix, weights: [1, 2], types: ["max", "min"] }), { c0: one, c1: one })
      )
      expect(Math.abs(net.reduce((sum, flow) => sum + flow, 0))).toBeLessThan(1e-12)
      expect(Math.max(...net.map(Math.abs))).toBeLessThanOrEqual(1 + 1e-12)
    }))
  })

  it("shapes by hand: a difference of 5", () => {
    const at = (one: Promethee.Preference) =>
      Result.getOrThrow(Promethee.score(decision({ matrix: [[5], [0]], weights: [1], types: ["max"] }), { c0: one }))
        .net[0]
    expect(at({ shape: "from", indifference: 6 })).toBe(0)
    expect(at({ shape: "rising", preference: 10 })).toBe(0.5)
    expect(at({ shape: "level", indifference: 2, preference: 8 })).toBe(0.5)
    expect(at({ shape: "linear", indifference: 4, preference: 8 })).toBe(0.25)
    expect(at({ shape: "gaussian", scale: 5 })).toBeCloseTo(1 - Math.exp(-0.5), 15)
  })

  it("refuses thresholds that do not fit together", () => {
    expect(
      failure(
        Promethee.score(decision({ matrix: [[5], [0]], weights: [1], types: ["max"] }), {
          c0: { shape: "linear", indifference: 8, preference: 4 }
        })
      )
    )
      .toContain("PreferenceRefused")
  })
})

describe("Spotis.score", () => {
  const bounds = { c0: { low: 0, high: 10 }, c1: { low: -20, high: 20 } }
  it("an alternative that leaves never turns the order of the others", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: -20, max: 20 })), {
      minLength: 3,
      maxLength: 8
    })
    fc.assert(fc.property(rows, (matrix) => {
      const of = (
        all: typeof matrix
      ) => [
        ...Result.getOrThrow(Spotis.score(decision({ matrix: all, weights: [2, 3], types: ["max", "min"] }), bounds))
      ]
      expect(of(matrix.slice(0, -1))).toEqual(of(matrix).slice(0, -1))
    }))
  })

  it("refuses a figure outside its bounds and bounds that are missing, by name", () => {
    const of = decision({ matrix: [[11, 0], [1, 1]], weights: [1, 1], types: ["max", "max"] })
    expect(failure(Spotis.score(of, bounds))).toMatch(/unit "a0", indicator "c0": found 11, expected 0 to 10/)
    expect(failure(Spotis.score(of, { c0: { low: 0, high: 20 } }))).toMatch(/GoalpostsRefused: goalposts of "c1"/)
  })
})
