/** Verification teams, for those who are logged in at the host: who looks at which application, how far, and what was found. */
import type { Finding, RuleSet } from "@timbang/core/selection"
import { VerificationTexts } from "@timbang/language"
import { type Actor, VerificationBook } from "@timbang/workflows"
import type { Journal } from "@timbang/workflows/ports"
import { Effect, Result } from "effect"
import * as Desk from "./Desk.ts"
import * as Form from "./Form.ts"
import { html, type Html, type Part } from "./Html.ts"
import { type Context, link, page, table } from "./Page.ts"

// --- models ---

/** What a host gives for verification teams. */
export interface Host {
  readonly journal: Journal.Journal["Service"]
  /** Key of the forms, so that no other site can send one for somebody who is logged in. At least 32 bytes. */
  readonly key: Uint8Array
  readonly actorOf: Desk.ActorOf
  /** Whether an account divides the work and sees every application; the others see their own. */
  readonly mayAssign: (actor: Actor.Actor) => boolean
  /** Requirements, and the printed codes that are no reason by themselves. */
  readonly rules: Pick<RuleSet.RuleSet, "requirements" | "codes">
}

interface Seen {
  readonly context: Context
  readonly host: Host
  readonly actor: Actor.Actor
  readonly book: VerificationBook.Book
  readonly proof: string
}

interface Sent {
  readonly fields: Form.Fields
  readonly faults: ReadonlyArray<string>
}

const path = "/verifikasi"
const onePath = "/verifikasi/pelamar"
const roles = ["verifier", "supervisor"] as const

// --- operations ---

/** Answers what is below `/verifikasi`; `undefined` where there is nothing for who asks. */
export const make = (host: Host) => {
  let book = VerificationBook.empty
  return async (request: Request, below: string, means: Desk.Means): Promise<Response | undefined> => {
    const actor = await Desk.actorIn(host.actorOf, request)
    if (actor === undefined || below !== path && below !== onePath) return undefined
    const read = await Effect.runPromise(VerificationBook.readOn(host.journal, book))
    if (read.next > book.next) book = read
    const seen = { context: await means.context(), host, actor, book: read, proof: await Desk.proofOf(host.key, path, actor, means.now()) }
    const applicant = new URL(request.url).searchParams.get("nomor") ?? ""
    const render = (sent?: Sent) => below === path ? list(seen, sent) : one(seen, applicant, sent)
    const shown = render()
    if (shown === undefined) return undefined
    if (request.method === "GET" || request.method === "HEAD") return Desk.answered(shown)
    if (request.method !== "POST") return undefined
    const fields = await Form.fieldsIn(request, means.bodyBytes)
    const faults = await take(seen, below === path ? undefined : applicant, fields, means.now())
    if (faults.length > 0) return Desk.answered(render({ fields, faults }) ?? shown, 422)
    return new Response(null, { status: 303, headers: { location: below === path ? link(seen.context, path) : link(seen.context, onePath, { nomor: applicant }) } })
  }
}

/** What is wrong with what was sent; empty when it is recorded. */
const take = async ({ actor, book, context, host }: Seen, applicant: string | undefined, { text }: Form.Fields, now: number): Promise<ReadonlyArray<string>> => {
  const { fault } = saysOf(context)
  if (!(await Desk.isProof(host.key, path, actor, text("formulir"), now))) return [fault.Expired]
  const key = Desk.keyOf(actor, text)
  const lines = text("pembagian").split(/\r?\n/).filter((line) => line.trim() !== "").map((line) => line.split(";").map((part) => part.trim()))
  if (applicant === undefined && !host.mayAssign(actor)) return [fault.NotAllowed]
  const isHandOver = applicant !== undefined && text("penerima") + text("alasan-alih") !== ""
  if (isHandOver && !host.mayAssign(actor)) return [fault.NotAllowed]
  const from = text("penyerah").trim()
  const handed = handedIn(text)
  const all = applicant === undefined && text("aksi") === "alih"
  const held = all ? VerificationBook.heldBy(book, from, handed.role) : []
  // The form sent twice: what it asked for stands.
  if (all && held.length === 0 && book.handOvers.some((each) => each.from === from && each.to === handed.to && each.by === actor.id && each.reason === handed.reason)) return []
  if (applicant === undefined && !all && (lines.length === 0 || lines.some(({ length }) => length !== 3))) return [fault.Lines]
  const document = text("berkas")
  const effect = all
    ? VerificationBook.handOver(host.journal, actor, held.map((each) => ({ applicant: each, ...handed })), key)
    : applicant === undefined
    ? VerificationBook.assign(host.journal, actor, lines.map(([number, verifier, supervisor]) => ({ applicant: number!, verifier: verifier!, supervisor: supervisor! })), key)
    : isHandOver
    ? VerificationBook.handOver(host.journal, actor, [{ applicant, ...handedIn(text) }], key)
    : VerificationBook.find(host.journal, actor, host.rules, {
      applicant,
      requirement: text("persyaratan"),
      role: roleIn(text),
      verdict: text("temuan") === "unmet" ? "unmet" : "met",
      reason: text("alasan"),
      ...(document === "" ? {} : { document: document.slice(0, 200) })
    }, key)
  const made = await Effect.runPromise(Effect.result(effect))
  if (Result.isSuccess(made)) return []
  if (made.failure._tag === "KeyReused") return [fault.KeyReused]
  if (made.failure._tag !== "VerificationRefused") throw made.failure
  return made.failure.faults.map((each) => fault[each])
}

