import { NeedsReport } from "@timbang/report"
import { launch } from "@timbang/checks/browser"
import axe from "axe-core"
import type { Page } from "playwright-core"
import { afterAll, describe, expect, it } from "vitest"
import { needs, needsOf } from "./needs.ts"

const browser = await launch()
afterAll(() => browser?.close())

const show = async (html: string): Promise<Page> => {
  const page = await browser!.newPage({ viewport: { width: 1100, height: 800 } })
  await page.setContent(html)
  return page
}

/** More units than a page of paper holds. */
const many = needsOf([...needs.units, ...Array.from({ length: 40 }, (_, at) => ({ id: `9${100 + at}`, title: `Kabupaten Contoh ${at + 1}` }))])

describe.skipIf(browser === undefined)("a report of needs in a browser", () => {
  it.each(["id", "en"] as const)("breaks no rule of axe, its best practices among them (%s)", async (lang) => {
    const page = await show(NeedsReport.render(needs, lang))
    await page.evaluate(axe.source)
    const faults = await page.evaluate(async () => {
      const { axe: inPage } = window as unknown as { readonly axe: typeof import("axe-core") }
      return (await inPage.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    })
    expect(faults).toEqual([])
    await page.close()
  })

  it("gives a screen reader the name of every landmark, chart and table", async () => {
    const page = await show(NeedsReport.render(needs))
    for (const landmark of ["banner", "main", "navigation", "contentinfo"] as const) expect(await page.getByRole(landmark).count(), landmark).toBe(1)
    for (const role of ["img", "table", "figure"] as const) {
      const all = await page.getByRole(role).count()
      expect(all, role).toBeGreaterThan(0)
      expect(await page.getByRole(role, { name: /\S/ }).count(), role).toBe(all)
    }
    expect(await page.getByRole("columnheader", { name: /\S/ }).count()).toBeGreaterThan(10)
    expect(await page.getByRole("rowheader", { name: "Penduduk miskin (P0)" }).count()).toBeGreaterThan(0)
    await page.close()
  })

  it("breaks no row, chart or map between two pages of paper, leaves no row alone, and repeats the heads of tables", async () => {
    const page = await show(NeedsReport.render(many))
    await page.emulateMedia({ media: "print" })
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(5)
    // Columns as high as a sheet is between its margins break by the rules by which pages break, and can be measured.
    await page.addStyleTag({ content: "body { columns: 180mm; height: 265mm; width: 180mm; column-fill: auto; column-gap: 0 } " })
    const found = await page.evaluate(() => {
      const sheet = document.body.getBoundingClientRect()
      const on = (rect: DOMRect): number => Math.round((rect.left - sheet.left) / sheet.width)
      const all = (selector: string) => [...document.querySelectorAll(selector)]
      const rows = all("table").map((table) => [...table.querySelectorAll("tbody tr")].map((row) => on(row.getBoundingClientRect())))
      return {
        broken: all("tbody tr, figure.chart, svg, .figures div").filter((one) => one.getClientRects().length > 1).map((one) => one.outerHTML.slice(0, 60)),
        overTheEdge: all("figure.chart svg").filter((one) => one.getBoundingClientRect().width > sheet.width + 1).length,
        longTables: rows.filter((own) => new Set(own).size > 1).length,
        alone: rows.filter((own) => own.length > 3 && (own[0] !== own[1] || own.at(-1) !== own.at(-2))).length,
        heads: all("thead").every((head) => getComputedStyle(head).display === "table-header-group")
      }
    })
    expect(found).toEqual({ broken: [], overTheEdge: 0, longTables: expect.any(Number), alone: 0, heads: true })
    expect(found.longTables).toBeGreaterThan(0)
    await page.close()
  })
})
