import { StudyProgramme } from "@timbang/core/selection"
import type { LegalSource } from "@timbang/core/law"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const source: LegalSource.LegalSource = { instrument: "Pengumuman", confidence: "host" }
const entry = (programme: string, more: Partial<StudyProgramme.Entry> = {}): StudyProgramme.Entry => ({
  position: "Penata Jalan",
  programme,
  from: "2024-08-01",
  source,
  ...more
})
const table = [entry("S-1 Teknik Sipil"), entry("D-IV Teknik Sipil"), entry("S-1 Arsitektur", { until: "2024-08-31" })]
const match = (programme: string, on = "2024-08-20", position = "Penata Jalan") =>
  StudyProgramme.match(table, { position, programme, on })

describe("StudyProgramme.match", () => {
  it("a spelling that differs in case, blanks and punctuation matches", () => {
    expect(match("s1 teknik  sipil")).toEqual({ _tag: "OnTable", entry: table[0] })
  })

  it("one letter more is another programme, and the names alike are told", () => {
    expect(match("S-1 Teknik Sipill")).toEqual({
      _tag: "NotOnTable",
      nearest: ["S-1 Teknik Sipil", "D-IV Teknik Sipil", "S-1 Arsitektur"],
      otherDays: []
    })
  })

  it("the days of a line are both included", () => {
    expect(match("S-1 Arsitektur", "2024-08-31")._tag).toBe("OnTable")
    expect(match("S-1 Arsitektur", "2024-09-01")).toMatchObject({ _tag: "NotOnTable", otherDays: [table[2]] })
    expect(match("S-1 Teknik Sipil", "2024-07-31")._tag).toBe("NotOnTable")
  })

  it("a programme of another position does not match", () => {
    expect(match("S-1 Teknik Sipil", "2024-08-20", "Bidan")).toEqual({ _tag: "NotOnTable", nearest: [], otherDays: [] })
  })

  it("never matches a text that no line holds, and the order of lines decides nothing", () => {
    fc.assert(fc.property(fc.string(), fc.shuffledSubarray(table, { minLength: 3 }), (text, shuffled) => {
      const names = table.map(({ programme }) => programme.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""))
      const isNamed = names.includes(text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""))
      const about = { position: "Penata Jalan", programme: text, on: "2024-08-20" }
      expect(StudyProgramme.match(table, about)._tag).toBe(isNamed ? "OnTable" : "NotOnTable")
      expect(StudyProgramme.match(shuffled, about)).toEqual(StudyProgramme.match(table, about))
    }))
  })
})
