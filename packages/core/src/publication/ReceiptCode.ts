/**
 * A receipt as digits behind the address of the verifier: what the QR code of a receipt holds.
 *
 * Digits, because a QR code stores three of them in ten bits: nearly as dense as bytes, and safe in any address. They
 * stand after `#`, which no browser sends to a server. The root is left out; it follows from entry and path.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import * as CanonicalJson from "./CanonicalJson.ts"
import * as Checkpoint from "./Checkpoint.ts"
import type * as Commitment from "./Commitment.ts"
import * as Entry from "./Entry.ts"
import * as Binary from "./internal/Binary.ts"
import * as MerkleProof from "./MerkleProof.ts"
import * as MerkleTree from "./MerkleTree.ts"
import type { Canonicalizer, Hash } from "./Primitives.ts"
import * as Receipt from "./Receipt.ts"
import * as SignedNote from "./SignedNote.ts"

// --- models ---

/**
 * The largest QR version a receipt may take: 117 modules a side, still read from a phone's picture.
 *
 * @category models
 * @since 0.1.0
 */
export const maxQrVersion = 25

// --- errors ---

/**
 * The receipt does not fit the largest code.
 *
 * @category errors
 * @since 0.1.0
 */
export class ReceiptTooLarge
  extends Data.TaggedError("ReceiptTooLarge")<{ readonly bits: number; readonly maxBits: number }>
{
  override get message(): string {
    return `the receipt needs ${this.bits} bits, a QR code of version ${maxQrVersion} holds ${this.maxBits}; leave out an opening or hand out the file`
  }
}

/**
 * The receipt's own proof does not lead to its checkpoint, so that no code is made of it.
 *
 * @category errors
 * @since 0.1.0
 */
export class ProofBroken extends Data.TaggedError("ProofBroken")<{ readonly because: string }> {
  override get message(): string {
    return `the receipt does not hold, ${this.because}; make it anew from the log`
  }
}

// --- operations ---

