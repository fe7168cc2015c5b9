import { Undefined } from "@timbang/core/number"
import { Kappa } from "@timbang/core/performance"
import { describe, expect, it } from "vitest"
import cohen from "./vectors/cohen-kappa.json" with { type: "json" }
import fleiss from "./vectors/fleiss-kappa.json" with { type: "json" }

const cohenOf = (table: ReadonlyArray<ReadonlyArray<number>>, weights?: Kappa.Weights): Kappa.Cohen => {
  const found = Kappa.cohen(table, weights)
  if (Undefined.isUndefined(found)) throw new Error(found.reason)
  return found
}
const near = (found: number, expected: number, tolerance: number) => expect(Math.abs(found - expected)).toBeLessThan(tolerance)

describe("Kappa.cohen", () => {
  it("reproduces three published tables with their standard errors", () => {
    cohen.input.tables.forEach(({ table }, at) => {
      const { kappa, standardError } = cohenOf(table)
      near(kappa, cohen.expected.tables[at]!.kappa, 1e-9)
      near(standardError, cohen.expected.tables[at]!.se, 1e-9)
    })
  })

  it("reproduces Cohen 1968, unweighted and with his table of disagreement", () => {
    const { disagreementWeights, n, proportions } = cohen.input.cohen1968
    const counts = proportions.map((row) => row.map((share) => Math.round(share * n)))
    near(cohenOf(counts).kappa, cohen.expected.cohen1968.kappa, 1e-9)
    near(cohenOf(counts, disagreementWeights).kappa, cohen.expected.cohen1968.weightedKappa, 1e-9)
  })

  it("reproduces linear and quadratic weights", () => {
    const { table } = cohen.input.ordered3
    near(cohenOf(table).kappa, cohen.expected.ordered3.kappa, 1e-9)
    near(cohenOf(table, "linear").kappa, cohen.expected.ordered3.linear, 1e-9)
    near(cohenOf(table, "quadratic").kappa, cohen.expected.ordered3.quadratic, 1e-9)
  })

  it("is undefined, not 1, when both raters use one same category", () => {
    expect(Kappa.cohen([[50, 0], [0, 0]])).toMatchObject({ _tag: "Undefined", reason: "one-category" })
    expect(Kappa.cohen([[50]])).toMatchObject({ _tag: "Undefined", reason: "one-category" })
  })

  it("is undefined for an empty table and for a table that is not square", () => {
    expect(Kappa.cohen([[0, 0], [0, 0]])).toMatchObject({ reason: "no-values" })
    expect(Kappa.cohen([[1, 2, 3], [4, 5, 6]])).toMatchObject({ reason: "out-of-range" })
  })
})

describe("Kappa.fleiss", () => {
  it("reproduces Fleiss 1971 and a second published example", () => {
    for (const id of ["fleiss1971", "wikipedia"] as const) {
      const found = Kappa.fleiss(fleiss.input[id])
      if (Undefined.isUndefined(found)) throw new Error(found.reason)
      near(found.kappa, fleiss.expected[id], 1e-12)
    }
  })

  it("is undefined when every rating names one category", () => {
    expect(Kappa.fleiss([[3, 0], [3, 0]])).toMatchObject({ _tag: "Undefined", reason: "one-category" })
  })

  it("accepts unequal numbers of ratings and leaves out a case with one", () => {
    expect(Kappa.fleiss([[3, 1], [0, 2], [1, 0]])).toMatchObject({ cases: 2, ratings: 6 })
  })
})
