import { TwoWay } from "@timbang/core/formation"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const units = ["A", "B", "C"]
const families = ["nurse", "teacher", "engineer"]

/** Every table with the margins, with the product of divisors / claims as an exact quotient. */
const tables = (
  claims: ReadonlyArray<ReadonlyArray<number>>,
  max: ReadonlyArray<ReadonlyArray<number>>,
  rows: ReadonlyArray<number>,
  columns: ReadonlyArray<number>,
  method: TwoWay.Method
) => {
  const divisor = (held: number): bigint =>
    method === "dhondt"
      ? BigInt(held + 1) * 5n
      : held === 0 && method === "modified-sainte-lague"
        ? 7n
        : BigInt(2 * held + 1) * 5n
  const found: Array<{ table: ReadonlyArray<number>; over: bigint; under: bigint }> = []
  const walk = (table: Array<number>, over: bigint, under: bigint): void => {
    const index = table.length
    if (index === rows.length * columns.length) {
      if (columns.every((total, c) => rows.reduce((all, _, r) => all + table[r * columns.length + c]!, 0) === total))
        found.push({ table, over, under })
      return
    }
    const [r, c] = [Math.floor(index / columns.length), index % columns.length]
    const left = rows[r]! - table.slice(r * columns.length).reduce((a, b) => a + b, 0)
    for (let count = c === columns.length - 1 ? left : 0; count <= left; count++) {
      if (count > max[r]![c]! || (claims[r]![c] === 0 && count > 0)) break
      let [o, u] = [over, under]
      for (let held = 0; held < count; held++) [o, u] = [o * divisor(held), u * BigInt(claims[r]![c]!)]
      walk([...table, count], o, u)
    }
  }
  walk([], 1n, 1n)
  const best = found.reduce<(typeof found)[number] | undefined>(
    (a, b) => (a === undefined || b.over * a.under < a.over * b.under ? b : a),
    undefined
  )
  return {
    all: found,
    best:
      best === undefined
        ? []
        : found.filter(({ over, under }) => over * best.under === best.over * under).map(({ table }) => table)
  }
}

const problem = fc
  .record({
    claims: fc.array(
      fc.array(
        fc.oneof(
          { weight: 1, arbitrary: fc.constant(0) },
          { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }) },
          { weight: 3, arbitrary: fc.constant(2) }
        ),
        { minLength: 3, maxLength: 3 }
      ),
      { minLength: 3, maxLength: 3 }
    ),
    max: fc.array(fc.array(fc.oneof(fc.constant(9), fc.integer({ min: 0, max: 4 })), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3
    }),
    rows: fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }),
    split: fc.tuple(fc.nat(12), fc.nat(12)),
    method: fc.constantFrom("sainte-lague" as const, "dhondt" as const, "modified-sainte-lague" as const)
  })
  .map(({ claims, max, method, rows, split }) => {
    const total = rows.reduce((a, b) => a + b, 0)
    const [a, b] = split.map((cut) => cut % (total + 1)).sort((x, y) => x - y)
    const columns = [a!, b! - a!, total - b!]
    const cells = units.flatMap((unit, r) =>
      families.map((family, c) => ({ unit, family, claim: claims[r]![c]!, max: max[r]![c]! }))
    )
    const margins = {
      units: Object.fromEntries(units.map((unit, r) => [unit, rows[r]!])),
      families: Object.fromEntries(families.map((family, c) => [family, columns[c]!]))
    }
    return { claims, max, rows, columns, cells, margins, method }
  })

