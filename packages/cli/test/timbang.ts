/** Runs a command as a user does, with its exit code. */
import { execFile, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads"
import { afterAll, onTestFinished } from "vitest"

/** The program itself: in one file where vitest has put it there, else from its sources. */
export const bin = process.env["TIMBANG_PROGRAM"] ?? join(import.meta.dirname, "../src/bin.ts")

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/**
 * A command in a pipe: no terminal, so no progress and no drawn tables. The program stays loaded between commands; what hangs on
 * a process of its own is tried with {@link alone}.
 */
export const timbang = (...args: ReadonlyArray<string>): Ended => {
  const { port1, port2 } = new MessageChannel()
  const flag = new Int32Array(new SharedArrayBuffer(4))
  loaded ??= start()
  loaded.postMessage({ args, flag, port: port2 }, [port2])
  const waited = Atomics.wait(flag, 0, 0, 120_000)
  const answer = receiveMessageOnPort(port1)
  port1.close()
  if (answer === undefined) {
    void loaded.terminate()
    loaded = undefined
    throw new Error(`timbang ${args.join(" ")}: no answer (${waited})`)
  }
  return answer.message
}

let loaded: Worker | undefined

const start = (): Worker => {
  const worker = new Worker(process.env["TIMBANG_PROGRAM"] === undefined ? join(import.meta.dirname, "loaded.ts") : join(bin, "../loaded.js"))
  worker.unref()
  return worker
}

/** A command in a process of its own. */
export const alone = (...args: ReadonlyArray<string>): Ended => {
  const done = spawnSync(process.execPath, [bin, ...args], { encoding: "utf8", timeout: 120_000 })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

/** The same without waiting for its end, to have two at once. */
export const begun = (...args: ReadonlyArray<string>): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [bin, ...args], { timeout: 120_000 }, (_, out, err) => resolve({ code: child.exitCode, out, err }))
  })

/** A folder that goes when the test ends that asks for it, or the test file. */
export const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), "timbang-cli-"))
  const remove = () => rmSync(made, { recursive: true, force: true })
  try {
    onTestFinished(remove)
  } catch {
    // Outside of a test.
    afterAll(remove)
  }
  return made
}

/** Writes a file of lines and answers its path. */
export const file = (where: string, name: string, ...lines: ReadonlyArray<string>): string => {
  const path = join(where, name)
  writeFileSync(path, `${lines.join("\n")}\n`)
  return path
}
