/**
 * Whether every value with a source is a number within its limits, or a word of its vocabulary.
 */
import * as Rounding from "../../number/Rounding.ts"
import type { RuleSet } from "../RuleSet.ts"
import type { RuleSetFault } from "../RuleSetFault.ts"
import * as RuleSetPath from "../RuleSetPath.ts"

/** Words a number's place accepts instead of a number, by the last name of its path. */
const vocabularies: Readonly<Record<string, ReadonlyArray<string>>> = {
  rounding: Rounding.roundings,
  combination: ["add-up", "highest"],
  meets: ["general", "own", "none"],
  pool: ["all-cells", "cell-by-cell"],
  cellOrder: ["identifier", "most-empty-seats"],
  closing: ["stays-open", "closes-once-filled-into"],
  consent: ["not-asked", "asked"],
  freedPlaces: ["stay-empty", "refilled"],
  finalRanking: ["together", "first-group-first"],
  upperLimit: ["years-and-no-days", "completed-years"]
}

export const check = (ruleSet: RuleSet): ReadonlyArray<RuleSetFault> =>
  RuleSetPath.places(ruleSet).flatMap(({ path, sourced }): ReadonlyArray<RuleSetFault> => {
    if (sourced._tag === "Unknown") return []
    const { value } = sourced
    const known = vocabularies[path.slice(path.lastIndexOf(".") + 1)]
    if (known !== undefined) {
      return known.includes(String(value)) ? [] : [{ _tag: "WordUnknown", path, found: String(value), known }]
    }
    if (typeof value !== "number") return [{ _tag: "WordUnknown", path, found: value, known: ["a whole number"] }]
    const isPercent = /percent|entitlements\./i.test(path)
    const maximum = isPercent ? 100 : Number.MAX_SAFE_INTEGER
    const minimum = path === "shortlist.factor" || path.endsWith(".outOf") ? 1 : 0
    return Number.isSafeInteger(value) && value >= minimum && value <= maximum
      ? []
      : [{ _tag: "OutOfRange", path, found: value, minimum, maximum: isPercent ? "100" : "2^53" }]
  })
