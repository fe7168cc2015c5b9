/** The announcement: the rules in plain words, from the rule set that the log names. */
import { LegalSource } from "@timbang/core/law"
import type { RuleSet, ScoreStep } from "@timbang/core/selection"
import { RuleSetTitles } from "@timbang/language"
import { html, type Part } from "./Html.ts"
import { type Context, page } from "./Page.ts"
import * as PublicRecord from "./PublicRecord.ts"

/** The first page. */
export const render = (context: Context): string => {
  const { record, texts } = context
  const { formations, ruleSet } = record
  const says = texts.announcement
  const seats = formations.reduce((sum, one) => sum + one.seats, 0)
  const applicants = [...record.applicants.values()].reduce((sum, count) => sum + count, 0)
  return page(context, {
    title: texts.nav.announcement,
    path: "/",
    body: ruleSet === undefined
      ? [html`<p class="lead">${says.notYet}</p>`]
      : [
        html`<p class="lead">${says.numbers(formations.length, seats, applicants)}</p><p>${record.lateRules.length > 0 ? "" : record.changes.length > 0 ? says.leadChanged : record.areRulesAttested ? says.lead : says.leadUnattested} ${says.holds(texts.day(ruleSet.holds.from), ruleSet.holds.until === undefined ? undefined : texts.day(ruleSet.holds.until))}</p>`,
        ...record.lateRules.map((index) => html`<p class="warn" role="note">${says.lateRules(index)}</p>`),
        record.changes.length === 0
          ? ""
          : html`<ul>${record.changes.map(({ index, letter }) => html`<li>${says.change(index, letter.number, texts.day(letter.date), letter.authority)}</li>`)}</ul>`,
        ...rules(context, ruleSet)
      ]
  })
}

const rules = ({ texts }: Context, ruleSet: RuleSet.RuleSet): ReadonlyArray<Part> => {
  const says = texts.announcement
  const titles = new Map([...ruleSet.components, ...ruleSet.steps].map(({ id, title }) => [id, title]))
  const say = (text: string) => RuleSetTitles.of(text, texts.language === "en" ? "en" : "id")
  const title = (id: string) => say(titles.get(id) ?? id)
  const list = (items: ReadonlyArray<string>) => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`
  const shown = (sourced: Parameters<typeof PublicRecord.shown>[0]) => sourced._tag === "Known" ? PublicRecord.shown(sourced) : says.unknown
  const rungs = ruleSet.ranking.ladder.map((rung) => rung._tag === "Score" ? title(rung.of) : says.rung[rung._tag])
  return [
    html`<h2>${says.exams}</h2>`,
    list(ruleSet.components.map((one) => says.exam(say(one.title), one.minimum, shown(one.maximum)))),
    html`<h2>${says.thresholds}</h2>`,
    list(ruleSet.thresholds.groups.map((group) =>
      `${say(group.title)}: ${
        group.minimums.length === 0
          ? says.noThreshold
          : group.minimums.map(({ minimum, of }) => says.least(title(of), shown(minimum))).join(", ")
      }.`
    )),
    ruleSet.shortlist === undefined
      ? ""
      : html`<h2>${says.shortlist}</h2><p>${says.shortlistRule(shown(ruleSet.shortlist.factor))}</p>`,
    html`<h2>${says.steps}</h2>`,
    list(ruleSet.steps.map((step) => stepSentence(says, step, title, shown))),
    html`<h2>${says.ties}</h2><p>${rungs.length === 0 ? "" : says.tieRule(rungs.join("; "))} ${says.letter}</p>`,
    ruleSet.objections.length === 0 ? "" : [
      html`<h2>${says.objections}</h2>`,
      list(ruleSet.objections.map(({ days, perPerson, stage }) => says.objectionRule(stage, shown(days), perPerson._tag === "Known" ? shown(perPerson) : undefined)))
    ],
    html`<h2>${says.sources}</h2>`,
    list([...new Set(ruleSet.sources.map(LegalSource.cite))])
  ]
}

const stepSentence = (
  says: Context["texts"]["announcement"],
  step: ScoreStep.ScoreStep,
  title: (id: string) => string,
  shown: (sourced: Parameters<typeof PublicRecord.shown>[0]) => string
): string => {
  switch (step._tag) {
    case "Sum":
      return says.sum(title(step.id), step.of.map(title).join(" + "))
    case "Rescale":
      return says.rescale(title(step.id), title(step.of), shown(step.outOf), step.to, step.decimals)
    case "Weight":
      return says.weight(title(step.id), title(step.of), shown(step.percent), step.decimals)
    case "Addition":
      return says.addition(title(step.id), title(step.of), shown(step.cap))
  }
}
