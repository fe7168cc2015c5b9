/**
 * The model of needs as a file: what is scored, from which files its figures come, and how uncertain its weights are.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { Document, Indicator, type IndexModel, type NeedModel } from "@timbang/core/needs"
import { Expectations, Needs, type Sentences } from "@timbang/language"
import { Effect, Result, Schema, SchemaIssue } from "effect"
import { parseDocument, type YAMLParseError } from "yaml"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"

// --- schemas ---

const Text = Schema.String
const maybe = Schema.optionalKey
const Scheme = Schema.Literals(["bps", "kemendagri", "bkn"])
const Region = Schema.Struct({ column: Text, by: Schema.Union([Schema.Literal("name"), Scheme]) })
const Range = Schema.Struct({ low: Schema.Finite, high: Schema.Finite })
const Share = Schema.Union([Schema.Finite, Schema.FiniteFromString]).check(
  Schema.isBetween({ minimum: 0, maximum: 1 })
)
const read = <const Kind extends string>(kind: Kind) => ({ read: Schema.Literal(kind), file: Text, publisher: Text })

/** Where figures come from; an indicator that no source reads is looked for in `<indicator>.csv`. */
const Source = Schema.Union([
  Schema.Struct({
    ...read("wide"),
    region: Region,
    year: Schema.Int,
    columns: Schema.Array(Schema.Struct({ indicator: Text, column: Text, unit: maybe(Text), range: maybe(Range) }))
  }),
  Schema.Struct({
    ...read("long"),
    region: Region,
    year: Text,
    name: Text,
    figure: Text,
    source: maybe(Text),
    note: maybe(Text),
    indicators: Schema.Array(Schema.Struct({ indicator: Text, name: Text, range: maybe(Range) }))
  }),
  Schema.Struct({
    ...read("bps-webapi"),
    variable: Schema.Int,
    indicator: Text,
    derived: maybe(Schema.Int),
    period: maybe(Schema.Int),
    range: maybe(Range)
  })
])

const Around = Schema.Struct({
  sources: maybe(Schema.Array(Source)),
  derived: maybe(
    Schema.Array(Schema.Struct({ indicator: Text, from: Text, as: Schema.Literals(["percent-change"]) }))
  ),
  titles: maybe(Schema.Record(Text, Text)),
  workload: maybe(Text),
  chance: maybe(Schema.Struct({
    draws: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 10_000_000 })),
    seed: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
    coverage: Share,
    weightSpread: Share,
    means: maybe(Schema.Array(Schema.Literals(["arithmetic", "geometric", "harmonic"])))
  })),
  map: maybe(Schema.Struct({ file: Text, code: Text, by: Scheme, source: Text }))
})

// --- models ---

/** Where figures come from. */
export type Source = typeof Source.Type

/** A model with what stands around it. */
export interface ModelFile extends Pick<typeof Around.Type, "sources" | "derived" | "workload" | "map"> {
  readonly needs: NeedModel.NeedModel
  readonly index: IndexModel.IndexModel | undefined
  readonly titles: Readonly<Record<string, string>>
  readonly chance: Chance
}

/** How weights move by chance. */
export type Chance = NonNullable<(typeof Around.Type)["chance"]>

/** What holds when a model says nothing. */
export const usualChance: Chance = { draws: 10_000, seed: 1, coverage: 0.9, weightSpread: 0.25 }

// --- operations ---

/** Reads the keys of a file of YAML or JSON; a table, a list or anything else without keys is refused with what was found. */
export const data = (path: string, lang: Sentences.Language): Effect.Effect<unknown, CommandFailed> =>
  Effect.gen(function*() {
    const text = yield* Effect.tryPromise({
      try: () => readFile(path, "utf8"),
      catch: (error) => ResultFile.trouble(path, error, lang)
    })
    if (text.includes("\0") || text.startsWith("PK")) return yield* Effect.fail(refused([`${path}: ${Expectations.noKeys({ _tag: "Binary" }, lang)}`]))
    const document = parseDocument(text)
    const instead = noKeysOf(text, document.errors.length > 0 ? undefined : document.toJS() as unknown)
    if (instead !== undefined) return yield* Effect.fail(refused([`${path}: ${Expectations.noKeys(instead, lang)}`]))
    if (document.errors.length > 0) {
      return yield* Effect.fail(refused(document.errors.map((error) => `${path}${placeOf(error, lang)}: ${sentenceOf(error, lang)}`)))
    }
    return document.toJS() as unknown
  })

