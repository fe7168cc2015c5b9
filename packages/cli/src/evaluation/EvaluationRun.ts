/**
 * Evaluates a round from the tables of two folders and the selection between them.
 *
 * @since 0.1.0
 */
import { Adjustment, DifferenceInDifferences, type Evaluation, NeedFulfilment, RoundReport, SelectionValidity, Threat } from "@timbang/core/evaluation"
import type { Day, Standing } from "@timbang/core/law"
import { RuleSet, type Selection } from "@timbang/core/selection"
import { Outputs, type Sentences } from "@timbang/language"
import { type Column, EvaluationTables, type Rows } from "@timbang/source-files"
import { Array, Effect } from "effect"
import type { CommandFailed } from "../Exit.ts"
import * as EvaluationCheck from "./EvaluationCheck.ts"
import * as EvaluationFolder from "./EvaluationFolder.ts"
import * as SelectionRates from "./SelectionRates.ts"
import * as Training from "./Training.ts"

// --- models ---

/** What an evaluation is asked for with. */
export interface Asked {
  readonly tables: EvaluationFolder.Round
  readonly selection: Selection.Selection
  readonly round: string
  readonly agency: string
  readonly on: Day.Day
  readonly standing: Standing.Standing
  readonly basis: Adjustment.Basis
  readonly fewest: number
  readonly lang: Sentences.Language
}

/** The evaluation, and how many protected groups are too small to be in it. */
export interface Made {
  readonly evaluation: Evaluation.Evaluation
  readonly hidden: number
}

// --- operations ---

/** Evaluates what was read, once tables and selection fit together. */
export const run: (asked: Asked) => Effect.Effect<Made, CommandFailed> = Effect.fn("EvaluationRun.run")(function*(asked: Asked) {
  const { agency, basis, fewest, lang, on, round: name, selection, standing, tables } = asked
  const words = Outputs.phrases(lang)
  const places = EvaluationCheck.places(tables, selection)
  const staffing = staffingOf(asked, places)
  const fulfilment = NeedFulfilment.judge(staffing, outcomesOf(asked, staffing))
  const { gaps, plans } = yield* Training.judge({ tables: tables.after, cells: fulfilment.cells, on, lang })
  const protectedGroups = SelectionRates.ofCounts(
    cellsOf(tables.after.groups).map(({ applicants, group, grouping, selected }) => ({ grouping: grouping!, group: group!, selected: selected!, applicants: applicants! })),
    fewest
  )
  const fairness = [...SelectionRates.ofSelection(selection, places.map(({ unit }) => unit), words), ...protectedGroups.fairness]
  const { exams, validity } = validityOf(asked)
  const evaluation: Evaluation.Evaluation = {
    round: name,
    agency,
    on,
    standing,
    fulfilment,
    ...(validity === undefined ? {} : { validity }),
    ...(exams.length === 0 ? {} : { examValidity: exams }),
    ...(fairness.length === 0 ? {} : { fairness }),
    ...(gaps.length === 0 ? {} : { training: { gaps, ...(plans.length === 0 ? {} : { plans }) } }),
    report: reportOf(asked, staffing),
    adjustments: Adjustment.derive({
      round: name,
      basis,
      fulfilment,
      gaps,
      drivers: cellsOf(tables.before.drivers).map(({ indicator, jobFamily, unit }) => ({ unit: unit!, jobFamily: jobFamily!, indicator: indicator! })),
      evidence: `evaluation.json, ${name}, ${on}`
    })
  }
  const made: Made = { evaluation, hidden: protectedGroups.hidden }
  return made
})

const cellsOf = <C extends Column.Columns>({ rows }: EvaluationFolder.Found<C>): ReadonlyArray<Rows.Row<C>["cells"]> => rows.map(({ cells }) => cells)

