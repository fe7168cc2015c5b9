/**
 * `timbang document`: announcement, annex and minutes of a published selection, their signature, and their place in the log.
 *
 * @since 0.1.0
 */
import { constants, existsSync } from "node:fs"
import { access, readFile, writeFile } from "node:fs/promises"
import { basename, dirname } from "node:path"
import { PaperWords, Receipt, SignedCheckpoint } from "@timbang/core/publication"
import { Annex, Announcement, HandOffFolder, Letter, Minutes, type OfficialDocument, Pdf, type Published, SigningService, Word } from "@timbang/documents"
import type { Sentences } from "@timbang/language"
import { DocumentLines, PaperWordList, PublishLines } from "@timbang/language/publication"
import { NamesFile } from "@timbang/source-files"
import { DocumentSigner } from "@timbang/workflows/ports"
import { NodePrimitives } from "@timbang/signing/node"
import { Effect, Option, Redacted, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { codes, CommandFailed, EndWith } from "../../Exit.ts"
import * as Options from "../../Options.ts"
import * as LogFolder from "../LogFolder.ts"
import * as LoggedDocument from "../LoggedDocument.ts"
import * as PublishedResult from "../PublishedResult.ts"
import * as Publisher from "../Publisher.ts"
import * as SigningKey from "../SigningKey.ts"
import * as ResultFile from "../../report/ResultFile.ts"
import * as Screen from "../../Screen.ts"
import * as Refusal from "../../selection/Refusal.ts"
import * as RunFolder from "../../selection/RunFolder.ts"

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))

const read = (path: string, lang: Sentences.Language) =>
  Effect.tryPromise({
    try: async () => new Uint8Array(await readFile(path)),
    catch: (error) => ResultFile.trouble(path, error, lang)
  })

/** A document that was made is evidence: no file is written over. */
const writeNew = (path: string, bytes: Uint8Array | string, lang: Sentences.Language, mode = 0o644) =>
  Effect.tryPromise({
    try: () => writeFile(path, bytes, { flag: "wx", mode }),
    catch: (error) =>
      new CommandFailed({
        code: codes.refused,
        lines: [(error as NodeJS.ErrnoException).code === "EEXIST" ? DocumentLines.lines[lang].exists(path) : ResultFile.trouble(path, error, lang).lines[0]!]
      })
  })

const log = Options.path("log").pipe(Flag.withDescription("Folder catatan / folder of the log"))

const flags = {
  selection: Options.pathArgument("selection").pipe(Argument.withDescription("Folder hasil `timbang select` / folder that `timbang select` wrote")),
  log,
  letter: Options.path("letter").pipe(
    Flag.withDescription("Kop, nomor, tanggal, penanda tangan (JSON); contoh: timbang document letter / letterhead, number, signatory")
  ),
  paper: Flag.Literals("paper", ["a4", "f4"]).pipe(Flag.withDefault("a4"), Flag.withDescription("Kertas; f4 = 215 x 330 mm / paper")),
  lang: Options.lang,
  out: Options.path("out").pipe(Flag.withDescription("Berkas .pdf atau .docx / a .pdf or .docx file"))
}

interface Given {
  readonly selection: string
  readonly log: string
  readonly letter: string
  readonly paper: OfficialDocument.Paper
  readonly lang: Sentences.Language
  readonly out: string
}

const make = (
  { lang, letter: letterFile, log: logFolder, out, paper, selection }: Given,
  of: (published: Published.Published, letter: Letter.Letter) => Effect.Effect<OfficialDocument.OfficialDocument, CommandFailed>
) =>
  Effect.gen(function*() {
    const says = DocumentLines.lines[lang]
    const kind = /\.(pdf|docx)$/i.exec(out)?.[1]?.toLowerCase()
    if (kind === undefined) return yield* refused(says.kindUnknown(out))
    if (existsSync(out)) return yield* refused(says.exists(out))
    const letter = yield* readLetter(letterFile, lang)
    const loaded = yield* RunFolder.load(selection, lang)
    const published = yield* PublishedResult.read(logFolder, loaded, lang)
    const document = yield* of(published, letter)
    const letters = kind === "pdf" ? yield* Effect.promise(() => Pdf.unprintable(document)) : []
    if (letters.length > 0) return yield* refused(says.letters(letters))
    const bytes = yield* Effect.promise(() => kind === "pdf" ? Pdf.render(document, paper) : Word.render(document, paper))
    yield* writeNew(out, bytes, lang)
    yield* Screen.print(says.written(out))
    yield* Screen.note(says.signNext)
  }).pipe(Refusal.inWords(lang))

