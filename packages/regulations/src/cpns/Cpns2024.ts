/**
 * The CPNS round of 2024.
 *
 * @since 0.1.0
 */
import { Sourced } from "@timbang/core/law"
import type { Filling, Outcome, RuleSet } from "@timbang/core/selection"
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
import * as Requirements from "./Requirements.ts"
import * as SecondExams from "./SecondExams.ts"

const law = Instruments.permen6Of2024
const several = Instruments.cite(law, "seen-in-several")
const dictum10 = Instruments.cite(Instruments.kepmen320Of2024, "seen-in-several", { provision: "diktum 10" })
const list = Instruments.cite(Instruments.sscasn2024, "seen-in-one", { note: "A route of the list of posts; its provision was not found." })
const thresholds = Instruments.cite(Instruments.kepmen321Of2024, "seen-in-several")
const memory = Instruments.cite(Instruments.kepmen321Of2024, "unverified", {
  note: "From memory; no page consulted about the decree names it. Reached only when a formation names this group."
})
const digest = Instruments.cite(Instruments.kepmen321Of2024, "unverified", {
  note: "The group was seen in two sources, its numbers in one digest that is wrong elsewhere."
})
const unread = Instruments.cite(Instruments.kepmen321Of2024, "unverified", {
  note: "Minimums of posts in Papua were not found; supply them, and 0 where the decree sets none."
})

const dictum35 = (confidence: "seen-in-several" | "seen-in-one") =>
  Instruments.cite(Instruments.kepmen320Of2024, confidence, { provision: "diktum 35" })
const remembered = Instruments.cite(Instruments.kepmen320Of2024, "unverified", {
  provision: "diktum 35",
  note: "Whose minimum scores the step requires is from memory; check the wording of b to d."
})

const passes: ReadonlyArray<Filling.FillingPass> = [
  {
    id: "U-1",
    title: "Kebutuhan umum diisi dari kebutuhan khusus pada lokasi yang sama",
    into: "general",
    from: "reserved",
    location: "same",
    meets: Sourced.known("general", dictum35("seen-in-several")),
    source: dictum35("seen-in-several")
  },
  {
    id: "E-1",
    title: "Kebutuhan khusus diisi dari kebutuhan khusus sejenis pada lokasi lain",
    into: "reserved",
    from: "same-category",
    location: "other",
    meets: Sourced.known("own", remembered),
    source: dictum35("seen-in-one")
  },
  {
    id: "E-2",
    title: "Kebutuhan khusus diisi dari kebutuhan umum atau khusus lain pada lokasi yang sama",
    into: "reserved",
    from: "other-category",
    location: "same",
    meets: Sourced.known("general", Instruments.cite(Instruments.kepmen320Of2024, "inferred", {
      provision: "diktum 35",
      note: "So in PermenPANRB 23/2019 and 27/2021."
    })),
    source: dictum35("seen-in-one")
  },
  {
    id: "E-3",
    title: "Kebutuhan khusus diisi dari kebutuhan umum atau khusus pada lokasi lain",
    into: "reserved",
    from: "any",
    location: "other",
    meets: Sourced.known("general", remembered),
    source: dictum35("seen-in-one")
  },
  {
    id: "U-3",
    title: "Kebutuhan umum diisi dari kebutuhan umum atau khusus pada lokasi lain",
    into: "general",
    from: "any",
    location: "other",
    meets: Sourced.known("general", remembered),
    source: dictum35("seen-in-one")
  }
]

const legend = Instruments.cite(law, "seen-in-several", { note: "As the lists of 2024 print it; meanings vary by agency." })
const legendOfTwo = { ...legend, note: "Seen in two sources; meanings vary by agency." }
const legendOfOne = Instruments.cite(Instruments.kepmen320Of2024, "seen-in-one", {
  provision: "diktum 35",
  note: "The meaning comes from one page. BKN's own legend of November 2024 still explains L-1 and L-2."
})

const codes: ReadonlyArray<Outcome.OutcomeCode> = [
  code("advanced", "P/L", "Memenuhi nilai ambang batas dan berhak mengikuti SKB", legend),
  ...common(legend),
  code("selected", "P/L", "Lulus", legend),
  ...passes.map(({ id, title }) => code("selected-by-filling", id, title, legendOfOne, { pass: id })),
  code("not-selected", "TL", "Tidak lulus, di luar jumlah kebutuhan", legendOfTwo, { aliases: ["P/TL", "T/L"] }),
  code("absent-second", "TH", "Tidak hadir pada satu atau lebih SKB", legendOfTwo, { aliases: ["P/TH"] }),
  code("eliminated", "TMS-1", "Gugur pada SKB yang menggugurkan", legendOfTwo, { aliases: ["TMSI"] }),
  undecided
]

