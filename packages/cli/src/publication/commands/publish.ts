/**
 * `timbang publish` and `timbang receipt`: a selection as a log of static files, and what each participant takes home.
 *
 * @since 0.1.0
 */
import { readFile, writeFile } from "node:fs/promises"
import {
  Entry,
  OwnEntries,
  OwnReceipt,
  PaperWords,
  Receipt,
  ReceiptCode,
  SignedCheckpoint
} from "@timbang/core/publication"
import { Day } from "@timbang/core/law"
import type { Selection } from "@timbang/core/selection"
import { Sentences } from "@timbang/language"
import { PaperWordList, ProofSentences, PublishLines, VerifierTexts } from "@timbang/language/publication"
import { ReceiptQr, ReceiptSlips } from "@timbang/portal"
import { NodePrimitives } from "@timbang/signing/node"
import { FormationsFile, ObjectionsFile, Output, ParticipantsFile } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../../Exit.ts"
import * as Options from "../../Options.ts"
import * as LogFolder from "../LogFolder.ts"
import * as Publisher from "../Publisher.ts"
import * as SaltsInFolder from "../SaltsInFolder.ts"
import * as SigningKey from "../SigningKey.ts"
import * as DisclosureWords from "../../DisclosureWords.ts"
import * as ResultFile from "../../report/ResultFile.ts"
import * as Screen from "../../Screen.ts"
import * as Refusal from "../../selection/Refusal.ts"
import * as RuleSetSource from "../../selection/RuleSetSource.ts"
import * as RunFolder from "../../selection/RunFolder.ts"

const { node } = NodePrimitives

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))

const vault = Options.path("vault").pipe(
  Flag.withDescription("Berkas garam; baku: private/vault.json pada folder seleksi / file of salts"),
  Flag.optional
)

const selectionFolder = Options.path("selection").pipe(
  Flag.withDescription("Folder hasil `timbang select` / folder that `timbang select` wrote")
)

const address = Flag.String("address").pipe(
  Flag.withDescription("Alamat halaman pemeriksa pada kode QR / address of the verifier page"),
  Flag.optional
)

const of = Flag.Literals("of", ["result", "registration", "score"]).pipe(
  Flag.withDefault("result"),
  Flag.withDescription("Tanda terima atas hasil, pendaftaran, atau nilai / what the receipt is of")
)

