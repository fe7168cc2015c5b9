/**
 * The list of formations, as a CSV or XLSX file.
 *
 * @since 0.1.0
 */
import type { Formation } from "@timbang/core/formation"
import type { Correction, Fault } from "@timbang/core/input"
import { RuleSet } from "@timbang/core/selection"
import { Effect } from "effect"
import * as Column from "../Column.ts"
import * as JoinedRows from "../internal/JoinedRows.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * Formations and what their file said beside them.
 *
 * @category models
 * @since 0.1.0
 */
export interface FormationsRead {
  readonly formations: ReadonlyArray<Formation.Formation>
  /** Name of the file as in its faults. */
  readonly file: string
  /** Row of the file for each formation, as a spreadsheet counts. */
  readonly rows: Int32Array
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

/**
 * The sheet that is read first where a workbook has it, so that one workbook can hold all files of a round.
 *
 * @category columns
 * @since 0.1.0
 */
export const sheet = "Formasi"

// --- operations ---

/**
 * The columns of a formations file under a rule set: `formation`, `position`, `education`, `location`, `category` and
 * `seats`; where they are of use `agency`, `agencyKind`, `thresholdGroup` and `rawMaximum`.
 *
 * **Example** (The kinds of need are those of the rule set)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * import { FormationsFile } from "@timbang/source-files"
 * FormationsFile.columnsOf(Specimen.ruleSet).category.values // => ["general", "reserved"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columnsOf = (ruleSet: RuleSet.RuleSet) => ({
  formation: Column.identifier({ aliases: ["Kode Formasi", "ID Formasi"], need: "cell", isUnique: true, sample: "F-001" }),
  position: Column.text({ aliases: ["Jabatan", "Nama Jabatan", "Jabatan Formasi"], need: "cell", sample: "Penata Layanan Operasional" }),
  education: Column.text({ aliases: ["Pendidikan", "Kualifikasi Pendidikan"], need: "cell", sample: "S-1 Ilmu Pemerintahan" }),
  location: Column.text({ aliases: ["Lokasi", "Lokasi Formasi", "Unit Kerja"], need: "cell", sample: "Kecamatan Contoh" }),
  category: Column.code(
    Object.fromEntries(ruleSet.categories.map(({ aliases, id, title }) => [id, [...aliases, title]])),
    { aliases: ["Jenis Formasi", "Jenis Kebutuhan"], need: "cell", sample: RuleSet.generalCategory(ruleSet)?.id ?? "" }
  ),
  seats: Column.integer({ aliases: ["Jumlah Kebutuhan", "Jumlah Formasi", "Formasi Jumlah"], need: "cell", minimum: 0, maximum: 1_000_000, sample: "2" }),
  agency: Column.text({ aliases: ["Instansi"] }),
  agencyKind: Column.text({ aliases: ["Jenis Instansi"], unit: "pusat, daerah", sample: "daerah" }),
  thresholdGroup: Column.text({ aliases: ["Kelompok Nilai Ambang Batas"] }),
  /** The rule set is of one kind; this says it to people who sort the list. */
  asn: Column.text({ aliases: ["Jenis ASN", "Jenis Pengadaan"], unit: "pns, pppk" }),
  rawMaximum: Column.integer({ aliases: ["Nilai Mentah Maksimum"], minimum: 1, maximum: 100_000, sample: "" })
})

