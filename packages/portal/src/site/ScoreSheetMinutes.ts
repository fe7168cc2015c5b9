/** The minutes (berita acara) of a sitting, to be printed and signed: counts, who, when, and the digest that the log holds. */
import { ScoreSheetTexts } from "@timbang/language"
import { ScoreBook } from "@timbang/workflows"
import { html, type Html, type Part } from "./Html.ts"
import { type Context, link, page, table } from "./Page.ts"
import { momentOf } from "./LocalTime.ts"

/** The page. `digest` is that of the minutes as they stand, `button` the form that records it. */
export const render = (context: Context, record: ScoreBook.Record, digest: string, button: Html | undefined): string => {
  const says = ScoreSheetTexts.texts[context.texts.language === "en" ? "en" : "id"]
  const { rubric, session } = record
  const standing = ScoreBook.standingOf(record)
  const [attended, absent] = standing._tag === "Agreed" ? [standing.finished.scores.length, standing.finished.absent.length] : [0, 0]
  const sheet = `/lembar-nilai/${session.id}`
  const who = ({ at, by }: { readonly at: number; readonly by: { readonly id: string; readonly unit: string } }) => says.enteredBy(by.id, by.unit, momentOf(context, at))
  const said = (name: string, text: Part) => html`<dt>${name}</dt><dd>${text}</dd>`
  const [first, second] = record.rounds.at(-1) ?? []
  const newest = record.minuted.at(-1)
  const entry = context.record.entries.findIndex((one) => one.kind === "document" && one.digest === digest)
  const confirmed = record.corrections.flatMap((each) => each.decision?.isConfirmed === true ? [{ ...each, decision: each.decision }] : [])
  return page(context, {
    title: `${says.minutes}: ${says.headings.session.toLowerCase()} ${session.id}`,
    path: `${sheet}/berita-acara`,
    body: [
      html`<p class="screen"><a href="${link(context, sheet)}">${says.sheetOf(session.id)}</a></p><p class="screen">${says.minutesLead}</p>`,
      html`<dl>${[
        said(says.headings.on, context.texts.day(session.on)),
        said(says.headings.component, rubric.component),
        said(says.rubric, says.fixed(rubric.source.instrument, context.texts.day(rubric.fixedOn), momentOf(context, record.openedAt))),
        said(says.counts.invited, session.participants.length),
        said(says.counts.attended, attended),
        said(says.counts.absent, absent),
        said(says.counts.differed, record.rounds.length - 1),
        said(says.openedBy, who({ by: record.openedBy, at: record.openedAt })),
        first === undefined ? "" : said(says.firstEntry, who(first)),
        second === undefined ? "" : said(says.secondEntry, who(second))
      ]}</dl>`,
      html`<h2>${says.corrections}</h2>`,
      confirmed.length === 0 ? html`<p>${says.noCorrections}</p>` : table(says.corrections, ["", says.correction.basis, says.correction.by, says.correction.decision], confirmed.map(({ at, basis, by, decision, id }) =>
        [id, basis, who({ at, by }), who(decision)])),
      html`<h2>${says.digest}</h2><p class="words">${digest}</p><p>${newest === undefined ? says.notRecorded : newest.digest === digest ? says.recordedBy(newest.by.id, momentOf(context, newest.at)) : says.minutesChanged} ${entry < 0 ? says.notInLog : says.inLog(entry)}</p>`,
      html`<p class="screen"><a href="${link(context, `${sheet}/berita-acara.json`)}">${says.file}</a></p>`,
      newest?.digest === digest ? "" : button,
      html`<h2>${says.signatures}</h2><dl>${[first, second].map((each) => each === undefined ? "" : said(each.by.id, "................................"))}</dl>`
    ]
  })
}
