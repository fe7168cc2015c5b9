import { Apportionment } from "@timbang/core/formation"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import vectors from "./vectors/apportionment.json" with { type: "json" }

const claimsOf = (weights: ReadonlyArray<number>, min?: ReadonlyArray<number>, max?: ReadonlyArray<number>) =>
  weights.map((claim, i) => ({
    unit: `u${i}`,
    claim,
    ...(min === undefined ? {} : { min: min[i]! }),
    ...(max === undefined ? {} : { max: max[i]! })
  }))

const seatsOf = (outcome: ReturnType<typeof Apportionment.apportion>) => {
  const { draws, seats } = Result.getOrThrow(outcome)
  expect(draws).toEqual([])
  return seats.map(({ seats }) => seats)
}

const failureOf = (outcome: ReturnType<typeof Apportionment.apportion>) =>
  Result.isFailure(outcome) ? outcome.failure : undefined

const run = (weights: ReadonlyArray<number>, seats: number, method: string) =>
  Apportionment.apportion(claimsOf(weights), seats, method as Apportionment.Method)

describe(`Apportionment.apportion: ${vectors.source.classic}`, () => {
  for (const { expected, input, name } of vectors.classic) {
    it(name, () => {
      if (input.method === undefined) {
        expect(seatsOf(run(input.weights, input.seats, "sainte-lague"))).toEqual(expected["sainte-lague"])
        expect(seatsOf(run(input.weights, input.seats, "modified-sainte-lague"))).toEqual(
          expected["modified-sainte-lague"]
        )
      } else {
        const methods = input.method === "any" ? Apportionment.methods : [input.method]
        for (const method of methods) expect(seatsOf(run(input.weights, input.seats, method))).toEqual(expected.seats)
      }
    })
  }
})

describe("Apportionment.apportion within bounds (Balinski & Young, bounded divisor methods)", () => {
  for (const { expected, input, name } of vectors.bounded) {
    it(name, () => {
      const method = input.method as Apportionment.Method
      const outcome = Apportionment.apportion(claimsOf(input.weights, input.min, input.max), input.seats, method)
      if (expected.seats !== undefined) {
        expect(seatsOf(outcome)).toEqual(expected.seats)
        expect(seatsOf(run(input.weights, input.seats, method))).toEqual(expected.unboundedWouldBe)
      } else if (expected.error === "invalid-bounds") {
        expect(failureOf(outcome)).toMatchObject({ _tag: "BoundsCrossed", index: expected.index })
      } else {
        expect(failureOf(outcome)).toMatchObject({
          _tag: "DoesNotFit",
          shortBy: expected.shortBy ?? 0,
          unplaced: expected.unplaced ?? 0
        })
      }
    })
  }
})

describe("Apportionment.apportion: US House 2020 (US Census, public domain)", () => {
  const states = Object.entries(vectors.us2020Populations).map(([unit, claim]) => ({ unit, claim, min: 1 }))
  for (const { expected, input, name } of vectors.us2020) {
    if (expected.seats === undefined) continue
    it(name, () => {
      const claims = input.min === undefined ? states.map(({ claim, unit }) => ({ unit, claim })) : states
      expect(seatsOf(Apportionment.apportion(claims, input.seats, input.method as Apportionment.Method))).toEqual(
        expected.seats
      )
    })
  }

  it("us-2020-next-seat: the 436th goes to New York", () => {
    const at = (seats: number) => seatsOf(Apportionment.apportion(states, seats, "huntington-hill"))
    const [before, after] = [at(435), at(436)]
    expect(states.filter((_, i) => after[i]! > before[i]!).map(({ unit }) => unit)).toEqual(["New York"])
  })
})

