/**
 * `timbang check`: reads an official list, recomputes it, writes a workbook and a summary of one page.
 *
 * @since 0.1.0
 */
import type { Formation } from "@timbang/core/formation"
import type { Fault } from "@timbang/core/input"
import { Scaled } from "@timbang/core/number"
import { Cohort, OfficialList, type RuleSet } from "@timbang/core/selection"
import { Corrections, RuleSetTitles, type Sentences } from "@timbang/language"
import { Primitives } from "@timbang/signing"
import { CsvWriter, FormationsFile, OfficialListFile, Output, ParticipantsFile, Sheet, XlsxWriter } from "@timbang/source-files"
import { Effect } from "effect"
import type { CommandFailed } from "../Exit.ts"
import * as Screen from "../Screen.ts"
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
  readonly official: string
  readonly formations: string | undefined
  readonly participants: string | undefined
  readonly stage: string
  readonly lang: Sentences.Language
  readonly out: string
}

// --- operations ---

/** Runs the check. */
export const run: (given: Given) => Effect.Effect<Counted, CommandFailed | Fault.InputRefused | Output.OutputFailed> = Effect.fn("OfficialCheck.run")(function*(given: Given) {
  const { lang, ruleSet } = given
  const ofFormations = given.formations === undefined ? undefined : yield* FormationsFile.read(given.formations, ruleSet)
  const formations = ofFormations?.formations ?? []
  const ofRecords = given.participants === undefined
    ? undefined
    : yield* Screen.followed(given.participants, (onProgress) =>
      ParticipantsFile.read(given.participants!, ruleSet, formations, { formationsFile: given.formations!, onProgress }))
  const records = ofRecords === undefined ? undefined : recordsOf(ofRecords.cohort, ruleSet, formations)
  const list = yield* Screen.followed(given.official, (onProgress) =>
    OfficialListFile.read(given.official, ruleSet, { formations, formationsFile: given.formations, onProgress }))
  const corrections = [...(ofFormations?.corrections ?? []), ...(ofRecords?.corrections ?? []), ...list.corrections]
  yield* Screen.note(...corrections.map((correction) => Corrections.sentence(correction, lang)))
  const { described, printedSeats, rows } = list
  const checked = OfficialList.check({ ruleSet, formations, described, printedSeats, rows, stage: given.stage, ...(records === undefined ? {} : { records }) })
  const equal = checked.findings.filter(({ _tag }) => _tag === "Equal").length
  const differing = checked.findings.filter(({ _tag }) => _tag === "Differs").length
  const notCheckable = checked.findings.length - equal - differing
  const isInPart = checked.findings.some((finding) => finding._tag === "NotCheckable" || (finding._tag === "Equal" && finding.notChecked.length > 0))
  const digests = [
    ["official", list.origin.sha256],
    ["rules", RunFolder.sha256(Primitives.portable.canonicalize(ruleSet))],
    ...(ofFormations === undefined ? [] : [["formations", ofFormations.origin.sha256] as const]),
    ...(ofRecords === undefined ? [] : [["participants", ofRecords.origin.sha256] as const])
  ] as const
  const lines = [...summary(given, checked, { equal, differing, notCheckable }, list), "", RunFolder.engine, ...digests.map(([role, digest]) => `SHA-256 ${role}: ${digest}`)]
  const sheet = findingsSheet(list, checked, ruleSet)
  const missing = missingSheet(checked)
  const hasRecords = records !== undefined
  yield* Output.write(given.out, (folder) =>
    Effect.gen(function*() {
      yield* folder.write("check.csv", CsvWriter.chunks(sheet))
      if (hasRecords) yield* folder.write("missing.csv", CsvWriter.chunks(missing))
      yield* folder.write("check.xlsx", XlsxWriter.chunks([sheet, ...(hasRecords ? [missing] : []), summarySheet(lines)]))
      yield* folder.write("summary.txt", `${lines.join("\n")}\n`)
    }), (files) => files.includes("check.csv"))
  const written = ["check.csv", ...(hasRecords ? ["missing.csv"] : []), "check.xlsx", "summary.txt"]
  return { equal, differing, seatsDiffering: checked.seatsDiffer.length, notCheckable, missing: missing.size, isInPart, lines: [...lines, "", `${given.out}: ${written.join(", ")}`] }
})

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
  const { birthDay, formation, gradeAverage, participant, priorityClass, scores } = cohort
  const classes = ruleSet.ranking.classes?.order ?? []
  return participant.map((own, at): OfficialList.Recorded => {
    const [average, born, held] = [gradeAverage?.[at] ?? -1, birthDay?.[at] ?? Cohort.absentDay, classes[priorityClass?.[at] ?? -1]?.id]
    return {
      participant: own,
      formation: formations[formation[at]!]!.formation,
      values: Object.fromEntries(Object.entries(scores).flatMap(([id, column]) => column[at]! < 0 ? [] : [[id, column[at]!]])),
      ...(average < 0 ? {} : { gradeAverage: average }),
      ...(born === Cohort.absentDay ? {} : { birthDay: born }),
      ...(held === undefined ? {} : { priorityClass: held })
    }
  })
}

/** The summary again, so that the workbook says its standing wherever it goes. */
const summarySheet = (lines: ReadonlyArray<string>): Sheet.Sheet => {
  const said = lines.filter((line) => line !== "")
  return { name: "Kedudukan", size: said.length, columns: [Sheet.text("ringkasan", said)] }
}

const parts = {
  id: { position: "jabatan", location: "lokasi", category: "jenis kebutuhan (dianggap umum)", education: "pendidikan" },
  en: { position: "position", location: "location", category: "kind of need (taken as the general one)", education: "education" }
} as const

