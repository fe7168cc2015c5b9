/**
 * What commands print of a survey, of appraisals and of an evaluation: headings, and the facts beside a number.
 *
 * @since 0.1.0
 */
import type { Evaluation, TrainingPlan } from "@timbang/core/evaluation"
import type { ComplaintContrast } from "@timbang/core/performance"
import { english } from "./outputs.en.ts"
import { indonesian } from "./outputs.id.ts"
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * The phrases of what commands print.
 *
 * @category models
 * @since 0.1.0
 */
export interface Phrases {
  readonly element: string
  /** The name of an element of a form, from its code and its name in the regulation. */
  readonly elementName: (form: "2017" | "2004", code: string, official: string) => string
  readonly name: string
  readonly mean: string
  readonly class: string
  readonly probability: string
  readonly allServices: string
  readonly predicate: string
  readonly outcome: string
  readonly agreement: string
  readonly interval: string
  readonly pendingPeople: (people: number) => string
  readonly people: string
  readonly region: string
  readonly kindOfNeed: string
  readonly position: string
  readonly standardError: (error: string) => string
  readonly noStandardError: string
  readonly weighted: (mean: string, error: string, effective: string) => string
  readonly partlyAnswered: (partial: number, blank: number) => string
  readonly sample: (wanted: number, population: number, source: string, respondents: number) => string
  readonly straightLiners: (count: number, of: number) => string
  readonly nonResponse: (rate: string, lowest: string, highest: string) => string
  readonly fewerThanRespondents: (respondents: number) => string
  readonly unanswered: (elements: ReadonlyArray<string>) => string
  readonly usersDiffer: (users: number, margins: string) => string
  readonly tooManyCells: (most: number) => string
  readonly noResult: (writers: string) => string
  readonly notAResult: (because: "not-json" | "not-an-object" | "other-format" | "other-version" | "no-content" | "parts-missing", found: string, writers: string) => string
  readonly pendingUnits: (units: number, fewest: number) => string
  readonly unverifiedWords: (words: ReadonlyArray<string>, citation: string) => string
  readonly notWithin: (folder: string, group: string) => string
  readonly service: string
  readonly inSurvey: string
  readonly inComplaints: string
  readonly reading: string
  readonly complaintShare: string
  readonly sides: Readonly<Record<ComplaintContrast.Side, string>>
  readonly readings: Readonly<Record<ComplaintContrast.Contrast["reading"], string>>
  readonly withoutSurvey: (services: ReadonlyArray<string>) => string
  readonly outsideFunnel: (services: ReadonlyArray<string>) => string
  readonly hidden: (groups: number, fewest: number) => string
  readonly notCompared: (most: number) => string
  readonly tooMany: (grouping: string, most: number) => string
  readonly open: (people: number) => string
  readonly recap: (equal: number, different: number, notCheckable: number) => string
  readonly spread: Readonly<Record<"as-usual" | "departs" | "too-small" | "no-expectation" | "nobody", (unit: string, organisation: string) => string>>
  readonly noFinal: (stage: string) => string
  readonly hiddenGroups: (groups: number, fewest: number) => string
  readonly fileMissing: (template: string) => string
  readonly tableTwice: (paths: ReadonlyArray<string>) => string
  readonly tableUnknown: (path: string, known: string) => string
  readonly placesMissing: (formations: ReadonlyArray<string>, tables: ReadonlyArray<string>, cells: string) => string
  readonly summary: (evaluation: Pick<Evaluation.Evaluation, "round" | "agency">, verdict: string, lackingBefore: string, lackingAfter: string) => string
  readonly adjustments: (count: number) => string
  readonly notInForce: (law: string, day: string, from: string | undefined, until?: string) => string
  readonly trainingPlan: Readonly<Record<TrainingPlan.Allowance["is"], (staff: string | undefined, hours: number, years: number, law: string) => string>>
  readonly looked: (groups: ReadonlyArray<string>) => string
}

// --- operations ---

/**
 * The phrases of a language.
 *
 * **Example** (A heading)
 *
 * ```ts
 * import { Outputs } from "@timbang/language"
 * Outputs.phrases("id").element // => "unsur"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const phrases = (language: Language): Phrases => (language === "id" ? indonesian : english)
