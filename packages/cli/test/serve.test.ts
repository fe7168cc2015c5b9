import { spawn } from "node:child_process"
import { once } from "node:events"
import { describe, expect, it } from "vitest"
import { bin, file, folder, timbang } from "./timbang.ts"

describe("timbang serve", () => {
  it("refuses a folder without a log and says what to name", () => {
    const ended = timbang("serve", folder(), "--port", "0")
    expect(ended.code).not.toBe(0)
    expect(ended.err).toContain("sebutkan folder catatan yang diumumkan")
  })

  it("serves a published log on this computer only, and ends on a signal", async () => {
    const at = folder()
    const formations = file(at, "F.csv", "formation,position,education,location,category,seats", "F1,Guru,S1,Jelutung,umum,1")
    expect(timbang("key", "new", `${at}/key`, "--name", "kota.example/cpns").code).toBe(0)
    const log = `${at}/log`
    const published = timbang(
      "publish", "rules", "--rules", "cpns-2024", "--formations", formations, "--key", `${at}/key`, "--vault", `${at}/vault.json`, "--out", log
    )
    expect(published.err + published.out).toContain("kota.example/cpns")
    const scores = file(at, "scores.ndjson", JSON.stringify({ participant: "26-1", stage: "skd", session: "1", scores: { twk: 110 } }), "")
    const options = ["--base", "/cpns", "--feed", scores, "--announced", "final=2026-12-01", "--tiles"]
    const child = spawn(process.execPath, [bin, "serve", log, "--port", "0", ...options])
    const [line] = await once(child.stdout, "data") as [Buffer]
    const address = line.toString().trim()
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/cpns\/$/)
    const response = await fetch(address)
    expect(await response.text()).toContain("1 formasi, 1 kebutuhan")
    expect((await fetch(`${address}formasi/..%2f..%2fkey`)).status).toBe(404)
    expect(await (await fetch(`${address}langsung`)).text()).toContain("scores.ndjson")
    expect(await (await fetch(`${address}catatan/checkpoint`)).text()).toContain("kota.example/cpns")
    const verifier = await fetch(`${address}periksa/luring`)
    expect(verifier.headers.get("content-security-policy")).toContain("script-src 'sha256-")
    expect(await verifier.text()).toContain("Periksa hasil seleksi")
    const { port } = new URL(address)
    expect(timbang("serve", log, "--port", port)).toMatchObject({ code: 2, err: `127.0.0.1:${port}: porta sedang dipakai program lain; hentikan program itu, atau sebut --port lain (0: porta mana pun yang bebas)\n` })
    expect(timbang("serve", log, "--port", port, "--lang", "en").err).toContain("another program uses that port")
    expect(timbang("serve", log, "--port", "0", "--host", "192.0.2.1").err).toContain("komputer ini tidak punya alamat itu")
    child.kill("SIGTERM")
    await once(child, "exit")
  })
})
