import { createRequestListener } from "@remix-run/node-fetch-server"
import { Portal, Tokens } from "@timbang/portal"
import { SurveyBook } from "@timbang/workflows"
import { Journal, Sources } from "@timbang/workflows/ports"
import { Effect, Stream } from "effect"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, describe, expect, it } from "vitest"
import { faultsIn, faultsOf, launch } from "../Browser.ts"
import { files } from "./demanding.ts"
import { serve } from "./serve.ts"

const browser = await launch()
const key = new Uint8Array(32).fill(9)
const journal = await Effect.runPromise(Effect.provide(Effect.map(Journal.Journal, (each) => each), Journal.layerMemory))
const words = ["Tidak", "Kurang", "Ya", "Sangat"] as const
const questions = Array.from({ length: 9 }, (_, at) => ({ element: `U${at + 1}`, question: { id: `Pertanyaan tentang unsur ${at + 1}?`, en: `Question about element ${at + 1}?` }, answers: { id: words, en: words } }))
const base = await serve({ read: async (path) => files.get(path), survey: { journal, key, unit: "Dukcapil", services: ["akta kelahiran", "KTP"], questions } })
afterAll(async () => {
  await browser?.close()
})

const send = async (fields: Readonly<Record<string, string>>) => {
  const response = await fetch(`${base}/survei`, { method: "POST", redirect: "manual", body: new URLSearchParams({ layanan: "KTP", ...fields }) })
  return { status: response.status, text: await response.text(), headers: response.headers }
}
const rows = () => Effect.runPromise(Effect.provide(Effect.flatMap(Sources.SurveySource, (source) => Stream.runCollect(source.rows)), SurveyBook.layer(journal)))

describe("the survey on the portal", () => {
  it("takes one answer for each token, whoever sends it again", async () => {
    const token = await Tokens.issue(key, "survei", "0001")
    expect(await send({ token, U1: "4", U9: "2" })).toMatchObject({ status: 303 })
    expect(await send({ token, U1: "4", U9: "2" })).toMatchObject({ status: 303 })
    const again = await send({ token, U1: "1" })
    expect(again).toMatchObject({ status: 422, text: expect.stringContaining("Slip ini sudah dipakai") })
    const blank = undefined
    expect(await rows()).toEqual([{ value: { unit: "Dukcapil", service: "KTP", answers: [4, blank, blank, blank, blank, blank, blank, blank, 2] }, place: { source: "survei", row: 1 } }])
  })

  it("refuses a token of another purpose or of nobody, a form without an answer, and another service, and keeps what was chosen", async () => {
    const before = await Effect.runPromise(journal.size())
    expect((await send({ token: await Tokens.issue(key, "usulan", "0002"), U1: "4" })).text).toContain("Kode pada slip tidak dikenal.")
    const token = await Tokens.issue(key, "survei", "0002")
    expect((await send({ token })).text).toContain("Belum ada pertanyaan yang dijawab.")
    const { text } = await send({ token, layanan: "lain", U1: "5", U2: "3" })
    expect(text).toContain("Pilih layanan yang diterima.")
    expect(text).toContain("name=\"U2\" value=\"3\" checked")
    expect(await Effect.runPromise(journal.size())).toBe(before)
  })

  it("records neither client nor token, and keeps the page of a token out of caches", async () => {
    const token = await Tokens.issue(key, "survei", "0003")
    await send({ token, U1: "3" })
    const entries = await Effect.runPromise(Stream.runCollect(journal.read()))
    expect(JSON.stringify(entries)).not.toContain(token)
    expect(JSON.stringify(entries)).not.toContain("test")
    const response = await fetch(`${base}/survei?t=${token}`)
    expect(response.headers.get("cache-control")).toBe("no-store")
    expect(await response.text()).toContain(`value="${token}"`)
  })
})

