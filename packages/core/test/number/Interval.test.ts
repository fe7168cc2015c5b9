import { Binomial, Interval, Undefined } from "@timbang/core/number"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import vector from "./vectors/wilson-interval.json" with { type: "json" }

const ends = (found: Interval.Interval | Undefined.Undefined): readonly [number, number] => {
  if (Undefined.isUndefined(found)) throw new Error(found.reason)
  return [found.lower, found.upper]
}
const counts = fc.integer({ min: 1, max: 300 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

describe("Interval.wilson", () => {
  it("gives the intervals of Newcombe 1998, table I, method 3", () => {
    vector.input.cases.forEach(({ k, n }, i) => {
      const [lower, upper] = ends(Interval.wilson(k, n, vector.input.level))
      expect(Math.abs(lower - vector.expected[i]![0]!)).toBeLessThanOrEqual(vector.tolerance)
      expect(Math.abs(upper - vector.expected[i]![1]!)).toBeLessThanOrEqual(vector.tolerance)
    })
  })
  it("has no estimate without observations, and exact ends for none and for all", () => {
    expect(Interval.wilson(0, 0)).toMatchObject({ _tag: "Undefined", reason: "no-values" })
    expect(ends(Interval.wilson(0, 7))[0]).toBe(0)
    expect(ends(Interval.wilson(7, 7))[1]).toBe(1)
  })
  it("refuses counts that are no counts and levels that are no levels", () => {
    const odd = [[-1, 5, 0.95], [6, 5, 0.95], [0.5, 5, 0.95], [1, 2.5, 0.95], [1, 5, 1], [1, 5, NaN], [NaN, 5, 0.9]]
    for (const [k, n, level] of odd) {
      expect(Undefined.isUndefined(Interval.wilson(k!, n!, level)), `${k} of ${n} at ${level}`).toBe(true)
    }
  })
  it("holds the share, lies within 0 and 1, mirrors, and widens with the level", () => {
    fc.assert(fc.property(counts, ([k, n]) => {
      const [lower, upper] = ends(Interval.wilson(k, n))
      expect(lower).toBeGreaterThanOrEqual(0)
      expect(upper).toBeLessThanOrEqual(1)
      expect(lower <= k / n && k / n <= upper).toBe(true)
      const mirrored = ends(Interval.wilson(n - k, n))
      expect(mirrored[0]).toBeCloseTo(1 - upper, 12)
      const wider = ends(Interval.wilson(k, n, 0.99))
      expect(wider[0] <= lower && upper <= wider[1]).toBe(true)
    }))
  })
})

describe("Interval.agrestiCoull", () => {
  it("is not clipped and shares its centre with Wilson's", () => {
    expect(ends(Interval.agrestiCoull(0, 20))[0]).toBeLessThan(0)
    fc.assert(fc.property(counts, ([k, n]) => {
      fc.pre(k > 0 && k < n)
      const [a, b] = ends(Interval.agrestiCoull(k, n))
      const [c, d] = ends(Interval.wilson(k, n))
      expect((a + b) / 2).toBeCloseTo((c + d) / 2, 12)
      expect(b - a).toBeGreaterThanOrEqual(d - c - 1e-12)
    }))
  })
})

describe("Interval.clopperPearson", () => {
  it("ends where a tail of the binomial is half of what is left out", () => {
    fc.assert(fc.property(counts, ([k, n]) => {
      const [lower, upper] = ends(Interval.clopperPearson(k, n))
      if (k > 0) expect(Binomial.upperTail(k - 1, n, lower)).toBeCloseTo(0.025, 10)
      if (k < n) expect(Binomial.cdf(k, n, upper)).toBeCloseTo(0.025, 10)
    }))
  })
})

describe("Interval.difference", () => {
  it("gives the intervals of Newcombe 1998, table II, method 10", () => {
    const cases = [
      [56, 70, 48, 80, 0.0524, 0.3339], [9, 10, 3, 10, 0.1705, 0.809], [6, 7, 2, 7, 0.0582, 0.8062],
      [5, 56, 0, 29, -0.0381, 0.1926], [0, 10, 0, 20, -0.1611, 0.2775], [10, 10, 0, 10, 0.6075, 1]
    ] as const
    for (const [a, m, b, n, lower, upper] of cases) {
      const found = ends(Interval.difference([a, m], [b, n]))
      expect(found[0]).toBeCloseTo(lower, 4)
      expect(found[1]).toBeCloseTo(upper, 4)
    }
  })
})

describe("Interval.ratio and Interval.mean", () => {
  it("has no ratio where a count is zero", () => {
    expect(Interval.ratio([0, 10], [5, 10])).toMatchObject({ _tag: "Undefined", reason: "not-positive" })
  })
  it("needs two observations and names the missing one by position", () => {
    expect(Interval.mean([1, NaN, 3])).toMatchObject({ reason: "not-a-number", found: 1 })
    expect(Interval.mean([1])).toMatchObject({ reason: "too-few-values", found: 1, needed: 2 })
  })
  it("refuses a standard error below zero and an estimate that is none", () => {
    expect(Interval.around(1, -1)).toMatchObject({ reason: "out-of-range" })
    expect(Interval.around(1, NaN)).toMatchObject({ reason: "out-of-range" })
    expect(Interval.around(1, 1, 0)).toMatchObject({ reason: "out-of-range" })
    expect(Interval.around(NaN, 1)).toMatchObject({ reason: "not-a-number" })
  })
  it("takes observations in any order", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 }), (values) => {
      expect(Interval.mean(values.toReversed())).toEqual(Interval.mean(values))
    }))
  })
})
