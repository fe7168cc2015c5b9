/**
 * `timbang raters`: do raters agree, how severe is each, who cannot be compared, and which groups are still pending?
 *
 * @since 0.1.0
 */
import { Undefined } from "@timbang/core/number"
import type { MultiRater } from "@timbang/core/performance"
import { type CommandFaults, Corrections, Explanations, Outputs, Sentences } from "@timbang/language"
import { CsvWriter, Output } from "@timbang/source-files"
import { Effect, Result } from "effect"
import { Command, Flag } from "effect/cli"
import * as Grid from "../../Grid.ts"
import * as Options from "../../Options.ts"
import * as RatersRun from "../RatersRun.ts"
import * as Screen from "../../Screen.ts"
import * as StandingOption from "../../StandingOption.ts"
import * as Refusal from "../../selection/Refusal.ts"

/** The command. */
export const raters = Command.make("raters", {
  scores: Options.path("scores").pipe(Flag.withDescription("CSV/XLSX: person, rater, score; boleh/optional group; timbang template scores")),
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
    const ofRun = StandingOption.read(given)
    const { faults, groups } = readGroups(given.group)
    if (faults.length > 0 || Result.isFailure(ofRun)) return yield* Effect.fail(Options.refusal([...(Result.isFailure(ofRun) ? ofRun.failure : []), ...faults], lang))
    const runStanding = ofRun.success
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

const readGroups = (texts: ReadonlyArray<string>): { readonly groups: ReadonlyArray<MultiRater.Group>; readonly faults: ReadonlyArray<CommandFaults.CommandFault> } => {
  const read = texts.map((text) => ({ text, found: /^([^=]+)=([1-9]\d*)(?::(\d+))?$/.exec(text.trim()) }))
  const groups = read.flatMap(({ found }): ReadonlyArray<MultiRater.Group> =>
    found === null ? [] : [{ id: found[1]!.trim(), minimum: Number(found[2]), ...(found[3] === undefined ? {} : { weightPercent: Number(found[3]) }) }])
  const ids = groups.map(({ id }) => id)
  const faults: ReadonlyArray<CommandFaults.CommandFault> = [
    ...read.flatMap(({ found, text }) => (found === null ? [{ _tag: "GroupRefused", found: text } as const] : [])),
    ...[...new Set(ids.filter((id, at) => ids.indexOf(id) < at))].map((found) => ({ _tag: "GroupTwice", found }) as const)
  ]
  return { groups, faults: faults.length > 0 ? faults : weightFaults(groups) }
}

/** Weights are given to all groups, 100 percent together, or to none. */
const weightFaults = (groups: ReadonlyArray<MultiRater.Group>): ReadonlyArray<CommandFaults.CommandFault> => {
  const without = groups.filter(({ weightPercent }) => weightPercent === undefined).map(({ id }) => id)
  const sum = groups.reduce((all, { weightPercent = 0 }) => all + weightPercent, 0)
  return without.length === groups.length || (without.length === 0 && sum === 100) ? [] : [{ _tag: "WeightsUneven", sum, without }]
}
