/**
 * Layouts of exports: under which headers the files of other systems have the columns of a table, how they are nested, and
 * which words stand for which codes. A layout is data, a JSON document with a version.
 *
 * @since 0.1.0
 */
import { Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import { Result, Schema, SchemaIssue } from "effect"
import { type Code, type Column, type Columns, nearest, plain } from "./Column.ts"

// --- models ---

const Text = Schema.String
const Texts = Schema.Array(Text)
const maybe = Schema.optionalKey
const Name = Text.check(Schema.isPattern(/^[a-z][a-z0-9-]*$/, { expected: "a name of small letters, digits and -" }))
const CalendarDay = Text.check(Schema.makeFilter((text) => Day.isDay(text), { expected: "a calendar day, YYYY-MM-DD" }))

const Schema_ = Schema.Struct({
  layout: Name,
  version: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
  of: Text,
  title: Text,
  source: Text,
  tried: Schema.Array(Schema.Struct({ on: CalendarDay, what: Text })),
  rows: maybe(Schema.Struct({
    sheet: maybe(Text),
    headerWithin: maybe(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100 }))),
    titles: maybe(Texts),
    blockTitles: maybe(Texts),
    onePer: maybe(Schema.Struct({ column: Text, joining: Texts })),
    lacks: maybe(Texts)
  })),
  columns: Schema.Record(Text, Schema.Struct({ headers: Texts, codes: maybe(Schema.Record(Text, Texts)) })),
  notRead: maybe(Texts)
})

/**
 * A layout.
 *
 * - `of`: the table whose columns it leads to, such as `formations`.
 * - `source`: where the headers were seen.
 * - `tried`: real files that were read by this version; empty while nobody has tried it.
 * - `rows`: the sheet, how far down the header may be, what titles above rows tell (see {@link Options.titles} of `Table`), and
 *   `onePer`: rows that repeat one `column` are one, except for what they are `joining`; `lacks`: columns that the export has not, such as
 *   the number of a respondent, and that may be empty.
 * - `columns`: by column of the table, the headers it is read under and the words that stand for its codes.
 * - `notRead`: headers of the export that are left aside without a word.
 *
 * @category models
 * @since 0.1.0
 */
export type Layout = typeof Schema_.Type

// --- operations ---

/**
 * Reads a layout from unknown data, or names every place that cannot be read.
 *
 * **Example** (A version that is none)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Layout } from "@timbang/source-files"
 * const given = { layout: "own", version: 0, of: "proposals", title: "", source: "", tried: [], columns: { cost: { headers: "Pagu" } } }
 * const read = Layout.decode(given, "own.json")
 * Result.isFailure(read) && read.failure.faults.map((fault) => "path" in fault && fault.path) // => ["version", "columns.cost.headers"]
 * ```
 *
 * @category decoding
 * @since 0.1.0
 */
export const decode = (given: unknown, file: string): Result.Result<Layout, Fault.InputRefused> => {
  const read = Schema.decodeUnknownResult(Schema_)(given, { errors: "all", onExcessProperty: "error" })
  if (Result.isSuccess(read)) return Result.succeed(read.success)
  const faults = format(read.failure.issue).issues.map((issue): Fault.Fault => ({
    _tag: "LayoutPlace",
    file,
    path: (issue.path ?? []).map(keyOf).join("."),
    expected: issue.message.split(", got ")[0]!
  }))
  return Result.fail(refusal(file, faults))
}

