import { Apportionment, SeatSteps } from "@timbang/core/formation"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("SeatSteps.of", () => {
  const input = fc.tuple(
    fc.array(fc.record({ claim: fc.integer({ min: 1, max: 30 }), min: fc.nat(2) }), { minLength: 1, maxLength: 5 }),
    fc.nat(20),
    fc.constantFrom(...Apportionment.methods)
  )

  it("gives every post one step, minimums first and then by falling quotients", () => {
    fc.assert(
      fc.property(input, ([rows, total, method]) => {
        const claims = rows.map((row, i) => ({ unit: `u${i}`, ...row }))
        const outcome = Apportionment.apportion(claims, total, method)
        if (Result.isFailure(outcome)) return
        const steps = SeatSteps.of(claims, outcome.success)
        for (const { seats, unit } of outcome.success.seats) {
          expect(steps.filter((step) => step.unit === unit).map(({ nth }) => nth)).toEqual(
            Array.from({ length: seats }, (_, i) => i + 1)
          )
        }
        expect(
          steps
            .slice(
              0,
              rows.reduce((sum, { min }) => sum + min, 0)
            )
            .every(({ basis }) => basis === "minimum")
        ).toBe(true)
        if (method === "quota" || method === "largest-remainder") return
        const quotients = steps.flatMap(({ basis, by }) => (basis === "quotient" && by !== undefined ? [by] : []))
        quotients
          .slice(1)
          .forEach((quotient, i) => expect(Fraction.compare(quotients[i]!, quotient)).toBeGreaterThanOrEqual(0))
      })
    )
  })

  it("shows the remainder that decided, and the draw", () => {
    const claims = [
      { unit: "A", claim: 52 },
      { unit: "B", claim: 26 },
      { unit: "C", claim: 22 }
    ]
    const steps = SeatSteps.of(claims, Result.getOrThrow(Apportionment.apportion(claims, 10, "largest-remainder")))
    expect(steps.at(-1)).toMatchObject({ unit: "B", nth: 3, basis: "remainder" })
    expect(Fraction.format(steps.at(-1)!.by!)).toBe("3/5")
    const equal = [
      { unit: "A", claim: 5 },
      { unit: "B", claim: 5 }
    ]
    const drawn = SeatSteps.of(equal, Result.getOrThrow(Apportionment.apportion(equal, 3, "dhondt", ["B"])))
    expect(drawn.map(({ basis, place, unit }) => `${place} ${unit} ${basis}`)).toEqual([
      "1 A quotient",
      "1 B quotient",
      "3 B draw"
    ])
  })

  it("of the quota method follows the order in which the house grew", () => {
    const claims = [5117, 4400, 162, 161, 160].map((claim, i) => ({ unit: `u${i}`, claim }))
    const steps = SeatSteps.of(claims, Result.getOrThrow(Apportionment.apportion(claims, 100, "quota")))
    expect(steps).toHaveLength(100)
    expect(steps.map(({ place }) => place)).toEqual(steps.map((_, i) => i + 1))
  })
})
