/**
 * `npm run demo`: real posts of Jambi filled from a made-up field of candidates, each outcome explained.
 */
import { rmSync } from "node:fs"
import { join } from "node:path"
import * as Selection from "./selection.ts"

const folder = join(import.meta.dirname, "../../hasil/demo")
rmSync(folder, { recursive: true, force: true })
await Selection.run(folder)
