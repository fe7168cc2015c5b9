/** Who meets the minimums of a stage, and the provisional cut of each formation, from the scores on the board. */
import type { Formation } from "@timbang/core/formation"
import { FinalScore, Plan } from "@timbang/core/selection"
import { Scaled } from "@timbang/core/number"
import { Result } from "effect"
import * as Board from "./Board.ts"
import type { PublicRecord } from "./PublicRecord.ts"

/** A formation's cut: the lowest total that would go on now. */
export interface Cut {
  readonly formation: string
  readonly total: string
  /** Participants of the formation whose whole exam has come, and all who are registered. */
  readonly scored: number
  readonly registered: number
}

type Row = ReadonlyMap<string, Board.Cell>

/**
 * Whether a row meets every minimum of its formation; nothing where a score is missing, the formation is unknown, or no
 * source gives a minimum.
 */
export const meeting = ({ formations, ruleSet }: PublicRecord, stage: string): (formation: string, row: Row) => boolean | undefined => {
  const isFirst = ruleSet !== undefined && (ruleSet.shortlist === undefined || ruleSet.shortlist.exam === stage)
  const plan = isFirst
    ? Result.getOrUndefined(Plan.compile(ruleSet, formations, ruleSet.shortlist === undefined ? "final" : stage))
    : undefined
  if (plan === undefined) return () => undefined
  const cellOf = new Map(formations.map(({ formation }, cell) => [formation, cell]))
  const components = ruleSet!.components.filter(({ exam }) => exam === stage)
  return (formation, row) => {
    const cell = cellOf.get(formation)
    const units = components.map(({ decimals, id }) => [id, unitsOf(row.get(id)?.value, decimals)] as const)
    if (cell === undefined || units.some(([, each]) => each === undefined)) return undefined
    const values = FinalScore.evaluateOne(plan, Object.fromEntries(units as ReadonlyArray<readonly [string, number]>), 0)
    return plan.thresholds.checks.every(({ minimums, of }) => (values[of] ?? -1) >= minimums[plan.thresholds.groupOf[cell]!]!)
  }
}

/**
 * The cuts of a stage. None while a session of it is open, while its rules leave the number that goes on unknown, and for a
 * later exam, whose scores decide only together with those of the first.
 */
export const of = (record: PublicRecord, board: Board.Board, stage: string): ReadonlyArray<Cut> => {
  const { ruleSet } = record
  const sessions = [...board.sessions.values()].filter((one) => one.stage === stage)
  if (ruleSet === undefined || sessions.some(({ isClosed }) => !isClosed)) return []
  const { shortlist } = ruleSet
  if (shortlist !== undefined && shortlist.exam !== stage) return []
  const factor = shortlist === undefined ? 1 : shortlist.factor._tag === "Known" ? shortlist.factor.value : undefined
  if (factor === undefined) return []
  const components = ruleSet.components.filter(({ exam }) => exam === stage)
  const meets = meeting(record, stage)
  const found = new Map<string, { readonly going: Array<number>; scored: number; isSure: boolean }>()
  for (const [participant, row] of sessions.flatMap(({ rows }) => [...rows])) {
    const formation = record.formationOf.get(participant)
    const total = Board.totalOf(components, row)
    if (formation === undefined || total === undefined) continue
    const own = found.get(formation) ?? { going: [], scored: 0, isSure: true }
    found.set(formation, own)
    own.scored++
    const isMet = meets(formation, row)
    if (isMet === undefined) own.isSure = false
    else if (isMet) own.going.push(total.units)
  }
  const decimals = Math.max(0, ...components.map((one) => one.decimals))
  return record.formations.flatMap(({ formation, seats }: Formation.Formation): ReadonlyArray<Cut> => {
    const own = found.get(formation)
    if (own === undefined || !own.isSure || own.going.length === 0 || seats === 0) return []
    const sorted = own.going.toSorted((a, b) => b - a)
    const last = sorted[Math.min(seats * factor, sorted.length) - 1]!
    return [{
      formation,
      total: Scaled.format(last, decimals),
      scored: own.scored,
      registered: record.applicants.get(formation) ?? own.scored
    }]
  })
}

const unitsOf = (value: string | undefined, decimals: number): number | undefined =>
  value === undefined || value === "" ? undefined : Result.getOrUndefined(Scaled.parse(value, decimals))
