/**
 * Workload analysis (analisis beban kerja, ABK) by its four methods, and how well a position is used.
 *
 * A need is an exact fraction of people; it is rounded once for a position, never task by task.
 *
 * Source: PermenPANRB 1/2020 and Peraturan BKN 9/2022; the numbers of the law come as parameters.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Fraction, type Rounding } from "../number/index.ts"

// --- models ---

/**
 * One task of a position: how much of it comes in the period, and how much of it one person or one hour does.
 *
 * @category models
 * @since 0.1.0
 */
export interface Task {
  readonly name: string
  /** Quantity of the period: outputs, objects served, pieces of equipment, or times the task is done. */
  readonly load: Fraction.Numeral
  /**
   * `output`, `object`, `equipment`: load that one person masters in the period (standar kemampuan rata-rata, or RPK).
   * `task`: time one unit takes, in the unit of `workingTime`.
   */
  readonly norm: Fraction.Numeral
  /** People on duty one after the other; only of equipment. 1 when absent. */
  readonly shifts?: Fraction.Numeral
  /** Why the task is listed but not counted; only main tasks count. */
  readonly notCounted?: string
}

/**
 * A method of ABK: by output (hasil kerja), by object (objek kerja), by equipment (peralatan kerja), or task by task
 * (tugas per tugas jabatan).
 *
 * @category models
 * @since 0.1.0
 */
export type Method = "output" | "object" | "equipment" | "task"

/**
 * The need of one position, unrounded and rounded, with the share of each task.
 *
 * @category models
 * @since 0.1.0
 */
export interface Need {
  /** Unit: people, exact. */
  readonly exact: Fraction.Fraction
  /** Unit: people, whole. */
  readonly people: number
  readonly rows: ReadonlyArray<{
    readonly name: string
    readonly people: Fraction.Fraction
    readonly notCounted?: string
  }>
  /** There is work, but too little for a post of its own: merge it with another position. */
  readonly mergeWithAnother: boolean
}

/**
 * How fully the people of a position are used: EJ for a position, EU for a unit.
 *
 * @category models
 * @since 0.1.0
 */
export interface Efficiency {
  /** Workload divided by the working time of the people there. Above 1 there are too few of them. */
  readonly ratio: Fraction.Fraction
  /** Class (PJ or PU), such as `A`; `overload` says so whatever the class is called. */
  readonly grade: string
  readonly overload: boolean
}

/**
 * A class of EJ and the ratio from which it holds; `over` classes hold above the limit only.
 *
 * @category models
 * @since 0.1.0
 */
export interface Grade {
  readonly grade: string
  readonly from: Fraction.Numeral
  readonly over?: boolean
}

// --- errors ---

/**
 * A number of a workload cannot be used.
 *
 * @category errors
 * @since 0.1.0
 */
export class WorkloadRefused extends Data.TaggedError("WorkloadRefused")<{
  /** Row and column in words, such as `norm of "letters"`. */
  readonly where: string
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `${this.where}: found ${this.found}, expected ${this.expected}`
  }
}

// --- operations ---

/**
 * The need of a position by one of the four methods.
 *
 * **Details**
 *
 * `output` and `object`: sum of load / norm. `equipment`: sum of load / norm x shifts. `task`: sum of load x norm /
 * `workingTime`, the effective working time of the same period and unit (minutes a year, say).
 *
 * **Example** (Six tasks of a day of 300 minutes: Kepmenpan 75/2004)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Fraction } from "@timbang/core/number"
 * import { Workload } from "@timbang/core/needs"
 * const tasks = [144, 144, 90, 150, 30, 150].map((norm, i) => ({ name: `task ${i + 1}`, load: 1, norm }))
 * const need = Result.getOrThrow(Workload.need("task", tasks, { rounding: "half-up", workingTime: 300 }))
 * Fraction.format(need.exact) // => "59/25"
 * need.people // => 2
 * ```
 *
 * @category calculating
 * @since 0.1.0
 */
