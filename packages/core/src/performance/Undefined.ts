/**
 * A quantity that has no value, and why. It stands where a number would stand; no statistic of this stage is ever NaN.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * Why a quantity has no value.
 *
 * - `no-values`: there is nothing to compute from.
 * - `too-few-values`: fewer values than the definition needs.
 * - `no-variation`: all values are equal, so a ratio of variations is 0/0.
 * - `one-category`: every rating names one category, so agreement by chance is certain.
 * - `missing-values`: the definition needs a complete table and cells are missing.
 * - `not-positive`: the definition needs values above zero.
 * - `not-connected`: no chain of shared cases links the two sides.
 *
 * @category models
 * @since 0.1.0
 */
export type Reason =
  | "no-values"
  | "too-few-values"
  | "no-variation"
  | "one-category"
  | "missing-values"
  | "not-positive"
  | "not-connected"

/**
 * Every {@link Reason}.
 *
 * @category models
 * @since 0.1.0
 */
export const reasons: ReadonlyArray<Reason> = [
  "no-values",
  "too-few-values",
  "no-variation",
  "one-category",
  "missing-values",
  "not-positive",
  "not-connected"
]

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
  /** How many values there were, where the reason is a number of values. */
  readonly found?: number
  /** How many values the definition needs. */
  readonly needed?: number
}

// --- constructors ---

/**
 * Makes an {@link Undefined}.
 *
 * **Example** (One respondent has no standard error)
 *
 * ```ts
 * import { Undefined } from "@timbang/core/performance"
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
 * import { Undefined } from "@timbang/core/performance"
 * Undefined.isUndefined(0.74) // => false
 * Undefined.isUndefined(Undefined.because("kappa", "one-category")) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const isUndefined = (answer: unknown): answer is Undefined =>
  typeof answer === "object" && answer !== null && (answer as { readonly _tag?: unknown })._tag === "Undefined"
