/**
 * `timbang check`: reads an official list, recomputes it, writes a workbook and a summary of one page.
 *
 * @since 0.1.0
 */
import type { Formation } from "@timbang/core/formation"
import type { Correction, Fault } from "@timbang/core/input"
import type { Day } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import { Cohort, type Event, Facts, LawGuard, OfficialList, type RuleSet } from "@timbang/core/selection"
import { Corrections, OfficialChecks, type Sentences } from "@timbang/language"
import { Primitives } from "@timbang/signing"
import { CsvWriter, EventsFile, FormationsFile, OfficialListFile, Output, ParticipantsFile, Sheet, type Table, XlsxWriter } from "@timbang/source-files"
import { Effect, Result } from "effect"
import type { CommandFailed } from "../Exit.ts"
import * as Input from "../Input.ts"
import * as LayoutOption from "../LayoutOption.ts"
import * as Screen from "../Screen.ts"
import * as Refusal from "./Refusal.ts"
import * as RoundFiles from "./RoundFiles.ts"
import * as RunFolder from "./RunFolder.ts"

// --- models ---

/** What was counted, and the summary as lines. */
export interface Counted {
  readonly equal: number
  readonly differing: number
  /** Formations for which the list prints other seats than the list of formations. */
  readonly seatsDiffering: number
  readonly notCheckable: number
  /** People whom only one side has. */
  readonly missing: number
  /** Whether something printed could not be recomputed, in whatever row. */
  readonly isInPart: boolean
  readonly lines: ReadonlyArray<string>
}

/** What to check, and where to write. */
export interface Given {
  readonly ruleSet: RuleSet.RuleSet
  readonly official: Table.Input
  readonly formations: Table.Input | undefined
  readonly participants: Table.Input | undefined
  /** Recorded events of the round, such as letters that settled ties and corrections. */
  readonly events?: Table.Input | undefined
  readonly stage: string
  /** First day of the scores; an earlier one in the host's records counts. */
  readonly scoredOn: Day.Day | undefined
  /** Letter by which rules younger than the scores apply. */
  readonly lawLetter: string | undefined
  readonly lang: Sentences.Language
  /** Of the list, the formations and the records, where they come from another system. */
  readonly layouts?: LayoutOption.Chosen
}

/** What an examination found, before any of it is written. */
export interface Examined extends Omit<Counted, "lines"> {
  readonly lines: ReadonlyArray<string>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly sheet: Sheet.Sheet
  /** Everybody whom only one side has; without records of the host nobody was looked for. */
  readonly missingSheet: Sheet.Sheet | undefined
}

// --- operations ---

/** Runs the check and writes what it found. */
export const run: (given: Given & { readonly out: string }) => Effect.Effect<Counted, CommandFailed | Fault.InputRefused | Output.OutputFailed> = Effect.fn("OfficialCheck.run")(function*(given) {
  const { corrections, lines, missingSheet: missing, sheet, ...counted } = yield* examine(given)
  yield* Screen.note(...corrections.map((correction) => Corrections.sentence(correction, given.lang)))
  const others = missing === undefined ? [] : [missing]
  yield* Output.write(given.out, (folder) =>
    Effect.gen(function*() {
      yield* folder.write("check.csv", CsvWriter.chunks(sheet))
      for (const other of others) yield* folder.write("missing.csv", CsvWriter.chunks(other))
      yield* folder.write("check.xlsx", XlsxWriter.chunks([sheet, ...others, summarySheet(lines)]))
      yield* folder.write("summary.txt", `${lines.join("\n")}\n`)
    }), (files) => files.includes("check.csv"))
  const written = ["check.csv", ...others.map(() => "missing.csv"), "check.xlsx", "summary.txt"]
  return { ...counted, lines: [...lines, "", `${given.out}: ${written.join(", ")}`] }
})

