/**
 * Recomputes an official list row by row and says where it and the rules part.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import type { Formation } from "../formation/Formation.ts"
import * as Cohort from "./Cohort.ts"
import * as Comparison from "./Comparison.ts"
import type { Event } from "./Event.ts"
import * as FinalScore from "./FinalScore.ts"
import * as Outcome from "./Outcome.ts"
import * as Plan from "./Plan.ts"
import type { RuleSet } from "./RuleSet.ts"
import * as Selection from "./Selection.ts"
import { plainly } from "./Spelling.ts"

// --- models ---

/**
 * One row of an official list. Everything but the participant and the formation may be missing.
 *
 * @category models
 * @since 0.1.0
 */
export interface OfficialRow {
  readonly participant: string
  readonly formation: string
  /** Components and steps as printed, in units of their last decimal. */
  readonly values: Readonly<Record<string, number>>
  /** Unit: thousandths of a grade point. */
  readonly gradeAverage?: number
  /** Unit: days since 1970-01-01. */
  readonly birthDay?: number
  readonly priorityClass?: string
  readonly rank?: number
  /** Code as printed, such as `P/L`. */
  readonly code?: string
}

/**
 * What the check found about one row.
 *
 * - `Equal`: all that is printed and can be recomputed is the same.
 * - `Differs`: at `step`, the first in the order of the procedure; both amounts in units of its last decimal, or codes.
 * - `NotCheckable`: nothing that is printed could be recomputed, because of what is missing.
 *
 * @category models
 * @since 0.1.0
 */
export type Finding =
  | { readonly _tag: "Equal"; readonly checked: ReadonlyArray<string>; readonly notChecked: ReadonlyArray<NotChecked> }
  | {
    readonly _tag: "Differs"
    readonly step: string
    readonly official: string
    readonly recomputed: string
    /** Every further step that differs. */
    readonly alsoDiffers: ReadonlyArray<string>
  }
  | { readonly _tag: "NotCheckable"; readonly because: ReadonlyArray<string> }

/**
 * A printed value that could not be recomputed, and what is missing for it.
 *
 * @category models
 * @since 0.1.0
 */
export interface NotChecked {
  readonly step: string
  readonly missing: ReadonlyArray<string>
}

/**
 * The findings of a whole list.
 *
 * @category models
 * @since 0.1.0
 */
export interface OfficialCheck {
  /** One for each row, in the order of the list. */
  readonly findings: ReadonlyArray<Finding>
  /** Whether outcomes and ranks were recomputed, or why not. */
  readonly outcomes: { readonly _tag: "Recomputed" } | { readonly _tag: "NotRecomputed"; readonly because: ReadonlyArray<string> }
  /** Formations whose seats were taken from the number of selected rows, because no list of formations gave them. */
  readonly seatsAssumed: ReadonlyArray<string>
  /** Participants of the host's own records that the list does not have, and the other way round. */
  readonly missingFromList: ReadonlyArray<string>
  readonly missingFromRecords: ReadonlyArray<string>
}

// --- operations ---

