/**
 * A recruitment that runs, in words: its stages, what it waits for, and why it does not take what somebody says.
 *
 * @since 0.1.0
 */
import type { Resignation } from "@timbang/core/selection"
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

/**
 * What two people decide.
 *
 * @category models
 * @since 0.1.0
 */
export type Subject =
  | { readonly _tag: "Decide"; readonly decision: keyof Words["decisions"] }
  | { readonly _tag: "HoldSession"; readonly exam: "first" | "second"; readonly session: string }
  | { readonly _tag: "Answer"; readonly objection: string; readonly isAccepted: boolean }
  | { readonly _tag: "Approval"; readonly objection: string; readonly isApproved: boolean; readonly letter: Letter }
  | { readonly _tag: "Extend"; readonly term: keyof Words["terms"]; readonly participant?: string; readonly until: string; readonly letter: Letter }
  | { readonly _tag: "Reach"; readonly milestone: keyof Words["milestones"]; readonly participants: ReadonlyArray<string>; readonly letter: Letter }
  | { readonly _tag: "Resign"; readonly participant: string; readonly letter: Letter }
  | { readonly _tag: "Replace"; readonly vacatedBy: string; readonly by: string; readonly letter: Letter }

interface Letter {
  readonly number: string
}

/**
 * What is open in a round.
 *
 * @category models
 * @since 0.1.0
 */
export type Open =
  | { readonly _tag: "Approve"; readonly id: string; readonly subject: Subject; readonly enteredBy: string; readonly roles?: ReadonlyArray<string> }
  | { readonly _tag: "Enter"; readonly decision: keyof Words["decisions"] }
  | { readonly _tag: "Minutes"; readonly exam: "first" | "second"; readonly session: string }
  | { readonly _tag: "Answer" | "Panselnas"; readonly objection: string }
  | { readonly _tag: "Reach"; readonly milestone: keyof Words["milestones"]; readonly participants: ReadonlyArray<string> }
  | { readonly _tag: "Vacancy"; readonly participant: string; readonly formation: string; readonly next?: string }
  | { readonly _tag: "Work"; readonly step: keyof Words["steps"] }
  | { readonly _tag: "Refused"; readonly because: string }
  | { readonly _tag: "Window"; readonly term: keyof Words["terms"] }

/**
 * A recorded fact; an approval with what was approved, a deadline with its term.
 *
 * @category models
 * @since 0.1.0
 */
export type Fact =
  | { readonly _tag: "Started"; readonly agency: string }
  | { readonly _tag: "Proposed" | "Approved" | "Rejected"; readonly id: string; readonly subject: Subject }
  | { readonly _tag: "ObjectionFiled"; readonly id: string; readonly about: string }
  | { readonly _tag: "DrhSubmitted"; readonly participant: string }
  | { readonly _tag: "DeadlinePassed"; readonly term: keyof Words["terms"]; readonly participant?: string }
  | { readonly _tag: "StepFinished"; readonly step: keyof Words["steps"]; readonly count: number }
  | { readonly _tag: "StepRefused"; readonly step: keyof Words["steps"]; readonly because: string }
  | { readonly _tag: "Retried"; readonly step: keyof Words["steps"] }

/**
 * A withdrawal.
 *
 * @category models
 * @since 0.1.0
 */
export interface Left {
  readonly moment: Resignation.Moment
  readonly letter: { readonly number: string }
  readonly sanction: { readonly _tag: "Barred"; readonly bar: Resignation.Bar; readonly source: Source } | { readonly _tag: "Exempt"; readonly source: Source }
}

