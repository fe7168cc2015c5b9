/**
 * The columns by which a round's lists are ordered.
 *
 * @since 0.1.0
 */
import * as Cohort from "./Cohort.ts"
import type { Values } from "./FinalScore.ts"
import type { Plan } from "./Plan.ts"
import type { Key } from "./Ranking.ts"
import { nameOf } from "./TieLadder.ts"

// --- operations ---

/**
 * The keys of the shortlist: its ladder of scores.
 *
 * **Example** (Total, then attitude)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Plan, RankingKeys, Specimen } from "@timbang/core/selection"
 * const plan = Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "written"))
 * const values = { written: Int32Array.of(398), attitude: Int32Array.of(200) }
 * RankingKeys.ofShortlist(plan, values).map(({ name }) => name) // => ["written", "attitude"]
 * ```
 *
 * @category keys
 * @since 0.1.0
 */
export const ofShortlist = (plan: Plan, values: Values): ReadonlyArray<Key> =>
  (plan.ruleSet.shortlist?.ladder ?? []).flatMap((rung) => rung._tag === "Score" ? [scoreKey(plan, values, rung.of)] : [])

/**
 * The keys of the final order: class, group, final score, ladder, and at last the order that letters settled.
 *
 * **Example** (Without classes, groups and letters)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Plan, RankingKeys, Specimen } from "@timbang/core/selection"
 * const plan = Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "final"))
 * const column = Int32Array.of(1)
 * const given = { cohort: { size: 1 }, values: { final: column, written: column, attitude: column }, group: Uint8Array.of(0), letter: undefined }
 * RankingKeys.ofFinal(plan, given).map(({ name }) => name) // => ["final", "written", "attitude", "gpa", "birthDate"]
 * ```
 *
 * @category keys
 * @since 0.1.0
 */
export const ofFinal = (plan: Plan, { cohort, group, letter, values }: {
  readonly cohort: Pick<Cohort.Cohort, "size" | "gradeAverage" | "birthDay" | "priorityClass">
  readonly values: Values
  readonly group: Uint8Array
  readonly letter: Int32Array | undefined
}): ReadonlyArray<Key> => {
  const { ranking, shortlist } = plan.ruleSet
  const keys: Array<Key> = []
  if (ranking.classes !== undefined) {
    const column = Int32Array.from(cohort.priorityClass ?? [])
    keys.push({ name: "class", column, first: "lower", span: ranking.classes.order.length })
  }
  const together = shortlist?.secondGroup?.finalRanking
  if (together?._tag === "Known" && together.value === "first-group-first") {
    keys.push({ name: "group", column: Int32Array.from(group), first: "lower", span: 3 })
  }
  keys.push(scoreKey(plan, values, ranking.final))
  for (const rung of ranking.ladder) {
    if (rung._tag === "Score") {
      keys.push(scoreKey(plan, values, rung.of))
    } else if (rung._tag === "GradeAverage") {
      const column = cohort.gradeAverage ?? new Int32Array(cohort.size).fill(Cohort.absent)
      keys.push({ name: nameOf(rung), column, first: "higher", missing: Cohort.absent })
    } else {
      const column = cohort.birthDay ?? new Int32Array(cohort.size).fill(Cohort.absentDay)
      keys.push({ name: nameOf(rung), column, first: "lower", missing: Cohort.absentDay })
    }
  }
  if (letter !== undefined) keys.push({ name: "letter", column: letter, first: "lower", missing: Cohort.absent, settles: true })
  return keys
}

const scoreKey = (plan: Plan, values: Values, id: string): Key => ({
  name: id,
  column: values[id]!,
  first: "higher",
  span: plan.scales[id]!.maximum + 1
})
