/**
 * Evaluates a round from the tables of two folders and the selection between them.
 *
 * @since 0.1.0
 */
import { Adjustment, DifferenceInDifferences, type Evaluation, NeedFulfilment, RoundReport, SelectionValidity, Threat } from "@timbang/core/evaluation"
import type { Day, Standing } from "@timbang/core/law"
import { RuleSet, type Selection } from "@timbang/core/selection"
import { Outputs, type Sentences } from "@timbang/language"
import { EvaluationTables } from "@timbang/source-files"
import type { Fault } from "@timbang/core/input"
import { Array, Effect } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as EvaluationFolder from "./EvaluationFolder.ts"
import * as SelectionRates from "./SelectionRates.ts"
import * as Training from "./Training.ts"

// --- models ---

/** What an evaluation is asked for with. */
export interface Asked {
  readonly before: string
  readonly after: string
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

/** Reads the tables and evaluates. */
export const run: (asked: Asked) => Effect.Effect<Made, CommandFailed | Fault.InputRefused> = Effect.fn("EvaluationRun.run")(function*(asked: Asked) {
  const { after, agency, basis, before, fewest, lang, on, round, selection, standing } = asked
  const words = Outputs.phrases(lang)
  const places = yield* placesOf(asked)
  const staffing = yield* staffingOf(asked, places)
  const outcomes = yield* outcomesOf(asked, staffing)
  const fulfilment = NeedFulfilment.judge(staffing, outcomes)
  const { gaps, plans } = yield* Training.judge({ after, cells: fulfilment.cells, on, lang })
  const counts = yield* EvaluationFolder.optional(after, "groups", EvaluationTables.after.groups, { key: ["grouping", "group"], atMost: [["selected", "applicants"]] })
  const protectedGroups = SelectionRates.ofCounts(
    counts.map(({ applicants, group, grouping, selected }) => ({ grouping: grouping!, group: group!, selected: selected!, applicants: applicants! })),
    fewest
  )
  const fairness = [...SelectionRates.ofSelection(selection, places.map(({ unit }) => unit), words), ...protectedGroups.fairness]
  const { exams, validity } = yield* validityOf(asked)
  const drivers = yield* EvaluationFolder.optional(before, "drivers", EvaluationTables.before.drivers)
  const evaluation: Evaluation.Evaluation = {
    round,
    agency,
    on,
    standing,
    fulfilment,
    ...(validity === undefined ? {} : { validity }),
    ...(exams.length === 0 ? {} : { examValidity: exams }),
    ...(fairness.length === 0 ? {} : { fairness }),
    ...(gaps.length === 0 ? {} : { training: { gaps, ...(plans.length === 0 ? {} : { plans }) } }),
    report: yield* reportOf(asked, staffing),
    adjustments: Adjustment.derive({
      round,
      basis,
      fulfilment,
      gaps,
      drivers: drivers.map(({ indicator, jobFamily, unit }) => ({ unit: unit!, jobFamily: jobFamily!, indicator: indicator! })),
      evidence: `evaluation.json, ${round}, ${on}`
    })
  }
  const made: Made = { evaluation, hidden: protectedGroups.hidden }
  return made
})

const keyOf = ({ jobFamily, unit }: { readonly unit?: string | undefined; readonly jobFamily?: string | undefined }): string =>
  JSON.stringify([unit, jobFamily])

/** The unit and job family of each formation: those of `cells`, else its location and position. */
const placesOf = Effect.fn("EvaluationRun.placesOf")(function*({ before, selection }: Asked) {
  const rows = yield* EvaluationFolder.optional(before, "cells", EvaluationTables.before.cells, { key: ["formation"] })
  const cells = new Map(rows.map(({ formation, jobFamily, unit }) => [formation!, { unit: unit!, jobFamily: jobFamily! }]))
  return selection.formations.map(({ formation, location, position }) => cells.get(formation) ?? { unit: location, jobFamily: position })
})

/** Staff and requirement of every cell, with the posts that the selection opened and filled there. */
const staffingOf = Effect.fn("EvaluationRun.staffingOf")(function*(
  { after, before, lang, selection }: Asked,
  places: ReadonlyArray<{ readonly unit: string; readonly jobFamily: string }>
) {
  const tables = EvaluationTables
  const [staffBefore, needBefore] = [yield* EvaluationFolder.needed(before, "staffing", tables.before.staffing, lang, { key: ["unit", "jobFamily"] }), yield* EvaluationFolder.needed(before, "need", tables.before.need, lang, { key: ["unit", "jobFamily"] })]
  const [staffAfter, needAfter] = [yield* EvaluationFolder.needed(after, "staffing", tables.after.staffing, lang, { key: ["unit", "jobFamily"] }), yield* EvaluationFolder.needed(after, "need", tables.after.need, lang, { key: ["unit", "jobFamily"] })]
  const { cohort, formations, seat } = selection
  const [opened, filled] = [new Map<string, number>(), new Map<string, number>()]
  const count = (of: Map<string, number>, key: string, more: number) => void of.set(key, (of.get(key) ?? 0) + more)
  formations.forEach(({ seats }, at) => count(opened, keyOf(places[at]!), seats))
  for (let i = 0; i < cohort.size; i++) if ((seat[i] ?? -1) >= 0) count(filled, keyOf(places[seat[i]!]!), 1)

  const byCell = <A extends { readonly unit?: string | undefined; readonly jobFamily?: string | undefined }>(rows: ReadonlyArray<A>) =>
    new Map(rows.map((row) => [keyOf(row), row]))
  const [was, needed, is, needs] = [byCell(staffBefore), byCell(needBefore), byCell(staffAfter), byCell(needAfter)] as const
  const keys = new Set([...was.keys(), ...needed.keys(), ...is.keys(), ...needs.keys(), ...opened.keys()])
  const lines = [...keys].filter((key) => ![was, needed, is, needs].every((table) => table.has(key))).sort()
  if (lines.length > 0) {
    return yield* Effect.fail(new CommandFailed({
      code: codes.refused,
      lines: lines.map((key) => {
        const [unit, jobFamily] = JSON.parse(key) as [string, string]
        return Outputs.phrases(lang).cellWithoutNeed(unit, jobFamily)
      })
    }))
  }
  return [...keys].map((key): NeedFulfilment.Staffing => {
    const [unit, jobFamily] = JSON.parse(key) as [string, string]
    return {
      unit,
      jobFamily,
      requiredBefore: EvaluationFolder.fraction(tables.before.need.required, needed.get(key)!.required!),
      requiredAfter: EvaluationFolder.fraction(tables.after.need.required, needs.get(key)!.required!),
      staffBefore: was.get(key)!.staff!,
      staffAfter: is.get(key)!.staff!,
      opened: opened.get(key) ?? 0,
      filled: filled.get(key) ?? 0,
      left: is.get(key)!.left ?? 0
    }
  })
})

/** Each indicator: units where recruits arrived beside units where none did. */
const outcomesOf = Effect.fn("EvaluationRun.outcomesOf")(function*({ after, before }: Asked, staffing: ReadonlyArray<NeedFulfilment.Staffing>) {
  const columns = EvaluationTables.before.services
  const arrived = staffing.filter(({ filled }) => filled > 0)
  const isTreated = (unit: string, jobFamily: string | undefined) =>
    arrived.some((cell) => cell.unit === unit && (jobFamily === undefined || cell.jobFamily === jobFamily))
  const read = (folder: string, name: string, isAfter: boolean) =>
    Effect.map(EvaluationFolder.optional(folder, name, columns), (rows) =>
      rows.map(({ better, indicator, jobFamily, outcome, unit }) => ({
        indicator: indicator!,
        better: better!,
        seen: { cluster: unit!, isTreated: isTreated(unit!, jobFamily), isAfter, outcome: EvaluationFolder.number(columns.outcome, outcome!) }
      })))
  const [first, last] = [yield* read(before, "services", false), yield* read(after, "services", true)]
  const earlier = yield* read(before, "services-earlier", false)
  const [known] = yield* EvaluationFolder.optional(after, "known", EvaluationTables.after.known, { key: [] })
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
})

/**
 * Scores of those who have a seat, joined to their later performance: the final score, on which people were selected, and each exam,
 * which is corrected for having been selected on the final score.
 */
const validityOf = Effect.fn("EvaluationRun.validityOf")(function*({ after, selection }: Asked) {
  const columns = EvaluationTables.after.recruits
  const recruits = yield* EvaluationFolder.optional(after, "recruits", columns, { key: ["participant"] })
  const [known] = yield* EvaluationFolder.optional(after, "known", EvaluationTables.after.known, { key: [] })
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
})

/** How the round went: seats by kind of need from the selection, the rest from the tables that are there. */
const reportOf = Effect.fn("EvaluationRun.reportOf")(function*({ after, round, selection }: Asked, staffing: ReadonlyArray<NeedFulfilment.Staffing>) {
  const tables = EvaluationTables.after
  const { cohort, formations, seat } = selection
  const stages = yield* EvaluationFolder.optional(after, "stages", tables.stages, { key: ["stage"], notBefore: [["until", "from"], ["plannedUntil", "from"]] })
  const costs = yield* EvaluationFolder.optional(after, "costs", tables.costs)
  const spending = yield* EvaluationFolder.optional(after, "spending", tables.spending, { key: ["when"], atMost: [["personnel", "total"]] })
  const [receipts] = yield* EvaluationFolder.optional(after, "receipts", tables.receipts, { key: [], atMost: [["verified", "issued"]] })
  const objections = yield* EvaluationFolder.optional(after, "objections", tables.objections, { notBefore: [["due", "filed"], ["answered", "filed"]] })
  const trust = yield* EvaluationFolder.optional(after, "trust", tables.trust, { key: ["question"], atMost: [["agree", "answered"], ["answered", "asked"]] })
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
})

const sumOf = (kinds: ReadonlyArray<readonly [string, { readonly opened: number; readonly filled: number }]>, field: "opened" | "filled"): number =>
  kinds.reduce((sum, [, kind]) => sum + kind[field], 0)
