import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "./timbang.ts"

describe("--fewest", () => {
  it("refuses to show groups of fewer than three", () => {
    const here = folder()
    const answers = file(here, "R.csv", "respondent,u1,u2,u3,u4,u5,u6,u7,u8,u9", "1,4,4,4,4,4,4,4,4,4")
    for (const fewest of ["-3", "0", "2"]) {
      const refused = timbang("survey", "index", "--responses", answers, `--fewest=${fewest}`, "--out", join(here, "out"))
      expect([fewest, refused.code, refused.out]).toEqual([fewest, 2, ""])
      expect(refused.err).toBe(`--fewest: ditemukan ${fewest}, terlalu sedikit untuk melindungi orang di dalam kelompok. Tulis 3 atau lebih.\n`)
    }
  })
})
