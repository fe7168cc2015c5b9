/**
 * How many respondents a survey asks for.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"

// --- models ---

/**
 * The parts of the formula of Krejcie and Morgan.
 *
 * @category models
 * @since 0.1.0
 */
export interface Formula {
  /** Quantile of chi-square with one degree of freedom, as printed: 3.841. */
  readonly chiSquare: number
  /** Share assumed in the population. */
  readonly share: number
  /** Error accepted, as a share. */
  readonly error: number
  readonly source: LegalSource
}

// --- operations ---

/**
 * The sample for a population, to the nearest whole number as in the printed table.
 *
 * Source: R. V. Krejcie and D. W. Morgan (1970).
 *
 * **Example** (The printed table)
 *
 * ```ts
 * import { SampleSize } from "@timbang/core/performance"
 * const formula = { chiSquare: 3.841, share: 0.5, error: 0.05, source: { instrument: "Krejcie and Morgan 1970", confidence: "unverified" } } as const
 * [10, 100, 1000].map((population) => SampleSize.krejcieMorgan(population, formula)) // => [10, 80, 278]
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const krejcieMorgan = (population: number, { chiSquare, error, share }: Formula): number => {
  const spread = chiSquare * share * (1 - share)
  return Math.round((spread * population) / (error * error * (population - 1) + spread))
}
