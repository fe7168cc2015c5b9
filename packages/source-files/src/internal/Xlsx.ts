/**
 * A sheet of an XLSX workbook to batches of cells.
 */
import { Day } from "@timbang/core/law"
import type { Options } from "../Table.ts"
import type { Assembly } from "./Assembly.ts"
import { BlankRows } from "./BlankRows.ts"
import { Batch, isBroken, native } from "./Cells.ts"
import { longestRow } from "./CsvScanner.ts"
import * as Workbook from "./Workbook.ts"

/** Rows of a batch. */
const rowsAtOnce = 4096

/** Reads the sheet asked for, or the first visible one that has content. */
export const read = async (bytes: Buffer, assembly: Assembly, options: Options): Promise<void> => {
  const { findings } = assembly
  const { file } = findings
  assembly.allowsComma = () => true
  let rows: Rows | undefined
  try {
    const workbook = await Workbook.open(bytes)
    const visible = workbook.sheets.filter(({ isHidden }) => !isHidden)
    const chosen = options.sheet === undefined
      ? preferred(visible, options.prefersSheet)
      : workbook.sheets.filter(({ name }) => name.toLowerCase() === options.sheet?.toLowerCase())
    if (options.sheet !== undefined && chosen.length === 0) {
      findings.fault({ _tag: "SheetMissing", file, sheet: options.sheet, sheets: workbook.sheets.map(({ name }) => name) })
      return
    }
    for (const sheet of chosen) {
      rows = new Rows(assembly, workbook, sheet.path)
      await workbook.part(sheet.path, { ...handlersOf(rows), progress: (share) => options.onProgress?.(Math.floor(share * bytes.length)) })
      rows.finish()
      if (!rows.hasContent) continue
      const others = visible.map(({ name }) => name).filter((name) => name !== sheet.name)
      if (others.length > 0) findings.correct({ _tag: "SheetRead", file, sheet: sheet.name, others })
      if (others.length > 0 && findings.faults.some(({ _tag }) => _tag === "ColumnMissing")) {
        const isWanted = options.prefersSheet === undefined || sheet.name.toLowerCase() === options.prefersSheet.toLowerCase()
        findings.fault({ _tag: "SheetOther", file, sheet: sheet.name, wanted: isWanted ? undefined : options.prefersSheet, others })
      }
      return
    }
    findings.fault({ _tag: "FileEmpty", file })
  } catch (error) {
    if (error instanceof Workbook.TooLarge) {
      const { found, limit, of, part } = error
      findings.fault({ _tag: "WorkbookTooLarge", file, part, of, found, limit })
      return
    }
    const isOther = bytes.includes("PK\u0005\u0006", "latin1") && !bytes.includes("xl/workbook", "latin1")
    findings.fault(isOther
      ? { _tag: "FormatRefused", file, found: "ZIP" }
      : { _tag: "FileTruncated", file, row: (rows?.row ?? 0) + 1, within: "workbook" })
  }
}

const handlersOf = ({ close, open, text }: Rows): Workbook.Handlers => ({ close, open, text })

const preferred = <A extends { readonly name: string }>(sheets: ReadonlyArray<A>, name: string | undefined): ReadonlyArray<A> => {
  const found = sheets.find((sheet) => sheet.name.toLowerCase() === name?.toLowerCase())
  return found === undefined ? sheets : [found, ...sheets.filter((sheet) => sheet !== found)]
}

interface Row {
  readonly row: number
  readonly texts: ReadonlyArray<string>
  readonly natives: ReadonlyArray<number>
}

/** Takes the elements of a sheet and gives rows on. */
class Rows implements Workbook.Handlers {
  row = 0
  hasContent = false
  private readonly assembly: Assembly
  private readonly workbook: Workbook.Workbook
  private readonly part: string
  private readonly blanks = new BlankRows()
  private candidates: Array<Row> = []
  private batch: Batch | undefined
  private width = 0
  private isStopped = false
  private texts: Array<string> = []
  private natives: Array<number> = []
  private column = 0
  private type = ""
  private style = 0
  private value = ""
  private isFormula = false
  private isValue = false
  private isReading = false

  constructor(assembly: Assembly, workbook: Workbook.Workbook, part: string) {
    this.assembly = assembly
    this.workbook = workbook
    this.part = part
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    switch (name) {
      case "row":
        this.row = attributes["r"] === undefined ? this.row + 1 : Number(attributes["r"])
        this.hold("rows", this.row)
        this.texts = []
        this.natives = []
        this.column = -1
        break
      case "c":
        this.column = attributes["r"] === undefined ? this.column + 1 : columnOf(attributes["r"])
        this.hold("columns", this.column + 1)
        this.type = attributes["t"] ?? "n"
        this.style = Number(attributes["s"] ?? 0)
        this.value = ""
        this.isFormula = false
        break
      case "f":
        this.isFormula = true
        break
      case "rPh":
        this.isReading = true
        break
      case "v":
      case "t":
        this.isValue = !this.isReading
        break
    }
  }

