import type { EligibilityFault, RequirementCheck, RequirementStatus } from "@timbang/core/selection"
import { Applications } from "@timbang/language"
import { describe, expect, it } from "vitest"

const languages = ["id", "en"] as const
const source = { instrument: "PermenPANRB 6/2024", provision: "Pasal 23", confidence: "seen-in-several" } as const
const entry = { position: "Penata Jalan", programme: "S-1 Teknik Sipil", from: "2024-08-01", source: { instrument: "Pengumuman 1", confidence: "host" } } as const

/** One reason of each tag; the type makes a new tag without a case here fail to compile. */
const reasons: { readonly [Tag in RequirementCheck.Reason["_tag"]]: Extract<RequirementCheck.Reason, { readonly _tag: Tag }> } = {
  AgeWithin: { _tag: "AgeWithin", ageYears: 29 },
  AgeBelow: { _tag: "AgeBelow", ageYears: 17, limitYears: 18 },
  AgeAbove: { _tag: "AgeAbove", ageYears: 36, limitYears: 35, reading: "years-and-no-days" },
  OnTable: { _tag: "OnTable", entry },
  GradeAverage: { _tag: "GradeAverage", found: 2749, minimum: 2750 },
  Declared: { _tag: "Declared", isMet: false },
  PaperMissing: { _tag: "PaperMissing" },
  OnlyApplication: { _tag: "OnlyApplication" },
  OtherApplications: { _tag: "OtherApplications", others: [{ program: "PPPK", applicant: "P8" }, { program: "CPNS", applicant: "P9" }] }
}

const flags: { readonly [Tag in RequirementStatus.Flag["_tag"]]: Extract<RequirementStatus.Flag, { readonly _tag: Tag }> } = {
  ComputedDiffers: { _tag: "ComputedDiffers" },
  SupervisorDiffers: { _tag: "SupervisorDiffers" },
  Contradiction: { _tag: "Contradiction", role: "verifier" },
  ReadingDecides: { _tag: "ReadingDecides", other: "completed-years" },
  NotOnTable: { _tag: "NotOnTable" }
}

const problems: Readonly<Record<EligibilityFault.EligibilityFault["problem"], string>> = {
  "applicant-duplicate": "P1",
  "applicant-unknown": "P1",
  "formation-unknown": "F9",
  "requirement-unknown": "sim",
  "day-invalid": "appliedOn",
  "grade-average-invalid": "2,75",
  "reason-missing": "",
  "reason-not-specific": "TMS",
  "same-person-twice": "v1"
}

const health = "buta warna total menurut surat RSUD"
const finding = { applicant: "P1", requirement: "str", role: "verifier", by: "v1", verdict: "unmet", reason: health, at: "2024-09-01" } as const
const status = (more: Partial<RequirementStatus.RequirementStatus>): RequirementStatus.RequirementStatus => ({
  requirement: "str",
  title: "STR",
  status: "unmet",
  computed: { _tag: "Open", why: "for-people", facts: {} },
  verifier: finding,
  supervisor: undefined,
  flags: [],
  decidedBy: "instansi",
  source,
  ...more
})

describe("Applications.reason and flag", () => {
  it("say every reason and flag in both languages, with every number", () => {
    const numbers: Readonly<Partial<Record<RequirementCheck.Reason["_tag"], ReadonlyArray<string>>>> = {
      AgeWithin: ["29"],
      AgeBelow: ["17", "18"],
      AgeAbove: ["36", "35"],
      OnTable: ["Pengumuman 1"],
      OtherApplications: ["2", "PPPK P8", "CPNS P9"]
    }
    for (const reason of Object.values(reasons)) {
      const said = languages.map((language) => Applications.reason(reason, language))
      expect(said[0]).not.toBe(said[1])
      for (const each of said) {
        expect(each).not.toMatch(/\.$|undefined/)
        for (const number of numbers[reason._tag] ?? []) expect(each).toContain(number)
      }
    }
    expect(Applications.reason(reasons.GradeAverage, "id")).toBe("IPK 2,749, paling rendah 2,750")
    for (const flag of Object.values(flags)) expect(Applications.flag(flag, "id")).not.toBe(Applications.flag(flag, "en"))
  })

  it("keep the two readings of an upper limit apart", () => {
    const other = Applications.reason({ ...reasons.AgeAbove, reading: "completed-years" }, "id")
    expect(other).not.toBe(Applications.reason(reasons.AgeAbove, "id"))
    expect(Applications.reason({ ...reasons.Declared, isMet: true }, "en")).not.toBe(Applications.reason(reasons.Declared, "en"))
  })
})

