/**
 * `npm run test:kills`: `timbang publish` killed at each of its operations on files and at random moments.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Kills from "./Kills.ts"

// Puts the program into one file, as before the tests; by its address, because the checks are no part of this package.
const command: { readonly setup: () => Promise<void> } = await import(new URL("../../../checks/src/command.ts", import.meta.url).href)
await command.setup()
const folder = mkdtempSync(join(tmpdir(), "timbang-kills-"))
try {
  const { broken, differing, kills } = await Kills.run({
    folder,
    bin: process.env["TIMBANG_PROGRAM"]!,
    operations: "each",
    moments: 100,
    random: Math.random,
    onProgress: (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done}`)
    }
  })
  for (const line of [...broken, ...differing]) process.stdout.write(`${line}\n`)
  process.stdout.write(`${kills} kills, ${broken.length} logs broken for a reader, ${differing.length} reruns with other bytes\n`)
  process.exitCode = broken.length + differing.length === 0 && kills > 100 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
