/**
 * The CPNS round of 2018, with its second group.
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
import { common } from "./Codes.ts"
import * as Components from "./Components.ts"
import { group } from "./Groups.ts"
import * as Integration from "./Integration.ts"
import * as Objections from "./Objections.ts"
import * as Passes from "./Passes.ts"
import * as Requirements from "./Requirements.ts"
import * as SecondExams from "./SecondExams.ts"

const law = Instruments.permen36Of2018
const several = Instruments.cite(law, "seen-in-several")
const thresholds = Instruments.cite(Instruments.permen37Of2018, "seen-in-several")
const secondGroup = Instruments.cite(Instruments.permen61Of2018, "seen-in-several")
const official = Instruments.cite(law, "seen-in-one", { note: "Legend of one ministry's official list." })
const legend = Instruments.cite(law, "inferred", { note: "Seen in lists of later rounds." })
const certificate = Instruments.cite(Instruments.letterB646Of2018, "seen-in-several")

/**
 * Selection of CPNS 2018: PermenPANRB 36, 37 and 61/2018.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const cpns2018: RuleSet.RuleSet = {
  schemaVersion: 1,
  id: "cpns-2018",
  title: "Seleksi CPNS 2018",
  program: "CPNS",
  holds: { from: Instruments.holdsFrom(law) },
  sources: [Instruments.opening(law, "seen-in-several"), thresholds, secondGroup, certificate],
  hostAuthorities: Authorities.ofTheHost,
  categories: [
    Categories.umum(thresholds),
    Categories.cumlaude(thresholds),
    Categories.diaspora(thresholds),
    Categories.disabilitas(thresholds),
    Categories.papua(thresholds),
    Categories.thkII(thresholds)
  ],
  components: Components.components({ twk: 175, tiu: 150, tkp: 175 }, { skd: several, skb: several }),
  steps: [
    Integration.teacherCertificate(certificate),
    ...Integration.steps({
      skdMaximum: Sourced.known(500, several),
      weights: several,
      rounding: Instruments.cite(law, "shown-by-arithmetic", {
        note: "Of 500 points, rounding at each step and rounding at the end give the same."
      }),
      skb: "skbSerdik"
    })
  ],
  thresholds: {
    groups: [
      group({ id: "umum", title: "Kebutuhan umum", categories: ["umum"], twk: 75, tiu: 80, tkp: 143, source: thresholds }),
      group({ id: "cumlaude-diaspora", title: "Cumlaude dan diaspora", categories: ["cumlaude", "diaspora"], tiu: 85, skd: 298, source: thresholds }),
      group({ id: "disabilitas", title: "Penyandang disabilitas", categories: ["disabilitas"], tiu: 70, skd: 260, source: thresholds }),
      group({
        id: "papua-thk-ii",
        title: "Papua dan Papua Barat; eks THK-II guru dan medis",
        categories: ["papua", "thk-ii"],
        tiu: 60,
        skd: 260,
        source: thresholds
      }),
      group({
        id: "dokter-spesialis",
        title: "Dokter spesialis, instruktur penerbang",
        categories: ["umum"],
        positions: ["Dokter Spesialis", "Instruktur Penerbang"],
        tiu: 80,
        skd: 298,
        source: thresholds
      }),
      group({
        id: "jabatan-khusus",
        title: "Petugas ukur, rescuer, awak kapal, dan jabatan lain yang dikecualikan",
        categories: ["umum"],
        positions: [
          "Petugas Ukur",
          "Juru Ukur",
          "Rescuer",
          "Anak Buah Kapal",
          "Pengamat Gunung Api",
          "Penjaga Mercusuar",
          "Pelatih Hewan",
          "Pawang Hewan",
          "Penjaga Tahanan"
        ],
        tiu: 70,
        skd: 260,
        source: Instruments.cite(Instruments.permen37Of2018, "seen-in-one", { note: "The list of positions was seen in two sources." })
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
    secondGroup: {
      groups: [
        group({ id: "p2-umum", title: "P2 umum, cumlaude, diaspora", categories: ["umum", "cumlaude", "diaspora"], skd: 255, source: secondGroup }),
        group({ id: "p2-khusus", title: "P2 Papua, disabilitas, THK-II", categories: ["papua", "disabilitas", "thk-ii"], skd: 220, source: secondGroup })
      ],
      finalRanking: Sourced.unknown(Instruments.cite(Instruments.permen61Of2018, "unverified", {
        note: "Whether the second group competes in one final ranking or only for seats the first leaves was not found."
      })),
      decidedBy: Authorities.panselnas,
      source: secondGroup
    },
    decidedBy: Authorities.panselnas,
    source: several
  },
  secondExam: SecondExams.of36Of2018,
  ranking: { final: "final", ladder: Integration.finalLadder, decidedBy: Authorities.panselnas, source: several },
  filling: {
    passes: [
      Passes.betweenKinds(
        Sourced.unknown(Instruments.cite(law, "unverified", { note: "Only the codes of this move were found, not its conditions." })),
        official
      )
    ],
    policies: OpenPolicies.filling,
    decidedBy: Authorities.panselnas,
    source: official
  },
  codes: [
    code("advanced", "P1/L", "Memenuhi nilai ambang batas dan berhak mengikuti SKB", secondGroup),
    code("advanced-second-group", "P2/L", "Berhak mengikuti SKB berdasarkan peringkat", secondGroup),
    ...common(legend),
    code("selected", "P1/L", "Lulus, kelompok nilai ambang batas", official, { group: "first" }),
    code("selected", "P2/L", "Lulus, kelompok peringkat", official, { group: "second" }),
    code("selected-by-filling", "P1/L-1", "Lulus setelah perpindahan antarjenis formasi, kelompok nilai ambang batas", official, { group: "first" }),
    code("selected-by-filling", "P2/L-1", "Lulus setelah perpindahan antarjenis formasi, kelompok peringkat", official, { group: "second" }),
    code("not-selected", "TL", "Tidak lulus, di luar jumlah kebutuhan", legend, { aliases: ["P/TL", "T/L"] }),
    code("absent-second", "TH", "Tidak hadir pada satu atau lebih SKB", legend, { aliases: ["P/TH"] }),
    code("eliminated", "TMS-1", "Gugur pada SKB yang menggugurkan", legend, { aliases: ["TMSI"] }),
    undecided
  ],
  requirements: Requirements.of(law),
  objections: Objections.notFound(law)
}
