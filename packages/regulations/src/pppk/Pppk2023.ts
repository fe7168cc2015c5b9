/**
 * The PPPK rounds of 2023: every functional position, and teachers with their addition.
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

const law = Instruments.permen14Of2023
const several = Instruments.cite(law, "seen-in-several")
const decree = Instruments.cite(Instruments.kepmen648Of2023, "seen-in-several")
const perPosition = Instruments.cite(Instruments.kepmen652Of2023, "unverified", {
  note: "Set for each position, from 135 to 315; KepmenPANRB 649 for teachers, 650 for health workers. Supply it."
})
const maxima = { teknis: 450, manajerialSosiokultural: 180, wawancara: 40 }
const sources = [
  Instruments.opening(law, "seen-in-several"),
  decree,
  Instruments.cite(Instruments.kepmen649Of2023, "seen-in-several"),
  Instruments.cite(Instruments.kepmen650Of2023, "seen-in-several"),
  Instruments.cite(Instruments.kepmen652Of2023, "seen-in-several")
]
const categories: ReadonlyArray<RuleSet.Category> = [
  Round.umum(decree),
  {
    id: "khusus",
    title: "Kebutuhan khusus",
    general: false,
    aliases: ["KHUSUS", "KEBUTUHAN KHUSUS"],
    protected: false,
    source: decree
  }
]
const groups = (technical: "teknis" | "teknisTambahan") => [
  group({
    id: "umum",
    title: "Kebutuhan umum",
    categories: ["umum"],
    [technical]: "unknown",
    manajerialSosiokultural: 117,
    wawancara: 24,
    source: decree,
    unknown: perPosition
  }),
  group({ id: "khusus", title: "Kebutuhan khusus, tanpa nilai ambang batas", categories: ["khusus"], source: decree })
]
const administrative = Instruments.cite(law, "unverified", { note: "Windows of this round were not found; PPPK rules differ by round." })

/**
 * PPPK 2023: PermenPANRB 14/2023, KepmenPANRB 648, 650 and 652/2023.
 *
 * **Details**
 *
 * An SKTT is not part of it: what its 30 percent are taken of is an open question, so a host adds it by name with
 * `Sktt.withSktt`.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const pppk2023: RuleSet.RuleSet = Round.round({
  id: "pppk-2023",
  title: "Seleksi PPPK 2023",
  holds: { from: Instruments.holdsFrom(law) },
  sources,
  categories,
  components: Exam.components(maxima, decree),
  steps: Exam.steps(several),
  thresholds: decree,
  groups: groups("teknis"),
  ranking: {
    final: "total",
    ladder: Exam.ladder("teknis"),
    decidedBy: Authorities.panselnas,
    source: Instruments.cite(law, "seen-in-several")
  },
  requirements: Round.requirements(law),
  objections: Round.windowsNotFound(law)
})

const certificate = Instruments.cite(Instruments.kepmen649Of2023, "seen-in-several")

/**
 * PPPK teachers 2023: KepmenPANRB 649/2023.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const pppk2023Guru: RuleSet.RuleSet = Round.round({
  id: "pppk-2023-guru",
  title: "Seleksi PPPK Guru 2023",
  holds: { from: Instruments.holdsFrom(law) },
  sources,
  categories,
  components: Exam.components(maxima, decree),
  steps: Exam.steps(
    several,
    Exam.addition({
      maximum: 450,
      combination: Sourced.known("highest", { ...certificate, note: "There is one ground only, so nothing is combined." }),
      rounding: Instruments.cite(Instruments.kepmen649Of2023, "shown-by-arithmetic", { note: "100 percent of 450 are whole points." }),
      grounds: [{ id: "sertifikat-pendidik", title: "Sertifikat pendidik yang linear", percent: 100, source: certificate }],
      source: certificate
    })
  ),
  thresholds: decree,
  groups: groups("teknisTambahan"),
  ranking: {
    final: "total",
    ladder: Exam.ladder("teknisTambahan"),
    decidedBy: Authorities.panselnas,
    source: Instruments.cite(law, "seen-in-several")
  },
  requirements: Round.requirements(law),
  objections: [
    Round.window("administrasi", administrative),
    Round.window(
      "kompetensi",
      Instruments.cite(Instruments.kepmen649Of2023, "seen-in-one", { note: "The director general said that none is possible." }),
      { perPerson: 0 }
    )
  ]
})
