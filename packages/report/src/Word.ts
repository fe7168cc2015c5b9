/**
 * A report as a Word document, for offices that pass papers on as Word.
 *
 * @since 0.1.0
 */
import type * as Docx from "docx"
import type { Block, Outline, Table } from "./Outline.ts"

// --- rendering ---

/**
 * The document as the bytes of a `.docx` file.
 *
 * **Details**
 *
 * A4, headings as headings, tables with a repeated header row, page numbers. Charts are their words. The library that writes
 * it is loaded when it is first asked for.
 *
 * **Gotchas**
 *
 * The file carries the time at which it was made: the same report gives other bytes. What is kept as evidence is the page.
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
  const document = new docx.Document({
    title: outline.title,
    creator: "Timbang",
    styles: { default: { document: { run: { font: "Calibri", size: 21, language: { value: outline.language === "id" ? "id-ID" : "en-GB" } } } } },
    sections: [{
      properties: { page: { size: { width: a4.width, height: a4.height }, margin: { top: 1000, bottom: 1000, left: 1000, right: 1000 } } },
      footers: {
        default: new docx.Footer({
          children: [new docx.Paragraph({
            alignment: docx.AlignmentType.RIGHT,
            children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT, " / ", docx.PageNumber.TOTAL_PAGES], size: 16 })]
          })]
        })
      },
      children: outline.blocks.flatMap((block) => written(block, docx))
    }]
  })
  return new Uint8Array(await docx.Packer.toArrayBuffer(document))
}

/** Unit: twentieths of a point. */
const a4 = { width: 11_906, height: 16_838 }

type Library = typeof Docx

const written = (block: Block, docx: Library): ReadonlyArray<Docx.Paragraph | Docx.Table> => {
  const { HeadingLevel, Paragraph, TextRun } = docx
  switch (block._tag) {
    case "Heading":
      return [new Paragraph({ text: block.text, keepNext: true, heading: [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2][block.level - 1]! })]
    case "Paragraph":
      return [new Paragraph({
        spacing: { after: 120 },
        children: [new TextRun({ text: block.text, bold: block.role === "standing", size: block.role === "sentence" ? 27 : 21 })]
      })]
    case "Points":
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }))
    case "Figures":
      return grid(docx, undefined, block.figures.map(({ figure, name, note }) => [name, figure, note]), [false, true, false])
    case "Chart":
      return [small(docx, block.caption)]
    case "Table":
      return table(block, docx)
  }
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
  const { AlignmentType, Paragraph, TableCell, TableRow, TextRun, WidthType } = docx
  const row = (cells: ReadonlyArray<string>, isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, at) =>
        new TableCell({
          children: [new Paragraph({
            alignment: isFigure[at] === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
            children: [new TextRun({ text, bold: isHead, size: 18 })]
          })]
        }))
    })
  if (rows.length === 0) return []
  return [new docx.Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [...(head === undefined ? [] : [row(head, true)]), ...rows.map((cells) => row(cells, false))]
  })]
}
