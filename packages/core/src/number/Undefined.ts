/**
 * A quantity that has no value, and why. It stands where a number would stand: no statistic is ever NaN, or zero for
 * want of data.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * Why a quantity has no value.
 *
 * - `no-values`: there is nothing to compute from.
 * - `too-few-values`: fewer values than the definition needs.
 * - `too-many-values`: more values than an exact method holds.
 * - `no-variation`: all values are equal, so a ratio of variations is 0/0.
 * - `one-category`: every rating names one category, so agreement by chance is certain.
 * - `missing-values`: the definition needs a complete table and cells are missing.
 * - `not-positive`: the definition needs values above zero.
 * - `not-connected`: no chain of shared cases links the two sides.
 * - `ties`: equal values, where the exact method allows none.
 * - `lengths-differ`: two lists that have to run side by side do not.
 * - `not-a-number`: the value at position `found`, counted from 0, is missing or not finite.
 * - `out-of-range`: `found` lies outside of what the quantity allows.
 * - `at-the-bound`: the estimate is an end of its range, where its standard error says nothing.
 *
 * @category models
 * @since 0.1.0
 */
export type Reason = (typeof reasons)[number]

/**
 * Every {@link Reason}.
 *
 * @category models
 * @since 0.1.0
 */
export const reasons = [
  "no-values",
  "too-few-values",
  "too-many-values",
  "no-variation",
  "one-category",
  "missing-values",
  "not-positive",
  "not-connected",
  "ties",
  "lengths-differ",
  "not-a-number",
  "out-of-range",
  "at-the-bound"
] as const

/**
 * The value that says: no value, and why.
 *
 * @category models
 * @since 0.1.0
 */
export interface Undefined {
  readonly _tag: "Undefined"
  /** The quantity asked for, such as `Krippendorff alpha`. */
  readonly quantity: string
  readonly reason: Reason
  /** How many values there were, or the value that is refused, as the reason says. */
  readonly found?: number
  /** How many values the definition needs, or holds at most. */
  readonly needed?: number
}

// --- constructors ---

/**
 * Makes an {@link Undefined}.
 *
 * **Example** (One respondent has no standard error)
 *
 * ```ts
 * import { Undefined } from "@timbang/core/number"
 * Undefined.because("standard error", "too-few-values", { found: 1, needed: 2 }).reason // => "too-few-values"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const because = (
  quantity: string,
  reason: Reason,
  numbers: { readonly found?: number; readonly needed?: number } = {}
): Undefined => ({ _tag: "Undefined", quantity, reason, ...numbers })

// --- operations ---

/**
 * Says whether an answer is an {@link Undefined}.
 *
 * **Example** (A number is not)
 *
 * ```ts
 * import { Undefined } from "@timbang/core/number"
 * Undefined.isUndefined(0.74) // => false
 * Undefined.isUndefined(Undefined.because("kappa", "one-category")) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const isUndefined = (answer: unknown): answer is Undefined =>
  typeof answer === "object" && answer !== null && (answer as { readonly _tag?: unknown })._tag === "Undefined"

/**
 * Computes on from a value, or passes on why there is none.
 *
 * **Example** (Half of nothing is still nothing)
 *
 * ```ts
 * import { Undefined } from "@timbang/core/number"
 * Undefined.map(3 as number | Undefined.Undefined, (n) => n / 2) // => 1.5
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const map = <A, B>(answer: A | Undefined, to: (value: A) => B): B | Undefined =>
  isUndefined(answer) ? answer : to(answer)

/**
 * Computes on from a value to one that may be undefined itself, or passes on why there is none.
 *
 * **Example** (A root that does not exist)
 *
 * ```ts
 * import { Undefined } from "@timbang/core/number"
 * const root = (n: number) => (n < 0 ? Undefined.because("square root", "out-of-range", { found: n }) : Math.sqrt(n))
 * Undefined.flatMap(-4 as number | Undefined.Undefined, root) // => Undefined.because("square root", "out-of-range", { found: -4 })
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const flatMap = <A, B>(answer: A | Undefined, to: (value: A) => B | Undefined): B | Undefined =>
  isUndefined(answer) ? answer : to(answer)
