/**
 * The laws, and how a host runs them on its own rule set.
 *
 * @since 0.1.0
 */
import type { RuleSet } from "@timbang/core/selection"
import { Data } from "effect"
import fc from "fast-check"
import type { Law, Options } from "./Law.ts"
import * as Policies from "./Policies.ts"
import { equalsAlike } from "./laws/EqualsAlike.ts"
import { minimumsBind } from "./laws/MinimumsBind.ts"
import { noEnvy } from "./laws/NoEnvy.ts"
import { orderFree } from "./laws/OrderFree.ts"
import { othersUntouched } from "./laws/OthersUntouched.ts"
import { raisingKeepsSeat, raisingKeepsStage } from "./laws/RaisingNeverHurts.ts"
import { sameBytes } from "./laws/SameBytes.ts"
import { seatsNeverOverfilled } from "./laws/SeatsNeverOverfilled.ts"
import { seatsNeverWasted } from "./laws/SeatsNeverWasted.ts"
import { smallestChangeSuffices } from "./laws/SmallestChangeSuffices.ts"

export {
  equalsAlike,
  minimumsBind,
  noEnvy,
  orderFree,
  othersUntouched,
  raisingKeepsSeat,
  raisingKeepsStage,
  sameBytes,
  seatsNeverOverfilled,
  seatsNeverWasted,
  smallestChangeSuffices
}

// --- models ---

/**
 * How a law fared on a rule set.
 *
 * - `Held`: on every round tried.
 * - `Broken`: `report` shows the smallest round found, with its seed.
 * - `NotApplicable`: the rule set has nothing the law is about, or the host uses none of the policies under which it
 *   holds.
 *
 * @category models
 * @since 0.1.0
 */
export type Verdict =
  | { readonly _tag: "Held"; readonly law: string; readonly rounds: number }
  | { readonly _tag: "Broken"; readonly law: string; readonly why: string; readonly report: string }
  | { readonly _tag: "NotApplicable"; readonly law: string }

/**
 * How hard to try.
 *
 * @category models
 * @since 0.1.0
 */
export interface Effort extends Options {
  /** Rounds for each law. Default: 100. */
  readonly rounds?: number
  /** Seed of the rounds; without it every run tries others. */
  readonly seed?: number
  /** Laws to run. Default: {@link all}. */
  readonly laws?: ReadonlyArray<Law>
}

// --- errors ---

/**
 * Laws that a rule set breaks.
 *
 * @category errors
 * @since 0.1.0
 */
export class LawsBroken extends Data.TaggedError("LawsBroken")<{
  readonly ruleSet: string
  readonly broken: ReadonlyArray<Extract<Verdict, { readonly _tag: "Broken" }>>
}> {
  override get message(): string {
    return this.broken.map(({ law, report, why }) => `${this.ruleSet} breaks ${law}. ${why}\n${report}`).join("\n\n")
  }
}

// --- operations ---

/**
 * Every law.
 *
 * **Example** (How many)
 *
 * ```ts
 * import { Laws } from "@timbang/testkit"
 * Laws.all.length // => 11
 * ```
 *
 * @category laws
 * @since 0.1.0
 */
export const all: ReadonlyArray<Law> = [
  orderFree,
  minimumsBind,
  seatsNeverOverfilled,
  seatsNeverWasted,
  raisingKeepsStage,
  raisingKeepsSeat,
  noEnvy,
  othersUntouched,
  equalsAlike,
  smallestChangeSuffices,
  sameBytes
]

/**
 * Tries every law on a rule set.
 *
 * **Example** (The specimen keeps them all)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * import { Laws } from "@timbang/testkit"
 * Laws.checkAll(Specimen.ruleSet, { rounds: 20 }).every(({ _tag }) => _tag === "Held") // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const checkAll = (ruleSet: RuleSet.RuleSet, effort: Effort = {}): ReadonlyArray<Verdict> =>
  (effort.laws ?? all).map((law): Verdict => {
    const policies = Policies.narrow(law.underPolicies, effort.policies ?? {})
    if (!law.appliesTo(ruleSet) || Policies.isEmpty(policies)) return { _tag: "NotApplicable", law: law.name }
    const details = fc.check(law.holds(ruleSet, effort), {
      numRuns: effort.rounds ?? 100,
      ...(effort.seed === undefined ? {} : { seed: effort.seed })
    })
    return details.failed
      ? { _tag: "Broken", law: law.name, why: law.why, report: reportOf(details) }
      : { _tag: "Held", law: law.name, rounds: details.numRuns }
  })

/** What was found, then the smallest round. */
const reportOf = <A>(details: fc.RunDetails<A>): string => {
  const found = details.failed && details.errorInstance instanceof Error ? details.errorInstance.message : ""
  return `${found}\n${fc.defaultReportMessage(details) ?? ""}`
}

/**
 * Tries every law on a rule set and throws {@link LawsBroken} where one breaks; for a test of three lines.
 *
 * **Example** (A test)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * import { Laws } from "@timbang/testkit"
 * Laws.checkAllUnsafe(Specimen.ruleSet, { rounds: 20 }).length // => 11
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const checkAllUnsafe = (ruleSet: RuleSet.RuleSet, effort: Effort = {}): ReadonlyArray<Verdict> => {
  const verdicts = checkAll(ruleSet, effort)
  const broken = verdicts.flatMap((verdict) => verdict._tag === "Broken" ? [verdict] : [])
  if (broken.length > 0) throw new LawsBroken({ ruleSet: ruleSet.id, broken })
  return verdicts
}
