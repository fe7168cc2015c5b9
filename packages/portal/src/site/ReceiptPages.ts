/** What a holder of a receipt asks for: verification, the sheet that explains a result, drafts of objections. */
import { Day } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import { type Disclosure, Entry, FormationFile, type Primitives, type Receipt, ReceiptCode, Trust } from "@timbang/core/publication"
import type { Explanation } from "@timbang/core/selection"
import { Explanations, RuleSetTitles } from "@timbang/language"
import { PaperWordList, VerifierTexts } from "@timbang/language/publication"
import { Result } from "effect"
import * as RecountedExplanation from "../verifier/RecountedExplanation.ts"
import * as VerifierView from "../verifier/VerifierView.ts"
import { html, type Html, type Part } from "./Html.ts"
import { type Context, page } from "./Page.ts"
import * as PublicRecord from "./PublicRecord.ts"
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

/** What answers are made with. */
export interface Means {
  readonly primitives: Primitives.Primitives
  readonly read: PublicRecord.ReadFile
  readonly words: Disclosure.Vocabulary | undefined
  /** Day on which the result of a stage was announced, as the rules name the stage. */
  readonly announcedOn: Readonly<Record<string, Day.Day>>
}

/** The explanation that the engine gives when it runs again over the formation, with the standing that was published. */
const recounted = async (
  { record }: Context,
  { entry }: Held,
  { primitives, read, words }: Means
): Promise<Explanation.Explanation | undefined> => {
  const bytes = words === undefined ? undefined : await PublicRecord.formationFile(primitives, read, record, entry.formation)
  const file = bytes === undefined ? undefined : Result.getOrUndefined(FormationFile.parse(new TextDecoder().decode(bytes)))
  if (file === undefined || file.statement.stage !== entry.stage) return undefined
  const counted = FormationFile.recount(words!, file)
  const made = counted === undefined ? undefined : RecountedExplanation.explain(counted, entry)
  // What the rerun contradicts is explained as it was published; an audit tells the difference.
  if (made === undefined || made.code !== entry.code && entry.seat === undefined) return undefined
  return { ...made, code: entry.code, standing: { _tag: file.statement.facts.standing } }
}

