// Checks two applications: what can be computed, what people found, and the event that keeps one of them out.
// Run: node examples/24-check-applications.ts
import { Eligibility, type Application, type Finding } from "@timbang/core/selection"
import { Applications, Problems } from "@timbang/language"
import { RuleSets, Supply } from "@timbang/regulations"
import { Result } from "effect"

const announcement = { instrument: "Pengumuman 800/1/2024", confidence: "host" } as const
const formation = {
  formation: "F1",
  position: "Penata Jalan",
  education: "S-1",
  location: "Dinas PUPR",
  category: "umum",
  seats: 1
}

// The agency's own grade average is nowhere in the law: it is refused by name until the agency supplies it.
const asked = Eligibility.check({
  ruleSet: RuleSets.cpns2024,
  formations: [formation],
  applications: [{ applicant: "P1", formation: "F1", appliedOn: "2024-08-20", gradeAverage: "3.20" }],
  findings: [],
  programmes: []
})
if (Result.isFailure(asked) && asked.failure._tag === "NumbersUnknown") console.log(`${Problems.sentence(asked.failure, "id")}\n`)

const supplied = Result.getOrThrow(Supply.supply(RuleSets.cpns2024, "requirements.ipk.minimum", 2750, announcement))
const ids = new Set(["usia", "pendidikan", "ipk", "satu-lamaran", "pidana"])
const ruleSet = { ...supplied, requirements: supplied.requirements.filter(({ id }) => ids.has(id)) }

const application = (applicant: string, birthDate: string, studyProgramme: string): Application.Application => ({
  applicant,
  formation: "F1",
  appliedOn: "2024-08-20",
  birthDate,
  studyProgramme,
  gradeAverage: "3.20",
  person: `pseudonym-${applicant}`,
  declarations: { pidana: true }
})
const findings: ReadonlyArray<Finding.Finding> = [{
  applicant: "P2",
  requirement: "pendidikan",
  role: "verifier",
  by: "verifier-7",
  verdict: "unmet",
  reason: "Ijazah Teknik Mesin, bukan program studi dalam daftar kebutuhan",
  document: "sha256:6f1c",
  at: "2024-09-10"
}]
const checked = Result.getOrThrow(Eligibility.check({
  ruleSet,
  formations: [formation],
  applications: [
    application("P1", "1989-08-19", "S1 TEKNIK SIPIL"),
    application("P2", "1995-02-01", "S-1 Teknik Mesin")
  ],
  findings,
  programmes: [{ position: "Penata Jalan", programme: "S-1 Teknik Sipil", from: "2024-08-01", source: announcement }]
}))

for (const one of checked) {
  console.log(Applications.summary(one, "id"))
  for (const line of Applications.lines(one, "id", { quotes: true })) console.log(`  ${line}`)
}

// The event that keeps somebody out carries the same reason, in the language of the host.
console.log("")
const events = Eligibility.toEvents(checked, { exam: "skd", at: "2024-09-20", describe: (reason) => Applications.reason(reason, "id") })
for (const { participant, reason } of events) console.log(`${participant}: ${reason}`)
