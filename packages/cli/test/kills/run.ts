/**
 * `npm run test:kills`: `timbang publish` killed at each of its operations on files and at random moments.
 *
 * `npm run test:kills -- 7` draws the random moments from the seed 7; without one a seed is drawn and printed.
 */
import { randomInt } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Seeded } from "@timbang/core/number"
import * as Kills from "./Kills.ts"

// Puts the program into one file, as before the tests; by its address, because the checks are no part of this package.
const command: { readonly setup: () => Promise<void> } = await import(new URL("../../../checks/src/command.ts", import.meta.url).href)
await command.setup()
const named = process.argv[2]
const seed = named === undefined ? randomInt(2 ** 32) : Number(named)
if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`a seed is a whole number from 0 on, not ${named}`)
const generator = Seeded.make(seed)
process.stdout.write(`seed ${seed}\n`)
const folder = mkdtempSync(join(tmpdir(), "timbang-kills-"))
try {
  const { broken, differing, kills } = await Kills.run({
    folder,
    bin: process.env["TIMBANG_PROGRAM"]!,
    operations: "each",
    moments: 100,
    random: () => Seeded.unit(generator),
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
