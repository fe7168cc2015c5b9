/** Score sheets for those who are logged in at the host: to enter, to compare, to correct. Nobody else sees that they exist. */
import { Edition, type Primitives } from "@timbang/core/publication"
import { ScoreSheets, ScoreSheetTexts } from "@timbang/language"
import { Actor, ScoreBook } from "@timbang/workflows"
import type { Journal } from "@timbang/workflows/ports"
import { Effect, Result } from "effect"
import * as Desk from "./Desk.ts"
import * as Form from "./Form.ts"
import { html, type Html, type Part } from "./Html.ts"
import { type Context, link, page, table } from "./Page.ts"
import * as ScoreSheetMinutes from "./ScoreSheetMinutes.ts"
import { dayOf, momentOf } from "./LocalTime.ts"
import { scoresOf } from "./SheetView.ts"

// --- models ---

/** What a host gives for score sheets. */
export interface Host {
  readonly journal: Journal.Journal["Service"]
  /** Key of the forms, so that no other site can send one for somebody who is logged in. At least 32 bytes. */
  readonly key: Uint8Array
  readonly actorOf: Desk.ActorOf
  /** Who may look at sheets: scores stand there before they are published. Default: every account that `actorOf` answers. */
  readonly maySee?: (actor: Actor.Actor) => boolean
  /** What an account may do: enter sheets, ask for and decide corrections, record minutes. */
  readonly may: (actor: Actor.Actor, what: "enter" | "correct" | "minute") => boolean
}

interface Seen {
  readonly context: Context
  readonly host: Host
  readonly actor: Actor.Actor
  readonly record: ScoreBook.Record
  /** Proof that a form is from a page of this account. */
  readonly proof: string
  readonly now: number
}

interface Sent {
  readonly fields: Form.Fields
  readonly faults: ReadonlyArray<string>
}

const path = "/lembar-nilai"

// --- operations ---

/** Answers what is below `/lembar-nilai`; `undefined` where there is nothing for who asks. */
export const make = (host: Host) => {
  let book = ScoreBook.empty
  return async (request: Request, below: string, means: Desk.Means): Promise<Response | undefined> => {
    const actor = await Desk.actorIn(host.actorOf, request)
    if (actor === undefined || host.maySee?.(actor) === false) return undefined
    const read = await Effect.runPromise(ScoreBook.readOn(host.journal, book))
    if (read.next > book.next) book = read
    const context = await means.context()
    const isGet = request.method === "GET" || request.method === "HEAD"
    if (below === path && isGet) return Desk.answered(list(context, read))
    const [, session, rest] = /^\/lembar-nilai\/([A-Za-z0-9.-]{1,40})(\/berita-acara(?:\.json)?)?$/.exec(below) ?? []
    const record = session === undefined ? undefined : read.records.get(session)
    if (record === undefined) return undefined
    const proof = await Desk.proofOf(host.key, path, actor, means.now())
    const seen = { context, host, actor, record, proof, now: means.now() }
    const minutes = ScoreBook.minutesOf(record)
    if (rest !== undefined) {
      if (!isGet || minutes === undefined) return undefined
      if (rest.endsWith(".json")) return new Response(minutes, { headers: { "content-type": "application/json" } })
      const button = host.may(actor, "minute") ? formOf(seen, undefined, "berita", html``, saysOf(context).minutesRecord) : undefined
      return Desk.answered(ScoreSheetMinutes.render(context, record, digestOf(means.primitives, minutes), button))
    }
    if (isGet) return Desk.answered(one(seen))
    if (request.method !== "POST") return undefined
    const fields = await Form.fieldsIn(request, means.bodyBytes)
    const taken = await take(seen, fields, means)
    if (Result.isFailure(taken)) return Desk.answered(one(seen, { fields, faults: taken.failure }), 422)
    return new Response(null, { status: 303, headers: { location: link(context, `${path}/${record.session.id}${taken.success}`) } })
  }
}

