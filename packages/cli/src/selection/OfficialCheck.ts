/**
 * `timbang check`: reads an official list, recomputes it, writes a workbook and a summary of one page.
 *
 * @since 0.1.0
 */
import type { Formation } from "@timbang/core/formation"
import type { Fault } from "@timbang/core/input"
import { Scaled } from "@timbang/core/number"
import { Cohort, OfficialList, type RuleSet } from "@timbang/core/selection"
import { type Sentences } from "@timbang/language"
import { Column, CsvWriter, FormationsFile, Output, ParticipantsFile, Sheet, Table, XlsxWriter } from "@timbang/source-files"
import { Effect } from "effect"
import { codes, CommandFailed } from "../Exit.ts"

// --- models ---

/** What was counted, and the summary as lines. */
export interface Counted {
  readonly equal: number
  readonly differing: number
  readonly notCheckable: number
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
  const formations = given.formations === undefined ? [] : (yield* FormationsFile.read(given.formations, ruleSet)).formations
  if (given.participants !== undefined && given.formations === undefined) {
    const line = lang === "id" ? "--participants memerlukan --formations" : "--participants needs --formations"
    return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines: [line] }))
  }
  const records = given.participants === undefined
    ? undefined
    : recordsOf((yield* ParticipantsFile.read(given.participants, ruleSet, formations, { formationsFile: given.formations! })).cohort, ruleSet, formations)
  const table = yield* Table.read(given.official, columnsOf(ruleSet), { headerWithin: 20 })
  if (!table.present.has("formation") && formations.length !== 1) {
    const line = lang === "id"
      ? `${given.official}: kolom formation (Kode Formasi) tidak ada; tambahkan, atau berikan satu formasi saja dengan --formations.`
      : `${given.official}: no column formation; add it, or give exactly one formation by --formations.`
    return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines: [line] }))
  }
  const rows = officialRows(table, ruleSet, formations[0]?.formation)
  const checked = OfficialList.check({ ruleSet, formations, rows, stage: given.stage, ...(records === undefined ? {} : { records }) })
  const equal = checked.findings.filter(({ _tag }) => _tag === "Equal").length
  const differing = checked.findings.filter(({ _tag }) => _tag === "Differs").length
  const notCheckable = checked.findings.length - equal - differing
  const isInPart = checked.findings.some((finding) => finding._tag === "NotCheckable" || (finding._tag === "Equal" && finding.notChecked.length > 0))
  const lines = summary(given, checked, { equal, differing, notCheckable }, rows)
  const sheet = findingsSheet(table, rows, checked, ruleSet)
  yield* Output.write(given.out, (folder) =>
    Effect.gen(function*() {
      yield* folder.write("check.csv", CsvWriter.chunks(sheet))
      yield* folder.write("check.xlsx", XlsxWriter.chunks([sheet, summarySheet(lines)]))
      yield* folder.write("summary.txt", `${lines.join("\n")}\n`)
    }), (files) => files.includes("check.csv"))
  return { equal, differing, notCheckable, isInPart, lines: [...lines, `${given.out}: check.csv, check.xlsx, summary.txt`] }
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

/** Columns of an official list: components, steps, rank and code under the titles that lists print. */
const columnsOf = (ruleSet: RuleSet.RuleSet): Column.Columns => {
  const components = new Set(ruleSet.components.map(({ id }) => id))
  const participants = ParticipantsFile.columnsOf(ruleSet)
  const scales = scalesOf(ruleSet)
  return {
    participant: participants["participant"]!,
    formation: Column.text({ aliases: ["Kode Formasi", "ID Formasi", "Formasi"] }),
    rank: Column.integer({ aliases: ["Peringkat", "Ranking"], minimum: 1 }),
    ...Object.fromEntries(ruleSet.components.map(({ id }) => [id, participants[id]!])),
    ...Object.fromEntries(ruleSet.steps.filter(({ id }) => !components.has(id)).map((step) => [
      step.id,
      Column.decimal({ aliases: [step.title, ...(officialTitles[step.id] ?? [])], decimals: 3, maximum: scales.get(step.id)!.maximum })
    ])),
    code: Column.text({ aliases: ["Keterangan", "Kode", "Status"] }),
    gpa: participants["gpa"]!,
    birthDate: participants["birthDate"]!,
    priorityClass: participants["priorityClass"]!
  }
}

/** Titles of the printed steps (section "HASIL INTEGRASI SKD DAN SKB" of official lists). */
const officialTitles: Readonly<Record<string, ReadonlyArray<string>>> = {
  skd: ["Total", "Total SKD", "Jumlah"],
  skd100: ["SKD Skala 100"],
  skd40: ["Skor SKD", "SKD 40%", "Bobot SKD"],
  skb60: ["Skor SKB", "SKB 60%", "Bobot SKB"],
  final: ["Nilai Akhir", "Total Nilai"]
}

