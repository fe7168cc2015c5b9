import { NeedFulfilment } from "@timbang/core/evaluation"
import { Chart, EvaluationReport, NeedsReport, Notation, PerformanceReport } from "@timbang/report"
import { parseHTML } from "linkedom"
import { describe, expect, it } from "vitest"
import { needs } from "./needs.ts"
import { period } from "./period.ts"
import { evaluation } from "./specimen.ts"

const nothing = {
  round: "CPNS 2024",
  agency: "Kabupaten <Kerinci> & \"Sungai Penuh\"",
  on: "2026-06-30",
  standing: { _tag: "simulasi" },
  fulfilment: NeedFulfilment.judge([], []),
  adjustments: []
} as const
const quiet = { ...period, surveys: [], comparisons: [], funnels: [], courses: [] }

const pages: Readonly<Record<string, string>> = {
  "evaluation in Indonesian": EvaluationReport.render(evaluation),
  "evaluation in English": EvaluationReport.render(evaluation, "en"),
  "evaluation of nothing": EvaluationReport.render(nothing),
  "needs in Indonesian": NeedsReport.render(needs),
  "needs in English": NeedsReport.render(needs, "en"),
  "performance in Indonesian": PerformanceReport.render(period),
  "performance in English": PerformanceReport.render(period, "en"),
  "performance of nothing": PerformanceReport.render(quiet)
}

