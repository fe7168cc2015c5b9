/**
 * `timbang process`: where a recruitment stands, what people tell it, what is on record, and a node that runs it.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { Recruitments, type Sentences } from "@timbang/language"
import { Rounds, type Signal } from "@timbang/process"
import { Journal } from "@timbang/workflows/ports"
import { Clock, Effect, Layer, Option } from "effect"
import { Argument, Command } from "effect/cli"
import { codes, CommandFailed } from "../../Exit.ts"
import * as Grid from "../../Grid.ts"
import * as Database from "../../Database.ts"
import * as Options from "../../Options.ts"
import { run } from "./processNode.ts"
import * as RoundLines from "../RoundLines.ts"
import * as ResultFile from "../../report/ResultFile.ts"
import * as Screen from "../../Screen.ts"
import * as StorageOption from "../../StorageOption.ts"

const round = Argument.String("round").pipe(Argument.withDescription("Nama seleksi / name of the round"))

/** Rounds of the journal of the storage. */
const within = <A>(
  given: StorageOption.Given,
  use: (rounds: Rounds.Rounds["Service"]) => Effect.Effect<A, Rounds.SignalError | CommandFailed>
) =>
  Effect.gen(function*() {
    const journal = yield* StorageOption.journal(given)
    return yield* Effect.flatMap(Rounds.Rounds, use).pipe(
      Effect.provide(Layer.provide(Rounds.layer, Layer.succeed(Journal.Journal, journal))),
      Effect.mapError((error) => failureOf(error, given.lang))
    )
  }).pipe(Effect.scoped)

const failureOf = (error: Rounds.SignalError | CommandFailed, lang: Sentences.Language): CommandFailed => {
  switch (error._tag) {
    case "CommandFailed":
      return error
    case "SignalRefused":
      return new CommandFailed({
        code: error.problem === "same-person" || error.problem === "wrong-role" ? codes.notAllowed : codes.refused,
        lines: [Recruitments.refusal(error, lang)],
        faults: [error]
      })
    case "JournalUnavailable":
      return Options.refusal([{ _tag: "DatabaseUnreachable", variable: Database.variable, because: error.because }], lang)
    case "SignalInvalid":
      return new CommandFailed({ code: codes.refused, lines: [Recruitments.lines(lang).notASignal(error.because)], faults: [error] })
    case "FactUnreadable":
      return new CommandFailed({ code: codes.refused, lines: [Recruitments.lines(lang).unreadable(error.index, error.kind)], faults: [error] })
    default:
      return new CommandFailed({ code: codes.refused, lines: [error.message], faults: [error] })
  }
}

/** Nobody started such a round. */
const unknown = (name: string, lang: Sentences.Language): CommandFailed =>
  new CommandFailed({ code: codes.refused, lines: [Recruitments.refusal({ signal: name, subject: "", problem: "not-started" }, lang)] })

const status = Command.make("status", {
  round: round.pipe(Argument.optional),
  format: Options.format,
  storage: StorageOption.storage,
  schema: StorageOption.schema,
  lang: Options.lang
}, (given) => {
  const { format, lang } = given
  return within(given, (rounds) =>
    Effect.gen(function*() {
      const now = yield* Clock.currentTimeMillis
      if (Option.isNone(given.round)) {
        const states = yield* rounds.all
        if (format === "json") return yield* Screen.print(JSON.stringify(states.map(RoundLines.data), null, 2))
        if (states.length === 0 && format === "table") return yield* Screen.prose(Recruitments.lines(lang).none)
        return yield* Screen.print(Grid.show(RoundLines.list(states, now, lang), format))
      }
      const state = yield* rounds.read(given.round.value)
      if (state === undefined) return yield* Effect.fail(unknown(given.round.value, lang))
      if (format === "json") return yield* Screen.print(JSON.stringify(RoundLines.data(state), null, 2))
      if (format === "csv") return yield* Screen.print(Grid.show(RoundLines.list([state], now, lang), format))
      yield* Screen.prose(...RoundLines.status(state, now, lang))
    }))
}).pipe(
  Command.withDescription("Sampai di mana suatu seleksi, apa yang ditunggu dari siapa, dan batas waktunya; tanpa nama: semua seleksi / where a round stands, what waits for whom, and until when; without a name: all rounds"),
  Command.withExamples([{ command: "timbang process status cpns-2026 --format json", description: "Sebagai data / as data" }])
)

const history = Command.make("history", {
  round,
  format: Options.format,
  storage: StorageOption.storage,
  schema: StorageOption.schema,
  lang: Options.lang
}, (given) => {
  const { format, lang } = given
  return within(given, (rounds) =>
    Effect.gen(function*() {
      const written = yield* rounds.history(given.round)
      if (written.length === 0) return yield* Effect.fail(unknown(given.round, lang))
      yield* Screen.print(format === "json" ? JSON.stringify(written, null, 2) : Grid.show(RoundLines.history(written, lang), format))
    }))
}).pipe(Command.withDescription("Semua yang tercatat: kapan, siapa, apa / everything on record: when, who, what"))

const tell = Command.make("tell", {
  round,
  signal: Options.pathArgument("signal").pipe(Argument.withDescription("Berkas JSON, mis. {\"_tag\":\"Approve\",\"id\":\"P1\"} / a file of JSON")),
  actor: StorageOption.actor,
  storage: StorageOption.storage,
  schema: StorageOption.schema,
  lang: Options.lang
}, (given) =>
  Effect.gen(function*() {
    const { lang, signal: path } = given
    const actor = yield* StorageOption.actorOf(given.actor, lang)
    const signal = yield* Effect.tryPromise({
      // What is no signal is refused with its faults where it is recorded.
      try: async () => JSON.parse(await readFile(path, "utf8")) as Signal.Signal,
      catch: (error) => ResultFile.trouble(path, error, lang)
    })
    const now = yield* Clock.currentTimeMillis
    yield* within(given, (rounds) => Effect.flatMap(rounds.signal(given.round, signal, actor), (state) =>
      Screen.prose(Recruitments.lines(lang).taken, ...RoundLines.status(state, now, lang))))
  })
).pipe(Command.withDescription("Mencatat pernyataan seseorang: mulai, usul, setuju, tolak, sanggah, DRH / records what somebody says to a round"))

/** `timbang process`. */
export const recruitment = Command.make("process").pipe(
  Command.withDescription(`Seleksi yang berjalan berbulan-bulan, pada basis data ${Database.variable} / a recruitment that runs, in the database of ${Database.variable}`),
  Command.withSubcommands([status, tell, history, run])
)
