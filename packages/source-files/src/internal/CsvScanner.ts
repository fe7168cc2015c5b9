/**
 * Finds rows and cells in bytes of CSV, strictly: nothing is dropped or joined in silence.
 */
import { Buffer, isUtf8 } from "node:buffer"
import { BlankRows } from "./BlankRows.ts"
import type { Findings } from "./Findings.ts"

/** Longest row that is read. Unit: bytes. */
export const longestRow = 1_048_576

/** Bytes with a meaning. */
export const byte = { quote: 34, lineFeed: 10, carriageReturn: 13, comma: 44, semicolon: 59, tab: 9 }

const { carriageReturn, lineFeed, quote, semicolon, tab } = byte

/** Finds rows and cells, and keeps count of what a file is put right in. */
export class Scanner {
  separator = 0
  width = 0
  /** Rows of the file so far. */
  row = 0
  /** Rows, their cells and their numbers of the last scan. */
  rows = 0
  /** Cells of the last row. */
  cells = 0
  bounds = new Int32Array(0)
  places = new Int32Array(1024)
  hasStarted = false
  hasMark = false
  isStopped = false
  private readonly findings: Findings
  /** 1 for each byte that may stand inside a cell without quotes. */
  private readonly isInside = new Uint8Array(256)
  private firstRow = 0
  private hasCarriageReturns = false
  private hasBareReturns = false
  private lacksLineEnd = false
  private isTextBroken = false
  private readonly blanks = new BlankRows()
  private short = { rows: 0, first: 0 }

  constructor(findings: Findings) {
    this.findings = findings
  }

  /** Sets what parts cells, how many there are in a row, and how many rows have gone. */
  begin(separator: number, width: number, row: number): void {
    this.separator = separator
    this.width = width
    this.row = row
    this.lacksLineEnd = false
    this.isInside.fill(1)
    for (const end of [separator, lineFeed, carriageReturn]) this.isInside[end] = 0
  }

  /**
   * Scans at most `most` whole rows from `at` to `length` and answers where the first unfinished one begins.
   *
   * A line feed must stand at `length`, behind the bytes, so that a cell is scanned without asking where they end.
   */
  scan(bytes: Uint8Array, length: number, at: number, isFinal: boolean, most: number, isHeader: boolean): number {
    const { isInside, separator, width } = this
    let { bounds } = this
    this.rows = 0
    this.firstRow = this.row
    while (at < length && this.rows < most) {
      const start = at
      const base = 2 * this.rows * width
      if (base + 2 * width > bounds.length) bounds = this.bounds = larger(bounds, base + 2 * width)
      let column = 0
      let isFilled = false
      let isBeyond = false
      let isMisplaced = false
      let code = 0
      for (;;) {
        let from = at
        let isDoubled = false
        const isQuoted = bytes[at] === quote
        if (isQuoted) {
          from = ++at
          for (;;) {
            while (at < length && bytes[at] !== quote) at++
            if (at + 1 >= length || bytes[at + 1] !== quote) break
            isDoubled = true
            at += 2
          }
          if (at + 1 >= length && !isFinal) return start
          if (at >= length) {
            this.findings.fault({ _tag: "FileTruncated", file: this.findings.file, row: this.row + 1, within: "quoted cell" })
            this.isStopped = true
            return start
          }
        } else {
          while (isInside[bytes[at]!] === 1) at++
        }
        let to = at
        if (isQuoted) {
          at++
          isMisplaced ||= isInside[bytes[at]!] === 1
          while (isInside[bytes[at]!] === 1) at++
        }
        if (at === length && !isFinal) return start
        code = at === length ? -1 : bytes[at]!
        while (from < to && isBlank(bytes[from]!)) from++
        while (from < to && isBlank(bytes[to - 1]!)) to--
        if (to > from && (bytes[from] === 0xc2 || bytes[to - 1] === 0xa0)) [from, to] = withoutHardBlanks(bytes, from, to)
        if (column < width) {
          bounds[base + 2 * column] = from
          bounds[base + 2 * column + 1] = isDoubled ? ~to : to
        } else if (to > from) isBeyond = true
        if (to > from) isFilled = true
        column++
        if (code !== separator) break
        at++
      }
      if (code === carriageReturn) {
        if (at + 1 === length && !isFinal) return start
        this.hasCarriageReturns = true
        const isPair = at + 1 < length && bytes[at + 1] === lineFeed
        this.hasBareReturns ||= !isPair
        at += isPair ? 2 : 1
      } else if (code === lineFeed) at++
      else this.lacksLineEnd = true
      this.row++
      this.cells = column
      if (isMisplaced) this.findings.fault({ _tag: "QuoteMisplaced", file: this.findings.file, row: this.row })
      if (column < width) bounds.fill(0, base + 2 * column, base + 2 * width)
      if (at - start > longestRow) this.refuseLongLine(this.row)
      if (isHeader || this.keeps(isFilled, isBeyond, column, code === -1)) this.place()
    }
    return at
  }

