/**
 * What only the host knows of a document: its letterhead, number, date, signatories, and the basis on which names are shown.
 *
 * @since 0.1.0
 */
import { Day } from "@timbang/core/law"
import { Data, Result, Schema, SchemaIssue } from "effect"

// --- models ---

const Line = Schema.String.check(Schema.isPattern(/\S/, { expected: "text that is not empty" }))
const Lines = Schema.Array(Line)
const DayText = Schema.String.check(Schema.makeFilter((text: string) => Day.isDay(text), { expected: "a day YYYY-MM-DD" }))

const Person = Schema.Struct({
  name: Line,
  /** The post, or the capacity in a committee. */
  position: Line,
  rank: Schema.optionalKey(Line),
  /** An official number, as the office writes it. */
  number: Schema.optionalKey(Line)
})

const schema = Schema.Struct({
  agency: Lines.check(Schema.isMinLength(1)),
  address: Schema.optionalKey(Line),
  number: Line,
  date: DayText,
  place: Line,
  subject: Line,
  basis: Schema.optionalKey(Lines),
  signatory: Person,
  committee: Schema.optionalKey(Schema.Array(Person)),
  dates: Schema.optionalKey(Schema.Array(Schema.Struct({ what: Line, from: DayText, until: DayText }))),
  copies: Schema.optionalKey(Lines)
})

/**
 * What is expected at a place of a letter: it is missing, nobody knows it, it should be a list with something in it, an object, a
 * text that is not empty, a day that exists, or something else.
 *
 * @category models
 * @since 0.1.0
 */
export type Expected = "missing" | "unknown" | "list" | "object" | "text" | "day" | "other"

/**
 * The letter. `agency` has the lines of the letterhead from top to bottom, `basis` the regulations and letters cited beside
 * the rule set's own, `committee` those who sign minutes, `dates` what comes next, `copies` the offices that get a copy. Days
 * are written YYYY-MM-DD.
 *
 * @category models
 * @since 0.1.0
 */
export type Letter = typeof schema.Type

/**
 * Somebody who signs.
 *
 * @category models
 * @since 0.1.0
 */
export type Person = Letter["signatory"]

// --- errors ---

/**
 * The letter has no usable form; every place at once.
 *
 * @category errors
 * @since 0.1.0
 */
export class LetterUnreadable extends Data.TaggedError("LetterUnreadable")<{
  readonly places: ReadonlyArray<{ readonly path: string; readonly expected: Expected }>
}> {
  override get message(): string {
    return this.places.map(({ expected, path }) => `${path}: ${expected}`).join("; ")
  }
}

// --- decoding ---

const format = SchemaIssue.makeFormatterStandardSchemaV1()

/**
 * Reads a letter, or names every place that cannot be read.
 *
 * **Example** (A day that does not exist)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Letter } from "@timbang/documents"
 * Result.isSuccess(Letter.decode(Letter.sample)) // => true
 * const broken = Letter.decode({ ...Letter.sample, date: "2026-02-30" })
 * Result.isFailure(broken) && broken.failure.places.map(({ path }) => path) // => ["date"]
 * ```
 *
 * @category decoding
 * @since 0.1.0
 */
export const decode = (input: unknown): Result.Result<Letter, LetterUnreadable> =>
  Result.mapError(
    Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })(input),
    ({ issue }) =>
      new LetterUnreadable({
        places: format(issue).issues.map(({ message, path = [] }) => ({
          path: path.map((key) => String(typeof key === "object" ? key.key : key)).join("."),
          expected: problems.find(([pattern]) => pattern.test(message))?.[1] ?? "other"
        }))
      })
  )

const problems: ReadonlyArray<readonly [RegExp, Expected]> = [
  [/^Missing key/i, "missing"],
  [/^Unexpected key/i, "unknown"],
  [/^Expected (?:readonly )?array|^Expected a value with a length/i, "list"],
  [/^Expected object/i, "object"],
  [/^Expected a day/i, "day"],
  [/^Expected (?:string|text)/i, "text"]
]

/**
 * A made-up letter to start from.
 *
 * **Example** (Its signatory)
 *
 * ```ts
 * import { Letter } from "@timbang/documents"
 * Letter.sample.signatory.position // => "Sekretaris Daerah selaku Ketua Panitia Seleksi"
 * ```
 *
 * @category data
 * @since 0.1.0
 */
export const sample: Letter = {
  agency: ["PEMERINTAH KABUPATEN CONTOH", "PANITIA SELEKSI DAERAH"],
  address: "Jalan Contoh Nomor 1, Muara Contoh",
  number: "800/001/PANSELDA/2026",
  date: "2026-11-24",
  place: "Muara Contoh",
  subject: "Hasil akhir seleksi",
  basis: ["Pengumuman Panitia Seleksi Daerah nomor 800/000/PANSELDA/2026 tentang pembukaan seleksi"],
  signatory: { name: "Nama Pejabat", position: "Sekretaris Daerah selaku Ketua Panitia Seleksi" },
  committee: [
    { name: "Nama Ketua", position: "Ketua" },
    { name: "Nama Sekretaris", position: "Sekretaris" },
    { name: "Nama Anggota", position: "Anggota" }
  ],
  dates: [{ what: "Masa sanggah", from: "2026-11-25", until: "2026-11-27" }],
  copies: ["Inspektorat Kabupaten Contoh"]
}