describe("Apportionment.apportion: paradoxes", () => {
  const [alabama, balinskiYoung, population, newStates, quota, monotone] = vectors.paradox

  it("Alabama: an eleventh seat takes one from the smallest (largest remainder)", () => {
    for (const example of [alabama!, balinskiYoung!]) {
      const houses = example.input.seats as ReadonlyArray<number>
      const tables = houses.map((seats) => seatsOf(run(example.input.weights!, seats, "largest-remainder")))
      expect(tables).toEqual(example.expected.seats)
    }
  })

  it("population: the unit that grew faster loses to the one that grew slower (largest remainder)", () => {
    expect(seatsOf(run(population!.input.weightsBefore!, 10, "largest-remainder"))).toEqual(population!.expected.before)
    expect(seatsOf(run(population!.input.weightsAfter!, 10, "largest-remainder"))).toEqual(population!.expected.after)
  })

  it("new states: a new unit with its fair seats moves a seat between the old ones (largest remainder)", () => {
    expect(seatsOf(run(newStates!.input.weights!, 18, "largest-remainder"))).toEqual(newStates!.expected.before)
    const joined = [...newStates!.input.weights!, newStates!.input.newWeight!]
    expect(seatsOf(run(joined, 22, "largest-remainder"))).toEqual(newStates!.expected.after)
  })

  it("quota violation: D'Hondt gives the largest two more than their quota rounded up", () => {
    const seats = seatsOf(run(quota!.input.weights!, 100, "dhondt"))
    expect(seats).toEqual(quota!.expected.seats)
    const above = seats.flatMap((count, i) => (count > Math.ceil(quota!.expected.quota![i]!) ? [i] : []))
    expect(above).toEqual([1])
  })

  it("divisor methods are house monotone: no unit ever loses when one seat is added", () => {
    const { methods, seatsFrom, seatsTo, weights } = monotone!.input
    for (const method of methods!) {
      let before = weights!.map(() => 0)
      for (let seats = seatsFrom!; seats <= seatsTo!; seats++) {
        const outcome = Result.getOrThrow(run(weights!, seats, method))
        const after = outcome.seats.map(({ seats }) => seats)
        // A unit in an open draw may have one more than is certain.
        const tied = new Set(outcome.draws.flatMap(({ among }) => among))
        after.forEach((count, i) => expect(count + (tied.has(`u${i}`) ? 1 : 0)).toBeGreaterThanOrEqual(before[i]!))
        before = after
      }
    }
  })
})

describe("Apportionment.apportion: ties and refusals", () => {
  const equal = [
    { unit: "b", claim: 10 },
    { unit: "a", claim: 10 },
    { unit: "c", claim: 10 },
    { unit: "d", claim: 1 }
  ]

  it("returns equal units as a draw by every method, and takes what was drawn", () => {
    for (const method of Apportionment.methods) {
      const open = Result.getOrThrow(Apportionment.apportion(equal, 5, method))
      const settled = open.draws.flatMap(({ among, seats }) => among.slice(0, seats))
      const closed = Result.getOrThrow(Apportionment.apportion(equal, 5, method, settled))
      expect(closed.draws).toEqual([])
      expect(closed.seats.reduce((sum, { seats }) => sum + seats, 0)).toBe(5)
      for (const { among, seats } of open.draws) expect(seats).toBeLessThan(among.length)
    }
    expect(Result.getOrThrow(Apportionment.apportion(equal, 5, "dhondt")).draws).toEqual([
      { seats: 2, among: ["a", "b", "c"] }
    ])
  })

  it("refuses a draw that was not asked for, or only half settled", () => {
    for (const drawn of [["d"], ["a"], ["a", "b", "c"], ["a", "a"]]) {
      expect(failureOf(Apportionment.apportion(equal, 5, "dhondt", drawn))?._tag).toBe("DrawnDoesNotFit")
    }
  })

  it("refuses negative, broken and unsafe claims, duplicate units and posts that nobody claims", () => {
    for (const claim of [-1, Number.NaN, 0.5, Infinity, 2 ** 53]) {
      expect(failureOf(run([1, claim], 3, "dhondt"))).toMatchObject({ _tag: "NotWhole", unit: "u1", field: "claim" })
    }
    expect(failureOf(run([1, 2], 1.5, "dhondt"))?.message).toContain("the number of posts is 1.5")
    const twice = [
      { unit: "a", claim: 1 },
      { unit: "a", claim: 2 }
    ]
    expect(failureOf(Apportionment.apportion(twice, 1, "quota"))?._tag).toBe("DuplicateUnit")
    expect(failureOf(run([0, 0], 3, "sainte-lague"))).toMatchObject({ _tag: "DoesNotFit", unplaced: 3 })
  })

  it("decides a difference that binary floating point cannot see", () => {
    const [large, larger] = [9007199254740990, 9007199254740991]
    expect(seatsOf(run([large, larger], 3, "sainte-lague"))).toEqual([1, 2])
    expect(seatsOf(run([larger, large], 3, "huntington-hill"))).toEqual([2, 1])
  })
})

