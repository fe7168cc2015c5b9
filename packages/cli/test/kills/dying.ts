/**
 * Loaded before the program by `node --import`: kills its own process, as `kill -9` does, at one operation on files.
 *
 * `KILL_WITHIN`: the folder whose operations count. `KILL_AT`: which of them, from 1 on, or the path of the file or folder
 * whose coming into its place is stopped. `KILL_HALF`: what is being written then has its first bytes only.
 */
import promises from "node:fs/promises"
import { syncBuiltinESMExports } from "node:module"

type Operation = (...given: ReadonlyArray<unknown>) => Promise<unknown>

const { KILL_AT: dyingAt, KILL_HALF: isHalf, KILL_WITHIN: within } = process.env
const operations = promises as unknown as Record<string, Operation>
let done = 0

const die = (): Promise<never> => {
  process.kill(process.pid, "SIGKILL")
  return new Promise(() => {})
}

for (const name of ["link", "mkdir", "open", "rename", "rm", "writeFile"]) {
  const own = operations[name]!
  operations[name] = async (...given) => {
    if (!String(given[0]).startsWith(within!)) return own(...given)
    done++
    const [path, content] = given
    if (String(done) === dyingAt || name === "rename" && content === dyingAt) {
      if (isHalf !== undefined && name === "writeFile") await own(path, Buffer.from(content as string).subarray(0, 40))
      return die()
    }
    const found = await own(...given)
    if (name !== "open") return found
    const handle = found as { writeFile: Operation; sync: Operation; close: Operation }
    const [write, sync, close] = [handle.writeFile.bind(handle), handle.sync.bind(handle), handle.close.bind(handle)]
    handle.writeFile = async (content, ...more) => {
      done++
      if (String(done) !== dyingAt) return write(content, ...more)
      if (isHalf !== undefined) await write(Buffer.from(content as string).subarray(0, 40))
      return die()
    }
    handle.sync = async () => {
      done++
      return String(done) === dyingAt ? die() : sync()
    }
    handle.close = async () => {
      done++
      return String(done) === dyingAt ? die() : close()
    }
    return handle
  }
}
syncBuiltinESMExports()
