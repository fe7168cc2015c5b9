/**
 * The names that lie nearest to a text by edit distance: information for people, never a decision.
 */

/** At most `count` names, nearest first; names equally near stand in the order of their letters. */
export const nearest = (text: string, names: ReadonlyArray<string>, count: number): ReadonlyArray<string> =>
  [...new Set(names)]
    .map((name) => ({ name, distance: editDistance(text.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name)

/** Levenshtein distance by one row of the table. */
const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]!
}
