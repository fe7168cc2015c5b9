import { Day } from "@timbang/core/law"
import { Absence, Deadline } from "@timbang/core/performance"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const source = { instrument: "house rule", confidence: "host" } as const
const bands = { decimals: 0, lowest: 0, highest: 366, bands: [{ from: 0, label: "none" }, { from: 3, label: "warning" }, { from: 8, label: "cut" }] }
const rule = (goesOnOverYears: boolean): Absence.Rule => ({ bands, unbroken: { days: 5, sanction: "dismissal", goesOnOverYears, source }, source })
const week = { restDays: [0, 6], holidays: new Set<string>() }
const days = fc.uniqueArray(fc.integer({ min: 20_000, max: 20_800 }).map(Day.fromNumber), { maxLength: 60 })

describe("Absence.count", () => {
  it("reads the other side of the year's end when the rule says so, and tells that it decides", () => {
    const over = ["2025-12-29", "2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02"]
    const sanctions = (goesOn: boolean) => Absence.count(rule(goesOn), over, week).map(({ hangsOnYearChange, sanction }) => [sanction, hangsOnYearChange])
    expect(sanctions(true)).toEqual([["warning", false], ["dismissal", true]])
    expect(sanctions(false)).toEqual([["warning", false], ["none", true]])
  })

  it("counts every worked day once, in its own year, whatever the order", () => {
    fc.assert(fc.property(days, (absent) => {
      const counted = Absence.count(rule(true), absent, week)
      const worked = absent.filter((day) => Deadline.isWorked(day, week))
      expect(counted.reduce((sum, { days }) => sum + days, 0)).toBe(worked.length)
      expect(counted.reduce((sum, { notWorked }) => sum + notWorked.length, 0)).toBe(absent.length - worked.length)
      expect(Absence.count(rule(true), [...absent].reverse().flatMap((day) => [day, day]), week)).toEqual(counted)
    }))
  })

  it("one day more never gives a lighter sanction", () => {
    const weight = (sanction: string) => ["none", "warning", "cut", "dismissal"].indexOf(sanction)
    fc.assert(fc.property(days, fc.integer({ min: 20_000, max: 20_800 }).map(Day.fromNumber), (absent, more) => {
      const of = (record: ReadonlyArray<string>) => new Map(Absence.count(rule(true), record, week).map(({ sanction, year }) => [year, weight(sanction)]))
      const after = of([...absent, more])
      for (const [year, before] of of(absent)) expect(after.get(year)!).toBeGreaterThanOrEqual(before)
    }))
  })
})
