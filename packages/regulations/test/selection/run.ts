/** Runs a round for tests, and reads its result by participant. */
import { Cohort, type Event, Outcome, type RuleSet, Selection } from "@timbang/core/selection"
import type { Formation } from "@timbang/core/formation"
import { Result } from "effect"
import { formation } from "./published.ts"

export const run = (
  ruleSet: RuleSet.RuleSet,
  rows: ReadonlyArray<Cohort.Row>,
  more: {
    readonly seats?: number
    readonly formations?: ReadonlyArray<Formation.Formation>
    readonly events?: ReadonlyArray<Event.Event>
    readonly stage?: string
  } = {}
) => {
  const formations = more.formations ?? [formation(more.seats ?? 1)]
  const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, formations, rows))
  const options = more.stage === undefined ? {} : { stage: more.stage }
  const made = Result.getOrThrow(Selection.run(ruleSet, formations, cohort, more.events ?? [], options))
  const at = (participant: string) => made.cohort.participant.indexOf(participant)
  const outcome = (row: number) => Outcome.tags[made.outcome[row]!]!
  const codes = made.cohort.participant.map((_, row) => {
    const order = ruleSet.ranking.classes?.order
    return Outcome.codeOf(ruleSet.codes, outcome(row), {
      pass: ruleSet.filling?.passes[made.pass[row]! - 1]?.id,
      group: made.group[row] === 2 ? "second" : "first",
      priorityClass: order?.[made.cohort.priorityClass?.[row] ?? -1]?.id
    })
  })
  return {
    made,
    codes,
    outcomes: made.cohort.participant.map((_, row) => outcome(row)),
    value: (participant: string, id: string) => made.values[id]![at(participant)]!,
    rank: (participant: string) => (made.final ?? made.shortlist)!.rank[at(participant)]!,
    code: (participant: string) => codes[at(participant)]!,
    /** What parted a participant from the one above. */
    decidedBy: (participant: string) => {
      const ranked = (made.final ?? made.shortlist)!
      const rung = ranked.rung[at(participant)]!
      return rung > 0 ? ranked.keys[rung - 1]!.name : rung === 0 ? "" : "equal"
    },
    having: (tag: Outcome.Outcome) => made.cohort.participant.filter((_, row) => outcome(row) === tag)
  }
}

/** Component scores of 2021 to 2024 that meet the general minimums and add up to a total. */
export const passing = (total: number): { readonly twk: number; readonly tiu: number; readonly tkp: number } => {
  const tkp = Math.max(166, total - 325)
  const even = tkp + (total - tkp) % 5
  const twk = Math.min(150, total - even - 80)
  return { twk, tiu: total - even - twk, tkp: even }
}
