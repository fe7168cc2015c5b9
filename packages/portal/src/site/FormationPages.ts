/** Formations with their competition, one formation under its permanent address, and the results of all. */
import type { Formation } from "@timbang/core/formation"
import type { Chronicle, Entry } from "@timbang/core/publication"
import { VerifierTexts } from "@timbang/language/publication"
import { Html, html, type Part } from "./Html.ts"
import { type Context, link, page, pager, table } from "./Page.ts"
import { outcomeOf, statedAt } from "./PublicRecord.ts"

const pageSize = 50

/** Where a formation stands for good. */
export const addressOf = (formation: string): string => `/formasi/${encodeURIComponent(formation)}`

const competition = ({ record, texts }: Context, { formation, seats }: Formation.Formation): string => {
  const applicants = record.applicants.get(formation)
  if (applicants === undefined || seats === 0) return "–"
  const tenths = Math.round(applicants * 10 / seats)
  return texts.formations.ratio(`${Math.floor(tenths / 10)}${texts.language === "id" ? "," : "."}${tenths % 10}`)
}

/** All formations, fifty at a time, by a search that needs no script. */
export const list = (context: Context, search: string, number: number): string => {
  const { record, texts } = context
  const says = texts.formations
  const plain = search.trim().toLowerCase()
  const found = record.formations.filter((one) =>
    plain === "" || [one.formation, one.position, one.location, one.education].some((text) => text.toLowerCase().includes(plain))
  )
  const query: Record<string, string> = plain === "" ? {} : { cari: search }
  const shown = found.slice((number - 1) * pageSize, number * pageSize)
  return page(context, {
    title: texts.nav.formations,
    path: "/formasi",
    here: link({ ...context, base: "", texts: { ...texts, language: "id" } }, "/formasi", query),
    body: [
      html`<form method="get" action="${context.base}/formasi" role="search"><label for="cari">${says.search}</label><input type="search" id="cari" name="cari" value="${search}">${texts.language === "en" ? html`<input type="hidden" name="lang" value="en">` : ""}<button>${says.searchButton}</button></form>`,
      shown.length === 0 ? html`<p>${says.none}</p>` : table(
        texts.nav.formations,
        [says.heading.position, says.heading.place, says.heading.category, says.heading.seats, says.heading.applicants, says.heading.ratio],
        shown.map((one) => [
          html`<a href="${link(context, addressOf(one.formation))}">${one.position}</a> <small>${one.formation}</small>`,
          one.location,
          one.category,
          one.seats,
          record.applicants.get(one.formation) ?? "–",
          competition(context, one)
        ])
      ),
      pager(context, "/formasi", query, { number, size: pageSize, of: found.length })
    ]
  })
}

const resultRows = (
  { record, texts }: Context,
  list: ReadonlyArray<Chronicle.Current<Entry.ResultEntry>>
): ReadonlyArray<ReadonlyArray<Part>> => {
  const final = record.ruleSet?.ranking.final
  return list.map(({ entry }) => {
    const meaning = outcomeOf(record.ruleSet, entry)
    const words = meaning === undefined ? "–" : texts.outcome[meaning]
    return [
      entry.rank === null ? "–" : `${entry.rank}${entry.decidedBy === "equal" ? ` (${texts.results.equal})` : ""}`,
      entry.participant,
      texts.figure(String((final === undefined ? undefined : entry.scores[final]) ?? "–")),
      entry.code,
      entry.seat === undefined ? words : `${words}; ${texts.results.seat(entry.seat)}`
    ]
  })
}

const resultTable = (context: Context, rows: ReadonlyArray<ReadonlyArray<Part>>): Html => {
  const { heading } = context.texts.results
  return table(context.texts.nav.results, [heading.rank, heading.participant, heading.final, heading.code, heading.meaning], rows)
}

