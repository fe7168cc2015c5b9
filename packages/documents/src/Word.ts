/**
 * An official document as Word, for offices that still edit before they sign.
 *
 * @since 0.1.0
 */
import { DocumentTexts } from "@timbang/language/publication"
import type * as Docx from "docx"
import { type Block, millimetres, type OfficialDocument, type Paper } from "./OfficialDocument.ts"

// --- rendering ---

/**
 * The document as the bytes of a `.docx` file; the same document gives the same bytes.
 *
 * **Details**
 *
 * The letterhead stands on the first page, the checkpoint's words, its QR code and "page x of y" at the foot of each. The head
 * of a table is repeated where it breaks.
 *
 * **Example** (It is a ZIP archive)
 *
 * ```ts
 * import { Letter, Word } from "@timbang/documents"
 * const mark = { origin: "kota.example/cpns", size: 0, words: ["radio", "kadal"], note: "kota.example/cpns\n0\n\n" }
 * const bytes = await Word.render({ kind: "pengumuman", language: "id", title: "Pengumuman", letter: Letter.sample, mark, blocks: [] }, "a4")
 * [...bytes.subarray(0, 2)] // => [80, 75]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const render = async ({ blocks, language, letter, mark, title }: OfficialDocument, paper: Paper): Promise<Uint8Array> => {
  const docx = await import("docx")
  const { default: QrCode } = await import("qrcode")
  const texts = DocumentTexts.texts[language]
  const { height, width } = millimetres[paper]
  const centred = (text: string, size: number, after = 0): Docx.Paragraph =>
    new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, spacing: { after }, children: [new docx.TextRun({ text, bold: true, size })] })
  const code = await QrCode.toBuffer(mark.note, { errorCorrectionLevel: "L", margin: 1, scale: 4 })
  const { CURRENT, TOTAL_PAGES } = docx.PageNumber
  // The number of pages is known to Word only; the text around the two numbers is what the language puts there.
  const [before = "", between = "", after = ""] = texts.page(1, 2).split(/[12]/)
  const footer = new docx.Footer({
    children: [
      new docx.Paragraph({
        tabStops: [{ type: docx.TabStopType.RIGHT, position: twips(width) - 2 * margin }],
        children: [
          new docx.ImageRun({
            type: "png",
            data: new Uint8Array(code),
            transformation: { width: 84, height: 84 },
            altText: { id: "1", name: "QR", title: "QR", description: texts.foot(mark.origin, mark.size) }
          }),
          new docx.TextRun({ text: `  ${mark.words.join(" ")}`, bold: true, size: 18 }),
          new docx.TextRun({ children: ["\t", before, CURRENT, between, TOTAL_PAGES, after], size: 16 })
        ]
      }),
      new docx.Paragraph({ children: [new docx.TextRun({ text: `${texts.foot(mark.origin, mark.size)}. ${title}`, size: 15 })] })
    ]
  })
  const document = new docx.Document({
    title,
    creator: "Timbang",
    numbering: {
      config: [{
        reference: "list",
        levels: [{ level: 0, format: docx.LevelFormat.DECIMAL, text: "%1.", alignment: docx.AlignmentType.LEFT, style: { paragraph: { indent: { left: 400, hanging: 400 } } } }]
      }]
    },
    styles: { default: { document: { run: { font: "Arial", size: 21, language: { value: language === "id" ? "id-ID" : "en-GB" } } } } },
    sections: [{
      properties: { page: { size: { width: twips(width), height: twips(height) }, margin: { top: margin, bottom: margin, left: margin, right: margin } } },
      footers: { default: footer },
      children: [
        ...letter.agency.map((text) => centred(text, 26)),
        new docx.Paragraph({
          alignment: docx.AlignmentType.CENTER,
          spacing: { after: 240 },
          border: { bottom: { style: docx.BorderStyle.DOUBLE, size: 6, space: 4, color: "000000" } },
          children: [new docx.TextRun({ text: letter.address ?? "", size: 18 })]
        }),
        ...blocks.flatMap((block, at) => written(block, at, docx, blocks[at + 1]))
      ]
    }]
  })
  return timeless(new Uint8Array(await docx.Packer.toArrayBuffer(document)))
}

type Library = typeof Docx

/** Unit: twentieths of a point. */
const twips = (millimetre: number): number => Math.round(millimetre * 1440 / 25.4)
const margin = 1200

const written = (block: Block, at: number, docx: Library, next: Block | undefined): ReadonlyArray<Docx.Paragraph | Docx.Table> => {
  const { AlignmentType, Paragraph, TextRun } = docx
  switch (block._tag) {
    case "Title":
      return block.lines.map((text, index) =>
        new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: index === block.lines.length - 1 ? 240 : 0 }, children: [new TextRun({ text, bold: true, size: 23 })] })
      )
    case "Heading":
      return [new Paragraph({ keepNext: true, spacing: { before: 200, after: 80 }, children: [new TextRun({ text: block.text, bold: true })] })]
    case "Paragraph":
      return [new Paragraph({ ...(next?._tag === "Signature" ? { keepNext: true, keepLines: true } : {}), spacing: { after: 120 }, alignment: AlignmentType.BOTH, children: [new TextRun({ text: block.text, bold: block.isStrong === true })] })]
    case "Points":
      return block.items.map((text) =>
        new Paragraph({
          spacing: { after: 40 },
          ...(block.isNumbered === true ? { numbering: { reference: "list", level: 0, instance: at } } : { bullet: { level: 0 } }),
          children: [new TextRun({ text })]
        })
      )
    case "Signature":
      return [...block.above, "", "", "", ...block.below].map((text, index) =>
        new Paragraph({
          keepNext: index < block.above.length + block.below.length + 2,
          indent: { left: 4800 },
          spacing: { before: index === 0 ? 320 : 0 },
          children: [new TextRun({ text, bold: index === block.above.length + 3 })]
        })
      )
    case "Table":
      return [table(block, docx), new Paragraph({ spacing: { after: 120 }, children: [] })]
  }
}

const table = ({ columns, rowHeight, rows }: Extract<Block, { readonly _tag: "Table" }>, docx: Library): Docx.Table => {
  const cell = (text: string, at: number, bold: boolean): Docx.TableCell =>
    new docx.TableCell({
      width: { size: Math.round((columns[at]?.width ?? 0) * 100), type: docx.WidthType.PERCENTAGE },
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      ...(bold ? { shading: { fill: "ECECEC" } } : {}),
      children: text.split("\n").map((line) =>
        new docx.Paragraph({
          alignment: columns[at]?.isFigure === true ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT,
          children: [new docx.TextRun({ text: line, bold, size: 17 })]
        })
      )
    })
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: [
      new docx.TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ heading }, at) => cell(heading, at, true)) }),
      ...rows.map((row) =>
        new docx.TableRow({
          cantSplit: true,
          ...(rowHeight === undefined ? {} : { height: { value: rowHeight * 20, rule: docx.HeightRule.ATLEAST } }),
          children: row.map((text, at) => cell(text, at, false))
        })
      )
    ]
  })
}

/** The archive without the time at which it was made, in its properties and in its entries. */
const timeless = async (archive: Uint8Array): Promise<Uint8Array> => {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import("fflate")
  const parts = unzipSync(archive)
  const properties = "docProps/core.xml"
  parts[properties] = strToU8(strFromU8(parts[properties]!).replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ""))
  return zipSync(parts, { mtime: "1980-01-01T12:00:00" })
}
