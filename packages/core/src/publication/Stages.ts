/**
 * The exams a selection rests on, and the stage its results are logged under.
 *
 * @since 0.1.0
 */
import type { Options, Selection } from "../selection/Selection.ts"

// --- operations ---

/**
 * The exams whose scores a selection rests on, in their order.
 *
 * **Example** (The shortlist rests on the first)
 *
 * ```ts
 * import { Stages } from "@timbang/core/publication"
 * import { Specimen } from "@timbang/core/selection"
 * Stages.examsOf({ ruleSet: Specimen.ruleSet, options: { stage: "final" } }) // => ["written", "practical"]
 * Stages.examsOf({ ruleSet: Specimen.ruleSet, options: { stage: "written" } }) // => ["written"]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const examsOf = (
  { options, ruleSet }: Pick<Selection, "ruleSet"> & { readonly options: Pick<Options, "stage"> }
): ReadonlyArray<string> => {
  const exams = [...new Set(ruleSet.components.map(({ exam }) => exam))]
  return options.stage === "final" ? exams : exams.filter((exam) => exam === options.stage)
}

/**
 * The stage under which results are logged: the last exam they rest on.
 *
 * **Example** (The final result)
 *
 * ```ts
 * import { Stages } from "@timbang/core/publication"
 * import { Specimen } from "@timbang/core/selection"
 * Stages.stageOf({ ruleSet: Specimen.ruleSet, options: { stage: "final" } }) // => "practical"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const stageOf = (selection: Parameters<typeof examsOf>[0]): string => examsOf(selection).at(-1)!
