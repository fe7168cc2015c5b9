import { Decision, Vikor } from "@timbang/core/needs"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { decision, failure, type Input } from "./multicriteria.ts"
import { cases, gap } from "./vectors.ts"

interface Expected {
  readonly R: ReadonlyArray<number>
  readonly S: ReadonlyArray<number>
  readonly Q: ReadonlyArray<number>
  readonly acceptableAdvantage: boolean
  readonly acceptableStability: boolean
  readonly compromiseSetIndices: ReadonlyArray<number>
  readonly ranks?: ReadonlyArray<number>
  readonly ranksWithTies?: ReadonlyArray<number>
}

describe("Vikor.score", () => {
  for (const { expected, input, name, tolerance } of cases<Input & { readonly v: number }, Expected>("mcdm-vikor")) {
    it(`vector ${name}`, () => {
      const found = Result.getOrThrow(Vikor.score(decision(input), input.v))
      expect(gap(found.group, expected.S)).toBeLessThanOrEqual(tolerance!)
      expect(gap(found.regret, expected.R)).toBeLessThanOrEqual(tolerance!)
      expect(gap(found.mixed, expected.Q)).toBeLessThanOrEqual(tolerance!)
      expect(found.hasAdvantage).toBe(expected.acceptableAdvantage)
      expect(found.isStable).toBe(expected.acceptableStability)
      expect(found.proposed).toEqual(expected.compromiseSetIndices.map((i) => `a${i}`))
      expect(found.ranks).toEqual(expected.ranks ?? expected.ranksWithTies ?? found.ranks)
    })
  }

  it("refuses a constant criterion by name, and alternatives that come out equal", () => {
    const two = { weights: [1, 1], types: ["max", "max"] } as const
    expect(failure(Vikor.score(decision({ matrix: [[1, 5], [2, 5]], ...two }), 0.5))).toMatch(
      /ColumnConstant: indicator "c1"/
    )
    expect(failure(Vikor.score(decision({ matrix: [[1, 2], [2, 1]], ...two }), 0.5))).toContain("NothingToCompare")
  })

  it("proposes all that share the first place, whatever their order", () => {
    const of = (rows: ReadonlyArray<number>) => {
      const matrix = [[1, 9], [9, 1], [2, 2], [1, 1]]
      const made = Decision.make(
        rows.map(String),
        [0, 1].map((j) => ({ id: `c${j}`, direction: "more-is-better", figures: rows.map((i) => matrix[i]![j]!) })),
        { method: "equal" }
      )
      return Result.getOrThrow(Vikor.score(Result.getOrThrow(made), 1)).proposed.toSorted()
    }
    expect(of([0, 1, 2, 3])).toEqual(["0", "1"])
    expect(of([3, 2, 1, 0])).toEqual(["0", "1"])
  })
})
