/** Registration to a selection that the host decides itself: a form with drafts, and the receipt of what was sent. */
import { MerkleProof, type Primitives, Receipt } from "@timbang/core/publication"
import { OwnSelection, type Requirement } from "@timbang/core/selection"
import { RegistrationTexts, RuleSetTitles } from "@timbang/language"
import { RegistrationBook, RegistrationForm } from "@timbang/workflows"
import { Effect, Result } from "effect"
import type { Fields } from "./Form.ts"
import { html, type Html, type Part } from "./Html.ts"
import { dayOf } from "./LocalTime.ts"
import { type Context, link, page } from "./Page.ts"
import type { PublicRecord } from "./PublicRecord.ts"

// --- models ---

/** What a host gives for registration. */
export interface Host extends RegistrationBook.Host {
  /** Puts what is due into the public log after each application, with `RegistrationBook.publish`; else the host does so by its own schedule. */
  readonly publishing?: {
    readonly publish: () => Promise<unknown>
    /** Told why `publish` failed. The application stands, and is published by the next call. */
    readonly onFault: (error: unknown) => void
  }
}

/** What the pages are made with. */
export interface Means {
  readonly host: Host
  readonly primitives: Primitives.Primitives
  readonly applyAddress: string
  /** Unit: milliseconds since 1970-01-01 UTC. */
  readonly now: number
  /** The record as it is after something was published. */
  readonly again: () => Promise<PublicRecord>
}

/** A page and its status. */
export interface Answer {
  readonly status: 200 | 403 | 422
  readonly text: string
}

type Shown = {
  readonly code: string
  readonly filled: RegistrationForm.Filled
  readonly notice?: Html
}

const path = "/daftar"
const receiptPath = "/daftar/tanda-terima"

// --- operations ---

/** Whether the published rules leave every decision to the host, so that it may register applicants. */
export const isOwn = ({ ruleSet }: Pick<PublicRecord, "ruleSet">): boolean =>
  ruleSet !== undefined && OwnSelection.decidedByOthers(ruleSet).length === 0

/** The form with a new code, or why there is none. */
export const start = (context: Context, means: Means): Answer =>
  isOwn(context.record) ? { status: 200, text: form(context, means, fresh()) } : refused(context, means)

/** The answer to what was sent: a draft, a saved draft, a receipt, or what is wrong. */
export const answer = async (context: Context, fields: Fields, means: Means): Promise<Answer> => {
  if (!isOwn(context.record)) return refused(context, means)
  const code = fields.text("kode")
  if (fields.text("aksi") === "buka") return opened(context, code, means)
  const filled = filledIn(context, fields)
  return fields.text("aksi") === "kirim"
    ? sent(context, { code, filled }, fields.text("nik"), means)
    : saved(context, { code, filled }, means)
}

/** The receipt of a participant number, where the log has it. */
export const lookedUp = (context: Context, fields: Fields, means: Means): Answer => {
  if (!isOwn(context.record)) return refused(context, means)
  const participant = fields.text("nomor").toUpperCase()
  const proof = provedIn(context, participant, means)
  const says = saysOf(context)
  return proof === undefined
    ? { status: 422, text: form(context, means, { ...fresh(), notice: alert([says.unknownNumber]) }) }
    : { status: 200, text: page(context, { title: says.receiptTitle, path, body: [html`<p>${says.number}: <strong>${participant}</strong></p>`, proof] }) }
}

const opened = async (context: Context, code: string, means: Means): Promise<Answer> => {
  const says = saysOf(context)
  const found = await Effect.runPromise(Effect.result(RegistrationBook.opened(means.host, code)))
  if (Result.isFailure(found)) {
    if (found.failure._tag !== "CodeUnreadable") throw found.failure
    return { status: 422, text: form(context, means, { ...fresh(), notice: alert([says.badCode]) }) }
  }
  if (found.success._tag === "Sent") return { status: 200, text: receipt(context, found.success.registered, means) }
  return found.success._tag === "Nothing"
    ? { status: 422, text: form(context, means, { ...fresh(), notice: alert([says.noDraft]) }) }
    : { status: 200, text: form(context, means, { code, filled: found.success.filled, notice: good(says.opened) }) }
}

const saved = async (context: Context, shown: Shown, means: Means): Promise<Answer> => {
  const says = saysOf(context)
  const made = await Effect.runPromise(Effect.result(RegistrationBook.save(means.host, shown.code, shown.filled)))
  if (Result.isSuccess(made)) return { status: 200, text: form(context, means, { ...shown, notice: good(says.saved, says.savedNote) }) }
  const { failure } = made
  if (failure._tag === "FormRefused") return wrong(context, shown, means, [says.notSaved, ...sentencesOf(context, failure.faults)])
  if (failure._tag === "CodeUnreadable") return wrong(context, { ...shown, code: RegistrationBook.newCode() }, means, [says.badCode])
  if (failure._tag === "Closed") return wrong(context, shown, means, [says.closed])
  throw failure
}

