import { Fraction, Undefined } from "@timbang/core/number"
import { CitizenSurvey, SurveyIndex } from "@timbang/core/performance"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const scale = { lowest: 1, highest: 4 }
const form = (elements: number): SurveyIndex.Questionnaire => ({
  elements: Array.from({ length: elements }, (_, at) => `U${at + 1}`),
  answers: scale,
  scale,
  factor: 25,
  weight: { name: `1/${elements}`, share: Fraction.make(1, elements) },
  bands: { decimals: 2, lowest: 2500, highest: 10_000, bands: [{ from: 2500, label: "D" }, { from: 6500, label: "C" }, { from: 7661, label: "B" }] },
  source: { instrument: "house rule", confidence: "host" }
})
const surveyOf = (found: CitizenSurvey.Survey | Undefined.Undefined) => {
  if (Undefined.isUndefined(found)) throw new Error(found.reason)
  return found
}
const tallyOf = (rows: ReadonlyArray<ReadonlyArray<number>>, elements: number) => {
  const tally = CitizenSurvey.make(form(elements))
  for (const row of rows) CitizenSurvey.add(tally, row)
  return tally
}
const answer = fc.integer({ min: 1, max: 4 })
const complete = fc.array(answer, { minLength: 3, maxLength: 3 })
const withGaps = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 })

describe("CitizenSurvey.finish", () => {
  it("takes the respondent as unit: the error is that of the respondents' own indices", () => {
    fc.assert(fc.property(fc.array(complete, { minLength: 2, maxLength: 40 }), (rows) => {
      const scores = rows.map((row) => SurveyIndex.ofRespondent(form(3), row)!)
      const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length
      const variance = scores.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (scores.length - 1)
      const survey = surveyOf(CitizenSurvey.finish(tallyOf(rows, 3), form(3), { population: 400 }))
      expect(Math.abs(survey.official.index - mean)).toBeLessThan(1e-9)
      const expected = Math.sqrt((variance / scores.length) * (1 - scores.length / 400))
      expect(Math.abs((survey.standardError as number) - expected)).toBeLessThan(1e-6)
    }))
  })

  it("linearises over gaps: the error is that of the weighted distances from the elements' means", () => {
    fc.assert(fc.property(fc.array(withGaps, { minLength: 4, maxLength: 30 }), (rows) => {
      const counted = rows.filter((row) => row.some((each) => each > 0))
      const answered = [0, 1, 2].map((u) => counted.filter((row) => row[u]! > 0))
      fc.pre(answered.every((each) => each.length > 0) && counted.length > 1)
      const means = answered.map((each, u) => each.reduce((sum, row) => sum + row[u]!, 0) / each.length)
      const z = counted.map((row) =>
        row.reduce((sum, each, u) => sum + (each > 0 ? ((25 / 3) * counted.length * (each - means[u]!)) / answered[u]!.length : 0), 0))
      const expected = Math.sqrt(z.reduce((sum, each) => sum + each * each, 0) / (counted.length * (counted.length - 1)))
      const survey = surveyOf(CitizenSurvey.finish(tallyOf(rows, 3), form(3)))
      expect(Math.abs((survey.standardError as number) - expected)).toBeLessThan(1e-6)
    }))
  })

  it("gives the same bytes for parts merged in any order", () => {
    fc.assert(fc.property(fc.array(withGaps, { minLength: 3, maxLength: 30 }), fc.nat(30), (rows, cut) => {
      const whole = CitizenSurvey.finish(tallyOf(rows, 3), form(3))
      const [one, two] = [tallyOf(rows.slice(cut).toReversed(), 3), tallyOf(rows.slice(0, cut), 3)]
      expect(CitizenSurvey.finish(CitizenSurvey.merge(one, two), form(3))).toEqual(whole)
    }))
  })

  it("counts straight-liners, gaps, blanks and answers off the scale", () => {
    const tally = tallyOf([[3, 3, 3], [4, 3, 2], [0, 3, 2], [0, 0, 0], [5, 1, 1], [1.5, 1, 1], [NaN, 1, 1]], 3)
    const { quality, respondents } = surveyOf(CitizenSurvey.finish(tally, form(3), { invited: 10 }))
    expect(respondents).toBe(3)
    expect(quality).toMatchObject({
      complete: 2, partial: 1, blank: 1, offScale: 3, straightLiners: 1, straightLinerShare: 0.5, responseRate: 0.3,
      missingByElement: [{ id: "U1", missing: 1 }, { id: "U2", missing: 0 }, { id: "U3", missing: 0 }]
    })
  })

  it("bounds what the silent could have said", () => {
    const tally = tallyOf([[4, 4, 4], [4, 4, 4]], 3)
    expect(surveyOf(CitizenSurvey.finish(tally, form(3), { invited: 4 })).quality.nonResponseBounds).toEqual({ lowest: 62.5, highest: 100 })
  })

  it("has classes whose probabilities sum to 1 and are even on a limit", () => {
    const probabilities = CitizenSurvey.classProbabilities(form(3), 76.605, 3)
    expect(probabilities.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12)
    expect(probabilities[2]!.probability).toBeCloseTo(0.5, 12)
    expect(CitizenSurvey.classProbabilities(form(3), 76.604, 0)).toEqual([
      { label: "D", probability: 0 }, { label: "C", probability: 1 }, { label: "B", probability: 0 }
    ])
  })

  it("is undefined with its reason for nobody, for an element nobody answered, and has no error for one respondent", () => {
    expect(CitizenSurvey.finish(tallyOf([], 3), form(3))).toMatchObject({ reason: "no-values" })
    expect(CitizenSurvey.finish(tallyOf([[3, 3, 0]], 3), form(3))).toMatchObject({ reason: "no-values", found: 2, needed: 3 })
    expect(CitizenSurvey.finish(tallyOf([[3, 3, 3]], 3), form(3))).toMatchObject({ standardError: { reason: "too-few-values" } })
    expect(CitizenSurvey.finish(tallyOf([[3, 3, 3], [3, 3, 4]], 3), form(3), { population: 1 })).toMatchObject({ standardError: { reason: "out-of-range" }, elementErrors: [{ standardError: { reason: "out-of-range" } }, {}, {}] })
  })
})