const handedIn = (text: (name: string) => string) => ({ role: roleIn(text), to: text("penerima").trim(), reason: text("alasan-alih") })

const roleIn = (text: (name: string) => string): Finding.Role => text("peran") === "supervisor" ? "supervisor" : "verifier"

const list = ({ actor, book, context, host, proof }: Seen, sent: Sent | undefined): string => {
  const says = saysOf(context)
  const isChief = host.mayAssign(actor)
  const { account, applicant, assigned, done, role } = says.headings
  const own = [...book.assignments.values()].flatMap((each) => roles.filter((one) => each[one] === actor.id).map((one) => [each.applicant, one] as const))
  const address = (number: string) => html`<a href="${link(context, onePath, { nomor: number })}">${number}</a>`
  return page(context, {
    title: says.title,
    path,
    body: [
      warned(says, sent),
      html`<p class="lead">${says.lead}</p><h2>${says.mine}</h2>`,
      own.length === 0 ? html`<p>${says.none}</p>` : table(says.mine, [applicant, role], own.map(([number, one]): ReadonlyArray<Part> => [address(number), says.role[one]])),
      html`<h2>${says.progress}</h2>`,
      table(says.progress, [account, role, assigned, done], VerificationBook.progressOf(book, host.rules).map((each) => [each.account, says.role[each.role], each.assigned, each.done])),
      isChief ? [
        html`<h2>${says.assign}</h2>`,
        Desk.form({ action: link(context, path), proof, key: sent?.fields.text("kunci") ?? "", what: "bagi" }, html`<label for="pembagian">${says.assign}</label><textarea id="pembagian" name="pembagian" aria-describedby="pembagian-petunjuk">${sent?.fields.text("pembagian") ?? ""}</textarea><p class="note" id="pembagian-petunjuk">${says.assignHint}</p>`, says.assignButton),
        html`<h2>${says.handOverAll}</h2>`,
        handOverForm(says, { action: link(context, path), proof, key: sent?.fields.text("kunci") ?? "" }, (name) => sent?.fields.text(name) ?? "", (each) => says.role[each],
          html`<label for="penyerah">${says.handOverFrom}</label><input type="text" id="penyerah" name="penyerah" value="${sent?.fields.text("penyerah") ?? ""}" autocomplete="off" maxlength="200">`)
      ] : ""
    ]
  })
}

