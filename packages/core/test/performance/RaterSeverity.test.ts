import { Undefined } from "@timbang/core/number"
import { RaterSeverity } from "@timbang/core/performance"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import vector from "./vectors/rater-disconnected-design.json" with { type: "json" }

const rows = vector.input.rows.map(({ employee, rater, score }) => ({ person: String(employee), rater, score }))

describe("RaterSeverity.fit", () => {
  it("names in its result what fixes the effects", () => {
    expect(RaterSeverity.fit([]).convention).toBe("rater effects sum to zero within an island")
  })

  it("finds the two islands of a design in which two groups share no employee", () => {
    const { islands, isConnected, missingLinks } = RaterSeverity.fit(rows)
    expect(isConnected).toBe(false)
    expect(islands.map(({ people, raters }) => ({
      employees: people.map(({ person }) => Number(person)),
      raters: raters.map(({ rater }) => rater)
    }))).toEqual(vector.expected.components)
    expect(missingLinks).toEqual([{ raters: ["A", "B"], people: ["3", "4"] }])
  })

  it("refuses to compare across islands and compares within one", () => {
    const severity = RaterSeverity.fit(rows)
    expect(RaterSeverity.compareRaters(severity, "A", "C")._tag).toBe("NotComparable")
    expect(RaterSeverity.comparePeople(severity, "1", "3")._tag).toBe("NotComparable")
    expect(RaterSeverity.compareRaters(severity, "A", "Z")).toEqual({ _tag: "NotRated", name: "Z" })
    // A gives 80 and 70, B 75 and 66: 4.5 apart on the same two people.
    expect(RaterSeverity.compareRaters(severity, "A", "B")).toMatchObject({ _tag: "Compared", difference: 4.5 })
  })

  it("finds known severities again, sums them to zero, and does not depend on the order of rows", () => {
    const score = fc.integer({ min: -20, max: 20 })
    fc.assert(fc.property(fc.array(score, { minLength: 2, maxLength: 5 }), fc.array(score, { minLength: 2, maxLength: 6 }), (raters, people) => {
      // A chain: every person is rated by two neighbouring raters, and the first person by all.
      const ratings = people.flatMap((level, p) =>
        raters.flatMap((effect, r) =>
          p === 0 || r === p % raters.length || r === (p + 1) % raters.length
            ? [{ person: `p${p}`, rater: `r${r}`, score: level + effect }]
            : []
        )
      )
      const severity = RaterSeverity.fit(ratings)
      expect(severity.isConnected).toBe(true)
      const effects = severity.islands[0]!.raters.map(({ effect }) => (Undefined.isUndefined(effect) ? NaN : effect))
      expect(Math.abs(effects.reduce((sum, effect) => sum + effect, 0))).toBeLessThan(1e-9)
      effects.forEach((effect, at) => {
        expect(Math.abs(effect - effects[0]! - (raters[at]! - raters[0]!))).toBeLessThan(1e-8)
      })
      expect(RaterSeverity.fit(ratings.toReversed())).toEqual(severity)
    }))
  })

  it("gives standard errors as ordinary least squares does", () => {
    // Two raters on three people: the difference has variance 2 s² / 3 with 2 degrees of freedom.
    const scores = [["1", 80, 75], ["2", 70, 66], ["3", 60, 60]] as const
    const severity = RaterSeverity.fit(scores.flatMap(([person, a, b]) => [{ person, rater: "A", score: a }, { person, rater: "B", score: b }]))
    const island = severity.islands[0]!
    expect(island.freedom).toBe(2)
    // Differences 5, 4, 0: variance 7, so that the residual variance is 3.5.
    expect(island.residualVariance).toBeCloseTo(3.5, 12)
    const compared = RaterSeverity.compareRaters(severity, "A", "B")
    if (compared._tag !== "Compared" || Undefined.isUndefined(compared.interval)) throw new Error(compared._tag)
    // Student t of 0.975 with 2 degrees of freedom is 4.30265.
    expect(compared.interval.upper - compared.difference).toBeCloseTo(4.30265272991 * Math.sqrt(7 / 3), 8)
  })

  it("says that a rater alone has no severity", () => {
    const { islands } = RaterSeverity.fit([{ person: "1", rater: "A", score: 80 }])
    expect(islands[0]!.raters[0]!.effect).toMatchObject({ _tag: "Undefined", reason: "not-connected" })
  })
})
