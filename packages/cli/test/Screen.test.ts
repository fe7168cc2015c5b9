import { describe, expect, it } from "vitest"
import * as Screen from "../src/Screen.ts"

const head = ["id", "judul", "belum diverifikasi"]
const rows = [["pppk-2021-nonguru", "Seleksi PPPK Non-Guru 2021, instansi pusat dan daerah", 1], ["cpns-2024", "Seleksi CPNS 2024", 12]] as const

describe("Screen.table", () => {
  it("fits a terminal by breaking between words, and cuts nothing off", () => {
    const lines = Screen.table(head, rows, 60).split("\n")
    expect(lines.every((line) => line.length <= 60)).toBe(true)
    for (const word of ["pppk-2021-nonguru", "instansi", "diverifikasi"]) expect(lines.join("\n")).toContain(word)
  })

  it("grows past a terminal that is narrower than its longest words", () => {
    expect(Screen.table(head, rows, 20)).toContain("pppk-2021-nonguru")
  })

  it("is columns parted by tabs in a pipe", () => {
    expect(Screen.table(head, rows, undefined)).toBe("id\tjudul\tbelum diverifikasi\npppk-2021-nonguru\tSeleksi PPPK Non-Guru 2021, instansi pusat dan daerah\t1\ncpns-2024\tSeleksi CPNS 2024\t12")
  })
})

describe("Screen.folded", () => {
  it("breaks a sentence between words, two places deeper, and leaves what has no blank", () => {
    expect(Screen.folded("  Nilai akhir berada di luar", 20)).toBe("  Nilai akhir berada\n    di luar")
    expect(Screen.folded(`SHA-256 ${"a".repeat(30)}`, 20)).toBe(`SHA-256\n  ${"a".repeat(30)}`)
    expect(Screen.folded("b".repeat(30), 20)).toBe("b".repeat(30))
    expect(Screen.folded("Nilai akhir berada di luar")).toBe("Nilai akhir berada di luar")
  })
})
