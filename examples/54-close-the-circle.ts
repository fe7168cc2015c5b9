/**
 * A round reported and evaluated; what the next needs round takes over; and the posts that change because of it.
 *
 * Figures are invented. Run: node examples/54-close-the-circle.ts
 */
import { Adjustment, NeedFulfilment, RoundReport } from "@timbang/core/evaluation"
import { Standing } from "@timbang/core/law"
import { NeedAdjustment } from "@timbang/core/needs"
import { Fraction, Interval, Undefined } from "@timbang/core/number"
import { Findings } from "@timbang/language"
import { EvaluationReport } from "@timbang/report"
import { Result } from "effect"

const report = RoundReport.make({
  round: "CPNS 2024",
  stages: [
    { stage: "registration", from: "2024-08-20", until: "2024-09-10", plannedUntil: "2024-09-06" },
    { stage: "objections", from: "2025-01-13", until: "2025-01-19", plannedUntil: "2025-01-19" }
  ],
  seats: [{ group: "umum", opened: 6, filled: 5, resigned: 1 }],
  costs: [{ kind: "exam", rupiah: 148_500_000n }, { kind: "committee", rupiah: 61_250_000n }],
  receipts: { issued: 1184, verified: 97 },
  objections: [
    { filed: "2025-01-13", due: "2025-01-22", answered: "2025-01-17", isAccepted: true },
    { filed: "2025-01-14", due: "2025-01-22", answered: "2025-01-24", isAccepted: false }
  ],
  trust: [{ question: "result-is-trusted", agree: 219, answered: 309, asked: 1184 }]
})
const { costPerFilledSeat, objections, receiptsVerified, stages, trust } = report
for (const { days, late, stage } of stages) console.log(`${stage}: ${String(days)} days, ${String(late)} late`)
console.log(`cost of a filled seat: ${Undefined.isUndefined(costPerFilledSeat) ? costPerFilledSeat.reason : `Rp ${costPerFilledSeat}`}`)
console.log(`receipts verified: ${receiptsVerified.count} of ${receiptsVerified.of}`)
console.log(`objections: ${objections.filed} filed, ${objections.answeredInTime.count} answered in time, ${objections.accepted.count} accepted`)
console.log(`"${Findings.phrases("en").trust["result-is-trusted"]}" ${trust[0]!.agree} of ${trust[0]!.answered}, ${Interval.format(trust[0]!.agreed.interval, 3)}`)

const cell = (unit: string, required: string, staffBefore: number, opened: number, filled: number, left: number) => ({
  unit,
  jobFamily: "nurse",
  requiredBefore: Fraction.parseUnsafe(required),
  requiredAfter: Fraction.parseUnsafe(required),
  staffBefore,
  staffAfter: staffBefore + filled - left,
  opened,
  filled,
  left
})
const fulfilment = NeedFulfilment.judge([cell("Siulak", "12", 9, 3, 2, 1), cell("Kayu Aro", "8.25", 7, 3, 3, 0)], [])
const adjustments = Adjustment.derive({
  round: "CPNS 2024",
  basis: "new-need-only",
  fulfilment,
  gaps: [],
  drivers: [{ unit: "Kayu Aro", jobFamily: "nurse", indicator: "outpatient visits" }],
  evidence: "evaluation of CPNS 2024"
})

const claims = ["Siulak", "Kayu Aro"].map((unit) => ({ unit, jobFamily: "nurse", people: Fraction.parseUnsafe("1.5") }))
const { claims: next, taken } = Result.getOrThrow(NeedAdjustment.take(claims, adjustments))
console.log("")
for (const { adjustment: { change, unit }, after, before } of taken) {
  console.log(`${unit}: ${Findings.change(change, "en")}; claim ${Fraction.format(before)} to ${Fraction.format(after)}`)
}
console.log(`claims of the next round: ${next.map(({ people, unit }) => `${unit} ${Fraction.format(people)}`).join(", ")}`)

const evaluation = { round: "CPNS 2024", agency: "Kabupaten Kerinci", on: "2026-06-30", standing: Standing.simulation, fulfilment, report, adjustments }
console.log(`\n${EvaluationReport.oneSentence(evaluation)}`)
const page = EvaluationReport.render(evaluation)
console.log(`the page: ${page.includes("<script") ? "with" : "without"} a script, ${page.match(/<table>/g)?.length} tables`)