interface Source {
  readonly instrument: string
  readonly provision?: string
}

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
 * What two people decide, in a few words.
 *
 * **Example** (A later last day)
 *
 * ```ts
 * import { Recruitments } from "@timbang/language"
 * const extended = { _tag: "Extend", term: "drh", until: "2025-01-31", letter: { number: "B/7" } } as const
 * Recruitments.subject(extended, "en") // => "later last day 2025-01-31 for handing in the DRH, letter B/7"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const subject = (what: Subject, language: Language): string => {
  const { decisions, exams, milestones, subjects, terms } = wordsOf(language)
  switch (what._tag) {
    case "Decide":
      return subjects.Decide(decisions[what.decision])
    case "HoldSession":
      return subjects.HoldSession(what.session, exams[what.exam])
    case "Answer":
      return subjects.Answer(what.objection, what.isAccepted)
    case "Approval":
      return subjects.Approval(what.objection, what.isApproved, what.letter.number)
    case "Extend":
      return subjects.Extend(ofWhom(terms[what.term], what.participant), what.until, what.letter.number)
    case "Reach":
      return subjects.Reach(milestones[what.milestone], what.participants.length, what.letter.number)
    case "Resign":
      return subjects.Resign(what.participant, what.letter.number)
    case "Replace":
      return subjects.Replace(what.by, what.vacatedBy, what.letter.number)
  }
}

const ofWhom = (term: string, participant: string | undefined): string => (participant === undefined ? term : `${term} (${participant})`)

/** How many participants a line names. */
const named = 5

/**
 * What is open and for whom, as a sentence; nothing for a term that has to pass, which its last day says.
 *
 * **Example** (A step that was refused, and an objection)
 *
 * ```ts
 * import { Recruitments } from "@timbang/language"
 * Recruitments.open({ _tag: "Answer", objection: "O1" }, "id") // => "Panitia memasukkan jawaban atas sanggah O1."
 * Recruitments.open({ _tag: "Window", term: "drh" }, "id") // => undefined
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const open = (what: Open, language: Language): string | undefined => {
  const { decisions, exams, items, lines, milestones, steps } = wordsOf(language)
  switch (what._tag) {
    case "Approve":
      return items.approve(what.id, subject(what.subject, language), what.enteredBy, what.roles ?? [])
    case "Enter":
      return items.enter(decisions[what.decision])
    case "Minutes":
      return items.minutes(what.session, exams[what.exam])
    case "Answer":
      return items.answer(what.objection)
    case "Panselnas":
      return items.panselnas(what.objection)
    case "Reach": {
      const { milestone, participants } = what
      return items.reach(milestones[milestone], `${participants.slice(0, named).join(", ")}${participants.length > named ? ", ..." : ""}`, participants.length)
    }
    case "Vacancy":
      return items.vacancy(what.participant, what.formation, what.next)
    case "Work":
      return items.work(steps[what.step])
    case "Refused":
      return lines.refused(what.because)
    case "Window":
      return undefined
  }
}

/**
 * A recorded fact in a few words.
 *
 * **Example** (A deadline that passed)
 *
 * ```ts
 * import { Recruitments } from "@timbang/language"
 * Recruitments.fact({ _tag: "DeadlinePassed", term: "registration" }, "id") // => "lewat: masa pendaftaran"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const fact = (what: Fact, language: Language): string => {
  const { facts, steps, terms } = wordsOf(language)
  switch (what._tag) {
    case "Started":
      return facts.Started(what.agency)
    case "Proposed":
    case "Approved":
    case "Rejected":
      return facts[what._tag](what.id, subject(what.subject, language))
    case "ObjectionFiled":
      return facts.ObjectionFiled(what.id, what.about)
    case "DrhSubmitted":
      return facts.DrhSubmitted(what.participant)
    case "DeadlinePassed":
      return facts.DeadlinePassed(ofWhom(terms[what.term], what.participant))
    case "StepFinished":
      return facts.StepFinished(steps[what.step], what.count)
    case "StepRefused":
      return facts.StepRefused(steps[what.step], what.because)
    case "Retried":
      return facts.Retried(steps[what.step])
  }
}

/**
 * Who withdrew, when, and what follows by which rule.
 *
 * **Example** (After the NIP)
 *
 * ```ts
 * import { Recruitments } from "@timbang/language"
 * const source = { instrument: "PermenPANRB 6/2024", provision: "Pasal 58(2)" }
 * const left = { moment: "after-number", letter: { number: "S-2" }, sanction: { _tag: "Barred", bar: { amount: 2, unit: "fiscal-years" }, source } } as const
 * Recruitments.left("26-1", left, "en") // => "26-1 withdrew after the NIP, letter S-2: barred for 2 fiscal years (PermenPANRB 6/2024, Pasal 58(2))."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const left = (participant: string, { letter, moment, sanction }: Left, language: Language): string => {
  const { barred, exempt, left } = wordsOf(language).lines
  const source = [sanction.source.instrument, sanction.source.provision].filter((word) => word !== undefined).join(", ")
  const follows = sanction._tag === "Barred" ? barred(sanction.bar.amount, sanction.bar.unit, source) : exempt(source)
  return left(participant, moment === "after-number", letter.number, follows)
}

/**
 * Headers of the lists of rounds and of facts.
 *
 * **Example** (In Indonesian)
 *
 * ```ts
 * import { Recruitments } from "@timbang/language"
 * Recruitments.columns("id").stage // => "tahap"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const columns = (language: Language): Words["columns"] => wordsOf(language).columns

/**
 * Lines of the status of a round.
 *
 * **Example** (A deadline, three days before it)
 *
 * ```ts
 * import { Recruitments } from "@timbang/language"
 * Recruitments.lines("id").until("masa sanggah", "2024-09-23", "WIT", 3) // => "Sampai 2024-09-23, akhir hari WIT, 3 hari lagi: masa sanggah."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const lines = (language: Language): Words["lines"] => wordsOf(language).lines

const wordsOf = (language: Language): Words => (language === "id" ? indonesian : english)
