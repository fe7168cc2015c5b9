import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import * as EvaluationFolder from "../../src/evaluation/EvaluationFolder.ts"
import { file, folder } from "../timbang.ts"

/** Two folders with what every evaluation needs. */
const folders = () => {
  const both = { before: folder(), after: folder() }
  for (const where of Object.values(both)) {
    file(where, "staffing.csv", "unit,jobFamily,staff", "Siulak,Bidan,4")
    file(where, "need.csv", "unit,jobFamily,required", "Siulak,Bidan,7.5")
  }
  return both
}

/** The lines of a refusal, each without its folder. */
const refused = async (both: ReturnType<typeof folders>, lang: "id" | "en" = "id") => {
  const { lines } = await Effect.runPromise(Effect.flip(EvaluationFolder.read(both, lang)))
  return lines.map((line) => line.replaceAll(`${both.before}/`, "before/").replaceAll(`${both.after}/`, "after/"))
}

describe("EvaluationFolder.read", () => {
  it("refuses a stage that ends before it begins and one that stands twice, each with its row", async () => {
    const both = folders()
    file(both.after, "stages.csv", "stage,from,until,plannedUntil", "pendaftaran,2024-09-10,2024-08-20,2024-09-06", "pendaftaran,2024-09-10,,")
    expect(await refused(both)).toEqual([
      'after/stages.csv, baris 2, kolom until: ditemukan "2024-08-20", lebih awal daripada "2024-09-10" pada kolom from. Periksa keduanya.',
      'after/stages.csv, baris 2, kolom plannedUntil: ditemukan "2024-09-06", lebih awal daripada "2024-09-10" pada kolom from. Periksa keduanya.',
      'after/stages.csv, baris 3, kolom stage: ditemukan "pendaftaran", sudah ada di baris 2. Sisakan salah satu.'
    ])
  })

  it("refuses more receipts verified than issued, and a second row where there is one answer; as many as issued is allowed", async () => {
    const both = folders()
    file(both.after, "receipts.csv", "issued,verified", "10,97", "10,3")
    expect(await refused(both, "en")).toEqual([
      'after/receipts.csv, row 2, column verified: found "97", more than "10" in the column issued. Check both.',
      'after/receipts.csv, row 3, column issued: found "10", which row 2 has already. Keep one of the two.'
    ])
    file(both.after, "receipts.csv", "issued,verified", "10,10")
    const { after: { receipts } } = await Effect.runPromise(EvaluationFolder.read(both, "id"))
    expect(receipts.rows.map(({ cells }) => cells)).toEqual([{ issued: 10, verified: 10 }])
  })

  it("names every fault of both folders in one go: tables that are not there with their template, two files for one, cells and rows", async () => {
    const both = { before: folder(), after: folder() }
    file(both.before, "staffing.csv", "unit,jobFamily,staff", "Siulak,Bidan,4", "Siulak,Perawat,2", "Siulak,Bidan,7")
    file(both.after, "staffing.csv", "unit,jobFamily,staff", "Siulak,Bidan,empat")
    file(both.after, "need.csv", "unit,jobFamily,required", "Siulak,Bidan,7.5")
    file(both.after, "need.ndjson", '{"unit":"Siulak","jobFamily":"Bidan","required":8}')
    expect(await refused(both)).toEqual([
      'before/staffing.csv, baris 4, kolom unit: ditemukan "Siulak / Bidan", sudah ada di baris 2. Sisakan salah satu.',
      'before/need.csv: berkas tidak ada. Tulis tabelnya; kolomnya diberikan oleh "timbang template before/need --csv".',
      'after/staffing.csv, baris 2, kolom staff: ditemukan "empat", bukan bilangan. Tulis angka saja.',
      "after/need.csv, after/need.ndjson: beberapa berkas untuk satu tabel. Sisakan salah satu."
    ])
  })

  it("refuses two standards of one competence and two directions of one indicator, which the order of rows would otherwise decide", async () => {
    const both = folders()
    file(both.before, "services.csv", "unit,indicator,better,outcome", "Siulak,persalinan,more,70", "Kayu Aro,persalinan,less,71", "Siulak,persalinan,more,72")
    file(both.after, "competences.csv", "unit,jobFamily,competence,rating,standard", "Siulak,Bidan,triase,2,3", "Siulak,Bidan,triase,2.5,2.5", "Siulak,Bidan,rujukan,2,3")
    file(both.after, "means.csv", "unit,jobFamily,rating,standard", "Siulak,Bidan,1,3", "Siulak,Bidan,2,4")
    expect(await refused(both)).toEqual([
      'before/services.csv, baris 3, kolom better: ditemukan "less", padahal baris 2 berisi "more" untuk persalinan. Tulis satu nilai pada semua barisnya.',
      'before/services.csv, baris 4, kolom unit: ditemukan "Siulak / persalinan", sudah ada di baris 2. Sisakan salah satu.',
      'after/competences.csv, baris 3, kolom standard: ditemukan "2.5", padahal baris 2 berisi "3" untuk Siulak / Bidan / triase. Tulis satu nilai pada semua barisnya.',
      'after/means.csv, baris 3, kolom standard: ditemukan "4", padahal baris 2 berisi "3" untuk Siulak / Bidan. Tulis satu nilai pada semua barisnya.'
    ])
  })

  it("tells which files are no table, so that a misspelt one is not left out without a word", async () => {
    const both = folders()
    file(both.after, "recruit.csv", "participant,performance", "2400,80")
    file(both.after, "notes.txt", "mine")
    const { unread } = await Effect.runPromise(EvaluationFolder.read(both, "id"))
    expect(unread).toEqual([`${both.after}/recruit.csv`])
  })
})