/** Reads the list and holds it against what is recomputed. */
export const examine: (given: Given) => Effect.Effect<Examined, CommandFailed | Fault.InputRefused> = Effect.fn("OfficialCheck.examine")(function*(given: Given) {
  const { lang, ruleSet } = given
  const formationsFile = given.formations === undefined ? undefined : Input.nameOf(given.formations)
  const ofFormations = given.formations === undefined ? undefined : yield* FormationsFile.read(given.formations, ruleSet, LayoutOption.of(given.layouts, "formations"))
  const formations = ofFormations?.formations ?? []
  const ofRecords = given.participants === undefined
    ? undefined
    : yield* Screen.followed(given.participants, (onProgress) =>
      ParticipantsFile.read(given.participants!, ruleSet, formations, { formationsFile: formationsFile!, onProgress, ...LayoutOption.of(given.layouts, "participants") }))
  const ofEvents = given.events === undefined ? undefined : yield* EventsFile.read(given.events)
  const recorded = [...(ofRecords?.events ?? []), ...(ofEvents?.events ?? [])]
  const cohort = ofRecords === undefined ? undefined : yield* corrected(ruleSet, ofRecords, recorded, given)
  const records = cohort === undefined ? undefined : recordsOf(cohort, ruleSet, formations)
  const { scoredOn } = RoundFiles.scoredOn(ofRecords?.scoredOn, given.scoredOn)
  const changes = given.lawLetter === undefined ? [] : [{ _tag: "LawChanged", ruleSet: ruleSet.id, at: ruleSet.holds.from, letter: given.lawLetter } as const]
  const guard = yield* Effect.fromResult(Result.mapError(LawGuard.check(ruleSet, scoredOn, [...changes, ...recorded]), (problem) => Refusal.of(problem, lang)))
  const list = yield* Screen.followed(given.official, (onProgress) =>
    OfficialListFile.read(given.official, ruleSet, { formations, formationsFile, onProgress, ...LayoutOption.of(given.layouts, "official-list") }))
  const corrections = [...(ofFormations?.corrections ?? []), ...(ofRecords?.corrections ?? []), ...(ofEvents?.corrections ?? []), ...list.corrections]
  const { described, printedSeats, rows } = list
  // Corrections are in the records by now, and on the list.
  const events = recorded.filter(({ _tag }) => _tag !== "Corrected")
  const checked = OfficialList.check({ ruleSet, formations, described, printedSeats, rows, events, stage: given.stage, ...(records === undefined ? {} : { records }) })
  const equal = checked.findings.filter(({ _tag }) => _tag === "Equal").length
  const differing = checked.findings.filter(({ _tag }) => _tag === "Differs").length
  const notCheckable = checked.findings.length - equal - differing
  const isInPart = checked.findings.some((finding) => finding._tag === "NotCheckable" || (finding._tag === "Equal" && finding.notChecked.length > 0))
  const digests = [
    ["official", list.origin.sha256],
    ["rules", RunFolder.sha256(Primitives.portable.canonicalize(ruleSet))],
    ...(ofFormations === undefined ? [] : [["formations", ofFormations.origin.sha256] as const]),
    ...(ofRecords === undefined ? [] : [["participants", ofRecords.origin.sha256] as const]),
    ...(ofEvents === undefined ? [] : [["events", ofEvents.origin.sha256] as const])
  ] as const
  const lines = [...OfficialChecks.lines(summaryOf(given, guard, checked, list), lang), "", RunFolder.engine, ...digests.map(([role, digest]) => `SHA-256 ${role}: ${digest}`)]
  const missing = missingSheet(checked)
  return {
    equal,
    differing,
    seatsDiffering: checked.seatsDiffer.length,
    notCheckable,
    missing: missing.size,
    isInPart,
    lines,
    corrections,
    sheet: findingsSheet(list, checked, ruleSet),
    missingSheet: records === undefined ? undefined : missing
  }
})

/** The records after the corrections among the events, which have to be about people on record. */
const corrected = (ruleSet: RuleSet.RuleSet, records: ParticipantsFile.ParticipantsRead, events: ReadonlyArray<Event.Event>, { lang }: Pick<Given, "lang">) =>
  Effect.fromResult(Facts.gather(ruleSet, records.cohort, events).pipe(
    Result.map(({ cohort }) => cohort),
    Result.mapError((problem) => Refusal.of(problem, lang))
  ))

/** Everybody whom only one side has. */
const missingSheet = ({ missingFromList, missingFromRecords }: OfficialList.OfficialCheck): Sheet.Sheet => ({
  name: "Hilang",
  size: missingFromList.length + missingFromRecords.length,
  columns: [
    Sheet.text("participant", [...missingFromList, ...missingFromRecords]),
    Sheet.text("missingFrom", [...missingFromList.map(() => "official"), ...missingFromRecords.map(() => "participants")])
  ]
})

