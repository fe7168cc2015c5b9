/**
 * A report as a Word document, for offices that pass papers on as Word.
 *
 * @since 0.1.0
 */
import type * as Docx from "docx"
import type { Block, Outline, Table } from "./Outline.ts"
import * as Picture from "./Picture.ts"

// --- rendering ---

/**
 * The document as the bytes of a `.docx` file.
 *
 * **Details**
 *
 * A4, headings as headings, tables with a repeated header row, page numbers. A chart is a picture with what it shows in
 * words for those who do not see it. The library that writes the document is loaded when it is first asked for. The
 * same report gives the same bytes: no time is written into the file.
 *
 * **Example** (It is a ZIP archive)
 *
 * ```ts
 * import { Outline, PerformanceReport, Word } from "@timbang/report"
 * const facts = { agency: "Kerinci", period: "2026", on: "2027-01-31", standing: { _tag: "simulasi" }, surveys: [], comparisons: [], funnels: [], courses: [] } as const
 * const bytes = await Word.render(Outline.of(PerformanceReport.render(facts)))
 * [...bytes.subarray(0, 2)] // => [80, 75]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const render = async (outline: Outline): Promise<Uint8Array> => {
  const docx = await import("docx")
  const children: Array<Docx.Paragraph | Docx.Table> = []
  let pictures = 0
  for (const block of outline.blocks) {
    children.push(...(block._tag === "Chart" ? await chart(block, ++pictures, docx) : written(block, docx)))
  }
  const document = new docx.Document({
    title: outline.title,
    creator: "Timbang",
    styles: { default: { document: { run: { font: "Calibri", size: 21, language: { value: outline.language === "id" ? "id-ID" : "en-GB" } } } } },
    sections: [{
      properties: { page: { size: { width: a4.width, height: a4.height }, margin: { top: a4.margin, bottom: a4.margin, left: a4.margin, right: a4.margin } } },
      footers: {
        default: new docx.Footer({
          children: [new docx.Paragraph({
            alignment: docx.AlignmentType.RIGHT,
            children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT, " / ", docx.PageNumber.TOTAL_PAGES], size: 16 })]
          })]
        })
      },
      children
    }]
  })
  return timeless(new Uint8Array(await docx.Packer.toArrayBuffer(document)))
}

/** The archive without the time at which it was made, in its properties and in its entries. */
const timeless = async (archive: Uint8Array): Promise<Uint8Array> => {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import("fflate")
  const parts = unzipSync(archive)
  const properties = "docProps/core.xml"
  parts[properties] = strToU8(strFromU8(parts[properties]!).replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ""))
  return zipSync(parts, { mtime: "1980-01-01T12:00:00" })
}

/** Unit: twentieths of a point. */
const a4 = { width: 11_906, height: 16_838, margin: 1000 }

type Library = typeof Docx

const written = (block: Exclude<Block, { readonly _tag: "Chart" }>, docx: Library): ReadonlyArray<Docx.Paragraph | Docx.Table> => {
  const { HeadingLevel, Paragraph, TextRun } = docx
  switch (block._tag) {
    case "Heading":
      return [new Paragraph({ text: block.text, keepNext: true, spacing: { before: block.level === 1 ? 0 : 280, after: 100 }, heading: [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2][block.level - 1]! })]
    case "Paragraph":
      return [new Paragraph({
        spacing: { after: 120 },
        children: [new TextRun({ text: block.text, bold: block.role === "standing", size: block.role === "sentence" ? 27 : 21 })]
      })]
    case "Points":
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }))
    case "Figures":
      return grid(docx, undefined, block.figures.map(({ figure, name, note }) => [name, figure, note]), [false, true, false])
    case "Table":
      return table(block, docx)
  }
}

/** Unit: dots at 96 an inch; as wide as the line. */
const lineWidth = 640

const chart = async (
  { caption, description, svg }: Extract<Block, { readonly _tag: "Chart" }>,
  number: number,
  docx: Library
): Promise<ReadonlyArray<Docx.Paragraph>> => {
  const { height, png, width } = await Picture.png(svg)
  const picture = new docx.ImageRun({
    type: "png",
    data: png,
    transformation: { width: lineWidth, height: Math.round(lineWidth * height / width) },
    altText: { id: String(number), name: caption, title: caption, description }
  })
  return [new docx.Paragraph({ keepNext: true, children: [picture] }), small(docx, caption)]
}

const table = ({ caption, columns, rows, source }: Table, docx: Library): ReadonlyArray<Docx.Paragraph | Docx.Table> => [
  new docx.Paragraph({ keepNext: true, spacing: { before: 200, after: 60 }, children: [new docx.TextRun({ text: caption, bold: true })] }),
  ...grid(docx, columns.map(({ heading }) => heading), rows, columns.map(({ isFigure }) => isFigure)),
  small(docx, source)
]

const small = (docx: Library, text: string): Docx.Paragraph =>
  new docx.Paragraph({ spacing: { before: 60, after: 200 }, children: [new docx.TextRun({ text, size: 17, color: "43555E" })] })

const grid = (
  docx: Library,
  head: ReadonlyArray<string> | undefined,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  isFigure: ReadonlyArray<boolean>
): ReadonlyArray<Docx.Table> => {
  const { AlignmentType, BorderStyle, Paragraph, TableCell, TableLayoutType, TableRow, TextRun, WidthType } = docx
  const widths = widthsOf(head === undefined ? rows : [head, ...rows])
  const size = widths.length > 8 ? 15 : 18
  const line = { style: BorderStyle.SINGLE, size: 4, color: "C9D3D8" }
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" }
  const row = (cells: ReadonlyArray<string>, isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, at) =>
        new TableCell({
          width: { size: widths[at]!, type: WidthType.DXA },
          children: [new Paragraph({
            alignment: isFigure[at] === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
            children: [new TextRun({ text, bold: isHead, size })]
          })]
        }))
    })
  if (rows.length === 0) return []
  return [new docx.Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
    rows: [...(head === undefined ? [] : [row(head, true)]), ...rows.map((cells) => row(cells, false))]
  })]
}

/** Widths of columns over the line, so that the longest word of each fits before longer texts share what is left. */
const widthsOf = (rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<number> => {
  const letters = (rows[0] ?? []).map((_, at) => {
    const cells = rows.map((row) => row[at] ?? "")
    const word = Math.max(...cells.flatMap((cell) => cell.split(/\s+/)).map(({ length }) => length))
    const text = Math.min(mostLetters, Math.max(...cells.map(({ length }) => length)))
    return 1.25 * word + 2 + Math.max(0, text - word) / 6
  })
  const all = letters.reduce((sum, each) => sum + each, 0)
  return letters.map((each) => Math.floor((a4.width - 2 * a4.margin) * each / all))
}

/** A text asks for no more than this on one line. */
const mostLetters = 60
