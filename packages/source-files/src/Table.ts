/**
 * A whole file read into typed columns, or refused with all its faults at once.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import { Effect, Result } from "effect"
import type { Columns, Values } from "./Column.ts"
import { Assembly } from "./internal/Assembly.ts"
import { layOut } from "./internal/LaidOut.ts"
import * as Source from "./internal/Source.ts"
import type { Layout } from "./Layout.ts"
import { Titled } from "./internal/Titled.ts"

// --- models ---

/**
 * Rows of one file as columns.
 *
 * @category models
 * @since 0.1.0
 */
export interface Table<C extends Columns> {
  /** Name of the file as in its faults. */
  readonly file: string
  /** Number of rows. */
  readonly size: number
  /** Cells by canonical header, see {@link Values}; a column the file does not have is all absent. */
  readonly columns: { readonly [Name in keyof C]: Values<C[Name]> }
  /** Canonical headers of the columns that the file has. */
  readonly present: ReadonlySet<string>
  /** Row of the file for each row of the table, as a spreadsheet counts. */
  readonly rows: Int32Array
  /** Columns nobody asked for, carried apart; personal ones are not among them. */
  readonly unknown: ReadonlyArray<UnknownColumn>
  /** What was put right or left aside. */
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Origin
}

/**
 * A column of the file that is not one of the table's.
 *
 * @category models
 * @since 0.1.0
 */
export interface UnknownColumn {
  readonly header: string
  /** The known header that comes closest. */
  readonly nearest: string | undefined
  readonly cells: ReadonlyArray<string>
}

/**
 * The bytes a table was read from.
 *
 * @category models
 * @since 0.1.0
 */
export interface Origin {
  readonly format: Format
  /** Size of the file. Unit: bytes. */
  readonly bytes: number
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string
}

/**
 * A form of file that is read. It is told from the bytes; the name of the file only parts CSV from NDJSON.
 *
 * @category models
 * @since 0.1.0
 */
export type Format = "csv" | "xlsx" | "ndjson"

/**
 * A path, or the bytes of a file with the name that faults shall give it.
 *
 * @category models
 * @since 0.1.0
 */
export type Input = string | { readonly file: string; readonly bytes: Uint8Array }

/**
 * How to read; all of it may be left out.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** The sheet of a workbook; the first one with content by default. */
  readonly sheet?: string
  /** A sheet that is read before the others where a workbook has one of that name. */
  readonly prefersSheet?: string
  /** Rows within which the header must be; 1 by default. More allows titles above it. */
  readonly headerWithin?: number
  /**
   * Columns that may be told for many rows at once: by a title above them, as `Jabatan : Penyuluh`, or by a cell that spans
   * them. The header may then have two rows, and come again.
   */
  readonly titles?: ReadonlyArray<string>
  /** Further such columns that say something of one block of rows: they hold until a title comes after rows. */
  readonly blockTitles?: ReadonlyArray<string>
  /** The layout of the export that the file is; what it says of rows holds where nothing else is said here. */
  readonly layout?: Layout
  /** Carry unknown columns; true by default. */
  readonly carriesUnknown?: boolean
  /** Told from time to time how many bytes have been read. */
  readonly onProgress?: (bytesRead: number) => void
}

/**
 * A closer look at a table that was read, for faults that no cell shows by itself. It is told which columns were refused
 * already in which rows of the file; those cells are absent from the table. A file that is at fault as a whole is not looked at.
 *
 * @category models
 * @since 0.1.0
 */
export type Check<C extends Columns> = (table: Table<C>, refused: ReadonlyMap<number, ReadonlySet<string>>) => ReadonlyArray<Fault.Fault>

// --- operations ---

/**
 * Reads a CSV, XLSX or NDJSON file into columns.
 *
 * **Details**
 *
 * Fails with every fault of the file at once. What was put right on the way is in `corrections`. NIK, names and other
 * personal columns that were not asked for are dropped before anything is stored.
 *
 * **Example** (Two participants)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Column, Table } from "@timbang/source-files"
 * const columns = { participant: Column.identifier({ aliases: ["No Peserta"], isUnique: true }), twk: Column.integer({ maximum: 150, step: 5 }) }
 * const bytes = new TextEncoder().encode("No Peserta;TWK\n001;65\n002;\n")
 * const table = await Effect.runPromise(Table.read({ file: "P.csv", bytes }, columns))
 * table.columns.participant // => ["001", "002"]
 * table.columns.twk // => Int32Array.of(65, -1)
 * table.corrections.map(({ _tag }) => _tag) // => ["Separator"]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read: <C extends Columns>(
  input: Input,
  columns: C,
  options?: Options,
  check?: Check<C>
) => Effect.Effect<Table<C>, Fault.InputRefused> = Effect.fn("Table.read")(
  function*<C extends Columns>(input: Input, columns: C, options: Options = {}, check?: Check<C>) {
    const file = typeof input === "string" ? input : input.file
    const laid = layOut(columns, options)
    const assembly = assemblyOf(file, laid.columns, laid.options)
    const origin = yield* Effect.promise(() => Source.feed(input, assembly, laid.options))
    return yield* Effect.fromResult(assembly.finish<C>(origin, check))
  }
)

/**
 * {@link read} for CSV or NDJSON whose bytes are at hand, without a runtime.
 *
 * **Example** (A score that is not on its step)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Column, Table } from "@timbang/source-files"
 * const columns = { twk: Column.integer({ maximum: 150, step: 5 }) }
 * const read = Table.parse({ file: "P.csv", bytes: new TextEncoder().encode("twk\n66\n") }, columns)
 * Result.isFailure(read) && read.failure.faults // => [{ _tag: "OffStep", file: "P.csv", row: 2, column: "twk", found: "66", step: "5" }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const parse = <C extends Columns>(
  input: Exclude<Input, string>,
  columns: C,
  options: Options = {}
): Result.Result<Table<C>, Fault.InputRefused> => {
  const laid = layOut(columns, options)
  const assembly = assemblyOf(input.file, laid.columns, laid.options)
  return assembly.finish<C>(Source.feedText(input, assembly, laid.options))
}

const assemblyOf = (file: string, columns: Columns, options: Options): Assembly =>
  options.titles === undefined ? new Assembly(file, columns, options) : new Titled(file, columns, { ...options, titles: options.titles })
