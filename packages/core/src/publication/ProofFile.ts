/**
 * A proof that a person can carry: place, path and signed checkpoint in one plain text.
 *
 * Format: C2SP tlog-proof.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import * as MerkleTree from "./MerkleTree.ts"

// --- models ---

/**
 * A proof file taken apart: not checked yet.
 *
 * @category models
 * @since 0.1.0
 */
export interface ProofFile {
  /** Bytes that the application may add; they are not part of the proof. */
  readonly extra: Uint8Array | undefined
  /** Place of the entry. Range: 0 to 2^53 - 1. */
  readonly index: number
  /** Hashes from the leaf up to the root. At most 63. */
  readonly path: ReadonlyArray<Uint8Array>
  /** The signed checkpoint, as text. */
  readonly checkpoint: string
}

// --- errors ---

/**
 * The text is not a proof file.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotAProofFile extends Data.TaggedError("NotAProofFile")<{ readonly because: string }> {
  override get message(): string {
    return `not a proof file: ${this.because}; take the file as it was handed out`
  }
}

// --- constructors ---

/**
 * Reads a proof file.
 *
 * **Example** (The only entry of a log has an empty path)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ProofFile } from "@timbang/core/publication"
 * const text = "c2sp.org/tlog-proof@v1\nindex 0\n\nkota.example\n1\n...\n"
 * Result.map(ProofFile.parse(text), ({ index, path }) => [index, path.length]) // => Result.succeed([0, 0])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (text: string): Result.Result<ProofFile, NotAProofFile> => {
  const refused = (because: string) => Result.fail(new NotAProofFile({ because }))
  const split = text.indexOf("\n\n")
  if (split < 0) return refused("no empty line stands between proof and checkpoint")
  const [header, ...lines] = text.slice(0, split).split("\n")
  if (header !== firstLine) return refused(`it does not begin with ${firstLine}`)
  const extraLine = /^extra (.+)$/.exec(lines[0] ?? "")
  const extra = extraLine === null ? undefined : Bytes.fromBase64(extraLine[1]!)
  if (extraLine !== null) {
    if (extra === undefined) return refused("its extra line is not base64")
    lines.shift()
  }
  const place = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? "")
  if (place === null || !Number.isSafeInteger(Number(place[1]))) return refused("it names no place")
  if (lines.length > maxPath) return refused(`its path has ${lines.length} hashes, more than ${maxPath}`)
  const path: Array<Uint8Array> = []
  for (const line of lines) {
    const hash = Bytes.fromBase64(line)
    if (hash === undefined || hash.length !== MerkleTree.hashBytes) {
      return refused(`line ${path.length + 1} of its path is not a hash`)
    }
    path.push(hash)
  }
  return Result.succeed({ extra, index: Number(place[1]), path, checkpoint: text.slice(split + 2) })
}

// --- operations ---

/**
 * The proof as text.
 *
 * **Example** (There and back)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ProofFile } from "@timbang/core/publication"
 * const text = "c2sp.org/tlog-proof@v1\nindex 0\n\nkota.example\n1\n...\n"
 * Result.map(ProofFile.parse(text), ProofFile.write) // => Result.succeed(text)
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const write = ({ checkpoint, extra, index, path }: ProofFile): string =>
  `${
    [
      firstLine,
      ...(extra === undefined ? [] : [`extra ${Bytes.base64(extra)}`]),
      `index ${index}`,
      ...path.map(Bytes.base64)
    ].join("\n")
  }\n\n${checkpoint}`

const firstLine = "c2sp.org/tlog-proof@v1"

const maxPath = 63
