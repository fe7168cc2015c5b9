import { NeedsReport, Outline, Picture } from "@timbang/report"
import { describe, expect, it } from "vitest"
import { needs } from "./needs.ts"

const drawing = (inner: string) => `<svg viewBox="0 0 72 46" width="100%" style="color:#1c2b33" fill="currentColor">${inner}</svg>`
const bytes = async (chart: string) => Buffer.from((await Picture.png(chart)).png).toString("base64")

describe("Picture.png", () => {
  it("draws every chart of a report, each twice as wide as on the page", async () => {
    const charts = Outline.of(NeedsReport.render(needs)).blocks.flatMap((block) => (block._tag === "Chart" ? [block.svg] : []))
    expect(charts.length).toBeGreaterThan(1)
    for (const chart of charts) {
      const { png, width } = await Picture.png(chart)
      expect([...png.subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)))
      expect(width).toBe(1440)
    }
  })

  it("draws letters with the font it brings, the same on every machine", async () => {
    const word = drawing("<text x='4' y='20' font-family='system-ui, sans-serif'>Jambi</text>")
    expect(await bytes(word)).toBe(await bytes(word))
    expect(await bytes(word)).not.toBe(await bytes(drawing("")))
    expect(await bytes(word)).not.toBe(await bytes(word.replace("Jambi", "Jamba")))
  })
})

describe("Picture.svg", () => {
  it("stands alone: XML with a namespace and a size of its own, and nothing else is changed", () => {
    const alone = Picture.svg(drawing("<g></g>"))
    expect(alone).toContain("xmlns=\"http://www.w3.org/2000/svg\"")
    expect(alone).toContain("width=\"72\" height=\"46\"")
    expect(alone.endsWith("><g></g></svg>")).toBe(true)
    expect(Picture.svg(alone)).toBe(alone)
    expect(Picture.svg("<svg aria-label=\"a < b > c\" viewBox=\"0 0 1 1\"><text>x=&quot;&lt;&nbsp;y</text></svg>"))
      .toBe("<svg xmlns=\"http://www.w3.org/2000/svg\" aria-label=\"a &lt; b > c\" viewBox=\"0 0 1 1\"><text>x=&quot;&lt;&#160;y</text></svg>")
  })
})
