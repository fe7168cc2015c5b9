import { Day } from "@timbang/core/law"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("Day", () => {
  it("agrees with the platform's calendar on every day", () => {
    fc.assert(fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (days) => {
      const iso = new Date(days * 86_400_000).toISOString().slice(0, 10)
      expect(Day.fromNumber(days)).toBe(iso)
      expect(Day.toNumber(iso)).toBe(days)
      expect(Day.isDay(iso)).toBe(true)
    }))
  })

  it("begins at midnight of the place, as the platform's zones do", () => {
    const zones = [["Asia/Jakarta", 7], ["Asia/Makassar", 8], ["Asia/Jayapura", 9], ["UTC", 0]] as const
    const midnight = Date.UTC(2024, 8, 20, 17)
    expect([Day.at(midnight - 1, 7), Day.at(midnight, 7)]).toEqual(["2024-09-20", "2024-09-21"])
    fc.assert(fc.property(fc.integer({ min: 631_152_000_000, max: 4_102_444_800_000 }), fc.constantFrom(...zones), (millis, [zone, hoursAhead]) => {
      expect(Day.at(millis, hoursAhead)).toBe(new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(millis))
    }))
  })

  it("refuses what is not a day", () => {
    for (const text of ["2023-02-29", "2100-02-29", "2024-00-10", "2024-04-31", "24-01-01", "2024-1-1", "", "0000-01-01"]) {
      expect(Day.isDay(text), text).toBe(false)
    }
  })

  it("completes a year of somebody born on 29 February on 1 March of a common year", () => {
    expect(Day.ageYears("1988-02-29", "2023-02-28")).toBe(34)
    expect(Day.ageYears("1988-02-29", "2023-03-01")).toBe(35)
    expect(Day.ageYears("1988-02-29", "2024-02-29")).toBe(36)
  })
})