describe("TwoWay.share", () => {
  it("is the best of all tables with these margins, or the proof that there is none", () => {
    let [shared, draws, conflicts] = [0, 0, 0]
    fc.assert(
      fc.property(problem, ({ cells, claims, columns, margins, max, method, rows }) => {
        const { all, best } = tables(claims, max, rows, columns, method)
        const outcome = TwoWay.share(cells, margins, method)
        if (Result.isFailure(outcome)) {
          expect(all).toEqual([])
          expect(outcome.failure._tag).toBe("MarginsConflict")
          if (outcome.failure._tag !== "MarginsConflict") return
          const { families: open, needed, room, units: hungry } = outcome.failure
          const sums = [
            hungry.reduce((sum, unit) => sum + margins.units[unit]!, 0),
            open.reduce((sum, family) => sum + margins.families[family]!, 0)
          ]
          const elsewhere = cells
            .filter(({ claim, family, unit }) => claim > 0 && hungry.includes(unit) && !open.includes(family))
            .reduce(
              (sum, { family, max, unit }) => sum + Math.min(max, margins.units[unit]!, margins.families[family]!),
              0
            )
          expect([needed, room]).toEqual([sums[0], sums[1]! + elsewhere])
          expect(needed).toBeGreaterThan(room)
          conflicts++
          return
        }
        const made = outcome.success
        const table = (made._tag === "Shared" ? made.cells : made.example).map(({ seats }) => seats)
        expect(best).toContainEqual(table)
        expect(made._tag).toBe(best.length === 1 ? "Shared" : "DrawNeeded")
        if (made._tag === "Shared") {
          shared++
          return
        }
        draws++
        const differing = cells
          .filter((_, i) => new Set(best.map((table) => table[i])).size > 1)
          .map(({ family, unit }) => `${unit} ${family}`)
        expect(made.open.map(({ family, unit }) => `${unit} ${family}`).sort()).toEqual(differing.sort())
        for (const other of best) {
          const drawn = cells.flatMap(({ family, unit }, i) =>
            differing.includes(`${unit} ${family}`) ? [{ unit, family, seats: other[i]! }] : []
          )
          const settled = Result.getOrThrow(TwoWay.share(cells, margins, method, drawn))
          expect(settled._tag === "Shared" && settled.cells.map(({ seats }) => seats)).toEqual(other)
        }
      }),
      { numRuns: 600 }
    )
    expect(Math.min(shared, draws, conflicts)).toBeGreaterThan(3)
  })

  it("refuses a drawn table that is worse than others", () => {
    const cells = units
      .slice(0, 2)
      .flatMap((unit) => families.slice(0, 2).map((family) => ({ unit, family, claim: 5 })))
    const margins = { units: { A: 1, B: 1 }, families: { nurse: 1, teacher: 1 } }
    const open = Result.getOrThrow(TwoWay.share(cells, margins, "sainte-lague"))
    expect(open).toMatchObject({ _tag: "DrawNeeded" })
    const of = (seats: number) => TwoWay.share(cells, margins, "sainte-lague", [{ unit: "A", family: "nurse", seats }])
    expect(Result.getOrThrow(of(1))).toMatchObject({
      _tag: "Shared",
      cells: [{ seats: 1 }, { seats: 0 }, { seats: 0 }, { seats: 1 }]
    })
    for (const outcome of [of(2), of(-1)])
      expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("TableNotDrawn")
  })

  it("refuses margins with different totals, strangers, duplicates and broken numbers", () => {
    const cell = { unit: "A", family: "nurse", claim: 1 }
    const tag = (cells: ReadonlyArray<TwoWay.Cell>, margins: TwoWay.Margins) => {
      const outcome = TwoWay.share(cells, margins, "dhondt")
      return Result.isFailure(outcome) ? outcome.failure._tag : "none"
    }
    const margins = { units: { A: 1 }, families: { nurse: 1 } }
    expect(tag([cell], { ...margins, families: { nurse: 2 } })).toBe("MarginsDiffer")
    expect(tag([{ ...cell, unit: "Z" }], margins)).toBe("MarginAbsent")
    expect(tag([cell, cell], margins)).toBe("DuplicateUnit")
    expect(tag([{ ...cell, claim: 0.5 }], margins)).toBe("NotWhole")
    expect(tag([{ ...cell, claim: 0 }], margins)).toBe("MarginsConflict")
  })
})
