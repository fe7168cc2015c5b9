/**
 * `timbang erase`: the private parts of one participant become closed for good, and the published log stays as it is.
 *
 * @since 0.1.0
 */
import { join } from "node:path"
import { Entry, OwnEntries } from "@timbang/core/publication"
import { PublishLines } from "@timbang/language/publication"
import { NodePrimitives } from "@timbang/signing/node"
import { SaltsFile } from "@timbang/storage-files"
import { Salts } from "@timbang/workflows/ports"
import { Effect, Option, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../../Exit.ts"
import * as Options from "../../Options.ts"
import * as LogFolder from "../LogFolder.ts"
import * as PublishRefusal from "../PublishRefusal.ts"
import * as SaltsInFolder from "../SaltsInFolder.ts"
import * as Screen from "../../Screen.ts"
import * as Refusal from "../../selection/Refusal.ts"
import * as RunErasure from "../../selection/RunErasure.ts"
import * as RunFolder from "../../selection/RunFolder.ts"

const refused = (line: string) => Effect.fail(new CommandFailed({ code: codes.refused, lines: [line] }))

/** `timbang erase`. */
export const erase = Command.make("erase", {
  participant: Argument.String("participant").pipe(Argument.withDescription("Nomor peserta / participant number")),
  log: Options.path("log").pipe(Flag.withDescription("Folder catatan / folder of the log")),
  selection: Options.path("selection").pipe(Flag.withDescription("Folder hasil `timbang select` / folder that `timbang select` wrote")),
  vault: Options.path("vault").pipe(
    Flag.withDescription("Berkas garam; baku: private/vault.json pada folder seleksi / file of salts"),
    Flag.optional
  ),
  lang: Options.lang
}, ({ lang, log, participant, selection, vault }) =>
  Effect.gen(function*() {
    const says = PublishLines.lines[lang]
    const { entries } = yield* LogFolder.read(log, lang)
    const isInLog = [...OwnEntries.all(entries.map((bytes) => Result.getOrUndefined(Entry.decode(NodePrimitives.node, bytes))))].some(({ own }) => own.participant === participant)
    if (!isInLog) return yield* refused(says.notInLog(participant))
    const path = Option.getOrElse(vault, () => SaltsInFolder.pathIn(selection))
    if ((yield* SaltsInFolder.read(path, lang)) === undefined) return yield* refused(says.vaultElsewhere(log, path))
    const erased = yield* Effect.flatMap(Salts.Salts, (salts) => salts.erase(participant)).pipe(
      Effect.provide(SaltsFile.layer(path)),
      Effect.mapError((error) => PublishRefusal.inWords(error, { out: log, vault: path, lang }))
    )
    const { isWorkbookGone, parts } = yield* RunErasure.erase(selection, participant, lang)
    yield* Screen.print(
      erased === 0 ? says.nothingToErase(participant) : says.erased(participant, erased),
      ...(parts.length === 0 ? [says.nothingLeftIn(selection)] : [`${selection}:`, ...parts.map(says.partErased)]),
      ...(isWorkbookGone ? [says.workbookGone(join(selection, RunFolder.internalFile))] : [])
    )
    yield* Screen.note(says.erasureLeaves(path))
  }).pipe(Refusal.inWords(lang))).pipe(
    Command.withDescription("Menghapus data pribadi seorang peserta dan garamnya; catatan tetap utuh / erase a participant's private data and salts; the log stays whole"),
    Command.withExamples([{
      command: "timbang erase 24000000000001 --log catatan --selection hasil",
      description: "Bagian pribadinya tidak dapat dibuka lagi / its private parts cannot be opened any more"
    }])
  )
