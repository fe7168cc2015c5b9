/**
 * One regency from the budget to the posts it opens: the ceiling, what each unit asks for (usulan), what the Minister
 * grants (penetapan), and the rows of F.csv (rincian formasi). The regency, its units and its figures are made up.
 *
 * Run: node examples/19-asked-granted-opened.ts
 */
import { Allocation, Budget, Decree, Opening } from "@timbang/core/formation"
import { LegalSource, Parameter } from "@timbang/core/law"
import { BudgetLaw } from "@timbang/regulations"
import { Result } from "effect"

const day = "2026-03-02"
const at = <A>(parameter: Parameter.Parameter<A>) => Result.getOrThrow(Parameter.at(parameter, day))

const cap = at(BudgetLaw.personnelCap)
const figures = {
  spending: 1_200_000_000_000,
  personnel: 412_900_000_000,
  excluded: { "tunjangan profesi guru": 52_000_000_000 },
  freed: 1_900_000_000,
  costPerPost: 80_000_000
}
const ceiling = Result.getOrThrow(Budget.ceiling(figures, cap.value, "zero-growth"))
console.log(`Ceiling: ${ceiling.posts} posts (${LegalSource.cite(cap.source)})`)

const cell = (
  unit: string,
  position: string,
  jobFamily: string,
  need: number,
  onHand: number,
  retiring = 0
): Allocation.Cell => ({
  unit,
  position,
  grade: jobFamily === "administrasi" ? 7 : 8,
  jobFamily,
  need,
  onHand,
  retirements: { "2026": retiring }
})
const policy: Allocation.Policy = {
  source: { instrument: "RKPD Kabupaten Contoh 2026", confidence: "host" },
  weights: { kesehatan: 3, guru: 2 },
  otherwise: 1,
  years: [2026]
}
const usulan = Result.getOrThrow(
  Allocation.allocate(
    [
      cell("Puskesmas Utara", "Perawat Ahli Pertama", "kesehatan", 14, 9, 1),
      cell("Puskesmas Selatan", "Perawat Ahli Pertama", "kesehatan", 10, 8),
      cell("SDN 1", "Guru Kelas Ahli Pertama", "guru", 9, 5, 1),
      cell("SDN 2", "Guru Kelas Ahli Pertama", "guru", 6, 6),
      cell("Kecamatan Timur", "Penata Layanan Operasional", "administrasi", 8, 4),
      cell("Kecamatan Barat", "Penata Layanan Operasional", "administrasi", 5, 6)
    ],
    policy,
    ceiling.posts,
    "sainte-lague"
  )
)
for (const { asked, gap, need, onHand, position, reason, unit } of usulan.rows) {
  console.log(`  ${unit}, ${position}: need ${need}, on hand ${onHand}, gap ${gap}, asked ${asked} (${reason._tag})`)
}

const decree: Decree.Decree = {
  number: "KepmenPANRB 000/2026 (contoh)",
  day: "2026-05-29",
  granted: [
    { position: "Perawat Ahli Pertama", seats: 6 },
    { position: "Guru Kelas Ahli Pertama", seats: 3 },
    { position: "Penata Layanan Operasional", seats: 1 }
  ]
}
const waiting = Result.getOrThrow(Decree.distribute(usulan.rows, decree, "sainte-lague"))
for (const { among, seats } of waiting.draws) console.log(`Draw needed: ${seats} post among ${among.join(" and ")}`)
const winner = "Puskesmas Utara / Perawat Ahli Pertama"
const distribution = Result.getOrThrow(
  Decree.distribute(usulan.rows, decree, "sainte-lague", waiting.draws.length === 0 ? [] : [winner])
)

const kinds = at(BudgetLaw.openCategories)
const opening: Opening.Opening = {
  agency: "Pemerintah Kabupaten Contoh",
  agencyKind: "daerah",
  distribution,
  positions: [
    { position: "Perawat Ahli Pertama", education: "Ners", asnKind: "pns" },
    { position: "Guru Kelas Ahli Pertama", education: "S-1 PGSD", asnKind: "pppk" },
    { position: "Penata Layanan Operasional", education: "S-1", asnKind: "pns" }
  ],
  rules: {
    categories: kinds.value.daerah!,
    shares: at(BudgetLaw.reservedShares).value,
    closedPositions: at(BudgetLaw.closedPositions).value
  },
  method: "sainte-lague"
}
if (LegalSource.needsWarning(kinds.source)) console.log(`unverified: ${BudgetLaw.openCategories.name}`)
const opened = Result.getOrThrow(Opening.open(opening))
console.log("formation,position,education,location,category,seats,agency,agencyKind,thresholdGroup")
for (const {
  agency,
  agencyKind,
  category,
  education,
  formation,
  location,
  position,
  seats,
  thresholdGroup = ""
} of opened.cells) {
  console.log([formation, position, education, location, category, seats, agency, agencyKind, thresholdGroup].join(","))
}
const { asked, granted, opened: posts } = opened.totals
console.log(`Asked ${asked}, granted ${granted}, opened ${posts}`)
const refused = Opening.open({
  ...opening,
  special: [{ unit: "SDN 1", position: "Guru Kelas Ahli Pertama", category: "diaspora", seats: 1 }]
})
if (Result.isFailure(refused)) console.log(refused.failure.message)
