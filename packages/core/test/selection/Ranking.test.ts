import { Ranking } from "@timbang/core/selection"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

/** Scores of which only the first can be packed; the others are compared inside a tie. */
const keysOf = (rows: ReadonlyArray<ReadonlyArray<number>>): ReadonlyArray<Ranking.Key> => [
  { name: "final", column: Int32Array.from(rows, (row) => row[0]!), first: "higher", span: 4 },
  { name: "gpa", column: Int32Array.from(rows, (row) => row[1]!), first: "higher", missing: -1 },
  { name: "birthDate", column: Int32Array.from(rows, (row) => row[2]!), first: "lower", missing: -1 }
]
const rankOf = (rows: ReadonlyArray<ReadonlyArray<number>>) =>
  Ranking.rank({
    cell: new Int32Array(rows.length),
    cells: 1,
    rows: Int32Array.from(rows, (_, at) => at),
    keys: keysOf(rows)
  })

describe("Ranking.rank", () => {
  it("the first of a tie keeps the rung that parted the tie from above, whatever the order of rows", () => {
    const rows = [[3, 0, 0], [2, 1, 0], [2, 2, 0]]
    expect(Array.from(rankOf(rows).rung)).toEqual([0, 2, 1])
    expect(Array.from(rankOf(rows.toReversed()).rung)).toEqual([1, 2, 0])
  })

  it("each rung is the first key on which neighbours differ, and input order changes neither rank nor rung", () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1 }))
    const rows = fc.uniqueArray(row, { selector: String, maxLength: 24 })
    fc.assert(fc.property(rows, fc.infiniteStream(fc.nat()), (given, numbers) => {
      const ranked = rankOf(given)
      const keys = keysOf(given)
      const order = Array.from(ranked.order)
      order.slice(1).forEach((below, at) => {
        const above = order[at]!
        const first = keys.findIndex(({ column }) => column[above] !== column[below])
        expect(ranked.rung[below]).toBe(first + 1)
      })
      const shuffled = given.map((one) => ({ one, by: numbers.next().value! })).sort((a, b) => a.by - b.by).map((
        { one }
      ) => one)
      const again = rankOf(shuffled)
      shuffled.forEach((one, at) => {
        const before = given.indexOf(one)
        expect([again.rank[at], again.rung[at]]).toEqual([ranked.rank[before], ranked.rung[before]])
      })
    }))
  })
})
