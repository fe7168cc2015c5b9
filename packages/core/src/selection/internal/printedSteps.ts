/**
 * Whether the components and steps that an official list prints for somebody are the recomputed ones.
 */
import * as Result from "effect/Result"
import type { Formation } from "../../formation/Formation.ts"
import * as Cohort from "../Cohort.ts"
import * as FinalScore from "../FinalScore.ts"
import type { OfficialRow, Recorded } from "../OfficialList.ts"
import * as Plan from "../Plan.ts"
import type { RuleSet } from "../RuleSet.ts"
import type { Compared } from "./printedPlaces.ts"

/** What was printed beside what was recomputed, and with which entitlements. */
export interface Steps extends Compared {
  readonly entitlements: number
}

/** Most entitlements of which every combination is tried. */
const mostTried = 12

/** Recomputes the printed steps of a row from what is printed before them. */
export const stepChecks = (
  ruleSet: RuleSet,
  cells: ReadonlyArray<Formation>,
  rows: ReadonlyArray<OfficialRow>,
  stage: string
): (row: OfficialRow, record: Recorded | undefined) => Steps => {
  const groups = ruleSet.thresholds.groups.map((group) => ({ ...group, minimums: [] }))
  const plan = Plan.compile({ ...ruleSet, thresholds: { ...ruleSet.thresholds, groups } }, cells, stage)
  if (Result.isFailure(plan)) {
    return (row, record) => ({ checked: [], differences: elsewhere(row, record), notChecked: [{ step: "steps", missing: [plan.failure._tag] }], entitlements: 0 })
  }
  const printed = new Set(rows.flatMap(({ values }) => Object.keys(values)))
  const count = Cohort.entitlementsOf(ruleSet).length
  const sets = count > mostTried ? [] : Array.from({ length: 2 ** count - 1 }, (_, at) => at + 1)
    .filter((held) => Plan.neededByHolders(plan.success, Uint32Array.of(held)).length === 0)
  return (row, record) => {
    const by = (entitlements: number): Steps => ({ ...compare(plan.success, { row, record, entitlements, printed }), entitlements })
    if (record?.entitlements !== undefined) return by(record.entitlements)
    const without = by(0)
    if (without.differences.length === 0) return without
    const held = sets.find((each) => by(each).differences.length === 0)
    if (held === undefined) return without
    const open = new Set(without.differences.map(({ step }) => step))
    const made = by(held)
    return {
      ...made,
      checked: made.checked.filter((step) => !open.has(step)),
      notChecked: [...made.notChecked, ...[...open].map((step) => ({ step, missing: ["entitlements"] }))]
    }
  }
}

/** A formation that is another one on record. */
const elsewhere = (row: OfficialRow, record: Recorded | undefined): Compared["differences"] =>
  record?.formation !== undefined && record.formation !== row.formation ? [{ step: "formation", official: row.formation, recomputed: record.formation }] : []

const compare = (plan: Plan.Plan, { entitlements, printed, record, row }: {
  readonly row: OfficialRow
  readonly record: Recorded | undefined
  readonly entitlements: number
  readonly printed: ReadonlySet<string>
}): Compared => {
  const { computations, ruleSet, scales } = plan
  const checked: Array<string> = []
  const notChecked: Array<Compared["notChecked"][number]> = []
  const differences = [...elsewhere(row, record)]
  const unknown = Plan.neededByHolders(plan, Uint32Array.of(entitlements)).map(({ path }) => path)
  const additions = new Set(ruleSet.steps.filter(({ _tag }) => _tag === "Addition").map(({ id }) => id))
  const values: Record<string, number> = {}
  const given = new Set<string>()
  for (const { id } of ruleSet.components) {
    const [official, own] = [row.values[id], record?.values[id]]
    if (official !== undefined && own !== undefined && official !== own) {
      differences.push({ step: id, official: String(official), recomputed: String(own) })
    } else if (official !== undefined && own !== undefined) checked.push(id)
    const known = own ?? official
    if (known !== undefined) values[id] = known
  }
  for (const computation of computations) {
    const { id, inputs } = computation
    const official = row.values[id]
    const missing = [...inputs.filter((input) => values[input] === undefined), ...(additions.has(id) ? unknown : [])]
    if (missing.length > 0) {
      if (official !== undefined) {
        values[id] = official
        given.add(id)
        notChecked.push({ step: id, missing })
      }
      continue
    }
    const known = Object.fromEntries(inputs.map((input) => [input, values[input]!]))
    const recomputed = FinalScore.evaluateOne({ computations: [computation], scales }, known, entitlements)[id]!
    values[id] = recomputed
    if (official === undefined || !printed.has(id)) continue
    if (official === recomputed) checked.push(id)
    else differences.push({ step: id, official: String(official), recomputed: String(recomputed) })
  }
  if (row.final !== undefined) {
    const last = values[ruleSet.ranking.final]
    if (last === undefined) notChecked.push({ step: "final", missing: [ruleSet.ranking.final] })
    else if (last !== row.final) differences.push({ step: "final", official: String(row.final), recomputed: String(last) })
    else if (!given.has(ruleSet.ranking.final)) checked.push("final")
  }
  return { checked, differences, notChecked }
}
