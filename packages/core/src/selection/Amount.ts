/**
 * A score or a computed value of one participant, with its title and scale, as it is shown.
 *
 * @since 0.1.0
 */
import type { Selection } from "./Selection.ts"

// --- models ---

/**
 * A number with the scale it is kept on.
 *
 * @category models
 * @since 0.1.0
 */
export interface Amount {
  readonly id: string
  readonly title: string
  /** In units of the last decimal; `undefined` when it is absent. */
  readonly units: number | undefined
  readonly decimals: number
  /** Largest possible amount, in the same units. */
  readonly maximum: number
}

// --- operations ---

/**
 * Reads amounts of a selection by component or step and row; titles come from the rule set.
 *
 * **Example** (A rounded step)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Amount, Cohort, Selection, Specimen } from "@timbang/core/selection"
 * const row = (participant: string, practice: string) => ({ participant, formation: "F1", scores: { knowledge: 198, attitude: 200, practice } })
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [row("24-1", "51.0"), row("24-2", "70.8")]))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * Amount.reader(made)("final", 1).units // => 71426
 * Amount.reader(made)("final", 1).decimals // => 3
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const reader = (
  { plan, ruleSet, values }: Pick<Selection, "plan" | "ruleSet" | "values">
): (id: string, row: number) => Amount => {
  const titles = new Map([...ruleSet.components, ...ruleSet.steps].map(({ id, title }) => [id, title]))
  return (id, row) => {
    const units = values[id]?.[row] ?? -1
    return {
      id,
      title: titles.get(id) ?? id,
      units: units < 0 ? undefined : units,
      decimals: plan.scales[id]?.decimals ?? 0,
      maximum: plan.scales[id]?.maximum ?? 0
    }
  }
}