/** The line at which a text stops being JSON; the last where it ends too early. */
const lineOf = (text: string, { message }: Error): number | undefined => {
  const at = /position (\d+)/.exec(message)?.[1]
  return at === undefined && !message.includes("end of JSON") ? undefined : text.slice(0, at === undefined ? undefined : Number(at)).split("\n").length
}

const readLetter = (file: string, lang: Sentences.Language) =>
  Effect.gen(function*() {
    const text = new TextDecoder().decode(yield* read(file, lang))
    const found = yield* Effect.try({
      try: () => JSON.parse(text) as unknown,
      catch: (error) => new CommandFailed({ code: codes.refused, lines: [DocumentLines.lines[lang].letterBroken(file, lineOf(text, error as Error))] })
    })
    const letter = Letter.decode(found)
    return Result.isSuccess(letter)
      ? letter.success
      : yield* refused(...letter.failure.places.map(({ expected, path }) => DocumentLines.lines[lang].letterUnreadable(file, path, expected)))
  })

const announcement = Command.make("pengumuman", flags, (given) =>
  make(given, (published, letter) => Effect.succeed(Announcement.make(published, letter, given.lang)))).pipe(
    Command.withDescription("Pengumuman hasil / announcement of the result")
  )

const minutes = Command.make("berita-acara", flags, (given) =>
  make(given, (published, letter) => Effect.succeed(Minutes.make(published, letter, given.lang)))).pipe(
    Command.withDescription("Berita acara panitia / minutes of the committee")
  )

const annex = Command.make("lampiran", {
  ...flags,
  names: Options.path("names").pipe(Flag.withDescription("Nama peserta: participant,name / names of participants"), Flag.optional),
  namesBasis: Flag.String("names-basis").pipe(
    Flag.withDescription("Ketentuan atau persetujuan yang membolehkan nama ditampilkan / the provision by which names are shown"),
    Flag.optional
  )
}, (given) =>
  make(given, (published, letter) =>
    Effect.map(namesOf(given, published), (names) => Annex.make(published, letter, given.lang, names)).pipe(
      Refusal.inWords(given.lang),
      Effect.catchTag("EndWith", ({ code }) => Effect.fail(new CommandFailed({ code, lines: [] })))
    ))).pipe(Command.withDescription("Lampiran: setiap peserta menurut peringkat / annex: everybody by rank"))

const namesOf = ({ lang, names, namesBasis }: {
  readonly lang: Sentences.Language
  readonly names: Option.Option<string>
  readonly namesBasis: Option.Option<string>
}, published: Published.Published) =>
  Effect.gen(function*() {
    const says = DocumentLines.lines[lang]
    if (Option.isNone(names) && Option.isNone(namesBasis)) return undefined
    if (Option.isNone(names) || Option.isNone(namesBasis) || namesBasis.value.trim() === "") return yield* refused(says.namesNeedBasis)
    const of = yield* NamesFile.read({ file: names.value, bytes: yield* read(names.value, lang) })
    const listed = [...published.results.values()].flat().map(({ entry }) => entry.participant)
    const known = new Set(listed)
    const missing = listed.filter((participant) => !of.has(participant))
    const unknown = [...of.keys()].filter((participant) => !known.has(participant))
    const lines = [
      ...(missing.length === 0 ? [] : [says.namesMissing(missing.slice(0, 10).join(", "), missing.length)]),
      ...(unknown.length === 0 ? [] : [says.namesUnknown(unknown.slice(0, 10).join(", "), unknown.length)])
    ]
    return lines.length === 0 ? { of, basis: namesBasis.value.trim() } : yield* refused(...lines)
  })