const sent = async (context: Context, shown: Shown, nik: string, means: Means): Promise<Answer> => {
  const { host } = means
  const says = saysOf(context)
  const rules = { ruleSet: context.record.ruleSet!, formations: context.record.formations }
  const made = await Effect.runPromise(Effect.result(RegistrationBook.submit(host, rules, { code: shown.code, filled: shown.filled, nik })))
  if (Result.isSuccess(made)) {
    // The application is recorded, whatever becomes of the public log now.
    await host.publishing?.publish().catch(host.publishing.onFault)
    return { status: 200, text: receipt({ ...context, record: await means.again() }, made.success, means) }
  }
  const { failure } = made
  if (failure._tag === "FormRefused") {
    const isKept = Result.isSuccess(await Effect.runPromise(Effect.result(RegistrationBook.save(host, shown.code, shown.filled))))
    return wrong(context, shown, means, [says.notSent, ...sentencesOf(context, failure.faults)], isKept ? says.draftKept : undefined)
  }
  if (failure._tag === "CodeUnreadable") return wrong(context, { ...shown, code: RegistrationBook.newCode() }, means, [says.badCode])
  if (failure._tag === "AlreadyApplied") return wrong(context, shown, means, [failure.isSameCode ? says.already.sameCode : says.already.other])
  if (failure._tag === "Closed") return wrong(context, shown, means, [says.closed])
  throw failure
}

const wrong = (context: Context, shown: Shown, means: Means, sentences: ReadonlyArray<string>, note?: string): Answer =>
  ({ status: 422, text: form(context, means, { ...shown, notice: alert(sentences, note) }) })

/** Another office decides: applicants register there and arrive here by import. */
const refused = (context: Context, { applyAddress }: Means): Answer => {
  const says = saysOf(context)
  const { ruleSet } = context.record
  const offices = ruleSet === undefined ? [] : [...new Set(OwnSelection.decidedByOthers(ruleSet).map(({ decidedBy }) => decidedBy))]
  return {
    status: 403,
    text: page(context, {
      title: says.title,
      path,
      body: [
        html`<div class="warn" role="note"><p>${says.notOwn}</p>${offices.length === 0 ? "" : html`<p>${says.notOwnBy(offices.join(", "))}</p>`}</div>`,
        html`<p><a class="button" href="${applyAddress}">${says.applyThere}</a></p>`
      ]
    })
  }
}

// --- the form ---

const fresh = (): Shown => ({ code: RegistrationBook.newCode(), filled: RegistrationForm.empty })

const form = (context: Context, { host, now }: Means, { code, filled, notice }: Shown): string => {
  const says = saysOf(context)
  const language = languageOf(context)
  const action = `${context.base}${path}${language === "en" ? "?lang=en" : ""}`
  const isClosed = host.until !== undefined && now >= host.until
  const field = (name: Exclude<RegistrationTexts.Field, "formation">, sends: string, value: string, extra: Html = html` autocomplete="off"`) => {
    const hint = (says.hint as Readonly<Record<string, string>>)[name]
    return html`<label for="${sends}">${says.field[name]}</label><input type="text" id="${sends}" name="${sends}" value="${value}" maxlength="200"${extra}${hint === undefined ? "" : html` aria-describedby="${sends}-petunjuk"`}>${hint === undefined ? "" : html`<p class="note" id="${sends}-petunjuk">${hint}</p>`}`
  }
  const statements = statementsOf(context)
  const pick = (name: string, value: "ya" | "tidak", label: string, chosen: string | undefined) =>
    html`<label class="pick"><input type="radio" name="${name}" value="${value}"${chosen === value ? html` checked` : ""}>${label}</label>`
  const questions = html`<form method="post" action="${action}"><input type="hidden" name="kode" value="${code}"><div class="card"><p><strong>${says.code}</strong></p><p class="words">${code}</p><p class="note">${says.codeNote(host.draftDays)}</p></div><label for="formasi">${says.field.formation}</label><select id="formasi" name="formasi"><option value=""></option>${context.record.formations.map((one) => html`<option value="${one.formation}"${filled.formation === one.formation ? html` selected` : ""}>${one.position}, ${one.location} (${one.formation})</option>`)}</select>${field("name", "nama", filled.name, html` autocomplete="name"`)}${field("birthDate", "lahir", filled.birthDate, html` autocomplete="bday" inputmode="numeric"`)}${field("studyProgramme", "prodi", filled.studyProgramme)}${field("gradeAverage", "ipk", filled.gradeAverage, html` autocomplete="off" inputmode="decimal"`)}${field("contact", "kontak", filled.contact)}${statements.length === 0 ? "" : html`<fieldset><legend>${says.statements}</legend>${statements.map(({ id, title }) =>
    html`<fieldset><legend>${RuleSetTitles.of(title, language)}</legend>${pick(`nyata-${id}`, "ya", says.yes, filled.declarations[id])}${pick(`nyata-${id}`, "tidak", says.no, filled.declarations[id])}</fieldset>`)}</fieldset>`}<p><button name="aksi" value="simpan">${says.save}</button></p>${field("nik", "nik", "", html` autocomplete="off" inputmode="numeric"`)}<p><button name="aksi" value="kirim">${says.send}</button></p></form>`
  return page(context, {
    title: says.title,
    path,
    body: [
      notice,
      html`<p class="lead">${says.lead}</p>`,
      html`<p class="note">${says.privacy}</p>`,
      isClosed ? html`<div class="warn" role="note"><p>${says.closed}</p></div>` : questions,
      html`<h2>${says.continueTitle}</h2><form method="post" action="${action}"><label for="kode-lama">${says.continueCode}</label><input type="text" id="kode-lama" name="kode" autocomplete="off" autocapitalize="characters" spellcheck="false"><button name="aksi" value="buka">${says.continueButton}</button></form>`,
      html`<h2>${says.lookUp}</h2><form method="post" action="${context.base}${receiptPath}${language === "en" ? "?lang=en" : ""}"><label for="nomor">${says.number}</label><input type="text" id="nomor" name="nomor" autocomplete="off" autocapitalize="characters" spellcheck="false"><button>${says.lookUpButton}</button></form>`
    ]
  })
}

