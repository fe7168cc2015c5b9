import { Parameter } from "@timbang/core/law"
import { Fraction, Undefined } from "@timbang/core/number"
import { CitizenSurvey, Deadline, SampleSize, SurveyIndex } from "@timbang/core/performance"
import { SurveyLaw } from "@timbang/regulations"
import { Result } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import vector from "./vectors/ikm-permenpan-14-2017.json" with { type: "json" }

const on = <A>(parameter: Parameter.Parameter<A>, day: string): A => Result.getOrThrow(Parameter.at(parameter, day)).value
const indexOf = (found: SurveyIndex.SurveyIndex | Undefined.Undefined) => {
  if (Undefined.isUndefined(found)) throw new Error(found.reason)
  return found
}
const classOf = ({ class: found }: SurveyIndex.SurveyIndex) => (found._tag === "Classified" ? found.label : found._tag)
const means = (texts: ReadonlyArray<string>) => texts.map((text) => Fraction.parseUnsafe(text))

describe("PermenPANRB 14/2017", () => {
  const { respondents, totals } = vector.input
  const answers = totals.map(() => respondents)

  it("computes the index of nine elements exactly, and names the lowest elements", () => {
    const index = indexOf(SurveyIndex.fromTotals(SurveyLaw.questionnaire("1/9"), totals, answers))
    expect(Fraction.format(index.exact)).toBe(vector.expected.ikmExact)
    expect(Math.abs(index.index - vector.expected.ikm)).toBeLessThan(1e-9)
    expect(index.published / 100).toBe(vector.expected.ikmRounded2)
    index.elements.forEach(({ mean }, at) => expect(Math.abs(mean - vector.expected.nrr[at]!)).toBeLessThan(1e-9))
    expect(classOf(index)).toBe(vector.expected.mutu)
    expect(index.priorities.slice(0, 3).flat()).toEqual(vector.expected.lowestElements)
  })

  it("names the reading of the weight in the result", () => {
    const of = (weight: SurveyLaw.WeightName) => indexOf(SurveyIndex.fromTotals(SurveyLaw.questionnaire(weight), totals, answers))
    expect(Math.abs(of("0.11").index - vector.expected.ikmWithWeight0_11)).toBeLessThan(1e-9)
    expect(Math.abs(of("0.111").index - vector.expected.ikmWithWeight0_111)).toBeLessThan(1e-9)
    expect(of("0.11").conventions[0]).toBe("weight 0.11")
  })

  it("P1 (Puskesmas Tanjung Pinang, first quarter of 2026): published 98.54 under 0.111, exact 98.64", () => {
    const elements = means(["99.75", "99.25", "97.50", "97.00", "100", "98.00", "97.75", "98.50", "100"].map((value) => value))
      .map((value) => Fraction.divide(value, Fraction.make(25)))
    expect(SurveyIndex.fromMeans(SurveyLaw.questionnaire("0.111"), elements).published).toBe(9854)
    const exact = SurveyIndex.fromMeans(SurveyLaw.questionnaire("1/9"), elements)
    expect([exact.published, classOf(exact)]).toEqual([9864, "A"])
  })

  it("leaves no gap between two printed bands: rounded half-up first, then classified", () => {
    const at = (index: string) => classOf(SurveyIndex.fromMeans(SurveyLaw.questionnaire("1/9"), Array.from({ length: 9 }, () => Fraction.divide(Fraction.parseUnsafe(index), Fraction.make(25)))))
    expect(["64.994", "64.995", "76.604", "76.605", "88.3049", "88.305", "25", "100"].map(at)).toEqual(["D", "C", "C", "B", "B", "A", "D", "A"])
  })

  it("finds even the lowest index of a rounded weight in class D", () => {
    for (const weight of SurveyLaw.weightNames) {
      expect(classOf(SurveyIndex.fromMeans(SurveyLaw.questionnaire(weight), Array.from({ length: 9 }, () => Fraction.one)))).toBe("D")
    }
  })
})

describe("Sekadau, first half of 2019", () => {
  const rows = readFileSync(join(import.meta.dirname, "vectors/sekadau-2019.csv"), "utf8")
    .split("\n").filter((line) => /^\d/.test(line)).map((line) => line.split(",").slice(1).map(Number))
  const form = SurveyLaw.questionnaire("1/9")
  const survey = (of: ReadonlyArray<ReadonlyArray<number>>) => {
    const tally = CitizenSurvey.make(form)
    for (const row of of) CitizenSurvey.add(tally, row)
    const found = CitizenSurvey.finish(tally, form)
    if (Undefined.isUndefined(found)) throw new Error(found.reason)
    return found
  }

  it("P3: the first ten respondents sum to 28 28 29 35 33 34 33 30 34 and give 78.89", () => {
    const ten = survey(rows.slice(0, 10))
    expect(ten.official.elements.map(({ exact }) => Fraction.toNumber(Fraction.multiply(exact, Fraction.make(10)))))
      .toEqual([28, 28, 29, 35, 33, 34, 33, 30, 34])
    expect(ten.official.published).toBe(7889)
  })

  it("says how sure the class is: forty-nine respondents give B, and its probability", () => {
    const all = survey(rows)
    expect(all.respondents).toBe(49)
    expect(classOf(all.official)).toBe("B")
    const probabilities = Object.fromEntries((all.classProbabilities as ReadonlyArray<{ label: string; probability: number }>).map(({ label, probability }) => [label, probability]))
    expect(probabilities["B"]).toBeGreaterThan(0.95)
    expect(all.quality.straightLiners).toBe(1)
  })
})

describe("Kepmenpan 25/2004", () => {
  it("P2: fourteen elements times 0.071, each rounded to three decimals, give 76.475, class B of 2004 and C of 2017", () => {
    const old = on(SurveyLaw.questionnaires, "2010-01-01")
    const index = SurveyIndex.fromMeans(old, means(["3.06", "2.98", "3.06", "2.90", "3.06", "3.14", "3.04", "3.06", "3.18", "3.08", "3.20", "3.18", "3.10", "3.04"]))
    expect(Fraction.format(index.exact)).toBe("3059/40")
    expect(classOf(index)).toBe("B")
    expect(classOf(SurveyIndex.fromMeans({ ...old, bands: SurveyLaw.questionnaire("1/9").bands }, index.elements.map(({ exact }) => exact)))).toBe("C")
  })
})

describe("Krejcie and Morgan 1970", () => {
  it("P4: 10, 80 and 278 respondents of 10, 100 and 1000", () => {
    const formula = on(SurveyLaw.sampleFormula, "2020-01-01")
    expect([10, 100, 1000].map((population) => SampleSize.krejcieMorgan(population, formula))).toEqual([10, 80, 278])
  })
})

describe("UU 25/2009 Pasal 50", () => {
  it("P18: file complete on 1 March 2026, decision due on 30 April; decided on 20 April, told by 4 May", () => {
    const limits = on(SurveyLaw.complaintLimits, "2026-01-01")
    const calendar = { restDays: [], holidays: new Set<string>() }
    const due = (act: string, event: string) => Deadline.due(limits.find((each) => each.act === act)!, event, calendar)
    expect(due("decision", "2026-03-01")).toBe("2026-04-30")
    expect(due("decision told to the complainant", "2026-04-20")).toBe("2026-05-04")
  })
})
