/** The code of the guide, as it is written, with a real mail server at its end. */
import * as Guide from "@timbang/checks/guide"
import { NotifyEmail } from "@timbang/notify-email"
import { Embedded, JournalSql } from "@timbang/storage-sql"
import { Outbox, SendingPolicy } from "@timbang/workflows"
import { Journal, Notifier, Vault } from "@timbang/workflows/ports"
import { Effect, Fiber, Layer } from "effect"
import { describe, expect, it } from "vitest"
import * as MailServer from "./MailServer.ts"

interface Written {
  readonly notifying: (policy?: SendingPolicy.SendingPolicy) => Effect.Effect<void, unknown, Journal.Journal | Vault.Vault | Notifier.Notifier>
}

describe("docs/guides/notify-people.md", () => {
  const guide = Guide.open("notify-people.md")

  it("tells everybody who is named, once", async () => {
    const { notifying } = await guide.module<Written>()
    const actor = { id: "a", role: "panitia", unit: "bkpsdm" }
    const { quiet: _, ...policy } = SendingPolicy.standard

    await Effect.runPromise(Effect.scoped(Effect.gen(function*() {
      const server = yield* MailServer.start()
      const email = NotifyEmail.layer({ host: "127.0.0.1", port: server.port, security: "none", from: { name: "BKPSDM", address: "seleksi@kota.example" } })
      yield* Effect.provide(Effect.gen(function*() {
        const journal = yield* Journal.Journal
        const vault = yield* Vault.Vault
        const people = ["26-1", "26-2"]
        yield* vault.write({ actor, purpose: "registration" }, people.map((person) => ({ subject: person, part: "contact/email", value: new TextEncoder().encode(`${person}@kota.example`) })))
        const running = yield* Effect.forkChild(notifying(policy))
        const body = JSON.stringify({ from: "2126-12-17", until: "2126-12-20", people })
        yield* journal.append("round", { actor, entries: [{ kind: "objection.opened", body }] })
        for (let waited = 0; (yield* server.arrived).length < 2 && waited < 2000; waited++) yield* Effect.sleep(10)
        yield* Effect.sleep(50)
        yield* Fiber.interrupt(running)
        // The reminders wait for their day.
        const standings = yield* (yield* Outbox.make({ actor })).standings
        expect([...standings.keys()].toSorted()).toEqual(["objection-closing", "objection-opened"].flatMap((what) => people.map((person) => `${what}/2126-12-20/${person}`)))
        expect([...standings.values()].filter(({ standing }) => standing._tag === "Waiting").map(({ about }) => about)).toEqual(["WindowClosing", "WindowClosing"])
      }), Layer.mergeAll(Layer.fresh(Journal.layerMemory), Layer.fresh(Vault.layerMemory), email))
      const arrived = yield* server.arrived
      expect(arrived.map(({ to }) => to).toSorted()).toEqual(["26-1@kota.example", "26-2@kota.example"])
      expect(arrived[0]!.subject).toBe("Seleksi CPNS 2026: masa sanggah telah dimulai")
      expect(arrived[0]!.text).toContain("tidak dipungut biaya")
    })))
  })

  it("shows a dead letter and sends it again", async () => {
    const actor = { id: "a", role: "sender", unit: "bkpsdm" }
    const { quiet: _, ...policy } = SendingPolicy.standard
    const nobody = Layer.succeed(Notifier.Notifier, { channel: "email", deliver: ({ key }) => Effect.fail(new Notifier.MessageRefused({ key, because: "550" })) })
    const ports = Layer.mergeAll(Layer.provide(JournalSql.layer({}), Embedded.layer(guide.path("data"))), Layer.fresh(Vault.layerMemory), nobody)
    await Effect.runPromise(Effect.provide(Effect.gen(function*() {
      const outbox = yield* Outbox.make({ actor, policy })
      yield* outbox.post(actor, { key: "objection-opened/2026-12-20/26-0001", person: "26-0001", about: "WindowOpened", subject: "s", text: "t", language: "id" })
      yield* outbox.sendDue
    }), ports))
    expect(await guide.sh()).toMatchObject({ status: 0, out: expect.stringMatching(/tidak ada alamat[\s\S]*dikirim lagi seperti pesan baru/) })
  }, 60_000)
})