const letter = Command.make("letter", { lang: Options.lang, out: Options.outFile }, ({ lang, out }) =>
  Effect.andThen(writeNew(out, `${JSON.stringify(Letter.sample, undefined, 2)}\n`, lang), Screen.print(out))).pipe(
    Command.withDescription("Contoh berkas kop dan penanda tangan / a sample of the letter file")
  )

const signerFlags = {
  folder: Options.path("folder").pipe(
    Flag.withDescription("Folder serah terima: yang ditandatangani dikembalikan ke subfolder signed / hand-off folder"),
    Flag.optional
  ),
  service: Flag.String("service").pipe(
    Flag.withDescription("Alamat jembatan layanan penandatanganan; token pada TIMBANG_SIGNER_TOKEN / address of a signing bridge"),
    Flag.optional
  )
}

const token = "TIMBANG_SIGNER_TOKEN"

const signerOf = (
  { folder, service }: { readonly folder: Option.Option<string>; readonly service: Option.Option<string> },
  lang: Sentences.Language
) =>
  Effect.gen(function*() {
    const says = DocumentLines.lines[lang]
    if (Option.isSome(folder) === Option.isSome(service)) return yield* refused(says.signerNeeded)
    if (Option.isSome(folder)) return HandOffFolder.layer(folder.value)
    const secret = process.env[token] ?? ""
    return secret === ""
      ? yield* refused(says.tokenMissing(token))
      : SigningService.layer({ address: Option.getOrThrow(service).replace(/\/$/, ""), token: Redacted.make(secret) })
  })

const failed = (folder: Option.Option<string>, lang: Sentences.Language) =>
  (error: DocumentSigner.RequestTaken | DocumentSigner.RequestUnknown | DocumentSigner.DocumentSignerUnavailable) =>
    error._tag === "DocumentSignerUnavailable" && Option.isSome(folder)
      ? ResultFile.trouble(folder.value, error.cause, lang)
      : new CommandFailed({
        code: codes.refused,
        lines: [DocumentLines.lines[lang].signerFailed[error._tag](error._tag === "DocumentSignerUnavailable" ? error.because : error.key)]
      })

const sign = Command.make("sign", {
  file: Options.pathArgument("file").pipe(Argument.withDescription("Dokumen / the document")),
  ...signerFlags,
  key: Flag.String("request").pipe(
    Flag.withDescription("Nama permintaan; baku: nama berkas / name of the request; default: the name of the file"),
    Flag.optional
  ),
  signatory: Flag.String("signatory").pipe(Flag.withDescription("Akun pejabat penanda tangan / account of the official")),
  actor: Flag.String("actor").pipe(Flag.withDescription("Akun yang menyerahkan / account that hands it in")),
  out: Options.outFile.pipe(Flag.optional),
  lang: Options.lang
}, ({ actor, file, key, lang, out, signatory, ...where }) =>
  Effect.gen(function*() {
    const says = DocumentLines.lines[lang]
    const layer = yield* signerOf(where, lang)
    const request = { key: Option.getOrElse(key, () => basename(file)), name: basename(file), bytes: yield* read(file, lang), signatory }
    const standing = yield* Effect.gen(function*() {
      const signer = yield* DocumentSigner.DocumentSigner
      yield* signer.submit({ id: actor, role: "panitia", unit: "panitia" }, request)
      return yield* signer.standing(request.key)
    }).pipe(Effect.provide(layer), Effect.mapError(failed(where.folder, lang)))
    if (standing._tag !== "Signed") {
      yield* Screen.print(says.handedIn(request.key), says.standing[standing._tag](standing._tag === "Declined" ? standing.reason : ""))
      return yield* new EndWith({ code: standing._tag === "Declined" ? codes.found : codes.unsure })
    }
    const target = Option.getOrElse(out, () => file.replace(/(\.[^.]*)?$/, "-signed$1"))
    yield* writeNew(target, standing.bytes, lang)
    yield* Screen.print(says.standing.Signed(target))
  })).pipe(
    Command.withDescription(
      "Menyerahkan dokumen untuk ditandatangani, atau mengambilnya bila sudah; jalankan lagi untuk menanyakan / hand in, or fetch what was signed"
    )
  )

