import { Standing } from "@timbang/core/law"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const step = { name: "appraisal", decidedBy: "rater", isHosts: false }
const digest = "0".repeat(64)

describe("Standing.check", () => {
  it("accepts simulasi and uji-silang for any step", () => {
    expect(Result.isSuccess(Standing.check(Standing.simulation, step))).toBe(true)
    expect(Result.isSuccess(Standing.check(Standing.crossCheck, step))).toBe(true)
  })

  it("accepts penetapan only for the host's own step or with a whole deciding letter", () => {
    expect(Result.isSuccess(Standing.check({ _tag: "penetapan" }, { ...step, isHosts: true }))).toBe(true)
    expect(Result.isSuccess(Standing.check({ _tag: "penetapan", letter: { number: "1/2026", day: "2026-01-31", digest } }, step)))
      .toBe(true)
    const whole = { number: "1/2026", day: "2026-01-31", digest }
    for (const letter of [{ ...whole, number: " " }, { ...whole, day: "" }, { ...whole, day: "2026-02-30" }, { ...whole, digest: "abc" }]) {
      const refused = Standing.check({ _tag: "penetapan", letter }, step)
      expect(Result.isFailure(refused) && refused.failure.message).toContain("appraisal is decided by rater")
    }
  })
})
