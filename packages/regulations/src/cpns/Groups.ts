/**
 * Threshold groups (nilai ambang batas SKD) in the form in which the decrees print them.
 *
 * @since 0.1.0
 */
import { type LegalSource, Sourced } from "@timbang/core/law"
import type { Threshold } from "@timbang/core/selection"

/**
 * One row of a decree's table. A part that the row leaves out has no minimum; `"unknown"` stands for a number that no
 * source consulted gives. Unit: whole points.
 *
 * @category models
 * @since 0.1.0
 */
export interface Row {
  readonly id: string
  readonly title: string
  readonly categories: ReadonlyArray<string>
  readonly positions?: ReadonlyArray<string>
  readonly twk?: number | "unknown"
  readonly tiu?: number | "unknown"
  readonly tkp?: number | "unknown"
  readonly skd?: number | "unknown"
  readonly source: LegalSource.LegalSource
}

/**
 * The threshold group of one row.
 *
 * **Example** (The general group of 2024)
 *
 * ```ts
 * import { RuleSets } from "@timbang/regulations"
 * RuleSets.cpns2024.thresholds.groups[0]?.minimums.map(({ of }) => of) // => ["twk", "tiu", "tkp"]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const group = ({ categories, id, positions, source, title, ...points }: Row): Threshold.ThresholdGroup => ({
  id,
  title,
  categories,
  ...(positions === undefined ? {} : { positions }),
  minimums: (["twk", "tiu", "tkp", "skd"] as const).flatMap((of) => {
    const found = points[of]
    if (found === undefined) return []
    return [{ of, minimum: found === "unknown" ? Sourced.unknown(source) : Sourced.known(found, source) }]
  }),
  source
})
