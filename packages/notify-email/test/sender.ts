/**
 * A sender that is killed: posts three messages and sends them. Its journal lives in the process that started it, as a
 * database lives on. Arguments: port of the mail server, and how far its clock is ahead, in milliseconds.
 */
import { NotifyEmail } from "@timbang/notify-email"
import { Outbox, SendingPolicy } from "@timbang/workflows"
import { Journal, Vault } from "@timbang/workflows/ports"
import { Effect, Layer, Stream } from "effect"

const [port, ahead] = [Number(process.argv[2]), Number(process.argv[3])]
const now = Date.now
Date.now = () => now() + ahead
const actor = { id: "outbox", role: "sender", unit: "bkpsdm" }
const { quiet: _, ...policy } = SendingPolicy.standard

const program = Effect.gen(function*() {
  const vault = yield* Vault.Vault
  const outbox = yield* Outbox.make({ actor, policy: { ...policy, parallel: 1 } })
  for (const number of [1, 2, 3]) {
    const value = new TextEncoder().encode(`peserta-${number}@kota.example`)
    yield* vault.write({ actor, purpose: "registration" }, [{ subject: `26-${number}`, part: "contact/email", value }])
    const text = `P/L ${number}\n`
    yield* outbox.post(actor, { key: `result/26-${number}`, person: `26-${number}`, about: "Result", subject: "Hasil", text, language: "id" })
  }
  while ([...(yield* outbox.standings).values()].some(({ standing }) => standing._tag !== "Sent")) {
    yield* outbox.sendDue
    yield* Effect.sleep(20)
  }
  process.stdout.write(JSON.stringify([...(yield* outbox.standings).values()].map(({ attempts, key, unsure }) => ({ key, attempts, unsure }))))
})

let calls = 0
const ask = <A>(call: object): Effect.Effect<A, never> =>
  Effect.callback((resume) => {
    const number = calls++
    const listener = (answer: { readonly number: number; readonly value: A }): void => {
      if (answer.number !== number) return
      process.off("message", listener)
      resume(Effect.succeed(answer.value))
    }
    process.on("message", listener)
    process.send!({ number, ...call })
  })

const elsewhere = Layer.succeed(Journal.Journal, {
  append: (stream, batch) => ask<Journal.Appended>({ stream, batch }),
  read: (query) => Stream.fromIterableEffect(ask<ReadonlyArray<Journal.Entry>>({ query: query ?? {} })),
  follow: () => Stream.never,
  size: () => Effect.succeed(0)
})

await Effect.runPromise(Effect.provide(program, Layer.mergeAll(
  elsewhere,
  Vault.layerMemory,
  NotifyEmail.layer({ host: "127.0.0.1", port, security: "none", from: { name: "BKPSDM", address: "seleksi@kota.example" } })
)))
process.disconnect()
