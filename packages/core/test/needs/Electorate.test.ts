import { Electorate } from "@timbang/core/needs"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const lists = (populations: ReadonlyArray<number>) =>
  populations.map((population, i) => ({ village: `v${i}`, approves: ["p"], population }))
const weights = (outcome: ReturnType<typeof Electorate.ofVillages>) =>
  Result.getOrThrow(outcome).voices.map(({ weight }) => weight)

describe("Electorate", () => {
  it("names the weighting it used", () => {
    expect(Result.getOrThrow(Electorate.ofBallots([{ approves: [] }])).weighting).toBe("ballots")
    expect(weights(Electorate.ofVillages(lists([900, 100]), "villages-equal"))).toEqual([1, 1])
    expect(weights(Electorate.ofVillages(lists([900, 100]), "villages-by-population"))).toEqual([900, 100])
  })

  it("never lets a village carry more than the cap of the whole, and says what it cut", () => {
    const share = fc.integer({ min: 1, max: 10 })
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 8 }),
        share,
        (populations, tenths) => {
          const whole = populations.reduce((a, b) => a + b, 0)
          const { capped, voices } = Result.getOrThrow(
            Electorate.ofVillages(lists(populations), "villages-by-population", `${tenths}/10`)
          )
          voices.forEach(({ voter, weight }, i) => {
            expect(weight).toBeLessThanOrEqual(Math.max(1, (whole * tenths) / 10))
            expect(capped.some((cut) => cut.voter === voter)).toBe(weight < populations[i]!)
          })
        }
      )
    )
  })

  it("refuses a cap of nothing or above all, and voices without weight", () => {
    const refused = (outcome: Result.Result<Electorate.Electorate, Electorate.WeightRefused>) =>
      Result.isFailure(outcome) ? outcome.failure.voter : undefined
    for (const cap of [0, "-1/2", "3/2", "x"]) {
      expect(refused(Electorate.ofVillages(lists([1]), "villages-equal", cap))).toBe("the cap")
    }
    expect(refused(Electorate.ofVillages(lists([0]), "villages-by-population"))).toBe("v0")
    expect(refused(Electorate.ofBallots([{ approves: [], count: 1.5 }]))).toBe("ballot 1")
  })
})
