/**
 * A checkpoint as eight words that can be printed in an announcement, read aloud and compared by eye.
 *
 * Whoever has the paper needs no key: a receipt whose checkpoint gives the same words was in the log when the paper was
 * printed. The words stand for 80 bits of a hash that was computed 65,536 times over, so that finding another log with
 * the same words costs about 2^96 hashes. A signer who wants to prepare two logs with one paper in advance needs about
 * 2^56; the signatures of witnesses stand against that.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import * as Checkpoint from "./Checkpoint.ts"
import type { Hash } from "./Primitives.ts"

// --- models ---

/**
 * Number of words for one checkpoint.
 *
 * @category models
 * @since 0.1.0
 */
export const wordsPerCheckpoint = 8

/**
 * Number of words a list has to have: each word stands for ten bits.
 *
 * @category models
 * @since 0.1.0
 */
export const listLength = 1024

/**
 * How often the hash is computed. Part of the format.
 *
 * @category models
 * @since 0.1.0
 */
export const rounds = 65_536

// --- errors ---

/**
 * The list cannot be used: wrong length, or a word twice.
 *
 * @category errors
 * @since 0.1.0
 */
export class ListUnusable
  extends Data.TaggedError("ListUnusable")<{ readonly words: number; readonly distinct: number }>
{
  override get message(): string {
    return `a list of ${this.words} words, ${this.distinct} of them distinct; ${listLength} distinct words are needed`
  }
}

// --- operations ---

/**
 * The eight words of a checkpoint, in the order they are printed.
 *
 * **Example** (Numbers for words, to keep the example short)
 *
 * ```ts
 * import { Result } from "effect"
 * import { PaperWords } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const list = Array.from({ length: 1024 }, (_, i) => `w${i}`)
 * const checkpoint = { origin: "kota.example/cpns", size: 7, root: new Uint8Array(32), extensions: [] }
 * Result.map(PaperWords.of(Primitives.portable, list, checkpoint), (words) => words.length) // => Result.succeed(8)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const of = (
  hash: Hash,
  list: ReadonlyArray<string>,
  checkpoint: Checkpoint.Checkpoint
): Result.Result<ReadonlyArray<string>, ListUnusable> => {
  const distinct = new Set(list).size
  if (list.length !== listLength || distinct !== listLength) {
    return Result.fail(new ListUnusable({ words: list.length, distinct }))
  }
  let digest = hash.sha256(Bytes.utf8(`timbang paper words v1\n${Checkpoint.write(checkpoint)}`))
  for (let round = 1; round < rounds; round++) digest = hash.sha256(digest)
  return Result.succeed(Array.from({ length: wordsPerCheckpoint }, (_, word) => {
    let place = 0
    for (let bit = 10 * word; bit < 10 * word + 10; bit++) place = place * 2 + (digest[bit >> 3]! >> (7 - bit % 8) & 1)
    return list[place]!
  }))
}

/**
 * Reads words as a person types them: case, commas, numbers and line ends do not matter.
 *
 * **Example** (From a berita acara)
 *
 * ```ts
 * import { PaperWords } from "@timbang/core/publication"
 * PaperWords.read("1. Sawah  2. perahu,\n3. gula-aren") // => ["sawah", "perahu", "gula", "aren"]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const read = (text: string): ReadonlyArray<string> => text.toLowerCase().match(/[a-z]+/g) ?? []

/**
 * Says whether the words are those of the checkpoint.
 *
 * **Example** (One word is not enough)
 *
 * ```ts
 * import { PaperWords } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const list = Array.from({ length: 1024 }, (_, i) => `w${i}`)
 * const checkpoint = { origin: "kota.example/cpns", size: 7, root: new Uint8Array(32), extensions: [] }
 * PaperWords.match(Primitives.portable, list, checkpoint, ["w1"]) // => false
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const match = (
  hash: Hash,
  list: ReadonlyArray<string>,
  checkpoint: Checkpoint.Checkpoint,
  words: ReadonlyArray<string>
): boolean => {
  const own = of(hash, list, checkpoint)
  return Result.isSuccess(own) && words.length === own.success.length &&
    own.success.every((word, i) => word === words[i])
}
