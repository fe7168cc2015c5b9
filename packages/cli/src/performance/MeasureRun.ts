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
  const faults = rows.length === 0 ? [noRows(path)] : wrong(path, rows)
  if (faults.length > 0) return yield* Effect.fail(new Fault.InputRefused({ file: path, faults, total: faults.length }))
  const charted = Object.entries(Array.groupBy(rows, ({ cells }) => cells.measure!)).map(([measure, own]) => {
    const { better, part } = own[0]!.cells
    const wanted = own.find(({ cells }) => cells.target !== undefined)?.cells.target
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
  }, { prefersSheet: "answers" })
  if (counted.size === 0) return yield* Effect.fail(new Fault.InputRefused({ file: path, faults: [noRows(path)], total: 1 }))
  const prepared = PooledError.prepare(
    [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { answers, mean, squares }]) => ({ id, estimate: mean, answers, variance: answers > 1 ? squares / (answers - 1) : 0 })),
    fewest
  )
  const refused = (line: string) => Effect.fail(new CommandFailed({ code: codes.refused, lines: [`${path}: ${line}`] }))
  if (Undefined.isUndefined(prepared)) return yield* refused(MeasureProblems.withoutError(prepared, lang))
  const { estimates, pending } = prepared
  if (estimates.length < 2 && pending.length > 0) return yield* refused(MeasureProblems.allPending(estimates.length, pending.length, pending[0]!.answers + pending[0]!.missing, lang))
  const compared = FairRank.compare(estimates, policy, { draws: 10_000, seed, standing })
  if (Result.isFailure(compared)) return yield* refused(MeasureProblems.sentence(compared.failure, lang))
  const made: Compared = { rank: compared.success, pending, corrections: scanned.corrections }
  return made
})

const noRows = (file: string): Fault.Fault => ({ _tag: "NoRows", file })

type Row = Rows.Row<typeof MeasuresFile.course>

/** What the rows of each measure contradict: a period that stands twice, counts beside values, two directions or targets. */
const wrong = (file: string, rows: ReadonlyArray<Row>): ReadonlyArray<Fault.Fault> =>
  Object.values(Array.groupBy(rows, ({ cells }) => cells.measure!)).flatMap((own) => {
    const periods = new Map<string, number>()
    return own.flatMap((each): ReadonlyArray<InRow> => {
      const { cells: { measure, period }, row } = each
      const firstRow = periods.get(period!)
      periods.set(period!, firstRow ?? row)
      return [
        ...(firstRow === undefined ? [] : [{ _tag: "Duplicate", file, row, column: "period", found: `${measure} / ${period}`, firstRow } as const]),
        ...incomplete(file, each),
        ...mixed(file, each, own),
        ...differing(file, each, own)
      ]
    })
  }).toSorted((a, b) => a.row - b.row)

type InRow = Extract<Fault.Fault, Fault.InRow>

const incomplete = (file: string, { cells: { part, value, whole }, row }: Row): ReadonlyArray<InRow> => {
  const missing = (column: string): ReadonlyArray<InRow> => [{ _tag: "CellMissing", file, row, column }]
  if (value !== undefined) return []
  if (part === undefined) return missing(whole === undefined ? "value" : "part")
  if (whole === undefined) return missing("whole")
  return part > whole ? [{ _tag: "OutOfRange", file, row, column: "part", found: String(part), minimum: "0", maximum: String(whole) }] : []
}

/** A row that measures where the first row with either column counts, or the other way round, or that does both. */
const mixed = (file: string, { cells, row }: Row, own: ReadonlyArray<Row>): ReadonlyArray<InRow> => {
  const ofOne = (fault: { readonly column: Written; readonly otherColumn: Written; readonly otherRow: number }): ReadonlyArray<InRow> =>
    [{ _tag: "NotBeside", file, row, of: cells.measure!, found: written(fault.column, cells[fault.column]!), ...fault }]
  const counted = (["part", "whole"] as const).find((column) => cells[column] !== undefined)
  if (cells.value !== undefined && counted !== undefined) return ofOne({ column: "value", otherColumn: counted, otherRow: row })
  const first = own.find(({ cells: { part, value } }) => (part === undefined) !== (value === undefined))
  if (first === undefined) return []
  if (cells.value !== undefined && first.cells.part !== undefined) return ofOne({ column: "value", otherColumn: "part", otherRow: first.row })
  if (cells.part !== undefined && first.cells.value !== undefined) return ofOne({ column: "part", otherColumn: "value", otherRow: first.row })
  return []
}

const differing = (file: string, { cells, row }: Row, own: ReadonlyArray<Row>): ReadonlyArray<InRow> =>
  (["better", "target"] as const).flatMap((column) => {
    const found = cells[column]
    const first = own.find((each) => each.cells[column] !== undefined)
    const other = first?.cells[column]
    return found === undefined || first === undefined || other === undefined || other === found
      ? []
      : [{ _tag: "RowsDiffer", file, row, column, found: written(column, found), of: cells.measure!, other: written(column, other), otherRow: first.row }]
  })

type Written = "value" | "part" | "whole" | "better" | "target"

/** A cell as it stands in the file: a decimal is kept as a whole number of its last place. */
const written = (column: Written, cell: string | number): string =>
  (column === "value" || column === "target") && typeof cell === "number" ? String(cell / 10 ** MeasuresFile.course[column].decimals) : String(cell)
