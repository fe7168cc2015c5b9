import { CriticalWeight } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { failure } from "./multicriteria.ts"
import { cases } from "./vectors.ts"

interface Input {
  readonly scores: ReadonlyArray<ReadonlyArray<number>>
  readonly weights: ReadonlyArray<number>
  readonly vary: number
}
interface Expected {
  readonly total: ReadonlyArray<number>
  readonly top: number
  readonly criticalWeights: ReadonlyArray<{ readonly weight: string; readonly newTop: number }>
}

const vary = ({ scores, vary, weights }: Input) =>
  CriticalWeight.vary(
    scores.map((_, i) => `u${i}`),
    Object.fromEntries(weights.map((_, j) => [`c${j}`, scores.map((row) => row[j]!)])),
    Object.fromEntries(weights.map((weight, j) => [`c${j}`, weight])),
    `c${vary}`
  )

describe("CriticalWeight.vary", () => {
  for (
    const { expected, input, name } of cases<Input, Expected>("mcdm-stability").filter(({ name }) =>
      name.startsWith("weight")
    )
  ) {
    it(`vector ${name}, exactly`, () => {
      const found = Result.getOrThrow(vary(input))
      expect(found.totals.map(Fraction.toNumber)).toEqual(expected.total)
      expect(found.first).toEqual([`u${expected.top}`])
      expect(found.critical.map(({ unit, weight }) => [Fraction.format(weight), unit]))
        .toEqual(expected.criticalWeights.map(({ newTop, weight }) => [weight, `u${newTop}`]))
    })
  }

  it("at a critical weight the two are level, and just past the nearest first one the order has turned", () => {
    const score = fc.integer({ min: 0, max: 20 })
    const rows = fc.array(fc.tuple(score, score, score), { minLength: 2, maxLength: 6 })
    fc.assert(fc.property(rows, fc.integer({ min: 1, max: 8 }), (scores, tenth) => {
      const weights = [tenth / 10, (9 - tenth) / 10, 0.1]
      const { critical, first, totals } = Result.getOrThrow(vary({ scores, weights, vary: 0 }))
      const most = totals.reduce(Fraction.max)
      expect(first).toEqual(scores.flatMap((_, i) => (Fraction.compare(totals[i]!, most) === 0 ? [`u${i}`] : [])))
      if (first.length > 1) expect(critical).toEqual([])
      for (const { isFirst, unit, weight } of critical) {
        const rest = Fraction.divide(Fraction.subtract(Fraction.one, weight), Fraction.parseUnsafe((10 - tenth) / 10))
        const at = scores.map(([x, y, z]) =>
          Fraction.sum([
            Fraction.multiply(weight, Fraction.make(x)),
            Fraction.multiply(
              rest,
              Fraction.add(
                Fraction.multiply(Fraction.parseUnsafe((9 - tenth) / 10), Fraction.make(y)),
                Fraction.multiply(Fraction.make(1, 10), Fraction.make(z))
              )
            )
          ])
        )
        const [a, b] = [at[Number(first[0]!.slice(1))]!, at[Number(unit.slice(1))]!]
        expect(a).toEqual(b)
        expect(isFirst).toBe(at.every((one) => Fraction.compare(one, a) <= 0))
      }
    }))
  })

  it("leaves out a weight that no weighting can reach", () => {
    // a is ahead in both; the lines would cross at 2 and at -1 only.
    const at = (scores: ReadonlyArray<ReadonlyArray<number>>) =>
      Result.getOrThrow(vary({ scores, weights: [0.5, 0.5], vary: 0 })).critical
    expect(at([[2, 3], [1, 1]])).toEqual([])
    expect(at([[3, 2], [1, 1]])).toEqual([])
  })

  it("refuses by name", () => {
    const good: Input = { scores: [[1, 0], [0, 1]], weights: [0.6, 0.4], vary: 0 }
    expect(failure(vary(good))).toBe("scored")
    expect(failure(vary({ ...good, vary: 5 }))).toMatch(/CannotVary: weight of "c5" is absent/)
    expect(failure(vary({ ...good, weights: [1, 0] }))).toMatch(/CannotVary: weight of "c0" is 1/)
    expect(failure(vary({ ...good, weights: [0.6, 0.6] }))).toContain("WeightsNotOne")
    expect(failure(vary({ ...good, scores: [[1, NaN], [0, 1]] }))).toMatch(
      /ScoreRefused: score of "u0" in "c1": found NaN/
    )
    expect(failure(CriticalWeight.vary(["a", "b"], { x: [1], y: [1, 2] }, { x: 0.5, y: 0.5 }, "x"))).toMatch(
      /score of "b" in "x": found nothing/
    )
  })
})
