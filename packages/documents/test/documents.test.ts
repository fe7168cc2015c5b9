import { Annex, Announcement, Letter, Minutes, OfficialDocument, Pdf, type Published, Word } from "@timbang/documents"
import { type Outcome, Specimen } from "@timbang/core/selection"
import { Result } from "effect"
import { strFromU8, unzipSync } from "fflate"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"
import { describe, expect, it } from "vitest"

const words = ["radio", "kadal", "museum", "riang", "nyala", "lihat", "cerdas", "paras"]
const person = (number: number, outcome: Outcome.Outcome, rank: number | null = number): Published.PublishedResult => ({
  outcome,
  entry: {
    kind: "result",
    participant: `26-${String(number).padStart(4, "0")}`,
    stage: "practical",
    formation: "F1",
    rules: "digest",
    scores: { written: 398, final: `${90 - number / 10}` },
    code: outcome === "selected" ? "P/L" : "TL",
    rank,
    decidedBy: null
  }
})
const published = (people: ReadonlyArray<Published.PublishedResult>): Published.Published => ({
  origin: "kota.example/cpns-2026",
  size: 507,
  root: "rHH/YMla8LwGf6svi3Gx9YXxx4UwNYaw4TOJdzNSR4=",
  words,
  note: "kota.example/cpns-2026\n507\nrHH=\n\n— kota.example/cpns-2026 AAAA\n",
  ruleSet: Specimen.ruleSet,
  rules: "digest",
  formations: [{ ...Specimen.formation, seats: 2 }],
  results: new Map([["F1", people]]),
  stage: "final",
  standing: { _tag: "penetapan", letter: { number: "B/1", day: "2026-11-20", digest: "00" } },
  unverified: 0,
  isOrderAttested: true
})
const few = published([person(1, "selected"), person(2, "not-selected"), person(3, "below-threshold", null)])
const many = published(Array.from({ length: 200 }, (_, at) => person(at + 1, at < 2 ? "selected" : "not-selected")))

const pagesOf = async (bytes: Uint8Array) => {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await task.promise
  const pages: Array<{ readonly text: string; readonly size: readonly [number, number] }> = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const { height, width } = page.getViewport({ scale: 1 })
    const millimetres = (points: number) => Math.round(points * 25.4 / 72)
    pages.push({ text: items.map((item) => "str" in item ? item.str : "").join(" ").replace(/\s+/g, " "), size: [millimetres(width), millimetres(height)] })
  }
  await task.destroy()
  return pages
}

describe("Pdf", () => {
  it("numbers each page, and puts the checkpoint's words and the head of the table on each", async () => {
    const pages = await pagesOf(await Pdf.render(Annex.make(many, Letter.sample, "id"), "a4"))
    expect(pages.length).toBeGreaterThan(3)
    for (const [at, { size, text }] of pages.entries()) {
      expect(text).toContain(`Halaman ${at + 1} dari ${pages.length}`)
      expect(text).toContain(words.join(" "))
      expect(size).toEqual([210, 297])
    }
    for (const { text } of pages.slice(0, -1)) expect(text).toContain("Nomor peserta")
    expect(pages.map(({ text }) => text).join(" ").match(/26-\d{4}/g)).toHaveLength(200)
  })

  it("has no page to sign that says nothing: what stands before a signature goes with it", async () => {
    const document = Annex.make(few, Letter.sample, "id")
    const signature = document.blocks.find(({ _tag }) => _tag === "Signature")!
    for (const lines of [38, 40, 42, 44, 46]) {
      const filler = Array.from({ length: lines }, (): (typeof document.blocks)[number] => ({ _tag: "Paragraph", text: "Isi." }))
      const pages = await pagesOf(await Pdf.render({ ...document, blocks: [...filler, { _tag: "Paragraph", text: "Demikian." }, signature] }, "a4"))
      const signed = pages.find(({ text }) => text.includes("Nama Pejabat"))!
      expect(signed.text).toContain("Demikian.")
    }
  })

  it("shows names with accents and apostrophes as they are written, and names the letters that its font does not have", async () => {
    const names = (third: string) => ({ of: new Map([["26-0001", "José Nuñez"], ["26-0002", "Ma’ruf O'Brien Łukasz Đỗ"], ["26-0003", third]]), basis: "Pasal 1" })
    const plain = Annex.make(few, Letter.sample, "id", names("Zoë Ångström"))
    expect(await Pdf.unprintable(plain)).toEqual([])
    const [page] = await pagesOf(await Pdf.render(plain, "a4"))
    for (const name of ["José Nuñez", "Ma’ruf O'Brien Łukasz Đỗ", "Zoë Ångström"]) expect(page!.text).toContain(name)
    expect(await Pdf.unprintable(Annex.make(few, Letter.sample, "id", names("Ḥasan ح")))).toEqual([{ letter: "Ḥ", row: 3 }, { letter: "ح", row: 3 }])
    expect(await Pdf.unprintable({ ...plain, title: "中" })).toEqual([{ letter: "中" }])
  })

  it("has the folio of Indonesian offices, and the same bytes for the same document", async () => {
    const document = Announcement.make(few, Letter.sample, "id")
    const [one, two] = [await Pdf.render(document, "f4"), await Pdf.render(document, "f4")]
    expect(two).toEqual(one)
    expect((await pagesOf(one))[0]?.size).toEqual([215, 330])
    expect(new TextDecoder("latin1").decode(one)).toContain("pdfaid:part")
  })
})

