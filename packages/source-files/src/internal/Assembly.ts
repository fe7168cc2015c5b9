/**
 * Puts batches together to a table: one decoder for each column, the unknown columns beside them.
 */
import type { Fault } from "@timbang/core/input"
import { Result } from "effect"
import { type Column, type Columns, plain } from "../Column.ts"
import type { Batch } from "../Batches.ts"
import type { Check, Origin, Options, Table, UnknownColumn } from "../Table.ts"
import { type Cells, native, nativeAt, textAt } from "./Cells.ts"
import { type Context, type Decoder, Growing } from "./decode/Decoder.ts"
import { days } from "./decode/Days.ts"
import { identifiers, references } from "./decode/Identifiers.ts"
import { figures } from "./decode/Figures.ts"
import { decimals, integers } from "./decode/Numbers.ts"
import { codes, texts } from "./decode/Words.ts"
import { Findings } from "./Findings.ts"
import * as Header from "./Header.ts"
import * as Layout from "../Layout.ts"
import type { Receiver } from "./Reader.ts"

export class Assembly implements Receiver {
  readonly findings: Findings
  readonly headerWithin: number
  /** Set by the reader of the format. */
  allowsComma: () => boolean = () => false
  /** Size of a file whose batches are bytes of the file, as in CSV; 0 otherwise. Set by the source. Unit: bytes. */
  totalBytes = 0
  private expectedRows = 0
  /** More cells a row than the header has, where the reader has to give them. */
  readonly width: number | undefined = undefined
  protected readonly columns: Columns
  private readonly carriesUnknown: boolean
  private readonly byLayout: Options["layout"]
  private readonly decoders: ReadonlyArray<readonly [name: string, decoder: Decoder<unknown>]>
  private readonly places = new Growing((length) => new Int32Array(length), () => this.expectedRows)
  private layout: Header.Layout = { at: new Map(), unknown: [] }
  private unknown: Array<UnknownCells> = []

  private readonly onBatch: ((batch: Batch<Columns>) => void) | undefined

  /** With `onBatch`, the cells of each batch are handed over and forgotten, and the table at the end has no rows. */
  constructor(file: string, columns: Columns, options: Options, onBatch?: (batch: Batch<Columns>) => void) {
    this.onBatch = onBatch
    this.findings = new Findings(file)
    this.headerWithin = options.headerWithin ?? 1
    this.carriesUnknown = options.carriesUnknown ?? true
    this.byLayout = options.layout
    this.columns = columns
    this.decoders = Object.entries(columns).map(([name, column]) => [
      name,
      decoder({ name, column, findings: this.findings, allowsComma: () => this.allowsComma(), expectedRows: () => this.expectedRows }, column)
    ])
  }

  recognises(rows: ReadonlyArray<ReadonlyArray<string>>): number {
    return Math.max(0, ...Header.knownIn(rows, this.columns))
  }

  header(rows: ReadonlyArray<ReadonlyArray<string>>): number | undefined {
    if (rows.every((row) => row.every((cell) => cell === ""))) {
      this.findings.fault({ _tag: "FileEmpty", file: this.findings.file })
      return undefined
    }
    const index = Header.choose(rows, this.columns)
    this.layout = Header.match(rows[index]!, index + 1, this.columns, this.findings)
    if (index > 0) this.findings.correct({ _tag: "HeaderRow", file: this.findings.file, row: index + 1 })
    if (this.byLayout !== undefined) this.leaveAside(this.byLayout, rows[index]!)
    this.unknown = this.layout.unknown.map((column) => ({ ...column, cells: [], isDropped: !this.carriesUnknown, isPersonal: false }))
    return index
  }

  cells(cells: Cells): void {
    if (this.expectedRows === 0 && this.onBatch === undefined) this.expectedRows = Math.ceil(1.02 * this.totalBytes / cells.bytes.length * cells.rows)
    this.places.reserve(cells.rows).set(cells.places.subarray(0, cells.rows), this.places.size)
    this.places.size += cells.rows
    for (const [name, decoder] of this.decoders) {
      const at = this.layout.at.get(name)
      if (at !== undefined) decoder.push(cells, at)
    }
    for (const column of this.unknown) if (!column.isDropped) this.carry(cells, column)
    if (this.onBatch !== undefined) {
      const columns = Object.fromEntries(this.decoders.map(([name, decoder]) => [name, this.layout.at.has(name) ? decoder.take() : decoder.absent(cells.rows)]))
      this.onBatch({ size: cells.rows, rows: this.places.take(), columns: columns as Batch<Columns>["columns"] })
    }
  }

