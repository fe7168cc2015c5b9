import { Tokens } from "@timbang/portal"
import { Journal } from "@timbang/workflows/ports"
import { Effect } from "effect"
import { afterAll, describe, expect, it } from "vitest"
import { faultsIn, faultsOf, launch } from "../Browser.ts"
import { files } from "./demanding.ts"
import { serve } from "./serve.ts"

const browser = await launch()
afterAll(async () => {
  await browser?.close()
})
const journal = await Effect.runPromise(Effect.provide(Effect.map(Journal.Journal, (each) => each), Journal.layerMemory))
const key = new Uint8Array(32).fill(5)
const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
const base = await serve({
  read: async (path) => files.get(path),
  limits: { receipts: { burst: 1000, perSecond: 1000 } },
  verification: {
    journal,
    key,
    actorOf: (request) => {
      const id = request.headers.get("x-account")
      return id === null ? undefined : { id, role: "verifier", unit: "bkpsdm" }
    },
    mayAssign: ({ id }) => id === "ketua",
    rules: {
      requirements: [{ _tag: "Document", id: "str", title: "Surat tanda registrasi", decidedBy: "instansi", source }],
      codes: [{ outcome: "ineligible", code: "TMS", aliases: [], title: "Tidak memenuhi syarat", source }]
    }
  }
})
const get = async (path: string, who?: string) => {
  const response = await fetch(`${base}${path}`, { headers: who === undefined ? {} : { "x-account": who } })
  return { status: response.status, text: await response.text() }
}
const send = async (path: string, who: string, fields: Readonly<Record<string, string>>, hoursAgo = 0) => {
  const body = new URLSearchParams({ formulir: await Tokens.issue(key, `/verifikasi\n${who}`, String(Math.floor(Date.now() / 3_600_000) - hoursAgo)), kunci: crypto.randomUUID(), ...fields })
  const response = await fetch(`${base}${path}`, { method: "POST", redirect: "manual", body, headers: { "x-account": who } })
  return { status: response.status, to: response.headers.get("location"), text: await response.text() }
}

describe("verification teams on the portal", () => {
  it("are assigned by who may, and each account sees its own applications only", async () => {
    expect((await send("/verifikasi", "v1", { pembagian: "P1; v1; s1" })).text).toContain("tidak berwenang")
    expect((await send("/verifikasi", "ketua", { pembagian: "P1; v1; s1" }, 14)).text).toContain("sudah lama")
    expect((await send("/verifikasi", "ketua", { pembagian: "P1; v1" })).text).toContain("tiga bagian")
    expect((await send("/verifikasi", "ketua", { pembagian: "P1; v1; v1" })).text).toContain("harus dua orang")
    expect(await send("/verifikasi", "ketua", { pembagian: "P1; v1; s1\nP2; v2; s1\n" })).toMatchObject({ status: 303, to: "/verifikasi" })
    const { text } = await get("/verifikasi", "v1")
    expect(text).toContain("href=\"/verifikasi/pelamar?nomor=P1\"")
    expect(text).not.toContain("P2")
    expect((await get("/verifikasi/pelamar?nomor=P2", "v1")).status).toBe(404)
    expect((await get("/verifikasi/pelamar?nomor=P2", "ketua")).status).toBe(200)
    for (const path of ["/verifikasi", "/verifikasi/pelamar?nomor=P1"]) expect((await get(path)).status).toBe(404)
  })

  it("record findings with a specific reason, and the progress", async () => {
    const about = "/verifikasi/pelamar?nomor=P1"
    const finding = { persyaratan: "str", peran: "verifier", temuan: "unmet", alasan: "TMS" }
    expect((await send(about, "v1", finding)).text).toContain("Alasan belum menjelaskan apa-apa")
    expect((await send(about, "v1", { ...finding, peran: "supervisor", alasan: "STR berakhir 2024-06-30" })).text).toContain("tidak ditugaskan kepada Anda")
    expect((await send(about, "v1", { ...finding, formulir: "" })).text).toContain("Muat ulang halaman")
    expect((await send(about, "v1", { ...finding, alasan: "STR berakhir 2024-06-30", berkas: "berkas-7" })).to).toBe(about)
    const { text } = await get(about, "s1")
    for (const said of ["STR berakhir 2024-06-30", "berkas-7", "Tidak memenuhi", "v1"]) expect(text).toContain(said)
    expect((await get("/verifikasi?lang=en", "ketua")).text).toMatch(/v1<\/td><td data-l="Role">Verifier<\/td><td data-l="Assigned">1<\/td><td data-l="Done">1</)
  })
})

