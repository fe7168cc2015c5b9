import { join } from "node:path"
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
})
