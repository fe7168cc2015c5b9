/**
 * English nouns behind a number. Indonesian ones do not change.
 *
 * @since 0.1.0
 */

/**
 * A number with its noun, in the singular for one.
 *
 * **Example** (Rows and people)
 *
 * ```ts
 * import { Counting } from "@timbang/language"
 * [Counting.counted(1, "row"), Counting.counted(2, "row"), Counting.counted(1, "person", "people")] // => ["1 row", "2 rows", "1 person"]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const counted = (number: number | string, one: string, more = `${one}s`): string =>
  `${number} ${String(number) === "1" ? one : more}`
