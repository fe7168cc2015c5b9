import { Edition } from "@timbang/core/publication"
import type { Rubric } from "@timbang/core/selection"
import { Portal, Tokens } from "@timbang/portal"
import { Primitives, SecretKey } from "@timbang/signing"
import { PublicLog, ScoreBook } from "@timbang/workflows"
import { Journal, Signer, TileStore } from "@timbang/workflows/ports"
import { Effect, Layer, Option, Result } from "effect"
import { afterAll, describe, expect, it } from "vitest"
import { faultsIn, faultsOf, launch } from "../Browser.ts"
import { files } from "./demanding.ts"
import { serve } from "./serve.ts"

const browser = await launch()
afterAll(async () => {
  await browser?.close()
})
const journal = await Effect.runPromise(Effect.provide(Effect.map(Journal.Journal, (each) => each), Journal.layerMemory))
const key = new Uint8Array(32).fill(9)
const account = (id: string) => ({ id, role: id.startsWith("u") ? "reader" : "entry", unit: "bkpsdm" })
const options: Portal.Options = {
  read: async (path) => files.get(path),
  limits: { receipts: { burst: 1000, perSecond: 1000 } },
  scoreSheets: {
    journal,
    key,
    actorOf: (request) => {
      const id = request.headers.get("x-account")
      return id === null ? undefined : account(id)
    },
    maySee: ({ id }) => id !== "warga",
    may: ({ role }) => role === "entry"
  }
}
const base = await serve(options)
const rubric: Rubric.Rubric = {
  component: "praktik",
  exam: "skb",
  fixedOn: "2024-11-01",
  criteria: [{ id: "hasil", title: "Hasil kerja", outOf: 10, decimals: 1, percent: 70 }, { id: "cara", title: "Cara kerja", outOf: 5, decimals: 0, percent: 30 }],
  decimals: 3,
  rounding: "half-up",
  source: { instrument: "Pedoman SKB tambahan", confidence: "host" }
}
const opened = async (id: string, on = "2024-12-10", participants = [`${id}-1`, `${id}-2`]) =>
  Effect.runPromise(ScoreBook.open(journal, account("o"), rubric, { id, on, participants }))
const get = async (path: string, who?: string) => {
  const response = await fetch(`${base}${path}`, { headers: who === undefined ? {} : { "x-account": who } })
  return { status: response.status, text: await response.text(), headers: response.headers }
}
/** Sends a form as a page of the account holds it. */
const send = async (session: string, who: string, what: string, fields: Readonly<Record<string, string>>) => {
  const formulir = await Tokens.issue(key, `/lembar-nilai\n${who}`, String(Math.floor(Date.now() / 3_600_000)))
  const body = new URLSearchParams({ formulir, kunci: crypto.randomUUID(), aksi: what, ...fields })
  const response = await fetch(`${base}/lembar-nilai/${session}`, { method: "POST", redirect: "manual", body, headers: { "x-account": who } })
  return { status: response.status, to: response.headers.get("location"), text: await response.text() }
}
const cells = (hasil: string) => ({ "h-0": "ya", "n-0-0": hasil, "n-0-1": "4", "h-1": "tidak" })