const officialRows = (
  table: Table.Table<Column.Columns>,
  ruleSet: RuleSet.RuleSet,
  only: string | undefined
): ReadonlyArray<OfficialList.OfficialRow> => {
  const cells = table.columns as unknown as Readonly<Record<string, ArrayLike<number>>> & {
    readonly participant: ReadonlyArray<string>
    readonly formation: ReadonlyArray<string>
    readonly code: ReadonlyArray<string>
  }
  const ids = [...ruleSet.components, ...ruleSet.steps].map(({ id }) => id).filter((id) => table.present.has(id))
  const scales = scalesOf(ruleSet)
  const classes = ruleSet.ranking.classes?.order ?? []
  return Array.from({ length: table.size }, (_, i): OfficialList.OfficialRow => {
    const values = Object.fromEntries(ids.flatMap((id) => {
      const units = cells[id]![i]!
      if (units < 0) return []
      // Steps are read with three decimals; a total of whole points is kept in points.
      const own = scales.get(id)!.decimals
      return [[id, ruleSet.components.some((component) => component.id === id) ? units : units / 10 ** (3 - own)]]
    }))
    const [rank, average, born] = [cells["rank"]![i]!, cells["gpa"]![i]!, cells["birthDate"]![i]!]
    const priorityClass = classes[cells["priorityClass"]![i]!]?.id
    return {
      participant: cells.participant[i]!,
      formation: cells.formation[i]! === "" ? only ?? "" : cells.formation[i]!,
      values,
      ...(average < 0 ? {} : { gradeAverage: average }),
      ...(born === Cohort.absentDay ? {} : { birthDay: born }),
      ...(priorityClass === undefined ? {} : { priorityClass }),
      ...(rank < 1 ? {} : { rank }),
      ...(cells.code[i] === "" ? {} : { code: cells.code[i]! })
    }
  })
}

/** Decimals and largest value, in points, of a component or step. */
const scalesOf = (ruleSet: RuleSet.RuleSet): ReadonlyMap<string, { readonly decimals: number; readonly maximum: number }> => {
  const unlimited = 1_000_000
  const number = (sourced: { readonly _tag: "Known"; readonly value: number } | { readonly _tag: "Unknown" }) =>
    sourced._tag === "Known" ? sourced.value : unlimited
  const known = new Map(ruleSet.components.map(({ decimals, id, maximum }) => [id, { decimals, maximum: number(maximum) }]))
  const none = { decimals: 0, maximum: unlimited }
  for (const step of ruleSet.steps) {
    const from = (step._tag === "Sum" ? step.of : [step.of]).map((id) => known.get(id) ?? none)
    const decimals = "decimals" in step ? step.decimals : Math.max(...from.map((scale) => scale.decimals))
    const maximum = step._tag === "Sum"
      ? from.reduce((sum, scale) => sum + scale.maximum, 0)
      : step._tag === "Rescale" ? step.to : step._tag === "Addition" ? number(step.cap) : from[0]!.maximum * number(step.percent) / 100
    known.set(step.id, { decimals, maximum: Math.min(Math.ceil(maximum), unlimited) })
  }
  return known
}

const show = (ruleSet: RuleSet.RuleSet, step: string, value: string): string =>
  /^-?\d+$/.test(value) && !["rank", "code", "formation"].includes(step) ? Scaled.format(Number(value), scalesOf(ruleSet).get(step)!.decimals) : value

const findingsSheet = (
  table: Table.Table<Column.Columns>,
  rows: ReadonlyArray<OfficialList.OfficialRow>,
  { findings }: OfficialList.OfficialCheck,
  ruleSet: RuleSet.RuleSet
): Sheet.Sheet => ({
  name: "Pemeriksaan",
  size: rows.length,
  columns: [
    Sheet.integer("row", table.rows),
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
  { lang, official, ruleSet, stage }: Given,
  checked: OfficialList.OfficialCheck,
  counted: { readonly equal: number; readonly differing: number; readonly notCheckable: number },
  rows: ReadonlyArray<OfficialList.OfficialRow>
): ReadonlyArray<string> => {
  const say = (id: string, en: string) => lang === "id" ? id : en
  const different = checked.findings.flatMap((finding, at) => finding._tag === "Differs" ? [{ finding, row: rows[at]! }] : [])
  const names = (list: ReadonlyArray<string>) => list.slice(0, 10).join(", ") + (list.length > 10 ? ", ..." : "")
  return [
    say(`UJI SILANG ${official} terhadap ${ruleSet.title}, tahap ${stage}`, `CROSS-CHECK of ${official} against ${ruleSet.title}, stage ${stage}`),
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
    ...(checked.seatsAssumed.length === 0
      ? []
      : [say(
        `Jumlah kebutuhan ${checked.seatsAssumed.length} formasi diambil dari banyaknya yang lulus pada daftar; berikan --formations untuk memeriksanya.`,
        `Seats of ${checked.seatsAssumed.length} formations were taken from the number selected on the list; give --formations to check them.`
      )]),
    ...(checked.missingFromList.length === 0 ? [] : [say(`Tidak ada pada daftar resmi (${checked.missingFromList.length}): ${names(checked.missingFromList)}`, `Not on the official list (${checked.missingFromList.length}): ${names(checked.missingFromList)}`)]),
    ...(checked.missingFromRecords.length === 0 ? [] : [say(`Tidak ada pada catatan instansi (${checked.missingFromRecords.length}): ${names(checked.missingFromRecords)}`, `Not in the host's records (${checked.missingFromRecords.length}): ${names(checked.missingFromRecords)}`)]),
    ...different.slice(0, 20).map(({ finding, row }) =>
      say(
        `${row.participant}: berbeda pada langkah ${finding.step}; resmi ${show(ruleSet, finding.step, finding.official)}, dihitung ulang ${show(ruleSet, finding.step, finding.recomputed)}.`,
        `${row.participant}: differs at step ${finding.step}; official ${show(ruleSet, finding.step, finding.official)}, recomputed ${show(ruleSet, finding.step, finding.recomputed)}.`
      )),
    ...(different.length > 20 ? [say(`dan ${different.length - 20} baris lain; lihat check.xlsx.`, `and ${different.length - 20} more; see check.xlsx.`)] : [])
  ]
}
