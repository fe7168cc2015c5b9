/** Proposals and wishes of citizens: all of them, each with its chain, its answer and its reason; and the form to file one. */
import { ProposalTexts } from "@timbang/language"
import { ProposalBook } from "@timbang/workflows"
import type { Journal } from "@timbang/workflows/ports"
import { Effect, Result } from "effect"
import type { Fields } from "./Form.ts"
import { html, type Html, type Part } from "./Html.ts"
import { dayOf } from "./LocalTime.ts"
import { type Context, link, page, pager, table } from "./Page.ts"
import * as Tokens from "./Tokens.ts"

// --- models ---

/** What a host gives for proposals. */
export interface Host {
  readonly journal: Journal.Journal["Service"]
  /** Key of the tokens of those who may file, see `Tokens.issue(key, "usulan", filer)`. At least 32 bytes. */
  readonly key: Uint8Array
  /** Who may file, by the subject of their token: the village, and what they are, such as `desa`; never a name. */
  readonly filers: Readonly<Record<string, { readonly village: string; readonly proposer: string }>>
}

/** What is needed besides to take a form in. */
export interface Means extends Host {
  readonly mayFile: (filer: string) => boolean
}

const path = "/usulan"
const formPath = "/usulan/baru"
const pageSize = 50

// --- operations ---

/** Every proposal, the newest first. */
export const list = (context: Context, book: ProposalBook.Book, number: number): string => {
  const says = saysOf(context)
  const { form, id, state, village, what } = says.headings
  const records = [...book.records.values()].toReversed()
  const rows = records.slice((number - 1) * pageSize, number * pageSize).map((record): ReadonlyArray<Part> => [
    html`<a href="${link(context, `${path}/${record.id}`)}">${record.id}</a>`,
    record.hidden === undefined ? shortened(record.proposal.problem) : "–",
    record.proposal.place.village,
    says.form[record.proposal._tag],
    says.state[stateOf(record)]
  ])
  return page(context, {
    title: says.title,
    path,
    here: number === 1 ? path : `${path}?halaman=${number}`,
    body: [
      html`<p class="lead">${says.lead}</p>`,
      html`<p><a class="button" href="${link(context, formPath)}">${says.fileOne}</a></p>`,
      records.length === 0 ? html`<p>${says.none}</p>` : [table(says.title, [id, what, village, form, state], rows), pager(context, path, {}, { number, size: pageSize, of: records.length })]
    ]
  })
}

