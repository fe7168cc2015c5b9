/**
 * Replays the log of a composite index with one change and says what moved.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as CompositeIndex from "./CompositeIndex.ts"
import type * as IndexModel from "./IndexModel.ts"

// --- models ---

/**
 * One change of a log.
 *
 * @category models
 * @since 0.1.0
 */
export type Change =
  | { readonly _tag: "ReplaceStep"; readonly at: number; readonly step: IndexModel.Step }
  | { readonly _tag: "InsertStep"; readonly at: number; readonly step: IndexModel.Step }
  | { readonly _tag: "RemoveStep"; readonly at: number }
  | { readonly _tag: "SetFigure"; readonly unit: string; readonly indicator: string; readonly figure: number | null }

/**
 * Index and rank of one unit before and after a change.
 *
 * @category models
 * @since 0.1.0
 */
export interface Difference {
  readonly unit: string
  readonly index: { readonly before: number; readonly after: number }
  readonly rank: { readonly before: number; readonly after: number }
}

// --- errors ---

/**
 * A change names a step, unit or indicator that the log does not have.
 *
 * @category errors
 * @since 0.1.0
 */
export class ChangeAbsent extends Data.TaggedError("ChangeAbsent")<{ readonly change: Change }> {
  override get message(): string {
    return `nothing to change at ${JSON.stringify(this.change)}; name a step, unit and indicator of the log`
  }
}

// --- operations ---

/**
 * Computes a logged index again with one change, and says what moved.
 *
 * **Example** (The same index with a geometric mean)
 *
 * ```ts
 * import { Result } from "effect"
 * import { CompositeIndex, IndexReplay, Table } from "@timbang/core/needs"
 * const about = { title: "", unit: "", source: "", pillar: "index", direction: "more-is-better", weight: 0.5, goalposts: { low: 0, high: 1 } } as const
 * const groups = [{ id: "index", title: "", mean: "arithmetic" }] as const
 * const steps = [{ step: "normalise", by: { method: "goalposts" } }, { step: "aggregate" }] as const
 * const model = { id: "x", title: "", indicators: [{ ...about, id: "a" }, { ...about, id: "b" }], groups, steps }
 * const outcome = Result.getOrThrow(CompositeIndex.compute(model, Result.getOrThrow(Table.make(["u"], { a: [0.25], b: [1] }))))
 * const change = { _tag: "ReplaceStep", at: 1, step: { step: "aggregate", mean: "geometric" } } as const
 * const again = IndexReplay.replay(outcome.log, change)
 * Result.map(again, ({ differences }) => differences[0]!.index) // => Result.succeed({ before: 0.625, after: 0.5 })
 * ```
 *
 * @category replaying
 * @since 0.1.0
 */
export const replay = (
  log: CompositeIndex.Log,
  change: Change
): Result.Result<
  { readonly outcome: CompositeIndex.Outcome; readonly differences: ReadonlyArray<Difference> },
  CompositeIndex.IndexError | ChangeAbsent
> =>
  Result.gen(function*() {
    const before = yield* CompositeIndex.computeLog(log)
    const outcome = yield* CompositeIndex.computeLog(yield* changed(log, change))
    const differences = outcome.units.map((unit, i): Difference => ({
      unit,
      index: { before: before.index[i]!, after: outcome.index[i]! },
      rank: { before: before.ranks[i]!, after: outcome.ranks[i]! }
    }))
    return { outcome, differences }
  })

const changed = (log: CompositeIndex.Log, change: Change): Result.Result<CompositeIndex.Log, ChangeAbsent> => {
  const absent = () => Result.fail(new ChangeAbsent({ change }))
  if (change._tag === "SetFigure") {
    const at = log.units.indexOf(change.unit)
    const column = log.figures[change.indicator]
    return at === -1 || column === undefined
      ? absent()
      : Result.succeed({ ...log, figures: { ...log.figures, [change.indicator]: column.with(at, change.figure) } })
  }
  const { steps } = log.model
  const last = change._tag === "InsertStep" ? steps.length : steps.length - 1
  if (!(Number.isInteger(change.at) && change.at >= 0 && change.at <= last)) return absent()
  const put = change._tag === "RemoveStep" ? [] : [change.step]
  return Result.succeed({
    ...log,
    model: { ...log.model, steps: steps.toSpliced(change.at, change._tag === "InsertStep" ? 0 : 1, ...put) }
  })
}
