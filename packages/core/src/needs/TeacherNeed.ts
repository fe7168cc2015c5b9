/**
 * Need of teachers of one subject from the weekly hours of its classes, with the case the table cannot decide.
 *
 * Source: technical guide of the Peraturan Bersama 5 Menteri 2011; PP 74/2008, Pasal 52.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import { Fraction } from "../number/index.ts"
import * as Workload from "./Workload.ts"

// --- models ---

/**
 * Hours of a subject in one grade.
 *
 * @category models
 * @since 0.1.0
 */
export interface Grade {
  readonly grade: string
  /** Hours of the subject a week in one class (jam pelajaran). */
  readonly hours: Fraction.Numeral
  /** Classes (rombongan belajar). */
  readonly classes: Fraction.Numeral
}

/**
 * Teaching load a week: target, least and most. Unit: hours face to face.
 *
 * @category models
 * @since 0.1.0
 */
export interface Load {
  readonly target: number
  readonly least: number
  readonly most: number
}

/**
 * The need of one subject of one school.
 *
 * - `Decided`: so many teachers, each with `hoursEach` a week.
 * - `Undecidable`: with `down` teachers each has more than the most, with `down + 1` each less than the least; people
 *   decide, by hours in other schools or by attached duties.
 *
 * @category models
 * @since 0.1.0
 */
export type Need =
  | {
      readonly _tag: "Decided"
      readonly exact: Fraction.Fraction
      readonly people: number
      readonly hoursEach: Fraction.Fraction | undefined
    }
  | {
      readonly _tag: "Undecidable"
      readonly exact: Fraction.Fraction
      readonly down: number
      readonly hoursEachDown: Fraction.Fraction
      readonly hoursEachUp: Fraction.Fraction
    }

// --- operations ---

/**
 * Teachers of a subject: sum over grades of hours x classes, divided by the target load, then down while each stays
 * within the most.
 *
 * **Details**
 *
 * A need below 1 is one teacher. Above it the average load `need x target / n` is tested itself: n is the need rounded
 * down if that load is at most `most`, else rounded up if it is at least `least`, else undecidable. The printed table
 * (1.01-1.66 down, 1.67-1.99 neither) follows from it and leaves 1.66-1.67 open.
 *
 * **Example** (1.6 teachers, and 1.8)
 *
 * ```ts
 * import { Result } from "effect"
 * import { TeacherNeed } from "@timbang/core/needs"
 * const load = { target: 24, least: 24, most: 40 }
 * const of = (hours: string) => Result.getOrThrow(TeacherNeed.ofSubject([{ grade: "VII", hours, classes: 1 }], load))
 * of("38.4")._tag // => "Decided"
 * of("43.2")._tag // => "Undecidable"
 * ```
 *
 * @category calculating
 * @since 0.1.0
 */
export const ofSubject = (grades: ReadonlyArray<Grade>, load: Load): Result.Result<Need, Workload.WorkloadRefused> =>
  Result.gen(function* () {
    let hours = Fraction.zero
    for (const { classes, grade, hours: perClass } of grades) {
      const weekly = yield* Workload.amount(`hours in ${grade}`, perClass, false)
      hours = Fraction.add(
        hours,
        Fraction.multiply(weekly, yield* Workload.amount(`classes in ${grade}`, classes, false))
      )
    }
    const exact = Fraction.divide(hours, Fraction.make(load.target))
    const down = Number(Fraction.round(exact, 0, "down"))
    const each = (people: number) => Fraction.divide(hours, Fraction.make(people))
    if (down === 0) {
      const people = hours.numerator === 0n ? 0 : 1
      return { _tag: "Decided", exact, people, hoursEach: people === 0 ? undefined : hours }
    }
    if (Fraction.compare(each(down), Fraction.make(load.most)) <= 0) {
      return { _tag: "Decided", exact, people: down, hoursEach: each(down) }
    }
    return Fraction.compare(each(down + 1), Fraction.make(load.least)) >= 0
      ? { _tag: "Decided", exact, people: down + 1, hoursEach: each(down + 1) }
      : { _tag: "Undecidable", exact, down, hoursEachDown: each(down), hoursEachUp: each(down + 1) }
  })

/**
 * Classes for so many pupils at a largest class size, rounded up.
 *
 * **Example** (84 pupils of a primary school, at most 28 a class)
 *
 * ```ts
 * import { TeacherNeed } from "@timbang/core/needs"
 * TeacherNeed.classes(84, 28) // => 3
 * TeacherNeed.classes(85, 28) // => 4
 * ```
 *
 * @category calculating
 * @since 0.1.0
 */
export const classes = (pupils: number, largest: number): number => Math.ceil(pupils / largest)
