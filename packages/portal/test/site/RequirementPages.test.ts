import { afterAll, describe, expect, it } from "vitest"
import { faultsIn, faultsOf, launch } from "../Browser.ts"
import { files } from "./demanding.ts"
import { serve } from "./serve.ts"

const browser = await launch()
const read: Array<string> = []
const base = await serve({
  read: async (path) => {
    read.push(path)
    return files.get(path)
  },
  programmes: [{ position: "Surveyor", programme: "S-1 Statistika", from: "2020-01-01", source: { instrument: "Daftar 1/2026", confidence: "host" } }],
  now: () => Date.parse("2026-11-24T03:00:00Z")
})
afterAll(async () => {
  await browser?.close()
})

const send = async (fields: Readonly<Record<string, string>>, lang = "id") => {
  const response = await fetch(`${base}/syarat?lang=${lang}`, { method: "POST", body: new URLSearchParams({ formasi: "F1", ...fields }) })
  return { response, text: await response.text() }
}

/** Rows of the table: requirement, standing, why. */
const rowsOf = (text: string) => [...text.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1).map(([, row]) => [...row!.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell!.replace(/<[^>]*>/g, "")))

describe("Cek syarat", () => {
  it("says of each requirement whether it is met, why, and by which provision", async () => {
    const { text } = await send({ lahir: "1991-11-25", melamar: "2026-11-24", ipk: "3,25", "nyata-status": "tidak", prodi: "Statistika Terapan" })
    expect(text).toContain("Ada syarat yang tidak terpenuhi.")
    expect(rowsOf(text)).toEqual([
      ["Bukan anggota partai politik", "Tidak terpenuhi", "pelamar menyatakan tidak demikian", "PP 11/2017, Pasal 23(1)a"],
      ["Kualifikasi pendidikan sesuai dengan jabatan", "Belum diperiksa", "tidak tercantum pada daftar program studi instansi; petugas yang menilai", "PP 11/2017, Pasal 23(1)a"],
      ["Indeks prestasi kumulatif minimal yang ditetapkan instansi", "Belum diperiksa", "batasnya ditetapkan instansi; lihat pengumumannya", "PP 11/2017, Pasal 23(1)a"],
      ["Surat tanda registrasi", "Belum diperiksa", "petugas yang memeriksa dokumennya", "PP 11/2017, Pasal 23(1)a"],
      ["Satu instansi dan satu jabatan", "Belum diperiksa", "diperiksa oleh SSCASN pada saat melamar", "PP 11/2017, Pasal 23(1)a"],
      ["Usia pada saat melamar", "Terpenuhi", expect.stringContaining("usia genap 34 tahun pada hari melamar"), "PP 11/2017, Pasal 23(1)a"]
    ])
    expect(text).toContain("href=\"https://sscasn.bkn.go.id\"")
    expect(text).not.toContain("Lulusan terbaik")
  })

  it("counts age to the day on the day of applying", async () => {
    const ageOf = async (lahir: string) => rowsOf((await send({ lahir, melamar: "2026-11-24" })).text).find(([title]) => title === "Usia pada saat melamar")?.[1]
    expect([await ageOf("1991-11-24"), await ageOf("1991-11-23"), await ageOf("24/11/2008"), await ageOf("25/11/2008")]).toEqual(["Terpenuhi", "Tidak terpenuhi", "Terpenuhi", "Tidak terpenuhi"])
  })

  it("says that a paper is lacking only where somebody says so, and a degree met by the agency's own table", async () => {
    const { text } = await send({ prodi: "s1 statistika", "dokumen-str": "tidak" })
    const of = (title: string) => rowsOf(text).find(([first]) => first === title)?.slice(1, 3)
    expect(of("Surat tanda registrasi")).toEqual(["Tidak terpenuhi", "dokumennya belum ada"])
    expect(of("Usia pada saat melamar")).toEqual(["Belum diperiksa", "belum diisi"])
    expect(of("Kualifikasi pendidikan sesuai dengan jabatan")).toEqual(["Terpenuhi", "program studi tercantum pada daftar Daftar 1/2026"])
  })

  it("reads no NIK, keeps nothing, sets no cookie and shows nothing that was sent", async () => {
    const nik = "1571014107900001"
    const before = read.length
    const { response, text } = await send({ prodi: nik, lahir: "1990-07-01" })
    expect(text).toContain("Ada isian yang berbentuk NIK.")
    expect(text).not.toContain(nik)
    expect(response.headers.get("cache-control")).toBe("no-store")
    expect(response.headers.get("set-cookie")).toBeNull()
    const again = await fetch(`${base}/syarat?formasi=F1`)
    expect(await again.text()).not.toContain("1990-07-01")
    expect(read.slice(before).every((path) => path === "checkpoint")).toBe(true)
    const { text: form } = await send({})
    expect(form).not.toMatch(/name="(nik|nama)"/)
  })

  it("names what is no day and no grade, and stays with the form", async () => {
    const { text } = await send({ lahir: "2026-13-01", ipk: "32,5" }, "en")
    expect(text).toContain("The date of birth is not a possible day.")
    expect(text).toContain("A grade point average is a number from 0 to 4")
    expect(text).toContain("name=\"lahir\"")
  })

  it("sends who knows no code to the list of posts", async () => {
    expect(await (await fetch(`${base}/syarat?formasi=nihil`)).text()).toContain("Tidak ada formasi dengan kode itu.")
  })
})

describe.skipIf(browser === undefined).each([["phone", { width: 360, height: 740 }], ["desktop", { width: 1280, height: 800 }]] as const)("Cek syarat in a browser on a %s", (_, viewport) => {
  it("is filled in and answered without JavaScript, and breaks no rule of WCAG 2.2 AA", async () => {
    const context = await browser!.newContext({ viewport, javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(`${base}/formasi/F1`)
    await plain.getByRole("main").getByRole("link", { name: "Cek syarat" }).click()
    await plain.getByLabel("Tanggal lahir").fill("1995-01-02")
    await plain.getByRole("group", { name: "Bukan anggota partai politik" }).getByLabel("Ya, benar").check()
    await plain.getByRole("button", { name: "Periksa syarat" }).click()
    expect(await plain.getByRole("status").textContent()).toContain("Tidak ada syarat yang tidak terpenuhi")
    const shown = await plain.content()
    await context.close()
    const axed = await browser!.newPage({ viewport })
    for (const page of [`${base}/syarat`, `${base}/syarat?formasi=F1`, shown]) {
      if (page.startsWith("http")) await axed.goto(page)
      expect(await (page.startsWith("http") ? faultsOf(axed) : faultsIn(axed, page))).toEqual([])
      expect(await axed.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    }
    await axed.close()
  })
})
