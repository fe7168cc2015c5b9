/** The program kept in memory on a thread of its own: runs the command it is sent and answers how that ended. */
import { type MessagePort, parentPort } from "node:worker_threads"
import { Effect } from "effect"
import * as Ending from "../src/Ending.ts"

/** A command, the flag that is raised at its end, and where its end is to be read. */
export interface Asked {
  readonly args: ReadonlyArray<string>
  readonly flag: Int32Array
  readonly port: MessagePort
}

const kept = { out: "", err: "" }
process.stdout.write = (text) => (kept.out += String(text), true)
process.stderr.write = (text) => (kept.err += String(text), true)

parentPort!.on("message", ({ args, flag, port }: Asked) => {
  kept.out = kept.err = ""
  const end = (answer: object) => {
    port.postMessage(answer)
    Atomics.store(flag, 0, 1)
    Atomics.notify(flag, 0)
  }
  Effect.runPromise(Ending.codeOf(args)).then((code) => end({ code, ...kept }), (error: unknown) => end({ code: null, ...kept, err: `${kept.err}${error}` }))
})
