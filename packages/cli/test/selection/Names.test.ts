import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { run } from "../inProcess.ts"
import { file, folder } from "../timbang.ts"

const here = folder()

describe("names that are not there, or are there already", () => {
  it("says which input files there are, and where those of a selection come from", async () => {
    expect((await run("template", "peserta", "--lang", "en")).refusal).toMatch(
      /^peserta: there is no input file of that name\. Known: needs\/figures, .*tests.*; the files of a selection come from "timbang rules template"\.$/
    )
    expect((await run("template", "peserta")).refusal).toContain("tidak ada berkas masukan bernama itu")
  })

  it("never writes a key over a file, and says so in words", async () => {
    const path = file(here, "key", "mine")
    expect((await run("key", "new", path, "--name", "kota.example/cpns", "--lang", "en")).refusal).toBe(`${path}: there is a file of that name already; choose another`)
    expect((await run("key", "new", path, "--name", "kota.example/cpns")).refusal).toBe(`${path}: sudah ada berkas bernama itu; pilih nama lain`)
    expect(readFileSync(path, "utf8")).toBe("mine\n")
  })
})
