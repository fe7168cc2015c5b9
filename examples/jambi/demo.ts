/**
 * `npm run demo`: what the conditions of Jambi's regencies ask for, real posts filled from a made-up field of candidates, each
 * outcome explained, the result published so that anybody recounts it, and what a regency learns afterwards, which changes
 * its next posts.
 */
import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import * as Evaluation from "./evaluation.ts"
import * as Formation from "./formation.ts"
import * as Needs from "./needs.ts"
import * as Publication from "./publication.ts"
import * as Selection from "./selection.ts"
import { say } from "./page.ts"

const folder = join(import.meta.dirname, "../../hasil/demo")
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
Needs.run(folder)
say("")
Formation.run(join(folder, "formation"))
say("")
await Selection.run(folder)
Publication.run(folder)
await Evaluation.run(folder)
