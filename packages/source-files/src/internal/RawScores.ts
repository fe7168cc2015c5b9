/**
 * Raw scores of an exam: their column, the component that they become, and where both disagree.
 */
import type { Formation } from "@timbang/core/formation"
import { Fault } from "@timbang/core/input"
import { Rounding } from "@timbang/core/number"
import type { ExamComponent, RuleSet } from "@timbang/core/selection"
import * as Column from "../Column.ts"
import type * as Table from "../Table.ts"

// --- operations ---

/** The column of raw scores of a component. */
export const columnOf = (raw: ExamComponent.RawForm): Column.Column =>
  Column.decimal({ sample: "", decimals: 3, maximum: raw.outOf._tag === "Known" ? raw.outOf.value : 1_000_000 })

/** Fills scores that are absent from the raw scores beside them, by the largest raw score of the formation where it has one. */
export const fill = (
  component: ExamComponent.ExamComponent,
  raw: ExamComponent.RawForm,
  column: Float64Array,
  score: Int32Array,
  ownMaximum: (row: number) => number | undefined
): void => {
  const usual = raw.outOf._tag === "Known" ? raw.outOf.value : undefined
  const to = component.maximum._tag === "Known" ? component.maximum.value : 100
  for (let i = 0; i < column.length; i++) {
    const outOf = ownMaximum(i) ?? usual
    if (score[i]! >= 0 || column[i]! < 0 || outOf === undefined) continue
    score[i] = fromRaw(column[i]!, outOf, to, component, raw)
  }
}

/** Raw scores past the largest of their own formation, and those that contradict the score beside them. */
export const faults = (
  table: Table.Table<Column.Columns>,
  ruleSet: RuleSet.RuleSet,
  formations: ReadonlyArray<Formation.Formation>
): ReadonlyArray<Fault.Fault> => {
  const { columns } = table
  const formationOf = columns["formation"] as Column.References
  const ownMaximum = new Map(formations.map(({ formation, rawMaximum }) => [formation, rawMaximum]))
  return ruleSet.components.flatMap((component) => {
    const { decimals, id, maximum, raw } = component
    if (raw === undefined || maximum._tag === "Unknown" || !table.present.has(raw.column)) return []
    const [column, scores] = [columns[raw.column] as Float64Array, columns[id] as ArrayLike<number>]
    return Array.from(column).flatMap((units, row): ReadonlyArray<Fault.Fault> => {
      const outOf = ownMaximum.get(formationOf.keys[formationOf.index[row]!] ?? "") ?? (raw.outOf._tag === "Known" ? raw.outOf.value : undefined)
      if (units < 0 || outOf === undefined) return []
      const at = { file: table.file, row: table.rows[row]!, column: raw.column, found: plainly(units, 3) }
      if (units > outOf * 1000) return [{ _tag: "OutOfRange", ...at, minimum: "0", maximum: String(outOf) }]
      const [score, given] = [table.present.has(id) ? scores[row]! : -1, fromRaw(units, outOf, maximum.value, component, raw)]
      return score < 0 || score === given
        ? []
        : [{ _tag: "ScoresDisagree", ...at, outOf: String(outOf), gives: plainly(given, decimals), scoreColumn: id, score: plainly(score, decimals) }]
    })
  })
}

/** A score that is out of range but fits the raw scale most likely stands in the wrong column. */
export const withHints = (refused: Fault.InputRefused, ruleSet: RuleSet.RuleSet): Fault.InputRefused =>
  new Fault.InputRefused({
    file: refused.file,
    total: refused.total,
    faults: refused.faults.map((fault) => {
      if (fault._tag !== "OutOfRange") return fault
      const raw = ruleSet.components.find(({ id }) => id === fault.column)?.raw
      const score = Number(fault.found.replace(",", "."))
      if (raw === undefined || raw.outOf._tag === "Unknown" || !(score > 0 && score <= raw.outOf.value)) return fault
      return { ...fault, _tag: "LooksRaw" as const, rawColumn: raw.column }
    })
  })

const fromRaw = (
  units: number,
  outOf: number,
  to: number,
  { decimals }: ExamComponent.ExamComponent,
  { rounding }: ExamComponent.RawForm
): number => Rounding.divide(units * to * 10 ** decimals, outOf * 1000, rounding)

/** A number without zeros behind its last decimal that counts. */
const plainly = (units: number, decimals: number): string => String(units / 10 ** decimals)
