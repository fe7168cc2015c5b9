/**
 * Says in words what a reader of published figures put right, kept as a mark or refused.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { FigureNote } from "@timbang/core/input"
import * as Expectations from "./Expectations.ts"
import { type Language, say, type Sentences } from "../Sentences.ts"

// --- operations ---

/**
 * A note as a sentence.
 *
 * **Example** (A header that lies)
 *
 * ```ts
 * import { FigureNotes } from "@timbang/language"
 * const note = { _tag: "UnitContradicted", file: "2021.csv", column: "PDRB (Rupiah)", indicator: "grdp", printed: "Rupiah", declared: "juta rupiah" } as const
 * FigureNotes.sentence(note, "id") // => "Kolom PDRB (Rupiah) tertulis dalam Rupiah; angkanya dibaca sebagai juta rupiah."
 * FigureNotes.sentence(note, "en") // => "Column PDRB (Rupiah) is headed Rupiah; its figures are read as juta rupiah."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const sentence = (note: FigureNote.FigureNote, language: Language): string =>
  say(language === "id" ? indonesian : english, note)

/**
 * A note with its place in front: the file, and the row where there is one.
 *
 * **Example** (A cell)
 *
 * ```ts
 * import { FigureNotes } from "@timbang/language"
 * const note = { _tag: "FigureUnreadable", file: "P.csv", row: 3, column: "P0", indicator: "poverty", region: "Tebo", found: "x", because: "not-a-number" } as const
 * FigureNotes.line(note, "id") // => 'P.csv, baris 3: Tebo, P0: "x" bukan angka. Periksa terhadap sumbernya.'
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const line = (note: FigureNote.FigureNote, language: Language): string => {
  const row = "row" in note && note.row !== undefined ? `, ${language === "id" ? "baris" : "row"} ${note.row}` : ""
  return `${note.file}${row}: ${sentence(note, language)}`
}

/**
 * Where a figure came from that a computation could not use.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { FigureNotes } from "@timbang/language"
 * FigureNotes.origin({ file: "P.csv", row: 3, column: "P0", found: "25" }, "en") // => 'P.csv, row 3, column P0: found "25"'
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const origin = (
  { column, file, found, row }: { readonly file: string; readonly row?: number; readonly column: string; readonly found: string },
  language: Language
): string => {
  const [rowWord, columnWord, foundWord] = language === "id" ? ["baris", "kolom", "tertulis"] : ["row", "column", "found"]
  return `${file}${row === undefined ? "" : `, ${rowWord} ${row}`}, ${columnWord} ${column}: ${foundWord} "${found}"`
}

/**
 * A mark of the publisher in words.
 *
 * **Example** (A dash)
 *
 * ```ts
 * import { FigureNotes } from "@timbang/language"
 * FigureNotes.mark("nil", "id") // => "nihil"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const mark = (one: FigureNote.Mark, language: Language): string => marks[language][one]

const marks: { readonly [L in Language]: { readonly [M in FigureNote.Mark]: string } } = {
  id: {
    nil: "nihil",
    negligible: "dapat diabaikan",
    revised: "angka diperbaiki",
    estimate: "angka perkiraan",
    preliminary: "angka sementara",
    footnote: "bercatatan kaki"
  },
  en: {
    nil: "nil",
    negligible: "negligible",
    revised: "revised",
    estimate: "an estimate",
    preliminary: "preliminary",
    footnote: "with a footnote"
  }
}

/** Why a publisher's server was asked again. */
const troubles = {
  id: { busy: "peladen sibuk", broken: "peladen rusak", page: "halaman HTML, bukan jawaban", cut: "jawaban terpotong", unreachable: "tidak terhubung" },
  en: { busy: "the server was busy", broken: "the server was broken", page: "a page of HTML, not an answer", cut: "an answer cut off", unreachable: "no connection" }
} as const

