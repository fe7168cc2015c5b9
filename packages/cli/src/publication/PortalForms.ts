/**
 * What a portal takes in from people, as its file says: who may file proposals, and of what a survey asks.
 *
 * @since 0.1.0
 */
import { readFile, stat } from "node:fs/promises"
import { Expectations, type Sentences } from "@timbang/language"
import { ServeLines } from "@timbang/language/publication"
import type { Portal } from "@timbang/portal"
import { SurveyForm } from "@timbang/regulations"
import type { Journal } from "@timbang/workflows/ports"
import { Effect, Result, Schema, SchemaIssue } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"
import * as Screen from "../Screen.ts"

// --- models ---

const Text = Schema.String.check(Schema.isMinLength(1))
const Forms = Schema.fromJsonString(Schema.Struct({
  proposals: Schema.optionalKey(Schema.Struct({
    filers: Schema.Record(Schema.String, Schema.Struct({ village: Text, proposer: Text }))
  })),
  survey: Schema.optionalKey(Schema.Struct({ unit: Text, services: Schema.NonEmptyArray(Text) }))
}))

/** Fewest characters of the key. */
const leastKey = 32

// --- operations ---

/** What a file asks for. */
export const read = (file: string, lang: Sentences.Language): Effect.Effect<typeof Forms.Type, CommandFailed> =>
  Effect.gen(function*() {
    const found = Schema.decodeUnknownResult(Forms, { errors: "all", onExcessProperty: "error" })(yield* textIn(file, lang))
    return Result.isSuccess(found)
      ? found.success
      : yield* refused(ServeLines.lines[lang].formsRefused(file, problemsOf(found.failure.issue, lang)))
  })

/** Each place that is not as it should be, and why. */
const problemsOf = (issue: SchemaIssue.Issue, lang: Sentences.Language): string =>
  format(issue).issues.map(({ message, path = [] }) => {
    const place = path.map((key) => String(typeof key === "object" ? key.key : key)).join(".")
    return `${place === "" ? "" : `${place}: `}${/JSON/.test(message) ? ServeLines.lines[lang].formsNoJson : Expectations.sentence(message, lang)}`
  }).join("; ")

const format = SchemaIssue.makeFormatterStandardSchemaV1()

/** The pages over a journal. */
export const over = (journal: Journal.Journal["Service"], key: Uint8Array, { proposals, survey }: typeof Forms.Type): Pick<Portal.Options, "proposals" | "survey"> => ({
  ...(proposals === undefined ? {} : { proposals: { journal, key, filers: proposals.filers } }),
  ...(survey === undefined ? {} : { survey: { journal, key, ...survey, questions: SurveyForm.questions } })
})

/** The key of the tokens, from a file of one line. */
export const keyIn = (file: string, lang: Sentences.Language): Effect.Effect<Uint8Array, CommandFailed> =>
  Effect.gen(function*() {
    const says = ServeLines.lines[lang]
    const text = (yield* textIn(file, lang)).trim()
    const { mode } = yield* Effect.promise(() => stat(file))
    if (process.platform !== "win32" && (mode & 0o077) !== 0) yield* Screen.note(says.tokenOpen(file))
    return /^[\x21-\x7e]+$/.test(text) && text.length >= leastKey
      ? new TextEncoder().encode(text)
      : yield* refused(says.tokenRefused(file, leastKey))
  })

const textIn = (file: string, lang: Sentences.Language) =>
  Effect.tryPromise({ try: () => readFile(file, "utf8"), catch: (error) => ResultFile.trouble(file, error, lang) })

const refused = (line: string) => Effect.fail(new CommandFailed({ code: codes.refused, lines: [line] }))
