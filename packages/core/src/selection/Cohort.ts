/**
 * The participants of a round as columns: one typed array for each thing known about them.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { Formation } from "../formation/Formation.ts"
import type { ScoreScale } from "../input/Fault.ts"
import * as Day from "../law/Day.ts"
import * as Scaled from "../number/Scaled.ts"
import type { ExamComponent } from "./ExamComponent.ts"
import type { RuleSet } from "./RuleSet.ts"
import type { Entitlement } from "./ScoreStep.ts"

// --- models ---

/**
 * Stands for an absent number in a column of scores, grade averages or ranks.
 *
 * @category models
 * @since 0.1.0
 */
export const absent = -1

/**
 * Stands for an absent day in a column of days.
 *
 * @category models
 * @since 0.1.0
 */
export const absentDay = -2_147_483_648

/**
 * Stands for an absent priority class.
 *
 * @category models
 * @since 0.1.0
 */
export const absentClass = 255

/**
 * Participants as columns of equal length; row `i` of every column is the same person.
 *
 * **Gotchas**
 *
 * The columns are trusted: {@link fromRows} or a reader has checked ranges, steps and duplicates. The order of rows
 * carries no meaning.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cohort {
  readonly size: number
  /** Participant numbers or pseudonyms; no two are alike. */
  readonly participant: ReadonlyArray<string>
  /** Position of the participant's formation in the list of formations. */
  readonly formation: Int32Array
  /** Scores by component, in units of the component's last decimal; {@link absent} where there is none. */
  readonly scores: Readonly<Record<string, Int32Array>>
  /** Unit: thousandths of a grade point; {@link absent} where unknown. */
  readonly gradeAverage?: Int32Array
  /** Unit: days since 1970-01-01; {@link absentDay} where unknown. */
  readonly birthDay?: Int32Array
  /** Position in the rule set's order of classes, best is 0; {@link absentClass} where unknown. */
  readonly priorityClass?: Uint8Array
  /** Bit `b` is set when the participant holds entitlement `b` of {@link entitlementsOf}. */
  readonly entitlements?: Uint32Array
}

/**
 * One participant as a small host writes it down. Scores are decimal numerals or numbers.
 *
 * @category models
 * @since 0.1.0
 */
export interface Row {
  readonly participant: string
  readonly formation: string
  readonly scores: Readonly<Record<string, number | string | undefined>>
  readonly gpa?: number | string
  readonly birthDate?: Day.Day
  readonly priorityClass?: string
  readonly entitlements?: ReadonlyArray<string>
}

// --- errors ---

/**
 * What is wrong with a row.
 *
 * @category errors
 * @since 0.1.0
 */
export type RowProblem =
  | "participant-empty"
  | "participant-duplicate"
  | "formation-unknown"
  | "score-not-a-number"
  | "score-out-of-range"
  | "score-off-step"
  | "component-unknown"
  | "grade-average-not-a-number"
  | "birth-date-not-a-day"
  | "class-unknown"
  | "entitlement-unknown"

/**
 * One faulty cell of a row. `row` counts from 1. A birth date is never repeated.
 *
 * @category errors
 * @since 0.1.0
 */
export interface RowFault {
  readonly row: number
  readonly column: string
  readonly problem: RowProblem
  readonly found: string
  /** What is accepted, such as `0 to 175 in steps of 5`; empty where the rules have nothing to accept. */
  readonly accepted: string
  /** The same of a score, as data. */
  readonly scale?: ScoreScale
}

/**
 * Rows on which no decision can be made; all faults at once.
 *
 * @category errors
 * @since 0.1.0
 */
export class RowsRefused extends Data.TaggedError("RowsRefused")<{ readonly faults: ReadonlyArray<RowFault> }> {
  override get message(): string {
    const lines = this.faults.slice(0, 20).map(({ accepted, column, found, problem, row }) =>
      `row ${row}, ${column}: ${problem}, found ${JSON.stringify(found)}; ${accepted === "" ? "leave it out, the rules have none" : `give ${accepted}`}`
    )
    const more = this.faults.length > 20 ? [`and ${this.faults.length - 20} more`] : []
    return [`${this.faults.length} cells cannot be used`, ...lines, ...more].join("\n")
  }
}

