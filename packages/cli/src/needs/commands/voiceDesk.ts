/**
 * `timbang voice desk`: the officers' side of proposals. What was filed, what is decided about it, and the file for `voice choose`.
 *
 * @since 0.1.0
 */
import { Corrections, ProposalTexts, type Sentences } from "@timbang/language"
import { DecisionsFile, Output } from "@timbang/source-files"
import { ProposalBook } from "@timbang/workflows"
import type { Journal } from "@timbang/workflows/ports"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import * as Answer from "../../Answer.ts"
import { codes, CommandFailed } from "../../Exit.ts"
import * as Grid from "../../Grid.ts"
import * as ProposalDesk from "../ProposalDesk.ts"
import * as Options from "../../Options.ts"
import * as Screen from "../../Screen.ts"
import * as Refusal from "../../selection/Refusal.ts"
import * as StorageOption from "../../StorageOption.ts"

/** The command. */
export const desk = Command.make("desk", {
  record: Options.path("record").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: proposal, act, desk, reason, ...; dicatat utuh atau tidak sama sekali / decisions, recorded whole or not at all")),
  actor: StorageOption.actor.pipe(Flag.optional),
  storage: StorageOption.storage,
  schema: StorageOption.schema,
  ...Answer.options
}, (given) =>
  Effect.gen(function*() {
    const { format, lang } = given
    if (Option.isSome(given.record) !== Option.isSome(given.actor)) return yield* Effect.fail(Options.refusal([{ _tag: "OptionsTogether", options: ["--record", "--as"] }], lang))
    const read = Option.isSome(given.record) ? yield* DecisionsFile.read(given.record.value) : undefined
    const actor = Option.isSome(given.actor) ? yield* StorageOption.actorOf(given.actor.value, lang) : undefined
    const journal = yield* StorageOption.journal(given)
    const decided = Effect.gen(function*() {
      if (read !== undefined && actor !== undefined) {
        yield* ProposalBook.record(journal, actor, read.decisions.map(ProposalDesk.actOf), `desk/${actor.id}/${read.origin.sha256}`).pipe(
          Effect.catchTags({ PositionTaken: Effect.die, PositionAhead: Effect.die, KeyReused: Effect.die, BatchRefused: Effect.die }),
          Effect.mapError((error) => failureOf(error, read, lang))
        )
        yield* Screen.note(...read.corrections.map((correction) => Corrections.sentence(correction, lang)), ProposalTexts.texts[lang].recorded(read.decisions.length))
      }
      return yield* Effect.mapError(ProposalBook.readOn(journal, ProposalBook.empty), (error) => StorageOption.failureOf(error, lang))
    })
    // A folder that cannot be written is refused before anything is recorded.
    const book = yield* Option.isNone(given.out) ? decided : Output.write(
      given.out.value,
      (folder) => Effect.tap(decided, (found) => folder.write("usulan.csv", Grid.csv(ProposalDesk.file(found, lang)))),
      (files) => files.every((name) => name === "usulan.csv")
    )
    const grid = ProposalDesk.list(book, lang)
    yield* Screen.print(
      format === "json" ? JSON.stringify(Grid.objects(grid), null, 2) : Grid.show(grid, format),
      ...(format === "table" && Option.isSome(given.out) ? [`${given.out.value}: usulan.csv`] : [])
    )
  }).pipe(Effect.scoped, Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Usulan yang masuk, keputusan atasnya, dan berkas untuk voice choose / proposals that came in, decisions on them, the file for voice choose"),
    Command.withExamples([{
      command: "timbang voice desk --record keputusan.csv --as b.03,verifikator,bappeda --out hasil",
      description: "Mencatat keputusan, lalu menulis usulan.csv / records decisions, then writes usulan.csv"
    }])
  )

const failureOf = (error: ProposalBook.FilingRefused | Journal.JournalUnavailable, { decisions, file }: DecisionsFile.DecisionsRead, lang: Sentences.Language): CommandFailed => {
  if (error._tag === "JournalUnavailable") return StorageOption.failureOf(error, lang)
  const says = ProposalTexts.texts[lang]
  return new CommandFailed({
    code: error.faults.some(({ _tag }) => _tag === "OwnProposal") ? codes.notAllowed : codes.refused,
    lines: error.faults.map(({ _tag, act = 0, field }) => says.fault[_tag](says.inRow(file, decisions[act]!.row, field === "recommendation" ? "reason" : field))),
    faults: error.faults
  })
}
