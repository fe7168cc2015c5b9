/**
 * `timbang process`: where a recruitment stands, and what people tell it. A node that runs rounds is the host's program.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { PgClient } from "@effect/sql-pg"
import { Recruitments, type Sentences } from "@timbang/language"
import { Calendar, Next, Recruitment, Rounds, type Signal, Stage, type State } from "@timbang/process"
import { JournalSql, type Migrations } from "@timbang/storage-sql"
import { Effect, Layer, Redacted } from "effect"
import { Argument, Command } from "effect/cli"
import { codes, CommandFailed } from "../Exit.ts"
import * as Migrate from "./migrate.ts"
import * as Options from "../Options.ts"
import * as ResultFile from "../report/ResultFile.ts"
import * as Screen from "../Screen.ts"
import * as StorageOption from "../StorageOption.ts"

const round = Argument.String("round").pipe(Argument.withDescription("Nama seleksi / name of the round"))

/** Rounds of the journal in the host's database. */
const within = <A>(
  { lang, schema }: { readonly schema: string; readonly lang: Sentences.Language },
  use: (rounds: Rounds.Rounds["Service"]) => Effect.Effect<A, Rounds.SignalError | CommandFailed>
) =>
  Effect.gen(function*() {
    const url = process.env[Migrate.variable]
    if (url === undefined || url === "") {
      return yield* Effect.fail(Options.refusal([{ _tag: "OptionAbsent", option: Migrate.variable, example: "postgres://timbang@localhost/bkpsdm" }], lang))
    }
    const client = PgClient.layer({ url: Redacted.make(url), maxConnections: 2, connectTimeout: 10_000, prepare: false })
    return yield* Effect.flatMap(Rounds.Rounds, use).pipe(
      Effect.provide(Rounds.layer.pipe(Layer.provide(JournalSql.layer({ schema })), Layer.provide(client))),
      Effect.mapError((error) => failureOf(error, lang))
    )
  })

const failureOf = (error: Rounds.SignalError | Migrations.NotReady | CommandFailed, lang: Sentences.Language): CommandFailed => {
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
      return Options.refusal([{ _tag: "DatabaseUnreachable", variable: Migrate.variable, because: error.because }], lang)
    case "SchemaNameRefused":
    case "SchemaNewer":
    case "ConnectionLost":
    case "SqlError":
      return Migrate.failureOf(error, lang)
    default:
      return new CommandFailed({ code: codes.refused, lines: [error.message], faults: [error] })
  }
}

const status = Command.make("status", { round, schema: StorageOption.schema, lang: Options.lang }, (given) =>
  within(given, (rounds) =>
    Effect.flatMap(rounds.read(given.round), (state) =>
      state === undefined
        ? Effect.fail(new CommandFailed({ code: codes.refused, lines: [Recruitments.refusal({ signal: given.round, subject: "", problem: "not-started" }, given.lang)] }))
        : Screen.prose(...linesOf(state, given.lang))))
).pipe(Command.withDescription("Sampai di mana suatu seleksi, apa yang ditunggu, dan batas waktunya / where a round stands, what it waits for, and until when"))

const linesOf = (state: State.State, lang: Sentences.Language): ReadonlyArray<string> => {
  const words = Recruitments.lines(lang)
  const { calendar } = state.plan.timetable
  const part = Recruitment.partOf(state)
  const of = (milestone: Stage.Milestone) => Next.active(state).filter((person) => person.milestone === milestone).length
  const left = [...state.people.values()].filter((person) => person.left !== undefined).length
  return [
    ...(part === undefined
      ? [words.finished]
      : [`${words.stage}: ${Recruitments.stage(part.stage, lang)}`, `${words.awaits}: ${Recruitments.awaited(part, lang)}`]),
    ...(state.refusal === undefined ? [] : [words.refused(state.refusal)]),
    ...Next.deadlines(state).map(({ due, term }) => words.until(Recruitments.term(term, lang), Calendar.dayAt(calendar, due - 1), calendar.zone)),
    ...(part?.term !== undefined && state.passed.has(`${part.stage}/${part.term}`) ? [words.overdue(Recruitments.term(part.term, lang))] : []),
    ...[...state.proposals.values()].filter(({ decided }) => decided === undefined).map(({ enteredBy, id, subject }) => words.pending(id, subject._tag, enteredBy.id)),
    ...Stage.milestones.filter((milestone) => of(milestone) > 0).map((milestone) => words.people(Recruitments.milestone(milestone, lang), of(milestone))),
    ...(left === 0 ? [] : [words.left(left)])
  ]
}

const tell = Command.make("tell", {
  round,
  signal: Options.pathArgument("signal").pipe(Argument.withDescription("Berkas JSON, mis. {\"_tag\":\"Approve\",\"id\":\"P1\"} / a file of JSON")),
  actor: StorageOption.actor,
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
    yield* within(given, (rounds) => Effect.flatMap(rounds.signal(given.round, signal, actor), (state) =>
      Screen.prose(Recruitments.lines(lang).taken, ...linesOf(state, lang))))
  })
).pipe(Command.withDescription("Mencatat pernyataan seseorang: mulai, usul, setuju, tolak, sanggah, DRH / records what somebody says to a round"))

/** `timbang process`. */
export const recruitment = Command.make("process").pipe(
  Command.withDescription(`Seleksi yang berjalan berbulan-bulan, pada basis data ${Migrate.variable} / a recruitment that runs, in the database of ${Migrate.variable}`),
  Command.withSubcommands([status, tell])
)
