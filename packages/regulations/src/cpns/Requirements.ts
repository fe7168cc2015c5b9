/**
 * Administrative requirements of the CPNS rounds.
 *
 * @since 0.1.0
 */
import { Sourced } from "@timbang/core/law"
import type { Requirement } from "@timbang/core/selection"
import * as Authorities from "../asn/Authorities.ts"
import * as Common from "../asn/Requirements.ts"
import * as Instruments from "../Instruments.ts"

const government = Instruments.cite(Instruments.pp11Of2017, "seen-in-several", { provision: "Pasal 23(1)a" })

/**
 * Age on the day of applying: 18 to 35 years, and 40 for some positions.
 *
 * **Gotchas**
 *
 * The texts say only "pada saat melamar". That the limit is 35 years and no days is practice from memory; the other reading,
 * until the day before the 36th birthday, is `completed-years`. Lecturers, researchers and engineers with a doctorate also
 * have 40 years; their positions go under names of their own and are added by the host.
 *
 * @category requirements
 * @since 0.1.0
 */
export const age: Requirement.AgeRequirement = {
  _tag: "Age",
  id: "usia",
  title: "Usia pada saat melamar",
  minimumYears: Sourced.known(18, government),
  maximumYears: Sourced.known(35, government),
  upperLimit: Sourced.known("years-and-no-days", Instruments.cite(Instruments.pp11Of2017, "unverified", {
    provision: "Pasal 23",
    note: "Day precision is from memory; the text says only \"pada saat melamar\". Other reading: completed-years."
  })),
  exceptions: [{
    positions: ["Dokter Spesialis", "Dokter Gigi Spesialis", "Dokter Pendidik Klinis"],
    maximumYears: 40,
    source: {
      ...government,
      note: "Also dosen, peneliti and perekayasa with S3; add the exact names of such positions."
    }
  }],
  decidedBy: Authorities.agency,
  source: government
}

/**
 * The requirements of a round.
 *
 * @category requirements
 * @since 0.1.0
 */
export const of = (instrument: Instruments.Instrument): ReadonlyArray<Requirement.Requirement> => [
  age,
  ...Common.common(instrument, ["CPNS", "PPPK"]),
  {
    _tag: "Document",
    id: "cumlaude",
    title: "Lulusan terbaik: minimal S1 dengan pujian, perguruan tinggi dan program studi terakreditasi A/Unggul saat lulus",
    categories: ["cumlaude"],
    decidedBy: Authorities.agency,
    source: Instruments.cite(instrument, "seen-in-several", { note: "Only for kebutuhan lulusan terbaik; D-IV does not count." })
  },
  ...(instrument === Instruments.permen6Of2024
    ? [{
      _tag: "Document",
      id: "domisili-kalimantan",
      title: "KTP berdomisili di Kalimantan saat akun SSCASN dibuat",
      categories: ["kalimantan"],
      decidedBy: Authorities.agency,
      source: Instruments.cite(instrument, "seen-in-one", { note: "Only for putra/putri Kalimantan." })
    } as const]
    : [])
]
