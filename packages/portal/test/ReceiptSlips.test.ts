import type { PublishLines } from "@timbang/language/publication"
import { ReceiptQr, ReceiptSlips } from "@timbang/portal"
import { inflateSync } from "node:zlib"
import { describe, expect, it } from "vitest"

const texts: PublishLines.Slip = {
  title: "Tanda terima",
  howTo: ["Pindai kode ini."],
  participant: "Nomor peserta",
  words: "Delapan kata",
  date: "Tanggal",
  signature: "Tanda tangan",
  kept: "Disimpan instansi",
  page: (number, of) => `halaman ${number} dari ${of}`
}
const slipOf = (participant: string): ReceiptSlips.Slip => ({
  participant,
  lines: ["guru-sd/jelutung", "Hasil \u{1F600}"],
  link: `https://kota.example/periksa#${"1234567890".repeat(20)}`
})
const words = "radio kadal terus gawang cermin hormat koala tukang".split(" ")
const made = (...people: ReadonlyArray<string>) =>
  ReceiptSlips.pdf({ origin: "kota.example/cpns", words, texts, slips: people.map(slipOf) })

/** What is drawn on each page. */
const drawn = (pdf: Uint8Array): ReadonlyArray<string> => {
  const text = Buffer.from(pdf).toString("latin1")
  return [...text.matchAll(/stream\n([^]*?)\nendstream/g)].map(([, stream]) =>
    inflateSync(Buffer.from(stream!, "latin1")).toString("latin1")
  )
}

/** A text as the page holds it. */
const shown = (text: string): string => Buffer.from(text, "latin1").toString("hex").toUpperCase()

describe("ReceiptSlips.pdf", () => {
  it("puts two slips on a page and numbers the pages", async () => {
    const pages = drawn(await made("24-1", "24-2", "24-3"))
    expect(pages).toHaveLength(2)
    expect(pages[0]).toContain(shown("24-2"))
    expect(pages[1]).toContain(shown("halaman 2 dari 2"))
    for (const word of words) expect(pages[1]).toMatch(new RegExp(shown(word)))
  })

  it("fills the modules of the code and draws no outline around them", async () => {
    const [page] = drawn(await made("24-1"))
    const runs = ReceiptQr.outline(slipOf("24-1").link).path.match(/M/g)!.length
    expect(page!.match(/ m$/gm)!.length).toBeGreaterThanOrEqual(runs)
    expect(page).toMatch(/^f$/m)
  })

  it("gives the same bytes for the same slips", async () => {
    expect(await made("24-1")).toEqual(await made("24-1"))
  })

  it("writes a sign that the letters of the file do not have as a question mark", async () => {
    expect(drawn(await made("24-1"))[0]).toContain(shown("Hasil ?"))
  })

  it("names whose slip holds a letter that the font does not have, instead of printing another", async () => {
    const named = (participant: string, line: string) => ({ ...slipOf(participant), lines: [line] })
    const slips = [named("24-1", "Guru, Jelutung é"), named("24-2", "Ḥasan"), named("24-3", "Nguyễn"), named("24-4", "ꦗꦮ")]
    expect(await ReceiptSlips.unprintable(slips)).toEqual(["24-2", "24-3", "24-4"])
  })
})
