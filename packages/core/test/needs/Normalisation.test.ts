import { type Indicator, Normalisation, Rank, Table } from "@timbang/core/needs"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { besideCases, cases, file, isBeside } from "./vectors.ts"

interface Asem {
  readonly data: {
    readonly units: ReadonlyArray<string>
    readonly indicators: ReadonlyArray<{ readonly iCode: string; readonly Direction: 1 | -1 }>
    readonly values: { readonly [code: string]: ReadonlyArray<number | null> }
  }
}

const { data } = file<Asem>("composite-asem-aggregate")
const table = Result.getOrThrow(Table.make(data.units, data.values))
const indicator = (
  id: string,
  direction: Indicator.Direction,
  goalposts?: Indicator.Goalposts
): Indicator.Indicator => ({
  id,
  title: id,
  unit: "",
  source: "",
  pillar: "",
  direction,
  ...(goalposts === undefined ? {} : { goalposts })
})
const indicators = data.indicators.map(({ Direction, iCode }) =>
  indicator(iCode, Direction === 1 ? "more-is-better" : "less-is-better")
)

const methods: Record<string, Normalisation.Method> = {
  n_minmax: { method: "min-max", to: [0, 100] },
  n_rank: { method: "rank", ties: "minimum" },
  n_borda: { method: "borda", ties: "minimum" },
  n_fracmax: { method: "fraction-of-maximum" }
}

const failure = (result: Result.Result<unknown, { readonly _tag: string; readonly message: string }>) =>
  Result.match(result, { onFailure: ({ _tag, message }) => `${_tag}: ${message}`, onSuccess: () => "normalised" })

type Columns = { readonly [code: string]: ReadonlyArray<number | null> }

describe("Normalisation", () => {
  const own = cases<unknown, Columns>("composite-asem-normalise").map((one) => ({ ...one, of: "vector" }))
  const whole = isBeside("composite-asem-normalise") ? besideCases<unknown, Columns>("composite-asem-normalise").map((one) => ({ ...one, of: "every column of" })) : []
  for (const { expected, name, of } of [...own, ...whole]) {
    it(`${of} ${name}`, () => {
      for (const [code, column] of Object.entries(expected)) {
        const one = indicators.find(({ id }) => id === code)!
        const found = Result.getOrThrow(
          Normalisation.column(Result.getOrThrow(Table.column(table, code)), table.units, one, methods[name]!)
        )
        column.forEach((figure, i) => {
          if (figure === null) expect(found[i], `${code} ${i}`).toBeNaN()
          else expect(Math.abs(found[i]! - figure), `${code} ${i}`).toBeLessThan(1e-9)
        })
      }
    })
  }

  it("percentile rank is the share of the others that are lower", () => {
    const found = Result.getOrThrow(
      Normalisation.column([3, 1, 3, 2, NaN], ["a", "b", "c", "d", "e"], indicator("x", "more-is-better"), {
        method: "percentile-rank"
      })
    )
    expect([...found]).toEqual([2 / 3, 0, 2 / 3, 1 / 3, NaN])
  })

  it("z-scores divide by n - 1 unless the population is named", () => {
    const of = (
      deviation?: "population"
    ) => [...Result.getOrThrow(Normalisation.column([1, 4], ["a", "b"], indicator("x", "more-is-better"), {
      method: "z-score",
      ...(deviation === undefined ? {} : { deviation })
    }))]
    expect(of()[1]).toBeCloseTo(Math.SQRT1_2, 15)
    expect(of("population")[1]).toBe(1)
  })

  it("goalposts cut off at their ends, turn less-is-better, and take logarithms", () => {
    const of = (
      figures: ReadonlyArray<number>,
      direction: Indicator.Direction,
      goalposts: Indicator.Goalposts
    ) => [
      ...Result.getOrThrow(
        Normalisation.column(figures, ["a", "b", "c"], indicator("x", direction, goalposts), { method: "goalposts" })
      )
    ]
    expect(of([10, 52.5, 99], "more-is-better", { low: 20, high: 85 })).toEqual([0, 0.5, 1])
    expect(of([10, 52.5, 99], "less-is-better", { low: 20, high: 85 })).toEqual([1, 0.5, 0])
    expect(of([100, 1000, 10_000], "more-is-better", { low: 100, high: 10_000, logarithm: true })[1]).toBeCloseTo(
      0.5,
      15
    )
  })

  it("refuses what has no answer, by name", () => {
    const of = (figures: ReadonlyArray<number>, method: Normalisation.Method, one = indicator("x", "more-is-better")) =>
      failure(Normalisation.column(figures, ["a", "b"], one, method))
    for (const method of ["min-max", "z-score", "distance-to-maximum"] as const) {
      expect(of([7, 7], { method })).toMatch(/ColumnConstant: indicator "x" is 7/)
    }
    expect(of([1, 2], { method: "goalposts" })).toContain("no goalposts")
    expect(of([1, 2], { method: "goalposts" }, indicator("x", "more-is-better", { low: 5, high: 5 }))).toContain(
      "GoalpostsRefused"
    )
    expect(of([0, 2], { method: "goalposts" }, indicator("x", "more-is-better", { low: 1, high: 5, logarithm: true })))
      .toMatch(/CellRefused: cell of unit "a", indicator "x": found 0/)
    expect(of([1, 2], { method: "fraction-of-maximum" }, indicator("x", "less-is-better"))).toContain("less is better")
    expect(of([-1, 2], { method: "fraction-of-maximum" })).toMatch(/unit "a"/)
    expect(of([1, 2], { method: "min-max", to: [1, 0] })).toContain("rising")
    expect(failure(Normalisation.apply(table, [], { method: "none" }))).toContain("IndicatorAbsent")
  })

  it("whatever the method, a better figure never gets a lower result", () => {
    const method = fc.constantFrom<Normalisation.Method>(
      { method: "none" },
      { method: "min-max" },
      { method: "z-score" },
      { method: "rank", ties: "minimum" },
      { method: "rank", ties: "mean" },
      { method: "borda", ties: "minimum" },
      { method: "percentile-rank" },
      { method: "distance-to-maximum" },
      { method: "goalposts" }
    )
    const figures = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(figures, method, fc.constantFrom("more-is-better", "less-is-better"), (column, how, direction) => {
        fc.pre(new Set(column).size > 1)
        const units = column.map((_, i) => `u${i}`)
        const done = Result.getOrThrow(
          Normalisation.column(column, units, indicator("x", direction, { low: -40, high: 40 }), how)
        )
        column.forEach((a, i) =>
          column.forEach((b, j) => {
            if (direction === "more-is-better" ? a < b : a > b) expect(done[i]).toBeLessThanOrEqual(done[j]!)
            if (a === b) expect(done[i]).toBe(done[j])
          })
        )
      })
    )
  })
})

