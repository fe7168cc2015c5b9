/**
 * The named choices under which a law holds, as data.
 *
 * @since 0.1.0
 */
import type { Filling, Selection, Shortlist } from "@timbang/core/selection"
import fc from "fast-check"

// --- models ---

/**
 * What may be chosen for each policy. A law holds under every combination of what it lists.
 *
 * @category models
 * @since 0.1.0
 */
export interface Policies {
  readonly filling: ReadonlyArray<"run" | "left-out">
  readonly pool: ReadonlyArray<Filling.ResolvedPolicies["pool"]>
  readonly cellOrder: ReadonlyArray<Filling.ResolvedPolicies["cellOrder"]>
  readonly closing: ReadonlyArray<Filling.ResolvedPolicies["closing"]>
  readonly consent: ReadonlyArray<Filling.ResolvedPolicies["consent"]>
  readonly freedPlaces: ReadonlyArray<Shortlist.FreedPlaces>
  /** `as-they-fall`: equals come back as equals. `settled-by-letter`: a letter orders whom the ladder leaves equal. */
  readonly ties: ReadonlyArray<"as-they-fall" | "settled-by-letter">
}

/**
 * One choice for each policy.
 *
 * @category models
 * @since 0.1.0
 */
export type Choice = { readonly [Name in keyof Policies]: Policies[Name][number] }

// --- constructors ---

/**
 * Every choice there is.
 *
 * **Example** (Both readings of a freed place)
 *
 * ```ts
 * import { Policies } from "@timbang/testkit"
 * Policies.any.freedPlaces // => ["stay-empty", "refilled"]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const any: Policies = {
  filling: ["run", "left-out"],
  pool: ["all-cells", "cell-by-cell"],
  cellOrder: ["identifier", "most-empty-seats"],
  closing: ["stays-open", "closes-once-filled-into"],
  consent: ["not-asked", "asked"],
  freedPlaces: ["stay-empty", "refilled"],
  ties: ["as-they-fall", "settled-by-letter"]
}

// --- operations ---

/**
 * The choices that both allow. A policy that `other` leaves out stays as it is.
 *
 * **Example** (A host that never runs the filling)
 *
 * ```ts
 * import { Policies } from "@timbang/testkit"
 * Policies.narrow(Policies.any, { filling: ["left-out"] }).filling // => ["left-out"]
 * ```
 *
 * @category combining
 * @since 0.1.0
 */
export const narrow = (policies: Policies, other: Partial<Policies>): Policies => ({
  filling: both(policies.filling, other.filling),
  pool: both(policies.pool, other.pool),
  cellOrder: both(policies.cellOrder, other.cellOrder),
  closing: both(policies.closing, other.closing),
  consent: both(policies.consent, other.consent),
  freedPlaces: both(policies.freedPlaces, other.freedPlaces),
  ties: both(policies.ties, other.ties)
})

/**
 * Says whether some policy has no choice left.
 *
 * **Example** (Nothing in common)
 *
 * ```ts
 * import { Policies } from "@timbang/testkit"
 * const filled = Policies.narrow(Policies.any, { filling: ["run"] })
 * Policies.isEmpty(Policies.narrow(filled, { filling: ["left-out"] })) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const isEmpty = (policies: Policies): boolean => Object.values(policies).some((choices) => choices.length === 0)

/**
 * One choice for each policy, by chance.
 *
 * **Example** (Where one choice is left, it is taken)
 *
 * ```ts
 * import { Policies } from "@timbang/testkit"
 * import * as fc from "fast-check"
 * const [choice] = fc.sample(Policies.choose(Policies.narrow(Policies.any, { pool: ["cell-by-cell"] })), 1)
 * choice.pool // => "cell-by-cell"
 * ```
 *
 * @category generators
 * @since 0.1.0
 */
export const choose = (policies: Policies): fc.Arbitrary<Choice> =>
  fc.record({
    filling: fc.constantFrom(...policies.filling),
    pool: fc.constantFrom(...policies.pool),
    cellOrder: fc.constantFrom(...policies.cellOrder),
    closing: fc.constantFrom(...policies.closing),
    consent: fc.constantFrom(...policies.consent),
    freedPlaces: fc.constantFrom(...policies.freedPlaces),
    ties: fc.constantFrom(...policies.ties)
  }, { noNullPrototype: true })

/**
 * A choice as the options of a run; freed places are refilled until the last day of 2024.
 *
 * **Example** (Without filling)
 *
 * ```ts
 * import { Policies } from "@timbang/testkit"
 * import * as fc from "fast-check"
 * const [choice] = fc.sample(Policies.choose(Policies.narrow(Policies.any, { filling: ["left-out"] })), 1)
 * Policies.toOptions(choice).filling?.isRun // => false
 * ```
 *
 * @category conversions
 * @since 0.1.0
 */
export const toOptions = ({ cellOrder, closing, consent, filling, freedPlaces, pool }: Choice): Selection.Options => ({
  freedPlaces,
  refillUntil: "2024-12-31",
  filling: { isRun: filling === "run", pool, cellOrder, closing, consent }
})

const both = <A>(all: ReadonlyArray<A>, other: ReadonlyArray<A> | undefined): ReadonlyArray<A> =>
  other === undefined ? all : all.filter((choice) => other.includes(choice))
