import { type LegalSource, Sourced } from "@timbang/core/law"
import {
  type Application,
  Cohort,
  Eligibility,
  type Finding,
  Outcome,
  type Requirement,
  Selection,
  Specimen,
  type StudyProgramme
} from "@timbang/core/selection"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const source: LegalSource.LegalSource = {
  instrument: "PP 11/2017",
  provision: "Pasal 23(1)a",
  confidence: "seen-in-several"
}
const decidedBy = "instansi"
const age: Requirement.AgeRequirement = {
  _tag: "Age",
  id: "usia",
  title: "Usia",
  minimumYears: Sourced.known(18, source),
  maximumYears: Sourced.known(35, source),
  upperLimit: Sourced.known("years-and-no-days", source),
  exceptions: [{ positions: ["Dokter Spesialis"], maximumYears: 40, source: { ...source, note: "specialists" } }],
  decidedBy,
  source
}
const education: Requirement.EducationRequirement = {
  _tag: "Education",
  id: "pendidikan",
  title: "Pendidikan",
  decidedBy,
  source
}
const average: Requirement.GradeAverageRequirement = {
  _tag: "GradeAverage",
  id: "ipk",
  title: "IPK",
  minimum: Sourced.unknown(source),
  decidedBy,
  source
}
const declaration: Requirement.DeclarationRequirement = {
  _tag: "Declaration",
  id: "pidana",
  title: "Tidak pernah dipidana",
  decidedBy,
  source
}
const paper: Requirement.DocumentRequirement = {
  _tag: "Document",
  id: "str",
  title: "Surat tanda registrasi",
  decidedBy,
  source
}
const once: Requirement.OneApplicationRequirement = {
  _tag: "OneApplication",
  id: "satu",
  title: "Satu lamaran",
  programs: ["Specimen", "PPPK"],
  decidedBy,
  source
}

const formations = [Specimen.formation, { ...Specimen.formation, formation: "F2", position: "DOKTER SPESIALIS" }]
const application = (more: Partial<Application.Application> = {}): Application.Application => ({
  applicant: "P1",
  formation: "F1",
  appliedOn: "2024-08-20",
  ...more
})
const finding = (more: Partial<Finding.Finding> = {}): Finding.Finding => ({
  applicant: "P1",
  requirement: "str",
  role: "verifier",
  by: "v1",
  verdict: "met",
  reason: "",
  at: "2024-09-01",
  ...more
})
const attempt = (
  requirements: ReadonlyArray<Requirement.Requirement>,
  applications: ReadonlyArray<Application.Application>,
  findings: ReadonlyArray<Finding.Finding> = [],
  more: Partial<Eligibility.Check> = {}
) =>
  Eligibility.check({
    ruleSet: { ...Specimen.ruleSet, requirements },
    formations,
    applications,
    findings,
    programmes: [],
    ...more
  })
const check = (...given: Parameters<typeof attempt>) => Result.getOrThrow(attempt(...given))
const only = (...given: Parameters<typeof attempt>) => check(...given)[0]!.requirements[0]!

describe("Eligibility.check: age, PP 11/2017 Pasal 23(1)a", () => {
  const of = (birthDate: string, more: Partial<Application.Application> = {}, upperLimit?: Requirement.UpperLimit) =>
    only([age], [application({ birthDate, ...more })], [], upperLimit === undefined ? {} : { upperLimit })

  it("the 18th birthday passes, the day before it does not", () => {
    expect(of("2006-08-20").status).toBe("met")
    expect(of("2006-08-21")).toMatchObject({
      status: "unmet",
      computed: { reason: { _tag: "AgeBelow", ageYears: 17, limitYears: 18 } }
    })
  })

  it("35 years and no days: the birthday passes and the next day does not, and the flag tells that the reading decides", () => {
    expect(of("1989-08-20")).toMatchObject({ status: "met", flags: [] })
    expect(of("1989-08-19")).toMatchObject({
      status: "unmet",
      flags: [{ _tag: "ReadingDecides", other: "completed-years" }]
    })
  })

  it("completed years: the day before the 36th birthday passes", () => {
    expect(of("1988-08-21", {}, "completed-years")).toMatchObject({
      status: "met",
      flags: [{ _tag: "ReadingDecides", other: "years-and-no-days" }]
    })
    expect(of("1988-08-20", {}, "completed-years")).toMatchObject({ status: "unmet", flags: [] })
  })

  it("a position with a limit of its own has 40 years, and the status cites the exception", () => {
    const status = of("1984-08-20", { formation: "F2" })
    expect(status.status).toBe("met")
    expect(status.source.note).toBe("specialists")
    expect(of("1984-08-19", { formation: "F2" }).status).toBe("unmet")
  })

  it("the two readings never disagree except inside the year after the limit", () => {
    fc.assert(fc.property(fc.integer({ min: -2000, max: 2000 }), (shift) => {
      const day = new Date(Date.UTC(1989, 7, 20) + shift * 86_400_000).toISOString().slice(0, 10)
      const [strict, wide] = [of(day), of(day, {}, "completed-years")]
      if (strict.status === "met") expect(wide.status).toBe("met")
      expect(strict.status !== wide.status).toBe(day > "1988-08-20" && day < "1989-08-20")
    }))
  })

  it("a date of birth never comes back in the result nor in an error", () => {
    expect(JSON.stringify(check([age], [application({ birthDate: "1989-08-19" })]))).not.toContain("1989-08-19")
    const refused = Result.getOrThrow(Result.flip(attempt([age], [application({ birthDate: "1989-02-30" })])))
    expect(refused.message).toBe("P1: day-invalid, found \"birthDate\"; write YYYY-MM-DD")
  })

  it("no date of birth leaves it unchecked and the application incomplete", () => {
    expect(check([age], [application()])[0]!.status).toBe("incomplete")
  })
})

