/**
 * Whether a host decides a selection alone, such as that of non-ASN staff of a BLUD: then, and only then, may it register applicants itself.
 *
 * @since 0.1.0
 */
import type { Authority } from "../law/Decided.ts"
import type { RuleSet } from "./RuleSet.ts"
import * as RuleSetPath from "./RuleSetPath.ts"

// --- models ---

/**
 * A part of the rules that an office decides for which the host may not speak.
 *
 * @category models
 * @since 0.1.0
 */
export interface Other {
  /** Name of the part, such as `secondExam`; `thresholds.groups.umum`. */
  readonly path: string
  readonly decidedBy: Authority
}

// --- operations ---

/**
 * Every part of the rules that another office decides, in the order of the rules. Empty: the selection is the host's own.
 *
 * **Details**
 *
 * Neither the title nor the programme is looked at, only who decides: a round of CPNS or PPPK has steps of Panselnas whatever it is called.
 *
 * **Example** (The board decides, and the host speaks for the committee only)
 *
 * ```ts
 * import { OwnSelection, Specimen } from "@timbang/core/selection"
 * OwnSelection.decidedByOthers(Specimen.ruleSet).some(({ decidedBy }) => decidedBy === "board") // => true
 * OwnSelection.decidedByOthers({ ...Specimen.ruleSet, hostAuthorities: ["board", "committee"] }) // => []
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const decidedByOthers = (ruleSet: RuleSet): ReadonlyArray<Other> => {
  const within = (part: unknown, path: string): ReadonlyArray<Other> => {
    if (typeof part !== "object" || part === null) return []
    const isOthers = "decidedBy" in part && typeof part.decidedBy === "string" && !ruleSet.hostAuthorities.includes(part.decidedBy)
    const named = Array.isArray(part) ? RuleSetPath.keysOf(part).map((name, at) => [name, part[at] as unknown] as const) : Object.entries(part)
    return [
      ...(isOthers ? [{ path, decidedBy: part.decidedBy as Authority }] : []),
      ...named.flatMap(([name, inner]) => within(inner, path === "" ? name : `${path}.${name}`))
    ]
  }
  return within(ruleSet, "")
}
