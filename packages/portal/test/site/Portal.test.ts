import { Portal } from "@timbang/portal"
import { Sources } from "@timbang/workflows/ports"
import { Stream } from "effect"
import { afterAll, describe, expect, it } from "vitest"
import { files, filesUpTo, formationFile, receiptOf } from "./round.ts"

const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
const portal = Portal.make({ read: async (path) => files.get(path), words, announcedOn: { final: "2026-12-01" } })
afterAll(() => portal.dispose())

const { SourceUnavailable } = Sources
const get = (path: string, client = "reader") => portal.handler(new Request(`http://x${path}`), { client })
const textOf = async (path: string) => (await get(path)).text()
const send = (path: string, receipt: string, client = receipt) =>
  portal.handler(new Request(`http://x${path}`, { method: "POST", body: new URLSearchParams({ receipt }) }), { client })

describe("Portal.handler", () => {
  it("serves every page in Indonesian first and in English on request, under 60 kB with its style", async () => {
    const style = (await textOf("/gaya.css")).length
    for (const path of ["/", "/formasi", "/formasi/F1", "/hasil", "/langsung", "/periksa", "/penjelasan", "/sanggah"]) {
      const response = await get(path)
      const text = await response.text()
      expect(response.status, path).toBe(200)
      expect(text).toContain("<html lang=\"id\">")
      expect(text.length + style).toBeLessThan(60_000)
      expect(await textOf(`${path}?lang=en`)).toContain("<html lang=\"en\">")
    }
  })

  it("sets a strict policy and no cookie on every answer, refusals included", async () => {
    for (const path of ["/", "/nihil", "/gaya.css", "/formasi/F1/entri.csv"]) {
      const { headers } = await get(path)
      expect(headers.get("content-security-policy")).toContain("default-src 'none'")
      expect(headers.get("content-security-policy")).not.toContain("unsafe")
      expect(headers.get("set-cookie")).toBeNull()
      expect(headers.get("referrer-policy")).toBe("no-referrer")
    }
  })

  it("serves the public entries of a formation and what changed since a size", async () => {
    expect(await textOf("/formasi/F1/entri.csv")).toContain("26-0002")
    const book = new Uint8Array(await (await get("/formasi/F1/entri.xlsx")).arrayBuffer())
    expect([...book.subarray(0, 2)]).toEqual([0x50, 0x4b])
    expect(await textOf("/formasi/F1/perubahan?sejak=9999")).toContain("Tidak ada yang berubah")
    expect((await get("/formasi/nihil")).status).toBe(404)
  })

  it("serves the file of a formation that anybody recounts it from, and links to it", async () => {
    expect(await textOf("/formasi/F1/hitung-ulang.json")).toBe(formationFile)
    expect(await textOf("/formasi/F1")).toContain("href=\"/formasi/F1/hitung-ulang.json\"")
    expect((await get("/formasi/nihil/hitung-ulang.json")).status).toBe(404)
  })

  it("describes itself as OpenAPI", async () => {
    const described = JSON.parse(await textOf("/openapi.json")) as { openapi: string; paths: object }
    expect(described.openapi).toMatch(/^3\.1/)
    expect(Object.keys(described.paths)).toContain("/penjelasan")
  })

  it("explains a result to the holder of a receipt, with neighbour, cut and deadline", async () => {
    const text = await (await send("/penjelasan", receiptOf("26-0002"))).text()
    expect(text).toContain("26-0001")
    expect(text).toContain("Hasil diumumkan 1 Desember 2026.")
    expect(text).toContain("Sanggah paling lambat 4 Desember 2026")
    expect(text).toContain("Hasil setelah sanggah diumumkan paling lambat 11 Desember 2026.")
    expect(await (await send("/penjelasan?lang=en", receiptOf("26-0002"), "english")).text()).toContain("4 December 2026")
  })

  it("says on that sheet the place on the shortlist, the smallest change, the standing and every correction with its basis", async () => {
    const text = (await (await send("/penjelasan", receiptOf("26-0002"), "sheet")).text()).replace(/<[^>]+>/g, "\n")
    expect(text).toContain("Peringkat menuju tahap berikutnya")
    expect(text).toContain("Peringkat 2 dari 2; 3 tempat untuk 1 kebutuhan.")
    expect(text).toContain("Practice 71,045 (sekarang 51,000) sudah cukup untuk lulus.")
    expect(text).toContain("Kedudukan: SIMULASI")
    expect(text).toContain("Knowledge: 198 menjadi 196")
    expect(text).toMatch(/atas sanggah pada catatan \d+/)
    const other = await (await send("/penjelasan", receiptOf("26-0001"), "sheet")).text()
    expect(other).not.toContain("Koreksi yang tercatat")
  })

  it("serves the files of the log where it is asked to, and no other file", async () => {
    const open = Portal.make({ read: async (path) => files.get(path) ?? new TextEncoder().encode("secret"), tiles: true, base: "/cpns" })
    const got = async (path: string) => open.handler(new Request(`http://x/cpns/catatan/${path}`), { client: "a" })
    const entries = [...files.keys()].find((path) => path.startsWith("tile/entries/"))!
    const tile = await got(entries)
    expect(new Uint8Array(await tile.arrayBuffer())).toEqual(new Uint8Array(files.get(entries)!))
    expect(tile.headers.get("cache-control")).toContain("immutable")
    expect((await got("checkpoint")).headers.get("cache-control")).toBe("no-cache")
    for (const path of ["private/vault.json", "vault.json", "tile/..%2f..%2fkey", "checkpoint.d"]) expect((await got(path)).status, path).toBe(404)
    expect((await get("/catatan/checkpoint")).status).toBe(404)
    await open.dispose()
  })

  it("takes no receipt from an address, where servers and histories would keep it, and finds nobody by a number", async () => {
    const receipt = encodeURIComponent(receiptOf("26-0002"))
    for (const path of ["/periksa", "/penjelasan", "/sanggah"]) {
      expect(await textOf(`${path}?receipt=${receipt}&tanda=${receipt}`)).toBe(await textOf(path))
    }
    expect(await textOf("/formasi?cari=26-0002")).toContain("Tidak ada formasi yang cocok.")
    for (const path of ["/peserta/26-0002", "/hasil/26-0002", "/formasi/26-0002"]) {
      expect([path, (await portal.handler(new Request(`http://x${path}`), { client: "number" })).status]).toEqual([path, 404])
    }
  })

  it("answers a changed receipt and no receipt at all alike, so that nobody learns who applied", async () => {
    const changed = await send("/penjelasan", receiptOf("26-0002", (entry) => ({ ...entry, rank: 1 })))
    const nobody = await send("/penjelasan", receiptOf("26-0002", (entry) => ({ ...entry, participant: "26-9999" })))
    const nothing = await send("/penjelasan", "nothing")
    expect(new Set([changed.status, nobody.status, nothing.status])).toEqual(new Set([200]))
    const texts = await Promise.all([changed, nobody, nothing].map((each) => each.text()))
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).not.toContain("26-0002")
  })

  it("drafts an objection for each failed item below the warning that it is none", async () => {
    const text = await (await send("/sanggah", receiptOf("26-0002"))).text()
    expect(text.indexOf("Ini bukan sanggah. Sanggah hanya sah di akun SSCASN.")).toBeGreaterThan(0)
    expect(text.indexOf("Ini bukan sanggah")).toBeLessThan(text.indexOf("Naskah 1"))
    expect(await (await send("/sanggah", receiptOf("26-0001"))).text()).toContain("Tidak ada butir yang gagal")
  })

  it("refuses a body that is too large and a client that asks too often, another client not", async () => {
    expect((await send("/periksa", "x".repeat(70_000), "large")).status).toBe(413)
    const statuses = []
    for (let i = 0; i < 25; i++) statuses.push((await send("/periksa", "x", "often")).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
    expect((await send("/periksa", "x", "another")).status).toBe(200)
  })

  it("keeps what it showed when the log is damaged, and shows nothing that was never whole", async () => {
    const damaged = new Map(files)
    const entries = [...damaged.keys()].find((path) => path.startsWith("tile/entries/"))!
    damaged.set(entries, damaged.get(entries)!.map((byte, at) => at === 60 ? byte ^ 1 : byte))
    const told: Array<unknown> = []
    const broken = Portal.make({ read: async (path) => damaged.get(path), onFault: (error) => told.push(error instanceof Error && "_tag" in error ? error._tag : error) })
    expect((await broken.handler(new Request("http://x/"), { client: "a" })).status).toBe(503)
    expect(told).toEqual(["RecordRefused"])
    await broken.dispose()
  })

  it("shows the rules that a change of law brought, and its letter", async () => {
    const changed = filesUpTo("change-of-law")
    const other = Portal.make({ read: async (path) => changed.get(path) })
    const text = await (await other.handler(new Request("http://x/?lang=en"), { client: "a" })).text()
    expect(text).toContain("Entry 3: rules changed by letter B/7/2026 of 25 November 2026.")
    expect(text).toContain("(baru)")
    expect(text).not.toContain("published before the first score")
    await other.dispose()
  })

  it("says that rules came before scores only where a checkpoint of the log shows it", async () => {
    const before = filesUpTo("registrations")
    const kept = [...before.keys()].find((path) => path.startsWith("checkpoint.d/"))!
    const firstPage = async (more: ReadonlyMap<string, Uint8Array>) => {
      const one = Portal.make({ read: async (path) => more.get(path) ?? files.get(path) })
      const text = await (await one.handler(new Request("https://x.example/"), { client: "a" })).text()
      await one.dispose()
      return text
    }
    expect(await firstPage(new Map())).toContain("tidak membuktikan bahwa aturan itu diterbitkan sebelum nilai pertama")
    expect(await firstPage(new Map([[kept, before.get(kept)!]]))).toContain("ini diterbitkan sebelum nilai pertama")
    const forged = new TextDecoder().decode(before.get(kept)).replace(/\n[A-Za-z0-9+/]{43}=/, `\n${"A".repeat(43)}=`)
    expect(await firstPage(new Map([[kept, new TextEncoder().encode(forged)]]))).toContain("tidak membuktikan")
  })

  it("leads from a page that is not there to the first one, and calls scores of a receipt by their titles", async () => {
    const below = Portal.make({ read: async (path) => files.get(path), base: "/cpns" })
    const lost = await (await below.handler(new Request("https://x.example/cpns/nope?lang=en"), { client: "a" })).text()
    await below.dispose()
    expect(lost).toContain('<a href="/cpns/?lang=en">')
    const shown = await (await send("/periksa", receiptOf("26-0001"))).text()
    expect(shown).toContain("<dt>Knowledge</dt>")
    expect(shown).toMatch(/<dd>\d+,\d{3}<\/dd>/)
    expect([await textOf("/hasil"), await textOf("/hasil?lang=en")].map((text) => /\b\d+([.,])\d{3}</.exec(text)?.[1])).toEqual([",", "."])
    expect(shown).not.toContain("<dt>knowledge</dt>")
  })

  it("is mounted below a path", async () => {
    const below = Portal.make({ read: async (path) => files.get(path), base: "/cpns" })
    const response = await below.handler(new Request("http://x/cpns/formasi"), { client: "a" })
    expect(await response.text()).toContain("href=\"/cpns/gaya.css\"")
    expect((await below.handler(new Request("http://x/formasi"), { client: "a" })).status).toBe(404)
    await below.dispose()
  })
})

