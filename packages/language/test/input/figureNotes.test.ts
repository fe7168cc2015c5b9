import type { FigureNote } from "@timbang/core/input"
import { FigureNotes } from "@timbang/language"
import { describe, expect, it } from "vitest"

const at = { file: "p0.csv", region: "Tebo", column: "P0", indicator: "poverty-rate", found: "1.234" } as const
const notes: ReadonlyArray<FigureNote.FigureNote> = [
  { _tag: "MixedMarks", file: "p0.csv", column: "P0", indicator: "poverty-rate", commas: 9, points: 2 },
  { _tag: "ThousandsRemoved", file: "p0.csv", column: "P0", indicator: "poverty-rate", cells: 3 },
  { _tag: "UnitContradicted", file: "p0.csv", column: "PDRB", indicator: "grdp", printed: "Rupiah", declared: "juta rupiah" },
  { _tag: "FigureMarked", ...at, mark: "preliminary" },
  { _tag: "SpelledOtherwise", file: "p0.csv", found: "KAB. TEBO", region: "Tebo" },
  { _tag: "RegionsElsewhere", file: "p0.csv", rows: 503 },
  { _tag: "NotObserved", ...at, found: "..." },
  { _tag: "FigureUnreadable", ...at, because: "ambiguous-thousands" },
  { _tag: "FigureImplausible", ...at, low: 0, high: 100 },
  { _tag: "KeyUnknown", file: "p0.csv", found: "999" },
  { _tag: "FigureTwice", ...at, year: 2021 }
]

describe("FigureNotes.sentence", () => {
  for (const note of notes) {
    it(`${note._tag} names what was found, in both languages`, () => {
      const [indonesian, english] = [FigureNotes.sentence(note, "id"), FigureNotes.sentence(note, "en")]
      expect(indonesian).not.toBe(english)
      for (const sentence of [indonesian, english]) {
        expect(sentence).not.toMatch(/undefined|\[object/)
        expect(sentence.endsWith(".")).toBe(true)
        if ("column" in note) expect(sentence).toContain(note.column)
        if ("region" in note) expect(sentence).toContain(note.region)
      }
    })
  }
})
