import { Day, Parameter } from "@timbang/core/law"
import { Absence, Bands, CreditPoints, Deadline, DistributionAdvisory, ForcedRanking, LowPerformance, NumericAppraisal, Predicate, Probation, ProfessionalismIndex, Recap } from "@timbang/core/performance"
import { AppraisalLaw } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import quadrant from "./vectors/predikat-kuadran.json" with { type: "json" }

const on = <A>(parameter: Parameter.Parameter<A>, day: string): A => Result.getOrThrow(Parameter.at(parameter, day)).value
const matrix = on(AppraisalLaw.matrix, "2026-01-01")
const level = { diatas: "above", sesuai: "as-expected", dibawah: "below" } as const

describe("PermenPANRB 6/2022, Lampiran p. 99 and 102-103", () => {
  it("has nine cells, each as printed", () => {
    quadrant.input.forEach(({ hasilKerja, perilaku }, at) => {
      const found = Predicate.of(matrix, level[hasilKerja as keyof typeof level], level[perilaku as keyof typeof level])
      expect(found.predicate).toBe(quadrant.expected[at])
    })
  })

  it("never gives a worse predicate for a better judgement on either axis", () => {
    const rank = (predicate: string) => matrix.predicates.indexOf(predicate as AppraisalLaw.EmployeePredicate)
    const severity = (result: Predicate.Level, conduct: Predicate.Level) => rank(Predicate.of(matrix, result, conduct).predicate)
    for (const fixed of Predicate.levels) {
      for (const at of [0, 1]) {
        const [better, worse] = [Predicate.levels[at]!, Predicate.levels[at + 1]!]
        expect(severity(fixed, better)).toBeLessThanOrEqual(severity(fixed, worse))
        expect(severity(better, fixed)).toBeLessThanOrEqual(severity(worse, fixed))
      }
    }
  })

  it("P9, P10 (p. 188-201): result as expected, conduct above gives Baik", () => {
    expect(Predicate.of(matrix, "as-expected", "above").predicate).toBe("Baik")
  })

  it("P11 (p. 209-214): result above, conduct as expected gives Baik", () => {
    expect(Predicate.of(matrix, "above", "as-expected").predicate).toBe("Baik")
  })

  it("P12 (p. 202-208, erratum): the example prints Butuh Perbaikan, the table says Kurang/Misconduct and holds", () => {
    const { rows: [checked] } = Recap.check(matrix, [{ person: "kasubdit", workResult: "as-expected", conduct: "below", official: "Butuh Perbaikan" }])
    expect(checked).toMatchObject({ _tag: "Different", decided: { predicate: "Kurang/Misconduct" } })
    expect(checked).toMatchObject({ officialWouldNeed: [{ workResult: "below", conduct: "above" }, { workResult: "below", conduct: "as-expected" }] })
  })

  it("p. 114-119: an objection within 14 working days, a decision within 7, over Idul Fitri", () => {
    const deadlines = on(AppraisalLaw.deadlines, "2026-03-01")
    const find = (act: string) => deadlines.find((each) => each.act === act)!
    const calendar = { restDays: [0, 6], holidays: new Set(["2026-03-19", "2026-03-20", "2026-03-23", "2026-03-24"]) }
    expect(Deadline.due(find("objection"), "2026-03-09", calendar)).toBe("2026-04-02")
    expect(Deadline.due(find("decision-on-objection"), "2026-04-02", calendar)).toBe("2026-04-13")
  })

  it("marks the reading of the guidance as unverified", () => {
    expect(on(AppraisalLaw.guidance, "2026-01-01").source.confidence).toBe("unverified")
  })
})

describe("SE MenPANRB 3/2023", () => {
  const expectations = on(AppraisalLaw.usualSpread, "2026-01-01")
  const advise = (organisation: string, counts: ReadonlyArray<number>) =>
    DistributionAdvisory.advise(
      AppraisalLaw.employeePredicates,
      expectations,
      organisation,
      AppraisalLaw.employeePredicates.flatMap((predicate, at) => Array.from({ length: counts[at]! }, () => predicate))
    ).advice

  it("finds a usual spread and a departure for each predicate of the organisation", () => {
    expect(advise("Istimewa", [7, 3, 0, 0, 0])).toBe("as-usual")
    expect(advise("Istimewa", [8, 2, 0, 0, 0])).toBe("departs")
    expect(advise("Baik", [2, 7, 1, 0, 0])).toBe("as-usual")
    expect(advise("Baik", [3, 7, 0, 0, 0])).toBe("departs")
    expect(advise("Butuh Perbaikan", [1, 3, 6, 0, 0])).toBe("as-usual")
    expect(advise("Butuh Perbaikan", [2, 2, 6, 0, 0])).toBe("departs")
    expect(advise("Kurang", [1, 2, 1, 6, 0])).toBe("as-usual")
    expect(advise("Kurang", [1, 3, 0, 6, 0])).toBe("departs")
    expect(advise("Sangat Kurang", [0, 3, 0, 1, 6])).toBe("as-usual")
    expect(advise("Sangat Kurang", [1, 2, 0, 1, 6])).toBe("departs")
  })

  it("says that two people are too few, and that a predicate of the organisation it does not know has no expectation", () => {
    expect(advise("Istimewa", [1, 1, 0, 0, 0])).toBe("too-small")
    expect(advise("Istimewa", [2, 1, 0, 0, 0])).toBe("as-usual")
    expect(advise("Cukup", [1, 1, 0, 0, 0])).toBe("no-expectation")
    expect(advise("Baik", [0, 0, 0, 0, 0])).toBe("nobody")
  })
})

