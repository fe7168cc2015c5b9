/**
 * An answer of the BPS WebAPI (`model/data`), as received.
 *
 * Its figures hang on keys in which five codes are run together without a mark between them, so a key is not taken apart:
 * every key that can occur is put together from the codes of the answer, and looked up.
 *
 * @since 0.1.0
 */
import { Data, Result, Schema, SchemaIssue } from "effect"
import * as Reading from "./Reading.ts"
import * as RegionCode from "./RegionCode.ts"

// --- models ---

/**
 * What is read from an answer.
 *
 * @category models
 * @since 0.1.0
 */
export interface Wanted {
  /** Number of the variable in the answer. */
  readonly variable: number
  /** Identifier it gets. */
  readonly indicator: string
  /** Number of the derived variable (`turvar`), where the answer has several. */
  readonly derived?: number
  /** Number of the part of the year (`turtahun`), where the answer has several. */
  readonly period?: number
  readonly range?: Reading.Range
}

/**
 * What an answer says about itself.
 *
 * @category models
 * @since 0.1.0
 */
export interface About {
  readonly variable: string
  readonly unit: string
  readonly updated: string
  /** The publisher's remark, without markup. */
  readonly note: string
}

// --- errors ---

/**
 * The text is not an answer that can be read.
 *
 * @category errors
 * @since 0.1.0
 */
export class AnswerRefused extends Data.TaggedError("AnswerRefused")<{
  readonly file: string
  readonly at: string
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `${this.file}, ${this.at}: found ${this.found}, expected ${this.expected}; fetch the answer again`
  }
}

// --- operations ---

/**
 * Reads an answer.
 *
 * **Details**
 *
 * Provinces stand among the regencies and are left out unless they are among the regions asked for. Labels and notes lose
 * their markup. A key that could be put together in two ways is refused, and so is one that fits nothing.
 *
 * **Example** (One regency)
 *
 * ```ts
 * import { Result } from "effect"
 * import { WebApi } from "@timbang/source-bps"
 * const one = (val: number, label: string) => [{ val, label }]
 * const variable = [{ val: 624, label: "Garis Kemiskinan", unit: "Rupiah", note: "<p>sementara</p>" }]
 * const lists = { var: variable, turvar: one(0, ""), vervar: one(1506, "Tanjung Jabung Timur"), tahun: one(125, "2025"), turtahun: one(0, "Tahun") }
 * const answer = JSON.stringify({ status: "OK", "data-availability": "available", ...lists, datacontent: { "150662401250": 601104 } })
 * const read = Result.getOrThrow(WebApi.read("a.json", answer, { variable: 624, indicator: "line" }))
 * read.figures // => [{ region: "1506", indicator: "line", year: 2025, figure: "601104", marks: [] }]
 * read.about.note // => "sementara"
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (
  file: string,
  text: string,
  { derived, indicator, period, range, variable }: Wanted,
  among: ReadonlyArray<RegionCode.Region> = RegionCode.jambi
): Result.Result<Reading.Reading & { readonly about: About }, AnswerRefused> =>
  Result.gen(function*() {
    const answer = yield* decode(file, text)
    const refused = (at: string, found: string, expected: string) =>
      Result.fail(new AnswerRefused({ file, at, found, expected }))
    if (answer.status !== "OK" || answer["data-availability"] !== "available") {
      return yield* refused("status", `${answer.status}, ${answer["data-availability"]}`, "OK, available")
    }
    const about = answer.var.find(({ val }) => String(val) === String(variable))
    if (about === undefined) {
      return yield* refused("var", answer.var.map(({ val }) => val).join(", "), `variable ${variable}`)
    }
    const places = new Map<string, ReadonlyArray<Place>>()
    for (const place of placesOf(answer)) places.set(place.key, [...(places.get(place.key) ?? []), place])
    const gathering = Reading.gather(file)
    let elsewhere = 0
    for (const [key, found] of Object.entries(answer.datacontent).sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [place, ...others] = places.get(key) ?? []
      if (place === undefined || others.length > 0) {
        gathering.note({ _tag: "KeyUnknown", file, found: key })
        continue
      }
      if ([[variable, place.variable], [derived, place.derived], [period, place.period]].some(isOther)) continue
      const region = RegionCode.find(place.code, "bps", among)
      if (region === undefined) {
        elsewhere++
        continue
      }
      const cell = { region: region.bps, name: place.label, column: String(variable), indicator, year: place.year }
      gathering.cell({ ...cell, text: textOf(found), ...(range === undefined ? {} : { range }) })
    }
    if (elsewhere > 0) gathering.note({ _tag: "RegionsElsewhere", file, rows: elsewhere })
    return {
      ...gathering.finish(),
      about: {
        variable: plain(about.label),
        unit: plain(about.unit ?? ""),
        updated: answer.last_update ?? "",
        note: plain(about.note ?? "")
      }
    }
  })

interface Place {
  readonly key: string
  readonly code: string
  readonly label: string
  readonly variable: string
  readonly derived: string
  readonly period: string
  readonly year: number
}

const isOther = ([wanted, found]: ReadonlyArray<number | string | undefined>): boolean =>
  wanted !== undefined && String(wanted) !== found

const Item = Schema.Struct({ val: Schema.Union([Schema.Number, Schema.String]), label: Schema.String })
const maybe = Schema.optionalKey(Schema.NullOr(Schema.String))

const Answer = Schema.Struct({
  status: Schema.String,
  "data-availability": Schema.String,
  last_update: maybe,
  var: Schema.Array(Schema.Struct({ ...Item.fields, unit: maybe, note: maybe })),
  turvar: Schema.Array(Item),
  vervar: Schema.Array(Item),
  tahun: Schema.Array(Item),
  turtahun: Schema.Array(Item),
  datacontent: Schema.Record(Schema.String, Schema.Union([Schema.Number, Schema.String, Schema.Null]))
})

const format = SchemaIssue.makeFormatterStandardSchemaV1()

const anAnswer = "an answer of the WebAPI"

const decode = (file: string, text: string): Result.Result<typeof Answer.Type, AnswerRefused> => {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return Result.fail(new AnswerRefused({ file, at: "the text", found: "no JSON", expected: anAnswer }))
  }
  return Result.mapError(Schema.decodeUnknownResult(Answer)(parsed), ({ issue }) => {
    const [first] = format(issue).issues
    const at = (first?.path ?? []).map((key) => String(typeof key === "object" ? key.key : key)).join(".")
    return new AnswerRefused({ file, at, found: "something else", expected: first?.message ?? anAnswer })
  })
}

/** A year that is no year of four digits has no place: its figures come out as unknown keys. */
const placesOf = ({ tahun, turtahun, turvar, var: variables, vervar }: typeof Answer.Type): ReadonlyArray<Place> =>
  vervar.flatMap((region) =>
    variables.flatMap((variable) =>
      turvar.flatMap((derived) =>
        tahun.filter(({ label }) => /^\d{4}$/.test(label.trim())).flatMap((year) =>
          turtahun.map((period) => ({
            key: [region, variable, derived, year, period].map(({ val }) => String(val)).join(""),
            code: String(region.val),
            label: plain(region.label),
            variable: String(variable.val),
            derived: String(derived.val),
            period: String(period.val),
            year: Number(year.label)
          }))
        )
      )
    )
  )

/** A number of JSON as BPS prints it, with a decimal comma, so that 6.125 is not taken for thousands. */
const textOf = (found: number | string | null): string =>
  found === null ? "" : typeof found === "string" ? found : String(found).replace(".", ",")

const plain = (label: string): string => label.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim()
