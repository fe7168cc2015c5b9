/**
 * The CPNS round of 2023, still under the regulation of 2021.
 *
 * @since 0.1.0
 */
import type { RuleSet } from "@timbang/core/selection"
import * as Instruments from "../Instruments.ts"
import { group } from "./Groups.ts"
import * as Objections from "./Objections.ts"
import { roundOf27Of2021 } from "./RoundOf27Of2021.ts"

const thresholds = Instruments.cite(Instruments.kepmen651Of2023, "seen-in-several")
const notNamed = Instruments.cite(Instruments.kepmen651Of2023, "unverified", {
  note: "No page about the decree names an exception by position; a list with 80/311 and 70/286 went round before it and was not confirmed."
})

/**
 * Selection of CPNS 2023: PermenPANRB 27/2021, KepmenPANRB 651/2023.
 *
 * @category rule sets
 * @since 0.1.0
 */
export const cpns2023: RuleSet.RuleSet = roundOf27Of2021({
  year: 2023,
  thresholds,
  exam: thresholds,
  groups: [
    group({ id: "umum", title: "Kebutuhan umum", categories: ["umum"], twk: 65, tiu: 80, tkp: 166, source: thresholds }),
    group({ id: "cumlaude-diaspora", title: "Cumlaude dan diaspora", categories: ["cumlaude", "diaspora"], tiu: 85, skd: 311, source: thresholds }),
    group({
      id: "disabilitas-papua",
      title: "Penyandang disabilitas; Papua",
      categories: ["disabilitas", "papua"],
      tiu: 60,
      skd: 286,
      source: thresholds
    }),
    group({ id: "dokter", title: "Dokter", categories: ["umum"], positions: [], tiu: "unknown", skd: "unknown", source: notNamed }),
    group({ id: "awak-kapal", title: "Awak kapal", categories: ["umum"], positions: [], tiu: "unknown", skd: "unknown", source: notNamed })
  ],
  legend: Instruments.cite(Instruments.permen27Of2021, "inferred", { note: "Seen in lists of other rounds." }),
  objections: Objections.of2023
})