// --- constructors ---

/**
 * Makes a cohort of rows, or lists every cell that cannot be used.
 *
 * **Example** (One participant; one score off its step)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort } from "@timbang/core/selection"
 * const source = { instrument: "KepmenPANRB 321/2024", confidence: "seen-in-several" } as const
 * const twk = { id: "twk", title: "", exam: "skd", minimum: 0, maximum: { _tag: "Known", value: 150, source }, decimals: 0, step: 5, source } as const
 * const formation = { formation: "F1", position: "", education: "", location: "", category: "umum", seats: 1 }
 * const rules = { components: [twk], steps: [], ranking: {} }
 * const made = Cohort.fromRows(rules, [formation], [{ participant: "24-1", formation: "F1", scores: { twk: 65 } }])
 * Result.getOrThrow(made).scores["twk"] // => Int32Array.of(65)
 * Result.isFailure(Cohort.fromRows(rules, [formation], [{ participant: "24-1", formation: "F1", scores: { twk: 66 } }])) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const fromRows = (
  ruleSet: Pick<RuleSet, "components" | "steps"> & { readonly ranking: Pick<RuleSet["ranking"], "classes"> },
  formations: ReadonlyArray<Formation>,
  rows: ReadonlyArray<Row>
): Result.Result<Cohort, RowsRefused> => {
  const faults: Array<RowFault> = []
  const position = new Map(formations.map(({ formation }, index) => [formation, index]))
  const entitlements = entitlementsOf(ruleSet)
  const classes = ruleSet.ranking.classes?.order.map(({ id }) => id) ?? []
  const seen = new Set<string>()
  const cohort = {
    size: rows.length,
    participant: rows.map(({ participant }) => participant),
    formation: new Int32Array(rows.length),
    scores: Object.fromEntries(ruleSet.components.map(({ id }) => [id, new Int32Array(rows.length).fill(absent)])),
    gradeAverage: new Int32Array(rows.length).fill(absent),
    birthDay: new Int32Array(rows.length).fill(absentDay),
    priorityClass: new Uint8Array(rows.length).fill(absentClass),
    entitlements: new Uint32Array(rows.length)
  }
  rows.forEach((row, i) => {
    const refuse = (column: string, problem: RowProblem, found: unknown, accepted: string, scale?: ScoreScale) => {
      faults.push({ row: i + 1, column, problem, found: String(found), accepted, ...(scale === undefined ? {} : { scale }) })
    }
    if (row.participant === "") refuse("participant", "participant-empty", "", "a participant number")
    if (seen.has(row.participant)) refuse("participant", "participant-duplicate", row.participant, "each number once")
    seen.add(row.participant)
    const cell = position.get(row.formation)
    if (cell === undefined) refuse("formation", "formation-unknown", row.formation, "a formation of the list")
    else cohort.formation[i] = cell
    for (const id of Object.keys(row.scores)) {
      if (!(id in cohort.scores)) refuse(id, "component-unknown", id, ruleSet.components.map((known) => known.id).join(", "))
    }
    for (const component of ruleSet.components) {
      const found = row.scores[component.id]
      if (found === undefined || found === "") continue
      const score = readScore(component, String(found))
      if (typeof score === "string") refuse(component.id, score, found, acceptedScores(component), scaleOf(component))
      else cohort.scores[component.id]![i] = score
    }
    if (row.gpa !== undefined) {
      const average = Scaled.parse(String(row.gpa), 3)
      if (Result.isFailure(average) || average.success < 0) {
        refuse("gpa", "grade-average-not-a-number", row.gpa, "a number of 0 or more with at most 3 decimals")
      } else cohort.gradeAverage[i] = average.success
    }
    if (row.birthDate !== undefined) {
      if (Day.isDay(row.birthDate)) cohort.birthDay[i] = Day.toNumber(row.birthDate)
      else refuse("birthDate", "birth-date-not-a-day", shapeOf(row.birthDate), "YYYY-MM-DD")
    }
    if (row.priorityClass !== undefined) {
      const at = classes.indexOf(row.priorityClass)
      if (at === -1) refuse("priorityClass", "class-unknown", row.priorityClass, classes.join(", "))
      else cohort.priorityClass[i] = at
    }
    for (const held of row.entitlements ?? []) {
      const at = entitlements.findIndex(({ id }) => id === held)
      if (at === -1) refuse("entitlements", "entitlement-unknown", held, entitlements.map(({ id }) => id).join(", "))
      else cohort.entitlements[i]! |= 1 << at
    }
  })
  return faults.length === 0 ? Result.succeed(cohort) : Result.fail(new RowsRefused({ faults }))
}

// --- operations ---

/**
 * Reads one score of a component, or names what is wrong with it.
 *
 * **Example** (A score between two steps)
 *
 * ```ts
 * import { Cohort } from "@timbang/core/selection"
 * const source = { instrument: "KepmenPANRB 321/2024", confidence: "seen-in-several" } as const
 * const twk = { minimum: 0, maximum: { _tag: "Known", value: 150, source }, decimals: 0, step: 5 } as const
 * Cohort.readScore(twk, "65") // => 65
 * Cohort.readScore(twk, "66") // => "score-off-step"
 * Cohort.readScore(twk, "155") // => "score-out-of-range"
 * ```
 *
 * @category parsing
 * @since 0.1.0
 */
