/**
 * The PPPK rounds of 2022: technical positions, teachers, health workers.
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

const from2022 = { from: "2022-01-01" }
const general = Instruments.permen29Of2021
const meantForYears = Instruments.cite(general, "seen-in-several", {
  note: "Meant to serve several years; the rule set holds from the first day of 2022, because the opening day of the round was not found."
})
const example = Instruments.cite(general, "seen-in-several", { note: "Seen for technical positions of 2022." })
const perPosition = Instruments.cite(Instruments.kepmen571Of2023, "unverified", {
  note: "Set for each position, and lowered later for THK-II and non-ASN; supply it."
})
const order = (instrument: Instruments.Instrument) =>
  Instruments.cite(instrument, "inferred", { note: "The order of the rounds before and after." })

const minimumsNotFound = (technical: "teknis" | "teknisTambahan", source: ReturnType<typeof Instruments.cite>) =>
  group({
    id: "umum",
    title: "Semua jabatan",
    categories: ["umum"],
    [technical]: "unknown",
    manajerialSosiokultural: "unknown",
    wawancara: "unknown",
    source,
    unknown: source
  })

/**
 * PPPK in technical positions 2022.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const pppk2022: RuleSet.RuleSet = Round.round({
  id: "pppk-2022",
  title: "Seleksi PPPK Teknis 2022",
  holds: from2022,
  sources: [meantForYears, Instruments.cite(Instruments.kepmen571Of2023, "seen-in-several")],
  categories: [Round.umum(example)],
  components: Exam.components({ teknis: 450, manajerialSosiokultural: 200, wawancara: 40 }, example),
  steps: Exam.steps(example),
  thresholds: perPosition,
  groups: [minimumsNotFound("teknis", perPosition)],
  ranking: { final: "total", ladder: Exam.ladder("teknis"), decidedBy: Authorities.panselnas, source: order(general) },
  requirements: Round.requirements(general),
  objections: Round.windowsNotFound(general)
})

const teachers = Instruments.permen20Of2022
const teacherRule = Instruments.cite(teachers, "seen-in-several")
const teacherNotFound = Instruments.cite(teachers, "unverified", { note: "Maxima and minimum scores of this round were not found." })
const classRule = Instruments.cite(teachers, "seen-in-several", {
  note: "P1 uses the better of the scores of 2021 and comes in the order THK-II, negeri, PPG, swasta."
})

/**
 * PPPK teachers 2022: PermenPANRB 20/2022. Those who met the minimums of 2021 come first, in four classes.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const pppk2022Guru: RuleSet.RuleSet = Round.round({
  id: "pppk-2022-guru",
  title: "Seleksi PPPK Guru 2022",
  holds: { from: Instruments.holdsFrom(teachers) },
  sources: [Instruments.opening(teachers, "seen-in-several")],
  categories: [Round.umum(teacherRule)],
  components: Exam.components({ teknis: "unknown", manajerialSosiokultural: "unknown", wawancara: "unknown" }, teacherNotFound),
  steps: Exam.steps(
    teacherRule,
    Exam.addition({
      maximum: "unknown",
      combination: Sourced.known("add-up", Instruments.cite(teachers, "inferred", { note: "Together capped at 100 percent." })),
      rounding: Instruments.cite(teachers, "inferred", { note: "As for health workers in 2022." }),
      grounds: [
        { id: "sertifikat-pendidik", title: "Sertifikat pendidik yang linear", percent: 100, source: teacherRule },
        { id: "disabilitas", title: "Penyandang disabilitas", percent: 10, source: teacherRule }
      ],
      source: { ...teacherRule, note: "Part of the initial score; counts towards the minimum scores." }
    })
  ),
  thresholds: teacherNotFound,
  groups: [minimumsNotFound("teknisTambahan", teacherNotFound)],
  ranking: {
    final: "total",
    ladder: Exam.ladder("teknisTambahan"),
    classes: {
      order: [
        { id: "P1a", title: "Memenuhi nilai ambang batas 2021: THK-II" },
        { id: "P1b", title: "Memenuhi nilai ambang batas 2021: guru non-ASN di sekolah negeri" },
        { id: "P1c", title: "Memenuhi nilai ambang batas 2021: lulusan PPG" },
        { id: "P1d", title: "Memenuhi nilai ambang batas 2021: guru swasta" },
        { id: "P2", title: "THK-II lainnya" },
        { id: "P3", title: "Guru non-ASN lainnya dengan masa kerja minimal 3 tahun dalam Dapodik" },
        { id: "umum", title: "Pelamar umum: lulusan PPG dan guru terdaftar di Dapodik" }
      ],
      decidedBy: Authorities.panselnas,
      source: classRule
    },
    decidedBy: Authorities.panselnas,
    source: order(teachers)
  },
  requirements: Round.requirements(teachers),
  objections: Round.windowsNotFound(teachers)
})

const health = Instruments.kepmen968Of2022
const healthRule = Instruments.cite(health, "seen-in-several")
const healthList = Instruments.cite(Instruments.perdirjen2268Of2022, "seen-in-several")
const healthParts = Instruments.cite(health, "inferred", {
  note: "The technical maximum of 450 was seen; the others are those of technical positions of 2022."
})
const healthNotFound = Instruments.cite(health, "unverified", { note: "Minimum scores of this round were not found." })

/**
 * PPPK health workers 2022: KepmenPANRB 968/2022, Perdirjen HK.01.03/F/2268/2022.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const pppk2022Nakes: RuleSet.RuleSet = Round.round({
  id: "pppk-2022-nakes",
  title: "Seleksi PPPK Tenaga Kesehatan 2022",
  holds: { from: Instruments.holdsFrom(health) },
  sources: [Instruments.opening(health, "seen-in-several"), healthList],
  categories: [Round.umum(healthRule)],
  components: Exam.components({ teknis: 450, manajerialSosiokultural: 200, wawancara: 40 }, healthParts),
  steps: Exam.steps(
    healthRule,
    Exam.addition({
      maximum: 450,
      combination: Sourced.unknown(Instruments.cite(Instruments.perdirjen2268Of2022, "unverified", {
        note: "Whether several additions add up was not found."
      })),
      rounding: { ...healthList, note: "A published table rounds half-up to whole points." },
      grounds: [
        { id: "daerah-terpencil", title: "Bertugas di daerah terpencil atau sangat terpencil", percent: 35, source: healthList },
        { id: "usia-35", title: "Usia minimal 35 tahun dan minimal 3 tahun di fasilitas yang sama", percent: 25, source: healthList },
        { id: "fasilitas-sama", title: "Bekerja di fasilitas yang dilamar", percent: 15, source: healthList },
        { id: "disabilitas", title: "Penyandang disabilitas", percent: 10, source: healthList },
        { id: "penugasan-kemenkes", title: "Penugasan Kementerian Kesehatan", percent: 5, source: healthList }
      ],
      source: healthRule
    })
  ),
  thresholds: healthNotFound,
  groups: [minimumsNotFound("teknisTambahan", healthNotFound)],
  ranking: { final: "total", ladder: Exam.ladder("teknisTambahan"), decidedBy: Authorities.panselnas, source: order(health) },
  requirements: Round.requirements(health),
  objections: Round.windowsNotFound(health)
})
