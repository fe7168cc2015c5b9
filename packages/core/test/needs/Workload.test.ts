import {
  HealthWorkload,
  ProjectedNeed,
  SectorRatio,
  StaffingMinimum,
  TeacherNeed,
  Wisn,
  Workload
} from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import vectors from "./vectors/wisn.json" with { type: "json" }

const halfUp = { rounding: "half-up" } as const
const one = (load: Fraction.Numeral, norm: Fraction.Numeral) => [{ name: "task", load, norm }]
const exact = (outcome: Result.Result<Workload.Need, unknown>) => Fraction.format(Result.getOrThrow(outcome).exact)
const people = (outcome: Result.Result<Workload.Need, unknown>) => Result.getOrThrow(outcome).people

describe("Workload.need", () => {
  it("Kepmenpan 75/2004, hasil kerja: 200 data a day by 30 are 6.67, so 7", () => {
    expect(exact(Workload.need("output", one(200, 30), halfUp))).toBe("20/3")
    expect(people(Workload.need("output", one(200, 30), halfUp))).toBe(7)
  })

  it("Kepmenpan 75/2004, objek kerja: 80 patients by 25 are 3.2, so 3; 50 files by 2 are 25 (STPN Press, p. 24)", () => {
    expect(people(Workload.need("object", one(80, 25), halfUp))).toBe(3)
    expect(people(Workload.need("object", one(50, 2), halfUp))).toBe(25)
  })

  it("peralatan kerja: 10 cars, one driver each, two shifts", () => {
    expect(people(Workload.need("equipment", [{ name: "car", load: 10, norm: 1, shifts: 2 }], halfUp))).toBe(20)
  })

  it("row values with four decimals (a public application): 0.0408, 0.3333, 0.0058, 0.0050", () => {
    const value = (load: number, norm: number, workingTime: number) =>
      Fraction.round(
        Result.getOrThrow(Workload.need("task", one(load, norm), { ...halfUp, workingTime })).exact,
        4,
        "half-up"
      )
    expect([value(35, 7, 6000), value(10, 2, 60), value(60, 7, 72_000), value(60, 6, 72_000)]).toEqual([
      408n,
      3333n,
      58n,
      50n
    ])
  })

  it("adds first and rounds once: three tasks of 0.4 are one person, not three and not none", () => {
    const tasks = ["a", "b", "c"].map((name) => ({ name, load: 4, norm: 10 }))
    const need = Result.getOrThrow(Workload.need("output", tasks, halfUp))
    expect([need.people, Fraction.format(need.exact), need.mergeWithAnother]).toEqual([1, "6/5", false])
  })

  it("a need below one half rounds to nobody and has to be merged with another position", () => {
    expect(Result.getOrThrow(Workload.need("output", one(4, 10), halfUp))).toMatchObject({
      people: 0,
      mergeWithAnother: true
    })
    expect(Result.getOrThrow(Workload.need("output", one(0, 10), halfUp))).toMatchObject({
      people: 0,
      mergeWithAnother: false
    })
  })

  it("lists what is not counted and leaves it out", () => {
    const need = Workload.need(
      "output",
      [...one(30, 10), { name: "side", load: 70, norm: 10, notCounted: "no main task" }],
      halfUp
    )
    expect(exact(need)).toBe("3")
    expect(Result.getOrThrow(need).rows).toHaveLength(2)
  })

  it("names the row and column of a number that cannot be used", () => {
    const message = (outcome: ReturnType<typeof Workload.need>) =>
      Result.isFailure(outcome) ? outcome.failure.message : ""
    expect(message(Workload.need("output", one(-1, 3), halfUp))).toContain('load of "task": found -1')
    expect(message(Workload.need("output", one(1, 0), halfUp))).toContain('norm of "task": found 0')
    expect(message(Workload.need("task", one(1, 1), halfUp))).toContain("working time: found absent")
    expect(message(Workload.need("output", one(Number.NaN, 1), halfUp))).toContain("found NaN")
  })
})

