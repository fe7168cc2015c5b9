import { Electorate, GreedyChoice } from "@timbang/core/needs"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const electorate = Result.getOrThrow(
  Electorate.ofBallots([
    { approves: ["hall", "road"], count: 5 },
    { approves: ["well"], count: 3 },
    { approves: ["jetty"], count: 3 }
  ])
)
const projects = [
  { id: "hall", cost: 60 },
  { id: "road", cost: 50 },
  { id: "well", cost: 30 },
  { id: "jetty", cost: 20 },
  { id: "statue", cost: 1 }
]
const choose = (more: Partial<Parameters<typeof GreedyChoice.choose>[0]> = {}) =>
  Result.getOrThrow(GreedyChoice.choose({ projects, electorate, budget: 100, utility: "cost", ...more }))

describe("GreedyChoice.choose", () => {
  it("asks for a draw only where equals do not all fit", () => {
    expect(choose()).toEqual({ _tag: "DrawNeeded", among: ["hall", "road"], chosenBefore: [] })
    expect(choose({ budget: 160 })).toMatchObject({ _tag: "Chosen", chosen: ["hall", "road", "jetty", "well"] })
  })

  it("passes over what does not fit, and answers how much was left and who took the last part", () => {
    const outcome = choose({ tieOrder: ["lower-cost"] })
    expect(outcome).toMatchObject({ _tag: "Chosen", chosen: ["road", "jetty", "well"], spent: 100 })
    expect(outcome._tag === "Chosen" && outcome.answers).toMatchObject([
      { _tag: "Out", id: "hall", supporters: 5, left: 50, taker: "road" },
      { _tag: "In", id: "road", place: 1 },
      { _tag: "In", id: "well", place: 3 },
      { _tag: "In", id: "jetty", place: 2 },
      { _tag: "Out", id: "statue", supporters: 0, left: 100, taker: undefined }
    ])
  })

  it("with a utility of 1 takes the most supporters for the cost, exactly", () => {
    // 3/20 > 3/30 = 5/50 > 5/60
    expect(choose({ utility: "count", budget: 70, lots: ["road", "well"] })).toMatchObject({
      chosen: ["jetty", "road"]
    })
    expect(choose({ utility: "count", budget: 70, lots: ["well", "road"] })).toMatchObject({
      chosen: ["jetty", "well"]
    })
  })
})