/**
 * Checks an official list against a rule set.
 *
 * **Details**
 *
 * Every printed step is recomputed from what stands before it; where its inputs are not printed, the printed value is
 * taken as given for the steps after it and reported as not checked. Exclusions (absent, disqualified, withdrawn,
 * ineligible, eliminated) are read off the codes and taken as facts. Outcomes and ranks are recomputed when every ranked
 * row has its components.
 *
 * **Example** (A final score that someone raised)
 *
 * ```ts
 * import { OfficialList, Specimen } from "@timbang/core/selection"
 * const row = (participant: string, practice: number, final: number, code: string) => ({ participant, formation: "F1", values: { knowledge: 198, attitude: 200, practice, final }, code })
 * const checked = OfficialList.check({ ruleSet: Specimen.ruleSet, formations: [Specimen.formation], rows: [row("24-1", 51000, 59546, "not selected"), row("24-2", 70800, 81426, "selected")] })
 * checked.findings[0]?._tag // => "Equal"
 * checked.findings[1] // => { _tag: "Differs", step: "final", official: "81426", recomputed: "71426", alsoDiffers: [] }
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = ({ events = [], formations, known, rows, ruleSet, stage = "final" }: {
  readonly ruleSet: RuleSet
  readonly rows: ReadonlyArray<OfficialRow>
  /** Cells with their seats; a cell that is missing gets as many seats as the list has selected rows. */
  readonly formations: ReadonlyArray<Formation>
  /** Participant numbers of the host's own records. */
  readonly known?: ReadonlyArray<string>
  readonly stage?: string
  readonly events?: ReadonlyArray<Event>
}): OfficialCheck => {
  const { assumed, cells } = completeCells(ruleSet, formations, rows)
  const steps = stepChecks(ruleSet, cells, rows, stage)
  const outcome = recompute(ruleSet, cells, rows, stage, events)
  const findings = rows.map((row): Finding => {
    const { checked, differences, notChecked } = steps(row)
    const all = [...differences]
    const done = [...checked]
    const left = [...notChecked]
    if (row.rank !== undefined || row.code !== undefined) {
      if (outcome._tag === "NotRecomputed") {
        for (const step of ["rank", "code"] as const) if (row[step] !== undefined) left.push({ step, missing: outcome.because })
      } else {
        const position = outcome.positionOf(row.participant)
        if (row.rank !== undefined) {
          if (position.rank === row.rank) done.push("rank")
          else all.push({ step: "rank", official: String(row.rank), recomputed: String(position.rank ?? "–") })
        }
        if (row.code !== undefined) {
          if (meansSame(ruleSet, row.code, position)) done.push("code")
          else if (isFillingCode(ruleSet, row.code) && assumed.length > 0) left.push({ step: "code", missing: ["seats"] })
          else all.push({ step: "code", official: row.code, recomputed: position.code })
        }
      }
    }
    const [first, ...rest] = all
    if (first !== undefined) return { _tag: "Differs", ...first, alsoDiffers: rest.map(({ step }) => step) }
    if (done.length === 0) return { _tag: "NotCheckable", because: [...new Set(left.flatMap(({ missing }) => missing))] }
    return { _tag: "Equal", checked: done, notChecked: left }
  })
  const listed = new Set(rows.map(({ participant }) => participant))
  const recorded = new Set(known ?? [])
  return {
    findings,
    outcomes: outcome._tag === "Recomputed" ? { _tag: "Recomputed" } : outcome,
    seatsAssumed: assumed,
    missingFromList: (known ?? []).filter((participant) => !listed.has(participant)),
    missingFromRecords: known === undefined ? [] : rows.map(({ participant }) => participant).filter((participant) => !recorded.has(participant))
  }
}

interface Difference {
  readonly step: string
  readonly official: string
  readonly recomputed: string
}

const completeCells = (ruleSet: RuleSet, formations: ReadonlyArray<Formation>, rows: ReadonlyArray<OfficialRow>) => {
  const given = new Set(formations.map(({ formation }) => formation))
  const general = ruleSet.categories.find((category) => category.general)?.id ?? ""
  const assumed = [...new Set(rows.map(({ formation }) => formation))].filter((formation) => !given.has(formation))
  const seatsOf = new Map<string, number>()
  for (const row of rows) {
    if (row.code !== undefined && outcomesOf(ruleSet, row.code).includes("selected")) seatsOf.set(row.formation, (seatsOf.get(row.formation) ?? 0) + 1)
  }
  const cells = [
    ...formations,
    ...assumed.map((formation): Formation => ({
      formation,
      position: formation,
      education: "",
      location: "",
      category: general,
      seats: seatsOf.get(formation) ?? 0
    }))
  ]
  return { assumed, cells }
}

