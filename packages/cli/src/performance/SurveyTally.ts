/**
 * Answers to a survey, counted as they stream in: over all, by group, by service and period, and by cell of the margins.
 *
 * Nothing that grows with the respondents is kept, but for the numbers of the first {@link mostCompared} of them.
 *
 * @since 0.1.0
 */
import { Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import { CitizenSurvey, SurveyIndex } from "@timbang/core/performance"
import { Batches, Column, type Layout, type MarginsFile, ResponsesFile, type Table } from "@timbang/source-files"
import { Effect } from "effect"
import * as Input from "../Input.ts"

// --- models ---

/** Respondents alike in every margin, in their design weight, cluster and stratum. */
export interface MarginCell {
  /** Category of each margin, as an index into its labels. */
  readonly categories: ReadonlyArray<number>
  /** Design weight of each respondent; 1 where the file has none. */
  readonly weight: number
  /** As an index over the file; -1 where it has none. */
  readonly cluster: number
  readonly stratum: number
  /** Respondents who answered everything, the sum of their indices, and of the squares. */
  size: number
  sum: number
  square: number
}

/** Everything counted. */
export interface Tallied {
  readonly all: CitizenSurvey.Tally
  readonly groups: ReadonlyMap<ResponsesFile.Grouping, ReadonlyMap<string, CitizenSurvey.Tally>>
  /** By service, then period; empty unless the file has both. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, CitizenSurvey.Tally>>
  readonly cells: ReadonlyArray<MarginCell>
  /** Columns of the design that the file has. */
  readonly design: ReadonlySet<DesignColumn>
  /** Groupings with more than {@link mostGroups} groups; they are not broken down. */
  readonly tooMany: ReadonlyArray<ResponsesFile.Grouping>
  /** Whether there are more than {@link mostCells} kinds of respondents; none is kept then. */
  readonly hasTooManyCells: boolean
  /** Whether every respondent was compared with every other one. */
  readonly isCompared: boolean
  /** Words read as an answer, numbers aside, spelled plainly. */
  readonly words: ReadonlySet<string>
  /** First and last day of the answers, where they have one. */
  readonly days: { readonly first: Day.Day; readonly last: Day.Day } | undefined
  readonly read: Pick<Batches.Scanned<never>, "corrections">
}

/** A column that says how respondents were drawn. */
export type DesignColumn = keyof typeof ResponsesFile.design

/** Most kinds of respondents, alike in margins, weight, cluster and stratum: beyond it memory would grow with the respondents. */
export const mostCells = 200_000

/** Most groups of a grouping. */
export const mostGroups = 500

/** Respondents among whom one that stands twice is found. */
export const mostCompared = 100_000

// --- operations ---

/** Reads and counts a file of answers. */
export const read = Effect.fn("SurveyTally.read")(function*(input: Table.Input, given: {
  readonly questionnaire: SurveyIndex.Questionnaire
  readonly words: Readonly<Record<string, ReadonlyArray<string>>>
  readonly margins: ReadonlyArray<MarginsFile.Margin>
  readonly marginsFile: string
  readonly onProgress: (bytes: number) => void
  readonly layout?: Layout.Layout | undefined
}) {
  const { margins, marginsFile, questionnaire, words } = given
  const path = Input.nameOf(input)
  const heard = new Set<string>()
  const described = ResponsesFile.columnsOf(questionnaire.elements, words)
  const columns = { ...described, ...listening(described, questionnaire.elements.map((id) => id.toLowerCase()), heard) }
  const names = Object.keys(ResponsesFile.groupings) as Array<ResponsesFile.Grouping>
  const make = () => CitizenSurvey.make(questionnaire)
  const all = make()
  const byKey = names.map((): Array<CitizenSurvey.Tally> => [])
  const keysOf: Array<ReadonlyArray<string>> = names.map(() => [])
  const [service, period] = [names.indexOf("service"), names.indexOf("period")]
  const pairs: Array<Array<CitizenSurvey.Tally | undefined>> = []
  const cells = new Map<string, MarginCell>()
  const labelAt = margins.map((): Array<number | undefined> => [])
  /** Row in which a margin was first empty while no row had had it. */
  const without: Array<number | undefined> = []
  const faults: Array<Fault.Fault> = []
  let faulty = 0
  const refuse = (fault: Fault.Fault) => {
    faulty++
    if (faults.length < Fault.mostKept) faults.push(fault)
  }
  const noDay = Column.absentOf(columns.date)
  const noWeight = Column.absentOf(columns.weight)
  const unit = 10 ** columns.weight.decimals
  const filled = new Map<DesignColumn, { rows: number; firstEmpty: number | undefined }>(designColumns.map((name) => [name, { rows: 0, firstEmpty: undefined }]))
  const note = (name: DesignColumn, isFilled: boolean, row: number) => {
    const known = filled.get(name)!
    if (isFilled) known.rows++
    else known.firstEmpty ??= row
  }
  const answers = new Uint8Array(questionnaire.elements.length)
  const firstRow = new Map<string, number>()
  let isCompared = true
  let hasTooManyCells = false
  let [firstDay, lastDay] = [Infinity, -Infinity]

  /** One respondent may answer on several services, and in several periods. */
  const compare = (respondent: string, occasion: string, row: number) => {
    if (respondent === "") return
    const key = respondent + occasion
    const first = firstRow.get(key)
    if (first !== undefined) refuse({ _tag: "Duplicate", file: path, row, column: "respondent", found: respondent, firstRow: first })
    else if (firstRow.size < mostCompared) firstRow.set(key, row)
    else isCompared = false
  }

  const scanned = yield* Batches.read(input, columns, ({ columns: cellsOf, rows, size }) => {
    const elements = questionnaire.elements.map((id) => (cellsOf as unknown as Readonly<Record<string, Int16Array>>)[id.toLowerCase()]!)
    const groups = names.map((name) => cellsOf[name])
    groups.forEach(({ keys }, at) => void (keysOf[at] = keys))
    for (let i = 0; i < size; i++) {
      // A code is the index of an answer, an absent one is -1: one more is the answer, or 0.
      for (let u = 0; u < answers.length; u++) answers[u] = elements[u]![i]! + 1
      CitizenSurvey.add(all, answers)
      for (let g = 0; g < groups.length; g++) {
        const key = groups[g]!.index[i]!
        if (key >= 0 && key < mostGroups) CitizenSurvey.add(byKey[g]![key] ??= make(), answers)
      }
      const [s, p] = [groups[service]!.index[i]!, groups[period]!.index[i]!]
      if (s >= 0 && p >= 0 && s < mostGroups && p < mostGroups) CitizenSurvey.add((pairs[s] ??= [])[p] ??= make(), answers)
      if (isCompared) compare(cellsOf.respondent[i]!, ` ${s} ${p}`, rows[i]!)
      const day = cellsOf.date[i]!
      if (day !== noDay) {
        if (day < firstDay) firstDay = day
        if (day > lastDay) lastDay = day
      }
      const weight = cellsOf.weight[i]!
      const [cluster, stratum] = [cellsOf.cluster.index[i]!, cellsOf.stratum.index[i]!]
      note("weight", weight !== noWeight, rows[i]!)
      note("cluster", cluster >= 0, rows[i]!)
      note("stratum", stratum >= 0, rows[i]!)
      if (margins.length === 0 && weight === noWeight && cluster < 0 && stratum < 0) continue
      const index = SurveyIndex.ofRespondent(questionnaire, answers)
      let cell = ""
      let isWhole = true
      for (let m = 0; m < margins.length; m++) {
        const { labels, name } = margins[m]!
        const { index: at, keys } = cellsOf[name]
        const key = at[i]!
        const facts = { file: path, row: rows[i]!, column: name }
        if (key < 0) {
          // Without a single category the whole column is, which is said once the file is read.
          if (keys.length > 0) refuse({ _tag: "CellMissing", ...facts })
          else without[m] ??= rows[i]!
          isWhole = false
        }
        else {
          // A category that the margin does not have is told once, in its first row.
          const isNew = labelAt[m]![key] === undefined
          const label = labelAt[m]![key] ??= labels.indexOf(keys[key]!)
          if (label < 0 && isNew) refuse({ _tag: "NotListed", ...facts, found: keys[key]!, listedIn: marginsFile })
          cell += `${label}|`
        }
      }
      if (index === undefined || faulty > 0 || !isWhole) continue
      const key = `${cell}${weight};${cluster};${stratum}`
      const known = cells.get(key)
      if (known === undefined) {
        if (cells.size >= mostCells) hasTooManyCells = true
        else {
          cells.set(key, {
            categories: cell.split("|").slice(0, -1).map(Number),
            weight: weight === noWeight ? 1 : weight / unit,
            cluster,
            stratum,
            size: 1,
            sum: index,
            square: index * index
          })
        }
      }
      else {
        known.size++
        known.sum += index
        known.square += index * index
      }
    }
  }, { onProgress: given.onProgress, prefersSheet: "responses", ...(given.layout === undefined ? {} : { layout: given.layout }) })
  for (const [column, { firstEmpty, rows }] of filled) {
    if (rows > 0 && firstEmpty !== undefined) refuse({ _tag: "CellMissing", file: path, row: firstEmpty, column })
  }
  margins.forEach(({ name }, m) => {
    const row = without[m]
    if (row === undefined) return
    const isEmpty = keysOf[names.indexOf(name)]!.length === 0
    refuse(isEmpty ? { _tag: "ColumnEmpty", file: path, row: 1, column: name, neededBy: marginsFile } : { _tag: "CellMissing", file: path, row, column: name })
  })
  if (all.complete + all.partial + all.blank === 0) refuse({ _tag: "NoRows", file: path })
  if (faulty > 0) return yield* Effect.fail(new Fault.InputRefused({ file: path, faults, total: faulty }))
  const alone = hasTooManyCells ? [] : unmatched(margins, [...cells.values()], path, marginsFile)
  if (alone.length > 0) return yield* Effect.fail(new Fault.InputRefused({ file: marginsFile, faults: alone, total: alone.length }))
  const named = names.map((name, g) => [name, new Map(byKey[g]!.map((tally, key) => [keysOf[g]![key]!, tally] as const))] as const)
  const tooMany = names.filter((_, g) => keysOf[g]!.length > mostGroups)
  const paired = pairs.map((periods, s) => [
    keysOf[service]![s]!,
    new Map(periods.flatMap((tally, p) => tally === undefined ? [] : [[keysOf[period]![p]!, tally] as const]))
  ] as const)
  const made: Tallied = {
    all,
    groups: new Map(named.filter(([name, of]) => of.size > 0 && !tooMany.includes(name))),
    pairs: new Map(tooMany.includes("service") || tooMany.includes("period") ? [] : paired.filter((each) => each !== undefined)),
    cells: hasTooManyCells ? [] : [...cells.values()],
    design: new Set(designColumns.filter((name) => filled.get(name)!.rows > 0)),
    hasTooManyCells,
    tooMany,
    isCompared,
    words: heard,
    days: firstDay > lastDay ? undefined : { first: Day.fromNumber(firstDay), last: Day.fromNumber(lastDay) },
    read: scanned
  }
  return made
})

/** Categories with users and without respondents who answered everything, or the other way about. */
const unmatched = (
  margins: ReadonlyArray<MarginsFile.Margin>,
  cells: ReadonlyArray<MarginCell>,
  responses: string,
  file: string
): ReadonlyArray<Fault.Fault> =>
  margins.flatMap(({ labels, name, rows, totals }, m) => {
    const present = new Set(cells.map(({ categories }) => categories[m]!))
    return labels.flatMap((found, at): ReadonlyArray<Fault.Fault> =>
      present.has(at) === totals[at]! > 0
        ? []
        : [{ _tag: "CategoryUnmatched", file, row: rows[at]!, column: "category", found, lacks: present.has(at) ? "users" : "respondents", otherFile: responses, otherColumn: name }])
  })

const designColumns = Object.keys(ResponsesFile.design) as Array<DesignColumn>

/** Columns of answers that note each word they are read from; every spelling of a file is looked up once a batch at most. */
const listening = (columns: Column.Columns, names: ReadonlyArray<string>, heard: Set<string>): Readonly<Record<string, Column.Code>> =>
  Object.fromEntries(names.map((name) => {
    const column = columns[name] as Column.Code
    return [name, { ...column, spellings: new Heard(column.spellings, heard) }]
  }))

class Heard extends Map<string, number> {
  readonly #heard: Set<string>
  constructor(spellings: ReadonlyMap<string, number>, heard: Set<string>) {
    super(spellings)
    this.#heard = heard
  }
  override get(word: string): number | undefined {
    const at = super.get(word)
    if (at !== undefined && !/^\d+$/.test(word)) this.#heard.add(word)
    return at
  }
}
