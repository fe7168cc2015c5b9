/**
 * What decoders of columns have in common: they take batches, report faults, and hand over their column at the end.
 */
import { Shape } from "@timbang/core/input"
import type { Common } from "../../Column.ts"
import { type Cells, native, nativeAt, textAt } from "../Cells.ts"
import type { Findings } from "../Findings.ts"

/** Takes the cells of one column. */
export interface Decoder<out A> {
  /** Takes column `column` of a batch; -1 when the file does not have it. */
  readonly push: (cells: Cells, column: number) => void
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
  private readonly make: (length: number) => A

  constructor(make: (length: number) => A) {
    this.make = make
    this.array = make(0)
  }

  /** Makes room for so many more. */
  reserve(more: number): A {
    if (this.size + more > this.array.length) {
      const larger = this.make(Math.max(this.size + more, 2 * this.array.length, 1024))
      larger.set(this.array)
      this.array = larger
    }
    return this.array
  }

  /** Adds the same number so often. */
  fill(number: number, times: number): void {
    this.reserve(times).fill(number, this.size, this.size + times)
    this.size += times
  }

  finish(): A {
    return this.array.slice(0, this.size) as A
  }

  /** The numbers so far; valid until more are added. */
  take(): A {
    const taken = this.array.subarray(0, this.size) as A
    this.size = 0
    return taken
  }
}
