/**
 * The storage of a host for commands that read or record what people send in.
 *
 * @since 0.1.0
 */
import { existsSync, mkdirSync } from "node:fs"
import type { Sentences } from "@timbang/language"
import { ServeLines } from "@timbang/language/publication"
import type { Migrations } from "@timbang/storage-sql"
import { Actor } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Context, Effect, Layer, Option, Redacted } from "effect"
import { Flag } from "effect/cli"
import type { SqlError } from "effect/sql"
import { lock } from "proper-lockfile"
import * as Database from "./Database.ts"
import { codes, CommandFailed } from "./Exit.ts"
import * as Options from "./Options.ts"
import * as ResultFile from "./report/ResultFile.ts"

// --- options ---

/** The folder of an embedded database, for a host without a server. */
export const storage = Options.folder("storage").pipe(
  Flag.optional,
  Flag.withDescription(`Folder basis data tertanam, satu program pada satu waktu; tanpa ini ${Database.variable} / folder of the embedded database, one program at a time`)
)

/** The schema of the tables on a server. */
export const schema = Flag.String("schema").pipe(Flag.withDefault("timbang"), Flag.withDescription("Skema tabel jurnal / schema of the journal's tables"))

/** Whose word is recorded. */
export const actor = Flag.String("as").pipe(
  Flag.withMetavar("id,peran,unit"),
  Flag.withDescription("Siapa yang menyatakan; bukan nama orang atau NIK / whose word it is: account, role, unit")
)

/** The actor of `--as`. */
export const actorOf = (given: string, lang: Sentences.Language): Effect.Effect<Actor.Actor, CommandFailed> => {
  const [id = "", role = "", unit = ""] = given.split(",").map((word) => word.trim())
  return Actor.isActor({ id, role, unit })
    ? Effect.succeed({ id, role, unit })
    : Effect.fail(Options.refusal([{ _tag: "OptionMiswritten", option: "--as", found: given, example: "--as p.01,panitia,bkpsdm" }], lang))
}

// --- operations ---

/** What names a storage. */
export interface Given {
  readonly storage: Option.Option<string>
  readonly schema: string
  readonly lang: Sentences.Language
}

/** The journal of the storage, open until the scope ends. A folder that is named goes before the environment. */
export const journal = (given: Given) => Effect.map(open(given), (context) => Context.get(context, Journal.Journal))

/** The same with the client under it; with `isOwnSchema` tables that name no schema are in this one as well. */
export const open = ({ lang, schema: name, storage: folder }: Given, isOwnSchema = false) =>
  Effect.gen(function*() {
    const { Embedded, JournalSql } = yield* Effect.promise(() => import("@timbang/storage-sql"))
    const url = addressOf()
    if (Option.isNone(folder) && url === undefined) return yield* Effect.fail(Options.refusal([{ _tag: "ChooseOne", options: ["--storage", Database.variable] }], lang))
    const { PgClient } = yield* Effect.promise(() => import("@effect/sql-pg"))
    const client = Option.isSome(folder)
      ? Layer.unwrap(Effect.as(alone(folder.value, lang), Embedded.layer(folder.value)))
      : PgClient.layer({ url: Redacted.make(url!), maxConnections: 4, connectTimeout: 10_000, prepare: false, ...(isOwnSchema ? { startupParameters: { search_path: name } } : {}) })
    return yield* Layer.build(Layer.provideMerge(JournalSql.layer({ schema: name }), client)).pipe(
      Effect.mapError((error) => (error._tag === "CommandFailed" ? error : failureOf(error, lang)))
    )
  })

/** Why a storage cannot be used. */
export const failureOf = (error: Journal.JournalUnavailable | Migrations.NotReady | SqlError.SqlError, lang: Sentences.Language): CommandFailed =>
  error._tag === "JournalUnavailable"
    ? Options.refusal([{ _tag: "DatabaseUnreachable", variable: Database.variable, because: error.because }], lang)
    : Database.failureOf(error, lang)

const addressOf = (): string | undefined => process.env[Database.variable] || undefined

/** The folder for this program alone: two that open it at once would spoil it. */
const alone = (folder: string, lang: Sentences.Language) =>
  Effect.acquireRelease(
    Effect.tryPromise({
      try: async () => {
        if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
        return await lock(folder, { lockfilePath: `${folder}.lock`, stale: 5000, update: 1000, retries: { retries: 3, factor: 1, minTimeout: 200 } })
      },
      catch: (error) =>
        (error as NodeJS.ErrnoException).code === "ELOCKED"
          ? new CommandFailed({ code: codes.refused, lines: [ServeLines.lines[lang].storageTaken(folder)] })
          : ResultFile.trouble(folder, error, lang)
    }),
    (release) => Effect.promise(() => release())
  )
