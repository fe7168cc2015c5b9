import { Retention } from "@timbang/workflows"
import { Vault } from "@timbang/workflows/ports"
import { Clock, Effect, Fiber, Layer, Schedule, Stream } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"

const access = { actor: { id: "retention", role: "keeper", unit: "bkpsdm" }, purpose: "retention" }
const day = 86_400_000

it("Retention.run erases each part on the first round after its time, and records it", () =>
  Effect.runPromise(Effect.provide(Effect.gen(function*() {
    const vault = yield* Vault.Vault
    const rules = [{ part: "", days: 30, basis: "JRA" }, { part: "contact/", days: 2, basis: "end of the round" }]
    const now = yield* Clock.currentTimeMillis
    yield* vault.write(access, ["contact/email", "paper/str"].map((part) => {
      const keepUntil = Retention.keepUntil(rules, part, now)
      return { subject: "26-1", part, value: new Uint8Array([1]), ...keepUntil === undefined ? {} : { keepUntil } }
    }))
    const running = yield* Effect.forkChild(Retention.run(access, Schedule.spaced(day)))
    const left: Array<ReadonlyArray<string>> = []
    for (let i = 0; i < 4; i++) {
      left.push([...(yield* vault.read(access, "26-1")).keys()])
      yield* TestClock.adjust(day)
    }
    yield* Fiber.interrupt(running)
    expect(left).toEqual([["contact/email", "paper/str"], ["contact/email", "paper/str"], ["paper/str"], ["paper/str"]])
    const records = yield* Stream.runCollect(vault.accesses("26-1"))
    expect(records.filter(({ act }) => act === "expire").map(({ parts, purpose }) => [parts, purpose])).toEqual([[["contact/email"], "retention"]])
  }), Layer.mergeAll(Layer.fresh(Vault.layerMemory), TestClock.layer()))))
