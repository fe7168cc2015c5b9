import { Effect, Option } from "effect"
import { describe, expect, it } from "vitest"
import * as RunOptions from "../../src/selection/RunOptions.ts"

const none = Option.none()
const given: RunOptions.Given = {
  rules: "cpns-2024",
  supply: [],
  supplySource: none,
  stage: "final",
  standing: "simulasi",
  letterNumber: none,
  letterDay: none,
  letterDigest: none,
  scoredOn: none,
  filling: "on",
  pool: none,
  cellOrder: none,
  closing: none,
  consent: none,
  freedPlaces: none,
  refillUntil: none,
  lang: "id"
}
const lines = async (more: Partial<RunOptions.Given>) => (await Effect.runPromise(Effect.flip(RunOptions.read({ ...given, ...more })))).lines

describe("RunOptions.read", () => {
  it("refuses all faulty options at once, in the language asked for", async () => {
    const wrong: Partial<RunOptions.Given> = {
      supply: ["thresholds", "a=1"],
      standing: "penetapan",
      letterNumber: Option.some("B/1"),
      letterDigest: Option.some("abc"),
      scoredOn: Option.some("2024-02-30"),
      freedPlaces: Option.some("refilled")
    }
    expect((await lines({ ...wrong, lang: "en" })).map((line) => line.split(":")[0])).toEqual([
      "--supply",
      "--supply needs --supply-source",
      "--standing penetapan needs --letter-day",
      "--letter-digest",
      "--scored-on",
      "--freed-places refilled needs --refill-until"
    ])
    expect((await lines(wrong)).join("\n")).not.toMatch(/\b(needs|found|not|give|write)\b/i)
  })

  it("knows a stage that the rules do not have before any file is read", async () => {
    expect(await lines({ stage: "skx", refillUntil: Option.some("besok") })).toEqual([
      "Tidak ada tahap skx. Tahap yang ada: skd, final.",
      '--refill-until: ditemukan "besok", bukan tanggal yang ada. Tulis TTTT-BB-HH.'
    ])
  })

  it("takes a whole letter, and what was not said from the rules", async () => {
    const letter = { letterNumber: Option.some("B/1"), letterDay: Option.some("2025-01-05"), letterDigest: Option.some("A".repeat(64)) }
    const { options } = await Effect.runPromise(RunOptions.read({ ...given, standing: "penetapan", ...letter }))
    expect(options).toEqual({
      stage: "final",
      standing: { _tag: "penetapan", letter: { number: "B/1", day: "2025-01-05", digest: "a".repeat(64) } },
      filling: { isRun: true }
    })
  })
})

describe("RunOptions.ofCheck", () => {
  it("refuses a stage that the rules do not have, records without formations and a day that is none, all at once", async () => {
    const wrong = { rules: "cpns-2024", supply: [], supplySource: none, stage: "skx", formations: none, participants: Option.some("P.csv"), scoredOn: Option.some("2024-02-30"), lang: "en" } as const
    const refused = await Effect.runPromise(Effect.flip(RunOptions.ofCheck(wrong)))
    expect(refused.code).toBe(2)
    expect(refused.lines).toEqual([expect.stringContaining("skx"), expect.stringContaining("--participants needs --formations"), expect.stringContaining("--scored-on")])
    expect((await Effect.runPromise(RunOptions.ofCheck({ ...wrong, stage: "skd", formations: Option.some("F.csv"), scoredOn: none }))).id).toBe("cpns-2024")
  })
})
