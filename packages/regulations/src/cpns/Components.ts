/**
 * Exam components of the CPNS rounds: TWK, TIU and TKP make the SKD; the SKB is one score on the scale of 100.
 *
 * @since 0.1.0
 */
import { type LegalSource, Sourced } from "@timbang/core/law"
import type { ExamComponent } from "@timbang/core/selection"

/**
 * Components of a round whose SKD parts have these maxima. Unit: whole points.
 *
 * **Details**
 *
 * TWK and TIU score 5 or 0 an item, so valid scores are multiples of 5; TKP scores 1 to 5 an answered item, so every whole
 * number is valid. A raw SKB score of 100 items has a maximum of 500; a formation whose paper has 80 items names 400.
 *
 * **Example** (The parts of 2024)
 *
 * ```ts
 * import { RuleSets } from "@timbang/regulations"
 * RuleSets.cpns2024.components.map(({ id }) => id) // => ["twk", "tiu", "tkp", "skb"]
 * ```
 *
 * @category components
 * @since 0.1.0
 */
export const components = (
  maxima: { readonly twk: number; readonly tiu: number; readonly tkp: number },
  sources: { readonly skd: LegalSource.LegalSource; readonly skb: LegalSource.LegalSource }
): ReadonlyArray<ExamComponent.ExamComponent> => {
  const part = (id: string, title: string, maximum: number, step: number): ExamComponent.ExamComponent => ({
    id,
    title,
    exam: "skd",
    minimum: 0,
    maximum: Sourced.known(maximum, sources.skd),
    decimals: 0,
    step,
    source: sources.skd
  })
  return [
    part("twk", "Tes Wawasan Kebangsaan", maxima.twk, 5),
    part("tiu", "Tes Intelegensia Umum", maxima.tiu, 5),
    part("tkp", "Tes Karakteristik Pribadi", maxima.tkp, 1),
    {
      id: "skb",
      title: "Seleksi Kompetensi Bidang, skala 100",
      exam: "skb",
      minimum: 0,
      maximum: Sourced.known(100, sources.skb),
      decimals: 3,
      step: 1,
      raw: {
        column: "skbRaw",
        outOf: Sourced.known(500, {
          ...sources.skb,
          note: "100 items of 5 points; 80 items (400) for positions that calculate much: the formation names its own maximum."
        }),
        rounding: "half-up"
      },
      source: sources.skb
    }
  ]
}
