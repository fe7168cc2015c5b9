/**
 * `timbang key`, `timbang verify` and `timbang audit`: keys, receipts and whole logs, without a server.
 *
 * @since 0.1.0
 */
import {
  Entry,
  MerkleTree,
  type Receipt,
  type Trust,
  Verification,
  VerifierKey
} from "@timbang/core/publication"
import type { Sentences } from "@timbang/language"
import { CommandLines, DocumentLines, VerifierTexts } from "@timbang/language/publication"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { type Sheet, XlsxWriter } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { randomBytes } from "node:crypto"
import { readFile, rename, rm, writeFile } from "node:fs/promises"
import { codes, CommandFailed, EndWith } from "../../Exit.ts"
import * as Options from "../../Options.ts"
import * as AuditReport from "../AuditReport.ts"
import * as AuditWorkbook from "../AuditWorkbook.ts"
import * as LogAudit from "../LogAudit.ts"
import * as LogFolder from "../LogFolder.ts"
import * as LoggedDocument from "../LoggedDocument.ts"
import * as ReceiptCheck from "../ReceiptCheck.ts"
import * as ResultFile from "../../report/ResultFile.ts"
import * as Screen from "../../Screen.ts"
import * as Signals from "../../Signals.ts"

const { node } = NodePrimitives

const refuse = (...lines: ReadonlyArray<string>) => new CommandFailed({ code: codes.refused, lines })

const bytesOf = (path: string, lang: Sentences.Language) =>
  Effect.tryPromise({
    try: async () => new Uint8Array(await readFile(path)),
    catch: (error) => ResultFile.trouble(path, error, lang)
  })

const textOf = (path: string, lang: Sentences.Language) =>
  Effect.map(bytesOf(path, lang), (bytes) => Buffer.from(bytes).toString("utf8"))

const trustFlags = {
  key: Flag.String("key").pipe(Flag.withDescription("Kunci pemeriksa dari pengumuman / verifier key"), Flag.optional),
  policy: Options.path("policy").pipe(Flag.withDescription("Berkas kebijakan saksi / policy file"), Flag.optional),
  words: Flag.String("words").pipe(
    Flag.withDescription("Delapan kata dari kertas / eight words on paper"),
    Flag.optional
  )
}

interface TrustOptions {
  readonly key: Option.Option<string>
  readonly policy: Option.Option<string>
  readonly words: Option.Option<string>
}

const trustOf = ({ key, policy, words }: TrustOptions, lang: Sentences.Language) =>
  Effect.gen(function*() {
    if (Option.isSome(key) && Option.isSome(policy)) return yield* refuse(CommandLines.lines[lang].keyOrPolicy)
    const anchors = {
      key: Option.getOrUndefined(key),
      policy: Option.isSome(policy) ? yield* textOf(policy.value, lang) : undefined,
      words: Option.getOrUndefined(words)
    }
    return yield* Effect.fromResult(ReceiptCheck.trust(anchors, lang))
  })

/** `timbang key new`: a secret key in a file that only its owner reads. */
const keyNew = Command.make("new", {
  file: Options.pathArgument("keyfile").pipe(Argument.withDescription("Berkas baru untuk kunci rahasia / new file for the secret key")),
  name: Flag.String("name").pipe(
    Flag.withDescription("Nama catatan atau saksi / name of the log or witness, such as kota.go.id/cpns-2026")
  ),
  witness: Flag.Boolean("witness").pipe(
    Flag.withDefault(false),
    Flag.withDescription("Kunci saksi / the key of a witness")
  ),
  lang: Options.lang
}, ({ file, lang, name, witness }) =>
  Effect.gen(function*() {
    const key = SecretKey.fromSeed(name, witness ? "cosignature" : "ed25519", new Uint8Array(randomBytes(32)))
    if (Result.isFailure(key)) return yield* refuse(CommandLines.lines[lang].keyName)
    yield* Effect.tryPromise({
      try: () => writeFile(file, `${SecretKey.write(key.success)}\n`, { flag: "wx", mode: 0o600 }),
      catch: (error) => ResultFile.trouble(file, error, lang)
    })
    const says = CommandLines.lines[lang]
    yield* Screen.note(says.keyWritten(file), says.verifierKey)
    yield* Screen.print(VerifierKey.write(key.success.verifier))
  })).pipe(
    Command.withDescription("Kunci baru; berkas hanya terbaca pemiliknya / a new key, readable by its owner only")
  )

