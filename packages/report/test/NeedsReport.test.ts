import { NeedsReport, ReportFile } from "@timbang/report"
import { Result } from "effect"
import { parseHTML } from "linkedom"
import { describe, expect, it } from "vitest"
import { needs } from "./needs.ts"

const { document } = parseHTML(NeedsReport.render(needs))
const texts = (selector: string): ReadonlyArray<string> =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "")

describe("NeedsReport.render", () => {
  it("draws every unit on the map and prints its rank there", () => {
    const [map] = [...document.querySelectorAll("#pejabat svg")]
    expect(map!.getAttribute("aria-label")).toContain("Tanjung Jabung Timur (49,8)")
    expect([...map!.querySelectorAll("text")].map(({ textContent }) => textContent).sort()).toEqual(["1", "2"])
    expect(document.querySelectorAll("#pejabat svg")[0]!.querySelectorAll("path").length).toBeGreaterThanOrEqual(4)
  })

  it("prints behind every bar its rank and the interval of ranks", () => {
    const bars = texts("#pejabat figure.chart")[1]!
    expect(bars).toContain("49,8: 2 (1–2)")
    expect(bars).toContain("57,2: 1 (1–2)")
  })

  it("writes figures in Indonesian notation, and posts with their interval, open draw and reason", () => {
    const row = texts("#auditor tr").find((one) => one.includes("Pekerja sosial") && one.includes("undian"))
    expect(row).toContain("1.234,5")
    expect(row).toContain("1.300,3–1.400,8")
    expect(row).toContain("2 + undian")
    expect(row).toContain("2–3")
    expect(row).toContain("Penduduk miskin (P0) +139,57")
  })

  it("keeps the voice of citizens beside the need", () => {
    expect(texts("#pejabat td").find((one) => one.includes("suara warga"))).toContain("suara warga 42%")
  })

  it("tells on the sheet of quality the age, the source, what was refused and what was imputed", () => {
    const row = texts("#pejabat tr").find((one) => one.includes("BPS 2024"))
    expect(row).toBe(["Penduduk miskin (P0)", "BPS 2024", 2024, 2, 1, 0, 1, 1].join(""))
    expect(texts("#auditor tr").some((one) => one.includes("ditolak") && one.includes("tidak ada angka"))).toBe(true)
    expect(texts("#auditor tr").some((one) => one.includes("dikoreksi") && one.includes("sel dipisahkan"))).toBe(true)
    expect(texts("#pejabat li").some((one) => one.includes("Belum diverifikasi"))).toBe(true)
  })

  it("labels nothing a screen reader would read in English, and lets a keyboard scroll every table", () => {
    const page = NeedsReport.render(needs, "id")
    expect(page).toContain('role="img"')
    expect(page).not.toMatch(/<g [^>]*aria-label=/)
    expect(page.match(/<figure class="table"/g)).toHaveLength(page.match(/<figure class="table" tabindex="0"/g)!.length)
  })

  it("comes back from its file as it was", () => {
    const read = Result.getOrThrow(ReportFile.read("needs", ReportFile.write("needs", needs)))
    expect(NeedsReport.render(read)).toBe(NeedsReport.render(needs))
  })
})
