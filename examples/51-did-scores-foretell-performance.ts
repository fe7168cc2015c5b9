/**
 * Did selection scores foretell performance? The raw correlation with its interval comes first; corrections follow, each with
 * the assumptions without which it means nothing. Then the published case of Thorndike.
 *
 * Figures of the study are invented. Run: node examples/51-did-scores-foretell-performance.ts
 */
import { RangeRestriction, SelectionValidity } from "@timbang/core/evaluation"
import { Interval, Undefined } from "@timbang/core/number"
import { Findings } from "@timbang/language"

const pairs = Array.from({ length: 60 }, (_, i) => ({
  score: 350 + ((i * 29) % 61),
  performance: 70 + ((i * 29) % 61) / 10 + ((i * 17) % 23)
}))
const study = SelectionValidity.study({ pairs, withoutPerformance: 2, applicantsDeviation: 31, reliabilities: { performance: 0.8 } })

const english = Findings.phrases("en")
const print = ({ correlation, interval }: SelectionValidity.Estimate): string =>
  Undefined.isUndefined(correlation) ? Findings.whyUndefined(correlation, "en") : `${correlation.toFixed(3)} ${Interval.format(interval, 3)}`
console.log(`${study.recruits} recruits, ${study.withoutPerformance} without a performance rating`)
console.log(`Pearson, uncorrected: ${print(study.pearson)}`)
console.log(`Spearman, uncorrected: ${print(study.spearman)}`)
console.log(english.validity[study.verdict])
for (const corrected of study.corrected) {
  console.log(`${english.correction[corrected.correction]}: ${print(corrected)}, only if`)
  for (const assumption of corrected.assumptions) console.log(`  ${english.assumption[assumption]}`)
}

console.log(`\nThorndike 1949, case II: ${String(RangeRestriction.direct(0.33, 100.32, 48.19))}`)
const few = SelectionValidity.study({ pairs: pairs.slice(0, 3), withoutPerformance: 0 })
console.log(`three recruits: ${print({ correlation: few.pearson.correlation, interval: few.pearson.interval })}`)
