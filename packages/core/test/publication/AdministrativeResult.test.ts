import { Sourced } from "@timbang/core/law"
import { AdministrativeResult, Disclosure } from "@timbang/core/publication"
import { type Application, Eligibility, type Finding, type Requirement, Specimen } from "@timbang/core/selection"
import { Primitives } from "@timbang/signing"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const source = { instrument: "PP 11/2017", provision: "Pasal 23(1)a", confidence: "seen-in-several" } as const
const common = { decidedBy: "instansi", source } as const
const requirements: ReadonlyArray<Requirement.Requirement> = [
  {
    _tag: "Age",
    id: "usia",
    title: "Usia",
    minimumYears: Sourced.known(18, source),
    maximumYears: Sourced.known(35, source),
    upperLimit: Sourced.known("completed-years", source),
    exceptions: [],
    ...common
  },
  { _tag: "Declaration", id: "pidana", title: "Tidak pernah dipidana", ...common },
  { _tag: "Document", id: "sehat", title: "Surat keterangan sehat", ...common }
]
const ruleSet = { ...Specimen.ruleSet, requirements }
const formations = [Specimen.formation, { ...Specimen.formation, formation: "F0", seats: 3 }]
const words: Disclosure.Vocabulary = {
  specificCategories: [],
  generalCategory: "khusus",
  healthCodes: {},
  privateRungs: {},
  identities: [{ what: "an identity number (NIK)", pattern: "(?<!\\d)\\d{16}(?!\\d)" }]
}
const terms: AdministrativeResult.Terms = {
  codes: { eligible: "MS", ineligible: "TMS", open: "BELUM" },
  told: ["Age"]
}
const application = (applicant: string, more: Partial<Application.Application> = {}): Application.Application => ({
  applicant,
  formation: "F1",
  appliedOn: "2024-08-20",
  birthDate: "1995-02-01",
  declarations: { pidana: true },
  documents: ["sehat"],
  ...more
})
const finding = (applicant: string, more: Partial<Finding.Finding> = {}): Finding.Finding =>
  ({ applicant, requirement: "sehat", role: "verifier", by: "v1", verdict: "met", reason: "", at: "2024-09-01", ...more })
const applications = [
  application("P4"),
  application("P1"),
  application("P2", { birthDate: "1980-01-01", declarations: { pidana: false } }),
  application("P3")
]
const findings = [
  finding("P1"),
  finding("P2"),
  finding("P3", { verdict: "unmet", reason: "hasil pemeriksaan mata di bawah syarat" })
]
const checkedOf = (given = applications, found = findings) =>
  Result.getOrThrow(Eligibility.check({ ruleSet, formations, applications: given, findings: found, programmes: [] }))
const of = (policy: Disclosure.Policy, checked = checkedOf()) =>
  AdministrativeResult.of(policy, terms, ruleSet, checked)
const official = Disclosure.asOfficialLists(words)

describe("AdministrativeResult.of", () => {
  it("tells that somebody is too old, and neither a sentence nor health nor what people wrote", () => {
    const { open, rows } = Result.getOrThrow(of(official))
    expect(open).toBe(1)
    expect(rows.map(({ applicant, code, grounds }) => [applicant, code, ...grounds.map(({ requirement }) => requirement)])).toEqual([
      ["P1", "MS"],
      ["P2", "TMS", "usia"],
      ["P3", "TMS"],
      ["P4", "BELUM"]
    ])
    const written = Result.getOrThrow(AdministrativeResult.text(Primitives.portable, Result.getOrThrow(of(official))))
    for (const hidden of ["sehat", "pidana", "mata", "1980", "1995", "v1"]) expect(written).not.toContain(hidden)
  })

  it("tells no reason at all under the policy protected", () => {
    const { rows } = Result.getOrThrow(of(Disclosure.protectedCategories(words)))
    expect(rows.flatMap(({ grounds }) => grounds)).toEqual([])
  })

  it("refuses a number that looks like an identity, without repeating it", () => {
    const made = of(official, checkedOf([application("1571014107900001")], []))
    expect(Result.isFailure(made) && made.failure.message).toContain("an identity number (NIK)")
    expect(Result.isFailure(made) && made.failure.message).not.toContain("1571")
  })

  it("is the same, digest and all, in whatever order applications and findings come", () => {
    const digestOf = (checked: ReadonlyArray<Eligibility.Checked>) =>
      AdministrativeResult.digest(Primitives.portable, Result.getOrThrow(of(official, checked)))
    const first = digestOf(checkedOf())
    fc.assert(fc.property(fc.shuffledSubarray(applications, { minLength: 4 }), fc.shuffledSubarray(findings, { minLength: 3 }), (given, found) => {
      expect(digestOf(checkedOf(given, found))).toEqual(first)
      expect(AdministrativeResult.count(formations, checkedOf(given, found))).toEqual(AdministrativeResult.count(formations, checkedOf()))
    }), { numRuns: 20 })
  })
})

describe("AdministrativeResult.count", () => {
  it("counts every formation, also one that nobody applied for, and everybody once", () => {
    expect(AdministrativeResult.count(formations, checkedOf())).toEqual([
      { formation: "F0", seats: 3, applications: 0, eligible: 0, ineligible: 0, open: 0 },
      { formation: "F1", seats: 1, applications: 4, eligible: 1, ineligible: 2, open: 1 }
    ])
  })
})
