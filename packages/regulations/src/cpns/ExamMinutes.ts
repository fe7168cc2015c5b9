/**
 * How long the SKD lasts.
 *
 * @since 0.1.0
 */
import type { Parameter } from "@timbang/core/law"
import * as Instruments from "../Instruments.ts"

// --- models ---

/**
 * Minutes of one exam. Unit: minutes.
 *
 * @category models
 * @since 0.1.0
 */
export interface Minutes {
  readonly standard: number
  /** Only for a sensory-visual disability (netra) of somebody who applied under kebutuhan khusus disabilitas. */
  readonly blind: number
}

// --- parameters ---

/**
 * Minutes of the SKD: 100, and 130 only for the blind under kebutuhan khusus disabilitas.
 *
 * Source: KepmenPANRB 1023/2021, 651/2023 and 321/2024. Other kinds of disability, and low vision, have 100 minutes.
 *
 * **Example** (In 2024)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Parameter } from "@timbang/core/law"
 * import { ExamMinutes } from "@timbang/regulations"
 * Result.map(Parameter.at(ExamMinutes.skd, "2024-10-16"), ({ value }) => value) // => Result.succeed({ standard: 100, blind: 130 })
 * ```
 *
 * @category parameters
 * @since 0.1.0
 */
export const skd: Parameter.Parameter<Minutes> = {
  name: "duration of the SKD",
  unit: "minutes",
  values: [Instruments.kepmen1023Of2021, Instruments.kepmen651Of2023, Instruments.kepmen321Of2024].map((instrument) => ({
    from: Instruments.holdsFrom(instrument),
    value: { standard: 100, blind: 130 },
    source: Instruments.cite(instrument, "seen-in-several")
  }))
}
