/**
 * A layout proposed for a file that nobody has described yet. Nothing is decided by likeness: every heading says how it was
 * matched, and one that only comes near a known header is left for a person to name.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { Effect } from "effect"
import { type Columns, plain } from "./Column.ts"
import * as Header from "./internal/Header.ts"
import * as Likeness from "./internal/Likeness.ts"
import { Peek } from "./internal/Peek.ts"
import * as Source from "./internal/Source.ts"
import * as Layout from "./Layout.ts"
import type { Input } from "./Table.ts"

// --- models ---

/**
 * How a heading of the file was matched.
 *
 * - `Named`: a person said so. `Own`: it is a header that the table reads by itself. `OfLayout`: a known layout has it.
 * - `ByCells`: all its filled cells, `cells` of them, are words of one code of the table.
 * - `Near`: it has the words of the header `to` of the column, or comes near it; not taken.
 * - `Taken`: it means a column that the heading `by` has already; not taken.
 * - `LeftAside`: a known layout leaves it aside. `Personal`: never read. `Unmatched`: nothing fits.
 *
 * @category models
 * @since 0.1.0
 */
export type How =
  | { readonly _tag: "Named" }
  | { readonly _tag: "Own" }
  | { readonly _tag: "OfLayout"; readonly layout: string; readonly version: number }
  | { readonly _tag: "ByCells"; readonly cells: number }
  | { readonly _tag: "Near"; readonly to: string }
  | { readonly _tag: "Taken"; readonly by: string }
  | { readonly _tag: "LeftAside"; readonly layout: string; readonly version: number }
  | { readonly _tag: "Personal" }
  | { readonly _tag: "Unmatched" }

/**
 * One heading of the file.
 *
 * @category models
 * @since 0.1.0
 */
export interface Heading {
  readonly header: string
  /** The column of the table that it is, or that it may be where it was not taken. */
  readonly column: string | undefined
  readonly how: How
  readonly isTaken: boolean
  /** Words below it that no code of its column knows, each once; at most twenty. */
  readonly words: ReadonlyArray<string>
}

/**
 * What is proposed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Proposed {
  readonly layout: Layout.Layout
  readonly headings: ReadonlyArray<Heading>
  /** Needed columns of the table that no heading of the file was taken for. */
  readonly missing: ReadonlyArray<string>
  /** Rows that were looked at. */
  readonly rows: number
}

/**
 * What is known when a file is looked at.
 *
 * @category models
 * @since 0.1.0
 */
export interface Known {
  readonly name: string
  /** The table, and its columns. */
  readonly of: string
  readonly columns: Columns
  /** Layouts of the same table. */
  readonly layouts: ReadonlyArray<Layout.Layout>
  /** Columns that a person named, by heading. */
  readonly named?: Readonly<Record<string, string>>
}

// --- operations ---

/**
 * Looks at a file and proposes a layout for it.
 *
 * **Example** (One heading is known, one only comes near, one is a code by its cells)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Layouts, LayoutProposal, ProposalsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("id_usulan;angaran;Hasil;NIK\nU1;5;Ditolak;1\n")
 * const known = { name: "own", of: "proposals", columns: ProposalsFile.columns, layouts: [Layouts.of("sipd-proposals")] }
 * const proposed = await Effect.runPromise(LayoutProposal.learn({ file: "U.csv", bytes }, known))
 * proposed.headings.map(({ column, how, isTaken }) => [column, how._tag, isTaken]) // => [["proposal", "OfLayout", true], ["cost", "Near", false], ["state", "ByCells", true], [undefined, "Personal", false]]
 * proposed.missing // => ["cost"]
 * ```
 *
 * @category learning
 * @since 0.1.0
 */
export const learn: (input: Input, known: Known) => Effect.Effect<Proposed, Fault.InputRefused> = Effect.fn("LayoutProposal.learn")(
  function*(input: Input, known: Known) {
    const file = typeof input === "string" ? input : input.file
    const all = known.layouts.reduce((columns, layout) => Layout.columnsBy(layout, columns), known.columns)
    const rows = known.layouts.find(({ rows }) => rows !== undefined)?.rows
    const titles = [...rows?.titles ?? [], ...rows?.blockTitles ?? []].filter((name) => all[name] !== undefined)
    const peek = new Peek(file, all, { headerWithin: 20, titles })
    yield* Effect.promise(() => Source.feed(input, peek, {}))
    if (peek.findings.faults.some(isOfFile)) return yield* Effect.fail(peek.findings.refusal())
    const headings = matched(peek, all, known)
    const taken = headings.filter(({ isTaken }) => isTaken)
    const columns = Object.fromEntries(taken.map(({ column, header }) => {
      const codes = known.layouts.find((each) => each.columns[column!]?.codes !== undefined)?.columns[column!]?.codes
      return [column!, { headers: [header], ...(codes === undefined ? {} : { codes }) }]
    }))
    const isTaken = (name: string) => taken.some(({ column }) => column === name)
    const above = (names: ReadonlyArray<string> = []) => names.filter((name) => known.columns[name] !== undefined && !isTaken(name))
    const [titled, blockTitled, onePer] = [above(rows?.titles), above(rows?.blockTitles), rows?.onePer]
    const lacks = [...new Set(known.layouts.flatMap((each) => each.rows?.lacks ?? []))].filter((name) => !isTaken(name) && (known.columns[name]?.need ?? "cell") !== "cell")
    const needsRows = lacks.length > 0 || peek.headerRow > 1 || titled.length > 0 || (onePer !== undefined && isTaken(onePer.column))
    const leftAside = headings.filter(({ how }) => how._tag === "LeftAside").map(({ header }) => header)
    const layout: Layout.Layout = {
      layout: known.name,
      version: 1,
      of: known.of,
      title: known.name,
      source: file.split(/[/\\]/).at(-1) ?? file,
      tried: [],
      ...(needsRows
        ? {
            rows: {
              ...(peek.headerRow > 1 ? { headerWithin: Math.max(20, peek.headerRow) } : {}),
              ...(titled.length === 0 ? {} : { titles: titled }),
              ...(blockTitled.length === 0 ? {} : { blockTitles: blockTitled }),
              ...(onePer !== undefined && isTaken(onePer.column) ? { onePer } : {}),
              ...(lacks.length === 0 ? {} : { lacks })
            }
          }
        : {}),
      columns,
      ...(leftAside.length === 0 ? {} : { notRead: leftAside })
    }
    const missing = Object.entries(known.columns)
      .filter(([name, { need }]) => need !== "none" && !isTaken(name) && !titled.includes(name) && !blockTitled.includes(name) && !lacks.includes(name)).map(([name]) => name)
    const made: Proposed = { layout, headings, missing, rows: peek.texts.length }
    return made
  }
)

