import * as VerifierBuild from "@timbang/checks/verifier"
import { ReceiptQr } from "@timbang/portal"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Page } from "playwright-core"
import { afterAll, describe, expect, it } from "vitest"
import { forgetNewer, jpeg, launch } from "../Browser.ts"
import { photograph, png } from "../Picture.ts"
import { alteredFile, formationFile, verifierKey } from "../site/round.ts"
import { announcement, documentReceipt, forged, key, largest, linkOf, receipt, tampered, textOf, words } from "../worked.ts"

const page = await VerifierBuild.page()
const browser = await launch()
const folder = mkdtempSync(join(tmpdir(), "timbang-verifier-"))
const file = join(folder, "verifier.html")
writeFileSync(file, page)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe("the verifier page", () => {
  it("is one file under 120 kB that names no other file and no address", () => {
    expect(Buffer.byteLength(page)).toBeLessThan(120_000)
    expect(page.match(/<[^>]*\s(?:src|href)="(?!data:)[^"]*"/g)).toBeNull()
    expect(page).not.toMatch(/\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|localStorage|document\.cookie/)
  })

  it("is the same to the byte when it is built again", async () => {
    expect(await VerifierBuild.page()).toBe(page)
  })

  it("allows its own scripts and style by their hash, and no connection", () => {
    const policy = /content="(default-src 'none'[^"]+)"/.exec(page)![1]!
    expect(policy).toMatch(/script-src 'sha256-[A-Za-z0-9+/=]{44}' 'sha256-[A-Za-z0-9+/=]{44}';/)
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toContain("unsafe")
  })
})

/** What a person sees: mark, colour and sentence. */
const verdictOf = async (open: Page): Promise<string> => {
  const verdict = open.locator("#verdict")
  const colour = await verdict.evaluate((node) => getComputedStyle(node).backgroundColor)
  const [red, green, blue] = colour.match(/\d+/g)!.map(Number) as [number, number, number]
  const hue = green > red && green > blue
    ? "green"
    : red > 2 * green
    ? "red"
    : red > green && green > blue
    ? "amber"
    : "grey"
  return `${hue} ${await verdict.locator(".mark").textContent()} ${
    (await verdict.locator("strong").textContent())!.split(":")[0]
  }`
}

