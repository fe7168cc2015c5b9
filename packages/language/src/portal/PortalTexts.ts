/**
 * What the portal says to citizens: headings, sentences and labels of its pages, in Indonesian and English.
 *
 * @since 0.1.0
 */
import type { Day } from "@timbang/core/law"
import type { Entry } from "@timbang/core/publication"
import type { Outcome } from "@timbang/core/selection"
import type { Language } from "../Sentences.ts"
import { en } from "./portalTexts.en.ts"
import { id } from "./portalTexts.id.ts"

// --- models ---

/**
 * Every text of the portal in one language.
 *
 * @category models
 * @since 0.1.0
 */
export interface PortalTexts {
  readonly language: string
  readonly otherLanguage: string
  readonly skip: string
  readonly nav: Readonly<Record<"announcement" | "formations" | "requirements" | "registration" | "proposals" | "survey" | "board" | "results" | "verify" | "explain" | "objection", string>>
  /** A day in words, without the name of the weekday. */
  readonly day: (day: Day.Day) => string
  readonly footer: (origin: string, size: number) => string
  readonly words: string
  /** A published figure with the decimal mark of the language. */
  readonly figure: (published: string) => string
  readonly oneGo: string
  readonly announcement: {
    readonly lead: string
    /** In its place where the law changed: the rules in force are not those published first. */
    readonly leadChanged: string
    /** In its place where nothing in the log shows that the rules came before the scores. */
    readonly leadUnattested: string
    /** A number that no source gives. */
    readonly unknown: string
    readonly change: (entry: number, letter: string, day: string, authority: string | undefined) => string
    /** Rules that were put in the place of others after the first score, without a letter. */
    readonly lateRules: (entry: number) => string
    readonly numbers: (formations: number, seats: number, applicants: number) => string
    readonly holds: (from: string, until: string | undefined) => string
    readonly exams: string
    readonly exam: (title: string, minimum: number, maximum: string) => string
    readonly thresholds: string
    readonly least: (title: string, points: string) => string
    readonly noThreshold: string
    readonly shortlist: string
    readonly shortlistRule: (factor: string) => string
    readonly steps: string
    readonly sum: (title: string, parts: string) => string
    readonly rescale: (title: string, of: string, outOf: string, to: number, decimals: number) => string
    readonly weight: (title: string, of: string, percent: string, decimals: number) => string
    readonly addition: (title: string, of: string, cap: string) => string
    readonly ties: string
    readonly tieRule: (rungs: string) => string
    readonly rung: Readonly<Record<"GradeAverage" | "BirthDate", string>>
    readonly letter: string
    readonly objections: string
    readonly objectionRule: (stage: string, days: string, perPerson: string | undefined) => string
    readonly sources: string
    readonly notYet: string
  }
  readonly formations: {
    readonly heading: Readonly<Record<"position" | "place" | "education" | "category" | "seats" | "applicants" | "ratio", string>>
    readonly ratio: (value: string) => string
    readonly search: string
    readonly searchButton: string
    readonly shown: (from: number, to: number, of: number) => string
    readonly previous: string
    readonly next: string
    readonly none: string
    readonly permanent: string
    readonly csv: string
    readonly recount: string
    readonly recountNote: string
    readonly xlsx: string
    readonly objections: string
    readonly objectionHeading: Readonly<Record<"filed" | "until" | "answer" | "reason", string>>
    readonly objectionAnswer: Readonly<Record<"accepted" | "rejected" | "open", string>>
    readonly objectionReason: Readonly<Record<Entry.AnswerReason, string>>
    readonly objectionNote: string
    readonly since: string
    readonly sinceSize: string
    readonly sinceButton: string
    readonly changed: (since: number, count: number) => string
  }
  readonly results: {
    readonly lead: string
    readonly none: string
    readonly heading: Readonly<Record<"rank" | "participant" | "final" | "code" | "meaning", string>>
    readonly equal: string
    readonly seat: (formation: string) => string
  }
  readonly board: {
    readonly banner: string
    readonly data: (time: string, source: string, session: string) => string
    readonly lag: (seconds: number) => string
    readonly open: string
    readonly closed: string
    readonly none: string
    readonly heading: Readonly<Record<"participant" | "formation" | "total" | "rank", string>>
    readonly equals: string
    readonly replaced: string
    readonly reasonUnknown: string
    readonly corrected: (entry: number) => string
    /** The session that a reader follows was closed, and where its ranks are. */
    readonly ended: string
    readonly toRanks: string
    readonly cut: (formation: string, total: string, scored: number, registered: number) => string
    readonly cuts: string
    /** In the place of a rank. */
    readonly below: string
    readonly refresh: string
    readonly stalled: string
  }
  readonly receipt: {
    readonly label: string
    readonly hint: string
    readonly file: string
    readonly trust: string
    readonly trustHint: string
    readonly privacy: string
    readonly refused: string
  }
  readonly verify: {
    readonly lead: string
    readonly button: string
    readonly offline: string
    readonly logAgrees: string
    readonly logDiffers: string
    readonly corrected: (entry: number) => string
  }
  readonly explain: {
    readonly lead: string
    readonly button: string
    readonly next: string
    readonly notResult: string
    readonly announced: (day: string) => string
    readonly deadline: (day: string) => string
    readonly againBy: (day: string) => string
    readonly corrections: string
    readonly corrected: (title: string, from: string, to: string, entry: number, basis: string) => string
    readonly byObjection: (entry: number) => string
    readonly byLetter: (number: string, day: string) => string
    readonly deadlineUnknown: (days: string) => string
    readonly again: (days: string) => string
    readonly nothingToObject: string
    readonly print: string
  }
  readonly objection: {
    readonly warning: string
    readonly lead: string
    readonly button: string
    readonly link: string
    readonly nothing: string
    readonly draft: (number: number, about: string) => string
    readonly text: (facts: { readonly participant: string; readonly formation: string; readonly about: string; readonly entry: number }) => string
    readonly minimum: (title: string, score: string, limit: string) => string
    readonly rank: (rank: number, seats: number) => string
    readonly decided: (outcome: string) => string
    readonly evidence: string
  }
  readonly errors: Readonly<Record<"notFound" | "tooMany" | "tooLarge" | "unreadable" | "unavailable", string>>
  readonly outcome: Readonly<Record<Outcome.Outcome, string>>
}

// --- texts ---

/**
 * The texts by language.
 *
 * **Example** (The warning above a draft)
 *
 * ```ts
 * import { PortalTexts } from "@timbang/language"
 * PortalTexts.texts.id.objection.warning // => "Ini bukan sanggah. Sanggah hanya sah di akun SSCASN."
 * ```
 *
 * @category texts
 * @since 0.1.0
 */
export const texts: Readonly<Record<Language, PortalTexts>> = { id, en }
