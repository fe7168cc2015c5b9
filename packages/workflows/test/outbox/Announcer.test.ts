import { Announcer, Outbox } from "@timbang/workflows"
import { Journal, Notifier, Vault } from "@timbang/workflows/ports"
import { Effect, Fiber, Layer, Stream } from "effect"
import { describe, expect, it } from "vitest"

const actor = { id: "outbox", role: "sender", unit: "bkpsdm" }
const fact = (body: string, kind = "result.set") => ({ kind, body })
const noticesOf = ({ body, kind }: Journal.Entry): ReadonlyArray<Outbox.Notice> =>
  kind === "result.set" ? [{ key: `result/${body}`, person: body, about: "Result", subject: "Hasil", text: `P/L ${body}`, language: "id" }] : []
const options: Announcer.Options = { actor, name: "round", noticesOf }

const run = <A, E>(program: Effect.Effect<A, E, Journal.Journal | Vault.Vault | Notifier.Notifier>) =>
  Effect.runPromise(Effect.provide(program, Layer.mergeAll(Layer.fresh(Journal.layerMemory), Layer.fresh(Vault.layerMemory), Notifier.layerMemory([]))))
const keys = (outbox: Outbox.Outbox) => Effect.map(outbox.standings, (all) => [...all.keys()])
const record = (...entries: ReadonlyArray<Journal.NewEntry>) => Effect.flatMap(Journal.Journal, (journal) => journal.append("round", { actor, entries }))

describe("Announcer", () => {
  it("posts what a fact asks for, once, and goes on where it stopped", () =>
    run(Effect.gen(function*() {
      const outbox = yield* Outbox.make({ actor })
      yield* record(fact("{}", "round.opened"), fact("26-1"), fact("26-2"))
      expect(yield* Announcer.catchUp(outbox, options)).toBe(2)
      yield* record(fact("26-3"))
      expect(yield* Announcer.catchUp(outbox, options)).toBe(1)
      expect(yield* Announcer.catchUp(outbox, options)).toBe(0)
      expect(yield* keys(outbox)).toEqual(["result/26-1", "result/26-2", "result/26-3"])
    })))

  it("killed between posting and recording it, posts nothing twice", () =>
    run(Effect.gen(function*() {
      const journal = yield* Journal.Journal
      const outbox = yield* Outbox.make({ actor })
      yield* record(fact("26-1"), fact("26-2"))
      const dying = Journal.Journal.of({
        ...journal,
        append: (stream, batch) => stream.startsWith("announcer/") ? Effect.fail(new Journal.JournalUnavailable({ because: "killed" })) : journal.append(stream, batch)
      })
      yield* Effect.flip(Effect.provideService(Announcer.catchUp(outbox, options), Journal.Journal, dying))
      expect(yield* keys(outbox)).toEqual(["result/26-1"])
      // The version that goes on has other words for it; somebody else's message under the key is an error all the same.
      const changed = (more: Partial<Outbox.Notice>): Announcer.Options => ({ ...options, noticesOf: (entry) => noticesOf(entry).map((notice) => ({ ...notice, text: "kata lain", ...more })) })
      expect(yield* Effect.flip(Announcer.catchUp(outbox, changed({ person: "26-9" })))).toMatchObject({ _tag: "NoticeTaken", key: "result/26-1" })
      expect(yield* Announcer.catchUp(outbox, changed({}))).toBe(1)
      expect(yield* keys(outbox)).toEqual(["result/26-1", "result/26-2"])
    })))

  it("passes over an erased person and reads no long stretch twice", () =>
    run(Effect.gen(function*() {
      const outbox = yield* Outbox.make({ actor })
      const vault = yield* Vault.Vault
      yield* vault.erase({ actor, purpose: "request-of-the-person" }, "26-1")
      yield* record(fact("26-1"), ...Array.from({ length: 1200 }, (_, i) => fact(String(i), "score.recorded")), fact("26-2"))
      const read: Array<number> = []
      const counting = { ...options, noticesOf: (entry: Journal.Entry) => (read.push(entry.position), noticesOf(entry)) }
      expect(yield* Announcer.catchUp(outbox, counting)).toBe(1)
      expect(yield* keys(outbox)).toEqual(["result/26-2"])
      const before = read.length
      yield* Announcer.catchUp(outbox, counting)
      expect(read.length - before).toBeLessThan(10)
    })))

  it("tells what is recorded while it runs, and comes to rest", () =>
    run(Effect.gen(function*() {
      const journal = yield* Journal.Journal
      const outbox = yield* Outbox.make({ actor })
      const running = yield* Effect.forkChild(Announcer.run(outbox, options))
      for (const person of ["26-1", "26-2"]) {
        yield* record(fact(person))
        for (let waited = 0; !(yield* keys(outbox)).includes(`result/${person}`) && waited < 200; waited++) yield* Effect.sleep(5)
      }
      yield* Effect.sleep(50)
      const size = yield* journal.size()
      yield* Effect.sleep(50)
      expect(yield* journal.size()).toBe(size)
      yield* Fiber.interrupt(running)
      expect(yield* keys(outbox)).toEqual(["result/26-1", "result/26-2"])
      expect((yield* Stream.runCollect(journal.read({ stream: "announcer/round" }))).length).toBe(2)
    })))
})
