/**
 * A file read batch by batch into typed columns, for files that are never held whole: memory does not grow with the rows.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { Effect } from "effect"
import type { Columns, Values } from "./Column.ts"
import { Assembly } from "./internal/Assembly.ts"
import { layOut } from "./internal/LaidOut.ts"
import * as Source from "./internal/Source.ts"
import type { Input, Options, Table } from "./Table.ts"

// --- models ---

/**
 * Some thousand rows as columns. It is valid only until the next one: copy what is kept.
 *
 * @category models
 * @since 0.1.0
 */
export interface Batch<C extends Columns> {
  /** Number of rows. */
  readonly size: number
  /** Row of the file for each row of the batch, as a spreadsheet counts. */
  readonly rows: Int32Array
  /** Cells by canonical header. A cell with a fault is absent; the file is refused at its end. */
  readonly columns: { readonly [Name in keyof C]: Values<C[Name]> }
}

/**
 * What is said of a file besides its rows.
 *
 * @category models
 * @since 0.1.0
 */
export type Scanned<C extends Columns> = Pick<Table<C>, "corrections" | "file" | "origin" | "present" | "unknown">

// --- operations ---

/**
 * Reads a CSV, XLSX or NDJSON file and hands over its rows batch by batch.
 *
 * **Details**
 *
 * The same rules as {@link Table.read}: every fault at once, at the end. CSV and NDJSON are read in constant memory; a
 * workbook is a compressed archive and is held whole.
 *
 * **Gotchas**
 *
 * What was made of the batches counts only when this succeeds: a file with a fault is refused after its rows were seen.
 * Columns nobody asked for are not carried. A column whose identifiers must be unique remembers all of them.
 *
 * **Example** (Add up a column)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Batches, Column } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("u1\n3\n4\n2\n")
 * const sums = { u1: 0 }
 * const add = ({ columns, size }: { columns: { u1: Int32Array }; size: number }) => { for (let i = 0; i < size; i++) sums.u1 += columns.u1[i]! }
 * const read = await Effect.runPromise(Batches.read({ file: "R.csv", bytes }, { u1: Column.integer({ maximum: 4 }) }, add))
 * [sums.u1, [...read.present]] // => [9, ["u1"]]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read: <C extends Columns>(
  input: Input,
  columns: C,
  onBatch: (batch: Batch<C>) => void,
  options?: Options
) => Effect.Effect<Scanned<C>, Fault.InputRefused> = Effect.fn("Batches.read")(
  function*<C extends Columns>(input: Input, columns: C, onBatch: (batch: Batch<C>) => void, options: Options = {}) {
    const file = typeof input === "string" ? input : input.file
    const laid = layOut(columns, options)
    const settings = { ...laid.options, carriesUnknown: false }
    const assembly = new Assembly(file, laid.columns, settings, onBatch as (batch: Batch<Columns>) => void)
    const origin = yield* Effect.promise(() => Source.feed(input, assembly, settings))
    const { corrections, origin: read, present, unknown } = yield* Effect.fromResult(assembly.finish<C>(origin))
    return { corrections, file, origin: read, present, unknown }
  }
)
