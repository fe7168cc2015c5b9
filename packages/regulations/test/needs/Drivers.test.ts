import { ClaimChange, Driver, NeedScore } from "@timbang/core/needs"
import { Drivers } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const { starter } = Drivers

const units = ["Hulu", "Hilir"].map((id) => ({ id, title: id }))

const scoresWith = (indicator: string, figure: number) => {
  const middle = new Map(
    starter.drivers.filter(({ reads }) => reads === "level").map((
      one
    ) => [one.indicator, (Number(one.low) + Number(one.high)) / 2])
  )
  return Result.getOrThrow(NeedScore.score({
    id: "x",
    title: "",
    day: "2026-01-01",
    year: 2025,
    units,
    matrix: starter,
    observations: units.flatMap(({ id: unit }) =>
      [...middle].flatMap(([one, mid]) =>
        [2024, 2025].map((year) => ({
          unit,
          indicator: one,
          year,
          figure: one === indicator && year === 2025 ? figure : mid
        }))
      )
    ),
    workload: units.flatMap(({ id: unit }) =>
      starter.jobFamilies.map(({ id: jobFamily }) => ({ unit, jobFamily, people: 40 }))
    )
  }))
}

describe("Drivers.starter", () => {
  it("stands by itself, is no regulation and says so", () => {
    expect(Result.isSuccess(Driver.check(starter, "2026-01-01"))).toBe(true)
    expect(scoresWith("economic-growth", 4).warnings).toEqual([starter.source])
  })

  it("every indicator raises some sector, and every sector is raised by some indicator", () => {
    const { inSector } = Result.getOrThrow(Driver.check(starter, "2026-01-01"))
    for (const { id } of starter.drivers) {
      expect([...inSector.values()].some((all) => all.get(id)!.numerator > 0n), id).toBe(true)
    }
    for (const [sector, all] of inSector) {
      expect([...all.values()].some(({ numerator }) => numerator > 0n), sector).toBe(true)
    }
  })

  it("growth asks for economy and infrastructure, poverty for social programmes and what it touches, nothing else", () => {
    const moved = (indicator: string, from: number, to: number) =>
      new Set(
        ClaimChange.between(scoresWith(indicator, from), scoresWith(indicator, to)).map(({ jobFamily }) => jobFamily)
      )
    expect(moved("economic-growth", 4, 6)).toEqual(new Set(["economic-planner", "engineer"]))
    expect(moved("poverty-rate", 8, 12)).toEqual(
      new Set(["economic-planner", "engineer", "social-worker", "health-worker"])
    )
    expect(moved("mean-schooling", 9, 8)).toEqual(new Set(["teacher"]))
  })
})
