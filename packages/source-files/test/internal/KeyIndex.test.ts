import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { KeyIndex } from "../../src/internal/KeyIndex.ts"

describe("KeyIndex", () => {
  it("numbers keys as a Map of texts would, however many there are", () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom("a", "b", "é", "0"), maxLength: 7 }), { maxLength: 5000 }), (words) => {
      const index = new KeyIndex()
      const expected = new Map<string, number>()
      for (const word of words) {
        if (!expected.has(word)) expected.set(word, expected.size)
        expect(index.indexOfText(word)).toBe(expected.get(word))
      }
      expect(index.size).toBe(expected.size)
    }), { numRuns: 30 })
  })

  it("grows past every first size", () => {
    const index = new KeyIndex()
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, i) => String(1e9 + i * 7919)).join(""))
    for (let pass = 0; pass < 2; pass++) {
      const wrong = Array.from({ length: 100_000 }, (_, i) => i).filter((i) => index.indexOf(bytes, 10 * i, 10 * i + 10) !== i)
      expect(wrong).toEqual([])
    }
  })
})
