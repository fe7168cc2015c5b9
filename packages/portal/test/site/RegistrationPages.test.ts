import { Sourced } from "@timbang/core/law"
import { Disclosure, Edition } from "@timbang/core/publication"
import { type Requirement, type RuleSet, Specimen } from "@timbang/core/selection"
import { Portal } from "@timbang/portal"
import { Primitives, SecretKey } from "@timbang/signing"
import { PublicLog, RegistrationBook } from "@timbang/workflows"
import { Journal, KeyRing, Signer, TileStore, Vault } from "@timbang/workflows/ports"
import { Effect, Layer, Option, Result, Stream } from "effect"
import { afterAll, describe, expect, it } from "vitest"
import { faultsIn, faultsOf, launch } from "../Browser.ts"
import { files } from "./demanding.ts"
import { serve } from "./serve.ts"

const browser = await launch()
afterAll(async () => {
  await browser?.close()
})

const source = { instrument: "Peraturan Direktur RSUD", confidence: "host" } as const
const own = { decidedBy: "committee", source } as const
const requirements: ReadonlyArray<Requirement.Requirement> = [
  { ...own, _tag: "GradeAverage", id: "ipk", title: "Indeks prestasi kumulatif minimal yang ditetapkan instansi", minimum: Sourced.known(3000, source) },
  { ...own, _tag: "Declaration", id: "status", title: "Bukan anggota partai politik" }
]
const ruleSet: RuleSet.RuleSet = { ...Specimen.ruleSet, hostAuthorities: ["board", "committee"], requirements }
const rules = { ruleSet, formations: [Specimen.formation] }
const means = {
  primitives: Primitives.portable,
  policy: Disclosure.asOfficialLists({ specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }),
  saltOf: (name: string) => Primitives.portable.sha256(new TextEncoder().encode(name))
}
const signing = Result.getOrThrow(SecretKey.fromSeed("kota.example/blud", "ed25519", Primitives.portable.sha256(new Uint8Array([7]))))
const officer = { actor: { id: "a.17", role: "panitia", unit: "rsud" }, purpose: "publication" }

/** A host with a log in memory that holds its rules. */
const made = async () => {
  const layer = Layer.mergeAll(Journal.layerMemory, Vault.layerMemory, KeyRing.layer([{ id: "k", bytes: new Uint8Array(32).fill(5) }]), TileStore.layerMemory, Signer.layer(signing.verifier, (text) => SecretKey.sign(signing, text)))
  const services = Effect.all({ journal: Journal.Journal, vault: Vault.Vault, keys: KeyRing.KeyRing, tiles: TileStore.TileStore, signer: Signer.Signer })
  const { journal, keys, signer, tiles, vault } = await Effect.runPromise(Effect.provide(services, layer))
  const run = <A, E>(effect: Effect.Effect<A, E, TileStore.TileStore | Signer.Signer>) =>
    Effect.runPromise(effect.pipe(Effect.provideService(TileStore.TileStore, tiles), Effect.provideService(Signer.Signer, signer)))
  await run(PublicLog.publish(means.primitives, Result.getOrThrow(Edition.rules(means, { ...rules, options: {}, engine: "timbang 0" }))))
  const host = { journal, vault, keys, keyId: "k", selection: "blud-2026", unit: "rsud", draftDays: 30, keepDays: 365 }
  const read = async (path: string) => Option.getOrUndefined(await Effect.runPromise(tiles.get(path)))
  const publish = () => run(RegistrationBook.publish(host, officer, rules, means, { isLast: false }))
  return { host, read, publish }
}

const limits = { receipts: { burst: 1000, perSecond: 1000 } }
const faults: Array<unknown> = []
const { host, publish, read } = await made()
const base = await serve({ read, limits, registration: { ...host, publishing: { publish, onFault: (error) => faults.push(error) } } })

const answers = { formasi: "F1", nama: "Contoh <Pelamar>", lahir: "2000-01-31", ipk: "3,25", kontak: "contoh@example.id", "nyata-status": "ya" }
const post = async (path: string, fields: Readonly<Record<string, string>>) => {
  const response = await fetch(`${base}${path}`, { method: "POST", redirect: "manual", body: new URLSearchParams(fields) })
  return { status: response.status, text: await response.text(), headers: response.headers }
}
const codeIn = (text: string) => /<p class="words">([A-Z2-7-]{23})</.exec(text)![1]!
const get = async (path: string) => (await fetch(`${base}${path}`)).text()
const size = () => Effect.runPromise(host.journal.size())