/** `timbang publish`. */
export const publish = Command.make("publish", {
  phase: Argument.Literals("phase", ["rules", "registrations", "scores", "results", "objections"]).pipe(
    Argument.withDescription("Satu tahap saja; tanpa ini semuanya sekaligus / one phase; without it all in one go"),
    Argument.optional
  ),
  selection: selectionFolder.pipe(Flag.optional),
  rules: Options.rules.pipe(Flag.optional),
  supply: Options.supply,
  supplySource: Options.supplySource,
  formations: Options.path("formations").pipe(
    Flag.withDescription("Sebelum ada hasil seleksi / before there is a selection"),
    Flag.optional
  ),
  participants: Options.path("participants").pipe(
    Flag.withDescription("Pendaftaran, sebelum ada hasil seleksi / registrations, before there is a selection"),
    Flag.optional
  ),
  key: Options.path("key").pipe(Flag.withDescription("Berkas kunci rahasia / file of the secret key")),
  disclosure: Options.disclosure,
  letter: Options.path("letter").pipe(
    Flag.withDescription(
      "Surat yang mendasari objections, atau yang mengubah rules; berkasnya ikut terbuka, tanpa nama orang / the letter behind objections or changed rules; its file becomes public"
    ),
    Flag.optional
  ),
  letterNumber: Flag.String("letter-number").pipe(Flag.withDescription("Nomor surat itu / its number"), Flag.optional),
  letterDay: Flag.String("letter-day").pipe(Flag.withDescription("Tanggalnya, YYYY-MM-DD / its day"), Flag.optional),
  cases: Options.path("cases").pipe(
    Flag.withDescription(
      "Sanggah dan jawabannya, juga yang ditolak, untuk objections / objections with their answers, rejected ones too"
    ),
    Flag.optional
  ),
  letterAuthority: Flag.String("letter-authority").pipe(Flag.withDescription("Instansi yang menandatanganinya / the office that wrote it"), Flag.optional),
  vault,
  lang: Options.lang,
  out: Options.path("out").pipe(Flag.withDescription("Folder catatan, untuk server web apa pun / folder of the log"))
}, (given) =>
  Effect.gen(function*() {
    const { lang } = given
    const says = PublishLines.lines[lang]
    const key = yield* SigningKey.read(given.key, lang)
    const path = yield* vaultPath(given.selection, given.vault, lang)
    const letter = yield* letterOf(given, lang)
    const base = Option.isSome(given.selection)
      ? yield* roundOf(given.selection.value, lang)
      : yield* roundFromFiles(given, lang)
    const isOfObjections = Option.getOrUndefined(given.phase) === "objections"
    if (Option.isSome(given.cases) && !isOfObjections) return yield* refused(says.casesOfObjections)
    const cases = Option.isNone(given.cases) ? {} : { cases: yield* ObjectionsFile.read(given.cases.value) }
    const round: Publisher.Round = { ...base, ...letter, ...cases }
    const policy = { name: given.disclosure, vocabulary: DisclosureWords.vocabularyOf(round.ruleSet) }
    const means = { out: given.out, key, policy, vault: path, lang }
    const { checkpoint: note } = Option.isSome(given.phase)
      ? yield* Publisher.publishPhase(means, round, given.phase.value)
      : yield* Publisher.publishAll(means, round)
    const checkpoint = Result.getOrThrow(SignedCheckpoint.read(note))
    const words = Result.getOrThrow(PaperWords.of(node, PaperWordList.words, checkpoint)).join(" ")
    yield* Screen.print(says.published(given.out, checkpoint.size, checkpoint.origin), says.words(words))
    const standing = round.selection?.options.standing._tag ?? "penetapan"
    yield* Screen.note(
      ...(Option.isNone(given.phase) ? [says.oneGo] : []),
      ...(standing === "penetapan" ? [] : [says.notDecided(standing)]),
      says.keepVault(path)
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Mengumumkan seleksi sebagai catatan yang dapat diperiksa siapa pun / publish a selection as a log"),
    Command.withExamples([{
      command: "timbang publish --selection hasil --key kunci --out catatan",
      description: "Sekaligus, urutan tidak dibuktikan / in one go, order not attested"
    }])
  )

/** `timbang receipt`. */
export const receipt = Command.make("receipt", {
  participant: Argument.String("participant").pipe(Argument.withDescription("Nomor peserta / participant number")),
  log: Options.path("log").pipe(Flag.withDescription("Folder catatan / folder of the log")),
  selection: selectionFolder,
  of,
  address,
  vault,
  lang: Options.lang,
  out: Options.outFile
}, (given) =>
  Effect.gen(function*() {
    const { lang, of, participant } = given
    const says = PublishLines.lines[lang]
    const folder = yield* LogFolder.read(given.log, lang)
    const { selection } = yield* RunFolder.load(given.selection, lang)
    const found = OwnEntries.last(entriesOf(folder), of).get(participant)
    if (found === undefined) return yield* refused(says.notInLog(participant))
    const salts = yield* saltsOf(given, folder)
    const { receipt: made, unopened } = yield* receiptOf(folder, selection, salts, found, lang)
    if (unopened.length > 0) yield* Screen.note(says.notOpened(unopened.join(", ")))
    yield* writePrivate(given.out, Receipt.write(made), lang)
    const origin = folder.checkpoint.split("\n")[0]!
    const link = ReceiptCode.link(node, Option.getOrElse(given.address, () => `https://${origin}`), made)
    if (Result.isFailure(link)) return yield* Screen.print(given.out, says.noPicture(Sentences.say(ProofSentences.troubles[lang], link.failure)))
    const picture = `${given.out.replace(/\.json$/i, "")}.svg`
    yield* writePrivate(picture, `${ReceiptQr.svg(link.success)}\n`, lang)
    yield* Screen.print(says.receipt(given.out, picture))
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Tanda terima seorang peserta, dengan kode QR / the receipt of a participant, with a QR code")
  )

/** A letter is named whole or not at all. */
const letterOf = (given: {
  readonly letter: Option.Option<string>
  readonly letterNumber: Option.Option<string>
  readonly letterDay: Option.Option<string>
  readonly letterAuthority: Option.Option<string>
}, lang: Sentences.Language): Effect.Effect<Pick<Publisher.Round, "letter">, CommandFailed> =>
  Effect.gen(function*() {
    const [path, number, date] = [given.letter, given.letterNumber, given.letterDay].map(Option.getOrUndefined)
    const authority = Option.getOrElse(given.letterAuthority, () => "").trim()
    if (path === undefined && number === undefined && date === undefined && authority === "") return {}
    if (path === undefined || number === undefined || number.trim() === "" || date === undefined || !Day.isDay(date)) {
      return yield* refused(PublishLines.lines[lang].letterWhole)
    }
    const file = yield* Effect.tryPromise({
      try: async () => new Uint8Array(await readFile(path)),
      catch: (error) => ResultFile.trouble(path, error, lang)
    })
    const digest = Buffer.from(node.sha256(file)).toString("base64")
    return { letter: { letter: { number: number.trim(), date, ...(authority === "" ? {} : { authority }), digest }, file } }
  })

/** `timbang receipts`: everybody's receipt on paper. */
export const receipts = Command.make("receipts", {
  print: Options.path("print").pipe(
    Flag.withDescription("Folder baru untuk lembar A4, dua tanda terima sehalaman / new folder for A4 pages, two receipts each")
  ),
  log: Options.path("log").pipe(Flag.withDescription("Folder catatan / folder of the log")),
  selection: selectionFolder,
  of,
  address,
  vault,
  lang: Options.lang
}, (given) =>
  Effect.gen(function*() {
    const { lang, of, print } = given
    const says = PublishLines.lines[lang]
    const folder = yield* LogFolder.read(given.log, lang)
    const { selection } = yield* RunFolder.load(given.selection, lang)
    const checkpoint = Result.getOrThrow(SignedCheckpoint.read(folder.checkpoint))
    const words = Result.getOrThrow(PaperWords.of(node, PaperWordList.words, checkpoint))
    const base = Option.getOrElse(given.address, () => `https://${checkpoint.origin}`)
    const formationOf = new Map([...OwnEntries.last(entriesOf(folder), "registration").values()].flatMap(({ own }) =>
      own.kind === "registration" ? [[own.participant, own.formation]] : []
    ))
    const list = [...OwnEntries.last(entriesOf(folder), of).values()].toSorted((a, b) => {
      const [one, other] = [a, b].map(({ own: { participant } }) => JSON.stringify([formationOf.get(participant) ?? "", participant]))
      return one! < other! ? -1 : 1
    })
    if (list.length === 0) return yield* refused(says.noneInLog(of))
    const salts = yield* saltsOf(given, folder)
    const slips: Array<ReceiptSlips.Slip> = []
    const progress = Screen.reading(print, list.length)
    for (const [done, found] of list.entries()) {
      progress.onProgress(done)
      const { receipt: made } = yield* receiptOf(folder, selection, salts, found, lang)
      const link = ReceiptCode.link(node, base, made)
      if (Result.isFailure(link)) return yield* refused(`${found.own.participant}: ${Sentences.say(ProofSentences.troubles[lang], link.failure)}`)
      const { participant } = found.own
      const stage = found.own.kind === "registration" ? "" : found.own.stage.toUpperCase()
      slips.push({
        participant,
        lines: [formationOf.get(participant) ?? "", `${VerifierTexts.texts[lang].kinds[of]} ${stage}`.trim()],
        link: link.success
      })
    }
    const unprintable = yield* Effect.promise(() => ReceiptSlips.unprintable(slips))
    if (unprintable.length > 0) return yield* refused(says.slipLetters(unprintable.slice(0, 10).join(", "), unprintable.length))
    const files: Array<readonly [string, Uint8Array]> = []
    for (let at = 0; at < slips.length; at += slipsPerFile) {
      const part = slips.slice(at, at + slipsPerFile)
      const bytes = yield* Effect.promise(() => ReceiptSlips.pdf({ origin: checkpoint.origin, words, texts: says.slip, slips: part }))
      files.push([`receipts-${String(at / slipsPerFile + 1).padStart(3, "0")}.pdf`, bytes])
    }
    progress.end()
    yield* Output.write(print, (out) => Effect.forEach(files, ([name, bytes]) => out.write(`private/${name}`, [bytes])))
    yield* Screen.print(says.slips(print, slips.length))
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Tanda terima semua peserta pada kertas A4, diserahkan dengan tanda tangan / receipts on paper")
  )

/** A file of a thousand slips has five hundred pages. */
const slipsPerFile = 1000

/** The receipt of an entry, with the private parts that are still open to it. */
const receiptOf = (
  { checkpoint, nodes }: LogFolder.LogFolder,
  selection: Selection.Selection,
  all: SaltsInFolder.Salts,
  found: OwnEntries.Found,
  lang: Sentences.Language
) => {
  const own = { selection, vocabulary: DisclosureWords.vocabularyOf(selection.ruleSet), salts: all.get(found.own.participant) ?? new Map() }
  const made = OwnReceipt.make(node, { checkpoint, nodes }, own, found)
  return Result.isFailure(made) ? refused(Sentences.say(ProofSentences.troubles[lang], made.failure)) : Effect.succeed(made.success)
}

/** The salts that receipts open private parts with; a file that is not there is named where the log holds such parts. */
const saltsOf = ({ lang, log, selection, vault }: {
  readonly lang: Sentences.Language
  readonly log: string
  readonly selection: string
  readonly vault: Option.Option<string>
}, folder: LogFolder.LogFolder) =>
  Effect.gen(function*() {
    const path = Option.getOrElse(vault, () => SaltsInFolder.pathIn(selection))
    const salts = yield* SaltsInFolder.read(path, lang)
    if (salts === undefined && folder.entries.some(hasPrivateParts)) return yield* refused(PublishLines.lines[lang].vaultElsewhere(log, path))
    return salts ?? new Map()
  })

/** Entries as they are read; nothing in the place of one that cannot be. */
const entriesOf = (folder: LogFolder.LogFolder) => folder.entries.map((bytes) => Result.getOrUndefined(Entry.decode(node, bytes)))

const hasPrivateParts = (bytes: Uint8Array): boolean => {
  const entry = Entry.decode(node, bytes)
  return Result.isSuccess(entry) && "commitments" in entry.success
}

const vaultPath = (selection: Option.Option<string>, named: Option.Option<string>, lang: Sentences.Language) =>
  Option.isSome(named)
    ? Effect.succeed(named.value)
    : Option.isSome(selection)
    ? Effect.succeed(SaltsInFolder.pathIn(selection.value))
    : refused(PublishLines.lines[lang].vaultNeeded)

const roundOf = (folder: string, lang: Sentences.Language) =>
  Effect.map(RunFolder.load(folder, lang), ({ manifest, selection }): Publisher.Round => ({
    ruleSet: selection.ruleSet,
    formations: selection.formations,
    options: manifest.options,
    cohort: selection.cohort,
    selection
  }))

/** Rules and registrations are published before a selection can be made. */
const roundFromFiles = (given: {
  readonly rules: Option.Option<string>
  readonly supply: ReadonlyArray<string>
  readonly supplySource: Option.Option<string>
  readonly formations: Option.Option<string>
  readonly participants: Option.Option<string>
}, lang: Sentences.Language) =>
  Effect.gen(function*() {
    if (Option.isNone(given.rules) || Option.isNone(given.formations)) {
      return yield* refused(PublishLines.lines[lang].filesNeeded)
    }
    const ruleSet = yield* RuleSetSource.load(
      given.rules.value,
      given.supply,
      Option.getOrUndefined(given.supplySource),
      lang
    )
    const { formations } = yield* FormationsFile.read(given.formations.value, ruleSet)
    const cohort = Option.isNone(given.participants)
      ? undefined
      : (yield* ParticipantsFile.read(given.participants.value, ruleSet, formations, {
        formationsFile: given.formations.value
      })).cohort
    return { ruleSet, formations, options: {}, cohort, selection: undefined } satisfies Publisher.Round
  })

const writePrivate = (path: string, content: string, lang: Sentences.Language) =>
  Effect.tryPromise({
    try: () => writeFile(path, content, { mode: 0o600 }),
    catch: (error) => ResultFile.trouble(path, error, lang)
  })
