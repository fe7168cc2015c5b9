/**
 * The administrative check in English.
 */
import { counted } from "../Counting.ts"
import { LegalSource } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import type { Eligibility, EligibilityFault, Finding, Requirement, RequirementCheck, RequirementStatus } from "@timbang/core/selection"
import type { Sentences } from "../Sentences.ts"

export interface Words {
  readonly overall: Readonly<Record<Eligibility.Checked["status"], string>>
  readonly status: Readonly<Record<RequirementStatus.Status, string>>
  readonly reason: Sentences<RequirementCheck.Reason>
  readonly open: Readonly<Record<Extract<RequirementCheck.Computed, { readonly _tag: "Open" }>["why"], string>>
  readonly nearest: (names: string) => string
  /** `quoted` is empty where what the person wrote is not to be repeated. */
  readonly found: (role: Finding.Role, verdict: Finding.Verdict, quoted: string) => string
  readonly flag: Sentences<RequirementStatus.Flag>
  readonly decidedBy: (authority: string) => string
  readonly unequal: (requirement: string, facts: string, met: string, unmet: string) => string
  readonly fault: Readonly<Record<EligibilityFault.EligibilityFault["problem"], (found: string) => string>>
}

const readings: Readonly<Record<Requirement.UpperLimit, string>> = {
  "completed-years": "completed years",
  "years-and-no-days": "years and no days"
}

export const english: Words = {
  overall: {
    eligible: "meets the administrative requirements",
    ineligible: "does not meet the administrative requirements; the reason is told to the applicant",
    disputed: "cannot be decided yet: two who must agree do not",
    incomplete: "cannot be decided yet: not every requirement has been looked at"
  },
  status: { met: "met", unmet: "unmet", disputed: "disputed", unchecked: "not checked yet", "not-required": "not required" },
  reason: {
    AgeWithin: ({ ageYears }) => `${ageYears} completed years on the day of applying`,
    AgeBelow: ({ ageYears, limitYears }) => `${ageYears} completed years on the day of applying, and at least ${limitYears} are required`,
    AgeAbove: ({ ageYears, limitYears, reading }) =>
      `${ageYears} completed years on the day of applying, and the limit is ${
        reading === "completed-years" ? `${limitYears} completed years` : `the day of completing ${counted(limitYears, "year")}`
      }`,
    OnTable: ({ entry }) => `the study programme is on the table of ${LegalSource.cite(entry.source)}`,
    GradeAverage: ({ found, minimum }) => `grade average ${Scaled.format(found, 3)}, and at least ${Scaled.format(minimum, 3)} is required`,
    Declared: ({ isMet }) => isMet ? "as the applicant states" : "the applicant states that it is not so",
    PaperMissing: () => "the paper was not handed in",
    OnlyApplication: () => "no other application of the same person in the year",
    OtherApplications: ({ others }) =>
      `${others.length} other ${others.length === 1 ? "application" : "applications"} of the same person in the year: ${
        others.map(({ applicant, program }) => `${program} ${applicant}`).join(", ")
      }`
  },
  open: {
    "fact-missing": "the application does not say what it is computed from",
    "not-on-table": "the study programme is not on the agency's table; people decide",
    "for-people": "people have to look at it"
  },
  nearest: (names) => `names on the table that look alike: ${names}`,
  found: (role, verdict, quoted) => `${role}: ${verdict}${quoted === "" ? "" : `, "${quoted}"`}`,
  flag: {
    ComputedDiffers: () => "People found the opposite of what was computed",
    SupervisorDiffers: () => "The supervisor found the opposite of the verifier",
    Contradiction: ({ role }) => `The ${role} said both met and unmet on one day`,
    ReadingDecides: ({ other }) => `By the other reading of the limit, ${readings[other]}, the answer would be the opposite`,
    NotOnTable: () => "People decided on a study programme that the agency's table does not name; add it to the table or look again"
  },
  decidedBy: (authority) => `Decided by ${authority === "instansi" ? "the agency" : authority}`,
  unequal: (requirement, facts, met, unmet) =>
    `${requirement}, on ${facts}: met for ${met}, unmet for ${unmet}. Equal facts need equal answers; look at them together.`,
  fault: {
    "applicant-duplicate": () => "the registration number stands twice. Give each once.",
    "applicant-unknown": () => "a finding about somebody who is not on the list. Name an applicant of the list.",
    "formation-unknown": (found) => `formation ${found} is not on the list. Name a formation of the list.`,
    "requirement-unknown": (found) => `the rule set has no requirement ${found}. Name one of its own.`,
    "day-invalid": (found) => `${found}: not a calendar day. Write YYYY-MM-DD.`,
    "grade-average-invalid": (found) => `the grade average ${found} cannot be read. Write a number of 0 or more with at most 3 decimals.`,
    "reason-missing": () => "a refusal without a reason. Write what exactly was found.",
    "reason-not-specific": () => "the reason only repeats the name of the requirement or a code. Write what exactly was found.",
    "same-person-twice": (found) => `${found} is verifier and supervisor. Let somebody else supervise.`
  }
}
