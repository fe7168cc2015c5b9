import { Cohort, Explanation, Selection } from "@timbang/core/selection"
import { Explanations, RuleSetTitles } from "@timbang/language"
import { RuleSets } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

/** Every title anywhere in a rule set. */
const titlesIn = (part: unknown): ReadonlyArray<string> =>
  typeof part !== "object" || part === null
    ? []
    : Object.entries(part).flatMap(([key, value]) => key === "title" && typeof value === "string" ? [value] : titlesIn(value))

/** Words that are the same in both languages. */
const same = new Set(["Diaspora"])

describe("RuleSetTitles.of", () => {
  it("has every title of every rule set in English", () => {
    const titles = new Set(RuleSets.all.flatMap(titlesIn))
    expect(titles.size).toBeGreaterThan(100)
    expect([...titles].filter((title) => RuleSetTitles.of(title, "en") === title && !same.has(title))).toEqual([])
    expect([...titles].every((title) => RuleSetTitles.of(title, "id") === title)).toBe(true)
  })
})

describe("Explanations.text", () => {
  const formation = { formation: "F1", position: "Surveyor", education: "S-1", location: "", category: "umum", seats: 1 }
  const row = (participant: string, skb: number) => ({ participant, formation: "F1", scores: { twk: 110, tiu: 110, tkp: 180, skb }, gpa: "3.5", birthDate: "1995-01-01" as const })
  const cohort = Result.getOrThrow(Cohort.fromRows(RuleSets.cpns2024, [formation], [row("24-1", 70), row("24-2", 60), { ...row("24-3", 60), scores: { twk: 10, tiu: 10, tkp: 10, skb: 1 } }]))
  const made = Result.getOrThrow(Selection.run(RuleSets.cpns2024, [formation], cohort, [], { filling: { isRun: false } }))
  const told = (language: "id" | "en") => [0, 1, 2].map((at) => Explanations.text(Explanation.explain(made, at), language)).join("\n")

  it("names scores, steps and codes in English, and leaves no Indonesian title", () => {
    const english = told("en")
    expect(english).toContain("National insight test (TWK): 110, meets the minimum of 65.")
    expect(english).toContain("SKB score, weight 60% = 60% x 70.000")
    expect(english).toContain("(Not selected, past the seats)")
    expect(english).not.toMatch(/\b(Nilai|Skor|Tes|Seleksi|Lulus|Tidak|bobot|skala|instansi)\b/)
    expect(told("id")).toContain("Tes Wawasan Kebangsaan")
  })
})
