/**
 * `timbang serve --api`: the token, the limits and the port of the API.
 *
 * @since 0.1.0
 */
import { readFile, stat } from "node:fs/promises"
import { ServeLines } from "@timbang/language/publication"
import type { Sentences } from "@timbang/language"
import { Effect, type Layer, Option } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as Listening from "../Listening.ts"
import * as Options from "../Options.ts"
import * as ResultFile from "../report/ResultFile.ts"
import * as Screen from "../Screen.ts"
import * as Api from "./Api.ts"

// --- models ---

/** What the command was given. */
interface Given {
  readonly host: string
  readonly port: number
  readonly tokenFile: Option.Option<string>
  /** Unit: MiB. */
  readonly largest: Option.Option<number>
  readonly tracing: Layer.Layer<never> | undefined
  readonly lang: Sentences.Language
}

/** Largest body unless another is asked for. Unit: MiB. */
export const usualLargest = 64

/** Fewest characters of a token. */
const leastToken = 32

/** Requests computed at a time: each holds its input and its result in memory. */
const mostAtOnce = 4

const variable = "TIMBANG_API_TOKEN"

// --- operations ---

/** Serves the API until the command ends. */
export const run = Effect.fn("ServeApi.run")(function*({ host, lang, largest, port, tokenFile, tracing }: Given) {
  const says = ServeLines.lines[lang]
  const faults = Options.rangeFaults("--largest", Option.getOrUndefined(largest), 1, 512)
  if (faults.length > 0) return yield* Effect.fail(Options.refusal(faults, lang))
  const token = yield* tokenOf(tokenFile, lang)
  if (!["127.0.0.1", "::1", "localhost"].includes(host)) yield* Screen.note(says.apiOpen(host))
  const api = Api.make({
    token,
    largestBytes: Option.getOrElse(largest, () => usualLargest) * 1_048_576,
    mostAtOnce,
    onDefect: (lines) => void process.stderr.write(`${lines.join("\n")}\n`),
    ...(tracing === undefined ? {} : { tracing })
  })
  yield* Effect.addFinalizer(() => Effect.promise(api.dispose))
  return yield* Listening.forGood(api.handler, { host, port, path: "/", lang })
})

/** Never an option: those of a running program can be read by every account of the computer. */
const tokenOf = (file: Option.Option<string>, lang: Sentences.Language) =>
  Effect.gen(function*() {
    const says = ServeLines.lines[lang]
    const ofEnvironment = process.env[variable]
    if (Option.isNone(file) && ofEnvironment === undefined) return yield* Effect.fail(refused(says.tokenMissing))
    if (Option.isSome(file) && ofEnvironment !== undefined) {
      return yield* Effect.fail(Options.refusal([{ _tag: "ChooseOne", options: ["--token-file", variable] }], lang))
    }
    const text = Option.isNone(file) ? ofEnvironment! : yield* textIn(file.value, lang)
    const token = text.trim()
    return /^[\x21-\x7e]+$/.test(token) && token.length >= leastToken
      ? token
      : yield* Effect.fail(refused(says.tokenRefused(Option.getOrElse(file, () => variable), leastToken)))
  })

const textIn = (file: string, lang: Sentences.Language) =>
  Effect.gen(function*() {
    const { mode, text } = yield* Effect.tryPromise({
      try: async () => ({ mode: (await stat(file)).mode, text: await readFile(file, "utf8") }),
      catch: (error) => ResultFile.trouble(file, error, lang)
    })
    if (process.platform !== "win32" && (mode & 0o077) !== 0) yield* Screen.note(ServeLines.lines[lang].tokenOpen(file))
    return text
  })

const refused = (line: string) => new CommandFailed({ code: codes.refused, lines: [line] })
