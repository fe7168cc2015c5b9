/**
 * Signatures of witnesses on the checkpoints of a log folder: one line each, carried to and fro on any medium.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { LogFiles, SignedCheckpoint, SignedNote, type WitnessPolicy } from "@timbang/core/publication"
import { Sentences } from "@timbang/language"
import { ProofSentences, WitnessLines } from "@timbang/language/publication"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Turn as FileTurn } from "@timbang/storage-files"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as LogFolder from "./LogFolder.ts"
import * as Turn from "./Turn.ts"

const { node } = NodePrimitives

const refused = (line: string) => new CommandFailed({ code: codes.refused, lines: [line] })

/** The checkpoint with the signature of a witness after those that it has; the same when the witness signed it before. */
export const signed = (checkpoint: string, key: SecretKey.SecretKey, seenAtSeconds: number): string => {
  const note = Result.getOrThrow(SignedNote.parse(checkpoint))
  const { id, name } = key.verifier
  return note.signatures.some((one) => one.name === name && one.keyId === id)
    ? checkpoint
    : SignedNote.write({ ...note, signatures: [...note.signatures, SecretKey.sign(key, note.text, seenAtSeconds)] })
}

/** What adding gave. */
export interface Added {
  readonly size: number
  /** Names of the policy of those who have signed it now. */
  readonly witnesses: ReadonlyArray<string>
  readonly isMet: boolean
}

/**
 * Adds to the checkpoints of the folder the signatures of the policy's witnesses that a file holds. Signatures of others are
 * left out; one that does not hold refuses the file, and nothing is written.
 */
export const add = (
  folder: string,
  files: ReadonlyArray<{ readonly path: string; readonly note: string }>,
  policy: WitnessPolicy.WitnessPolicy,
  lang: Sentences.Language
): Effect.Effect<ReadonlyArray<Added>, CommandFailed> =>
  Effect.gen(function*() {
    const says = WitnessLines.lines[lang]
    const log = yield* LogFolder.read(folder, lang)
    const merged = new Map<number, string>()
    for (const { note, path } of files) {
      const [given, checkpoint] = [SignedNote.parse(note), SignedCheckpoint.read(note)]
      if (Result.isFailure(given) || Result.isFailure(checkpoint)) {
        const failure = Result.isFailure(given) ? given.failure : Result.getOrThrow(Result.flip(checkpoint))
        return yield* refused(`${path}: ${Sentences.say(ProofSentences.troubles[lang], failure)}`)
      }
      const { size } = checkpoint.success
      const own = [...(merged.has(size) ? [merged.get(size)!] : []), ...log.checkpoints]
        .map((text) => Result.getOrThrow(SignedNote.parse(text)))
        .find(({ text }) => text === given.success.text)
      if (own === undefined) return yield* refused(says.otherCheckpoint(path, size))
      const opened = SignedNote.open(node, given.success, [...policy.witnesses.values()])
      if (Result.isFailure(opened)) {
        return yield* refused(
          `${path}: ${opened.failure._tag === "SignatureInvalid" ? Sentences.say(ProofSentences.troubles[lang], opened.failure) : says.nobody}`
        )
      }
      const isKnown = (one: SignedNote.Signature) => own.signatures.some(({ keyId, name }) => name === one.name && keyId === one.keyId)
      const isOfWitness = (one: SignedNote.Signature) => opened.success.signed.some(({ key }) => key.name === one.name && key.id === one.keyId)
      const fresh = given.success.signatures.filter((one) => isOfWitness(one) && !isKnown(one))
      merged.set(size, SignedNote.write({ ...own, signatures: [...own.signatures, ...fresh] }))
    }
    const added: Array<Added> = []
    for (const [size, note] of merged) {
      const verified = SignedCheckpoint.verify(node, policy, note)
      if (Result.isSuccess(verified)) added.push({ size, witnesses: verified.success.witnesses.map(({ witness }) => witness), isMet: true })
      else if (verified.failure._tag === "QuorumNotMet") added.push({ size, witnesses: verified.failure.signed, isMet: false })
      else return yield* refused(Sentences.say(ProofSentences.troubles[lang], verified.failure))
    }
    const newest = join(folder, "checkpoint")
    yield* Turn.take(newest, lang, async ({ confirm }) => {
      if (await readFile(newest, "utf8") !== log.checkpoint) throw new FileTurn.OtherWriter({ path: newest })
      confirm()
      for (const [size, note] of merged) {
        await LogFolder.put(join(folder, LogFiles.checkpointPath(size)), note)
        if (size === log.size) await LogFolder.put(newest, note)
      }
    })
    return added
  })