const filledIn = (context: Context, fields: Fields): RegistrationForm.Filled => ({
  formation: fields.text("formasi"),
  name: fields.text("nama"),
  birthDate: fields.text("lahir"),
  studyProgramme: fields.text("prodi"),
  gradeAverage: fields.text("ipk"),
  contact: fields.text("kontak"),
  declarations: Object.fromEntries(statementsOf(context).flatMap(({ id }) => fields.text(`nyata-${id}`) === "" ? [] : [[id, fields.text(`nyata-${id}`)]]))
})

const statementsOf = ({ record }: Context): ReadonlyArray<Requirement.Requirement> =>
  (record.ruleSet?.requirements ?? []).filter(({ _tag }) => _tag === "Declaration")

const sentencesOf = (context: Context, faults: ReadonlyArray<RegistrationForm.Fault>): ReadonlyArray<string> => {
  const says = saysOf(context)
  const titles = new Map(statementsOf(context).map(({ id, title }) => [`declarations.${id}`, RuleSetTitles.of(title, languageOf(context))]))
  return faults.map(({ _tag, field }) => says.fault[_tag](titles.get(field) ?? (says.field as Readonly<Record<string, string>>)[field] ?? field))
}

// --- the receipt ---

const receipt = (context: Context, { at, content, formation, participant }: RegistrationBook.Registered, means: Means): string => {
  const says = saysOf(context)
  const post = context.record.formations.find((one) => one.formation === formation)
  return page(context, {
    title: says.receiptTitle,
    path,
    body: [
      html`<div class="card good" role="status"><p><strong>${says.sent}</strong></p></div>`,
      html`<dl><dt>${says.number}</dt><dd>${participant}</dd><dt>${says.formation}</dt><dd>${post === undefined ? formation : `${post.position}, ${post.location} (${formation})`}</dd><dt>${says.day}</dt><dd>${context.texts.day(dayOf(at))}</dd><dt>${says.fingerprint}</dt><dd>${content.slice(0, 16)}</dd></dl>`,
      provedIn(context, participant, means) ?? html`<p>${says.notInLog}</p>`
    ]
  })
}

/** The entry of the log, as a receipt that anybody can check. */
const provedIn = (context: Context, participant: string, { primitives }: Means): Part => {
  const { entries, nodes, note } = context.record
  const index = entries.findIndex((entry) => entry.kind === "registration" && entry.participant === participant)
  const proof = index < 0 ? undefined : Result.getOrUndefined(MerkleProof.inclusion(primitives, nodes, index))
  if (proof === undefined) return undefined
  const says = saysOf(context)
  const text = Receipt.write({ entry: entries[index]!, openings: {}, proof: { extra: undefined, index, path: proof, checkpoint: note } })
  return html`<p>${says.inLog(index)}</p><h2>${says.signed}</h2><form method="post" action="${link(context, "/periksa")}"><label for="tanda">${says.signed}</label><textarea id="tanda" name="receipt" readonly spellcheck="false" aria-describedby="tanda-petunjuk">${text}</textarea><p class="note" id="tanda-petunjuk">${says.signedNote}</p><button>${says.check}</button></form>`
}

// --- small parts ---

const alert = (sentences: ReadonlyArray<string>, note?: string): Html => {
  const [first, ...others] = sentences
  return html`<div class="warn" role="alert"><p>${first}</p>${others.length === 0 ? "" : html`<ul>${others.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}${note === undefined ? "" : html`<p>${note}</p>`}</div>`
}

const good = (sentence: string, note?: string): Html =>
  html`<div class="card good" role="status"><p><strong>${sentence}</strong></p>${note === undefined ? "" : html`<p>${note}</p>`}</div>`

const languageOf = ({ texts }: Context): "id" | "en" => texts.language === "en" ? "en" : "id"

const saysOf = (context: Context): RegistrationTexts.RegistrationTexts => RegistrationTexts.texts[languageOf(context)]
