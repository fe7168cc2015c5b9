import { Portal, Tokens } from "@timbang/portal"
import { ProposalBook } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Effect } from "effect"
import { afterAll, describe, expect, it } from "vitest"
import { faultsIn, faultsOf, launch } from "../Browser.ts"
import { files } from "./demanding.ts"
import { serve } from "./serve.ts"

const browser = await launch()
const key = new Uint8Array(32).fill(7)
const journal = await Effect.runPromise(Effect.provide(Effect.map(Journal.Journal, (each) => each), Journal.layerMemory))
const base = await serve({
  read: async (path) => files.get(path),
  proposals: { journal, key, filers: { hulu: { village: "Hulu", proposer: "desa" }, reses: { village: "Hulu", proposer: "anggota DPRD" } } },
  limits: { proposals: { burst: 14, perSecond: 0 }, receipts: { burst: 1000, perSecond: 1000 } }
})
afterAll(async () => {
  await browser?.close()
})

const token = await Tokens.issue(key, "usulan", "hulu")
const bappeda = { id: "petugas-3", role: "verifier", unit: "bappeda" }
const road = { token, bentuk: "physical", channel: "musrenbang", problem: "Jalan ke sekolah rusak", kind: "jalan", volume: "120", unit: "m", budget: "50000000" }
const send = async (fields: Readonly<Record<string, string>>) => {
  const response = await fetch(`${base}/usulan/baru`, { method: "POST", redirect: "manual", body: new URLSearchParams(fields) })
  return { status: response.status, to: response.headers.get("location"), text: await response.text() }
}
const get = async (path: string) => (await fetch(`${base}${path}`)).text()

