import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "../inProcess.ts"
import { file, folder } from "../timbang.ts"

const here = folder()

describe("a model that is none", () => {
  it.each([
    ["a table", "unit,claim\nA,1\n", 'found a table ("unit,claim"), where keys'],
    ["a list", "- a\n- b\n", "found a list, where keys"],
    ["a text", "hello\n", 'found a text ("hello"), where keys'],
    ["nothing", "\n", "found an empty file, where keys"],
    ["a workbook", "PK\u0003\u0004", "found a binary file, where keys"],
    ["a model with needs misspelled", "need: {}\nindex: {}\n", "needs is missing; found need, index."]
  ])("%s: what was found is said, and what to do", async (_, text, expected) => {
    const model = file(here, "model.yaml", text)
    const { refusal } = await run("needs", "score", "--model", model, "--data", here, "--out", join(here, "out"), "--lang", "en")
    expect(refusal).toContain(`model.yaml: ${expected}`)
    expect(refusal.split("\n")).toHaveLength(1)
  })
})