/**
 * The receipt in bytes, as short as it gets.
 *
 * **Example** (A proof that leads nowhere gives no code)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ReceiptCode } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const proof = { extra: undefined, index: 0, path: [], checkpoint: "kota.example\n1\n...\n" }
 * Result.isFailure(ReceiptCode.encode(Primitives.portable, { entry: { kind: "seal", of: "results", count: 5 }, openings: {}, proof })) // => true
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const encode = (
  primitives: Hash & Canonicalizer,
  { entry, openings, proof }: Receipt.Receipt
): Result.Result<Uint8Array, ProofBroken> => {
  const broken = (because: string) => Result.fail(new ProofBroken({ because }))
  const note = SignedNote.parse(proof.checkpoint)
  const checkpoint = Result.flatMap(note, ({ text }) => Checkpoint.parse(text))
  const bytes = Entry.encode(primitives, entry)
  if (Result.isFailure(note) || Result.isFailure(checkpoint)) return broken("its checkpoint cannot be read")
  if (Result.isFailure(bytes)) return broken(bytes.failure.message)
  const { extensions, origin, root, size } = checkpoint.success
  const leafHash = MerkleTree.leafHash(primitives, bytes.success)
  if (!MerkleProof.isIncluded(primitives, { ...proof, size, leafHash }, root)) {
    return broken("its proof does not lead to its checkpoint")
  }
  const writer = Binary.writer()
  writer.number(formatVersion)
  writer.text(origin)
  writer.number(size)
  writer.number(proof.index)
  proof.path.forEach(writer.raw)
  writer.number(extensions.length)
  extensions.forEach(writer.text)
  writer.number(note.success.signatures.length)
  for (const { bytes: signature, keyId, name } of note.success.signatures) {
    writer.text(name === origin ? "" : name)
    writer.raw(Bytes.fromHex(keyId)!)
    writer.bytes(signature)
  }
  writer.bytes(Binary.pack(bytes.success))
  writer.number(Object.keys(openings).length)
  for (const [part, { content, salt }] of Object.entries(openings)) {
    const written = CanonicalJson.encode(primitives, content)
    if (Result.isFailure(written)) return broken(written.failure.message)
    writer.text(part)
    writer.bytes(salt)
    writer.bytes(Binary.pack(written.success))
  }
  return Result.succeed(writer.done())
}

/**
 * Reads a receipt from bytes. Its root is computed; the signature tells whether it is the signed one.
 *
 * **Example** (Bytes that break off)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ReceiptCode } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * Result.isFailure(ReceiptCode.decode(Primitives.portable, new Uint8Array([1, 200]))) // => true
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const decode = (
  primitives: Hash & Canonicalizer,
  code: Uint8Array
): Result.Result<Receipt.Receipt, Receipt.NotAReceipt> => {
  const refused = (because: string) => Result.fail(new Receipt.NotAReceipt({ because }))
  const reader = Binary.reader(code)
  if (reader.number() !== formatVersion) return refused("the code is of another version")
  const origin = reader.text()
  const size = reader.number()
  const index = reader.number()
  const path = Array.from({ length: pathLength(index, size) }, () => reader.raw(MerkleTree.hashBytes))
  const extensions = Array.from({ length: reader.count() }, reader.text)
  const signatures = Array.from({ length: reader.count() }, (): SignedNote.Signature => {
    const name = reader.text()
    return { name: name === "" ? origin : name, keyId: Bytes.hex(reader.raw(4)), bytes: reader.bytes() }
  })
  const bytes = Binary.unpack(reader.bytes())
  const parts = Array.from(
    { length: reader.count() },
    () => [reader.text(), reader.bytes(), Binary.unpack(reader.bytes())] as const
  )
  if (!reader.isDone()) return refused("the code breaks off or goes on too long")
  const entry = Entry.decode(primitives, bytes)
  if (Result.isFailure(entry)) return refused(entry.failure.message)
  const root = MerkleProof.rootOf(primitives, { index, size, leafHash: MerkleTree.leafHash(primitives, bytes), path })
  if (Result.isFailure(root)) return refused(root.failure.message)
  const openings: Array<readonly [string, Commitment.Opening]> = []
  for (const [part, salt, written] of parts) {
    const content = CanonicalJson.decode(primitives, written)
    if (Result.isFailure(content)) return refused(content.failure.message)
    openings.push([part, { salt, content: content.success }])
  }
  const checkpoint = SignedNote.write({
    text: Checkpoint.write({ origin, size, root: root.success, extensions }),
    signatures
  })
  return Result.succeed({
    entry: entry.success,
    openings: Object.fromEntries(openings),
    proof: { extra: undefined, index, path, checkpoint }
  })
}

/**
 * The address that the QR code holds: the verifier's own, `#`, and the receipt in digits.
 *
 * **Example** (A broken receipt has no address)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ReceiptCode } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const proof = { extra: undefined, index: 0, path: [], checkpoint: "kota.example\n1\n...\n" }
 * const receipt = { entry: { kind: "seal", of: "results", count: 5 }, openings: {}, proof } as const
 * Result.isFailure(ReceiptCode.link(Primitives.portable, "https://cpns.kota.example/periksa", receipt)) // => true
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const link = (
  primitives: Hash & Canonicalizer,
  verifier: string,
  receipt: Receipt.Receipt
): Result.Result<string, ProofBroken | ReceiptTooLarge> =>
  Result.flatMap(encode(primitives, receipt), (bytes): Result.Result<string, ReceiptTooLarge> => {
    const digits = Binary.toDigits(bytes)
    const bits = qrBits(Bytes.utf8(`${verifier}#`).length, digits.length)
    return bits > maxBits
      ? Result.fail(new ReceiptTooLarge({ bits, maxBits }))
      : Result.succeed(`${verifier}#${digits}`)
  })

/**
 * Reads a receipt from whatever a person has at hand: the JSON text, the address, or the digits behind its `#`.
 *
 * **Example** (A shopping list)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ReceiptCode } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * Result.isFailure(ReceiptCode.read(Primitives.portable, "beras, telur, gula")) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const read = (
  primitives: Hash & Canonicalizer,
  text: string
): Result.Result<Receipt.Receipt, Receipt.NotAReceipt> => {
  const code = /^(?:[^#{]*#)?([\d\s]+)$/.exec(text.trim())
  const bytes = code === null ? undefined : Binary.fromDigits(code[1]!.replace(/\s/g, ""))
  return bytes === undefined ? Receipt.parse(text) : decode(primitives, bytes)
}

const formatVersion = 1

/** Data bits of a QR code of version 25 at the lowest error correction. Source: ISO/IEC 18004, table 7. */
const maxBits = 10_208

/** Mode, count and data of a byte segment and a digit segment at versions 10 to 26. Source: ISO/IEC 18004, tables 2 and 3. */
const qrBits = (bytes: number, digits: number): number =>
  4 + 16 + 8 * bytes + 4 + 12 + 10 * Math.floor(digits / 3) + [0, 4, 7][digits % 3]!

/** How many hashes the path of a leaf has: one for each level at which the leaf's subtree has a neighbour. */
const pathLength = (index: number, size: number): number => {
  let [place, last, length] = [index, size - 1, 0]
  while (last > 0 && place <= last) {
    if (place % 2 === 1 || place < last) length++
    ;[place, last] = [Math.floor(place / 2), Math.floor(last / 2)]
  }
  return length
}
