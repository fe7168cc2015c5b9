/**
 * The summary of a recomputed official list in words.
 *
 * @since 0.1.0
 */
import type { LawGuard, OfficialList } from "@timbang/core/selection"
import { counted } from "../Counting.ts"
import * as Explanations from "./explanations.ts"
import { type Language, say } from "../Sentences.ts"
import * as RuleSetTitles from "./RuleSetTitles.ts"

// --- models ---

/**
 * What a part of the description of a cell is called.
 *
 * @category models
 * @since 0.1.0
 */
export type Part = "position" | "location" | "category" | "education"

/**
 * A row that differs: the row of the file as a spreadsheet counts, and both amounts with a decimal point.
 *
 * @category models
 * @since 0.1.0
 */
export interface Different {
  readonly row: number
  readonly participant: string
  readonly step: string
  readonly official: string
  readonly recomputed: string
}

/**
 * Everything a summary tells.
 *
 * @category models
 * @since 0.1.0
 */
export interface Summary {
  /** File of the list, and of the formations where they were given. */
  readonly official: string
  readonly formations: string | undefined
  /** Title of the rule set, and the stage of the list. */
  readonly title: string
  readonly stage: string
  readonly guard: LawGuard.Finding
  readonly checked: OfficialList.OfficialCheck
  /** How many formations have their seats printed on the list. */
  readonly printedSeats: number
  /** What the list tells of no formation. */
  readonly notDescribed: ReadonlyArray<Part>
  readonly different: ReadonlyArray<Different>
}

/** Most names and most rows that a summary of one page lists. */
const most = { names: 10, rows: 20 }

// --- operations ---

