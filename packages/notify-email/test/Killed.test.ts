import { NotifyEmail } from "@timbang/notify-email"
import { SendingPolicy } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Effect, ManagedRuntime, Stream } from "effect"
import { spawn, type ChildProcess } from "node:child_process"
import { join } from "node:path"
import { expect, it } from "vitest"
import * as MailServer from "./MailServer.ts"

type Call = { readonly number: number; readonly stream: string; readonly batch: Journal.Batch } | { readonly number: number; readonly query: Journal.Query }
type Runtime = ManagedRuntime.ManagedRuntime<Journal.Journal, never>

const answer = (call: Call) =>
  Effect.flatMap(Journal.Journal, (journal): Effect.Effect<unknown, unknown> =>
    "batch" in call ? journal.append(call.stream, call.batch) : Stream.runCollect(journal.read(call.query)))

const send = (port: number, runtime: Runtime, aheadMillis: number) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "sender.ts"), String(port), String(aheadMillis)], { stdio: ["ignore", "pipe", "inherit", "ipc"] })
  let out = ""
  child.stdout!.setEncoding("utf8").on("data", (text: string) => { out += text })
  child.on("message", (call: Call) => {
    void runtime.runPromise(answer(call)).then((value) => child.connected && child.send({ number: call.number, value }, () => undefined))
  })
  const ended = new Promise<{ readonly signal: string | null; readonly out: string }>((resolve) =>
    child.once("close", (_, signal) => resolve({ signal, out })))
  return { child, ended }
}

it("a sender killed between sending and recording doubles one message, with the same Message-ID", async () => {
  const runtime = ManagedRuntime.make(Journal.layerMemory)
  await Effect.runPromise(Effect.scoped(Effect.gen(function*() {
    let victim: ChildProcess | undefined
    // The second message is the server's now; its sender dies before it hears so.
    const server = yield* MailServer.start({}, { onTaken: (count) => { if (count === 2) victim!.kill("SIGKILL") } })
    const first = send(server.port, runtime, 0)
    victim = first.child
    expect((yield* Effect.promise(() => first.ended)).signal).toBe("SIGKILL")
    // The next sender comes when the lease of the first is over.
    const { out } = yield* Effect.promise(() => send(server.port, runtime, SendingPolicy.standard.leaseMillis + 1000).ended)
    const references = (yield* server.arrived).map(({ reference }) => reference)
    const id = (number: number) => NotifyEmail.messageId(`result/26-${number}`, "kota.example")
    expect(references.toSorted()).toEqual([id(1), id(2), id(2), id(3)].toSorted())
    expect(JSON.parse(out)).toEqual([
      { key: "result/26-1", attempts: 1, unsure: 0 },
      { key: "result/26-2", attempts: 2, unsure: 1 },
      { key: "result/26-3", attempts: 1, unsure: 0 }
    ])
  })))
  await runtime.dispose()
})
