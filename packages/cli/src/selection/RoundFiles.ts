/**
 * The files of a round read together, so that what is wrong with any of them is told at once.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import type { Day } from "@timbang/core/law"
import { Gaps, type RuleSet, Selection } from "@timbang/core/selection"
import type { Sentences } from "@timbang/language"
import { EventsFile, FormationsFile, ParticipantsFile, type Table } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import type { CommandFailed } from "../Exit.ts"
import * as LayoutOption from "../LayoutOption.ts"
import * as Input from "../Input.ts"
import * as Refusal from "./Refusal.ts"

// --- models ---

/** Where the files are, and what they are read for. */
export interface Given {
  readonly formations: Table.Input
  readonly participants: Table.Input
  readonly events: Table.Input | undefined
  readonly ruleSet: RuleSet.RuleSet
  readonly options: Selection.Options
  readonly lang: Sentences.Language
  readonly onProgress: (bytesRead: number) => void
  /** Of formations and participants, where they come from another system. */
  readonly layouts?: LayoutOption.Chosen
}

/** What they hold. */
export interface RoundFiles {
  readonly formations: FormationsFile.FormationsRead
  readonly participants: ParticipantsFile.ParticipantsRead
  readonly events: EventsFile.EventsRead | undefined
}

// --- operations ---

/**
 * Reads the files, or fails with every fault of all of them. While events are refused nobody is asked for a missing score,
 * because they may say who was absent.
 */
export const read: (given: Given) => Effect.Effect<RoundFiles, CommandFailed> = Effect.fn("RoundFiles.read")(function*(given: Given) {
  const { lang, layouts, onProgress, options, ruleSet } = given
  const laidOut = LayoutOption.of(layouts, "participants")
  const formations = yield* Effect.result(FormationsFile.read(given.formations, ruleSet, LayoutOption.of(layouts, "formations")))
  const events = yield* Effect.result(given.events === undefined ? Effect.succeed(undefined) : EventsFile.read(given.events))
  const run = Result.isSuccess(events) ? { run: { events: events.success?.events ?? [], options } } : {}
  const participants = yield* Effect.result(
    Result.isSuccess(formations)
      ? ParticipantsFile.read(given.participants, ruleSet, formations.success.formations, { ...run, formationsFile: Input.nameOf(given.formations), onProgress, ...laidOut })
      : Effect.as(ParticipantsFile.examine(given.participants, ruleSet, { ...run, onProgress, ...laidOut }), undefined)
  )
  if (Result.isSuccess(formations) && Result.isSuccess(participants) && participants.success !== undefined && Result.isSuccess(events)) {
    return { formations: formations.success, participants: participants.success, events: events.success }
  }
  const refused = [Result.getFailure(formations), Result.getFailure(participants), Result.getFailure(events)]
  return yield* Effect.fail(Refusal.ofFiles(refused.flatMap(Option.toArray), lang))
})

/**
 * The first day on which any score was taken: the earliest of the column `scoredOn` and of `--scored-on`, so that a later day
 * on the command line never hides an earlier one in the file.
 */
export const scoredOn = (column: Day.Day | undefined, option: Day.Day | undefined): { readonly scoredOn?: Day.Day } => {
  const days = [column, option].filter((day) => day !== undefined).toSorted()
  return days[0] === undefined ? {} : { scoredOn: days[0] }
}

/**
 * Selects, or fails with everything that the files lack for it: events that cannot be taken into account and cells that are
 * needed are told together.
 */
export const select = (
  { events, formations: { formations }, participants }: RoundFiles,
  { lang, options, participants: listedIn, ruleSet }: Pick<Given, "lang" | "options" | "participants" | "ruleSet">
): Result.Result<Selection.Selection, CommandFailed> => {
  const all = [...participants.events, ...(events?.events ?? [])]
  const made = Selection.run(ruleSet, formations, participants.cohort, all, options)
  if (Result.isSuccess(made)) return Result.succeed(made.success)
  const { failure } = made
  const refused: Array<Fault.InputRefused> = []
  if (failure._tag === "FactsRefused" && events !== undefined) {
    refused.push(EventsFile.refusal(events, failure, { before: participants.events.length, listedIn: Input.nameOf(listedIn) }))
  }
  if (refused.length > 0 || failure._tag === "ScoresMissing" || failure._tag === "ClassMissing") {
    const needed = ParticipantsFile.needed(participants, ruleSet, Gaps.ahead({ ruleSet, formations, cohort: participants.cohort, events: all, options }))
    if (needed.total > 0) refused.push(needed)
  }
  return Result.fail(refused.length > 0 ? Refusal.ofFiles(refused, lang) : Refusal.of(failure, lang))
}
