import { ServeLines } from "@timbang/language/publication"
import { ScoreFeedFile } from "@timbang/source-files"
import { Effect, Result } from "effect"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as Listening from "../../src/Listening.ts"
import * as PortalForms from "../../src/publication/PortalForms.ts"
import * as ReceiptCheck from "../../src/publication/ReceiptCheck.ts"
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

  it("refuses a port that is none by its name, and not as a fault of the program", async () => {
    for (const port of [-1, 65_536]) {
      const listening = Listening.forGood(() => Promise.reject(new Error("not asked")), { host: "127.0.0.1", port, path: "/", lang: "en" })
      expect(await linesOf(Effect.scoped(listening))).toContain(`--port: found "${port}"`)
    }
  })

  it("names every key of a file of forms that is wrong, in words", async () => {
    writeFileSync(at("forms.json"), JSON.stringify({ survey: { unit: "x", services: [] }, q: 1 }))
    expect(await linesOf(PortalForms.read(at("forms.json"), "id"))).toMatch(/forms\.json: q: kunci ini tidak dikenal; survey\.services\.0: tidak ada\. Tulis seperti/)
    writeFileSync(at("forms.json"), "no")
    expect(await linesOf(PortalForms.read(at("forms.json"), "id"))).toContain("forms.json: bukan JSON yang utuh. Tulis seperti")
  })

  it("says what is wrong with a line of live scores in the language asked for", () => {
    const because = (line: string) => ServeLines.lines.id.feedFault("n.ndjson", `the line that ends at byte 7: ${Result.getOrThrow(Result.flip(ScoreFeedFile.eventOf(line, "n.ndjson", 7)))}`)
    const english = /\b(?:the|it|is|has|to|be|or|such|as|an|a|no|object|number|text)\b/
    for (const line of ["x", "[]", "{}", '{"stage":"s"}', '{"stage":"s","session":"1"}', '{"stage":"s","session":"1","participant":"p"}', '{"stage":"s","session":"1","participant":"p","scores":{"x":"y"}}']) {
      expect(because(line)).toContain("n.ndjson: baris yang berakhir pada bita 7: ")
      expect(because(line), line).not.toMatch(english)
    }
  })

  it("names the log of serve in English where English is asked for", async () => {
    expect((await run("serve", at("folder"), "--lang", "en")).refusal).toContain("the folder of a published log")
  })
})

describe("what is trusted", () => {
  it("is refused where words stand in the place of a key, or a key in that of words", () => {
    const key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    const words = "piala lahir huruf abadi terong busana baling sudut"
    const said = (anchors: ReceiptCheck.Anchors) => {
      const made = ReceiptCheck.trust(anchors, "id")
      return Result.isFailure(made) ? made.failure.lines.join() : ""
    }
    expect(said({ key })).toBe("")
    expect(said({ key, words })).toBe("")
    expect(said({ key: "x" })).toContain("--key: bukan kunci pemeriksa")
    expect(said({ key: words })).toContain("--key: bukan kunci pemeriksa")
    expect(said({ words: key })).toContain("--words: bukan delapan kata")
    expect(said({ policy: words })).toContain("--policy: bukan kebijakan")
    expect(said({ words: "piala lahir" })).toContain("Terbaca 2 kata")
    expect(said({ key: " " })).toContain("kosong")
  })
})