describe("Workload.efficiency", () => {
  const table = [
    { grade: "A", from: 1, over: true },
    { grade: "B", from: "0.9" },
    { grade: "C", from: "0.7" },
    { grade: "D", from: "0.5" },
    { grade: "E", from: 0 }
  ]
  const grade = (need: Fraction.Numeral, staff: number) => Workload.efficiency(Fraction.parseUnsafe(need), staff, table)

  it("reads the half-open limits", () => {
    expect(["1.001", 1, "0.9", "0.895", "0.7", "0.5", "0.49"].map((need) => grade(need, 1)!.grade)).toEqual([
      "A",
      "B",
      "B",
      "C",
      "C",
      "D",
      "E"
    ])
  })

  it("says overload where the class is called very good, and nothing where nobody is there", () => {
    expect(grade(3, 2)).toMatchObject({ grade: "A", overload: true })
    expect(grade(2, 2)).toMatchObject({ grade: "B", overload: false })
    expect(grade(3, 0)).toBeUndefined()
  })
})

describe("HealthWorkload.need (Permenkes 33/2015)", () => {
  it("a student exercise: exact 3.94 against the printed 3.92, four people", () => {
    const tasks = [
      { name: "RI", load: 45_000, norm: 5 },
      { name: "RJ", load: 15_800, norm: 3 }
    ]
    const support = [
      { name: "a", time: 1440 },
      { name: "b", time: 1440 }
    ]
    const need = Result.getOrThrow(HealthWorkload.need(tasks, support, { availableTime: 72_000, ...halfUp }))
    expect(need.people).toBe(4)
    expect(Math.abs(Fraction.toNumber(need.exact) - 3.92)).toBeLessThan(0.03)
  })

  it("a sheet of a Puskesmas, 2023: 75,000 minutes, standard rounded first, an eighth row not counted", () => {
    const rows = [
      [12, 360],
      [90, 660],
      [21, 720],
      [44, 420],
      [41, 720],
      [78, 480],
      [56, 540]
    ] as const
    const tasks = rows.map(([load, norm], i) => ({ name: `row ${i + 1}`, load, norm }))
    const all = [...tasks, { name: "row 8", load: 55, norm: 720, notCounted: "printed as not counted" }]
    const need = Result.getOrThrow(
      HealthWorkload.need(all, [], { availableTime: 75_000, ...halfUp, standardRounding: "half-up" })
    )
    expect(need.people).toBe(3)
    // The sheet prints .79 for row 2; 90 / 114 is 0.789.
    expect(need.rows.slice(0, 7).map(({ people }) => Number(Fraction.round(people, 2, "half-up")))).toEqual([
      6, 79, 20, 25, 39, 50, 40
    ])
    const plain = Result.getOrThrow(HealthWorkload.need(all, [], { availableTime: 75_000, ...halfUp }))
    expect(Fraction.toNumber(plain.exact).toFixed(4)).toBe("2.5936")
  })

  it("refuses support work that takes all the time", () => {
    const outcome = HealthWorkload.need(one(1, 1), [{ name: "all", time: 72_000 }], {
      availableTime: 72_000,
      ...halfUp
    })
    expect(Result.isFailure(outcome) && outcome.failure.message).toContain("supporting tasks: found 1")
  })
})

