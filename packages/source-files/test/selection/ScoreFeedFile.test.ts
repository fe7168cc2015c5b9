import { ScoreFeedFile } from "@timbang/source-files"
import { Effect, Fiber, Stream } from "effect"
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"

const folder = mkdtempSync(join(tmpdir(), "timbang-feed-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const score = (participant: string, twk: number) => JSON.stringify({ participant, stage: "skd", session: "1", scores: { twk } })
const closed = JSON.stringify({ stage: "skd", session: "1", closed: true })

describe("ScoreFeedFile.follow", () => {
  it("gives what stands in the file, then what is appended, a half line only once it is whole, and goes on after a cursor", async () => {
    const path = join(folder, "live.ndjson")
    writeFileSync(path, `${score("26-0001", 100)}\n${score("26-0002", 90).slice(0, 20)}`)
    const feed = ScoreFeedFile.follow(path, 5)
    const reading = Effect.runFork(Stream.runCollect(Stream.take(feed.events(), 3)))
    await new Promise((resolve) => setTimeout(resolve, 60))
    appendFileSync(path, `${score("26-0002", 90).slice(20)}\n\n${closed}\n`)
    const events = await Effect.runPromise(Fiber.join(reading))
    expect(events.map((event) => event._tag === "Score" ? event.scored.value.participant : event._tag)).toEqual(["26-0001", "26-0002", "SessionClosed"])
    const rest = await Effect.runPromise(Stream.runCollect(Stream.take(feed.events(events[0]!.cursor), 2)))
    expect(rest).toEqual(events.slice(1))
  })

  it.each([
    ["no JSON", "{", "not JSON"],
    ["a score that is no number", score("26-0001", 1).replace(":1}", ":\"tinggi\"}"), "the score \"twk\""],
    ["nobody", JSON.stringify({ stage: "skd", session: "1", scores: {} }), "\"participant\""]
  ])("takes what stands before a faulty line, then says where it is and what to write, without its content: %s", async (_, line, said) => {
    const path = join(folder, "faulty.ndjson")
    writeFileSync(path, `${score("26-0001", 100)}\n${line}\n`)
    const seen: Array<string> = []
    const failure = await Effect.runPromise(Effect.flip(Stream.runForEach(ScoreFeedFile.follow(path, 5).events(), ({ _tag }) => Effect.sync(() => seen.push(_tag)))))
    expect(seen).toEqual(["Score"])
    expect(failure.message).toContain(said)
    expect(failure.message).toContain("byte")
    expect(failure.message).not.toContain("tinggi")
  })

  it("says so when the file became shorter", async () => {
    const path = join(folder, "short.ndjson")
    writeFileSync(path, `${closed}\n`)
    const failure = await Effect.runPromise(Effect.flip(Stream.runDrain(ScoreFeedFile.follow(path, 5).events("900"))))
    expect(failure.message).toContain("shorter")
  })
})
