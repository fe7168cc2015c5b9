/**
 * `timbang witness`: a witness signs what it has audited, and the agency adds the signature to its log.
 *
 * @since 0.1.0
 */
import { readFile, writeFile } from "node:fs/promises"
import { Sentences } from "@timbang/language"
import { AuditSentences, PaperWordList, WitnessLines } from "@timbang/language/publication"
import { PaperWords, SignedCheckpoint } from "@timbang/core/publication"
import { NodePrimitives } from "@timbang/signing/node"
import { Clock, Effect, Option, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../../Exit.ts"
import * as Options from "../../Options.ts"
import * as LogAudit from "../LogAudit.ts"
import * as LogFolder from "../LogFolder.ts"
import * as ReceiptCheck from "../ReceiptCheck.ts"
import * as SigningKey from "../SigningKey.ts"
import * as Witness from "../Witness.ts"
import * as ResultFile from "../../report/ResultFile.ts"
import * as Screen from "../../Screen.ts"
import * as Signals from "../../Signals.ts"

const textOf = (path: string, lang: Sentences.Language) =>
  Effect.tryPromise({ try: () => readFile(path, "utf8"), catch: (error) => ResultFile.trouble(path, error, lang) })

const folder = Options.pathArgument("log").pipe(Argument.withDescription("Folder catatan / folder of the log"))

/** Most findings that are printed; `timbang audit` prints more. */
const mostFaults = 10

const sign = Command.make("sign", {
  log: folder,
  key: Options.path("key").pipe(Flag.withDescription("Berkas kunci rahasia saksi / file of the witness's secret key")),
  logKey: Flag.String("log-key").pipe(Flag.withDescription("Kunci pemeriksa catatan, dari pengumuman / verifier key of the log")),
  since: Options.path("since").pipe(
    Flag.withDescription("Titik periksa terakhir yang Anda tandatangani / the last checkpoint that you signed"),
    Flag.optional
  ),
  out: Options.outFile,
  lang: Options.lang
}, ({ key: keyFile, lang, log, logKey, out, since }) =>
  Effect.gen(function*() {
    const says = WitnessLines.lines[lang]
    const key = yield* SigningKey.read(keyFile, lang, "cosignature")
    const { policy } = yield* Effect.fromResult(ReceiptCheck.trust({ key: logKey }, lang))
    const found = yield* LogFolder.read(log, lang)
    const kept = Option.isSome(since) ? [yield* textOf(since.value, lang)] : []
    const { faults } = Signals.endAtOnce(() => LogAudit.run(found, kept, policy))
    if (faults.length > 0) {
      const lines = faults.slice(0, mostFaults).map((fault) => `  ${Sentences.say(AuditSentences.faults[lang], fault)}`)
      return yield* Effect.fail(new CommandFailed({ code: codes.found, lines: [says.notSigned(faults.length), ...lines] }))
    }
    const seconds = Math.floor((yield* Clock.currentTimeMillis) / 1000)
    yield* Effect.tryPromise({
      try: () => writeFile(out, Witness.signed(found.checkpoint, key, seconds), { flag: "wx" }),
      catch: (error) => ResultFile.trouble(out, error, lang)
    })
    const checkpoint = Result.getOrThrow(SignedCheckpoint.read(found.checkpoint))
    const words = Result.getOrThrow(PaperWords.of(NodePrimitives.node, PaperWordList.words, checkpoint)).join(" ")
    yield* Screen.print(says.signed(out, found.size), says.words(words))
    yield* Screen.note(says.keep(out), ...(Option.isNone(since) && found.checkpoints.length > 1 ? [says.firstTime] : []))
  })).pipe(Command.withDescription("Periksa catatan, lalu tandatangani titik periksanya / audit the log, then sign its checkpoint"))

const add = Command.make("add", {
  log: folder,
  files: Options.pathArgument("signed").pipe(
    Argument.withDescription("Berkas dari saksi / files from witnesses"),
    Argument.atLeast(1)
  ),
  policy: Options.path("policy").pipe(Flag.withDescription("Berkas kebijakan saksi / policy file")),
  lang: Options.lang
}, ({ files, lang, log, policy: policyFile }) =>
  Effect.gen(function*() {
    const says = WitnessLines.lines[lang]
    const { policy } = yield* Effect.fromResult(ReceiptCheck.trust({ policy: yield* textOf(policyFile, lang) }, lang))
    if (policy === undefined || policy.witnesses.size === 0) {
      return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines: [says.noWitnesses(policyFile)] }))
    }
    const notes = yield* Effect.forEach(files, (path) => Effect.map(textOf(path, lang), (note) => ({ path, note })))
    const added = yield* Witness.add(log, notes, policy, lang)
    yield* Screen.print(...added.map(({ isMet, size, witnesses }) => says.added(size, witnesses.join(", "), isMet)))
  })).pipe(Command.withDescription("Tambahkan tanda tangan saksi pada catatan / add signatures of witnesses to the log"))

/** `timbang witness`. */
export const witness = Command.make("witness").pipe(
  Command.withDescription("Saksi: memeriksa lalu menandatangani titik periksa / witnesses audit, then sign a checkpoint"),
  Command.withSubcommands([sign, add])
)