describe("Eligibility.check: other computed requirements", () => {
  const programmes: ReadonlyArray<StudyProgramme.Entry> = [
    {
      position: "Surveyor",
      programme: "S-1 Geodesi",
      from: "2024-08-01",
      source: { instrument: "Pengumuman 1", confidence: "host" }
    }
  ]

  it("a programme on the table is met by the table's own source; one that is not waits for people", () => {
    const on = only([education], [application({ studyProgramme: "S1 geodesi" })], [], { programmes })
    expect(on).toMatchObject({ status: "met", source: { instrument: "Pengumuman 1" } })
    const off = only([education], [application({ studyProgramme: "S-1 Geodesi dan Geomatika" })], [], { programmes })
    expect(off).toMatchObject({
      status: "unchecked",
      computed: { _tag: "Open", why: "not-on-table", nearest: ["S-1 Geodesi"] }
    })
  })

  it("people may accept what the table does not name, and it is flagged", () => {
    const found = finding({ requirement: "pendidikan" })
    const status = only([education], [application({ studyProgramme: "S-1 Geomatika" })], [found], { programmes })
    expect(status).toMatchObject({ status: "met", flags: [{ _tag: "NotOnTable" }] })
  })

  it("an agency's own grade average is refused by name until it is supplied", () => {
    const refused = Result.getOrThrow(Result.flip(attempt([average], [application({ gradeAverage: "3.10" })])))
    expect(refused.message).toContain("requirements.ipk.minimum (PP 11/2017, Pasal 23(1)a)")
    const own = {
      ...average,
      minimum: Sourced.known(2750, { instrument: "Pengumuman 1", confidence: "host" } as const)
    }
    const statusOf = (gradeAverage: string) => only([own], [application({ gradeAverage })]).status
    expect([statusOf("2.75"), statusOf("2.749")]).toEqual(["met", "unmet"])
  })

  it("a second application of one person in the year is found over all programmes named, on both", () => {
    const both = [application({ person: "k1" }), application({ applicant: "P2", formation: "F2", person: "k1" })]
    expect(check([once], both).map(({ status }) => status)).toEqual(["ineligible", "ineligible"])
    const register = [{ applicant: "X9", person: "k1", program: "PPPK", appliedOn: "2024-10-02" }]
    expect(only([once], [application({ person: "k1" })], [], { register })).toMatchObject({
      status: "unmet",
      computed: { reason: { _tag: "OtherApplications", others: [{ applicant: "X9", program: "PPPK" }] } }
    })
    const elsewhere = [{ ...register[0]!, program: "Sekolah kedinasan" }, { ...register[0]!, appliedOn: "2023-10-02" }]
    expect(only([once], [application({ person: "k1" })], [], { register: elsewhere }).status).toBe("met")
    expect(only([once], [application()]).status).toBe("unchecked")
  })

  it("a requirement of one kind of need or position is not asked of others", () => {
    const papers = [{ ...paper, categories: ["reserved"] }, { ...paper, id: "sip", positions: ["dokter spesialis"] }]
    const checked = check(papers, [application({ formation: "F1" }), application({ applicant: "P2", formation: "F2" })])
    expect(checked.map(({ requirements }) => requirements.map(({ status }) => status))).toEqual([
      ["not-required", "not-required"],
      ["not-required", "unchecked"]
    ])
    expect(checked[0]!.status).toBe("eligible")
  })

  it("a statement stands until people find otherwise; a paper that is missing is unmet", () => {
    const stated = application({ declarations: { pidana: true }, documents: [] })
    expect(check([declaration, paper], [stated])[0]!.requirements.map(({ status }) => status)).toEqual(["met", "unmet"])
    const found = finding({ requirement: "pidana", verdict: "unmet", reason: "Putusan 12/Pid/2019" })
    expect(only([declaration], [stated], [found])).toMatchObject({
      status: "unmet",
      flags: [{ _tag: "ComputedDiffers" }]
    })
  })
})

