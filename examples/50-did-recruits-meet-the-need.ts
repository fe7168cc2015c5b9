/**
 * Did the people recruited meet the need? The gap before and after, a service compared with places where nobody arrived, and
 * the list of what would break that comparison.
 *
 * Figures are invented. Run: node examples/50-did-recruits-meet-the-need.ts
 */
import { DifferenceInDifferences, NeedFulfilment, Threat } from "@timbang/core/evaluation"
import { Fraction, Interval, Undefined } from "@timbang/core/number"
import { Findings } from "@timbang/language"

const cell = (unit: string, required: string, staffBefore: number, opened: number, filled: number) => ({
  unit,
  jobFamily: "midwife",
  requiredBefore: Fraction.parseUnsafe(required),
  requiredAfter: Fraction.parseUnsafe(required),
  staffBefore,
  staffAfter: staffBefore + filled,
  opened,
  filled,
  left: 0
})
const staffing = [cell("Siulak", "7.5", 4, 3, 3), cell("Kayu Aro", "6", 3, 3, 3), cell("Gunung Raya", "5", 2, 3, 1)]

// Births attended, percent, in 24 puskesmas; recruits arrived in every second one.
const observations = Array.from({ length: 24 }, (_, i) => {
  const [isTreated, start] = [i % 2 === 0, 60 + ((i * 37) % 11)]
  const seen = { cluster: `puskesmas ${i + 1}`, isTreated }
  return [
    { ...seen, isAfter: false, outcome: start },
    { ...seen, isAfter: true, outcome: start + ((i * 13) % 5) + (isTreated ? 5 : 0) }
  ]
}).flat()
const threats = Threat.check(observations, { staffMoved: 0, hadAnotherChange: false })
const estimate = DifferenceInDifferences.estimate(observations)
const fulfilment = NeedFulfilment.judge(staffing, [{ indicator: "births attended", better: "more", estimate, threats }])

const english = Findings.phrases("en")
for (const { gapAfter, gapBefore, unit, verdict } of fulfilment.cells) {
  console.log(`${unit.padEnd(12)} lacking ${Fraction.format(gapBefore)} before, ${Fraction.format(gapAfter)} now: ${english.verdict[verdict]}`)
}
if (!Undefined.isUndefined(estimate)) {
  const { clusters, difference, interval, standardError } = estimate
  console.log(`births attended: ${difference.toFixed(2)} points more than elsewhere, ${Interval.format(interval, 2)}, standard error ${standardError.toFixed(3)} over ${clusters} puskesmas`)
}
for (const { status, threat } of threats) console.log(`  ${english.threat[threat]}: ${english.threatStatus[status]}`)
console.log(`the need is ${english.verdict[fulfilment.verdict]}: ${fulfilment.because.map((one) => english.because[one]).join("; ")}`)
