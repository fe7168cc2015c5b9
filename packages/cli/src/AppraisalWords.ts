/**
 * Words of the forms for the levels and predicates of an appraisal.
 *
 * @since 0.1.0
 */
import type { Predicate } from "@timbang/core/performance"
import { AppraisalLaw } from "@timbang/regulations"

const wordsOf = (level: Predicate.Level): ReadonlyArray<string> =>
  Object.entries(AppraisalLaw.levelSpellings).flatMap(([words, is]) => is === level ? [words] : [])

const spelled = (predicate: AppraisalLaw.EmployeePredicate): ReadonlyArray<string> =>
  Object.entries(AppraisalLaw.spellings).flatMap(([words, is]) => is === predicate ? [words] : [])

/** Further words for each level, from the forms. */
export const levels: Readonly<Record<Predicate.Level, ReadonlyArray<string>>> = {
  above: wordsOf("above"),
  "as-expected": wordsOf("as-expected"),
  below: wordsOf("below")
}

/** Further words for each predicate of the official record. */
export const predicates: Readonly<Record<AppraisalLaw.EmployeePredicate, ReadonlyArray<string>>> = {
  "Sangat Baik": spelled("Sangat Baik"),
  Baik: spelled("Baik"),
  "Butuh Perbaikan": spelled("Butuh Perbaikan"),
  "Kurang/Misconduct": spelled("Kurang/Misconduct"),
  "Sangat Kurang": spelled("Sangat Kurang")
}
