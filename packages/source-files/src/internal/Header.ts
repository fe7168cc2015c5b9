/**
 * Which header of a file is which column, and which may not be read at all.
 */
import { type Columns, nearest, plain } from "../Column.ts"
import type { Findings } from "./Findings.ts"

/** Which column of the file goes where. */
export interface Layout {
  /** Index in the file of each column; absent columns are not in it. */
  readonly at: ReadonlyMap<string, number>
  /** Columns that are carried apart. */
  readonly unknown: ReadonlyArray<{ readonly header: string; readonly at: number; readonly nearest: string | undefined }>
}

/** Headers of personal data that no decision needs, spelt plainly. */
const personal = [
  /^(no|nomor)?(nik|e?ktp|kk|hp|telp|telepon|wa|whatsapp|handphone|kartukeluarga)(nik|e?ktp|peserta|pelamar|pegawai|calon)?$/,
  /^(nomorindukkependudukan|noindukkependudukan|noidentitas|nomoridentitas|nationalid(number)?)$/,
  /^(nama|nm)((lengkap|peserta|pelamar|pegawai|calon|kandidat|orang|ibu|ayah|wali|suami|istri|sesuai|depan|tengah|belakang|panggilan|asli|dangelar|tanpagelar|bergelar).*)?$/,
  /^((full|first|last|participant|applicant|candidate)?name|namecandidate)$/,
  /^((alamat)?(email|surel)|alamat(rumah|domisili|ktp|lengkap)?|address|phone(number)?|(no|nomor)?rekening|npwp)$/
]

/** Says whether a header names personal data that is dropped unread. */
export const isPersonal = (header: string): boolean => personal.some((spelling) => spelling.test(plain(header)))

/** Says whether sixteen digits are built like a NIK: a place, a day (women plus 40), a month, a year, a number. */
export const looksLikeNik = (text: string): boolean => {
  const match = /^'?\d{6}(\d{2})(\d{2})\d{2}\d{4}$/.exec(text)
  if (match === null) return false
  const [day, month] = [Number(match[1]) % 40, Number(match[2])]
  return day >= 1 && day <= 31 && Number(match[1]) <= 71 && month >= 1 && month <= 12
}

/** Says whether a NIK stands within a text, its digits together or parted by blanks, points or dashes. */
export const holdsNik = (text: string): boolean =>
  [...text.matchAll(/(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/g)].some(([digits]) => looksLikeNik(digits.replace(/\D/g, "")))

/** Each spelling of each column, plainly, to its name. */
export const spellingsOf = (columns: Columns): ReadonlyMap<string, string> =>
  new Map(Object.entries(columns).flatMap(([name, column]) =>
    [name, ...column.aliases].map((spelling): readonly [string, string] => [plain(spelling), name])
  ))

/** The first row that has most headers known, if it has at least two; otherwise the first. */
export const choose = (rows: ReadonlyArray<ReadonlyArray<string>>, columns: Columns): number => {
  const known = knownIn(rows, columns)
  const most = Math.max(...known, 0)
  return most >= 2 ? known.indexOf(most) : 0
}

/** How many columns each row names. */
export const knownIn = (rows: ReadonlyArray<ReadonlyArray<string>>, columns: Columns): ReadonlyArray<number> => {
  const spellings = spellingsOf(columns)
  return rows.map((row) => new Set(row.map((cell) => spellings.get(plain(cell))).filter((name) => name !== undefined)).size)
}

/** Lays headers and columns side by side; what does not fit becomes a fault. */
export const match = (headers: ReadonlyArray<string>, row: number, columns: Columns, findings: Findings): Layout => {
  const { file } = findings
  const spellings = spellingsOf(columns)
  const at = new Map<string, number>()
  const unknown: Array<Layout["unknown"][number]> = []
  headers.forEach((header, index) => {
    if (header === "") return
    const name = spellings.get(plain(header))
    if (name === undefined) {
      if (isPersonal(header)) findings.correct({ _tag: "PersonalColumn", file, column: header })
      else unknown.push({ header, at: index, nearest: nearest(header, spellings) })
      return
    }
    const first = at.get(name)
    if (first === undefined) at.set(name, index)
    else findings.fault({ _tag: "ColumnTwice", file, row, column: name, headers: [headers[first]!, header] })
  })
  // Where no header is known the row may be one of data, and is not repeated to anybody.
  if (at.size === 0) unknown.length = 0
  for (const [name, column] of Object.entries(columns)) {
    if (column.need === "none" || at.has(name)) continue
    const others = unknown.map(({ header }): readonly [string, string] => [plain(header), header])
    const close = [name, ...column.aliases].map((word) => nearest(word, others)).find((found) => found !== undefined)
    findings.fault({ _tag: "ColumnMissing", file, row, column: name, accepted: [name, ...column.aliases], nearest: close })
  }
  return { at, unknown }
}
