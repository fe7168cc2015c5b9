/**
 * Writes a folder of results whole or not at all.
 *
 * Files are written into a hidden folder beside the target, which takes the target's name only when all of them are
 * there. After a failure or an interruption the target is as it was; what a killed process left beside it goes with the
 * next run that ends well.
 *
 * @since 0.1.0
 */
import { randomBytes } from "node:crypto"
import { createWriteStream } from "node:fs"
import { mkdir, readdir, rename, rm } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"
import { pipeline } from "node:stream/promises"
import { Data, Effect, Exit } from "effect"

// --- models ---

/**
 * A folder being written.
 *
 * @category models
 * @since 0.1.0
 */
export interface Folder {
  /** Where the folder stands until it takes its name, for a program that writes files of its own into it. */
  readonly path: string
  /**
   * Writes one file from its chunks or its text. The path is relative and may name a folder; what lies under `private/`
   * can be read by the owner of the process only.
   */
  readonly write: (path: string, content: Content) => Effect.Effect<void, OutputFailed>
}

/**
 * What a file holds: a text, or chunks of bytes.
 *
 * @category models
 * @since 0.1.0
 */
export type Content = string | Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** The reason where the right to write is missing. */
const notAllowed = "it may not be written to"

// --- errors ---

/**
 * The folder could not be written; nothing was left behind.
 *
 * @category errors
 * @since 0.1.0
 */
export class OutputFailed extends Data.TaggedError("OutputFailed")<{
  readonly path: string
  readonly reason: string
}> {
  override get message(): string {
    const advice = this.reason === notAllowed ? "Ask for the right to write there" : "Free the place"
    return `${this.path} could not be written: ${this.reason}; nothing was changed. ${advice} or choose another folder`
  }
}

// --- operations ---

/**
 * Writes a folder; an older one of the same name is replaced at the end if `mayReplace` says so of its files.
 *
 * **Details**
 *
 * By default only an empty folder is replaced. A program that knows its own results by a file in them passes a function
 * that looks for it, so that it never removes a folder of something else.
 *
 * **Example** (A failure leaves nothing)
 *
 * ```ts
 * import { existsSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * import { Effect, Exit } from "effect"
 * import { Output } from "@timbang/source-files"
 * const path = `${tmpdir()}/timbang-example-${process.pid}`
 * const failing = Output.write(path, (folder) => Effect.andThen(folder.write("a.csv", "a\n"), Effect.fail("no")))
 * Exit.isFailure(await Effect.runPromiseExit(failing)) // => true
 * existsSync(path) // => false
 * ```
 *
 * @category writing
 * @since 0.1.0
 */
export const write = <A, E, R>(
  path: string,
  fill: (folder: Folder) => Effect.Effect<A, E, R>,
  mayReplace: (files: ReadonlyArray<string>) => boolean = () => false
): Effect.Effect<A, E | OutputFailed, R> => {
  const target = resolve(path)
  const beside = (word: string) => join(dirname(target), `.${basename(target)}.${word}-${process.pid}-${randomBytes(6).toString("hex")}`)
  return Effect.acquireUseRelease(
    attempt(path, async () => {
      await check(target, mayReplace)
      const draft = beside("draft")
      // The folder itself without `recursive`: Node never ends where a folder takes no new one, as /proc.
      await mkdir(dirname(draft), { recursive: true })
      await mkdir(draft)
      return draft
    }),
    (draft) =>
      fill({ path: draft, write: (file, content) => attempt(join(path, file), () => writeFile(draft, file, content)) }).pipe(
        Effect.tap(() => Effect.uninterruptible(attempt(path, () => put(draft, target, beside("old")))))
      ),
    (draft, exit) =>
      Exit.isSuccess(exit) ? Effect.void : Effect.promise(() => rm(draft, { recursive: true, force: true }))
  )
}

const attempt = <A>(path: string, run: () => Promise<A>): Effect.Effect<A, OutputFailed> =>
  Effect.tryPromise({
    try: run,
    catch: (error) => new OutputFailed({ path, reason: reasonOf(error) })
  })

/** Fails early when the target may not be replaced. */
const check = async (target: string, mayReplace: (files: ReadonlyArray<string>) => boolean): Promise<void> => {
  const files = await contents(target)
  if (files !== undefined && files.length > 0 && !mayReplace(files)) {
    throw new Error("there is a folder of other files already")
  }
}

const contents = async (folder: string): Promise<ReadonlyArray<string> | undefined> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined
    throw error
  }
}

const writeFile = async (draft: string, file: string, content: Content): Promise<void> => {
  const isPrivate = file.startsWith("private/")
  const path = join(draft, file)
  await mkdir(dirname(path), { recursive: true, mode: isPrivate ? 0o700 : 0o777 })
  // A stream writes one chunk while the next is made.
  const stream = createWriteStream(path, { flags: "wx", mode: isPrivate ? 0o600 : 0o666, highWaterMark: 1 << 20 })
  await pipeline(typeof content === "string" ? [content] : content, stream)
}

/** Gives the draft the target's name; an older target goes aside first and comes back when that fails. */
const put = async (draft: string, target: string, aside: string): Promise<void> => {
  const hasOld = await contents(target) !== undefined
  if (hasOld) await rename(target, aside)
  try {
    await rename(draft, target)
  } catch (error) {
    if (hasOld) await rename(aside, target)
    throw error
  }
  await rm(aside, { recursive: true, force: true })
  await removeLeft(target)
}

/** Removes what processes that live no more left of earlier runs. */
const removeLeft = async (target: string): Promise<void> => {
  const start = `.${basename(target)}.`
  for (const name of await readdir(dirname(target))) {
    const left = name.startsWith(start) ? /^(?:draft|old)-(\d+)-[0-9a-f]{12}$/.exec(name.slice(start.length)) : null
    if (left !== null && !isAlive(Number(left[1]))) await rm(join(dirname(target), name), { recursive: true, force: true })
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === "EPERM"
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | undefined)?.code

const reasonOf = (error: unknown): string => {
  switch (codeOf(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return "the disk is full"
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return notAllowed
    case "ENOENT":
      return "no folder can be made there"
    case "ENOTDIR":
    case "EEXIST":
      return "there is a file in its place"
    case "ENAMETOOLONG":
      return "its name is too long"
    case "ELOOP":
      return "links on its path lead back to themselves"
    case undefined:
      return error instanceof Error ? error.message : String(error)
    default:
      return `the system refused it (${codeOf(error)})`
  }
}