const digestOf = (primitives: Primitives.Hash, minutes: string): string =>
  Edition.documentEntry(primitives, "berita-acara", new TextEncoder().encode(minutes)).digest

/** Records what was sent, and answers what of the sitting to show next. */
const take = async ({ actor, context, host, record }: Seen, fields: Form.Fields, { now, primitives }: Desk.Means): Promise<Result.Result<string, ReadonlyArray<string>>> => {
  const says = saysOf(context)
  const { session } = record
  const text = fields.text
  if (!(await Desk.isProof(host.key, path, actor, text("formulir"), now()))) return Result.fail([says.fault.Expired])
  const what = text("aksi")
  if (!host.may(actor, what === "isi" ? "enter" : what === "berita" ? "minute" : "correct")) return Result.fail([says.fault.NotAllowed])
  const key = Desk.keyOf(actor, text)
  const numeral = (name: string) => text(name).replace(",", ".")
  const asked = { participant: text("peserta"), criterion: text("unsur"), from: numeral("dari"), to: numeral("menjadi"), basis: text("dasar") }
  const effect = what === "isi"
    ? ScoreBook.enter(host.journal, actor, session.id, rowsOf(record, text), key)
    : what === "koreksi"
    ? ScoreBook.ask(host.journal, actor, session.id, asked, key)
    : what === "berita"
    ? ScoreBook.minute(host.journal, actor, session.id, (minutes) => digestOf(primitives, minutes))
    : ScoreBook.decide(host.journal, actor, { session: session.id, correction: text("koreksi"), isConfirmed: what === "setuju", reason: text("alasan") }, key)
  const made = await Effect.runPromise(Effect.result(effect))
  if (Result.isSuccess(made)) return Result.succeed(what === "berita" ? "/berita-acara" : "")
  const { failure } = made
  if (failure._tag === "KeyReused") return Result.fail([says.fault.KeyReused])
  if (failure._tag !== "SheetNotRecorded") throw failure
  return Result.fail([...failure.faults.map((fault) => says.fault[fault]), ...(failure.problem === undefined ? [] : ScoreSheets.lines(failure.problem, languageOf(context)))])
}

const rowsOf = ({ rubric, session }: ScoreBook.Record, text: (name: string) => string): ReadonlyArray<ScoreBook.Row> =>
  session.participants.map((participant, row) => ({
    participant,
    attended: text(`h-${row}`) !== "tidak",
    scores: Object.fromEntries(rubric.criteria.map(({ id }, cell) => [id, text(`n-${row}-${cell}`).replace(",", ".")]))
  }))

const list = (context: Context, { records }: ScoreBook.Book): string => {
  const says = saysOf(context)
  const { component, on, participants, session, state } = says.headings
  const rows = [...records.values()].toReversed().map((record): ReadonlyArray<Part> => [
    html`<a href="${link(context, `${path}/${record.session.id}`)}">${record.session.id}</a>`,
    context.texts.day(record.session.on),
    record.rubric.component,
    record.session.participants.length,
    says.state[stateOf(ScoreBook.standingOf(record))]
  ])
  return page(context, {
    title: says.title,
    path,
    body: [html`<p class="lead">${says.lead}</p>`, rows.length === 0 ? html`<p>${says.none}</p>` : table(says.title, [session, on, component, participants, state], rows)]
  })
}

const stateOf = (standing: ScoreBook.Standing): keyof ScoreSheetTexts.ScoreSheetTexts["state"] =>
  standing._tag === "Agreed" ? "agreed" : standing.entered.length > 0 ? "one" : standing.differences.length > 0 ? "differ" : "none"

