import { readdirSync } from "node:fs"
import { join } from "node:path"
import { afterEach, describe, expect, it } from "vitest"
import * as Replay from "../../source-bps/test/replay.ts"
import { run } from "./inProcess.ts"
import { folder } from "./timbang.ts"

const name = "TIMBANG_BPS_KEY"
afterEach(() => void delete process.env[name])

const data = (year: number) => `list/model/data/lang/ind/domain/1500/var/624/th/${year - 1900}`
const years = "list/model/th/lang/ind/domain/1500/var/624/page/1"

describe("timbang needs fetch", () => {
  it("keeps the answer of each year, says what is missing, and goes on where it stopped", async () => {
    process.env[name] = "rahasia-123"
    const out = join(folder(), "data")
    const server = await Replay.start({
      [years]: [Replay.listPage(1, 1, [{ th_id: 124, th: 2024 }, { th_id: 125, th: 2025 }])],
      [data(2024)]: [Replay.ofYear(2024)],
      [data(2025)]: [Replay.page, Replay.ofYear(2025)]
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