/** One formation; nothing when the log has none of that name. */
export const one = (context: Context, id: string, number: number): string | undefined => {
  const { base, record, texts } = context
  const says = texts.formations
  const formation = record.formations.find((each) => each.formation === id)
  if (formation === undefined) return undefined
  const results = record.results.get(id) ?? []
  const path = addressOf(id)
  return page(context, {
    title: formation.position,
    path,
    body: [
      html`<dl><dt>${says.permanent}</dt><dd><a href="${link(context, path)}">${id}</a></dd><dt>${says.heading.place}</dt><dd>${formation.location}</dd><dt>${says.heading.education}</dt><dd>${formation.education}</dd><dt>${says.heading.category}</dt><dd>${formation.category}</dd><dt>${says.heading.seats}</dt><dd>${formation.seats}</dd><dt>${says.heading.applicants}</dt><dd>${record.applicants.get(id) ?? "–"}</dd><dt>${says.heading.ratio}</dt><dd>${competition(context, formation)}</dd></dl>`,
      (record.ruleSet?.requirements.length ?? 0) === 0 ? "" : html`<p><a href="${link(context, "/syarat", { formasi: id })}">${texts.nav.requirements}</a></p>`,
      html`<h2>${texts.nav.results}</h2>`,
      results.length === 0 ? html`<p>${texts.results.none}</p>` : [
        html`<p>${texts.results.lead}</p>`,
        resultTable(context, resultRows(context, results.slice((number - 1) * pageSize, number * pageSize))),
        pager(context, path, {}, { number, size: pageSize, of: results.length })
      ],
      html`<p><a href="${base}${path}/entri.csv">${says.csv}</a> · <a href="${base}${path}/entri.xlsx">${says.xlsx}</a></p>`,
      statedAt(record.entries, id) < 0 ? "" : html`<p><a href="${base}${path}/hitung-ulang.json" download="${id.replace(/[^A-Za-z0-9._-]+/g, "-")}.json">${says.recount}</a> ${context.hasVerifier ? html`<a href="${base}/periksa/luring">${texts.verify.offline}</a>` : ""}</p><p class="note">${says.recountNote}</p>`,
      ...objections(context, id),
      html`<h2>${says.since}</h2><form method="get" action="${base}${path}/perubahan"><label for="sejak">${says.sinceSize}</label><input type="number" id="sejak" name="sejak" min="0" max="${record.size}" value="${record.about.get(id)?.at(-1) ?? record.size}">${texts.language === "en" ? html`<input type="hidden" name="lang" value="en">` : ""}<button>${says.sinceButton}</button></form>`
    ]
  })
}

/** Objections about results of a formation, whatever their answer; who filed them is not in the log. */
const objections = ({ record, texts }: Context, id: string): ReadonlyArray<Part> => {
  const says = texts.formations
  const found = (record.about.get(id) ?? []).flatMap((index) => {
    const one = record.objections.get(index)
    return one === undefined ? [] : [{ index, ...one }]
  })
  const day = (value: string | undefined) => value === undefined ? "–" : texts.day(value)
  const { answer, filed, reason, until } = says.objectionHeading
  return found.length === 0 ? [] : [
    html`<h2>${says.objections}</h2>`,
    table(says.objections, ["#", filed, until, answer, reason], found.map(({ answer: given, index, objection }) => [
      index,
      day(objection.on),
      day(objection.until),
      given === undefined ? says.objectionAnswer.open : `${says.objectionAnswer[given.entry.state]}, ${texts.day(given.entry.on)}`,
      given === undefined ? "–" : says.objectionReason[given.entry.reason]
    ])),
    html`<p class="note">${says.objectionNote}</p>`
  ]
}

/** Entries about one formation since a size of the log. */
export const changes = (context: Context, id: string, since: number): string | undefined => {
  const { record, texts } = context
  const formation = record.formations.find((each) => each.formation === id)
  if (formation === undefined) return undefined
  const found = (record.about.get(id) ?? []).filter((index) => index >= since)
  const { fields, kinds } = VerifierTexts.texts[texts.language === "en" ? "en" : "id"]
  const shown = found.slice(-200)
  return page(context, {
    title: `${texts.formations.since}: ${formation.position}`,
    path: `${addressOf(id)}/perubahan`,
    here: `${addressOf(id)}/perubahan?sejak=${since}`,
    body: [
      html`<p class="lead">${texts.formations.changed(since, found.length)}</p>`,
      shown.length === 0 ? "" : table(
        texts.formations.since,
        ["#", fields["kind"] ?? "kind", texts.results.heading.participant],
        shown.map((index) => {
          const entry = record.entries[index]!
          const owner = entry.kind === "correction" ? entry.by : entry
          return [index, kinds[entry.kind], owner !== null && "participant" in owner ? owner.participant : "–"]
        })
      ),
      html`<p><a href="${link(context, addressOf(id))}">${formation.position}</a></p>`
    ]
  })
}

/** Results of every formation, in the order of the list of formations. */
export const results = (context: Context, number: number): string => {
  const { record, texts } = context
  const all = record.formations.flatMap((one) => (record.results.get(one.formation) ?? []).map((result) => ({ one, result })))
  const shown = all.slice((number - 1) * pageSize, number * pageSize)
  const groups = new Map<Formation.Formation, Array<Chronicle.Current<Entry.ResultEntry>>>()
  for (const { one, result } of shown) groups.set(one, [...groups.get(one) ?? [], result])
  return page(context, {
    title: texts.nav.results,
    path: "/hasil",
    body: all.length === 0 ? [html`<p class="lead">${texts.results.none}</p>`] : [
      html`<p class="lead">${texts.results.lead}</p>`,
      pager(context, "/hasil", {}, { number, size: pageSize, of: all.length }),
      ...[...groups].map(([one, list]) =>
        html`<h2><a href="${link(context, addressOf(one.formation))}">${one.position}</a> <small>${one.formation}, ${one.location}</small></h2>${resultTable(context, resultRows(context, list))}`
      ),
      pager(context, "/hasil", {}, { number, size: pageSize, of: all.length })
    ]
  })
}
