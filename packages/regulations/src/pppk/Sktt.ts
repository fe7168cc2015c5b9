/**
 * The additional technical test (seleksi kompetensi teknis tambahan, SKTT) of PPPK rounds: 30 percent, of what the host names.
 *
 * @since 0.1.0
 */
import { type LegalSource, Sourced } from "@timbang/core/law"
import type { Rounding } from "@timbang/core/number"
import type { ExamComponent, RuleSet, ScoreStep } from "@timbang/core/selection"
import { Data, Result } from "effect"
import * as Authorities from "../asn/Authorities.ts"
import * as Instruments from "../Instruments.ts"

// --- models ---

/**
 * How a host reads the rule, and what its SKTT is scored on.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reading {
  /** What 70 percent are taken of: the total of the competence exam, or its technical part alone. */
  readonly base: "total" | "teknis"
  /** Largest SKTT score. Unit: whole points. Must be the maximum of the base: scores of two scales are not mixed. */
  readonly outOf: number
  /** Decimals of the SKTT score. Range: 0 to 3. */
  readonly decimals?: number
  /** The announcement or letter on which the host rests the reading. */
  readonly source: LegalSource.LegalSource
}

// --- errors ---

/**
 * The SKTT and what it is weighed with are scored on different scales.
 *
 * @category errors
 * @since 0.1.0
 */
export class ScalesDiffer extends Data.TaggedError("ScalesDiffer")<{
  readonly base: "total" | "teknis"
  readonly baseMaximum: number
  readonly outOf: number
}> {
  override get message(): string {
    return `the SKTT is scored out of ${this.outOf} and ${this.base} out of ${this.baseMaximum}; convert the SKTT to ${this.baseMaximum} by a published rule first`
  }
}

/**
 * The rule set cannot take an SKTT: it is no PPPK round, has one already, or does not know a maximum that is needed.
 *
 * @category errors
 * @since 0.1.0
 */
export class SkttUnfit extends Data.TaggedError("SkttUnfit")<{ readonly ruleSet: string; readonly because: string }> {
  override get message(): string {
    return `${this.ruleSet} cannot take an SKTT: ${this.because}`
  }
}

// --- operations ---

/**
 * A PPPK rule set with an SKTT of 30 percent, by the reading the host names.
 *
 * **Details**
 *
 * It is an open question whether the 70 and 30 percent are taken of the technical part or of the total. Announced pairs,
 * such as a total of 592 that became 488.8, fit the total with an SKTT of 248.0 out of 670, and fit the technical part with an
 * SKTT that is 344 points lower; the numbers cannot settle it. One page on KepmenPANRB 649/2023 says "30 percent of the
 * overall score", which favours the total. No rule set of this package chooses; a result computed with this function names
 * the reading in each of its steps.
 *
 * **Gotchas**
 *
 * An SKTT out of 100 beside a technical score out of 450 is refused: 30 percent of the one is not 30 percent of the other.
 *
 * **Example** (The reading on the total)
 *
 * ```ts
 * import { Result } from "effect"
 * import { RuleSets, Sktt } from "@timbang/regulations"
 * const source = { instrument: "Announcement 800/12/2023", confidence: "host" } as const
 * const read = Sktt.withSktt(RuleSets.pppk2023, { base: "total", outOf: 670, source })
 * Result.getOrThrow(read).steps.map(({ id }) => id) // => ["total", "total70", "sktt30", "nilaiAkhir"]
 * Result.isFailure(Sktt.withSktt(RuleSets.pppk2023, { base: "total", outOf: 100, source })) // => true
 * ```
 *
 * @category readings
 * @since 0.1.0
 */
export const withSktt = (
  ruleSet: RuleSet.RuleSet,
  reading: Reading
): Result.Result<RuleSet.RuleSet, ScalesDiffer | SkttUnfit> => {
  const unfit = (because: string) => Result.fail(new SkttUnfit({ ruleSet: ruleSet.id, because }))
  if (ruleSet.program !== "PPPK") return unfit("only PPPK rounds have one")
  if (ruleSet.components.some(({ id }) => id === "sktt")) return unfit("it has one already")
  const parts = reading.base === "total" ? ruleSet.components : ruleSet.components.filter(({ id }) => id === "teknis")
  const maxima = parts.flatMap(({ maximum }) => maximum._tag === "Known" ? [maximum.value] : [])
  if (maxima.length < parts.length) return unfit("its maximum scores are unknown; supply them first")
  const baseMaximum = maxima.reduce((sum, maximum) => sum + maximum, 0)
  if (reading.outOf !== baseMaximum) {
    return Result.fail(new ScalesDiffer({ base: reading.base, baseMaximum, outOf: reading.outOf }))
  }
  const technical = ruleSet.steps.some(({ id }) => id === "teknisTambahan") ? "teknisTambahan" : "teknis"
  const base = reading.base === "total" ? "total" : technical
  const source = { ...reading.source, note: noteOf(reading) }
  const weights = [weight(base, 70, source), weight("sktt", 30, source)]
  const joined = (id: string, title: string): ScoreStep.SumStep => ({
    _tag: "Sum",
    id,
    title,
    of: weights.map((step) => step.id),
    decidedBy: Authorities.panselnas,
    source
  })
  return Result.succeed({
    ...ruleSet,
    id: `${ruleSet.id}-sktt-${reading.base}`,
    title: `${ruleSet.title}, dengan SKTT 30% dari ${reading.base === "total" ? "nilai kumulatif" : "kompetensi teknis"}`,
    components: [...ruleSet.components, component(reading, source)],
    ...(reading.base === "total"
      ? {
        steps: [...ruleSet.steps, ...weights, joined("nilaiAkhir", "Nilai akhir dengan SKTT")],
        ranking: { ...ruleSet.ranking, final: "nilaiAkhir" }
      }
      : {
        steps: ruleSet.steps.flatMap((step) =>
          step._tag === "Sum" && step.id === "total"
            ? [
              ...weights,
              joined("teknisSktt", "Kompetensi teknis dengan SKTT"),
              { ...step, of: step.of.map((id) => id === technical ? "teknisSktt" : id) }
            ]
            : [step]
        )
      })
  })
}

const noteOf = ({ base, source }: Reading): string =>
  [`Read as 70 and 30 percent of ${base === "total" ? "the total" : "the technical part"}; the texts leave it open.`, source.note]
    .filter((part) => part !== undefined).join(" ")

const component = (reading: Reading, source: LegalSource.LegalSource): ExamComponent.ExamComponent => ({
  id: "sktt",
  title: "Seleksi kompetensi teknis tambahan",
  exam: "sktt",
  minimum: 0,
  maximum: Sourced.known(reading.outOf, source),
  decimals: reading.decimals ?? 0,
  step: 1,
  source
})

const weight = (of: string, percent: number, source: LegalSource.LegalSource): ScoreStep.WeightStep => ({
  _tag: "Weight",
  id: `${of}${percent}`,
  title: `${percent}% dari ${of}`,
  of,
  percent: Sourced.known(percent, source),
  decimals: 3,
  rounding: Sourced.known<Rounding.Rounding>("half-up", Instruments.cite(Instruments.timbang, "inferred", {
    note: "The texts are silent; of whole points nothing is left to round. Timbang's own choice."
  })),
  decidedBy: Authorities.panselnas,
  source
})
