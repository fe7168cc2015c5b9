import { NotifyEmail } from "@timbang/notify-email"
import { NotifierSuite, type Suite } from "@timbang/testkit/suites"
import { Notifier } from "@timbang/workflows/ports"
import { Effect, Layer, Redacted } from "effect"
import { createServer } from "node:net"
import { describe, expect, it } from "vitest"
import * as MailServer from "./MailServer.ts"

const from = { name: "BKPSDM Kota Contoh", address: "seleksi@kota.example" }
const message: Notifier.Message = { key: "result/26-1", to: "peserta@kota.example", subject: "Hasil", text: "P/L\n", language: "id" }
const plain = (port: number, more: Partial<NotifyEmail.Options> = {}): NotifyEmail.Options => ({ host: "127.0.0.1", port, security: "none", from, ...more })

const adapter: Suite.Adapter<Notifier.Notifier | NotifierSuite.Recipient> = {
  isDurable: true,
  fresh: Effect.map(MailServer.start(), ({ arrived, next, port }) =>
    Layer.merge(NotifyEmail.layer(plain(port)), Layer.succeed(NotifierSuite.Recipient, { arrived, next })))
}

describe("Notifier: SMTP", () => {
  for (const { name, run } of NotifierSuite.cases(adapter)) it.concurrent(name, run)
})

const deliver = (options: NotifyEmail.Options, one = message) =>
  Effect.provide(Effect.flatMap(Notifier.Notifier, (notifier) => notifier.deliver(one)), NotifyEmail.layer(options))
const failing = (options: NotifyEmail.Options, one = message) => Effect.flip(deliver(options, one))
const run = <A, E>(program: Effect.Effect<A, E, import("effect").Scope.Scope>) => Effect.runPromise(Effect.scoped(program))

describe("NotifyEmail", () => {
  it.concurrent("marks what it sends as automatic, in its language, from the office", () =>
    run(Effect.gen(function*() {
      const server = yield* MailServer.start()
      yield* deliver(plain(server.port))
      expect(Object.fromEntries(server.headers())).toMatchObject({
        "auto-submitted": "auto-generated",
        "content-language": "id",
        from: "BKPSDM Kota Contoh <seleksi@kota.example>",
        to: "peserta@kota.example"
      })
    })))

  for (const security of ["starttls", "tls"] as const) {
    it.concurrent(`${security}: sends over TLS with a login to a server it can trust, and nothing to one it cannot`, async () => {
      const pair = await MailServer.certificate()
      await run(Effect.gen(function*() {
        const isSecure: Array<boolean> = []
        const server = yield* MailServer.start({
          ...pair,
          secure: security === "tls",
          onAuth: ({ password, username }, { secure }, done) => {
            isSecure.push(secure === true)
            if (username === "seleksi" && password === "rahasia") done(null, { user: username })
            else done(Object.assign(new Error("salah"), { responseCode: 535 }))
          }
        })
        const login = { user: "seleksi", password: Redacted.make("rahasia") }
        yield* deliver(plain(server.port, { security, login, authority: pair.cert }))
        expect((yield* server.arrived).length).toBe(1)
        expect(yield* failing(plain(server.port, { security, login }))).toMatchObject({ _tag: "MessageDelayed" })
        const wrong = { user: "seleksi", password: Redacted.make("lama") }
        expect(yield* failing(plain(server.port, { security, login: wrong, authority: pair.cert }))).toMatchObject({ _tag: "MessageDelayed", because: "EAUTH 535" })
        expect((yield* server.arrived).length).toBe(1)
        expect(isSecure.every((each) => each)).toBe(true)
      }))
    })
  }

  it.concurrent("does not fall back to the clear where STARTTLS is not offered, nor write to another machine in the clear", () =>
    run(Effect.gen(function*() {
      const server = yield* MailServer.start()
      expect((yield* failing(plain(server.port, { security: "starttls" })))._tag).toBe("MessageDelayed")
      expect((yield* failing(plain(server.port, { host: "mail.kota.example" }))).because).toContain("TLS")
      expect(yield* server.arrived).toEqual([])
    })))

  it.concurrent("waits as long as a greylisting server asks, in the words such servers use", () =>
    run(Effect.gen(function*() {
      const server = yield* MailServer.start()
      for (const [answer, millis] of [
        ["451 4.7.1 Greylisted, please try again in 300 seconds", 300_000],
        ["450 4.7.1 <peserta@kota.example>: Recipient address rejected: Greylisted for 5 minutes", 300_000],
        ["451 4.7.0 coba lagi nanti", undefined]
      ] as const) {
        yield* server.next({ recipient: answer })
        const error = yield* failing(plain(server.port))
        expect(error).toMatchObject({ _tag: "MessageDelayed", because: `EENVELOPE ${answer.slice(0, 9)}` })
        expect("retryAfterMillis" in error ? error.retryAfterMillis : undefined).toBe(millis)
      }
      yield* deliver(plain(server.port))
      expect((yield* server.arrived).length).toBe(1)
    })))

  it.concurrent("tells a message that is refused after it was read from one that is put off", () =>
    run(Effect.gen(function*() {
      const server = yield* MailServer.start()
      yield* server.next({ data: "554 5.7.1 isi ditolak untuk peserta@kota.example" })
      expect(yield* failing(plain(server.port))).toMatchObject({ _tag: "MessageRefused", because: "EMESSAGE 554 5.7.1" })
      yield* server.next({ data: "452 4.3.1 penuh" })
      expect(yield* failing(plain(server.port))).toMatchObject({ _tag: "MessageDelayed", because: "EMESSAGE 452 4.3.1" })
    })))

  it.concurrent("a server that falls silent, before or after it took the message, is a delay", () =>
    run(Effect.gen(function*() {
      const silent = yield* Effect.acquireRelease(
        Effect.callback<import("node:net").Server>((resume) => {
          const server = createServer(() => undefined).listen(0, "127.0.0.1", () => resume(Effect.succeed(server)))
        }),
        (server) => Effect.sync(() => { server.close() })
      )
      const address = silent.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      expect(yield* failing(plain(port, { silenceMillis: 100 }))).toMatchObject({ _tag: "MessageDelayed", because: "ETIMEDOUT" })
      const slow = yield* MailServer.start({}, { answerAfterMillis: 400 })
      expect(yield* failing(plain(slow.port, { silenceMillis: 100 }))).toMatchObject({ _tag: "MessageDelayed", because: "ETIMEDOUT" })
      expect((yield* deliver(plain(slow.port, { silenceMillis: 2000 }))).reference).toBe((yield* slow.arrived)[0]!.reference)
    })))
})