/**
 * Selection of CPNS 2024: PermenPANRB 6/2024, KepmenPANRB 320, 321 and 344/2024.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const cpns2024: RuleSet.RuleSet = {
  schemaVersion: 1,
  id: "cpns-2024",
  title: "Seleksi CPNS 2024",
  program: "CPNS",
  holds: { from: Instruments.holdsFrom(Instruments.kepmen320Of2024) },
  sources: [
    several,
    Instruments.opening(Instruments.kepmen320Of2024, "seen-in-several"),
    thresholds,
    Instruments.cite(Instruments.kepmen344Of2024, "seen-in-several")
  ],
  hostAuthorities: Authorities.ofTheHost,
  categories: [
    Categories.umum(several),
    Categories.cumlaude(dictum10),
    Categories.diaspora(dictum10),
    Categories.disabilitas(dictum10),
    Categories.papua(dictum10),
    Categories.kalimantan(dictum10),
    Categories.daerahTertinggal(Instruments.cite(Instruments.kepmen320Of2024, "seen-in-one")),
    Categories.oap(list),
    Categories.nonOap(list)
  ],
  components: Components.components({ twk: 150, tiu: 175, tkp: 225 }, {
    skd: several,
    skb: { ...several, note: "Counts of items seen in two sources, the raw maximum of 500 in three." }
  }),
  steps: Integration.steps({
    skdMaximum: Sourced.known(550, several),
    weights: Instruments.cite(law, "seen-in-several", { provision: "Pasal 45" }),
    rounding: Instruments.cite(law, "derived-from-results", {
      provision: "Pasal 45",
      note: "The text says nothing of rounding; 3,687 of 3,687 published scores of one national agency are reproduced."
    })
  }),
  thresholds: {
    groups: [
      group({ id: "umum", title: "Kebutuhan umum", categories: ["umum"], twk: 65, tiu: 80, tkp: 166, source: thresholds }),
      group({ id: "kalimantan", title: "Putra/putri Kalimantan", categories: ["kalimantan"], twk: 65, tiu: 80, tkp: 166, source: thresholds }),
      group({
        id: "cumlaude-diaspora",
        title: "Cumlaude dan diaspora",
        categories: ["cumlaude", "diaspora"],
        tiu: 85,
        skd: 311,
        source: thresholds
      }),
      group({ id: "disabilitas", title: "Penyandang disabilitas", categories: ["disabilitas"], tiu: 60, skd: 286, source: thresholds }),
      group({ id: "papua", title: "Putra/putri Papua", categories: ["papua"], tiu: 60, skd: 286, source: thresholds }),
      group({
        id: "daerah-tertinggal",
        title: "Putra/putri daerah tertinggal",
        categories: ["daerah-tertinggal"],
        tiu: 60,
        skd: 286,
        source: digest
      }),
      group({
        id: "oap-non-oap",
        title: "Kebutuhan instansi di Papua",
        categories: ["oap", "non-oap"],
        twk: "unknown",
        tiu: "unknown",
        tkp: "unknown",
        skd: "unknown",
        source: unread
      }),
      group({ id: "dokter", title: "Dokter", categories: ["umum"], positions: [], tiu: 80, skd: 311, source: memory }),
      group({
        id: "awak-kapal",
        title: "Awak kapal, rescuer, pengamat gunung api",
        categories: ["umum"],
        positions: [],
        tiu: 70,
        skd: 286,
        source: memory
      })
    ],
    decidedBy: Authorities.menpanrb,
    source: thresholds
  },
  shortlist: {
    exam: "skd",
    factor: Sourced.known(3, { ...several, note: "The article was not found; PermenPANRB 27/2021 has the same rule." }),
    ladder: Integration.shortlistLadder,
    freedPlaces: OpenPolicies.freedPlaces,
    decidedBy: Authorities.panselnas,
    source: several
  },
  secondExam: SecondExams.of6Of2024,
  ranking: {
    final: "final",
    ladder: Integration.finalLadder,
    decidedBy: Authorities.panselnas,
    source: Instruments.cite(law, "seen-in-several", {
      provision: "Pasal 45(4)",
      note: "The order was seen in ten sources and confirmed on 984 tied pairs of 2024; the article number in one."
    })
  },
  filling: { passes, policies: OpenPolicies.filling, decidedBy: Authorities.panselnas, source: dictum35("seen-in-several") },
  codes,
  requirements: Requirements.of(law),
  objections: Objections.of2024,
  carryOver: {
    exam: "skd",
    fromYears: [2023],
    conditions: [
      "NIK dan jenjang pendidikan sama; jabatan boleh berbeda",
      "Nilai lama memenuhi nilai ambang batas",
      "Memilih nilai lama berarti tidak mengikuti SKD 2024",
      "Dikonfirmasi paling lambat 28 September 2024"
    ],
    decidedBy: Authorities.panselnas,
    source: Instruments.cite(Instruments.kepmen344Of2024, "seen-in-several", {
      note: "That the old score must meet the minimums was seen in one source; both rounds have the same."
    })
  }
}