/** Staff and requirement of every cell, with the posts that the selection opened and filled there. */
const staffingOf = ({ selection, tables }: Asked, places: ReadonlyArray<EvaluationCheck.Place>): ReadonlyArray<NeedFulfilment.Staffing> => {
  const { keyOf } = EvaluationCheck
  const { cohort, formations, seat } = selection
  const [opened, filled] = [new Map<string, number>(), new Map<string, number>()]
  const count = (of: Map<string, number>, key: string, more: number) => void of.set(key, (of.get(key) ?? 0) + more)
  formations.forEach(({ seats }, at) => count(opened, keyOf(places[at]!), seats))
  for (let i = 0; i < cohort.size; i++) if ((seat[i] ?? -1) >= 0) count(filled, keyOf(places[seat[i]!]!), 1)

  const byCell = <C extends Column.Columns>(found: EvaluationFolder.Found<C>) => new Map(cellsOf(found).map((row) => [keyOf(row), row]))
  const [was, needed, is, needs] = [byCell(tables.before.staffing), byCell(tables.before.need), byCell(tables.after.staffing), byCell(tables.after.need)] as const
  return [...was].map(([key, { jobFamily, staff, unit }]): NeedFulfilment.Staffing => ({
    unit: unit!,
    jobFamily: jobFamily!,
    requiredBefore: EvaluationFolder.fraction(EvaluationTables.before.need.required, needed.get(key)!.required!),
    requiredAfter: EvaluationFolder.fraction(EvaluationTables.after.need.required, needs.get(key)!.required!),
    staffBefore: staff!,
    staffAfter: is.get(key)!.staff!,
    opened: opened.get(key) ?? 0,
    filled: filled.get(key) ?? 0,
    left: is.get(key)!.left ?? 0
  }))
}

/** Each indicator: units where recruits arrived beside units where none did. */
const outcomesOf = ({ tables: { after, before } }: Asked, staffing: ReadonlyArray<NeedFulfilment.Staffing>): ReadonlyArray<NeedFulfilment.Outcome> => {
  const columns = EvaluationTables.before.services
  const arrived = staffing.filter(({ filled }) => filled > 0)
  const isTreated = (unit: string, jobFamily: string | undefined) =>
    arrived.some((cell) => cell.unit === unit && (jobFamily === undefined || cell.jobFamily === jobFamily))
  const observed = (found: EvaluationFolder.Found<typeof columns>, isAfter: boolean) =>
    cellsOf(found).map(({ better, indicator, jobFamily, outcome, unit }) => ({
      indicator: indicator!,
      better: better!,
      seen: { cluster: unit!, isTreated: isTreated(unit!, jobFamily), isAfter, outcome: EvaluationFolder.number(columns.outcome, outcome!) }
    }))
  const [first, last] = [observed(before.services, false), observed(after.services, true)]
  const earlier = observed(before["services-earlier"], false)
  const [known] = cellsOf(after.known)
  return Object.entries(Array.groupBy([...first, ...last], ({ indicator }) => indicator)).map(([indicator, rows]): NeedFulfilment.Outcome => {
    const observations = rows.map(({ seen }) => seen)
    const past = earlier.filter((row) => row.indicator === indicator).map(({ seen }) => seen)
    return {
      indicator,
      better: rows[0]!.better,
      estimate: DifferenceInDifferences.estimate(observations),
      threats: Threat.check(observations, {
        ...(past.length === 0 ? {} : {
          earlier: [...past, ...observations.filter(({ isAfter }) => !isAfter).map((one) => ({ ...one, isAfter: true }))]
        }),
        ...(known?.staffMoved === undefined ? {} : { staffMoved: known.staffMoved }),
        ...(known?.hadAnotherChange === undefined ? {} : { hadAnotherChange: known.hadAnotherChange === "ya" }),
        ...(known?.wasMeasuredOtherwise === undefined ? {} : { wasMeasuredOtherwise: known.wasMeasuredOtherwise === "ya" })
      })
    }
  })
}

/**
 * Scores of those who have a seat, joined to their later performance: the final score, on which people were selected, and each exam,
 * which is corrected for having been selected on the final score.
 */