describe("Rank.of", () => {
  it("equals counting, with ties as named", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 20 }),
        fc.constantFrom("high", "low"),
        (scores, best) => {
          const minimum = Rank.of(scores, { best, ties: "minimum" })
          const mean = Rank.of(scores, { best, ties: "mean" })
          scores.forEach((score, i) => {
            const better = scores.filter((other) => (best === "high" ? other > score : other < score)).length
            const equal = scores.filter((other) => other === score).length
            expect(minimum[i]).toBe(better + 1)
            expect(mean[i]).toBe(better + (equal + 1) / 2)
          })
          expect(mean.reduce((sum, rank) => sum + rank, 0)).toBe((scores.length * (scores.length + 1)) / 2)
        }
      )
    )
  })

  it("calls scores equal that are equal as printed", () => {
    expect(Rank.of([0.1 + 0.2, 0.3], { best: "high", ties: "minimum" })).toEqual([1, 2])
    expect(Rank.of([0.1 + 0.2, 0.3], { best: "high", ties: "minimum", decimals: 12 })).toEqual([1, 1])
  })
})

describe("Table.make", () => {
  it("refuses NaN, infinity, a short column and a unit that stands twice, by name", () => {
    expect(failure(Table.make(["a", "b"], { x: [1, NaN] }))).toMatch(
      /CellRefused: cell of unit "b", indicator "x": found NaN/
    )
    expect(failure(Table.make(["a"], { x: [Infinity] }))).toContain("Infinity")
    expect(failure(Table.make(["a", "b"], { x: [1] }))).toMatch(/ColumnLength: indicator "x" has 1 figures for 2 units/)
    expect(failure(Table.make(["a", "a"], { x: [1, 2] }))).toMatch(/IdRepeated: unit "a"/)
  })
})
