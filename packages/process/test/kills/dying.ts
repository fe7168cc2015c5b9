/**
 * A node that is killed, wherever whoever started it wants. One argument: JSON with what the node is and the time.
 */
import { Effect, Layer } from "effect"
import * as Node from "./Node.ts"
import * as Time from "./Time.ts"

export interface Argument extends Node.Options {
  readonly time: Time.Time
}

const { time, ...options } = JSON.parse(process.argv[2]!) as Argument
// Whoever started this node is gone: so is the node.
process.stdin.on("end", () => process.exit()).resume()
Time.enter(time)

await Effect.runPromise(Layer.launch(Node.layer(options, process.send !== undefined)))
