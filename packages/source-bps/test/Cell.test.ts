import { Cell } from "@timbang/source-bps"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const marks = (text: string) => {
  const cell = Cell.read(text)
  return cell._tag === "Figure" ? [cell.figure, ...cell.marks] : [cell._tag]
}

describe("Cell.read", () => {
  it("takes the marks of BPS for what they say", () => {
    expect(marks("-")).toEqual(["0", "nil"])
    expect(marks("~0")).toEqual(["0", "negligible"])
    expect(marks("6,93r")).toEqual(["6.93", "revised"])
    expect(marks("6,93 e")).toEqual(["6.93", "estimate"])
    expect(marks("1 648 096**")).toEqual(["1648096", "preliminary"])
    expect(marks("7,10* 1)")).toEqual(["7.10", "preliminary", "footnote"])
    for (const text of ["...", "…", "NA", "n.a.", "", " "]) expect(marks(text)).toEqual(["NotObserved"])
  })

  it("refuses what may be two numbers, and what is none", () => {
    expect(Cell.read("1.234")).toEqual({ _tag: "Unreadable", because: "ambiguous-thousands" })
    for (const text of ["1,2,3", "12.34.567", "1.23,4.5", "Rp10", "1e6", "--"]) {
      expect(Cell.read(text)).toEqual({ _tag: "Unreadable", because: "not-a-number" })
    }
  })

  it("a number written the Indonesian way comes back digit by digit", () => {
    fc.assert(fc.property(fc.integer({ min: 1_000_000, max: 2 ** 31 }), fc.integer({ min: 0, max: 99 }), (whole, part) => {
      const decimals = String(part).padStart(2, "0")
      const printed = `${String(whole).replace(/\B(?=(\d{3})+$)/g, ".")},${decimals}`
      expect(marks(printed)).toEqual([`${whole}.${decimals}`])
    }))
  })
})
