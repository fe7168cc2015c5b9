import { Suppression } from "@timbang/core/performance"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const table = (rows: ReadonlyArray<ReadonlyArray<number>>) => {
  const id = (row: number, column: number) => `r${row}c${column}`
  const cells = rows.flatMap((row, r) => row.map((count, c) => ({ id: id(r, c), count })))
  const all = cells.map((cell) => cell.id)
  const totals = [
    ...rows.map((row, r) => ({ id: `row ${r}`, cells: row.map((_, c) => id(r, c)) })),
    ...rows[0]!.map((_, c) => ({ id: `column ${c}`, cells: rows.map((_, r) => id(r, c)) })),
    { id: "all", cells: all }
  ]
  return { cells, totals }
}
const hiddenOf = (plan: Suppression.Plan) => new Set(plan.cells.filter(({ state }) => state !== "shown").map(({ id }) => id))

describe("Suppression.protect", () => {
  it("hides a second cell so that the total does not give the first away", () => {
    const plan = Suppression.protect([{ id: "a", count: 40 }, { id: "b", count: 3 }], [{ id: "all", cells: ["a", "b"] }], 10)
    expect(plan.cells.map(({ state }) => state)).toEqual(["hidden-to-protect", "hidden-below-threshold"])
    expect(plan.unprotected).toEqual([])
  })

  it("hides a rectangle in a table with row and column totals", () => {
    const { cells, totals } = table([[3, 20, 30], [25, 40, 50], [35, 60, 70]])
    const plan = Suppression.protect(cells, totals, 10)
    expect([...hiddenOf(plan)].sort()).toEqual(["r0c0", "r0c1", "r1c0", "r1c1"])
  })

  it("does not let two small cells be taken together below the threshold", () => {
    const cells = [{ id: "a", count: 2 }, { id: "b", count: 3 }, { id: "c", count: 30 }, { id: "d", count: 90 }]
    const plan = Suppression.protect(cells, [{ id: "all", cells: ["a", "b", "c", "d"] }], 10)
    expect([...hiddenOf(plan)].sort()).toEqual(["a", "b", "c"])
  })

  it("protects a quarter from the difference of the year and the other quarters", () => {
    const quarters = [{ id: "q1", count: 40 }, { id: "q2", count: 4 }, { id: "q3", count: 35 }, { id: "q4", count: 50 }]
    const plan = Suppression.protect(quarters, [{ id: "year", cells: ["q1", "q2", "q3", "q4"] }], 10)
    expect([...hiddenOf(plan)].sort()).toEqual(["q2", "q3"])
  })

  it("withholds the year when every other quarter has been published already", () => {
    const quarters = [{ id: "q1", count: 40, isOut: true }, { id: "q2", count: 4 }, { id: "q3", count: 35, isOut: true }]
    const plan = Suppression.protect(quarters, [{ id: "year", cells: ["q1", "q2", "q3"] }], 10)
    expect(plan.totals).toEqual([{ id: "year", state: "hidden-to-protect" }])
    expect(plan.unprotected).toEqual([])
  })

  it("hides what is not shown whatever its count, and withholds the total that its small part would follow from", () => {
    const cells = [{ id: "then", count: 40, isOut: true }, { id: "since", count: 25, staysHidden: true }, { id: "other", count: 3 }]
    const totals = [{ id: "now", cells: ["then", "since", "other"] }, { id: "most", cells: ["then", "since"] }]
    const plan = Suppression.protect(cells, totals, 10)
    expect(plan.cells.map(({ state }) => state)).toEqual(["shown", "hidden-to-protect", "hidden-below-threshold"])
    expect(plan.totals.filter(({ state }) => state === "shown").length).toBe(1)
  })

  it("says which group earlier publications give away whatever is hidden now", () => {
    const quarters = [{ id: "q1", count: 40, isOut: true }, { id: "q2", count: 4 }]
    const plan = Suppression.protect(quarters, [{ id: "year", cells: ["q1", "q2"], isOut: true }], 10)
    expect(plan.unprotected).toEqual(["q2"])
  })

  it("sees the difference of two running totals", () => {
    const cells = [{ id: "before", count: 40 }, { id: "new", count: 1 }, { id: "other", count: 30 }]
    const totals = [{ id: "march", cells: ["before", "other"] }, { id: "april", cells: ["before", "other", "new"] }]
    expect(Suppression.audit(cells, totals, 5, new Set(["before", "new", "other"]))).toEqual(["new"])
    const plan = Suppression.protect(cells, totals, 5)
    expect(plan.unprotected).toEqual([])
    expect(plan.totals.some(({ state }) => state !== "shown")).toBe(true)
  })

  it("leaves nothing that an auditor can compute, hides nothing without need, and ignores the order of input", () => {
    const counts = fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 10 }), (rows, threshold) => {
        const { cells, totals } = table(rows)
        const plan = Suppression.protect(cells, totals, threshold)
        const withheld = new Set(plan.totals.filter(({ state }) => state !== "shown").map(({ id }) => id))
        const shown = totals.filter(({ id }) => !withheld.has(id))
        expect(Suppression.audit(cells, shown, threshold, hiddenOf(plan))).toEqual(plan.unprotected)
        for (const { count, id } of cells) if (count > 0 && count < threshold) expect(hiddenOf(plan).has(id)).toBe(true)
        if (cells.every(({ count }) => count === 0 || count >= threshold)) expect(hiddenOf(plan).size).toBe(0)
        const turned = Suppression.protect(cells.toReversed(), totals.toReversed(), threshold)
        expect([...hiddenOf(turned)].sort()).toEqual([...hiddenOf(plan)].sort())
      }),
      { numRuns: 60 }
    )
  })
})
