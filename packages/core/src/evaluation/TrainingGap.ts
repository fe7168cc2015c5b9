/**
 * Where is training needed? A competence is below its standard only when its whole interval is, and a lack of skill is
 * kept apart from a lack of people and a lack of means.
 *
 * @since 0.1.0
 */
import { Fraction, Interval, Undefined } from "../number/index.ts"

// --- models ---

/**
 * Ratings of one competence in one cell, one number for each person rated.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rated {
  readonly unit: string
  readonly jobFamily: string
  readonly competence: string
  /** One value for each person, in the unit of `standard`. Raters of one person are averaged first. */
  readonly ratings: ReadonlyArray<number>
  /** What the post requires, in the unit of the ratings. */
  readonly standard: number
}

/**
 * What the cell has beside skill.
 *
 * @category models
 * @since 0.1.0
 */
export interface Surroundings {
  readonly unit: string
  readonly jobFamily: string
  /** People lacking by the staffing need; 0 or less is none. Unit: people. Absent when not known. */
  readonly peopleLacking?: Fraction.Fraction
  /** Ratings of means: tools, room, medicine, network. One number for each respondent. Absent when not asked. */
  readonly means?: { readonly ratings: ReadonlyArray<number>; readonly standard: number }
}

/**
 * Whether something is below what is required: shown, shown not to be, or neither; `not-asked` when nobody asked.
 *
 * @category models
 * @since 0.1.0
 */
export type Judgement = "below" | "not-below" | "not-shown" | "not-asked"

/**
 * What to do about a competence.
 *
 * - `train`: skill is below, people and means are not.
 * - `train-and-recruit`, `train-and-equip`, `train-recruit-and-equip`: training alone will not close it.
 * - `recruit`, `equip`, `recruit-and-equip`: skill is not below; no training is proposed.
 * - `measure`: the interval holds the standard; rate more people before deciding.
 * - `nothing`: nothing is below.
 *
 * @category models
 * @since 0.1.0
 */
export type Advice =
  | "train"
  | "train-and-recruit"
  | "train-and-equip"
  | "train-recruit-and-equip"
  | "recruit"
  | "equip"
  | "recruit-and-equip"
  | "measure"
  | "nothing"

/**
 * One competence of one cell, judged.
 *
 * @category models
 * @since 0.1.0
 */
export interface Gap {
  readonly unit: string
  readonly jobFamily: string
  readonly competence: string
  /** Unit: people rated. */
  readonly people: number
  readonly standard: number
  readonly mean: number | Undefined.Undefined
  readonly interval: Interval.Interval | Undefined.Undefined
  readonly skill: Judgement
  readonly staffing: Judgement
  readonly means: Judgement
  readonly advice: Advice
}

// --- operations ---

/**
 * Judges every competence of every cell.
 *
 * **Details**
 *
 * Student's interval of the mean over people. `below`: its upper end is under the standard. `not-below`: its lower end is
 * at the standard or over it. Fewer than two people, or ratings without any spread, judge nothing: three equal marks from
 * one hand are no measurement of error.
 *
 * **Example** (Four people clearly below, where nobody is lacking)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { TrainingGap } from "@timbang/core/evaluation"
 * const rated = { unit: "kerinci", jobFamily: "nurse", competence: "triage", ratings: [2, 2.2, 1.9, 2.1], standard: 3 }
 * const around = { unit: "kerinci", jobFamily: "nurse", peopleLacking: Fraction.zero }
 * TrainingGap.find([rated], [around]).map(({ advice, means, skill }) => [skill, means, advice]) // => [["below", "not-asked", "train"]]
 * ```
 *
 * @category judging
 * @since 0.1.0
 */
export const find = (
  rated: ReadonlyArray<Rated>,
  surroundings: ReadonlyArray<Surroundings>,
  level = 0.95
): ReadonlyArray<Gap> =>
  rated.map(({ competence, jobFamily, ratings, standard, unit }) => {
    const around = surroundings.find((one) => one.unit === unit && one.jobFamily === jobFamily)
    const interval = Interval.mean(ratings, level)
    const skill = judge(interval, standard)
    const staffing = lacking(around?.peopleLacking)
    const means = around?.means === undefined
      ? "not-asked"
      : judge(Interval.mean(around.means.ratings, level), around.means.standard)
    return {
      unit,
      jobFamily,
      competence,
      people: ratings.length,
      standard,
      mean: meanOf(ratings),
      interval,
      skill,
      staffing,
      means,
      advice: advise(skill, staffing === "below", means === "below")
    }
  })

/**
 * Compares an interval with a standard.
 *
 * **Example** (An interval that holds the standard shows nothing)
 *
 * ```ts
 * import { TrainingGap } from "@timbang/core/evaluation"
 * TrainingGap.judge({ lower: 2.6, upper: 3.2, level: 0.95, method: "student-t" }, 3) // => "not-shown"
 * ```
 *
 * @category judging
 * @since 0.1.0
 */
export const judge = (interval: Interval.Interval | Undefined.Undefined, standard: number): Judgement => {
  if (Undefined.isUndefined(interval) || interval.lower === interval.upper) return "not-shown"
  return interval.upper < standard ? "below" : interval.lower >= standard ? "not-below" : "not-shown"
}

const lacking = (people: Fraction.Fraction | undefined): Judgement =>
  people === undefined ? "not-asked" : people.numerator > 0n ? "below" : "not-below"

const advise = (skill: Judgement, peopleLack: boolean, meansLack: boolean): Advice => {
  if (skill === "below") {
    if (peopleLack) return meansLack ? "train-recruit-and-equip" : "train-and-recruit"
    return meansLack ? "train-and-equip" : "train"
  }
  if (peopleLack) return meansLack ? "recruit-and-equip" : "recruit"
  if (meansLack) return "equip"
  return skill === "not-below" ? "nothing" : "measure"
}

const meanOf = (ratings: ReadonlyArray<number>): number | Undefined.Undefined =>
  ratings.length === 0 || !ratings.every(Number.isFinite)
    ? Undefined.because("mean rating", ratings.length === 0 ? "no-values" : "not-a-number", { found: 0 })
    : [...ratings].sort((a, b) => a - b).reduce((sum, one) => sum + one, 0) / ratings.length
