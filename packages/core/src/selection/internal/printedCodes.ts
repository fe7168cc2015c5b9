/**
 * What the codes printed on an official list mean under a rule set.
 */
import type * as Comparison from "../Comparison.ts"
import type { Event } from "../Event.ts"
import type { OfficialRow } from "../OfficialList.ts"
import type * as Outcome from "../Outcome.ts"
import type { RuleSet } from "../RuleSet.ts"
import { plainly } from "../Spelling.ts"

const excluding: ReadonlyArray<Outcome.Outcome> = ["absent", "absent-second", "disqualified", "ineligible", "withdrawn", "eliminated"]

/** What a printed code may mean. */
export const outcomesOf = ({ codes }: RuleSet, code: string): ReadonlyArray<Outcome.Outcome> =>
  codes.filter((each) => isSpelling(each, code)).map(({ outcome }) => outcome)

/** A code with `{class}` in it stands for the code of any class. */
const isSpelling = (each: Outcome.OutcomeCode, code: string): boolean =>
  [each.code, ...each.aliases].some((spelling) => {
    const [before, after] = spelling.split("{class}")
    const plain = spell(code)
    return after === undefined
      ? spell(spelling) === plain
      : plain.startsWith(spell(before!)) && plain.endsWith(spell(after)) && plain.length > spell(spelling.replace("{class}", "")).length
  })

/** Codes are told apart by their strokes, so only case and blanks are passed over. */
const spell = (code: string): string => code.toUpperCase().replace(/\s+/g, "")

/** Whether a printed code is one of filling. */
export const isFillingCode = (ruleSet: RuleSet, code: string): boolean => outcomesOf(ruleSet, code).includes("selected-by-filling")

/** Whether a printed code says what a position says. */
export const meansSame = (ruleSet: RuleSet, code: string, position: Comparison.Position): boolean =>
  spell(position.code) === spell(code) || plainly(position.code) === plainly(code) ||
  ruleSet.codes.some((each) => each.outcome === position.outcome && isSpelling(each, code) &&
    (each.pass === undefined || spell(each.code) === spell(position.code)))

/** The exclusions that printed codes record. */
export const exclusionsOf = (ruleSet: RuleSet, rows: ReadonlyArray<OfficialRow>): ReadonlyArray<Event> => {
  const exams = [...new Set(ruleSet.components.map(({ exam }) => exam))]
  const first = exams[0]!
  const second = exams[1] ?? first
  const firstComponents = ruleSet.components.filter(({ exam }) => exam === first).map(({ id }) => id)
  return rows.flatMap((row): ReadonlyArray<Event> => {
    if (row.code === undefined) return []
    const outcomes = outcomesOf(ruleSet, row.code)
    if (outcomes.length === 0 || !outcomes.every((outcome) => excluding.includes(outcome))) return []
    const hasFirst = firstComponents.every((id) => row.values[id] !== undefined)
    const about = { participant: row.participant, exam: hasFirst ? second : first, at: "0001-01-01" }
    // One code may stand for absence from either exam; the scores tell which.
    const outcome = outcomes.includes("absent") && outcomes.includes("absent-second") ? "absent" : outcomes[0]!
    switch (outcome) {
      case "absent":
      case "absent-second":
        return [{ _tag: "Absent", ...about }]
      case "disqualified":
        return [{ _tag: "Disqualified", ...about, reason: row.code }]
      case "ineligible":
        return [{ _tag: "Ineligible", ...about, requirement: row.code, reason: row.code }]
      case "withdrawn":
        return [{ _tag: "Withdrawn", ...about }]
      default:
        return [{ _tag: "Eliminated", ...about, test: row.code }]
    }
  })
}
