import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const fraction = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([numerator, denominator]) => Fraction.make(numerator, denominator))

describe("Fraction", () => {
  it("reads numerals exactly", () => {
    for (
      const [numeral, text] of [
        ["0.05", "1/20"],
        [0.1, "1/10"],
        ["13/28", "13/28"],
        ["-4/8", "-1/2"],
        [1e-7, "1/10000000"],
        [1e21, "1000000000000000000000"],
        ["007", "7"]
      ] as const
    ) {
      expect(Fraction.format(Fraction.parseUnsafe(numeral))).toBe(text)
    }
  })

  it("refuses what is not a number, with what was found", () => {
    for (const text of ["", "1/0", "1/00", "0,5", "a", ".5", "5.", "1/2/3", "1e9999", NaN, Infinity]) {
      expect(Result.isFailure(Fraction.parse(text)), String(text)).toBe(true)
    }
    expect(new Fraction.NotAFraction({ found: "0,5" }).message).toContain("\"0,5\"")
  })

  it("twenty times 0.05 is exactly one", () => {
    expect(Fraction.sum(Array.from({ length: 20 }, () => Fraction.parseUnsafe(0.05)))).toEqual(Fraction.one)
  })

  it("adding and taking away, multiplying and dividing give back the same", () => {
    fc.assert(fc.property(fraction, fraction, (a, b) => {
      expect(Fraction.subtract(Fraction.add(a, b), b)).toEqual(a)
      if (b.numerator !== 0n) expect(Fraction.divide(Fraction.multiply(a, b), b)).toEqual(a)
      expect(Math.sign(Fraction.compare(a, b))).toBe(-Math.sign(Fraction.compare(b, a)) || 0)
    }))
  })

  it("is near the binary quotient, whatever the size", () => {
    expect(Fraction.toNumber(Fraction.make(10n ** 400n + 1n, 3n * 10n ** 400n))).toBeCloseTo(1 / 3, 15)
    expect(Fraction.toNumber(Fraction.make(-(10n ** 40n), 4n))).toBe(-2.5e39)
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
      expect(Math.abs(Fraction.toNumber(Fraction.parseUnsafe(number)) - number)).toBeLessThanOrEqual(
        Math.abs(number) * 3e-16
      )
    }))
  })

  it("rounds by name", () => {
    expect(Fraction.round(Fraction.make(5, 2), 0, "half-up")).toBe(3n)
    expect(Fraction.round(Fraction.make(5, 2), 0, "half-even")).toBe(2n)
    expect(Fraction.round(Fraction.make(-2, 3), 2, "half-up")).toBe(-67n)
  })
})
