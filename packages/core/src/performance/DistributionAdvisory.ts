/**
 * How the predicates of a unit spread, compared with what a circular calls usual. It advises and changes nobody's rating.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"

// --- models ---

/**
 * What a circular expects of the spread of predicates. Shares are in hundredths of the unit's people.
 *
 * @category models
 * @since 0.1.0
 */
export type Expectation<P extends string = string> =
  | { readonly _tag: "LargestGroup"; readonly predicate: P }
  | { readonly _tag: "AtMost"; readonly predicate: P; readonly percent: number }
  | { readonly _tag: "AtLeast"; readonly predicates: ReadonlyArray<P>; readonly percent: number }
  | { readonly _tag: "Occurs"; readonly anyOf: ReadonlyArray<P> }
  | { readonly _tag: "Absent"; readonly predicate: P }

/**
 * The expectations for each predicate of the organisation.
 *
 * @category models
 * @since 0.1.0
 */
export interface Expectations<P extends string = string> {
  readonly byOrganisation: { readonly [organisation: string]: ReadonlyArray<Expectation<P>> }
  /** The predicate that most people ideally have, by that of the organisation; absent where no rule names one. */
  readonly ideal?: { readonly [organisation: string]: P }
  readonly source: LegalSource
}

/**
 * One expectation against the counts of a unit.
 *
 * @category models
 * @since 0.1.0
 */
export interface Finding<P extends string = string> {
  readonly expectation: Expectation<P>
  readonly isMet: boolean
  /** People counted by the expectation, and people of the unit. */
  readonly people: number
  readonly of: number
}

/**
 * The advice: findings, and whether the unit is large enough for shares to say anything.
 *
 * @category models
 * @since 0.1.0
 */
export interface Advisory<P extends string = string> {
  readonly counts: Readonly<Record<P, number>>
  readonly people: number
  readonly findings: ReadonlyArray<Finding<P>>
  /**
   * - `as-usual`: every expectation is met. `departs`: one is not; explain, do not re-rate.
   * - `too-small`: no way of rating so few people could meet every expectation and still give most of them the ideal predicate.
   * - `no-expectation`: the circular has none for this predicate of the organisation. `nobody`: the unit has no ratings.
   */
  readonly advice: "as-usual" | "departs" | "too-small" | "no-expectation" | "nobody"
  readonly source: LegalSource
}

// --- operations ---

/**
 * Compares the predicates of a unit with what is usual for its organisation's predicate.
 *
 * **Details**
 *
 * Shares are compared as whole people times 100, without rounding. Whether a unit is too small is found by trying every
 * way in which so many people can be rated, so no minimum size is made up; units of more than 20 people are never tried. A way
 * that meets the shares by giving most people another predicate than the ideal one does not count: the one person of a good
 * unit is not rated weak so that a weak one occurs.
 *
 * **Example** (Two people cannot have a largest group of at most 70%)
 *
 * ```ts
 * import { DistributionAdvisory } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const good = [{ _tag: "LargestGroup", predicate: "good" }, { _tag: "AtMost", predicate: "good", percent: 70 }] as const
 * const expectations = { byOrganisation: { good }, source }
 * DistributionAdvisory.advise(["good", "fair"], expectations, "good", ["good", "good"]).advice // => "too-small"
 * DistributionAdvisory.advise(["good", "fair"], expectations, "good", ["good", "good", "fair"]).advice // => "as-usual"
 * ```
 *
 * @category advising
 * @since 0.1.0
 */
export const advise = <P extends string>(
  predicates: ReadonlyArray<P>,
  expectations: Expectations<P>,
  organisation: string,
  ratings: ReadonlyArray<P>
): Advisory<P> => {
  const tally = predicates.map((predicate) => ratings.filter((rating) => rating === predicate).length)
  const people = ratings.length
  const counts = Object.fromEntries(predicates.map((predicate, at) => [predicate, tally[at]!])) as Record<P, number>
  const { source } = expectations
  const expected = expectations.byOrganisation[organisation]
  if (expected === undefined) return { counts, people, findings: [], advice: "no-expectation", source }
  const findings = expected.map((expectation) => find(expectation, predicates, tally, people))
  const isUsual = findings.every(({ isMet }) => isMet)
  const advice = people === 0
    ? "nobody"
    : isUsual
    ? "as-usual"
    : people <= 20 && !isPossible([...expected, ...idealOf(expectations, organisation)], predicates, people)
    ? "too-small"
    : "departs"
  return { counts, people, findings, advice, source }
}

const idealOf = <P extends string>({ ideal }: Expectations<P>, organisation: string): ReadonlyArray<Expectation<P>> => {
  const predicate = ideal?.[organisation]
  return predicate === undefined ? [] : [{ _tag: "LargestGroup", predicate }]
}

const find = <P extends string>(
  expectation: Expectation<P>,
  predicates: ReadonlyArray<P>,
  tally: ReadonlyArray<number>,
  of: number
): Finding<P> => {
  const count = (wanted: ReadonlyArray<P>) => wanted.reduce((sum, each) => sum + (tally[predicates.indexOf(each)] ?? 0), 0)
  const finding = (people: number, isMet: boolean): Finding<P> => ({ expectation, isMet, people, of })
  switch (expectation._tag) {
    case "LargestGroup": {
      const people = count([expectation.predicate])
      return finding(people, predicates.every((other) => other === expectation.predicate || count([other]) < people))
    }
    case "AtMost": {
      const people = count([expectation.predicate])
      return finding(people, people * 100 <= expectation.percent * of)
    }
    case "AtLeast": {
      const people = count(expectation.predicates)
      return finding(people, people * 100 >= expectation.percent * of)
    }
    case "Occurs": {
      const people = count(expectation.anyOf)
      return finding(people, people > 0)
    }
    case "Absent": {
      const people = count([expectation.predicate])
      return finding(people, people === 0)
    }
  }
}

const isPossible = <P extends string>(
  expected: ReadonlyArray<Expectation<P>>,
  predicates: ReadonlyArray<P>,
  people: number
): boolean => {
  const tried = (tally: ReadonlyArray<number>, left: number): boolean => {
    if (tally.length === predicates.length - 1) {
      const whole = [...tally, left]
      return expected.every((expectation) => find(expectation, predicates, whole, people).isMet)
    }
    return Array.from({ length: left + 1 }, (_, next) => next).some((next) => tried([...tally, next], left - next))
  }
  return tried([], people)
}
