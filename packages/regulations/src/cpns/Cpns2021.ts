/**
 * The CPNS round of 2021.
 *
 * @since 0.1.0
 */
import type { RuleSet } from "@timbang/core/selection"
import * as Instruments from "../Instruments.ts"
import { group } from "./Groups.ts"
import * as Objections from "./Objections.ts"
import { roundOf27Of2021 } from "./RoundOf27Of2021.ts"

const thresholds = Instruments.cite(Instruments.kepmen1023Of2021, "seen-in-several")

/**
 * Selection of CPNS 2021: PermenPANRB 27/2021, KepmenPANRB 1023/2021.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const cpns2021: RuleSet.RuleSet = roundOf27Of2021({
  year: 2021,
  thresholds,
  exam: Instruments.cite(Instruments.permen27Of2021, "seen-in-several"),
  groups: [
    group({ id: "umum", title: "Kebutuhan umum", categories: ["umum"], twk: 65, tiu: 80, tkp: 166, source: thresholds }),
    group({ id: "cumlaude-diaspora", title: "Cumlaude dan diaspora", categories: ["cumlaude", "diaspora"], tiu: 85, skd: 311, source: thresholds }),
    group({
      id: "disabilitas-papua",
      title: "Penyandang disabilitas; Papua dan Papua Barat",
      categories: ["disabilitas", "papua"],
      tiu: 60,
      skd: 286,
      source: thresholds
    }),
    group({
      id: "dokter",
      title: "Dokter",
      categories: ["umum"],
      positions: ["Dokter Spesialis", "Dokter Gigi Spesialis", "Dokter Pendidik Klinis", "Dokter", "Dokter Gigi"],
      tiu: 80,
      skd: 311,
      source: { ...thresholds, note: "The pages say \"dokter\"; the names are those of PermenPANRB 24/2019." }
    }),
    group({
      id: "awak-kapal",
      title: "Anak buah kapal, rescuer, pengamat gunung api",
      categories: ["umum"],
      positions: ["Anak Buah Kapal", "Rescuer", "Pengamat Gunung Api"],
      tiu: 70,
      skd: 286,
      source: thresholds
    })
  ],
  legend: Instruments.cite(Instruments.permen27Of2021, "seen-in-several", { note: "As the lists of 2021 print it; meanings vary by agency." }),
  objections: Objections.of2021
})
