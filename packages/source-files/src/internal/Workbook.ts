/**
 * The parts of an XLSX workbook that a table needs: sheets in their order, shared texts, and which formats are dates.
 *
 * Why not exceljs: `docs/decisions/0006-own-xlsx-parts.md`.
 */
import { StringDecoder } from "node:string_decoder"
import { SaxesParser } from "saxes"
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl"

// --- models ---

export interface Workbook {
  readonly sheets: ReadonlyArray<Sheet>
  readonly sharedTexts: ReadonlyArray<string>
  /** Says whether cells of a style show a day. */
  readonly isDay: (style: number) => boolean
  /** Days count from 1904. */
  readonly from1904: boolean
  readonly part: (path: string, handlers: Handlers) => Promise<void>
}

export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  readonly path: string
}

/** Takes elements by their local name. */
export interface Handlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
  /** Told from time to time how much of the part has been read: 0 to 1. */
  readonly progress?: (share: number) => void
}

/** Most that is read of a part: bytes when unpacked, characters between two elements, rows and columns as a spreadsheet has them. */
export const most = { bytes: 1_073_741_824, characters: 1_048_576, rows: 1_048_576, columns: 16_384 }

// --- errors ---

/** A part holds more than {@link most}, or unpacks to more bytes than the archive tells. */
export class TooLarge {
  readonly part: string
  readonly of: keyof typeof most
  readonly found: number
  readonly limit: number

  constructor(part: string, of: keyof typeof most, found: number, limit: number = most[of]) {
    this.part = part
    this.of = of
    this.found = found
    this.limit = limit
  }
}

// --- operations ---

/** Opens a workbook; rejects when the bytes are none, or not all of one, and with {@link TooLarge}. */
export const open = async (bytes: Buffer): Promise<Workbook> => {
  // Sizes are checked in `parse`, which tells one that is too large from a part that was cut off.
  const zip = await fromBufferPromise(bytes, { validateEntrySizes: false })
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, ""), entry)
  const part = (path: string, handlers: Handlers) => parse(zip, entries.get(path), handlers)
  const book = relations(await relationsOf(part, "_rels/.rels")).find(({ type }) => type.endsWith("/officeDocument"))?.target
  if (book === undefined || !entries.has(book)) throw new Error("no workbook in the archive")
  const folder = book.slice(0, book.lastIndexOf("/") + 1)
  const related = relations(await relationsOf(part, `${folder}_rels/${book.slice(folder.length)}.rels`))
    .map(({ id, target, type }) => ({ id, type, path: target.startsWith("/") ? target.slice(1) : folder + target }))
  const pathOf = (type: string) => related.find((relation) => relation.type.endsWith(type))?.path
  const { from1904, sheets } = await sheetsOf(part, book)
  const texts = pathOf("/sharedStrings")
  const styles = pathOf("/styles")
  return {
    sheets: sheets.map(({ id, isHidden, name }) => ({ name, isHidden, path: related.find((one) => one.id === id)?.path ?? "" })),
    sharedTexts: texts === undefined ? [] : await sharedTextsOf(part, texts),
    isDay: styles === undefined ? () => false : await dayStylesOf(part, styles),
    from1904,
    part
  }
}

/** Undoes the escapes of spreadsheets, such as `_x000D_`. */
export const unescape = (text: string): string =>
  text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text

type Part = Workbook["part"]

const parse = async (zip: ZipFile, entry: Entry | undefined, handlers: Handlers): Promise<void> => {
  if (entry === undefined) throw new Error("a part of the workbook is missing")
  const { fileName, uncompressedSize } = entry
  if (uncompressedSize > most.bytes) throw new TooLarge(fileName, "bytes", uncompressedSize)
  const parser = new SaxesParser()
  const local = (name: string) => name.slice(name.indexOf(":") + 1)
  let read = 0
  let characters = 0
  parser.on("opentag", ({ attributes, name }) => {
    characters = 0
    handlers.open?.(local(name), attributes)
  })
  parser.on("text", (text) => handlers.text?.(text))
  parser.on("closetag", ({ name }) => {
    characters = 0
    handlers.close?.(local(name))
  })
  const decoder = new StringDecoder("utf8")
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    const bytes = piece as Buffer
    read += bytes.length
    if (read > uncompressedSize) throw new TooLarge(fileName, "bytes", read, uncompressedSize)
    const text = decoder.write(bytes)
    characters += text.length
    parser.write(text)
    if (characters > most.characters) throw new TooLarge(fileName, "characters", characters)
    handlers.progress?.(read / uncompressedSize)
  }
  if (read < uncompressedSize) throw new Error("a part of the workbook is cut off")
  parser.close()
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

const relations = (found: ReadonlyArray<Readonly<Record<string, string>>>): ReadonlyArray<Relation> =>
  found.map((relation) => ({
    id: relation["Id"] ?? "",
    type: relation["Type"] ?? "",
    target: (relation["Target"] ?? "").replace(/^\.\//, "")
  })).map((relation) => relation.type.endsWith("/officeDocument") ? { ...relation, target: relation.target.replace(/^\//, "") } : relation)

const relationsOf = async (part: Part, path: string): Promise<ReadonlyArray<Readonly<Record<string, string>>>> => {
  const found: Array<Readonly<Record<string, string>>> = []
  await part(path, { open: (name, attributes) => name === "Relationship" && found.push(attributes) })
  return found
}

const sheetsOf = async (part: Part, path: string) => {
  const sheets: Array<{ readonly name: string; readonly id: string; readonly isHidden: boolean }> = []
  let from1904 = false
  await part(path, {
    open: (name, attributes) => {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes["date1904"] ?? "")
      if (name !== "sheet") return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? ""
      sheets.push({ name: attributes["name"] ?? "", id, isHidden: (attributes["state"] ?? "visible") !== "visible" })
    }
  })
  return { from1904, sheets }
}

const sharedTextsOf = async (part: Part, path: string): Promise<ReadonlyArray<string>> => {
  const texts: Array<string> = []
  let text = ""
  let isText = false
  let isReading = false
  await part(path, {
    open: (name) => {
      if (name === "si") text = ""
      else if (name === "rPh") isReading = true
      else if (name === "t") isText = !isReading
    },
    text: (piece) => {
      if (isText) text += piece
    },
    close: (name) => {
      if (name === "si") texts.push(unescape(text))
      else if (name === "rPh") isReading = false
      else if (name === "t") isText = false
    }
  })
  return texts
}

const dayStylesOf = async (part: Part, path: string): Promise<Workbook["isDay"]> => {
  const codes = new Map<number, string>()
  const formats: Array<number> = []
  let isInCells = false
  await part(path, {
    open: (name, attributes) => {
      if (name === "numFmt") codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "")
      else if (name === "cellXfs") isInCells = true
      else if (name === "xf" && isInCells) formats.push(Number(attributes["numFmtId"] ?? 0))
    },
    close: (name) => {
      if (name === "cellXfs") isInCells = false
    }
  })
  const days = formats.map((id) => {
    const code = codes.get(id)
    return code === undefined ? (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || (id >= 50 && id <= 58) : showsDay(code)
  })
  return (style) => days[style] ?? false
}

/** Says whether a number format shows a day or a year; words in quotes and brackets do not count. */
const showsDay = (code: string): boolean =>
  /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, "").replace(/general/gi, ""))
