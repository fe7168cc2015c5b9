import { DifferenceInDifferences } from "@timbang/core/evaluation"
import { Undefined } from "@timbang/core/number"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import vector from "./vectors/did-card-krueger-means.json" with { type: "json" }

type Observation = DifferenceInDifferences.Observation

const found = (observations: ReadonlyArray<Observation>): DifferenceInDifferences.Estimate => {
  const estimate = DifferenceInDifferences.estimate(observations)
  if (Undefined.isUndefined(estimate)) throw new Error(estimate.reason)
  return estimate
}

/** Least squares on constant, group, period and product, with the sandwich written out: the slow, plain way. */
const sandwich = (observations: ReadonlyArray<Observation>): { readonly b: number; readonly se: number } => {
  const rows = observations.map(({ isAfter, isTreated }) => {
    const [g, t] = [Number(isTreated), Number(isAfter)]
    return [1, g, t, g * t]
  })
  const k = 4
  const places = [0, 1, 2, 3]
  const xtx = places.map((i) => places.map((j) => sum(rows.map((r) => r[i]! * r[j]!))))
  const bread = inverse(xtx)
  const xty = places.map((i) => sum(rows.map((r, n) => r[i]! * observations[n]!.outcome)))
  const beta = bread.map((row) => sum(row.map((one, j) => one * xty[j]!)))
  const scores = new Map<string, Array<number>>()
  rows.forEach((row, n) => {
    const residual = observations[n]!.outcome - sum(row.map((one, j) => one * beta[j]!))
    const score = scores.get(observations[n]!.cluster) ?? [0, 0, 0, 0]
    scores.set(observations[n]!.cluster, score.map((one, j) => one + row[j]! * residual))
  })
  const [n, g] = [observations.length, scores.size]
  const factor = (g / (g - 1)) * ((n - 1) / (n - k))
  const last = bread[3]!
  const variance = sum([...scores.values()].map((score) => sum(score.map((one, j) => one * last[j]!)) ** 2))
  return { b: beta[3]!, se: Math.sqrt(factor * variance) }
}
const sum = (values: ReadonlyArray<number>): number => values.reduce((a, b) => a + b, 0)
const inverse = (matrix: ReadonlyArray<ReadonlyArray<number>>): ReadonlyArray<ReadonlyArray<number>> => {
  const n = matrix.length
  const a = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let c = 0; c < n; c++) {
    const most = Math.max(...a.slice(c).map((row) => Math.abs(row[c]!)))
    const pivot = a.findIndex((row, i) => i >= c && Math.abs(row[c]!) === most)
    ;[a[c], a[pivot]] = [a[pivot]!, a[c]!]
    const lead = a[c]![c]!
    a[c] = a[c]!.map((one) => one / lead)
    for (let r = 0; r < n; r++) if (r !== c) a[r] = a[r]!.map((one, j) => one - a[r]![c]! * a[c]![j]!)
  }
  return a.map((row) => row.slice(n))
}

const outcomes = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 3 })
const panel = fc.integer({ min: 2, max: 5 }).chain((half) =>
  fc.array(
    fc.record({ before: outcomes, after: outcomes }),
    { minLength: 2 * half, maxLength: 2 * half }
  ).map((units) =>
    units.flatMap(({ after, before }, i) => [
      ...before.map((outcome) => ({ cluster: `u${i}`, isTreated: i < half, isAfter: false, outcome })),
      ...after.map((outcome) => ({ cluster: `u${i}`, isTreated: i < half, isAfter: true, outcome }))
    ])
  )
)

describe("DifferenceInDifferences", () => {
  it("Card and Krueger 1994, table 3: 2.75 from the rounded means", () => {
    const off = DifferenceInDifferences.ofMeans(vector.input) - vector.expected.did
    expect(Math.abs(off)).toBeLessThanOrEqual(vector.tolerance)
  })

  it("equals least squares with the cluster sandwich and the factor G/(G-1) x (N-1)/(N-k)", () => {
    fc.assert(fc.property(panel, (observations) => {
      const estimate = DifferenceInDifferences.estimate(observations)
      fc.pre(!Undefined.isUndefined(estimate))
      if (Undefined.isUndefined(estimate)) return
      const { b, se } = sandwich(observations)
      expect(estimate.difference).toBeCloseTo(b, 9)
      fc.pre(se > 1e-6)
      expect(estimate.standardError).toBeCloseTo(se, 9)
    }))
  })

  it("is byte for byte the same for any order of the observations", () => {
    const both = panel.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
    fc.assert(fc.property(both, ([observations, shuffled]) => {
      expect(DifferenceInDifferences.estimate(shuffled)).toEqual(DifferenceInDifferences.estimate(observations))
    }))
  })

  it("moves with a shift of the treated after period, and with nothing that hits all alike", () => {
    fc.assert(fc.property(panel, fc.integer({ min: -50, max: 50 }), (observations, shift) => {
      fc.pre(!Undefined.isUndefined(DifferenceInDifferences.estimate(observations)))
      const { difference } = found(observations)
      const shifted = (isHit: (one: Observation) => boolean) =>
        found(observations.map((one) => (isHit(one) ? { ...one, outcome: one.outcome + shift } : one)))
      expect(shifted(({ isAfter, isTreated }) => isTreated && isAfter).difference).toBeCloseTo(difference + shift, 9)
      expect(shifted(({ isAfter }) => isAfter).difference).toBeCloseTo(difference, 9)
    }))
  })

  it("is undefined with a reason", () => {
    const seen = (cluster: string, isTreated: boolean, isAfter: boolean, outcome: number) =>
      ({ cluster, isTreated, isAfter, outcome })
    expect(DifferenceInDifferences.estimate([])).toMatchObject({ reason: "no-values" })
    expect(DifferenceInDifferences.estimate([seen("a", true, true, NaN)])).toMatchObject({ reason: "not-a-number" })
    const two = ["a", "b"].flatMap((unit, i) =>
      [false, true].flatMap((after) => [1, 2].map((one) => seen(unit, i === 0, after, one)))
    )
    expect(DifferenceInDifferences.estimate(two)).toMatchObject({ reason: "too-few-values", found: 1, needed: 2 })
    const mixed = two.map((one, i) => (i === 0 ? { ...one, isTreated: false } : one))
    expect(DifferenceInDifferences.estimate(mixed)).toMatchObject({ reason: "out-of-range", found: 1 })
    const flat = ["a", "b", "c", "d"].flatMap((unit, i) => [false, true].map((after) => seen(unit, i < 2, after, 5)))
    expect(DifferenceInDifferences.estimate(flat)).toMatchObject({ reason: "no-variation" })
  })
})
