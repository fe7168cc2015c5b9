/**
 * Recomputes an official list in which one final score was raised.
 *
 * Run: node examples/21-check-an-official-list.ts
 */
import { OfficialList } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"

const formations = [{ formation: "F1", position: "Penyuluh Hukum", education: "S-1 Hukum", location: "Setda", category: "umum", seats: 2 }]
const row = (participant: string, skd: number, skb: number, final: number, code: string) => ({ participant, formation: "F1", values: { skd, skb, final }, code })

// A worked example of packages/regulations/test/cases, with 64.891 raised to 65.891.
const checked = OfficialList.check({
  ruleSet: RuleSets.cpns2024,
  formations,
  rows: [row("1", 451, 68000, 73600, "P/L"), row("2", 377, 64000, 65818, "P/L"), row("3", 389, 61000, 65891, "TL")]
})

checked.findings.forEach((finding, at) => {
  const said = finding._tag === "Differs" ? `differs at ${finding.step}: official ${finding.official}, recomputed ${finding.recomputed}` : finding._tag
  console.log(`row ${at + 1}: ${said}`)
})
console.log("ranks and codes:", checked.outcomes._tag === "Recomputed" ? "recomputed" : `not recomputed, for want of ${checked.outcomes.because.join(", ")}`)
