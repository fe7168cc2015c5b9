import { createRequestListener } from "@remix-run/node-fetch-server"
import { NotifyWebhook, Receiver, Seen, Signature } from "@timbang/notify-webhook"
import { NotifierSuite, type Suite } from "@timbang/testkit/suites"
import { Notifier } from "@timbang/workflows/ports"
import { Effect, Layer, ManagedRuntime, Redacted, type Scope } from "effect"
import { createServer, type Server } from "node:http"
import { describe, expect, it } from "vitest"

const secret = Redacted.make("rahasia")
const message: Notifier.Message = { key: "result/26-1", to: "+62812000", subject: "Hasil", text: "P/L\n", language: "id" }

/** A server on the loopback interface, which can cut its connections. */
const serve = (answer: (request: Request, cut: () => void) => Promise<Response>): Effect.Effect<string, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.callback<Server>((resume) => {
        const listener = createRequestListener((request) => answer(request, () => server.closeAllConnections()))
        const server: Server = createServer(listener).listen(0, "127.0.0.1", () => resume(Effect.succeed(server)))
      }),
      (server) => Effect.sync(() => { server.closeAllConnections(); server.close() })
    ),
    (server) => {
      const address = server.address()
      return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/pesan`
    }
  )

/** A gateway with our receiving side, over HTTP. */
const gateway = Effect.gen(function*() {
  const arrived: Array<NotifierSuite.Arrived> = []
  const faults: Array<NotifierSuite.Fault> = []
  const runtime = ManagedRuntime.make(Seen.layerMemory())
  yield* Effect.addFinalizer(() => Effect.promise(() => runtime.dispose()))
  const receive = Receiver.make({
    secrets: [secret],
    forward: ({ key, subject, text, to }) =>
      Effect.suspend((): Effect.Effect<void, Notifier.MessageRefused | Notifier.MessageDelayed> => {
        if (faults[0] === "refuse") return Effect.as(Effect.fail(new Notifier.MessageRefused({ key: faults.shift()!, because: `tidak dikenal: ${to}` })), undefined)
        if (faults[0] === "delay") return Effect.fail(new Notifier.MessageDelayed({ key: faults.shift()!, because: `penuh: ${to}`, retryAfterMillis: 90_000 }))
        arrived.push({ to, subject, text, reference: key })
        return Effect.void
      })
  })
  const url = yield* serve(async (request, cut) => {
    const response = await runtime.runPromise(receive(request))
    if (faults[0] !== "break") return response
    faults.shift()
    cut()
    return new Promise<never>(() => undefined)
  })
  return { arrived, faults, url }
})

const adapter: Suite.Adapter<Notifier.Notifier | NotifierSuite.Recipient> = {
  isDurable: true,
  fresh: Effect.map(gateway, ({ arrived, faults, url }) =>
    Layer.merge(
      NotifyWebhook.layer({ url, secret }),
      Layer.succeed(NotifierSuite.Recipient, {
        arrived: Effect.sync(() => [...arrived]),
        next: (fault) => Effect.sync(() => { faults.push(fault) })
      })
    ))
}

describe("Notifier: webhook", () => {
  for (const { name, run } of NotifierSuite.cases(adapter)) it.concurrent(name, run)
})

const deliver = (options: NotifyWebhook.Options) =>
  Effect.provide(Effect.flatMap(Notifier.Notifier, (notifier) => notifier.deliver(message)), NotifyWebhook.layer(options))
const run = <A, E>(program: Effect.Effect<A, E, Scope.Scope>) => Effect.runPromise(Effect.scoped(program))

describe("NotifyWebhook", () => {
  it("waits as long as the other side asks", () =>
    run(Effect.gen(function*() {
      const { faults, url } = yield* gateway
      faults.push("delay")
      expect(yield* Effect.flip(deliver({ url, secret }))).toMatchObject({ _tag: "MessageDelayed", because: "the gateway answered 503", retryAfterMillis: 90_000 })
    })))

  it("takes a wrong secret, a redirect and a page that is not there for faults of the set-up, not of the message", () =>
    run(Effect.gen(function*() {
      const { arrived, url } = yield* gateway
      expect(yield* Effect.flip(deliver({ url, secret: Redacted.make("lain") }))).toMatchObject({ _tag: "MessageDelayed", because: "the gateway answered 401" })
      let followed = false
      const elsewhere = yield* serve(async ({ url: asked }) => {
        if (asked.endsWith("/lain")) followed = true
        return new Response(null, { status: 307, headers: { location: "/lain" } })
      })
      expect((yield* Effect.flip(deliver({ url: elsewhere, secret })))._tag).toBe("MessageDelayed")
      expect(followed).toBe(false)
      expect((yield* Effect.flip(deliver({ url: "http://gerbang.kota.example/", secret }))).because).toContain("https")
      expect(arrived).toEqual([])
    })))

  it("counts what the gateway took, though the connection broke in the body of its answer", () =>
    run(Effect.gen(function*() {
      const call = async () => new Response(new ReadableStream({ cancel: () => Promise.reject(new Error("cut off")) }), { status: 200 })
      expect(yield* deliver({ url: "https://gerbang.kota.example/", secret, call })).toMatchObject({ reference: message.key })
    })))

  it("a gateway that is silent or not there is a delay", () =>
    run(Effect.gen(function*() {
      const silent = yield* serve(() => new Promise(() => undefined))
      expect(yield* Effect.flip(deliver({ url: silent, secret, answerMillis: 50 }))).toMatchObject({ _tag: "MessageDelayed", because: "the gateway did not answer in time" })
      expect(yield* Effect.flip(deliver({ url: "http://127.0.0.1:1/", secret }))).toMatchObject({ _tag: "MessageDelayed", because: "the gateway cannot be reached" })
    })))
})

describe("Receiver", () => {
  const body = JSON.stringify(message)
  const call = (signed: string, more: RequestInit = {}) =>
    new Request("https://gerbang.kota.example/pesan", { method: "POST", body, headers: { [Signature.header]: signed }, ...more })
  const receiving = <A>(program: (receive: (request: Request) => Effect.Effect<Response, never, Seen.Seen>, brought: Array<string>) => Effect.Effect<A, unknown, Seen.Seen>, more: Partial<Receiver.Options<never>> = {}) => {
    const brought: Array<string> = []
    const receive = Receiver.make({ secrets: [secret], forward: ({ key }) => Effect.sync(() => { brought.push(key) }), ...more })
    return Effect.runPromise(Effect.provide(program(receive, brought), Seen.layerMemory()))
  }
  const statuses = (responses: ReadonlyArray<Response>) => responses.map(({ status }) => status)

  it("brings on once what is replayed, at once or later, and nothing outside the tolerance", () =>
    receiving((receive, brought) => Effect.gen(function*() {
      const now = Date.now()
      const fresh = Signature.sign(secret, now, body)
      const responses = yield* Effect.all([receive(call(fresh)), receive(call(fresh)), receive(call(Signature.sign(secret, now + 1000, body)))])
      expect(statuses(responses)).toEqual([200, 200, 200])
      for (const distance of [-301_000, 302_000]) {
        const response = yield* receive(call(Signature.sign(secret, now + distance, body)))
        expect([response.status, response.headers.get("timbang-problem")]).toEqual([401, "stale"])
      }
      expect(brought).toEqual(["result/26-1"])
    })))

  it("takes nothing whose body, time or secret was changed", () =>
    receiving((receive, brought) => Effect.gen(function*() {
      const signed = Signature.sign(secret, Date.now(), body)
      const later = signed.replace(/^t=\d+/, `t=${Math.floor(Date.now() / 1000) + 1}`)
      const changed = [call(signed, { body: body.replace("+62812000", "+62812999") }), call(later), call(Signature.sign(Redacted.make("lain"), Date.now(), body)), call(""), call("t=1,v1=zz")]
      const problems = yield* Effect.forEach(changed, (request) => Effect.map(receive(request), (response) => `${response.status} ${response.headers.get("timbang-problem")}`))
      expect(problems).toEqual(["401 wrong", "401 wrong", "401 wrong", "401 missing", "401 missing"])
      expect(brought).toEqual([])
    })))

  it("accepts the old and the new secret while one is being changed", () =>
    receiving((receive) => Effect.gen(function*() {
      const old = yield* receive(call(Signature.sign(Redacted.make("lama"), Date.now(), body)))
      const fresh = yield* receive(call(Signature.sign(secret, Date.now(), body)))
      expect(statuses([old, fresh])).toEqual([200, 200])
    }), { secrets: [secret, Redacted.make("lama")] }))

  it("works on a key once at a time, and takes it again when bringing it on failed", () => {
    let tries = 0
    return receiving((receive) => Effect.gen(function*() {
      const signed = Signature.sign(secret, Date.now(), body)
      const together = yield* Effect.all([receive(call(signed)), receive(call(signed))], { concurrency: 2 })
      expect(statuses(together)).toEqual([503, 409])
      expect(together.map(({ headers }) => headers.get("retry-after"))).toEqual(["7", "5"])
      expect((yield* receive(call(signed))).status).toBe(200)
      expect(tries).toBe(2)
    }), {
      forward: ({ key }) =>
        Effect.andThen(Effect.sleep(20), Effect.suspend(() =>
          ++tries === 1 ? Effect.fail(new Notifier.MessageDelayed({ key, because: "penuh", retryAfterMillis: 6500 })) : Effect.void))
    })
  })

  it("takes nothing of a body that breaks off, and has it sent again", () =>
    receiving((receive, brought) => Effect.gen(function*() {
      const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) })
      const init: RequestInit & { readonly duplex: "half" } = { method: "POST", body: broken, headers: { [Signature.header]: Signature.sign(secret, Date.now(), body) }, duplex: "half" }
      expect((yield* receive(new Request("https://gerbang.kota.example/pesan", init))).status).toBe(408)
      expect(brought).toEqual([])
    })))

  it("refuses what is no message, no POST, or too large to be one", () =>
    receiving((receive) => Effect.gen(function*() {
      const signedAs = (text: string) => call(Signature.sign(secret, Date.now(), text), { body: text })
      const requests = [signedAs("{}"), signedAs("?"), signedAs(JSON.stringify({ ...message, text: "x".repeat(2000) })), new Request("https://gerbang.kota.example/pesan")]
      expect(statuses(yield* Effect.forEach(requests, receive))).toEqual([400, 400, 413, 405])
    }), { bodyBytes: 1000 }))
})
