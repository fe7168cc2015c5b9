import { Weighting } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cases, gap } from "./vectors.ts"

interface Input {
  readonly method: "entropy" | "standard-deviation" | "critic" | "merec"
  readonly matrix: ReadonlyArray<ReadonlyArray<number>>
  readonly types?: ReadonlyArray<"max" | "min">
}

const methods = {
  entropy: { method: "entropy" },
  "standard-deviation": { method: "standard-deviation", scale: "none" },
  critic: { method: "critic" },
  merec: { method: "merec" }
} as const

const weigh = (method: Weighting.Method, { matrix, types }: Pick<Input, "matrix" | "types">) =>
  Weighting.weigh(
    method,
    matrix[0]!.map((_, j) => ({ id: `c${j}`, direction: types?.[j] === "min" ? "less-is-better" : "more-is-better" })),
    matrix.map((_, i) => `u${i}`),
    matrix[0]!.map((_, j) => matrix.map((row) => row[j]!))
  )

const failure = (result: Result.Result<unknown, { readonly _tag: string; readonly message: string }>) =>
  Result.match(result, { onFailure: ({ _tag, message }) => `${_tag}: ${message}`, onSuccess: () => "weighed" })

describe("Weighting", () => {
  for (
    const { expected, input, name, tolerance } of cases<Input, { readonly weights?: ReadonlyArray<number> }>(
      "weights-objective"
    )
  ) {
    it(`vector ${name}`, () => {
      const { weights } = Result.getOrThrow(weigh(methods[input.method], input))
      if (expected.weights !== undefined) {
        expect(gap(weights, expected.weights), [...weights].join(" ")).toBeLessThanOrEqual(tolerance ?? 1e-9)
      } else {
        expect(weights[0]).toBe(0)
        expect(weights[0]! < weights[1]! && weights[1]! < weights[2]!).toBe(true)
      }
    })
  }

  it("given weights are checked without rounding", () => {
    const sixths = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((id) => [id, "1/6"]))
    expect(Result.isSuccess(Weighting.given(Object.keys(sixths), sixths))).toBe(true)
    expect(failure(Weighting.given(["a", "b", "c"], { a: 1 / 3, b: 1 / 3, c: 1 / 3 }))).toContain("WeightsNotOne")
    expect(failure(Weighting.given(["a", "b"], { a: 0.6, b: 0.6 }))).toContain("6/5")
  })

  it("refuses a negative weight, NaN, a missing name and a stranger, by name", () => {
    expect(failure(Weighting.given(["a", "b"], { a: -0.5, b: 1.5 }))).toMatch(
      /WeightRefused: weight of "a": found -0\.5/
    )
    expect(failure(Weighting.given(["a", "b"], { a: NaN, b: 1 }))).toContain("NaN")
    expect(failure(Weighting.given(["a", "b"], { a: 1 }))).toContain("no weight")
    expect(failure(Weighting.given(["a"], { a: 1, z: 0 }))).toContain("\"z\"")
    expect(failure(Weighting.given(["a", "a"], { a: 1 }))).not.toBe("weighed")
    expect(failure(Weighting.fromParts(["a", "b"], { a: 0, b: 0 }))).toContain("WeightsNotOne")
    expect(failure(Weighting.given(["toString"], {}))).toContain("no weight")
  })

  it("refuses a cell that the method cannot use, by unit and criterion", () => {
    expect(failure(weigh(methods.entropy, { matrix: [[1, 2], [3, NaN]] }))).toMatch(
      /unit "u1", indicator "c1": found NaN/
    )
    expect(failure(weigh(methods.entropy, { matrix: [[1, -2], [3, 4]] }))).toMatch(
      /unit "u0", indicator "c1": found -2/
    )
    expect(failure(weigh(methods.merec, { matrix: [[1, 0], [3, 4]] }))).toMatch(/unit "u0", indicator "c1": found 0/)
    expect(failure(weigh(methods.critic, { matrix: [[1, 5], [3, 5]] }))).toMatch(/ColumnConstant: indicator "c1" is 5/)
    expect(failure(weigh({ method: "standard-deviation", scale: "min-max" }, { matrix: [[1, 5], [3, 5]] }))).toContain(
      "c1"
    )
    expect(failure(weigh(methods["standard-deviation"], { matrix: [[5, 5], [5, 5]] }))).toContain("ColumnConstant")
  })

  it("says how the columns were scaled, and scaling changes CRITIC", () => {
    const matrix = [[1, 900], [2, 100], [4, 500]]
    const scaled = Result.getOrThrow(weigh(methods.critic, { matrix }))
    const raw = Result.getOrThrow(weigh({ method: "critic", unscaled: true }, { matrix }))
    expect([scaled.scaling, raw.scaling]).toEqual(["min-max", "none"])
    expect(gap(scaled.weights, [...raw.weights])).toBeGreaterThan(0.1)
  })

  it("weights are shares of one, and do not depend on the order of the units", () => {
    const matrix = fc.array(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 8
    })
    fc.assert(fc.property(matrix, fc.constantFrom(...Object.values(methods)), (rows, method) => {
      const forth = weigh(method, { matrix: rows })
      const back = weigh(method, { matrix: [...rows].reverse() })
      expect(Result.isFailure(back)).toBe(Result.isFailure(forth))
      if (Result.isFailure(forth) || Result.isFailure(back)) return
      expect(forth.success.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
      expect(Math.min(...forth.success.weights)).toBeGreaterThanOrEqual(-1e-15)
      expect(gap(forth.success.weights, [...back.success.weights])).toBeLessThan(1e-9)
    }))
  })

  it("keeps named weights exact", () => {
    const { exact } = Result.getOrThrow(Weighting.fromParts(["a", "b", "c"], { a: 1, b: 1, c: 1 }))
    expect(exact!.map(Fraction.format)).toEqual(["1/3", "1/3", "1/3"])
  })
})
