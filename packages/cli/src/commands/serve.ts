/**
 * `timbang serve`: the portal over a published log, or the API for hosts, alone on one port.
 *
 * @since 0.1.0
 */
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Day } from "@timbang/core/law"
import { type CommandFaults, Faults, FileTroubles, type Sentences } from "@timbang/language"
import { ServeLines } from "@timbang/language/publication"
import { Portal, type PublicRecord } from "@timbang/portal"
import { NodePrimitives } from "@timbang/signing/node"
import { ScoreFeedFile } from "@timbang/source-files"
import { type Sources, TileStore } from "@timbang/workflows/ports"
import { Effect, Option, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import * as ServeApi from "../api/ServeApi.ts"
import * as Defect from "../Defect.ts"
import { codes, CommandFailed } from "../Exit.ts"
import * as Listening from "../Listening.ts"
import * as Options from "../Options.ts"
import * as PortalForms from "../publication/PortalForms.ts"
import * as LogFolder from "../publication/LogFolder.ts"
import * as PortalRoutes from "../publication/PortalRoutes.ts"
import * as DisclosureWords from "../DisclosureWords.ts"
import * as ResultFile from "../report/ResultFile.ts"
import * as Screen from "../Screen.ts"
import * as StorageOption from "../StorageOption.ts"
import * as Tracing from "../Tracing.ts"
import * as Client from "../publication/Client.ts"

const refused = (line: string) => new CommandFailed({ code: codes.refused, lines: [line] })

/** Files below a folder; a path that leads anywhere else is no file. */
const readIn = (folder: string): PublicRecord.ReadFile => async (path) => {
  if (Result.isFailure(TileStore.checkPath(path))) return undefined
  try {
    return await readFile(join(folder, path))
  } catch (error) {
    if (["ENOENT", "EISDIR", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined
    throw error
  }
}

/** The page that was built with the program: beside it where it is one file, else in the package of the portal. */
const builtPage = async (): Promise<string | undefined> => {
  const beside = fileURLToPath(new URL("./verifier.html", import.meta.url))
  if (existsSync(beside)) return readFile(beside, "utf8")
  try {
    return await readFile(createRequire(import.meta.url).resolve("@timbang/portal/verifier.html"), "utf8")
  } catch {
    // Not built, or the portal is part of a bundle without it.
    return undefined
  }
}

const verifierPage = (given: Option.Option<string>, lang: Sentences.Language) =>
  Effect.gen(function*() {
    if (Option.isSome(given)) {
      return yield* Effect.tryPromise({
        try: () => readFile(given.value, "utf8"),
        catch: (error) => ResultFile.trouble(given.value, error, lang)
      })
    }
    const page = yield* Effect.promise(builtPage)
    if (page === undefined) {
      yield* Screen.note(ServeLines.lines[lang].pageNotBuilt)
    }
    return page
  })

const stagedDay = (text: string): readonly [string, Day.Day] | undefined => {
  const at = text.lastIndexOf("=")
  const day = text.slice(at + 1)
  return at > 0 && Day.isDay(day) ? [text.slice(0, at), day] : undefined
}

/** `timbang serve`. */
export const serve = Command.make("serve", {
  log: Options.pathArgument("log").pipe(Argument.optional, Argument.withDescription("Folder catatan, untuk portal / folder of the log, for the portal")),
  api: Flag.Boolean("api").pipe(
    Flag.withDefault(false),
    Flag.withDescription("API JSON bagi aplikasi lain, tanpa menyimpan apa pun / a JSON API for other programs that keeps nothing")
  ),
  tokenFile: Options.path("token-file").pipe(
    Flag.optional,
    Flag.withDescription("Berkas berisi token API; atau TIMBANG_API_TOKEN / file with the token of the API")
  ),
  largest: Flag.Int("largest").pipe(Flag.optional, Flag.withDescription(`Isi permintaan API terbesar, MiB; baku ${ServeApi.usualLargest} / largest body of the API`)),
  otlp: Flag.String("otlp").pipe(
    Flag.optional,
    Flag.withDescription("Kirim jejak OpenTelemetry ke alamat ini; atau OTEL_EXPORTER_OTLP_ENDPOINT / send traces to this address")
  ),
  port: Flag.Int("port").pipe(Flag.withDefault(8080), Flag.withDescription("Porta / port; 0: any that is free")),
  host: Flag.String("host").pipe(
    Flag.withDefault("127.0.0.1"),
    Flag.withDescription("Alamat; baku hanya dari komputer ini / address; by default this computer only")
  ),
  clientHeader: Flag.String("client-header").pipe(
    Flag.optional,
    Flag.withDescription("Judul yang diisi proksi sendiri dengan alamat peminta, mis. x-real-ip; tanpa ini semua yang lewat proksi berbagi satu batas / header in which your own proxy writes who asks")
  ),
  base: Flag.String("base").pipe(
    Flag.withDefault(""),
    Flag.withDescription("Jalur tempat portal dipasang, mis. /cpns / path under which the portal is mounted")
  ),
  feed: Options.path("feed").pipe(
    Flag.withDescription("Nilai langsung: berkas NDJSON yang terus ditambah / live scores: a file of JSON lines that grows"),
    Flag.optional
  ),
  announced: Flag.String("announced").pipe(
    Flag.withDescription("TAHAP=YYYY-MM-DD, hari pengumuman; dasar batas sanggah; dapat diulang / day of announcement, for deadlines; may be repeated"),
    Flag.atLeast(0)
  ),
  objections: Flag.String("objections").pipe(
    Flag.withDescription("Alamat tempat sanggah diajukan; baku SSCASN / where objections are filed"),
    Flag.optional
  ),
  tiles: Flag.Boolean("tiles").pipe(
    Flag.withDefault(false),
    Flag.withDescription("Sajikan berkas catatan di /catatan/, untuk diaudit siapa pun / serve the files of the log below /catatan/")
  ),
  verifier: Options.path("verifier").pipe(
    Flag.withDescription("Halaman pemeriksa luring lain dari bawaan, satu berkas HTML / another offline verifier page than the built one"),
    Flag.optional
  ),
  forms: Options.path("forms").pipe(
    Flag.withDescription("Berkas JSON: siapa boleh mengajukan usulan, survei tentang apa; perlu penyimpanan dan --tokens / what people may send in; takes a storage and --tokens"),
    Flag.optional
  ),
  tokens: Options.path("tokens").pipe(
    Flag.withDescription("Berkas kunci kode pengusul dan slip survei, lihat timbang voice tokens / file with the key of the codes people hold"),
    Flag.optional
  ),
  storage: StorageOption.storage,
  schema: StorageOption.schema,
  lang: Options.lang
}, (given) =>
  Effect.gen(function*() {
    const { base, feed, host, lang, objections, port, tiles } = given
    const says = ServeLines.lines[lang]
    const tracing = yield* Tracing.asked(given.otlp, lang)
    if (given.api) {
      const idle = portalOptions(given)
      if (idle.length > 0) return yield* Effect.fail(Options.refusal(idle, lang))
      return yield* ServeApi.run({ ...given, tracing })
    }
    if (Option.isNone(given.log)) return yield* Effect.fail(refused(says.nothingToServe))
    const idle = [["--token-file", Option.isSome(given.tokenFile)], ["--largest", Option.isSome(given.largest)]] as const
    const faults = idle.flatMap(([option, isGiven]) => isGiven ? [{ _tag: "OptionIdle", option, only: "--api" } as const] : [])
    if (faults.length > 0) return yield* Effect.fail(Options.refusal(faults, lang))
    const log = given.log.value
    yield* LogFolder.read(log, lang)
    if (base !== "" && !/^(?:\/[A-Za-z0-9._~-]+)+\/?$/.test(base)) {
      return yield* Effect.fail(refused(says.base(base)))
    }
    const days = given.announced.map(stagedDay)
    const wrong = days.findIndex((each) => each === undefined)
    if (wrong >= 0) {
      return yield* Effect.fail(refused(says.announced(given.announced[wrong]!)))
    }
    if (Option.isSome(feed) && !existsSync(feed.value)) {
      return yield* Effect.fail(refused(says.feedMissing(feed.value)))
    }
    const page = yield* verifierPage(given.verifier, lang)
    const forms = yield* formsOf(given)
    const portal = Portal.make({
      read: readIn(log),
      primitives: NodePrimitives.node,
      words: DisclosureWords.ofLaw,
      base,
      tiles,
      announcedOn: Object.fromEntries(days as ReadonlyArray<readonly [string, Day.Day]>),
      ...(Option.isNone(objections) ? {} : { objectionAddress: objections.value }),
      ...(Option.isNone(feed) ? {} : { feed: ScoreFeedFile.follow(feed.value), onFeedFault: toldOnce(lang) }),
      ...(page === undefined ? {} : { verifierPage: page }),
      onFault: faultTold(),
      ...forms
    })
    yield* Effect.addFinalizer(() => Effect.promise(portal.dispose))
    const traced = yield* Tracing.traced(tracing, PortalRoutes.of(base))
    const header = Option.getOrUndefined(given.clientHeader)
    if (header !== undefined && !/^[A-Za-z0-9-]{1,60}$/.test(header)) {
      return yield* Effect.fail(Options.refusal([{ _tag: "OptionMiswritten", option: "--client-header", found: header, example: "--client-header x-real-ip" }], lang))
    }
    const clientOf = (request: Request, connection: string) => Client.of(header === undefined ? undefined : request.headers.get(header), connection)
    return yield* Listening.forGood((request, connection) => traced(request, () => portal.handler(request, { client: clientOf(request, connection) })), { host, port, path: `${base.replace(/\/+$/, "")}/`, lang })
  }).pipe(Effect.scoped)).pipe(
    Command.withDescription("Portal untuk warga di atas catatan, atau API bagi aplikasi lain / the portal for citizens over a log, or an API for other programs"),
    Command.withExamples([{
      command: "timbang serve --api --token-file token",
      description: "API di komputer ini; alamatnya dijelaskan di /openapi.json / the API on this computer"
    }, {
      command: "timbang serve catatan --feed nilai.ndjson --announced final=2026-12-01 --tiles",
      description: "Dengan nilai langsung, batas sanggah, dan berkas catatan / with live scores, deadlines and the files of the log"
    }, {
      command: "timbang serve catatan --forms formulir.json --tokens kunci-kode --storage data",
      description: "Dengan usulan dan survei / with proposals and the survey"
    }])
  )

/** Pages on which people send something in: none unless a file says which, and a storage keeps it. */
const formsOf = (given: StorageOption.Given & { readonly forms: Option.Option<string>; readonly tokens: Option.Option<string> }) =>
  Effect.gen(function*() {
    const { forms, lang, storage, tokens } = given
    if (Option.isSome(forms) !== Option.isSome(tokens)) return yield* Effect.fail(Options.refusal([{ _tag: "OptionsTogether", options: ["--forms", "--tokens"] }], lang))
    if (Option.isNone(forms) || Option.isNone(tokens)) {
      return Option.isNone(storage) ? {} : yield* Effect.fail(Options.refusal([{ _tag: "OptionIdle", option: "--storage", only: "--forms" }], lang))
    }
    const key = yield* PortalForms.keyIn(tokens.value, lang)
    const pages = yield* PortalForms.read(forms.value, lang)
    return PortalForms.over(yield* StorageOption.journal(given), key, pages)
  })

/** Options that say nothing of the API. */
const portalOptions = (given: {
  readonly log: Option.Option<string>
  readonly clientHeader: Option.Option<string>
  readonly base: string
  readonly feed: Option.Option<string>
  readonly announced: ReadonlyArray<string>
  readonly objections: Option.Option<string>
  readonly tiles: boolean
  readonly verifier: Option.Option<string>
  readonly forms: Option.Option<string>
  readonly tokens: Option.Option<string>
  readonly storage: Option.Option<string>
}): ReadonlyArray<CommandFaults.CommandFault> => {
  const named: ReadonlyArray<readonly [string, boolean]> = [
    ["<log>", Option.isSome(given.log)],
    ["--client-header", Option.isSome(given.clientHeader)],
    ["--base", given.base !== ""],
    ["--feed", Option.isSome(given.feed)],
    ["--announced", given.announced.length > 0],
    ["--objections", Option.isSome(given.objections)],
    ["--tiles", given.tiles],
    ["--verifier", Option.isSome(given.verifier)],
    ["--forms", Option.isSome(given.forms)],
    ["--tokens", Option.isSome(given.tokens)],
    ["--storage", Option.isSome(given.storage)]
  ]
  return named.flatMap(([option, isGiven]) =>
    isGiven ? [{ _tag: "NotUnder", option, choice: "--api", instead: "--host, --port, --token-file, --largest, --otlp" } as const] : [])
}

/** What keeps a page from being shown; the same once a minute, however many ask for it. */
const faultTold = (): (error: unknown) => void => {
  const told = new Map<string, number>()
  return (error) => {
    const line = isOutage(error) ? error.message : Defect.lines(error).join("\n")
    if (Date.now() - (told.get(line) ?? -Infinity) < 60_000) return
    told.set(line, Date.now())
    process.stderr.write(`${line}\n`)
  }
}

/** What cannot be reached says so in words that quote nobody. */
const isOutage = (error: unknown): error is Error =>
  error instanceof Error && "_tag" in error && ["RecordRefused", "JournalUnavailable", "VaultUnavailable"].includes(String(error._tag))

/** A feed that stays broken is told once, and again when it breaks in another way. */
const toldOnce = (lang: Sentences.Language): (error: Sources.SourceError) => void => {
  let last = ""
  return (error) => {
    const line = error._tag === "SourceUnavailable"
      ? ServeLines.lines[lang].feedFault(error.source, FileTroubles.sentence(error.cause, lang) ?? error.because)
      : Faults.lines(error, lang).join("\n")
    if (line !== last) process.stderr.write(`${line}\n`)
    last = line
  }
}
