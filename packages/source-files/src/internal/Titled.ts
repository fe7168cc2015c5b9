/**
 * A table whose rows are described above them: by titles such as `Jabatan : Penyuluh`, by cells that are written once for
 * several rows, under a header of one or two rows that may come again.
 */
import type { Fault } from "@timbang/core/input"
import type { Result } from "effect"
import { type Columns, plain } from "../Column.ts"
import type { Check, Origin, Options, Table } from "../Table.ts"
import { Assembly } from "./Assembly.ts"
import { Batch, type Cells, native, nativeAt, textAt } from "./Cells.ts"
import * as Header from "./Header.ts"

/** Puts what stands above rows into cells of its own columns and hands the rows on. */
export class Titled extends Assembly {
  override width = 0
  private readonly spellings: ReadonlyMap<string, string>
  private readonly titled: ReadonlyArray<string>
  /** Those of the titled columns that belong to one block of rows. */
  private readonly ofBlock: ReadonlyArray<string>
  private hasRows = false
  /** Columns of a number or of an identifier: a row without any of them is no row of the table. */
  private readonly telling: ReadonlySet<string>
  /** What titles say, the outermost first. */
  private readonly titles: Array<{ readonly name: string; value: string | undefined }> = []
  private readonly everGiven = new Set<string>()
  private headers: ReadonlyArray<ReadonlyArray<string>> = []
  private names: ReadonlyArray<string | undefined> = []
  /** The texts of the header, one for each column. */
  protected merged: ReadonlyArray<string> = []
  private above: ReadonlyArray<string> = []
  private titleRows = { rows: 0, firstRow: 0 }
  private passedOver = { rows: 0, firstRow: 0 }

  constructor(file: string, columns: Columns, options: Options & { readonly titles: ReadonlyArray<string> }) {
    super(file, columns, options)
    this.spellings = Header.spellingsOf(columns)
    this.ofBlock = options.blockTitles ?? []
    this.titled = [...options.titles, ...this.ofBlock]
    this.telling = new Set(Object.entries(columns).filter(([, { kind }]) => ["identifier", "integer", "decimal", "day"].includes(kind)).map(([name]) => name))
  }

  override header(rows: ReadonlyArray<ReadonlyArray<string>>): number | undefined {
    const { bottom, names, top } = this.chooseHeader(rows)
    rows.slice(0, top).forEach((row, at) => void this.readTitles(row, at + 1))
    this.headers = rows.slice(top, bottom + 1)
    this.width = Math.max(names.length, ...rows.map((row) => row.length))
    const own = onceEach(names, this.spellings, new Set(this.titled))
    this.merged = names
    this.names = own.map((header) => this.spellings.get(plain(header)))
    this.above = this.titled.filter((name) => !this.names.includes(name))
    const header = [...Array.from({ length: this.width }, (_, at) => own[at] ?? ""), ...this.above]
    return super.header([...Array.from({ length: bottom }, () => []), header])
  }

  override cells(cells: Cells): void {
    const batch = new Batch(cells.width + this.above.length)
    for (let r = 0; r < cells.rows; r++) {
      const texts = Array.from({ length: cells.width }, (_, at) => textAt(cells, r, at))
      const row = cells.places[r]!
      if (this.isHeader(texts) || isNumbering(texts) || this.readTitles(texts, row)) continue
      if (!texts.some((text, at) => text !== "" && this.telling.has(this.names[at] ?? ""))) {
        note(this.passedOver, row)
        continue
      }
      const natives = texts.map((_, at) => nativeAt(cells, r, at))
      this.putDown(texts, natives)
      this.hasRows = true
      batch.add(row, texts, natives)
    }
    if (batch.rows > 0) super.cells(batch.take())
  }

  override finish<C extends Columns>(origin: Origin | undefined, check?: Check<C>): Result.Result<Table<C>, Fault.InputRefused> {
    const { file } = this.findings
    if (this.titleRows.rows > 0) this.findings.correct({ _tag: "TitleRows", file, ...this.titleRows })
    if (this.passedOver.rows > 0) this.findings.correct({ _tag: "RowsPassedOver", file, ...this.passedOver })
    this.withdraw(this.above.filter((name) => !this.everGiven.has(name)))
    return super.finish<C>(origin, check)
  }

  /** The row with most headers known, with the one above or below it where the two are one header. */
  private chooseHeader(rows: ReadonlyArray<ReadonlyArray<string>>): { readonly top: number; readonly bottom: number; readonly names: ReadonlyArray<string> } {
    const index = Header.choose(rows, this.columns)
    const isKnown = (header: string | undefined) => header !== undefined && this.spellings.has(plain(header))
    const adds = (upper: ReadonlyArray<string>, lower: ReadonlyArray<string>): boolean =>
      lower.some((header, at) => header !== "" && (isKnown(header) || isKnown(joined(upper, header, at)))) &&
      lower.every((header, at) => header === "" || !/^\d+([.,]\d+)?$/.test(header) && (upper[at] ?? "") !== header)
    for (const top of [index, index - 1]) {
      const [upper, lower] = [rows[top] ?? [], rows[top + 1] ?? []]
      const isOne = top >= 0 && lower.length > 0 && this.titleOf(upper) === undefined && lower.filter((header) => header !== "").length > 1 &&
        upper.filter((header) => isKnown(header)).length > 0 && adds(upper, lower) && !this.looksLikeRow(upper, lower)
      if (isOne) return { top, bottom: top + 1, names: merged(upper, lower, isKnown) }
    }
    return { top: index, bottom: index, names: rows[index] ?? [] }
  }

