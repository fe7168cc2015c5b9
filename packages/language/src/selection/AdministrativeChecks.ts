/**
 * What `timbang eligibility` says around the administrative check: what stands in the way of a result, and what to do with one.
 *
 * @since 0.1.0
 */
import type { Finding, Requirement, RequirementCheck } from "@timbang/core/selection"
import { type Language, say } from "../Sentences.ts"
import { english, type Words } from "./administrativeChecks.en.ts"
import { indonesian } from "./administrativeChecks.id.ts"
import * as RuleSetTitles from "./RuleSetTitles.ts"

// --- models ---

/**
 * What keeps an application from being decided, or deserves a look before it is announced. `title` is that of the requirement, as the rules
 * have it.
 *
 * - `FindingWithoutApplication`: nobody of that number applied. `NobodyLooked`: there is no finding about the application.
 * - `Unchecked`: one requirement of which nothing is known yet.
 * - `SupervisorDiffers`, `Contradiction`, `ComputedDiffers`: two who must agree do not.
 * - `ReadingDecides`: it is decided, and the other reading of the limit of age gives the other answer.
 *
 * @category models
 * @since 0.1.0
 */
export type Attention =
  | { readonly _tag: "FindingWithoutApplication" }
  | { readonly _tag: "NobodyLooked" }
  | { readonly _tag: "Unchecked"; readonly title: string; readonly why: Extract<RequirementCheck.Computed, { readonly _tag: "Open" }>["why"] }
  | { readonly _tag: "SupervisorDiffers"; readonly title: string }
  | { readonly _tag: "Contradiction"; readonly title: string; readonly role: Finding.Role }
  | { readonly _tag: "ComputedDiffers"; readonly title: string }
  | { readonly _tag: "ReadingDecides"; readonly title: string; readonly other: Requirement.UpperLimit }

/**
 * Something said of the whole check.
 *
 * - `Open`: so many applicants cannot be decided yet. `Whole`: all are, and this is the digest of the result.
 * - `Strays`: findings about nobody. `Unequal`: groups of equal facts with different findings.
 * - `Readings`: applicants whose age is decided by the reading of the limit.
 * - `RulesLater`: applications from before the first day of the rules.
 * - `DocumentsLeft`: no word in the column of papers names a requirement, so that nothing follows from it. `OtherDocuments`: some do not.
 *
 * @category models
 * @since 0.1.0
 */
export type Note =
  | { readonly _tag: "Open"; readonly applicants: number }
  | { readonly _tag: "Whole"; readonly applicants: number; readonly digest: string }
  | { readonly _tag: "Strays"; readonly findings: number }
  | { readonly _tag: "Unequal"; readonly groups: number }
  | { readonly _tag: "Readings"; readonly applicants: number; readonly other: Requirement.UpperLimit }
  | { readonly _tag: "RulesLater"; readonly ruleSet: string; readonly from: string; readonly applicants: number }
  | { readonly _tag: "DocumentsLeft"; readonly file: string; readonly words: ReadonlyArray<string> }
  | { readonly _tag: "OtherDocuments"; readonly file: string; readonly words: ReadonlyArray<string> }

// --- operations ---

/**
 * Why an application needs attention, in one sentence.
 *
 * **Example** (Two who must agree)
 *
 * ```ts
 * import { AdministrativeChecks } from "@timbang/language"
 * AdministrativeChecks.attention({ _tag: "SupervisorDiffers", title: "Usia pada saat melamar" }, "en") // => "Age on the day of applying: supervisor and verifier found the opposite; one of them looks again and records a later finding."
 * AdministrativeChecks.attention({ _tag: "NobodyLooked" }, "id") // => "Belum ada temuan tentang lamaran ini; mintalah verifikator memeriksanya."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const attention = (of: Attention, language: Language): string =>
  say(wordsOf(language).attention, "title" in of ? { ...of, title: RuleSetTitles.of(of.title, language) } : of)

/**
 * A sentence about the whole check.
 *
 * **Example** (Not everybody is decided)
 *
 * ```ts
 * import { AdministrativeChecks } from "@timbang/language"
 * AdministrativeChecks.note({ _tag: "Open", applicants: 2 }, "en") // => "2 applicants cannot be decided yet; the result can be announced when nobody is left open."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const note = (of: Note, language: Language): string => say(wordsOf(language).note, of)

/**
 * Texts that are printed as they are.
 *
 * **Example** (Where a reason is not for everybody)
 *
 * ```ts
 * import { AdministrativeChecks } from "@timbang/language"
 * AdministrativeChecks.phrases("en").toldAlone // => "told to the applicant"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const phrases = (language: Language): Words["phrases"] => wordsOf(language).phrases

const wordsOf = (language: Language): Words => language === "id" ? indonesian : english
