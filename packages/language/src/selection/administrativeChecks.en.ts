/**
 * What is said around the administrative check in English.
 */
import { counted } from "../Counting.ts"
import type { Sentences } from "../Sentences.ts"
import type { Attention, Note } from "./AdministrativeChecks.ts"

export interface Words {
  readonly attention: Sentences<Attention>
  readonly note: Sentences<Note>
  readonly phrases: {
    /** Stands for a reason that is not for everybody. */
    readonly toldAlone: string
    readonly meaning: Readonly<Record<"eligible" | "ineligible" | "open", string>>
    readonly tally: readonly [code: string, meaning: string, applicants: string]
    readonly counts: readonly [formation: string, seats: string, applications: string]
    readonly attention: readonly [applicant: string, file: string, row: string, column: string, what: string]
    /** Why a list of numbers cannot be announced. */
    readonly identityShown: string
    /** While applications are checked. */
    readonly progress: (done: number, of: number) => string
    /** Behind a list of which only the first are shown. */
    readonly shown: (shown: number, of: number) => string
  }
}

const readings = { "completed-years": "completed years", "years-and-no-days": "years and no days" } as const

const some = (words: ReadonlyArray<string>): string => `${words.slice(0, 5).join(", ")}${words.length > 5 ? ", ..." : ""}`

export const english: Words = {
  attention: {
    FindingWithoutApplication: () => "nobody of this number applied; correct the number, or add the application.",
    NobodyLooked: () => "there is no finding about this application; have a verifier look at it.",
    Unchecked: ({ title, why }) =>
      `${title}: ${
        why === "fact-missing" ? "the fact is missing and nobody has judged it" : why === "not-on-table" ? "the study programme is not on the table and nobody has judged it" : "nobody has looked at it"
      }; have a verifier look at it.`,
    SupervisorDiffers: ({ title }) => `${title}: supervisor and verifier found the opposite; one of them looks again and records a later finding.`,
    Contradiction: ({ role, title }) => `${title}: on one day the ${role} found both; record a later finding that says which.`,
    ComputedDiffers: ({ title }) => `${title}: the finding is the opposite of what is computed; correct the fact or look again.`,
    ReadingDecides: ({ other, title }) => `${title}: decided, but by the other reading of the limit, ${readings[other]}, it would be the opposite.`
  },
  note: {
    Open: ({ applicants }) => `${counted(applicants, "applicant")} cannot be decided yet; the result can be announced when nobody is left open.`,
    Whole: ({ applicants, digest }) => `${counted(applicants, "applicant")} decided. SHA-256 of the result, for the decision of the committee: ${digest}`,
    Strays: ({ findings }) => `${counted(findings, "finding")} about nobody who applied.`,
    Unequal: ({ groups }) => `${counted(groups, "group")} of equal facts with different findings; equal facts need equal answers, see unequal.csv.`,
    Readings: ({ applicants, other }) =>
      `The age of ${counted(applicants, "applicant")} is decided by how the limit is read; --upper-limit ${other} shows the other reading.`,
    RulesLater: ({ applicants, from, ruleSet }) => `Rule set ${ruleSet} holds from ${from}, and ${counted(applicants, "application was", "applications were")} handed in before; check by the rules that held then.`,
    DocumentsLeft: ({ file, words }) => `${file}: no word in the column documents names a requirement of the rules (${some(words)}); nothing follows from it, people judge every paper.`,
    OtherDocuments: ({ file, words }) => `${file}: words in the column documents that name no requirement of the rules are left aside: ${some(words)}.`
  },
  phrases: {
    toldAlone: "told to the applicant",
    meaning: { eligible: "meets the requirements", ineligible: "does not meet the requirements", open: "cannot be decided yet" },
    tally: ["code", "meaning", "applicants"],
    counts: ["formation", "seats", "applications"],
    attention: ["applicant", "file", "row", "column", "what"],
    identityShown: "a registration number or formation looks like an identity number or a date; announce under another number.",
    progress: (done, of) => `applications checked: ${done} of ${of}`,
    shown: (shown, of) => `${shown} of ${of} shown; all of them with --out.`
  }
}
