/**
 * Words around every report in English.
 */
import type { Words } from "./Page.ts"

export const english: Words = {
  lengths: "Three lengths of the report",
  citizen: "For citizens: one sentence",
  officer: "For officers: one page",
  auditor: "For auditors: the full trace",
  madeBy: "Made with Timbang. This file stands alone: no script, and no connection to anywhere.",
  standing: {
    simulasi: "Simulation: nothing follows from it",
    "uji-silang": "Cross-check: the official record stands",
    penetapan: "Decision"
  }
}
