/**
 * Applications and findings on which no administrative check can be made.
 *
 * @since 0.1.0
 */
import { Data } from "effect"
import type { Formation } from "../formation/Formation.ts"
import * as Day from "../law/Day.ts"
import type { Application } from "./Application.ts"
import * as Finding from "./Finding.ts"
import { readGradeAverage } from "./RequirementCheck.ts"
import type { Requirement } from "./Requirement.ts"
import type { RuleSet } from "./RuleSet.ts"

// --- errors ---

/**
 * Something on which no check can be made. Dates of birth are never repeated.
 *
 * @category errors
 * @since 0.1.0
 */
export interface EligibilityFault {
  /** Registration number. */
  readonly applicant: string
  readonly requirement: string
  readonly problem:
    | "applicant-duplicate"
    | "applicant-unknown"
    | "formation-unknown"
    | "requirement-unknown"
    | "day-invalid"
    | "grade-average-invalid"
    | "reason-missing"
    | "reason-not-specific"
    | "same-person-twice"
  readonly found: string
}

/**
 * Applications or findings that cannot be used; all of them at once.
 *
 * @category errors
 * @since 0.1.0
 */
export class EligibilityRefused extends Data.TaggedError("EligibilityRefused")<{
  readonly faults: ReadonlyArray<EligibilityFault>
}> {
  override get message(): string {
    return this.faults.map(({ applicant, found, problem, requirement }) =>
      `${applicant}${requirement === "" ? "" : `, ${requirement}`}: ${problem}, found ${JSON.stringify(found)}; ${
        remedies[problem]
      }`
    ).join("\n")
  }
}

const remedies: Readonly<Record<EligibilityFault["problem"], string>> = {
  "applicant-duplicate": "give each registration number once",
  "applicant-unknown": "name an applicant of the list",
  "formation-unknown": "name a formation of the list",
  "requirement-unknown": "name a requirement of the rule set",
  "day-invalid": "write YYYY-MM-DD",
  "grade-average-invalid": "write a number of 0 or more with at most 3 decimals",
  "reason-missing": "say what exactly was found; a refusal without a reason is not a refusal",
  "reason-not-specific": "say what exactly was found, not only that something was unmet",
  "same-person-twice": "let somebody else supervise"
}

// --- operations ---

/**
 * Every fault of the applications and findings of a check.
 *
 * **Example** (A finding about somebody who did not apply)
 *
 * ```ts
 * import { EligibilityFault, Specimen } from "@timbang/core/selection"
 * const finding = { applicant: "P9", requirement: "str", role: "verifier", by: "v1", verdict: "met", reason: "", at: "2024-09-01" } as const
 * EligibilityFault.find({ ruleSet: Specimen.ruleSet, formations: [], applications: [], findings: [finding] }).map(({ problem }) => problem) // => ["applicant-unknown", "requirement-unknown"]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const find = ({ applications, findings, formations, ruleSet }: {
  readonly ruleSet: Pick<RuleSet, "requirements" | "codes">
  readonly formations: ReadonlyArray<Formation>
  readonly applications: ReadonlyArray<Application>
  readonly findings: ReadonlyArray<Finding.Finding>
}): ReadonlyArray<EligibilityFault> => {
  const faults: Array<EligibilityFault> = []
  const refuse = (applicant: string, problem: EligibilityFault["problem"], found: string, requirement = ""): void => {
    faults.push({ applicant, requirement, problem, found })
  }
  const known = new Set(formations.map(({ formation }) => formation))
  const applicants = new Set<string>()
  for (const { appliedOn, applicant, birthDate, formation, gradeAverage } of applications) {
    if (applicants.has(applicant)) refuse(applicant, "applicant-duplicate", applicant)
    applicants.add(applicant)
    if (!known.has(formation)) refuse(applicant, "formation-unknown", formation)
    if (!Day.isDay(appliedOn)) refuse(applicant, "day-invalid", "appliedOn")
    if (birthDate !== undefined && !Day.isDay(birthDate)) refuse(applicant, "day-invalid", "birthDate")
    if (gradeAverage !== undefined && readGradeAverage(gradeAverage) === undefined) {
      refuse(applicant, "grade-average-invalid", gradeAverage)
    }
  }
  const whole = { id: Finding.whole, title: Finding.wholeTitle }
  const requirements = new Map<string, Pick<Requirement, "id" | "title">>([
    ...(ruleSet.requirements.length === 0 ? [] : [[whole.id, whole] as const]),
    ...ruleSet.requirements.map((requirement) => [requirement.id, requirement] as const)
  ])
  // By applicant and person, the role in which each requirement was looked at.
  const people = new Map<string, Map<string, Finding.Role>>()
  for (const { applicant, at, by, reason, requirement: id, role, verdict } of findings) {
    const requirement = requirements.get(id)
    if (!applicants.has(applicant)) refuse(applicant, "applicant-unknown", applicant, id)
    if (requirement === undefined) refuse(applicant, "requirement-unknown", id, id)
    if (!Day.isDay(at)) refuse(applicant, "day-invalid", at, id)
    if (verdict === "unmet") {
      if (reason.trim() === "") refuse(applicant, "reason-missing", "", id)
      else if (requirement !== undefined && !Finding.isSpecific(reason, requirement, ruleSet.codes)) {
        refuse(applicant, "reason-not-specific", reason, id)
      }
    }
    const person = `${applicant}\n${by}`
    const roles = people.get(person) ?? new Map<string, Finding.Role>()
    people.set(person, roles)
    // A finding about the whole speaks of every requirement.
    const others = id === Finding.whole ? [...roles.values()] : [roles.get(id), roles.get(Finding.whole)]
    if (others.some((other) => other !== undefined && other !== role)) refuse(applicant, "same-person-twice", by, id)
    roles.set(id, role)
  }
  return faults
}
