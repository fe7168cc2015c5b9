/**
 * `npm run demo`: what the conditions of Jambi's regencies ask for, and real posts filled from a made-up field of
 * candidates, each outcome explained.
 */
import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import * as Needs from "./needs.ts"
import * as Selection from "./selection.ts"

const folder = join(import.meta.dirname, "../../hasil/demo")
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
Needs.run(folder)
console.log("")
await Selection.run(folder)
