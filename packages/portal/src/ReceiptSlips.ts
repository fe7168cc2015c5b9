/**
 * Receipts on paper: A4 pages with two slips each, to hand out against a signature. No names stand on them.
 *
 * @since 0.1.0
 */
import type { PublishLines } from "@timbang/language/publication"
import type { Grayscale, PDFFont, PDFPage } from "pdf-lib"
import * as ReceiptQr from "./ReceiptQr.ts"

// --- models ---

/**
 * One slip.
 *
 * @category models
 * @since 0.1.0
 */
export interface Slip {
  readonly participant: string
  /** What the receipt is of, such as formation and stage; short lines. */
  readonly lines: ReadonlyArray<string>
  /** The receipt's address, as `ReceiptCode.link` makes it. */
  readonly link: string
}

// --- rendering ---

/**
 * The slips as a PDF, A4, two on a page; the same slips give the same bytes.
 *
 * **Details**
 *
 * Each slip has the code at 66 mm, the eight words of the checkpoint, and below a dotted line the part that the agency keeps:
 * participant number, date and room for a signature. The library that writes the file is loaded when it is first asked for.
 *
 * **Example** (It is a PDF)
 *
 * ```ts
 * import { ReceiptSlips } from "@timbang/portal"
 * const texts = { title: "Receipt", howTo: ["Scan the code."], participant: "Participant", words: "Words", date: "Date", signature: "Signature", kept: "For the agency", page: (number: number, of: number) => `${number}/${of}` }
 * const bytes = await ReceiptSlips.pdf({ origin: "kota.example/cpns", words: ["radio", "kadal"], texts, slips: [{ participant: "24-1", lines: [], link: "https://kota.example#1" }] })
 * new TextDecoder().decode(bytes.slice(0, 5)) // => "%PDF-"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const pdf = async ({ origin, slips, texts, words }: {
  readonly origin: string
  /** The eight words of the checkpoint that the receipts lead to. */
  readonly words: ReadonlyArray<string>
  readonly texts: PublishLines.Slip
  readonly slips: ReadonlyArray<Slip>
}): Promise<Uint8Array> => {
  const { PDFDocument, StandardFonts } = await import("pdf-lib")
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(texts.title)
  const plain = await document.embedFont(StandardFonts.Helvetica)
  const bold = await document.embedFont(StandardFonts.HelveticaBold)
  const known = new Set(plain.getCharacterSet())
  const safe = (text: string): string => [...text].map((letter) => known.has(letter.codePointAt(0)!) ? letter : "?").join("")
  const pages = Math.ceil(slips.length / slipsPerPage)
  for (let number = 0; number < pages; number++) {
    const page = document.addPage([a4.width, a4.height])
    const write: Write = (text, x, y, size, font = plain) => page.drawText(safe(text), { x, y, size, font })
    for (const [place, slip] of slips.slice(number * slipsPerPage, (number + 1) * slipsPerPage).entries()) {
      const top = a4.height - place * a4.height / slipsPerPage
      if (place > 0) rule(page, top, [3, 3])
      draw(page, write, bold, top, { slip, origin, words, texts })
    }
    write(texts.page(number + 1, pages), a4.width - 90, 12, 7)
  }
  return document.save({ useObjectStreams: false })
}

type Write = (text: string, x: number, y: number, size: number, font?: PDFFont) => void

/** Unit: points, 72 an inch. */
const a4 = { width: 595.28, height: 841.89 }
const margin = 40
const slipsPerPage = 2
const millimetre = 72 / 25.4
const codeSide = 66 * millimetre
/** Named, because the library draws outlines only where no colour is. */
const black = { type: "Grayscale", gray: 0 } as Grayscale

const draw = (page: PDFPage, write: Write, bold: PDFFont, top: number, { origin, slip, texts, words }: {
  readonly slip: Slip
  readonly origin: string
  readonly words: ReadonlyArray<string>
  readonly texts: PublishLines.Slip
}): void => {
  const right = margin + codeSide + 24
  write(texts.title, margin, top - 48, 14, bold)
  write(origin, margin, top - 64, 9)
  code(page, slip.link, margin, top - 78)
  write(texts.participant, right, top - 90, 8)
  write(slip.participant, right, top - 106, 13, bold)
  let y = top - 126
  for (const line of slip.lines) {
    for (const part of folded(line, 46)) {
      write(part, right, y, 10)
      y -= 13
    }
  }
  y -= 8
  write(texts.words, right, y, 8)
  write(words.slice(0, 4).join("  "), right, y - 14, 11, bold)
  write(words.slice(4).join("  "), right, y - 29, 11, bold)
  y -= 50
  for (const line of texts.howTo) {
    write(line, right, y, 8.5)
    y -= 11.5
  }
  const cut = top - 290
  rule(page, cut, [1, 3])
  write(texts.kept, margin, cut - 14, 7)
  write(`${texts.participant}: ${slip.participant}`, margin, cut - 36, 10)
  write(`${texts.date}:`, margin, cut - 66, 10)
  write(`${texts.signature}:`, 300, cut - 36, 10)
  page.drawLine({ start: { x: 300, y: cut - 92 }, end: { x: a4.width - margin, y: cut - 92 }, thickness: 0.6 })
  page.drawLine({ start: { x: margin + 60, y: cut - 68 }, end: { x: 260, y: cut - 68 }, thickness: 0.6 })
}

const rule = (page: PDFPage, y: number, dashArray: Array<number>): void =>
  page.drawLine({ start: { x: 20, y }, end: { x: a4.width - 20, y }, thickness: 0.5, dashArray })

/** The code with its quiet zone, its upper left corner at a place. */
const code = (page: PDFPage, link: string, x: number, y: number): void => {
  const { path, side } = ReceiptQr.outline(link)
  page.drawSvgPath(path, { x, y, scale: codeSide / side, color: black })
}

const folded = (text: string, letters: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = ""
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length >= letters) {
      lines.push(line)
      line = ""
    }
    line = line === "" ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/**
 * Participants whose slip has a letter that the printed font does not have, in their order.
 *
 * **Example** (A letter outside Latin-1)
 *
 * ```ts
 * import { ReceiptSlips } from "@timbang/portal"
 * await ReceiptSlips.unprintable([{ participant: "24-1", lines: ["Guru, Ḥasanuddin"], link: "" }]) // => ["24-1"]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const unprintable = async (slips: ReadonlyArray<Slip>): Promise<ReadonlyArray<string>> => {
  const { PDFDocument, StandardFonts } = await import("pdf-lib")
  const known = new Set((await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica)).getCharacterSet())
  return slips.flatMap(({ lines, participant }) =>
    [participant, ...lines].some((text) => [...text].some((letter) => !known.has(letter.codePointAt(0)!))) ? [participant] : []
  )
}
