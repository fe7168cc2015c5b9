import { PaperWordList } from "@timbang/language/publication"
import { RecountView } from "@timbang/portal"
import { describe, expect, it } from "vitest"
import { alteredFile, formationFile, verifierKey } from "../site/round.ts"
import { key, portable } from "../worked.ts"

const vocabulary = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
const view = (receipt: string, trust = verifierKey, language: "id" | "en" = "id") =>
  RecountView.view({ primitives: portable, words: PaperWordList.words, vocabulary, language }, { receipt, trust })

describe("RecountView", () => {
  it("is green only for the logged file, signed by somebody trusted, in which nothing differs", () => {
    expect(view(formationFile)).toMatchObject({
      tone: "good",
      sentence: "Cocok: dihitung ulang di perangkat ini, hasilnya sama dengan yang diumumkan."
    })
    expect(view(formationFile, "").tone).toBe("unsure")
    expect(view(formationFile, key).tone).toBe("bad")
    expect(view(formationFile.replace("\"knowledge\":198", "\"knowledge\":199"))).toMatchObject({ tone: "bad" })
    expect(view(alteredFile)).toMatchObject({ tone: "bad", sentence: expect.stringMatching(/^TIDAK cocok/) as string })
    expect(view(alteredFile, "").tone).toBe("bad")
  })

  it("says that nothing was checked when nothing could be, and is never green then", () => {
    for (const [file, trust] of [
      [formationFile.slice(0, -9), verifierKey],
      ["{\"formation-file\": 2}", verifierKey],
      [formationFile, "kunci"]
    ] as const) {
      expect(view(file, trust).tone).toBe("nothing")
    }
  })

  it("names who differs, in what, and what the recount says", () => {
    const said = view(alteredFile, verifierKey, "en").sections.flatMap(({ rows }) => rows.map(([, value]) => value))
    expect(said).toContain("Participant 26-0002: Rank published as 1, recomputed as 2")
  })

  it("shows every step of every participant, and counts what is only attested", () => {
    const { people, sections } = view(formationFile, verifierKey, "en")
    expect(people!.list.map(({ title }) => title)).toEqual([
      "1 · 26-0001 · selected · same",
      "2 · 26-0002 · not selected · same"
    ])
    const lines = people!.list[1]!.steps().flatMap((step) => step.lines)
    expect(lines.join("\n")).toContain("Written total = 196 + 200 = 396")
    expect(lines.some((line) => line.includes("26-0001"))).toBe(true)
    const titles = sections.map(({ title }) => title)
    expect(titles).toContain("Computed again, and the same")
    expect(titles).toContain("Only attested by the committee")
  })
})
