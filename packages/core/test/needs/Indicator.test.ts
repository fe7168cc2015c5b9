import { Indicator } from "@timbang/core/needs"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const repeated = (ids: ReadonlyArray<string>) =>
  Result.match(Indicator.unique("unit", ids), { onFailure: ({ id }) => id, onSuccess: () => undefined })

const byLooking = (ids: ReadonlyArray<string>) => ids.find((id, i) => ids.indexOf(id) !== i)

describe("Indicator.unique", () => {
  it("names the first identifier that stood before, in short and in long lists", () => {
    const codes = Array.from({ length: 3000 }, (_, i) => `15.${String(i).padStart(4, "0")}`)
    fc.assert(
      fc.property(fc.array(fc.nat(2999), { maxLength: 3 }), fc.nat(3000), fc.boolean(), (again, at, isLong) => {
        const list = (isLong ? codes : codes.slice(0, 40)).toSpliced(at, 0, ...again.map((i) => codes[i]!))
        expect(repeated(list)).toBe(byLooking(list))
      }),
      { numRuns: 30 }
    )
  })

  it("answers in time for lists made to collide", () => {
    const pairs = collidingPairs(11)
    const words = Array.from({ length: 2 ** 11 }, (_, i) => pairs.map((pair, bit) => pair[(i >> bit) & 1]!).join(""))
    const started = performance.now()
    expect(repeated(words)).toBeUndefined()
    expect(repeated([...words, words[5]!])).toBe(words[5])
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

/** Pairs of texts one after the other: whichever is taken of each, FNV-1a ends at the same value. */
const collidingPairs = (count: number): ReadonlyArray<readonly [string, string]> => {
  let state = -2128831035
  return Array.from({ length: count }, () => {
    const seen = new Map<number, string>()
    for (let i = 0;; i++) {
      const text = i.toString(36)
      let hash = state
      for (let c = 0; c < text.length; c++) hash = Math.imul(hash ^ text.charCodeAt(c), 16777619)
      const other = seen.get(hash)
      if (other !== undefined) {
        state = hash
        return [other, text]
      }
      seen.set(hash, text)
    }
  })
}