describe("every report", () => {
  for (const [name, text] of Object.entries(pages)) {
    const { document } = parseHTML(text)
    const all = (selector: string): ReadonlyArray<Element> => [...document.querySelectorAll(selector)]

    it(`${name} stands alone: no script, no file and no address from elsewhere`, () => {
      expect(all("script, link, img, iframe, object, video")).toEqual([])
      expect(text).not.toMatch(/https?:(?!\/\/www\.w3\.org)|url\(|@import|javascript:/)
    })

    it(`${name} has three lengths in order, under one heading`, () => {
      expect(all("main > section").map(({ id }) => id)).toEqual(["warga", "pejabat", "auditor"])
      expect(all("h1").length).toBe(1)
      expect(all("nav a").map((one) => one.getAttribute("href"))).toEqual(["#warga", "#pejabat", "#auditor"])
      expect(all("#warga p").length).toBe(1)
    })

    it(`${name} says in every table what it is, what its rows and columns are, and where it comes from`, () => {
      for (const table of all("table")) {
        expect(table.querySelector("caption")!.textContent).not.toBe("")
        const headings = [...table.querySelectorAll("thead th")]
        expect(headings.every((one) => one.getAttribute("scope") === "col")).toBe(true)
        const figure = table.closest("figure")!
        expect(figure.querySelector("figcaption.source")!.textContent).not.toBe("")
        for (const row of table.querySelectorAll("tbody tr")) {
          expect(row.children.length).toBe(headings.length)
          expect(row.children[0]!.getAttribute("scope")).toBe("row")
        }
      }
    })

    it(`${name} tells in words what every chart shows`, () => {
      for (const chart of all("svg")) {
        expect(chart.getAttribute("role")).toBe("img")
        expect(chart.getAttribute("aria-label")!.length).toBeGreaterThan(20)
        expect(chart.closest("figure")!.querySelector("figcaption")!.textContent).not.toBe("")
      }
    })

    it(`${name} draws every chart once more for phones, with letters that keep their size`, () => {
      for (const figure of all("figure.chart")) {
        const [wide, narrow] = [...figure.querySelectorAll("svg")].map((svg) => svg.getAttribute("viewBox")!.split(" ").map(Number))
        expect([wide![2], narrow![2]]).toEqual([720, 320])
        expect(figure.querySelector(".narrow svg")!.getAttribute("aria-label")).toBe(figure.querySelector(".wide svg")!.getAttribute("aria-label"))
        // A letter is about 7 dots wide: no line of a label is wider than the drawing.
        for (const line of figure.querySelectorAll(".narrow svg :is(text, tspan)")) {
          if (line.children.length === 0) expect(7 * line.textContent!.length, line.textContent!).toBeLessThanOrEqual(320)
        }
      }
    })

    it(`${name} prints no hole`, () => {
      for (const hole of ["undefined", "NaN", "Infinity", "[object", "null"]) {
        expect(document.querySelector("body")!.textContent, hole).not.toContain(hole)
      }
    })
  }

  it("gives the same bytes for the same facts", () => {
    expect(EvaluationReport.render(evaluation)).toBe(pages["evaluation in Indonesian"])
    expect(PerformanceReport.render(period)).toBe(pages["performance in Indonesian"])
  })

  it("escapes what people typed", () => {
    expect(pages["evaluation of nothing"]).toContain("Kabupaten &lt;Kerinci&gt; &amp; &quot;Sungai Penuh&quot;")
    expect(pages["evaluation of nothing"]).not.toContain("<Kerinci>")
  })
})

describe("EvaluationReport", () => {
  it("says one sentence that a citizen can check against the table", () => {
    expect(EvaluationReport.oneSentence(evaluation)).toBe(
      "Rekrutmen CPNS 2024 di Kabupaten Kerinci: kebutuhan pegawai terpenuhi sebagian. Kekurangan semula 12,75 orang, " +
        "sekarang 4,5 orang; dari 2 hasil layanan yang diukur, 1 terbukti membaik."
    )
    expect(EvaluationReport.oneSentence(nothing, "en")).toBe(
      "Recruitment CPNS 2024 in Kabupaten <Kerinci> & \"Sungai Penuh\": the need for staff is not shown to be met. " +
        "0 people were lacking before, 0 are lacking now; no service outcome was measured."
    )
  })

  it("writes figures as Indonesians do, and the raw correlation before any corrected one", () => {
    const text = parseHTML(pages["evaluation in Indonesian"]!).document.querySelector("#auditor")!.textContent!
    expect(text).toContain("20 Agustus 2024")
    expect(text).toContain("97 dari 1.184")
    expect(text).toContain("−0,75")
    const [raw, corrected] = ["Pearson, tanpa koreksi", "Thorndike II"].map((words) => text.indexOf(words))
    expect(raw).toBeGreaterThan(0)
    expect(raw!).toBeLessThan(corrected!)
    expect(text).toContain("pelamar diterima hanya berdasarkan nilai ini")
  })

  it("does not say of a unit where nobody was lacking that its need is not met", () => {
    const rows = [...parseHTML(pages["evaluation in Indonesian"]!).document.querySelectorAll("#auditor tr")]
    const row = rows.find((one) => one.textContent!.includes("Puskesmas Sanggaran Agung"))!
    expect(row.textContent).toContain("sebelumnya tidak ada kekurangan pegawai")
  })

  it("prints the standing, and the letter of a decision", () => {
    expect(pages["evaluation in Indonesian"]).toContain("Simulasi: tidak ada akibat hukum")
    const letter = { number: "800/1/BKPSDM", day: "2026-06-01", digest: "ab".repeat(32) }
    const decided = EvaluationReport.render({ ...evaluation, standing: { _tag: "penetapan", letter } })
    expect(decided).toContain("Penetapan (800/1/BKPSDM, 2026-06-01, SHA-256 abab")
  })

  it("names what stands undecided for want of data instead of leaving it out", () => {
    const text = pages["evaluation of nothing"]!
    for (const words of ["Hasil layanan belum diukur", "Kompetensi belum dinilai", "Tidak ada penyesuaian yang diusulkan"]) {
      expect(text).toContain(words)
    }
  })
})

describe("PerformanceReport", () => {
  it("names in the first two lengths only units that the policy's bar flags", () => {
    const { document } = parseHTML(pages["performance in Indonesian"]!)
    const officer = document.querySelector("#pejabat")!
    expect(officer.textContent).toContain("Ditandai: 1; menurut urutan mentah akan ada 2.")
    expect(officer.textContent).toContain("Membaik. Apakah target tercapai belum dapat dijawab:")
  })
})

describe("the head of a report", () => {
  it("writes days of the period in words, and leaves out a name that was not given", () => {
    const { document } = parseHTML(PerformanceReport.render({ ...quiet, agency: "", period: "2026-01-01 - 2026-06-30" }))
    expect(document.querySelector("h1")!.textContent).toBe("Laporan kinerja layanan: 1 Januari 2026 - 30 Juni 2026")
    expect([...document.querySelectorAll(".facts span")].map((one) => one.textContent)).toEqual([expect.stringMatching(/^disusun /)])
  })
})

describe("an axis in percent", () => {
  it("has no two steps with the same words, however close the shares lie", () => {
    for (const span of [0.004, 0.03, 0.05, 0.079, 0.08, 0.3, 1]) {
      const { write } = Chart.inPercent(Notation.make("id"), "", "", span)
      // Eight steps of a round length, as the chart draws them.
      const step = [1, 2, 5].flatMap((digit) => [-4, -3, -2, -1].map((power) => digit * 10 ** power)).sort((a, b) => a - b).find((each) => span / each <= 8)!
      const words = Array.from({ length: Math.ceil(span / step) + 1 }, (_, at) => write(at * step))
      expect(new Set(words).size).toBe(words.length)
    }
  })
})
