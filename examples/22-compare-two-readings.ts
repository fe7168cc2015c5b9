/**
 * Two readings of the same law over the same people: who gains, who loses, and at which step they part.
 *
 * Run: node examples/22-compare-two-readings.ts
 */
import { Sourced } from "@timbang/core/law"
import { Cohort, Comparison, Selection, type RuleSet } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { Result } from "effect"

const rules = RuleSets.cpns2024
const host = { instrument: "Uji perbandingan", confidence: "host" } as const

/** The other reading weighs the two exams alike. */
const halfAndHalf: RuleSet.RuleSet = {
  ...rules,
  id: "cpns-2024-50-50",
  steps: rules.steps.map((step) => step._tag === "Weight" ? { ...step, percent: Sourced.known(50, host) } : step)
}

const formations = [{ formation: "F1", position: "Penyuluh", education: "S-1", location: "Bappeda", category: "umum", seats: 1 }]
const row = (participant: string, twk: number, tiu: number, tkp: number, skb: number) => ({ participant, formation: "F1", scores: { twk, tiu, tkp, skb } })
const cohort = Result.getOrThrow(Cohort.fromRows(rules, formations, [row("24-01", 130, 160, 200, 60), row("24-02", 90, 110, 180, 74)]))
const run = (ruleSet: RuleSet.RuleSet) => Result.getOrThrow(Selection.run(ruleSet, formations, cohort, []))

for (const { after, before, direction, participant, step } of Comparison.compare(run(rules), run(halfAndHalf)).moves) {
  console.log(`${participant}: ${before.code} ${before.final} -> ${after.code} ${after.final}, ${direction}, first differs at ${step}`)
}
