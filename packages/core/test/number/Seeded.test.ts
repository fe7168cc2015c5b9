import { Seeded } from "@timbang/core/number"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

/** Source: xoshiro128starstar.c of Blackman and Vigna (public domain), state 1, 2, 3, 4; the same ten stand in the tests of rand_xoshiro. */
const published = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]

describe("Seeded", () => {
  it("gives the published numbers of xoshiro128**", () => {
    const generator = Seeded.fromState([1, 2, 3, 4])
    expect(published.map(() => generator.next())).toEqual(published)
  })

  it("gives the number after 100,000 others as the reference implementation does", () => {
    const generator = Seeded.fromState([1, 2, 3, 4])
    for (let i = 0; i < 100_000; i++) generator.next()
    expect(generator.next()).toBe(68908208)
  })

  it("jumps as the reference implementation does", () => {
    const generator = Seeded.fromState([1, 2, 3, 4], 1)
    expect([1, 2, 3, 4].map(() => generator.next())).toEqual([1194304935, 745561276, 25819468, 3320478005])
  })

  it("gives the published numbers of SplitMix64", () => {
    expect(Seeded.splitMix64(1234567n, 5)).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n
    ])
  })

  it("draws every whole number below a count about equally often", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 7 }), (seed, count) => {
        const generator = Seeded.make(seed)
        const seen = Array.from({ length: count }, () => 0)
        for (let i = 0; i < 10_000; i++) seen[Seeded.below(generator, count)]!++
        for (const times of seen) expect(Math.abs(times - 10_000 / count)).toBeLessThan(6 * Math.sqrt(10_000 / count))
      }),
      { numRuns: 20, seed: 1 }
    )
  })

  it("draws normal numbers with variance one, and shuffles without loss", () => {
    const generator = Seeded.make(3)
    const all = Array.from({ length: 50_000 }, () => Seeded.normal(generator))
    const variance = all.reduce((sum, one) => sum + one * one, 0) / all.length
    expect(variance).toBeGreaterThan(0.97)
    expect(variance).toBeLessThan(1.03)
    const people = Array.from({ length: 50 }, (_, i) => i)
    const mixed = Seeded.shuffle(generator, people)
    expect(mixed).not.toEqual(people)
    expect([...mixed].sort((a, b) => a - b)).toEqual(people)
  })
})
