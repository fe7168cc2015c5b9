import { Correlation, RankTest, Undefined } from "@timbang/core/number"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import vector from "./vectors/rank-correlation.json" with { type: "json" }

const { ties, tuna } = vector.input
const valueOf = (found: number | Undefined.Undefined): number => {
  if (Undefined.isUndefined(found)) throw new Error(found.reason)
  return found
}
const near = (found: number | Undefined.Undefined, wanted: number, tolerance = vector.tolerance): void => {
  expect(Math.abs(valueOf(found) - wanted)).toBeLessThanOrEqual(tolerance)
}

describe("Correlation", () => {
  it("agrees with R on the canned tuna of Hollander and Wolfe 1973", () => {
    near(Correlation.kendall(tuna.x, tuna.y), vector.expected.tuna.kendall)
    near(Correlation.spearman(tuna.x, tuna.y), vector.expected.tuna.spearman)
    near(Correlation.pearson(tuna.x, tuna.y), vector.expected.tuna.pearson)
    expect(Correlation.countPairs(tuna.x, tuna.y).concordant).toBe(vector.expected.tuna.kendallT)
    near(RankTest.kendall(tuna.x, tuna.y), vector.expected.tuna.kendallExactP)
    near(RankTest.spearman(tuna.x, tuna.y), vector.expected.tuna.spearmanExactP)
  })

  it("agrees with R where values are tied", () => {
    near(Correlation.kendall(ties.x, ties.y), vector.expected.ties.kendallTauB)
    near(Correlation.spearman(ties.x, ties.y), vector.expected.ties.spearman)
    near(Correlation.pearson(ties.x, ties.y), vector.expected.ties.pearson)
    expect(RankTest.kendall(ties.x, ties.y)).toMatchObject({ _tag: "Undefined", reason: "ties" })
  })

  it("counts pairs as looking at each one does", () => {
    const few = fc.integer({ min: 0, max: 4 })
    fc.assert(fc.property(fc.array(fc.tuple(few, few), { minLength: 2, maxLength: 40 }), (pairs) => {
      const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
      const slow = { concordant: 0, discordant: 0, tiedFirst: 0, tiedSecond: 0, all: 0 }
      for (let i = 0; i < x.length; i++) {
        for (let j = 0; j < i; j++) {
          const sign = Math.sign(x[i]! - x[j]!) * Math.sign(y[i]! - y[j]!)
          slow.all++
          if (sign > 0) slow.concordant++
          if (sign < 0) slow.discordant++
          if (x[i] === x[j]) slow.tiedFirst++
          if (y[i] === y[j]) slow.tiedSecond++
        }
      }
      expect(Correlation.countPairs(x, y)).toEqual(slow)
    }))
  })

  it("lies between -1 and 1, does not care for the order of pairs, and turns sign with a variable", () => {
    const pair = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }))
    fc.assert(fc.property(fc.array(pair, { minLength: 2, maxLength: 60 }), (pairs) => {
      const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
      for (const of of [Correlation.pearson, Correlation.spearman, Correlation.kendall]) {
        const found = of(x, y)
        if (Undefined.isUndefined(found)) {
          expect(found.reason).toBe("no-variation")
          continue
        }
        expect(Math.abs(found)).toBeLessThanOrEqual(1)
        expect(of(x.toReversed(), y.toReversed())).toBe(found)
        near(of(x.map((one) => -one), y), -found, 1e-9)
        near(of(y, x), found, 1e-9)
      }
    }))
  })

  it("is undefined with a reason, never NaN", () => {
    const reason = (found: unknown) => Undefined.isUndefined(found) && found.reason
    expect(reason(Correlation.pearson([], []))).toBe("no-values")
    expect(reason(Correlation.pearson([1], [1]))).toBe("too-few-values")
    expect(reason(Correlation.pearson([1, 2], [1]))).toBe("lengths-differ")
    expect(reason(Correlation.kendall([1, 1], [1, 2]))).toBe("no-variation")
    expect(reason(Correlation.spearman([1, NaN], [1, 2]))).toBe("not-a-number")
    expect(reason(Correlation.interval(1, 30, "pearson"))).toBe("at-the-bound")
    expect(reason(Correlation.interval(0.3, 3, "pearson"))).toBe("too-few-values")
    expect(reason(Correlation.interval(NaN, 30, "spearman"))).toBe("out-of-range")
  })

  it("keeps its digits for values near the ends of what a number can hold", () => {
    near(Correlation.pearson([1e-200, 2e-200, 4e-200], [1e200, 3e200, 2e200]), 0.3273268353539886)
  })

  it("counts a hundred thousand pairs without looking at each of five billion", () => {
    const x = Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 100_003)
    const y = x.map((one) => one % 1000)
    const { concordant, discordant, tiedSecond, all } = Correlation.countPairs(x, y)
    expect(concordant + discordant + tiedSecond).toBe(all)
  })
})

describe("RankTest", () => {
  it("agrees with listing every order of up to six", () => {
    const orders = (n: number): ReadonlyArray<ReadonlyArray<number>> =>
      n === 0 ? [[]] : orders(n - 1).flatMap((rest) => Array.from({ length: n }, (_, at) => rest.toSpliced(at, 0, n)))
    for (const n of [2, 3, 5, 6]) {
      const all = orders(n)
      const straight = Array.from({ length: n }, (_, i) => i + 1)
      const rho = all.map((order) => valueOf(Correlation.spearman(straight, order)))
      const at = Math.floor(all.length / 3)
      const upper = rho.filter((one) => one >= rho[at]! - 1e-9).length
      const lower = rho.filter((one) => one <= rho[at]! + 1e-9).length
      near(RankTest.spearman(straight, all[at]!), Math.min(1, (2 * Math.min(upper, lower)) / all.length))
    }
  })
  it("stops where listing would never end", () => {
    const long = Array.from({ length: 200 }, (_, i) => i)
    expect(RankTest.spearman(long, long)).toMatchObject({ reason: "too-many-values", found: 200, needed: 12 })
  })
})
