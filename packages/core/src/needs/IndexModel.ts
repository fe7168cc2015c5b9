/**
 * A composite index as data: indicators, the groups they belong to, and the steps that lead to one number.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Fraction } from "../number/index.ts"
import type * as Aggregation from "./Aggregation.ts"
import type * as Imputation from "./Imputation.ts"
import * as Indicator from "./Indicator.ts"
import type * as Normalisation from "./Normalisation.ts"
import type * as Outlier from "./Outlier.ts"
import * as Weighting from "./Weighting.ts"

// --- models ---

/**
 * A group of indicators or of groups. One group has no parent: the index itself.
 *
 * @category models
 * @since 0.1.0
 */
export interface Group {
  readonly id: string
  readonly title: string
  /** The group it belongs to; absent for the index itself. */
  readonly parent?: string
  /** Weight within its parent. The weights of a group's members add up to exactly 1. */
  readonly weight?: Fraction.Numeral
  /** How its members are brought together. */
  readonly mean: Aggregation.Mean
}

/**
 * One step. Steps run in the order of the list.
 *
 * - `impute` and `outliers` change figures and stand before `normalise`.
 * - `weigh` replaces the weights stated in the model: `given` and `parts` by name, `pairwise` among members of one group,
 *   `equal` everywhere; the ways that look at data weigh the indicators of each group, on figures before `normalise` and on
 *   the normalised scale after it.
 * - `aggregate` follows `normalise`, once; a mean named here holds for every group.
 * - `scale` multiplies the index, as by 100.
 *
 * @category models
 * @since 0.1.0
 */
export type Step =
  | { readonly step: "impute"; readonly by: Imputation.Method }
  | { readonly step: "outliers"; readonly by: Outlier.Method }
  | { readonly step: "normalise"; readonly by: Normalisation.Method }
  | { readonly step: "weigh"; readonly by: Weighting.Method }
  | { readonly step: "aggregate"; readonly mean?: Aggregation.Mean }
  | { readonly step: "scale"; readonly factor: number }

/**
 * A composite index.
 *
 * @category models
 * @since 0.1.0
 */
export interface IndexModel {
  readonly id: string
  readonly title: string
  readonly indicators: ReadonlyArray<Indicator.Indicator>
  readonly groups: ReadonlyArray<Group>
  readonly steps: ReadonlyArray<Step>
}

/**
 * A group with its members in the order of the model, indicators first.
 *
 * @category models
 * @since 0.1.0
 */
export interface Members {
  readonly group: Group
  readonly ids: ReadonlyArray<string>
  /** Whether every member is an indicator. */
  readonly isLowest: boolean
  /** Stated weights by name; a member without one is absent. */
  readonly stated: Weighting.ByName<Fraction.Numeral>
}

// --- errors ---

/**
 * Groups do not form one tree.
 *
 * @category errors
 * @since 0.1.0
 */
export class HierarchyBroken extends Data.TaggedError("HierarchyBroken")<{
  readonly at: string
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `hierarchy at ${JSON.stringify(this.at)}: found ${this.found}, expected ${this.expected}`
  }
}

/**
 * A step stands where it cannot run.
 *
 * @category errors
 * @since 0.1.0
 */
export class StepOutOfPlace extends Data.TaggedError("StepOutOfPlace")<{
  /** Position in the list of steps, from 0. */
  readonly at: number
  readonly step: string
  readonly expected: string
}> {
  override get message(): string {
    return `step ${this.at} (${this.step}) cannot run there; expected ${this.expected}`
  }
}

// --- operations ---

