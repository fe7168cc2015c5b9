import { CompositeIndex, Sobol, Table, Uncertainty } from "@timbang/core/needs"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { hdi } from "./hdi.ts"
import { failure } from "./multicriteria.ts"
import { cases } from "./vectors.ts"

interface Ishigami {
  readonly input: { readonly a: number; readonly b: number }
  readonly expected: {
    readonly mean: number
    readonly variance: number
    readonly S1: ReadonlyArray<number>
    readonly ST: ReadonlyArray<number>
  }
}

const [{ expected, input: { a, b } }] = cases<Ishigami["input"], Ishigami["expected"]>(
  "sobol-ishigami"
) as unknown as readonly [Ishigami]
const inputs = ["x1", "x2", "x3"].map((id) => ({ id, low: -Math.PI, high: Math.PI }))
const ishigami = (at: Float64Array) => Math.sin(at[0]!) + a * Math.sin(at[1]!) ** 2 + b * at[2]! ** 4 * Math.sin(at[0]!)
const analyse = (draws: number, seed: number) => Result.getOrThrow(Sobol.analyse(inputs, ishigami, { draws, seed }))
const found = (share: Sobol.Share) => (share._tag === "Converged" ? share.share : share.found)

describe("Sobol.analyse", () => {
  it("vector sobol-ishigami: near the closed form at N = 65,536 (Ishigami and Homma 1990)", () => {
    const shares = analyse(65_536, 2024)
    expect(shares.evaluations).toBe(65_536 * 5)
    expect(shares.mean).toBeCloseTo(expected.mean, 1)
    expect(Math.abs(shares.variance / expected.variance - 1)).toBeLessThan(0.02)
    shares.inputs.forEach(({ first, total }, j) => {
      expect(Math.abs(found(first) - expected.S1[j]!), `S1 ${j}`).toBeLessThan(0.02)
      expect(Math.abs(found(total) - expected.ST[j]!), `ST ${j}`).toBeLessThan(0.02)
    })
  })

  it("about 95 of 100 intervals hold the truth", () => {
    let [held, all] = [0, 0]
    for (let seed = 0; seed < 100; seed++) {
      analyse(1024, seed).inputs.forEach(({ first, total }, j) => {
        for (const [share, truth] of [[first, expected.S1[j]!], [total, expected.ST[j]!]] as const) {
          all++
          if (share.low <= truth + 1e-12 && share.high >= truth - 1e-12) held++
        }
      })
    }
    expect(held / all).toBeGreaterThan(0.92)
    expect(held / all).toBeLessThan(0.98)
  })

  it("a share outside 0 to 1 comes only as not converged", () => {
    const all = Array.from({ length: 40 }, (_, seed) => analyse(32, seed)).flatMap(({ inputs }) =>
      inputs.flatMap(({ first, total }) => [first, total])
    )
    const outside = all.filter(({ _tag }) => _tag === "NotConverged")
    expect(outside.length).toBeGreaterThan(0)
    for (const share of all) {
      if (share._tag === "Converged") {
        expect(share.share >= 0 && share.share <= 1 && share.low >= 0 && share.high <= 1).toBe(true)
      } else expect(share).toMatchObject({ reason: "N too small" })
      if (share._tag === "NotConverged") expect(share.found < 0 || share.found > 1).toBe(true)
    }
  })

  it("the same seed gives the same shares", () => expect(analyse(64, 5)).toEqual(analyse(64, 5)))

  it("refuses a constant result, a result that is no number, and a design that is none", () => {
    const of = (
      result: (at: Float64Array) => number,
      change: Partial<{ draws: number; seed: number }> = {},
      over = inputs
    ) => failure(Sobol.analyse(over, result, { draws: 64, seed: 1, ...change }))
    expect(of(() => 3)).toMatch(/ResultConstant: the result is 3 everywhere/)
    expect(of((at) => (at[0]! > 3 ? NaN : at[0]!), { draws: 4096 })).toMatch(
      /ResultNotFinite: the result is NaN at 3\./
    )
    expect(of(ishigami, { draws: 1 })).toContain("draws: found 1")
    expect(of(ishigami, { seed: 0.5 })).toContain("seed: found 0.5")
    expect(of(ishigami, {}, [])).toContain("inputs: found none")
    expect(of(ishigami, {}, [inputs[0]!, inputs[0]!])).toContain("x1 twice")
    expect(of(ishigami, {}, [{ id: "x", low: 1, high: 1 }])).toContain("range of x")
  })
})

describe("Sobol.analyse of an index", () => {
  it("shares the variance of a unit's score between the decisions that made it", () => {
    const table = Result.getOrThrow(Table.make(["a", "b"], {
      lifeExpectancy: [70, 66],
      expectedSchooling: [12, 15],
      meanSchooling: [8, 10],
      gniPerCapitaPPP2017: [9000, 5000]
    }))
    const outcome = Result.getOrThrow(CompositeIndex.compute(hdi, table))
    const { inputs, scores } = Result.getOrThrow(
      Uncertainty.variants(outcome, { weightSpread: 0.2, means: ["arithmetic", "geometric"] })
    )
    const ranges = inputs.map((id) => ({ id, low: 0, high: 1 }))
    const shares = Result.getOrThrow(Sobol.analyse(ranges, (at) => scores(at)[0]!, { draws: 4096, seed: 1 }))
    expect(shares.inputs.map(({ id }) => id)).toEqual(inputs)
    const total = (id: string) => found(shares.inputs.find((one) => one.id === id)!.total)
    expect(total("weight of health")).toBeGreaterThan(total("weight of meanSchooling"))
    expect(shares.inputs.reduce((sum, one) => sum + found(one.total), 0)).toBeGreaterThan(0.95)
  })
})
