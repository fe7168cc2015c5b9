/**
 * What follows unexcused absence (PP 94/2021) and a low predicate (PP 30/2019), with articles and what would have changed it.
 *
 * Run: node examples/46-absence-and-low-performance.ts
 */
import { Parameter } from "@timbang/core/law"
import { Absence, LowPerformance } from "@timbang/core/performance"
import { Careers } from "@timbang/language"
import { AppraisalLaw } from "@timbang/regulations"
import { Result } from "effect"

const rule = Result.getOrThrow(Parameter.at(AppraisalLaw.absence, "2026-04-01")).value
const calendar = { restDays: [0, 6], holidays: new Set(["2026-03-09"]) }
// Ten working days on end, over a weekend and a holiday; and ten days apart from each other.
const onEnd = ["02", "03", "04", "05", "06", "10", "11", "12", "13", "16"].map((day) => `2026-03-${day}`)
const apart = ["01-05", "01-08", "01-14", "01-20", "01-23", "02-02", "02-05", "02-11", "02-18", "03-03"].map((day) => `2026-${day}`)
for (const [person, days] of [["pegawai-1", onEnd], ["pegawai-2", apart]] as const) {
  for (const outcome of Absence.count(rule, days, calendar)) console.log(Careers.absence({ person, outcome }, "id"))
}

const rules = Result.getOrThrow(Parameter.at(AppraisalLaw.lowPerformance, "2026-04-01")).value
const record = { position: "administrasi", predicate: "Kurang/Misconduct", since: "2026-02-01" }
for (const outcome of [
  LowPerformance.consider(rules, record, "2026-04-01"),
  LowPerformance.consider(rules, { ...record, hasImproved: false }, "2026-08-15"),
  LowPerformance.consider(rules, { ...record, predicate: "Butuh Perbaikan" }, "2026-04-01")
]) console.log(Careers.lowPerformance({ person: "pegawai-3", outcome }, "id"))
