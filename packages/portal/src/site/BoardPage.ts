/** The live board as a page, and its rows as the frames that keep it up to date. */
import { RuleSetTitles } from "@timbang/language"
import * as Board from "./Board.ts"
import * as Cut from "./Cut.ts"
import { html, type Part } from "./Html.ts"
import { type Context, link, page, pager } from "./Page.ts"

const pageSize = 50

/** A row as a frame carries it. */
export interface Row {
  readonly participant: string
  readonly formation: string
  readonly labels: ReadonlyArray<string>
  readonly cells: ReadonlyArray<{
    readonly label: string
    readonly value: string
    readonly old: ReadonlyArray<{ readonly value: string; readonly reason: string }>
  }>
}

/** Western Indonesian Time is seven hours ahead of UTC, without daylight saving. */
const timeOf = (milliseconds: number): string => new Date(milliseconds + 25_200_000).toISOString().slice(11, 16).replace(":", ".")

/** When the data is from, from whom, and how late. */
export const asOf = ({ texts }: Pick<Context, "texts">, { receivedAt, session, source, stage }: Board.Session, now: number): string =>
  `${texts.board.data(timeOf(receivedAt), source, `${stage} ${session}`)} ${texts.board.lag(Math.max(0, Math.round((now - receivedAt) / 1000)))}`

const componentsOf = ({ record, texts }: Pick<Context, "record" | "texts">, { stage }: Board.Session) =>
  (record.ruleSet?.components ?? []).filter(({ exam }) => exam === stage)
    .map((component) => ({ ...component, title: RuleSetTitles.of(component.title, texts.language === "en" ? "en" : "id") }))

/** One participant's row. */
export const rowOf = (context: Pick<Context, "record" | "texts">, session: Board.Session, participant: string): Row => {
  const { record, texts } = context
  const row = session.rows.get(participant) ?? new Map<string, Board.Cell>()
  const components = componentsOf(context, session)
  const says = texts.board
  return {
    participant,
    formation: record.formationOf.get(participant) ?? "–",
    labels: [says.heading.participant, says.heading.formation],
    cells: [
      ...components.map(({ id, title }) => ({
        label: title,
        value: texts.figure(row.get(id)?.value ?? "–"),
        old: (row.get(id)?.old ?? []).map(({ correction, value }) => ({
          value: texts.figure(value),
          reason: `(${says.replaced}: ${correction === undefined ? says.reasonUnknown : reasonOf(context, correction)})`
        }))
      })),
      { label: says.heading.total, value: texts.figure(Board.totalOf(components, row)?.text ?? "–"), old: [] }
    ]
  }
}

/** Why a score was corrected: the objection, with the reason of its answer where there is one, or the letter. */
const reasonOf = ({ record, texts }: Pick<Context, "record" | "texts">, index: number): string => {
  const found = record.corrections.find((one) => one.index === index)
  const answer = found?.objection === undefined ? undefined : record.objections.get(found.objection)?.answer
  return [
    texts.board.corrected(index),
    ...(found?.objection === undefined ? [] : [texts.explain.byObjection(found.objection)]),
    ...(answer === undefined ? [] : [texts.formations.objectionReason[answer.entry.reason]]),
    ...(found?.letter === undefined ? [] : [texts.explain.byLetter(found.letter.number, texts.day(found.letter.date))])
  ].join(", ")
}

