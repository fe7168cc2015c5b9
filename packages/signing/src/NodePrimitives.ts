/**
 * The primitives with Node's SHA-256. Signatures and canonical JSON are those of the browser: there is one signature
 * rule, and one implementation of it.
 *
 * The digest is taken as text of one character a byte: making a `Buffer` costs Node more than the hash of a node.
 *
 * @since 0.1.0
 */
import type { Primitives as PublicationPrimitives } from "@timbang/core/publication"
import { hash } from "node:crypto"
import { portable } from "./Primitives.ts"

const sha256Into = (bytes: Uint8Array, target: Uint8Array, at: number): void => {
  const text = hash("sha256", bytes, "binary")
  for (let i = 0; i < 32; i++) target[at + i] = text.charCodeAt(i)
}

/**
 * Primitives for Node.
 *
 * **Example** (The same hash)
 *
 * ```ts
 * import { Primitives } from "@timbang/signing"
 * import { NodePrimitives } from "@timbang/signing/node"
 * const bytes = new Uint8Array([1, 2, 3])
 * [...NodePrimitives.node.sha256(bytes)] // => [...Primitives.portable.sha256(bytes)]
 * ```
 *
 * @category primitives
 * @since 0.1.0
 */
export const node: PublicationPrimitives.Primitives = {
  ...portable,
  sha256: (bytes) => {
    const digest = new Uint8Array(32)
    sha256Into(bytes, digest, 0)
    return digest
  },
  sha256Into
}
