/**
 * Where training is needed, and a plan for each kind of staff within the hours that its law gives a year.
 *
 * @since 0.1.0
 */
import { type NeedFulfilment, TrainingGap, TrainingPlan } from "@timbang/core/evaluation"
import { type Day, LegalSource } from "@timbang/core/law"
import { Outputs, type Sentences } from "@timbang/language"
import { TrainingHours } from "@timbang/regulations"
import { EvaluationTables, Sheet } from "@timbang/source-files"
import { Array, Effect, Result } from "effect"
import type { CommandFailed } from "../Exit.ts"
import * as LawInForce from "../LawInForce.ts"
import * as EvaluationFolder from "./EvaluationFolder.ts"

// --- models ---

/** What training is judged from. */
export interface Asked {
  readonly tables: Pick<EvaluationFolder.Round["after"], "competences" | "courses" | "means">
  readonly cells: NeedFulfilment.Fulfilment["cells"]
  readonly on: Day.Day
  readonly lang: Sentences.Language
}

/** Competences with their judgements, and the plans. */
export interface Judged {
  readonly gaps: ReadonlyArray<TrainingGap.Gap>
  readonly plans: ReadonlyArray<TrainingPlan.StaffPlan>
}

// --- operations ---

/** Competences judged, and their plans; without courses there is no plan. */
export const judge: (asked: Asked) => Effect.Effect<Judged, CommandFailed> = Effect.fn("Training.judge")(function*({ cells, lang, on, tables: { competences, courses, means: equipment } }: Asked) {
  const tables = EvaluationTables.after
  const equipped = equipment.rows.map((row) => row.cells)
  const { number } = EvaluationFolder
  const groups = Object.values(Array.groupBy(competences.rows.map((row) => row.cells), keyOf))
  const gaps = TrainingGap.find(
    groups.map((rows) => ({
      unit: rows[0]!.unit!,
      jobFamily: rows[0]!.jobFamily!,
      competence: rows[0]!.competence!,
      ratings: rows.map(({ rating }) => number(tables.competences.rating, rating!)),
      standard: number(tables.competences.standard, rows[0]!.standard!)
    })),
    cells.map(({ gapAfter, jobFamily, unit }) => {
      const means = equipped.filter((row) => row.unit === unit && row.jobFamily === jobFamily)
      return {
        unit,
        jobFamily,
        peopleLacking: gapAfter,
        ...(means.length === 0 ? {} : {
          means: { ratings: means.map(({ rating }) => number(tables.means.rating, rating!)), standard: number(tables.means.standard, means[0]!.standard!) }
        })
      }
    })
  )
  const catalogue = courses.rows.map(({ cells: { competence, course, hours } }) => ({ competence: competence!, course: course!, hours: hours! }))
  const plans: Array<TrainingPlan.StaffPlan> = []
  for (const staff of catalogue.length === 0 ? [] : kinds) {
    const own = gaps.flatMap((gap, at): ReadonlyArray<TrainingGap.Gap> => {
      const people = groups[at]!.filter(({ status }) => status === staff).length
      return people === 0 ? [] : [{ ...gap, people }]
    })
    if (own.length === 0) continue
    const { allowance, sources } = yield* allowanceOf(staff, on, lang)
    // Hours are whole and above zero: the columns and the law see to it.
    plans.push({ ...(staff === undefined ? {} : { staff }), plan: Result.getOrThrow(TrainingPlan.make(own, catalogue, allowance)), sources })
  }
  return { gaps, plans }
})

/** What the summary says of each plan that holds a course: people by the hours, and the law that sets these. */
export const said = (plans: ReadonlyArray<TrainingPlan.StaffPlan>, lang: Sentences.Language): ReadonlyArray<string> =>
  plans.flatMap(({ plan: { allowance, sessions, years }, sources, staff }) =>
    sessions.length === 0 ? [] : [Outputs.phrases(lang).trainingPlan[allowance.is](staff, allowance.hours, years, sources.map(LegalSource.cite).join("; "))])

/** The plans as one table: a row for each part of a course in a year. */
export const sheet = (plans: ReadonlyArray<TrainingPlan.StaffPlan>): Sheet.Sheet => {
  const rows = plans.flatMap(({ plan: { sessions }, staff }) => sessions.map((session) => ({ ...session, staff: staff ?? "" })))
  const column = (header: keyof (typeof rows)[number]) => Sheet.text(header, rows.map((row) => String(row[header])))
  return {
    name: "training-plan",
    size: rows.length,
    columns: (["unit", "jobFamily", "staff", "year", "competence", "course", "hours", "people"] as const).map(column)
  }
}

/** Kinds of staff with limits of their own; the last are those whose status the ratings do not say. */
const kinds = [...EvaluationTables.after.competences.status.values, undefined]

/** Hours a year of a kind of staff. Where it is not said, the fewer of both: under the ceiling of one and never past the floor of the other. */
const allowanceOf = Effect.fn("Training.allowanceOf")(function*(staff: (typeof kinds)[number], on: Day.Day, lang: Sentences.Language) {
  const of = (parameter: typeof TrainingHours.permanent) => LawInForce.at(parameter, on, lang)
  if (staff !== undefined) {
    const { source, value } = yield* of(staff === "PPPK" ? TrainingHours.contract : TrainingHours.permanent)
    return { allowance: value, sources: [source] }
  }
  const [permanent, contract] = [yield* of(TrainingHours.permanent), yield* of(TrainingHours.contract)]
  const allowance: TrainingPlan.Allowance = { hours: Math.min(permanent.value.hours, contract.value.hours), is: "ceiling" }
  return { allowance, sources: [permanent.source, contract.source] }
})

const keyOf = ({ competence, jobFamily, unit }: { readonly unit?: string | undefined; readonly jobFamily?: string | undefined; readonly competence?: string | undefined }): string =>
  JSON.stringify([unit, jobFamily, competence])
