/**
 * Findings of an evaluation in English.
 */
import { counted } from "../Counting.ts"
import type { Phrases } from "./findings.ts"

const posts = (count: number): string => `${count} ${count === 1 ? "post" : "posts"}`

export const english: Phrases = {
  verdict: { met: "met", partly: "partly met", "not-shown": "not shown to be met" },
  because: {
    "nobody-lacking-any-more": "nobody is lacking any more",
    "fewer-lacking": "fewer people are lacking",
    "as-many-or-more-lacking": "as many people are lacking, or more",
    "nobody-was-lacking": "nobody was lacking before",
    "no-outcome-measured": "no service outcome was measured",
    "service-improved": "a service improved where recruits arrived",
    "service-change-not-shown": "for some service outcome no change is shown",
    "service-worsened": "a service worsened where recruits arrived",
    "service-change-not-to-be-trusted": "a service outcome changed, but the comparison cannot be trusted"
  },
  shows: {
    improved: "improved",
    worsened: "worsened",
    "not-shown": "no change shown",
    "not-to-be-trusted": "changed, but the comparison cannot be trusted"
  },
  threat: {
    "trends-differed-before": "trends differed before recruits came",
    "starting-points-differ": "the two groups started far apart",
    "few-clusters": "too few units",
    "few-treated-clusters": "too few units in one of the groups",
    "units-lost": "some units were measured only before or only after",
    "staff-moved-between": "staff moved from comparison units to receiving units",
    "another-change": "something else changed at the same time",
    "measured-otherwise": "the way of measuring changed"
  },
  threatStatus: { held: "checked, not found", broken: "found", "not-checked": "not checked" },
  validity: {
    foretells: "selection scores foretell later performance",
    "foretells-the-opposite": "selection scores run against later performance",
    "not-shown": "it is not shown that selection scores foretell later performance"
  },
  correction: {
    "thorndike-2": "corrected for direct selection (Thorndike II)",
    "thorndike-3": "corrected for selection on a third variable (Thorndike III)",
    attenuation: "corrected for measurement error",
    "attenuation-then-thorndike-2": "corrected for error of the performance measure, then Thorndike II"
  },
  assumption: {
    "selected-on-this-score-only": "applicants were accepted by this score only",
    "selected-on-third-variable-only": "applicants were accepted by the third variable only",
    "straight-line-beyond-recruits": "the relation stays straight among those not accepted",
    "equal-spread-around-the-line": "performance spreads equally at every score",
    "applicants-spread-known": "the applicants' deviation is that of the people who competed",
    "reliability-holds-for-recruits": "reliability was measured among recruits, not in another group",
    "those-without-performance-are-alike": "people without a performance rating do not differ from the others"
  },
  impact: {
    reference: "reference (highest selection rate)",
    indication: "to be looked into",
    "no-indication": "no indication",
    "too-few": "too few to conclude"
  },
  judgement: { below: "below standard", "not-below": "at standard", "not-shown": "not shown", "not-asked": "not asked" },
  lack: { below: "lacking", "not-below": "enough", "not-shown": "not shown", "not-asked": "not asked" },
  advice: {
    train: "train",
    "train-and-recruit": "train and recruit",
    "train-and-equip": "train and equip",
    "train-recruit-and-equip": "train, recruit and equip",
    recruit: "recruit, no training",
    equip: "equip, no training",
    "recruit-and-equip": "recruit and equip, no training",
    measure: "rate more people before deciding",
    nothing: "nothing to do"
  },
  trust: {
    "rules-were-known": "I knew the rules before there were scores.",
    "process-was-fair": "The selection treated me as it treated everyone.",
    "result-is-trusted": "I believe that the result is right, whatever it is for me."
  },
  finding: {
    "posts-unfilled": "posts unfilled",
    "recruits-left": "recruits left",
    "need-still-open": "need still open",
    "need-met": "need met",
    "need-not-shown": "need not shown",
    "competence-below-standard": "competence below standard",
    "indicator-did-not-foretell": "indicator did not foretell the need"
  },
  undefined: {
    "no-values": "no data",
    "too-few-values": "too few values",
    "too-many-values": "more values than the exact method holds",
    "no-variation": "all values are equal",
    "one-category": "all ratings name one category",
    "missing-values": "some data are missing",
    "not-positive": "the divisor is not positive",
    "not-connected": "no shared case links the two sides",
    ties: "there are equal values",
    "lengths-differ": "the two lists differ in length",
    "not-a-number": "a value is not a number",
    "out-of-range": "a value is out of range",
    "at-the-bound": "the estimate is an end of its range"
  },
  method: {
    wilson: "Wilson",
    "agresti-coull": "Agresti-Coull",
    "clopper-pearson": "Clopper-Pearson",
    newcombe: "Newcombe",
    "katz-log": "Katz (log)",
    "student-t": "Student's t",
    normal: "normal",
    "fisher-z": "Fisher's z",
    "bootstrap-percentile": "bootstrap",
    "exact-f": "F",
    feldt: "Feldt",
    "shrout-fleiss": "Shrout-Fleiss"
  },
  change: {
    PostsCarriedOver: (made) => `add ${posts(made.posts)} that stayed empty`,
    PostsWithdrawn: (made) => `withdraw ${posts(made.posts)} whose need is met`,
    ShareOfClaim: ({ share }) => `multiply the claim by 1 + (${share})`,
    TrainingInstead: ({ competence, people }) => `train ${counted(people, "person", "people")} in ${competence}, add no post`,
    IndicatorToReview: ({ indicator }) => `look at the indicator ${indicator} before using it again`
  }
}
