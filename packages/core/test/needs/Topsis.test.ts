import { Decision, Rank, Topsis } from "@timbang/core/needs"
import { Seeded } from "@timbang/core/number"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decide, decision, failure, type Input } from "./multicriteria.ts"
import { cases, gap } from "./vectors.ts"

interface Expected {
  readonly similarity?: ReadonlyArray<number>
  readonly similarity3dp?: ReadonlyArray<number>
  readonly ranksWithTies?: ReadonlyArray<number>
  readonly ideal?: ReadonlyArray<number>
  readonly antiIdeal?: ReadonlyArray<number>
}
interface Reversal {
  readonly similarityFull: ReadonlyArray<number>
  readonly similarityReduced: ReadonlyArray<number>
  readonly orderFullWithoutRemoved: ReadonlyArray<number>
  readonly orderReduced: ReadonlyArray<number>
}

const similarity = (input: Input, scale: "vector" | "min-max" | "none") =>
  Result.getOrThrow(Topsis.score(decision(input), scale))

describe("Topsis.score", () => {
  for (
    const { expected, input, name, tolerance } of cases<Input & { readonly normalise: string }, Expected>("mcdm-topsis")
  ) {
    it(`vector ${name}`, () => {
      const found = similarity(input, input.normalise === "none" ? "none" : "min-max")
      expect(gap(found.similarity, (expected.similarity ?? expected.similarity3dp)!)).toBeLessThanOrEqual(tolerance!)
      if (expected.ranksWithTies !== undefined) {
        expect(Decision.ranks(found.similarity, "high")).toEqual(expected.ranksWithTies)
      }
      if (expected.ideal !== undefined) expect([...found.ideal]).toEqual(expected.ideal)
      if (expected.antiIdeal !== undefined) expect([...found.antiIdeal]).toEqual(expected.antiIdeal)
    })
  }

  for (
    const { expected, input, name, tolerance } of cases<Input & { readonly removeAlternative: number }, Reversal>(
      "mcdm-stability"
    ).filter(({ name }) => name.startsWith("topsis"))
  ) {
    it(`vector ${name}: the order turns when a unit leaves`, () => {
      const full = similarity(input, "vector").similarity
      expect(gap(full, expected.similarityFull)).toBeLessThanOrEqual(tolerance!)
      expect(Rank.order(full, "high").filter((i) => i !== input.removeAlternative)).toEqual(
        expected.orderFullWithoutRemoved
      )
      const reduced = similarity({
        ...input,
        matrix: input.matrix.filter((_, i) => i !== input.removeAlternative)
      }, "vector").similarity
      expect(gap(reduced, expected.similarityReduced)).toBeLessThanOrEqual(tolerance!)
      const back = input.matrix.map((_, i) => i).filter((i) => i !== input.removeAlternative)
      expect(Rank.order(reduced, "high").map((i) => back[i])).toEqual(expected.orderReduced)
    })
  }

  it("improving a figure never lowers the similarity on a fixed scale, and lies within 0 and 1", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })), {
      minLength: 2,
      maxLength: 8
    })
    fc.assert(fc.property(rows, (matrix) => {
      const input: Input = { matrix: [[0, 100], [100, 0], ...matrix], weights: [1, 2], types: ["max", "min"] }
      const found = similarity(input, "min-max").similarity
      const better = similarity(
        { ...input, matrix: input.matrix.map((row, i) => (i === 2 ? [row[0]! + 1, row[1]!] : row)) },
        "min-max"
      ).similarity
      expect(better[2]!).toBeGreaterThanOrEqual(found[2]! - 1e-12)
      expect(Math.min(...found)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...found)).toBeLessThanOrEqual(1)
    }))
  })

  it("equals the definition for more alternatives than fit one block", () => {
    const generator = Seeded.make(5)
    const matrix = Array.from({ length: 2500 }, () => [1 + Seeded.unit(generator), 1 + Seeded.unit(generator)])
    const found = similarity({ matrix, weights: [1, 3], types: ["max", "min"] }, "vector").similarity
    const scaled = [0, 1].map((j) => {
      const norm = Math.sqrt(matrix.reduce((sum, row) => sum + row[j]! ** 2, 0))
      return matrix.map((row) => ((j === 0 ? 0.25 : 0.75) * row[j]!) / norm)
    })
    const [most, least] = [scaled.map((column) => Math.max(...column)), scaled.map((column) => Math.min(...column))]
    const expected = matrix.map((_, i) => {
      const near = Math.hypot(scaled[0]![i]! - most[0]!, scaled[1]![i]! - least[1]!)
      const far = Math.hypot(scaled[0]![i]! - least[0]!, scaled[1]![i]! - most[1]!)
      return far / (near + far)
    })
    expect(gap(found, expected)).toBeLessThan(1e-12)
  })

  it("refuses a constant column where it needs a spread, and alternatives that are alike", () => {
    const input: Input = { matrix: [[1, 5], [2, 5]], weights: [1, 1], types: ["max", "max"] }
    expect(failure(Topsis.score(decision(input), "min-max"))).toMatch(/ColumnConstant: indicator "c1" is 5/)
    expect(failure(Topsis.score(decision(input), "vector"))).toBe("scored")
    expect(failure(Topsis.score(decision({ ...input, matrix: [[1, 5], [1, 5]] }), "vector"))).toContain(
      "NothingToCompare"
    )
  })
})

describe("Decision.make refuses by cell", () => {
  const input: Input = { matrix: [[1, 2], [3, 4]], weights: [1, 1], types: ["max", "min"] }
  it("accepts the decision as it stands", () => expect(failure(decide(input))).toBe("scored"))
  it("NaN and infinity", () => {
    expect(failure(decide({ ...input, matrix: [[1, 2], [NaN, 4]] }))).toMatch(
      /cell of unit "a1", indicator "c0": found NaN/
    )
    expect(failure(decide({ ...input, matrix: [[1, 2], [3, Infinity]] }))).toMatch(/unit "a1", indicator "c1"/)
  })
  it("negative weights, one alternative, a name that stands twice", () => {
    expect(failure(decide({ ...input, weights: [2, -1] }))).toContain("WeightRefused")
    expect(failure(decide({ ...input, matrix: [[1, 2]] }))).toContain("NothingToCompare")
    const more = { id: "x", direction: "more-is-better", figures: [1, 2] } as const
    expect(failure(Decision.make(["a", "a"], [more], { method: "equal" }))).toMatch(/IdRepeated: alternative "a"/)
    expect(failure(Decision.make(["a", "b"], [more, more], { method: "equal" }))).toMatch(/IdRepeated: criterion "x"/)
    expect(failure(Decision.make(["a", "b", "c"], [more], { method: "equal" }))).toContain("ColumnLength")
  })
  it("unscaled figures of mixed directions", () => {
    expect(failure(Decision.scaled(decision(input), "none"))).toMatch(/DirectionMixed: less is better in "c1"/)
  })
})