describe("the live board", () => {
  const score = (participant: string, knowledge: string, cursor: string): Sources.FeedEvent => ({
    _tag: "Score",
    scored: { value: { participant, stage: "written", session: "1", scores: { knowledge, attitude: "200" } }, place: { source: "CAT" } },
    cursor
  })

  it("strikes a replaced value through, shows no rank before the session closes, and equals as equal after it", async () => {
    const early = filesUpTo("registrations")
    let now = Date.UTC(2026, 10, 24, 3, 15)
    const boardOf = async (events: ReadonlyArray<Sources.FeedEvent>) => {
      const one = Portal.make({ read: async (path) => early.get(path), feed: { events: () => Stream.fromIterable(events) }, now: () => now })
      await one.handler(new Request("http://x/"), { client: "a" })
      now += 12_000
      const text = await (await one.handler(new Request("http://x/langsung"), { client: "a" })).text()
      now -= 12_000
      await one.dispose()
      return text
    }
    const scores = [score("26-0001", "100", "1"), score("26-0002", "105", "2"), score("26-0001", "105", "3")]
    const open = await boardOf(scores)
    expect(open).toContain("<del>100</del>")
    expect(open).toContain("Nilai resmi adalah nilai di layar CAT")
    expect(open).toContain("Data per 10.15 WIB, sumber CAT")
    expect(open).toContain("Jeda 12 detik")
    expect(open).not.toContain("Peringkat</th>")
    const closed = await boardOf([...scores, { _tag: "SessionClosed", stage: "written", session: "1", cursor: "4" }])
    expect(closed.match(/data-l="Peringkat">1</g)).toHaveLength(2)
  })

  it("gives no total and no rank to somebody of whom a part of the exam is missing, though nobody has that part yet", async () => {
    const early = filesUpTo("registrations")
    const part = (participant: string, cursor: string): Sources.FeedEvent => ({
      _tag: "Score",
      scored: { value: { participant, stage: "written", session: "1", scores: { knowledge: "100" } }, place: { source: "CAT" } },
      cursor
    })
    const events: ReadonlyArray<Sources.FeedEvent> = [part("26-0001", "1"), part("26-0002", "2"), { _tag: "SessionClosed", stage: "written", session: "1", cursor: "3" }]
    const one = Portal.make({ read: async (path) => early.get(path), feed: { events: () => Stream.fromIterable(events) } })
    await one.handler(new Request("http://x/"), { client: "a" })
    const text = await (await one.handler(new Request("http://x/langsung"), { client: "a" })).text()
    await one.dispose()
    expect(text.match(/data-l="Jumlah">–</g)).toHaveLength(2)
    expect(text.match(/data-l="Peringkat">–</g)).toHaveLength(2)
  })

  it("tells a cut of those alone who meet the minimums, once every session of the stage is closed", async () => {
    const early = filesUpTo("registrations")
    const two = (knowledge: string): ReadonlyArray<Sources.FeedEvent> => [
      score("26-0001", knowledge, "1"),
      { _tag: "Score", scored: { value: { participant: "26-0002", stage: "written", session: "2", scores: { knowledge: "150", attitude: "200" } }, place: { source: "CAT" } }, cursor: "2" },
      { _tag: "SessionClosed", stage: "written", session: "1", cursor: "3" }
    ]
    const boardOf = async (events: ReadonlyArray<Sources.FeedEvent>) => {
      const one = Portal.make({ read: async (path) => early.get(path), feed: { events: () => Stream.fromIterable(events) } })
      await one.handler(new Request("http://x/"), { client: "a" })
      const text = await (await one.handler(new Request("http://x/langsung?tahap=written&sesi=1"), { client: "a" })).text()
      await one.dispose()
      return text
    }
    const closed: Sources.FeedEvent = { _tag: "SessionClosed", stage: "written", session: "2", cursor: "4" }
    expect(await boardOf(two("90"))).not.toContain("batas sementara")
    const below = await boardOf([...two("90"), closed])
    expect(below).toContain("F1: batas sementara 350, dari 2 di antara 2 peserta")
    expect(below).toContain("data-l=\"Peringkat\">di bawah ambang batas<")
    expect(await boardOf([...two("120"), closed])).toContain("F1: batas sementara 320, dari 2 di antara 2 peserta")
  })

  it("opens so many streams for one client and no more, another client not, and takes one back when a reader leaves", async () => {
    const early = filesUpTo("registrations")
    const one = Portal.make({
      read: async (path) => early.get(path),
      feed: { events: () => Stream.fromIterable([score("26-0001", "100", "1")]) },
      limits: { readersPerClient: 2, readers: 4 }
    })
    const board = async () => (await one.handler(new Request("http://x/langsung"), { client: "a" })).text()
    while (!(await board()).includes("26-0001")) await new Promise((resolve) => setTimeout(resolve, 5))
    const open = (client: string) => one.handler(new Request("http://x/langsung/aliran"), { client })
    const [first, second] = [await open("a"), await open("a")]
    const refused = await open("a")
    expect([first.status, second.status, refused.status, refused.headers.get("retry-after")]).toEqual([200, 200, 429, "30"])
    expect((await open("b")).status).toBe(200)
    await first.body!.cancel()
    expect((await open("a")).status).toBe(200)
    await one.dispose()
  })

  it("opens a broken feed again where it was, and tells why it broke", async () => {
    const told: Array<string> = []
    const opened: Array<string | undefined> = []
    const one = Portal.make({
      read: async (path) => filesUpTo("registrations").get(path),
      onFeedFault: ({ message }) => told.push(message),
      feed: {
        events: (after) => {
          opened.push(after)
          return Stream.concat(
            Stream.fromIterable([score("26-0001", "100", "cursor 1")]),
            Stream.fail(new SourceUnavailable({ source: "CAT", because: "gone" }))
          )
        }
      },
      limits: { feedAgainMillis: 10 }
    })
    while (opened.length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
    await one.dispose()
    expect(opened.slice(0, 2)).toEqual([undefined, "cursor 1"])
    expect(told[0]).toContain("CAT cannot be read (gone)")
  })

  it("gathers changes into one frame for every reader", async () => {
    const later: Array<() => void> = []
    const feed = {
      events: () =>
        Stream.fromAsyncIterable((async function*() {
          yield score("26-0001", "100", "1")
          await new Promise<void>((resolve) => later.push(resolve))
          yield score("26-0001", "110", "2")
          yield score("26-0001", "120", "3")
          await new Promise(() => undefined)
        })(), (cause) => cause as never)
    }
    const early = filesUpTo("registrations")
    const one = Portal.make({ read: async (path) => early.get(path), feed, limits: { frameMillis: 20 } })
    await one.handler(new Request("http://x/"), { client: "a" })
    const response = await one.handler(new Request("http://x/langsung/aliran"), { client: "a" })
    expect(response.headers.get("content-type")).toBe("text/event-stream")
    const reader = response.body!.getReader()
    let text = ""
    later[0]!()
    while (!text.includes("\"120\"")) text += new TextDecoder().decode((await reader.read()).value)
    expect(text).not.toContain("\"value\":\"110\",\"old\":[]")
    await reader.cancel()
    await one.dispose()
  })

  it("tells whoever follows how late the data is though no score comes, and that the session was closed", async () => {
    const later: Array<() => void> = []
    const feed = {
      events: () =>
        Stream.fromAsyncIterable((async function*(): AsyncGenerator<Sources.FeedEvent> {
          yield score("26-0001", "100", "1")
          await new Promise<void>((resolve) => later.push(resolve))
          yield { _tag: "SessionClosed", stage: "written", session: "1", cursor: "2" }
          await new Promise(() => undefined)
        })(), (cause) => cause as never)
    }
    const early = filesUpTo("registrations")
    let now = Date.UTC(2026, 10, 24, 3, 15)
    const one = Portal.make({ read: async (path) => early.get(path), feed, now: () => now, limits: { frameMillis: 20, beatMillis: 30 } })
    await one.handler(new Request("http://x/"), { client: "a" })
    const reader = (await one.handler(new Request("http://x/langsung/aliran"), { client: "a" })).body!.getReader()
    const until = async (part: string): Promise<string> => {
      let text = ""
      while (!text.includes(part)) text += new TextDecoder().decode((await reader.read()).value)
      return text
    }
    now += 180_000
    expect(await until("Jeda 3 menit.\",\"rows\":[]")).not.toContain("closed")
    later[0]!()
    expect(await until("closed")).toContain("\"closed\":true")
    await reader.cancel()
    await one.dispose()
  })

  it("shows a session that is open before one that is closed, whichever came last", async () => {
    const one = Portal.make({ read: async (path) => files.get(path), feed: { events: () => Stream.fromIterable([{ ...score("26-0001", "100", "1"), scored: { value: { participant: "26-0001", stage: "written", session: "77", scores: { knowledge: "100" } }, place: { source: "CAT" } } }]) } })
    const board = async () => (await one.handler(new Request("http://x/langsung"), { client: "a" })).text()
    while (!(await board()).includes("written 77")) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await board()).toContain("sesi written 77.")
    await one.dispose()
  })
})
