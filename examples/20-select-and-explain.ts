/**
 * Selects from four candidates by the rules of 2024 and says why one of them lost.
 *
 * Run: node examples/20-select-and-explain.ts
 */
import { Cohort, Explanation, Outcome, Selection } from "@timbang/core/selection"
import { Explanations } from "@timbang/language"
import { RuleSets } from "@timbang/regulations"
import { Result } from "effect"

const formations = [{ formation: "F1", position: "Penyuluh Hukum", education: "S-1 Hukum", location: "Setda", category: "umum", seats: 1 }]
const row = (participant: string, twk: number, tiu: number, tkp: number, skb: number) => ({ participant, formation: "F1", scores: { twk, tiu, tkp, skb } })
const cohort = Result.getOrThrow(Cohort.fromRows(RuleSets.cpns2024, formations, [
  row("24-01", 110, 150, 191, 68),
  row("24-02", 110, 145, 196, 68),
  row("24-03", 60, 150, 200, 90),
  row("24-04", 100, 100, 177, 64)
]))
const selection = Result.getOrThrow(Selection.run(RuleSets.cpns2024, formations, cohort, [], { scoredOn: "2024-10-16" }))

cohort.participant.forEach((participant, at) => console.log(participant, Outcome.tags[selection.outcome[at]!]))
console.log()
console.log(Explanations.text(Explanation.explain(selection, 0), "id"))