  /** What the layout does not read is no surprise; that nobody has tried it is one where a header of its own was found. */
  private leaveAside(layout: Layout.Layout, headers: ReadonlyArray<string>): void {
    const notRead = new Set((layout.notRead ?? []).map(plain))
    this.layout = { ...this.layout, unknown: this.layout.unknown.filter(({ header }) => !notRead.has(plain(header))) }
    const isUsed = [...this.layout.at].some(([name, at]) => Layout.isItsHeader(layout, name, headers[at] ?? ""))
    if (isUsed && layout.tried.length === 0) {
      this.findings.correct({ _tag: "LayoutUntried", file: this.findings.file, layout: layout.layout, version: layout.version })
    }
  }

  /** Counts columns as not in the file, although the header was said to have them. */
  protected withdraw(names: ReadonlyArray<string>): void {
    this.layout = { ...this.layout, at: new Map([...this.layout.at].filter(([name]) => !names.includes(name))) }
  }

  finish<C extends Columns>(origin: Origin | undefined, check?: Check<C>): Result.Result<Table<C>, Fault.InputRefused> {
    const { corrections, file } = this.findings
    const decoded = this.finished()
    for (const { header, isPersonal, nearest } of this.unknown) {
      this.findings.correct(
        isPersonal ? { _tag: "PersonalColumn", file, column: header } : { _tag: "UnknownColumn", file, column: header, nearest }
      )
    }
    if (origin === undefined) return Result.fail(this.findings.refusal())
    const table: Table<C> = {
      file,
      size: this.places.size,
      columns: decoded as Table<C>["columns"],
      present: new Set(this.layout.at.keys()),
      rows: this.places.finish(),
      unknown: this.unknown.filter(({ isDropped }) => !isDropped)
        .map(({ cells, header, nearest }): UnknownColumn => ({ header, nearest, cells })),
      corrections,
      origin
    }
    if (check !== undefined) this.look(table, check)
    return this.findings.total === 0 ? Result.succeed(table) : Result.fail(this.findings.refusal())
  }

  /** Adds what a closer look finds, unless the file is at fault as a whole or the cell was refused already. */
  private look<C extends Columns>(table: Table<C>, check: Check<C>): void {
    const { faults, total } = this.findings
    if (total > faults.length || faults.some(isOfWhole)) return
    const refused = new Map<number, Set<string>>()
    for (const fault of faults) {
      if ("column" in fault) refused.set(fault.row, (refused.get(fault.row) ?? new Set()).add(fault.column))
      else if (fault._tag === "CellsBeyondHeader") refused.set(fault.row, new Set(Object.keys(this.columns)))
    }
    for (const fault of check(table, refused)) {
      if (!("column" in fault) || refused.get(fault.row)?.has(fault.column) !== true) this.findings.fault(fault)
    }
  }

  /** The columns; those that the file does not have are made when somebody asks for them. */
  private finished(): object {
    const columns = {}
    for (const [name, decoder] of this.decoders) {
      if (this.layout.at.has(name)) Object.defineProperty(columns, name, { value: decoder.finish(), enumerable: true })
      else {
        let made: unknown
        Object.defineProperty(columns, name, { get: () => made ??= decoder.absent(this.places.size), enumerable: true })
      }
    }
    return columns
  }

  private carry(cells: Cells, column: UnknownCells): void {
    for (let r = 0; r < cells.rows; r++) {
      const text = textAt(cells, r, column.at)
      if (Header.looksLikeNik(text)) {
        Object.assign(column, { cells: [], isDropped: true, isPersonal: true })
        return
      }
      if (nativeAt(cells, r, column.at) === native.formula) {
        this.findings.fault({ _tag: "FormulaCell", file: this.findings.file, row: cells.places[r]!, column: column.header })
      }
      column.cells.push(text)
    }
  }
}

/** Whether a fault leaves no cell of the table to be trusted. */
const isOfWhole = (fault: Fault.Fault): boolean =>
  "column" in fault ? fault._tag === "ColumnMissing" || fault._tag === "ColumnTwice" : fault._tag !== "CellsBeyondHeader"

interface UnknownCells {
  readonly header: string
  readonly at: number
  readonly nearest: string | undefined
  readonly cells: Array<string>
  readonly isDropped: boolean
  readonly isPersonal: boolean
}

const decoder = (context: Context, column: Column): Decoder<unknown> => {
  switch (column.kind) {
    case "identifier":
      return identifiers(context, column)
    case "reference":
      return references(context, column)
    case "text":
      return texts(context, column)
    case "integer":
      return integers(context, column)
    case "decimal":
      return decimals(context, column)
    case "figure":
      return figures(context, column)
    case "day":
      return days(context, column)
    case "code":
      return codes(context, column)
  }
}
