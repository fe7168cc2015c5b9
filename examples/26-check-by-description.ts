/**
 * Checks an official list that names no codes of formations: position, location, kind of need and education stand in titles
 * above the rows, as lists are printed. Each row is laid on the formation with the same description.
 *
 * Run: node examples/26-check-by-description.ts
 */
import { OfficialList } from "@timbang/core/selection"
import { Corrections } from "@timbang/language"
import { RuleSets } from "@timbang/regulations"
import { OfficialListFile } from "@timbang/source-files"
import { Effect } from "effect"

const formations = [
  { formation: "F1", position: "Penyuluh Hukum", education: "S-1 Hukum", location: "Setda", category: "umum", seats: 1 },
  { formation: "F2", position: "Penyuluh Hukum", education: "S-1 Hukum", location: "Dinas Kesehatan", category: "cumlaude", seats: 1 }
]
const list = `LAMPIRAN PENGUMUMAN
Jabatan Formasi : 3221 - PENYULUH HUKUM
Lokasi Formasi : SETDA
Jenis Formasi : 1 - UMUM
Pendidikan : S-1 HUKUM
No;No Peserta;Nama;TWK;TIU;TKP;SKB;Nilai Akhir;Keterangan
1;24-011;MADE UP;110;150;191;68;73,6;P/L
2;24-012;MADE UP;110;145;191;68;73,336;TL
Jabatan Formasi : 3221 - PENYULUH HUKUM
Lokasi Formasi : DINAS KESEHATAN
Jenis Formasi : 2 - LULUSAN TERBAIK
Pendidikan : S-1 HUKUM
No;No Peserta;Nama;TWK;TIU;TKP;SKB;Nilai Akhir;Keterangan
1;24-061;MADE UP;90;120;180;70;70,364;TL
2;24-062;MADE UP;90;120;170;60;;P/L
`
const read = await Effect.runPromise(OfficialListFile.read({ file: "L.csv", bytes: new TextEncoder().encode(list) }, RuleSets.cpns2024, { formations }))
for (const correction of read.corrections) console.log(Corrections.sentence(correction, "en"))

const records = [{ participant: "24-011", formation: "F1", values: {} }, { participant: "24-099", formation: "F2", values: {} }]
const checked = OfficialList.check({ ruleSet: RuleSets.cpns2024, formations, described: read.described, rows: read.rows, records })
checked.findings.forEach((finding, at) => {
  const { formation, participant } = read.rows[at]!
  const said = finding._tag === "Differs" ? `differs at ${finding.step}: official ${finding.official}, recomputed ${finding.recomputed}` : finding._tag
  console.log(`row ${read.places[at]}, ${participant} in ${formation}: ${said}`)
})
console.log("only in the records:", checked.missingFromList.join(", "))
console.log("only on the list:", checked.missingFromRecords.join(", "))