describe("PermenPANRB 1/2023 and Peraturan BKN 3/2023", () => {
  const rates = on(AppraisalLaw.creditPointRates, "2024-01-01")
  const needs = on(AppraisalLaw.creditPointNeeds, "2024-01-01")
  const entry = on(AppraisalLaw.creditPointEntry, "2024-01-01")
  const earned = (...stretches: Array<CreditPoints.Stretch>) => CreditPoints.display(Result.getOrThrow(CreditPoints.earned(rates, stretches)))
  const year = (level: string, predicate: string): CreditPoints.Stretch => ({ level, predicate, months: 12 })

  it("P5: ahli pertama, Sangat Baik for a year 18.75; Baik for two months 2.08", () => {
    expect(earned(year("ahli pertama", "Sangat Baik"))).toBe(1875)
    expect(earned({ level: "ahli pertama", predicate: "Baik", months: 2 })).toBe(208)
  })

  it("P6: ahli muda, three years Baik 75", () => {
    expect(earned(year("ahli muda", "Baik"), year("ahli muda", "Baik"), year("ahli muda", "Baik"))).toBe(7500)
  })

  it("Pasal 13 (3): months add up exactly, twelve of one are a year", () => {
    const months = Array.from({ length: 12 }, () => ({ level: "pemula", predicate: "Butuh Perbaikan", months: 1 }))
    expect(CreditPoints.earned(rates, months)).toEqual(CreditPoints.earned(rates, [year("pemula", "Butuh Perbaikan")]))
  })

  it("P15 (Pasal 21): terampil to mahir 60, or 40 for who started in II/c", () => {
    const terampil = needs.find((each) => each.level === "terampil")!
    expect([terampil.toNext!.need, terampil.toNextFrom!["II/c"]]).toEqual([6000, 4000])
  })

  it("P19 (SE BKN 9/2024): III/b for two years Baik, first appointment ahli pertama: 25 + 50 = 75", () => {
    expect(earned(year("ahli pertama", "Baik"), year("ahli pertama", "Baik")) + entry.baseByRank["III/b"]!).toBe(7500)
  })

  it("P20 (Lampiran I): III/d for three years, becomes ahli muda: 75 + 100 = 175", () => {
    expect(earned(year("ahli muda", "Baik"), year("ahli muda", "Baik"), year("ahli muda", "Baik")) + entry.baseByRank["III/d"]!).toBe(17_500)
  })

  it("P21: IV/a as ahli pertama 100; later ahli muda, three years Baik: 75 + 0", () => {
    const above = entry.aboveRange.find(({ level, ranks }) => level === "ahli pertama" && ranks.includes("IV/a"))!
    expect(above.points).toBe(10_000)
    expect(earned(year("ahli muda", "Baik"), year("ahli muda", "Baik"), year("ahli muda", "Baik")) + entry.baseByRank["IV/a"]!).toBe(7500)
  })

  it("P22 (Pasal 19 (5)-(6)): 110 of 100 within a level carries 10; 215 of 200 to a higher level loses 15", () => {
    const person = { yearsInRank: 3, predicates: ["Baik", "Sangat Baik"], hasPassedTest: true, hasVacancy: true }
    const within = CreditPoints.consider(AppraisalLaw.promotion("rank", 10_000), { ...person, points: CreditPoints.fromHundredths(11_000) })
    expect([within.isEligible, CreditPoints.display(within.carriedOver), CreditPoints.display(within.lost)]).toEqual([true, 1000, 0])
    const higher = CreditPoints.consider(AppraisalLaw.promotion("level", 20_000), { ...person, points: CreditPoints.fromHundredths(21_500) })
    expect([higher.isEligible, CreditPoints.display(higher.carriedOver), CreditPoints.display(higher.lost)]).toEqual([true, 0, 1500])
  })

  it("Pasal 15: gives every unmet condition at once, with how much is missing", () => {
    const considered = CreditPoints.consider(AppraisalLaw.promotion("rank", 10_000), {
      points: CreditPoints.fromHundredths(9990), yearsInRank: 1, predicates: ["Baik", "Butuh Perbaikan"], hasPassedTest: false, hasVacancy: false
    })
    expect(considered.unmet).toEqual([
      { _tag: "PointsShort", missing: CreditPoints.fromHundredths(10) },
      { _tag: "YearsShort", years: 1, needed: 2 },
      { _tag: "PredicateTooLow", found: ["Baik", "Butuh Perbaikan"], goodYears: 2 }
    ])
  })

  it("P16 (SE BKN 9/2024): Cukup is Butuh Perbaikan, Buruk is Sangat Kurang", () => {
    const old = on(AppraisalLaw.oldPredicates, "2024-06-01")
    expect([old["Cukup"], old["Buruk"]]).toEqual(["Butuh Perbaikan", "Sangat Kurang"])
  })

  it("refuses a predicate, a level and months it does not know", () => {
    for (const wrong of [year("ahli muda", "Hebat"), year("ahli", "Baik"), { ...year("ahli muda", "Baik"), months: 13 }]) {
      expect(Result.isFailure(CreditPoints.earned(rates, [wrong]))).toBe(true)
    }
  })
})

