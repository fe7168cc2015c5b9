/**
 * The competence exam of the PPPK rounds: technical part, managerial and socio-cultural part, interview.
 *
 * @since 0.1.0
 */
import { type LegalSource, Sourced } from "@timbang/core/law"
import type { ExamComponent, ScoreStep, TieLadder } from "@timbang/core/selection"
import * as Authorities from "../asn/Authorities.ts"

// --- models ---

/**
 * Largest scores of the three parts. Unit: whole points. `"unknown"`: no source consulted gives it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Maxima {
  readonly teknis: number | "unknown"
  readonly manajerialSosiokultural: number | "unknown"
  readonly wawancara: number | "unknown"
}

/**
 * A ground for an addition to the technical score. Unit of `percent`: percent of the technical maximum.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ground {
  readonly id: string
  readonly title: string
  readonly percent: number | "unknown"
  /** The most that the law lets the ground grant. */
  readonly atMostPercent?: Sourced.Sourced<number>
  readonly source: LegalSource.LegalSource
}

// --- constructors ---

const sourced = (value: number | "unknown", source: LegalSource.LegalSource): Sourced.Sourced<number> =>
  value === "unknown" ? Sourced.unknown(source) : Sourced.known(value, source)

/**
 * The three components. `technicalStep` is the distance between valid technical scores. Unit: points.
 *
 * **Example** (The parts of 2024)
 *
 * ```ts
 * import { RuleSets } from "@timbang/regulations"
 * RuleSets.pppk2024.components.map(({ id }) => id) // => ["teknis", "manajerialSosiokultural", "wawancara"]
 * ```
 *
 * @category components
 * @since 0.1.0
 */
export const components = (
  maxima: Maxima,
  source: LegalSource.LegalSource,
  technicalStep = 1
): ReadonlyArray<ExamComponent.ExamComponent> => {
  const part = (id: keyof Maxima, title: string, step: number): ExamComponent.ExamComponent => ({
    id,
    title,
    exam: "kompetensi",
    minimum: 0,
    maximum: sourced(maxima[id], source),
    decimals: 0,
    step,
    source
  })
  return [
    part("teknis", "Kompetensi teknis", technicalStep),
    part("manajerialSosiokultural", "Kompetensi manajerial dan sosial kultural", 1),
    part("wawancara", "Wawancara", 1)
  ]
}

/**
 * The affirmative addition to the technical score, cut off at the technical maximum.
 *
 * @category steps
 * @since 0.1.0
 */
export const addition = (about: {
  readonly maximum: number | "unknown"
  readonly combination: Sourced.Sourced<"add-up" | "highest">
  readonly rounding: LegalSource.LegalSource
  readonly grounds: ReadonlyArray<Ground>
  readonly source: LegalSource.LegalSource
}): ScoreStep.AdditionStep => ({
  _tag: "Addition",
  id: "teknisTambahan",
  title: "Kompetensi teknis dengan tambahan afirmasi",
  of: "teknis",
  base: sourced(about.maximum, about.source),
  cap: sourced(about.maximum, about.source),
  combination: about.combination,
  rounding: Sourced.known("half-up", about.rounding),
  entitlements: about.grounds.map(({ atMostPercent, id, percent, source, title }) => ({
    id,
    title,
    percent: sourced(percent, source),
    ...(atMostPercent === undefined ? {} : { atMostPercent })
  })),
  decidedBy: Authorities.panselnas,
  source: about.source
})

/**
 * The total of the technical score, with additions where a round grants them, and of the two other parts.
 *
 * @category steps
 * @since 0.1.0
 */
export const steps = (
  source: LegalSource.LegalSource,
  added?: ScoreStep.AdditionStep
): ReadonlyArray<ScoreStep.ScoreStep> => [
  ...(added === undefined ? [] : [added]),
  {
    _tag: "Sum",
    id: "total",
    title: "Nilai kumulatif",
    of: [added?.id ?? "teknis", "manajerialSosiokultural", "wawancara"],
    decidedBy: Authorities.panselnas,
    source
  }
]

/**
 * Rungs below the total: technical score, managerial and socio-cultural score, interview, age.
 *
 * **Details**
 *
 * Where additions are granted, the technical rung compares the score with them: the articles that grant them add to the
 * technical score itself, before any minimum is tested, so that afterwards there is no other technical score.
 *
 * **Gotchas**
 *
 * The interview can never decide where the total is the plain sum of the three.
 *
 * @category ladders
 * @since 0.1.0
 */
export const ladder = (technical: "teknis" | "teknisTambahan"): TieLadder.TieLadder => [
  { _tag: "Score", of: technical },
  { _tag: "Score", of: "manajerialSosiokultural" },
  { _tag: "Score", of: "wawancara" },
  { _tag: "BirthDate" }
]
