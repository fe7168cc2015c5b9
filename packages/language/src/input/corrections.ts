/**
 * Sentences for what was read although it was not written as it should be, and for what was left aside.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { Correction } from "@timbang/core/input"
import { type Language, say, type Sentences } from "../Sentences.ts"

/**
 * The sentence of one correction.
 *
 * **Example** (Semicolons)
 *
 * ```ts
 * import { Corrections } from "@timbang/language"
 * Corrections.sentence({ _tag: "Separator", file: "P.csv", separator: ";" }, "en") // => "P.csv: cells are parted by ;"
 * Corrections.sentence({ _tag: "Separator", file: "P.csv", separator: ";" }, "id") // => "P.csv: sel dipisahkan oleh ;"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const sentence = (correction: Correction.Correction, language: Language): string =>
  `${correction.file}: ${say(language === "id" ? indonesian : english, correction)}`

const english: Sentences<Correction.Correction> = {
  ByteOrderMark: () => "a byte order mark at the start was passed over",
  CarriageReturns: ({ alone }) => alone ? "lines end in a carriage return alone (CR), as old Macs ended them" : "lines end as Windows ends them (CRLF)",
  Separator: ({ separator }) => `cells are parted by ${separator === ";" ? ";" : "tabs"}`,
  SeparatorTold: ({ separator }) => `the first line tells that cells are parted by ${separator === "\t" ? "tabs" : separator}; as in Excel, it is not counted as a row`,
  BlankRows: ({ firstRow, rows, trailing }) =>
    `${counted(rows, "blank row")} ${trailing ? "at the end" : "between others"} ${rows === 1 ? "was" : "were"} passed over, from row ${firstRow}`,
  ShortRows: ({ firstRow, rows }) => `${counted(rows, "row ends", "rows end")} before the last column, from row ${firstRow}; the cells not written are empty`,
  NoFinalLineEnd: () => "the last row has no line end; make sure that the file is whole",
  DecimalComma: ({ cells, column, firstRow }) => `column ${column}: ${counted(cells, "number")} with a decimal comma, from row ${firstRow}`,
  LeadingApostrophes: ({ cells, column, firstRow }) =>
    `column ${column}: ${counted(cells, "leading apostrophe was", "leading apostrophes were")} taken off, from row ${firstRow}`,
  TimeDropped: ({ cells, column, firstRow }) => `column ${column}: the time of day behind ${counted(cells, "date")} was left aside, from row ${firstRow}`,
  DayFirst: ({ cells, column, firstRow }) => `column ${column}: ${counted(cells, "date was", "dates were")} read day first, from row ${firstRow}`,
  HeaderRow: ({ row }) => `the header was found in row ${row}`,
  TitleRows: ({ firstRow, rows }) => `${counted(rows, "row was", "rows were")} read as titles of the rows below them, from row ${firstRow}`,
  RowsPassedOver: ({ firstRow, rows }) => `${counted(rows, "row without a number of anybody was", "rows without a number of anybody were")} passed over, from row ${firstRow}`,
  SheetRead: ({ others, sheet }) => `sheet "${sheet}" was read, not ${others.join(", ")}`,
  UnknownColumn: ({ column, nearest }) => `column "${column}" is not known${nearest === undefined ? "" : ` (did you mean ${nearest}?)`} and not used`,
  PersonalColumn: ({ column }) => `column "${column}" is personal and was dropped unread`,
  LayoutUntried: ({ layout, version }) => `read by the layout ${layout}, version ${version}, which nobody has tried on a real file yet; look at what was read before you use it`,
  RowsJoined: ({ column, into, rows }) => `${counted(rows, `row of the same ${column} was`, `rows of the same ${column} were`)} made ${into}`
}

const indonesian: Sentences<Correction.Correction> = {
  ByteOrderMark: () => "tanda urutan bita di awal dilewati",
  CarriageReturns: ({ alone }) => alone ? "akhir baris hanya CR, cara Mac lama" : "akhir baris memakai cara Windows (CRLF)",
  Separator: ({ separator }) => `sel dipisahkan oleh ${separator === ";" ? ";" : "tab"}`,
  SeparatorTold: ({ separator }) => `baris pertama menyatakan sel dipisahkan oleh ${separator === "\t" ? "tab" : separator}; seperti di Excel, baris itu tidak dihitung`,
  BlankRows: ({ firstRow, rows, trailing }) =>
    `${rows} baris kosong ${trailing ? "di akhir" : "di antara baris lain"} dilewati, mulai baris ${firstRow}`,
  ShortRows: ({ firstRow, rows }) => `${rows} baris berakhir sebelum kolom terakhir, mulai baris ${firstRow}; sel yang tidak ditulis dianggap kosong`,
  NoFinalLineEnd: () => "baris terakhir tanpa akhir baris; pastikan berkas utuh",
  DecimalComma: ({ cells, column, firstRow }) => `kolom ${column}: ${cells} bilangan dengan koma desimal, mulai baris ${firstRow}`,
  LeadingApostrophes: ({ cells, column, firstRow }) => `kolom ${column}: ${cells} apostrof di depan dilepas, mulai baris ${firstRow}`,
  TimeDropped: ({ cells, column, firstRow }) => `kolom ${column}: jam di belakang ${cells} tanggal dikesampingkan, mulai baris ${firstRow}`,
  DayFirst: ({ cells, column, firstRow }) => `kolom ${column}: ${cells} tanggal dibaca dengan hari di depan, mulai baris ${firstRow}`,
  HeaderRow: ({ row }) => `judul kolom ditemukan di baris ${row}`,
  TitleRows: ({ firstRow, rows }) => `${rows} baris dibaca sebagai judul bagi baris di bawahnya, mulai baris ${firstRow}`,
  RowsPassedOver: ({ firstRow, rows }) => `${rows} baris tanpa nomor siapa pun dilewati, mulai baris ${firstRow}`,
  SheetRead: ({ others, sheet }) => `lembar "${sheet}" yang dibaca, bukan ${others.join(", ")}`,
  UnknownColumn: ({ column, nearest }) =>
    `kolom "${column}" tidak dikenal${nearest === undefined ? "" : ` (maksudnya ${nearest}?)`} dan tidak dipakai`,
  PersonalColumn: ({ column }) => `kolom "${column}" bersifat pribadi dan dibuang tanpa dibaca`,
  LayoutUntried: ({ layout, version }) => `dibaca dengan tata letak ${layout} versi ${version}, belum diuji pada berkas sungguhan; periksa hasil bacanya sebelum dipakai`,
  RowsJoined: ({ column, into, rows }) => `${rows} baris dengan ${column} yang sama dijadikan ${into}`
}