describe(`Wisn.need: ${vectors.source}`, () => {
  const options = { weeksPerYear: 52, steps: { upTo: 5, tolerance: "0.1" } } as const
  const cadreOf = (input: Record<string, unknown>): Wisn.Cadre => ({
    possibleWorkingDays: 250,
    daysOff: [],
    hoursPerDay: 8,
    activities: (input.healthServiceActivities ?? []) as Wisn.Cadre["activities"],
    categoryAllowances: [],
    individualAllowances: [],
    existingStaff: 0,
    ...input
  })
  interface Expected extends Record<"awtDays" | "awtHours" | "basic" | "casShare" | "iaf" | "difference", number> {
    readonly error?: string
    readonly caf: number & Record<string, number>
    readonly wisnRatio: number | null
    readonly requiredExact: string
    readonly requiredCeil: number
    readonly components: ReadonlyArray<{
      readonly name: string
      readonly standardWorkload: number
      readonly staff: number
    }>
  }
  const cases = vectors.cases as unknown as ReadonlyArray<{
    name: string
    input: Record<string, unknown>
    expected: Expected
  }>
  it("N7 and N8: 217 days of 7 hours, 280 days of 7 hours; CAS of 15 % and IAS of 600 hours of 1,200", () => {
    const hours = (possibleWorkingDays: number, ...daysOff: ReadonlyArray<number>) =>
      Fraction.format(Result.getOrThrow(Wisn.need(cadreOf({ possibleWorkingDays, daysOff, hoursPerDay: 7 }), options)).availableHours)
    expect([hours(260, 43), hours(312, 18, 1, 10, 3)]).toEqual(["1519", "1960"])
    expect(Fraction.toNumber(Result.getOrThrow(Wisn.factor(Fraction.make(15, 100))))).toBeCloseTo(1.1765, 4)
    const extra = { name: "x", hours: 600, per: "year", staff: 1 }
    const cadre = cadreOf({ possibleWorkingDays: 150, hoursPerDay: 8, individualAllowances: [extra] })
    expect(Fraction.format(Result.getOrThrow(Wisn.need(cadre, options)).individualFactor)).toBe("1/2")
  })

  for (const { expected, input, name } of cases) {
    it(name, () => {
      if (expected.error === "allowances-use-all-time") {
        const outcome = Wisn.factor(Fraction.parseUnsafe(input.casShare as number))
        expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("AllowancesUseAllTime")
      } else if (expected.error === "no-working-time") {
        const outcome = Wisn.need(cadreOf(input), options)
        expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("NoWorkingTime")
      } else if (input.categories !== undefined) {
        for (const { casShare, id } of input.categories as ReadonlyArray<{ id: string; casShare: number }>) {
          expect(Fraction.toNumber(Result.getOrThrow(Wisn.factor(Fraction.parseUnsafe(casShare))))).toBeCloseTo(
            expected.caf[id]!,
            12
          )
        }
      } else {
        const need = Result.getOrThrow(Wisn.need(cadreOf(input), options))
        const close = (found: Fraction.Fraction | undefined, wanted: number | null) =>
          wanted === null
            ? expect(found).toBeUndefined()
            : expect(Math.abs(Fraction.toNumber(found!) - wanted)).toBeLessThanOrEqual(1e-12)
        close(need.availableDays, expected.awtDays)
        close(need.availableHours, expected.awtHours)
        close(need.basic, expected.basic)
        close(need.categoryShare, expected.casShare)
        close(need.categoryFactor, expected.caf)
        close(need.individualFactor, expected.iaf)
        close(need.ratio, expected.wisnRatio)
        close(need.difference, expected.difference)
        expect(Fraction.format(need.required)).toBe(expected.requiredExact)
        expect(Number(Fraction.round(need.required, 0, "up"))).toBe(expected.requiredCeil)
        expect(need.activities.map(({ name }) => name)).toEqual(expected.components.map(({ name }) => name))
        need.activities.forEach(({ staff, standardWorkload }, i) => {
          close(staff, expected.components[i]!.staff)
          close(standardWorkload, expected.components[i]!.standardWorkload)
        })
      }
    })
  }

  it("an article: 217 days of 7 hours are 1,519 h, CAS 15 % gives 1.1765, 600 h of 1,200 are half a person", () => {
    expect((260 - 43) * 7).toBe(1519)
    expect(Fraction.toNumber(Result.getOrThrow(Wisn.factor(Fraction.make(15, 100)))).toFixed(4)).toBe("1.1765")
    const extra = { name: "x", hours: 600, per: "year", staff: 1 } as const
    const cadre = cadreOf({ possibleWorkingDays: 150, individualAllowances: [extra] })
    expect(Fraction.format(Result.getOrThrow(Wisn.need(cadre, options)).individualFactor)).toBe("1/2")
  })

  it("a year of weeks is 52, or the available days by the days of a week", () => {
    const cadre = cadreOf({ possibleWorkingDays: 200, categoryAllowances: [{ name: "x", hours: 4, per: "week" }] })
    const byDays = { ...options, weeksPerYear: { _tag: "available-days", daysPerWeek: 5 } } as const
    expect(Fraction.format(Result.getOrThrow(Wisn.need(cadre, options)).categoryShare)).toBe("13/100")
    expect(Fraction.format(Result.getOrThrow(Wisn.need(cadre, byDays)).categoryShare)).toBe("1/10")
  })

  it("rounds by the steps of the manual", () => {
    const cases = {
      "1": 1,
      "1.1": 1,
      "1.11": 2,
      "2.2": 2,
      "2.21": 3,
      "3.3": 3,
      "3.31": 4,
      "4.4": 4,
      "5.5": 5,
      "5.51": 6,
      "6.4": 6,
      "6.5": 7,
      "0.01": 1,
      "0": 0
    }
    for (const [required, wanted] of Object.entries(cases))
      expect(Wisn.round(Fraction.parseUnsafe(required), options.steps)).toBe(wanted)
  })
})

