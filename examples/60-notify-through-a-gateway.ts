/**
 * Posts two messages, and sends them through a signed call to a gateway that brings them on to WhatsApp. The gateway is out of
 * order at first; somebody replays a call it has seen; one person has been erased in the meantime.
 *
 * Both ends stand in this file, and no network is used: `call` hands the request over.
 *
 * Run: node examples/60-notify-through-a-gateway.ts
 */
import { Notices } from "@timbang/language"
import { NotifyWebhook, Receiver, Seen } from "@timbang/notify-webhook"
import { Outbox, SendingPolicy } from "@timbang/workflows"
import { Journal, Notifier, Vault } from "@timbang/workflows/ports"
import { Effect, Layer, ManagedRuntime, Redacted, Stream } from "effect"

const secret = Redacted.make("an example; draw 32 random bytes")

// The gateway of the host: a service of its own, in whatever it is written.
let isUp = false
const whatsapp = (to: string, text: string): void => console.log(`  WhatsApp to ${to.slice(0, 6)}...: ${text.split("\n")[0]}`)
const receive = Receiver.make({
  secrets: [secret],
  forward: ({ key, text, to }) =>
    isUp
      ? Effect.sync(() => whatsapp(to, text))
      : Effect.fail(new Notifier.MessageDelayed({ key, because: "WhatsApp cannot be reached", retryAfterMillis: 1000 }))
})
const gateway = ManagedRuntime.make(Seen.layerMemory())
const calls: Array<Request> = []
const call = (request: Request): Promise<Response> => {
  calls.push(request.clone())
  return gateway.runPromise(receive(request))
}

// The host: journal and vault in memory here, on PostgreSQL in use.
const actor = { id: "outbox", role: "sender", unit: "bkpsdm" }
const head = { selection: "Seleksi CPNS 2026", office: "BKPSDM Kota Contoh", site: "https://seleksi.kota.example" }
const closing = Notices.letter({ _tag: "WindowClosing", window: "objection", until: "2026-11-26", where: "SSCASN" }, head, "id")
const { quiet: _, ...policy } = { ...SendingPolicy.standard, firstDelayMillis: 10 }

const program = Effect.gen(function*() {
  const vault = yield* Vault.Vault
  const outbox = yield* Outbox.make({ actor, policy })
  for (const [person, number] of [["26-1", "+6281200000001"], ["26-2", "+6281200000002"]] as const) {
    yield* vault.write({ actor, purpose: "registration" }, [{ subject: person, part: "contact/whatsapp", value: new TextEncoder().encode(number) }])
    yield* outbox.post(actor, { ...closing, key: `objection-closing/${person}`, person, about: "WindowClosing" })
  }
  yield* vault.erase({ actor, purpose: "request-of-the-person" }, "26-2")

  const first = yield* outbox.sendDue
  console.log(`gateway out of order: ${first.sent} sent, ${first.delayed} delayed, ${first.buried} dead letter`)
  isUp = true
  yield* Effect.sleep(1100)
  const second = yield* outbox.sendDue
  console.log(`gateway in order again: ${second.sent} sent`)

  const { status } = yield* Effect.promise(() => gateway.runPromise(receive(calls.at(-1)!)))
  console.log(`the last call, replayed: status ${status}, and nobody gets anything`)

  for (const { attempts, key, standing } of (yield* outbox.standings).values()) {
    console.log(`${key}: ${standing._tag}${standing._tag === "Dead" ? `, ${standing.cause}` : ""} after ${attempts} attempts`)
  }
  const journal = yield* Journal.Journal
  const entries = yield* Stream.runCollect(journal.read())
  console.log(`the journal: ${entries.length} entries; it ${JSON.stringify(entries).includes("+62") ? "holds" : "holds no"} telephone number`)
})

await Effect.runPromise(Effect.provide(
  program,
  Layer.mergeAll(
    Journal.layerMemory,
    Vault.layerMemory,
    NotifyWebhook.layer({ channel: "whatsapp", url: "https://gerbang.kota.example/pesan", secret, call })
  )
))
await gateway.dispose()
