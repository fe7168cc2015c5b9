import { Undefined } from "@timbang/core/number"
import { Bootstrap } from "@timbang/core/performance"
import { describe, expect, it } from "vitest"

const values = Float64Array.from({ length: 400 }, (_, at) => (at * 7919) % 101)

describe("Bootstrap.mean", () => {
  it("comes near the formula of the standard error and repeats itself by its seed", () => {
    const found = Bootstrap.mean(values, 2000, 5)
    if (Undefined.isUndefined(found)) throw new Error(found.reason)
    const mean = values.reduce((sum, each) => sum + each, 0) / values.length
    const formula = Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length / values.length)
    expect(Math.abs(found.standardError / formula - 1)).toBeLessThan(0.08)
    expect(found.interval.lower < mean && mean < found.interval.upper).toBe(true)
    expect(Bootstrap.mean(values, 2000, 5)).toEqual(found)
    expect(Bootstrap.mean(values, 2000, 6)).not.toEqual(found)
  })

  it("is undefined for one value or one draw", () => {
    expect(Bootstrap.mean(Float64Array.of(1), 100, 1)).toMatchObject({ reason: "too-few-values" })
    expect(Bootstrap.mean(values, 1, 1)).toMatchObject({ reason: "too-few-values" })
  })
})
