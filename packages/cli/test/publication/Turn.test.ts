import { Deferred, Effect } from "effect"
import { existsSync, mkdirSync, utimesSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as Turn from "../../src/publication/Turn.ts"
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
