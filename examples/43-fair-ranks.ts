/**
 * Twelve offices compared fairly: a mean of nine answers is not a mean of two hundred. Then a funnel, which ranks nobody, and a
 * chart, which asks whether it is changing and whether it will reach the target.
 *
 * Run: node examples/43-fair-ranks.ts
 */
import { Undefined } from "@timbang/core/number"
import { ControlChart, FairRank, Funnel } from "@timbang/core/performance"
import { Measures } from "@timbang/language"
import { Result } from "effect"

const offices = ([
  ["Alam Barajo", 84.1, 1.2], ["Danau Sipin", 83.6, 1.1], ["Danau Teluk", 79.2, 4.8], ["Jambi Selatan", 85.0, 1.3],
  ["Jambi Timur", 82.7, 1.0], ["Jelutung", 84.4, 1.4], ["Kota Baru", 83.1, 1.2], ["Paal Merah", 81.9, 1.1],
  ["Pasar Jambi", 90.5, 5.5], ["Pelayangan", 72.0, 6.5], ["Telanaipura", 86.2, 1.2], ["Kantor Induk", 70.4, 1.1]
] as const).map(([id, estimate, standardError]) => ({ id, estimate, standardError }))

const policy = { tail: "lowest", tailPercent: 25, bar: 0.9, method: "REML" } as const
const report = Result.getOrThrow(FairRank.compare(offices, policy, { draws: 10_000, seed: 2026 }))
console.log("office          raw  shrunken  ranks    P(lowest quarter)")
for (const { id, isFlagged, probabilityInTail, ranks, raw, shrunken } of report.units) {
  console.log(`${id.padEnd(14)} ${raw.toFixed(1)}  ${shrunken.estimate.toFixed(1).padStart(8)}  ${`${ranks.lower}-${ranks.upper}`.padEnd(7)}  ${probabilityInTail.toFixed(2)}${isFlagged ? "  flagged" : ""}`)
}
console.log(Measures.flags(report, "id"))

const funnel = Funnel.place([{ id: "Telanaipura", part: 9, whole: 400 }, { id: "Pelayangan", part: 3, whole: 21 }, { id: "Kantor Induk", part: 58, whole: 500 }], 0.05)
if (Undefined.isUndefined(funnel)) throw new Error(funnel.reason)
for (const { id, limits, place, share } of funnel.units) {
  console.log(`complaints, ${id}: ${(share * 100).toFixed(1)}% is ${place} (${(limits.lower * 100).toFixed(1)} to ${(limits.upper * 100).toFixed(1)}%)`)
}

const days = [12, 14, 11, 13, 12, 15, 13, 12, 2].map((measure, at) => ({ period: `2026-0${at + 1}`, measure }))
const chart = ControlChart.xmr(days)
if (Undefined.isUndefined(chart)) throw new Error(chart.reason)
console.log(Measures.chart(ControlChart.answer(chart, { better: "low", target: 5 }), "id"))
console.log(Measures.chart(ControlChart.answer(chart, { better: "low", target: 5 }), "en"))
