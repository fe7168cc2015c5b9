/**
 * Judgements of two and two for weights by AHP, one a row, as a CSV or XLSX file.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import type { PairwiseComparison } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { type Effect, Result } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * The judgements of a file, in its order. Not every pair has to be there.
 *
 * @category models
 * @since 0.1.0
 */
export interface ComparisonsRead {
  readonly comparisons: ReadonlyArray<PairwiseComparison.Comparison>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- columns ---

/**
 * The columns: `more` is `times` as important as `less`.
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  more: Column.identifier({ aliases: ["Lebih Penting", "Kriteria 1"], need: "cell", sample: "poverty" }),
  less: Column.identifier({ aliases: ["Kurang Penting", "Kriteria 2"], need: "cell", sample: "schooling" }),
  times: Column.text({ aliases: ["Kali", "Nilai"], need: "cell", sample: "3", unit: "above 0, usually 1/9-9" })
}

// --- operations ---

/**
 * Reads judgements about named criteria, or fails with every fault of the file: a name that is none of them, a judgement that is no
 * number above zero, a pair that is judged twice.
 *
 * **Example** (One judgement)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { ComparisonsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("more,less,times\na,b,3\n")
 * const { comparisons } = await Effect.runPromise(ComparisonsFile.read({ file: "P.csv", bytes }, ["a", "b"]))
 * comparisons // => [{ more: "a", less: "b", times: 3 }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input, criteria: ReadonlyArray<string>): Effect.Effect<ComparisonsRead, Fault.InputRefused> =>
  Whole.read(input, columns, (table, faults): ComparisonsRead => {
    const { file, rows, size } = table
    const firstOf = new Map<string, number>()
    const comparisons = Array.from({ length: size }, (_, i): PairwiseComparison.Comparison => {
      const [more, less, times] = [table.columns.more[i]!, table.columns.less[i]!, table.columns.times[i]!]
      const row = rows[i]!
      for (const column of ["more", "less"] as const) {
        const found = table.columns[column][i]!
        if (!criteria.includes(found)) faults.push({ _tag: "UnknownCode", file, row, column, found, accepted: criteria, nearest: undefined })
      }
      const pair = JSON.stringify([more, less].toSorted())
      const firstRow = more === less ? row : firstOf.get(pair)
      if (firstRow === undefined) firstOf.set(pair, row)
      else if (more !== "" && less !== "") faults.push({ _tag: "Duplicate", file, row, column: "less", found: `${more} / ${less}`, firstRow })
      const ratio = Fraction.parse(times.replace(/^(\d+),(\d+)$/, "$1.$2"))
      const number = Result.isSuccess(ratio) ? Fraction.toNumber(ratio.success) : NaN
      if (Number.isNaN(number)) faults.push({ _tag: "NotANumber", file, row, column: "times", found: times })
      else if (!(number > 0)) faults.push({ _tag: "NotAbove", file, row, column: "times", found: times, limit: "0", neededBy: "AHP" })
      return { more, less, times: number }
    })
    return { comparisons, corrections: table.corrections, origin: table.origin }
  }, { prefersSheet: "comparisons" })
