/**
 * Posts reserved for a kind of need, such as at least 2 % for people with disabilities.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import { Fraction, type Rounding } from "../number/index.ts"
import * as Apportionment from "./Apportionment.ts"

// --- models ---

/**
 * A share of all posts of an agency that a kind of need must have.
 *
 * @category models
 * @since 0.1.0
 */
export interface ReservedShare {
  /** Kind of need by its identifier in the rule set, such as `disabilitas`. */
  readonly category: string
  readonly share: Fraction.Numeral
  /** Rounding of share x posts; `up` for a minimum. */
  readonly rounding: Rounding.Rounding
  /** Kinds of agency it binds; all when absent. */
  readonly agencyKinds?: ReadonlyArray<string>
}

// --- operations ---

/**
 * Posts that the share asks for. Unit: posts.
 *
 * **Example** (2 % of 101, a minimum)
 *
 * ```ts
 * import { ReservedShare } from "@timbang/core/formation"
 * ReservedShare.posts({ category: "disabilitas", share: "0.02", rounding: "up" }, 101) // => 3
 * ```
 *
 * @category calculating
 * @since 0.1.0
 */
export const posts = ({ rounding, share }: ReservedShare, total: number): number =>
  Number(Fraction.round(Fraction.multiply(Fraction.parseUnsafe(share), Fraction.make(total)), 0, rounding))

/**
 * Says in which cells reserved posts stand, in proportion to the posts of each and never beyond them.
 *
 * **Example** (Two of five posts)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ReservedShare } from "@timbang/core/formation"
 * const cells = [{ name: "A / nurse", seats: 4 }, { name: "B / clerk", seats: 1 }]
 * Result.map(ReservedShare.place(cells, 2, "dhondt"), ({ seats }) => seats.map(({ seats }) => seats)) // => Result.succeed([2, 0])
 * ```
 *
 * @category allocating
 * @since 0.1.0
 */
export const place = (
  cells: ReadonlyArray<{ readonly name: string; readonly seats: number }>,
  reserved: number,
  method: Apportionment.Method,
  drawn: ReadonlyArray<string> = []
): Result.Result<Apportionment.Apportioned, Apportionment.Refused> =>
  Apportionment.apportion(
    cells.map(({ name, seats }) => ({ unit: name, claim: seats, max: seats })),
    reserved,
    method,
    drawn
  )