describe("proposals on the portal", () => {
  it("are filed once however often a form is sent, and shown to everybody with chain, answer, reason and what they were joined with", async () => {
    const first = await send({ ...road, kunci: "k-1" })
    expect(first).toMatchObject({ status: 303, to: "/usulan/U-1" })
    expect(await send({ ...road, kunci: "k-1" })).toMatchObject({ status: 303, to: "/usulan/U-1" })
    const other = await send({ ...road, token: await Tokens.issue(key, "usulan", "reses"), channel: "pokir", kunci: "k-1" })
    expect(other.to).toBe("/usulan/U-2")
    await Effect.runPromise(ProposalBook.verify(journal, bappeda, { proposal: "U-1", desk: "bappeda", budget: 40_000_000, volume: "100", recommendation: "Dikerjakan bertahap" }, "v"))
    await Effect.runPromise(ProposalBook.answer(journal, bappeda, { proposal: "U-1", answer: "rejected", desk: "tapd", reason: "Di luar pagu tahun ini" }, "a"))
    const text = await get("/usulan/U-1")
    for (const said of ["Jalan ke sekolah rusak", "50.000.000", "Bappeda", "40.000.000", "Dikerjakan bertahap", "Ditolak oleh TAPD", "Di luar pagu tahun ini", "href=\"/usulan/U-2\""]) expect(text).toContain(said)
    expect(await get("/usulan")).toContain("Ditolak")
    expect(await get("/usulan?lang=en")).toContain("Refused")
  })

  it("say all that is wrong, keep what was written, and record nothing", async () => {
    const before = await Effect.runPromise(journal.size())
    const { status, text } = await send({ ...road, problem: "Hubungi 1571014107900001", budget: "banyak", kunci: "k-2" })
    expect(status).toBe(422)
    expect(text).toContain("Apa masalahnya, dan di mana?: memuat sesuatu berbentuk NIK.")
    expect(text).toContain("Perkiraan biaya (rupiah): bukan angka.")
    expect(text).toContain("value=\"jalan\"")
    expect((await send({ ...road, token: `${token.slice(0, -1)}A`, kunci: "k-3" })).text).toContain("Kode pengusul tidak dikenal.")
    expect(await Effect.runPromise(journal.size())).toBe(before)
  })

  it("that are hidden keep their place and the reason, and lose their words", async () => {
    await Effect.runPromise(ProposalBook.hide(journal, bappeda, { proposal: "U-2", reason: "memuat nama orang" }, "h"))
    const text = await get("/usulan/U-2")
    expect(text).toContain("memuat nama orang")
    expect(text).not.toContain("Jalan ke sekolah rusak")
    expect(await get("/usulan")).toContain("U-2")
  })

  it("that an officer joined say with which, and why", async () => {
    const { to } = await send({ ...road, kind: "jembatan", kunci: "k-join" })
    const proposal = to!.slice("/usulan/".length)
    await Effect.runPromise(ProposalBook.record(journal, bappeda, [{ kind: "joined", body: { proposal, into: "U-1", reason: "ruas yang sama" } }], "j"))
    for (const [page, other] of [[to!, "U-1"], ["/usulan/U-1", proposal]] as const) expect(await get(page)).toContain(`href="/usulan/${other}"`)
    expect(await get(to!)).toMatch(/Digabungkan ke U-1 pada .*: ruas yang sama\./)
  })

  it("escape what was written, and never show who filed", async () => {
    const { to } = await send({ ...road, problem: "<script>alert(1)</script>", kind: "lain", kunci: "k-4" })
    const text = await get(to!)
    expect(text).toContain("&lt;script&gt;")
    expect(text).not.toContain("hulu")
  })

  it("take a code however a phone writes it, and a sum as people write it", async () => {
    const typed = ` ${token[0]!.toUpperCase()}${token.slice(1).toLowerCase().replace("-", " – ")} `
    const { to } = await send({ ...road, token: typed, kind: "pasar", budget: "Rp 75.000.000,00", kunci: "k-6" })
    expect(await get(to!)).toContain("75.000.000")
    expect((await send({ ...road, budget: "75.00", kunci: "k-7" })).text).toContain("bukan angka")
  })

  it("are refused from a token that files too many", async () => {
    for (let at = 0; at < 15; at++) await send({ ...road, kind: `jenis-${at}`, kunci: `many-${at}` })
    expect((await send({ ...road, kunci: "k-5" })).text).toContain("Coba lagi besok.")
  })

  it("have no page where the host takes none", async () => {
    const without = Portal.make({ read: async (path) => files.get(path) })
    expect((await without.handler(new Request("http://x/usulan"), { client: "a" })).status).toBe(404)
    expect(await (await without.handler(new Request("http://x/"), { client: "a" })).text()).not.toContain("/usulan")
    await without.dispose()
  })
})

describe.skipIf(browser === undefined)("proposals in a browser on a phone", () => {
  it("are filed without JavaScript, and no page breaks a rule of WCAG 2.2 AA", async () => {
    const context = await browser!.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(`${base}/usulan`)
    await plain.getByRole("link", { name: "Ajukan usulan atau aspirasi" }).click()
    await plain.getByRole("button", { name: "Ajukan" }).click()
    expect(await plain.getByRole("alert").textContent()).toContain("Kode pengusul tidak dikenal.")
    const refused = await plain.content()
    await plain.getByLabel("Kode pengusul").fill(await Tokens.issue(key, "usulan", "reses"))
    await plain.getByLabel("Aspirasi layanan", { exact: true }).check()
    await plain.getByLabel("Apa masalahnya, dan di mana?").fill(`Tidak ada bidan pada malam hari: https://kota.example/${"x".repeat(300)}`)
    await plain.getByLabel("Layanan yang diminta").fill("bidan")
    await plain.getByRole("button", { name: "Ajukan" }).click()
    expect(await plain.locator("main").textContent()).toContain("Tidak ada bidan pada malam hari")
    const filed = plain.url().slice(base.length)
    await context.close()
    const page = await browser!.newPage({ viewport: { width: 360, height: 740 } })
    for (const path of ["/usulan", "/usulan/U-1", "/usulan/baru", filed]) {
      await page.goto(`${base}${path}`)
      expect(await faultsOf(page), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), path).toBe(true)
    }
    expect(await faultsIn(page, refused)).toEqual([])
    await page.close()
  })
})