describe("registration on the portal", () => {
  it("is off unless a host asks for it, and refused where another office decides a part of the rules", async () => {
    const without = Portal.make({ read })
    const ask = (portal: Portal.Portal, path: string, method = "GET") =>
      portal.handler(new Request(`http://x${path}`, method === "GET" ? {} : { method, body: new URLSearchParams({ aksi: "kirim", kode: RegistrationBook.newCode(), nik: "0000000000000009", ...answers }) }), { client: "a" })
    expect((await ask(without, "/daftar")).status).toBe(404)
    expect((await ask(without, "/daftar", "POST")).status).toBe(404)
    expect(await (await ask(without, "/")).text()).not.toContain("/daftar")
    const others = Portal.make({ read: async (path) => files.get(path), registration: host })
    const before = await size()
    for (const method of ["GET", "POST"]) {
      const response = await ask(others, "/daftar", method)
      expect(response.status).toBe(403)
      const text = await response.text()
      expect(text).toContain("board")
      expect(text).toContain("https://sscasn.bkn.go.id")
      expect(text).not.toContain("name=\"nik\"")
    }
    expect(await (await ask(others, "/")).text()).not.toContain("/daftar")
    expect(await size()).toBe(before)
    await without.dispose()
    await others.dispose()
  })

  it("keeps a draft that is opened with its code, and never shows or keeps the identity number", async () => {
    const first = await get("/daftar")
    const kode = codeIn(first)
    expect(codeIn(await get("/daftar"))).not.toBe(kode)
    const saved = await post("/daftar", { aksi: "simpan", kode, nik: "0000000000000003", ...answers })
    expect(saved).toMatchObject({ status: 200, text: expect.stringContaining("Draf tersimpan.") })
    expect(saved.headers.get("cache-control")).toBe("no-store")
    const opened = await post("/daftar", { aksi: "buka", kode: kode.toLowerCase() })
    expect(opened.text).toContain("value=\"Contoh &lt;Pelamar&gt;\"")
    expect(opened.text).toContain("name=\"nyata-status\" value=\"ya\" checked")
    for (const { text } of [saved, opened]) expect(text).not.toContain("0000000000000003")
    const kept = await Effect.runPromise(Stream.runCollect(host.vault.export(officer)))
    expect(kept.map(({ value }) => new TextDecoder().decode(value)).join()).not.toContain("0000000000000003")
    expect((await post("/daftar", { aksi: "buka", kode: RegistrationBook.newCode() })).text).toContain("Tidak ada draf dengan kode ini.")
    expect((await post("/daftar", { aksi: "buka", kode: "ABC" })).status).toBe(422)
  })

  it("says all that is wrong, keeps the rest as a draft, and records nothing", async () => {
    const kode = codeIn(await get("/daftar"))
    const before = await size()
    const { status, text } = await post("/daftar", { ...answers, aksi: "kirim", kode, nik: "12", lahir: "besok", ipk: "5", "nyata-status": "" })
    expect(status).toBe(422)
    for (const said of ["Tanggal lahir: bukan tanggal.", "IPK: bukan angka dari 0 sampai 4.", "NIK: harus 16 angka.", "Bukan anggota partai politik: belum diisi.", "sudah tersimpan sebagai draf"]) expect(text).toContain(said)
    expect((await post("/daftar", { aksi: "buka", kode })).text).toContain("value=\"besok\"")
    const leaked = await post("/daftar", { ...answers, aksi: "simpan", kode, nama: "0000 0000 0000 0003" })
    expect(leaked.text).toContain("memuat sesuatu berbentuk NIK")
    expect(await size()).toBe(before)
  })

  it("makes one application of a form that is sent twice, with a receipt whose entry is in the log", async () => {
    const kode = codeIn(await get("/daftar"))
    const form = { ...answers, aksi: "kirim", kode, nik: "0000 0000 0000 0001" }
    const before = await size()
    const [one, two] = await Promise.all([post("/daftar", form), post("/daftar", form)])
    const number = /<dd>(D-\d+)<\/dd>/.exec(one.text)![1]!
    expect([one.status, two.status, await size()]).toEqual([200, 200, before + 1])
    expect(two.text).toContain(`<dd>${number}</dd>`)
    expect(faults).toEqual([])
    expect(one.text).not.toContain("0000 0000 0000 0001")
    const found = await post("/daftar/tanda-terima", { nomor: number.toLowerCase() })
    const receipt = /<textarea id="tanda"[^>]*>([^<]*)</.exec(found.text)![1]!.replaceAll("&quot;", "\"").replaceAll("&amp;", "&").replaceAll("&#39;", "'")
    expect(JSON.parse(receipt)).toMatchObject({ entry: { kind: "registration", participant: number, formation: "F1" } })
    expect((await post("/periksa", { receipt })).text).toContain("cocok dengan catatan")
    expect((await post("/daftar", { aksi: "buka", kode })).text).toContain(number)
    const again = await post("/daftar", { ...form, kode: codeIn(await get("/daftar")) })
    expect(again).toMatchObject({ status: 422, text: expect.stringContaining("Sudah ada lamaran untuk NIK ini") })
    expect((await post("/daftar", { ...form, nama: "Lain" })).text).toContain("sudah terkirim dengan isi lain")
    expect((await post("/daftar/tanda-terima", { nomor: "D-9999" })).status).toBe(422)
  })

  it("stands where the log cannot be written, and says so to the host", async () => {
    const faults: Array<unknown> = []
    const apart = await made()
    const portal = Portal.make({ read: apart.read, registration: { ...apart.host, publishing: { publish: () => Promise.reject(new Error("full")), onFault: (error) => faults.push(error) } } })
    const body = () => new URLSearchParams({ ...answers, aksi: "kirim", kode: RegistrationBook.newCode(), nik: "0000000000000001" })
    const response = await portal.handler(new Request("http://x/daftar?lang=en", { method: "POST", body: body() }), { client: "a" })
    const text = await response.text()
    expect(text).toContain("Your application was received.")
    expect(text).toContain("will be in the public log soon")
    expect(faults).toHaveLength(1)
    await portal.dispose()
    const closed = Portal.make({ read: apart.read, registration: { ...apart.host, until: 1 } })
    const late = await closed.handler(new Request("http://x/daftar"), { client: "a" })
    const shown = await late.text()
    expect(shown).toContain("Pendaftaran sudah ditutup.")
    expect(shown).not.toContain("name=\"nik\"")
    await closed.dispose()
  })
})

