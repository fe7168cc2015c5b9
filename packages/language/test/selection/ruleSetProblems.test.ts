import { RuleSetFault, RuleSetFaults, RuleSetSchema } from "@timbang/core/selection"
import { RuleSetProblems } from "@timbang/language"
import { describe, expect, it } from "vitest"

const path = "steps.final"
const known = ["skd", "skb"]

/** One fault of each tag; the type makes a new tag without a case here fail to compile. */
const each: { readonly [Tag in RuleSetFault.RuleSetFault["_tag"]]: Extract<RuleSetFault.RuleSetFault, { readonly _tag: Tag }> } = {
  WeightsNotWhole: { _tag: "WeightsNotWhole", path, foundPercent: 90 },
  ScalesMixed: { _tag: "ScalesMixed", path, maxima: ["100", "500"] },
  ScaleWrong: { _tag: "ScaleWrong", path, found: 500, maximum: "550" },
  NameUnknown: { _tag: "NameUnknown", path, found: "sbk", known },
  StepTooLate: { _tag: "StepTooLate", path, found: "skd" },
  ScoreTooLate: { _tag: "ScoreTooLate", path, found: "skb", exam: "skd", known },
  DuplicateId: { _tag: "DuplicateId", path, found: "skd" },
  CodeDuplicated: { _tag: "CodeDuplicated", path, outcome: "selected" },
  DayUnreal: { _tag: "DayUnreal", path, found: "2024-02-30" },
  DaysReversed: { _tag: "DaysReversed", path, from: "2024-02-01", until: "2024-01-01" },
  DaysOverlap: { _tag: "DaysOverlap", path, id: "cpns-2024", from: "2024-01-01" },
  OverLegalCap: { _tag: "OverLegalCap", path, found: 50, cap: 40, citation: "PermenPANRB 6/2024" },
  UnderLegalFloor: { _tag: "UnderLegalFloor", path, found: 50, floor: 60, citation: "PermenPANRB 6/2024" },
  KindRefused: { _tag: "KindRefused", path, kind: "wawancara", agencyKind: "daerah", citation: "PermenPANRB 6/2024" },
  WeightNotAnnounced: { _tag: "WeightNotAnnounced", path, found: 50, announced: 60 },
  MainTestCount: { _tag: "MainTestCount", path, found: 2 },
  GeneralCategoryCount: { _tag: "GeneralCategoryCount", path, found: 0 },
  CategoryWithoutGroup: { _tag: "CategoryWithoutGroup", path, category: "papua" },
  GroupsOverlap: { _tag: "GroupsOverlap", path, other: "umum", shared: "papua" },
  TooMany: { _tag: "TooMany", path, found: 25, most: 24 },
  OutOfRange: { _tag: "OutOfRange", path, found: 250, minimum: 0, maximum: "100" },
  WordUnknown: { _tag: "WordUnknown", path, found: "up", known: ["half-up"] }
}

describe("RuleSetProblems.fault", () => {
  it("names the place and every fact of every fault, in both languages", () => {
    for (const fault of Object.values(each)) {
      const { _tag, path: place, ...facts } = fault
      for (const language of ["id", "en"] as const) {
        const said = RuleSetProblems.fault(fault, language)
        expect(said, _tag).toMatch(/^steps\.final: .+\.$/)
        for (const fact of Object.values(facts).flat()) expect(said, `${_tag} ${place}`).toContain(String(fact))
      }
      expect(RuleSetProblems.fault(fault, "id")).not.toBe(RuleSetProblems.fault(fault, "en"))
    }
  })
})

describe("RuleSetProblems.lines", () => {
  it("says one line for each place of a broken or unreadable rule set", () => {
    const faulty = new RuleSetFaults.RuleSetFaulty({ ruleSet: "mine", faults: [each.DuplicateId, each.TooMany] })
    expect(RuleSetProblems.lines(faulty, "id")).toHaveLength(2)
    const unreadable = new RuleSetSchema.RuleSetUnreadable({ places: [{ path: "", expected: "Expected object" }, { path: "id", expected: "Expected string" }, { path: "foo", expected: "Expected no excess property" }, { path: "schemaVersion", expected: "Expected 1, found 2" }] })
    expect(RuleSetProblems.lines(unreadable, "id")).toEqual([
      "berkas: seharusnya kunci dan isinya.",
      "id: seharusnya teks.",
      "foo: kunci ini tidak dikenal.",
      "schemaVersion: versi bentuk ini tidak dikenal. Pakai rilis yang membacanya; rilis ini membaca versi 1."
    ])
  })

  it("says of a supplied number where it would have gone and what stands against it", () => {
    const unfit = { _tag: "ValueUnfit", ruleSet: "pppk-2024", path: "a.b", faults: [each.OutOfRange] } as const
    expect(RuleSetProblems.lines(unfit, "en")).toEqual(["pppk-2024 cannot take this value at a.b:", "steps.final: 250 is not between 0 and 100. Correct it."])
    expect(RuleSetProblems.lines({ _tag: "SourceMissing", ruleSet: "pppk-2024", path: "a.b" }, "id")[0]).toContain("tanpa sumber")
    expect(RuleSetProblems.lines({ _tag: "ScalesDiffer", base: "total", baseMaximum: 670, outOf: 100 }, "id")[0]).toContain("ke 670")
    expect(RuleSetProblems.lines({ _tag: "SkttUnfit", ruleSet: "cpns-2024", because: "no total" }, "en")).toEqual(["cpns-2024 cannot take an SKTT: no total."])
  })
})
