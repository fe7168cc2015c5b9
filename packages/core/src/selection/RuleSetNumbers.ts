/**
 * The numbers of a rule set, with how sure each is: what is unknown, and what must be announced with a warning.
 *
 * @since 0.1.0
 */
import * as LegalSource from "../law/LegalSource.ts"
import type { RuleSet } from "./RuleSet.ts"
import * as RuleSetPath from "./RuleSetPath.ts"

// --- operations ---

/**
 * Every value of a rule set that carries its own source, known or not, in the order of the document.
 *
 * **Example** (The first number of the specimen)
 *
 * ```ts
 * import { RuleSetNumbers, Specimen } from "@timbang/core/selection"
 * RuleSetNumbers.entries(Specimen.ruleSet)[0]?.path // => "components.knowledge.maximum"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const entries = (ruleSet: RuleSet): ReadonlyArray<RuleSetPath.Place> => RuleSetPath.places(ruleSet)

/**
 * Numbers that no source gives; a selection that needs one is refused until a host supplies it.
 *
 * **Example** (The specimen knows all of its numbers)
 *
 * ```ts
 * import { RuleSetNumbers, Specimen } from "@timbang/core/selection"
 * RuleSetNumbers.unknowns(Specimen.ruleSet) // => []
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const unknowns = (ruleSet: RuleSet): ReadonlyArray<RuleSetPath.Citation> =>
  entries(ruleSet).flatMap(({ path, sourced }) => sourced._tag === "Unknown" ? [{ path, source: sourced.source }] : [])

/**
 * Known numbers, and parts, that rest on nothing but memory.
 *
 * **Details**
 *
 * A part is named only where none of its own numbers already says so. Unknown numbers are not listed here.
 *
 * **Example** (Nothing to warn of)
 *
 * ```ts
 * import { RuleSetNumbers, Specimen } from "@timbang/core/selection"
 * RuleSetNumbers.warnings(Specimen.ruleSet) // => []
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const warnings = (ruleSet: RuleSet): ReadonlyArray<RuleSetPath.Citation> => {
  const numbers = entries(ruleSet)
  const unverified = numbers
    .filter(({ sourced }) => sourced._tag === "Known" && LegalSource.needsWarning(sourced.source))
    .map(({ path, sourced }) => ({ path, source: sourced.source }))
  const isNumber = new Set(numbers.map(({ path }) => path))
  const parts = RuleSetPath.citations(ruleSet).filter(({ path, source }) =>
    LegalSource.needsWarning(source) && !isNumber.has(path) && !numbers.some((number) => number.path.startsWith(`${path}.`))
  )
  return [...unverified, ...parts]
}
