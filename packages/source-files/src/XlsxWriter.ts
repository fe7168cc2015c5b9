/**
 * Writes sheets as an XLSX workbook, as a stream: identifiers as text, numbers as numbers, days as dates, the header
 * frozen and with a filter, pictures below the rows.
 *
 * The same sheets give the same bytes.
 *
 * @since 0.1.0
 */
import { Readable } from "node:stream"
import { Day } from "@timbang/core/law"
import { ZipFile } from "yazl"
import { Bytes } from "./internal/Bytes.ts"
import { kept } from "./internal/Guard.ts"
import * as Markup from "./internal/Markup.ts"
import type { Sheet, Written } from "./Sheet.ts"

// --- constants ---

/**
 * Most rows of a sheet, the header not counted. Unit: rows.
 *
 * @category constants
 * @since 0.1.0
 */
export const mostRows = 1_048_575

// --- operations ---

/**
 * The workbook in chunks, made as they are asked for.
 *
 * **Gotchas**
 *
 * A sheet of more than {@link mostRows} rows cannot be opened; split it.
 *
 * **Example** (Read back)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Column, Sheet, Table, XlsxWriter } from "@timbang/source-files"
 * const bytes = await XlsxWriter.bytes([{ name: "Peserta", columns: [Sheet.text("participant", ["0012"])], size: 1 }])
 * const table = await Effect.runPromise(Table.read({ file: "P.xlsx", bytes }, { participant: Column.identifier() }))
 * table.columns.participant // => ["0012"]
 * ```
 *
 * @category writing
 * @since 0.1.0
 */
export const chunks = (sheets: ReadonlyArray<Sheet>): AsyncIterable<Uint8Array> => {
  const zip = new ZipFile()
  const options = { mtime: new Date(0), mode: 0o100644 }
  const add = (path: string, text: string) => zip.addBuffer(Buffer.from(text, "utf8"), path, options)
  const drawn = sheets.flatMap(({ pictures = [], size }, at) => (pictures.length === 0 ? [] : [{ pictures, size, sheet: at + 1 }]))
  add("[Content_Types].xml", Markup.contentTypes(sheets.length, drawn.map((_, at) => at + 1)))
  add("_rels/.rels", Markup.packageRelations)
  add("xl/workbook.xml", Markup.workbook(namesOf(sheets)))
  add("xl/_rels/workbook.xml.rels", Markup.workbookRelations(sheets.length))
  add("xl/styles.xml", Markup.styleSheet)
  sheets.forEach((sheet, at) => {
    zip.addReadStreamLazy(`xl/worksheets/sheet${at + 1}.xml`, { ...options, compressionLevel: 1 }, (give) => {
      give(null, Readable.from(rows(sheet)))
    })
  })
  let media = 0
  drawn.forEach(({ pictures, sheet, size }, at) => {
    add(`xl/worksheets/_rels/sheet${sheet}.xml.rels`, Markup.sheetRelations(at + 1))
    add(`xl/drawings/_rels/drawing${at + 1}.xml.rels`, Markup.drawingRelations(pictures.map((_, one) => media + one + 1)))
    add(`xl/drawings/drawing${at + 1}.xml`, Markup.drawingPart(pictures, size + 2))
    for (const { png } of pictures) zip.addBuffer(Buffer.from(png), `xl/media/image${++media}.png`, { ...options, compress: false })
  })
  zip.end()
  return zip.outputStream as Readable
}

/**
 * The whole workbook at once, for small sheets.
 *
 * **Example** (It is a ZIP archive)
 *
 * ```ts
 * import { Sheet, XlsxWriter } from "@timbang/source-files"
 * const bytes = await XlsxWriter.bytes([{ name: "Peserta", columns: [Sheet.integer("rank", [1])], size: 1 }])
 * bytes.subarray(0, 2) // => Buffer.from("PK")
 * ```
 *
 * @category writing
 * @since 0.1.0
 */
export const bytes = async (sheets: ReadonlyArray<Sheet>): Promise<Buffer> => {
  const parts: Array<Uint8Array> = []
  for await (const part of chunks(sheets)) parts.push(part)
  return Buffer.concat(parts)
}

