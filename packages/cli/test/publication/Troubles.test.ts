import { Effect, Result } from "effect"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as SigningKey from "../../src/publication/SigningKey.ts"
import * as Turn from "../../src/publication/Turn.ts"
import { run } from "../inProcess.ts"
import { folder } from "../timbang.ts"

const here = folder()
const at = (name: string) => join(here, name)
const linesOf = async <A>(effect: Effect.Effect<A, { readonly lines: ReadonlyArray<string> }>) => {
  const done = await Effect.runPromise(Effect.result(effect))
  return Result.isFailure(done) ? done.failure.lines.join("\n") : ""
}

describe("what goes wrong with a key, a place or an option of publication", () => {
  it("is said in the language asked for, and never repeats a key", async () => {
    writeFileSync(at("key"), "PRIVATE+KEY+broken")
    mkdirSync(at("folder"))
    expect(await linesOf(SigningKey.read(at("key"), "id"))).toBe(`${at("key")}: bukan kunci rahasia yang utuh; pulihkan dari salinannya`)
    expect(await linesOf(SigningKey.read(at("key"), "en"))).toBe(`${at("key")}: not a whole secret key; restore it from its copy`)
    expect(await linesOf(SigningKey.read(at("folder"), "id"))).toBe(`${at("folder")}: ini folder, padahal perlu berkas`)
    expect(await linesOf(Turn.take(at("none/log"), "id", async () => undefined))).toBe(`${at("none/log")}: berkas atau folder tidak ada; periksa namanya`)
  })

  it("names the log of serve in English where English is asked for", async () => {
    expect((await run("serve", at("folder"), "--lang", "en")).refusal).toContain("the folder of a published log")
  })
})
