/**
 * What a recount takes as published: the order that grades and birth dates made, entitlements, hidden categories.
 */
import * as Result from "effect/Result"
import type { Formation } from "../../formation/Formation.ts"
import * as Cohort from "../../selection/Cohort.ts"
import * as FinalScore from "../../selection/FinalScore.ts"
import * as Plan from "../../selection/Plan.ts"
import type { RuleSet } from "../../selection/RuleSet.ts"
import type { Current } from "../Chronicle.ts"
import type * as Disclosure from "../Disclosure.ts"
import * as Figures from "../Figures.ts"
import type * as Entry from "../Entry.ts"

/**
 * The cohort with the published order in the place of grades and birth dates, and with the entitlements that lead to the
 * published additions.
 */
export const withAttested = (
  cohort: Cohort.Cohort,
  ruleSet: RuleSet,
  formations: ReadonlyArray<Formation>,
  stage: string,
  resultOf: ReadonlyMap<string, Current<Entry.ResultEntry>>
): Cohort.Cohort => {
  const published = cohort.participant.map((participant) => resultOf.get(participant)?.entry)
  const filled = codesOf(ruleSet, "selected-by-filling")
  const isAhead = new Map<string, number>()
  for (const entry of published) {
    if (entry?.rank == null || !filled.has(entry.code)) continue
    isAhead.set(entry.formation, Math.max(isAhead.get(entry.formation) ?? 0, entry.rank))
  }
  const gradeAverage = new Int32Array(cohort.size).fill(Cohort.absent)
  const birthDay = new Int32Array(cohort.size).fill(Cohort.absentDay)
  for (const [row, entry] of published.entries()) {
    if (entry?.rank == null) continue
    const place = entry.rank + (entry.rank <= (isAhead.get(entry.formation) ?? 0) ? 0 : 500_000_000)
    gradeAverage[row] = 1_000_000_000 - place
    birthDay[row] = place
  }
  const entitlements = entitlementsBy(ruleSet, formations, stage, (row) => published[row]?.scores, cohort)
  return { ...cohort, gradeAverage, birthDay, entitlements }
}

/** For each row the smallest set of entitlements that gives the published additions; none when no set does. */
const entitlementsBy = (
  ruleSet: RuleSet,
  formations: ReadonlyArray<Formation>,
  stage: string,
  scoresOf: (row: number) => Readonly<Record<string, Entry.Figure>> | undefined,
  cohort: Cohort.Cohort
): Uint32Array => {
  const found = new Uint32Array(cohort.size)
  const count = Cohort.entitlementsOf(ruleSet).length
  const additions = ruleSet.steps.filter(({ _tag }) => _tag === "Addition").map(({ id }) => id)
  const plan = Plan.compile(ruleSet, formations, stage)
  if (additions.length === 0 || count > 12 || Result.isFailure(plan)) return found
  const { computations, scales } = plan.success
  for (let row = 0; row < cohort.size; row++) {
    const published = scoresOf(row)
    const components = ruleSet.components.map(({ id }) => [id, cohort.scores[id]?.[row] ?? Cohort.absent] as const)
    const known = Object.fromEntries(components)
    for (let bits = 0; bits < 2 ** count; bits++) {
      const values = FinalScore.evaluateOne({ computations, scales }, known, bits)
      const isPublished = additions.every((id) => {
        const units = values[id] ?? Cohort.absent
        return units < 0 || String(published?.[id]) === shownUnits(units, scales[id]!.decimals)
      })
      if (isPublished) {
        found[row] = bits
        break
      }
    }
  }
  return found
}

const shownUnits = (units: number, decimals: number): string => String(Figures.figure(units, decimals))

/** The rule set with one more reserved category without minimums, for cells whose category is not public. */
export const withHiddenCategory = (ruleSet: RuleSet, id: string): RuleSet => {
  const source = ruleSet.thresholds.source
  const group = { id, title: id, categories: [id], minimums: [], source }
  const second = ruleSet.shortlist?.secondGroup
  return {
    ...ruleSet,
    categories: [...ruleSet.categories, { id, title: id, general: false, aliases: [], protected: true, source }],
    thresholds: { ...ruleSet.thresholds, groups: [...ruleSet.thresholds.groups, group] },
    ...(second === undefined
      ? {}
      : { shortlist: { ...ruleSet.shortlist!, secondGroup: { ...second, groups: [...second.groups, group] } } })
  }
}

/** Rungs from the first that reads a private value on: their order rests on it. */
export const privateFrom = ({ ranking }: RuleSet): ReadonlySet<string> => {
  const first = ranking.ladder.findIndex(({ _tag }) => _tag !== "Score")
  return new Set(
    first < 0 ? [] : ranking.ladder.slice(first).map((rung) =>
      rung._tag === "Score" ? rung.of : rung._tag === "GradeAverage" ? "gpa" : "birthDate"
    )
  )
}

/** Whether a published rung is a private one, by its name or the word shown instead, or a letter that settled a tie. */
export const isPrivateRung = (
  { vocabulary }: Disclosure.Policy,
  rungs: ReadonlySet<string>,
  published: string | null
): boolean =>
  published === "letter" || published !== null &&
    (rungs.has(published) || [...rungs].some((rung) => vocabulary.privateRungs[rung] === published))

export const codesOf = ({ codes, ranking }: RuleSet, outcome: string): ReadonlySet<string> => {
  const own = codes.filter((code) => code.outcome === outcome).flatMap(({ code }) =>
    ranking.classes === undefined ? [code] : ranking.classes.order.map(({ id }) => code.replace("{class}", id))
  )
  return new Set(own.length === 0 ? [outcome.toUpperCase()] : own)
}
