/**
 * Objections in words: what was filed, where it stands, what has to be done by whom and until when, and why it is refused.
 *
 * @since 0.1.0
 */
import type { Objection } from "@timbang/core/selection"
import { type Language, say } from "../Sentences.ts"
import { english, type Words } from "./objections.en.ts"
import { indonesian } from "./objections.id.ts"

// --- operations ---

/**
 * What was filed, by whom and about whom. The grounds are not repeated: they may speak of health.
 *
 * **Example** (Somebody about somebody else)
 *
 * ```ts
 * import { Objections } from "@timbang/language"
 * const objection = { id: "7", kind: "about-another", stage: "final", by: "24-3", about: "24-1", direction: "against", grounds: "...", filedOn: "2025-01-08" } as const
 * Objections.filed(objection, "id") // => "Sanggah 7 tahap final, diajukan 2025-01-08: 24-3 tentang hasil 24-1, yang akan merugikan 24-1."
 * Objections.filed({ ...objection, kind: "judgment", by: "PTUN Jambi", reference: "12/G/2025" }, "en") // => "Objection 7, stage final, filed on 2025-01-08: judgment 12/G/2025 of PTUN Jambi on the result of 24-1, to the disadvantage of 24-1."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const filed = (objection: Objection.Objection, language: Language): string => {
  const words = wordsOf(language)
  const { about, direction, filedOn, id, kind, stage } = objection
  return `${words.heading(id, stage, filedOn)}: ${words.kind[kind](objection)}, ${words.direction[direction](about)}.`
}

/**
 * The kinds of call to look again.
 *
 * **Example** (A court)
 *
 * ```ts
 * import { Objections } from "@timbang/language"
 * Objections.kind("judgment", "id") // => "putusan pengadilan"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const kind = (of: Objection.Kind, language: Language): string => wordsOf(language).kindName[of]

/**
 * Where an objection stands. The reason of an answer may speak of health: it is quoted only with `quotes`, which is for the
 * letter to whoever filed the objection.
 *
 * **Example** (Accepted, and waiting)
 *
 * ```ts
 * import { Objections } from "@timbang/language"
 * Objections.state({ _tag: "AwaitingApproval", of: "Panselnas", at: "2025-01-10" }, "id") // => "Menunggu persetujuan Panselnas sejak 2025-01-10."
 * const answered = { _tag: "Answered", isAccepted: false, reason: "the sheet is right", at: "2025-01-09" } as const
 * Objections.state(answered, "en") // => "Rejected on 2025-01-09."
 * Objections.state(answered, "en", { quotes: true }) // => "Rejected on 2025-01-09: \"the sheet is right\"."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const state = (of: Objection.State, language: Language, { quotes = false }: { readonly quotes?: boolean } = {}): string => {
  const quoted = quotes && "reason" in of ? `: "${of.reason}"` : ""
  return `${say(wordsOf(language).state, of)}${quoted}.`
}

/**
 * What has to be done now.
 *
 * **Example** (A last day that no source gives, and one that is known)
 *
 * ```ts
 * import { Objections } from "@timbang/language"
 * Objections.task({ _tag: "AnnounceAgain", until: "2025-01-16" }, "id") // => "Umumkan kembali hasilnya paling lambat 2025-01-16."
 * Objections.task({ _tag: "AnnounceAgain" }, "en") // => "Announce the result again; no source gives the last day."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const task = (of: Objection.Task, language: Language): string => `${say(wordsOf(language).task, of)}.`

/**
 * Why an objection cannot be filed, or a move cannot be made: what was found and what to do.
 *
 * **Example** (A day too late)
 *
 * ```ts
 * import { Objection } from "@timbang/core/selection"
 * import { Objections } from "@timbang/language"
 * const late = new Objection.ObjectionRefused({ objection: "7", problem: "window-closed", found: "2025-01-10", limit: "2025-01-09" })
 * Objections.refusal(late, "id") // => "Sanggah 7: diajukan 2025-01-10, padahal masa sanggah berakhir 2025-01-09. Ajukan dalam masa sanggah."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const refusal = (problem: Objection.ObjectionRefused | Objection.MoveRefused, language: Language): string => {
  const words = wordsOf(language)
  const { objection } = problem
  return problem._tag === "ObjectionRefused"
    ? words.refused(objection, words.problem[problem.problem](problem.found, problem.limit))
    : words.moveRefused(objection, words.stateName[problem.state], words.moveName[problem.move], say(words.needed, problem.needed))
}

const wordsOf = (language: Language): Words => language === "id" ? indonesian : english
