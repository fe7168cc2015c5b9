/**
 * A node of the kill runs.
 */
import { Specimen } from "@timbang/process"
import { ProcessNode } from "@timbang/process/node"
import { Layer } from "effect"
import * as Rig from "../Rig.ts"
import * as Announcing from "./Announcing.ts"
import { client, journal } from "./database.ts"

export interface Options {
  /** Port of the server. */
  readonly server: number
  readonly schema: string
  readonly name: string
  /** Its own port, where it shares the rounds with others. */
  readonly ownPort?: number
  /** Locks of the nodes as they are behind a pool. */
  readonly isPooled?: boolean
}

/** With `isAnnouncing` it says where its rounds stand, see `Announcing`. */
export const layer = ({ isPooled = false, name, ownPort, schema, server }: Options, isAnnouncing = false) => {
  const options = { actor: { ...Specimen.runner, unit: name }, prefix: schema, pollMillis: 50, sweepMillis: 1000 }
  const node = ownPort === undefined
    ? ProcessNode.layer(options)
    : ProcessNode.layerShared(options, { host: "127.0.0.1", port: ownPort, takeOverMillis: 3000, isPooled })
  return node.pipe(
    Layer.provide(isAnnouncing ? Rig.steps(name, Announcing.atStep) : Rig.steps(name)),
    Layer.provide(isAnnouncing ? Announcing.journal(journal(schema, 50)) : journal(schema, 50)),
    Layer.provide(client(server))
  )
}
