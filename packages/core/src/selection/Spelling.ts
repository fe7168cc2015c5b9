/**
 * Comparison of names as lists spell them.
 *
 * @since 0.1.0
 */

// --- operations ---

/**
 * A spelling without regard to case, blanks and punctuation, for comparison only.
 *
 * **Example** (Two spellings of one name)
 *
 * ```ts
 * import { Spelling } from "@timbang/core/selection"
 * Spelling.plainly("Putra/Putri  Papua") // => "putraputripapua"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const plainly = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
