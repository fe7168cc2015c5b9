/**
 * What each regulation lets an agency choose for its SKB.
 *
 * @since 0.1.0
 */
import { type LegalSource, Sourced } from "@timbang/core/law"
import type { SecondExam } from "@timbang/core/selection"
import * as Authorities from "../asn/Authorities.ts"
import * as Instruments from "../Instruments.ts"

const skb = (source: LegalSource.LegalSource, limits: ReadonlyArray<SecondExam.SecondExamLimits>): SecondExam.SecondExam => ({
  exam: "skb",
  component: "skb",
  limits,
  decidedBy: Authorities.agency,
  source
})

/**
 * PermenPANRB 6/2024: central agencies add at most three tests of together 50 percent, an interview at most 10; regional
 * agencies at most one of 40 percent, and no interview.
 *
 * @category second exams
 * @since 0.1.0
 */
export const of6Of2024: SecondExam.SecondExam = (() => {
  const several = Instruments.cite(Instruments.permen6Of2024, "seen-in-several", { note: "Types of test: Pasal 34." })
  const floor = Instruments.cite(Instruments.permen6Of2024, "inferred", {
    note: "Follows from the 50 percent that the further tests may have together."
  })
  const regionalFloor = Instruments.cite(Instruments.permen6Of2024, "seen-in-one", {
    note: "One page prints 50 percent, which does not fit its own 40 percent for the further test; 60 is enforced."
  })
  return skb(
    Instruments.cite(Instruments.permen6Of2024, "article-read", {
      provision: "Pasal 22",
      note: "The announcement of vacancies fixes types, weights and eliminating tests before registration."
    }),
    [
      {
        agencyKind: "pusat",
        mainAtLeastPercent: Sourced.known(50, floor),
        furtherAtMostPercent: Sourced.known(50, several),
        furtherTestsAtMost: Sourced.known(3, several),
        refusedKinds: [],
        kindAtMostPercent: [{ kind: "wawancara", percent: Sourced.known(10, several) }],
        source: several
      },
      {
        agencyKind: "daerah",
        mainAtLeastPercent: Sourced.known(60, regionalFloor),
        furtherAtMostPercent: Sourced.known(40, several),
        furtherTestsAtMost: Sourced.known(1, several),
        refusedKinds: ["wawancara"],
        kindAtMostPercent: [],
        source: several
      }
    ]
  )
})()
