/**
 * An official document as PDF, for print and for the archive.
 *
 * @since 0.1.0
 */
import { DocumentTexts } from "@timbang/language/publication"
import type { Content, createPdf } from "pdfmake"
import { type Block, millimetres, type OfficialDocument, type Paper } from "./OfficialDocument.ts"

declare module "pdfmake" {
  /** Files that the library reads fonts from; its published types leave them out. */
  export const virtualfs: { readonly writeFileSync: (name: string, data: string, encoding: "base64") => void }
}

// --- rendering ---

/**
 * The document as PDF/A-2b.
 *
 * **Details**
 *
 * Every page has its number and the number of pages, the eight words of the checkpoint and its QR code; the head of a table is
 * repeated where it breaks. The same document gives the same bytes: the day of the letter is the day of the file.
 *
 * **Example** (It is a PDF)
 *
 * ```ts
 * import { Letter, Pdf } from "@timbang/documents"
 * const mark = { origin: "kota.example/cpns", size: 0, words: ["radio", "kadal"], note: "kota.example/cpns\n0\n\n" }
 * const bytes = await Pdf.render({ kind: "pengumuman", language: "id", title: "Pengumuman", letter: Letter.sample, mark, blocks: [] }, "f4")
 * new TextDecoder().decode(bytes.slice(0, 5)) // => "%PDF-"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const render = async (document: OfficialDocument, paper: Paper): Promise<Uint8Array> => {
  const { default: pdfmake } = await import("pdfmake")
  const { default: { fonts, vfs } } = await import("pdfmake/build/fonts/Roboto.js")
  for (const [name, { data, encoding }] of Object.entries(vfs)) pdfmake.virtualfs.writeFileSync(name, data, encoding)
  pdfmake.setFonts(fonts)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  return new Uint8Array(await pdfmake.createPdf(definition(document, paper)).getBuffer())
}

/**
 * A letter that the font of the file does not have, and where it stands.
 *
 * @category models
 * @since 0.1.0
 */
export interface Unprintable {
  readonly letter: string
  /** Row of a table, from 1 on; absent elsewhere. */
  readonly row?: number
}

/**
 * Letters that would be printed as empty boxes: each once, where it stands first. A name may hold one, an Arabic or a
 * transliterated one for instance; a Word file takes it, because there the reader's machine has the letters.
 *
 * **Example** (A name in Arabic letters)
 *
 * ```ts
 * import { Letter, Pdf } from "@timbang/documents"
 * const mark = { origin: "kota.example/cpns", size: 0, words: ["radio", "kadal"], note: "kota.example/cpns\n0\n\n" }
 * const document = { kind: "pengumuman", language: "id", title: "Pengumuman", letter: Letter.sample, mark, blocks: [{ _tag: "Paragraph", text: "José, حسن" }] } as const
 * await Pdf.unprintable(document) // => [{ letter: "ح" }, { letter: "س" }, { letter: "ن" }]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const unprintable = async ({ blocks, letter, mark, title }: OfficialDocument): Promise<ReadonlyArray<Unprintable>> => {
  const { create } = await import("fontkit")
  const { default: { fonts: { Roboto }, vfs } } = await import("pdfmake/build/fonts/Roboto.js")
  const faces = [Roboto.normal, Roboto.bold].map((name) => create(Buffer.from(vfs[name]!.data, "base64")))
  const found = new Map<string, Unprintable>()
  const look = (text: string, row?: number): void => {
    for (const one of text) {
      if (one === "\n" || found.has(one) || faces.every((face) => face.hasGlyphForCodePoint(one.codePointAt(0)!))) continue
      found.set(one, { letter: one, ...(row === undefined ? {} : { row }) })
    }
  }
  for (const text of [title, mark.origin, ...mark.words, ...letter.agency, letter.address ?? ""]) look(text)
  for (const block of blocks) {
    if (block._tag !== "Table") for (const text of textsOf(block)) look(text)
    else {
      for (const { heading } of block.columns) look(heading)
      for (const [at, row] of block.rows.entries()) for (const text of row) look(text, at + 1)
    }
  }
  return [...found.values()]
}

const textsOf = (block: Exclude<Block, { readonly _tag: "Table" }>): ReadonlyArray<string> => {
  switch (block._tag) {
    case "Title":
      return block.lines
    case "Heading":
    case "Paragraph":
      return [block.text]
    case "Points":
      return block.items
    case "Signature":
      return [...block.above, ...block.below]
  }
}

/** Unit: points, 72 an inch. */
const points = (millimetre: number): number => millimetre * 72 / 25.4
const side = 62
const foot = 92

