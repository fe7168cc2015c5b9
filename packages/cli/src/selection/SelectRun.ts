/**
 * A run of the selection: from the files of a round to what was selected, with what is said beside it.
 *
 * @since 0.1.0
 */
import { LegalSource } from "@timbang/core/law"
import { Plausibility, type Selection, Threshold } from "@timbang/core/selection"
import { Corrections, Counting, Explanations, Problems, RuleSetTitles, Sentences } from "@timbang/language"
import type { ParticipantsFile } from "@timbang/source-files"
import { Effect } from "effect"
import type { CommandFailed } from "../Exit.ts"
import * as RoundFiles from "./RoundFiles.ts"
import type * as RunFolder from "./RunFolder.ts"

// --- models ---

/** A selection with what it was made from. */
export interface Ran {
  readonly selection: Selection.Selection
  readonly options: Selection.Options
  readonly participants: ParticipantsFile.ParticipantsRead
  /** For a manifest: a result does not tell where it was made, so that files go by their role. */
  readonly inputs: RunFolder.Manifest["inputs"]
  readonly read: RoundFiles.RoundFiles
}

// --- operations ---

/** Reads the files of a round and selects. */
export const run: (given: RoundFiles.Given) => Effect.Effect<Ran, CommandFailed> = Effect.fn("SelectRun.run")(function*(given) {
  const read = yield* RoundFiles.read(given)
  const { events, formations, participants } = read
  const options: Selection.Options = { ...given.options, ...RoundFiles.scoredOn(participants.scoredOn, given.options.scoredOn) }
  const selection = yield* Effect.fromResult(RoundFiles.select(read, { ...given, options }))
  const inputs = Object.entries({ formations, participants, events }).flatMap(([role, input]) =>
    input === undefined ? [] : [{
      role,
      sha256: input.origin.sha256,
      bytes: input.origin.bytes,
      format: input.origin.format,
      corrections: input.corrections.map((correction) => ({ ...correction, file: role }))
    }])
  return { selection, options, participants, inputs, read }
})

/** What was put right, what looks odd, and what the rules leave unsure. */
export const notes = ({ read: { events, formations, participants }, selection }: Ran, lang: Sentences.Language): ReadonlyArray<string> => [
  ...[...formations.corrections, ...participants.corrections, ...(events?.corrections ?? [])].map((correction) => Corrections.sentence(correction, lang)),
  ...[...Plausibility.check(selection.ruleSet, selection.cohort), ...participants.oddities].map((finding) => Problems.oddity(finding, lang)),
  ...warningLines(selection, lang),
  ...dayLines(participants.withoutDay, lang)
]

const warningLines = (selection: Selection.Selection, lang: Sentences.Language): ReadonlyArray<string> => {
  const words = Explanations.phrases(lang)
  return [
    ...Threshold.ofPeople(selection.ruleSet.thresholds.groups).map(({ source, title }) => words.groupOfPeople(RuleSetTitles.of(title, lang), LegalSource.cite(source))),
    ...selection.warnings.map(({ path, source }) => words.unverified(path, LegalSource.cite(source))),
    Sentences.say(words.standing, selection.options.standing),
    Sentences.say(words.guard, selection.guard)
  ]
}

const dayLines = (participants: number, lang: Sentences.Language): ReadonlyArray<string> =>
  participants === 0
    ? []
    : [lang === "id"
      ? `Kolom scoredOn kosong untuk ${participants} peserta yang bernilai; hari nilai mereka tidak diperiksa.`
      : `The column scoredOn is empty for ${Counting.counted(participants, "participant")} with scores; the day of theirs was not checked.`]