  /** A row of the table has cells under the headers that tell; the lower row of a header has none there. */
  private looksLikeRow(upper: ReadonlyArray<string>, lower: ReadonlyArray<string>): boolean {
    return upper.some((header, at) => this.telling.has(this.spellings.get(plain(header)) ?? "") && /^[\d.,/ -]*\d[\d.,/ -]*$/.test(lower[at] ?? ""))
  }

  private isHeader(texts: ReadonlyArray<string>): boolean {
    const filled = texts.filter((text) => text !== "")
    return filled.length > 1 && this.headers.some((header) => filled.every((text) => header.some((own) => plain(own) === plain(text))))
  }

  /** Takes in a row of titles; says whether it is one. */
  private readTitles(texts: ReadonlyArray<string>, row: number): boolean {
    if (this.titleOf(texts) === undefined) return false
    note(this.titleRows, row)
    if (this.hasRows) {
      this.hasRows = false
      for (const title of this.titles) if (this.ofBlock.includes(title.name)) title.value = undefined
    }
    let name: string | undefined
    for (const text of texts.filter((each) => each !== "")) {
      const label = this.labelOf(text)
      if (label !== undefined) {
        name = label.name
        this.setTitle(name, label.value)
      } else if (name !== undefined) {
        const own = this.titles.find((title) => title.name === name)!
        own.value = [own.value, text.replace(/^[:=]\s*/, "")].filter((part) => part !== undefined && part !== "").join(" ")
        this.everGiven.add(name)
      }
    }
    return true
  }

  /** The title that a row begins with, when it is followed by what it says. */
  private titleOf(texts: ReadonlyArray<string>): string | undefined {
    const filled = texts.filter((text) => text !== "")
    const label = filled[0] === undefined ? undefined : this.labelOf(filled[0])
    if (label === undefined || (label.value === undefined && !/^[:=]/.test(filled[1] ?? "") && filled.length !== 2)) return undefined
    return label.name
  }

  private labelOf(text: string): { readonly name: string; readonly value: string | undefined } | undefined {
    const [, label, value] = /^([^:=]+?)\s*(?:[:=]\s*(.*))?$/s.exec(text) ?? []
    const name = label === undefined ? undefined : this.spellings.get(plain(label))
    return name === undefined || !this.titled.includes(name) ? undefined : { name, value: value === "" ? undefined : value }
  }

  /** An outer title takes back the inner ones, which have to be said again. */
  private setTitle(name: string, value: string | undefined): void {
    const at = this.titles.findIndex((title) => title.name === name)
    if (at === -1) this.titles.push({ name, value })
    else if (this.ofBlock.includes(name)) this.titles[at] = { name, value }
    else this.titles.forEach((title, index) => {
      if (index >= at && (index === at || !this.ofBlock.includes(title.name))) title.value = index === at ? value : undefined
    })
    if (value !== undefined) this.everGiven.add(name)
  }

  /** What the titles say, and what a cell written once for several rows says, into the cells of a row. */
  private putDown(texts: Array<string>, natives: Array<number>): void {
    let isGiven = false
    const isNewCell = this.names.some((name, at) => texts[at] !== "" && name !== undefined && this.titled.includes(name) && !this.ofBlock.includes(name))
    for (let at = 0; at < this.names.length; at++) {
      const name = this.names[at]
      if (name === undefined || !this.titled.includes(name)) continue
      const title = this.titles.find((each) => each.name === name)
      if (title !== undefined) {
        [texts[at], natives[at]] = [title.value ?? "", native.text]
        continue
      }
      // A cell that spans rows leaves those below it empty, and every such cell to its left too.
      if (texts[at] !== "") {
        isGiven ||= !this.ofBlock.includes(name)
        this.spanned.set(name, texts[at]!)
      } else if (this.ofBlock.includes(name) ? !isNewCell : !isGiven) texts[at] = this.spanned.get(name) ?? ""
    }
    this.above.forEach((name, index) => {
      texts[this.width + index] = this.titles.find((title) => title.name === name)?.value ?? ""
      natives[this.width + index] = native.text
    })
  }

  private readonly spanned = new Map<string, string>()
}

const note = (counted: { rows: number; firstRow: number }, row: number): void => {
  if (counted.rows++ === 0) counted.firstRow = row
}

/** The header of a lower row under the nearest upper one to its left. */
const joined = (upper: ReadonlyArray<string>, header: string, at: number): string => {
  const group = upper.slice(0, at + 1).findLast((each) => each !== "") ?? ""
  return `${group} ${header}`.trim()
}

const merged = (upper: ReadonlyArray<string>, lower: ReadonlyArray<string>, isKnown: (header: string) => boolean): ReadonlyArray<string> =>
  Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const header = lower[at] ?? ""
    if (header === "") return upper[at] ?? ""
    const whole = joined(upper, header, at)
    return isKnown(whole) || !isKnown(header) ? whole : header
  })

/** Of two headers for one titled column the longer is meant: `Pendidikan Formasi` before somebody's own `Pendidikan`. */
const onceEach = (headers: ReadonlyArray<string>, spellings: ReadonlyMap<string, string>, titled: ReadonlySet<string>): ReadonlyArray<string> =>
  headers.map((header) => {
    const name = spellings.get(plain(header))
    if (name === undefined || !titled.has(name)) return header
    const longest = headers.filter((other) => spellings.get(plain(other)) === name).reduce((a, b) => (plain(b).length > plain(a).length ? b : a))
    return header === longest ? header : ""
  })

/** The row of column numbers below a header: `(1)`, `(2)`, `(3)`. */
const isNumbering = (texts: ReadonlyArray<string>): boolean => {
  const filled = texts.filter((text) => text !== "")
  return filled.length > 2 && filled.every((text, at) => Number(/^\(?(\d+)\)?$/.exec(text)?.[1] ?? -1) === at + 1)
}