export const readScore = (
  component: Pick<ExamComponent, "minimum" | "maximum" | "decimals" | "step">,
  text: string
): number | Extract<RowProblem, `score-${string}`> => {
  const read = Scaled.parse(text, component.decimals)
  if (Result.isFailure(read)) return "score-not-a-number"
  const perPoint = 10 ** component.decimals
  const score = read.success
  const maximum = component.maximum._tag === "Known" ? component.maximum.value * perPoint : Infinity
  if (score < component.minimum * perPoint || score > maximum) return "score-out-of-range"
  return (score - component.minimum * perPoint) % component.step === 0 ? score : "score-off-step"
}

/**
 * The entitlements of a rule set's additions; their positions are the bits of {@link Cohort.entitlements}.
 *
 * **Example** (A rule set without additions)
 *
 * ```ts
 * import { Cohort } from "@timbang/core/selection"
 * Cohort.entitlementsOf({ steps: [] }) // => []
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const entitlementsOf = ({ steps }: Pick<RuleSet, "steps">): ReadonlyArray<Entitlement> =>
  steps.flatMap((step) => step._tag === "Addition" ? step.entitlements : [])

/**
 * The scores a component accepts, in words for an error message.
 *
 * **Example** (A component in steps of five)
 *
 * ```ts
 * import { Cohort } from "@timbang/core/selection"
 * const source = { instrument: "KepmenPANRB 321/2024", confidence: "seen-in-several" } as const
 * Cohort.acceptedScores({ minimum: 0, maximum: { _tag: "Known", value: 150, source }, decimals: 0, step: 5 }) // => "0 to 150 in steps of 5"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const acceptedScores = (component: Pick<ExamComponent, "minimum" | "maximum" | "decimals" | "step">): string => {
  const { maximum = "a maximum not known", minimum, step } = scaleOf(component)
  return `${minimum} to ${maximum} in steps of ${step}`
}

/**
 * The scores a component accepts, as data.
 *
 * **Example** (A component with three decimals)
 *
 * ```ts
 * import { Cohort, Specimen } from "@timbang/core/selection"
 * Cohort.scaleOf(Specimen.ruleSet.components[2]!) // => { minimum: 0, maximum: 100, step: "0.001" }
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const scaleOf = (
  { decimals, maximum, minimum, step }: Pick<ExamComponent, "minimum" | "maximum" | "decimals" | "step">
): ScoreScale => ({
  minimum,
  maximum: maximum._tag === "Known" ? maximum.value : undefined,
  step: decimals === 0 ? String(step) : Scaled.format(step, decimals)
})

const shapeOf = (text: string): string => text.replace(/\p{L}/gu, "a").replace(/\p{N}/gu, "9").slice(0, 20)
