/**
 * Part of the report of needs: need of every sector, and claims, posts and reasons of every job family.
 */
import { LegalSource } from "@timbang/core/law"
import { NeedScore } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { html, type Html, type Part } from "../Html.ts"
import * as Table from "../Table.ts"
import type { Facts, Move, Post, Voice } from "./Facts.ts"
import type { Writer } from "./Writer.ts"

/** One row for each unit, one column for each sector. */
export const sectors = (facts: Facts, { hundredfold, notation, texts, titleOf }: Writer): Html =>
  Table.render({
    caption: texts.sectorTable,
    columns: Table.columns(texts.unit, ...facts.sectors.map(({ title }) => title)),
    rows: facts.scores.units.map(({ sectors, unit }) => [
      titleOf(unit),
      ...sectors.map(({ index, parts, voice }) => {
        const [first] = NeedScore.byAmount(parts)
        const heard = voice === undefined ? "" : `; ${texts.voice(notation.percent(voice, 0))}`
        const need = hundredfold(index)
        return first === undefined || first.amount.numerator === 0n
          ? `${need}${heard}`
          : `${texts.strongest(need, titleOf(first.indicator))}${heard}`
      })
    ]),
    source: texts.sectorSource(facts.policy.title, LegalSource.cite(facts.policy.source)),
    empty: texts.empty
  })

/** One row for each sector: its need from the lowest to the highest unit, and beside it what citizens ask for. */
export const voice = (facts: Facts, { dictionary, on, sectors, unmapped }: Voice, { hundredfold, notation, texts, titleOf }: Writer): Part => [
  Table.render({
    caption: texts.voiceTable,
    columns: Table.columns(texts.sector, `#${texts.voiceNeed}`, `#${texts.voiceProposals}`, `#${texts.voiceShare}`),
    rows: facts.sectors.map(({ id }) => {
      const needs = facts.scores.units
        .map(({ sectors }) => sectors.find(({ sector }) => sector === id)!.index)
        .sort(Fraction.compare)
      const heard = sectors.find(({ sector }) => sector === id)
      return [
        titleOf(id),
        needs.length === 0 ? "" : texts.to(hundredfold(needs[0]!), hundredfold(needs.at(-1)!)),
        notation.number(heard?.proposals ?? 0),
        notation.percent(heard === undefined ? Fraction.zero : Fraction.make(heard.proposals, heard.of), 1)
      ]
    }),
    source: texts.voiceSource(dictionary, notation.day(on)),
    empty: texts.empty
  }),
  unmapped === 0 ? undefined : html`<p>${texts.voiceUnmapped(notation.number(unmapped), unmapped === 1)}</p>`
]

/** For each unit the job family whose claim needs the smallest change, up or down, to move a post. */
export const changes = (facts: Facts, cells: ReadonlyArray<Post>, { notation, texts, titleOf }: Writer): Html =>
  Table.render({
    caption: texts.changeTable,
    columns: Table.columns(texts.unit, texts.family, `#${texts.posted}`, texts.changeGain, texts.changeLoss),
    rows: facts.units.flatMap(({ id, title }) => {
      const [nearest] = cells
        .filter(({ change, unit }) => unit === id && change !== undefined)
        .sort((a, b) => leastOf(a) - leastOf(b) || (a.jobFamily < b.jobFamily ? -1 : 1))
      if (nearest === undefined) return []
      const say = (move: Move | undefined) =>
        move === undefined
          ? texts.changeNone
          : texts.changeBy(
              notation.number(Math.ceil(move.people * 1000) / 1000, 3),
              move.others.map(({ jobFamily, unit }) => `${titleOf(unit)}, ${titleOf(jobFamily)}`).join("; ")
            )
      return [[title, titleOf(nearest.jobFamily), notation.number(nearest.posts), say(nearest.change?.gain), say(nearest.change?.loss)]]
    }),
    source: texts.changeSource,
    empty: texts.empty
  })

const leastOf = ({ change }: Post): number => Math.min(change?.gain?.people ?? Infinity, change?.loss?.people ?? Infinity)

/** One table for each unit. */
export const claims = (facts: Facts, writer: Writer): Part => {
  const { notation, people, range, texts, titleOf } = writer
  const { coverage, draws, spread } = facts.chance
  const source = texts.claimSource(notation.percent(coverage, 0), notation.number(draws), notation.percent(spread, 0))
  return facts.scores.units.map(({ jobFamilies, unit }) =>
    html`<div class="together">${Table.render({
      caption: texts.claimTable(titleOf(unit)),
      columns: Table.columns(
        texts.family,
        `#${texts.workload}`,
        `#${texts.extra}`,
        `#${texts.claim}`,
        `#${texts.claimInterval}`,
        ...(facts.posts === undefined ? [] : [`#${texts.posted}`, `#${texts.postedInterval}`]),
        texts.reason
      ),
      rows: jobFamilies.map((family) => {
        const same = (one: { readonly unit: string; readonly jobFamily: string }) =>
          one.unit === unit && one.jobFamily === family.jobFamily
        const interval = facts.claims.find(same)
        const post = facts.posts?.cells.find(same)
        return [
          titleOf(family.jobFamily),
          people(family.workload),
          people(family.extra),
          people(family.claim),
          interval === undefined ? "" : range(interval.low, interval.high, 1),
          ...(post === undefined ? [] : [
            `${notation.number(post.posts)}${post.isOpen ? ` ${texts.drawOpen}` : ""}`,
            range(post.low, post.high, 0)
          ]),
          reason(family, writer)
        ]
      }),
      source,
      empty: texts.empty
    })}</div>`
  )
}

/** The indicators that add most, each with the people it adds; three at most. */
const reason = ({ parts }: NeedScore.JobFamilyScore, { notation, texts, titleOf }: Writer): string => {
  const named = NeedScore.byAmount(parts).filter(({ amount }) => amount.numerator !== 0n).slice(0, 3)
  return named.length === 0
    ? texts.byWorkload
    : named
      .map(({ amount, indicator }) => texts.reasonOf(titleOf(indicator), `+${notation.fraction(amount, 2)}`))
      .join("; ")
}
