import { PairwiseComparison } from "@timbang/core/needs"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cases, gap } from "./vectors.ts"

interface Input {
  readonly pairwise?: { readonly [pair: string]: number }
  readonly matrix?: ReadonlyArray<ReadonlyArray<number>>
}
interface Expected {
  readonly weights?: ReadonlyArray<number>
  readonly weights4dp?: { readonly [name: string]: number }
  readonly lambdaMax?: number
  readonly ci?: number
  readonly cr?: number
  readonly "crSaatyRI1.32"?: number
  readonly "crRI0.58"?: number
}

const letters = (n: number) => Array.from({ length: n }, (_, i) => String.fromCharCode(97 + i))

const fromMatrix = (matrix: ReadonlyArray<ReadonlyArray<number | null>>) => {
  const names = letters(matrix.length)
  return Result.flatMap(PairwiseComparison.fromMatrix(names, matrix), (all) => PairwiseComparison.weigh(names, all))
}

describe("PairwiseComparison", () => {
  for (const { expected, input, name, tolerance } of cases<Input, Expected>("ahp")) {
    it(`vector ${name}`, () => {
      const names = expected.weights4dp === undefined ? letters(input.matrix!.length) : Object.keys(expected.weights4dp)
      const comparisons = input.pairwise === undefined
        ? Result.getOrThrow(PairwiseComparison.fromMatrix(names, input.matrix!))
        : Object.entries(input.pairwise).map(([pair, times]) => {
          const [more, less] = pair.split(">")
          return { more: more!, less: less!, times }
        })
      const found = Result.getOrThrow(PairwiseComparison.weigh(names, comparisons))
      expect(gap(found.weights, expected.weights ?? Object.values(expected.weights4dp!))).toBeLessThanOrEqual(
        tolerance ?? 1e-9
      )
      if (expected.lambdaMax !== undefined) expect(Math.abs(found.lambdaMax - expected.lambdaMax)).toBeLessThan(1e-9)
      if (expected.ci !== undefined) expect(Math.abs(found.consistencyIndex - expected.ci)).toBeLessThan(1e-9)
      const { consistency } = found
      if (expected["crRI0.58"] !== undefined) {
        expect(consistency).toMatchObject({ _tag: "Judged", isConsistent: false })
        expect(consistency._tag === "Judged" && Math.abs(consistency.ratio - expected["crRI0.58"]) < 1e-9).toBe(true)
      }
      if (expected["crSaatyRI1.32"] !== undefined) {
        expect(consistency._tag === "Judged" && Math.round(consistency.ratio * 1000)).toBe(
          expected["crSaatyRI1.32"] * 1000
        )
      }
      if (expected.cr === 0 && names.length === 2) expect(consistency).toEqual({ _tag: "AlwaysConsistent" })
      if (expected.cr === 0 && names.length === 3) {
        expect(consistency._tag === "Judged" && consistency.isConsistent && consistency.ratio < 1e-12).toBe(true)
      }
    })
  }

  it("completes pairs that nobody compared and lists them", () => {
    const found = Result.getOrThrow(
      fromMatrix([[1, 2, null, null], [null, 1, 2, null], [null, null, 1, 2], [null, null, null, 1]])
    )
    expect(gap(found.weights, [8 / 15, 4 / 15, 2 / 15, 1 / 15])).toBeLessThan(1e-12)
    expect(found.completed.map(({ less, more, times }) => `${more}/${less} ${Math.round(times)}`)).toEqual([
      "a/c 4",
      "a/d 8",
      "b/d 4"
    ])
    expect(found.consistency).toEqual({ _tag: "AlwaysConsistent" })
  })

  it("weights of judgements that agree come back whatever pairs are left out, as long as they connect", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 7 })
    fc.assert(fc.property(weights, fc.array(fc.boolean(), { minLength: 49, maxLength: 49 }), (parts, dropped) => {
      const names = letters(parts.length)
      const comparisons = names.flatMap((more, i) =>
        names.flatMap((
          less,
          j
        ) => (j > i && (j === i + 1 || !dropped[i * 7 + j]!) ? [{ more, less, times: parts[i]! / parts[j]! }] : []))
      )
      const found = Result.getOrThrow(PairwiseComparison.weigh(names, comparisons))
      const sum = parts.reduce((total, one) => total + one, 0)
      expect(gap(found.weights, parts.map((one) => one / sum))).toBeLessThan(1e-9)
      expect(Math.abs(found.consistencyIndex)).toBeLessThan(1e-9)
    }))
  })

  it("refuses what cannot be compared, and says why", () => {
    const tag = (all: ReadonlyArray<PairwiseComparison.Comparison>) =>
      Result.match(PairwiseComparison.weigh(["a", "b", "c"], all), {
        onFailure: ({ message }) => message,
        onSuccess: () => "weighed"
      })
    const chain = [{ more: "a", less: "b", times: 2 }, { more: "b", less: "c", times: 2 }]
    expect(tag(chain)).toBe("weighed")
    expect(tag(chain.slice(0, 1))).toBe("nothing compares a, b with c; add one comparison between them")
    expect(tag([...chain, { more: "b", less: "a", times: 2 }])).toContain("second judgement")
    expect(tag([...chain, { more: "a", less: "z", times: 2 }])).toContain("unknown name")
    expect(tag([...chain, { more: "a", less: "a", times: 1 }])).toContain("same name twice")
    expect(tag([...chain, { more: "a", less: "c", times: 0 }])).toContain("above zero")
    expect(Result.isFailure(fromMatrix([[2, 1], [1, 1]]))).toBe(true)
    expect(Result.isFailure(fromMatrix([[1, 2], [2, 1]]))).toBe(true)
  })

  it("with one of six pairs missing the random index of four things, 0.90, counts for two thirds", () => {
    const found = Result.getOrThrow(
      fromMatrix([[1, 2, 4, null], [null, 1, 3, 2], [null, null, 1, 2], [null, null, null, 1]])
    )
    const { consistency, consistencyIndex } = found
    expect(consistencyIndex).toBeGreaterThan(0.01)
    expect(consistency._tag === "Judged" && consistency.ratio).toBeCloseTo(consistencyIndex / (0.9 * (2 / 3)), 12)
  })

  it("does not judge more things than there are random indices for", () => {
    const names = letters(12)
    const comparisons = names.flatMap((more, i) => names.slice(i + 1).map((less) => ({ more, less, times: 1 })))
    const { consistency } = Result.getOrThrow(PairwiseComparison.weigh(names, comparisons))
    expect(consistency).toEqual({ _tag: "NotJudged", things: 12 })
  })
})
