/**
 * Fills what a rule set does not know with values by chance, so that a law is tested for every value a source might
 * give.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "@timbang/core/law"
import { Sourced } from "@timbang/core/law"
import { RuleSetNumbers, RuleSetPath, type RuleSet } from "@timbang/core/selection"
import fc from "fast-check"

const source: LegalSource.LegalSource = { instrument: "By chance", confidence: "host" }

/**
 * The rule set with every unknown number and word replaced by one that it can hold; itself when nothing is unknown.
 *
 * **Example** (Nothing is unknown afterwards)
 *
 * ```ts
 * import { RuleSetNumbers } from "@timbang/core/selection"
 * import { RuleSets } from "@timbang/regulations"
 * import { Completion } from "@timbang/testkit"
 * import * as fc from "fast-check"
 * const [completed] = fc.sample(Completion.complete(RuleSets.cpns2018), 1)
 * RuleSetNumbers.unknowns(RuleSets.cpns2018).length > 0 // => true
 * RuleSetNumbers.unknowns(completed) // => []
 * ```
 *
 * @category generators
 * @since 0.1.0
 */
export const complete = (ruleSet: RuleSet.RuleSet): fc.Arbitrary<RuleSet.RuleSet> => {
  const paths = RuleSetNumbers.unknowns(ruleSet).map(({ path }) => path)
  return fc.tuple(...paths.map((path) => valueAt(ruleSet, path))).map((values) =>
    paths.reduce((made, path, at) => RuleSetPath.replace(made, path, Sourced.known(values[at]!, source)), ruleSet)
  )
}

const words: Readonly<Record<string, ReadonlyArray<string>>> = {
  meets: ["general", "own", "none"],
  finalRanking: ["together", "first-group-first"],
  combination: ["add-up", "highest"],
  rounding: ["half-up", "half-even"],
  freedPlaces: ["stay-empty", "refilled"],
  pool: ["all-cells", "cell-by-cell"],
  cellOrder: ["identifier", "most-empty-seats"],
  closing: ["stays-open", "closes-once-filled-into"],
  consent: ["not-asked", "asked"],
  upperLimit: ["years-and-no-days", "completed-years"]
}

const valueAt = (ruleSet: RuleSet.RuleSet, path: string): fc.Arbitrary<number | string> => {
  const parts = path.split(".")
  const last = parts.at(-1)!
  const known = words[last]
  if (known !== undefined) return fc.constantFrom(...known)
  if (last === "factor") return fc.integer({ min: 1, max: 4 })
  if (last === "maximum" || last === "outOf" || last === "cap" || last === "base") return fc.constant(100)
  if (parts.includes("minimums")) return fc.integer({ min: 0, max: Math.floor(maximumOf(ruleSet, last) / 2) })
  return fc.integer({ min: 0, max: 10 })
}

const maximumOf = ({ components }: RuleSet.RuleSet, id: string): number => {
  const maximum = components.find((component) => component.id === id)?.maximum
  return maximum?._tag === "Known" ? maximum.value : 100
}
