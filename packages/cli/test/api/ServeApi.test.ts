import { execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { describe, expect, it } from "vitest"
import { run } from "../inProcess.ts"
import { bin, file, folder } from "../timbang.ts"
import { token } from "./served.ts"

const here = folder()

describe("timbang serve --api", () => {
  it("keeps nothing, tells nothing of what was sent, and answers a client in another language", async () => {
    const [work, temporary] = [join(here, "work"), join(here, "tmp")]
    for (const path of [work, temporary]) mkdirSync(path)
    const child = spawn(process.execPath, [bin, "serve", "--api", "--port", "0"], {
      cwd: work,
      env: { ...process.env, TIMBANG_API_TOKEN: token, TMPDIR: temporary, NODE_DISABLE_COMPILE_CACHE: "1" }
    })
    const said = { text: "" }
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (said.text += bytes.toString()))
    await expect.poll(() => said.text, { timeout: 20_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/)
    const address = said.text.trim()
    const secrets = ["Sitti Contoh", "1571010101900001", "1990-01-01", "PESERTA-77"]
    const [name, nik, born, participant] = secrets
    const sent = {
      rules: "cpns-2024",
      formations: { file: "F.csv", text: "formation,position,education,location,category,seats\nF1,Guru,S-1,Jelutung,umum,1\n" },
      participants: { file: "P.csv", text: `participant,formation,nama,nik,birthDate,twk,tiu,tkp,skb\n${participant},F1,${name},${nik},${born},111,150,191,68\n` }
    }
    const body = file(here, "body.json", JSON.stringify(sent))
    const asked = (...more: ReadonlyArray<string>) =>
      new Promise<string>((resolve, reject) =>
        execFile("curl", ["-sS", "-H", `Authorization: Bearer ${token}`, "-H", "Content-Type: application/json", "-d", `@${body}`, ...more], (error, out) => error === null ? resolve(out) : reject(error)))
    const answer = JSON.parse(await asked(`${address}v1/select`))
    expect(answer.faults[0]).toMatchObject({ _tag: "OffStep", column: "twk", found: "111" })
    expect(answer.lines.join()).not.toContain(nik)
    await asked(`${address}v1/${name!.replace(" ", "%20")}?nik=${nik}`)
    for (const [method, host] of [["TRACE", "localhost"], ["POST", `a b/%%%/${nik}`]] as const) {
      const socket = connect(Number(new URL(address).port), "127.0.0.1")
      socket.end(`${method} /v1/select?nik=${nik} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
      expect((await text(socket)).split("\r\n")[0]).toMatch(/^HTTP\/1\.1 400 /)
    }
    child.kill("SIGTERM")
    await once(child, "exit")
    expect(said.text.trim()).toBe(address)
    for (const path of [work, temporary]) expect(readdirSync(path)).toEqual([])
  })

  it("asks for a token, in a file or the environment and never as an option, and for one that nobody guesses", async () => {
    const refusalOf = async (...args: ReadonlyArray<string>) => (await run("serve", ...args, "--lang", "en")).refusal
    expect(await refusalOf("--api")).toContain("--api needs a token")
    const short = file(here, "short", "rahasia")
    expect(await refusalOf("--api", "--token-file", short)).toContain("at least 32 characters")
    expect(await refusalOf("--api", "--token-file", join(here, "absent"))).toContain("absent")
    const two = join(here, "two")
    writeFileSync(two, `${token}\n${token}\n`)
    chmodSync(two, 0o644)
    const open = await run("serve", "--api", "--token-file", two, "--lang", "en")
    expect([open.err.includes("chmod 600"), open.refusal.includes("one line")]).toEqual([true, true])
    process.env["TIMBANG_API_TOKEN"] = token
    try {
      expect(await refusalOf("--api", "--token-file", short)).toContain("exactly one")
      expect(await refusalOf("--api", "--largest", "0")).toBe("--largest: found 0, outside 1 to 512. Write a number in between.")
      expect(await refusalOf("--api", "--otlp", "kolektor")).toContain("--otlp: write an address of http or https")
    } finally {
      delete process.env["TIMBANG_API_TOKEN"]
    }
  })

  it("leaves no option aside: those of the portal say nothing of the API, and the other way round", async () => {
    const refusalOf = async (...args: ReadonlyArray<string>) => (await run("serve", ...args, "--lang", "en")).refusal.split("\n").map((line) => line.split(" ")[0])
    expect(await refusalOf("catatan", "--api", "--base", "/a", "--feed", "f", "--announced", "final=2026-12-01", "--objections", "x", "--tiles", "--verifier", "v"))
      .toEqual(["<log>", "--base", "--feed", "--announced", "--objections", "--tiles", "--verifier"])
    expect(await refusalOf("catatan", "--token-file", "t", "--largest", "3")).toEqual(["--token-file", "--largest"])
    expect((await run("serve", "--lang", "en")).refusal).toContain("name the folder of a log for the portal, or --api")
  })
})
