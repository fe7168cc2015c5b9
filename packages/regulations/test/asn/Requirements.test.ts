import { type Application, Eligibility } from "@timbang/core/selection"
import { RuleSets, Supply } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const announcement = { instrument: "Pengumuman 1/2024", confidence: "host" } as const
/** With the grade average that each agency announces; here none. */
const announced = (ruleSet: typeof RuleSets.cpns2024) =>
  Result.getOrThrow(Supply.supply(ruleSet, "requirements.ipk.minimum", 0, announcement))
const [cpns2024, pppk2024] = [announced(RuleSets.cpns2024), announced(RuleSets.pppk2024)]
const appliedOn = "2024-08-25"

const statusesOf = (ruleSet: typeof cpns2024, position: string, more: Partial<Application.Application>, category = "umum") => {
  const formation = { formation: "F1", position, education: "S-1", location: "Jambi", category, seats: 1 }
  const checked = Eligibility.check({
    ruleSet,
    formations: [formation],
    applications: [{ applicant: "P1", formation: "F1", appliedOn, ...more }],
    findings: [],
    programmes: []
  })
  return Object.fromEntries(Result.getOrThrow(checked)[0]!.requirements.map(({ requirement, status }) => [requirement, status]))
}
const ageOf = (birthDate: string, position = "Analis Kebijakan", ruleSet = cpns2024) => statusesOf(ruleSet, position, { birthDate })["usia"]

describe("PP 11/2017, Pasal 23(1)a: age on the day of applying", () => {
  it("18 on the very day is old enough, a day younger is not", () => {
    expect(ageOf("2006-08-25")).toBe("met")
    expect(ageOf("2006-08-26")).toBe("unmet")
  })

  it("35 on the very day is young enough; the day after is over, by the reading that the rule set names", () => {
    expect(ageOf("1989-08-25")).toBe("met")
    expect(ageOf("1989-08-24")).toBe("unmet")
  })

  it("by the other reading the whole year passes", () => {
    const other = Result.getOrThrow(Supply.supply(cpns2024, "requirements.usia.upperLimit", "completed-years", announcement))
    expect(ageOf("1988-08-26", "Analis Kebijakan", other)).toBe("met")
    expect(ageOf("1988-08-25", "Analis Kebijakan", other)).toBe("unmet")
  })

  it("40 for specialist doctors, dentists and clinical teachers", () => {
    for (const position of ["DOKTER SPESIALIS", "Dokter Gigi Spesialis", "Dokter Pendidik Klinis"]) {
      expect(ageOf("1984-08-25", position)).toBe("met")
      expect(ageOf("1984-08-24", position)).toBe("unmet")
    }
    expect(ageOf("1984-08-25", "Dokter")).toBe("unmet")
  })

  it("is the same in every CPNS round", () => {
    for (const { requirements } of RuleSets.all.filter(({ program }) => program === "CPNS")) {
      expect(requirements[0]).toEqual(RuleSets.cpns2024.requirements[0])
    }
  })
})

describe("PermenPANRB 6/2024: age of PPPK", () => {
  it("begins at 20; the upper limit follows the position and is supplied", () => {
    const supplied = Result.getOrThrow(Supply.supply(pppk2024, "requirements.usia.maximumYears", 57, announcement))
    expect(ageOf("2004-08-25", "Perawat", supplied)).toBe("met")
    expect(ageOf("2004-08-26", "Perawat", supplied)).toBe("unmet")
    expect(ageOf("1967-08-25", "Perawat", supplied)).toBe("met")
    expect(ageOf("1967-08-24", "Perawat", supplied)).toBe("unmet")
  })
})

describe("age of PPPK in every round", () => {
  it("begins at 20 and ends where the position says", () => {
    for (const { id, requirements } of RuleSets.all.filter(({ program }) => program === "PPPK")) {
      expect(requirements[0], id).toMatchObject({
        minimumYears: { value: 20 },
        maximumYears: { _tag: "Unknown" },
        upperLimit: { value: "years-and-no-days", source: { confidence: "unverified" } }
      })
    }
  })
})

describe("grade point average", () => {
  it("is refused by name until the agency supplies its minimum", () => {
    const formation = { formation: "F1", position: "", education: "", location: "", category: "umum", seats: 1 }
    const checked = Eligibility.check({
      ruleSet: RuleSets.cpns2024,
      formations: [formation],
      applications: [{ applicant: "P1", formation: "F1", appliedOn, gradeAverage: "3.10" }],
      findings: [],
      programmes: []
    })
    expect(Result.isFailure(checked) && checked.failure._tag === "NumbersUnknown" && checked.failure.numbers.map(({ path }) => path))
      .toEqual(["requirements.ipk.minimum"])
  })
})

describe("requirements of some kinds of need", () => {
  it("asks graduates with distinction, and people of Kalimantan, for their paper; nobody else", () => {
    const papersOf = (category: string) => {
      const { cumlaude, "domisili-kalimantan": kalimantan } = statusesOf(cpns2024, "Analis", { birthDate: "1995-01-01" }, category)
      return [cumlaude, kalimantan]
    }
    expect(papersOf("umum")).toEqual(["not-required", "not-required"])
    expect(papersOf("cumlaude")).toEqual(["unchecked", "not-required"])
    expect(papersOf("kalimantan")).toEqual(["not-required", "unchecked"])
  })
})

describe("objections", () => {
  const windows = (ruleSet: typeof cpns2024) =>
    ruleSet.objections.map(({ announceAgainWithinDays, days, decidedBy, perPerson, stage }) =>
      [stage, decidedBy, ...[days, perPerson, announceAgainWithinDays].map((number) => number._tag === "Known" ? number.value : "?")]
    )

  it("three days, once, announced again within seven: the administrative check; three days and Panselnas: the final result", () => {
    for (const ruleSet of [RuleSets.cpns2021, RuleSets.cpns2023, cpns2024]) {
      expect(windows(ruleSet)).toEqual([["administrasi", "instansi", 3, 1, 7], ["final", "Panselnas", 3, "?", 7]])
    }
  })

  it("teachers of 2021 may object once a stage, teachers of 2023 not at all after the test", () => {
    expect(windows(RuleSets.pppk2021Guru).map(([stage, , , perPerson]) => [stage, perPerson])).toEqual([["administrasi", 1], ["kompetensi", 1]])
    expect(windows(RuleSets.pppk2023Guru)[1]).toEqual(["kompetensi", "Panselnas", "?", 0, "?"])
  })
})

describe("use of an older SKD score", () => {
  it("KepmenPANRB 344/2024: of 2023; PermenPANRB 23/2019: of 2018; no other round", () => {
    const years = RuleSets.all.flatMap(({ carryOver, id }) => carryOver === undefined ? [] : [[id, ...carryOver.fromYears]])
    expect(years).toEqual([["cpns-2019", 2018], ["cpns-2024", 2023]])
  })
})