describe("score sheets on the portal", () => {
  it("are for those who are logged in; for everybody else there is no such page", async () => {
    await opened("a")
    for (const path of ["/lembar-nilai", "/lembar-nilai/a"]) expect((await get(path, "warga")).status).toBe(404)
    expect((await send("a", "warga", "isi", cells("5"))).status).toBe(404)
    const without = Portal.make({ read: options.read })
    const unknown = await (await without.handler(new Request(`${base}/lembar-nilai`), { client: "a" })).text()
    for (const path of ["/lembar-nilai", "/lembar-nilai/a", "/lembar-nilai/a/berita-acara.json"]) {
      const { status, text } = await get(path)
      expect([status, text]).toEqual([404, unknown])
    }
    expect((await fetch(`${base}/lembar-nilai/a`, { method: "POST", body: "aksi=isi" })).status).toBe(404)
    expect((await get("/")).text + (await get("/openapi.json")).text).not.toContain("lembar-nilai")
    const { headers, text } = await get("/lembar-nilai", "p1")
    expect(text).toContain("href=\"/lembar-nilai/a\"")
    expect(headers.get("cache-control")).toBe("no-store")
    expect((await get("/lembar-nilai/unknown", "p1")).status).toBe(404)
    await without.dispose()
  })

  it("show nobody an entry before both are in, and both where they differ, with what to do", async () => {
    await opened("b")
    expect(await send("b", "p1", "isi", cells("8,5"))).toMatchObject({ status: 303, to: "/lembar-nilai/b" })
    expect((await get("/lembar-nilai/b", "p1")).text).toContain("Isian Anda tersimpan.")
    const second = (await get("/lembar-nilai/b", "p2")).text
    expect(second).toContain("Satu dari dua isian masuk")
    for (const hidden of ["8.5", "8,5", "p1"]) expect(second).not.toContain(hidden)
    expect((await send("b", "p1", "isi", cells("8.5"))).text).toContain("Orang yang sama tidak boleh melakukan keduanya.")
    await send("b", "p2", "isi", cells("3.5"))
    for (const who of ["p1", "p2"]) {
      const { text } = await get("/lembar-nilai/b", who)
      for (const said of ["b-1, hasil: 8.5 oleh p1, 3.5 oleh p2", "Lihat lembar kertasnya bersama", "Isi lembar"]) expect(text).toContain(said)
    }
    expect((await get("/lembar-nilai/b", "p3")).text).not.toContain("oleh p1")
    expect((await get("/lembar-nilai/b/berita-acara", "p1")).status).toBe(404)
    await send("b", "p2", "isi", cells("8.5"))
    await send("b", "p1", "isi", cells("8.5"))
    const { text } = await get("/lembar-nilai/b?lang=en", "p3")
    for (const said of ["Two entries are the same.", "83.500", "Did not come"]) expect(text).toContain(said)
  })

  it("say all that is wrong and keep what was written", async () => {
    await opened("c")
    const { status, text } = await send("c", "p1", "isi", { "h-0": "ya", "n-0-0": "11", "n-0-1": "", "h-1": "tidak", "n-1-0": "5" })
    expect(status).toBe(422)
    for (const said of ["c-1, hasil: &quot;11&quot; bukan nilai untuk unsur ini.", "c-1, cara: kosong, padahal peserta hadir.", "c-2, hasil: 5, padahal peserta tidak hadir.", "value=\"11\""]) expect(text).toContain(said)
    await opened("future", "9999-12-10")
    expect((await get("/lembar-nilai/future", "p1")).text).toContain("Sesi ini baru berlangsung")
  })

  it("take no form that is not from a page of the same account, nor one of an account without the right", async () => {
    await opened("d")
    const size = await Effect.runPromise(journal.size())
    expect((await send("d", "p1", "isi", { ...cells("8"), formulir: "" })).text).toContain("Muat ulang halaman")
    const { text } = await get("/lembar-nilai/d", "p2")
    const foreign = /name="formulir" value="([^"]+)"/.exec(text)![1]!
    expect((await send("d", "p1", "isi", { ...cells("8"), formulir: foreign })).status).toBe(422)
    expect((await get("/lembar-nilai/d", "u1")).text).not.toContain("<form")
    expect(await Effect.runPromise(journal.size())).toBe(size)
  })

  it("change by corrections with a basis that somebody else confirms, and the minutes with them", async () => {
    await opened("e")
    await send("e", "p1", "isi", cells("8.5"))
    await send("e", "p2", "isi", cells("8.5"))
    const digestOf = async () => Buffer.from(Primitives.portable.sha256(new TextEncoder().encode((await get("/lembar-nilai/e/berita-acara.json", "p1")).text))).toString("base64")
    const first = await digestOf()
    expect((await send("e", "p1", "berita", {})).to).toBe("/lembar-nilai/e/berita-acara")
    const minutes = (await get("/lembar-nilai/e/berita-acara", "p2")).text
    for (const said of [first, "Dicatat p1", "p2 (bkpsdm)", "Sidik ini belum ada pada catatan publik."]) expect(minutes).toContain(said)
    expect(minutes).not.toMatch(/e-1|8\.5/)
    const asked = { peserta: "e-1", unsur: "hasil", dari: "8,5", menjadi: "9", dasar: "Sanggah 4/2024" }
    expect((await send("e", "p1", "koreksi", { ...asked, dasar: "" })).text).toContain("koreksi tanpa dasar.")
    expect((await send("e", "p1", "koreksi", asked)).status).toBe(303)
    expect((await send("e", "p1", "setuju", { koreksi: "K-1" })).text).toContain("Mintalah orang lain.")
    expect((await send("e", "p2", "tolak", { koreksi: "K-1" })).text).toContain("Penolakan tanpa alasan.")
    expect((await send("e", "p2", "setuju", { koreksi: "K-1" })).status).toBe(303)
    const sheet = (await get("/lembar-nilai/e", "p1")).text
    for (const said of ["<del>8.5</del> 9", "<del>83.500</del> 87.000", "Disetujui p2", "Sanggah 4/2024"]) expect(sheet).toContain(said)
    expect(await digestOf()).not.toBe(first)
    expect((await get("/lembar-nilai/e/berita-acara", "p1")).text).toContain("sudah berubah oleh koreksi")
  })
})

