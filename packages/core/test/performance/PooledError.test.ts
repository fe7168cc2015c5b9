import { Undefined } from "@timbang/core/number"
import { FairRank, PooledError } from "@timbang/core/performance"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const policy = { tail: "lowest", tailPercent: 25, bar: 0.9, method: "REML" } as const
const answered = (id: string, scores: ReadonlyArray<number>): PooledError.Answered => {
  const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length
  return { id, estimate: mean, answers: scores.length, variance: scores.length < 2 ? 0 : scores.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (scores.length - 1) }
}
const score = fc.integer({ min: 25, max: 100 })
const colleagues = Array.from({ length: 11 }, (_, at) => answered(`officer-${at}`, Array.from({ length: 60 }, (_, i) => 78 + at % 4 + (i * 7 + at) % 21 - 10)))
const prepared = (units: ReadonlyArray<PooledError.Answered>, fewest?: number) => {
  const found = PooledError.prepare(units, fewest)
  if (Undefined.isUndefined(found)) throw new Error(found.reason)
  return found
}

describe("an officer is never punished for the noise of four survey answers", () => {
  it("whatever the four answers are, and however low a minimum the host asks for", () => {
    fc.assert(fc.property(fc.array(score, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 10 }), (four, fewest) => {
      const { estimates, pending } = prepared([...colleagues, answered("four", four)], fewest)
      expect(pending).toEqual([{ id: "four", answers: four.length, missing: 10 - four.length }])
      const report = Result.getOrThrow(FairRank.compare(estimates, policy, { draws: 500, seed: 1 }))
      expect(report.units.some(({ id }) => id === "four")).toBe(false)
    }), { numRuns: 50 })
  })

  it("their own error would have flagged the officer: four lowest answers, nearly alike", () => {
    const four = answered("four", [55, 56, 55, 56])
    const own = [...colleagues, four].map(({ answers, estimate, id, variance }) => ({ id, estimate, standardError: Math.sqrt(variance / answers) }))
    const naive = Result.getOrThrow(FairRank.compare(own, policy, { draws: 2000, seed: 1 }))
    expect(naive.units.find(({ id }) => id === "four")!.isFlagged).toBe(true)
    expect(prepared([...colleagues, four]).estimates.map(({ id }) => id)).not.toContain("four")
  })

  it("ten to twenty-nine answers borrow the error of all, so that being alike is not being certain", () => {
    const ten = answered("ten", Array.from({ length: 10 }, (_, at) => 76 + at % 2))
    const { estimates, pooledVariance } = prepared([...colleagues, ten])
    expect(estimates.find(({ id }) => id === "ten")!.standardError).toBeCloseTo(Math.sqrt(pooledVariance / 10), 12)
    const report = Result.getOrThrow(FairRank.compare(estimates, policy, { draws: 2000, seed: 1 }))
    expect(report.units.find(({ id }) => id === "ten")!).toMatchObject({ isFlagged: false, wouldRawFlag: true })
  })
})

describe("PooledError.prepare", () => {
  it("does not depend on the order of the units", () => {
    const units = [...colleagues, answered("ten", [70, 71, 70, 72, 73, 70, 70, 71, 75, 70])]
    const [one, other] = [prepared(units), prepared(units.toReversed())]
    expect(other.pooledVariance).toBe(one.pooledVariance)
    expect(other.estimates.toReversed()).toEqual(one.estimates)
  })

  it("says why there is none: one answer for each unit, or answers without any spread", () => {
    expect(PooledError.prepare([answered("a", [80]), answered("b", [70])])).toMatchObject({ reason: "too-few-values" })
    expect(PooledError.prepare([answered("a", [80, 80]), answered("b", [70, 70])])).toMatchObject({ reason: "no-variation" })
  })
})