describe("the finite-population correction", () => {
  const rows = [[3, 3, 4], [4, 2, 3], [2, 0, 3], [4, 4, 4], [3, 3, 2]]
  const of = (population?: number) => surveyOf(CitizenSurvey.finish(tallyOf(rows, 3), form(3), population === undefined ? {} : { population }))
  const errors = (population?: number) => [of(population).standardError, ...of(population).elementErrors.map(({ standardError }) => standardError)] as Array<number>

  it("is the root of one less n/N, of the index by respondents and of an element by its answers", () => {
    const counts = [5, 5, 4, 5]
    for (const [at, error] of errors(20).entries()) expect(error).toBeCloseTo(errors()[at]! * Math.sqrt(1 - counts[at]! / 20), 10)
  })

  it("leaves no error where everybody answered, and is not made where the users are not known", () => {
    expect(errors(5).filter((_, at) => at !== 2)).toEqual([0, 0, 0])
    expect(of(5).conventions).toContain("finite-population correction")
    expect(of().conventions).toContain("no finite-population correction: population not given")
  })

  it("is refused for fewer users than respondents: the error has no value, and says what was found", () => {
    expect(of(4).standardError).toMatchObject({ reason: "out-of-range", found: 4, needed: 5 })
    expect([of(4).interval, of(4).classProbabilities].every(Undefined.isUndefined)).toBe(true)
  })

  it("an element's error is that of the mean of its answers", () => {
    // U2 has the answers 3, 2, 4, 3: variance 2/3.
    expect(of().elementErrors[1]).toEqual({ id: "U2", answers: 4, standardError: Math.sqrt(2 / 3 / 4) })
  })
})
