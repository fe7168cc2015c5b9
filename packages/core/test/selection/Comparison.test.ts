import { Comparison, type RuleSet, type Selection } from "@timbang/core/selection"
import { RuleSetPath } from "@timbang/core/selection"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell, crowd, row, rules, select } from "./rounds.ts"

const { source } = rules.thresholds
const moved = (before: Selection.Selection, after: Selection.Selection) =>
  Comparison.compare(before, after).moves.map(({ direction, participant, step }) => [participant, direction, step])

describe("Comparison.compare", () => {
  const people = [row("a", 200, 200, 80), row("b", 150, 200, 70), row("c", 105, 200, 60)]

  it("finds nobody moved between two runs of the same", () => {
    fc.assert(fc.property(crowd(), (any) => {
      const [one, two] = [select([cell(2)], any), select([cell(2)], any.toReversed())]
      expect(Comparison.compare(one, two)).toEqual({ moves: [], unchanged: any.length, onlyBefore: [], onlyAfter: [] })
    }))
  })

  it("names the minimum, also one that only the later rules have", () => {
    const higher = RuleSetPath.replace(rules, "thresholds.groups.general.minimums.knowledge", { _tag: "Known", value: 110, source })
    expect(moved(select([cell(3)], people), select([cell(3)], people, [], {}, higher))).toContainEqual(["c", "loses", "minimum:knowledge"])
    const [general, ...groups] = rules.thresholds.groups
    const minimums = [...general!.minimums, { of: "written", minimum: { _tag: "Known", value: 320, source } as const }]
    const third: RuleSet.RuleSet = { ...rules, thresholds: { ...rules.thresholds, groups: [{ ...general!, minimums }, ...groups] } }
    expect(moved(select([cell(3)], people), select([cell(3)], people, [], {}, third))).toContainEqual(["c", "loses", "minimum:written"])
  })

  it("names a step whose weight differs, and an exclusion", () => {
    const before = select([cell(1)], people)
    const withdrawn = select([cell(1)], people, [{ _tag: "Withdrawn", participant: "a", exam: "practical", at: "2024-12-01" }])
    expect(moved(before, withdrawn)).toEqual([["a", "loses", "event"], ["b", "gains", "others"], ["c", "same-stage", "others"]])
    const lighter = RuleSetPath.replace(rules, "steps.practice60.percent", { _tag: "Known", value: 50, source })
    expect(moved(before, select([cell(1)], people, [], {}, lighter)).map(([, , step]) => step)).toEqual(["practice60", "practice60", "practice60"])
  })

  it("tells filling from other people, and a code from a position", () => {
    const cells = [cell(1), cell(1, { formation: "F2", location: "Elsewhere" })]
    const filled = select(cells, people)
    const notFilled = select(cells, people, [], { filling: { isRun: false } })
    expect(moved(notFilled, filled)).toEqual([["b", "gains", "filling"]])
    const codes = rules.codes.map((each) => each.outcome === "not-selected" ? { ...each, code: "no" } : each)
    expect(moved(select([cell(2)], people), select([cell(2)], people, [], {}, { ...rules, codes }))).toEqual([["c", "same-stage", "code"]])
  })

  it("lists who stands on one side only", () => {
    const compared = Comparison.compare(select([cell(3)], people.slice(0, 2)), select([cell(3)], people.slice(1)))
    expect([compared.onlyBefore, compared.onlyAfter]).toEqual([["a"], ["c"]])
  })
})
