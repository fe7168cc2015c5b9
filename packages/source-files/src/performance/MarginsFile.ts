/**
 * How many users a service has by sex, age and the like: what respondents are weighted to.
 *
 * @since 0.1.0
 */
import { Fault } from "@timbang/core/input"
import { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Table from "../Table.ts"
import * as ResponsesFile from "./ResponsesFile.ts"

// --- models ---

/**
 * The users of each category of one grouping.
 *
 * @category models
 * @since 0.1.0
 */
export interface Margin {
  readonly name: ResponsesFile.Grouping
  readonly labels: ReadonlyArray<string>
  /** Unit: users. */
  readonly totals: ReadonlyArray<number>
  /** Row of the file for each category, as a spreadsheet counts. */
  readonly rows: ReadonlyArray<number>
}

// --- columns ---

const names = Object.keys(ResponsesFile.groupings) as Array<ResponsesFile.Grouping>

/**
 * The columns of a margins file: one row for each category of each margin.
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  margin: Column.code(
    Object.fromEntries(names.map((name) => [name, ResponsesFile.groupings[name].aliases])) as Record<ResponsesFile.Grouping, ReadonlyArray<string>>,
    { aliases: ["Margin", "Kelompok"], need: "cell", sample: "sex" }
  ),
  category: Column.text({ aliases: ["Kategori"], need: "cell", sample: "P" }),
  users: Column.integer({ aliases: ["Pengguna", "Jumlah Pengguna"], need: "cell", sample: "2600" })
}

// --- operations ---

/**
 * Reads a margins file, or fails with every fault of it: a category that stands twice, margins that do not add up to the same users.
 *
 * **Example** (One margin)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { MarginsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("margin,category,users\nsex,P,2600\nsex,L,2400\n")
 * await Effect.runPromise(MarginsFile.read({ file: "M.csv", bytes })) // => [{ name: "sex", labels: ["P", "L"], totals: [2600, 2400], rows: [2, 3] }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read: (input: Table.Input) => Effect.Effect<ReadonlyArray<Margin>, Fault.InputRefused> = Effect.fn("MarginsFile.read")(
  function*(input: Table.Input) {
    const { columns: cells, file, rows: rowOf, size } = yield* Table.read(input, columns, { prefersSheet: "margins" })
    const rows = Array.from({ length: size }, (_, i) => ({ name: columns.margin.values[cells.margin[i]!]!, label: cells.category[i]!, users: cells.users[i]!, row: rowOf[i]! }))
    const twice = rows.flatMap(({ label, name, row }, at): ReadonlyArray<Fault.Fault> => {
      const first = rows.findIndex((other) => other.name === name && other.label === label)
      return first === at ? [] : [{ _tag: "Duplicate", file, row, column: "category", found: `${name} / ${label}`, firstRow: rows[first]!.row }]
    })
    const margins = [...new Set(rows.map(({ name }) => name))].map((name): Margin => {
      const own = rows.filter((row) => row.name === name)
      return { name, labels: own.map(({ label }) => label), totals: own.map(({ users }) => users), rows: own.map(({ row }) => row) }
    })
    const faults = [...twice, ...unequal(file, margins)]
    if (faults.length > 0) return yield* Effect.fail(new Fault.InputRefused({ file, faults: faults.slice(0, Fault.mostKept), total: faults.length }))
    return margins
  }
)

/** Margins that do not add up to the users of the first one. */
const unequal = (file: string, [first, ...others]: ReadonlyArray<Margin>): ReadonlyArray<Fault.Fault> => {
  if (first === undefined) return []
  const sum = ({ totals }: Margin) => totals.reduce((total, users) => total + users, 0)
  return others.flatMap((margin): ReadonlyArray<Fault.Fault> =>
    sum(margin) === sum(first)
      ? []
      : [{
        _tag: "SumDiffers",
        file,
        row: margin.rows[0]!,
        column: "users",
        found: String(margin.totals[0]),
        of: margin.name,
        sum: String(sum(margin)),
        other: first.name,
        otherSum: String(sum(first)),
        otherRow: first.rows[0]!
      }])
}
