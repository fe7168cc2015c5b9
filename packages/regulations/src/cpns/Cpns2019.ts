/**
 * The CPNS round of 2019.
 *
 * @since 0.1.0
 */
import { Sourced } from "@timbang/core/law"
import type { RuleSet } from "@timbang/core/selection"
import * as Authorities from "../asn/Authorities.ts"
import { code, undecided } from "../asn/Codes.ts"
import * as OpenPolicies from "../asn/OpenPolicies.ts"
import * as Instruments from "../Instruments.ts"
import * as Categories from "./Categories.ts"
import { common, final } from "./Codes.ts"
import * as Components from "./Components.ts"
import { group } from "./Groups.ts"
import * as Integration from "./Integration.ts"
import * as Objections from "./Objections.ts"
import * as Passes from "./Passes.ts"
import * as Requirements from "./Requirements.ts"
import * as SecondExams from "./SecondExams.ts"

const law = Instruments.permen23Of2019
const several = Instruments.cite(law, "seen-in-several")
const inferred = Instruments.cite(law, "inferred", { note: "The counts of questions were seen in two sources; the maxima follow." })
const thresholds = Instruments.cite(Instruments.permen24Of2019, "seen-in-several")
const legend = Instruments.cite(law, "inferred", { note: "Seen in lists of other rounds." })

/**
 * Selection of CPNS 2019: PermenPANRB 23 and 24/2019.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const cpns2019: RuleSet.RuleSet = {
  schemaVersion: 1,
  id: "cpns-2019",
  title: "Seleksi CPNS 2019",
  program: "CPNS",
  holds: { from: Instruments.holdsFrom(law) },
  sources: [Instruments.opening(law, "seen-in-several"), thresholds],
  hostAuthorities: Authorities.ofTheHost,
  categories: [
    Categories.umum(thresholds),
    Categories.cumlaude(thresholds),
    Categories.diaspora(thresholds),
    Categories.disabilitas(thresholds),
    Categories.papua(thresholds),
    Categories.cyberSecurity(thresholds)
  ],
  components: Components.components({ twk: 150, tiu: 175, tkp: 175 }, { skd: inferred, skb: several }),
  steps: [
    Integration.teacherCertificate(Instruments.cite(law, "seen-in-several", { provision: "item f" })),
    ...Integration.steps({
      skdMaximum: Sourced.known(500, inferred),
      weights: several,
      rounding: Instruments.cite(law, "shown-by-arithmetic", {
        note: "Of 500 points, rounding at each step and rounding at the end give the same."
      }),
      skb: "skbSerdik"
    })
  ],
  thresholds: {
    groups: [
      group({
        id: "umum",
        title: "Kebutuhan umum; tenaga pengamanan siber",
        categories: ["umum", "cyber-security"],
        twk: 65,
        tiu: 80,
        tkp: 126,
        source: thresholds
      }),
      group({ id: "cumlaude-diaspora", title: "Cumlaude dan diaspora", categories: ["cumlaude", "diaspora"], tiu: 85, skd: 271, source: thresholds }),
      group({ id: "disabilitas", title: "Penyandang disabilitas", categories: ["disabilitas"], tiu: 70, skd: 260, source: thresholds }),
      group({ id: "papua", title: "Papua dan Papua Barat", categories: ["papua"], tiu: 60, skd: 260, source: thresholds }),
      group({
        id: "dokter",
        title: "Dokter dan instruktur penerbang",
        categories: ["umum"],
        positions: [
          "Dokter Spesialis",
          "Dokter Gigi Spesialis",
          "Dokter Pendidik Klinis",
          "Dokter",
          "Dokter Gigi",
          "Instruktur Penerbang"
        ],
        tiu: 80,
        skd: 271,
        source: thresholds
      }),
      group({
        id: "awak-kapal",
        title: "Rescuer, awak kapal, pengamat gunung api",
        categories: ["umum"],
        positions: [
          "Rescuer",
          "Bosun",
          "Jenang Kapal",
          "Juru Mesin Kapal",
          "Juru Minyak Kapal",
          "Juru Mudi Kapal",
          "Kelasi",
          "Kerani",
          "Oiler",
          "Nakhoda",
          "Mualim Kapal",
          "KKM",
          "Masinis Kapal",
          "Mandor Mesin",
          "Juru Masak Kapal",
          "Pengamat Gunung Api"
        ],
        tiu: 70,
        skd: 260,
        source: thresholds
      })
    ],
    decidedBy: Authorities.menpanrb,
    source: thresholds
  },
  shortlist: {
    exam: "skd",
    factor: Sourced.known(3, several),
    ladder: Integration.shortlistLadder,
    freedPlaces: OpenPolicies.freedPlaces,
    decidedBy: Authorities.panselnas,
    source: several
  },
  secondExam: SecondExams.of23Of2019,
  ranking: { final: "final", ladder: Integration.finalLadder, decidedBy: Authorities.panselnas, source: several },
  filling: {
    passes: [
      Passes.betweenKinds(Passes.general(several), several),
      Passes.betweenPlaces(Passes.general(several), several, ["daerah"])
    ],
    policies: OpenPolicies.filling,
    decidedBy: Authorities.panselnas,
    source: several
  },
  codes: [
    code("advanced", "P/L", "Memenuhi nilai ambang batas dan berhak mengikuti SKB", legend),
    ...common(legend),
    ...final(legend),
    undecided
  ],
  requirements: Requirements.of(law),
  objections: Objections.notFound(law),
  carryOver: {
    exam: "skd",
    fromYears: [2018],
    conditions: ["Peserta P1/TL tahun 2018; syarat selengkapnya tidak ditemukan"],
    decidedBy: Authorities.panselnas,
    source: Instruments.cite(law, "seen-in-one")
  }
}
