/**
 * Phrases for what an evaluation finds: verdicts, reasons, threats, assumptions, advice, and why a number is undefined.
 *
 * @since 0.1.0
 */
import type {
  AdverseImpact,
  NeedFulfilment,
  RoundReport,
  SelectionValidity,
  Threat,
  TrainingGap
} from "@timbang/core/evaluation"
import type { NeedAdjustment } from "@timbang/core/needs"
import type { Interval, Undefined } from "@timbang/core/number"
import { english } from "./findings.en.ts"
import { indonesian } from "./findings.id.ts"
import { type Language, say, type Sentences } from "../Sentences.ts"

// --- models ---

/**
 * One phrase for every tag. Phrases start in lower case and have no full stop, so that they fit a cell or a sentence.
 *
 * @category models
 * @since 0.1.0
 */
export interface Phrases {
  readonly verdict: Readonly<Record<NeedFulfilment.Verdict, string>>
  readonly because: Readonly<Record<NeedFulfilment.Because, string>>
  readonly shows: Readonly<Record<NeedFulfilment.JudgedOutcome["shows"], string>>
  readonly threat: Readonly<Record<Threat.Threat, string>>
  readonly threatStatus: Readonly<Record<Threat.Checked["status"], string>>
  readonly validity: Readonly<Record<SelectionValidity.Validity["verdict"], string>>
  readonly correction: Readonly<Record<SelectionValidity.Corrected["correction"], string>>
  readonly assumption: Readonly<Record<SelectionValidity.Assumption, string>>
  readonly impact: Readonly<Record<AdverseImpact.Finding, string>>
  readonly judgement: Readonly<Record<TrainingGap.Judgement, string>>
  /** The same judgement about a number of people, or about means, where `below` is a lack. */
  readonly lack: Readonly<Record<TrainingGap.Judgement, string>>
  readonly advice: Readonly<Record<TrainingGap.Advice, string>>
  readonly trust: Readonly<Record<RoundReport.TrustQuestion, string>>
  readonly finding: Readonly<Record<NeedAdjustment.Finding, string>>
  readonly undefined: Readonly<Record<Undefined.Reason, string>>
  readonly method: Readonly<Record<Interval.Method, string>>
  readonly change: Sentences<NeedAdjustment.Change>
}

// --- operations ---

/**
 * The phrases of a language.
 *
 * **Example** (A verdict)
 *
 * ```ts
 * import { Findings } from "@timbang/language"
 * Findings.phrases("id").verdict["not-shown"] // => "belum terbukti terpenuhi"
 * Findings.phrases("en").verdict["not-shown"] // => "not shown to be met"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const phrases = (language: Language): Phrases => (language === "id" ? indonesian : english)

/**
 * What an adjustment changes, in words.
 *
 * **Example** (Two posts carried over)
 *
 * ```ts
 * import { Findings } from "@timbang/language"
 * Findings.change({ _tag: "PostsCarriedOver", posts: 2 }, "en") // => "add 2 posts that stayed empty"
 * Findings.change({ _tag: "PostsCarriedOver", posts: 2 }, "id") // => "tambahkan 2 formasi yang belum terisi"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const change = (made: NeedAdjustment.Change, language: Language): string => say(phrases(language).change, made)

/**
 * Why a number is undefined, in words, with the counts where the reason has them.
 *
 * **Example** (One respondent)
 *
 * ```ts
 * import { Undefined } from "@timbang/core/number"
 * import { Findings } from "@timbang/language"
 * const none = Undefined.because("standard error", "too-few-values", { found: 1, needed: 2 })
 * Findings.whyUndefined(none, "id") // => "tidak dihitung: data terlalu sedikit (ada 1, perlu 2)"
 * Findings.whyUndefined(none, "en") // => "not computed: too few values (found 1, needed 2)"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const whyUndefined = ({ found, needed, reason }: Undefined.Undefined, language: Language): string => {
  const because = phrases(language).undefined[reason]
  const words = language === "id" ? ["tidak dihitung", "ada", "perlu"] : ["not computed", "found", "needed"]
  if (reason !== "too-few-values" || found === undefined || needed === undefined) return `${words[0]}: ${because}`
  return `${words[0]}: ${because} (${words[1]} ${found}, ${words[2]} ${needed})`
}