/** The page of one session; the newest when none is named. */
export const render = (context: Context, board: Board.Board, given: {
  readonly stage: string | undefined
  readonly session: string | undefined
  readonly number: number
  readonly now: number
}): string => {
  const { base, record, texts } = context
  const says = texts.board
  const all = [...board.sessions.values()]
  const shown = all.find(({ session, stage }) => stage === given.stage && session === given.session) ?? Board.newest(board)
  if (shown === undefined) {
    return page(context, { title: texts.nav.board, path: "/langsung", body: [banner(context), html`<p class="lead">${says.none}</p>`] })
  }
  const components = componentsOf(context, shown)
  const query = { tahap: shown.stage, sesi: shown.session }
  const meets = Cut.meeting(record, shown.stage)
  const isBelow = (participant: string) => meets(record.formationOf.get(participant) ?? "", shown.rows.get(participant)!) === false
  const totals = new Map([...shown.rows].flatMap(([participant, row]) => {
    const total = Board.totalOf(components, row)
    const formation = record.formationOf.get(participant) ?? ""
    return total === undefined || isBelow(participant) ? [] : [[participant, { formation, units: total.units }] as const]
  }))
  const rank = shown.isClosed ? Board.ranks(totals) : undefined
  const formationOf = (participant: string) => record.formationOf.get(participant) ?? ""
  const order = [...shown.rows.keys()].sort((a, b) =>
    rank === undefined
      ? compare(a, b)
      : compare(formationOf(a), formationOf(b)) || (rank.get(a) ?? Infinity) - (rank.get(b) ?? Infinity) || compare(a, b)
  )
  const rows = order.slice((given.number - 1) * pageSize, given.number * pageSize)
  const headers = [
    says.heading.participant,
    says.heading.formation,
    ...components.map(({ title }) => title),
    says.heading.total,
    ...(rank === undefined ? [] : [says.heading.rank])
  ]
  const isLive = rank === undefined && given.number === 1
  const stream = link(context, "/langsung/aliran", query)
  return page(context, {
    title: texts.nav.board,
    path: "/langsung",
    here: link({ ...context, base: "", texts: { ...texts, language: "id" } }, "/langsung", query),
    ...(isLive ? { head: html`<noscript><meta http-equiv="refresh" content="15"></noscript><script src="${base}/langsung.js" defer></script>` } : {}),
    body: [
      banner(context),
      html`<p id="asof" class="lead" role="timer">${asOf(context, shown, given.now)}</p><p id="stalled" class="warn" hidden>${says.stalled}</p>`,
      isLive ? html`<p id="ended" class="warn" role="status" hidden>${says.ended} <a href="${link(context, "/langsung", query)}">${says.toRanks}</a></p>` : "",
      html`<p>${rank === undefined ? says.open : `${says.closed} ${says.equals}`}</p>`,
      isLive ? html`<p class="reload"><a class="button" href="${link(context, "/langsung", query)}">${says.refresh}</a></p>` : "",
      all.length < 2 ? "" : html`<ul>${all.map(({ session, stage }) => html`<li><a href="${link(context, "/langsung", { tahap: stage, sesi: session })}">${stage} ${session}</a></li>`)}</ul>`,
      rank === undefined ? "" : cuts(context, board, shown),
      html`<div class="scroll list" tabindex="0" role="region" aria-label="${texts.nav.board}"><table id="board" data-stream="${stream}"><thead><tr>${headers.map((header, at) => html`<th scope="col"${at > 1 ? html` class="n"` : ""}>${header}</th>`)}</tr></thead><tbody>${rows.map((participant) => rowHtml(rowOf(context, shown, participant), rank === undefined ? undefined : { label: says.heading.rank, value: rank.get(participant) ?? (isBelow(participant) ? says.below : "–") }))}</tbody></table></div>`,
      pager(context, "/langsung", query, { number: given.number, size: pageSize, of: order.length })
    ]
  })
}

const banner = ({ texts }: Context): Part => html`<div class="warn" role="note">${texts.board.banner}</div>`

/** The lowest total that would go on, by formation, once every session of the stage is closed. */
const cuts = ({ record, texts }: Context, board: Board.Board, { stage }: Board.Session): Part => {
  const lines = Cut.of(record, board, stage).map(({ formation, registered, scored, total }) =>
    texts.board.cut(formation, total === undefined ? total : texts.figure(total), scored, registered)
  )
  return lines.length === 0
    ? ""
    : html`<details><summary>${texts.board.cuts}</summary><ul>${lines.slice(0, 200).map((line) => html`<li>${line}</li>`)}</ul></details>`
}

const rowHtml = ({ cells, formation, labels, participant }: Row, rank?: { readonly label: string; readonly value: number | string }): Part =>
  html`<tr id="p-${participant}"><td data-l="${labels[0]}">${participant}</td><td data-l="${labels[1]}">${formation}</td>${cells.map(({ label, old, value }) =>
    html`<td class="n" data-l="${label}">${old.map((one) => html`<del>${one.value}</del><small> ${one.reason} </small>`)}${value}</td>`
  )}${rank === undefined ? "" : html`<td class="n" data-l="${rank.label}">${rank.value}</td>`}</tr>`

const compare = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0