/** What a text holds instead of keys; a table does so whether or not it is YAML by chance. */
const noKeysOf = (text: string, found: unknown): Expectations.NoKeys | undefined => {
  const firstLine = text.split(/\r?\n/).find((line) => line.trim() !== "")?.trim().slice(0, 60)
  if (firstLine === undefined) return { _tag: "Empty" }
  if (/^[^:{}[\]#"]+([,;\t])[^:{}[\]#]*$/.test(firstLine)) return { _tag: "Table", firstLine }
  if (Array.isArray(found)) return { _tag: "List" }
  return found === undefined || (typeof found === "object" && found !== null) ? undefined : { _tag: found === null ? "Empty" : "Text", firstLine }
}

const placeOf = ({ linePos }: YAMLParseError, lang: Sentences.Language): string =>
  linePos === undefined ? "" : lang === "id" ? `, baris ${linePos[0].line}, kolom ${linePos[0].col}` : `, line ${linePos[0].line}, column ${linePos[0].col}`

/** What is wrong with a text that is no YAML; the parser speaks English. */
const sentenceOf = ({ code, message }: YAMLParseError, lang: Sentences.Language): string =>
  lang === "id" ? syntax[code] ?? "YAML tidak terbaca" : message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, "")

const syntax: Readonly<Record<string, string>> = {
  BAD_INDENT: "indentasi tidak cocok; sejajarkan dengan baris di atasnya",
  BAD_SCALAR_START: "nilai tidak boleh diawali tanda ini; apit dengan tanda kutip",
  BLOCK_AS_IMPLICIT_KEY: "ada dua titik dua dalam satu baris, atau anak ditulis pada baris induknya; pindahkan ke baris baru",
  DUPLICATE_KEY: "kunci yang sama tertulis dua kali; hapus salah satunya",
  MISSING_CHAR: "ada tanda penutup yang kurang, seperti kutip, kurung, atau koma",
  MULTILINE_IMPLICIT_KEY: "kunci harus selesai dalam satu baris",
  TAB_AS_INDENT: "indentasi memakai tab; ganti dengan spasi",
  UNEXPECTED_TOKEN: "ada tanda yang tidak pada tempatnya"
}

/** Reads a model, or says at which path it is none. */
export const load = (path: string, lang: Sentences.Language): Effect.Effect<ModelFile, CommandFailed> =>
  Effect.flatMap(data(path, lang), (found) => Effect.fromResult(decode(path, found, lang)))

const decode = (
  path: string,
  found: unknown,
  lang: Sentences.Language
): Result.Result<ModelFile, CommandFailed> => {
  const { index: givenIndex, needs: givenNeeds, ...givenAround } = found as Readonly<Record<string, unknown>>
  if (givenNeeds === undefined) return Result.fail(refused([`${path}: ${Expectations.needsMissing(Object.keys(found as object), lang)}`]))
  const needs = Document.needModel(givenNeeds)
  const index = givenIndex === undefined ? undefined : Document.indexModel(givenIndex)
  const around = Schema.decodeUnknownResult(Around, { errors: "all", onExcessProperty: "error" })(givenAround)
  const lines = [
    ...(Result.isFailure(needs) ? within("needs", needs.failure, lang) : []),
    ...(index !== undefined && Result.isFailure(index) ? within("index", index.failure, lang) : []),
    ...(Result.isFailure(around)
      ? format(around.failure.issue).issues.map(({ message, path: at = [] }) =>
        `${at.map(keyOf).join(".")}: ${Expectations.sentence(message, lang)}`
      )
      : [])
  ]
  if (Result.isFailure(needs) || Result.isFailure(around) || (index !== undefined && Result.isFailure(index))) {
    return Result.fail(refused([...new Set(lines)].map((line) => `${path}: ${line}`)))
  }
  const units = Indicator.unique("unit", needs.success.units.map(({ id }) => id))
  if (Result.isFailure(units)) return Result.fail(refused([`${path}: needs.units: ${Needs.problem(units.failure, lang)}`]))
  const { chance = usualChance, titles = {}, ...rest } = around.success
  return Result.succeed({ ...rest, titles, chance, needs: needs.success, index: index?.success })
}

const format = SchemaIssue.makeFormatterStandardSchemaV1()

/** A key; entries of a list are counted from 1. */
const keyOf = (key: PropertyKey | { readonly key: PropertyKey }): string => {
  const own = typeof key === "object" ? key.key : key
  return String(typeof own === "number" ? own + 1 : own)
}

const within = (
  part: string,
  { places }: Document.DocumentUnreadable,
  lang: Sentences.Language
): ReadonlyArray<string> =>
  places.map(({ expected, path }) => `${path === "" ? part : `${part}.${path}`}: ${Expectations.sentence(expected, lang)}`)

/** The failure of a score in the language asked for. */
export const problem = (found: Needs.Problem, lang: Sentences.Language): CommandFailed =>
  refused([Needs.problem(found, lang)])

const refused = (lines: ReadonlyArray<string>): CommandFailed => new CommandFailed({ code: codes.refused, lines })