/**
 * Reads a formations file, or fails with every fault of it. With a `layout` it is the export that the layout describes, such as
 * `sscasn-posts`, where rows of one formation for each study programme become one.
 *
 * **Example** (One cell, as a national list spells its kind of need)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { RuleSets } from "@timbang/regulations"
 * import { FormationsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("formation,position,education,location,category,seats\nF1,Penyuluh,S-1,Kerinci,LULUSAN TERBAIK,2\n")
 * const read = await Effect.runPromise(FormationsFile.read({ file: "F.csv", bytes }, RuleSets.cpns2024))
 * read.formations // => [{ formation: "F1", position: "Penyuluh", education: "S-1", location: "Kerinci", category: "cumlaude", seats: 2 }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = Effect.fn("FormationsFile.read")(function*(input: Table.Input, ruleSet: RuleSet.RuleSet, options: Pick<Table.Options, "layout"> = {}) {
  const columns = columnsOf(ruleSet)
  const table = yield* JoinedRows.read(input, columns, { prefersSheet: sheet, ...options }, (found) => faultsOf(found, columns.category.values, ruleSet))
  const cells = table.columns
  const [groupOf, agencyKindOf] = [meaning(groupsOf(ruleSet)), meaning(agencyKindsOf(ruleSet))]
  const formations = cells.formation.map((formation, i): Formation.Formation => {
    const category = columns.category.values[cells.category[i]!]!
    const thresholdGroup = groupOf(cells.thresholdGroup[i]!) ?? ""
    const agencyKind = agencyKindOf(cells.agencyKind[i]!) ?? cells.agencyKind[i]!
    return {
      formation,
      position: cells.position[i]!,
      education: cells.education[i]!,
      location: cells.location[i]!,
      category,
      seats: cells.seats[i]!,
      ...(cells.agency[i] === "" ? {} : { agency: cells.agency[i]! }),
      ...(agencyKind === "" ? {} : { agencyKind }),
      ...(thresholdGroup === "" ? {} : { thresholdGroup }),
      ...(cells.rawMaximum[i]! < 0 ? {} : { rawMaximum: cells.rawMaximum[i]! })
    }
  })
  const made: FormationsRead = { formations, file: table.file, rows: table.rows, corrections: table.corrections, origin: table.origin }
  return made
})

const groupsOf = (ruleSet: RuleSet.RuleSet): ReadonlyArray<string> => ruleSet.thresholds.groups.map(({ id }) => id)

/** Kinds of agency that the rule set tells apart. */
const agencyKindsOf = ({ categories, filling, secondExam }: RuleSet.RuleSet): ReadonlyArray<string> => [
  ...new Set([
    ...(secondExam?.limits ?? []).map(({ agencyKind }) => agencyKind),
    ...categories.flatMap(({ openTo }) => openTo ?? []),
    ...(filling?.passes ?? []).flatMap(({ agencyKinds }) => agencyKinds ?? [])
  ])
]

/**
 * The word of a list that a cell means, without regard to case and blanks; `Instansi Daerah` is `daerah`. Each spelling is looked
 * up once: a file of formations repeats few of them.
 */
const meaning = (words: ReadonlyArray<string>): (cell: string) => string | undefined => {
  const spelt = words.flatMap((word) => ["", "instansi", "pemerintah"].map((before) => [Column.plain(before + word), word] as const))
  const known = new Map<string, string | undefined>([["", undefined]])
  return (cell) => {
    if (!known.has(cell)) known.set(cell, spelt.find(([spelling]) => spelling === Column.plain(cell))?.[1])
    return known.get(cell)
  }
}

/** What a formation says against the rule set. */
const faultsOf = (
  { columns, file, rows, size }: Table.Table<ReturnType<typeof columnsOf>>,
  categories: ReadonlyArray<string>,
  ruleSet: RuleSet.RuleSet
): ReadonlyArray<Fault.Fault> => {
  const faults: Array<Fault.Fault> = size === 0 ? [{ _tag: "NoRows", file }] : []
  const [groups, kinds] = [groupsOf(ruleSet), agencyKindsOf(ruleSet)]
  const [groupOf, agencyKindOf] = [meaning(groups), meaning(kinds)]
  for (let i = 0; i < size; i++) {
    const [category, group, written] = [categories[columns.category[i]!] ?? "", columns.thresholdGroup[i]!, columns.agencyKind[i]!]
    const at = { file, row: rows[i]! }
    const agencyKind = agencyKindOf(written) ?? ""
    if (group !== "" && groupOf(group) === undefined) {
      faults.push({ _tag: "UnknownCode", ...at, column: "thresholdGroup", found: group, accepted: groups, nearest: undefined })
    }
    if (written !== "" && kinds.length > 0 && agencyKind === "") {
      faults.push({ _tag: "UnknownCode", ...at, column: "agencyKind", found: written, accepted: kinds, nearest: undefined })
    }
    const openTo = ruleSet.categories.find(({ id }) => id === category)?.openTo
    if (openTo !== undefined && agencyKind !== "" && !openTo.includes(agencyKind)) {
      faults.push({ _tag: "CategoryClosed", ...at, column: "category", found: category, agencyKind, openTo })
    }
  }
  return faults
}
