import { Cohort, FinalScore, Outcome, Plan, Selection } from "@timbang/core/selection"
import type { Event, RuleSet } from "@timbang/core/selection"
import { Scaled } from "@timbang/core/number"
import { RuleSets } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { formation, linesOf, partsOf, row } from "./published.ts"

const rules = RuleSets.cpns2024

/** The rules of 2024 without minimums: the vectors below test what comes after them. */
const withoutMinimums: RuleSet.RuleSet = {
  ...rules,
  thresholds: { ...rules.thresholds, groups: rules.thresholds.groups.map((group) => ({ ...group, minimums: [] })) }
}

const select = (seats: number, rows: ReadonlyArray<Cohort.Row>, events: ReadonlyArray<Event.Event> = []) => {
  const cells = [formation(seats)]
  const cohort = Result.getOrThrow(Cohort.fromRows(withoutMinimums, cells, rows))
  return Result.getOrThrow(Selection.run(withoutMinimums, cells, cohort, events))
}

describe("published final scores of 2024", () => {
  for (const { rows, title } of linesOf("rounding")) {
    it(`${title}: each of ${rows.length} scores is reproduced to the last of three decimals`, () => {
      const plan = Result.getOrThrow(Plan.compile(rules, [formation(1)], "final"))
      for (const line of rows) {
        const skb = Result.getOrThrow(Scaled.parse(line["skb_100"]!, 3))
        const values = FinalScore.evaluateOne(plan, { ...partsOf(Number(line["skd_total"])), skb }, 0)
        expect(Scaled.format(values["final"]!, 3)).toBe(line["final_published"])
      }
      expect(rows.some((line) => line["naive_final_only_3dp"] !== line["final_published"])).toBe(true)
    })
  }
})

describe("published ties of 2024", () => {
  for (const { rows, title } of linesOf("ties")) {
    const names = [...new Set(rows.map((line) => line["group"]!))]
    const groups = new Map(names.map((name) => [name, rows.filter((line) => line["group"] === name)]))
    it(`${title}: ${groups.size} groups stand in the published order, whatever the order of input`, () => {
      for (const [name, lines] of groups) {
        const people = lines.map((line) =>
          row(
            line["published_order"]!.padStart(3, "0"),
            { twk: line["twk"]!, tiu: line["tiu"]!, tkp: line["tkp"]!, skb: line["skb_100"]! },
            { gpa: line["ipk"]! }
          )
        )
        const made = select(1000, people.toReversed())
        const rankOf = (participant: string) => made.final!.rank[made.cohort.participant.indexOf(participant)]!
        const ranks = people.map(({ participant }) => rankOf(participant))
        const isOneTie = new Set(made.values["final"]).size === 1
        expect([name, isOneTie]).toEqual([name, true])
        expect([name, ranks]).toEqual([name, ranks.toSorted((a, b) => a - b)])
        lines.slice(1).forEach((line, at) => {
          const isEqual = ["skd_total", "tkp", "tiu", "twk", "ipk"].every((key) => line[key] === lines[at]![key])
          expect([name, at, ranks[at + 1] === ranks[at]]).toEqual([name, at, isEqual])
        })
      }
    })
  }
})

describe("the cut of one published cell of 2024", () => {
  for (const { rows, title } of linesOf("pass-cut")) {
    it(`${title}: all codes are reproduced, and elimination beats score`, () => {
      const people = rows.map((line, at) => row(`24-${at}`, { ...partsOf(Number(line["skd_total"])), skb: line["skb_100"]! }))
      const events = rows.flatMap((line, at): ReadonlyArray<Event.Event> => {
        const about = { participant: `24-${at}`, exam: "skb", at: "2024-12-20" }
        if (line["keterangan"] === "TMS-1") return [{ _tag: "Eliminated", test: "kesehatan", ...about }]
        return line["keterangan"] === "TH" ? [{ _tag: "Absent", ...about }] : []
      })
      const seats = rows.filter((line) => line["keterangan"] === "P/L").length
      const made = select(seats, people, events)
      const codes = Array.from(made.outcome, (tag) => Outcome.codeOf(rules.codes, Outcome.tags[tag]!, {}))
      expect(codes).toEqual(rows.map((line) => line["keterangan"]))
    })
  }

  it("somebody eliminated above the lowest score that passes has no seat and no rank", () => {
    const scores = (skb: string) => ({ ...partsOf(400), skb })
    const people = [row("1", scores("80")), row("2", scores("70")), row("3", scores("60"))]
    const made = select(1, people, [{ _tag: "Eliminated", participant: "1", exam: "skb", test: "kesehatan", at: "2024-12-20" }])
    expect(Array.from(made.outcome, (tag) => Outcome.tags[tag])).toEqual(["eliminated", "selected", "not-selected"])
    expect(Array.from(made.final!.rank)).toEqual([0, 1, 2])
  })
})
