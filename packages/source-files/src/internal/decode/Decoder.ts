/**
 * What decoders of columns have in common: they take batches, report faults, and hand over their column at the end.
 */
import { Shape } from "@timbang/core/input"
import type { Common } from "../../Column.ts"
import { type Cells, native, nativeAt, textAt } from "../Cells.ts"
import type { Findings } from "../Findings.ts"

/** Takes the cells of one column. */
export interface Decoder<out A> {
  /** Takes column `column` of a batch. */
  readonly push: (cells: Cells, column: number) => void
  /** So many absent cells: the whole column of a file that does not have it. */
  readonly absent: (rows: number) => A
  /** Says what is only known at the end and hands over the column. */
  readonly finish: () => A
  /** Hands over the cells so far and forgets them; for files that are never held whole. */
  readonly take: () => A
}

/** The column being decoded, and where its faults go. */
export interface Context {
  readonly name: string
  readonly column: Common
  readonly findings: Findings
  readonly allowsComma: () => boolean
  /** How many rows the file will likely have; 0 where nobody knows. A column makes room for them at once. */
  readonly expectedRows: () => number
}

/** What a fault may show of a text of this column. */
export const shown = (context: Context, text: string): string =>
  context.column.isPersonal ? Shape.of(text) : Shape.shown(text)

/** The facts of a fault of one cell that shows what was found. */
export const found = (context: Context, row: number, text: string) => ({
  file: context.findings.file,
  row,
  column: context.name,
  found: shown(context, text)
})

/**
 * Text of a cell that has to be read with care, or undefined when there is nothing to read: an empty cell, which is a
 * fault where it is needed, a formula or an error.
 */
export const cellText = (context: Context, cells: Cells, r: number, c: number): string | undefined => {
  const text = textAt(cells, r, c)
  const row = cells.places[r]!
  const { file } = context.findings
  switch (nativeAt(cells, r, c)) {
    case native.formula:
      context.findings.fault({ _tag: "FormulaCell", file, row, column: context.name })
      return undefined
    case native.error:
      context.findings.fault({ _tag: "ErrorCell", ...found(context, row, text) })
      return undefined
  }
  if (text !== "") return text
  if (context.column.need === "cell") context.findings.fault({ _tag: "CellMissing", file, row, column: context.name })
  return undefined
}

/** A typed array that grows. */
export class Growing<A extends Int32Array | Float64Array | Int16Array> {
  size = 0
  array: A
  readonly make: (length: number) => A
  private readonly expected: () => number

  constructor(make: (length: number) => A, expected: () => number = () => 0) {
    this.make = make
    this.expected = expected
    this.array = make(0)
  }

  /** Makes room for so many more. */
  reserve(more: number): A {
    if (this.size + more > this.array.length) {
      const larger = this.make(Math.max(this.size + more, 2 * this.array.length, 1024, this.expected()))
      larger.set(this.array)
      this.array = larger
    }
    return this.array
  }

  /** The numbers, without a copy where little room was left over. */
  finish(): A {
    const { array, size } = this
    return (size > 0.9 * array.length ? array.subarray(0, size) : array.slice(0, size)) as A
  }

  /** The numbers so far; valid until more are added. */
  take(): A {
    const taken = this.array.subarray(0, this.size) as A
    this.size = 0
    return taken
  }
}