/** The command `key`. */
export const key = Command.make("key").pipe(
  Command.withDescription("Kunci untuk menandatangani catatan / keys that sign a log"),
  Command.withSubcommands([keyNew])
)

/** `timbang verify`: checks one receipt, and against a log folder whether it still counts. */
export const verify = Command.make("verify", {
  file: Options.pathArgument("receipt").pipe(
    Argument.withDescription("Tanda terima, atau dokumen PDF atau Word beserta --log atau --receipt / a receipt, or a PDF or Word document with --log or --receipt")
  ),
  log: Options.path("log").pipe(Flag.withDescription("Folder catatan / folder of the log"), Flag.optional),
  receipt: Options.path("receipt").pipe(
    Flag.withDescription("Tanda terima dokumen yang diperiksa / the receipt of the document that is checked"),
    Flag.optional
  ),
  checkpoint: Options.path("checkpoint").pipe(
    Flag.withDescription(
      "Titik periksa yang Anda simpan atau disaksikan, dipakai sebagai ganti milik tanda terima / a checkpoint that you kept"
    ),
    Flag.optional
  ),
  ...trustFlags,
  lang: Options.lang
}, ({ checkpoint, file, lang, log, receipt: receiptFile, ...anchors }) =>
  Effect.gen(function*() {
    const trust = yield* trustOf(anchors, lang)
    const document = yield* documentIn(file, lang)
    if (document !== undefined) return yield* verifyDocument(document, { log, receipt: receiptFile }, trust, lang)
    const receipt = yield* receiptIn(file, lang)
    const texts = VerifierTexts.texts[lang]
    const folder = Option.isSome(log) ? yield* LogFolder.read(log.value, lang) : undefined
    const shown = Option.isSome(checkpoint)
      ? yield* Effect.fromResult(ReceiptCheck.onCheckpoint(receipt, yield* textOf(checkpoint.value, lang), folder, lang))
      : receipt
    const verdict = Verification.verify(node, shown, trust)
    yield* Screen.print(
      verdict.verdict === "refused" ? texts.refusals[verdict.failed!] : texts.verdicts[verdict.verdict],
      ...checkLines(verdict.checks, lang)
    )
    if (verdict.verdict === "refused") return yield* new EndWith({ code: codes.found })
    if (folder !== undefined) {
      const { holds, line } = againstLog(receipt, folder, lang)
      yield* Screen.print(line)
      if (!holds) return yield* new EndWith({ code: codes.found })
    }
    // The entry alone says nothing about a document that somebody has in hand.
    if (receipt.entry.kind === "document") yield* Screen.print(texts.document.needsDocument)
    if (verdict.verdict === "signer-unknown" || receipt.entry.kind === "document") return yield* new EndWith({ code: codes.unsure })
  })).pipe(Command.withDescription("Periksa satu tanda terima / check a receipt"))

/** The bytes of a PDF or Word file; nothing where the file is a text. */
const documentIn = (file: string, lang: Sentences.Language) =>
  Effect.map(
    bytesOf(file, lang),
    (bytes) => ["%PDF", "PK\u0003\u0004"].includes(Buffer.from(bytes.subarray(0, 4)).toString("latin1")) ? bytes : undefined
  )

/** Whether a document is one of the log, or that of its receipt, and whether the log is the one that is trusted. */
const verifyDocument = (
  bytes: Uint8Array,
  { log, receipt: file }: { readonly log: Option.Option<string>; readonly receipt: Option.Option<string> },
  trust: Trust.Trust,
  lang: "id" | "en"
) =>
  Effect.gen(function*() {
    const [says, texts] = [DocumentLines.lines[lang], VerifierTexts.texts[lang]]
    const receipt = Option.isSome(file) ? yield* receiptIn(file.value, lang) : undefined
    if (receipt !== undefined && receipt.entry.kind !== "document") return yield* refuse(texts.document.otherReceipt)
    if (receipt === undefined && Option.isNone(log)) return yield* refuse(says.documentNeedsLog)
    const folder = Option.isSome(log) ? yield* LogFolder.read(log.value, lang) : undefined
    const found = folder === undefined ? undefined : LoggedDocument.find(folder, bytes)
    if (folder !== undefined && found === undefined) {
      yield* Screen.print(says.isNotLogged)
      return yield* new EndWith({ code: codes.found })
    }
    const shown = receipt ?? (yield* LoggedDocument.receipt(folder!, found!.index))
    const { checks, failed, verdict } = Verification.verifyDocument(node, shown, bytes, trust)
    const name = shown.entry.kind === "document" ? shown.entry.name : ""
    yield* Screen.print(
      verdict === "refused" ? texts.refusals[failed!] : says.isLogged(Screen.inLine(name), shown.proof.index),
      ...(verdict === "signer-unknown" ? [texts.verdicts[verdict]] : []),
      ...checkLines(checks, lang),
      says.authority
    )
    if (verdict === "refused") return yield* new EndWith({ code: codes.found })
    if (receipt !== undefined && folder !== undefined) {
      const { holds, line } = againstLog(receipt, folder, lang)
      yield* Screen.print(line)
      if (!holds) return yield* new EndWith({ code: codes.found })
    }
    if (verdict === "signer-unknown") return yield* new EndWith({ code: codes.unsure })
  })

