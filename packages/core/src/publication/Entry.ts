/**
 * The entries of a log: what is public about each act of a selection, in a closed vocabulary.
 *
 * An entry holds whole numbers, decimal texts and names of fields known here; anything else is refused, so that
 * personal data cannot slip into a log that nobody can erase. What is private is present as a commitment only.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import type { Day } from "../law/Day.ts"
import * as CanonicalJson from "./CanonicalJson.ts"
import * as entryShapes from "./internal/EntryShapes.ts"
import * as Shape from "./internal/Shape.ts"
import type { Canonicalizer } from "./Primitives.ts"

// --- models ---

/**
 * SHA-256 in base64, 44 characters.
 *
 * @category models
 * @since 0.1.0
 */
export type Digest = string

/**
 * A number that decides nothing by itself: whole, or a decimal text such as `"59.546"`.
 *
 * @category models
 * @since 0.1.0
 */
export type Figure = number | string

/**
 * Commitments to private parts by the name of the part, each under its own salt.
 *
 * @category models
 * @since 0.1.0
 */
export type Commitments = Readonly<Record<string, Digest>>

/**
 * A letter that orders something: number, date, the office that wrote it, and digest of the file.
 *
 * @category models
 * @since 0.1.0
 */
export interface Letter {
  readonly number: string
  readonly date: Day
  /** Office that wrote it. */
  readonly authority?: string
  readonly digest: Digest
}

/**
 * The rules of the selection, published before the first score.
 *
 * @category models
 * @since 0.1.0
 */
export interface RuleSet {
  readonly kind: "rule-set"
  readonly id: string
  /** Version of the engine that applies them. */
  readonly engine: string
  /** Digest of the rule set's file. */
  readonly digest: Digest
}

/**
 * The formations and their seats.
 *
 * @category models
 * @since 0.1.0
 */
export interface Formations {
  readonly kind: "formations"
  readonly digest: Digest
  /** Number of formations. */
  readonly formations: number
  /** Number of seats over all formations. */
  readonly seats: number
}

/**
 * One participant of one formation.
 *
 * @category models
 * @since 0.1.0
 */
export interface Registration {
  readonly kind: "registration"
  /** Participant number or pseudonym. Never an identity number. */
  readonly participant: string
  /** Formation, named so that it does not tell a protected category. */
  readonly formation: string
  /** Category of need as the disclosure policy shows it. */
  readonly category?: string
  readonly commitments?: Commitments
}

/**
 * The scores of one participant in one session.
 *
 * @category models
 * @since 0.1.0
 */
export interface Score {
  readonly kind: "score"
  readonly participant: string
  /** Exam stage, such as `SKD`. */
  readonly stage: string
  /** Session in which they were scored, such as `2026-11-24/1`. */
  readonly session: string
  /** By exam component. Unit: points. */
  readonly scores: Readonly<Record<string, Figure>>
  readonly commitments?: Commitments
}

/**
 * What was decided about one participant at the end of a stage.
 *
 * @category models
 * @since 0.1.0
 */
export interface ResultEntry {
  readonly kind: "result"
  readonly participant: string
  /** The last exam stage it rests on; the final result of a round rests on its last stage. */
  readonly stage: string
  readonly formation: string
  /** Digest of the rule set that decided. */
  readonly rules: Digest
  /** Component scores and every rounded step, by name. */
  readonly scores: Readonly<Record<string, Figure>>
  /** Outcome code of the round, such as `P/L`. */
  readonly code: string
  /** Rank within the formation; `null` when there is none. Range: 1 and more. */
  readonly rank: number | null
  /** The rung of the ladder that decided against the neighbour, such as `TIU` or `age`; `null` when the score did. */
  readonly decidedBy: string | null
  /** Formation of the seat, where a filling pass gave one outside the participant's own formation. */
  readonly seat?: string
  readonly commitments?: Commitments
}

/**
 * An objection (sanggah) to an entry. What it says is a private part.
 *
 * @category models
 * @since 0.1.0
 */
