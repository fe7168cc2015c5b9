/** What a holder of a receipt asks for: verification, the sheet that explains a result, drafts of objections. */
import { Day } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import { Entry, type Primitives, type Receipt, ReceiptCode, Trust } from "@timbang/core/publication"
import { Explanations } from "@timbang/language"
import { PaperWordList, VerifierTexts } from "@timbang/language/publication"
import { Result } from "effect"
import * as VerifierView from "../verifier/VerifierView.ts"
import { html, type Html, type Part } from "./Html.ts"
import { type Context, page } from "./Page.ts"
import { outcomeOf, shown } from "./PublicRecord.ts"
import * as PublishedExplanation from "./PublishedExplanation.ts"

/** What a form sends. */
export interface Sent {
  readonly receipt: string
  readonly trust: string
}

type Kind = "verify" | "explain" | "objection"

const pathOf: Readonly<Record<Kind, string>> = { verify: "/periksa", explain: "/penjelasan", objection: "/sanggah" }

const form = (context: Context, kind: Kind, sent?: Sent): Html => {
  const { base, texts } = context
  const says = texts.receipt
  return html`<form method="post" action="${base}${pathOf[kind]}${texts.language === "en" ? "?lang=en" : ""}" enctype="multipart/form-data"><label for="tanda">${says.label}</label><textarea id="tanda" name="receipt" spellcheck="false" autocomplete="off" aria-describedby="petunjuk">${sent?.receipt ?? ""}</textarea><p class="note" id="petunjuk">${says.hint}</p><label for="berkas">${says.file}</label><input type="file" id="berkas" name="file" accept="application/json,text/plain,.json">${kind === "verify" ? html`<label for="jangkar">${says.trust}</label><textarea id="jangkar" name="trust" spellcheck="false" autocomplete="off">${sent?.trust ?? ""}</textarea><p class="note">${says.trustHint}</p>` : ""}<button>${texts[kind].button}</button><p class="note">${says.privacy}</p></form>`
}

/** The form before anything was sent. */
export const empty = (context: Context, kind: Kind): string => {
  const { base, hasVerifier, texts } = context
  return page(context, {
    title: texts.nav[kind],
    path: pathOf[kind],
    body: [
      kind === "objection" ? warning(context) : "",
      html`<p class="lead">${texts[kind].lead}</p>`,
      kind === "verify" && hasVerifier ? html`<p><a href="${base}/periksa/luring">${texts.verify.offline}</a></p>` : "",
      form(context, kind)
    ]
  })
}

const warning = ({ objectionAddress, texts }: Context): Html =>
  html`<div class="warn" role="note"><p>${texts.objection.warning}</p><p><a href="${objectionAddress}">${texts.objection.link}</a></p></div>`

/** The answer to a receipt. Everything that cannot be shown gets the same answer. */
export const answer = (
  primitives: Primitives.Primitives,
  context: Context,
  kind: Kind,
  sent: Sent,
  announcedOn: Readonly<Record<string, Day.Day>>
): string => {
  if (kind === "verify") return verification(primitives, context, sent)
  const entry = heldResult(primitives, context, sent.receipt)
  const body = entry === undefined
    ? refusal(context)
    : kind === "explain"
    ? explanation(context, entry, announcedOn)
    : drafts(context, entry, announcedOn)
  return page(context, {
    title: context.texts.nav[kind],
    path: pathOf[kind],
    body: [kind === "objection" ? warning(context) : "", ...body, entry === undefined ? form(context, kind) : ""]
  })
}

const refusal = ({ texts }: Context): ReadonlyArray<Part> => [
  html`<div class="card bad" role="status"><p>${texts.receipt.refused}</p></div>`
]

interface Held {
  readonly index: number
  readonly entry: Entry.ResultEntry
}

/** The result that counts for the holder; nothing unless the receipt is byte for byte an entry of this log. */
const heldResult = (primitives: Primitives.Primitives, { record }: Context, text: string): Held | undefined => {
  const receipt = Result.getOrUndefined(ReceiptCode.read(primitives, text))
  if (receipt === undefined || !isLogged(primitives, record, receipt)) return undefined
  const own = receipt.entry.kind === "correction" ? receipt.entry.by : receipt.entry
  if (own?.kind !== "result") return undefined
  const now = record.results.get(own.formation)?.find(({ entry }) => entry.participant === own.participant)
  return now ?? { index: receipt.proof.index, entry: own }
}

const isLogged = (primitives: Primitives.Primitives, record: Context["record"], { entry, proof }: Receipt.Receipt): boolean => {
  const bytes = Result.getOrUndefined(Entry.encode(primitives, entry))
  const logged = record.bytes[proof.index]
  return bytes !== undefined && logged !== undefined && bytes.length === logged.length && bytes.every((byte, at) => byte === logged[at])
}

