import { PostInterval } from "@timbang/core/formation"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const options = { total: 20, method: "sainte-lague", coverage: 0.95 } as const

describe("PostInterval.across", () => {
  it("cuts at most half of what the coverage leaves on each side", () => {
    // A has 0 to 99 hundredths of the claims, one run each; 20 posts.
    const runs = Array.from({ length: 100 }, (_, i) => [i * 2 + 1, 199 - i * 2])
    const [a] = Result.getOrThrow(PostInterval.across([{ unit: "A" }, { unit: "B" }], runs, options))
    expect(a).toMatchObject({ unit: "A", runs: 100, least: 0, most: 20 })
    expect(a!.inside).toBeGreaterThanOrEqual(95)
    const half = Result.getOrThrow(
      PostInterval.across([{ unit: "A" }, { unit: "B" }], runs, { ...options, coverage: 0.5 })
    )[0]!
    expect([half.low, half.high]).toEqual([5, 15])
    expect(half.inside).toBeGreaterThanOrEqual(50)
  })

  it("counts an open draw with both outcomes", () => {
    const found = PostInterval.across([{ unit: "A" }, { unit: "B" }], [[1, 1]], {
      total: 3,
      method: "dhondt",
      coverage: 1
    })
    expect(Result.getOrThrow(found)).toMatchObject([
      { low: 1, high: 2, inside: 1 },
      { low: 1, high: 2 }
    ])
  })

  it("does not depend on the order of the runs, and refuses what is no set of runs", () => {
    const runs = [
      [3, 1],
      [1, 3],
      [2, 2]
    ]
    const units = [{ unit: "A" }, { unit: "B" }]
    expect(PostInterval.across(units, runs, options)).toEqual(PostInterval.across(units, [...runs].reverse(), options))
    const tag = (runs: ReadonlyArray<ReadonlyArray<number>>, coverage = 0.9) => {
      const outcome = PostInterval.across(units, runs, { ...options, coverage })
      return Result.isFailure(outcome) ? outcome.failure._tag : "none"
    }
    expect([tag([]), tag([[1]]), tag([[1, 2]], 0), tag([[1, -2]])]).toEqual([
      "RunsRefused",
      "RunsRefused",
      "RunsRefused",
      "NotWhole"
    ])
  })
})
