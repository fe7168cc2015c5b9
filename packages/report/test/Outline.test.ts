import { EvaluationReport, Outline, PerformanceReport, Word } from "@timbang/report"
import { inflateRawSync } from "node:zlib"
import { describe, expect, it, vi } from "vitest"
import { period } from "./period.ts"
import { evaluation } from "./specimen.ts"

const pages = [EvaluationReport.render(evaluation), EvaluationReport.render(evaluation, "en"), PerformanceReport.render(period)]

/** One part of a ZIP archive, found by its entry in the list at the end. */
const partOf = (archive: Buffer, name: string): string => {
  const entry = archive.lastIndexOf(name) - 46
  const [size, at] = [archive.readUInt32LE(entry + 20), archive.readUInt32LE(entry + 42)]
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
  return inflateRawSync(archive.subarray(start, start + size)).toString("utf8")
}

describe("Outline.of", () => {
  it("keeps every table with its cells, every chart with its drawing and words, and every paragraph of the page", () => {
    for (const page of pages) {
      const { blocks } = Outline.of(page)
      const count = (tag: Outline.Block["_tag"]) => blocks.filter(({ _tag }) => _tag === tag).length
      expect(count("Table")).toBe(page.match(/<table>/g)!.length)
      expect(count("Chart")).toBe(page.match(/<figure class="chart[ "]/g)!.length)
      expect(count("Heading")).toBe(page.match(/<h[123]>/g)!.length)
      for (const block of blocks) {
        if (block._tag === "Chart") expect([block.svg.startsWith("<svg"), block.description !== "", block.caption !== ""]).toEqual([true, true, true])
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
  it("gives the same bytes in another year, charts and tables included", async () => {
    const outline = Outline.of(pages[1]!)
    expect(outline.blocks.some(({ _tag }) => _tag === "Chart")).toBe(true)
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-02-01T08:00:00Z") })
    const first = await Word.render(outline)
    vi.setSystemTime(new Date("2031-11-05T20:30:00Z"))
    const second = await Word.render(outline)
    vi.useRealTimers()
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0)
  })

  it("carries every chart as a picture with what it shows in words", async () => {
    const outline = Outline.of(pages[0]!)
    const charts = outline.blocks.flatMap((block) => (block._tag === "Chart" ? [block] : []))
    const document = Buffer.from(await Word.render(outline))
    expect(charts.length).toBeGreaterThan(0)
    expect(new Set(document.toString("latin1").match(/word\/media\/[\w-]+\.png/g)).size).toBe(charts.length)
    const text = partOf(document, "word/document.xml")
    for (const { description } of charts) expect(text).toContain(`descr="${description.slice(0, 20)}`)
  })

  it("makes a document of every report", async () => {
    for (const page of pages) expect((await Word.render(Outline.of(page))).length).toBeGreaterThan(5000)
  })
})
