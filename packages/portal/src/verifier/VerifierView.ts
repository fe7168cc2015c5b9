/**
 * What the verifier shows for what a person put in: one mark, one sentence, and the details behind it.
 *
 * A view is green only for a verdict of `verified`; a receipt or a trust anchor that cannot be read is a view of its own
 * that says that nothing was checked.
 *
 * @since 0.1.0
 */
import {
  type CanonicalJson,
  type Entry,
  PaperWords,
  type Primitives,
  type Receipt,
  ReceiptCode,
  Trust,
  Verification
} from "@timbang/core/publication"
import { Sentences } from "@timbang/language"
import type { VerifierTexts } from "@timbang/language/publication"
import * as Result from "effect/Result"

// --- models ---

/**
 * What a person put in.
 *
 * @category models
 * @since 0.1.0
 */
export interface Input {
  readonly receipt: string
  readonly trust: string
  /** The bytes of a document, such as an announcement in PDF, where one was chosen. */
  readonly document?: Uint8Array | undefined
}

/**
 * The mark of a view. Only `good` is green.
 *
 * @category models
 * @since 0.1.0
 */
export type Tone = "good" | "unsure" | "bad" | "nothing"

/**
 * A heading with labelled rows below it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Section {
  readonly title: string
  readonly rows: ReadonlyArray<readonly [label: string, value: string]>
  readonly note?: string
}

/**
 * What is shown.
 *
 * @category models
 * @since 0.1.0
 */
export interface View {
  readonly tone: Tone
  readonly sentence: string
  readonly advice: string
  readonly sections: ReadonlyArray<Section>
  /** People whose steps can be opened, under a heading. */
  readonly people?: { readonly title: string; readonly list: ReadonlyArray<Person> }
}

/**
 * A participant whose steps are made when somebody opens them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Person {
  readonly title: string
  readonly steps: () => ReadonlyArray<{ readonly title: string; readonly lines: ReadonlyArray<string> }>
}

// --- operations ---

/**
 * Checks the input and says what to show.
 *
 * **Example** (Nothing was put in)
 *
 * ```ts
 * import { PaperWordList, VerifierTexts } from "@timbang/language/publication"
 * import { VerifierView } from "@timbang/portal"
 * import { Primitives } from "@timbang/signing"
 * const view = VerifierView.view(Primitives.portable, PaperWordList.words, VerifierTexts.texts.en, { receipt: "", trust: "" })
 * [view.tone, view.sentence] // => ["nothing", "Nothing has been checked yet. Put in a receipt or the file of a formation."]
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const view = (
  primitives: Primitives.Primitives,
  words: ReadonlyArray<string>,
  texts: VerifierTexts.VerifierTexts,
  input: Input
): View => {
  const { document } = input
  if (input.receipt.trim() === "") return nothing(document === undefined ? texts.nothingGiven : texts.document.needsReceipt)
  const receipt = ReceiptCode.read(primitives, input.receipt)
  if (Result.isFailure(receipt)) return nothing(texts.receiptUnreadable, texts.receiptAdvice)
  const trust = Trust.read(primitives, words, input.trust)
  if (Result.isFailure(trust)) return nothing(texts.trustUnreadable, Sentences.say(texts.trustProblems, trust.failure.problem))
  const isOfDocument = receipt.success.entry.kind === "document"
  if (document !== undefined && !isOfDocument) return nothing(texts.document.otherReceipt)
  const verdict = document === undefined
    ? Verification.verify(primitives, receipt.success, trust.success)
    : Verification.verifyDocument(primitives, receipt.success, document, trust.success)
  // The entry alone says nothing about a document that somebody has in hand.
  if (document === undefined && isOfDocument && verdict.verdict !== "refused") return nothing(texts.document.needsDocument)
  const { advice, verdicts } = texts
  return {
    tone: verdict.verdict === "verified" ? "good" : verdict.verdict === "refused" ? "bad" : "unsure",
    sentence: verdict.verdict === "refused"
      ? texts.refusals[verdict.failed!]
      : (isOfDocument ? texts.document.verdicts : verdicts)[verdict.verdict],
    advice: verdict.verdict === "verified" && isOfDocument ? texts.document.advice : advice[verdict.verdict],
    sections: sections(primitives, words, texts, receipt.success, verdict)
  }
}

/**
 * A view that says that nothing could be checked, with the reason behind it.
 *
 * **Example** (A picture without a code)
 *
 * ```ts
 * import { VerifierView } from "@timbang/portal"
 * VerifierView.nothing("Nothing could be checked.").tone // => "nothing"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const nothing = (sentence: string, advice = ""): View => ({ tone: "nothing", sentence, advice, sections: [] })

const sections = (
  primitives: Primitives.Primitives,
  words: ReadonlyArray<string>,
  texts: VerifierTexts.VerifierTexts,
  { entry, openings, proof }: Receipt.Receipt,
  verdict: Verification.Verdict
): ReadonlyArray<Section> => {
  const { labels } = texts
  const opened = Object.entries(openings).map(([part, { content }]) =>
    [labelOf(texts, part), valueOf(texts, content)] as const
  )
  return [
    { title: `${labels.content}: ${texts.kinds[entry.kind]}`, rows: rowsOf(texts, entry) },
    ...(opened.length === 0 ? [] : [{ title: labels.yours, rows: opened }]),
    ...checkSections(primitives, words, texts, verdict, [[labels.place, String(proof.index)]])
  ]
}

/**
 * What was checked, and the checkpoint that it was checked against.
 *
 * **Example** (Nothing was given)
 *
 * ```ts
 * import { PaperWordList, VerifierTexts } from "@timbang/language/publication"
 * import { VerifierView } from "@timbang/portal"
 * import { Primitives } from "@timbang/signing"
 * const verdict = { verdict: "refused", failed: undefined, checks: [], checkpoint: undefined, witnesses: [] } as const
 * VerifierView.checkSections(Primitives.portable, PaperWordList.words, VerifierTexts.texts.en, verdict, []) // => [{ title: "What was checked", rows: [] }]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const checkSections = (
  primitives: Primitives.Primitives,
  words: ReadonlyArray<string>,
  texts: VerifierTexts.VerifierTexts,
  { checkpoint, checks, witnesses }: Verification.Verdict,
  /** Rows of the checkpoint beside its name and size. */
  places: Section["rows"]
): ReadonlyArray<Section> => {
  const { labels } = texts
  const ownWords = checkpoint === undefined
    ? undefined
    : Result.getOrUndefined(PaperWords.of(primitives, words, checkpoint))
  return [
    {
      title: labels.checked,
      rows: checks.map(({ name, outcome }) => [texts.checks[name], texts.outcomes[outcome]] as const)
    },
    ...(checkpoint === undefined ? [] : [{
      title: labels.checkpoint,
      rows: [
        [labels.log, checkpoint.origin],
        [labels.size, String(checkpoint.size)],
        ...places,
        ...witnesses.map(({ seenAtSeconds, witness }) =>
          [`${labels.witnesses}: ${witness}`, timeOf(seenAtSeconds)] as const
        ),
        ...(ownWords === undefined ? [] : [[labels.words, ownWords.join(" ")] as const])
      ] as ReadonlyArray<readonly [string, string]>,
      note: labels.offline
    }])
  ]
}

