/**
 * The PPPK rounds of 2024: every position, teachers of central agencies, and Pengelola Umum Operasional.
 *
 * @since 0.1.0
 */
import { Sourced } from "@timbang/core/law"
import type { Filling, Outcome, RuleSet } from "@timbang/core/selection"
import * as Authorities from "../asn/Authorities.ts"
import * as OpenPolicies from "../asn/OpenPolicies.ts"
import { code, undecided } from "../asn/Codes.ts"
import * as Instruments from "../Instruments.ts"
import * as Exam from "./Exam.ts"
import { group } from "./Minimums.ts"
import * as Round from "./Round.ts"

const law = Instruments.permen6Of2024
const several = Instruments.cite(law, "seen-in-several")
const dictum = (provision: string, note?: string) =>
  Instruments.cite(Instruments.kepmen347Of2024, "seen-in-several", note === undefined ? { provision } : { provision, note })
const article47 = (paragraph: string) => Instruments.cite(law, "article-read", { provision: `Pasal 47${paragraph}` })
const legend = Instruments.cite(Instruments.kepmen347Of2024, "seen-in-several", {
  note: "\"/L\" passes; a bare class has no seat. R3b and R3T are R3 of the second stage and under KepmenPANRB 15/2025."
})

const codes: ReadonlyArray<Outcome.OutcomeCode> = [
  code("selected", "{class}/L", "Lulus", legend, { aliases: ["L"] }),
  code("selected-by-filling", "L-2", "Lulus setelah perpindahan antarlokasi", legend, { pass: "L-2" }),
  code("not-selected", "{class}", "Belum memperoleh formasi", legend),
  code("absent", "TH", "Tidak hadir", legend),
  code("ineligible", "TMS", "Tidak memenuhi syarat", legend),
  code("withdrawn", "APS", "Mengajukan pengunduran diri", legend),
  code("disqualified", "DIS", "Didiskualifikasi", legend),
  undecided
]

const ranking: RuleSet.Ranking = {
  final: "total",
  ladder: Exam.ladder("teknisTambahan"),
  classes: {
    order: [
      { id: "R1", title: "Pelamar prioritas: guru lulus passing grade 2021, D-IV bidan pendidik 2023" },
      { id: "R2", title: "Eks THK-II" },
      { id: "R3", title: "Pegawai non-ASN dalam pangkalan data BKN" },
      { id: "R4", title: "Pegawai non-ASN aktif minimal 2 tahun di luar pangkalan data BKN" },
      { id: "R5", title: "Lulusan PPG (guru)" }
    ],
    decidedBy: Authorities.bkn,
    source: dictum("diktum 30", "Class first, score second. KepmenPANRB 348/2024 for teachers.")
  },
  decidedBy: Authorities.panselnas,
  source: article47("(3)")
}

const filling: Filling.Filling = {
  passes: [{
    id: "L-2",
    title: "Diisi dari unit penempatan atau lokasi lain, jabatan dan kualifikasi pendidikan sama",
    into: "any",
    from: "any",
    location: "other",
    meets: Sourced.known("own", { ...article47("(4)"), note: "Meets the minimums, of which 2024 has none, and ranks best." }),
    source: { ...article47("(4)-(6)"), note: "Grouped posts of a central agency stay inside their group." }
  }],
  policies: OpenPolicies.filling,
  decidedBy: Authorities.panselnas,
  source: article47("(4)-(6)")
}

const noMinimums = dictum("diktum 29", "Rank only.")

const certificate = {
  id: "sertifikat-kompetensi",
  title: "Sertifikat kompetensi",
  percent: "unknown",
  atMostPercent: Sourced.known(10, several),
  source: Instruments.cite(Instruments.kepmen391Of2024, "unverified", {
    note: "At most 10 percent of the technical maximum; which certificate gives how much was not found. Supply it."
  })
} as const

const roundOf = (about: {
  readonly id: string
  readonly title: string
  readonly technicalMaximum: number
  readonly maxima: ReturnType<typeof dictum>
  readonly sources?: RuleSet.RuleSet["sources"]
  readonly grounds?: ReadonlyArray<Exam.Ground>
}): RuleSet.RuleSet =>
  Round.round({
    id: about.id,
    title: about.title,
    holds: { from: Instruments.holdsFrom(Instruments.kepmen347Of2024) },
    sources: [several, Instruments.opening(Instruments.kepmen347Of2024, "seen-in-several"), ...(about.sources ?? [])],
    components: Exam.components(
      { teknis: about.technicalMaximum, manajerialSosiokultural: 180, wawancara: 40 },
      about.maxima,
      5
    ),
    steps: Exam.steps(
      article47("(1)-(2)"),
      Exam.addition({
        maximum: about.technicalMaximum,
        combination: Sourced.known("add-up", Instruments.cite(law, "inferred", { note: "Capped at the technical maximum." })),
        rounding: Instruments.cite(law, "inferred", { note: "As for health workers in 2022." }),
        grounds: [certificate, ...(about.grounds ?? [])],
        source: several
      })
    ),
    thresholds: noMinimums,
    groups: [group({ id: "umum", title: "Semua jabatan, tanpa nilai ambang batas", categories: ["umum"], source: noMinimums })],
    ranking,
    filling,
    codes,
    requirements: Round.requirements(law),
    objections: [
      Round.window("administrasi", Instruments.cite(law, "inferred", { note: "The pages found are about CPNS 2024, by the same regulation." }), {
        days: 3,
        perPerson: 1,
        announceAgainWithinDays: 7
      }),
      Round.window("kompetensi", Instruments.cite(law, "unverified", { note: "Not found; PPPK rules differ by round." }))
    ]
  })

const parts = dictum("diktum 13-24")

/**
 * PPPK 2024: PermenPANRB 6/2024, KepmenPANRB 347 and 391/2024.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const pppk2024: RuleSet.RuleSet = roundOf({
  id: "pppk-2024",
  title: "Seleksi PPPK 2024",
  technicalMaximum: 450,
  maxima: parts,
  sources: [Instruments.cite(Instruments.kepmen349Of2024, "seen-in-several", { note: "Health workers; its additions were not found." })]
})

/**
 * PPPK teachers of central agencies 2024, whose linear teaching certificate gives the full technical score.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const pppk2024GuruPusat: RuleSet.RuleSet = roundOf({
  id: "pppk-2024-guru-pusat",
  title: "Seleksi PPPK Guru 2024, instansi pusat",
  technicalMaximum: 450,
  maxima: parts,
  sources: [Instruments.cite(Instruments.kepmen348Of2024, "seen-in-several", { note: "Its other additions were not found." })],
  grounds: [{
    id: "sertifikat-pendidik",
    title: "Sertifikat pendidik yang linear, guru di instansi pusat",
    percent: 100,
    source: Instruments.cite(Instruments.kepmen347Of2024, "seen-in-one", { provision: "diktum 25" })
  }]
})

/**
 * PPPK Pengelola Umum Operasional 2024, whose technical part has 45 items.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const pppk2024Operasional: RuleSet.RuleSet = roundOf({
  id: "pppk-2024-operasional",
  title: "Seleksi PPPK Pengelola Umum Operasional 2024",
  technicalMaximum: 225,
  maxima: dictum("diktum 27-28")
})
