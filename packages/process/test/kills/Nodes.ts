/**
 * Nodes in processes of their own: alone, or sharing the rounds of one server.
 */
import { spawn, type ChildProcess, type StdioOptions } from "node:child_process"
import { join } from "node:path"
import { freePort } from "../../../storage-sql/test/Server.ts"
import type { Announcement } from "./Announcing.ts"
import type { Argument } from "./dying.ts"

export interface Nodes {
  readonly begin: (slot: number) => void
  /** Kills a node; done when it is gone. */
  readonly end: (slot: number) => Promise<void>
  readonly endAll: () => Promise<void>
  /** Whether a node has said something since it was begun. */
  readonly isUp: (slot: number) => boolean
  /** Tells a node that waits at a point to go on. */
  readonly goOn: (slot: number, id: number) => void
}

/** With `announced` the nodes say where their rounds stand, and wait for the word to go on. */
export const make = async (
  count: number,
  shared: Pick<Argument, "server" | "schema" | "time" | "isPooled">,
  announced?: (slot: number, announcement: Announcement) => void
): Promise<Nodes> => {
  const children: Array<ChildProcess> = []
  const up = new Set<number>()
  const ports = count === 1 ? [] : await Promise.all(Array.from({ length: count }, freePort))
  const begin = (slot: number): void => {
    const argument: Argument = { ...shared, name: `n${slot}`, ...(count === 1 ? {} : { ownPort: ports[slot]! }) }
    const stdio: StdioOptions = ["pipe", "ignore", "inherit", ...(announced === undefined ? [] : ["ipc" as const])]
    const child = spawn(process.execPath, [join(import.meta.dirname, "dying.ts"), JSON.stringify(argument)], { stdio })
    children[slot] = child
    up.delete(slot)
    child.on("message", (announcement: Announcement) => {
      if (children[slot] !== child || child.killed) return
      up.add(slot)
      announced?.(slot, announcement)
    })
  }
  const end = (slot: number): Promise<void> =>
    new Promise((resolve) => {
      const child = children[slot]!
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once("close", () => resolve())
      child.kill("SIGKILL")
    })
  for (let slot = 0; slot < count; slot++) begin(slot)
  const goOn = (slot: number, id: number): void => {
    const child = children[slot]!
    if (child.connected) child.send(id, () => undefined)
  }
  return { begin, end, endAll: () => Promise.all(children.map((_, slot) => end(slot))).then(() => undefined), isUp: (slot) => up.has(slot), goOn }
}
