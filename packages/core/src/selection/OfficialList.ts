/**
 * Recomputes an official list row by row and says where it and the rules part.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import type { Formation } from "../formation/Formation.ts"
import { exclusionsOf, isFillingCode, outcomesOf } from "./internal/printedCodes.ts"
import { comparing, type Compared } from "./internal/printedPlaces.ts"
import { stepChecks } from "./internal/printedSteps.ts"
import * as Cohort from "./Cohort.ts"
import type { Event } from "./Event.ts"
import type { RuleSet } from "./RuleSet.ts"
import * as Selection from "./Selection.ts"

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
  /** The score of the order, where it is printed beside the step that is it. In units of its last decimal. */
  readonly final?: number
  readonly rank?: number
  /** Code as printed, such as `P/L`. */
  readonly code?: string
  /** What parted the row from the one above, as result files print it; see {@link LastList.decidedBy}. */
  readonly decidedBy?: string
}

/**
 * A cell as a list describes it; its seats are told apart, because not every list prints them.
 *
 * @category models
 * @since 0.1.0
 */
export type DescribedCell = Omit<Formation, "seats">

/**
 * The seats that a list prints for a cell.
 *
 * @category models
 * @since 0.1.0
 */
export interface PrintedSeats {
  readonly formation: string
  readonly seats: number
}

/**
 * What the host's own records say about a participant. Values are components alone, in units of their last decimal.
 *
 * @category models
 * @since 0.1.0
 */
