/**
 * What the rounds of 2021 and 2023 have in common under PermenPANRB 27/2021.
 *
 * @since 0.1.0
 */
import { type LegalSource, Sourced } from "@timbang/core/law"
import type { RuleSet, Threshold } from "@timbang/core/selection"
import * as Authorities from "../asn/Authorities.ts"
import { code, undecided } from "../asn/Codes.ts"
import * as OpenPolicies from "../asn/OpenPolicies.ts"
import * as Instruments from "../Instruments.ts"
import * as Categories from "./Categories.ts"
import { common, final } from "./Codes.ts"
import * as Components from "./Components.ts"
import * as Integration from "./Integration.ts"
import * as Passes from "./Passes.ts"
import * as Requirements from "./Requirements.ts"
import * as SecondExams from "./SecondExams.ts"

const law = Instruments.permen27Of2021
const several = Instruments.cite(law, "seen-in-several")
const article48 = (paragraph: string) => Instruments.cite(law, "seen-in-several", { provision: `Pasal 48${paragraph}` })

/**
 * A round of PermenPANRB 27/2021.
 *
 * **Details**
 *
 * `exam` is the source of the SKD's maxima, `legend` the source of the codes.
 *
 * @category constructors
 * @since 0.1.0
 */
export const roundOf27Of2021 = (about: {
  readonly year: 2021 | 2023
  readonly thresholds: LegalSource.LegalSource
  readonly groups: ReadonlyArray<Threshold.ThresholdGroup>
  readonly exam: LegalSource.LegalSource
  readonly legend: LegalSource.LegalSource
  readonly objections: ReadonlyArray<RuleSet.ObjectionWindow>
}): RuleSet.RuleSet => {
  const opening = about.year === 2021 ? law : Instruments.kepmen651Of2023
  return {
    schemaVersion: 1,
    id: `cpns-${about.year}`,
    title: `Seleksi CPNS ${about.year}`,
    program: "CPNS",
    holds: { from: Instruments.holdsFrom(opening) },
    sources: about.year === 2021
      ? [Instruments.opening(law, "seen-in-several"), about.thresholds]
      : [several, Instruments.opening(Instruments.kepmen651Of2023, "seen-in-several")],
    hostAuthorities: Authorities.ofTheHost,
    categories: [
      Categories.umum(several),
      Categories.cumlaude(several),
      Categories.diaspora(several),
      Categories.disabilitas(several),
      Categories.papua(several)
    ],
    components: Components.components({ twk: 150, tiu: 175, tkp: 225 }, { skd: about.exam, skb: several }),
    steps: Integration.steps({
      skdMaximum: Sourced.known(550, about.exam),
      weights: article48("(3)"),
      rounding: Instruments.cite(law, "unverified", {
        provision: "Pasal 48(3)",
        note: "Rounding at each step is confirmed by published results of 2024 only; the text says nothing of rounding."
      })
    }),
    thresholds: { groups: about.groups, decidedBy: Authorities.menpanrb, source: about.thresholds },
    shortlist: {
      exam: "skd",
      factor: Sourced.known(3, { ...several, note: "The article, around Pasal 40, is from memory." }),
      ladder: Integration.shortlistLadder,
      freedPlaces: OpenPolicies.freedPlaces,
      decidedBy: Authorities.panselnas,
      source: several
    },
    secondExam: SecondExams.of27Of2021,
    ranking: { final: "final", ladder: Integration.finalLadder, decidedBy: Authorities.panselnas, source: article48("(4)") },
    filling: {
      passes: [
        Passes.betweenKinds(Passes.general(article48("")), article48("")),
        Passes.betweenPlaces(
          Sourced.unknown(Instruments.cite(law, "unverified", {
            note: "The code of this move was seen in three sources; its wording, and whom it is open to, was not."
          })),
          several
        )
      ],
      policies: OpenPolicies.filling,
      decidedBy: Authorities.panselnas,
      source: article48("")
    },
    codes: [
      code("advanced", "P/L", "Memenuhi nilai ambang batas dan berhak mengikuti SKB", about.legend),
      ...common(about.legend),
      ...final(about.legend),
      undecided
    ],
    requirements: Requirements.of(law),
    objections: about.objections
  }
}
