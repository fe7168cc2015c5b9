/**
 * The primitives with Node's SHA-256. Signatures and canonical JSON are those of the browser: there is one signature
 * rule, and one implementation of it.
 *
 * @since 0.1.0
 */
import type { Primitives as PublicationPrimitives } from "@timbang/core/publication"
import { hash } from "node:crypto"
import { portable } from "./Primitives.ts"

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
  sha256: (bytes) => hash("sha256", bytes, "buffer")
}
