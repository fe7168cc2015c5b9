/** Runs a command in this process: many runs in the time that starting one takes. */
import * as NodeServices from "@effect/platform-node/NodeServices"
import { Effect } from "effect"
import { Command } from "effect/cli"
import * as Invocation from "../src/Invocation.ts"
import { timbang } from "../src/Timbang.ts"

export interface Done {
  /** What it failed with; empty when it did not. */
  readonly refusal: string
  readonly out: string
  readonly err: string
}

export const run = async (...args: ReadonlyArray<string>): Promise<Done> => {
  const written = { out: "", err: "" }
  const [out, err] = [process.stdout.write, process.stderr.write]
  process.stdout.write = (text) => (written.out += String(text), true)
  process.stderr.write = (text) => (written.err += String(text), true)
  try {
    const refusal = await Effect.runPromise(Command.runWith(timbang, { version: "0" })(args).pipe(
      Effect.match({ onFailure: (failure) => failure.message, onSuccess: () => "" }),
      Effect.provide(Invocation.presenter(args)),
      Effect.provide(NodeServices.layer)
    ))
    return { refusal, ...written }
  } finally {
    process.stdout.write = out
    process.stderr.write = err
  }
}
