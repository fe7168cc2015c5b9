import { Rounding, Scaled } from "@timbang/core/number"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("Rounding.divide", () => {
  it("agrees with whole numbers of any size", () => {
    fc.assert(fc.property(
      fc.maxSafeInteger(),
      fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      fc.constantFrom(...Rounding.roundings),
      (numerator, denominator, rounding) => {
        expect(BigInt(Rounding.divide(numerator, denominator, rounding)))
          .toBe(Rounding.divideBig(BigInt(numerator), BigInt(denominator), rounding))
      }
    ))
  })

  it("is at most one half away from the exact quotient when it rounds to the nearest", () => {
    fc.assert(fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 1_000_000 }), (numerator, denominator) => {
      for (const rounding of ["half-up", "half-even"] as const) {
        const rounded = Rounding.divideBig(BigInt(numerator), BigInt(denominator), rounding)
        const twiceOff = 2n * (rounded * BigInt(denominator) - BigInt(numerator))
        expect(twiceOff <= BigInt(denominator) && -twiceOff <= BigInt(denominator)).toBe(true)
      }
    }))
  })

  it("parts the four modes on an exact half", () => {
    const halves = [1, 3, -1, -3].map((n) => Rounding.roundings.map((mode) => Rounding.divide(n, 2, mode)))
    expect(halves).toEqual([[1, 0, 0, 1], [2, 2, 1, 2], [-1, 0, 0, -1], [-2, -2, -1, -2]])
  })
})

describe("Scaled", () => {
  it("reads back what it writes", () => {
    fc.assert(fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 9 }), (units, decimals) => {
      expect(Scaled.parse(Scaled.format(units, decimals), decimals)).toEqual(Result.succeed(units))
    }))
  })

  it("refuses exponents, grouping, blanks, commas and lost digits", () => {
    for (const text of ["1e3", "1,5", "1 000", " 1", "", ".", "1.", ".5", "0.0001", "NaN", "9007199254740993"]) {
      expect(Result.isFailure(Scaled.parse(text, 3)), text).toBe(true)
    }
  })
})