describe("Eligibility.check: findings of people", () => {
  it("verifier and supervisor who disagree leave it disputed until a later finding agrees", () => {
    const first = finding({ verdict: "unmet", reason: "STR berakhir 2024-06-30" })
    const second = finding({ role: "supervisor", by: "s1", at: "2024-09-02" })
    expect(only([paper], [application()], [first, second])).toMatchObject({
      status: "disputed",
      flags: [{ _tag: "SupervisorDiffers" }]
    })
    const again = finding({ verdict: "met", at: "2024-09-03" })
    expect(only([paper], [application()], [again, second, first])).toMatchObject({ status: "met", flags: [] })
  })

  it("people who contradict a computed age leave it disputed and flagged", () => {
    const found = finding({ requirement: "usia", verdict: "met" })
    expect(only([age], [application({ birthDate: "1980-01-01" })], [found]))
      .toMatchObject({ status: "disputed", flags: [{ _tag: "ComputedDiffers" }] })
  })

  it("a refusal without a specific reason is refused, and so is a supervisor who was the verifier", () => {
    const faults = [
      finding({ verdict: "unmet", reason: " " }),
      finding({ verdict: "unmet", reason: "surat tanda registrasi" }),
      finding({ role: "supervisor" }),
      finding({ applicant: "P9", requirement: "sim" })
    ]
    const refused = Result.getOrThrow(Result.flip(attempt([paper], [application()], faults)))
    expect(refused._tag === "EligibilityRefused" && refused.faults.map(({ problem }) => problem)).toEqual([
      "reason-missing",
      "reason-not-specific",
      "same-person-twice",
      "applicant-unknown",
      "requirement-unknown"
    ])
  })

  it("the order of findings decides nothing", () => {
    const findings = [
      finding({ verdict: "unmet", reason: "a" }),
      finding({ verdict: "unmet", reason: "b", by: "v2" }),
      finding({ at: "2024-08-30" }),
      finding({ role: "supervisor", by: "s1", verdict: "unmet", reason: "c" })
    ]
    const expected = check([paper], [application()], findings)
    fc.assert(fc.property(fc.shuffledSubarray(findings, { minLength: 4 }), (shuffled) => {
      expect(check([paper], [application()], shuffled)).toEqual(expected)
    }))
  })
})

describe("Eligibility.unequal", () => {
  it("lists both sides of findings that differ on equal computed facts, and nothing where the facts differ", () => {
    const applications = ["P1", "P2", "P3"].map((applicant, at) =>
      application({ applicant, studyProgramme: at === 2 ? "S-1 Sejarah" : "S-1 Geomatika" })
    )
    const findings = [
      finding({ requirement: "pendidikan" }),
      finding({ requirement: "pendidikan", applicant: "P2", verdict: "unmet", reason: "tidak serumpun" }),
      finding({ requirement: "pendidikan", applicant: "P3", verdict: "unmet", reason: "tidak serumpun" })
    ]
    expect(Eligibility.unequal(check([education], applications, findings))).toEqual([
      {
        requirement: "pendidikan",
        facts: { position: "surveyor", programme: "s1geomatika" },
        met: ["P1"],
        unmet: ["P2"]
      }
    ])
  })
})

