import { RangeRestriction, SelectionValidity } from "@timbang/core/evaluation"
import { Correlation, Interval, Normal, Seeded, Undefined } from "@timbang/core/number"
import { describe, expect, it } from "vitest"

const noise = Array.from({ length: 400 }, (_, i) => ((i * 7919 + 13) % 401) / 401 - 0.5)
const applicants = noise.map((one, i) => {
  const score = 300 + (i % 100)
  return { score, performance: score / 20 + 8 * one }
})
const recruits = applicants.filter(({ score }) => score >= 350)
const deviation = (values: ReadonlyArray<number>): number => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / (values.length - 1))
}
const scores = (pairs: ReadonlyArray<SelectionValidity.Pair>) => pairs.map(({ score }) => score)
const performances = (pairs: ReadonlyArray<SelectionValidity.Pair>) => pairs.map(({ performance }) => performance)

describe("SelectionValidity.study", () => {
  it("gives the raw correlation first, and brings the corrected one near that of all applicants", () => {
    const study = SelectionValidity.study({
      pairs: recruits,
      withoutPerformance: 3,
      applicantsDeviation: deviation(scores(applicants))
    })
    expect(Object.keys(study).indexOf("pearson")).toBeLessThan(Object.keys(study).indexOf("corrected"))
    const all = Correlation.pearson(scores(applicants), performances(applicants)) as number
    const [corrected] = study.corrected
    expect(Math.abs((study.pearson.correlation as number) - all)).toBeGreaterThan(0.1)
    expect(Math.abs((corrected!.correlation as number) - all)).toBeLessThan(0.1)
    expect(study.verdict).toBe("foretells")
  })

  it("carries the assumptions of each correction, those of people who left included", () => {
    const study = SelectionValidity.study({
      pairs: recruits.map((pair) => ({ ...pair, selectedOn: pair.score + pair.performance })),
      withoutPerformance: 3,
      applicantsDeviation: 30,
      applicantsDeviationSelectedOn: 35,
      reliabilities: { performance: 0.6 }
    })
    expect(study.corrected.map(({ correction }) => correction)).toEqual([
      "thorndike-2", "attenuation-then-thorndike-2", "thorndike-3", "attenuation"
    ])
    for (const { assumptions, correction } of study.corrected) {
      expect(assumptions, correction).toContain("those-without-performance-are-alike")
    }
    expect(study.corrected[1]!.assumptions).toContain("reliability-holds-for-recruits")
    expect(study.corrected[2]!.assumptions).toContain("selected-on-third-variable-only")
  })

  it("corrects both ends of the interval as it corrects the estimate", () => {
    const [wide, narrow] = [40, deviation(scores(recruits))]
    const design = { pairs: recruits, withoutPerformance: 0, applicantsDeviation: wide }
    const { corrected, pearson } = SelectionValidity.study(design)
    const raw = pearson.interval as Interval.Interval
    const after = corrected[0]!.interval as Interval.Interval
    expect(after.lower).toBe(RangeRestriction.direct(raw.lower, wide, narrow))
    expect(after.upper).toBe(RangeRestriction.direct(raw.upper, wide, narrow))
    expect(corrected[0]!.assumptions).not.toContain("those-without-performance-are-alike")
  })

  it("shows nothing for two recruits, for equal scores, or for nobody", () => {
    for (const pairs of [[], recruits.slice(0, 2), recruits.map((pair) => ({ ...pair, score: 1 }))]) {
      const study = SelectionValidity.study({ pairs, withoutPerformance: 0, applicantsDeviation: 10 })
      expect(study.verdict).toBe("not-shown")
      expect(Undefined.isUndefined(study.pearson.interval)).toBe(true)
      expect(JSON.stringify(study)).not.toContain("null")
    }
  })

  it("covers the true correlation about as often as its level says", () => {
    const rho = 0.5
    let held = 0
    const generator = Seeded.make(2024)
    const normal = (): number => Normal.quantile(Seeded.unit(generator) + 2 ** -60)
    for (let round = 0; round < 400; round++) {
      const pairs = Array.from({ length: 40 }, () => {
        const score = normal()
        return { score, performance: rho * score + Math.sqrt(1 - rho ** 2) * normal() }
      })
      const { interval } = SelectionValidity.study({ pairs, withoutPerformance: 0 }).pearson
      if (!Undefined.isUndefined(interval) && interval.lower <= rho && rho <= interval.upper) held++
    }
    expect(held / 400).toBeGreaterThan(0.92)
    expect(held / 400).toBeLessThan(0.98)
  })
})

describe("SelectionValidity.study within strata", () => {
  const pair = (stratum: string, score: number, performance: number) => ({ stratum, score, performance })
  const mixed = ["nurse", "teacher"].flatMap((stratum, at) => [0, 1, 2, 3, 4].map((step) => pair(stratum, 60 + at * 20 + step, 80 - at * 20 + step + (step % 2))))

  it("sees a relation that the mix of positions turned round (Simpson)", () => {
    const { pearson, within } = SelectionValidity.study({ pairs: mixed, withoutPerformance: 0 })
    expect(pearson.correlation).toBeLessThan(-0.9)
    expect(within).toMatchObject({ strata: 2 })
    expect(within?.correlation).toBeGreaterThan(0.9)
  })

  it("costs a mean for each stratum, leaves a stratum of one out, and is absent where there is one stratum or none is named", () => {
    const { within } = SelectionValidity.study({ pairs: [...mixed, pair("driver", 99, 1)], withoutPerformance: 0 })
    expect(within).toEqual(SelectionValidity.study({ pairs: mixed, withoutPerformance: 0 }).within)
    expect(within?.interval).toEqual(Correlation.interval(within?.correlation as number, 9, "pearson", 0.95))
    expect(SelectionValidity.study({ pairs: mixed.filter(({ stratum }) => stratum === "nurse"), withoutPerformance: 0 }).within).toBeUndefined()
    expect(SelectionValidity.study({ pairs: mixed.map(({ performance, score }) => ({ score, performance })), withoutPerformance: 0 }).within).toBeUndefined()
  })
})