export interface Objection {
  readonly kind: "objection"
  /** Index of the entry it is about. */
  readonly about: number
  /** One that is answered by an entry of its own; absent: one that was upheld before it was logged. */
  readonly state?: "filed"
  /** Day on which it was filed. */
  readonly on?: Day
  /** Last day for the answer. */
  readonly until?: Day
  readonly commitments?: Commitments
}

/**
 * Why an objection was accepted or rejected, without a word about the person. The answer itself is a private part.
 *
 * @category models
 * @since 0.1.0
 */
export type AnswerReason =
  | "wrong-score"
  | "wrong-requirement"
  | "wrong-rule"
  | "score-right"
  | "requirement-unmet"
  | "rule-right"
  | "no-evidence"
  | "out-of-time"
  | "not-entitled"

/**
 * Every reason, those for accepting first.
 *
 * @category models
 * @since 0.1.0
 */
export const answerReasons: ReadonlyArray<AnswerReason> = entryShapes.answerReasons

/**
 * The answer to an objection: what was decided, when, and why.
 *
 * @category models
 * @since 0.1.0
 */
export interface Answer {
  readonly kind: "objection"
  /** Index of the objection that it answers. */
  readonly about: number
  readonly state: "accepted" | "rejected"
  readonly on: Day
  readonly reason: AnswerReason
  readonly commitments?: Commitments
}

/**
 * What a correction puts in the place of the old entry.
 *
 * @category models
 * @since 0.1.0
 */
export type Correctable = Registration | Score | ResultEntry

/**
 * A correction: the old entry stays, and this one names it. It rests on an objection, a letter or both.
 *
 * @category models
 * @since 0.1.0
 */
export interface Correction {
  readonly kind: "correction"
  /** Index of the entry that no longer counts. */
  readonly replaces: number
  /** What counts instead; `null` when nothing does. */
  readonly by: Correctable | null
  /** Index of the objection it answers. */
  readonly objection?: number
  readonly letter?: Letter
}

/**
 * Rules that change after they were published, because the law did.
 *
 * @category models
 * @since 0.1.0
 */
export interface ChangeOfLaw {
  readonly kind: "change-of-law"
  readonly from: Digest
  readonly to: Digest
  readonly letter: Letter
}

/**
 * A file that stands beside the log under its digest.
 *
 * @category models
 * @since 0.1.0
 */
export interface Document {
  readonly kind: "document"
  /** What the file is, such as `berita-acara`. */
  readonly name: string
  readonly digest: Digest
  /** Length of the file. Unit: bytes. */
  readonly bytes: number
}

/**
 * What a seal closes.
 *
 * @category models
 * @since 0.1.0
 */
export type Sealed = "registrations" | "scores" | "results"

/**
 * The end of a phase with its count: after it nothing of that phase is added, only corrected.
 *
 * @category models
 * @since 0.1.0
 */
export interface Seal {
  readonly kind: "seal"
  readonly of: Sealed
  /** Exam stage, for scores and results. */
  readonly stage?: string
  /** Session, for scores. */
  readonly session?: string
  /** Number of entries that the phase has. */
  readonly count: number
}

/**
 * Any entry.
 *
 * @category models
 * @since 0.1.0
 */
export type Entry =
  | RuleSet
  | Formations
  | Registration
  | Score
  | ResultEntry
  | Objection
  | Answer
  | Correction
  | ChangeOfLaw
  | Document
  | Seal

/**
 * Every kind of entry, in the order of a selection.
 *
 * @category models
 * @since 0.1.0
 */
export const kinds: ReadonlyArray<Entry["kind"]> = [
  "rule-set",
  "formations",
  "registration",
  "score",
  "result",
  "objection",
  "correction",
  "change-of-law",
  "document",
  "seal"
]

/**
 * The version of this vocabulary, `v` in every entry.
 *
 * @category models
 * @since 0.1.0
 */
export const version = 1

// --- errors ---

