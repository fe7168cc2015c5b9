import { Undefined } from "@timbang/core/number"
import { Findings } from "@timbang/language"
import { describe, expect, it } from "vitest"

const flat = (language: "id" | "en"): ReadonlyArray<string> =>
  Object.values(Findings.phrases(language)).flatMap((group) =>
    Object.values(group).filter((one) => typeof one === "string")
  )

describe("Findings", () => {
  it("says everything in both languages, without full stops inside a table", () => {
    expect(flat("id").length).toBe(flat("en").length)
    for (const language of ["id", "en"] as const) {
      const { trust, ...rest } = Findings.phrases(language)
      expect(Object.values(trust).every((one) => one.endsWith("."))).toBe(true)
      for (const group of Object.values(rest)) {
        for (const phrase of Object.values(group)) if (typeof phrase === "string") expect(phrase).not.toMatch(/\.$|^$/)
      }
    }
  })
  it("has a phrase for every reason of the undefined", () => {
    for (const reason of Undefined.reasons) {
      expect(Findings.whyUndefined(Undefined.because("x", reason), "id")).not.toContain("undefined")
      expect(Findings.whyUndefined(Undefined.because("x", reason), "en")).not.toContain("undefined")
    }
  })
  it("counts one post and two posts", () => {
    expect(Findings.change({ _tag: "PostsWithdrawn", posts: 1 }, "en")).toBe("withdraw 1 post whose need is met")
  })
})
