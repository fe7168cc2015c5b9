/**
 * Administrative requirements that CPNS and PPPK have in common.
 *
 * @since 0.1.0
 */
import { type LegalSource, Sourced } from "@timbang/core/law"
import type { Requirement } from "@timbang/core/selection"
import * as Instruments from "../Instruments.ts"
import * as Authorities from "./Authorities.ts"

const decidedBy = Authorities.agency

/**
 * Requirements that every applicant meets whatever the post: criminal record, dismissal, status, one application, degree,
 * grade point average, registration certificate.
 *
 * **Details**
 *
 * The pages consulted describe them for PermenPANRB 6/2024. For an earlier instrument they are marked as inferred.
 *
 * @category requirements
 * @since 0.1.0
 */
export const common = (instrument: Instruments.Instrument, programs: ReadonlyArray<string>): ReadonlyArray<Requirement.Requirement> => {
  const isRead = instrument === Instruments.permen6Of2024
  const source = (confidence: LegalSource.Confidence, note?: string): LegalSource.LegalSource =>
    Instruments.cite(instrument, isRead ? confidence : "inferred", {
      note: [note, isRead ? undefined : "The pages consulted describe this for PermenPANRB 6/2024."]
        .filter((part) => part !== undefined).join(" ") || "As pages about the round describe it."
    })
  return [
    {
      _tag: "Declaration",
      id: "pidana",
      title: "Tidak pernah dipidana dengan putusan tetap atas tindak pidana yang diancam 2 tahun penjara atau lebih",
      decidedBy,
      source: source("seen-in-several")
    },
    {
      _tag: "Declaration",
      id: "pemberhentian",
      title: "Tidak pernah diberhentikan dengan hormat tidak atas permintaan sendiri atau tidak dengan hormat",
      decidedBy,
      source: source("seen-in-several")
    },
    {
      _tag: "Declaration",
      id: "status",
      title: "Bukan CPNS, PNS, prajurit TNI, anggota Polri, dan bukan anggota atau pengurus partai politik",
      decidedBy,
      source: source("seen-in-several", "A PPPK may apply without resigning (2024).")
    },
    {
      _tag: "OneApplication",
      id: "satu-lamaran",
      title: "Satu instansi, satu jenis kebutuhan, dan satu jabatan dalam satu tahun anggaran",
      programs,
      decidedBy,
      source: source("seen-in-several")
    },
    {
      _tag: "Education",
      id: "pendidikan",
      title: "Kualifikasi pendidikan sesuai dengan jabatan",
      decidedBy,
      source: source("seen-in-several", "Accredited institution or programme; a foreign degree needs penyetaraan.")
    },
    {
      _tag: "GradeAverage",
      id: "ipk",
      title: "Indeks prestasi kumulatif minimal yang ditetapkan instansi",
      minimum: Sourced.unknown(source("seen-in-one", "Each agency sets its own, for example 2.75; supply it with the announcement as source.")),
      decidedBy,
      source: source("seen-in-one")
    },
    {
      _tag: "Document",
      id: "str",
      title: "Surat tanda registrasi yang berlaku pada saat melamar, untuk jabatan fungsional kesehatan",
      decidedBy,
      source: source("seen-in-several", "By a decree of its own, such as KepmenPANRB 980/2021; name the positions of your list.")
    }
  ]
}
