/**
 * What a participant takes home: their entry, what is theirs to open, and the proof that the entry is in the log.
 *
 * A receipt is a plain JSON file. Its proof is a C2SP proof file, so that other programs can check it too.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import * as CanonicalJson from "./CanonicalJson.ts"
import type * as Commitment from "./Commitment.ts"
import * as Entry from "./Entry.ts"
import { repeatedKey } from "./internal/RepeatedKey.ts"
import * as ProofFile from "./ProofFile.ts"

// --- models ---

/**
 * A receipt: not checked yet.
 *
 * @category models
 * @since 0.1.0
 */
export interface Receipt {
  readonly entry: Entry.Entry
  /** Private parts of the participant by name, each with its salt. A receipt may hold some of them or none. */
  readonly openings: Readonly<Record<string, Commitment.Opening>>
  readonly proof: ProofFile.ProofFile
}

// --- errors ---

/**
 * The text is not a receipt, so that nothing could be checked.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotAReceipt extends Data.TaggedError("NotAReceipt")<{ readonly because: string }> {
  override get message(): string {
    return `not a receipt: ${this.because}; nothing was checked, take the file or the code as it was handed out`
  }
}

// --- constructors ---

/**
 * Reads a receipt from its JSON text. Blanks and the order of keys do not matter; a field that nothing signs, or that stands
 * there twice, is refused: a person who reads the text would take it for signed.
 *
 * **Example** (Something else)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Receipt } from "@timbang/core/publication"
 * Result.isFailure(Receipt.parse("{}")) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (text: string): Result.Result<Receipt, NotAReceipt> => {
  const refused = (because: string) => Result.fail(new NotAReceipt({ because }))
  let value: CanonicalJson.Json
  try {
    value = JSON.parse(text.replace(/^\ufeff/, "")) as CanonicalJson.Json
  } catch {
    return refused("the text is not JSON")
  }
  if (!CanonicalJson.isObject(value) || value["receipt"] !== 1) {
    return refused("it does not say that it is a receipt of version 1")
  }
  const other = Object.keys(value).find((name) => !fields.includes(name))
  if (other !== undefined) return refused(`"${other}" is no field of a receipt, and nothing signed it`)
  const twice = repeatedKey(text)
  if (twice !== undefined) return refused(`"${twice}" stands in it twice, and nobody can tell which one was signed`)
  const { entry: entryValue, openings: openingsValue, proof: proofValue } = value
  const entry = Entry.check(entryValue ?? null)
  if (Result.isFailure(entry)) return refused(entry.failure.message)
  if (typeof proofValue !== "string") return refused("it holds no proof")
  const proof = ProofFile.parse(proofValue)
  if (Result.isFailure(proof)) return refused(proof.failure.message)
  const openings: Array<readonly [string, Commitment.Opening]> = []
  if (!CanonicalJson.isObject(openingsValue)) return refused("it holds no openings, not even an empty list of them")
  for (const [part, opening] of Object.entries(openingsValue)) {
    const isWhole = CanonicalJson.isObject(opening) && opening["content"] !== undefined &&
      typeof opening["salt"] === "string" && Object.keys(opening).length === 2
    const salt = isWhole ? Bytes.fromBase64(opening["salt"] as string) : undefined
    if (!isWhole || salt === undefined) return refused(`the opening of ${part} is broken`)
    openings.push([part, { salt, content: opening["content"]! }])
  }
  return Result.succeed({ entry: entry.success, openings: Object.fromEntries(openings), proof: proof.success })
}

// --- operations ---

/**
 * The receipt as JSON text, indented for people to read.
 *
 * **Example** (It says what it is)
 *
 * ```ts
 * import { Receipt } from "@timbang/core/publication"
 * const proof = { extra: undefined, index: 0, path: [], checkpoint: "kota.example\n1\n...\n" }
 * Receipt.write({ entry: { kind: "seal", of: "results", count: 5 }, openings: {}, proof }).split("\n")[1] // => '  "receipt": 1,'
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const write = ({ entry, openings, proof }: Receipt): string => {
  const opened = Object.fromEntries(
    Object.entries(openings).map(([part, { content, salt }]) => [part, { salt: Bytes.base64(salt), content }])
  )
  return `${
    JSON.stringify(
      { receipt: 1, entry: { ...entry, v: Entry.version }, openings: opened, proof: ProofFile.write(proof) },
      null,
      2
    )
  }\n`
}

const fields: ReadonlyArray<string> = ["receipt", "entry", "openings", "proof"]
