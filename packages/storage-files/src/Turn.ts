/**
 * One writer at a time: a lock beside what is written, held while it is written.
 *
 * @since 0.1.0
 */
import { stat } from "node:fs/promises"
import { dirname } from "node:path"
import { Data, Effect } from "effect"
import { lock } from "proper-lockfile"

// --- models ---

/**
 * What holds the turn.
 *
 * @category models
 * @since 0.1.0
 */
export interface Turn {
  /** Fails when the lock was lost, as when the machine slept while somebody else took it. */
  readonly confirm: () => void
}

// --- errors ---

/**
 * Somebody else writes it, or has written it since it was read; nothing was written.
 *
 * @category errors
 * @since 0.1.0
 */
export class OtherWriter extends Data.TaggedError("OtherWriter")<{ readonly path: string }> {
  override get message(): string {
    return `${this.path}: another program writes it, or just did; nothing was written, do it again when that one is done`
  }
}

/**
 * The file system did not do what was asked.
 *
 * @category errors
 * @since 0.1.0
 */
export class FileTrouble extends Data.TaggedError("FileTrouble")<{
  readonly path: string
  /** The error of the file system, with its `code`. */
  readonly cause: unknown
}> {
  override get message(): string {
    return `${this.path}: ${this.cause instanceof Error ? this.cause.message : String(this.cause)}`
  }
}

// --- operations ---

/**
 * Does some writing in turn. Waits about five seconds for another writer. The lock of a killed writer is taken over after two seconds.
 *
 * **Example** (Alone)
 *
 * ```ts
 * import { tmpdir } from "node:os"
 * import { Effect } from "effect"
 * import { Turn } from "@timbang/storage-files"
 * const path = `${tmpdir()}/timbang-turn-${process.pid}`
 * await Effect.runPromise(Turn.take(path, async () => "written")) // => "written"
 * ```
 *
 * @category writing
 * @since 0.1.0
 */
export const take = <A>(path: string, write: (turn: Turn) => Promise<A>): Effect.Effect<A, OtherWriter | FileTrouble> =>
  Effect.tryPromise({
    try: async () => {
      // The lock would be tried for as long as for another writer.
      await stat(dirname(path))
      let isLost = false
      const release = await lock(path, {
        lockfilePath: `${path}.lock`,
        realpath: false,
        stale: 2000,
        update: 500,
        retries: { retries: 25, factor: 1, minTimeout: 200 },
        onCompromised: () => {
          isLost = true
        }
      })
      const confirm = (): void => {
        if (isLost) throw new OtherWriter({ path })
      }
      try {
        return await write({ confirm })
      } finally {
        if (!isLost) await release()
      }
    },
    catch: (error) => {
      if (error instanceof OtherWriter) return error
      return (error as NodeJS.ErrnoException).code === "ELOCKED" ? new OtherWriter({ path }) : new FileTrouble({ path, cause: error })
    }
  })
