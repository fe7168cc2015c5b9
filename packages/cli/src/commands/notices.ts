/**
 * `timbang notices`: how the messages of an outbox stand, and dead letters sent again.
 *
 * @since 0.1.0
 */
import { LetterLines, type Sentences } from "@timbang/language"
import { Letters, type Sending } from "@timbang/workflows"
import type { Journal } from "@timbang/workflows/ports"
import { Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../Exit.ts"
import * as Grid from "../Grid.ts"
import * as Options from "../Options.ts"
import * as Screen from "../Screen.ts"
import * as StorageOption from "../StorageOption.ts"
import * as Database from "../Database.ts"

const outbox = Flag.String("outbox").pipe(
  Flag.withDefault("email"),
  Flag.withDescription("Nama kotak keluar; biasanya nama salurannya / name of the outbox, usually that of its channel")
)

/** Uses the journal of the storage; what it cannot do is said in words. */
const within = <A>(
  given: StorageOption.Given,
  use: (journal: Journal.Journal["Service"]) => Effect.Effect<A, Journal.AppendError | Sending.FactUnreadable | CommandFailed>
) =>
  Effect.scoped(Effect.flatMap(StorageOption.journal(given), (journal) =>
    Effect.mapError(use(journal), (error) => {
      const { lang } = given
      switch (error._tag) {
        case "CommandFailed":
          return error
        case "JournalUnavailable":
          return Options.refusal([{ _tag: "DatabaseUnreachable", variable: Database.variable, because: error.because }], lang)
        case "FactUnreadable":
          return refused(LetterLines.lines[lang].unreadable(error.stream, error.index, error.kind))
        default:
          return refused(error.message)
      }
    })))

const refused = (line: string): CommandFailed => new CommandFailed({ code: codes.refused, lines: [line] })

const status = Command.make("status", {
  outbox,
  only: Flag.Literals("only", ["all", "open", "dead", "sent"]).pipe(
    Flag.withDefault("all"),
    Flag.withDescription("open: menunggu atau sedang dikirim; dead: tidak dikirim lagi / which ones")
  ),
  format: Options.format,
  storage: StorageOption.storage,
  schema: StorageOption.schema,
  lang: Options.lang
}, (given) =>
  within(given, (journal) =>
    Effect.gen(function*() {
      const { format, lang, only, outbox: name } = given
      const says = LetterLines.lines[lang]
      const all = [...(yield* Letters.read(journal, name)).values()]
      const shown = all.filter(({ standing: { _tag } }) => only === "all" || (only === "open" ? _tag === "Waiting" || _tag === "UnderWay" : _tag.toLowerCase() === only))
      if (format === "json") return yield* Screen.print(JSON.stringify(shown, null, 2))
      if (all.length === 0 && format === "table") return yield* Screen.prose(says.none(name))
      const counts = { Waiting: 0, UnderWay: 0, Sent: 0, Dead: 0 }
      for (const { standing } of all) counts[standing._tag]++
      if (shown.length > 0 || format === "csv") yield* Screen.print(Grid.show(gridOf(shown, lang), format))
      yield* Screen.note(says.summary(counts))
    }))
).pipe(Command.withDescription("Bagaimana kedudukan setiap pesan, tanpa isi dan alamatnya / how every message stands, without text and address"))

const revive = Command.make("revive", {
  key: Argument.String("key").pipe(Argument.withDescription("Kunci pesan, dari notices status / key of the message"), Argument.atLeast(1)),
  outbox,
  actor: StorageOption.actor,
  storage: StorageOption.storage,
  schema: StorageOption.schema,
  lang: Options.lang
}, (given) =>
  Effect.gen(function*() {
    const { key: keys, lang, outbox: name } = given
    const says = LetterLines.lines[lang]
    const actor = yield* StorageOption.actorOf(given.actor, lang)
    yield* within(given, (journal) =>
      Effect.gen(function*() {
        const all = yield* Letters.read(journal, name)
        const others = keys.filter((key) => all.get(key)?.standing._tag !== "Dead")
        if (others.length > 0) {
          return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines: others.map((key) => says.notDead(key, name)) }))
        }
        for (const key of new Set(keys)) {
          yield* Letters.revive(journal, actor, name, key)
          yield* Screen.print(says.revived(key))
        }
      }))
  })
).pipe(
  Command.withDescription("Mengirim lagi pesan yang sudah berhenti; pengirimnya mencobanya seperti pesan baru / sends dead letters again"),
  Command.withExamples([{ command: "timbang notices revive hasil/26-0001 --as a.17,operator,bkpsdm", description: "Setelah alamatnya dibetulkan / after the address was put right" }])
)

/** `timbang notices`. */
export const notices = Command.make("notices").pipe(
  Command.withDescription(`Pesan kepada peserta, pada jurnal basis data ${Database.variable} / messages to people, in the journal of the database of ${Database.variable}`),
  Command.withSubcommands([status, revive])
)

/** The messages as rows: those that need somebody first. */
const gridOf = (sendings: ReadonlyArray<Sending.Sending>, lang: Sentences.Language): Grid.Grid => {
  const says = LetterLines.lines[lang]
  const order = ["Dead", "UnderWay", "Waiting", "Sent"]
  return {
    name: "notices",
    headers: says.columns,
    rows: sendings.toSorted((a, b) => order.indexOf(a.standing._tag) - order.indexOf(b.standing._tag)).map(({ about, attempts, key, postedAt, standing, unsure }) => [
      key,
      about,
      says.standing[standing._tag],
      new Date("at" in standing ? standing.at : "since" in standing ? standing.since : postedAt).toISOString(),
      attempts,
      [
        ...(standing._tag === "Dead" ? [says.cause[standing.cause], ...(standing.because === "" ? [] : [standing.because])] : []),
        ...(unsure === 0 || standing._tag === "Sent" ? [] : [says.unsure(unsure)])
      ].join("; ")
    ])
  }
}
