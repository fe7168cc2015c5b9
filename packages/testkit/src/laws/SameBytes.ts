/**
 * Same input, same bytes.
 *
 * @since 0.1.0
 */
import type { Selection } from "@timbang/core/selection"
import * as Law from "../Law.ts"
import * as Policies from "../Policies.ts"
import * as Round from "../Round.ts"

/**
 * A second run gives the same bytes, and so does one whose rule set was written to JSON and read back; the input is
 * left as it was.
 *
 * **Example** (Its name)
 *
 * ```ts
 * import { Laws } from "@timbang/testkit"
 * Laws.sameBytes.name // => "same-input-same-bytes"
 * ```
 *
 * @category laws
 * @since 0.1.0
 */
export const sameBytes: Law.Law = Law.make({
  name: "same-input-same-bytes",
  why: "A result that cannot be repeated cannot be checked.",
  underPolicies: Policies.any,
  appliesTo: () => true,
  check: (round) => {
    const written = JSON.stringify(round)
    const first = bytesOf(Round.runUnsafe(round))
    if (JSON.stringify(round) !== written) return "the run changed its input"
    if (bytesOf(Round.runUnsafe(round)) !== first) return "a second run differs"
    const read = { ...round, ruleSet: JSON.parse(JSON.stringify(round.ruleSet)) as Round.Round["ruleSet"] }
    return bytesOf(Round.runUnsafe(read)) === first ? undefined
      : "the rule set read back from JSON gives another result"
  }
})

const bytesOf = (
  { failed, final, formations, group, outcome, pass, seat, shortlist, values, warnings }: Selection.Selection
): string =>
  JSON.stringify({
    formations,
    columns: [failed, outcome, group, pass, seat, shortlist?.rank, shortlist?.rung, final?.rank, final?.rung].map((
      column
    ) => Array.from(column ?? [])),
    values: Object.entries(values).map(([id, column]) => [id, Array.from(column)]),
    warnings
  })
