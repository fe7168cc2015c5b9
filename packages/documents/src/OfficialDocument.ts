/**
 * An official document before it is laid out: its letterhead, its blocks in order, and the checkpoint that stands on each page.
 *
 * @since 0.1.0
 */
import type { Sentences } from "@timbang/language"
import type { Letter } from "./Letter.ts"
import type { Published } from "./Published.ts"

// --- models ---

/**
 * Kinds of document: the announcement, the annex that lists everybody, and the minutes.
 *
 * @category models
 * @since 0.1.0
 */
export type Kind = "pengumuman" | "lampiran" | "berita-acara"

/**
 * The checkpoint on each page: its eight words, and its signed note, which the QR code holds.
 *
 * @category models
 * @since 0.1.0
 */
export type Mark = Pick<Published, "origin" | "size" | "words" | "note">

/**
 * A column of a table; `width` is its share of the line, the widths of a table add up to 1.
 *
 * @category models
 * @since 0.1.0
 */
export interface Column {
  readonly heading: string
  readonly width: number
  readonly isFigure?: boolean
}

/**
 * A part of a document.
 *
 * @category models
 * @since 0.1.0
 */
export type Block =
  | { readonly _tag: "Title"; readonly lines: ReadonlyArray<string> }
  | { readonly _tag: "Heading"; readonly text: string }
  | { readonly _tag: "Paragraph"; readonly text: string; readonly isStrong?: boolean }
  | { readonly _tag: "Points"; readonly items: ReadonlyArray<string>; readonly isNumbered?: boolean }
  | {
    readonly _tag: "Table"
    readonly columns: ReadonlyArray<Column>
    readonly rows: ReadonlyArray<ReadonlyArray<string>>
    /** Height of a row, for rows that somebody signs in. Unit: points. */
    readonly rowHeight?: number
  }
  /** The signatory, on the right, with room for a signature. */
  | { readonly _tag: "Signature"; readonly above: ReadonlyArray<string>; readonly below: ReadonlyArray<string> }

/**
 * A whole document.
 *
 * @category models
 * @since 0.1.0
 */
export interface OfficialDocument {
  readonly kind: Kind
  readonly language: Sentences.Language
  readonly title: string
  readonly letter: Letter
  readonly mark: Mark
  readonly blocks: ReadonlyArray<Block>
}

/**
 * Sizes of paper. F4 is the folio of Indonesian offices, 215 x 330 mm.
 *
 * @category models
 * @since 0.1.0
 */
export type Paper = "a4" | "f4"

/**
 * Width and height of a paper. Unit: millimetres.
 *
 * **Example** (Folio)
 *
 * ```ts
 * import { OfficialDocument } from "@timbang/documents"
 * OfficialDocument.millimetres.f4 // => { width: 215, height: 330 }
 * ```
 *
 * @category models
 * @since 0.1.0
 */
export const millimetres: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 210, height: 297 },
  f4: { width: 215, height: 330 }
}
