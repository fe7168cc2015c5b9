/**
 * Messages to people in English.
 */
import type { Eligibility } from "@timbang/core/selection"
import type { Sentences } from "../Sentences.ts"
import type { Letterhead, Notice, Window } from "./Notices.ts"

type Of<Tag extends Notice["_tag"]> = Extract<Notice, { readonly _tag: Tag }>

export interface Words {
  readonly subject: Sentences<Notice>
  readonly outcome: Readonly<Record<Eligibility.Checked["status"], (applicant: string) => string>>
  readonly objectUntil: (day: string) => string
  readonly sessionOpened: (of: Of<"SessionOpened">) => string
  readonly scoreLogged: (of: Of<"ScoreLogged">) => string
  readonly receipt: (entry: number) => string
  readonly windowOpened: (of: Of<"WindowOpened">) => string
  readonly windowClosing: (of: Of<"WindowClosing">) => string
  readonly corrected: (of: Of<"Corrected">) => string
  readonly footer: (head: Letterhead) => ReadonlyArray<string>
}

const windows: Readonly<Record<Window, string>> = {
  registration: "the registration period",
  objection: "the objection period",
  "personal-file": "the period for the personal file (DRH)"
}

const acts: Readonly<Record<Window, string>> = {
  registration: "Whoever wants to register does so through",
  objection: "Whoever wants to object does so through",
  "personal-file": "The personal file is completed through"
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const english: Words = {
  subject: {
    AdministrativeOutcome: () => "outcome of the administrative check",
    SessionOpened: () => "an exam session has begun",
    ScoreLogged: () => "scores were recorded",
    Result: () => "the result has been set",
    WindowOpened: ({ window }) => `${windows[window]} has begun`,
    WindowClosing: ({ window }) => `${windows[window]} ends soon`,
    Answered: () => "news of an objection",
    Corrected: () => "a score was corrected"
  },
  outcome: {
    eligible: (applicant) => `${applicant}: the administrative requirements are met.`,
    ineligible: (applicant) => `${applicant}: the administrative requirements are not met, for these reasons:`,
    disputed: (applicant) => `${applicant}: not settled yet, two who must agree differ:`,
    incomplete: (applicant) => `${applicant}: not settled yet, not every requirement has been checked:`
  },
  objectUntil: (day) => `An objection can be filed until ${day}.`,
  sessionOpened: ({ at, session, stage }) => `${stage}, session ${session}, began at ${at}. Scores can be followed on the page below.`,
  scoreLogged: ({ participant, stage }) => `The scores of ${participant} for ${stage} stand in the public log:`,
  receipt: (entry) => `Log entry ${entry}. Whether they are the ones you saw at the exam can be checked with your receipt on the page below.`,
  windowOpened: ({ from, until, where, window }) =>
    `${capital(windows[window])} runs from ${from} to ${until}. ${acts[window]} ${where}, not through this message.`,
  windowClosing: ({ until, where, window }) => `${capital(windows[window])} ends ${until}. ${acts[window]} ${where}, not through this message.`,
  corrected: ({ at, basis, component, from, participant, to }) =>
    `${component} of ${participant} was corrected from ${from} to ${to} on ${at}, on the basis of ${basis}. The earlier score stays readable in the log.`,
  footer: ({ office, selection, site }) => [
    `${office}, ${selection}`,
    "This message asks for no data and needs no reply. The selection costs nothing: pay nobody.",
    "Whoever asks for money, a password or data in our name is not us; please report it.",
    `The same can be read at ${site}; type the address yourself.`
  ]
}
