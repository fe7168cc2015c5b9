import { spawnSync } from "node:child_process"
import { chmodSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import * as LogFolder from "../../src/publication/LogFolder.ts"
import { file, folder } from "../timbang.ts"

const here = folder()
const said = (lang?: "id" | "en") => Effect.runPromise(Effect.flip(LogFolder.read(here, lang))).then(({ message }) => message)

describe("LogFolder.read", () => {
  it("says in Indonesian or English that a folder is no log, and that its checkpoint is none", async () => {
    const path = join(here, "checkpoint")
    expect(await said()).toBe(`${path}: tidak ada; sebutkan folder catatan yang diumumkan`)
    expect(await said("en")).toBe(`${path}: not found; name the folder of a published log`)
    file(here, "checkpoint", "not signed")
    expect(await said("id")).toBe(`${path}: bukan titik periksa yang bertanda tangan; ambil kembali catatannya`)
  })

  it("names each file that the system does not open, in words", async () => {
    for (const name of ["a", "b"]) symlinkSync(name, join(here, name))
    expect(await said("id")).toBe(["a", "b"].map((name) => `${join(here, name)}: tautan di jalurnya berputar kembali kepada dirinya; sebutkan berkasnya sendiri`).join("\n"))
    expect(await said("en")).toContain(`${join(here, "a")}: links on its path lead back to themselves`)
  })

  it.skipIf(process.getuid?.() !== 0)("says so of a folder that another user closed", () => {
    chmodSync(here, 0o700)
    const program = `import("${pathToFileURL(join(import.meta.dirname, "../../src/publication/LogFolder.ts"))}").then(async (LogFolder) => {
      const { Effect } = await import("effect")
      process.setgroups([]); process.setgid(65534); process.setuid(65534)
      console.log((await Effect.runPromise(Effect.flip(LogFolder.read(${JSON.stringify(here)})))).message)
    })`
    const done = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8", cwd: import.meta.dirname })
    expect(done.stdout).toBe(`${here}: tidak boleh dibuka; mintalah hak akses atau pilih tempat lain\n`)
  })
})
