/** A made-up regency of three kecamatan with a made-up policy; nothing in it is a real place or number. */
import type { Driver, NeedModel } from "@timbang/core/needs"

const named = (id: string): Driver.Named => ({ id, title: id })

const driver = (
  id: string,
  indicator: string,
  pillar: string,
  share: Driver.Driver["share"],
  high: number,
  more: Partial<Driver.Driver> = {}
): Driver.Driver => ({
  id,
  indicator,
  pillar,
  share,
  low: 0,
  high,
  reads: "level",
  risesWith: "high",
  ...more
})

export const matrix: Driver.DriverMatrix = {
  id: "example-policy",
  title: "Example policy",
  from: "2024-01-01",
  until: "2026-12-31",
  source: { instrument: "example regent's regulation", confidence: "unverified", note: "made up" },
  pillars: ["economy", "poverty", "people"].map(named),
  sectors: ["economy-and-infrastructure", "social", "health"].map(named),
  jobFamilies: ["planner", "engineer", "social-worker", "nurse"].map(named),
  drivers: [
    driver("growth", "economic-growth", "economy", "3/4", 8),
    driver("growth-trend", "economic-growth", "economy", "1/4", 2, { reads: "trend", overYears: 2, low: -2 }),
    driver("poverty", "poverty-rate", "poverty", 1, 20),
    driver("doctors", "people-a-doctor", "people", 0.4, 4000),
    driver("insured", "insured-share", "people", 0.6, 100, { risesWith: "low" })
  ],
  pillarShares: {
    "economy-and-infrastructure": { economy: 0.9, people: 0.1 },
    social: { poverty: 0.8, people: 0.2 },
    health: { poverty: 0.3, people: 0.7 }
  },
  sectorShares: {
    planner: { "economy-and-infrastructure": 1 },
    engineer: { "economy-and-infrastructure": 1 },
    "social-worker": { social: 1 },
    nurse: { social: 0.2, health: 0.8 }
  },
  caps: { planner: 0.5, engineer: 0.5, "social-worker": 0.5, nurse: 0.25 }
}

const units = ["hulu", "tengah", "hilir"]

const figures: Record<string, ReadonlyArray<readonly [year: number, hulu: string, tengah: string, hilir: string]>> = {
  "economic-growth": [[2024, "4.1", "5.0", "6.3"], [2022, "3.9", "5.6", "5.1"]],
  "poverty-rate": [[2024, "12.5", "8.0", "6.4"]],
  "people-a-doctor": [[2024, "3100", "1500", "2000"]],
  "insured-share": [[2024, "71.5", "90", "84.25"]]
}

export const model: NeedModel.NeedModel = {
  id: "example-regency",
  title: "Example regency",
  day: "2024-06-30",
  year: 2024,
  units: units.map(named),
  observations: Object.entries(figures).flatMap(([indicator, years]) =>
    years.flatMap(([year, ...row]) => row.map((figure, i) => ({ unit: units[i]!, indicator, year, figure })))
  ),
  matrix,
  workload: units.flatMap((unit, i) => [
    { unit, jobFamily: "planner", people: [4, 6, "7/2"][i]! },
    { unit, jobFamily: "engineer", people: [5, 5, 6.5][i]! },
    { unit, jobFamily: "social-worker", people: [6, 4, 5][i]! },
    { unit, jobFamily: "nurse", people: [20, 31, 24][i]! }
  ]),
  voice: [{ unit: "hulu", sector: "social", share: "1/3" }, { unit: "hulu", sector: "health", share: "2/3" }]
}