describe("Eligibility.toEvents", () => {
  it("keeps an ineligible applicant out of the selection, with reason and article", () => {
    const checked = check([age], [
      application({ birthDate: "1980-01-01" }),
      application({ applicant: "P2", birthDate: "1995-01-01" })
    ])
    const events = Eligibility.toEvents(checked, { exam: "written", at: "2024-09-20" })
    expect(events.map(({ participant, reason }) => [participant, reason])).toEqual([
      [
        "P1",
        "44 completed years on the day of applying, limit the day of completing 35 years (PP 11/2017, Pasal 23(1)a)"
      ]
    ])
    const scores = { knowledge: 200, attitude: 200, practice: "90" }
    const rows = ["P1", "P2"].map((participant) => ({ participant, formation: "F1", scores }))
    const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, formations, rows))
    const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, formations, cohort, events))
    expect(Array.from(made.outcome, (tag) => Outcome.tags[tag])).toEqual(["ineligible", "selected"])
  })

  it("makes no event for somebody who never became a participant", () => {
    const checked = check([age], [application({ birthDate: "1980-01-01" })])
    expect(Eligibility.toEvents(checked, { exam: "written", at: "2024-09-20", participantOf: () => undefined }))
      .toEqual([])
  })
})

describe("Eligibility.check: findings about the application as a whole (MS, TMS)", () => {
  const rules = [age, declaration, paper]
  const facts = { birthDate: "1995-02-01", declarations: { pidana: true } }
  const whole = (more: Partial<Finding.Finding> = {}) => finding({ requirement: "administrasi", ...more })
  const statuses = (findings: ReadonlyArray<Finding.Finding>, more: Partial<Application.Application> = facts) => {
    const [checked] = check(rules, [application(more)], findings)
    return [checked!.status, ...checked!.requirements.map(({ requirement, status }) => `${requirement} ${status}`)]
  }

  it("MS speaks of every requirement; without it nobody has looked at the paper", () => {
    expect(statuses([])).toEqual(["incomplete", "usia met", "pidana met", "str unchecked"])
    expect(statuses([whole()])).toEqual(["eligible", "usia met", "pidana met", "str met", "administrasi met"])
  })

  it("TMS leaves the whole unmet with its reason and says nothing of a single requirement", () => {
    const tms = whole({ verdict: "unmet", reason: "STR berakhir 2024-06-30" })
    expect(statuses([tms])).toEqual(["ineligible", "usia met", "pidana met", "str unchecked", "administrasi unmet"])
    const events = Eligibility.toEvents(check(rules, [application(facts)], [tms]), { exam: "written", at: "2024-09-20" })
    expect(events.map(({ reason, requirement }) => [requirement, reason])).toEqual([["administrasi", `STR berakhir 2024-06-30 (${Specimen.ruleSet.sources[0]!.instrument})`]])
  })

  it("MS against a computed age is a dispute, not a correction", () => {
    expect(statuses([whole()], { ...facts, birthDate: "1980-01-01" })).toEqual(["disputed", "usia disputed", "pidana met", "str met", "administrasi met"])
  })

  it("a verifier's TMS and a supervisor's MS are a dispute until one of them finds otherwise later", () => {
    const [tms, ms] = [whole({ verdict: "unmet", reason: "tanpa tanggal" }), whole({ role: "supervisor", by: "s1" })]
    expect(statuses([tms, ms])[0]).toBe("disputed")
    expect(statuses([tms, ms, whole({ at: "2024-09-05" })])[0]).toBe("eligible")
  })

  it("a later finding about one requirement stands over an earlier MS; on one day the two contradict each other", () => {
    const str = (at: string) => finding({ verdict: "unmet", reason: "STR dicabut", at })
    expect(statuses([whole(), str("2024-09-02")])).toEqual(["ineligible", "usia met", "pidana met", "str unmet", "administrasi met"])
    expect(statuses([whole(), str("2024-09-01")])[3]).toBe("str disputed")
    expect(statuses([str("2024-08-30"), whole()])[3]).toBe("str met")
  })

  it("whoever looked at one requirement in one role does not judge the whole in the other", () => {
    const faults = (...findings: ReadonlyArray<Finding.Finding>) => {
      const made = attempt(rules, [application(facts)], findings)
      return Result.isFailure(made) && made.failure._tag === "EligibilityRefused" ? made.failure.faults.map(({ problem }) => problem) : []
    }
    expect(faults(finding(), whole({ role: "supervisor" }))).toEqual(["same-person-twice"])
    expect(faults(whole({ role: "supervisor" }), finding())).toEqual(["same-person-twice"])
    expect(faults(finding(), finding({ requirement: "usia", role: "supervisor" }))).toEqual([])
    expect(faults(whole({ verdict: "unmet", reason: "Administrasi." }))).toEqual(["reason-not-specific"])
  })
})
