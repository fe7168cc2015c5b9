import { EvaluationReport, Outline, PerformanceReport, Word } from "@timbang/report"
import { describe, expect, it } from "vitest"
import { period } from "./period.ts"
import { evaluation } from "./specimen.ts"

const pages = [EvaluationReport.render(evaluation), EvaluationReport.render(evaluation, "en"), PerformanceReport.render(period)]

describe("Outline.of", () => {
  it("keeps every table with its cells, every chart in words, and every paragraph of the page", () => {
    for (const page of pages) {
      const { blocks } = Outline.of(page)
      const count = (tag: Outline.Block["_tag"]) => blocks.filter(({ _tag }) => _tag === tag).length
      expect(count("Table")).toBe(page.match(/<table>/g)!.length)
      expect(count("Chart")).toBe(page.match(/<figure class="chart">/g)!.length)
      expect(count("Heading")).toBe(page.match(/<h[123]>/g)!.length)
      for (const block of blocks) {
        if (block._tag !== "Table") continue
        expect(block.caption).not.toBe("")
        expect(block.rows.every((row) => row.length === block.columns.length)).toBe(true)
      }
      expect(blocks.some((block) => block._tag === "Paragraph" && block.role === "sentence")).toBe(true)
    }
  })

  it("parts a key figure from its note", () => {
    const [figures] = Outline.of(pages[0]!).blocks.filter(({ _tag }) => _tag === "Figures")
    expect(figures).toMatchObject({ figures: expect.arrayContaining([expect.objectContaining({ figure: expect.stringMatching(/^[\d.,]+/) })]) })
  })
})

describe("Word.render", () => {
  it("makes a document of every report", async () => {
    for (const page of pages) expect((await Word.render(Outline.of(page))).length).toBeGreaterThan(5000)
  })
})
