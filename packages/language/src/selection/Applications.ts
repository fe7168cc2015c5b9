/**
 * The administrative check in words: how each requirement stands, why, what deserves a second look, and why no check could
 * be made.
 *
 * @since 0.1.0
 */
import { LegalSource } from "@timbang/core/law"
import type { Eligibility, EligibilityFault, RequirementCheck, RequirementStatus } from "@timbang/core/selection"
import { type Language, say } from "../Sentences.ts"
import { english, type Words } from "./applications.en.ts"
import { indonesian } from "./applications.id.ts"
import * as RuleSetTitles from "./RuleSetTitles.ts"

// --- models ---

/**
 * For whom lines are written.
 *
 * @category models
 * @since 0.1.0
 */
export type Reader = "committee" | "applicant"

// --- operations ---

/**
 * How an application stands, in one line that anybody may read: it names no requirement and no reason.
 *
 * **Example** (Refused)
 *
 * ```ts
 * import { Applications } from "@timbang/language"
 * Applications.summary({ applicant: "P2", status: "ineligible" }, "id") // => "P2: tidak memenuhi syarat administrasi; alasannya disampaikan kepada pelamar."
 * Applications.summary({ applicant: "P2", status: "ineligible" }, "en") // => "P2: does not meet the administrative requirements; the reason is told to the applicant."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const summary = ({ applicant, status }: Pick<Eligibility.Checked, "applicant" | "status">, language: Language): string =>
  `${applicant}: ${wordsOf(language).overall[status]}.`

/**
 * Every requirement that is unmet, disputed, unchecked or flagged: for the applicant and for the committee.
 *
 * **Details**
 *
 * A birth date is never written; ages are completed years. What people wrote as their reason may speak of health: it is
 * quoted only with `quotes`, which is for the letter to the applicant alone. `reader: "applicant"` leaves out what only the
 * committee can do something about: names that look alike, flags other than that of a reading, and of a refused application what nobody
 * has looked at.
 *
 * **Example** (Too old by one reading, and a paper)
 *
 * ```ts
 * import { Applications } from "@timbang/language"
 * const source = { instrument: "PP 11/2017", provision: "Pasal 23(1)a", confidence: "seen-in-several" } as const
 * const computed = { _tag: "Known", verdict: "unmet", reason: { _tag: "AgeAbove", ageYears: 35, limitYears: 35, reading: "years-and-no-days" }, facts: {} } as const
 * const age = { requirement: "usia", title: "Usia", status: "unmet", computed, verifier: undefined, supervisor: undefined, flags: [{ _tag: "ReadingDecides", other: "completed-years" }], decidedBy: "instansi", source } as const
 * const found = { applicant: "P1", requirement: "str", role: "verifier", by: "v1", verdict: "unmet", reason: "STR berakhir 2024-06-30", at: "2024-09-01" } as const
 * const paper = { ...age, requirement: "str", title: "STR", computed: { _tag: "Open", why: "for-people", facts: {} }, verifier: found, flags: [] } as const
 * const [first, second] = Applications.lines({ requirements: [age, paper] }, "en", { quotes: true })
 * first // => "Usia: unmet; 35 completed years on the day of applying, and the limit is the day of completing 35 years. By the other reading of the limit, completed years, the answer would be the opposite. Decided by the agency [PP 11/2017, Pasal 23(1)a]."
 * second // => "STR: unmet; verifier: unmet, \"STR berakhir 2024-06-30\". Decided by the agency [PP 11/2017, Pasal 23(1)a]."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const lines = (
  { requirements }: Pick<Eligibility.Checked, "requirements">,
  language: Language,
  { quotes = false, reader = "committee" }: { readonly quotes?: boolean; readonly reader?: Reader } = {}
): ReadonlyArray<string> =>
  reader === "applicant"
    ? forApplicant(requirements).map((requirement) => line(requirement, language, quotes))
    : requirements.filter(({ flags, status }) => flags.length > 0 || isOpen(status) || status === "unmet")
      .map((requirement) => line(requirement, language, quotes))

/**
 * How a requirement stands, in a word or two.
 *
 * **Example** (Nobody has looked)
 *
 * ```ts
 * import { Applications } from "@timbang/language"
 * Applications.status("unchecked", "id") // => "belum diperiksa"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const status = (of: RequirementStatus.Status, language: Language): string => wordsOf(language).status[of]

/**
 * A computed reason, without a full stop, so that it fits the reason of an event.
 *
 * **Example** (Another application in the same year)
 *
 * ```ts
 * import { Applications } from "@timbang/language"
 * Applications.reason({ _tag: "OtherApplications", others: [{ program: "PPPK", applicant: "P9" }] }, "id") // => "1 lamaran lain orang yang sama pada tahun itu: PPPK P9"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const reason = (computed: RequirementCheck.Reason, language: Language): string => say(wordsOf(language).reason, computed)

/**
 * What deserves a second look, without a full stop.
 *
 * **Example** (Two who must agree)
 *
 * ```ts
 * import { Applications } from "@timbang/language"
 * Applications.flag({ _tag: "SupervisorDiffers" }, "id") // => "Supervisor menemukan kebalikan dari temuan verifikator"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const flag = (raised: RequirementStatus.Flag, language: Language): string => say(wordsOf(language).flag, raised)

/**
 * Findings that differ although the facts are the same.
 *
 * **Example** (One accreditation, two verdicts)
 *
 * ```ts
 * import { Applications } from "@timbang/language"
 * Applications.unequal({ requirement: "akreditasi", facts: { accreditation: "B" }, met: ["P1"], unmet: ["P2", "P3"] }, "en") // => "akreditasi, on accreditation B: met for P1, unmet for P2, P3. Equal facts need equal answers; look at them together."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const unequal = ({ facts, met, requirement, unmet }: Eligibility.Unequal, language: Language): string =>
  wordsOf(language).unequal(
    requirement,
    Object.entries(facts).map(([name, value]) => `${name} ${value}`).join(", "),
    met.join(", "),
    unmet.join(", ")
  )

/**
 * Why no check could be made, one line for each fault: who, which requirement, what is wrong, what to do.
 *
 * **Gotchas**
 *
 * What people wrote as a reason is not repeated.
 *
 * **Example** (A code is no reason)
 *
 * ```ts
 * import { Applications } from "@timbang/language"
 * const faults = [{ applicant: "P2", requirement: "str", problem: "reason-not-specific", found: "TMS" }] as const
 * Applications.refusal({ faults }, "id") // => ["P2, str: alasannya hanya mengulang nama syarat atau kode. Tulis apa tepatnya yang ditemukan."]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const refusal = ({ faults }: Pick<EligibilityFault.EligibilityRefused, "faults">, language: Language): ReadonlyArray<string> =>
  faults.map(({ applicant, found, problem, requirement }) =>
    `${applicant}${requirement === "" ? "" : `, ${requirement}`}: ${wordsOf(language).fault[problem](found)}`
  )

const isOpen = (of: RequirementStatus.Status): boolean => of === "disputed" || of === "unchecked"

/** What decided, or while nothing has decided what is still open. */
const forApplicant = (requirements: Eligibility.Checked["requirements"]): Eligibility.Checked["requirements"] => {
  const isRefused = requirements.some(({ status }) => status === "unmet")
  return requirements.filter(({ status }) => isRefused ? status === "unmet" : isOpen(status)).map((requirement) => {
    const flags = requirement.flags.filter(({ _tag }) => _tag === "ReadingDecides")
    if (requirement.computed._tag !== "Open") return { ...requirement, flags }
    const { nearest: _, ...computed } = requirement.computed
    return { ...requirement, computed, flags }
  })
}

const line = (of: RequirementStatus.RequirementStatus, language: Language, quotes: boolean): string => {
  const words = wordsOf(language)
  const { computed, decidedBy, flags, source, supervisor, title, verifier } = of
  const found = [verifier, supervisor].flatMap((finding) => finding === undefined ? [] : [finding])
  const because = [
    ...(computed._tag === "Known" ? [reason(computed.reason, language)] : []),
    ...(computed._tag === "Open" && found.length === 0 ? [words.open[computed.why]] : []),
    ...(computed._tag === "Open" && computed.nearest !== undefined && computed.nearest.length > 0 ? [words.nearest(computed.nearest.join(", "))] : []),
    ...found.map((finding) => words.found(finding.role, finding.verdict, quotes ? finding.reason.trim() : ""))
  ]
  const sentences = [
    `${RuleSetTitles.of(title, language)}: ${[words.status[of.status], ...because].join("; ")}`,
    ...flags.map((raised) => flag(raised, language)),
    `${words.decidedBy(decidedBy)} [${LegalSource.cite(source)}]`
  ]
  return sentences.map((sentence) => `${sentence}.`).join(" ")
}

const wordsOf = (language: Language): Words => language === "id" ? indonesian : english
