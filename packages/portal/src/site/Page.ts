/** The frame around every page: header, navigation, footer with the checkpoint. */
import { type PortalTexts, RuleSetTitles } from "@timbang/language"
import { type Html, html, type Part } from "./Html.ts"
import type { PublicRecord } from "./PublicRecord.ts"

/** What a page is rendered with. */
export interface Context {
  readonly texts: PortalTexts.PortalTexts
  /** Path under which the portal is mounted, without a slash at the end. */
  readonly base: string
  readonly record: PublicRecord
  readonly objectionAddress: string
  readonly hasVerifier: boolean
  /** Whether applicants register here. */
  readonly hasRegistration?: boolean
  /** Whether proposals are filed and shown here. */
  readonly hasProposals?: boolean
  /** Whether a survey is answered here. */
  readonly hasSurvey?: boolean
}

/** Pages in the order of the navigation, by their path. */
export const paths = {
  announcement: "/",
  formations: "/formasi",
  requirements: "/syarat",
  registration: "/daftar",
  proposals: "/usulan",
  survey: "/survei",
  board: "/langsung",
  results: "/hasil",
  verify: "/periksa",
  explain: "/penjelasan",
  objection: "/sanggah"
} as const

/** An address within the portal that keeps the language. */
export const link = ({ base, texts }: Context, path: string, query: Readonly<Record<string, string | number>> = {}): string => {
  const all = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  if (texts.language === "en") all.set("lang", "en")
  const text = all.toString()
  return `${base}${path}${text === "" ? "" : `?${text}`}`
}

/** A whole page. */
export const page = (context: Context, given: {
  readonly title: string
  readonly path: string
  readonly body: ReadonlyArray<Part>
  /** Path with query of the same page, for the other language. */
  readonly here?: string
  readonly head?: Html
}): string => {
  const { base, record, texts } = context
  const name = record.ruleSet === undefined ? record.origin : RuleSetTitles.of(record.ruleSet.title, texts.language === "en" ? "en" : "id")
  const here = given.here ?? given.path
  const other = texts.language === "id" ? `${base}${here}${here.includes("?") ? "&" : "?"}lang=en` : `${base}${here}`
  const items = Object.entries(paths).filter(([key]) => (key !== "registration" || context.hasRegistration === true) && (key !== "proposals" || context.hasProposals === true) && (key !== "survey" || context.hasSurvey === true)).map(([key, path]) =>
    html`<li><a href="${link(context, path)}"${path === given.path ? html` aria-current="page"` : ""}>${texts.nav[key as keyof typeof paths]}</a></li>`
  )
  return html`<!doctype html>
<html lang="${texts.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${given.title} · ${name}</title><link rel="stylesheet" href="${base}/gaya.css">${given.head}</head>
<body><a class="skip" href="#isi">${texts.skip}</a><header><div class="wrap"><div class="top"><a class="name" href="${link(context, "/")}">${name}</a><a href="${other}" hreflang="${texts.language === "id" ? "en" : "id"}" lang="${texts.language === "id" ? "en" : "id"}">${texts.otherLanguage}</a></div><nav aria-label="Menu"><ul>${items}</ul></nav></div></header>
<main id="isi" class="wrap"><h1>${given.title}</h1>${given.body}</main>
<footer class="wrap">${record.breaches > 0 ? html`<p>${texts.oneGo}</p>` : ""}<p>${texts.footer(record.origin, record.size)} ${texts.words}</p><p class="words">${record.words.join(" ")}</p></footer></body></html>`.text
}

/** A table that scrolls by itself and can be reached by keyboard. */
export const table = (label: string, headers: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<Part>>): Html =>
  html`<div class="scroll list" tabindex="0" role="region" aria-label="${label}"><table><thead><tr>${headers.map((header) => html`<th scope="col">${header}</th>`)}</tr></thead><tbody>${rows.map((row) =>
    html`<tr>${row.map((cell, at) => html`<td data-l="${headers[at]}">${cell}</td>`)}</tr>`
  )}</tbody></table></div>`

/** Links to the pages before and after. */
export const pager = (context: Context, path: string, query: Readonly<Record<string, string | number>>, at: {
  readonly number: number
  readonly size: number
  readonly of: number
}): Html => {
  if (at.number === 1 && at.of <= at.size) return html``
  const { next, previous, shown } = context.texts.formations
  const to = Math.min(at.of, at.number * at.size)
  const go = (number: number, word: string) => html`<a href="${link(context, path, { ...query, halaman: number })}">${word}</a>`
  return html`<div class="pages"><span>${shown(Math.min(at.of, (at.number - 1) * at.size + 1), to, at.of)}</span>${at.number > 1 ? go(at.number - 1, previous) : ""}${to < at.of ? go(at.number + 1, next) : ""}</div>`
}