const validityOf = ({ selection, tables: { after } }: Asked): {
  readonly validity: Evaluation.Evaluation["validity"]
  readonly exams: NonNullable<Evaluation.Evaluation["examValidity"]>
} => {
  const columns = EvaluationTables.after.recruits
  const recruits = cellsOf(after.recruits)
  const [known] = cellsOf(after.known)
  const { cohort, final, formations, plan, ruleSet, seat, values } = selection
  const finalScores = values[ruleSet.ranking.final]
  if (recruits.length === 0 || finalScores === undefined || final === undefined) return { validity: undefined, exams: [] }
  const later = new Map(recruits.map(({ participant, performance }) => [participant!, EvaluationFolder.number(columns.performance, performance!)]))
  const rows = globalThis.Array.from({ length: cohort.size }, (_, i) => i)
  const seated = rows.filter((i) => seat[i]! >= 0)
  const ranked = rows.filter((i) => final.rank[i]! > 0)
  const scoreOf = (id: string) => {
    const scale = 10 ** (plan.scales[id]?.decimals ?? 0)
    return (i: number) => values[id]![i]! / scale
  }
  const spread = (id: string) => {
    const scores = ranked.map(scoreOf(id))
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1)
    return scores.length > 1 && variance > 0 ? Math.sqrt(variance) : undefined
  }
  const { performanceReliability, scoreReliability } = EvaluationTables.after.known
  const reliability = {
    ...(known?.performanceReliability === undefined ? {} : { performance: EvaluationFolder.number(performanceReliability, known.performanceReliability) }),
    ...(known?.scoreReliability === undefined ? {} : { score: EvaluationFolder.number(scoreReliability, known.scoreReliability) })
  }
  const study = (id: string) => {
    const isFinal = id === ruleSet.ranking.final
    const [score, selectedOn] = [scoreOf(id), scoreOf(ruleSet.ranking.final)]
    const pairs = seated.flatMap((i) => {
      const performance = later.get(cohort.participant[i]!)
      return performance === undefined ? [] : [{ score: score(i), performance, stratum: formations[seat[i]!]!.position, ...(isFinal ? {} : { selectedOn: selectedOn(i) }) }]
    })
    const deviation = spread(ruleSet.ranking.final)
    return SelectionValidity.study({
      pairs,
      withoutPerformance: seated.length - pairs.length,
      ...(deviation === undefined ? {} : isFinal ? { applicantsDeviation: deviation } : { applicantsDeviationSelectedOn: deviation }),
      ...(isFinal && Object.keys(reliability).length > 0 ? { reliabilities: reliability } : {})
    })
  }
  const exams = RuleSet.examTotals(ruleSet).filter(({ total }) => values[total] !== undefined && total !== ruleSet.ranking.final)
  return { validity: study(ruleSet.ranking.final), exams: exams.map(({ exam, total }) => ({ exam, validity: study(total) })) }
}

/** How the round went: seats by kind of need from the selection, the rest from the tables that are there. */
const reportOf = ({ round, selection, tables: { after } }: Asked, staffing: ReadonlyArray<NeedFulfilment.Staffing>): RoundReport.Report => {
  const { cohort, formations, seat } = selection
  const stages = cellsOf(after.stages)
  const costs = cellsOf(after.costs)
  const spending = cellsOf(after.spending)
  const [receipts] = cellsOf(after.receipts)
  const objections = cellsOf(after.objections)
  const trust = cellsOf(after.trust)
  const seats = new Map<string, { opened: number; filled: number }>()
  for (const { category, seats: open } of formations) {
    const kind = seats.get(category) ?? { opened: 0, filled: 0 }
    seats.set(category, { ...kind, opened: kind.opened + open })
  }
  for (let i = 0; i < cohort.size; i++) if ((seat[i] ?? -1) >= 0) seats.get(formations[seat[i]!]!.category)!.filled++
  const resigned = staffing.reduce((sum, { left }) => sum + left, 0)
  const kinds = [...seats].sort(([a], [b]) => (a < b ? -1 : 1))
  const spent = (when: "before" | "after") => spending.filter((row) => row.when === when)
    .map(({ personnel, total, year }) => ({ year: year!, personnel: BigInt(personnel!), total: BigInt(total!) }))[0]
  const [spendingBefore, spendingAfter] = [spent("before"), spent("after")]
  return RoundReport.make({
    round,
    stages: stages.map(({ from, plannedUntil, stage, until }) => ({
      stage: stage!,
      from: from!,
      ...EvaluationFolder.dayAs("until", until),
      ...EvaluationFolder.dayAs("plannedUntil", plannedUntil)
    })),
    // The tables say how many recruits left by cell, not by kind of need: they stand with the only kind, or with all together.
    seats: kinds.length === 1 || resigned === 0
      ? kinds.map(([group, kind]) => ({ group, ...kind, resigned }))
      : [{ group: kinds.map(([group]) => group).join(", "), opened: sumOf(kinds, "opened"), filled: sumOf(kinds, "filled"), resigned }],
    costs: costs.map(({ kind, rupiah }) => ({ kind: kind!, rupiah: BigInt(rupiah!) })),
    ...(spendingBefore === undefined ? {} : { spendingBefore }),
    ...(spendingAfter === undefined ? {} : { spendingAfter }),
    receipts: { issued: receipts?.issued ?? 0, verified: receipts?.verified ?? 0 },
    objections: objections.map(({ accepted, answered, due, filed }) => ({
      filed: filed!,
      due: due!,
      ...EvaluationFolder.dayAs("answered", answered),
      ...(accepted === undefined ? {} : { isAccepted: accepted === "ya" })
    })),
    trust: trust.map(({ agree, answered, asked, question }) => ({ question: question!, agree: agree!, answered: answered!, asked: asked! }))
  })
}

const sumOf = (kinds: ReadonlyArray<readonly [string, { readonly opened: number; readonly filled: number }]>, field: "opened" | "filled"): number =>
  kinds.reduce((sum, [, kind]) => sum + kind[field], 0)
