/**
 * What one unit needs of one job family: the exact number that is turned into posts.
 *
 * @since 0.1.0
 */
import { Fraction } from "../number/index.ts"

// --- models ---

/**
 * The need of one unit for one job family, before any ceiling and before any rounding.
 *
 * @category models
 * @since 0.1.0
 */
export interface Claim {
  /** Identifier of the unit (regency, puskesmas, school, kecamatan). */
  readonly unit: string
  /** Identifier of the job family (rumpun jabatan). */
  readonly jobFamily: string
  /** Unit: people. 0 or more, exact; rounded only where posts are apportioned. */
  readonly people: Fraction.Fraction
}

// --- operations ---

/**
 * The claim of a unit for a job family; zero when it has none.
 *
 * **Example** (A unit that claims nothing)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Claim } from "@timbang/core/needs"
 * Fraction.format(Claim.peopleOf([], "kerinci", "nurse")) // => "0"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const peopleOf = (claims: ReadonlyArray<Claim>, unit: string, jobFamily: string): Fraction.Fraction =>
  claims.find((one) => one.unit === unit && one.jobFamily === jobFamily)?.people ?? Fraction.zero

/**
 * The claims of all units together, by job family, in order of first appearance. Unit: people.
 *
 * **Example** (Two units)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Claim } from "@timbang/core/needs"
 * const claims = ["a", "b"].map((unit) => ({ unit, jobFamily: "nurse", people: Fraction.make(3, 2) }))
 * Fraction.format(Claim.byJobFamily(claims).get("nurse")!) // => "3"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const byJobFamily = (claims: ReadonlyArray<Claim>): ReadonlyMap<string, Fraction.Fraction> => {
  const totals = new Map<string, Fraction.Fraction>()
  for (const { jobFamily, people } of claims) {
    totals.set(jobFamily, Fraction.add(totals.get(jobFamily) ?? Fraction.zero, people))
  }
  return totals
}

/**
 * A claim in whole millionths of a person, rounded half-up: what an apportionment takes.
 *
 * **Example** (A third of a person)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Claim } from "@timbang/core/needs"
 * Claim.millionths({ unit: "tebo", jobFamily: "nurse", people: Fraction.make(1, 3) }) // => 333333
 * ```
 *
 * @category conversions
 * @since 0.1.0
 */
export const millionths = ({ people }: Claim): number => Number(Fraction.round(people, 6, "half-up"))
