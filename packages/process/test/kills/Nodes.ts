/**
 * Nodes in processes of their own: alone, or sharing the rounds of one server.
 */
import { spawn, type ChildProcess } from "node:child_process"
import { join } from "node:path"
import { freePort } from "../../../storage-sql/test/Server.ts"
import type { Argument } from "./node.ts"

export interface Nodes {
  readonly begin: (slot: number) => void
  /** Kills a node; done when it is gone. */
  readonly end: (slot: number) => Promise<void>
  readonly endAll: () => Promise<void>
}

export const make = async (count: number, shared: Pick<Argument, "server" | "schema" | "time" | "isPooled">): Promise<Nodes> => {
  const children: Array<ChildProcess> = []
  const ports = count === 1 ? [] : await Promise.all(Array.from({ length: count }, freePort))
  const begin = (slot: number): void => {
    const argument: Argument = { ...shared, name: `n${slot}`, ...(count === 1 ? {} : { ownPort: ports[slot]! }) }
    children[slot] = spawn(process.execPath, [join(import.meta.dirname, "node.ts"), JSON.stringify(argument)], { stdio: ["pipe", "ignore", "inherit"] })
  }
  const end = (slot: number): Promise<void> =>
    new Promise((resolve) => {
      const child = children[slot]!
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once("close", () => resolve())
      child.kill("SIGKILL")
    })
  for (let slot = 0; slot < count; slot++) begin(slot)
  return { begin, end, endAll: () => Promise.all(children.map((_, slot) => end(slot))).then(() => undefined) }
}
