/**
 * A node that is killed. One argument: JSON with the port of the server, the schema, the time, its name, and its own port if
 * it shares the rounds with others.
 */
import { Specimen } from "@timbang/process"
import { ProcessNode } from "@timbang/process/node"
import { Effect, Layer } from "effect"
import * as Rig from "../Rig.ts"
import { client, journal } from "./database.ts"
import * as Time from "./Time.ts"

export interface Argument {
  readonly server: number
  readonly schema: string
  readonly time: Time.Time
  readonly name: string
  readonly ownPort?: number
  /** Locks of the nodes as they are behind a pool. */
  readonly isPooled?: boolean
}

const { isPooled = false, name, ownPort, schema, server, time } = JSON.parse(process.argv[2]!) as Argument
// Whoever started this node is gone: so is the node.
process.stdin.on("end", () => process.exit()).resume()
Time.enter(time)

const options = { actor: { ...Specimen.runner, unit: name }, prefix: schema, pollMillis: 50, sweepMillis: 1000 }
const node = ownPort === undefined
  ? ProcessNode.layer(options)
  : ProcessNode.layerShared(options, { host: "127.0.0.1", port: ownPort, takeOverMillis: 3000, isPooled })

await Effect.runPromise(Layer.launch(node.pipe(
  Layer.provide(Rig.steps(name)),
  Layer.provide(journal(schema, 50)),
  Layer.provide(client(server))
)))