/**
 * The groups from the lowest up, so that each comes after its members; the last is the index itself.
 *
 * **Example** (Health inside a development index)
 *
 * ```ts
 * import { Result } from "effect"
 * import { IndexModel } from "@timbang/core/needs"
 * const life = { id: "life", title: "", unit: "years", source: "", direction: "more-is-better", pillar: "health", weight: 1 } as const
 * const groups = [{ id: "index", title: "", mean: "geometric" }, { id: "health", title: "", parent: "index", weight: 1, mean: "arithmetic" }] as const
 * const up = IndexModel.bottomUp({ id: "x", title: "", indicators: [life], groups, steps: [] })
 * Result.map(up, (all) => all.map(({ group, ids }) => [group.id, ...ids])) // => Result.succeed([["health", "life"], ["index", "health"]])
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const bottomUp = (
  model: IndexModel
): Result.Result<ReadonlyArray<Members>, HierarchyBroken | Indicator.IdRepeated> => {
  const { groups, indicators } = model
  const distinct = Indicator.unique("indicator or group", [...indicators, ...groups].map(({ id }) => id))
  if (Result.isFailure(distinct)) return Result.fail(distinct.failure)
  const roots = groups.filter(({ parent }) => parent === undefined)
  if (roots.length !== 1) {
    return Result.fail(
      new HierarchyBroken({
        at: model.id,
        found: `${roots.length} groups without a parent`,
        expected: "exactly one, the index itself"
      })
    )
  }
  const links = [
    ...indicators.map(({ id, pillar }) => [id, pillar] as const),
    ...groups.map(({ id, parent }) => [id, parent] as const)
  ]
  const lost = links.find(([, to]) => to !== undefined && !groups.some(({ id }) => id === to))
  if (lost !== undefined) {
    return Result.fail(
      new HierarchyBroken({
        at: lost[0],
        found: `parent ${JSON.stringify(lost[1])}`,
        expected: `one of ${
          groups.map(({ id }) => id).join(", ")
        }`
      })
    )
  }
  const down: Array<Members> = []
  const walk = (group: Group): HierarchyBroken | undefined => {
    const of = indicators.filter(({ pillar }) => pillar === group.id)
    const below = groups.filter(({ parent }) => parent === group.id)
    if (of.length + below.length === 0) {
      return new HierarchyBroken({ at: group.id, found: "no member", expected: "an indicator or a group in it" })
    }
    const stated = Object.fromEntries(
      [...of, ...below].flatMap(({ id, weight }) => (weight === undefined ? [] : [[id, weight]]))
    )
    down.push({ group, ids: [...of, ...below].map(({ id }) => id), isLowest: below.length === 0, stated })
    return below.map(walk).find((broken) => broken !== undefined)
  }
  const broken = walk(roots[0]!)
  if (broken !== undefined) return Result.fail(broken)
  if (down.length !== groups.length) {
    const circle = groups.find(({ id }) => !down.some(({ group }) => group.id === id))!
    return Result.fail(
      new HierarchyBroken({ at: circle.id, found: "a circle of parents", expected: "a way up to the index" })
    )
  }
  return Result.succeed(down.reverse())
}

/**
 * Checks that every step stands where it can run.
 *
 * **Example** (Scaling before there is an index)
 *
 * ```ts
 * import { Result } from "effect"
 * import { IndexModel } from "@timbang/core/needs"
 * const normalise = { step: "normalise", by: { method: "goalposts" } } as const
 * Result.isSuccess(IndexModel.checkSteps([normalise, { step: "aggregate" }, { step: "scale", factor: 100 }])) // => true
 * Result.isFailure(IndexModel.checkSteps([normalise, { step: "scale", factor: 100 }])) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const checkSteps = (steps: ReadonlyArray<Step>): Result.Result<ReadonlyArray<Step>, StepOutOfPlace> => {
  const normalise = steps.findIndex(({ step }) => step === "normalise")
  const aggregate = steps.findIndex(({ step }) => step === "aggregate")
  const refused = (at: number, step: string, expected: string) =>
    Result.fail(new StepOutOfPlace({ at, step, expected }))
  if (normalise === -1) {
    return refused(steps.length, "end", "one step normalise; name the method none to keep figures as they are")
  }
  if (aggregate < normalise) return refused(Math.max(aggregate, 0), "aggregate", "one step aggregate after normalise")
  for (const [at, { step }] of steps.entries()) {
    if ((step === "impute" || step === "outliers") && at > normalise) return refused(at, step, "it before normalise")
    if (step === "normalise" && at !== normalise) return refused(at, step, "normalise once")
    if (step === "aggregate" && at !== aggregate) return refused(at, step, "aggregate once")
    if (step === "weigh" && at > aggregate) return refused(at, step, "it before aggregate")
    if (step === "scale" && at < aggregate) return refused(at, step, "it after aggregate")
  }
  return Result.succeed(steps)
}
