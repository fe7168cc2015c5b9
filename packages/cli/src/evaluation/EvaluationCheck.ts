/**
 * What the tables of an evaluation say against each other, and against the selection between them: a name that one has and
 * another does not would leave a row out without a word.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import type { Selection } from "@timbang/core/selection"
import { Outputs, type Sentences } from "@timbang/language"
import type { EvaluationTables } from "@timbang/source-files"
import { codes, CommandFailed } from "../Exit.ts"
import * as Refusal from "../selection/Refusal.ts"
import * as EvaluationFolder from "./EvaluationFolder.ts"

// --- models ---

/** A cell of the formation: who works where. */
export interface Place {
  readonly unit: string
  readonly jobFamily: string
}

/** What is compared. */
export interface Compared {
  readonly round: EvaluationFolder.Round
  readonly selection: Selection.Selection
  /** The folder of the selection, as messages name it. */
  readonly folder: string
  readonly lang: Sentences.Language
}

// --- operations ---

/** The unit and job family of each formation: those of `cells`, else its location and position. */
export const places = ({ before: { cells } }: EvaluationFolder.Round, { formations }: Selection.Selection): ReadonlyArray<Place> => {
  const known = new Map(cells.rows.map(({ cells: { formation, jobFamily, unit } }) => [formation!, { unit: unit!, jobFamily: jobFamily! }]))
  return formations.map(({ formation, location, position }) => known.get(formation) ?? { unit: location, jobFamily: position })
}

/** The key of a cell in a map. */
export const keyOf = ({ jobFamily, unit }: { readonly unit?: string | undefined; readonly jobFamily?: string | undefined }): string =>
  JSON.stringify([unit, jobFamily])

/** Everything that does not fit, as one refusal; undefined where all fits. */
export const refusal = (compared: Compared): CommandFailed | undefined => {
  const { lang, round: { after, before } } = compared
  const found: ReadonlyArray<readonly [path: string, faults: ReadonlyArray<EvaluationFolder.InRow>]> = [
    ...cellsMissing(compared),
    [before.cells.path, unknownFormations(compared)],
    [before.drivers.path, unknownCells(compared)],
    [after.services.path, otherDirections(before.services, after.services)],
    [before["services-earlier"].path, otherDirections(before.services, before["services-earlier"])],
    [after.recruits.path, unknownRecruits(compared)]
  ]
  const lines = [
    ...found.flatMap(([path, faults]) => faults.length === 0 ? [] : Refusal.ofFiles([EvaluationFolder.refused(path, faults)], lang).lines),
    ...placesMissing(compared)
  ]
  return lines.length === 0 ? undefined : new CommandFailed({ code: codes.refused, lines })
}

const staffed = ({ after, before }: EvaluationFolder.Round) =>
  [before.staffing, before.need, after.staffing, after.need].map(({ path, rows }) =>
    ({ path, rows: new Map(rows.map(({ cells, row }) => [keyOf(cells), { place: cells as Place, row }])) }))

/** A cell that one table of staff or need has and others do not, told where it first stands. */
const cellsMissing = ({ round }: Compared): ReadonlyArray<readonly [string, ReadonlyArray<EvaluationFolder.InRow>]> => {
  const tables = staffed(round)
  return tables.map(({ path, rows }, at) => [
    path,
    [...rows].flatMap(([key, { place, row }]): ReadonlyArray<EvaluationFolder.InRow> => {
      const without = tables.filter((other) => !other.rows.has(key)).map((other) => other.path)
      const isFirst = tables.findIndex((other) => other.rows.has(key)) === at
      return without.length === 0 || !isFirst ? [] : [{ _tag: "NotListed", file: path, row, column: "unit", found: nameOf(place), listedIn: without.join(", ") }]
    })
  ])
}

/** Formations of the selection whose cell no table of staff or need has. */
const placesMissing = ({ folder, lang, round, selection }: Compared): ReadonlyArray<string> => {
  const tables = staffed(round)
  const missing = places(round, selection).flatMap((place, at) =>
    tables.some(({ rows }) => rows.has(keyOf(place))) ? [] : [`${selection.formations[at]!.formation} (${nameOf(place)})`])
  return missing.length === 0 ? [] : [`${folder}: ${Outputs.phrases(lang).placesMissing(missing, tables.map(({ path }) => path), round.before.cells.path)}`]
}

const unknownFormations = ({ folder, round: { before: { cells } }, selection }: Compared): ReadonlyArray<EvaluationFolder.InRow> => {
  const known = new Set(selection.formations.map(({ formation }) => formation))
  return cells.rows.flatMap(({ cells: { formation }, row }): ReadonlyArray<EvaluationFolder.InRow> =>
    known.has(formation!) ? [] : [{ _tag: "NotInRun", file: cells.path, row, column: "formation", found: formation!, listedIn: folder }])
}

const unknownCells = ({ round: { before: { drivers, need } } }: Compared): ReadonlyArray<EvaluationFolder.InRow> => {
  const known = new Set(need.rows.map(({ cells }) => keyOf(cells)))
  return drivers.rows.flatMap(({ cells, row }): ReadonlyArray<EvaluationFolder.InRow> =>
    known.has(keyOf(cells)) ? [] : [{ _tag: "NotListed", file: drivers.path, row, column: "unit", found: nameOf(cells as Place), listedIn: need.path }])
}

type Services = EvaluationFolder.Found<typeof EvaluationTables.before.services>

/** Rows that call the other direction of an indicator better than the table of before does. */
const otherDirections = (first: Services, other: Services): ReadonlyArray<EvaluationFolder.InRow> => {
  const known = new Map(first.rows.map(({ cells: { better, indicator } }) => [indicator!, better!]))
  return other.rows.flatMap(({ cells: { better, indicator }, row }): ReadonlyArray<EvaluationFolder.InRow> => {
    const was = known.get(indicator!)
    if (was === undefined || was === better) return []
    const otherRow = first.rows.find(({ cells }) => cells.indicator === indicator)!.row
    return [{ _tag: "RowsDiffer", file: other.path, row, column: "better", found: better!, of: indicator!, other: was, otherRow, otherFile: first.path }]
  })
}

const unknownRecruits = ({ folder, round: { after: { recruits } }, selection: { cohort, seat } }: Compared): ReadonlyArray<Extract<Fault.Fault, Fault.InRow>> => {
  const at = new Map(Array.from({ length: cohort.size }, (_, i) => [cohort.participant[i]!, i]))
  return recruits.rows.flatMap(({ cells: { participant }, row }): ReadonlyArray<EvaluationFolder.InRow> => {
    const i = at.get(participant!)
    const found = { file: recruits.path, row, column: "participant", found: participant!, listedIn: folder }
    if (i === undefined) return [{ _tag: "NotInRun", ...found }]
    return seat[i]! >= 0 ? [] : [{ _tag: "NotSeated", ...found }]
  })
}

const nameOf = ({ jobFamily, unit }: Place): string => `${unit} / ${jobFamily}`
