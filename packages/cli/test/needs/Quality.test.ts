import { describe, expect, it } from "vitest"
import * as Quality from "../../src/needs/Quality.ts"

const at = { file: "bps.csv", column: "PDRB", indicator: "gdp" }
const cell = { ...at, region: "Tebo", found: "x" }

describe("Quality.corrected", () => {
  it("counts figures, not notes, and never more than there are", () => {
    expect(Quality.corrected([{ _tag: "ThousandsRemoved", ...at, cells: 7 }, { _tag: "FigureMarked", ...cell, mark: "nil" }], 11)).toBe(8)
    expect(Quality.corrected([{ _tag: "ThousandsRemoved", ...at, cells: 30 }], 11)).toBe(11)
    expect(Quality.corrected([{ _tag: "ThousandsRemoved", ...at, cells: 2 }, { _tag: "UnitContradicted", ...at, printed: "Rupiah", declared: "juta rupiah" }], 11)).toBe(11)
  })

  it("a figure that its publisher has revised is taken as it is; one that was refused is no correction", () => {
    expect(Quality.corrected([{ _tag: "FigureMarked", ...cell, mark: "revised" }, { _tag: "NotObserved", ...cell }], 11)).toBe(0)
  })
})