/** The answer to a receipt. Everything that cannot be shown gets the same answer. */
export const answer = async (context: Context, kind: Kind, sent: Sent, means: Means): Promise<string> => {
  const { announcedOn, primitives } = means
  if (kind === "verify") return verification(primitives, context, sent)
  const entry = heldResult(primitives, context, sent.receipt)
  const body = entry === undefined
    ? refusal(context)
    : kind === "explain"
    ? explanation(context, entry, announcedOn, await recounted(context, entry, means))
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

/** Exams and steps of calculation by their identifiers, as the rules call them. */
const titlesOf = ({ record, texts }: Context): ReadonlyMap<string, string> =>
  new Map([...record.ruleSet?.components ?? [], ...record.ruleSet?.steps ?? []].map(({ id, title }) => [id, RuleSetTitles.of(title, texts.language === "en" ? "en" : "id")]))

const verification = (primitives: Primitives.Primitives, context: Context, sent: Sent): string => {
  const { record, texts } = context
  const own = VerifierTexts.texts[texts.language === "en" ? "en" : "id"]
  const words = { ...own, scores: Object.fromEntries(titlesOf(context)) }
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

/** Every correction of the participant's scores and result, each with what it changed and what it rests on. */
const correctionsOf = (context: Context, { entry }: Held): ReadonlyArray<string> => {
  const { record, texts } = context
  const says = texts.explain
  const titles = titlesOf(context)
  const { fields } = VerifierTexts.texts[texts.language === "en" ? "en" : "id"]
  return record.corrections.filter(({ before, by }) => (by ?? before)?.participant === entry.participant).flatMap((one) => {
    const basis = [
      ...(one.objection === undefined ? [] : [says.byObjection(one.objection)]),
      ...(one.letter === undefined ? [] : [says.byLetter(one.letter.number, texts.day(one.letter.date))])
    ].join(", ")
    const [old, now] = [shownOf(one.before), shownOf(one.by)]
    const shown = (name: string, value = "–") => titles.has(name) ? texts.figure(value) : value
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => old[name] !== now[name]).map((name) =>
      says.corrected(titles.get(name) ?? fields[name] ?? name, shown(name, old[name]), shown(name, now[name]), one.index, basis)
    )
  })
}

/** What of an entry a correction may change, by name. */
const shownOf = (entry: Entry.Correctable | null): Readonly<Record<string, string>> => {
  if (entry === null) return {}
  const scores = entry.kind === "registration" ? {} : entry.scores
  const own = entry.kind === "result"
    ? { code: entry.code, rank: entry.rank ?? "–" }
    : entry.kind === "registration"
    ? { formation: entry.formation }
    : {}
  return Object.fromEntries(Object.entries({ ...scores, ...own }).map(([name, value]) => [name, String(value)]))
}

const nextSteps = ({ record, texts }: Context, stage: string, announcedOn: Readonly<Record<string, Day.Day>>): ReadonlyArray<string> => {
  const says = texts.explain
  const windows = record.ruleSet?.objections ?? []
  const window = windows.find((one) => one.stage === stage) ?? windows.at(-1)
  if (window === undefined) return [says.nothingToObject]
  const day = announcedOn[window.stage]
  return [
    ...(day === undefined ? [] : [says.announced(texts.day(day))]),
    window.days._tag === "Known" && day !== undefined
      ? says.deadline(texts.day(Day.addDays(day, window.days.value)))
      : says.deadlineUnknown(PublicRecord.shown(window.days)),
    window.days._tag === "Known" && window.announceAgainWithinDays._tag === "Known" && day !== undefined
      ? says.againBy(texts.day(Day.addDays(day, window.days.value + window.announceAgainWithinDays.value)))
      : says.again(PublicRecord.shown(window.announceAgainWithinDays))
  ]
}

const explanation = (
  context: Context,
  held: Held,
  announcedOn: Readonly<Record<string, Day.Day>>,
  rerun: Explanation.Explanation | undefined
): ReadonlyArray<Part> => {
  const { entry } = held
  const { record, texts } = context
  const made = rerun ?? PublishedExplanation.explain(record, entry)
  const language = texts.language === "en" ? "en" : "id"
  const sections = made === undefined
    ? [{ title: entry.code, lines: Object.entries(entry.scores).map(([name, value]) => `${name}: ${value}`) }]
    : rerun === undefined
    ? Explanations.sections(made, language).slice(0, -1)
    : Explanations.sections(made, language)
  const corrections = correctionsOf(context, held)
  return [
    html`<div class="sheet">${[
      ...sections,
      ...(corrections.length === 0 ? [] : [{ title: texts.explain.corrections, lines: corrections }]),
      { title: texts.explain.next, lines: nextSteps(context, made?.stage ?? entry.stage, announcedOn) }
    ].map(({ lines, title }) => html`<section><h2>${title}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`)}</div>`,
    html`<p class="note screen">${texts.explain.print}</p>`
  ]
}

const drafts = (context: Context, { entry, index }: Held, announcedOn: Readonly<Record<string, Day.Day>>): ReadonlyArray<Part> => {
  const { record, texts } = context
  const says = texts.objection
  const made = PublishedExplanation.explain(record, entry)
  const outcome = PublicRecord.outcomeOf(record.ruleSet, entry)
  const failed = (made?.minimums ?? []).filter(({ isMet }) => !isMet).map(({ amount, limit }) =>
    says.minimum(amount.title, amount.units === undefined ? "–" : texts.figure(Scaled.format(amount.units, amount.decimals)), texts.figure(Scaled.format(limit, amount.decimals)))
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
