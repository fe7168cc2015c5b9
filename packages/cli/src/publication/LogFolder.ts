/**
 * A published log as a folder: tiles, checkpoints and documents by their paths.
 *
 * @since 0.1.0
 */
import { Entry, MerkleTree, SignedCheckpoint, Tile } from "@timbang/core/publication"
import type { Sentences } from "@timbang/language"
import { PublishLines } from "@timbang/language/publication"
import { NodePrimitives } from "@timbang/signing/node"
import { Effect, Result } from "effect"
import { accessSync, constants, readdirSync, readFileSync, statSync } from "node:fs"
import { mkdir, rename, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"
import * as Screen from "../Screen.ts"

/** What a log folder holds. */
export interface LogFolder {
  /** The newest signed checkpoint. */
  readonly checkpoint: string
  /** Every signed checkpoint, the newest one included. */
  readonly checkpoints: ReadonlyArray<string>
  readonly size: number
  readonly entries: ReadonlyArray<Uint8Array>
  readonly nodes: MerkleTree.Nodes
  readonly document: (digest: Entry.Digest) => Uint8Array | undefined
  /** Every file, by its path below the folder with `/`. */
  readonly paths: ReadonlyArray<string>
  readonly file: (path: string) => Uint8Array | undefined
}

/** Reads a whole log folder, or says in the language asked for what is wrong with it. */
export const read = (folder: string, lang: Sentences.Language = "id"): Effect.Effect<LogFolder, CommandFailed> =>
  Effect.gen(function*() {
    const says = PublishLines.lines[lang]
    const refused = (...lines: ReadonlyArray<string>) => new CommandFailed({ code: codes.refused, lines })
    const { paths, troubles } = walk(folder)
    if (troubles.length > 0) {
      const lines = troubles.slice(0, mostTroubles).map(({ at, error }) => ResultFile.trouble(Screen.inLine(at), error, lang).message)
      return yield* refused(...lines, ...(troubles.length > mostTroubles ? [`... ${troubles.length - mostTroubles}`] : []))
    }
    const file = (path: string): Uint8Array | undefined => {
      const at = join(folder, path)
      return statSync(at, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(at) : undefined
    }
    const newest = file("checkpoint")
    if (newest === undefined) {
      return yield* refused(says.logMissing(join(folder, "checkpoint")))
    }
    const checkpoint = new TextDecoder().decode(newest)
    const parsed = SignedCheckpoint.read(checkpoint)
    if (Result.isFailure(parsed)) return yield* refused(says.checkpointBroken(join(folder, "checkpoint")))
    const { size } = parsed.success
    const entries: Array<Uint8Array> = []
    for (let at = 0; at < size; at += Tile.width) {
      const path = Tile.path("entries", at / Tile.width, Math.min(Tile.width, size - at))
      const bundle = file(path)
      const list = bundle === undefined ? undefined : Tile.entries(bundle)
      if (list === undefined || Result.isFailure(list)) {
        return yield* refused(says.logIncomplete(join(folder, path)))
      }
      entries.push(...list.success)
    }
    const older = paths.flatMap((path) => {
      const note = /^checkpoint\.d\/[^/]+$/.test(path) ? file(path) : undefined
      return note === undefined ? [] : [new TextDecoder().decode(note)]
    })
    return {
      checkpoint,
      checkpoints: [...new Set([...older, checkpoint])],
      size,
      entries,
      nodes: Tile.nodes(NodePrimitives.node, file, size),
      document: (digest) => file(Entry.documentPath(digest)),
      paths,
      file
    }
  })

/** Of many files that cannot be opened these many are named. */
const mostTroubles = 10

interface Walked {
  readonly paths: ReadonlyArray<string>
  readonly troubles: ReadonlyArray<{ readonly at: string; readonly error: unknown }>
}

/** Every file below the folder, by its path with `/`, and all that cannot be opened. A link is a file: whoever serves the folder may not follow it. */
const walk = (folder: string): Walked => {
  const paths: Array<string> = []
  const troubles: Array<Walked["troubles"][number]> = []
  const into = (below: string): void => {
    const at = join(folder, below)
    try {
      for (const entry of readdirSync(at, { withFileTypes: true })) {
        const path = below === "" ? entry.name : `${below}/${entry.name}`
        if (entry.isDirectory()) into(path)
        else {
          paths.push(path)
          openable(join(folder, path))
        }
      }
    } catch (error) {
      if (below !== "" || !["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) troubles.push({ at, error })
    }
  }
  const openable = (at: string): void => {
    try {
      accessSync(at, constants.R_OK)
    } catch (error) {
      troubles.push({ at, error })
    }
  }
  into("")
  return { paths: paths.sort(), troubles }
}

/** Writes a file beside its place first, so that a reader never sees half of it. */
export const put = async (path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.draft`
  await writeFile(draft, content)
  await rename(draft, path)
}
