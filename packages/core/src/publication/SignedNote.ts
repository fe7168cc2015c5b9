/**
 * A text with signatures below it, all of it plain text.
 *
 * Format: C2SP signed-note. The text ends in a newline; an empty line follows, then one line for each signature.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import type { SignatureCheck } from "./Primitives.ts"
import * as VerifierKey from "./VerifierKey.ts"

// --- models ---

/**
 * A signature as it stands in the note: not checked yet.
 *
 * @category models
 * @since 0.1.0
 */
export interface Signature {
  readonly name: string
  /** Id of the key it claims, eight hexadecimal digits. */
  readonly keyId: string
  readonly bytes: Uint8Array
}

/**
 * A note taken apart: not checked yet.
 *
 * @category models
 * @since 0.1.0
 */
export interface SignedNote {
  /** The signed text, with its last newline. */
  readonly text: string
  readonly signatures: ReadonlyArray<Signature>
}

/**
 * A note whose known signatures all hold.
 *
 * @category models
 * @since 0.1.0
 */
export interface Opened {
  readonly text: string
  /** At least one; each key once. */
  readonly signed: ReadonlyArray<VerifierKey.Signed>
  /** Names of signers whose key is not among the known ones. They say nothing. */
  readonly unknown: ReadonlyArray<string>
}

/**
 * The most signatures a note may carry, so that a hostile note cannot keep a phone busy.
 *
 * @category models
 * @since 0.1.0
 */
export const maxSignatures = 100

// --- errors ---

/**
 * The text is not a signed note.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotASignedNote extends Data.TaggedError("NotASignedNote")<{ readonly because: string }> {
  override get message(): string {
    return `not a signed note: ${this.because}; take the file as it was published, with its last line`
  }
}

/**
 * A signature names a known key and does not hold: the text or the signature was changed.
 *
 * @category errors
 * @since 0.1.0
 */
export class SignatureInvalid extends Data.TaggedError("SignatureInvalid")<{ readonly signer: string }> {
  override get message(): string {
    return `the signature of ${this.signer} does not belong to this text; the text or the signature was changed, do not rely on it`
  }
}

/**
 * None of the known keys signed.
 *
 * @category errors
 * @since 0.1.0
 */
export class NobodyKnownSigned extends Data.TaggedError("NobodyKnownSigned")<{
  readonly found: ReadonlyArray<string>
  readonly known: ReadonlyArray<string>
}> {
  override get message(): string {
    return `signed by ${this.found.join(", ")}, and by none of ${
      this.known.join(", ")
    }; compare the verifier key with the announcement`
  }
}

// --- constructors ---

/**
 * Takes a note apart without checking any signature.
 *
 * **Example** (Who claims to have signed)
 *
 * ```ts
 * import { Result } from "effect"
 * import { SignedNote } from "@timbang/core/publication"
 * const note = "hello\n\n— somebody AAAAAQI=\n"
 * Result.map(SignedNote.parse(note), ({ signatures }) => signatures.map(({ keyId, name }) => [name, keyId])) // => Result.succeed([["somebody", "00000001"]])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (note: string): Result.Result<SignedNote, NotASignedNote> => {
  const refused = (because: string) => Result.fail(new NotASignedNote({ because }))
  if (/[^\P{Cc}\n]|[\uD800-\uDFFF](?![\uDC00-\uDFFF])/u.test(note)) return refused("it holds a control character")
  const split = note.lastIndexOf("\n\n")
  if (split < 0) return refused("no empty line stands between text and signatures")
  if (!note.endsWith("\n")) return refused("its last line is not ended")
  const text = note.slice(0, split + 1)
  const lines = note.slice(split + 2, -1).split("\n")
  if (lines.length > maxSignatures) return refused(`it has ${lines.length} signatures, more than ${maxSignatures}`)
  const signatures: Array<Signature> = []
  for (const line of lines) {
    const match = /^— ([^ ]+) ([^ ]+)$/.exec(line)
    const bytes = match === null ? undefined : Bytes.fromBase64(match[2]!)
    if (match === null || bytes === undefined || bytes.length < 5 || !VerifierKey.isName(match[1]!)) {
      return refused(`signature line ${signatures.length + 1} is broken`)
    }
    signatures.push({ name: match[1]!, keyId: Bytes.hex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) })
  }
  return Result.succeed({ text, signatures })
}

// --- operations ---

/**
 * The note as text.
 *
 * **Example** (There and back)
 *
 * ```ts
 * import { Result } from "effect"
 * import { SignedNote } from "@timbang/core/publication"
 * const note = "hello\n\n— somebody AAAAAQI=\n"
 * Result.map(SignedNote.parse(note), SignedNote.write) // => Result.succeed(note)
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const write = ({ signatures, text }: SignedNote): string =>
  `${text}\n${
    signatures.map(({ bytes, keyId, name }) =>
      `— ${name} ${Bytes.base64(Bytes.concat(Bytes.fromHex(keyId)!, bytes))}\n`
    ).join("")
  }`

/**
 * Checks a note against the keys a reader trusts.
 *
 * **Details**
 *
 * A signature by an unknown key says nothing and is named. A signature that names a known key and does not hold refuses
 * the whole note. A second signature by the same key is passed over.
 *
 * **Example** (The note of the specification)
 *
 * ```ts
 * import { Result } from "effect"
 * import { SignedNote, VerifierKey } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const key = Result.getOrThrow(VerifierKey.parse(Primitives.portable, "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"))
 * const note = Result.getOrThrow(SignedNote.parse("This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"))
 * Result.map(SignedNote.open(Primitives.portable, note, [key]), ({ signed }) => signed.map((one) => one.key.name)) // => Result.succeed(["example.com/foo"])
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const open = (
  check: SignatureCheck,
  note: SignedNote,
  known: ReadonlyArray<VerifierKey.VerifierKey>
): Result.Result<Opened, SignatureInvalid | NobodyKnownSigned> => {
  const signed: Array<VerifierKey.Signed> = []
  const unknown: Array<string> = []
  for (const { bytes, keyId, name } of note.signatures) {
    const key = known.find((one) => one.name === name && one.id === keyId)
    if (key === undefined) {
      unknown.push(name)
    } else if (!signed.some((one) => one.key === key)) {
      const verified = VerifierKey.verify(check, key, note.text, bytes)
      if (verified === undefined) return Result.fail(new SignatureInvalid({ signer: name }))
      signed.push(verified)
    }
  }
  return signed.length === 0
    ? Result.fail(new NobodyKnownSigned({ found: unknown, known: known.map(({ name }) => name) }))
    : Result.succeed({ text: note.text, signed, unknown })
}