/** One sitting as one account sees it: never somebody else's entry before its own. */
const one = (seen: Seen, sent?: Sent): string => {
  const { context, record } = seen
  const says = saysOf(context)
  const { rubric, session } = record
  const standing = ScoreBook.standingOf(record)
  const here = `${path}/${session.id}`
  return page(context, {
    title: says.sheetOf(session.id),
    path: here,
    body: [
      html`<p><a href="${link(context, path)}">${says.title}</a></p>`,
      sent === undefined ? "" : html`<div class="warn" role="alert"><p>${says.refused}</p><ul>${sent.faults.map((fault) => html`<li>${fault}</li>`)}</ul></div>`,
      html`<dl><dt>${says.headings.on}</dt><dd>${context.texts.day(session.on)}</dd><dt>${says.headings.component}</dt><dd>${rubric.component}</dd><dt>${says.headings.participants}</dt><dd>${session.participants.length}</dd><dt>${says.headings.state}</dt><dd>${says.state[stateOf(standing)]}</dd></dl>`,
      standing._tag === "Agreed" ? agreed(seen, standing, sent) : waiting(seen, standing, sent),
      html`<h2>${says.rubric}</h2><p>${says.fixed(rubric.source.instrument, context.texts.day(rubric.fixedOn), context.texts.day(dayOf(record.openedAt)))}</p>`,
      dayOf(record.openedAt) > session.on ? html`<p class="note">${says.recordedLate}</p>` : "",
      table(says.rubric, [says.criterion.title, says.criterion.outOf, says.criterion.percent], rubric.criteria.map(({ outOf, percent, title }) => [title, outOf, percent]))
    ]
  })
}

const waiting = (seen: Seen, standing: ScoreBook.Standing & { readonly _tag: "Waiting" }, sent: Sent | undefined): ReadonlyArray<Part> => {
  const { actor, context, host, now, record } = seen
  const says = saysOf(context)
  const isOneOfTwo = standing.between.includes(actor.id)
  const differs = standing.differences.length === 0 ? [] : isOneOfTwo
    ? [html`<div class="warn" role="note"><h2>${says.differ}</h2><ul>${standing.differences.map((each) => html`<li>${ScoreSheets.difference(each, languageOf(context))}</li>`)}</ul><p>${says.differNote}</p></div>`]
    : [html`<p>${says.notYours}</p>`]
  if (standing.entered.includes(actor.id)) return [html`<div class="card good" role="status"><p>${says.waiting}</p></div>`, differs]
  if (!host.may(actor, "enter")) return differs
  if (dayOf(now) < record.session.on) return [html`<p>${says.early(context.texts.day(record.session.on))}</p>`]
  const was = (name: string) => sent?.fields.text(name) ?? ""
  const attendance = (row: number, value: "ya" | "tidak", label: string) =>
    html`<label class="pick"><input type="radio" name="h-${row}" value="${value}"${(was(`h-${row}`) === "tidak") === (value === "tidak") ? html` checked` : ""}>${label}</label>`
  const rows = record.session.participants.map((participant, row) =>
    html`<fieldset><legend>${says.participant(participant)}</legend><fieldset><legend>${says.attendance}</legend>${attendance(row, "ya", says.came)}${attendance(row, "tidak", says.absent)}</fieldset>${record.rubric.criteria.map(({ decimals, outOf, title }, cell) =>
      html`<label for="n-${row}-${cell}">${says.score(title, outOf, decimals)}</label><input type="text" id="n-${row}-${cell}" name="n-${row}-${cell}" value="${was(`n-${row}-${cell}`)}" inputmode="decimal" autocomplete="off" maxlength="12">`)}</fieldset>`)
  return [differs, html`<h2>${says.enter}</h2><p>${says.enterLead}</p>`, formOf(seen, sent, "isi", html`${rows}`, says.send)]
}