describe("PP 30/2019", () => {
  const { plain, withOpinion } = on(AppraisalLaw.numericSchemes, "2020-06-01")
  const predicate = (hundredths: number, hasIdea: boolean) =>
    NumericAppraisal.appraise(plain, { workPlan: hundredths, conduct: hundredths, hasIdea }).predicate

  it("P7 (Pasal 41): 108 Baik; 115 without an idea Baik, with an idea Sangat Baik; 89.99 Cukup", () => {
    expect([predicate(10_800, false), predicate(11_500, false), predicate(11_500, true), predicate(8999, false)])
      .toEqual(["Baik", "Baik", "Sangat Baik", "Cukup"])
  })

  it("Pasal 39: 70/30 without the opinion of others, 60/40 with it", () => {
    expect(NumericAppraisal.appraise(plain, { workPlan: 10_000, conduct: 8000, hasIdea: false }).value).toBe(9400)
    expect(NumericAppraisal.appraise(withOpinion!, { workPlan: 10_000, conduct: 8000, hasIdea: false }).value).toBe(9200)
  })

  it("P14 (elucidation of Pasal 41 (8)): fifty people, 20 / 60 / 20", () => {
    const caps = on(AppraisalLaw.rankingCaps, "2020-06-01")
    const groups = ForcedRanking.possible(caps, 50).find(({ middle }) => middle === 30)!
    expect(groups).toEqual({ above: 10, middle: 30, below: 10 })
    const grouped = ForcedRanking.fill(groups, [["Sangat Baik", 5], ["Baik", 20], ["Cukup", 10], ["Kurang", 5], ["Sangat Kurang", 10]])
    expect(grouped.filled).toEqual({
      above: { "Sangat Baik": 5, Baik: 5 },
      middle: { Baik: 15, Cukup: 10, Kurang: 5 },
      below: { "Sangat Kurang": 10 }
    })
    expect(grouped.cutsThrough).toEqual(["Baik"])
  })

  it("PP 46/2011 holds for earlier records, and neither for 2023", () => {
    const old = on(AppraisalLaw.numericSchemes, "2015-06-01").plain
    const value = NumericAppraisal.appraise(old, { workPlan: 9000, conduct: 9250, hasIdea: false })
    expect([value.value, value.predicate]).toEqual([9100, "Sangat Baik"])
    expect(Result.isFailure(Parameter.at(AppraisalLaw.numericSchemes, "2023-01-01"))).toBe(true)
  })
})

describe("PermenPANRB 8/2021 (repealed)", () => {
  it("P8: 70 on a range of 80 to 90 is 87.5%; 6.5 months on 7 to 8, lower better, is 107.14%", () => {
    expect(NumericAppraisal.achievement({ _tag: "Range", lower: 80, upper: 90, isLowerBetter: false }, 70)).toBe(8750)
    expect(NumericAppraisal.achievement({ _tag: "Range", lower: 70, upper: 80, isLowerBetter: true }, 65)).toBe(10_714)
  })

  it("reads the printed slip as arithmetic has it: 92 on 80 to 90 is 102.2%, not 113%", () => {
    expect(NumericAppraisal.achievement({ _tag: "Range", lower: 80, upper: 90, isLowerBetter: false }, 92)).toBe(10_222)
  })
})

