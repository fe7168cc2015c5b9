import { Imputation, Table } from "@timbang/core/needs"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const table = Result.getOrThrow(Table.make(["a", "b", "c", "d"], { x: [1, null, 9, 2], y: [null, null, 4, null] }))

describe("Imputation.impute", () => {
  it("fills by mean, median or the mean of the group, and lists what it filled", () => {
    const filled = (method: Imputation.Method) => Result.getOrThrow(Imputation.impute(table, method))
    expect(filled({ method: "mean" }).changed).toHaveLength(4)
    expect(filled({ method: "mean" }).table.columns[0]![1]).toBe(4)
    expect(filled({ method: "median" }).table.columns[0]![1]).toBe(2)
    const groups = { a: "plain", b: "plain", c: "hill", d: "hill" }
    const only = Result.getOrThrow(Table.make(["a", "b", "c", "d"], { x: [1, null, 9, 2] }))
    expect(Result.getOrThrow(Imputation.impute(only, { method: "group-mean", groups })).table.columns[0]![1]).toBe(1)
  })

  it("refuses a cell that nothing can fill", () => {
    const groups = { a: "plain", b: "plain", c: "hill", d: "hill" }
    const refused = Imputation.impute(table, { method: "group-mean", groups })
    expect(Result.isFailure(refused) && refused.failure.message).toMatch(/unit "a", indicator "y" is missing/)
  })

  it("leaves the table it was given as it was", () => {
    Imputation.impute(table, { method: "mean" })
    expect(table.columns[0]![1]).toBeNaN()
  })
})
