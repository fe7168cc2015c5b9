/**
 * The rule sets of the CPNS and PPPK rounds.
 *
 * @since 0.1.0
 */
import type { RuleSet } from "@timbang/core/selection"
import { cpns2024 } from "./cpns/Cpns2024.ts"

export { cpns2024 }

// --- models ---

/**
 * Every rule set, CPNS before PPPK, older before younger.
 *
 * **Example** (How many)
 *
 * ```ts
 * import { RuleSets } from "@timbang/regulations"
 * RuleSets.all.some(({ id }) => id === "cpns-2024") // => true
 * ```
 *
 * @category rule sets
 * @since 0.1.0
 */
export const all: ReadonlyArray<RuleSet.RuleSet> = [cpns2024]

// --- operations ---

/**
 * The rule set with an identifier, or `undefined`.
 *
 * **Example** (By identifier)
 *
 * ```ts
 * import { RuleSets } from "@timbang/regulations"
 * RuleSets.find("cpns-2024")?.title // => "Seleksi CPNS 2024"
 * RuleSets.find("cpns-1999") // => undefined
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const find = (id: string): RuleSet.RuleSet | undefined => all.find((ruleSet) => ruleSet.id === id)