describe("PP 94/2021", () => {
  it("P17: 10, 11 and 28 days in a year; below 3 none", () => {
    const label = (days: number) => {
      const found = Bands.classify(on(AppraisalLaw.absence, "2026-01-01").bands, days)
      return found._tag === "Classified" ? found.label : found._tag
    }
    expect([2, 3, 10, 11, 28].map(label)).toEqual([
      "tidak ada",
      "teguran lisan",
      "pernyataan tidak puas secara tertulis",
      "pemotongan tunjangan kinerja 25% selama 6 bulan",
      "pemberhentian dengan hormat tidak atas permintaan sendiri"
    ])
  })

  const week = { restDays: [0, 6], holidays: new Set(["2026-01-01"]) }
  const weekdays = (from: string, until: string) =>
    Array.from({ length: Day.toNumber(until) - Day.toNumber(from) + 1 }, (_, at) => Day.addDays(from, at)).filter((day) => Deadline.isWorked(day, week))
  const count = (...days: ReadonlyArray<string>) => Absence.count(on(AppraisalLaw.absence, "2026-01-01"), days, week)

  it("Pasal 15: ten working days without a break end the appointment, nine do not; pay stops from the next month", () => {
    // 2 to 13 March 2026 are ten working days.
    const ten = count(...weekdays("2026-03-02", "2026-03-13"))
    expect(ten).toMatchObject([{ days: 10, because: "unbroken-days", longest: { from: "2026-03-02", until: "2026-03-13", days: 10 }, payStopsFrom: "2026-04-01" }])
    expect(ten[0]!.sanction).toBe("pemberhentian dengan hormat tidak atas permintaan sendiri")
    const nine = count(...weekdays("2026-03-02", "2026-03-12"))[0]!
    expect([nine.sanction, nine.next]).toEqual(["pernyataan tidak puas secara tertulis", { daysMore: 2, sanction: "pemotongan tunjangan kinerja 25% selama 6 bulan" }])
    expect(nine.payStopsFrom).toBeUndefined()
    // A day at work between them breaks the run.
    expect(count(...weekdays("2026-03-02", "2026-03-06"), ...weekdays("2026-03-10", "2026-03-16"))[0]).toMatchObject({ days: 10, because: "days-of-the-year", longest: { days: 5 } })
  })

  it("starts the counter again on 1 January, and says where the reading of a run over the year's end decides", () => {
    expect(count("2025-12-31", "2026-01-02").map(({ days, hangsOnYearChange, year }) => [year, days, hangsOnYearChange])).toEqual([[2025, 1, false], [2026, 1, false]])
    const over = count(...weekdays("2025-12-24", "2026-01-08"))
    expect(over.map(({ because, days, hangsOnYearChange, longest }) => [days, longest.days, because, hangsOnYearChange])).toEqual([
      [6, 6, "days-of-the-year", false],
      [5, 11, "unbroken-days", true]
    ])
  })

  it("does not count rest days, holidays and a day written twice, and names what was not worked", () => {
    expect(count("2026-01-01", "2026-01-02", "2026-01-02", "2026-01-03")[0]).toMatchObject({ days: 1, sanction: "tidak ada", notWorked: ["2026-01-01", "2026-01-03"], next: { daysMore: 2 } })
  })
})

describe("PP 30/2019 Pasal 57-58", () => {
  const rules = on(AppraisalLaw.lowPerformance, "2026-01-01")
  const step = (record: LowPerformance.Record, day: string) => LowPerformance.consider(rules, record, day).step
  const clerk = { position: "administrasi", predicate: "Kurang/Misconduct", since: "2026-02-01" }

  it("Cukup gives a head (JPT) six months and concerns no other position", () => {
    expect(step({ ...clerk, position: "JPT", predicate: "Butuh Perbaikan" }, "2026-08-01")).toEqual({ _tag: "time-to-improve", until: "2026-08-01" })
    expect(step({ ...clerk, predicate: "Butuh Perbaikan" }, "2026-08-01")._tag).toBe("not-concerned")
    expect(step({ ...clerk, position: "JPT", hasImproved: false }, "2026-08-02")._tag).toBe("law-not-known")
  })

  it("goes from six months over the test and another post to a placement of a year and its end", () => {
    expect(step(clerk, "2026-08-01")._tag).toBe("time-to-improve")
    expect(step(clerk, "2026-08-02")._tag).toBe("improvement-to-be-judged")
    expect(step({ ...clerk, hasImproved: true }, "2026-05-01")._tag).toBe("improved")
    const tested = { ...clerk, hasImproved: false, test: "lower-level" } as const
    expect(step({ ...clerk, hasImproved: false }, "2026-08-02")._tag).toBe("test-due")
    expect(step(tested, "2026-08-02")).toEqual({ _tag: "post-to-be-found", level: "lower-level" })
    expect(step({ ...tested, isPostFree: true }, "2026-08-02")).toEqual({ _tag: "move", level: "lower-level" })
    expect(step({ ...tested, isPostFree: false }, "2026-08-02")).toEqual({ _tag: "placement-due", months: 12 })
    const placed = { ...tested, isPostFree: false, placedOn: "2026-09-01" }
    expect(step(placed, "2027-09-01")).toEqual({ _tag: "placed", until: "2027-09-01" })
    expect(step(placed, "2027-09-02")).toEqual({ _tag: "dismissal-due", since: "2027-09-01" })
    expect(step({ ...clerk, position: "lurah" }, "2026-08-02")._tag).toBe("position-not-known")
  })
})

