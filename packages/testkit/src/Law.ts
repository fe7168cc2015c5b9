/**
 * A law: something that holds for every round of a rule set, with the policies under which it holds.
 *
 * @since 0.1.0
 */
import type { RuleSet } from "@timbang/core/selection"
import fc from "fast-check"
import * as Policies from "./Policies.ts"
import * as Round from "./Round.ts"

// --- models ---

/**
 * What a host may narrow.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** Policies the host uses; a law runs under those it has in common with its own. */
  readonly policies?: Partial<Policies.Policies>
  /** Largest number of participants in a round. */
  readonly people?: number
}

/**
 * A law.
 *
 * @category models
 * @since 0.1.0
 */
export interface Law {
  readonly name: string
  /** What goes wrong in the world where it fails. */
  readonly why: string
  /** Policies under which it holds. */
  readonly underPolicies: Policies.Policies
  /** Whether the rule set has what the law is about, such as a filling. */
  readonly appliesTo: (ruleSet: RuleSet.RuleSet) => boolean
  /** The law as a property, for `fc.assert` or `fc.check`; a broken one throws and says what was found. */
  readonly holds: (ruleSet: RuleSet.RuleSet, options?: Options) => fc.IProperty<[Round.Round, Picks]>
}

/**
 * Numbers by chance with which a law picks a participant, a component, an order.
 *
 * @category models
 * @since 0.1.0
 */
export interface Picks {
  /** Any whole number of 0 or more. */
  readonly first: number
  readonly second: number
  readonly third: number
  /** One number a participant; sorting by it shuffles. */
  readonly order: ReadonlyArray<number>
}

// --- constructors ---

/**
 * A law whose property is a check of one round: `check` answers what is broken, or `undefined`.
 *
 * **Example** (A law that holds of nothing)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * import { Law, Laws, Policies } from "@timbang/testkit"
 * const never = Law.make({ name: "never", why: "", underPolicies: Policies.any, appliesTo: () => true, check: () => "always" })
 * Laws.checkAll(Specimen.ruleSet, { laws: [never] })[0]._tag // => "Broken"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (
  about: Omit<Law, "holds"> & { readonly check: (round: Round.Round, picks: Picks) => string | undefined }
): Law => {
  const { check, ...law } = about
  return {
    ...law,
    holds: (ruleSet, options) =>
      fc.property(rounds(law, ruleSet, options), picks, (round, chosen) => {
        const broken = check(round, chosen)
        if (broken !== undefined) throw new Error(`${law.name}: ${broken}`)
      })
  }
}

// --- generators ---

/**
 * Numbers by chance for one try of a law.
 *
 * **Example** (Enough to shuffle a round)
 *
 * ```ts
 * import { Law } from "@timbang/testkit"
 * import * as fc from "fast-check"
 * fc.sample(Law.picks, 1)[0].order.length // => 40
 * ```
 *
 * @category generators
 * @since 0.1.0
 */
export const picks: fc.Arbitrary<Picks> = fc.record({
  first: fc.nat(),
  second: fc.nat(),
  third: fc.nat(),
  order: fc.array(fc.nat(), { minLength: 40, maxLength: 40 })
})

/**
 * The rounds that a law is tried on: of a rule set, under the policies that law and host have in common.
 *
 * **Example** (A host that never fills)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * import { Law, Laws } from "@timbang/testkit"
 * import * as fc from "fast-check"
 * const options = { policies: { filling: ["left-out"] } } as const
 * const [round] = fc.sample(Law.rounds(Laws.orderFree, Specimen.ruleSet, options), 1)
 * round.choice.filling // => "left-out"
 * ```
 *
 * @category generators
 * @since 0.1.0
 */
export const rounds = (
  law: Pick<Law, "underPolicies">,
  ruleSet: RuleSet.RuleSet,
  options: Options = {}
): fc.Arbitrary<Round.Round> =>
  Round.arbitrary(ruleSet, Policies.narrow(law.underPolicies, options.policies ?? {}), options.people)