describe("Applications.lines", () => {
  it("leave out what is met without a flag, and say what is open and who looks", () => {
    const requirements = [
      status({ status: "met", requirement: "usia" }),
      status({ status: "not-required", requirement: "cumlaude" }),
      status({ status: "unchecked", title: "Pendidikan", verifier: undefined, computed: { _tag: "Open", why: "not-on-table", facts: {}, nearest: ["S-1 Teknik Sipil"] } }),
      status({ status: "met", title: "Usia", flags: [flags.ReadingDecides] })
    ]
    const said = Applications.lines({ requirements }, "id")
    expect(said.map((line) => line.split(":")[0])).toEqual(["Pendidikan", "Usia"])
    expect(said[0]).toContain("nama yang mirip pada daftar: S-1 Teknik Sipil")
    expect(said[1]).toContain("sampai sehari sebelum ulang tahun berikutnya")
    for (const line of said) expect(line).toMatch(/Ditetapkan oleh instansi \[PermenPANRB 6\/2024, Pasal 23\]\.$/)
  })

  it("repeat what people wrote only where it is asked for, and both roles where they differ", () => {
    const supervisor = { ...finding, role: "supervisor", by: "s1", verdict: "met", reason: "" } as const
    const checked = { requirements: [status({ status: "disputed", supervisor, flags: [flags.SupervisorDiffers] })] }
    for (const language of languages) {
      expect(Applications.lines(checked, language).join("\n")).not.toContain("buta warna")
      expect(Applications.lines(checked, language, { quotes: true }).join("\n")).toContain(`"${health}"`)
    }
    expect(Applications.lines(checked, "id")[0]).toContain("verifikator: tidak memenuhi; supervisor: memenuhi")
  })
})

describe("Applications.lines for the applicant", () => {
  const open = status({ status: "unchecked", title: "Ijazah", verifier: undefined })
  const programme = { _tag: "Open", why: "not-on-table", facts: {}, nearest: ["S-1 Teknik Sipil"] } as const

  it("tell what refused them, without what only the committee can mend and without what nobody has looked at", () => {
    const requirements = [open, status({ title: "Pendidikan", computed: programme, flags: [flags.NotOnTable] }), status({ status: "met", title: "Usia", flags: [flags.ReadingDecides] })]
    const said = Applications.lines({ requirements }, "id", { quotes: true, reader: "applicant" })
    expect(said).toEqual([`Pendidikan: tidak memenuhi; verifikator: tidak memenuhi, "${health}". Ditetapkan oleh instansi [PermenPANRB 6/2024, Pasal 23].`])
  })

  it("tell what is open while nothing refuses them, and that the reading of a limit decides", () => {
    expect(Applications.lines({ requirements: [open, status({ status: "met" })] }, "id", { reader: "applicant" })).toEqual([expect.stringMatching(/^Ijazah: belum diperiksa/)])
    const tooOld = status({ title: "Usia", verifier: undefined, computed: { _tag: "Known", verdict: "unmet", reason: reasons.AgeAbove, facts: {} }, flags: [flags.ReadingDecides] })
    expect(Applications.lines({ requirements: [tooOld] }, "id", { reader: "applicant" })[0]).toContain("Menurut bacaan lain")
  })
})

describe("Applications.summary, unequal and refusal", () => {
  it("the public line names no requirement and no reason", () => {
    for (const of of ["eligible", "ineligible", "disputed", "incomplete"] as const) {
      for (const language of languages) expect(Applications.summary({ applicant: "P1", status: of }, language)).toMatch(/^P1: [^:]+(: [^:]+)?\.$/)
    }
  })

  it("unequal findings name the facts and both sides", () => {
    const said = Applications.unequal({ requirement: "akreditasi", facts: { akreditasi: "B" }, met: ["P1"], unmet: ["P2"] }, "id")
    expect(said).toContain("akreditasi B: memenuhi untuk P1, tidak memenuhi untuk P2")
  })

  it("every fault says who, what was found and what to do, and never repeats a recorded reason", () => {
    for (const [problem, found] of Object.entries(problems) as ReadonlyArray<[EligibilityFault.EligibilityFault["problem"], string]>) {
      const [id, en] = languages.map((language) =>
        Applications.refusal({ faults: [{ applicant: "P1", requirement: "str", problem, found }] }, language)[0]!)
      expect(id).not.toBe(en)
      for (const said of [id!, en!]) {
        expect(said).toMatch(/^P1, str: .+\. .+\.$/)
        if (problem === "reason-not-specific") expect(said).not.toContain("TMS")
        else if (!problem.startsWith("applicant")) expect(said).toContain(found)
      }
    }
  })
})
