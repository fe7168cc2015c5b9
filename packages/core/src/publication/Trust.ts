/**
 * What a reader trusts, read from whatever the announcement prints: a verifier key, a policy, or eight words.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as PaperWords from "./PaperWords.ts"
import type { Hash } from "./Primitives.ts"
import * as VerifierKey from "./VerifierKey.ts"
import * as WitnessPolicy from "./WitnessPolicy.ts"

// --- models ---

/**
 * What the reader trusts, from an announcement and not from the receipt. Both absent: nobody.
 *
 * @category models
 * @since 0.1.0
 */
export interface Trust {
  readonly policy?: WitnessPolicy.WitnessPolicy
  /** Words read off paper, and the list they are taken from. */
  readonly paper?: { readonly list: ReadonlyArray<string>; readonly words: ReadonlyArray<string> }
}

// --- errors ---

/**
 * Why a text is nothing that can be trusted.
 *
 * @category errors
 * @since 0.1.0
 */
export type Problem =
  | { readonly _tag: "WordUnknown"; readonly word: string }
  | { readonly _tag: "WordsMiscounted"; readonly found: number }
  | { readonly _tag: "WitnessKeyGiven" }
  | VerifierKey.NotAVerifierKey
  | WitnessPolicy.NotAPolicy

/**
 * The text is neither a key of a log nor a policy nor eight words.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotATrustAnchor extends Data.TaggedError("NotATrustAnchor")<{ readonly problem: Problem }> {
  override get message(): string {
    const { problem } = this
    const because = "message" in problem
      ? problem.message
      : problem._tag === "WordUnknown"
      ? `${JSON.stringify(problem.word)} is not a word of the list`
      : problem._tag === "WordsMiscounted"
      ? `${problem.found} words were found`
      : "this is the key of a witness, the key of the log is needed"
    return `neither a verifier key, nor a policy, nor eight words: ${because}; copy what the announcement prints`
  }
}

// --- constructors ---

/**
 * Reads what was copied from an announcement. An empty text trusts nobody.
 *
 * **Example** (A key, eight words, and something else)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Trust } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const list = Array.from({ length: 1024 }, (_, i) => `${String.fromCharCode(97 + (i >> 5))}${String.fromCharCode(97 + (i & 31))}`)
 * const key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
 * Result.map(Trust.read(Primitives.portable, list, key), ({ policy }) => policy?.quorum) // => Result.succeed("none")
 * Result.map(Trust.read(Primitives.portable, list, "aa ab ac ad ae af ag ah"), ({ paper }) => paper?.words.length) // => Result.succeed(8)
 * Result.isFailure(Trust.read(Primitives.portable, list, "aa ab")) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const read = (hash: Hash, list: ReadonlyArray<string>, text: string): Result.Result<Trust, NotATrustAnchor> => {
  const trimmed = text.trim()
  if (trimmed === "") return Result.succeed({})
  const unreadable = (problem: Problem) => Result.fail(new NotATrustAnchor({ problem }))
  if (/^(?:#|log |witness |group |quorum )/m.test(trimmed)) {
    const policy = WitnessPolicy.parse(hash, `${trimmed}\n`)
    return Result.isFailure(policy) ? unreadable(policy.failure) : Result.succeed({ policy: policy.success })
  }
  if (trimmed.includes("+")) {
    const key = VerifierKey.parse(hash, trimmed.replace(/\s+/g, ""))
    if (Result.isFailure(key)) return unreadable(key.failure)
    return key.success.type === "ed25519"
      ? Result.succeed({ policy: WitnessPolicy.ofKey(key.success) })
      : unreadable({ _tag: "WitnessKeyGiven" })
  }
  const words = PaperWords.read(trimmed)
  const unknown = words.find((word) => !list.includes(word))
  if (unknown !== undefined) return unreadable({ _tag: "WordUnknown", word: unknown })
  return words.length === PaperWords.wordsPerCheckpoint
    ? Result.succeed({ paper: { list, words } })
    : unreadable({ _tag: "WordsMiscounted", found: words.length })
}