/**
 * The lines of the summary, an empty one behind the heading.
 *
 * **Example** (A list of one row, equal)
 *
 * ```ts
 * import { OfficialChecks } from "@timbang/language"
 * const checked = { findings: [{ _tag: "Equal", checked: ["final"], notChecked: [] }], outcomes: { _tag: "Recomputed" }, seatsAssumed: [], seatsDiffer: [], missingFromList: [], missingFromRecords: [] } as const
 * const lines = OfficialChecks.lines({ official: "L.xlsx", formations: "F.csv", title: "Seleksi CPNS 2024", stage: "final", guard: { _tag: "not-checked" }, checked, printedSeats: 0, notDescribed: [], different: [] }, "en")
 * lines[0] // => "CROSS-CHECK of L.xlsx against CPNS selection 2024, stage final"
 * lines.at(-1) // => "1 row: 1 equal, 0 different, 0 not checkable."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const lines = (summary: Summary, language: Language): ReadonlyArray<string> => {
  const { checked: { findings, missingFromList, missingFromRecords, outcomes, seatsAssumed, seatsDiffer }, different, formations, guard, notDescribed, official, printedSeats, stage, title } = summary
  const words = language === "id" ? indonesian : english
  const { decimalMark, guard: guards } = Explanations.phrases(language)
  const count = (tag: OfficialList.Finding["_tag"]) => findings.filter(({ _tag }) => _tag === tag).length
  const amount = (value: string) => value.replace(/^(\d+)\.(\d+)$/, `$1${decimalMark}$2`)
  const partly = findings.flatMap((finding) => finding._tag === "Equal" && finding.notChecked.length > 0 ? [finding.notChecked] : [])
  // Where nothing was recomputed a line of its own says why.
  const isToldApart = (step: string) => outcomes._tag !== "Recomputed" && ["rank", "code", "decidedBy"].includes(step)
  const open = [...new Set(partly.flat().filter(({ step }) => !isToldApart(step)).map((each) => `${each.step} (${each.missing.join(", ")})`))]
  const told = (list: ReadonlyArray<unknown>, line: () => string) => list.length === 0 ? [] : [line()]
  return [
    words.heading(official, RuleSetTitles.of(title, language), stage),
    words.standing,
    say(guards, guard),
    "",
    words.counts(findings.length, count("Equal"), count("Differs"), count("NotCheckable")),
    ...(outcomes._tag === "NotRecomputed" ? [words.notRecomputed(outcomes.because.join(", "))] : []),
    ...(outcomes._tag === "RecomputedInPart" ? [words.notRecomputedFor(names(outcomes.without), outcomes.because.join(", "))] : []),
    ...told(open, () => words.partly(partly.length, names(open))),
    ...(printedSeats === 0 || formations !== undefined ? [] : [words.seatsPrinted(printedSeats)]),
    ...told(seatsAssumed, () => words.seatsAssumed(seatsAssumed.length)),
    ...told(seatsDiffer, () => words.seatsDiffer(seatsDiffer.length, formations ?? "", names(seatsDiffer.map((each) => words.seatsOf(each.formation, each.official, each.given))))),
    ...told(notDescribed, () => words.notDescribed(notDescribed.map((part) => words.part[part]).join(", "))),
    ...told(missingFromList, () => words.missingFromList(missingFromList.length, names(missingFromList))),
    ...told(missingFromRecords, () => words.missingFromRecords(missingFromRecords.length, names(missingFromRecords))),
    ...different.slice(0, most.rows).map((each) => words.different(each.row, each.participant, each.step, amount(each.official), amount(each.recomputed))),
    ...(different.length > most.rows ? [words.more(different.length - most.rows)] : [])
  ]
}

const names = (list: ReadonlyArray<string>): string => list.slice(0, most.names).join(", ") + (list.length > most.names ? ", ..." : "")

interface Words {
  readonly heading: (official: string, title: string, stage: string) => string
  readonly standing: string
  readonly counts: (rows: number, equal: number, different: number, notCheckable: number) => string
  readonly notRecomputed: (because: string) => string
  readonly notRecomputedFor: (formations: string, because: string) => string
  readonly partly: (rows: number, what: string) => string
  readonly seatsPrinted: (formations: number) => string
  readonly seatsAssumed: (formations: number) => string
  readonly seatsDiffer: (formations: number, file: string, which: string) => string
  readonly seatsOf: (formation: string, official: number, given: number) => string
  readonly notDescribed: (parts: string) => string
  readonly part: Readonly<Record<Part, string>>
  readonly missingFromList: (people: number, who: string) => string
  readonly missingFromRecords: (people: number, who: string) => string
  readonly different: (row: number, participant: string, step: string, official: string, recomputed: string) => string
  readonly more: (rows: number) => string
}

const indonesian: Words = {
  heading: (official, title, stage) => `UJI SILANG ${official} terhadap ${title}, tahap ${stage}`,
  standing: "Daftar resmi tetap yang berlaku; pemeriksaan ini tidak menetapkan apa pun.",
  counts: (rows, equal, different, notCheckable) => `${rows} baris: ${equal} sama, ${different} berbeda, ${notCheckable} tidak dapat diperiksa.`,
  notRecomputed: (because) => `Peringkat dan kode tidak dihitung ulang karena kurang: ${because}.`,
  notRecomputedFor: (formations, because) => `Peringkat dan kode formasi ${formations} tidak dihitung ulang karena kurang: ${because}.`,
  partly: (rows, what) => `${rows} baris yang sama hanya diperiksa sebagian; tidak diperiksa, dan yang kurang: ${what}.`,
  seatsPrinted: (formations) => `Jumlah kebutuhan ${formations} formasi diambil dari daftar itu sendiri.`,
  seatsAssumed: (formations) =>
    `Jumlah kebutuhan ${formations} formasi dianggap sebanyak yang lulus pada daftar, sehingga batas kelulusan tidak dapat diperiksa; berikan --formations untuk memeriksanya.`,
  seatsDiffer: (formations, file, which) => `Jumlah kebutuhan ${formations} formasi pada daftar berbeda dari ${file}, yang dipakai menghitung: ${which}.`,
  seatsOf: (formation, official, given) => `${formation} (daftar ${official}, formasi ${given})`,
  notDescribed: (parts) => `Daftar tidak memuat ${parts} formasi; formasi dibedakan tanpa itu.`,
  part: { position: "jabatan", location: "lokasi", category: "jenis kebutuhan (dianggap umum)", education: "pendidikan" },
  missingFromList: (people, who) => `Tidak ada pada daftar resmi (${people}): ${who}`,
  missingFromRecords: (people, who) => `Tidak ada pada catatan instansi (${people}): ${who}`,
  different: (row, participant, step, official, recomputed) =>
    `Baris ${row}, ${participant}: berbeda pada langkah ${step}; resmi ${official}, dihitung ulang ${recomputed}.`,
  more: (rows) => `dan ${rows} baris lain; lihat check.xlsx.`
}

const english: Words = {
  heading: (official, title, stage) => `CROSS-CHECK of ${official} against ${title}, stage ${stage}`,
  standing: "The official list is what holds; this check decides nothing.",
  counts: (rows, equal, different, notCheckable) => `${counted(rows, "row")}: ${equal} equal, ${different} different, ${notCheckable} not checkable.`,
  notRecomputed: (because) => `Ranks and codes were not recomputed, for want of: ${because}.`,
  notRecomputedFor: (formations, because) => `Ranks and codes of the formations ${formations} were not recomputed, for want of: ${because}.`,
  partly: (rows, what) => `${counted(rows, "equal row was", "equal rows were")} checked in part; not checked, and what is missing: ${what}.`,
  seatsPrinted: (formations) => `Seats of ${counted(formations, "formation")} are those that the list itself prints.`,
  seatsAssumed: (formations) =>
    `Seats of ${counted(formations, "formation")} are taken as the number selected on the list, so that the cut cannot be checked; give --formations to check it.`,
  seatsDiffer: (formations, file, which) => `The list prints other seats for ${counted(formations, "formation")} than ${file}, by which they were recomputed: ${which}.`,
  seatsOf: (formation, official, given) => `${formation} (list ${official}, formations ${given})`,
  notDescribed: (parts) => `The list does not tell the ${parts} of a formation; formations were told apart without it.`,
  part: { position: "position", location: "location", category: "kind of need (taken as the general one)", education: "education" },
  missingFromList: (people, who) => `Not on the official list (${people}): ${who}`,
  missingFromRecords: (people, who) => `Not in the host's records (${people}): ${who}`,
  different: (row, participant, step, official, recomputed) =>
    `Row ${row}, ${participant}: differs at step ${step}; official ${official}, recomputed ${recomputed}.`,
  more: (rows) => `and ${rows} more; see check.xlsx.`
}
