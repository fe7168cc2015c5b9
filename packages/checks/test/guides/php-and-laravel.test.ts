import { describe, expect, it } from "vitest"
import * as Guide from "../../src/guide.ts"
import { collector, listen } from "./listen.ts"
import { laravel } from "./laravel.ts"

describe("docs/guides/php-and-laravel.md", () => {
  const guide = Guide.open("php-and-laravel.md")
  const asked = { TIMBANG_URL: "" }

  it("starts, and is asked by curl", async () => {
    // Any free port instead of the one that may be taken here.
    const { said } = guide.start({ replace: { 8091: "0" } })
    await expect.poll(said, { timeout: 30_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/)
    asked.TIMBANG_URL = said().trim().replace(/\/$/, "")
    const answer = JSON.parse((await guide.sh({ replace: { "http://127.0.0.1:8091": asked.TIMBANG_URL } })).out)
    const printed = JSON.parse(guide.text("json"))
    expect(answer).toMatchObject(printed)
    const anonymous = await fetch(`${asked.TIMBANG_URL}/openapi.json`)
    expect([anonymous.status, (await fetch(`${asked.TIMBANG_URL}/health`)).status]).toEqual([200, 200])
  })

  it("is asked from PHP: select, explain, check, and a refusal in Indonesian", async () => {
    guide.file("php", "timbang.php")
    guide.file("php", "tanya.php")
    const { err, out } = await guide.sh({ env: asked })
    expect([out, err]).toEqual([guide.text("text"), ""])
  })

  it("is asked from PHP: verify, allocate, survey, eligibility; another token is refused", async () => {
    guide.write({
      "F.csv": "formation,position,education,location,category,seats\nF1,Penyuluh,S-1,Setda,umum,1\n",
      "P.csv": "participant,formation,twk,tiu,tkp,skb\n24-01,F1,110,150,191,68\n24-02,F1,110,145,196,68\n",
      "lain-token": "x".repeat(64)
    })
    const made = await guide.shell([
      "timbang key new kunci --name kota.example/cpns > kunci.pub",
      "timbang select --rules cpns-2024 --scored-on 2024-10-16 --formations F.csv --participants P.csv --out hasil",
      "timbang publish --selection hasil --key kunci --out catatan",
      "timbang template claims --out usulan.xlsx",
      "timbang receipt 24-01 --log catatan --selection hasil --out bukti.json"
    ].join("\n"))
    expect([made.status, made.err]).toEqual([0, made.err])
    guide.file("php", "lain.php")
    const { err, out } = await guide.sh({ env: asked })
    expect([out, err]).toEqual([guide.text("text"), ""])
    const refused = await guide.shell("php lain.php", { ...asked, TIMBANG_TOKEN_FILE: "lain-token" })
    expect([refused.status, refused.out + refused.err]).toEqual([255, expect.stringContaining("TimbangRefused: Token tidak ada atau salah.")])
    const silent = await guide.shell("php lain.php", { TIMBANG_URL: "http://127.0.0.1:1" })
    expect(silent.out + silent.err).toContain("timbang serve --api cannot be reached")
  })

  it("is asked from a class of Laravel, whose client is stood in", async () => {
    guide.file("php", "Timbang.php")
    guide.write({ "laravel.php": laravel })
    const busy = await listen((_, response) => void response.writeHead(503).end("{}"))
    const { err, out } = await guide.shell("php laravel.php", { ...asked, TIMBANG_BUSY: busy })
    expect([out.split("\n"), err]).toEqual([[
      "Dinas Pendidikan 7",
      "ValidationException: seat: kunci ini tidak dikenal. Bentuk setiap isian ada di /openapi.json.",
      "ValidationException: claims.ndjson, row 1, column claim: found \"x\", which is not a number. Write digits only.",
      "RequestException: 401",
      "tried again after 503: 2",
      "ConnectionException",
      ""
    ], ""])
  })

  it("sends traces where the last block says, and nowhere without it", async () => {
    const { address, spans } = await collector()
    const ask = async (base: string) => (await guide.shell("php -r 'require \"timbang.php\"; echo timbang(\"allocate\", [\"seats\" => 1, \"claims\" => [[\"unit\" => \"Rahasia\", \"claim\" => 1]]])[\"seats\"];'", { TIMBANG_URL: base })).out
    expect(await ask(asked.TIMBANG_URL)).toBe("1")
    const { child, said } = guide.start({ replace: { 8091: "0", "http://127.0.0.1:4318": address } })
    await expect.poll(said, { timeout: 30_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/m)
    expect(await ask(/^http:\S+(?=\/)/m.exec(said())![0])).toBe("1")
    process.kill(-child.pid!)
    await expect.poll(() => spans().map(({ name }) => name), { timeout: 30_000 }).toContain("POST /v1/allocate")
    expect(spans().filter(({ name }) => name === "POST /v1/allocate")).toHaveLength(1)
    expect(JSON.stringify(spans())).not.toContain("Rahasia")
  })
})