const show = (ruleSet: RuleSet.RuleSet, step: string, value: string): string =>
  /^-?\d+$/.test(value) && !["rank", "code", "formation"].includes(step) ? Scaled.format(Number(value), OfficialListFile.scalesOf(ruleSet).get(step)!.decimals) : value

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

const summary = (
  { formations, lang, official, ruleSet, stage }: Given,
  checked: OfficialList.OfficialCheck,
  counted: { readonly equal: number; readonly differing: number; readonly notCheckable: number },
  { notDescribed, places, printedSeats, rows }: OfficialListFile.OfficialListRead
): ReadonlyArray<string> => {
  const say = (id: string, en: string) => lang === "id" ? id : en
  const different = checked.findings.flatMap((finding, at) => finding._tag === "Differs" ? [{ finding, place: places[at]!, row: rows[at]! }] : [])
  const names = (list: ReadonlyArray<string>) => list.slice(0, 10).join(", ") + (list.length > 10 ? ", ..." : "")
  return [
    say(`UJI SILANG ${official} terhadap ${ruleSet.title}, tahap ${stage}`, `CROSS-CHECK of ${official} against ${RuleSetTitles.of(ruleSet.title, "en")}, stage ${stage}`),
    say("Daftar resmi tetap yang berlaku; pemeriksaan ini tidak menetapkan apa pun.", "The official list is what holds; this check decides nothing."),
    "",
    say(
      `${rows.length} baris: ${counted.equal} sama, ${counted.differing} berbeda, ${counted.notCheckable} tidak dapat diperiksa.`,
      `${rows.length} rows: ${counted.equal} equal, ${counted.differing} different, ${counted.notCheckable} not checkable.`
    ),
    ...(checked.outcomes._tag === "NotRecomputed"
      ? [say(
        `Peringkat dan kode tidak dihitung ulang karena kurang: ${checked.outcomes.because.join(", ")}.`,
        `Ranks and codes were not recomputed, for want of: ${checked.outcomes.because.join(", ")}.`
      )]
      : checked.outcomes._tag === "RecomputedInPart"
      ? [say(
        `Peringkat dan kode formasi ${names(checked.outcomes.without)} tidak dihitung ulang karena kurang: ${checked.outcomes.because.join(", ")}.`,
        `Ranks and codes of the formations ${names(checked.outcomes.without)} were not recomputed, for want of: ${checked.outcomes.because.join(", ")}.`
      )]
      : []),
    ...(printedSeats.length === 0 || formations !== undefined
      ? []
      : [say(`Jumlah kebutuhan ${printedSeats.length} formasi diambil dari daftar itu sendiri.`, `Seats of ${printedSeats.length} formations are those that the list itself prints.`)]),
    ...(checked.seatsAssumed.length === 0
      ? []
      : [say(
        `Jumlah kebutuhan ${checked.seatsAssumed.length} formasi dianggap sebanyak yang lulus pada daftar, sehingga batas kelulusan tidak dapat diperiksa; berikan --formations untuk memeriksanya.`,
        `Seats of ${checked.seatsAssumed.length} formations are taken as the number selected on the list, so that the cut cannot be checked; give --formations to check it.`
      )]),
    ...(checked.seatsDiffer.length === 0
      ? []
      : [say(
        `Jumlah kebutuhan ${checked.seatsDiffer.length} formasi pada daftar berbeda dari ${formations}, yang dipakai menghitung: ${names(checked.seatsDiffer.map(({ formation, given, official }) => `${formation} (daftar ${official}, formasi ${given})`))}.`,
        `The list prints other seats for ${checked.seatsDiffer.length} formations than ${formations}, by which they were recomputed: ${names(checked.seatsDiffer.map(({ formation, given, official }) => `${formation} (list ${official}, formations ${given})`))}.`
      )]),
    ...(notDescribed.length === 0
      ? []
      : [say(
        `Daftar tidak memuat ${notDescribed.map((part) => parts.id[part]).join(", ")} formasi; formasi dibedakan tanpa itu.`,
        `The list does not tell the ${notDescribed.map((part) => parts.en[part]).join(", ")} of a formation; formations were told apart without it.`
      )]),
    ...(checked.missingFromList.length === 0 ? [] : [say(`Tidak ada pada daftar resmi (${checked.missingFromList.length}): ${names(checked.missingFromList)}`, `Not on the official list (${checked.missingFromList.length}): ${names(checked.missingFromList)}`)]),
    ...(checked.missingFromRecords.length === 0 ? [] : [say(`Tidak ada pada catatan instansi (${checked.missingFromRecords.length}): ${names(checked.missingFromRecords)}`, `Not in the host's records (${checked.missingFromRecords.length}): ${names(checked.missingFromRecords)}`)]),
    ...different.slice(0, 20).map(({ finding, place, row }) => {
      const value = (units: string) => say(show(ruleSet, finding.step, units).replace(/^(\d+)\.(\d+)$/, "$1,$2"), show(ruleSet, finding.step, units))
      return say(
        `Baris ${place}, ${row.participant}: berbeda pada langkah ${finding.step}; resmi ${value(finding.official)}, dihitung ulang ${value(finding.recomputed)}.`,
        `Row ${place}, ${row.participant}: differs at step ${finding.step}; official ${value(finding.official)}, recomputed ${value(finding.recomputed)}.`
      )
    }),
    ...(different.length > 20 ? [say(`dan ${different.length - 20} baris lain; lihat check.xlsx.`, `and ${different.length - 20} more; see check.xlsx.`)] : [])
  ]
}
