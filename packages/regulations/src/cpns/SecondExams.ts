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

/**
 * PermenPANRB 27/2021: regional agencies add at most one test of 40 percent, and no interview. Of the central limits only a
 * weak one was found.
 *
 * @category second exams
 * @since 0.1.0
 */
export const of27Of2021: SecondExam.SecondExam = (() => {
  const several = Instruments.cite(Instruments.permen27Of2021, "seen-in-several")
  const one = Instruments.cite(Instruments.permen27Of2021, "seen-in-one")
  const notFound = Instruments.cite(Instruments.permen27Of2021, "unverified", { note: "Not found in the sources consulted." })
  const weak = Instruments.cite(Instruments.permen27Of2021, "unverified", { note: "Seen in two sources, both weak." })
  return skb(several, [
    {
      agencyKind: "pusat",
      mainAtLeastPercent: Sourced.unknown(notFound),
      furtherAtMostPercent: Sourced.unknown(notFound),
      furtherTestsAtMost: Sourced.unknown(notFound),
      refusedKinds: [],
      kindAtMostPercent: [{ kind: "wawancara", percent: Sourced.known(30, weak) }],
      source: weak
    },
    {
      agencyKind: "daerah",
      mainAtLeastPercent: Sourced.known(60, {
        ...several,
        confidence: "inferred",
        note: "Follows from the 40 percent that the further test may have."
      }),
      furtherAtMostPercent: Sourced.known(40, several),
      furtherTestsAtMost: Sourced.known(1, one),
      refusedKinds: ["wawancara"],
      kindAtMostPercent: [],
      source: one
    }
  ])
})()

/**
 * PermenPANRB 23/2019, with a computer-based main test: central agencies keep at least 50 percent for it and give interview
 * and practice at most 25 each; regional agencies add exactly one test of at most 40 percent.
 *
 * @category second exams
 * @since 0.1.0
 */
export const of23Of2019: SecondExam.SecondExam = (() => {
  const one = Instruments.cite(Instruments.permen23Of2019, "seen-in-one", {
    note: "For agencies whose main test is computer-based; without one the regulation has several other options."
  })
  const notFound = Instruments.cite(Instruments.permen23Of2019, "unverified", { note: "Not found in the sources consulted." })
  const floor = Instruments.cite(Instruments.permen23Of2019, "inferred", { note: "Follows from the 50 percent of the main test." })
  return skb(one, [
    {
      agencyKind: "pusat",
      mainAtLeastPercent: Sourced.known(50, one),
      furtherAtMostPercent: Sourced.known(50, floor),
      furtherTestsAtMost: Sourced.unknown(notFound),
      refusedKinds: [],
      kindAtMostPercent: [
        { kind: "wawancara", percent: Sourced.known(25, one) },
        { kind: "praktik", percent: Sourced.known(25, one) }
      ],
      source: one
    },
    {
      agencyKind: "daerah",
      mainAtLeastPercent: Sourced.known(60, one),
      furtherAtMostPercent: Sourced.known(40, one),
      furtherTestsAtMost: Sourced.known(1, one),
      refusedKinds: [],
      kindAtMostPercent: [],
      source: one
    }
  ])
})()

/**
 * PermenPANRB 36/2018: its limits were not found.
 *
 * @category second exams
 * @since 0.1.0
 */
export const of36Of2018: SecondExam.SecondExam = (() => {
  const notFound = Instruments.cite(Instruments.permen36Of2018, "unverified", { note: "Limits not found in the sources consulted." })
  return skb(
    notFound,
    ["pusat", "daerah"].map((agencyKind) => ({
      agencyKind,
      mainAtLeastPercent: Sourced.unknown(notFound),
      furtherAtMostPercent: Sourced.unknown(notFound),
      furtherTestsAtMost: Sourced.unknown(notFound),
      refusedKinds: [],
      kindAtMostPercent: [],
      source: notFound
    }))
  )
})()
