import { Apportionment, SeatChange } from "@timbang/core/formation"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import vectors from "./vectors/apportionment.json" with { type: "json" }

describe("SeatChange.find", () => {
  it("US House 2020: 89 people more give New York the 435th seat, taken from Minnesota", () => {
    const states = Object.entries(vectors.us2020Populations).map(([unit, claim]) => ({ unit, claim, min: 1 }))
    const found = Result.getOrThrow(SeatChange.find(states, 435, "huntington-hill", "New York"))
    expect(found.gain).toEqual({ change: 89, others: ["Minnesota"] })
  })

  it("finds the smallest change: one less moves nothing", () => {
    const methods = Apportionment.methods.filter((method) => method !== "quota")
    const input = fc.tuple(
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 5 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(...methods)
    )
    fc.assert(
      fc.property(input, ([weights, total, method]) => {
        const claims = weights.map((claim, i) => ({ unit: `u${i}`, claim }))
        const found = SeatChange.find(claims, total, method, "u0")
        if (Result.isFailure(found)) return
        const certain = (change: number, sign: number) => {
          const outcome = Apportionment.apportion(
            [{ unit: "u0", claim: weights[0]! + change }, ...claims.slice(1)],
            total,
            method
          )
          if (Result.isFailure(outcome)) return undefined
          const open = outcome.success.draws.some(({ among }) => among.includes("u0")) && sign < 0 ? 1 : 0
          return outcome.success.seats[0]!.seats + open
        }
        const held = certain(0, 1)!
        const { gain, loss } = found.success
        for (let change = 1; change <= (gain?.change ?? 200); change++) {
          expect(certain(change, 1)! > held).toBe(change === gain?.change)
        }
        for (let change = 1; change <= (loss?.change ?? 0); change++)
          expect(certain(-change, -1)! < held).toBe(change === loss?.change)
      }),
      { numRuns: 200 }
    )
  })

  it("answers nothing where a bound stands in the way", () => {
    const claims = [
      { unit: "A", claim: 5, max: 2 },
      { unit: "B", claim: 4, min: 1 }
    ]
    const found = Result.getOrThrow(SeatChange.find(claims, 3, "dhondt", "A"))
    expect(found.gain).toBeUndefined()
    expect(found.loss).toEqual({ change: 2, others: ["B"] })
  })

  it("refuses an unknown unit, an open draw and the quota method", () => {
    const claims = [
      { unit: "A", claim: 5 },
      { unit: "B", claim: 5 }
    ]
    const why = (outcome: ReturnType<typeof SeatChange.find>) =>
      Result.isFailure(outcome) && outcome.failure._tag === "ChangeUnknown" ? outcome.failure.why : undefined
    expect(why(SeatChange.find(claims, 2, "dhondt", "Z"))).toBe("absent")
    expect(why(SeatChange.find(claims, 3, "dhondt", "A"))).toBe("draw-open")
    expect(why(SeatChange.find(claims, 2, "quota", "A"))).toBe("quota-method")
  })
})
