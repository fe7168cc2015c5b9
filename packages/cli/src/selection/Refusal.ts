/**
 * Why a selection command ends without a result, with the exit code that fits.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { Faults, Problems, type Sentences } from "@timbang/language"
import type { Output } from "@timbang/source-files"
import { Effect } from "effect"
import { codes, CommandFailed, type EndWith } from "../Exit.ts"

// --- operations ---

/** The failure of a problem: in words, with `notAllowed` where law or authority stand against it. */
export const of = (problem: Problems.Problem, lang: Sentences.Language): CommandFailed =>
  new CommandFailed({
    code: problem._tag === "LawAfterScores" || problem._tag === "NotYoursToDecide" ? codes.notAllowed : codes.refused,
    lines: Problems.sentence(problem, lang).split("\n"),
    faults: [problem]
  })

/** The failure of files that were refused: every fault of all of them, file after file. */
export const ofFiles = (refused: ReadonlyArray<Fault.InputRefused>, lang: Sentences.Language): CommandFailed =>
  new CommandFailed({ code: codes.refused, lines: refused.flatMap((each) => Faults.lines(each, lang)), faults: refused.flatMap(({ faults }) => faults) })

/** Turns what a command can fail with into lines in the language asked for. */
export const inWords = (lang: Sentences.Language) =>
  <A, R>(
    effect: Effect.Effect<A, CommandFailed | EndWith | Fault.InputRefused | Output.OutputFailed, R>
  ): Effect.Effect<A, CommandFailed | EndWith, R> =>
    effect.pipe(
      Effect.catchTag("InputRefused", (refused) =>
        Effect.fail(ofFiles([refused], lang))),
      Effect.catchTag("OutputFailed", (failed) =>
        Effect.fail(new CommandFailed({ code: codes.refused, lines: [lang === "id" ? notWritten(failed) : failed.message] })))
    )

const notWritten = ({ path, reason }: Output.OutputFailed): string =>
  `${path} tidak dapat ditulis: ${reasons[reason] ?? reason.replace(/^the system refused it/, "sistem menolaknya")}; tidak ada yang berubah. ${
    reason === "it may not be written to" ? "Mintalah hak menulis di sana" : "Kosongkan tempatnya"
  } atau pilih folder lain`

const reasons: Readonly<Record<string, string>> = {
  "there is a folder of other files already": "sudah ada folder berisi berkas lain",
  "there is a file in its place": "sudah ada berkas di tempatnya",
  "the disk is full": "cakram penuh",
  "no folder can be made there": "di sana tidak dapat dibuat folder",
  "it may not be written to": "tidak ada hak menulis",
  "its name is too long": "namanya terlalu panjang",
  "links on its path lead back to themselves": "tautan di jalurnya berputar kembali kepada dirinya"
}
