import { readdirSync, readFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { afterEach, describe, expect, it } from "vitest"
import { run } from "../../inProcess.ts"
import { folder } from "../../timbang.ts"

const name = "TIMBANG_BPS_KEY"
afterEach(() => void delete process.env[name])

const recorded = readFileSync(join(import.meta.dirname, "../../../../source-bps/test/data/garis-kemiskinan.json"), "utf8")

/** The recorded answer, whose figures are of 2025, as one of another year. */
const ofYear = (year: number) => recorded.replaceAll(/"(\d+)1250":/g, `"$1${year - 1900}0":`).replace(/"val": ?125\b/, `"val": ${year - 1900}`).replace(/"label": ?"2025"/, `"label": "${year}"`)

/** A server that gives the answers of an address one after another, the last again and again. */
const serve = async (answers: Readonly<Record<string, ReadonlyArray<string>>>) => {
  const asked: Array<string> = []
  const server = createServer(({ url = "" }, response) => {
    const address = url.slice(1).replace(/\/key\/.*$/, "")
    const own = answers[address] ?? []
    const text = own[Math.min(asked.filter((each) => each === address).length, own.length - 1)]
    asked.push(address)
    response.writeHead(text === undefined ? 404 : 200).end(text ?? "{}")
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, end: () => new Promise((ended) => server.close(ended)) }
}

const data = (year: number) => `list/model/data/lang/ind/domain/1500/var/624/th/${year - 1900}`
const years = "list/model/th/lang/ind/domain/1500/var/624/page/1"

describe("timbang needs fetch", () => {
  it("keeps the answer of each year, says what is missing, and goes on where it stopped", async () => {
    process.env[name] = "rahasia-123"
    const out = join(folder(), "data")
    const server = await serve({
      [years]: [JSON.stringify({ status: "OK", "data-availability": "available", data: [{ page: 1, pages: 1 }, [{ th_id: 124, th: 2024 }, { th_id: 125, th: 2025 }]] })],
      [data(2024)]: [ofYear(2024)],
      [data(2025)]: ["<!DOCTYPE html><html></html>", ofYear(2025)]
    })
    const args = ["needs", "fetch", "--domain", "1500", "--variable", "624", "--years", "2023,2024,2025", "--base", server.base, "--out", out]
    const first = await run(...args)
    expect(first.out).toBe("bps-1500-624-2024.json: 8 angka, diambil\nbps-1500-624-2025.json: 8 angka, diambil\n")
    expect(first.err).toContain("bps-1500-624-2023.json: Tidak ada angka untuk tahun 2023 pada penerbitnya.")
    expect(first.err).toContain("bps-1500-624-2025.json: Diminta ulang 1 kali: halaman HTML, bukan jawaban.")
    expect(readdirSync(out).toSorted()).toEqual(["bps-1500-624-2024.json", "bps-1500-624-2025.json"])
    const again = await run(...args)
    expect(again.out).toBe("bps-1500-624-2024.json: 8 angka, sudah ada\nbps-1500-624-2025.json: 8 angka, sudah ada\n")
    expect(server.asked.filter((each) => each === data(2024)).length).toBe(1)
    expect(JSON.stringify([first, again])).not.toContain("rahasia-123")
    await server.end()
  })

  it("asks for its key where only the environment may hold it", async () => {
    const { refusal } = await run("needs", "fetch", "--domain", "1500", "--lang", "en")
    expect(refusal).toContain("read from the environment variable TIMBANG_BPS_KEY, which is empty")
  })
})
