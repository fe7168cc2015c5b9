/**
 * What people score in an interview, a practice or an observation, and how the parts weigh; fixed before the first
 * session.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { Day } from "../law/Day.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import type { Rounding } from "../number/Rounding.ts"
import * as Scaled from "../number/Scaled.ts"
import * as ScoreStep from "./ScoreStep.ts"

// --- models ---

/**
 * A rubric. Its total lies on the scale of 100.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rubric {
  /** Component of the rule set that the sheet gives. */
  readonly component: string
  readonly exam: string
  /** Day on which criteria and weights were fixed. */
  readonly fixedOn: Day
  readonly criteria: ReadonlyArray<Criterion>
  /** Decimals of every weighted part and of the total. Range: 0 to 4. */
  readonly decimals: number
  readonly rounding: Rounding
  /** The guideline or decision that fixed it. */
  readonly source: LegalSource
}

/**
 * One thing that is scored.
 *
 * @category models
 * @since 0.1.0
 */
export interface Criterion {
  readonly id: string
  readonly title: string
  /** Largest score; the smallest is 0. Unit: whole points, more than 0. */
  readonly outOf: number
  /** Decimals of a score. Range: 0 to 3. */
  readonly decimals: number
  /** Unit: whole percent; the criteria of a rubric add up to 100. */
  readonly percent: number
}

// --- errors ---

/**
 * What is wrong with a rubric.
 *
 * @category errors
 * @since 0.1.0
 */
export type RubricProblem =
  | { readonly _tag: "WeightsNotWhole"; readonly foundPercent: number }
  | { readonly _tag: "CriterionTwice"; readonly criterion: string }
  | { readonly _tag: "CriterionOutOfRange"; readonly criterion: string }

/**
 * A rubric by which nothing can be scored.
 *
 * @category errors
 * @since 0.1.0
 */
export class RubricRefused extends Data.TaggedError("RubricRefused")<{
  readonly component: string
  readonly problems: ReadonlyArray<RubricProblem>
}> {
  override get message(): string {
    const lines = this.problems.map((problem) => {
      switch (problem._tag) {
        case "WeightsNotWhole":
          return `its weights add up to ${problem.foundPercent} percent; make them 100`
        case "CriterionTwice":
          return `${problem.criterion} stands twice; name each criterion once`
        case "CriterionOutOfRange":
          return `${problem.criterion} needs whole points above 0, 0 to 3 decimals and a whole percent from 0 to 100`
      }
    })
    return [`the rubric of ${this.component} cannot be used`, ...lines].join("\n")
  }
}

// --- operations ---

/**
 * What is wrong with a rubric; empty when nothing is.
 *
 * **Example** (Weights of 60 and 30)
 *
 * ```ts
 * import { Rubric } from "@timbang/core/selection"
 * const criterion = (id: string, percent: number) => ({ id, title: id, outOf: 10, decimals: 0, percent })
 * Rubric.check({ criteria: [criterion("a", 60), criterion("b", 30)] }) // => [{ _tag: "WeightsNotWhole", foundPercent: 90 }]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = ({ criteria }: Pick<Rubric, "criteria">): ReadonlyArray<RubricProblem> => {
  const isWhole = (number: number, minimum: number, maximum: number) =>
    Number.isInteger(number) && number >= minimum && number <= maximum
  const ids = criteria.map(({ id }) => id)
  const foundPercent = criteria.reduce((sum, { percent }) => sum + percent, 0)
  return [
    ...(foundPercent === 100 ? [] : [{ _tag: "WeightsNotWhole", foundPercent } as const]),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((
      criterion
    ) => ({ _tag: "CriterionTwice", criterion } as const)),
    ...criteria.filter(({ decimals, outOf, percent }) =>
      !isWhole(outOf, 1, 10_000) || !isWhole(decimals, 0, 3) || !isWhole(percent, 0, 100)
    ).map(({ id }) => ({ _tag: "CriterionOutOfRange", criterion: id } as const))
  ]
}

/**
 * One cell in units of the criterion's last decimal, or `undefined` for text that is no score of it.
 *
 * **Example** (Half points of ten)
 *
 * ```ts
 * import { Rubric } from "@timbang/core/selection"
 * const criterion = { outOf: 10, decimals: 1 }
 * Rubric.readCell(criterion, "8.5") // => 85
 * Rubric.readCell(criterion, "10.5") // => undefined
 * ```
 *
 * @category parsing
 * @since 0.1.0
 */
export const readCell = (
  { decimals, outOf }: Pick<Criterion, "decimals" | "outOf">,
  text: string
): Scaled.Scaled | undefined => {
  const units = Result.getOrElse(Scaled.parse(text, decimals), () => -1)
  return units < 0 || units > outOf * 10 ** decimals ? undefined : units
}

/**
 * Weighs one sheet: each criterion to the scale of 100, then its percent, rounded each time; the total is their sum.
 *
 * **Example** (8.5 of 10 at 70 percent)
 *
 * ```ts
 * import { Rubric } from "@timbang/core/selection"
 * const criteria = [{ id: "a", title: "", outOf: 10, decimals: 1, percent: 70 }, { id: "b", title: "", outOf: 5, decimals: 0, percent: 30 }]
 * Rubric.weigh({ criteria, decimals: 3, rounding: "half-up" }, [85, 4]) // => { units: 83500, parts: [59500, 24000] }
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const weigh = (
  { criteria, decimals, rounding }: Pick<Rubric, "criteria" | "decimals" | "rounding">,
  cells: ReadonlyArray<Scaled.Scaled>
): { readonly units: Scaled.Scaled; readonly parts: ReadonlyArray<Scaled.Scaled> } => {
  const parts = criteria.map((criterion, index) => {
    const { outOf, percent } = criterion
    const of100 = ScoreStep.rescale(cells[index]!, {
      fromDecimals: criterion.decimals,
      outOf,
      to: 100,
      decimals,
      rounding
    })
    return ScoreStep.weigh(of100, { fromDecimals: decimals, percent, decimals, rounding })
  })
  return { units: parts.reduce((sum, part) => sum + part, 0), parts }
}
