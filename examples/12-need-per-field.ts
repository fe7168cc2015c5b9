/**
 * Where the economy grows fast, staff for economy and infrastructure is needed; where poverty is high, staff for social
 * programmes. One made-up regency, and what a scenario changes by unit and job family, with the reason.
 *
 * Run: node examples/12-need-per-field.ts
 */
import { ClaimChange, type NeedModel, NeedScore, Scenario } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Drivers } from "@timbang/regulations"
import { Result } from "effect"

const units = ["Kecamatan Hulu", "Kecamatan Hilir"]
const figures: ReadonlyArray<readonly [indicator: string, year: number, ...figures: ReadonlyArray<string>]> = [
  ["economic-growth", 2024, "4.4", "6.1"],
  ["economic-growth", 2023, "4.1", "5.2"],
  ["poverty-rate", 2024, "12.6", "6.3"],
  ["poverty-rate", 2023, "12.9", "6.9"],
  ["stunting", 2024, "24.1", "17.0"],
  ["life-expectancy", 2024, "68.2", "70.9"],
  ["mean-schooling", 2024, "7.6", "9.2"],
  ["sanitation", 2024, "68.4", "84.9"],
  ["population-growth", 2024, "1.1", "1.9"]
]

const model: NeedModel.NeedModel = {
  id: "example",
  title: "A made-up regency",
  day: "2026-01-02",
  year: 2024,
  units: units.map((id) => ({ id, title: id })),
  observations: figures.flatMap(([indicator, year, ...row]) =>
    row.map((figure, i) => ({ unit: units[i]!, indicator, year, figure }))
  ),
  matrix: Drivers.starter,
  workload: units.flatMap((unit, i) =>
    Drivers.starter.jobFamilies.map(({ id }, j) => ({ unit, jobFamily: id, people: [8, 9, 6, 40, 75, 5][j]! + i }))
  ),
  voice: [{ unit: "Kecamatan Hulu", sector: "social", share: "0.42" }, {
    unit: "Kecamatan Hulu",
    sector: "health",
    share: "0.35"
  }]
}

const people = (amount: Fraction.Fraction): string => Fraction.toNumber(amount).toFixed(2)

const before = Result.getOrThrow(NeedScore.score(model))
for (const { jobFamilies, sectors, unit } of before.units) {
  console.log(unit)
  for (const { index, parts, sector, voice } of sectors) {
    const [first] = NeedScore.byAmount(parts)
    const heard = voice === undefined ? "" : `; citizens ask for it with ${people(voice)} of their proposals`
    console.log(`  ${sector.padEnd(15)} need ${people(index)}, most from ${first!.driver}${heard}`)
  }
  for (const { claim, extra, jobFamily, workload } of jobFamilies) {
    console.log(`  ${jobFamily.padEnd(17)} ${people(workload)} by workload + ${people(extra)} = ${people(claim)}`)
  }
}
for (const { instrument, note } of before.warnings) console.log(`warning: ${instrument}: ${note}`)

const growth = {
  id: "growth",
  title: "growth two points higher",
  changes: [{ at: ["observations", { indicator: "economic-growth", year: 2024 }, "figure"], add: 2 }]
}
const poverty = {
  id: "poverty",
  title: "poverty four points higher",
  changes: [{ at: ["observations", { indicator: "poverty-rate", year: 2024 }, "figure"], add: 4 }]
}
for (const scenario of [growth, poverty]) {
  console.log(`\n${scenario.title}`)
  const after = Result.getOrThrow(Result.flatMap(Scenario.apply(model, scenario), NeedScore.score))
  for (const { after: now, because, before: was, jobFamily, unit } of ClaimChange.between(before, after)) {
    const reason = because.map(({ change, indicator }) => `${indicator} ${people(change)}`).join(", ")
    console.log(`  ${unit}, ${jobFamily}: ${people(was)} to ${people(now)} because of ${reason}`)
  }
}

const absent = Scenario.apply(model, {
  id: "x",
  title: "a field that is not there",
  changes: [{ at: ["matrix", "caps", "astronaut"], set: 1 }]
})
console.log(`\n${Result.isFailure(absent) ? absent.failure.message : ""}`)

// The same scenario in three lines: how to decide, decide with the diff, read the differences.
const decide = (needs: NeedModel.NeedModel) => Result.map(NeedScore.score(needs), ({ claims }) => claims)
const [answer] = Result.getOrThrow(Scenario.run(model, [poverty], decide))
for (const { change, jobFamily, unit } of answer!.differences) console.log(`${unit}, ${jobFamily}: ${people(change)}`)