type Definition = Parameters<typeof createPdf>[0]

const definition = ({ blocks, language, letter, mark, title }: OfficialDocument, paper: Paper): Definition => {
  const texts = DocumentTexts.texts[language]
  const { height, width } = millimetres[paper]
  const created = new Date(Date.parse(letter.date))
  const line = points(width) - 2 * side
  return {
    pageSize: { width: points(width), height: points(height) },
    pageMargins: [side, 48, side, foot],
    info: { title, author: letter.agency.join(", "), creator: "Timbang", producer: "Timbang", creationDate: created, modDate: created },
    version: "1.7",
    subset: "PDF/A-2b",
    language,
    defaultStyle: { font: "Roboto", fontSize: 10.5, lineHeight: 1.15 },
    footer: (page, pages) => ({
      margin: [side, 10, side, 0],
      columns: [
        { qr: mark.note, fit: 66, eccLevel: "L", width: 74 },
        {
          width: "*",
          margin: [6, 4, 0, 0],
          fontSize: 8,
          stack: [
            { text: mark.words.join(" "), bold: true, fontSize: 9.5, margin: [0, 0, 0, 3] },
            texts.foot(mark.origin, mark.size),
            { text: `${title}`, margin: [0, 2, 0, 0] }
          ]
        },
        { width: "auto", margin: [8, 4, 0, 0], fontSize: 8, text: texts.page(page, pages) }
      ]
    }),
    content: [
      ...letter.agency.map((text): Content => ({ text, alignment: "center", bold: true, fontSize: 13 })),
      ...(letter.address === undefined ? [] : [{ text: letter.address, alignment: "center", fontSize: 9 } as const]),
      { margin: [0, 5, 0, 14], canvas: [{ type: "line", x1: 0, y1: 0, x2: line, y2: 0, lineWidth: 1.6 }, { type: "line", x1: 0, y1: 2.6, x2: line, y2: 2.6, lineWidth: 0.5 }] },
      ...together(blocks, line)
    ]
  }
}

/** Nobody signs a page that says nothing: the paragraph before a signature goes with it. */
const together = (blocks: ReadonlyArray<Block>, line: number): ReadonlyArray<Content> =>
  blocks.flatMap((block, at): ReadonlyArray<Content> => {
    const [before, after] = [blocks[at - 1], blocks[at + 1]]
    if (block._tag === "Paragraph" && after?._tag === "Signature") return [{ unbreakable: true, stack: [content(block, line), content(after, line)] }]
    return block._tag === "Signature" && before?._tag === "Paragraph" ? [] : [content(block, line)]
  })

const content = (block: Block, line: number): Content => {
  switch (block._tag) {
    case "Title":
      return { margin: [0, 0, 0, 12], stack: block.lines.map((text) => ({ text, alignment: "center", bold: true, fontSize: 11.5 })) }
    case "Heading":
      return { text: block.text, bold: true, fontSize: 10.5, margin: [0, 10, 0, 4], headlineLevel: 1 }
    case "Paragraph":
      return { text: block.text, margin: [0, 0, 0, 6], ...(block.isStrong === true ? { bold: true } : { alignment: "justify" }) }
    case "Points":
      return { margin: [0, 0, 0, 8], ...(block.isNumbered === true ? { ol: [...block.items] } : { ul: [...block.items] }) }
    case "Signature":
      return {
        unbreakable: true,
        margin: [line * 0.5, 16, 0, 8],
        stack: [...block.above, { text: "", margin: [0, 0, 0, 54] }, ...block.below.map((text, at) => ({ text, bold: at === 0 }))]
      }
    case "Table": {
      const cell = (text: string, isFigure: boolean | undefined) => ({ text, alignment: isFigure === true ? "right" : "left" } as const)
      return {
        margin: [0, 0, 0, 8],
        fontSize: 8.5,
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: block.columns.map(({ width }) => width * line - 7),
          ...(block.rowHeight === undefined ? {} : { heights: (row: number) => row === 0 ? 0 : block.rowHeight! }),
          body: [
            block.columns.map(({ heading, isFigure }) => ({ ...cell(heading, isFigure), bold: true, fillColor: "#ececec" })),
            ...block.rows.map((row) => row.map((text, at) => cell(text, block.columns[at]?.isFigure)))
          ]
        },
        layout: { hLineWidth: () => 0.4, vLineWidth: () => 0.4, paddingLeft: () => 3, paddingRight: () => 3, paddingTop: () => 2, paddingBottom: () => 1 }
      }
    }
  }
}
