/**
 * Threshold groups (nilai ambang batas) of the PPPK rounds.
 *
 * @since 0.1.0
 */
import { type LegalSource, Sourced } from "@timbang/core/law"
import type { Threshold } from "@timbang/core/selection"

/**
 * Minimums of one group. A part that is left out has none; `"unknown"`: no source consulted gives it. Unit: whole points.
 *
 * @category models
 * @since 0.1.0
 */
export interface Row {
  readonly id: string
  readonly title: string
  readonly categories: ReadonlyArray<string>
  readonly positions?: ReadonlyArray<string>
  readonly holdsFor?: "people"
  readonly teknis?: number | "unknown"
  readonly teknisTambahan?: number | "unknown"
  readonly manajerialSosiokultural?: number | "unknown"
  readonly wawancara?: number | "unknown"
  readonly source: LegalSource.LegalSource
  /** Where to find a number that is unknown here. */
  readonly unknown?: LegalSource.LegalSource
}

/**
 * The threshold group of one row.
 *
 * @category constructors
 * @since 0.1.0
 */
export const group = ({ categories, holdsFor, id, positions, source, title, unknown = source, ...points }: Row): Threshold.ThresholdGroup => ({
  id,
  title,
  categories,
  ...(positions === undefined ? {} : { positions }),
  ...(holdsFor === undefined ? {} : { holdsFor }),
  minimums: (["teknis", "teknisTambahan", "manajerialSosiokultural", "wawancara"] as const).flatMap((of) => {
    const found = points[of]
    if (found === undefined) return []
    return [{ of, minimum: found === "unknown" ? Sourced.unknown(unknown) : Sourced.known(found, source) }]
  }),
  source
})
