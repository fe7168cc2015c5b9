/**
 * What a check of one receipt is made of: the trust anchor, the receipt, another checkpoint, and the checks in words.
 *
 * @since 0.1.0
 */
import { MerkleProof, type Receipt, ReceiptCode, SignedCheckpoint, Trust, type Verification } from "@timbang/core/publication"
import { Sentences } from "@timbang/language"
import { CommandLines, PaperWordList, ProofSentences, TrustSentences, VerifierTexts } from "@timbang/language/publication"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"
import { codes, CommandFailed, type Told } from "../Exit.ts"
import type * as LogFolder from "./LogFolder.ts"

const { node } = NodePrimitives

const refused = (lines: ReadonlyArray<string>, ...faults: ReadonlyArray<Told>) => Result.fail(new CommandFailed({ code: codes.refused, lines, faults }))

/** What was copied from an announcement, by what it is given for. */
export interface Anchors {
  readonly key?: string | undefined
  readonly policy?: string | undefined
  readonly words?: string | undefined
}

/** What is trusted, from a verifier key, a policy and words as they are printed. Without any nobody is trusted. */
export const trust = (anchors: Anchors, lang: Sentences.Language): Result.Result<Trust.Trust, CommandFailed> => {
  let made: Trust.Trust = {}
  for (const part of ["policy", "key", "words"] as const) {
    const anchor = anchors[part]
    if (anchor === undefined) continue
    if (anchor.trim() === "") return refused([CommandLines.lines[lang].anchorEmpty])
    const read = Trust.read(node, PaperWordList.words, anchor)
    // Words in the place of a key, or a key in that of words, are a slip to be told, not another anchor to be taken.
    const isOther = Result.isSuccess(read) ? (read.success.paper !== undefined) !== (part === "words") : part === "key" && !anchor.includes("+")
    if (isOther) return refused([TrustSentences.asked[lang][part]])
    if (Result.isFailure(read)) return refused([anchorLine(read.failure.problem, lang)], read.failure)
    made = { ...made, ...read.success }
  }
  return Result.succeed(made)
}

/** Why what was copied from an announcement is not read; of a policy, what is wrong with its line. */
const anchorLine = (problem: Trust.Problem, lang: Sentences.Language): string => {
  const said = Sentences.say(TrustSentences.problems[lang], problem)
  return problem._tag === "NotAPolicy" ? `${said} ${ProofSentences.policies[lang][problem.problem](problem.found)}` : said
}

/** The receipt in a text. */
export const receipt = (text: string, lang: Sentences.Language): Result.Result<Receipt.Receipt, CommandFailed> => {
  const read = ReceiptCode.read(node, text)
  return Result.isSuccess(read)
    ? Result.succeed(read.success)
    : refused([VerifierTexts.texts[lang].receiptUnreadable, VerifierTexts.texts[lang].receiptAdvice], read.failure)
}

/** The checks of a receipt, a line each. */
export const checkLines = (checks: ReadonlyArray<Verification.Check>, lang: Sentences.Language): ReadonlyArray<string> => {
  const texts = VerifierTexts.texts[lang]
  return checks.map(({ because, name, outcome }) =>
    `  ${texts.checks[name]}: ${texts.outcomes[outcome]}${because === undefined ? "" : ` (${Sentences.say(ProofSentences.troubles[lang], because)})`}`
  )
}

/** The receipt with another checkpoint in the place of its own: the same one better witnessed, or another of the log. */
export const onCheckpoint = (
  given: Receipt.Receipt,
  note: string,
  folder: LogFolder.LogFolder | undefined,
  lang: Sentences.Language
): Result.Result<Receipt.Receipt, CommandFailed> => {
  const { checkpoint, index } = given.proof
  const bodyOf = (text: string) => text.split("\n").slice(0, 3).join("\n")
  if (bodyOf(note) === bodyOf(checkpoint)) {
    return Result.succeed({ ...given, proof: { ...given.proof, checkpoint: note } })
  }
  const kept = SignedCheckpoint.read(note)
  if (Result.isFailure(kept)) return refused([Sentences.say(ProofSentences.troubles[lang], kept.failure)], kept.failure)
  if (folder === undefined) return refused([CommandLines.lines[lang].checkpointNeedsLog])
  const path = MerkleProof.inclusion(node, folder.nodes, index, kept.success.size)
  return Result.isFailure(path)
    ? refused([Sentences.say(ProofSentences.troubles[lang], path.failure)], path.failure)
    : Result.succeed({ ...given, proof: { ...given.proof, path: path.success, checkpoint: note } })
}
