/**
 * The state of a log in three lines: whose log, how many entries, which root.
 *
 * Format: C2SP tlog-checkpoint. Signed by the log, it is a promise that these entries, in this order, stay.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import * as MerkleTree from "./MerkleTree.ts"

// --- models ---

/**
 * Origin, size and root of a log.
 *
 * @category models
 * @since 0.1.0
 */
export interface Checkpoint {
  /** Name of the log, equal to the name of its key. */
  readonly origin: string
  /** Number of entries. Range: 0 to 2^53 - 1. */
  readonly size: number
  /** Root of the tree of these entries. 32 bytes. */
  readonly root: Uint8Array
  /** Further lines that a log may add. */
  readonly extensions: ReadonlyArray<string>
}

// --- errors ---

/**
 * The text is not a checkpoint.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotACheckpoint extends Data.TaggedError("NotACheckpoint")<{ readonly because: string }> {
  override get message(): string {
    return `not a checkpoint: ${this.because}; a checkpoint is origin, number of entries and root, one on each line`
  }
}

// --- constructors ---

/**
 * Reads the text that a log signs.
 *
 * **Example** (Seven entries)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Checkpoint } from "@timbang/core/publication"
 * const text = "kota.example/cpns\n7\nuTaKFxOGcmSrexoWG2Np9zzcOpyQCDOyLqpd/5xKXTk=\n"
 * Result.map(Checkpoint.parse(text), ({ size }) => size) // => Result.succeed(7)
 * Result.isFailure(Checkpoint.parse(text.replace("7", "007"))) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (text: string): Result.Result<Checkpoint, NotACheckpoint> => {
  const refused = (because: string) => Result.fail(new NotACheckpoint({ because }))
  if (!text.endsWith("\n")) return refused("its last line is not ended")
  const [origin, count, rootText, ...extensions] = text.slice(0, -1).split("\n")
  if (origin === undefined || origin === "") return refused("it has no origin")
  const size = Number(count)
  if (count === undefined || !/^(?:0|[1-9]\d*)$/.test(count) || !Number.isSafeInteger(size)) {
    return refused("its second line is not a number of entries")
  }
  const root = rootText === undefined ? undefined : Bytes.fromBase64(rootText)
  if (root === undefined || root.length !== MerkleTree.hashBytes) {
    return refused("its third line is not a root of 32 bytes in base64")
  }
  if (extensions.includes("")) return refused("it holds an empty line")
  return Result.succeed({ origin, size, root, extensions })
}

// --- operations ---

/**
 * The text that a log signs.
 *
 * **Example** (There and back)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Checkpoint } from "@timbang/core/publication"
 * const text = "kota.example/cpns\n7\nuTaKFxOGcmSrexoWG2Np9zzcOpyQCDOyLqpd/5xKXTk=\n"
 * Result.map(Checkpoint.parse(text), Checkpoint.write) // => Result.succeed(text)
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const write = ({ extensions, origin, root, size }: Checkpoint): string =>
  `${[origin, String(size), Bytes.base64(root), ...extensions].join("\n")}\n`