/** Faults for which there is nothing to look at; a needed column that is missing is what one wants to learn. */
const isOfFile = (fault: Fault.Fault): boolean => !("column" in fault) && fault._tag !== "CellsBeyondHeader"

const matched = (peek: Peek, all: Columns, known: Known): ReadonlyArray<Heading> => {
  const named = new Map(Object.entries(known.named ?? {}).map(([header, column]) => [plain(header), column]))
  const every = Header.spellingsOf(all)
  const by = new Map<string, string>()
  const filled = peek.headings.map((header, at) => ({ header, at })).filter(({ header }) => header !== "")
  const sure = new Map<number, { readonly column: string; readonly how: How }>()
  for (const { at, header } of filled) {
    if (named.has(plain(header))) sure.set(at, { column: named.get(plain(header))!, how: { _tag: "Named" } })
  }
  for (const { at, header } of filled) {
    const column = every.get(plain(header))
    if (sure.has(at) || column === undefined || named.has(plain(header))) continue
    const layout = known.layouts.find((each) => Layout.isItsHeader(each, column, header))
    sure.set(at, { column, how: layout === undefined ? { _tag: "Own" } : { _tag: "OfLayout", layout: layout.layout, version: layout.version } })
  }
  const first = [...sure].toSorted(([a, { how: one }], [b, { how: two }]) => Number(two._tag === "Named") - Number(one._tag === "Named") || a - b)
  for (const [at, { column }] of first) if (!by.has(column)) by.set(column, peek.headings[at]!)
  return filled.map(({ at, header }): Heading => {
    const heading = (column: string | undefined, how: How, isTaken = false): Heading =>
      ({ header, column, how, isTaken, words: isTaken ? wordsOf(peek, at, column!, all) : [] })
    const found = sure.get(at)
    if (found !== undefined) {
      const other = by.get(found.column)
      return other === header ? heading(found.column, found.how, true) : heading(found.column, { _tag: "Taken", by: other! })
    }
    if (Header.isPersonal(header) || peek.texts.some((row) => Header.looksLikeNik(row[at] ?? ""))) return heading(undefined, { _tag: "Personal" })
    const aside = known.layouts.find(({ notRead }) => notRead?.some((each) => plain(each) === plain(header)))
    if (aside !== undefined) return heading(undefined, { _tag: "LeftAside", layout: aside.layout, version: aside.version })
    const spoken = codeOf(peek, at, all, by)
    if (spoken !== undefined) {
      by.set(spoken.column, header)
      return heading(spoken.column, { _tag: "ByCells", cells: spoken.cells }, true)
    }
    const to = Likeness.headerOf(header, all)
    return to === undefined ? heading(undefined, { _tag: "Unmatched" }) : heading(every.get(plain(to)), { _tag: "Near", to })
  })
}

/** The one column of codes, not taken yet, whose words all cells are; two would be a guess. */
const codeOf = (peek: Peek, at: number, all: Columns, by: ReadonlyMap<string, string>) => {
  const cells = peek.texts.map((row) => row[at] ?? "").filter((text) => text !== "")
  if (cells.length === 0) return undefined
  const fitting = Object.entries(all).filter(([name, column]) =>
    column.kind === "code" && !by.has(name) && column.values.length > 0 && cells.every((text) => column.spellings.has(plain(text))))
  return fitting.length === 1 ? { column: fitting[0]![0], cells: cells.length } : undefined
}

const wordsOf = (peek: Peek, at: number, name: string, all: Columns): ReadonlyArray<string> => {
  const column = all[name]
  if (column?.kind !== "code") return []
  const strange = peek.texts.map((row) => row[at] ?? "").filter((text) => text !== "" && !column.spellings.has(plain(text)))
  return [...new Set(strange)].slice(0, 20)
}
