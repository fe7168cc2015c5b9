/**
 * Computes a composite index step by step and logs what each step did.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as Aggregation from "./Aggregation.ts"
import * as Imputation from "./Imputation.ts"
import type * as Indicator from "./Indicator.ts"
import * as IndexModel from "./IndexModel.ts"
import * as Normalisation from "./Normalisation.ts"
import * as Outlier from "./Outlier.ts"
import * as Rank from "./Rank.ts"
import * as Table from "./Table.ts"
import * as Weighting from "./Weighting.ts"

// --- models ---

/**
 * What one step did.
 *
 * @category models
 * @since 0.1.0
 */
export type Entry =
  | { readonly step: "impute"; readonly method: string; readonly changed: ReadonlyArray<Imputation.Changed> }
  | { readonly step: "outliers"; readonly method: string; readonly treated: ReadonlyArray<Outlier.Treated> }
  | { readonly step: "normalise"; readonly method: string; readonly directions: Weighting.ByName<Indicator.Direction> }
  | {
    readonly step: "weigh"
    readonly method: string
    readonly on: "figures" | "normalised"
    readonly weights: GroupWeights
  }
  | { readonly step: "aggregate"; readonly means: Weighting.ByName<Aggregation.Mean>; readonly weights: GroupWeights }
  | { readonly step: "scale"; readonly factor: number }

/**
 * Weights by group and then by member.
 *
 * @category models
 * @since 0.1.0
 */
export type GroupWeights = Weighting.ByName<Weighting.ByName<number>>

/**
 * Everything an index was made from and every step, as plain data: it can be stored as JSON and replayed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Log {
  readonly model: IndexModel.IndexModel
  readonly units: ReadonlyArray<string>
  /** The figures as they came in; `null` where one was missing. */
  readonly figures: Weighting.ByName<ReadonlyArray<number | null>>
  readonly entries: ReadonlyArray<Entry>
}

/**
 * An index of all units. All columns run in the order of `units`.
 *
 * @category models
 * @since 0.1.0
 */
export interface Outcome {
  readonly units: ReadonlyArray<string>
  readonly index: ReadonlyArray<number>
  /** Rank 1 is the largest index; ties share the smallest rank. Compared at 12 decimals. */
  readonly ranks: ReadonlyArray<number>
  /** The mean of each group, unit by unit, with the contributions of its members. Before `scale`. */
  readonly groups: Weighting.ByName<ReadonlyArray<Aggregation.Aggregate>>
  /** The figures that were normalised: after `impute` and `outliers`. */
  readonly treated: Table.Table
  /** Members of each group, in the order of the contributions. */
  readonly members: Weighting.ByName<ReadonlyArray<string>>
  readonly log: Log
}

// --- errors ---

/**
 * A figure is missing and no step says how to fill it.
 *
 * @category errors
 * @since 0.1.0
 */
export class FigureMissing extends Data.TaggedError("FigureMissing")<{
  readonly cells: ReadonlyArray<{ readonly unit: string; readonly indicator: string }>
}> {
  override get message(): string {
    const named = this.cells.slice(0, 3).map(({ indicator, unit }) => `${unit}/${indicator}`).join(", ")
    return `${this.cells.length} figures are missing (${named}${
      this.cells.length > 3 ? ", ..." : ""
    }); supply them or name an impute step`
  }
}

/**
 * Why there is no index.
 *
 * @category errors
 * @since 0.1.0
 */
export type IndexError =
  | FigureMissing
  | Aggregation.PartNotPositive
  | Imputation.NothingToImpute
  | Outlier.WinsoriseRefused
  | IndexModel.HierarchyBroken
  | IndexModel.StepOutOfPlace
  | Normalisation.NormalisationError
  | Table.IndicatorAbsent
  | Table.ColumnLength
  | Weighting.WeightingError

// --- operations ---

