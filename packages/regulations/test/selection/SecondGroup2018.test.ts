/** 2018: who missed a minimum of PermenPANRB 37/2018 and competes by PermenPANRB 61/2018 is explained like anybody else. */
import { Explanation, type SmallestChange } from "@timbang/core/selection"
import { RuleSets, Supply } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { row } from "./published.ts"
import { run } from "./run.ts"

const host = { instrument: "Announcement 1", confidence: "host" } as const
const rules = Result.getOrThrow(Supply.supply(RuleSets.cpns2018, "shortlist.secondGroup.finalRanking", "first-group-first", host))
const formations = [{ formation: "F1", position: "Penata", education: "S-1", location: "Kantor", category: "umum", seats: 1 }]

// Three of the second group go on; TKP is below 143 for all of them.
const people = [
  row("a", { twk: 150, tiu: 100, tkp: 140, skb: 60 }),
  row("b", { twk: 130, tiu: 100, tkp: 140, skb: 50 }),
  row("c", { twk: 110, tiu: 100, tkp: 140, skb: 40 }),
  row("d", { twk: 100, tiu: 100, tkp: 130, skb: 90 }),
  row("e", { twk: 50, tiu: 50, tkp: 130, skb: 90 })
]
const { made } = run(rules, people, { formations, stage: "skd" })
const explain = (participant: string, selection = made) =>
  Explanation.explain(selection, selection.cohort.participant.indexOf(participant))
const changes = (found: SmallestChange.SmallestChange) =>
  found._tag === "Found" ? found.changes.map(({ component, to }) => [component, to]) : found._tag

describe("the second group of 2018 (PermenPANRB 61/2018)", () => {
  it("shows the place in the list of the second group, the neighbour and the distance to its last place", () => {
    const { shortlist } = explain("d")
    expect(shortlist).toMatchObject({ rank: 4, of: 4, places: 3, neighbour: { participant: "c", rung: "skd" }, cut: { distance: -20 } })
    expect(shortlist?.source.instrument).toBe("PermenPANRB 61/2018")
  })

  it("shows a missed minimum of either group, with its own source", () => {
    expect(explain("e").minimums.map(({ amount, isMet, limit, source }) => [amount.id, limit, isMet, source.instrument])).toEqual([
      ["twk", 75, false, "PermenPANRB 37/2018"],
      ["tiu", 80, false, "PermenPANRB 37/2018"],
      ["tkp", 143, false, "PermenPANRB 37/2018"],
      ["skd", 255, false, "PermenPANRB 61/2018"]
    ])
  })

  it("takes the second group's way to the SKB where it is the shorter one: past the last of the second, not up to TKP 143 alone", () => {
    expect(changes(explain("d").smallestChange)).toEqual([["twk", 125], ["tiu", 125], ["tkp", 143]])
    // c has 350 and a TKP of 140, so 350 with a TKP of 130 is not enough and 355 is.
    expect(changes(explain("e").smallestChange)).toEqual([["twk", 175]])
  })

  it("names the SKB score which would have won the seat inside the second group", () => {
    const { made: final } = run(rules, people, { formations })
    const [change] = [explain("b", final).smallestChange].flatMap((found) => found._tag === "Found" ? [found] : [])
    expect(change?.goal).toBe("seat")
    // a: 390 of 500 is 31.200, SKB 60 is 36.000; b: 370 is 29.600, so 37.600 equals a in the final score and a leads by SKD.
    expect(change?.changes.find(({ component }) => component === "skb")).toEqual({ component: "skb", from: 50_000, to: 62_668 })
  })
})