/**
 * The value is not an entry of this vocabulary.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotAnEntry extends Data.TaggedError("NotAnEntry")<{ readonly path: string; readonly because: string }> {
  override get message(): string {
    return `not an entry of a log: ${
      this.path === "" ? "the value" : this.path
    } ${this.because}; a newer verifier may know it`
  }
}

/**
 * Why an entry cannot be written.
 *
 * @category errors
 * @since 0.1.0
 */
export type Unwritable = NotAnEntry | CanonicalJson.NotPublishable

/**
 * Why bytes are not an entry.
 *
 * @category errors
 * @since 0.1.0
 */
export type Unreadable = NotAnEntry | CanonicalJson.NotCanonical

// --- operations ---

/**
 * The bytes of an entry: what the leaf of the tree hashes.
 *
 * **Example** (A seal)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Entry } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const bytes = Entry.encode(Primitives.portable, { kind: "seal", of: "registrations", count: 5 })
 * Result.map(bytes, (found) => new TextDecoder().decode(found)) // => Result.succeed('{"count":5,"kind":"seal","of":"registrations","v":1}')
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const encode = (
  primitives: Canonicalizer,
  entry: Entry
): Result.Result<Uint8Array, Unwritable> =>
  Result.flatMap(
    check({ ...entry, v: version } as unknown as CanonicalJson.Json),
    () => CanonicalJson.encode(primitives, { ...entry, v: version } as unknown as CanonicalJson.Json)
  )

/**
 * Reads an entry from canonical bytes.
 *
 * **Example** (A field nobody knows is refused)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Entry } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const bytes = (text: string) => new TextEncoder().encode(text)
 * Entry.decode(Primitives.portable, bytes('{"count":5,"kind":"seal","of":"registrations","v":1}')) // => Result.succeed({ kind: "seal", of: "registrations", count: 5 })
 * Result.isFailure(Entry.decode(Primitives.portable, bytes('{"count":5,"kind":"seal","name":"x","of":"registrations","v":1}'))) // => true
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const decode = (
  primitives: Canonicalizer,
  bytes: Uint8Array
): Result.Result<Entry, Unreadable> =>
  Result.flatMap(CanonicalJson.decode(primitives, bytes), (value) => check(value))

/**
 * Reads an entry from a value that was JSON before.
 *
 * **Example** (A kind nobody knows)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Entry } from "@timbang/core/publication"
 * Result.isFailure(Entry.check({ kind: "rumour", v: 1 })) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (value: CanonicalJson.Json): Result.Result<Entry, NotAnEntry> => {
  const refused = (path: string, because: string) => Result.fail(new NotAnEntry({ path, because }))
  if (!CanonicalJson.isObject(value)) return refused("", "is not an object")
  if (value["v"] !== version) return refused("/v", `is not ${version}`)
  const { v: _, ...fields } = value
  const fault = entryShapes.faultIn(fields, kinds, "")
  return fault === undefined ? Result.succeed(fields as unknown as Entry) : refused(fault.path, fault.because)
}

/**
 * Where the file with that digest stands, below the log's folder.
 *
 * **Example** (Named by its hash)
 *
 * ```ts
 * import { Entry } from "@timbang/core/publication"
 * Entry.documentPath("TMmAnNlYigb+bGiZM/qqGE1H3XdJ2ioMLYsMMCiIyLc=") // => "document/4cc9809cd9588a06fe6c689933faaa184d47dd7749da2a0c2d8b0c302888c8b7"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const documentPath = (digest: Digest): string => `document/${Shape.hexOfDigest(digest)}`

/**
 * The files that an entry names by their digest.
 *
 * **Example** (A rule set)
 *
 * ```ts
 * import { Entry } from "@timbang/core/publication"
 * Entry.digestsOf({ kind: "rule-set", id: "cpns-2026", engine: "timbang 0.1.0", digest: "..." }) // => ["..."]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const digestsOf = (entry: Entry): ReadonlyArray<Digest> => {
  switch (entry.kind) {
    case "rule-set":
    case "formations":
    case "document":
      return [entry.digest]
    case "change-of-law":
      return [entry.to, entry.letter.digest]
    case "correction":
      return entry.letter === undefined ? [] : [entry.letter.digest]
    default:
      return []
  }
}
