import { spawn } from "node:child_process"
import { once } from "node:events"
import { chmodSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { bin, file, folder, timbang } from "../timbang.ts"

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
    const options = ["--base", "/cpns", "--feed", scores, "--announced", "final=2026-12-01", "--tiles", "--client-header", "x-real-ip"]
    const child = spawn(process.execPath, [bin, "serve", log, "--port", "0", ...options])
    const [line] = await once(child.stdout, "data") as [Buffer]
    const address = line.toString().trim()
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/cpns\/$/)
    const response = await fetch(address)
    expect(await response.text()).toContain("1 formasi, 1 kebutuhan")
    expect((await fetch(`${address}formasi/..%2f..%2fkey`)).status).toBe(404)
    expect((await fetch(`${address}usulan`)).status).toBe(404)
    expect((await fetch(`${address}survei`)).status).toBe(404)
    expect(await (await fetch(`${address}langsung`)).text()).toContain("scores.ndjson")
    expect(await (await fetch(`${address}catatan/checkpoint`)).text()).toContain("kota.example/cpns")
    const verifier = await fetch(`${address}periksa/luring`)
    expect(verifier.headers.get("content-security-policy")).toContain("script-src 'sha256-")
    expect(await verifier.text()).toContain("Periksa hasil seleksi")
    // Whoever comes through the own proxy has a limit of their own.
    const check = async (client: string) => (await fetch(`${address}periksa`, { method: "POST", body: new URLSearchParams({ receipt: "x" }), headers: { "x-real-ip": client } })).status
    const often = await Promise.all(Array.from({ length: 30 }, () => check("198.51.100.1")))
    expect(often).toContain(429)
    expect(await check("198.51.100.2")).toBe(200)
    expect(timbang("serve", log, "--port", "0", "--client-header", "x real ip").err).toContain("--client-header x-real-ip")
    const { port } = new URL(address)
    expect(timbang("serve", log, "--port", port)).toMatchObject({ code: 2, err: `127.0.0.1:${port}: porta sedang dipakai program lain; hentikan program itu, atau sebut --port lain (0: porta mana pun yang bebas)\n` })
    expect(timbang("serve", log, "--port", port, "--lang", "en").err).toContain("another program uses that port")
    expect(timbang("serve", log, "--port", "0", "--host", "192.0.2.1").err).toContain("komputer ini tidak punya alamat itu")
    child.kill("SIGTERM")
    await once(child, "exit")
  })

  it("takes in proposals and survey answers with a storage, and hands the folder to one program", async () => {
    const at = folder()
    const formations = file(at, "F.csv", "formation,position,education,location,category,seats", "F1,Guru,S1,Jelutung,umum,1")
    timbang("key", "new", `${at}/key`, "--name", "kota.example/cpns")
    const log = `${at}/log`
    timbang("publish", "rules", "--rules", "cpns-2024", "--formations", formations, "--key", `${at}/key`, "--vault", `${at}/vault.json`, "--out", log)
    const key = file(at, "kunci-kode", "0123456789abcdef0123456789abcdef")
    chmodSync(key, 0o600)
    const forms = file(at, "formulir.json", JSON.stringify({ proposals: { filers: { hulu: { village: "Hulu", proposer: "desa" } } }, survey: { unit: "Dukcapil", services: ["akta"] } }))
    const tokenOf = (subject: string, purpose: string) => timbang("voice", "tokens", subject, "--for", purpose, "--tokens", key).out.split(/[\n,]/)[3]!
    const named = ["--forms", forms, "--tokens", key]

    expect(timbang("serve", log, "--port", "0", "--forms", forms).err).toContain("--forms, --tokens: berikan semuanya")
    expect(timbang("serve", log, "--port", "0", ...named).err).toContain("--storage atau TIMBANG_DATABASE")
    expect(timbang("serve", log, "--port", "0", "--storage", `${at}/data`).err).toContain("--storage hanya berlaku bersama --forms")
    expect(timbang("serve", log, "--port", "0", "--forms", file(at, "salah.json", "{\"survey\": {\"unit\": \"\"}}"), "--tokens", key, "--storage", `${at}/data`).err).toMatch(/salah\.json: .*services/)

    const child = spawn(process.execPath, [bin, "serve", log, "--port", "0", ...named, "--storage", `${at}/data`])
    const [line] = await once(child.stdout, "data") as [Buffer]
    const address = line.toString().trim()
    const post = (path: string, fields: Readonly<Record<string, string>>) => fetch(`${address}${path}`, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" })
    const proposal = { token: tokenOf("hulu", "usulan"), bentuk: "wish", channel: "musrenbang", problem: "Tidak ada bidan pada malam hari", service: "bidan", kunci: "1" }
    expect((await post("usulan/baru", proposal)).headers.get("location")).toBe("/usulan/U-1")
    expect((await post("usulan/baru", { ...proposal, kunci: "2", token: "hulu-AAAAAAAAAAAAAAAA" })).status).toBe(422)
    expect(await (await fetch(`${address}usulan`)).text()).toContain("Tidak ada bidan pada malam hari")
    const answer = await post("survei", { token: tokenOf("0001", "survei"), layanan: "akta", U1: "4" })
    expect(answer.headers.get("location")).toBe("/survei/terima-kasih")
    expect(timbang("serve", log, "--port", "0", ...named, "--storage", `${at}/data`).err).toContain("sedang dibuka program lain")
    child.kill("SIGTERM")
    await once(child, "exit")
  })
})