/** Recomputes the printed steps of a row from what is printed before them. */
const stepChecks = (ruleSet: RuleSet, cells: ReadonlyArray<Formation>, rows: ReadonlyArray<OfficialRow>, stage: string) => {
  const plan = Plan.compile({ ...ruleSet, thresholds: { ...ruleSet.thresholds, groups: withoutMinimums(ruleSet) } }, cells, stage)
  const printed = new Set(rows.flatMap(({ values }) => Object.keys(values)))
  return (row: OfficialRow): {
    readonly checked: ReadonlyArray<string>
    readonly notChecked: ReadonlyArray<NotChecked>
    readonly differences: ReadonlyArray<Difference>
  } => {
    const checked: Array<string> = []
    const notChecked: Array<NotChecked> = []
    const differences: Array<Difference> = []
    if (Result.isFailure(plan)) return { checked, differences, notChecked: [{ step: "steps", missing: [plan.failure._tag] }] }
    const values: Record<string, number> = {}
    for (const { id } of ruleSet.components) if (row.values[id] !== undefined) values[id] = row.values[id]
    for (const computation of plan.success.computations) {
      const { id, inputs } = computation
      const official = row.values[id]
      const missing = inputs.filter((input) => values[input] === undefined)
      if (missing.length > 0) {
        if (official !== undefined) {
          values[id] = official
          notChecked.push({ step: id, missing })
        }
        continue
      }
      const recomputed = FinalScore.evaluateOne({ computations: [computation], scales: plan.success.scales }, pick(values, inputs), 0)[id]!
      values[id] = recomputed
      if (official === undefined || !printed.has(id)) continue
      if (official === recomputed) checked.push(id)
      else {
        differences.push({ step: id, official: String(official), recomputed: String(recomputed) })
        values[id] = recomputed
      }
    }
    return { checked, notChecked, differences }
  }
}

const withoutMinimums = (ruleSet: RuleSet) => ruleSet.thresholds.groups.map((group) => ({ ...group, minimums: [] }))

const pick = (values: Readonly<Record<string, number>>, ids: ReadonlyArray<string>): Readonly<Record<string, number>> =>
  Object.fromEntries(ids.map((id) => [id, values[id]!]))

type Recomputed =
  | { readonly _tag: "Recomputed"; readonly positionOf: (participant: string) => Comparison.Position }
  | { readonly _tag: "NotRecomputed"; readonly because: ReadonlyArray<string> }

/** Runs the selection over the list's own components, with the exclusions that its codes record. */
const recompute = (
  ruleSet: RuleSet,
  cells: ReadonlyArray<Formation>,
  rows: ReadonlyArray<OfficialRow>,
  stage: string,
  events: ReadonlyArray<Event>
): Recomputed => {
  const position = new Map(cells.map(({ formation }, index) => [formation, index]))
  const classes = ruleSet.ranking.classes?.order.map(({ id }) => id) ?? []
  const cohort: Cohort.Cohort = {
    size: rows.length,
    participant: rows.map(({ participant }) => participant),
    formation: Int32Array.from(rows, ({ formation }) => position.get(formation)!),
    scores: Object.fromEntries(ruleSet.components.map(({ id }) => [id, Int32Array.from(rows, ({ values }) => values[id] ?? Cohort.absent)])),
    gradeAverage: Int32Array.from(rows, ({ gradeAverage }) => gradeAverage ?? Cohort.absent),
    birthDay: Int32Array.from(rows, ({ birthDay }) => birthDay ?? Cohort.absentDay),
    priorityClass: Uint8Array.from(rows, ({ priorityClass }) => {
      const at = priorityClass === undefined ? -1 : classes.indexOf(priorityClass)
      return at === -1 ? Cohort.absentClass : at
    })
  }
  const made = Selection.run(ruleSet, cells, cohort, [...events, ...exclusionsOf(ruleSet, rows)], {
    stage,
    standing: { _tag: "uji-silang" },
    // A list without a code of filling was made before the empty seats were filled.
    filling: { isRun: rows.some(({ code }) => code !== undefined && isFillingCode(ruleSet, code)) }
  })
  if (Result.isFailure(made)) return { _tag: "NotRecomputed", because: whyNot(made.failure) }
  const row = new Map(cohort.participant.map((participant, index) => [participant, index]))
  return { _tag: "Recomputed", positionOf: (participant) => Comparison.positionOf(made.success, row.get(participant)!) }
}

