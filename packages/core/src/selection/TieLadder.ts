/**
 * The order in which equals are compared, one rung after another.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * One comparison. `Score`: the higher value of a component or step stands first. `GradeAverage`: the higher grade point
 * average. `BirthDate`: the older person.
 *
 * @category models
 * @since 0.1.0
 */
export type Rung =
  | { readonly _tag: "Score"; readonly of: string }
  | { readonly _tag: "GradeAverage" }
  | { readonly _tag: "BirthDate" }

/**
 * Rungs in the order in which they are tried. What they leave equal stays equal.
 *
 * @category models
 * @since 0.1.0
 */
export type TieLadder = ReadonlyArray<Rung>

// --- operations ---

/**
 * The name of a rung as result files print it.
 *
 * **Example** (A score and a birth date)
 *
 * ```ts
 * import { TieLadder } from "@timbang/core/selection"
 * TieLadder.nameOf({ _tag: "Score", of: "tkp" }) // => "tkp"
 * TieLadder.nameOf({ _tag: "BirthDate" }) // => "birthDate"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const nameOf = (rung: Rung): string =>
  rung._tag === "Score" ? rung.of : rung._tag === "GradeAverage" ? "gpa" : "birthDate"