describe("TeacherNeed.ofSubject (technical guide of the Peraturan Bersama 5 Menteri 2011)", () => {
  const load = { target: 24, least: 24, most: 40 }
  const of = (need: Fraction.Numeral) => {
    const hours = Fraction.format(Fraction.multiply(Fraction.parseUnsafe(need), Fraction.make(24)))
    return Result.getOrThrow(TeacherNeed.ofSubject([{ grade: "VII", hours, classes: 1 }], load))
  }

  it("1.1 to 1.6 go down to one teacher with 26.4 to 38.4 hours", () => {
    const hours = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"].map((need) => {
      const found = of(need)
      return found._tag === "Decided" && found.people === 1 ? Fraction.toNumber(found.hoursEach!) : undefined
    })
    expect(hours).toEqual([26.4, 28.8, 31.2, 33.6, 36, 38.4])
  })

  it("1.67 to 1.99 cannot be decided: down is above 40 hours, up is below 24", () => {
    for (const need of ["1.67", "1.8", "1.99"]) expect(of(need)).toMatchObject({ _tag: "Undecidable", down: 1 })
  })

  it("decides the gap of the printed limits by the load itself: 40 hours are still one teacher", () => {
    expect(of("5/3")).toMatchObject({ _tag: "Decided", people: 1 })
    expect(of("40001/24000")).toMatchObject({ _tag: "Undecidable" })
  })

  it("below 1 is one, from 2 down", () => {
    expect(of("0.3")).toMatchObject({ _tag: "Decided", people: 1 })
    expect(of("0")).toMatchObject({ _tag: "Decided", people: 0 })
    expect(of("2")).toMatchObject({ _tag: "Decided", people: 2 })
    expect(of("2.99")).toMatchObject({ _tag: "Decided", people: 2 })
  })

  it("never gives anybody more than the most, unless it says so", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (tenths) => {
        const found = of(`${tenths}/10`)
        if (found._tag === "Decided") expect(Fraction.toNumber(found.hoursEach!)).toBeLessThanOrEqual(40)
      })
    )
  })

  it("Permendikbudristek 47/2023: 84 pupils of a primary school are 3 classes of at most 28", () => {
    expect(TeacherNeed.classes(84, 28)).toBe(3)
  })

  it("guidance teachers: 25 pupils are 4 hours, 30 pupils 4.8, so 5, at 150 pupils for 24 hours", () => {
    const hours = (pupils: number) => Number(Fraction.round(Fraction.make(pupils * 24, 150), 0, "half-up"))
    expect([hours(25), hours(30)]).toEqual([4, 5])
  })
})

