/**
 * Appraisal in numbers before PermenPANRB 6/2022, for old records.
 *
 * @since 0.1.0
 */
import type { LegalSource, Parameter } from "@timbang/core/law"
import type { Bands, ForcedRanking, NumericAppraisal } from "@timbang/core/performance"

// --- parameters ---

const pp30Of2019 = (provision: string): LegalSource.LegalSource => ({
  instrument: "PP 30/2019",
  provision,
  confidence: "article-read"
})

const pp46Of2011: LegalSource.LegalSource = {
  instrument: "PP 46/2011",
  confidence: "seen-in-one",
  note: "Bands are printed in whole numbers; a value between two is read by the lower bound of the higher. Holds here from the first day of its year."
}

const bandsOf2019: Bands.Bands = {
  decimals: 2,
  lowest: 0,
  highest: 12_000,
  bands: [
    { from: 11_000, label: "Sangat Baik" },
    { from: 9000, label: "Baik" },
    { from: 7000, label: "Cukup" },
    { from: 5000, label: "Kurang" },
    { from: 0, label: "Sangat Kurang" }
  ]
}

const schemeOf2019 = (workPlan: number): NumericAppraisal.Scheme => ({
  weights: { workPlan, conduct: 100 - workPlan },
  bands: bandsOf2019,
  asksIdea: { predicate: "Sangat Baik", otherwise: "Baik" },
  source: pp30Of2019("Pasal 39-41")
})

const schemeOf2011: NumericAppraisal.Scheme = {
  weights: { workPlan: 60, conduct: 40 },
  bands: {
    decimals: 2,
    lowest: 0,
    highest: 12_000,
    bands: [
      { from: 9100, label: "Sangat Baik" },
      { from: 7600, label: "Baik" },
      { from: 6100, label: "Cukup" },
      { from: 5100, label: "Kurang" },
      { from: 0, label: "Buruk" }
    ]
  },
  source: pp46Of2011
}

/**
 * Weights and bands of a numeric appraisal; `withOpinion` where peers and subordinates were asked.
 *
 * @category parameters
 * @since 0.1.0
 */
export const numericSchemes: Parameter.Parameter<{
  readonly plain: NumericAppraisal.Scheme
  readonly withOpinion?: NumericAppraisal.Scheme
}> = {
  name: "numeric appraisal",
  unit: "hundredths of a point",
  values: [
    { from: "2011-01-01", until: "2018-12-31", value: { plain: schemeOf2011 }, source: pp46Of2011 },
    {
      from: "2019-01-01",
      until: "2022-02-06",
      value: { plain: schemeOf2019(70), withOpinion: schemeOf2019(60) },
      source: {
        ...pp30Of2019("Pasal 39-41"),
        note: "Holds here from the first day of its year until PermenPANRB 6/2022; the day of issue was not in the sources consulted."
      }
    }
  ]
}

const permen8Of2021: LegalSource.LegalSource = {
  instrument: "PermenPANRB 8/2021",
  confidence: "seen-in-several",
  note: "Seen in two sources; repealed by PermenPANRB 6/2022. Holds here from the first day of its year."
}

const aboveTarget: LegalSource.LegalSource = {
  ...permen8Of2021,
  confidence: "unverified",
  note: "That 101% to 110% is interpolated from 110 to 120 comes from memory, and what lies between 100% and 101% is not said."
}

/**
 * Value of an achievement, from the percentage that `NumericAppraisal.achievement` gives. Its part above 100% is not verified.
 *
 * @category parameters
 * @since 0.1.0
 */
export const achievementValues: Parameter.Parameter<NumericAppraisal.ValueScale> = {
  name: "value of an achievement",
  unit: "hundredths of a point",
  values: [{
    from: "2021-01-01",
    until: "2022-02-06",
    value: {
      pieces: [
        { from: 0, value: 0, rise: 49, run: 59, source: permen8Of2021 },
        { from: 6000, value: 5000, rise: 1, run: 1, source: permen8Of2021 },
        { from: 8000, value: 7000, rise: 1, run: 1, source: permen8Of2021 },
        { from: 10_000, value: 10_900, rise: 0, run: 1, source: permen8Of2021 },
        { from: 10_001, value: 10_901, rise: 1, run: 1, source: aboveTarget },
        { from: 10_100, value: 11_000, rise: 10, run: 9, source: aboveTarget },
        { from: 11_000, value: 12_000, rise: 0, run: 1, source: permen8Of2021 }
      ],
      highest: 12_000,
      whereTargetIsHighest: 12_000
    },
    source: permen8Of2021
  }]
}

/**
 * Caps of the ranking in three groups of PP 30/2019.
 *
 * @category parameters
 * @since 0.1.0
 */
export const rankingCaps: Parameter.Parameter<ForcedRanking.Caps> = {
  name: "ranking in three groups",
  unit: "hundredths of the people of a unit",
  values: [{
    from: "2019-01-01",
    until: "2022-02-06",
    value: { aboveAtMost: 20, middleAtLeast: 60, middleAtMost: 70, belowAtMost: 20, source: pp30Of2019("Pasal 41 (8)") },
    source: {
      ...pp30Of2019("Pasal 41 (8)"),
      note: "How the shares round in units that are not a multiple of ten is not said; whole people are compared without rounding."
    }
  }]
}
