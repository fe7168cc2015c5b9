/**
 * Numbers as they are published: whole points, or decimals as text, never a binary fraction.
 *
 * @since 0.1.0
 */
import * as Scaled from "../number/Scaled.ts"
import * as Cohort from "../selection/Cohort.ts"
import type { Selection } from "../selection/Selection.ts"
import type { Figure } from "./Entry.ts"

// --- operations ---

/**
 * A number as it is published: whole, or a decimal text.
 *
 * **Example** (Three decimals)
 *
 * ```ts
 * import { Figures } from "@timbang/core/publication"
 * Figures.figure(59546, 3) // => "59.546"
 * Figures.figure(398, 0) // => 398
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const figure = (units: number, decimals: number): Figure =>
  decimals === 0 ? units : Scaled.format(units, decimals)

/**
 * Every published number of a row: components and each rounded step, as far as they exist.
 *
 * **Example** (Decimals are text)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Figures } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200 } }]))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, [], { stage: "written" }))
 * Figures.figuresOf(made, 0) // => { knowledge: 198, attitude: 200, written: 398 }
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const figuresOf = ({ plan, ruleSet, values }: Selection, row: number): Readonly<Record<string, Figure>> =>
  Object.fromEntries([...ruleSet.components, ...ruleSet.steps].flatMap(({ id }) => {
    const units = values[id]?.[row] ?? Cohort.absent
    const scale = plan.scales[id]
    return units < 0 || scale === undefined ? [] : [[id, figure(units, scale.decimals)]]
  }))
