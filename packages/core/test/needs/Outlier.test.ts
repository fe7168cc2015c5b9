import { Outlier, Spread, Table } from "@timbang/core/needs"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const figures = [1, 2, 3, 4, 5, 6, 7, 8, 900, 1000]
const table = Result.getOrThrow(
  Table.make(figures.map((_, i) => `u${i}`), { density: figures, calm: figures.map((_, i) => i) })
)

describe("Outlier.treat", () => {
  it("winsorises from the outside in, touches only outlying columns, and says whether it was enough", () => {
    const one = Result.getOrThrow(
      Table.make(figures.map((_, i) => `u${i}`), { density: [...figures.slice(0, 9), null], calm: figures })
    )
    const { table: after, treated } = Result.getOrThrow(Outlier.treat(one, { method: "winsorise", most: 1 }))
    expect(treated).toHaveLength(1)
    expect(treated[0]!.changed).toEqual([{ unit: "u8", indicator: "density", before: 900, after: 8 }])
    expect(treated[0]!.isStillOutlying).toBe(false)
    expect(treated[0]!.skewness.before).toBeGreaterThan(2)
    expect(after.columns[1]).toBe(one.columns[1])
  })

  it("stops at the most figures that may be moved", () => {
    const many = [...Array.from({ length: 30 }, (_, i) => i), 500, 9000]
    const far = Result.getOrThrow(Table.make(many.map((_, i) => `u${i}`), { x: many }))
    const { treated } = Result.getOrThrow(Outlier.treat(far, { method: "winsorise", most: 1 }))
    expect(treated[0]).toMatchObject({ isStillOutlying: true, changed: [{ before: 9000, after: 500 }] })
  })

  it("leaves a column alone when only one of the two limits is passed", () => {
    expect(Math.abs(Spread.skewness(figures))).toBeLessThan(2)
    expect(Result.getOrThrow(Outlier.treat(table, { method: "winsorise", most: 5 })).treated).toEqual([])
  })

  it("heavy tails on both sides are no skew: kurtosis alone treats nothing", () => {
    const both = [-1000, ...Array.from({ length: 20 }, (_, i) => i - 10), 1000]
    expect(Spread.kurtosis(both)).toBeGreaterThan(3.5)
    const even = Result.getOrThrow(Table.make(both.map((_, i) => `u${i}`), { x: both }))
    expect(Result.getOrThrow(Outlier.treat(even, { method: "winsorise", most: 5 })).treated).toEqual([])
  })

  it("the logarithm brings the tail in", () => {
    const tail = Result.getOrThrow(Table.make(["a", "b", "c", "d", "e", "f"], { x: [1, 2, 3, 4, 5, 900] }))
    const { treated } = Result.getOrThrow(Outlier.treat(tail, { method: "logarithm" }))
    expect(treated[0]!.skewness.after).toBeLessThan(treated[0]!.skewness.before)
    expect(treated[0]!.changed).toHaveLength(6)
  })

  it("refuses a number of figures that is none", () => {
    expect(Result.isFailure(Outlier.treat(table, { method: "winsorise", most: 0.5 }))).toBe(true)
  })
})
