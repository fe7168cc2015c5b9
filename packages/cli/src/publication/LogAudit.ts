/**
 * Audits a log folder: proofs, order, files, and the selection itself, recounted from what is public.
 *
 * @since 0.1.0
 */
import { Audit, CanonicalJson, Entry, Recount, RunDocuments, type WitnessPolicy } from "@timbang/core/publication"
import { RuleSetSchema } from "@timbang/core/selection"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"
import type * as LogFolder from "./LogFolder.ts"
import * as DisclosureWords from "../DisclosureWords.ts"

const { node } = NodePrimitives

// --- operations ---

/** Audits a folder, with the checkpoints that the auditor kept and whom the auditor trusts. */
export const run = (
  { checkpoints, document, entries, file, paths }: LogFolder.LogFolder,
  kept: ReadonlyArray<string>,
  policy: WitnessPolicy.WitnessPolicy | undefined,
  /** Told from 0 to 1 how far the reading is: every entry is read once for the order and once for the recount. */
  onProgress?: (share: number) => void
): Audit.Report => {
  const primitives = onProgress === undefined ? node : counting(2 * entries.length, onProgress)
  const means: Recount.Means = { primitives, entries, document, decodeRules, vocabulary: DisclosureWords.ofLaw }
  const evidence: Audit.Evidence = {
    entries,
    checkpoints: [...checkpoints, ...kept],
    document,
    folder: { paths, read: file },
    ...(policy === undefined ? {} : { policy })
  }
  return Audit.audit(primitives, evidence, (chronicle) => Recount.recount(means, chronicle))
}

/** The same primitives, counting what is written canonically: each entry that is read is written again to compare. */
const counting = (total: number, onProgress: (share: number) => void): typeof node => {
  let done = 0
  return {
    ...node,
    canonicalize: (value) => {
      if (done % 256 === 0) onProgress(Math.min(1, done / total))
      done++
      return node.canonicalize(value)
    }
  }
}

/** The standing of each stage that has results, as the facts in the log say it; the stages in their order. */
export const standings = ({ document, entries }: Pick<LogFolder.LogFolder, "document" | "entries">): ReadonlyArray<readonly [string, string]> => {
  const list = entries.map((bytes) => Result.getOrUndefined(Entry.decode(node, bytes)))
  return [...RunDocuments.factsByStage(list)].flatMap(([stage, digest]) => {
    const bytes = document(digest)
    const value = bytes === undefined ? undefined : Result.getOrUndefined(CanonicalJson.decode(node, bytes))
    const facts = value === undefined ? undefined : RunDocuments.readFacts(value)
    return facts === undefined ? [] : [[stage, facts.standing]]
  })
}

const decodeRules = (value: unknown) => Result.getOrUndefined(RuleSetSchema.decode(value))
