/**
 * `timbang career KIND`: what the law makes of the records of a career, with reasons, articles and what would have changed it.
 *
 * @since 0.1.0
 */
import { type CommandFaults, Corrections, Explanations, Outputs, Sentences } from "@timbang/language"
import { CsvWriter, Output } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import * as Grid from "../../Grid.ts"
import * as Options from "../../Options.ts"
import * as CareerRun from "../CareerRun.ts"
import * as Screen from "../../Screen.ts"
import * as StandingOption from "../../StandingOption.ts"
import * as Refusal from "../../selection/Refusal.ts"

/** The command. */
export const career = Command.make("career", {
  kind: Argument.Literals("KIND", CareerRun.kinds),
  records: Options.path("records").pipe(Flag.withDescription("CSV/XLSX; timbang template career/KIND")),
  holidays: Options.path("holidays").pipe(Flag.optional, Flag.withDescription("absence: CSV day; hari libur dan cuti bersama / days off")),
  sixDays: Flag.Boolean("six-days").pipe(Flag.withDefault(false), Flag.withDescription("absence: enam hari kerja seminggu / a week of six working days")),
  potentialMiddle: Flag.Finite("potential-middle").pipe(Flag.optional, Flag.withDescription("nine-box: potensi terendah sepertiga tengah / lowest potential of the middle third")),
  potentialHigh: Flag.Finite("potential-high").pipe(Flag.optional, Flag.withDescription("nine-box: potensi terendah sepertiga atas / lowest potential of the top third")),
  on: Flag.String("on").pipe(Flag.optional, Flag.withDescription("Hari keputusan, YYYY-MM-DD; tanpa ini hari ini / day of the decision; today without it")),
  ...StandingOption.flags,
  lang: Options.lang,
  out: Options.outFolder
}, (given) =>
  Effect.gen(function*() {
    const { kind, lang } = given
    const say = Outputs.phrases(lang)
    const wanted = StandingOption.read(given)
    const faults = [...(Result.isFailure(wanted) ? wanted.failure : []), ...idleOptions(given), ...limitFaults(given)]
    if (faults.length > 0 || Result.isFailure(wanted)) return yield* Effect.fail(Options.refusal(faults, lang))
    const runStanding = yield* CareerRun.allowed(kind, wanted.success, lang)
    const [middle, high] = [Option.getOrUndefined(given.potentialMiddle), Option.getOrUndefined(given.potentialHigh)]
    const made = yield* CareerRun.run(kind, {
      records: given.records,
      on: yield* Options.day("--on", given.on, given.lang),
      holidays: Option.getOrUndefined(given.holidays),
      restDays: given.sixDays ? [0] : [0, 6],
      potentialFrom: middle === undefined || high === undefined ? undefined : { middle, high },
      lang
    })
    const stands = Sentences.say(Explanations.phrases(lang).standing, runStanding)
    yield* Output.write(given.out, (folder) =>
      Effect.gen(function*() {
        yield* folder.write(`private/${kind}.csv`, CsvWriter.chunks(Grid.sheet(made.grid)))
        yield* folder.write("private/explanations.txt", `${[...made.explanations, stands].join("\n\n")}\n`)
        yield* folder.write("career.json", `${JSON.stringify({ kind, standing: runStanding, people: Object.fromEntries(made.counts) }, null, 2)}\n`)
      }), (files) => files.includes("career.json"))
    yield* Screen.note(...made.corrections.map((correction) => Corrections.sentence(correction, lang)), stands)
    yield* Screen.print(
      Screen.table([say.outcome, say.people], made.counts),
      `${given.out}: private/${kind}.csv, private/explanations.txt, career.json`
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription(
      "Angka kredit, kenaikan, indeks profesionalitas, sembilan kotak, CPNS, kontrak PPPK, ketidakhadiran, kinerja rendah / " +
        "credit points, promotion, professionalism, nine-box, probation, contracts, absence, low performance"
    ),
    Command.withExamples([{ command: "timbang career absence --records tidak-masuk.csv --holidays libur.csv --out disiplin", description: "PP 94/2021" }])
  )

/** What is wrong with the limits of the potential axis: no source sets them, so both are to be given, the second above the first. */
const limitFaults = ({ kind, potentialHigh, potentialMiddle }: {
  readonly kind: CareerRun.Kind
  readonly potentialMiddle: Option.Option<number>
  readonly potentialHigh: Option.Option<number>
}): ReadonlyArray<CommandFaults.CommandFault> => {
  if (kind !== "nine-box") return []
  if (Option.isSome(potentialMiddle) && Option.isSome(potentialHigh)) {
    const [other, found] = [potentialMiddle.value, potentialHigh.value]
    return other < found ? [] : [{ _tag: "NotAboveOption", option: "--potential-high", found, other: "--potential-middle", otherFound: other }]
  }
  return ([["--potential-middle", potentialMiddle], ["--potential-high", potentialHigh]] as const)
    .flatMap(([needed, limit]) => (Option.isNone(limit) ? [{ _tag: "OptionMissing", option: "career nine-box", needed } as const] : []))
}

/** Options of another kind of record, and a day that is none: nothing that was asked for is left aside. */
const idleOptions = ({ holidays, kind, on, potentialHigh, potentialMiddle, sixDays }: {
  readonly kind: CareerRun.Kind
  readonly on: Option.Option<string>
  readonly holidays: Option.Option<string>
  readonly sixDays: boolean
  readonly potentialMiddle: Option.Option<number>
  readonly potentialHigh: Option.Option<number>
}): ReadonlyArray<CommandFaults.CommandFault> => {
  const given = [
    ["--holidays", "absence", Option.isSome(holidays)],
    ["--six-days", "absence", sixDays],
    ["--potential-middle", "nine-box", Option.isSome(potentialMiddle)],
    ["--potential-high", "nine-box", Option.isSome(potentialHigh)]
  ] as const
  return [
    ...Options.dayFaults("--on", on),
    ...given.flatMap(([option, of, isGiven]) => (isGiven && kind !== of ? [{ _tag: "NotUnder", option, choice: `career ${kind}`, instead: `career ${of}` } as const] : []))
  ]
}
