/**
 * Messages to people about their own matter: what happened, why, until when something can be done, and where.
 *
 * None of them asks for data, none is to be answered, and each says that nothing costs money, so that a message that asks for
 * either is known to be false. The subject names no person and no outcome, since a locked screen shows it to everybody near.
 *
 * @since 0.1.0
 */
import type { Eligibility, Explanation, Objection } from "@timbang/core/selection"
import { type Language, say } from "../Sentences.ts"
import * as Applications from "../selection/Applications.ts"
import * as Explanations from "../selection/explanations.ts"
import * as Objections from "../selection/Objections.ts"
import { english, type Words } from "./notices.en.ts"
import { indonesian } from "./notices.id.ts"

// --- models ---

/**
 * Who writes, about which selection.
 *
 * @category models
 * @since 0.1.0
 */
export interface Letterhead {
  /** Name of the selection, such as `Seleksi CPNS 2026`. */
  readonly selection: string
  /** Office that writes, such as `BKPSDM Kota Contoh`. */
  readonly office: string
  /** Official page where the same can be read, such as `https://seleksi.kota.example`. */
  readonly site: string
}

/**
 * Time in which people may do something.
 *
 * @category models
 * @since 0.1.0
 */
export type Window = "registration" | "objection" | "personal-file"

/**
 * What a message is about.
 *
 * - `AdministrativeOutcome`: the administrative check, with the reasons that are for the applicant alone.
 * - `SessionOpened`: an exam session has begun, its scores can be followed.
 * - `ScoreLogged`: scores stand in the log at `entry`. `points` are decimal numerals.
 * - `Result`: the outcome, with its explanation.
 * - `WindowOpened`, `WindowClosing`: `where` is the only place in which it can be done; `until` is the last day or time.
 * - `Answered`: an objection has moved on; the reason of an answer is quoted, this being the letter to whoever objected.
 * - `Corrected`: a component was corrected, on the basis of a letter or decision.
 *
 * Days and times are written as they are to be read, such as `2026-11-24` or `2026-11-24 08.00 WIB`.
 *
 * @category models
 * @since 0.1.0
 */
export type Notice =
  | {
    readonly _tag: "AdministrativeOutcome"
    readonly checked: Pick<Eligibility.Checked, "applicant" | "status" | "requirements">
    readonly objectUntil?: string
  }
  | { readonly _tag: "SessionOpened"; readonly stage: string; readonly session: string; readonly at: string }
  | {
    readonly _tag: "ScoreLogged"
    readonly participant: string
    readonly stage: string
    readonly scores: ReadonlyArray<{ readonly title: string; readonly points: string }>
    readonly entry: number
  }
  | { readonly _tag: "Result"; readonly explanation: Explanation.Explanation; readonly objectUntil?: string }
  | { readonly _tag: "WindowOpened"; readonly window: Window; readonly from: string; readonly until: string; readonly where: string }
  | { readonly _tag: "WindowClosing"; readonly window: Window; readonly until: string; readonly where: string }
  | { readonly _tag: "Answered"; readonly objection: Objection.Objection; readonly state: Objection.State }
  | {
    readonly _tag: "Corrected"
    readonly participant: string
    readonly component: string
    readonly from: string
    readonly to: string
    readonly at: string
    readonly basis: string
  }

/**
 * A message, ready to be sent.
 *
 * @category models
 * @since 0.1.0
 */
export interface Letter {
  readonly subject: string
  readonly text: string
  readonly language: Language
}

// --- operations ---

/**
 * Writes the message.
 *
 * **Example** (A window that closes)
 *
 * ```ts
 * import { Notices } from "@timbang/language"
 * const head = { selection: "Seleksi CPNS 2026", office: "BKPSDM Kota Contoh", site: "https://seleksi.kota.example" }
 * const closing = { _tag: "WindowClosing", window: "objection", until: "2026-11-26", where: "SSCASN" } as const
 * const { subject, text } = Notices.letter(closing, head, "id")
 * subject // => "Seleksi CPNS 2026: masa sanggah segera berakhir"
 * text.split("\n")[0] // => "Masa sanggah berakhir 2026-11-26. Yang hendak menyanggah melakukannya melalui SSCASN, tidak melalui pesan ini."
 * text.includes("Seleksi ini tidak dipungut biaya") // => true
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const letter = (notice: Notice, head: Letterhead, language: Language): Letter => {
  const words = language === "id" ? indonesian : english
  const lines = [...linesOf(notice, words, language), "", ...words.footer(head)]
  return { subject: `${head.selection}: ${say(words.subject, notice)}`, text: `${lines.join("\n")}\n`, language }
}

const linesOf = (notice: Notice, words: Words, language: Language): ReadonlyArray<string> => {
  switch (notice._tag) {
    case "AdministrativeOutcome": {
      const { checked, objectUntil } = notice
      return [words.outcome[checked.status](checked.applicant), ...bullets(Applications.lines(checked, language, { quotes: true, reader: "applicant" })), ...untilOf(objectUntil, words)]
    }
    case "SessionOpened":
      return [words.sessionOpened(notice)]
    case "ScoreLogged": {
      const mark = Explanations.phrases(language).decimalMark
      return [
        words.scoreLogged(notice),
        ...bullets(notice.scores.map(({ points, title }) => `${title}: ${points.replace(".", mark)}`)),
        words.receipt(notice.entry)
      ]
    }
    case "Result":
      return [...Explanations.text(notice.explanation, language).trimEnd().split("\n"), ...untilOf(notice.objectUntil, words)]
    case "WindowOpened":
      return [words.windowOpened(notice)]
    case "WindowClosing":
      return [words.windowClosing(notice)]
    case "Answered":
      return [Objections.filed(notice.objection, language), Objections.state(notice.state, language, { quotes: true })]
    case "Corrected":
      return [words.corrected(notice)]
  }
}

const bullets = (lines: ReadonlyArray<string>): ReadonlyArray<string> => lines.map((line) => `- ${line}`)

const untilOf = (day: string | undefined, words: Words): ReadonlyArray<string> => day === undefined ? [] : [words.objectUntil(day)]
