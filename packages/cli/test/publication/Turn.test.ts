import { Deferred, Effect, Exit } from "effect"
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as Turn from "../../src/publication/Turn.ts"
import * as Vault from "../../src/publication/Vault.ts"
import { folder } from "../timbang.ts"


describe("Turn", () => {
  it("lets the second writer wait for the first", async () => {
    const path = join(folder(), "checkpoint")
    const seen: Array<string> = []
    const first = Deferred.makeUnsafe<void>()
    await Effect.runPromise(Effect.all([
      Turn.take(path, "en", async () => {
        Effect.runSync(Deferred.succeed(first, undefined))
        await new Promise((done) => setTimeout(done, 300))
        seen.push("first")
      }),
      Effect.andThen(Deferred.await(first), Turn.take(path, "en", async () => seen.push("second")))
    ], { concurrency: 2 }))
    expect(seen).toEqual(["first", "second"])
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  it("takes over the lock of a writer that was killed", async () => {
    const path = join(folder(), "checkpoint")
    mkdirSync(`${path}.lock`)
    utimesSync(`${path}.lock`, 1, 1)
    expect(await Effect.runPromise(Turn.take(path, "en", async () => "written"))).toBe("written")
  })

  it("gives the turn back when the writing fails, and says what failed", async () => {
    const path = join(folder(), "checkpoint")
    const failing = Turn.take(path, "en", () => Promise.reject(new Error("disk full")))
    expect(await Effect.runPromise(Effect.flip(failing))).toMatchObject({ lines: [`${path}: disk full`] })
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
})

describe("Vault", () => {
  it("takes an emptied file for a broken one, and draws no new salts over those that were lost", async () => {
    const path = join(folder(), "vault.json")
    writeFileSync(path, "")
    expect(await Effect.runPromise(Effect.flip(Vault.load(path, "en")))).toMatchObject({ lines: [`${path}: not a file of salts; restore it from its copy`] })
  })

  it("keeps the salts of the first of two runs and refuses the second, which drew others", async () => {
    const path = join(folder(), "private", "vault.json")
    const [one, other] = await Effect.runPromise(Effect.all([Vault.load(path, "id"), Vault.load(path, "id")]))
    const salt = Vault.saltOf(one)("24-1")
    Vault.saltOf(other)("24-1")
    await Effect.runPromise(Vault.keep(one, "id"))
    const written = readFileSync(path, "utf8")
    const second = await Effect.runPromiseExit(Vault.keep(other, "id"))
    expect(Exit.isFailure(second)).toBe(true)
    expect(JSON.stringify(second)).toContain("sedang atau baru saja ditulis")
    expect(readFileSync(path, "utf8")).toBe(written)
    expect(Vault.saltOf(await Effect.runPromise(Vault.load(path, "id")))("24-1")).toEqual(salt)
  })
})
