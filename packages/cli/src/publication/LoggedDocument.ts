/**
 * A document, such as an announcement in PDF, as an entry of a log: where it stands, and the receipt that vouches for it.
 *
 * @since 0.1.0
 */
import { Entry, MerkleProof, type Receipt } from "@timbang/core/publication"
import { NodePrimitives } from "@timbang/signing/node"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import type * as LogFolder from "./LogFolder.ts"

const { node } = NodePrimitives

/** The last entry that logs these very bytes; nothing when none does. */
export const find = (
  { entries }: LogFolder.LogFolder,
  bytes: Uint8Array
): { readonly index: number; readonly entry: Entry.Document } | undefined => {
  const digest = Buffer.from(node.sha256(bytes)).toString("base64")
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = Result.getOrUndefined(Entry.decode(node, entries[index]!))
    if (entry?.kind === "document" && entry.digest === digest) return { index, entry }
  }
  return undefined
}

/** The receipt of the document at that place. */
export const receipt = (folder: LogFolder.LogFolder, index: number): Effect.Effect<Receipt.Receipt, CommandFailed> =>
  Result.match(
    Result.all([Entry.decode(node, folder.entries[index]!), MerkleProof.inclusion(node, folder.nodes, index)]),
    {
      onFailure: ({ message }) => Effect.fail(new CommandFailed({ code: codes.refused, lines: [message] })),
      onSuccess: ([entry, path]) =>
        Effect.succeed({ entry, openings: {}, proof: { extra: undefined, index, path, checkpoint: folder.checkpoint } })
    }
  )
