import { createRequestListener } from "@remix-run/node-fetch-server"
import { Portal } from "@timbang/portal"
import type { Sources } from "@timbang/workflows/ports"
import { Stream } from "effect"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { faultsOf, launch } from "../Browser.ts"
import { files, filesUpTo, receiptOf } from "./round.ts"

const browser = await launch()
const open: Array<{ readonly server: Server; readonly portal: Portal.Portal }> = []

const serve = async (options: Portal.Options): Promise<string> => {
  const portal = Portal.make(options)
  const server = createServer(createRequestListener((request: Request) => portal.handler(request, { client: "test" })))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  open.push({ server, portal })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterAll(async () => {
  await browser?.close()
  for (const { portal, server } of open) {
    server.closeAllConnections()
    server.close()
    await portal.dispose()
  }
})

const sheetsOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type \/Page\b/g)!.length

const viewports = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } }
const shots = process.env["TIMBANG_SHOTS"]

describe.skipIf(browser === undefined).each(Object.entries(viewports))("the portal in a browser on a %s", (name, viewport) => {
  let base = ""
  beforeAll(async () => {
    base = await serve({ read: async (path) => files.get(path), announcedOn: { final: "2026-12-01" } })
  })
  const visit = async (address: string, javaScriptEnabled = true): Promise<Page> => {
    const context = await browser!.newContext({ viewport, javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(address)
    return page
  }
  const shoot = async (page: Page, what: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}-${what}.png`, fullPage: true })
  }

  it("breaks no rule of WCAG 2.2 AA on any page and never scrolls sideways", async () => {
    const page = await visit(base)
    for (const path of name === "phone" ? ["/", "/formasi", "/formasi/F1", "/langsung", "/sanggah", "/?lang=en"] : ["/", "/hasil", "/periksa"]) {
      await page.goto(`${base}${path}`)
      expect(await faultsOf(page), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), path).toBe(true)
      // On a phone rows of the board are lists, and no score may stand beyond the edge, however long the title before it.
      const isWithin = await page.evaluate(() => {
        if (window.innerWidth > 640) return true
        document.querySelectorAll(".list td").forEach((cell) => cell.setAttribute("data-l", "Seleksi Kompetensi Bidang, skala 100"))
        return [...document.querySelectorAll(".list")].every((one) => one.scrollWidth <= one.clientWidth)
      })
      expect(isWithin, path).toBe(true)
      await shoot(page, path.replace(/\W+/g, "_"))
    }
    await page.context().close()
  })

  it("opens a result without JavaScript", async () => {
    const page = await visit(base, false)
    await page.getByRole("link", { name: "Hasil", exact: true }).click()
    await page.getByRole("link", { name: "Surveyor" }).click()
    expect(await page.locator("tbody tr").first().textContent()).toContain("26-0001")
    await page.context().close()
  })

  it("verifies a receipt, refuses a tampered one, explains and drafts", async () => {
    const page = await visit(`${base}/periksa`, false)
    const check = async (receipt: string, button: string) => {
      await page.getByLabel("Isi tanda terima").fill(receipt)
      await page.getByRole("button", { name: button }).click()
    }
    await check(receiptOf("26-0002"), "Periksa")
    expect(await page.getByRole("status").textContent()).toContain("cocok dengan catatan")
    await check(receiptOf("26-0002", (entry) => ({ ...entry, rank: 1 })), "Periksa")
    expect(await page.getByRole("status").getAttribute("class")).toContain("bad")
    expect(await page.getByRole("status").textContent()).toContain("TIDAK cocok")
    await page.goto(`${base}/penjelasan`)
    await check(receiptOf("26-0002"), "Jelaskan")
    expect(await page.locator("main").textContent()).toContain("Sanggah paling lambat 4 Desember 2026")
    await shoot(page, "penjelasan-isi")
    if (name === "desktop") expect(sheetsOf(await page.pdf({ format: "A4" }))).toBe(1)
    await page.goto(`${base}/sanggah`)
    await check(receiptOf("26-0002"), "Susun naskah")
    const warning = await page.getByText("Ini bukan sanggah.").boundingBox()
    expect(warning!.y + warning!.height).toBeLessThan(viewport.height)
    await shoot(page, "sanggah-isi")
    await page.context().close()
  })

  it("follows a live session", async () => {
    const early = filesUpTo("registrations")
    const waiting: Array<() => void> = []
    const score = (participant: string, knowledge: string): Sources.FeedEvent => ({
      _tag: "Score",
      scored: { value: { participant, stage: "written", session: "1", scores: { knowledge, attitude: "200" } }, place: { source: "CAT" } },
      cursor: knowledge
    })
    const feed = {
      events: () =>
        Stream.fromAsyncIterable((async function*() {
          yield score("26-0002", "100")
          await new Promise<void>((resolve) => waiting.push(resolve))
          yield score("26-0002", "120")
          yield score("26-0001", "130")
          await new Promise<void>((resolve) => waiting.push(resolve))
          yield { _tag: "SessionClosed", stage: "written", session: "1", cursor: "closed" } satisfies Sources.FeedEvent
          await new Promise(() => undefined)
        })(), (cause) => cause as never)
    }
    const page = await visit(`${await serve({ read: async (path) => early.get(path), feed, limits: { frameMillis: 50 } })}/langsung`)
    await page.waitForRequest(/aliran/, { timeout: 2000 }).catch(() => undefined)
    waiting[0]!()
    await page.locator("#p-26-0001").waitFor()
    expect(await page.locator("tbody tr").first().textContent()).toContain("130")
    expect(await page.locator("#p-26-0002 del").textContent()).toBe("100")
    expect(await page.getByText("Nilai resmi").isVisible()).toBe(true)
    expect(await faultsOf(page)).toEqual([])
    await shoot(page, "langsung-sesi")
    waiting[1]!()
    await page.getByRole("link", { name: "Lihat peringkat" }).click()
    expect(await page.locator("#p-26-0001").textContent()).toMatch(/1$/)
    await page.context().close()
  })
})
