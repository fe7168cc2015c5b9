/**
 * `timbang process run`: a node that runs the rounds of a journal, with commands of the host for its steps.
 *
 * @since 0.1.0
 */
import { Recruitments, type Sentences } from "@timbang/language"
import { Next, Rounds, type State } from "@timbang/process"
import { Clock, Context, Effect, Layer, Logger, Option, References } from "effect"
import { Command, Flag } from "effect/cli"
import { SqlClient } from "effect/sql"
import { codes, CommandFailed } from "../../Exit.ts"
import * as Options from "../../Options.ts"
import * as StepCommands from "../StepCommands.ts"
import * as RoundLines from "../RoundLines.ts"
import * as Grid from "../../Grid.ts"
import * as Screen from "../../Screen.ts"
import * as StorageOption from "../../StorageOption.ts"

/** The command. */
export const run = Command.make("run", {
  steps: Options.path("steps").pipe(Flag.withDescription("Berkas JSON: perintah untuk setiap langkah / a command for each step")),
  actor: StorageOption.actor,
  isOnce: Flag.Boolean("once").pipe(Flag.withDefault(false), Flag.withDescription("Kerjakan yang sudah waktunya, lalu selesai; mis. untuk cron / do what is due, then end")),
  listen: Flag.String("listen").pipe(
    Flag.withMetavar("host:port"),
    Flag.optional,
    Flag.withDescription("Satu dari beberapa node: alamat yang dipakai node lain / one of several nodes: where the others reach it")
  ),
  storage: StorageOption.storage,
  schema: StorageOption.schema,
  lang: Options.lang
}, (given) =>
  Effect.gen(function*() {
    const { isOnce, lang } = given
    const actor = yield* StorageOption.actorOf(given.actor, lang)
    const address = Option.isSome(given.listen) ? yield* addressOf(given.listen.value, lang) : undefined
    if (address !== undefined && Option.isSome(given.storage)) return yield* Effect.fail(Options.refusal([{ _tag: "ChooseOne", options: ["--listen", "--storage"] }], lang))
    const commands = yield* StepCommands.read(given.steps, lang)
    const base = yield* StorageOption.open(given, true)
    if (address === undefined && Option.isNone(given.storage)) yield* alone(Context.get(base, SqlClient.SqlClient), given.schema, lang)
    const { ProcessNode } = yield* Effect.promise(() => import("@timbang/process/node"))
    const options = { actor, ...(isOnce ? { pollMillis: 200, sweepMillis: 2000 } : {}) }
    const node = address === undefined ? ProcessNode.layer(options) : ProcessNode.layerShared(options, address)
    const context = yield* Layer.build(node.pipe(Layer.provide(StepCommands.layer(commands, given.steps)), Layer.provide(Layer.succeedContext(base)))).pipe(
      Effect.mapError((error) => new CommandFailed({ code: codes.refused, lines: [error.message] }))
    )
    if (!isOnce) {
      yield* Screen.note(Recruitments.lines(lang).running)
      return yield* Effect.never
    }
    const rounds = Context.get(context, Rounds.Rounds)
    const states = yield* Effect.mapError(untilNothingIsDue(rounds), (error) => new CommandFailed({ code: codes.refused, lines: [error.message], faults: [error] }))
    yield* Screen.print(states.length === 0 ? Recruitments.lines(lang).none : Grid.show(RoundLines.list(states, yield* Clock.currentTimeMillis, lang), "table"))
  }).pipe(Effect.scoped, Effect.provideService(Logger.LogToStderr, true), Effect.provideService(References.MinimumLogLevel, "Warn"))).pipe(
    Command.withDescription("Menjalankan seleksi: mencatat batas waktu yang lewat dan mengerjakan langkah program / runs rounds: records deadlines that pass and does the steps"),
    Command.withExamples([{ command: "timbang process run --steps langkah.json --as timbang,process,bkpsdm", description: "Sampai dihentikan / until it is stopped" }])
  )

/** Two nodes that do not share the rounds would do every step twice: the second is refused for as long as the first is there. */
const alone = (sql: SqlClient.SqlClient, schema: string, lang: Sentences.Language) =>
  Effect.gen(function*() {
    const connection = yield* sql.reserve
    const [row] = yield* connection.execute("SELECT pg_try_advisory_lock(hashtext($1)) AS ours", [`timbang node ${schema}`], undefined)
    if (row?.["ours"] !== true) return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines: [Recruitments.lines(lang).nodeTaken] }))
  }).pipe(Effect.catchTag("SqlError", (error) => Effect.fail(StorageOption.failureOf(error, lang))))

/** Waits until no round has work or a deadline that has passed; one that was refused waits for people. */
const untilNothingIsDue = (rounds: Rounds.Rounds["Service"]): Effect.Effect<ReadonlyArray<State.State>, Rounds.ReadError> =>
  Effect.gen(function*() {
    for (;;) {
      const states = yield* rounds.all
      const now = yield* Clock.currentTimeMillis
      const isDue = (state: State.State): boolean => {
        const next = Next.of(state)
        return next._tag === "Work" || (next._tag === "Wait" && (next.deadlines[0]?.due ?? Infinity) <= now)
      }
      if (!states.some(isDue)) return states
      yield* Effect.sleep(100)
    }
  })

const addressOf = (given: string, lang: Sentences.Language) => {
  const at = given.lastIndexOf(":")
  const port = Number(given.slice(at + 1))
  return at > 0 && Number.isInteger(port) && port > 0 && port < 65_536
    ? Effect.succeed({ host: given.slice(0, at), port })
    : Effect.fail(Options.refusal([{ _tag: "OptionMiswritten", option: "--listen", found: given, example: "--listen 10.0.0.5:7001" }], lang))
}