  readonly text = (piece: string): void => {
    if (this.isValue) this.value += piece
  }

  readonly close = (name: string): void => {
    switch (name) {
      case "v":
      case "t":
        this.isValue = false
        break
      case "rPh":
        this.isReading = false
        break
      case "c":
        this.cell()
        break
      case "row":
        if (!this.isStopped) this.give()
        break
    }
  }

  /** Ends the sheet. */
  finish(): void {
    if (this.batch === undefined && this.hasContent && !this.isStopped) this.chooseHeader()
    if (this.batch !== undefined && this.batch.rows > 0) this.assembly.cells(this.batch.take())
    if (this.hasContent) this.blanks.say(this.assembly.findings)
  }

  private hold(of: "rows" | "columns", found: number): void {
    if (found > Workbook.most[of]) throw new Workbook.TooLarge(this.part, of, found)
  }

  private cell(): void {
    const { column, style, type, value, workbook } = this
    let text = value
    let kind: number = native.text
    if (type === "s") text = workbook.sharedTexts[Number(value)] ?? ""
    else if (type === "str" || type === "inlineStr") text = Workbook.unescape(value)
    else if (type === "b") text = value === "1" ? "TRUE" : "FALSE"
    else if (type === "e") kind = native.error
    else if (type === "d") [kind, text] = [native.day, value.slice(0, 10)]
    else if (value !== "" && workbook.isDay(style)) [kind, text] = [native.day, dayOf(Number(value), workbook.from1904)]
    else if (value !== "") [kind, text] = [native.number, numeralOf(value)]
    if (this.isFormula) kind = native.formula
    this.texts[column] = text
    this.natives[column] = kind
  }

  private give(): void {
    const { findings } = this.assembly
    const { file } = findings
    const texts = Array.from(this.texts, (text) => text?.trim() ?? "")
    const filled = texts.findLastIndex((text) => text !== "")
    if (filled >= 0) this.hasContent = true
    if (texts.some(isBroken)) findings.fault({ _tag: "TextBroken", file, row: this.row })
    if (texts.reduce((sum, text) => sum + text.length, 0) > longestRow) {
      findings.fault({ _tag: "LineTooLong", file, row: this.row, limit: longestRow })
    }
    const { headerWithin } = this.assembly
    if (this.batch === undefined && this.row > headerWithin) this.chooseHeader()
    if (this.batch !== undefined) this.giveRow({ row: this.row, texts, natives: this.natives })
    else if (!this.isStopped) {
      this.candidates.push({ row: this.row, texts: texts.slice(0, filled + 1), natives: this.natives })
      if (this.row === headerWithin) this.chooseHeader()
    }
  }

  private chooseHeader(): void {
    const { candidates } = this
    const lines = Array.from({ length: Math.max(1, ...candidates.map(({ row }) => row)) }, (): ReadonlyArray<string> => [])
    for (const { row, texts } of candidates) lines[row - 1] = texts
    const found = this.assembly.header(lines)
    if (found === undefined) {
      this.isStopped = true
      return
    }
    this.width = this.assembly.width ?? lines[found]!.length
    this.batch = new Batch(this.width)
    for (const candidate of candidates) if (candidate.row > found + 1) this.giveRow(candidate)
  }

  private giveRow({ natives, row, texts }: Row): void {
    const { findings } = this.assembly
    const filled = texts.findLastIndex((text) => text !== "")
    if (filled < 0) return this.blanks.blank(row)
    this.blanks.filled()
    if (filled >= this.width) {
      findings.fault({ _tag: "CellsBeyondHeader", file: findings.file, row, cells: filled + 1, headers: this.width })
    }
    this.batch!.add(row, texts, natives)
    if (this.batch!.rows === rowsAtOnce) this.assembly.cells(this.batch!.take())
  }
}

/** Index of the column of an address: 0 for `A1`, 27 for `AB7`. */
const columnOf = (address: string): number => {
  let column = 0
  for (let at = 0; at < address.length; at++) {
    const letter = address.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = 26 * column + letter
  }
  return column - 1
}

/** Plain digits as they stand; other numbers with the 15 digits that a spreadsheet shows. */
const numeralOf = (value: string): string => {
  if (/^-?\d{1,21}$/.test(value)) return value
  return String(Number(Number(value).toPrecision(15)))
}

/** The day of a serial number; the part of a day behind the point is left out. The 29 February 1900 that spreadsheets believe in is no day. */
const dayOf = (serial: number, from1904: boolean): string => {
  const whole = Math.floor(serial)
  if (from1904) return Day.fromNumber(whole - 24_107)
  return whole < 1 || whole === 60 || whole > 2_958_465 ? String(serial) : Day.fromNumber(whole - (whole < 60 ? 25_568 : 25_569))
}