/** The host's own records, with what a list does not print. */
const recordsOf = (cohort: Cohort.Cohort, ruleSet: RuleSet.RuleSet, formations: ReadonlyArray<Formation.Formation>): ReadonlyArray<OfficialList.Recorded> => {
  const { birthDay, entitlements, formation, gradeAverage, participant, priorityClass, scores } = cohort
  const classes = ruleSet.ranking.classes?.order ?? []
  return participant.map((own, at): OfficialList.Recorded => {
    const [average, born, held] = [gradeAverage?.[at] ?? -1, birthDay?.[at] ?? Cohort.absentDay, classes[priorityClass?.[at] ?? -1]?.id]
    return {
      participant: own,
      formation: formations[formation[at]!]!.formation,
      values: Object.fromEntries(Object.entries(scores).flatMap(([id, column]) => column[at]! < 0 ? [] : [[id, column[at]!]])),
      ...(average < 0 ? {} : { gradeAverage: average }),
      ...(born === Cohort.absentDay ? {} : { birthDay: born }),
      ...(entitlements === undefined ? {} : { entitlements: entitlements[at]! }),
      ...(held === undefined ? {} : { priorityClass: held })
    }
  })
}

/** The summary again, so that the workbook says its standing wherever it goes. */
const summarySheet = (lines: ReadonlyArray<string>): Sheet.Sheet => {
  const said = lines.filter((line) => line !== "")
  return { name: "Kedudukan", size: said.length, columns: [Sheet.text("ringkasan", said)] }
}

const show = (ruleSet: RuleSet.RuleSet, step: string, value: string): string =>
  /^-?\d+$/.test(value) && !["rank", "code", "decidedBy", "formation"].includes(step) ? Scaled.format(Number(value), OfficialListFile.scaleOf(ruleSet, step).decimals) : value

const findingsSheet = (
  { places, rows }: OfficialListFile.OfficialListRead,
  { findings }: OfficialList.OfficialCheck,
  ruleSet: RuleSet.RuleSet
): Sheet.Sheet => ({
  name: "Pemeriksaan",
  size: rows.length,
  columns: [
    Sheet.integer("row", places),
    Sheet.text("participant", rows.map(({ participant }) => participant)),
    Sheet.text("formation", rows.map(({ formation }) => formation)),
    Sheet.text("finding", findings.map(({ _tag }) => _tag)),
    Sheet.text("step", findings.map((finding) => finding._tag === "Differs" ? finding.step : "")),
    Sheet.text("official", findings.map((finding) => finding._tag === "Differs" ? show(ruleSet, finding.step, finding.official) : "")),
    Sheet.text("recomputed", findings.map((finding) => finding._tag === "Differs" ? show(ruleSet, finding.step, finding.recomputed) : "")),
    Sheet.text("alsoDiffers", findings.map((finding) => finding._tag === "Differs" ? finding.alsoDiffers.join(" ") : "")),
    Sheet.text("notChecked", findings.map((finding) =>
      finding._tag === "NotCheckable"
        ? finding.because.join(" ")
        : finding._tag === "Equal" ? finding.notChecked.map(({ missing, step }) => `${step} (${missing.join(" ")})`).join("; ") : ""))
  ]
})

/** What the summary tells, with amounts as they are printed. */
const summaryOf = (
  { formations, official, ruleSet, stage }: Given,
  guard: LawGuard.Finding,
  checked: OfficialList.OfficialCheck,
  { notDescribed, places, printedSeats, rows }: OfficialListFile.OfficialListRead
): OfficialChecks.Summary => ({
  official: Input.nameOf(official),
  title: ruleSet.title,
  stage,
  guard,
  checked,
  formations: formations === undefined ? undefined : Input.nameOf(formations),
  printedSeats: printedSeats.length,
  notDescribed,
  different: checked.findings.flatMap((finding, at) => finding._tag === "Differs"
    ? [{
      row: places[at]!,
      participant: rows[at]!.participant,
      step: finding.step,
      official: show(ruleSet, finding.step, finding.official),
      recomputed: show(ruleSet, finding.step, finding.recomputed)
    }]
    : [])
})
