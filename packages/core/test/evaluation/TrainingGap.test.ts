import { TrainingGap, TrainingPlan } from "@timbang/core/evaluation"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const rated = (competence: string, ratings: ReadonlyArray<number>, standard = 3): TrainingGap.Rated => ({
  unit: "kerinci",
  jobFamily: "nurse",
  competence,
  ratings,
  standard
})
const low = [2, 2.2, 1.9, 2.1, 2]
const place = { unit: "kerinci", jobFamily: "nurse" }

describe("TrainingGap.find", () => {
  it("keeps a lack of skill apart from a lack of people and of means", () => {
    const lack = { peopleLacking: Fraction.make(1, 2), means: { ratings: low, standard: 3 } }
    const enough = { peopleLacking: Fraction.zero, means: { ratings: [4, 3.8, 3.9], standard: 3 } }
    const advice = (ratings: ReadonlyArray<number>, around: Omit<TrainingGap.Surroundings, "unit" | "jobFamily">) =>
      TrainingGap.find([rated("triage", ratings)], [{ ...place, ...around }])[0]!.advice
    const high = [3.5, 3.7, 3.6, 3.5]
    const mixed = [2, 4, 2.5, 3.8]
    const all = [low, high, mixed].map((one) => advice(one, lack))
    expect(all).toEqual(["train-recruit-and-equip", "recruit-and-equip", "recruit-and-equip"])
    expect([low, high, mixed].map((one) => advice(one, enough))).toEqual(["train", "nothing", "measure"])
    expect(advice(low, { ...enough, peopleLacking: Fraction.one })).toBe("train-and-recruit")
    expect(advice(low, { ...enough, means: lack.means })).toBe("train-and-equip")
    expect(advice(high, { ...enough, means: lack.means })).toBe("equip")
  })

  it("a mean below the standard is not below while its interval holds the standard", () => {
    const [gap] = TrainingGap.find([rated("triage", [2, 2.9, 3.5, 2.6])], [])
    expect(gap!.mean as number).toBeLessThan(3)
    expect(gap!.skill).toBe("not-shown")
  })

  it("three equal marks and a single mark show nothing", () => {
    for (const ratings of [[2, 2, 2], [2], []]) {
      expect(TrainingGap.find([rated("x", ratings)], [])[0]!.skill).toBe("not-shown")
    }
  })

  it("raising the standard never takes a gap away", () => {
    const tenths = fc.integer({ min: 10, max: 40 })
    fc.assert(fc.property(fc.array(tenths, { minLength: 2 }), tenths, (tens, s) => {
      const ratings = tens.map((one) => one / 10)
      fc.pre(TrainingGap.find([rated("x", ratings, s / 10)], [])[0]!.skill === "below")
      expect(TrainingGap.find([rated("x", ratings, s / 10 + 1)], [])[0]!.skill).toBe("below")
    }))
  })
})

describe("TrainingPlan.make", () => {
  const floor = { hours: 20, is: "floor" } as const
  const plan = (gaps: ReadonlyArray<TrainingGap.Gap>, catalogue: ReadonlyArray<TrainingPlan.Course>) =>
    Result.getOrThrow(TrainingPlan.make(gaps, catalogue, floor))
  const gaps = TrainingGap.find(
    [rated("a", low, 2.5), rated("b", low, 3.5), rated("c", [4, 3.9, 4], 3), rated("d", low)],
    []
  )

  it("the farthest below comes first, within 20 hours a year, and nothing for what is not below", () => {
    const { sessions, withoutCourse, years } = plan(gaps, [
      { competence: "a", course: "A", hours: 8 },
      { competence: "b", course: "B", hours: 16 },
      { competence: "c", course: "C", hours: 4 }
    ])
    expect(sessions.map(({ course, hours, year }) => [course, year, hours])).toEqual([["B", 1, 16], ["A", 2, 8]])
    expect(withoutCourse.map(({ competence }) => competence)).toEqual(["d"])
    expect(years).toBe(2)
  })

  it("no year passes its hours, every course is given whole, and input order does not matter", () => {
    const course = fc.record({
      competence: fc.constantFrom("a", "b", "d"),
      course: fc.constantFrom("X", "Y", "Z"),
      hours: fc.integer({ min: 1, max: 70 })
    })
    fc.assert(fc.property(fc.array(course, { maxLength: 6 }), (catalogue) => {
      const made = plan(gaps, catalogue)
      const perYear = new Map<number, number>()
      const perCompetence = new Map<string, number>()
      for (const { competence, hours, year } of made.sessions) {
        perYear.set(year, (perYear.get(year) ?? 0) + hours)
        perCompetence.set(competence, (perCompetence.get(competence) ?? 0) + hours)
      }
      for (const hours of perYear.values()) expect(hours).toBeLessThanOrEqual(20)
      for (const [competence, hours] of perCompetence) {
        const offered = catalogue.filter((one) => one.competence === competence)
        expect(hours).toBe(Math.min(...offered.map((one) => one.hours)))
      }
      expect(plan(gaps.toReversed(), catalogue.toReversed())).toEqual(made)
    }))
  })

  it("refuses hours that are no hours", () => {
    for (const hours of [0, -5, 2.5, NaN]) {
      expect(Result.isFailure(TrainingPlan.make(gaps, [], { hours, is: "floor" })), String(hours)).toBe(true)
      expect(Result.isFailure(TrainingPlan.make(gaps, [{ competence: "a", course: "A", hours }], floor))).toBe(true)
    }
  })
})
