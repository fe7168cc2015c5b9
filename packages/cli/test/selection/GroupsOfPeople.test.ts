import { Sourced } from "@timbang/core/law"
import { Cohort, Explanation, Outcome, RuleSetPath, Selection, Threshold } from "@timbang/core/selection"
import { Explanations } from "@timbang/language"
import { RuleSets } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const source = { instrument: "KepmenPANRB 1127/2021", confidence: "host" } as const
const rules = RuleSetPath.replace(RuleSets.pppk2021Guru, "thresholds.groups.umum.minimums.teknisTambahan", Sourced.known(200, source))
const own = { formation: "F1", position: "Guru Kelas", education: "S-1", location: "SDN 1", category: "umum", seats: 1 }
const person = { participant: "1", formation: "F1", scores: { teknis: 100, manajerialSosiokultural: 120, wawancara: 22 }, birthDate: "1965-01-01" } as const

const select = (thresholdGroup: string | undefined): Selection.Selection => {
  const formations = [{ ...own, ...(thresholdGroup === undefined ? {} : { thresholdGroup }) }]
  return Result.getOrThrow(Selection.run(rules, formations, Result.getOrThrow(Cohort.fromRows(rules, formations, [person])), []))
}

describe("KepmenPANRB 1169/2021: minimums that hold for people", () => {
  it("judges everybody by the group of the formation, which may name one of them", () => {
    expect(Outcome.tags[select(undefined).outcome[0]!]).toBe("below-threshold")
    expect(Outcome.tags[select("kategori-2").outcome[0]!]).toBe("selected")
  })

  it("says so by name in every explanation of that round, in both languages, and in no other round", () => {
    const explanation = Explanation.explain(select(undefined), 0)
    expect(Explanations.text(explanation, "en")).toContain(
      'WARNING: the minimums of "Category 2: aged 50 or more" (KepmenPANRB 1169/2021) hold for people, not for formations.'
    )
    expect(Explanations.text(explanation, "id").match(/PERINGATAN: nilai ambang batas "Kategori [23]: .+" \(KepmenPANRB 1169\/2021\) berlaku bagi orang/g)).toHaveLength(2)
    expect(RuleSets.all.filter(({ thresholds }) => Threshold.ofPeople(thresholds.groups).length > 0).map(({ id }) => id)).toEqual(["pppk-2021-guru"])
  })
})