describe("Apportionment.apportion: properties", () => {
  const method = fc.constantFrom(...Apportionment.methods)
  const units = fc.array(
    fc.record({
      claim: fc.integer({ min: 1, max: 60 }),
      min: fc.integer({ min: 0, max: 3 }),
      room: fc.integer({ min: 0, max: 9 })
    }),
    { minLength: 1, maxLength: 6 }
  )
  const input = fc.tuple(units, fc.nat(30), method).map(([rows, seats, method]) => ({
    claims: rows.map(({ claim, min, room }, i) => ({ unit: `u${i}`, claim, min, max: min + room })),
    seats,
    method
  }))

  it("keeps the total and the bounds", () => {
    fc.assert(
      fc.property(input, ({ claims, method, seats }) => {
        const outcome = Apportionment.apportion(claims, seats, method)
        if (Result.isFailure(outcome)) return
        const { draws, seats: table } = outcome.success
        const certain = table.reduce((sum, row) => sum + row.seats, 0)
        expect(certain + draws.reduce((sum, draw) => sum + draw.seats, 0)).toBe(seats)
        table.forEach((row, i) => {
          expect(row.seats).toBeGreaterThanOrEqual(claims[i]!.min)
          expect(row.seats).toBeLessThanOrEqual(claims[i]!.max)
        })
      })
    )
  })

  it("does not depend on the order of the units", () => {
    fc.assert(
      fc.property(input, fc.nat(5), ({ claims, method, seats }, turn) => {
        const turned = [...claims.slice(turn % claims.length), ...claims.slice(0, turn % claims.length)].reverse()
        const sorted = (given: typeof claims) =>
          Result.map(Apportionment.apportion(given, seats, method), ({ draws, seats }) => ({
            draws: draws.map(({ among, seats }) => `${seats}:${among.join()}`).sort(),
            seats: [...seats].sort((a, b) => (a.unit < b.unit ? -1 : 1))
          }))
        const [one, other] = [sorted(claims), sorted(turned)]
        expect(Result.isSuccess(one)).toBe(Result.isSuccess(other))
        if (Result.isSuccess(one)) expect(one).toEqual(other)
      })
    )
  })

  it("of a divisor method is what handing out one seat after the other gives, with fractions", () => {
    const divisor = (method: string, s: number): readonly [bigint, bigint] => {
      const n = BigInt(s)
      if (method === "sainte-lague") return [2n * n + 1n, 1n]
      if (method === "modified-sainte-lague") return s === 0 ? [7n, 5n] : [2n * n + 1n, 1n]
      if (method === "dhondt") return [n + 1n, 1n]
      if (method === "huntington-hill") return [n * (n + 1n), 1n]
      if (method === "adams") return [n, 1n]
      return [2n * n * (n + 1n), 2n * n + 1n]
    }
    fc.assert(
      fc.property(input, ({ claims, method, seats }) => {
        fc.pre(method !== "quota" && method !== "largest-remainder")
        const outcome = Apportionment.apportion(claims, seats, method)
        if (Result.isFailure(outcome)) return
        const power = method === "huntington-hill" ? 2n : 1n
        const held = claims.map(({ min }) => min)
        const order = (i: number, j: number) => {
          const [[a, b], [c, d]] = [divisor(method, held[i]!), divisor(method, held[j]!)]
          const [w, v] = [BigInt(claims[i]!.claim) ** power, BigInt(claims[j]!.claim) ** power]
          return a === 0n || c === 0n ? (a === c ? w - v : a === 0n ? 1n : -1n) : w * b * c - v * d * a
        }
        for (let placed = held.reduce((a, b) => a + b, 0); placed < seats; placed++) {
          const open = claims.map((_, i) => i).filter((i) => held[i]! < claims[i]!.max)
          held[open.reduce((best, i) => (order(i, best) > 0n ? i : best))]!++
        }
        const { draws, seats: table } = outcome.success
        const tied = new Set(draws.flatMap(({ among }) => among))
        table.forEach((row, i) => {
          expect(held[i]! - row.seats).toBeGreaterThanOrEqual(0)
          expect(held[i]! - row.seats).toBeLessThanOrEqual(tied.has(row.unit) ? 1 : 0)
        })
      }),
      { numRuns: 400 }
    )
  })

  it("of largest remainder and the quota method stays within the quota when nothing bounds it", () => {
    const free = fc.tuple(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 7 }), fc.nat(40))
    fc.assert(
      fc.property(free, fc.constantFrom("largest-remainder" as const, "quota" as const), ([weights, seats], method) => {
        const { draws, seats: table } = Result.getOrThrow(run(weights, seats, method))
        const tied = new Set(draws.flatMap(({ among }) => among))
        const sum = weights.reduce((a, b) => a + b, 0)
        table.forEach((row, i) => {
          const most = row.seats + (tied.has(row.unit) ? 1 : 0)
          expect(row.seats * sum).toBeGreaterThan(weights[i]! * seats - sum)
          expect(most * sum).toBeLessThan(weights[i]! * seats + sum)
        })
      })
    )
  })
})
