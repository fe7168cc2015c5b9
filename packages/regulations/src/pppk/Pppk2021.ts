/**
 * The PPPK rounds of 2021: teachers, and others.
 *
 * @since 0.1.0
 */
import { Sourced } from "@timbang/core/law"
import type { RuleSet } from "@timbang/core/selection"
import * as Authorities from "../asn/Authorities.ts"
import * as Instruments from "../Instruments.ts"
import * as Exam from "./Exam.ts"
import { group } from "./Minimums.ts"
import * as Round from "./Round.ts"

const teachers = Instruments.permen28Of2021
const several = Instruments.cite(teachers, "seen-in-several")
const article28 = Instruments.cite(teachers, "seen-in-several", {
  provision: "Pasal 28(1)",
  note: "Counted before the minimum scores are tested. Age and service on the day of applying; service is continuous."
})
const k1127 = Instruments.cite(Instruments.kepmen1127Of2021, "seen-in-several")
const perSubject = Instruments.cite(Instruments.kepmen1127Of2021, "unverified", { note: "Set for each subject; supply it." })
const k1169 = Instruments.cite(Instruments.kepmen1169Of2021, "seen-in-several", {
  note: "Holds for people, not for posts: reached only where a formation names this group."
})
const k1169Unknown = Instruments.cite(Instruments.kepmen1169Of2021, "unverified", { note: "Lowered technical minimums; not found." })

/**
 * PPPK teachers 2021: PermenPANRB 28/2021, KepmenPANRB 1127 and 1169/2021.
 *
 * **Details**
 *
 * Applicants of the own school compete first, and seats they leave empty because they miss the minimums may not be filled by
 * others (circular of July 2021, seen in one source). That order of stages is the host's: run each stage with its own seats.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const pppk2021Guru: RuleSet.RuleSet = Round.round({
  id: "pppk-2021-guru",
  title: "Seleksi PPPK Guru 2021",
  holds: { from: Instruments.holdsFrom(teachers) },
  sources: [Instruments.opening(teachers, "seen-in-several"), k1127, Instruments.cite(Instruments.kepmen1169Of2021, "seen-in-several")],
  components: Exam.components({ teknis: 500, manajerialSosiokultural: 200, wawancara: 40 }, k1127),
  steps: Exam.steps(
    several,
    Exam.addition({
      maximum: 500,
      combination: Sourced.known("add-up", article28),
      rounding: Instruments.cite(teachers, "shown-by-arithmetic", { note: "10, 15 and 100 percent of 500 are whole points." }),
      grounds: [
        { id: "sertifikat-pendidik", title: "Sertifikat pendidik yang linear", percent: 100, source: article28 },
        { id: "usia-35", title: "Usia di atas 35 tahun dan aktif mengajar minimal 3 tahun terus-menerus", percent: 15, source: article28 },
        { id: "disabilitas", title: "Penyandang disabilitas", percent: 10, source: article28 },
        { id: "thk-ii", title: "THK-II yang aktif mengajar minimal 3 tahun terus-menerus", percent: 10, source: article28 }
      ],
      source: article28
    })
  ),
  thresholds: k1127,
  groups: [
    group({
      id: "umum",
      title: "Kategori 1",
      categories: ["umum"],
      teknisTambahan: "unknown",
      manajerialSosiokultural: 130,
      wawancara: 24,
      source: k1127,
      unknown: perSubject
    }),
    group({
      id: "kategori-2",
      title: "Kategori 2: usia 50 tahun ke atas",
      categories: ["umum"],
      positions: [],
      holdsFor: "people",
      teknisTambahan: 0,
      manajerialSosiokultural: 110,
      wawancara: 20,
      source: k1169
    }),
    group({
      id: "kategori-3",
      title: "Kategori 3: ambang teknis yang diturunkan",
      categories: ["umum"],
      positions: [],
      holdsFor: "people",
      teknisTambahan: "unknown",
      manajerialSosiokultural: "unknown",
      wawancara: "unknown",
      source: k1169,
      unknown: k1169Unknown
    })
  ],
  ranking: {
    final: "total",
    ladder: Exam.ladder("teknisTambahan"),
    decidedBy: Authorities.panselnas,
    source: Instruments.cite(teachers, "seen-in-several", {
      provision: "Pasal 30",
      note: "That the technical rung counts the additions is inferred: Pasal 28 adds to the technical score itself."
    })
  },
  requirements: Round.requirements(teachers),
  objections: [
    Round.window("administrasi", Instruments.cite(teachers, "seen-in-one"), { perPerson: 1 }),
    Round.window("kompetensi", Instruments.cite(teachers, "seen-in-one"), { perPerson: 1 })
  ]
})

const others = Instruments.permen29Of2021
const k1128 = Instruments.cite(Instruments.kepmen1128Of2021, "seen-in-one")
const perPosition = Instruments.cite(Instruments.kepmen1128Of2021, "unverified", { note: "Set for each of 162 positions; supply it." })

/**
 * PPPK other than teachers 2021: PermenPANRB 29/2021, KepmenPANRB 1128/2021.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const pppk2021NonGuru: RuleSet.RuleSet = Round.round({
  id: "pppk-2021-nonguru",
  title: "Seleksi PPPK Non-Guru 2021",
  holds: { from: Instruments.holdsFrom(others) },
  sources: [Instruments.opening(others, "seen-in-one"), k1128],
  components: Exam.components({ teknis: 450, manajerialSosiokultural: 200, wawancara: 40 }, k1128),
  steps: Exam.steps(Instruments.cite(others, "seen-in-one")),
  thresholds: k1128,
  groups: [
    group({
      id: "umum",
      title: "Jabatan fungsional",
      categories: ["umum"],
      teknis: "unknown",
      manajerialSosiokultural: 130,
      wawancara: 24,
      source: k1128,
      unknown: perPosition
    }),
    ...([["pengawas-koperasi", "Pengawas Koperasi", 203], ["pustakawan", "Pustakawan", 225]] as const).map(([id, title, teknis]) =>
      group({
        id,
        title,
        categories: ["umum"],
        positions: [title],
        teknis,
        manajerialSosiokultural: 130,
        wawancara: 24,
        source: k1128
      })
    )
  ],
  ranking: {
    final: "total",
    ladder: Exam.ladder("teknis"),
    decidedBy: Authorities.panselnas,
    source: Instruments.cite(others, "inferred", { note: "The order of PermenPANRB 28/2021 and of the later rounds." })
  },
  requirements: Round.requirements(others),
  objections: Round.windowsNotFound(others)
})