describe("PermenPANRB 38/2018", () => {
  it("adds the four dimensions to at most 100 and warns that the values are not verified", () => {
    const schemes = on(AppraisalLaw.professionalism, "2024-01-01")
    const best = { kualifikasi: ["S3"], kinerja: ["Sangat Baik"], disiplin: ["tidak pernah"] }
    for (const kind of ["struktural", "fungsional", "pelaksana"] as const) {
      const scheme = schemes[kind]
      const all = Object.keys(scheme.dimensions.find(({ id }) => id === "kompetensi")!.points)
      const index = Result.getOrThrow(ProfessionalismIndex.ofPerson(scheme, { ...best, kompetensi: all }))
      expect(index).toMatchObject({ points: 10_000, category: { label: "Sangat Tinggi" } })
      expect(index.unverified.length).toBeGreaterThan(0)
    }
  })

  it("refuses an answer it does not know and one that is absent, by dimension", () => {
    const scheme = on(AppraisalLaw.professionalism, "2024-01-01").pelaksana
    const refused = ProfessionalismIndex.ofPerson(scheme, { kualifikasi: ["S4"] })
    expect(Result.isFailure(refused) && refused.failure.dimension).toBe("kualifikasi")
  })
})

describe("PP 11/2017 Pasal 34 and PP 49/2018 Pasal 37", () => {
  it("ends a probation after a year, 29 February on 1 March", () => {
    const rule = on(AppraisalLaw.probation, "2025-01-01")
    const record = { startedOn: "2024-02-29", training: "passed", isFit: true, predicate: "Baik", hasSevereDiscipline: false } as const
    expect(Probation.consider(rule, record, "2025-02-28")).toMatchObject({ outcome: "pending", endsOn: "2025-03-01" })
    expect(Probation.consider(rule, record, "2025-03-01").outcome).toBe("may-be-appointed")
    expect(Probation.consider(rule, { ...record, training: "failed", isFit: false }, "2025-03-01").reasons.map(({ _tag }) => _tag)).toEqual(["TrainingFailed", "NotFit"])
  })

  it("leaves the limits of the potential axis of the nine-box unknown until a host supplies them", () => {
    expect(on(AppraisalLaw.nineBox, "2024-01-01").potentialFrom._tag).toBe("Unknown")
  })
})

describe("PermenPANRB 8/2021", () => {
  const scale = on(AppraisalLaw.achievementValues, "2021-06-30")
  const of = (percent: number, isTargetHighest = false) => NumericAppraisal.valueOf(scale, percent * 100, isTargetHighest)

  it("gives the printed value at both ends of every step", () => {
    expect([0, 59, 60, 79, 80, 99, 100, 110, 111, 300].map((percent) => of(percent).value)).toEqual([0, 4900, 5000, 6900, 7000, 8900, 10_900, 12_000, 12_000, 12_000])
    expect([of(100, true).value, of(99, true).value, of(-20).value]).toEqual([12_000, 8900, 0])
  })

  it("marks what lies between 100% and 110% as unverified, and nothing else", () => {
    expect([99, 100, 100.5, 101, 105.5, 110].map((percent) => of(percent).source.confidence === "unverified")).toEqual([false, false, true, true, true, false])
    expect([101, 105.5].map((percent) => of(percent).value)).toEqual([11_000, 11_500])
  })

  it("never gives less for more", () => {
    const values = Array.from({ length: 12_500 }, (_, at) => NumericAppraisal.valueOf(scale, at).value)
    expect(values.every((value, at) => at === 0 || value >= values[at - 1]!)).toBe(true)
  })
})
