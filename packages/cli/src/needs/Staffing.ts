/**
 * The need of people of every position of a workload file, by its norm and the law of a day.
 *
 * @since 0.1.0
 */
import { type Day, LegalSource, Parameter } from "@timbang/core/law"
import { HealthWorkload, TeacherNeed, Wisn, Workload } from "@timbang/core/needs"
import { Fraction, type Rounding } from "@timbang/core/number"
import { type Sentences, Workloads } from "@timbang/language"
import { WorkloadLaw } from "@timbang/regulations"
import type { WorkloadFile } from "@timbang/source-files"
import { Result } from "effect"
import type { Grid } from "../Grid.ts"

// --- models ---

/** The need of one position. */
export interface Staffed {
  readonly entry: WorkloadFile.PositionWork
  readonly exact: Fraction.Fraction
  /** Unit: people. The smaller number where arithmetic cannot decide; then `note` says so. */
  readonly people: number
  readonly tasks: ReadonlyArray<{ readonly name: string; readonly people: Fraction.Fraction; readonly notCounted?: string }>
  readonly note: string
}

/** The numbers of the law that were used. */
export interface Law {
  readonly workingTime: number
  readonly used: ReadonlyArray<{ readonly name: string; readonly localName?: string; readonly source: LegalSource.LegalSource }>
  readonly need: (work: WorkloadFile.Work, lang: Sentences.Language) => Result.Result<Omit<Staffed, "entry">, Workloads.Problem>
  readonly classes: { readonly halfOpen: ReadonlyArray<Workload.Grade>; readonly twoDecimals: ReadonlyArray<Workload.Grade> }
}

/** What a host sets itself. */
export interface Options {
  /** Unit: minutes a year, in place of the law's. */
  readonly workingTime: number | undefined
  /** Weeks a year of allowances: 52, or the available days divided by this many days a week. */
  readonly daysPerWeek: number | undefined
  /** How a need becomes people, in place of the law's way. */
  readonly rounding?: Rounding.Rounding | undefined
  /** ABK-Kes: how a standard workload is rounded before work is divided by it; not at all when absent. */
  readonly standardRounding?: Rounding.Rounding | undefined
}

// --- operations ---

/** The law of a day for a norm. */
export const lawOn = (norm: WorkloadFile.Norm, day: Day.Day, options: Options): Result.Result<Law, Parameter.NotInForce> =>
  Result.gen(function* () {
    const isHealth = norm === "abk-kes"
    const time = yield* Parameter.at(isHealth ? WorkloadLaw.healthWorkingTime : WorkloadLaw.effectiveWorkingTime, day)
    const rounding = yield* Parameter.at(WorkloadLaw.needRounding, day)
    const steps = yield* Parameter.at(WorkloadLaw.wisnSteps, day)
    const weeks = yield* Parameter.at(WorkloadLaw.weeksPerYear, day)
    const load = yield* Parameter.at(WorkloadLaw.teachingLoad, day)
    const classes = yield* Parameter.at(WorkloadLaw.efficiencyClasses, day)
    const own = options.workingTime
    const workingTime = own ?? time.value
    const timed = [used(isHealth ? WorkloadLaw.healthWorkingTime : WorkloadLaw.effectiveWorkingTime, time)]
    const rounded = options.rounding === undefined ? [used(WorkloadLaw.needRounding, rounding)] : []
    const howRounded = options.rounding ?? rounding.value
    const usedBy: Readonly<Record<WorkloadFile.Norm, Law["used"]>> = {
      abk: [...(own === undefined ? timed : []), ...rounded],
      "abk-kes": [...(own === undefined ? timed : []), ...rounded],
      wisn: [used(WorkloadLaw.wisnSteps, steps), used(WorkloadLaw.weeksPerYear, weeks)],
      teachers: [used(WorkloadLaw.teachingLoad, load)]
    }
    const weeksPerYear = options.daysPerWeek === undefined ? weeks.value : ({ _tag: "available-days", daysPerWeek: options.daysPerWeek } as const)
    const plain = (need: Workload.Need, lang: Sentences.Language) => ({
      exact: need.exact,
      people: need.people,
      tasks: need.rows,
      note: need.mergeWithAnother ? Workloads.mergeWithAnother(lang) : ""
    })
    return {
      workingTime,
      used: [...usedBy[norm], used(WorkloadLaw.efficiencyClasses, classes)],
      classes: classes.value,
      need: (work, lang) => {
        switch (work._tag) {
          case "abk":
            return Result.map(Workload.need(work.method, work.tasks, { rounding: howRounded, workingTime }), (need) => plain(need, lang))
          case "abk-kes":
            return Result.map(
              HealthWorkload.need(work.tasks, work.support, { availableTime: workingTime, rounding: howRounded, ...(options.standardRounding === undefined ? {} : { standardRounding: options.standardRounding }) }),
              (need) => plain(need, lang)
            )
          case "wisn":
            return Result.map(Wisn.need(work.cadre, { weeksPerYear, steps: steps.value }), ({ activities, people, required }) => ({
              exact: required,
              people,
              tasks: activities.map(({ name, staff }) => ({ name, people: staff })),
              note: ""
            }))
          case "teachers":
            return Result.map(TeacherNeed.ofSubject(work.grades, load.value), (need) => ({
              exact: need.exact,
              people: need._tag === "Decided" ? need.people : need.down,
              tasks: [],
              note: need._tag === "Decided" ? "" : Workloads.undecidable(need, lang)
            }))
        }
      }
    }
  })