describe.skipIf(browser === undefined)("the verifier page in a browser that knows nothing newer than Chrome 80", () => {
  const opened = async (hash = "", viewport = { width: 360, height: 740 }): Promise<Page> => {
    const context = await browser!.newContext({ viewport, offline: true })
    const open = await context.newPage()
    const faults: Array<string> = []
    open.on("pageerror", (error) => faults.push(String(error)))
    open.on("console", (message) => message.type() === "error" ? faults.push(message.text()) : undefined)
    await open.addInitScript(forgetNewer)
    await open.goto(`${pathToFileURL(file)}${hash}`)
    expect(faults).toEqual([])
    return open
  }

  const type = async (open: Page, receiptText: string, trust: string): Promise<string> => {
    await open.fill("#receipt", receiptText)
    await open.fill("#trust", trust)
    await open.click("#check")
    return verdictOf(open)
  }

  it("begins grey, in Indonesian, and turns to English at a click", async () => {
    const open = await opened()
    expect(await verdictOf(open)).toBe("grey \u2013 Belum ada yang diperiksa. Masukkan tanda terima atau berkas formasi.")
    await open.click("#language")
    expect(await verdictOf(open)).toBe("grey \u2013 Nothing has been checked yet. Put in a receipt or the file of a formation.")
    expect(await open.title()).toBe("Check a selection result")
    await open.context().close()
  })

  it("shows one mark and one sentence for pasted receipts: genuine, unknown, changed, forged, none", async () => {
    const open = await opened()
    expect(await type(open, textOf(receipt), key)).toBe("green \u2713 Asli")
    // The mark is drawn: a phone whose fonts lack the sign would show none.
    const drawn = () => open.locator("#verdict .mark").evaluate((node) => getComputedStyle(node, "::after").borderRightWidth)
    expect(await drawn()).toBe("4px")
    expect(await type(open, textOf(receipt), words.join(" "))).toBe("green \u2713 Asli")
    expect(await type(open, textOf(receipt), "")).toMatch(/^amber \? Data ini utuh/)
    expect(await type(open, textOf(tampered), key)).toBe("red \u2715 Ditolak")
    expect(await type(open, textOf(forged), key)).toBe("red \u2715 Ditolak")
    expect(await type(open, "beras, telur, gula", key)).toBe("grey \u2013 Tidak ada yang dapat diperiksa")
    expect(await type(open, textOf(receipt), "kunci palsu")).toBe("grey \u2013 Tidak ada yang dapat diperiksa")
    await open.context().close()
  })

  it("does not leave a green mark standing over an input that was changed after it", async () => {
    const open = await opened()
    await type(open, textOf(receipt), key)
    await open.fill("#trust", "")
    expect(await verdictOf(open)).toMatch(/^grey/)
    await open.context().close()
  })

  it("takes a receipt as a file and as the link of its code", async () => {
    const open = await opened()
    await open.fill("#trust", key)
    await open.setInputFiles("#file", {
      name: "receipt.json",
      mimeType: "application/json",
      buffer: Buffer.from(textOf(receipt))
    })
    await open.waitForSelector("#verdict.good")
    await open.context().close()
    const linked = await opened(linkOf(receipt).slice(linkOf(receipt).indexOf("#")))
    expect(await verdictOf(linked)).toMatch(/^amber/)
    await linked.fill("#trust", key)
    await linked.click("#check")
    expect(await verdictOf(linked)).toBe("green \u2713 Asli")
    await linked.context().close()
  })

  it("says of a PDF whether it is the logged one, and comes back to the verdict when another file is chosen", async () => {
    const open = await opened("", { width: 360, height: 500 })
    const pdf = { name: "pengumuman.pdf", mimeType: "application/pdf", buffer: Buffer.from(announcement) }
    const proof = { name: "pengumuman.receipt.json", mimeType: "application/json", buffer: Buffer.from(textOf(documentReceipt)) }
    const isSeen = () =>
      open.locator("#verdict").evaluate((node) => node.getBoundingClientRect().top >= 0 && node.getBoundingClientRect().top < window.innerHeight - 60)
    const put = async (files: Parameters<Page["setInputFiles"]>[1], sentence: string) => {
      await open.setInputFiles("#file", files)
      await open.waitForFunction((text) => document.querySelector("#verdict strong")!.textContent!.includes(text), sentence)
      return `${await verdictOf(open)} ${await isSeen()}`
    }
    await open.fill("#trust", key)
    expect(await put(pdf, "tanda terima dokumen ini")).toMatch(/^grey/)
    expect(await put(proof, "dokumen ini ada di catatan")).toBe("green \u2713 Asli true")
    expect(await open.locator("#chosen").innerText()).toContain("pengumuman.pdf")
    await open.click("#details > summary")
    await open.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    expect(await isSeen()).toBe(false)
    const other = { ...pdf, name: "lain.pdf", buffer: Buffer.from(announcement.slice(0, -1)) }
    expect(await put(other, "bukan yang dicatat")).toBe("red \u2715 Ditolak true")
    expect(await put([proof, pdf], "dokumen ini ada di catatan")).toBe("green \u2713 Asli true")
    await open.click("#clear")
    expect([await verdictOf(open), await open.locator("#chosen").isVisible()]).toEqual([expect.stringMatching(/^grey/), false])
    await open.context().close()
  })

  it("reads the largest receipt from a blurred, leaning 720p picture as a phone keeps it, and says so when a picture has no code", async () => {
    const open = await opened()
    await open.fill("#trust", key)
    const picture = await jpeg(open, png(photograph(ReceiptQr.modules(linkOf(largest)), { side: 620, turned: 2, tilt: 0.1, blur: 1.4, noise: 12 })))
    await open.setInputFiles("#file", { name: "qr.jpg", mimeType: "image/jpeg", buffer: picture })
    await open.waitForSelector("#verdict.good", { timeout: 20_000 })
    const nothing = png(
      photograph({ version: 1, size: 21, dark: new Uint8Array(441) }, { side: 300, turned: 0, blur: 1, noise: 5 })
    )
    await open.setInputFiles("#file", { name: "empty.png", mimeType: "image/png", buffer: nothing })
    await open.waitForSelector("#verdict.nothing", { timeout: 20_000 })
    await open.waitForFunction(
      () => document.querySelector("#verdict strong")!.textContent!.includes("kode QR"),
      undefined,
      { timeout: 20_000 }
    )
    await open.setInputFiles("#file", { name: "broken.png", mimeType: "image/png", buffer: Buffer.from("no picture") })
    await open.waitForFunction(() => document.querySelector("#verdict strong")!.textContent!.includes("kode QR"))
    await open.context().close()
  })

  it.each([["phone", 360, 740], ["desktop", 1280, 800]] as const)("recounts a formation on a %s, shows every step, and refuses a file that was tampered with", async (_, width, height) => {
    const open = await opened("", { width, height })
    const put = async (name: string, text: string) => {
      await open.setInputFiles("#file", { name, mimeType: "application/json", buffer: Buffer.from(text) })
      await open.waitForFunction((file) => (document.getElementById("receipt") as HTMLTextAreaElement).value === file, name)
      return verdictOf(open)
    }
    await open.fill("#trust", verifierKey)
    expect(await put("F1.json", formationFile)).toBe("green \u2713 Cocok")
    await open.click("#details > summary")
    await open.click(".person:nth-of-type(2) > summary")
    // A person's steps are drawn when they are first opened.
    await open.locator(".person[open]", { hasText: "196 + 200 = 396" }).waitFor()
    expect(await open.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect(await put("altered.json", alteredFile)).toBe("red \u2715 TIDAK cocok")
    expect(await put("tampered.json", formationFile.replace("\"knowledge\":198", "\"knowledge\":199"))).toBe("red \u2715 Ditolak")
    expect(await put("cut.json", formationFile.slice(0, -5))).toMatch(/^grey/)
    await open.context().close()
  })

  it("asks nobody for anything, and shows its details without leaving the screen on a small phone", async () => {
    const context = await browser!.newContext({ viewport: { width: 320, height: 640 } })
    const open = await context.newPage()
    const asked: Array<string> = []
    open.on("request", (request) => asked.push(request.url()))
    await open.addInitScript(forgetNewer)
    await open.goto(String(pathToFileURL(file)))
    await type(open, textOf(receipt), key)
    await open.click("summary")
    expect(await open.locator("#sections").innerText()).toContain(words.join(" "))
    expect(await open.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect(asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([])
    await context.close()
  })
})
