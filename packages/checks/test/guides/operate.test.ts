import { execFileSync, spawn, spawnSync } from "node:child_process"
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Storage } from "@timbang/storage-sql"
import { Timbang } from "@timbang/workflows"
import { Result } from "effect"
import { afterAll, describe, expect, it, onTestFinished } from "vitest"
import { blocks, modules, program } from "./guide.ts"

const guide = "operate.md"
const [files, database, restored, restoredDatabase, upgrade] = blocks(guide, "sh") as [string, string, string, string, string]
const here = mkdtempSync(join(tmpdir(), "timbang-operate-"))
afterAll(() => rmSync(here, { recursive: true, force: true }))
const env = program(here)
const sh = (script: string, more: Readonly<Record<string, string>> = {}) => spawnSync("sh", ["-c", `set -e\n${script}`], { cwd: here, env: { ...env, ...more }, encoding: "utf8" })

/** The tools of a PostgreSQL of the machine, where it has one. */
const tools = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql").map((version) => `/usr/lib/postgresql/${version}/bin`).find((bin) => existsSync(join(bin, "initdb"))) : undefined

describe(`docs/guides/${guide}`, () => {
  it("backs up, restores and audits files, and prints the steps of the tables, as written", () => {
    writeFileSync(join(here, "sandi"), "kalimat sandi yang panjang\n")
    writeFileSync(join(here, "F.csv"), "formation,position,education,location,category,seats\nF1,Guru,S-1,Jelutung,umum,1\n")
    const made = sh("mkdir hasil\ntimbang key new kunci --name kota.example/cpns > kunci.pub\ntimbang publish rules --rules cpns-2024 --formations F.csv --key kunci --vault hasil/vault.json --out catatan")
    expect([made.status, made.stderr]).toEqual([0, made.stderr])
    expect(sh(files).stderr).toBe("")
    expect(readdirSync(join(here, "cadangan")).toSorted()).toEqual(["SHA256", "publik.tar", "rahasia.tar.enc"])
    expect(readFileSync(join(here, "cadangan/rahasia.tar.enc"), "latin1")).not.toContain("kota.example")
    const back = sh(restored)
    expect([back.status, back.stdout]).toEqual([3, expect.stringContaining("publik.tar: OK")])
    expect(readFileSync(join(here, "pulih/kunci"))).toEqual(readFileSync(join(here, "kunci")))
    writeFileSync(join(here, "cadangan/publik.tar"), "x")
    expect(sh(restored).status).toBe(1)
    expect(sh(upgrade).status).toBe(0)
    expect(readFileSync(join(here, "langkah.sql"), "utf8")).toContain("CREATE TABLE")
  })

  it.skipIf(tools === undefined)("backs up and restores the database, and rotates the keys of its vault, as written", async () => {
    const isRoot = process.getuid?.() === 0
    const owner = isRoot ? { uid: 65_534, gid: 65_534 } : {}
    const data = mkdtempSync(join(tmpdir(), "timbang-server-"))
    onTestFinished(() => rmSync(data, { recursive: true, force: true }))
    chmodSync(data, 0o700)
    if (isRoot) chownSync(data, 65_534, 65_534)
    const run = (name: string, ...args: ReadonlyArray<string>) => execFileSync(join(tools!, name), args, { ...owner, cwd: data, stdio: "ignore" })
    run("initdb", "--no-sync", "--encoding=UTF8", "--locale=C", "--auth=trust", "--username=timbang", "-D", join(data, "db"))
    const port = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, "127.0.0.1", () => {
        const { port } = probe.address() as AddressInfo
        probe.close(() => resolve(port))
      })
    })
    const server = spawn(join(tools!, "postgres"), ["-D", join(data, "db"), "-p", String(port), "-h", "127.0.0.1", "-k", data, "-F"], { ...owner, cwd: data, stdio: "ignore" })
    onTestFinished(() => new Promise<void>((resolve) => void (server.once("exit", () => resolve()) && server.kill("SIGINT"))))
    await expect.poll(() => spawnSync(join(tools!, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)]).status, { timeout: 20_000 }).toBe(0)

    const url = `postgres://timbang@127.0.0.1:${port}/postgres`
    const [old, fresh] = [1, 2].map((first) => ({ id: `2026-0${first}`, bytes: new Uint8Array(32).fill(first) }))
    const actor = { id: "a.17", role: "operator", unit: "diskominfo" }
    const access = { actor, purpose: "registration" }
    const before = await Timbang.make({ storage: Storage.onServer({ url, keys: [old!] }) })
    await before.append("cpns-2026", { actor, entries: [{ kind: "round.announced", body: "{}" }] })
    Result.getOrThrow(await before.vault.write(access, [{ subject: "26-1", part: "contact/email", value: new TextEncoder().encode("a@example.test") }]))
    await before.close()
    const { rotate } = await modules(guide)<{ readonly rotate: (url: string, fresh: unknown, old: unknown) => Promise<Result.Result<number, unknown>> }>("rotate")
    expect(await rotate(url, fresh, old)).toMatchObject({ _tag: "Success", success: 1 })

    sh("mkdir -p cadangan")
    const connection = { TIMBANG_DATABASE: url, PATH: `${tools}:${env["PATH"]}` }
    expect(sh(database, connection)).toMatchObject({ status: 0, stderr: "" })
    expect(readFileSync(join(here, "cadangan/timbang.dump"), "latin1")).not.toContain("a@example.test")
    expect(sh(restoredDatabase, { ...connection, TIMBANG_RESTORED: "pulih", PGHOST: "127.0.0.1", PGPORT: String(port), PGUSER: "timbang" })).toMatchObject({ status: 0, stderr: "" })
    const after = await Timbang.make({ storage: Storage.onServer({ url: url.replace("/postgres", "/pulih"), keys: [fresh!] }) })
    expect(await after.size("cpns-2026")).toMatchObject({ success: 1 })
    const found = Result.getOrThrow(await after.vault.read(access, "26-1"))
    expect(new TextDecoder().decode(found.get("contact/email"))).toBe("a@example.test")
    await after.close()
  })
})