const whyNot = (failure: Selection.SelectionError): ReadonlyArray<string> => {
  switch (failure._tag) {
    case "ScoresMissing":
      return failure.missing.map(({ component }) => component)
    case "ClassMissing":
      return ["priorityClass"]
    case "NumbersUnknown":
      return failure.numbers.map(({ path }) => path)
    default:
      return [failure._tag]
  }
}

const excluding: ReadonlyArray<Outcome.Outcome> = ["absent", "absent-second", "disqualified", "ineligible", "withdrawn", "eliminated"]

/** What a printed code may mean. */
const outcomesOf = ({ codes }: RuleSet, code: string): ReadonlyArray<Outcome.Outcome> =>
  codes.filter((each) => isSpelling(each, code)).map(({ outcome }) => outcome)

/** A code with `{class}` in it stands for the code of any class. */
const isSpelling = (each: Outcome.OutcomeCode, code: string): boolean =>
  [each.code, ...each.aliases].some((spelling) => {
    const [before, after] = spelling.split("{class}")
    const plain = spell(code)
    return after === undefined
      ? spell(spelling) === plain
      : plain.startsWith(spell(before!)) && plain.endsWith(spell(after)) && plain.length > spell(spelling.replace("{class}", "")).length
  })

/** Codes are told apart by their strokes, so only case and blanks are passed over. */
const spell = (code: string): string => code.toUpperCase().replace(/\s+/g, "")

const isFillingCode = (ruleSet: RuleSet, code: string): boolean => outcomesOf(ruleSet, code).includes("selected-by-filling")

const meansSame = (ruleSet: RuleSet, code: string, position: Comparison.Position): boolean =>
  spell(position.code) === spell(code) || plainly(position.code) === plainly(code) ||
  ruleSet.codes.some((each) => each.outcome === position.outcome && isSpelling(each, code) &&
    (each.pass === undefined || spell(each.code) === spell(position.code)))

const exclusionsOf = (ruleSet: RuleSet, rows: ReadonlyArray<OfficialRow>): ReadonlyArray<Event> => {
  const exams = [...new Set(ruleSet.components.map(({ exam }) => exam))]
  const first = exams[0]!
  const second = exams[1] ?? first
  const firstComponents = ruleSet.components.filter(({ exam }) => exam === first).map(({ id }) => id)
  return rows.flatMap((row): ReadonlyArray<Event> => {
    if (row.code === undefined) return []
    const outcomes = outcomesOf(ruleSet, row.code)
    if (outcomes.length === 0 || !outcomes.every((outcome) => excluding.includes(outcome))) return []
    const hasFirst = firstComponents.every((id) => row.values[id] !== undefined)
    const about = { participant: row.participant, exam: hasFirst ? second : first, at: "0001-01-01" }
    // One code may stand for absence from either exam; the scores tell which.
    const outcome = outcomes.includes("absent") && outcomes.includes("absent-second") ? "absent" : outcomes[0]!
    switch (outcome) {
      case "absent":
      case "absent-second":
        return [{ _tag: "Absent", ...about }]
      case "disqualified":
        return [{ _tag: "Disqualified", ...about, reason: row.code }]
      case "ineligible":
        return [{ _tag: "Ineligible", ...about, requirement: row.code, reason: row.code }]
      case "withdrawn":
        return [{ _tag: "Withdrawn", ...about }]
      default:
        return [{ _tag: "Eliminated", ...about, test: row.code }]
    }
  })
}