describe("StaffingMinimum.compare", () => {
  const kinds = ["dokter", "drg", "perawat", "bidan", "promkes", "sanitasi", "gizi", "farmasi", "ATLM"]
  const table = (counts: ReadonlyArray<number>) => Object.fromEntries(kinds.map((kind, i) => [kind, counts[i]!]))

  it("a dashboard row with inpatients: 37 people against 24, and still a doctor and a dentist short", () => {
    const found = StaffingMinimum.compare(table([2, 1, 8, 7, 1, 1, 2, 1, 1]), table([1, 0, 8, 14, 4, 3, 3, 3, 1]))
    expect(found).toMatchObject({ minimumMet: false, completeByKind: false, missing: 2 })
    expect(found.lines.filter(({ gap }) => gap < 0).map(({ kind }) => kind)).toEqual(["dokter", "drg"])
  })

  it("a dashboard row without inpatients: short in four kinds", () => {
    const found = StaffingMinimum.compare(table([1, 1, 5, 4, 1, 1, 1, 1, 1]), table([1, 0, 10, 12, 0, 3, 2, 0, 0]))
    expect(found.lines.filter(({ gap }) => gap < 0).map(({ kind }) => kind)).toEqual([
      "drg",
      "promkes",
      "farmasi",
      "ATLM"
    ])
  })

  it("a gap table of a Puskesmas: 20 of 23, nurses -2, midwives -1", () => {
    const need = {
      dokter: 1,
      drg: 1,
      perawat: 8,
      bidan: 5,
      ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`k${i}`, 1]))
    }
    const found = StaffingMinimum.compare(need, { ...need, perawat: 6, bidan: 4 })
    expect([found.missing, found.lines.reduce((sum, { existing }) => sum + existing, 0)]).toEqual([3, 20])
  })
})

describe("ProjectedNeed.project (PP 11/2017, Pasal 5)", () => {
  it("adds retirements for certain and contracts as two cases", () => {
    const standing = {
      need: 20,
      onHand: 17,
      retirements: { "2027": 2, "2029": 1 },
      contractsEnding: { "2026": 1, "2028": 4 }
    }
    const years = Result.getOrThrow(ProjectedNeed.project(standing, 2026))
    expect(years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030])
    expect(years.map(({ ifRenewed }) => ifRenewed)).toEqual([3, 5, 5, 6, 6])
    expect(years.map(({ ifEnded }) => ifEnded)).toEqual([4, 6, 10, 11, 11])
  })

  it("shows a surplus as such and refuses parts of people", () => {
    const over = { need: 5, onHand: 8, retirements: { "2027": 1 }, contractsEnding: {} }
    expect(Result.getOrThrow(ProjectedNeed.project(over, 2026, 2)).map(({ ifEnded }) => ifEnded)).toEqual([-3, -2])
    const outcome = ProjectedNeed.project({ ...over, retirements: { "2027": 0.5 } }, 2026)
    expect(Result.isFailure(outcome) && outcome.failure.message).toContain("retirements of 2027 is 0.5")
  })
})

describe("SectorRatio (Permendagri 60/2012; UU 19/2013)", () => {
  it("answers the score alone where the band is not known", () => {
    const scored = [{ indicator: "all", weight: 100, score: 400 }]
    const outcome = SectorRatio.byScore(scored, [400, 700, 1000], [{ above: 500, least: 251, most: 350 }])
    expect(outcome).toEqual(Result.succeed({ score: 400, staff: undefined }))
  })

  it("refuses weights that are not 100 and scores off the scale", () => {
    const bands = [{ above: 500, least: 251, most: 350 }]
    expect(Result.isFailure(SectorRatio.byScore([{ indicator: "x", weight: 90, score: 400 }], [400], bands))).toBe(true)
    expect(Result.isFailure(SectorRatio.byScore([{ indicator: "x", weight: 100, score: 585 }], [400], bands))).toBe(
      true
    )
  })
})