/**
 * Holds a layout against the columns of its table: columns and codes that the table does not have, and headers that are given
 * to two columns.
 *
 * **Example** (A slip)
 *
 * ```ts
 * import { Column, Layout } from "@timbang/source-files"
 * const columns = { cost: Column.decimal({ decimals: 0 }) }
 * const layout = { layout: "own", version: 1, of: "proposals", title: "", source: "", tried: [], columns: { costs: { headers: ["Pagu"] } } }
 * Layout.faults(layout, columns, "own.json") // => [{ _tag: "LayoutColumnUnknown", file: "own.json", path: "columns.costs", found: "costs", nearest: "cost" }]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const faults = (layout: Layout, columns: Columns, file: string): ReadonlyArray<Fault.Fault> => {
  const names = Object.keys(columns).map((name): readonly [string, string] => [plain(name), name])
  const unknown = (found: string, path: string): Fault.Fault => ({ _tag: "LayoutColumnUnknown", file, path, found, nearest: nearest(found, names) })
  const { blockTitles = [], lacks = [], onePer, titles = [] } = layout.rows ?? {}
  const named = [
    ...titles.map((name, at) => [name, `rows.titles.${at + 1}`] as const),
    ...blockTitles.map((name, at) => [name, `rows.blockTitles.${at + 1}`] as const),
    ...(onePer === undefined ? [] : [[onePer.column, "rows.onePer.column"] as const, ...onePer.joining.map((name, at) => [name, `rows.onePer.joining.${at + 1}`] as const)]),
    ...lacks.map((name, at) => [name, `rows.lacks.${at + 1}`] as const),
    ...Object.keys(layout.columns).map((name) => [name, `columns.${name}`] as const)
  ]
  const needed = lacks.flatMap((name, at): ReadonlyArray<Fault.Fault> =>
    columns[name]?.need === "cell" ? [{ _tag: "LayoutPlace", file, path: `rows.lacks.${at + 1}`, expected: "Expected a column that may be empty" }] : [])
  const taken = new Map<string, string>(Object.keys(columns).map((name) => [plain(name), `columns.${name}`]))
  const ofColumns = Object.entries(layout.columns).flatMap(([name, { codes = {}, headers }]): ReadonlyArray<Fault.Fault> => {
    const column = columns[name]
    if (column === undefined) return []
    const accepted = column.kind === "code" ? column.values : []
    return [
      ...headers.flatMap((found, at): ReadonlyArray<Fault.Fault> => {
        const other = taken.get(plain(found))
        taken.set(plain(found), `columns.${name}`)
        return other === undefined || other === `columns.${name}` ? [] : [{ _tag: "LayoutHeaderTwice", file, path: `columns.${name}.headers.${at + 1}`, found, other }]
      }),
      ...Object.keys(codes).filter((found) => !accepted.includes(found)).map((found): Fault.Fault =>
        ({ _tag: "LayoutCodeUnknown", file, path: `columns.${name}.codes.${found}`, found, accepted }))
    ]
  })
  return [...named.filter(([name]) => columns[name] === undefined).map(([name, path]) => unknown(name, path)), ...needed, ...ofColumns]
}

/**
 * Columns with the headers and words of a layout. A header that the layout gives to one column is taken from the others; a
 * column of the layout that this table does not have, as a step of another rule set, is passed over.
 *
 * **Example** (A header and a word)
 *
 * ```ts
 * import { Column, Layout } from "@timbang/source-files"
 * const columns = { state: Column.code({ open: [], rejected: [] }) }
 * const layout = { layout: "own", version: 1, of: "proposals", title: "", source: "", tried: [], columns: { state: { headers: ["Status"], codes: { rejected: ["Ditolak"] } } } }
 * const { state } = Layout.columnsBy(layout, columns)
 * [state.aliases, state.spellings.get("ditolak")] // => [["Status"], 1]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const columnsBy = <C extends Columns>(layout: Layout, columns: C): C => {
  const owner = new Map(Object.entries(layout.columns).filter(([name]) => columns[name] !== undefined)
    .flatMap(([name, { headers }]) => headers.map((header) => [plain(header), name] as const)))
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => {
    const own = layout.columns[name]
    const kept = column.aliases.filter((alias) => (owner.get(plain(alias)) ?? name) === name)
    const known = new Set(kept.map(plain))
    const headers = (own?.headers ?? []).filter((header) => !known.has(plain(header)))
    const isLacking = layout.rows?.lacks?.includes(name) === true && column.need !== "cell"
    const read: Column = { ...column, aliases: [...kept, ...headers], ...(isLacking ? { need: "none" } : {}) }
    return [name, own?.codes === undefined || read.kind !== "code" ? read : withWords(read, own.codes)]
  })) as C
}

/**
 * Whether a header is one of a column that the table knows by the layout only.
 *
 * @internal
 */
export const isItsHeader = (layout: Layout, name: string, header: string): boolean =>
  plain(header) !== plain(name) && (layout.columns[name]?.headers.some((each) => plain(each) === plain(header)) ?? false)

const withWords = (column: Code, codes: Readonly<Record<string, ReadonlyArray<string>>>): Code => ({
  ...column,
  spellings: new Map([
    ...column.spellings,
    ...Object.entries(codes).filter(([value]) => column.values.includes(value))
      .flatMap(([value, words]) => words.map((word): readonly [string, number] => [plain(word), column.values.indexOf(value)]))
  ])
})

const refusal = (file: string, faults: ReadonlyArray<Fault.Fault>): Fault.InputRefused =>
  new Fault.InputRefused({ file, faults: faults.slice(0, Fault.mostKept), total: faults.length })

const format = SchemaIssue.makeFormatterStandardSchemaV1()

const keyOf = (key: PropertyKey | { readonly key: PropertyKey }): string => {
  const own = typeof key === "object" ? key.key : key
  return String(typeof own === "number" ? own + 1 : own)
}