const receiptFlag = Options.path("receipt").pipe(
  Flag.withDescription("Tanda terima dokumen, JSON; baku: di sebelah dokumen / receipt of the document; default: beside it"),
  Flag.optional
)

/** What stands beside the document, so that whoever is given both can check them on a phone. */
const receiptBeside = (file: string): string => `${file.replace(/\.[^./\\]*$/, "")}.receipt.json`

const record = Command.make("record", {
  file: Options.pathArgument("file").pipe(Argument.withDescription("Dokumen, biasanya yang sudah ditandatangani / the document, usually signed")),
  log,
  key: Options.path("key").pipe(Flag.withDescription("Berkas kunci rahasia / file of the secret key")),
  name: Flag.String("name").pipe(Flag.withDescription("Nama pada catatan, seperti pengumuman / its name in the log")),
  receipt: receiptFlag,
  lang: Options.lang
}, ({ file, key, lang, log: out, name, receipt }) =>
  Effect.gen(function*() {
    const says = DocumentLines.lines[lang]
    const target = Option.getOrElse(receipt, () => receiptBeside(file))
    const bytes = yield* read(file, lang)
    if (existsSync(target) && LoggedDocument.find(yield* LogFolder.read(out, lang), bytes) === undefined) return yield* refused(says.exists(target))
    // The log only grows: what stops the receipt is told before the document stands there for good.
    yield* Effect.tryPromise({ try: () => access(dirname(target), constants.W_OK), catch: (error) => ResultFile.trouble(dirname(target), error, lang) })
    const made = yield* Publisher.publishDocument({ out, key: yield* SigningKey.read(key, lang), lang }, name, bytes)
    if ("already" in made) return yield* refused(says.loggedAlready(file, made.already))
    const words = Result.getOrThrow(PaperWords.of(NodePrimitives.node, PaperWordList.words, Result.getOrThrow(SignedCheckpoint.read(made.checkpoint))))
    yield* Screen.print(says.logged(name, file, made.index, made.size), PublishLines.lines[lang].words(words.join(" ")))
    yield* writeReceipt(out, made.index, target, lang)
  })).pipe(Command.withDescription("Mencatat dokumen pada catatan, agar siapa pun dapat memeriksanya / log a document"))

const receipt = Command.make("receipt", {
  file: Options.pathArgument("file").pipe(Argument.withDescription("Dokumen yang sudah dicatat / a document that was logged")),
  log,
  out: Options.outFile.pipe(Flag.optional),
  lang: Options.lang
}, ({ file, lang, log: folder, out }) =>
  Effect.gen(function*() {
    const found = LoggedDocument.find(yield* LogFolder.read(folder, lang), yield* read(file, lang))
    if (found === undefined) return yield* refused(DocumentLines.lines[lang].isNotLogged)
    yield* writeReceipt(folder, found.index, Option.getOrElse(out, () => receiptBeside(file)), lang)
  })).pipe(
    Command.withDescription("Tanda terima dokumen yang tercatat, untuk halaman pemeriksa / the receipt of a logged document")
  )

const writeReceipt = (folder: string, index: number, target: string, lang: Sentences.Language) =>
  Effect.gen(function*() {
    const made = yield* LoggedDocument.receipt(yield* LogFolder.read(folder, lang), index)
    yield* writeNew(target, Receipt.write(made), lang)
    yield* Screen.print(DocumentLines.lines[lang].receiptWritten(target))
  })

/** The command `document`. */
export const document = Command.make("document").pipe(
  Command.withDescription("Dokumen resmi dari hasil yang diumumkan: PDF dan Word / official documents of a published result"),
  Command.withSubcommands([announcement, annex, minutes, letter, sign, record, receipt])
)
