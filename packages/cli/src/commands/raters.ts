/**
 * `timbang raters`: do raters agree, how severe is each, who cannot be compared, and which groups are still pending?
 *
 * @since 0.1.0
 */
import { Undefined } from "@timbang/core/number"
import type { MultiRater } from "@timbang/core/performance"
import { Corrections, Explanations, Outputs, Sentences } from "@timbang/language"
import { CsvWriter, Output } from "@timbang/source-files"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import type { CommandFailed } from "../Exit.ts"
import * as Grid from "../Grid.ts"
import * as Options from "../Options.ts"
import * as RatersRun from "../performance/RatersRun.ts"
import * as Screen from "../Screen.ts"
import * as StandingOption from "../StandingOption.ts"
import * as Refusal from "../selection/Refusal.ts"

/** The command. */
export const raters = Command.make("raters", {
  scores: Flag.Path("scores").pipe(Flag.withDescription("CSV/XLSX: person, rater, score; boleh/optional group; timbang template scores")),
  group: Flag.String("group").pipe(
    Flag.withMetavar("name=minimum[:weight]"),
    Flag.atLeast(0),
    Flag.withDescription("Kelompok penilai, jumlah terkecil, bobot setempat dalam persen; boleh diulang / group of raters, its minimum, its local weight in percent; may be repeated")
  ),
  ...StandingOption.flags,
  lang: Options.lang,
  out: Options.outFolder
}, (given) =>
  Effect.gen(function*() {
    const { lang } = given
    const say = Outputs.phrases(lang)
    const runStanding = yield* StandingOption.readAlone(given, given.lang)
    const groups = yield* Effect.forEach(given.group, readGroup(lang))
    const made = yield* RatersRun.run(given.scores, { groups }, lang)
    const stands = Sentences.say(Explanations.phrases(lang).standing, runStanding)
    const agreement = {
      standing: runStanding,
      convention: made.convention,
      islands: made.islands,
      pending: made.pending,
      measures: made.measures.map(({ found, interval, name }) => ({
        name,
        ...(Undefined.isUndefined(found) ? { undefined: found.reason } : { found }),
        ...(interval === undefined || Undefined.isUndefined(interval) ? {} : { lower: interval.lower, upper: interval.upper })
      }))
    }
    yield* Output.write(given.out, (folder) =>
      Effect.gen(function*() {
        yield* folder.write("agreement.json", `${JSON.stringify(agreement, null, 2)}\n`)
        yield* folder.write("private/people.csv", CsvWriter.chunks(Grid.sheet(made.people)))
        yield* folder.write("private/raters.csv", CsvWriter.chunks(Grid.sheet(made.raters)))
        yield* folder.write("private/explanations.txt", `${[...made.groups, ...made.missing, stands].join("\n")}\n`)
      }), (files) => files.includes("agreement.json"))
    yield* Screen.note(...made.corrections.map((correction) => Corrections.sentence(correction, lang)), stands)
    yield* Screen.print(
      Screen.table([say.name, say.agreement, say.interval], made.measures.map((measure) => RatersRun.cellsOf(measure, lang))),
      ...made.missing,
      ...(made.pending > 0 ? [say.pendingPeople(made.pending)] : []),
      `${given.out}: agreement.json, private/people.csv, private/raters.csv, private/explanations.txt`
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Apakah para penilai sepakat, dan seberapa ketat masing-masing / do raters agree, and how severe is each"),
    Command.withExamples([{ command: "timbang raters --scores S.csv --group atasan=1:60 --group rekan=3:40 --out penilai", description: "Bobot selalu setempat / weights are always local" }])
  )

const readGroup = (lang: Sentences.Language) => (text: string): Effect.Effect<MultiRater.Group, CommandFailed> => {
  const found = /^([^=]+)=(\d+)(?::(\d+))?$/.exec(text.trim())
  if (found === null) return Effect.fail(Options.refusal([{ _tag: "GroupRefused", found: text }], lang))
  const [, id, minimum, weight] = found
  return Effect.succeed({ id: id!.trim(), minimum: Number(minimum), ...(weight === undefined ? {} : { weightPercent: Number(weight) }) })
}