/**
 * Computes the index of every unit of a table. Indicators of the table that the model does not use are left out.
 *
 * **Example** (Two indicators, one pillar)
 *
 * ```ts
 * import { Result } from "effect"
 * import { CompositeIndex, Table } from "@timbang/core/needs"
 * const about = { title: "", unit: "", source: "", pillar: "index", direction: "more-is-better" } as const
 * const schooling = { ...about, id: "schooling", weight: 0.75, goalposts: { low: 0, high: 20 } }
 * const poverty = { ...about, id: "poverty", weight: 0.25, direction: "less-is-better", goalposts: { low: 0, high: 40 } } as const
 * const groups = [{ id: "index", title: "", mean: "arithmetic" }] as const
 * const steps = [{ step: "normalise", by: { method: "goalposts" } }, { step: "aggregate" }, { step: "scale", factor: 100 }] as const
 * const table = Result.getOrThrow(Table.make(["kerinci", "tebo"], { schooling: [10, 5], poverty: [10, 0] }))
 * const done = CompositeIndex.compute({ id: "x", title: "", indicators: [schooling, poverty], groups, steps }, table)
 * Result.map(done, ({ index }) => index) // => Result.succeed([56.25, 43.75])
 * Result.map(done, ({ ranks }) => ranks) // => Result.succeed([1, 2])
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const compute = (model: IndexModel.IndexModel, given: Table.Table): Result.Result<Outcome, IndexError> =>
  Result.gen(function*() {
    const levels = yield* IndexModel.bottomUp(model)
    yield* IndexModel.checkSteps(model.steps)
    let table = yield* columnsOf(model, given)
    const figures = Object.fromEntries(
      table.indicators.map((id, j) => [id, Array.from(table.columns[j]!, (one) => (Number.isNaN(one) ? null : one))])
    )
    const replaced = new Map<string, Weighting.ByName<number>>()
    const entries: Array<Entry> = []
    let groups: Weighting.ByName<ReadonlyArray<Aggregation.Aggregate>> = {}
    let index: ReadonlyArray<number> = []
    let isNormalised = false
    let treated = table
    for (const step of model.steps) {
      switch (step.step) {
        case "impute": {
          const done = yield* Imputation.impute(table, step.by)
          table = done.table
          entries.push({ step: "impute", method: step.by.method, changed: done.changed })
          break
        }
        case "outliers": {
          const done = yield* Outlier.treat(table, step.by)
          table = done.table
          entries.push({ step: "outliers", method: step.by.method, treated: done.treated })
          break
        }
        case "normalise": {
          const cells = Table.missing(table)
          if (cells.length > 0) return yield* Result.fail(new FigureMissing({ cells }))
          treated = table
          table = yield* Normalisation.apply(table, model.indicators, step.by)
          isNormalised = true
          entries.push({
            step: "normalise",
            method: step.by.method,
            directions: Object.fromEntries(model.indicators.map(({ direction, id }) => [id, direction]))
          })
          break
        }
        case "weigh": {
          for (const level of levels) {
            const weights = yield* weighed(level, step.by, model, table, isNormalised)
            if (weights !== undefined) replaced.set(level.group.id, weights)
          }
          entries.push({
            step: "weigh",
            method: step.by.method,
            on: isNormalised ? "normalised" : "figures",
            weights: Object.fromEntries(replaced)
          })
          break
        }
        case "aggregate": {
          const weights: Record<string, Weighting.ByName<number>> = {}
          for (const level of levels) {
            weights[level.group.id] = replaced.get(level.group.id) ?? named(yield* stated(level))
          }
          groups = yield* aggregated(levels, table, weights, step.mean)
          index = groups[levels.at(-1)!.group.id]!.map(({ result }) => result)
          entries.push({
            step: "aggregate",
            weights,
            means: Object.fromEntries(levels.map(({ group }) => [group.id, step.mean ?? group.mean]))
          })
          break
        }
        case "scale": {
          index = index.map((one) => one * step.factor)
          entries.push({ step: "scale", factor: step.factor })
        }
      }
    }
    return {
      units: table.units,
      index,
      ranks: Rank.of(index, { best: "high", ties: "minimum", decimals: 12 }),
      groups,
      treated,
      members: Object.fromEntries(levels.map(({ group, ids }) => [group.id, ids])),
      log: { model, units: table.units, figures, entries }
    }
  })

/**
 * Computes a stored log again, from its figures and its model.
 *
 * **Example** (A log without units)
 *
 * ```ts
 * import { Result } from "effect"
 * import { CompositeIndex } from "@timbang/core/needs"
 * const model = { id: "x", title: "", indicators: [], groups: [], steps: [] }
 * Result.isFailure(CompositeIndex.computeLog({ model, units: [], figures: {}, entries: [] })) // => true
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const computeLog = ({ figures, model, units }: Log): Result.Result<Outcome, IndexError> =>
  Result.flatMap(Table.make(units, figures), (table) => compute(model, table))

const columnsOf = (
  model: IndexModel.IndexModel,
  given: Table.Table
): Result.Result<Table.Table, Table.IndicatorAbsent> =>
  Result.map(
    Result.all(model.indicators.map(({ id }) => Table.column(given, id))),
    (columns) => ({ units: given.units, indicators: model.indicators.map(({ id }) => id), columns })
  )

const named = ({ ids, weights }: Weighting.Weights): Weighting.ByName<number> =>
  Object.fromEntries(ids.map((id, i) => [id, weights[i]!]))

const stated = (level: IndexModel.Members): Result.Result<Weighting.Weights, Weighting.WeightingError> =>
  Weighting.given(level.ids, level.stated)

/** The weights a step gives to the members of one group; `undefined` when it says nothing about them. */
const weighed = (
  { group, ids, isLowest }: IndexModel.Members,
  by: Weighting.Method,
  model: IndexModel.IndexModel,
  table: Table.Table,
  isNormalised: boolean
): Result.Result<Weighting.ByName<number> | undefined, Weighting.WeightingError | Table.IndicatorAbsent> => {
  const about = (all: Weighting.ByName<unknown>) => Object.keys(all).filter((id) => ids.includes(id))
  const pick = <A>(all: Weighting.ByName<A>) => Object.fromEntries(about(all).map((id) => [id, all[id]!]))
  switch (by.method) {
    case "equal":
      return Result.map(Weighting.weigh(by, ids.map(plain), [], []), named)
    case "given":
      return about(by.weights).length === 0
        ? Result.succeed(undefined)
        : Result.map(Weighting.given(ids, pick(by.weights)), named)
    case "parts":
      return about(by.parts).length === 0
        ? Result.succeed(undefined)
        : Result.map(Weighting.fromParts(ids, pick(by.parts)), named)
    case "pairwise": {
      const comparisons = by.comparisons.filter(({ less, more }) => ids.includes(more) && ids.includes(less))
      return comparisons.length === 0
        ? Result.succeed(undefined)
        : Result.map(Weighting.weigh({ method: "pairwise", comparisons }, ids.map(plain), [], []), named)
    }
    default: {
      if (!isLowest || ids.length === 1) return Result.succeed(undefined)
      const criteria = model.indicators.filter(({ pillar }) => pillar === group.id)
        .map(({ direction, id }) => ({ id, direction: isNormalised ? "more-is-better" as const : direction }))
      return Result.flatMap(
        Result.all(ids.map((id) => Table.column(table, id))),
        (columns) => Result.map(Weighting.weigh(by, criteria, table.units, columns), named)
      )
    }
  }
}

const plain = (id: string): Weighting.Weighed => ({ id, direction: "more-is-better" })

const aggregated = (
  levels: ReadonlyArray<IndexModel.Members>,
  table: Table.Table,
  weights: GroupWeights,
  mean: Aggregation.Mean | undefined
): Result.Result<Weighting.ByName<ReadonlyArray<Aggregation.Aggregate>>, Aggregation.PartNotPositive> => {
  const columns = new Map<string, ArrayLike<number>>(table.indicators.map((id, j) => [id, table.columns[j]!]))
  const groups: Record<string, ReadonlyArray<Aggregation.Aggregate>> = {}
  for (const { group, ids } of levels) {
    const parts = ids.map((id) => columns.get(id)!)
    const shares = ids.map((id) => weights[group.id]![id]!)
    const done = Result.all(
      table.units.map((unit, i) => Aggregation.of(mean ?? group.mean, unit, ids, parts.map((part) => part[i]!), shares))
    )
    if (Result.isFailure(done)) return Result.fail(done.failure)
    groups[group.id] = done.success
    columns.set(group.id, done.success.map(({ result }) => result))
  }
  return Result.succeed(groups)
}