const receiptIn = (file: string, lang: "id" | "en") =>
  Effect.flatMap(textOf(file, lang), (text) => Effect.fromResult(ReceiptCheck.receipt(text, lang)))

const { checkLines } = ReceiptCheck

/** Whether the log at hand grew out of the receipt's, and whether a later entry corrects it. */
const againstLog = (
  { proof }: Receipt.Receipt,
  folder: LogFolder.LogFolder,
  lang: "id" | "en"
): { readonly holds: boolean; readonly line: string } => {
  const says = CommandLines.lines[lang]
  const [, count, root] = proof.checkpoint.split("\n")
  const size = Number(count)
  if (size > folder.size) return { holds: false, line: says.logShorter(folder.size, size) }
  const own = MerkleTree.root(node, folder.nodes, size)
  if (Result.isFailure(own) || Buffer.from(own.success).toString("base64") !== root) {
    return { holds: false, line: says.logDiffers(size) }
  }
  const correction = folder.entries.findLastIndex((bytes) => {
    const entry = Entry.decode(node, bytes)
    return Result.isSuccess(entry) && entry.success.kind === "correction" && entry.success.replaces === proof.index
  })
  return correction >= 0
    ? { holds: false, line: says.correctedLater(correction) }
    : { holds: true, line: `${says.logAgrees(folder.size)}; ${says.notCorrected}` }
}

/** `timbang audit`: checks a whole log from its public files. */
export const audit = Command.make("audit", {
  folder: Options.pathArgument("log").pipe(Argument.withDescription("Folder catatan / folder of the log")),
  since: Options.path("since").pipe(
    Flag.withDescription(
      "Titik periksa yang Anda simpan sendiri / a checkpoint that you kept yourself; may be repeated"
    ),
    Flag.atLeast(0)
  ),
  key: trustFlags.key,
  policy: trustFlags.policy,
  workbook: Options.path("workbook").pipe(
    Flag.withDescription("Kertas kerja pemeriksaan, XLSX / working paper of the audit"),
    Flag.optional
  ),
  lang: Options.lang
}, ({ folder, lang, since, workbook, ...anchors }) =>
  Effect.gen(function*() {
    const trust = yield* trustOf({ ...anchors, words: Option.none() }, lang)
    const log = yield* LogFolder.read(folder, lang)
    const own = yield* Effect.forEach(since, (path) => textOf(path, lang))
    const screen = Screen.telling()
    const report = Signals.endAtOnce(() =>
      LogAudit.run(log, own, trust.policy, (share) => screen.say(`${folder}: ${Math.floor(share * 100)} %`)))
    screen.end()
    const standings = LogAudit.standings(log)
    yield* Screen.print(
      ...standings.map(([stage, standing]) => CommandLines.lines[lang].standing(stage.toUpperCase(), standing)),
      ...AuditReport.lines(report, lang)
    )
    if (Option.isSome(workbook)) yield* writeWorkbook(workbook.value, AuditWorkbook.sheets({ report, trust, standings }, lang), lang)
    if (report.faults.length > 0) return yield* new EndWith({ code: codes.found })
    if (!AuditReport.isSure(report)) return yield* new EndWith({ code: codes.unsure })
  })).pipe(Command.withDescription("Periksa seluruh catatan dari berkasnya / audit a whole log from its files"))

/** Written beside its place first, so that nobody opens half a workbook. */
const writeWorkbook = (path: string, sheets: ReadonlyArray<Sheet.Sheet>, lang: Sentences.Language) =>
  Effect.tryPromise({
    try: async () => {
      const draft = `${path}.draft`
      try {
        await writeFile(draft, await XlsxWriter.bytes(sheets))
        await rename(draft, path)
      } finally {
        await rm(draft, { force: true })
      }
    },
    catch: (error) => ResultFile.trouble(path, error, lang)
  })
