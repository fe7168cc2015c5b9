import { Outcome, Ranking, Seats } from "@timbang/core/selection"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell } from "./rounds.ts"

/** Seats people by one score each; `cells` names everybody's cell, `seats` the seats of each cell. */
const give = (seats: ReadonlyArray<number>, people: ReadonlyArray<{ readonly of: number; readonly score: number }>) => {
  const key: Ranking.Key = { name: "final", column: Int32Array.from(people, ({ score }) => score), first: "higher", span: 100 }
  const ranked = Ranking.rank({
    cell: Int32Array.from(people, ({ of }) => of),
    cells: seats.length,
    rows: Int32Array.from(people, (_, at) => at),
    keys: [key]
  })
  const outcome = new Uint8Array(people.length)
  const { empty, seat } = Seats.give(seats.map((count, at) => cell(count, { formation: `F${at}` })), ranked, outcome)
  return { empty: Array.from(empty), seat: Array.from(seat), outcome: Array.from(outcome, (tag) => Outcome.tags[tag]!) }
}
const inOneCell = (seats: number, ...scores: ReadonlyArray<number>) => give([seats], scores.map((score) => ({ of: 0, score })))

describe("Seats.give", () => {
  it("seats the best, one for each seat", () => {
    expect(inOneCell(2, 70, 90, 80)).toEqual({ empty: [0], seat: [-1, 0, 0], outcome: ["not-selected", "selected", "selected"] })
  })

  it("equals inside the seats are seated, equals past them are not, equals across the last one wait", () => {
    expect(inOneCell(3, 90, 80, 80).outcome).toEqual(["selected", "selected", "selected"])
    expect(inOneCell(1, 90, 80, 80).outcome).toEqual(["selected", "not-selected", "not-selected"])
    expect(inOneCell(2, 90, 80, 80, 70)).toEqual({
      empty: [0],
      seat: [0, -1, -1, -1],
      outcome: ["selected", "undecided", "undecided", "not-selected"]
    })
  })

  it("a seat that equals wait for is not empty, a seat that nobody stands for is", () => {
    expect(inOneCell(1, 80, 80).empty).toEqual([0])
    expect(inOneCell(5, 80, 80).empty).toEqual([3])
    expect(inOneCell(4).empty).toEqual([4])
    expect(inOneCell(0, 80)).toEqual({ empty: [0], seat: [-1], outcome: ["not-selected"] })
  })

  it("each cell by itself, as counting those ahead says", () => {
    const people = fc.array(fc.record({ of: fc.integer({ min: 0, max: 2 }), score: fc.integer({ min: 0, max: 4 }) }), { maxLength: 14 })
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }), people, (seats, given) => {
      const made = give(seats, given)
      given.forEach(({ of, score }, at) => {
        const own = given.filter((other) => other.of === of)
        const ahead = own.filter((other) => other.score > score).length
        const notBehind = own.filter((other) => other.score >= score).length
        const expected = notBehind <= seats[of]! ? "selected" : ahead >= seats[of]! ? "not-selected" : "undecided"
        expect([made.outcome[at], made.seat[at]]).toEqual([expected, expected === "selected" ? of : -1])
      })
      seats.forEach((count, of) => {
        expect(made.empty[of]).toBe(Math.max(0, count - given.filter((other) => other.of === of).length))
      })
    }))
  })
})
