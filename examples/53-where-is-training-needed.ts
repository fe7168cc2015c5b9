/**
 * Where is training needed, and where are people or means lacking instead? Then a plan within the 20 hours a year of the law.
 *
 * Figures are invented. Run: node examples/53-where-is-training-needed.ts
 */
import { TrainingGap, TrainingPlan } from "@timbang/core/evaluation"
import { LegalSource, Parameter } from "@timbang/core/law"
import { Fraction, Interval } from "@timbang/core/number"
import { Findings } from "@timbang/language"
import { TrainingHours } from "@timbang/regulations"
import { Result } from "effect"

const rated = (unit: string, competence: string, ratings: ReadonlyArray<number>) =>
  ({ unit, jobFamily: "nurse", competence, ratings, standard: 3 })
const gaps = TrainingGap.find([
  rated("Siulak", "triage", [2.1, 2.4, 2.2, 2.6, 2.3]),
  rated("Siulak", "records", [2.4, 2.6, 2.3, 2.5, 2.2]),
  rated("Kayu Aro", "triage", [2.9, 3.2, 2.6, 3.1, 2.8]),
  rated("Kayu Aro", "records", [2.2, 2, 2.4, 2.1, 1.9]),
  rated("Lempur", "triage", [3.4, 3.6, 3.5, 3.3])
], [
  { unit: "Siulak", jobFamily: "nurse", peopleLacking: Fraction.zero, means: { ratings: [3.4, 3.6, 3.5], standard: 3 } },
  { unit: "Kayu Aro", jobFamily: "nurse", peopleLacking: Fraction.parseUnsafe("1.5") },
  { unit: "Lempur", jobFamily: "nurse", peopleLacking: Fraction.zero, means: { ratings: [1.8, 2.1, 2, 1.9], standard: 3 } }
])

const english = Findings.phrases("en")
for (const { advice, competence, interval, means, skill, staffing, unit } of gaps) {
  console.log(`${unit}, ${competence}: ${Interval.format(interval, 2)} beside 3, ${english.judgement[skill]}; people ${english.lack[staffing]}, means ${english.lack[means]}: ${english.advice[advice]}`)
}

const { source, value: allowance } = Result.getOrThrow(Parameter.at(TrainingHours.permanent, "2026-01-01"))
const plan = Result.getOrThrow(TrainingPlan.make(gaps, [
  { competence: "triage", course: "emergency care", hours: 30 },
  { competence: "records", course: "electronic records", hours: 8 }
], allowance))
console.log(`\n${allowance.hours} hours a year at least (${LegalSource.cite(source)}):`)
for (const { course, hours, people, unit, year } of plan.sessions) {
  console.log(`year ${year}, ${unit}: ${course}, ${hours} hours for each of ${people} people`)
}