describe.skipIf(browser === undefined).each([["phone", { width: 360, height: 740 }], ["tablet", { width: 800, height: 1280 }]] as const)("the survey in a browser on a %s", (name, viewport) => {
  it("is answered without JavaScript, goes on to the next person, and breaks no rule of WCAG 2.2 AA", async () => {
    const context = await browser!.newContext({ viewport, javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(`${base}/survei?t=${await Tokens.issue(key, "survei", name)}`)
    await plain.getByLabel("Layanan yang diterima").selectOption("KTP")
    await plain.getByRole("group", { name: "Pertanyaan tentang unsur 3?" }).getByLabel("Sangat").check()
    await plain.getByRole("button", { name: "Kirim jawaban" }).click()
    expect(await plain.getByRole("status").textContent()).toContain("Jawaban Anda sudah tercatat.")
    const thanked = await plain.content()
    await plain.getByRole("link", { name: "Isi untuk orang berikutnya" }).click()
    expect(await plain.getByLabel("Kode pada slip").inputValue()).toBe("")
    await plain.getByRole("button", { name: "Kirim jawaban" }).click()
    const refused = await plain.content()
    await context.close()
    const page = await browser!.newPage({ viewport })
    await page.goto(`${base}/survei`)
    expect(await faultsOf(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect(await faultsIn(page, thanked)).toEqual([])
    expect(await faultsIn(page, refused)).toEqual([])
    await page.close()
  })
})

describe.skipIf(browser === undefined)("the survey where the connection comes and goes", () => {
  it("keeps an answer on the device, opens again without a connection, and sends it once there is one", async () => {
    const portal = Portal.make({ read: async (path) => files.get(path), survey: { journal, key, unit: "Samsat", services: ["KTP"], questions } })
    let [isDown, isBusy] = [false, false]
    const listener = createRequestListener((request: Request) => portal.handler(request, { client: "test" }))
    const server = createServer((request, response) => void (isDown ? request.socket.destroy() : isBusy && request.method === "POST" ? response.writeHead(429).end() : listener(request, response)))
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/survei`
    const page = await browser!.newPage({ viewport: { width: 800, height: 1280 } })
    const answer = async (serial: string) => {
      await page.getByLabel("Kode pada slip").fill(await Tokens.issue(key, "survei", serial))
      await page.getByLabel("Layanan yang diterima").selectOption("KTP")
      await page.getByRole("group", { name: "Pertanyaan tentang unsur 1?" }).getByLabel("Ya").check()
      await page.getByRole("button", { name: "Kirim jawaban" }).click()
    }
    const ofSamsat = async () => (await rows()).filter(({ value }) => value.unit === "Samsat").length
    await page.goto(address)
    await page.evaluate(async () => void await navigator.serviceWorker.ready)
    isDown = true
    server.closeAllConnections()
    await answer("luring-1")
    await page.getByRole("status").getByText("1 jawaban disimpan di perangkat ini").waitFor()
    expect(await page.getByLabel("Kode pada slip").inputValue()).toBe("")
    await page.reload()
    await answer("luring-2")
    await page.getByRole("status").getByText("2 jawaban disimpan").waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await ofSamsat()).toBe(0)
    isDown = false
    await page.reload()
    await page.getByRole("status").waitFor({ state: "hidden" })
    expect(await ofSamsat()).toBe(2)
    await answer("luring-1")
    await page.getByRole("status").getByText("Jawaban Anda sudah tercatat.").waitFor()
    expect(await ofSamsat()).toBe(2)

    // Without a connection nothing is kept that could never be taken in, and what is refused later is said to be.
    await page.goto(address)
    isDown = true
    server.closeAllConnections()
    await page.getByRole("button", { name: "Kirim jawaban" }).click()
    await page.getByRole("alert").getByText("isi kode pada slip seluruhnya").waitFor()
    await page.getByLabel("Kode pada slip").fill("luring-3-AAAAAAAAAAAAAAAA")
    await page.getByLabel("Layanan yang diterima").selectOption("KTP")
    await page.getByRole("group", { name: "Pertanyaan tentang unsur 1?" }).getByLabel("Ya").check()
    await page.getByRole("button", { name: "Kirim jawaban" }).click()
    await page.getByRole("status").getByText("1 jawaban disimpan").waitFor()
    isDown = false
    await page.reload()
    await page.getByRole("status").getByText("1 jawaban dari perangkat ini tidak dapat dicatat").waitFor()
    expect(await ofSamsat()).toBe(2)

    // Nine answers are not lost to a limit either.
    isBusy = true
    await answer("sibuk-1")
    await page.getByRole("status").getByText("1 jawaban disimpan").waitFor()
    isBusy = false
    await page.reload()
    await page.getByRole("status").getByText("1 jawaban disimpan").waitFor({ state: "hidden" })
    expect(await ofSamsat()).toBe(3)
    await page.close()
    server.closeAllConnections()
    server.close()
    await portal.dispose()
  })
})
