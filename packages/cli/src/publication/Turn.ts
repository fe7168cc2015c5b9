/**
 * One writer at a time: a lock beside what is written, held while it is written.
 *
 * @since 0.1.0
 */
import { PublishLines } from "@timbang/language/publication"
import type { Sentences } from "@timbang/language"
import { Effect } from "effect"
import { lock } from "proper-lockfile"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"

// --- models ---

/** What holds the turn. */
export interface Turn {
  /** Fails when the lock was lost, as when the machine slept while somebody else took it. */
  readonly confirm: () => void
}

// --- operations ---

/**
 * Does some writing in turn. Waits a few seconds for another writer, and says who is in the way when that one goes on. The
 * lock of a killed writer is taken over after two seconds.
 */
export const take = <A>(path: string, lang: Sentences.Language, write: (turn: Turn) => Promise<A>): Effect.Effect<A, CommandFailed> =>
  Effect.tryPromise({
    try: async () => {
      let isLost = false
      const release = await lock(path, {
        lockfilePath: `${path}.lock`,
        realpath: false,
        stale: 2000,
        update: 500,
        retries: { retries: 25, factor: 1, minTimeout: 200 },
        onCompromised: () => isLost = true
      })
      const confirm = (): void => {
        if (isLost) throw new Busy()
      }
      try {
        return await write({ confirm })
      } finally {
        if (!isLost) await release()
      }
    },
    catch: (error) => {
      const isBusy = error instanceof Busy || (error as NodeJS.ErrnoException).code === "ELOCKED"
      return isBusy
        ? new CommandFailed({ code: codes.refused, lines: [PublishLines.lines[lang].otherWriter(path)] })
        : ResultFile.trouble(path, error, lang)
    }
  })

/** Somebody else wrote, or writes, what this run read. */
export class Busy extends Error {}