/** One row for each position: need exact and in people, gap, and EJ with its class by both readings of the limits. */
export const needGrid = (staffed: ReadonlyArray<Staffed>, { classes }: Law, lang: Sentences.Language): Grid => ({
  name: "workload",
  figures: ["exact", "efficiency"],
  headers: ["unit", "position", "grade", "jobFamily", "exact", "need", "onHand", "gap", "efficiency", "class", "classTwoDecimals", "note"],
  rows: staffed.map(({ entry, exact, note, people }) => {
    const onHand = entry.onHand
    const halfOpen = onHand === undefined ? undefined : Workload.efficiency(exact, onHand, classes.halfOpen)
    const twoDecimals = onHand === undefined ? undefined : Workload.efficiency(exact, onHand, classes.twoDecimals, 2)
    return [
      entry.unit,
      entry.position,
      entry.grade === 0 ? "" : entry.grade,
      entry.jobFamily,
      decimal(exact),
      people,
      onHand ?? "",
      onHand === undefined ? "" : people - onHand,
      halfOpen === undefined ? "" : decimal(halfOpen.ratio),
      halfOpen?.grade ?? "",
      twoDecimals?.grade ?? "",
      [note, halfOpen?.overload === true ? Workloads.overload(lang) : ""].filter((one) => one !== "").join("; ")
    ]
  })
})

/** One row for each task, with its part of the need as an exact fraction. */
export const tasksGrid = (staffed: ReadonlyArray<Staffed>): Grid => ({
  name: "tasks",
  figures: ["people"],
  headers: ["unit", "position", "task", "people", "exact", "notCounted"],
  rows: staffed.flatMap(({ entry, tasks }) =>
    tasks.map(({ name, notCounted = "", people }) => [entry.unit, entry.position, name, decimal(people), Fraction.format(people), notCounted]))
})

/** To four decimals, halves up. */
const decimal = (exact: Fraction.Fraction): string => {
  const digits = Fraction.round(exact, 4, "half-up").toString().padStart(5, "0")
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`
}

const used = <A>({ localName, name }: Parameter.Parameter<A>, { source }: Parameter.Entry<A>): Law["used"][number] =>
  ({ name, ...(localName === undefined ? {} : { localName }), source })