const one = ({ actor, book, context, host, proof }: Seen, applicant: string, sent: Sent | undefined): string | undefined => {
  const assignment = book.assignments.get(applicant)
  const own = assignment === undefined ? [] : roles.filter((role) => assignment[role] === actor.id)
  if (assignment === undefined || own.length === 0 && !host.mayAssign(actor)) return undefined
  const says = saysOf(context)
  const { by, document, from, reason, requirement, role, to, verdict } = says.headings
  const titleOf = (wanted: string) => host.rules.requirements.find(({ id }) => id === wanted)?.title ?? wanted
  const was = (name: string) => sent?.fields.text(name) ?? ""
  const rows = book.findings.filter((finding) => finding.applicant === applicant).map((finding: Finding.Finding): ReadonlyArray<Part> =>
    [titleOf(finding.requirement), says.role[finding.role], says.verdict[finding.verdict], finding.reason, finding.document ?? "–", `${finding.by}, ${context.texts.day(finding.at)}`])
  const handed = book.handOvers.filter((each) => each.applicant === applicant).map((each): ReadonlyArray<Part> =>
    [says.role[each.role], each.from, each.to, each.reason, `${each.by}, ${context.texts.day(each.at)}`])
  const pick = (value: "met" | "unmet") => html`<label class="pick"><input type="radio" name="temuan" value="${value}"${(was("temuan") === "unmet") === (value === "unmet") ? html` checked` : ""}>${says.verdict[value]}</label>`
  return page(context, {
    title: says.application(applicant),
    path: onePath,
    here: `${onePath}?nomor=${encodeURIComponent(applicant)}`,
    body: [
      html`<p><a href="${link(context, path)}">${says.title}</a></p>`,
      warned(says, sent),
      html`<dl>${roles.map((each) => html`<dt>${says.role[each]}</dt><dd>${assignment[each]}</dd>`)}</dl><h2>${says.findings}</h2>`,
      rows.length === 0 ? html`<p>${says.noFindings}</p>` : table(says.findings, [requirement, role, verdict, reason, document, by], rows),
      handed.length === 0 ? "" : [html`<h2>${says.handOvers}</h2>`, table(says.handOvers, [role, from, to, reason, by], handed)],
      own.map((each) => [
        html`<h2>${says.find}</h2>`,
        Desk.form({ action: link(context, onePath, { nomor: applicant }), proof, key: was("kunci"), what: "temuan" }, html`<input type="hidden" name="peran" value="${each}"><label for="persyaratan">${requirement}</label><select id="persyaratan" name="persyaratan">${host.rules.requirements.map(({ id, title }) => html`<option value="${id}"${was("persyaratan") === id ? html` selected` : ""}>${title}</option>`)}</select><fieldset><legend>${verdict}</legend>${pick("met")}${pick("unmet")}</fieldset><label for="alasan">${reason}</label><textarea id="alasan" name="alasan" maxlength="2000" aria-describedby="alasan-petunjuk">${was("alasan")}</textarea><p class="note" id="alasan-petunjuk">${says.reasonHint}</p><label for="berkas">${document}</label><input type="text" id="berkas" name="berkas" value="${was("berkas")}" autocomplete="off" maxlength="200">`, says.send)
      ]),
      host.mayAssign(actor) ? [
        html`<h2>${says.handOver}</h2>`,
        handOverForm(says, { action: link(context, onePath, { nomor: applicant }), proof, key: was("kunci") }, was, (each) => `${says.role[each]} (${assignment[each]})`)
      ] : ""
    ]
  })
}

const handOverForm = (
  says: VerificationTexts.VerificationTexts,
  form: { readonly action: string; readonly proof: string; readonly key: string },
  was: (name: string) => string,
  called: (role: Finding.Role) => string,
  before: Html = html``
): Html =>
  Desk.form({ ...form, what: "alih" }, html`${before}<fieldset><legend>${says.headings.role}</legend>${roles.map((each) =>
    html`<label class="pick"><input type="radio" name="peran" value="${each}"${(was("peran") === "supervisor") === (each === "supervisor") ? html` checked` : ""}>${called(each)}</label>`)}</fieldset><label for="penerima">${says.handOverTo}</label><input type="text" id="penerima" name="penerima" value="${was("penerima")}" autocomplete="off" maxlength="200" aria-describedby="penerima-petunjuk"><p class="note" id="penerima-petunjuk">${says.handOverHint}</p><label for="alasan-alih">${says.handOverReason}</label><textarea id="alasan-alih" name="alasan-alih" maxlength="2000">${was("alasan-alih")}</textarea>`, says.handOverButton)

const warned = (says: VerificationTexts.VerificationTexts, sent: Sent | undefined): Html =>
  sent === undefined ? html`` : html`<div class="warn" role="alert"><p>${says.refused}</p><ul>${sent.faults.map((fault) => html`<li>${fault}</li>`)}</ul></div>`

const saysOf = ({ texts }: Context): VerificationTexts.VerificationTexts => VerificationTexts.texts[texts.language === "en" ? "en" : "id"]
