import { Fraction, Undefined } from "@timbang/core/number"
import { Html, Notation } from "@timbang/report"
import fc from "fast-check"
import { parseHTML } from "linkedom"
import { describe, expect, it } from "vitest"

const id = Notation.make("id")
const en = Notation.make("en")

describe("Notation", () => {
  it("writes comma and point as each language does", () => {
    expect([id.number(-1234567.891, 2), en.number(-1234567.891, 2)]).toEqual(["−1.234.567,89", "−1,234,567.89"])
    expect([id.percent(Fraction.make(1, 3)), en.percent(0.5, 0)]).toEqual(["33,3%", "50%"])
    expect(id.rupiah(210_000_000n)).toBe("Rp210.000.000")
    expect([id.day("2024-01-05"), en.day("2024-01-05")]).toEqual(["5 Januari 2024", "5 January 2024"])
  })
  it("rounds fractions half-up, exactly, and writes no minus zero", () => {
    expect(id.fraction(Fraction.parseUnsafe("1.005"), 2)).toBe("1,01")
    expect(id.fraction(Fraction.parseUnsafe("2.675"), 2)).toBe("2,68")
    expect(id.number(-0)).toBe("0")
  })
  it("writes a small probability as small, never as zero", () => {
    expect([id.probability(0.0004), id.probability(0.0006), id.probability(1)]).toEqual(["< 0,001", "0,001", "1,000"])
  })
  it("writes a chance near nothing or certainty as near it, never as either", () => {
    expect([0, 0.0001, 0.0006, 0.9994, 0.9999, 1].map(id.chance)).toEqual(["0,0%", "< 0,1%", "0,1%", "99,9%", "> 99,9%", "100,0%"])
  })
  it("writes why there is no value", () => {
    const none = Undefined.because("mean", "too-few-values", { found: 1, needed: 2 })
    expect(id.or(none as number | Undefined.Undefined, id.number)).toBe("tidak dihitung: data terlalu sedikit (ada 1, perlu 2)")
  })
})

describe("Html", () => {
  it("text comes back as it was put in, whatever it holds", () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const { document } = parseHTML(`<html><body>${Html.html`<p title="${text}">${text}</p>`.html}</body></html>`)
      const paragraph = document.querySelector("p")!
      expect(document.querySelectorAll("body > *").length).toBe(1)
      expect(paragraph.getAttribute("title")).toBe(text)
      expect(paragraph.textContent).toBe(text)
    }))
  })
})
