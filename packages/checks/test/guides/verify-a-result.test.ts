import { existsSync } from "node:fs"
import { describe, expect, it } from "vitest"
import * as Guide from "../../src/guide.ts"
import { publish } from "./round.ts"

describe("docs/guides/verify-a-result.md", () => {
  const guide = Guide.open("verify-a-result.md")

  /** Runs the next block to its end. */
  const holds = async (): Promise<string> => {
    const { err, out, status } = await guide.sh()
    expect([status, err]).toEqual([0, err])
    return out
  }

  it("checks a receipt and hands receipts out", async () => {
    const words = await publish(guide, "rules", "registrations", "scores", "results")
    const { out, status } = await guide.shell("timbang receipt 24-01 --log catatan --selection hasil --out bukti.json")
    expect([status, out]).toEqual([0, out])
    guide.write({ "kata.txt": words })
    expect((await holds()).match(/^Asli/gm)).toHaveLength(3)
    await holds()
    expect(existsSync(guide.path("lembar"))).toBe(true)
  })

  it("keeps a checkpoint, and finds the log that grew still holding it", async () => {
    await holds()
    expect((await guide.shell("timbang document record F.csv --log catatan --key kunci --name lampiran")).status).toBe(0)
    await holds()
  })

  it("signs as a witness, adds the lines, and holds by the policy", async () => {
    await holds()
    const other = await guide.shell("timbang key new universitas.key --name universitas.example --witness > universitas.pub\ntimbang key new pers.key --name pers.example --witness > pers.pub")
    expect(other.status).toBe(0)
    const keys = ["kunci", "inspektorat", "universitas", "pers"].map((name) => guide.read(`${name}.pub`).trim())
    guide.write({
      "policy.txt": guide.text("text").replaceAll(/(\S+)\.\.\.$/gm, (_, name: string) => keys.find((key) => key.startsWith(`${name}+`))!)
    })
    await holds()
    expect((await guide.shell("timbang document record P.csv --log catatan --key kunci --name peserta")).status).toBe(0)
    await holds()
    expect((await guide.shell("timbang witness sign catatan --key universitas.key --log-key \"$(cat kunci.pub)\" --out universitas-2.txt")).status).toBe(0)
    await holds()
    // Nobody witnessed the first phases of this log.
    const { out, status } = await guide.sh()
    expect([status, out]).toEqual([3, expect.stringMatching(/^Asli/)])
  })

  it("audits, and prints what was recounted", async () => {
    expect((await holds()).endsWith(guide.text("text"))).toBe(true)
    expect(existsSync(guide.path("kertas-kerja.xlsx"))).toBe(true)
  })
})
