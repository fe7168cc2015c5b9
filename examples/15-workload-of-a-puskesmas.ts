/**
 * How many people the work asks for: nurses by ABK-Kes, a subject's teachers with the case nobody can compute, the
 * minimum of a Puskesmas, and five years ahead. All figures are made up; norms are dated and carry their source.
 *
 * Run: node examples/15-workload-of-a-puskesmas.ts
 */
import { LegalSource, Parameter } from "@timbang/core/law"
import { HealthWorkload, ProjectedNeed, StaffingMinimum, TeacherNeed } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { WorkloadLaw } from "@timbang/regulations"
import { Result } from "effect"

const at = <A>(parameter: Parameter.Parameter<A>, day: string) => Result.getOrThrow(Parameter.at(parameter, day))

const time = at(WorkloadLaw.healthWorkingTime, "2026-01-02")
const rounding = at(WorkloadLaw.needRounding, "2026-01-02")
const nurses = Result.getOrThrow(
  HealthWorkload.need(
    [
      { name: "inpatient care", load: 5200, norm: 75 },
      { name: "outpatient visits", load: 21_000, norm: 8 },
      { name: "home visits", load: 640, norm: 90 },
      { name: "errands", load: 300, norm: 30, notCounted: "no main task" }
    ],
    [{ name: "records and meetings", time: 7200 }],
    { availableTime: time.value, rounding: rounding.value }
  )
)
console.log(`Nurses: ${Fraction.format(nurses.exact)} of a person, so ${nurses.people}`)
console.log(`  working time ${time.value} minutes a year, ${LegalSource.cite(time.source)}`)
if (LegalSource.needsWarning(rounding.source)) console.log(`  unverified: ${WorkloadLaw.needRounding.name}`)

const load = at(WorkloadLaw.teachingLoad, "2026-01-02").value
for (const classes of [6, 9, 11]) {
  const need = Result.getOrThrow(TeacherNeed.ofSubject([{ grade: "VII-IX", hours: 4, classes }], load))
  console.log(
    need._tag === "Decided"
      ? `Teachers for ${classes} classes of 4 hours: ${need.people}`
      : `Teachers for ${classes} classes of 4 hours: undecidable; ${need.down} would teach ${Fraction.format(need.hoursEachDown)} hours, ${need.down + 1} only ${Fraction.format(need.hoursEachUp)} each`
  )
}

const { rawatInap } = at(WorkloadLaw.dashboardMinimums, "2026-01-02").value
const staff = {
  dokter: 1,
  perawat: 8,
  bidan: 14,
  "promosi kesehatan": 4,
  "sanitasi lingkungan": 3,
  nutrisionis: 3,
  kefarmasian: 3,
  ATLM: 1
}
const minimum = StaffingMinimum.compare(rawatInap, staff)
const lacking = minimum.lines.filter(({ gap }) => gap < 0).map(({ gap, kind }) => `${kind} ${gap}`)
console.log(
  `Minimum with inpatients: ${minimum.minimumMet ? "met" : `not met (${lacking.join(", ")}), with ${Object.values(staff).reduce((a, b) => a + b, 0)} people`}`
)

const standing = {
  need: nurses.people,
  onHand: 8,
  retirements: { "2027": 1, "2029": 2 },
  contractsEnding: { "2028": 1 }
}
for (const { ifEnded, ifRenewed, year } of Result.getOrThrow(ProjectedNeed.project(standing, 2026))) {
  console.log(`${year}: ${ifRenewed} posts if contracts are renewed, ${ifEnded} if they end`)
}
