import { Parameter } from "@timbang/core/law"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const source = { instrument: "PermenPANRB 36/2018", confidence: "seen-in-one" } as const
const parameter: Parameter.Parameter<number> = {
  name: "limit",
  unit: "points",
  values: [
    { from: "2018-01-01", until: "2019-12-31", value: 1, source },
    { from: "2020-01-01", until: "2020-12-31", value: 2, source },
    { from: "2022-01-01", value: 3, source }
  ]
}
const valueOn = (day: string) => Result.map(Parameter.at(parameter, day), ({ value }) => value)

describe("Parameter.at", () => {
  it("answers the entry in force, both ends included", () => {
    expect(valueOn("2018-01-01")).toEqual(Result.succeed(1))
    expect(valueOn("2019-12-31")).toEqual(Result.succeed(1))
    expect(valueOn("2020-01-01")).toEqual(Result.succeed(2))
    expect(valueOn("2030-01-01")).toEqual(Result.succeed(3))
  })

  it("refuses a day before the first entry and a day in a gap, and names the parameter", () => {
    for (const day of ["2017-12-31", "2021-06-01"]) {
      const outcome = Parameter.at(parameter, day)
      expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("NotInForce")
      expect(Result.isFailure(outcome) && outcome.failure.message).toContain(`limit has no value on ${day}`)
    }
  })
})