describe.skipIf(browser === undefined)("registration in a browser on a phone", () => {
  it("survives a lost page without JavaScript, and no page breaks a rule of WCAG 2.2 AA", async () => {
    const context = await browser!.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(base)
    await plain.getByRole("link", { name: "Pendaftaran", exact: true }).click()
    const code = (await plain.locator("p.words").first().textContent())!
    await plain.getByLabel("Formasi yang dilamar").selectOption("F1")
    await plain.getByLabel("Nama lengkap sesuai KTP").fill("Contoh Pelamar")
    await plain.getByRole("button", { name: "Simpan draf" }).click()
    expect(await plain.getByRole("status").textContent()).toContain("Draf tersimpan.")
    await plain.close()
    const other = await context.newPage()
    await other.goto(`${base}/daftar`)
    await other.getByLabel("Kode draf", { exact: true }).fill(code)
    await other.getByRole("button", { name: "Buka" }).click()
    expect(await other.getByLabel("Nama lengkap sesuai KTP").inputValue()).toBe("Contoh Pelamar")
    await other.getByRole("button", { name: "Kirim lamaran" }).click()
    expect(await other.getByRole("alert").textContent()).toContain("Tanggal lahir: belum diisi.")
    const refused = await other.content()
    await other.getByLabel("Tanggal lahir").fill("2000-01-31")
    await other.getByLabel("IPK").fill("3,25")
    await other.getByLabel("Surel atau nomor telepon").fill("0800000000")
    await other.getByRole("group", { name: "Bukan anggota partai politik" }).getByLabel("Ya").check()
    await other.getByLabel("NIK", { exact: true }).fill("0000000000000004")
    await other.getByRole("button", { name: "Kirim lamaran" }).click()
    expect(await other.getByRole("status").textContent()).toContain("Lamaran Anda sudah diterima.")
    const receipt = await other.content()
    await other.getByRole("button", { name: "Periksa tanda terima ini" }).click()
    expect(await other.getByRole("status").textContent()).toContain("cocok dengan catatan")
    await context.close()
    const page = await browser!.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(`${base}/daftar`)
    expect(await faultsOf(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    for (const content of [refused, receipt]) expect(await faultsIn(page, content)).toEqual([])
    await page.close()
  })
})