const agreed = (seen: Seen, { finished }: ScoreBook.Standing & { readonly _tag: "Agreed" }, sent: Sent | undefined): ReadonlyArray<Part> => {
  const { actor, context, host, record } = seen
  const says = saysOf(context)
  const { basis, by, criterion, decision: outcome, from, participant, to } = says.correction
  const { criteria } = record.rubric
  const titleOf = (wanted: string) => criteria.find(({ id }) => id === wanted)?.title ?? wanted
  const mayCorrect = host.may(actor, "correct")
  const was = (name: string) => sent?.fields.text(name) ?? ""
  const option = (value: string, label: string, name: string) => html`<option value="${value}"${was(name) === value ? html` selected` : ""}>${label}</option>`
  const said = ({ decision }: ScoreBook.Correction): string =>
    decision === undefined
      ? says.waits
      : decision.isConfirmed
      ? says.confirmed(decision.by.id, momentOf(context, decision.at))
      : says.declined(decision.by.id, momentOf(context, decision.at), decision.reason)
  return [
    html`<p class="lead">${says.agreed}</p><p><a class="button" href="${link(context, `${path}/${record.session.id}/berita-acara`)}">${says.minutes}</a></p>`,
    table(says.sheetOf(record.session.id), [participant, ...criteria.map(({ title }) => title), says.total], scoresOf(record, finished).map(({ cells, participant: number, total }) =>
      [number, ...(cells === undefined ? criteria.map(() => says.absent) : cells.map(changed)), total === undefined ? "–" : changed(total)])),
    html`<h2>${says.corrections}</h2><p>${says.correctionLead}</p>`,
    record.corrections.length === 0 ? html`<p>${says.noCorrections}</p>` : table(says.corrections, ["", participant, criterion, from, to, basis, by, outcome], record.corrections.map((each) =>
      [each.id, each.participant, titleOf(each.criterion), each.from, each.to, each.basis, `${each.by.id}, ${momentOf(context, each.at)}`, said(each)])),
    mayCorrect ? record.corrections.filter(({ decision }) => decision === undefined).map(({ by: who, id }) => [
      Actor.isSame(who, actor) ? "" : formOf(seen, undefined, "setuju", html`<input type="hidden" name="koreksi" value="${id}">`, says.confirm(id)),
      formOf(seen, undefined, "tolak", html`<input type="hidden" name="koreksi" value="${id}"><label for="alasan-${id}">${says.reason} (${id})</label><input type="text" id="alasan-${id}" name="alasan" autocomplete="off" maxlength="2000">`, says.decline(id))
    ]) : "",
    mayCorrect && finished.scores.length > 0 ? formOf(seen, sent, "koreksi", html`<label for="peserta">${participant}</label><select id="peserta" name="peserta">${finished.scores.map((score) => option(score.participant, score.participant, "peserta"))}</select><label for="unsur">${criterion}</label><select id="unsur" name="unsur">${criteria.map(({ id, title }) => option(id, title, "unsur"))}</select><label for="dari">${from}</label><input type="text" id="dari" name="dari" value="${was("dari")}" inputmode="decimal" autocomplete="off" maxlength="12"><label for="menjadi">${to}</label><input type="text" id="menjadi" name="menjadi" value="${was("menjadi")}" inputmode="decimal" autocomplete="off" maxlength="12"><label for="dasar">${basis}</label><textarea id="dasar" name="dasar" maxlength="2000">${was("dasar")}</textarea>`, says.ask) : ""
  ]
}

const changed = ({ now, old }: { readonly now: string; readonly old: ReadonlyArray<string> }): Html => html`${old.map((each) => html`<del>${each}</del> `)}${now}`

const formOf = ({ context, proof, record }: Seen, sent: Sent | undefined, what: string, inner: Html, button: string): Html =>
  Desk.form({ action: link(context, `${path}/${record.session.id}`), proof, key: sent?.fields.text("kunci") ?? "", what }, inner, button)

const saysOf = (context: Context): ScoreSheetTexts.ScoreSheetTexts => ScoreSheetTexts.texts[languageOf(context)]

const languageOf = ({ texts }: Context): "id" | "en" => texts.language === "en" ? "en" : "id"
