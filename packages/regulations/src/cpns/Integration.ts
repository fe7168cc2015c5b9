/**
 * Integration of SKD and SKB: 40 and 60 percent, rounded at every step.
 *
 * @since 0.1.0
 */
import { type LegalSource, Sourced } from "@timbang/core/law"
import type { Rounding } from "@timbang/core/number"
import type { ScoreStep, TieLadder } from "@timbang/core/selection"
import * as Authorities from "../asn/Authorities.ts"

/**
 * The steps of a round: `skd`, `skd100`, `skd40`, `skb60`, `final`.
 *
 * **Details**
 *
 * ```
 * skd100 = round(skd / maximum x 100, 3)
 * skd40  = round(skd100 x 40%, 3)
 * skb60  = round(skb x 60%, 3)
 * final  = skd40 + skb60
 * ```
 *
 * **Gotchas**
 *
 * Rounding `skd100` is the step that decides. Rounding only the end misses 18 percent of the published scores of 2024.
 *
 * **Example** (The steps of 2024)
 *
 * ```ts
 * import { RuleSets } from "@timbang/regulations"
 * RuleSets.cpns2024.steps.map(({ id }) => id) // => ["skd", "skd100", "skd40", "skb60", "final"]
 * ```
 *
 * @category steps
 * @since 0.1.0
 */
export const steps = (about: {
  /** Largest SKD total. Unit: whole points. */
  readonly skdMaximum: Sourced.Sourced<number>
  /** The provision that sets 40 and 60 percent. */
  readonly weights: LegalSource.LegalSource
  /** How sure it is that the procedure rounds each step to 3 decimals. */
  readonly rounding: LegalSource.LegalSource
  /** Step or component whose 60 percent count. */
  readonly skb?: string
}): ReadonlyArray<ScoreStep.ScoreStep> => {
  const { rounding, skb = "skb", skdMaximum, weights: source } = about
  const decidedBy = Authorities.panselnas
  const halfUp = Sourced.known<Rounding.Rounding>("half-up", rounding)
  return [
    { _tag: "Sum", id: "skd", title: "Nilai SKD", of: ["twk", "tiu", "tkp"], decidedBy, source },
    {
      _tag: "Rescale",
      id: "skd100",
      title: "Nilai SKD, skala 100",
      of: "skd",
      outOf: skdMaximum,
      to: 100,
      decimals: 3,
      rounding: halfUp,
      decidedBy,
      source
    },
    {
      _tag: "Weight",
      id: "skd40",
      title: "Skor SKD, bobot 40%",
      of: "skd100",
      percent: Sourced.known(40, source),
      decimals: 3,
      rounding: halfUp,
      decidedBy,
      source
    },
    {
      _tag: "Weight",
      id: "skb60",
      title: "Skor SKB, bobot 60%",
      of: skb,
      percent: Sourced.known(60, source),
      decimals: 3,
      rounding: halfUp,
      decidedBy,
      source
    },
    { _tag: "Sum", id: "final", title: "Nilai akhir", of: ["skd40", "skb60"], decidedBy, source }
  ]
}

/**
 * The step that makes the SKB of a teacher with a linear, verified teaching certificate its maximum. The SKB must have been
 * attended: who is absent stays absent.
 *
 * @category steps
 * @since 0.1.0
 */
export const teacherCertificate = (source: LegalSource.LegalSource): ScoreStep.AdditionStep => ({
  _tag: "Addition",
  id: "skbSerdik",
  title: "Nilai SKB dengan sertifikat pendidik",
  of: "skb",
  base: Sourced.known(100, source),
  cap: Sourced.known(100, source),
  combination: Sourced.known("highest", source),
  rounding: Sourced.known("half-up", source),
  entitlements: [{
    id: "sertifikat-pendidik",
    title: "Sertifikat pendidik yang linear dan terverifikasi",
    percent: Sourced.known(100, source)
  }],
  decidedBy: Authorities.panselnas,
  source
})

const score = (of: string): TieLadder.Rung => ({ _tag: "Score", of })

/**
 * Order of the shortlist: SKD total, then TKP, TIU, TWK. Who is still equal at its boundary goes on.
 *
 * @category ladders
 * @since 0.1.0
 */
export const shortlistLadder: TieLadder.TieLadder = [score("skd"), score("tkp"), score("tiu"), score("twk")]

/**
 * Rungs below the final score, the same in every round: SKD total, TKP, TIU, TWK, grade point average, age.
 *
 * **Gotchas**
 *
 * TWK can never decide: an equal total, TKP and TIU force it to be equal. It stands here because the text names it.
 *
 * @category ladders
 * @since 0.1.0
 */
export const finalLadder: TieLadder.TieLadder = [...shortlistLadder, { _tag: "GradeAverage" }, { _tag: "BirthDate" }]
