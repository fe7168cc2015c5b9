/**
 * The explanation of one published result, from what the log shows to everybody: no private part is needed or told.
 *
 * @since 0.1.0
 */
import { Scaled } from "@timbang/core/number"
import type { Chronicle, Entry } from "@timbang/core/publication"
import { type Amount, type Explanation, Plan, type Place, ScoreStep, Threshold } from "@timbang/core/selection"
import { Result } from "effect"
import * as PublicRecord from "./PublicRecord.ts"

// --- operations ---

/**
 * Explains a result; nothing when its rules, its formation or the meaning of its code are not published.
 *
 * **Details**
 *
 * The neighbour is the person next above in the published list of the formation, and what parted the two is the published
 * word, as general as the disclosure policy made it.
 *
 * @category explaining
 * @since 0.1.0
 */
export const explain = (
  record: PublicRecord.PublicRecord,
  entry: Entry.ResultEntry
): Explanation.Explanation | undefined => {
  const { ruleSet } = record
  const formation = record.formations.find((one) => one.formation === entry.formation)
  const outcome = PublicRecord.outcomeOf(ruleSet, entry)
  if (ruleSet === undefined || formation === undefined || outcome === undefined) return undefined
  const exams = [...new Set(ruleSet.components.map(({ exam }) => exam))]
  const stage = entry.stage === exams.at(-1) ? "final" : entry.stage
  const scales = Result.getOrUndefined(Plan.compile(ruleSet, record.formations, stage))?.scales ?? {}
  const titles = new Map([...ruleSet.components, ...ruleSet.steps].map(({ id, title }) => [id, title]))
  const amountOf = (id: string, scores: Entry.ResultEntry["scores"]): Amount.Amount => {
    const decimals = scales[id]?.decimals ?? 0
    const found = scores[id]
    return {
      id,
      title: titles.get(id) ?? id,
      units: found === undefined ? undefined : Result.getOrUndefined(Scaled.parse(String(found), decimals)),
      decimals,
      maximum: scales[id]?.maximum ?? 0
    }
  }
  const own = (id: string) => amountOf(id, entry.scores)
  const known = (id: string) => id in scales
  const group = Threshold.groupOf(ruleSet.thresholds.groups, formation)
  return {
    participant: entry.participant,
    formation,
    ruleSet: { id: ruleSet.id, title: ruleSet.title, program: ruleSet.program },
    stage,
    standing: { _tag: "penetapan" },
    guard: { _tag: "not-checked" },
    outcome,
    code: entry.code,
    codeTitle: undefined,
    priorityClass: undefined,
    group: undefined,
    placement: undefined,
    components: ruleSet.components.filter(({ id }) => known(id)).map(({ id }) => own(id)),
    minimums: (group?.minimums ?? []).flatMap(({ minimum, of }) => {
      if (minimum._tag === "Unknown" || !known(of)) return []
      const amount = own(of)
      const limit = minimum.value * 10 ** amount.decimals
      return [{ amount, limit, isMet: amount.units !== undefined && amount.units >= limit, source: minimum.source }]
    }),
    groupsOfPeople: Threshold.ofPeople(ruleSet.thresholds.groups),
    failedFacts: [],
    steps: ruleSet.steps.filter(({ id }) => known(id) && entry.scores[id] !== undefined).map((step) => ({
      step,
      inputs: ScoreStep.inputsOf(step).map(own),
      result: own(step.id)
    })),
    shortlist: undefined,
    final: placeOf(record, entry, stage === "final" ? ruleSet.ranking.final : undefined, amountOf),
    smallestChange: { _tag: "NotAsked" },
    corrections: [],
    warnings: []
  }
}

const placeOf = (
  { formations, results, ruleSet }: PublicRecord.PublicRecord,
  entry: Entry.ResultEntry,
  final: string | undefined,
  amountOf: (id: string, scores: Entry.ResultEntry["scores"]) => Amount.Amount
): Place.Place | undefined => {
  if (entry.rank === null || final === undefined || ruleSet === undefined) return undefined
  const ranked = (results.get(entry.formation) ?? []).filter(({ entry: one }) => one.rank !== null)
  const at = ranked.findIndex(({ entry: one }) => one.participant === entry.participant)
  const seats = formations.find(({ formation }) => formation === entry.formation)?.seats ?? 0
  const last = ranked[Math.min(seats, ranked.length) - 1]
  const ownFinal = amountOf(final, entry.scores)
  const lastFinal = last === undefined ? undefined : amountOf(final, last.entry.scores)
  return {
    rank: entry.rank,
    of: ranked.length,
    places: seats,
    seats,
    equal: at >= 0 && ranked[at + 1]?.entry.rank === entry.rank && ranked[at - 1]?.entry.rank !== entry.rank
      ? { participant: ranked[at + 1]!.entry.participant, how: "equal", rung: undefined, own: undefined, theirs: undefined }
      : undefined,
    neighbour: at <= 0 ? undefined : neighbourOf(ranked[at - 1]!, entry, final, amountOf),
    cut: lastFinal?.units === undefined || ownFinal.units === undefined
      ? undefined
      : { amount: lastFinal, distance: ownFinal.units - lastFinal.units },
    decidedBy: ruleSet.ranking.decidedBy,
    source: ruleSet.ranking.source
  }
}

const neighbourOf = (
  above: Chronicle.Current<Entry.ResultEntry>,
  { decidedBy, scores }: Entry.ResultEntry,
  final: string,
  amountOf: (id: string, scores: Entry.ResultEntry["scores"]) => Amount.Amount
): Place.Neighbour => {
  const rung = decidedBy === null ? final : decidedBy === "equal" ? undefined : decidedBy === "age" ? "birthDate" : decidedBy
  const show = (of: Entry.ResultEntry["scores"]) => rung === undefined || of[rung] === undefined ? undefined : amountOf(rung, of)
  return {
    participant: above.entry.participant,
    how: decidedBy === "equal" ? "equal" : "parted",
    rung,
    own: show(scores),
    theirs: show(above.entry.scores)
  }
}