export const need = (
  method: Method,
  tasks: ReadonlyArray<Task>,
  options: { readonly rounding: Rounding.Rounding; readonly workingTime?: Fraction.Numeral }
): Result.Result<Need, WorkloadRefused> =>
  Result.gen(function* () {
    const time = method === "task" ? yield* amount("working time", options.workingTime ?? "absent", true) : Fraction.one
    const rows: Array<Need["rows"][number]> = []
    for (const { load, name, norm, notCounted, shifts = 1 } of tasks) {
      const done = yield* amount(`load of "${name}"`, load, false)
      const per = yield* amount(`norm of "${name}"`, norm, true)
      const turns = yield* amount(`shifts of "${name}"`, shifts, true)
      const people =
        method === "task" ? Fraction.divide(Fraction.multiply(done, per), time) : Fraction.divide(done, per)
      rows.push({
        name,
        people: method === "equipment" ? Fraction.multiply(people, turns) : people,
        ...(notCounted === undefined ? {} : { notCounted })
      })
    }
    const exact = Fraction.sum(rows.filter(({ notCounted }) => notCounted === undefined).map(({ people }) => people))
    return rounded(exact, options.rounding, rows)
  })

/**
 * Efficiency of a position or unit: its need against the people there, with the class of a dated table.
 *
 * **Details**
 *
 * `need` is the unrounded need in people, so that workload / (people x working time) = need / people. Classes are read
 * from the largest limit down, of the exact ratio or, with `decimals`, of the ratio rounded half-up to so many decimals
 * first, as printed limits are meant. `undefined` when nobody is there: a ratio with no people has no value.
 *
 * **Example** (Three people with the work of 2.36)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Workload } from "@timbang/core/needs"
 * const table = [{ grade: "A", from: 1, over: true }, { grade: "B", from: "0.9" }, { grade: "C", from: "0.7" }, { grade: "D", from: 0 }]
 * const { grade, overload } = Workload.efficiency(Fraction.make(59, 25), 3, table)!
 * grade // => "C"
 * overload // => false
 * Workload.efficiency(Fraction.one, 0, table) // => undefined
 * ```
 *
 * @category calculating
 * @since 0.1.0
 */
export const efficiency = (
  need: Fraction.Fraction,
  people: number,
  table: ReadonlyArray<Grade>,
  decimals?: number
): Efficiency | undefined => {
  if (people <= 0) return undefined
  const ratio = Fraction.divide(need, Fraction.make(people))
  const limits = table
    .map(({ from, grade, over = false }) => ({ grade, over, from: Fraction.parseUnsafe(from) }))
    .sort((a, b) => Fraction.compare(b.from, a.from) || Number(b.over) - Number(a.over))
  const compared =
    decimals === undefined ? ratio : Fraction.make(Fraction.round(ratio, decimals, "half-up"), 10n ** BigInt(decimals))
  const found = limits.find(({ from, over }) => Fraction.compare(compared, from) >= (over ? 1 : 0))
  return { ratio, grade: found?.grade ?? limits.at(-1)!.grade, overload: Fraction.compare(ratio, Fraction.one) > 0 }
}

/**
 * Reads an amount of a workload: not negative, and not zero where something is divided by it.
 *
 * @internal
 */
export const amount = (
  where: string,
  found: Fraction.Numeral,
  isDivisor: boolean
): Result.Result<Fraction.Fraction, WorkloadRefused> => {
  const expected = isDivisor ? "a number above 0" : "a number, 0 or more"
  const parsed = Fraction.parse(found)
  return Result.isSuccess(parsed) && (isDivisor ? parsed.success.numerator > 0n : parsed.success.numerator >= 0n)
    ? Result.succeed(parsed.success)
    : Result.fail(new WorkloadRefused({ where, found: String(found), expected }))
}

/**
 * A need from its rows, rounded once.
 *
 * @internal
 */
export const rounded = (exact: Fraction.Fraction, rounding: Rounding.Rounding, rows: Need["rows"]): Need => {
  const people = Number(Fraction.round(exact, 0, rounding))
  return { exact, people, rows, mergeWithAnother: exact.numerator > 0n && people === 0 }
}
