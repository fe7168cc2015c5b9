/**
 * Requirements of a rule set as files name them.
 */
import { Finding, type RuleSet } from "@timbang/core/selection"
import { plain } from "../Column.ts"

/** The identifier that a word means, an identifier or a title without regard to case, blanks and punctuation. */
export const resolver = ({ requirements }: Pick<RuleSet.RuleSet, "requirements">): (word: string) => string | undefined => {
  const known = new Map<string, string>()
  for (const { id, title } of requirements) known.set(plain(title), id)
  for (const { id } of requirements) known.set(plain(id), id)
  const whole = plain(Finding.whole)
  return (word) => known.get(plain(word)) ?? (plain(word) === whole ? Finding.whole : undefined)
}
