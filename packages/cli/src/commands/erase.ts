/**
 * `timbang erase`: the private parts of one participant become closed for good, and the published log stays as it is.
 *
 * @since 0.1.0
 */
import { PrivateParts } from "@timbang/core/publication"
import { PublishLines } from "@timbang/language/publication"
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../Exit.ts"
import * as Options from "../Options.ts"
import * as LogFolder from "../publication/LogFolder.ts"
import * as OwnEntries from "../publication/OwnEntries.ts"
import * as Vault from "../publication/Vault.ts"
import * as Screen from "../Screen.ts"

/** `timbang erase`. */
export const erase = Command.make("erase", {
  participant: Argument.String("participant"),
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
    const own = [...OwnEntries.all(entries)].filter((found) => found.own.participant === participant)
    if (own.length === 0) return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines: [says.notInLog(participant)] }))
    const path = Option.getOrElse(vault, () => Vault.pathIn(selection))
    const salts = yield* Vault.load(path, lang)
    if (salts.read === undefined) return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines: [says.vaultElsewhere(log, path)] }))
    const erased = Vault.erase(salts, own.flatMap(namesOf))
    yield* Vault.keep(salts, lang)
    yield* Screen.print(erased === 0 ? says.nothingToErase(participant) : says.erased(participant, erased))
    yield* Screen.note(says.erasureLeaves(selection, path))
  })).pipe(
    Command.withDescription("Menghapus garam bagian pribadi seorang peserta; catatan tetap utuh / erase the salts of a participant's private parts; the log stays whole"),
    Command.withExamples([{
      command: "timbang erase 24000000000001 --log catatan --selection hasil",
      description: "Bagian pribadinya tidak dapat dibuka lagi / its private parts cannot be opened any more"
    }])
  )

/** Names of the salts under which an entry commits to private parts. */
const namesOf = ({ own, revision }: OwnEntries.Found): ReadonlyArray<string> =>
  own.kind === "score"
    ? []
    : Object.keys(own.commitments ?? {}).map((part) => PrivateParts.saltName(PrivateParts.ownerOf(own, revision), part))