export interface Recorded extends Pick<OfficialRow, "participant" | "values" | "gradeAverage" | "birthDay" | "priorityClass"> {
  readonly formation?: string
  /** Bits as in {@link Cohort.Cohort.entitlements}; left out where the records tell of none. */
  readonly entitlements?: number
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
 * Whether outcomes and ranks were recomputed: for every formation, for all but some, or not at all, and why not.
 *
 * @category models
 * @since 0.1.0
 */
export type Outcomes =
  | { readonly _tag: "Recomputed" }
  | { readonly _tag: "RecomputedInPart"; readonly without: ReadonlyArray<string>; readonly because: ReadonlyArray<string> }
  | { readonly _tag: "NotRecomputed"; readonly because: ReadonlyArray<string> }

/**
 * The findings of a whole list.
 *
 * @category models
 * @since 0.1.0
 */
export interface OfficialCheck {
  /** One for each row, in the order of the list. */
  readonly findings: ReadonlyArray<Finding>
  readonly outcomes: Outcomes
  /** Formations whose seats were taken from the number of selected rows, because no list of formations gave them. */
  readonly seatsAssumed: ReadonlyArray<string>
  /** Formations for which the list prints other seats than the list of formations, which are the ones counted with. */
  readonly seatsDiffer: ReadonlyArray<{ readonly formation: string; readonly official: number; readonly given: number }>
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
 * taken as given for the steps after it and reported as not checked. Where the host's own records are given, every printed
 * component is held against them, and they stand in for what the list does not print, such as birth dates. Exclusions
 * (absent, disqualified, withdrawn, ineligible, eliminated) are read off the codes and taken as facts. Outcomes and ranks are
 * recomputed for the formations in which nobody lacks a component; for all or none where empty seats were filled across
 * formations. A tie that nothing printed settles, such as one of age on a list without birth dates, leaves rank, code and rung
 * of its people open for want of that, as long as what is printed is one way to settle it. So do additions that the records
 * tell nothing of: a printed score that some of them would make is not checked, for want of the entitlements.
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
export const check = ({ described = [], events = [], formations, printedSeats = [], records, rows, ruleSet, stage = "final" }: {
  readonly ruleSet: RuleSet
  readonly rows: ReadonlyArray<OfficialRow>
  /**
   * Cells with their seats; a cell that is missing gets the seats that the list prints, or without them as many as the list has
   * selected rows.
   */
  readonly formations: ReadonlyArray<Formation>
  /** Cells that the list itself describes, by which those missing from the formations are made. */
  readonly described?: ReadonlyArray<DescribedCell>
  readonly printedSeats?: ReadonlyArray<PrintedSeats>
  /** The host's own records of everybody. */
  readonly records?: ReadonlyArray<Recorded>
  readonly stage?: string
  /** Recorded events, such as a letter that settled a tie. Exclusions of people whom none of them names are read off the codes. */
  readonly events?: ReadonlyArray<Event>
}): OfficialCheck => {
  const printed = new Map(printedSeats.map(({ formation, seats }) => [formation, seats]))
  const { assumed, cells } = completeCells(ruleSet, formations, { described, printed, rows })
  const recorded = new Map(records?.map((record) => [record.participant, record]))
  const steps = stepChecks(ruleSet, cells, rows, stage)
  const stepsOf = rows.map((row) => steps(row, recorded.get(row.participant)))
  const outcome = recompute(ruleSet, cells, rows.map((row, at) => completed(row, recorded.get(row.participant), stepsOf[at]!.entitlements)), { assumed, events, stage })
  const findings = rows.map((row, at): Finding => {
    const { checked, differences, notChecked } = stepsOf[at]!
    const all = [...differences]
    const done = [...checked]
    const left = [...notChecked]
    const place = outcome.placeOf(row)
    if (place === undefined) {
      for (const step of ["rank", "code", "decidedBy"] as const) if (row[step] !== undefined) left.push({ step, missing: outcome.because })
    } else {
      all.push(...place.differences)
      done.push(...place.checked)
      left.push(...place.notChecked)
    }
    const [first, ...rest] = all
    if (first !== undefined) return { _tag: "Differs", ...first, alsoDiffers: rest.map(({ step }) => step) }
    if (done.length === 0) return { _tag: "NotCheckable", because: [...new Set(left.flatMap(({ missing }) => missing))] }
    return { _tag: "Equal", checked: done, notChecked: left }
  })
  const listed = new Set(rows.map(({ participant }) => participant))
  return {
    findings,
    outcomes: outcome.outcomes,
    seatsAssumed: assumed,
    seatsDiffer: formations.flatMap(({ formation, seats }) => {
      const official = printed.get(formation)
      return official === undefined || official === seats ? [] : [{ formation, official, given: seats }]
    }),
    missingFromList: (records ?? []).map(({ participant }) => participant).filter((participant) => !listed.has(participant)),
    missingFromRecords: records === undefined ? [] : rows.map(({ participant }) => participant).filter((participant) => !recorded.has(participant))
  }
}

/** A row with what holds for it. */
interface Completed extends OfficialRow {
  readonly entitlements: number
}

/** A row with what the records say where they say something: components are taken from the records, not from the list. */
const completed = (row: OfficialRow, record: Recorded | undefined, entitlements: number): Completed => {
  if (record === undefined) return { ...row, entitlements }
  const { birthDay = row.birthDay, gradeAverage = row.gradeAverage, priorityClass = row.priorityClass } = record
  return {
    ...row,
    entitlements,
    values: { ...row.values, ...record.values },
    ...(birthDay === undefined ? {} : { birthDay }),
    ...(gradeAverage === undefined ? {} : { gradeAverage }),
    ...(priorityClass === undefined ? {} : { priorityClass })
  }
}

const completeCells = (
  ruleSet: RuleSet,
  formations: ReadonlyArray<Formation>,
  { described, printed, rows }: {
    readonly described: ReadonlyArray<DescribedCell>
    readonly printed: ReadonlyMap<string, number>
    readonly rows: ReadonlyArray<OfficialRow>
  }
) => {
  const given = new Set(formations.map(({ formation }) => formation))
  const descriptions = new Map(described.map((cell) => [cell.formation, cell]))
  const general = ruleSet.categories.find((category) => category.general)?.id ?? ""
  const missing = [...new Set(rows.map(({ formation }) => formation))].filter((formation) => !given.has(formation))
  const seatsOf = new Map<string, number>()
  for (const row of rows) {
    if (row.code !== undefined && outcomesOf(ruleSet, row.code).includes("selected")) seatsOf.set(row.formation, (seatsOf.get(row.formation) ?? 0) + 1)
  }
  const cells = [
    ...formations,
    ...missing.map((formation): Formation => ({
      formation,
      position: formation,
      education: "",
      location: "",
      category: general,
      ...descriptions.get(formation),
      seats: printed.get(formation) ?? seatsOf.get(formation) ?? 0
    }))
  ]
  return { assumed: missing.filter((formation) => !printed.has(formation)), cells }
}

interface Recomputed {
  readonly outcomes: Outcomes
  readonly because: ReadonlyArray<string>
  /** The printed place of a row beside the recomputed one, where there is one. */
  readonly placeOf: (row: OfficialRow) => Compared | undefined
}

/** Runs the selection over the list's own components, with the exclusions that its codes record. */
const recompute = (
  ruleSet: RuleSet,
  cells: ReadonlyArray<Formation>,
  rows: ReadonlyArray<Completed>,
  { assumed, events, stage }: { readonly assumed: ReadonlyArray<string>; readonly events: ReadonlyArray<Event>; readonly stage: string }
): Recomputed => {
  // A list without a code of filling was made before the empty seats were filled.
  const isFilled = rows.some(({ code }) => code !== undefined && isFillingCode(ruleSet, code))
  const run = (formations: ReadonlyArray<Formation>): Result.Result<Selection.Selection, Selection.SelectionError> => {
    const given = new Set(formations.map(({ formation }) => formation))
    const own = rows.filter(({ formation }) => given.has(formation))
    const people = new Set(own.map(({ participant }) => participant))
    const told = new Set(events.flatMap((event) => "participant" in event ? [event.participant] : []))
    const facts = [...events, ...exclusionsOf(ruleSet, own).filter((event) => !("participant" in event && told.has(event.participant)))].filter((event) => !("participant" in event) || people.has(event.participant))
    return Selection.run(ruleSet, formations, cohortOf(ruleSet, formations, own), facts, {
      stage,
      standing: { _tag: "uji-silang" },
      filling: { isRun: isFilled }
    })
  }
  const formationOf = new Map(rows.map(({ formation, participant }) => [participant, formation]))
  const without = new Set<string>()
  const because = new Set<string>()
  for (;;) {
    const made = run(without.size === 0 ? cells : cells.filter(({ formation }) => !without.has(formation)))
    if (Result.isSuccess(made)) {
      const placeOf = comparing(made.success, rows, assumed)
      if (without.size === 0) return { outcomes: { _tag: "Recomputed" }, because: [], placeOf }
      const reasons = [...because]
      if (made.success.cohort.size > 0) return { outcomes: { _tag: "RecomputedInPart", without: [...without], because: reasons }, because: reasons, placeOf }
    } else whyNot(made.failure).forEach((reason) => because.add(reason))
    // Formations in which somebody lacks a score are left out; filling across formations is recomputed whole or not at all.
    const lacking = Result.isFailure(made) && made.failure._tag === "ScoresMissing" && !isFilled
      ? made.failure.missing.flatMap(({ participants }) => participants.map((participant) => formationOf.get(participant)!))
      : []
    if (lacking.length === 0) {
      const reasons = [...because]
      return { outcomes: { _tag: "NotRecomputed", because: reasons }, because: reasons, placeOf: () => undefined }
    }
    lacking.forEach((formation) => without.add(formation))
  }
}

const cohortOf = (ruleSet: RuleSet, cells: ReadonlyArray<Formation>, rows: ReadonlyArray<Completed>): Cohort.Cohort => {
  const position = new Map(cells.map(({ formation }, index) => [formation, index]))
  const classes = ruleSet.ranking.classes?.order.map(({ id }) => id) ?? []
  return {
    size: rows.length,
    participant: rows.map(({ participant }) => participant),
    formation: Int32Array.from(rows, ({ formation }) => position.get(formation)!),
    scores: Object.fromEntries(ruleSet.components.map(({ id }) => [id, Int32Array.from(rows, ({ values }) => values[id] ?? Cohort.absent)])),
    gradeAverage: Int32Array.from(rows, ({ gradeAverage }) => gradeAverage ?? Cohort.absent),
    entitlements: Uint32Array.from(rows, ({ entitlements }) => entitlements),
    birthDay: Int32Array.from(rows, ({ birthDay }) => birthDay ?? Cohort.absentDay),
    priorityClass: Uint8Array.from(rows, ({ priorityClass }) => {
      const at = priorityClass === undefined ? -1 : classes.indexOf(priorityClass)
      return at === -1 ? Cohort.absentClass : at
    })
  }
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