const indonesian: Sentences<FigureNote.FigureNote> = {
  MixedMarks: ({ column, commas, points }) =>
    `Kolom ${column} memakai koma desimal (${commas} sel) dan titik desimal (${points} sel); ` +
    "setiap sel dibaca menurut tulisannya.",
  ThousandsRemoved: ({ cells, column }) => `Kolom ${column}: pemisah ribuan pada ${cells} sel dibuang.`,
  UnitContradicted: ({ column, declared, printed }) =>
    `Kolom ${column} tertulis dalam ${printed}; angkanya dibaca sebagai ${declared}.`,
  FigureMarked: ({ column, found, mark: one, region }) =>
    `${region}, ${column}: "${found}" adalah ${marks.id[one]}; angkanya dipakai.`,
  SpelledOtherwise: ({ found, region }) => `"${found}" dibaca sebagai ${region}.`,
  RegionsElsewhere: ({ rows }) => `${rows} baris daerah lain tidak dipakai.`,
  AskedAgain: ({ because, times }) => `Diminta ulang ${times} kali: ${because.map((each) => troubles.id[each]).join(", ")}.`,
  YearMissing: ({ year }) => `Tidak ada angka untuk tahun ${year} pada penerbitnya.`,
  NotObserved: ({ column, found, region }) =>
    `${region}, ${column}: tidak ada angka${found === "" ? "" : ` ("${found}")`}.`,
  FigureUnreadable: ({ because, column, found, region }) =>
    because === "ambiguous-thousands"
      ? `${region}, ${column}: "${found}" dapat berarti pecahan atau ribuan. Tulis tanpa pemisah ribuan.`
      : `${region}, ${column}: "${found}" bukan angka. Periksa terhadap sumbernya.`,
  FigureImplausible: ({ column, found, high, low, region }) =>
    `${region}, ${column}: ${found} di luar ${low} sampai ${high}. Periksa satuan dan tanda desimalnya.`,
  KeyUnknown: ({ found }) => `Kunci ${found} tidak cocok dengan satu daerah, variabel, dan tahun.`,
  FigureTwice: ({ column, region, year }) =>
    `${region}, ${column}, ${year}: angkanya lebih dari satu. Sisakan satu baris.`
}

const english: Sentences<FigureNote.FigureNote> = {
  MixedMarks: ({ column, commas, points }) =>
    `Column ${column} has decimal commas (${counted(commas, "cell")}) and decimal points (${counted(points, "cell")}); ` +
    "each cell is read as written.",
  ThousandsRemoved: ({ cells, column }) => `Column ${column}: separators of thousands in ${counted(cells, "cell is", "cells are")} dropped.`,
  UnitContradicted: ({ column, declared, printed }) =>
    `Column ${column} is headed ${printed}; its figures are read as ${declared}.`,
  FigureMarked: ({ column, found, mark: one, region }) =>
    `${region}, ${column}: "${found}" is ${marks.en[one]}; the figure is taken.`,
  SpelledOtherwise: ({ found, region }) => `"${found}" is read as ${region}.`,
  AskedAgain: ({ because, times }) => `Asked again ${times} ${times === 1 ? "time" : "times"}: ${because.map((each) => troubles.en[each]).join(", ")}.`,
  YearMissing: ({ year }) => `The publisher has no figures for ${year}.`,
  RegionsElsewhere: ({ rows }) => `${counted(rows, "row of other regions is", "rows of other regions are")} not used.`,
  NotObserved: ({ column, found, region }) => `${region}, ${column}: no figure${found === "" ? "" : ` ("${found}")`}.`,
  FigureUnreadable: ({ because, column, found, region }) =>
    because === "ambiguous-thousands"
      ? `${region}, ${column}: "${found}" may be a fraction or thousands. Write it without separators of thousands.`
      : `${region}, ${column}: "${found}" is no number. Check it against its source.`,
  FigureImplausible: ({ column, found, high, low, region }) =>
    `${region}, ${column}: ${found} is outside ${low} to ${high}. Check its unit and its decimal mark.`,
  KeyUnknown: ({ found }) => `Key ${found} does not fit one region, variable and year.`,
  FigureTwice: ({ column, region, year }) =>
    `${region}, ${column}, ${year}: there is more than one figure. Keep one row.`
}

/** What an answer of the BPS WebAPI lacks: the file, where in it, what was found and what is read. */
export interface AnswerRefused {
  readonly file: string
  readonly at: string
  readonly found: string
  readonly expected: string
}

/**
 * Why an answer of the BPS WebAPI cannot be read.
 *
 * **Example** (A page instead of an answer)
 *
 * ```ts
 * import { FigureNotes } from "@timbang/language"
 * const refused = { file: "garis.json", at: "the text", found: "no JSON", expected: "an answer of the WebAPI" }
 * FigureNotes.answerRefused(refused, "id") // => "garis.json, isinya: ditemukan bukan JSON, seharusnya jawaban WebAPI BPS. Ambil kembali jawabannya."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const answerRefused = ({ at, expected, file, found }: AnswerRefused, language: Language): string =>
  language === "id"
    ? `${file}, ${answerWords[at] ?? at}: ditemukan ${answerWords[found] ?? found}, ${answerWords[expected] === undefined ? Expectations.sentence(expected.replace(/^variable /, "variabel "), "id") : `seharusnya ${answerWords[expected]}`}. Ambil kembali jawabannya.`
    : `${file}, ${at}: found ${found}, ${Expectations.sentence(expected, "en")}. Fetch the answer again.`

const answerWords: Readonly<Record<string, string>> = {
  "the text": "isinya",
  "no JSON": "bukan JSON",
  "something else": "isi lain",
  "an answer of the WebAPI": "jawaban WebAPI BPS"
}