describe("Announcement", () => {
  it("counts, cites, names the standing and what comes next, and says that nothing costs money", async () => {
    const [page] = await pagesOf(await Pdf.render(Announcement.make(few, Letter.sample, "id"), "a4"))
    for (const text of [
      "PENETAPAN berdasarkan surat nomor B/1 tanggal 20 November 2026",
      "3 peserta pada 1 formasi dengan 2 kebutuhan: 1 peserta lulus, 1 kebutuhan belum terisi",
      "Masa sanggah: 25 November 2026 sampai 27 November 2026",
      "tidak dipungut biaya",
      "membuktikan kewenangan"
    ]) expect(page?.text).toContain(text)
  })

  it("counts those who go on where the stage gives no seat", () => {
    const document = Announcement.make({ ...few, stage: "written", results: new Map([["F1", [person(1, "advanced"), person(2, "outside-shortlist")]]]) }, Letter.sample, "id")
    expect(JSON.stringify(document.blocks)).toContain("1 peserta mengikuti tahap berikutnya")
  })
})

describe("Annex", () => {
  const tableOf = (document: OfficialDocument.OfficialDocument) => document.blocks.find((block) => block._tag === "Table")!

  it("lists everybody with the scores as they were published, without names", () => {
    const { columns, rows } = tableOf(Annex.make(few, Letter.sample, "id"))
    expect(columns.map(({ heading }) => heading)).toEqual(["Peringkat", "Nomor peserta", "WRITTEN", "Nilai akhir", "Kode", "Keterangan"])
    expect(rows).toEqual([
      ["1", "26-0001", "398", "89,9", "P/L", "lulus"],
      ["2", "26-0002", "398", "89,8", "TL", "tidak lulus: peringkat di luar jumlah kebutuhan"],
      ["–", "26-0003", "398", "89,7", "TL", "tidak memenuhi nilai ambang batas"]
    ])
    expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1)
  })

  it("shows names with the basis that allows it", () => {
    const names = { of: new Map([["26-0001", "Nama Satu"]]), basis: "Pasal 1 Keputusan Contoh" }
    const document = Annex.make(few, Letter.sample, "id", names)
    expect(tableOf(document).rows[0]?.slice(0, 3)).toEqual(["1", "26-0001", "Nama Satu"])
    expect(JSON.stringify(document.blocks)).toContain("Nama dimuat berdasarkan Pasal 1 Keputusan Contoh")
  })
})

describe("Minutes", () => {
  it("writes the day in words, tells what is not proved, and has a row for each who signs", async () => {
    const minutes = Minutes.make({ ...few, isOrderAttested: false, unverified: 2 }, Letter.sample, "id")
    const pages = (await pagesOf(await Pdf.render(minutes, "a4"))).map(({ text }) => text).join(" ")
    for (const text of [
      "Selasa, tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam",
      "Urutan pengumuman tidak dibuktikan",
      "2 angka dalam aturan belum dikonfirmasi",
      "Nama Ketua",
      "Nama Anggota",
      "TL tidak lulus: peringkat di luar jumlah kebutuhan 1",
      "TL tidak memenuhi nilai ambang batas 1"
    ]) expect(pages).toContain(text)
  })
})

describe("Word", () => {
  it("repeats the head of tables, counts pages, and puts words and code at the foot", async () => {
    const parts = unzipSync(await Word.render(Annex.make(few, Letter.sample, "en"), "f4"))
    const text = (name: string) => strFromU8(parts[name]!)
    const foot = text("word/footer1.xml")
    expect(text("word/document.xml")).toContain("<w:tblHeader/>")
    expect(text("word/document.xml")).toMatch(/w:pgSz w:w="12189" w:h="18709"/)
    expect(foot).toContain("NUMPAGES")
    expect(foot).toContain(words.join(" "))
    expect(foot).toContain("<pic:pic")
  })

  it("has the same bytes for the same document", async () => {
    const document = Minutes.make(few, Letter.sample, "id")
    expect(await Word.render(document, "a4")).toEqual(await Word.render(document, "a4"))
  })
})

describe("Letter", () => {
  it("names every place that cannot be read", () => {
    const { number: _, ...rest } = Letter.sample
    const read = Letter.decode({ ...rest, agency: [], place: " ", colour: "red", dates: [{ what: "x", from: "25/11/2026", until: "2026-11-27" }] })
    expect(Result.isFailure(read) && read.failure.places.map(({ path }) => path).sort()).toEqual(["agency", "colour", "dates.0.from", "number", "place"])
  })
})
