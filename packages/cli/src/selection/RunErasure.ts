/**
 * Takes the private data of one participant out of a folder that `timbang select` wrote; the result stays what it is.
 *
 * @since 0.1.0
 */
import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { open, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import type { Fault } from "@timbang/core/input"
import { Erasure } from "@timbang/core/publication"
import type { Sentences } from "@timbang/language"
import { PublishLines } from "@timbang/language/publication"
import { CsvWriter } from "@timbang/source-files"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"
import * as RunFolder from "./RunFolder.ts"

// --- models ---

/** What was taken out. */
export interface Taken {
  readonly parts: ReadonlyArray<Erasure.Part>
  /** Whether the workbook of columns that the run did not know was deleted; it cannot be made again without the input file. */
  readonly isWorkbookGone: boolean
}

// --- operations ---

/**
 * Erases in the folder. Killed at any moment, later commands read the folder as before or as after, and the same call again ends it: the
 * manifest names the new files before they take their places.
 */
export const erase = (folder: string, participant: string, lang: Sentences.Language): Effect.Effect<Taken, CommandFailed | Fault.InputRefused> =>
  Effect.gen(function*() {
    const { manifest, selection } = yield* RunFolder.load(folder, lang)
    const erased = Erasure.erase(selection, manifest.options, participant)
    if (Result.isFailure(erased)) {
      return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines: [PublishLines.lines[lang].notInSelection(participant, folder)] }))
    }
    const { events, parts, recorded } = erased.success
    const workbook = join(folder, RunFolder.internalFile)
    const isWorkbookGone = existsSync(workbook)
    if (parts.length === 0 && !isWorkbookGone && manifest.next === undefined) return { parts, isWorkbookGone }
    const sheet = RunFolder.participantsSheet({ ...selection, recorded })
    yield* Effect.tryPromise({
      try: async () => {
        const made = {
          [RunFolder.participantsFile]: await drafted(join(folder, RunFolder.participantsFile), CsvWriter.chunks(sheet)),
          [RunFolder.eventsFile]: await drafted(join(folder, RunFolder.eventsFile), [new TextEncoder().encode(RunFolder.eventsText(events))])
        }
        const { [RunFolder.internalFile]: _, ...others } = manifest.files
        const { next: __, ...rest } = manifest
        const written = async (content: object): Promise<void> => {
          const path = join(folder, "manifest.json")
          await drafted(path, [new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`)], 0o644)
          await rename(draftOf(path), path)
        }
        await written({ ...rest, files: others, next: made })
        for (const file of Object.keys(made)) await rename(draftOf(join(folder, file)), join(folder, file))
        await rm(workbook, { force: true })
        await written({ ...rest, files: { ...others, ...made } })
      },
      catch: (error) => ResultFile.trouble(folder, error, lang)
    })
    return { parts, isWorkbookGone }
  })

const draftOf = (path: string): string => `${path}.draft`

/** Writes a draft beside its place and waits until the disk has it; answers its SHA-256 in hexadecimal. */
const drafted = async (path: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, mode = 0o600): Promise<string> => {
  const hash = createHash("sha256")
  const handle = await open(draftOf(path), "w", mode)
  try {
    for await (const chunk of chunks) {
      hash.update(chunk)
      await handle.write(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return hash.digest("hex")
}
