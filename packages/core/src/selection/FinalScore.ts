/**
 * Runs the steps of a plan over columns of scores, rounding where the procedure rounds.
 *
 * @since 0.1.0
 */
import { absent } from "./Cohort.ts"
import type { Computation, Plan } from "./Plan.ts"

// --- models ---

/**
 * Values by component and step, one column each, in units of the last decimal; {@link absent} where an input is absent.
 *
 * @category models
 * @since 0.1.0
 */
export type Values = Readonly<Record<string, Int32Array>>

/**
 * What steps read of a cohort.
 *
 * @category models
 * @since 0.1.0
 */
export interface Scored {
  readonly size: number
  readonly scores: Values
  readonly entitlements?: Uint32Array
}

// --- operations ---

/**
 * The columns of every component and step that a plan needs.
 *
 * **Details**
 *
 * A value is absent as soon as one of its inputs is: nothing counts as zero because it is missing. A step of one input is
 * tabulated once when its range is small enough, so that the rounding costs a look-up a row.
 *
 * **Example** (The published score of one row: 398 points and 51.0)
 *
 * ```ts
 * import { Result } from "effect"
 * import { FinalScore, Plan, Specimen } from "@timbang/core/selection"
 * const plan = Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "final"))
 * const scores = { knowledge: Int32Array.of(198), attitude: Int32Array.of(200), practice: Int32Array.of(51000) }
 * FinalScore.evaluate(plan, { size: 1, scores }).final // => Int32Array.of(59546)
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const evaluate = (plan: Pick<Plan, "computations" | "scales">, cohort: Scored): Values => {
  const values: Record<string, Int32Array> = {}
  for (const id of Object.keys(plan.scales)) {
    const column = cohort.scores[id]
    if (column !== undefined) values[id] = column
  }
  for (const computation of plan.computations) {
    values[computation.id] = compute(computation, plan, values, cohort)
  }
  return values
}

/**
 * The values of one row alone, by the same steps; for explanations.
 *
 * **Example** (One row)
 *
 * ```ts
 * import { Result } from "effect"
 * import { FinalScore, Plan, Specimen } from "@timbang/core/selection"
 * const plan = Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "final"))
 * FinalScore.evaluateOne(plan, { knowledge: 198, attitude: 200, practice: 51000 }, 0)["final"] // => 59546
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const evaluateOne = (
  plan: Pick<Plan, "computations" | "scales">,
  scores: Readonly<Record<string, number>>,
  entitlements: number
): Readonly<Record<string, number>> => {
  const columns = Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, Int32Array.of(score)]))
  const values = evaluate(plan, { size: 1, scores: columns, entitlements: Uint32Array.of(entitlements) })
  return Object.fromEntries(Object.entries(values).map(([id, column]) => [id, column[0]!]))
}

const tableLimit = 1 << 17

const compute = (
  computation: Computation,
  plan: Pick<Plan, "scales">,
  values: Values,
  { entitlements, size }: Scored
): Int32Array => {
  const { inputs, isUnary, value } = computation
  const columns = inputs.map((id) => values[id] ?? new Int32Array(size).fill(absent))
  const made = new Int32Array(size)
  if (isUnary) {
    const column = columns[0]!
    const { maximum } = plan.scales[inputs[0]!]!
    if (maximum < tableLimit && maximum < size) {
      const table = new Int32Array(maximum + 1)
      for (let score = 0; score <= maximum; score++) table[score] = value([score], 0)
      for (let i = 0; i < size; i++) made[i] = column[i]! < 0 ? absent : table[column[i]!]!
    } else {
      for (let i = 0; i < size; i++) made[i] = column[i]! < 0 ? absent : value([column[i]!], 0)
    }
    return made
  }
  if (computation.isPlainSum) {
    addUp(columns, made)
    return made
  }
  const row: Array<number> = Array.from(columns, () => 0)
  for (let i = 0; i < size; i++) {
    let isAbsent = false
    for (let k = 0; k < columns.length; k++) {
      row[k] = columns[k]![i]!
      if (row[k]! < 0) isAbsent = true
    }
    made[i] = isAbsent ? absent : value(row, entitlements?.[i] ?? 0)
  }
  return made
}

/** Sums columns; the sign bit of `seen` remembers an absent input. */
const addUp = (columns: ReadonlyArray<Int32Array>, made: Int32Array): void => {
  const size = made.length
  if (columns.length === 2) {
    const [a, b] = [columns[0]!, columns[1]!]
    for (let i = 0; i < size; i++) made[i] = (a[i]! | b[i]!) < 0 ? absent : a[i]! + b[i]!
    return
  }
  if (columns.length === 3) {
    const [a, b, c] = [columns[0]!, columns[1]!, columns[2]!]
    for (let i = 0; i < size; i++) made[i] = (a[i]! | b[i]! | c[i]!) < 0 ? absent : a[i]! + b[i]! + c[i]!
    return
  }
  for (let i = 0; i < size; i++) {
    let sum = 0
    let sign = 0
    for (let k = 0; k < columns.length; k++) {
      sum += columns[k]![i]!
      sign |= columns[k]![i]!
    }
    made[i] = sign < 0 ? absent : sum
  }
}
