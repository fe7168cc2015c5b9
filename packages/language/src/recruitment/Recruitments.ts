/**
 * A recruitment that runs, in words: its stages, what it waits for, and why it does not take what somebody says.
 *
 * @since 0.1.0
 */
import type { Language } from "../Sentences.ts"
import { english, type Words } from "./recruitments.en.ts"
import { indonesian } from "./recruitments.id.ts"

// --- models ---

/**
 * Stages by their names in the process.
 *
 * @category models
 * @since 0.1.0
 */
export type StageName = keyof Words["stages"]

/**
 * Why a round does not take a signal.
 *
 * @category models
 * @since 0.1.0
 */
export type ProblemName = keyof Words["problems"]

/**
 * What a round waits for.
 *
 * @category models
 * @since 0.1.0
 */
export type Awaited =
  | { readonly _tag: "Decision"; readonly decision: keyof Words["decisions"] }
  | { readonly _tag: "Work"; readonly step: keyof Words["steps"] }
  | { readonly _tag: "Window"; readonly term: keyof Words["terms"] }
  | { readonly _tag: "Sessions"; readonly exam: "first" | "second" }
  | { readonly _tag: "Cases"; readonly about: "administrative" | "final" }
  | { readonly _tag: "People"; readonly milestone: keyof Words["milestones"] }

// --- operations ---

/**
 * The name of a stage.
 *
 * **Example** (In both languages)
 *
 * ```ts
 * import { Recruitments } from "@timbang/language"
 * Recruitments.stage("usul-nip", "id") // => "usul penetapan NIP"
 * Recruitments.stage("usul-nip", "en") // => "proposal of the NIP"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const stage = (name: StageName, language: Language): string => wordsOf(language).stages[name]

/**
 * What a round waits for.
 *
 * **Example** (A window)
 *
 * ```ts
 * import { Recruitments } from "@timbang/language"
 * Recruitments.awaited({ _tag: "Window", term: "final-objection" }, "id") // => "berakhirnya masa sanggah hasil akhir"
 * Recruitments.awaited({ _tag: "Decision", decision: "publication" }, "en") // => "a decision, entered and approved by two people: the final result"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const awaited = (what: Awaited, language: Language): string => {
  const words = wordsOf(language)
  switch (what._tag) {
    case "Decision":
      return words.decision(words.decisions[what.decision])
    case "Work":
      return words.work(words.steps[what.step])
    case "Window":
      return words.window(words.terms[what.term])
    case "Sessions":
      return words.sessions[what.exam]
    case "Cases":
      return words.cases[what.about]
    case "People":
      return words.people(words.milestones[what.milestone])
  }
}

/**
 * The name of a term.
 *
 * **Example** (In Indonesian)
 *
 * ```ts
 * import { Recruitments } from "@timbang/language"
 * Recruitments.term("drh", "id") // => "masa pengisian DRH"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const term = (name: keyof Words["terms"], language: Language): string => wordsOf(language).terms[name]

/**
 * The name of a milestone.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Recruitments } from "@timbang/language"
 * Recruitments.milestone("nip-issued", "en") // => "NIP issued"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const milestone = (name: keyof Words["milestones"], language: Language): string => wordsOf(language).milestones[name]

/**
 * Why a signal is not taken, and what to do.
 *
 * **Example** (The same person)
 *
 * ```ts
 * import { Recruitments } from "@timbang/language"
 * Recruitments.refusal({ signal: "Approve", subject: "P1", problem: "same-person" }, "en") // => "Approve P1: whoever entered this cannot approve or reject it; somebody else has to."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const refusal = (
  { problem, signal, subject }: { readonly signal: string; readonly subject: string; readonly problem: ProblemName },
  language: Language
): string => `${[signal, subject].filter((word) => word !== "").join(" ")}: ${wordsOf(language).problems[problem]}.`

/**
 * Lines of the status of a round.
 *
 * **Example** (A deadline)
 *
 * ```ts
 * import { Recruitments } from "@timbang/language"
 * Recruitments.lines("id").until("masa sanggah", "2024-09-23", "WIT") // => "Sampai 2024-09-23, akhir hari WIT: masa sanggah."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const lines = (language: Language): Words["lines"] => wordsOf(language).lines

const wordsOf = (language: Language): Words => (language === "id" ? indonesian : english)