/** One proposal with everything that happened to it. */
export const one = (context: Context, book: ProposalBook.Book, proposalId: string): string | undefined => {
  const record = book.records.get(proposalId)
  if (record === undefined) return undefined
  const says = saysOf(context)
  const { answer, chain, hidden, joinedInto, proposal } = record
  const day = (at: number) => context.texts.day(dayOf(at))
  const linked = ProposalBook.joined(book).get(proposalId)
  const { budget, day: when, desk, recommendation, volume } = says.chainHeadings
  const asked: ReadonlyArray<readonly [string, string]> = proposal._tag === "ServiceAspiration"
    ? [[says.field.service, proposal.service]]
    : [[says.field.kind, proposal.kind], [says.field.volume, `${proposal.volume} ${proposal.unit}`], [says.field.budget, money(proposal.budget, context)]]
  return page(context, {
    title: `${says.form[proposal._tag]} ${proposalId}`,
    path: `${path}/${proposalId}`,
    body: [
      hidden === undefined ? html`<p class="lead">${proposal.problem}</p>` : html`<div class="warn" role="note"><p>${says.hidden(hidden.reason, day(hidden.at))}</p></div>`,
      html`<p>${says.filed(day(record.filedAt), proposal.proposer)}</p>`,
      html`<dl><dt>${says.headings.village}</dt><dd>${proposal.place.village}</dd><dt>${says.field.channel}</dt><dd>${says.channel[proposal.channel]}</dd>${hidden === undefined ? asked.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`) : ""}<dt>${says.headings.state}</dt><dd>${says.state[stateOf(record)]}</dd></dl>`,
      html`<h2>${says.answer}</h2>`,
      answer === undefined ? html`<p>${says.noAnswer}</p>` : html`<p>${says.answered(says.state[answer.answer], says.desk[answer.desk], day(answer.at))}</p><p>${answer.reason}</p>`,
      html`<h2>${says.chain}</h2>`,
      chain.length === 0 ? html`<p>${says.noChain}</p>` : table(says.chain, [desk, when, volume, budget, recommendation], chain.map((step) =>
        [says.desk[step.desk], day(step.at), String(step.volume), money(step.budget, context), step.recommendation])),
      html`<h2>${says.joined}</h2>`,
      joinedInto === undefined ? "" : html`<p>${says.joinedBy(joinedInto.into, joinedInto.reason, day(joinedInto.at))}</p>`,
      linked === undefined
        ? html`<p>${says.notJoined}</p>`
        : html`<p>${says.joinedNote}</p><ul>${linked.proposals.filter((other) => other !== proposalId).map((other) => html`<li><a href="${link(context, `${path}/${other}`)}">${other}</a></li>`)}</ul>`
    ]
  })
}

/** The form, with what was sent where it was refused. */
export const form = (context: Context, sent?: { readonly fields: Fields; readonly faults: ReadonlyArray<string> }): string => {
  const says = saysOf(context)
  const was = (name: string) => sent?.fields.text(name) ?? ""
  const isWish = was("bentuk") === "wish"
  const field = (name: ProposalTexts.Field, extra: Html = html``) =>
    html`<label for="${name}">${says.field[name]}</label><input type="text" id="${name}" name="${name}" value="${was(name)}" autocomplete="off" maxlength="200"${extra}>`
  const pick = (value: "physical" | "wish", label: string) =>
    html`<label class="pick"><input type="radio" name="bentuk" value="${value}"${isWish === (value === "wish") ? html` checked` : ""}>${label}</label>`
  return page(context, {
    title: says.newTitle,
    path: formPath,
    body: [
      sent === undefined ? "" : html`<div class="warn" role="alert"><p>${says.notFiled}</p><ul>${sent.faults.map((fault) => html`<li>${fault}</li>`)}</ul></div>`,
      html`<p class="lead">${says.newLead}</p>`,
      html`<form method="post" action="${context.base}${formPath}${context.texts.language === "en" ? "?lang=en" : ""}"><input type="hidden" name="kunci" value="${was("kunci") || crypto.randomUUID()}">${field("token", html` autocapitalize="none" spellcheck="false" aria-describedby="token-petunjuk"`)}<p class="note" id="token-petunjuk">${says.hint.token}</p><fieldset><legend>${says.whichForm}</legend>${pick("physical", says.form.PhysicalProposal)}${pick("wish", says.form.ServiceAspiration)}</fieldset><label for="channel">${says.field.channel}</label><select id="channel" name="channel">${Object.entries(says.channel).map(([value, label]) => html`<option value="${value}"${was("channel") === value ? html` selected` : ""}>${label}</option>`)}</select><label for="problem">${says.field.problem}</label><textarea id="problem" name="problem" maxlength="2000" aria-describedby="problem-petunjuk">${was("problem")}</textarea><p class="note" id="problem-petunjuk">${says.hint.problem}</p><fieldset><legend>${says.physicalOnly}</legend>${field("kind")}${field("volume", html` inputmode="decimal"`)}${field("unit")}${field("budget", html` inputmode="numeric"`)}</fieldset><fieldset><legend>${says.wishOnly}</legend>${field("service")}</fieldset><button>${says.button}</button></form>`
    ]
  })
}

/** Files what was sent: the identifier, or what is wrong with it. */
export const take = async (context: Context, fields: Fields, { filers, journal, key, mayFile }: Means): Promise<Result.Result<string, ReadonlyArray<string>>> => {
  const says = saysOf(context)
  const subject = await Tokens.subjectOf(key, "usulan", fields.text("token"))
  const filer = subject === undefined || !Object.hasOwn(filers, subject) ? undefined : filers[subject]
  if (subject === undefined || filer === undefined) return Result.fail([says.badToken])
  if (!mayFile(subject)) return Result.fail([says.tooMany])
  const channel = (["musrenbang", "pokir", "village-fund"] as const).find((each) => each === fields.text("channel")) ?? "musrenbang"
  const common = { channel, proposer: filer.proposer, village: filer.village, problem: fields.text("problem") }
  const filing: ProposalBook.Filing = fields.text("bentuk") === "wish"
    ? { form: "wish", ...common, service: fields.text("service") }
    : { form: "physical", ...common, kind: fields.text("kind"), volume: fields.text("volume"), unit: fields.text("unit"), budget: fields.text("budget") }
  const actor = { id: subject, role: "proposer", unit: filer.village }
  const sending = ProposalBook.file(journal, actor, filing, `${subject} ${fields.text("kunci").slice(0, 60)}`).pipe(
    Effect.catchTag("KeyReused", () => Effect.succeed(undefined)),
    Effect.result
  )
  const filed = await Effect.runPromise(sending)
  if (Result.isSuccess(filed)) return filed.success === undefined ? Result.fail([says.used]) : Result.succeed(filed.success)
  if (filed.failure._tag !== "FilingRefused") throw filed.failure
  return Result.fail(filed.failure.faults.map(({ _tag, field }) => says.fault[_tag](says.field[field as ProposalTexts.Field] ?? field)))
}

const saysOf = ({ texts }: Context): ProposalTexts.ProposalTexts => ProposalTexts.texts[texts.language === "en" ? "en" : "id"]

const stateOf = ({ answer }: ProposalBook.Record) => answer?.answer ?? "open"

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)

const money = (rupiah: number, { texts }: Context): string => rupiah === 0 ? "–" : rupiah.toLocaleString(texts.language === "en" ? "en" : "id")
