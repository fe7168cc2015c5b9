/**
 * Work done by as many programs at a time as there are cores; outcomes stand in the order of the items.
 */
import { spawn } from "node:child_process"
import { availableParallelism } from "node:os"

/** What a program printed, and how it ended. */
export interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Runs a program to its end; one that cannot be started, or takes over two minutes, has no status. */
export const run = (command: string, args: ReadonlyArray<string>, cwd: string, env: NodeJS.ProcessEnv = process.env): Promise<Ended> =>
  new Promise((done) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: 120_000 })
    const [out, err]: [Array<Buffer>, Array<Buffer>] = [[], []]
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk))
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk))
    const end = (status: number | null, more = "") =>
      done({ status, out: Buffer.concat(out).toString("utf8"), err: Buffer.concat(err).toString("utf8") + more })
    child.once("error", (error) => end(null, error.message))
    child.once("close", (status) => end(status))
  })

/** Does the work for each item. */
export const each = async <A, B>(items: ReadonlyArray<A>, work: (item: A) => Promise<B>): Promise<ReadonlyArray<B>> => {
  const made: Array<B> = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++
      made[at] = await work(items[at]!)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return made
}
