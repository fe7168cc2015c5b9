/**
 * The numbers that the filling of empty seats reads, and whether it will surely read them.
 *
 * @since 0.1.0
 */
import type { Formation } from "../formation/Formation.ts"
import type { Sourced } from "../law/Sourced.ts"
import type { Cohort } from "./Cohort.ts"
import * as Plan from "./Plan.ts"

// --- operations ---

/**
 * Whose minimums each pass requires, and the minimums themselves, by path.
 *
 * **Example** (Two passes, both by the general minimums)
 *
 * ```ts
 * import { Result } from "effect"
 * import { FillingNumbers, Plan, Specimen } from "@timbang/core/selection"
 * const plan = Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "final"))
 * FillingNumbers.of(plan).map(([path]) => path).slice(0, 2) // => ["filling.passes.move.meets", "filling.passes.far.meets"]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const of = ({ generalMinimums, ruleSet }: Pick<Plan.Plan, "generalMinimums" | "ruleSet">): ReadonlyArray<readonly [path: string, sourced: Sourced<unknown>]> => {
  const passes = ruleSet.filling?.passes ?? []
  const asksGeneral = passes.some(({ meets }) => meets._tag === "Known" && meets.value === "general")
  return [
    ...passes.map(({ id, meets }) => [`filling.passes.${id}.meets`, meets] as const),
    ...asksGeneral ? generalMinimums.map(({ path, sourced }) => [path, sourced] as const) : []
  ]
}

/**
 * Those of them that no source gives, each once: a selection whose seats stay empty is refused for want of them.
 *
 * **Example** (Nothing is unknown)
 *
 * ```ts
 * import { Result } from "effect"
 * import { FillingNumbers, Plan, Specimen } from "@timbang/core/selection"
 * FillingNumbers.unknown(Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "final"))) // => []
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const unknown = (plan: Pick<Plan.Plan, "generalMinimums" | "ruleSet">): ReadonlyArray<Plan.Warning> =>
  [...new Map(Plan.unknownsAmong(of(plan)).map((number) => [number.path, number])).values()]

/**
 * Whether a seat stays empty whatever the scores are, because a cell has fewer participants than seats.
 *
 * **Example** (One participant for two seats)
 *
 * ```ts
 * import { FillingNumbers, Specimen } from "@timbang/core/selection"
 * FillingNumbers.isSurelyNeeded([{ ...Specimen.formation, seats: 2 }], { formation: Int32Array.of(0) }) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const isSurelyNeeded = (formations: ReadonlyArray<Pick<Formation, "seats">>, { formation }: Pick<Cohort, "formation">): boolean => {
  const open = Int32Array.from(formations, ({ seats }) => seats)
  for (let row = 0; row < formation.length; row++) open[formation[row]!]!--
  return open.some((seats) => seats > 0)
}
