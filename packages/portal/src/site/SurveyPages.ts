/** The citizens' survey: its questions, one answer for each token, and nothing of who answered. */
import { SurveyTexts } from "@timbang/language"
import { SurveyBook } from "@timbang/workflows"
import type { Journal } from "@timbang/workflows/ports"
import { Effect, Result } from "effect"
import type { Fields } from "./Form.ts"
import { html } from "./Html.ts"
import { type Context, link, page } from "./Page.ts"
import * as Tokens from "./Tokens.ts"

// --- models ---

/** What a host gives for its survey. */
export interface Host {
  readonly journal: Journal.Journal["Service"]
  /** Key of the tokens on the slips, see `Tokens.issue(key, "survei", serial)`. At least 32 bytes. */
  readonly key: Uint8Array
  readonly unit: string
  /** Services of the unit to choose from. */
  readonly services: ReadonlyArray<string>
  /** The questions in the order of the form, such as `SurveyForm.questions`; the lowest answer first. */
  readonly questions: ReadonlyArray<Question>
}

/** One question and its four answers, by language. */
export interface Question {
  readonly element: string
  readonly question: Readonly<Record<"id" | "en", string>>
  readonly answers: Readonly<Record<"id" | "en", readonly [string, string, string, string]>>
}

const path = "/survei"

// --- operations ---

/** The form; a slip leads to it with its token. */
export const form = (context: Context, host: Host, token: string, sent?: { readonly fields: Fields; readonly fault: keyof SurveyTexts.SurveyTexts["fault"] }): string => {
  const language = languageOf(context)
  const says = SurveyTexts.texts[language]
  const isOf = (name: string, value: string) => sent?.fields.text(name) === value
  const { base } = context
  return page(context, {
    title: says.title,
    path,
    head: html`<script src="${base}/survei.js" defer></script>`,
    body: [
      sent === undefined ? "" : html`<div class="warn" role="alert"><p>${says.fault[sent.fault]}</p></div>`,
      html`<div class="warn" id="tertunda" role="status" tabindex="-1" hidden><p><b>0</b> ${says.waiting}</p></div>`,
      html`<div class="warn" id="ditolak" role="status" hidden><p><b>0</b> ${says.refusedLater}</p></div>`,
      html`<div class="warn" id="kurang" role="alert" tabindex="-1" hidden><p>${says.incomplete}</p></div>`,
      html`<p class="lead">${says.lead}</p>`,
      html`<form data-survey data-thanks="${link(context, `${path}/terima-kasih`)}" data-worker="${base}/survei-pekerja.js" data-scope="${base}${path}" method="post" action="${context.base}${path}${language === "en" ? "?lang=en" : ""}"><label for="token">${says.token}</label><input type="text" id="token" name="token" value="${sent?.fields.text("token") ?? token}" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="token-petunjuk"><p class="note" id="token-petunjuk">${says.tokenHint}</p><label for="layanan">${says.service}</label><select id="layanan" name="layanan"><option value=""></option>${host.services.map((service) => html`<option${isOf("layanan", service) ? html` selected` : ""}>${service}</option>`)}</select>${host.questions.map(({ answers, element, question }, at) =>
        html`<fieldset><legend><small>${says.question(at + 1, host.questions.length)}</small><br>${question[language]}</legend>${answers[language].map((answer, value) =>
          html`<label class="pick row"><input type="radio" name="${element}" value="${value + 1}"${isOf(element, String(value + 1)) ? html` checked` : ""}>${answer}</label>`)}</fieldset>`)}<button>${says.button}</button></form>`
    ]
  })
}

/** Thanks, and the way to the next person where a tablet is shared. */
export const thanks = (context: Context): string => {
  const says = SurveyTexts.texts[languageOf(context)]
  return page(context, {
    title: says.title,
    path: `${path}/terima-kasih`,
    body: [html`<div class="card good" role="status"><p><strong>${says.thanks}</strong></p><p>${says.thanksNote}</p></div>`, html`<p><a class="button" href="${link(context, path)}">${says.next}</a></p>`]
  })
}

/** Records what was sent, or says what is wrong with it. */
export const take = async (host: Host, fields: Fields): Promise<keyof SurveyTexts.SurveyTexts["fault"] | undefined> => {
  const serial = await Tokens.subjectOf(host.key, "survei", fields.text("token"))
  if (serial === undefined) return "token"
  const service = fields.text("layanan")
  if (!host.services.includes(service)) return "service"
  const answers = host.questions.map(({ element }) => ([1, 2, 3, 4] as const).find((value) => String(value) === fields.text(element)))
  const made = await Effect.runPromise(Effect.result(SurveyBook.answer(host.journal, serial, { unit: host.unit, service, answers })))
  if (Result.isSuccess(made)) return undefined
  if (made.failure._tag === "TokenUsed") return "used"
  if (made.failure._tag === "NothingAnswered") return "nothing"
  throw made.failure
}

const languageOf = ({ texts }: Context): "id" | "en" => texts.language === "en" ? "en" : "id"
