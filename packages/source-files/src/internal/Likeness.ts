/**
 * Which known header a heading may be: the one whose words it has, or that has its words, before the one whose letters come near.
 */
import { type Columns, nearest, plain } from "../Column.ts"

/** What stands around the words of a heading and is no part of them: a number before it, a unit or a pattern in brackets, a star of a footnote. */
const around = /^\s*(\(?\d{1,2}\s*[.)]|[a-z]\d?\s*[.)])\s*|\([^)]*\)|\*\)?/gi

const wordsOf = (header: string): ReadonlySet<string> =>
  new Set(header.replace(around, " ").normalize("NFKD").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2))

const lettersOf = (words: Iterable<string>): number => [...words].reduce((sum, { length }) => sum + length, 0)

/** The header of a column that a heading may be; of two columns that fit as well it is neither. */
export const headerOf = (heading: string, columns: Columns): string | undefined => {
  const sought = wordsOf(heading)
  const spellings = Object.entries(columns).flatMap(([name, { aliases }]) => [name, ...aliases].map((word) => ({ name, word })))
  let best: { readonly name: string; readonly word: string } | undefined
  let most = 3
  let isOne = true
  for (const spelling of spellings) {
    const words = wordsOf(spelling.word)
    const [fewer, more] = words.size <= sought.size ? [words, sought] : [sought, words]
    if (fewer.size === 0 || (fewer === sought && sought.size < 2) || ![...fewer].every((word) => more.has(word))) continue
    const letters = lettersOf(fewer)
    if (letters > most) [best, most, isOne] = [spelling, letters, true]
    else if (letters === most && spelling.name !== best?.name) isOne = false
  }
  if (best !== undefined && isOne) return best.word
  return nearest(heading.replace(around, " "), spellings.map(({ word }): readonly [string, string] => [plain(word), word]))
}
