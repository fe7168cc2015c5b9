/**
 * Control charts of measures over time, and a fair comparison of units or officers from single answers.
 *
 * @since 0.1.0
 */
import { Fault } from "@timbang/core/input"
import type { Standing } from "@timbang/core/law"
import { Undefined } from "@timbang/core/number"
import { ControlChart, FairRank, PooledError } from "@timbang/core/performance"
import { Findings, MeasureProblems, type Sentences } from "@timbang/language"
import type { PerformanceReport } from "@timbang/report"
import { Batches, MeasuresFile, Rows, type Table, Table as Tables } from "@timbang/source-files"
import { Array, Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"

// --- models ---

/** Charts, and measures that have none with the reason. */
export interface Courses {
  readonly courses: ReadonlyArray<PerformanceReport.Course>
  readonly without: ReadonlyArray<readonly [measure: string, why: string]>
  readonly corrections: Table.Table<never>["corrections"]
}

/** A comparison, and the units that have too few answers to be in it. */
export interface Compared {
  readonly rank: FairRank.FairRank
  readonly pending: PooledError.Prepared["pending"]
  readonly corrections: Table.Table<never>["corrections"]
}

// --- operations ---

/** Charts every measure of a file: a p chart where it is counted, XmR where it is measured. */
export const courses = Effect.fn("MeasureRun.courses")(function*(path: string, lang: Sentences.Language) {
  const columns = MeasuresFile.course
  const table = yield* Tables.read(path, columns)
  const rows = [...Rows.of(table, columns)]
  const faults = rows.flatMap((row) => wrong(path, row))
  if (faults.length > 0) return yield* Effect.fail(new Fault.InputRefused({ file: path, faults, total: faults.length }))
  const charted = Object.entries(Array.groupBy(rows, ({ cells }) => cells.measure!)).map(([measure, own]) => {
    const [{ better, target: wanted, part }] = [own[0]!.cells]
    const excluded = new Set(own.flatMap(({ cells }) => (cells.excluded === "ya" ? [cells.period!] : [])))
    const isCounted = part !== undefined
    const chart = isCounted
      ? ControlChart.p(own.map(({ cells }) => ({ period: cells.period!, part: cells.part!, whole: cells.whole! })), excluded)
      : ControlChart.xmr(own.map(({ cells }) => ({ period: cells.period!, measure: cells.value! / 10 ** columns.value.decimals })), excluded)
    const target = wanted === undefined ? {} : { target: wanted / 10 ** columns.target.decimals }
    return { measure, chart, target, better: better!, decimals: isCounted ? 4 : 2 }
  })
  const made: Courses = {
    courses: charted.flatMap(({ better, chart, decimals, measure, target }) =>
      Undefined.isUndefined(chart) ? [] : [{ measure, chart, answers: ControlChart.answer(chart, { better, ...target }), ...target, decimals }]),
    without: charted.flatMap(({ chart, measure }) => (Undefined.isUndefined(chart) ? [[measure, Findings.whyUndefined(chart, lang)] as const] : [])),
    corrections: table.corrections
  }
  return made
})

/** Compares the units of a file of answers, read in constant memory but for its units. */
export const rank = Effect.fn("MeasureRun.rank")(function*(path: string, given: {
  readonly policy: FairRank.Policy
  readonly fewest: number
  readonly seed: number
  readonly standing: Standing.Standing
  readonly lang: Sentences.Language
}) {
  const { fewest, lang, policy, seed, standing } = given
  const columns = MeasuresFile.answers
  const unit = 10 ** columns.score.decimals
  // Welford's sums, so that large values with a small spread keep it.
  const counted = new Map<string, { answers: number; mean: number; squares: number }>()
  const scanned = yield* Batches.read(path, columns, ({ columns: { score, unit: { index, keys } }, size }) => {
    for (let i = 0; i < size; i++) {
      if (index[i]! < 0) continue
      const key = keys[index[i]!]!
      const sums = counted.get(key) ?? { answers: 0, mean: 0, squares: 0 }
      counted.set(key, sums)
      const value = score[i]! / unit
      const before = value - sums.mean
      sums.answers++
      sums.mean += before / sums.answers
      sums.squares += before * (value - sums.mean)
    }
  })
  const prepared = PooledError.prepare(
    [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { answers, mean, squares }]) => ({ id, estimate: mean, answers, variance: answers > 1 ? squares / (answers - 1) : 0 })),
    fewest
  )
  const refused = (line: string) => Effect.fail(new CommandFailed({ code: codes.refused, lines: [`${path}: ${line}`] }))
  if (Undefined.isUndefined(prepared)) return yield* refused(Findings.whyUndefined(prepared, lang))
  const compared = FairRank.compare(prepared.estimates, policy, { draws: 10_000, seed, standing })
  if (Result.isFailure(compared)) return yield* refused(MeasureProblems.sentence(compared.failure, lang))
  const made: Compared = { rank: compared.success, pending: prepared.pending, corrections: scanned.corrections }
  return made
})

const wrong = (file: string, { cells, row }: Rows.Row<typeof MeasuresFile.course>): ReadonlyArray<Fault.Fault> => {
  const { part, value, whole } = cells
  const missing = (column: string): Fault.Fault => ({ _tag: "CellMissing", file, row, column })
  if (value !== undefined) return []
  if (part === undefined) return [missing("value")]
  if (whole === undefined) return [missing("whole")]
  return part > whole ? [{ _tag: "OutOfRange", file, row, column: "part", found: String(part), minimum: "0", maximum: String(whole) }] : []
}