const rowsOf = (texts: VerifierTexts.VerifierTexts, entry: Entry.Entry): ReadonlyArray<readonly [string, string]> =>
  Object.entries(entry as unknown as CanonicalJson.JsonObject).flatMap(
    ([field, value]): ReadonlyArray<readonly [string, string]> => {
      if (field === "kind" || field === "commitments" || value === null && field !== "by") return []
      if (field === "scores") {
        return Object.entries(value as CanonicalJson.JsonObject).map(([name, score]) => [own(texts.scores ?? {}, name) ?? name, texts.figure(String(score))])
      }
      if (field === "by") {
        return value === null
          ? [[labelOf(texts, field), texts.fields["by.null"]!]]
          : rowsOf(texts, value as unknown as Entry.Entry)
      }
      return [[labelOf(texts, field), valueOf(texts, value)]]
    }
  )

/**
 * The label of a field, or its own name.
 *
 * **Example** (A field without a label)
 *
 * ```ts
 * import { VerifierTexts } from "@timbang/language/publication"
 * import { VerifierView } from "@timbang/portal"
 * VerifierView.labelOf(VerifierTexts.texts.en, "rank") // => "Rank"
 * VerifierView.labelOf(VerifierTexts.texts.en, "TWK") // => "TWK"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const labelOf = ({ fields }: VerifierTexts.VerifierTexts, field: string): string => own(fields, field) ?? field

const valueOf = ({ fields }: VerifierTexts.VerifierTexts, value: CanonicalJson.Json): string =>
  typeof value === "string"
    ? own(fields, value) ?? value
    : typeof value === "object"
    ? JSON.stringify(value)
    : String(value)

const own = (words: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.prototype.hasOwnProperty.call(words, word) ? words[word] : undefined

/** Western Indonesian Time is seven hours ahead of UTC, without daylight saving. */
const timeOf = (seconds: number): string =>
  `${new Date((seconds + 25_200) * 1000).toISOString().slice(0, 16).replace("T", " ").replace(":", ".")} WIB`