function* rows(sheet: Sheet): Generator<Uint8Array> {
  const out = new Bytes()
  const { columns, order, pictures = [], size } = sheet
  const writers = columns.map((column, at) => writer(column, Markup.letters(at), out))
  out.text(Markup.sheetStart(columns.map(widthOf), columns.map(styleOf), pictures.length > 0))
  out.text(`<row r="1">${columns.map(({ header }, at) => textCell(`${Markup.letters(at)}1`, Markup.styles.header, header)).join("")}</row>`)
  for (let r = 0; r < size; r++) {
    const row = order === undefined ? r : order[r]!
    out.text('<row r="')
    out.integer(r + 2)
    out.text('">')
    for (let c = 0; c < writers.length; c++) writers[c]!(row, r + 2)
    out.text("</row>")
    if (out.isFull) yield out.take()
  }
  out.text(Markup.sheetEnd(columns, size, pictures.length > 0))
  yield out.take()
}

const writer = (column: Written, letters: string, out: Bytes): (row: number, place: number) => void => {
  const style = styleOf(column)
  const start = `<c r="${letters}`
  const behindNumber = `" s="${style}"><v>`
  const open = (place: number, rest: string): void => {
    out.text(start)
    out.integer(place)
    out.text(rest)
  }
  const behindText = `" s="${style}" t="inlineStr"><is><t xml:space="preserve">`
  const text = (place: number, words: string): void => {
    if (words === "") return
    open(place, behindText)
    out.text(Markup.escape(kept(words)))
    out.text("</t></is></c>")
  }
  switch (column.kind) {
    case "text":
      return (row, place) => text(place, column.cells[row]!)
    case "code": {
      const cells = column.words.map((word) => `${behindText}${Markup.escape(kept(word))}</t></is></c>`)
      return (row, place) => {
        if (column.codes[row]! >= 0) open(place, cells[column.codes[row]!]!)
      }
    }
    case "decimal":
      return (row, place) => {
        if (column.units[row] === column.absent) return
        open(place, behindNumber)
        out.decimal(column.units[row]!, column.decimals)
        out.text("</v></c>")
      }
    case "day":
      return (row, place) => {
        const day = column.days[row]!
        if (day === column.absent) return
        // Before 1 March 1900 spreadsheets count one day too many.
        if (day < firstCountedDay) return text(place, Day.fromNumber(day))
        open(place, behindNumber)
        out.integer(day + daysBefore1970)
        out.text("</v></c>")
      }
  }
}

const daysBefore1970 = 25_569
const firstCountedDay = 61 - daysBefore1970

const textCell = (address: string, style: number, text: string): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${Markup.escape(text)}</t></is></c>`

const styleOf = (column: Written): number => {
  switch (column.kind) {
    case "text":
    case "code":
      return Markup.styles.text
    case "day":
      return Markup.styles.day
    case "decimal":
      return column.decimals > 15 ? Markup.styles.plain : Markup.styles.decimals + column.decimals
  }
}

const widthOf = (column: Written): number => {
  const longest = column.kind === "text" ? Math.max(0, ...column.cells.slice(0, 100).map(({ length }) => length))
    : column.kind === "code" ? Math.max(0, ...column.words.slice(0, 100).map(({ length }) => length))
    : 10
  return Math.min(60, Math.max(column.header.length + 4, longest + 2))
}

/** A name that a sheet may have. */
/** Names as spreadsheets take them: at most 31 characters, cut between words, no two alike whatever their case. */
const namesOf = (sheets: ReadonlyArray<Sheet>): ReadonlyArray<string> => {
  const taken = new Set<string>()
  return sheets.map(({ name }) => {
    const plain = name.replace(/[[\]:*?/\\]/g, " ").replace(/^'+|'+$/g, "").trim()
    let found = fitted(plain, "")
    for (let copy = 2; taken.has(found.toLowerCase()); copy++) found = fitted(plain, ` (${copy})`)
    taken.add(found.toLowerCase())
    return found
  })
}

const fitted = (name: string, end: string): string => {
  const room = mostOfName - end.length
  if (name.length <= room) return name + end
  const cut = name.slice(0, room - 1)
  const words = name[room - 1] === " " ? cut : cut.replace(/[\s,;]+\S*$/, "")
  return `${words.replace(/[\s,;]+$/, "")}…${end}`
}

/** Unit: characters. */
const mostOfName = 31
