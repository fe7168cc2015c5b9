import { MultiRater } from "@timbang/core/performance"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const policy = {
  groups: [{ id: "superior", minimum: 1, weightPercent: 50 }, { id: "peers", minimum: 3, weightPercent: 30 }, {
    id: "subordinates",
    minimum: 3,
    weightPercent: 20
  }]
}
const group = (id: string, scores: ReadonlyArray<number>) =>
  scores.map((score, at) => ({ group: id, rater: `${id}-${at}`, score }))

describe("MultiRater.gather", () => {
  it("combines the means by the local weights when every group has its minimum", () => {
    const ratings = [...group("superior", [80]), ...group("peers", [70, 80, 90]), ...group("subordinates", [60, 60, 60])]
    expect(MultiRater.gather(policy, ratings).combined).toMatchObject({ _tag: "Combined", mean: 76 })
  })

  it("is pending, names the group and the number missing, and shows no mean of it", () => {
    const outcome = MultiRater.gather(policy, [...group("superior", [80]), ...group("peers", [70, 80]), ...group("subordinates", [60, 60, 60])])
    expect(outcome.combined).toEqual({ _tag: "Pending", because: [{ group: "peers", missing: 1 }] })
    expect(outcome.groups[1]).toEqual({ _tag: "Pending", group: "peers", answers: 2, missing: 1 })
  })

  it("leaves out a rater who rates twice and a group nobody named", () => {
    const twice = [{ group: "peers", rater: "x", score: 1 }, { group: "peers", rater: "x", score: 2 }, { group: "friends", rater: "y", score: 3 }]
    const outcome = MultiRater.gather(policy, twice)
    expect(outcome.leftOut.map(({ because }) => because)).toEqual(["second-rating", "second-rating", "unknown-group"])
    expect(outcome.groups[1]).toMatchObject({ _tag: "Pending", answers: 0 })
  })

  it("does not combine without weights, or with weights that are not whole", () => {
    const without = { groups: [{ id: "peers", minimum: 1 }] }
    expect(MultiRater.gather(without, group("peers", [1])).combined).toEqual({ _tag: "NotCombined", because: "no-weights" })
    const short = { groups: [{ id: "peers", minimum: 1, weightPercent: 90 }] }
    expect(MultiRater.gather(short, group("peers", [1])).combined).toMatchObject({ because: "weights-do-not-sum-to-100" })
  })

  it("gives the same bytes for every order of input", () => {
    const ratings = [...group("superior", [80.1]), ...group("peers", [70.3, 80.7, 90.9]), ...group("subordinates", [60.2, 61.4, 62.6])]
    const expected = MultiRater.gather(policy, ratings)
    fc.assert(fc.property(fc.shuffledSubarray(ratings, { minLength: ratings.length }), (shuffled) => {
      expect(MultiRater.gather(policy, shuffled)).toEqual(expected)
    }))
  })
})