  /** Says the fault and reads no further. */
  refuseLongLine(row: number): void {
    this.findings.fault({ _tag: "LineTooLong", file: this.findings.file, row, limit: longestRow })
    this.isStopped = true
  }

  /** Refuses bytes that are no UTF-8, and the mark that an earlier conversion left for such bytes. */
  checkText(bytes: Buffer, from: number): void {
    if (this.isTextBroken || (isUtf8(bytes) && !bytes.includes("\uFFFD"))) return
    this.isTextBroken = true
    const broken = Buffer.byteLength(bytes.toString("utf8").split("\uFFFD", 1)[0]!)
    let row = 0
    while (row < this.rows - 1 && this.bounds[2 * (row + 1) * this.width]! <= broken) row++
    const isInRows = broken >= from && this.rows > 0
    this.findings.fault({ _tag: "TextBroken", file: this.findings.file, row: isInRows ? this.places[row]! : this.firstRow })
  }

  /** Says what was put right. */
  finish(): void {
    const { file } = this.findings
    const { separator, short } = this
    if (this.hasMark) this.findings.correct({ _tag: "ByteOrderMark", file })
    if (this.hasCarriageReturns) this.findings.correct({ _tag: "CarriageReturns", file, ...(this.hasBareReturns ? { alone: true } as const : {}) })
    if (separator === semicolon) this.findings.correct({ _tag: "Separator", file, separator: ";" })
    if (separator === tab) this.findings.correct({ _tag: "Separator", file, separator: "\t" })
    this.blanks.say(this.findings)
    if (short.rows > 0) this.findings.correct({ _tag: "ShortRows", file, rows: short.rows, firstRow: short.first })
    if (this.lacksLineEnd && !this.isStopped) this.findings.correct({ _tag: "NoFinalLineEnd", file })
  }

  /** Says whether the row just scanned has content, and minds rows that are blank, short or too long. */
  private keeps(isFilled: boolean, isBeyond: boolean, cells: number, isUnended: boolean): boolean {
    const { findings: { file }, row, short, width } = this
    if (!isFilled) {
      this.blanks.blank(row)
      return false
    }
    this.blanks.filled()
    if (cells < width) {
      if (isUnended) this.findings.fault({ _tag: "FileTruncated", file, row, within: "row" })
      else if (short.rows++ === 0) short.first = row
    }
    if (isBeyond) this.findings.fault({ _tag: "CellsBeyondHeader", file, row, cells, headers: width })
    return true
  }

  private place(): void {
    if (this.rows === this.places.length) this.places = larger(this.places, this.rows + 1)
    this.places[this.rows++] = this.row
  }
}

const larger = (array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> => {
  const grown = new Int32Array(Math.max(least, 2 * array.length))
  grown.set(array)
  return grown
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** Takes off no-break spaces, C2 A0, and other blanks between them. */
const withoutHardBlanks = (bytes: Uint8Array, from: number, to: number): readonly [number, number] => {
  for (;;) {
    if (from < to && isBlank(bytes[from]!)) from++
    else if (to - from >= 2 && bytes[from] === 0xc2 && bytes[from + 1] === 0xa0) from += 2
    else break
  }
  for (;;) {
    if (from < to && isBlank(bytes[to - 1]!)) to--
    else if (to - from >= 2 && bytes[to - 2] === 0xc2 && bytes[to - 1] === 0xa0) to -= 2
    else break
  }
  return [from, to]
}
