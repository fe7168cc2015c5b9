/**
 * Workload of health workers (ABK-Kes): service standards, support work as a factor on all.
 *
 * Source: Permenkes 33/2015, Buku Manual 1.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import { Fraction, type Rounding } from "../number/index.ts"
import * as Workload from "./Workload.ts"

// --- models ---

/**
 * How an ABK-Kes sheet is computed; two bases are in use.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** Waktu kerja tersedia, WKT. Unit: minutes a year. */
  readonly availableTime: Fraction.Numeral
  /** Rounding of the need of a position. */
  readonly rounding: Rounding.Rounding
  /** Rounding of the workload standard (SBK = WKT / norm) to a whole number before dividing; none when absent. */
  readonly standardRounding?: Rounding.Rounding
}

/**
 * A supporting task of all workers of the kind (faktor tugas penunjang).
 *
 * @category models
 * @since 0.1.0
 */
export interface Support {
  readonly name: string
  /** Unit: minutes a year. */
  readonly time: Fraction.Numeral
}

// --- operations ---

/**
 * The need of one kind of health worker: (sum of achievement / SBK) x STP, with STP = 1 / (1 - sum of FTP).
 *
 * **Details**
 *
 * `load` of a task is the achievement of the year, `norm` its time in minutes. Sheets that print quotients cut to two
 * decimals give an unrounded need up to 0.03 lower; the whole number is the same.
 *
 * **Example** (Medical records: 45,000 inpatients at 5 minutes and 15,800 outpatients at 3, support 4 %)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Fraction } from "@timbang/core/number"
 * import { HealthWorkload } from "@timbang/core/needs"
 * const tasks = [{ name: "RI", load: 45000, norm: 5 }, { name: "RJ", load: 15800, norm: 3 }]
 * const support = [{ name: "reports", time: 1440 }, { name: "meetings", time: 1440 }]
 * const need = Result.getOrThrow(HealthWorkload.need(tasks, support, { availableTime: 72000, rounding: "half-up" }))
 * need.people // => 4
 * Fraction.toNumber(need.exact).toFixed(2) // => "3.94"
 * ```
 *
 * @category calculating
 * @since 0.1.0
 */
export const need = (
  tasks: ReadonlyArray<Workload.Task>,
  support: ReadonlyArray<Support>,
  options: Options
): Result.Result<Workload.Need, Workload.WorkloadRefused> =>
  Result.gen(function* () {
    const available = yield* Workload.amount("available time", options.availableTime, true)
    let share = Fraction.zero
    for (const { name, time } of support) {
      share = Fraction.add(share, Fraction.divide(yield* Workload.amount(`time of "${name}"`, time, false), available))
    }
    if (Fraction.compare(share, Fraction.one) >= 0) {
      const found = `${Fraction.format(share)} of the available time`
      return yield* Result.fail(
        new Workload.WorkloadRefused({ where: "supporting tasks", found, expected: "less than all of it" })
      )
    }
    const factor = Fraction.divide(Fraction.one, Fraction.subtract(Fraction.one, share))
    const rows: Array<Workload.Need["rows"][number]> = []
    for (const { load, name, norm, notCounted } of tasks) {
      const done = yield* Workload.amount(`load of "${name}"`, load, false)
      const plain = Fraction.divide(available, yield* Workload.amount(`norm of "${name}"`, norm, true))
      const standard =
        options.standardRounding === undefined
          ? plain
          : Fraction.make(Fraction.round(plain, 0, options.standardRounding))
      if (standard.numerator === 0n) {
        return yield* Result.fail(
          new Workload.WorkloadRefused({
            where: `norm of "${name}"`,
            found: String(norm),
            expected: "less than the available time"
          })
        )
      }
      rows.push({ name, people: Fraction.divide(done, standard), ...(notCounted === undefined ? {} : { notCounted }) })
    }
    const counted = Fraction.sum(rows.filter(({ notCounted }) => notCounted === undefined).map(({ people }) => people))
    return Workload.rounded(Fraction.multiply(counted, factor), options.rounding, rows)
  })