describe("an application that is handed over", () => {
  it("by who may divide the work only, with a reason, and shows who had it, who has it and who said so", async () => {
    const about = "/verifikasi/pelamar?nomor=P3"
    await send("/verifikasi", "ketua", { pembagian: "P3; v1; s1" })
    await send(about, "v1", { persyaratan: "str", peran: "verifier", temuan: "met", alasan: "" })
    const handed = { alih: "", peran: "verifier", penerima: "v3", "alasan-alih": "Pindah tugas" }
    expect((await send(about, "v1", handed)).text).toContain("tidak berwenang")
    expect((await send(about, "ketua", { ...handed, penerima: "s1" })).text).toContain("harus dua orang")
    expect((await send(about, "ketua", { ...handed, "alasan-alih": "" })).text).toContain("Tulis alasan pengalihan.")
    expect(await send(about, "ketua", handed)).toMatchObject({ status: 303, to: about })
    const { text } = await get(about, "v3")
    for (const said of ["Pengalihan", "Pindah tugas", ">v1<", ">v3<", "ketua, "]) expect(text).toContain(said)
    expect(text).not.toContain("Alihkan lamaran")
    expect((await get(about, "v1")).status).toBe(404)
  })

  it("with all others that an account holds in a role, once however often the form is sent", async () => {
    await send("/verifikasi", "ketua", { pembagian: "P4; v8; s8\nP5; v8; s9" })
    const handed = { aksi: "alih", kunci: "sekali", penyerah: "v8", peran: "verifier", penerima: "v9", "alasan-alih": "Pensiun" }
    expect((await send("/verifikasi", "v1", handed)).text).toContain("tidak berwenang")
    expect((await send("/verifikasi", "ketua", { ...handed, penyerah: "v7" })).text).toContain("Tidak ada lamaran untuk dialihkan")
    expect((await send("/verifikasi", "ketua", { ...handed, penerima: "s9" })).text).toContain("harus dua orang")
    for (let time = 0; time < 2; time++) expect(await send("/verifikasi", "ketua", handed)).toMatchObject({ status: 303, to: "/verifikasi" })
    const { text } = await get("/verifikasi", "v9")
    for (const number of ["P4", "P5"]) expect(text).toContain(`nomor=${number}"`)
    expect(((await get("/verifikasi/pelamar?nomor=P4", "v9")).text.match(/>Pensiun</g) ?? []).length).toBe(1)
  })
})

describe.skipIf(browser === undefined)("verification teams in a browser on a phone", () => {
  it("work without JavaScript, and no page breaks a rule of WCAG 2.2 AA", async () => {
    const context = await browser!.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false, extraHTTPHeaders: { "x-account": "s1" } })
    const plain = await context.newPage()
    await plain.goto(`${base}/verifikasi`)
    await plain.getByRole("link", { name: "P2" }).click()
    await plain.getByLabel("Tidak memenuhi").check()
    await plain.getByRole("button", { name: "Simpan temuan" }).click()
    expect(await plain.getByRole("alert").textContent()).toContain("Tulis apa yang kurang.")
    const refused = await plain.content()
    await plain.getByLabel("Alasan").fill("STR tanpa tanggal berlaku")
    await plain.getByRole("button", { name: "Simpan temuan" }).click()
    expect(await plain.locator("main").textContent()).toContain("STR tanpa tanggal berlaku")
    await context.close()
    const page = await browser!.newPage({ viewport: { width: 360, height: 740 }, extraHTTPHeaders: { "x-account": "ketua" } })
    for (const path of ["/verifikasi", "/verifikasi/pelamar?nomor=P2"]) {
      await page.goto(`${base}${path}`)
      expect(await faultsOf(page), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), path).toBe(true)
    }
    expect(await faultsIn(page, refused)).toEqual([])
    await page.close()
  })
})
