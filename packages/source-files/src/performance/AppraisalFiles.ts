/**
 * What stands beside the ratings of an appraisal: which service is whose, the predicates of organisations, and the days on which
 * documents were handed over and objections filed.
 *
 * @since 0.1.0
 */
import * as Column from "../Column.ts"

// --- columns ---

/**
 * Which service of a survey is whose: the unit that answers for it, and the team that serves. A service may be that of several
 * teams; then it stands once for each.
 *
 * **Example** (A service without a team)
 *
 * ```ts
 * import { AppraisalFiles } from "@timbang/source-files"
 * AppraisalFiles.services.team.need // => "none"
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const services = {
  service: Column.text({ aliases: ["Layanan", "Jenis Layanan"], need: "cell", sample: "akta kelahiran" }),
  unit: Column.text({ aliases: ["Unit Kerja"], need: "cell", sample: "Dukcapil" }),
  team: Column.text({ aliases: ["Tim", "Tim Kerja"], sample: "loket akta" })
}

/**
 * Predicates of organisations: one row for each unit and year. `expected` is the index of citizens' satisfaction that was expected;
 * `grounds` says on what the predicate rests, parted by `|`.
 *
 * **Example** (A further spelling)
 *
 * ```ts
 * import { AppraisalFiles } from "@timbang/source-files"
 * AppraisalFiles.organisations({ Istimewa: ["sangat baik"] }).predicate.spellings.get("sangatbaik") // => 0
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const organisations = <P extends string>(predicates: Readonly<Record<P, ReadonlyArray<string>>>) => ({
  unit: Column.text({ aliases: ["Unit Kerja", "Organisasi"], need: "cell", sample: "Dukcapil" }),
  year: Column.integer({ aliases: ["Tahun"], need: "cell", minimum: 2000, maximum: 2100, sample: "2025" }),
  predicate: Column.code(predicates, { aliases: ["Predikat", "Predikat Organisasi", "Predikat Kinerja Organisasi"], need: "cell", sample: "Baik" }),
  setBy: Column.text({ aliases: ["Ditetapkan Oleh"], need: "cell", sample: "Bupati" }),
  setOn: Column.day({ aliases: ["Tanggal Penetapan"], need: "cell", sample: "2026-01-20" }),
  grounds: Column.text({ aliases: ["Dasar"], sample: "IKU|ekspektasi pimpinan" }),
  expected: Column.decimal({ decimals: 2, maximum: 100, aliases: ["Target IKM", "IKM yang Diharapkan"], sample: "80.00" })
})

/**
 * The days of an appraisal: one row for each person. A day that is left empty has not come, or is not known.
 *
 * - `signedOn`: the rater signed. `receivedOn`: the person got the document. `confirmedOn`: the person signed. `reportedOn`: reported
 *   to the authorised official.
 * - `objectedOn`, `answeredOn`, `result`: an objection (keberatan), its decision, and whether the rating stayed (`tetap`) or changed (`berubah`).
 * - `refusedOn`, `superiorOn`: under earlier law, the person did not sign, and the rater's superior decided in place of it.
 * - `byRegionHead`: `ya` where the head of the region rated; then no objection is open.
 *
 * A person is a pseudonym: a NIK is refused.
 *
 * **Example** (A person stands once)
 *
 * ```ts
 * import { AppraisalFiles } from "@timbang/source-files"
 * AppraisalFiles.days.person.isUnique // => true
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const days = {
  person: Column.identifier({ aliases: ["Pegawai", "Pseudonim"], need: "cell", isUnique: true, refusesNik: true, sample: "pegawai-017" }),
  signedOn: Column.day({ aliases: ["Ditandatangani Penilai"], sample: "2026-01-12" }),
  receivedOn: Column.day({ aliases: ["Diterima Pegawai"], sample: "2026-01-15" }),
  confirmedOn: Column.day({ aliases: ["Ditandatangani Pegawai"], sample: "" }),
  reportedOn: Column.day({ aliases: ["Dilaporkan"], sample: "" }),
  objectedOn: Column.day({ aliases: ["Keberatan Diajukan"], sample: "2026-01-21" }),
  answeredOn: Column.day({ aliases: ["Keberatan Diputus"], sample: "2026-01-28" }),
  result: Column.code({ tetap: ["upheld"], berubah: ["changed"] }, { aliases: ["Hasil Keberatan"], sample: "tetap" }),
  refusedOn: Column.day({ aliases: ["Menolak Tanda Tangan"], sample: "" }),
  superiorOn: Column.day({ aliases: ["Diputus Atasan Penilai"], sample: "" }),
  byRegionHead: Column.code({ ya: ["yes"], tidak: ["no"] }, { aliases: ["Dinilai Kepala Daerah"], sample: "" })
}
