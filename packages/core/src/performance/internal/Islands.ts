/**
 * Connected parts of a design in which raters score people.
 */
import { byText } from "../../internal/Order.ts"

interface Link {
  readonly person: string
  readonly rater: string
  readonly score: number
}

/**
 * Ratings parted into those linked by a chain of shared raters and people; sorted, so that the order of input shows neither
 * in names nor in the last digit of a sum.
 */
export const of = <A extends Link>(ratings: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> => {
  const sorted = ratings.toSorted((a, b) =>
    byText(a.rater, b.rater) || byText(a.person, b.person) || a.score - b.score
  )
  const parent = new Map<string, string>()
  const root = (node: string): string => {
    let at = node
    while (parent.get(at) !== at) {
      const above = parent.get(at)!
      parent.set(at, parent.get(above)!)
      at = parent.get(at)!
    }
    return at
  }
  for (const { person, rater } of sorted) {
    const [r, p] = [`r${rater}`, `p${person}`]
    for (const node of [r, p]) if (!parent.has(node)) parent.set(node, node)
    parent.set(root(p), root(r))
  }
  const islands = new Map<string, Array<A>>()
  for (const rating of sorted) {
    const at = root(`r${rating.rater}`)
    const found = islands.get(at)
    if (found === undefined) islands.set(at, [rating])
    else found.push(rating)
  }
  return [...islands.values()]
}
