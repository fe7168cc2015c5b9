/**
 * A checkpoint with the signatures of its log and of witnesses, checked against a policy.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Checkpoint from "./Checkpoint.ts"
import type { SignatureCheck } from "./Primitives.ts"
import * as SignedNote from "./SignedNote.ts"
import * as WitnessPolicy from "./WitnessPolicy.ts"

// --- models ---

/**
 * A witness that saw a checkpoint.
 *
 * @category models
 * @since 0.1.0
 */
export interface Witnessed {
  /** Short name in the policy. */
  readonly witness: string
  /** Unit: seconds since 1970-01-01 UTC. */
  readonly seenAtSeconds: number
}

/**
 * A checkpoint that satisfies a policy.
 *
 * @category models
 * @since 0.1.0
 */
export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint.Checkpoint
  /** Name of the log's key. */
  readonly log: string
  readonly witnesses: ReadonlyArray<Witnessed>
}

/**
 * Why a checkpoint is not accepted.
 *
 * @category errors
 * @since 0.1.0
 */
export type Refusal =
  | SignedNote.NotASignedNote
  | SignedNote.SignatureInvalid
  | Checkpoint.NotACheckpoint
  | LogDidNotSign
  | QuorumNotMet

// --- errors ---

/**
 * No log of the policy signed the checkpoint under its own name.
 *
 * @category errors
 * @since 0.1.0
 */
export class LogDidNotSign extends Data.TaggedError("LogDidNotSign")<{
  readonly origin: string
  readonly signers: ReadonlyArray<string>
  readonly trusted: ReadonlyArray<string>
}> {
  override get message(): string {
    return `the checkpoint of ${this.origin} is signed by ${this.signers.join(", ")} and not by the trusted key of ${
      this.trusted.join(", ")
    }; ` +
      "compare the key with the announcement"
  }
}

/**
 * Too few witnesses signed.
 *
 * @category errors
 * @since 0.1.0
 */
export class QuorumNotMet extends Data.TaggedError("QuorumNotMet")<{
  readonly quorum: string
  readonly signed: ReadonlyArray<string>
}> {
  override get message(): string {
    return `the policy asks for ${this.quorum}, and ${
      this.signed.length === 0 ? "no witness" : this.signed.join(", ")
    } signed; ` +
      "ask for a checkpoint that the witnesses have signed"
  }
}

// --- operations ---

/**
 * Checks a checkpoint: first the log's signature, then the witnesses.
 *
 * **Example** (Signed by a stranger)
 *
 * ```ts
 * import { Result } from "effect"
 * import { SignedCheckpoint, VerifierKey, WitnessPolicy } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const policy = WitnessPolicy.ofKey(VerifierKey.make(Primitives.portable, "kota.example/cpns", "ed25519", new Uint8Array(32)))
 * const note = "kota.example/cpns\n7\nuTaKFxOGcmSrexoWG2Np9zzcOpyQCDOyLqpd/5xKXTk=\n\n— kota.example/cpns AAAAAQI=\n"
 * Result.isFailure(SignedCheckpoint.verify(Primitives.portable, policy, note)) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const verify = (
  check: SignatureCheck,
  policy: WitnessPolicy.WitnessPolicy,
  note: string
): Result.Result<SignedCheckpoint, Refusal> => {
  const parsed = SignedNote.parse(note)
  if (Result.isFailure(parsed)) return Result.fail(parsed.failure)
  const checkpoint = Checkpoint.parse(parsed.success.text)
  if (Result.isFailure(checkpoint)) return Result.fail(checkpoint.failure)
  const { origin } = checkpoint.success
  const logs = policy.logs.filter(({ name }) => name === origin)
  const opened = SignedNote.open(check, parsed.success, [...logs, ...policy.witnesses.values()])
  if (Result.isFailure(opened) && opened.failure._tag === "SignatureInvalid") return Result.fail(opened.failure)
  const signed = Result.isSuccess(opened) ? opened.success.signed : []
  const log = signed.find(({ key }) => logs.includes(key))
  if (log === undefined) {
    return Result.fail(
      new LogDidNotSign({
        origin,
        signers: parsed.success.signatures.map(({ name }) => name),
        trusted: policy.logs.map(({ name }) => name)
      })
    )
  }
  const witnesses = [...policy.witnesses].flatMap(([witness, key]) => {
    const seenAtSeconds = signed.find((one) => one.key === key)?.seenAtSeconds
    return seenAtSeconds === undefined ? [] : [{ witness, seenAtSeconds }]
  })
  return WitnessPolicy.isMet(policy, new Set(witnesses.map(({ witness }) => witness)))
    ? Result.succeed({ checkpoint: checkpoint.success, log: log.key.name, witnesses })
    : Result.fail(new QuorumNotMet({ quorum: policy.quorum, signed: witnesses.map(({ witness }) => witness) }))
}

/**
 * Reads a checkpoint without checking who signed it: for a reader who has no key yet, and says so.
 *
 * **Example** (Seven entries, signer unknown)
 *
 * ```ts
 * import { Result } from "effect"
 * import { SignedCheckpoint } from "@timbang/core/publication"
 * const note = "kota.example/cpns\n7\nuTaKFxOGcmSrexoWG2Np9zzcOpyQCDOyLqpd/5xKXTk=\n\n— kota.example/cpns AAAAAQI=\n"
 * Result.map(SignedCheckpoint.read(note), ({ size }) => size) // => Result.succeed(7)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const read = (
  note: string
): Result.Result<Checkpoint.Checkpoint, SignedNote.NotASignedNote | Checkpoint.NotACheckpoint> => {
  const parsed = SignedNote.parse(note)
  return Result.isFailure(parsed) ? Result.fail(parsed.failure) : Checkpoint.parse(parsed.success.text)
}
