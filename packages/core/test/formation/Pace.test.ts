import { Pace } from "@timbang/core/formation"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("Pace.apportion", () => {
  const pace = { rise: "0.1", fall: "0.05", rounding: "up", atLeast: 1 } as const

  it("keeps the total and every unit within its pace", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.nat(40)), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const claims = rows.map(([claim], i) => ({ unit: `u${i}`, claim }))
          const before = Object.fromEntries(rows.map(([, posts], i) => [`u${i}`, posts]))
          const total = rows.reduce((sum, [, posts]) => sum + posts, 0)
          const { draws, seats } = Result.getOrThrow(Pace.apportion(claims, before, pace, total, "sainte-lague"))
          expect(
            seats.reduce((sum, { seats }) => sum + seats, 0) + draws.reduce((sum, { seats }) => sum + seats, 0)
          ).toBe(total)
          for (const { seats: posts, unit } of seats) {
            expect(posts).toBeGreaterThanOrEqual(before[unit]! - Math.max(1, Math.ceil(before[unit]! * 0.05)))
            expect(posts).toBeLessThanOrEqual(before[unit]! + Math.max(1, Math.ceil(before[unit]! * 0.1)))
          }
        }
      )
    )
  })

  it("says by how much the pace is too narrow for the total", () => {
    const outcome = Pace.apportion([{ unit: "A", claim: 1 }], { A: 10 }, pace, 15, "dhondt")
    expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({ _tag: "DoesNotFit", unplaced: 4 })
  })

  it("lets a claim's own maximum win, and refuses a pace that is none", () => {
    const bounded = Result.getOrThrow(Pace.bound([{ unit: "A", claim: 1, max: 3 }], { A: 10 }, pace))
    expect(bounded).toMatchObject([{ min: 3, max: 3 }])
    for (const wrong of [
      { ...pace, rise: -1 },
      { ...pace, fall: 2 },
      { ...pace, fall: "x" }
    ]) {
      expect(Result.isFailure(Pace.bound([], {}, wrong))).toBe(true)
    }
  })
})