describe("the minutes of a sitting", () => {
  it("name the entry of the public log that holds their digest", async () => {
    await opened("g")
    await send("g", "p1", "isi", cells("7"))
    await send("g", "p2", "isi", cells("7"))
    const minutes = new TextEncoder().encode((await get("/lembar-nilai/g/berita-acara.json", "p1")).text)
    const secret = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
    const program = Effect.gen(function*() {
      yield* PublicLog.publish(Primitives.portable, { entries: [Edition.documentEntry(Primitives.portable, "berita-acara", minutes)], documents: [minutes] })
      return yield* TileStore.TileStore
    })
    const tiles = await Effect.runPromise(Effect.provide(program, Layer.merge(TileStore.layerMemory, Signer.layer(secret.verifier, (text) => SecretKey.sign(secret, text)))))
    const portal = Portal.make({ ...options, read: async (path) => Option.getOrUndefined(await Effect.runPromise(tiles.get(path))) })
    const page = await portal.handler(new Request("http://x/lembar-nilai/g/berita-acara", { headers: { "x-account": "p1" } }), { client: "a" })
    expect(await page.text()).toContain("Sidik ini ada pada catatan publik, entri 0.")
    await portal.dispose()
  })
})

describe.skipIf(browser === undefined)("score sheets in a browser on a phone", () => {
  it("are entered without JavaScript, and no page breaks a rule of WCAG 2.2 AA", async () => {
    await opened("f", "2024-12-10", ["f-1"])
    const pages = []
    for (const [who, score] of [["p1", "8,5"], ["p2", "8.5"]] as const) {
      const context = await browser!.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false, extraHTTPHeaders: { "x-account": who } })
      const plain = await context.newPage()
      await plain.goto(`${base}/lembar-nilai`)
      await plain.getByRole("link", { name: "f", exact: true }).click()
      if (who === "p1") {
        await plain.getByRole("button", { name: "Kirim isian" }).click()
        expect(await plain.getByRole("alert").textContent()).toContain("f-1, hasil: kosong, padahal peserta hadir.")
        pages.push(await plain.content())
      }
      await plain.getByLabel("Hasil kerja (0 sampai 10").fill(score)
      await plain.getByLabel("Cara kerja (0 sampai 5").fill("4")
      await plain.getByRole("button", { name: "Kirim isian" }).click()
      pages.push(await plain.content())
      if (who === "p2") {
        await plain.getByLabel("Nilai tercatat").fill("8.5")
        await plain.getByLabel("Nilai baru").fill("9")
        await plain.getByLabel("Dasar (sanggah").fill("Sanggah 4/2024")
        await plain.getByRole("button", { name: "Ajukan koreksi" }).click()
        pages.push(await plain.content())
        await plain.getByRole("link", { name: "Berita acara" }).click()
        await plain.getByRole("button", { name: "Catat berita acara" }).click()
        expect(await plain.locator("main").textContent()).toContain("Dicatat p2")
        pages.push(await plain.content())
      }
      await context.close()
    }
    const context = await browser!.newContext({ viewport: { width: 360, height: 740 }, extraHTTPHeaders: { "x-account": "p3" } })
    const page = await context.newPage()
    for (const path of ["/lembar-nilai", "/lembar-nilai/b", "/lembar-nilai/d", "/lembar-nilai/e/berita-acara"]) {
      await page.goto(`${base}${path}`)
      expect(await faultsOf(page), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), path).toBe(true)
    }
    for (const content of pages) expect(await faultsIn(page, content)).toEqual([])
    await context.close()
  })
})