const verification = (primitives: Primitives.Primitives, context: Context, sent: Sent): string => {
  const { record, texts } = context
  const words = VerifierTexts.texts[texts.language === "en" ? "en" : "id"]
  const view = VerifierView.view(primitives, PaperWordList.words, words, sent)
  const receipt = Result.getOrUndefined(ReceiptCode.read(primitives, sent.receipt))
  const canCompare = receipt !== undefined && view.tone !== "nothing" && Result.isSuccess(Trust.read(primitives, PaperWordList.words, sent.trust))
  const agrees = canCompare && isLogged(primitives, record, receipt)
  const corrected = agrees
    ? record.entries.findLastIndex((entry) => entry.kind === "correction" && entry.replaces === receipt.proof.index)
    : -1
  const tone = canCompare && (!agrees || corrected >= 0) ? "bad" : view.tone
  return page(context, {
    title: texts.nav.verify,
    path: "/periksa",
    body: [
      html`<div class="card ${tone === "nothing" ? "unsure" : tone}" role="status"><p><strong>${view.sentence}</strong></p><p>${view.advice}</p>${canCompare ? html`<p>${agrees ? texts.verify.logAgrees : texts.verify.logDiffers}</p>` : ""}${corrected >= 0 ? html`<p>${texts.verify.corrected(corrected)}</p>` : ""}</div>`,
      ...view.sections.map(({ note, rows, title }) =>
        html`<h2>${title}</h2><dl>${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>${note === undefined ? "" : html`<p class="note">${note}</p>`}`
      ),
      form(context, "verify")
    ]
  })
}

const nextSteps = ({ record, texts }: Context, stage: string, announcedOn: Readonly<Record<string, Day.Day>>): ReadonlyArray<string> => {
  const says = texts.explain
  const windows = record.ruleSet?.objections ?? []
  const window = windows.find((one) => one.stage === stage) ?? windows.at(-1)
  if (window === undefined) return [says.nothingToObject]
  const day = announcedOn[window.stage]
  return [
    window.days._tag === "Known" && day !== undefined
      ? says.deadline(Day.addDays(day, window.days.value))
      : says.deadlineUnknown(shown(window.days)),
    says.again(shown(window.announceAgainWithinDays))
  ]
}

const explanation = (context: Context, { entry }: Held, announcedOn: Readonly<Record<string, Day.Day>>): ReadonlyArray<Part> => {
  const { record, texts } = context
  const made = PublishedExplanation.explain(record, entry)
  const sections = made === undefined
    ? [{ title: entry.code, lines: Object.entries(entry.scores).map(([name, value]) => `${name}: ${value}`) }]
    : Explanations.sections(made, texts.language === "en" ? "en" : "id").slice(0, -1)
  return [
    ...sections.map(({ lines, title }) => html`<h2>${title}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`),
    html`<h2>${texts.explain.next}</h2><ul>${nextSteps(context, made?.stage ?? entry.stage, announcedOn).map((line) => html`<li>${line}</li>`)}</ul>`,
    html`<p class="note screen">${texts.explain.print}</p>`
  ]
}

const drafts = (context: Context, { entry, index }: Held, announcedOn: Readonly<Record<string, Day.Day>>): ReadonlyArray<Part> => {
  const { record, texts } = context
  const says = texts.objection
  const made = PublishedExplanation.explain(record, entry)
  const outcome = outcomeOf(record.ruleSet, entry)
  const failed = (made?.minimums ?? []).filter(({ isMet }) => !isMet).map(({ amount, limit }) =>
    says.minimum(amount.title, amount.units === undefined ? "–" : Scaled.format(amount.units, amount.decimals), Scaled.format(limit, amount.decimals))
  )
  const seats = made?.formation.seats ?? 0
  const isOutside = outcome === "not-selected" && entry.rank !== null
  const isDecided = outcome !== undefined && ["absent", "disqualified", "ineligible", "absent-second", "eliminated", "outside-shortlist", "undecided"].includes(outcome)
  const items = [
    ...failed,
    ...(isOutside ? [says.rank(entry.rank, seats)] : []),
    ...(isDecided ? [says.decided(texts.outcome[outcome])] : [])
  ]
  if (items.length === 0) return [html`<p class="lead">${says.nothing}</p>`]
  return [
    html`<ul>${nextSteps(context, made?.stage ?? entry.stage, announcedOn).map((line) => html`<li>${line}</li>`)}</ul>`,
    html`<p>${says.evidence}</p>`,
    ...items.map((about, at) =>
      html`<h2>${says.draft(at + 1, about)}</h2><div class="card draft">${says.text({ participant: entry.participant, formation: entry.formation, about, entry: index })}</div>`
    )
  ]
}
