/**
 * Whom a reader trusts: the keys of the log, its witnesses, and how many of them have to have signed.
 *
 * Format: C2SP tlog-policy, a text file that an announcement can print. Without it a check can only say "consistent,
 * signer unknown".
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import type { Hash } from "./Primitives.ts"
import * as VerifierKey from "./VerifierKey.ts"

// --- models ---

/**
 * Several witnesses of which some have to sign.
 *
 * @category models
 * @since 0.1.0
 */
export interface Group {
  /** How many members have to be satisfied. Range: 1 to the number of members. */
  readonly threshold: number
  /** Names of witnesses and of groups defined before. */
  readonly members: ReadonlyArray<string>
}

/**
 * A policy.
 *
 * @category models
 * @since 0.1.0
 */
export interface WitnessPolicy {
  readonly logs: ReadonlyArray<VerifierKey.VerifierKey>
  /** By the short name the policy gives. */
  readonly witnesses: ReadonlyMap<string, VerifierKey.VerifierKey>
  readonly groups: ReadonlyMap<string, Group>
  /** Name of a witness or group, or `none`. */
  readonly quorum: string
}

// --- errors ---

/**
 * What is wrong with a line of a policy.
 *
 * - `key`: not a verifier key. `log-key`, `witness-key`: a key of the wrong type.
 * - `name-taken`, `name-unknown`: a name that is defined above already, or not yet.
 * - `one-hand-twice`: the key of another witness.
 * - `member-twice`: a member of two groups, or twice of one. `threshold`: more members asked for than there are, or none.
 * - `second-quorum`, `no-log`, `no-quorum`, `line`: as they say; `line` is none of the four kinds.
 *
 * @category errors
 * @since 0.1.0
 */
export type Problem =
  | "key"
  | "log-key"
  | "witness-key"
  | "name-taken"
  | "name-unknown"
  | "one-hand-twice"
  | "member-twice"
  | "threshold"
  | "second-quorum"
  | "no-log"
  | "no-quorum"
  | "line"

/**
 * The text is not a policy.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotAPolicy extends Data.TaggedError("NotAPolicy")<{
  readonly line: number
  readonly problem: Problem
  /** The name or number that the problem is about; empty where it is about none. */
  readonly found: string
}> {
  override get message(): string {
    const about = this.found === "" ? "" : ` (${this.found})`
    return `line ${this.line} of the policy: ${this.problem}${about}; take the policy as it was announced`
  }
}

// --- constructors ---

/**
 * Reads a policy file.
 *
 * **Details**
 *
 * Lines: `log KEY`, `witness NAME KEY`, `group NAME any|all|N MEMBER...`, `quorum NAME|none`; an address may follow a
 * key. A line that starts with `#` is a remark. Names are defined before they are used, and once.
 *
 * **Example** (One log and no witness)
 *
 * ```ts
 * import { Result } from "effect"
 * import { WitnessPolicy } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const text = "log PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\nquorum none\n"
 * Result.map(WitnessPolicy.parse(Primitives.portable, text), ({ logs }) => logs.length) // => Result.succeed(1)
 * Result.isFailure(WitnessPolicy.parse(Primitives.portable, text.replace("none", "w1"))) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (hash: Hash, text: string): Result.Result<WitnessPolicy, NotAPolicy> => {
  const logs: Array<VerifierKey.VerifierKey> = []
  const witnesses = new Map<string, VerifierKey.VerifierKey>()
  const groups = new Map<string, Group>()
  const members = new Set<string>()
  let quorum: string | undefined
  const lines = text.split("\n")
  for (const [at, line] of lines.entries()) {
    const refused = (problem: Problem, found = "") => Result.fail(new NotAPolicy({ line: at + 1, problem, found }))
    const words = line.trim().split(/\s+/)
    const [kind, first, second, ...rest] = words
    if (kind === "" || kind!.startsWith("#")) continue
    const isNew = (name: string) => name !== "none" && !witnesses.has(name) && !groups.has(name)
    const isKnown = (name: string) => witnesses.has(name) || groups.has(name)
    if (kind === "log" && first !== undefined && words.length <= 3) {
      const key = VerifierKey.parse(hash, first)
      if (Result.isFailure(key)) return refused("key")
      if (key.success.type !== "ed25519") return refused("log-key")
      logs.push(key.success)
    } else if (kind === "witness" && first !== undefined && second !== undefined && words.length <= 4) {
      if (!isNew(first)) return refused("name-taken", first)
      const key = VerifierKey.parse(hash, second)
      if (Result.isFailure(key)) return refused("key")
      if (key.success.type !== "cosignature") return refused("witness-key", first)
      if (
        [...witnesses.values()].some(({ publicKey }) => publicKey.every((byte, i) => byte === key.success.publicKey[i]))
      ) {
        return refused("one-hand-twice", first)
      }
      witnesses.set(first, key.success)
    } else if (kind === "group" && first !== undefined && second !== undefined) {
      if (!isNew(first)) return refused("name-taken", first)
      const unknown = rest.find((name) => !isKnown(name))
      if (unknown !== undefined) return refused("name-unknown", unknown)
      const repeated = rest.find((name) => members.has(name))
      if (repeated !== undefined || new Set(rest).size !== rest.length) {
        return refused("member-twice", repeated ?? first)
      }
      const threshold = second === "any"
        ? 1
        : second === "all"
        ? rest.length
        : /^[1-9]\d*$/.test(second)
        ? Number(second)
        : 0
      if (threshold < 1 || threshold > rest.length) return refused("threshold", `${second}/${rest.length}`)
      rest.forEach((name) => members.add(name))
      groups.set(first, { threshold, members: rest })
    } else if (kind === "quorum" && first !== undefined && words.length === 2) {
      if (quorum !== undefined) return refused("second-quorum")
      if (first !== "none" && !isKnown(first)) return refused("name-unknown", first)
      quorum = first
    } else {
      return refused("line")
    }
  }
  const missing = logs.length === 0
    ? "no-log"
    : quorum === undefined
    ? "no-quorum"
    : undefined
  return missing === undefined
    ? Result.succeed({ logs, witnesses, groups, quorum: quorum! })
    : Result.fail(new NotAPolicy({ line: lines.length, problem: missing, found: "" }))
}

/**
 * The policy that trusts one log and asks for no witness.
 *
 * **Example** (From the key in an announcement)
 *
 * ```ts
 * import { VerifierKey, WitnessPolicy } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * WitnessPolicy.ofKey(VerifierKey.make(Primitives.portable, "kota.example/cpns", "ed25519", new Uint8Array(32))).quorum // => "none"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofKey = (log: VerifierKey.VerifierKey): WitnessPolicy => ({
  logs: [log],
  witnesses: new Map(),
  groups: new Map(),
  quorum: "none"
})

// --- operations ---

/**
 * Says whether enough witnesses signed, given the short names of those who did.
 *
 * **Example** (No witness is needed)
 *
 * ```ts
 * import { VerifierKey, WitnessPolicy } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const policy = WitnessPolicy.ofKey(VerifierKey.make(Primitives.portable, "kota.example/cpns", "ed25519", new Uint8Array(32)))
 * WitnessPolicy.isMet(policy, new Set()) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const isMet = (policy: WitnessPolicy, signed: ReadonlySet<string>): boolean => {
  const isSatisfied = (name: string): boolean => {
    const group = policy.groups.get(name)
    return group === undefined ? signed.has(name) : group.members.filter(isSatisfied).length >= group.threshold
  }
  return policy.quorum === "none" || isSatisfied(policy.quorum)
}
