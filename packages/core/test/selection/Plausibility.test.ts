import type { LegalSource } from "@timbang/core/law"
import { Sourced } from "@timbang/core/law"
import { Plausibility } from "@timbang/core/selection"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const source: LegalSource.LegalSource = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" }
const skb = {
  id: "skb",
  decimals: 3,
  maximum: Sourced.known(100, source),
  raw: { column: "skbRaw", outOf: Sourced.known(500, source), rounding: "half-up" as const }
}
const tags = (points: ReadonlyArray<number>, cell: ReadonlyArray<number> = points.map(() => 0)) =>
  Plausibility.checkColumn(skb, points.map((point) => point < 0 ? -1 : point * 1000), cell).map((finding) =>
    finding._tag === "LooksLikeRank" ? `rank over ${finding.over}` : `raw ${finding.above}`
  )

describe("Plausibility.checkColumn", () => {
  it("values above the scale and within the raw maximum look like raw scores", () => {
    expect(tags([355, 90, 410])).toEqual(["raw 2"])
    expect(tags([100, 99.5])).toEqual([])
  })

  it("a value above the raw maximum is neither", () => {
    expect(tags([355, 501])).toEqual([])
  })

  it("a component without a raw form, or whose maximum nobody knows, never looks raw", () => {
    const { raw: _, ...direct } = skb
    expect(Plausibility.checkColumn(direct, [355_000], [0])).toEqual([])
    expect(Plausibility.checkColumn({ ...skb, maximum: Sourced.unknown(source) }, [355_000], [0])).toEqual([])
  })

  it("1 to n over the file, in any order and with gaps for the absent, looks like ranks", () => {
    expect(tags([2, -1, 1, 3])).toEqual(["rank over file"])
    expect(tags([2, 1])).toEqual([])
    expect(tags([1, 2, 2, 4])).toEqual([])
    expect(tags([1, 2, 3.5])).toEqual([])
  })

  it("1 to n in every cell of three or more looks like ranks; one cell of real scores clears the column", () => {
    expect(tags([1, 2, 3, 3, 1, 2, 70], [0, 0, 0, 1, 1, 1, 2])).toEqual(["rank over cells"])
    expect(tags([1, 2, 3, 71, 68, 55], [0, 0, 0, 1, 1, 1])).toEqual([])
    expect(tags([1, 2, 2, 1], [0, 0, 1, 1])).toEqual([])
  })

  it("the order of rows decides nothing", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: -1, max: 6 }), fc.integer({ min: 0, max: 1 })), { maxLength: 8 })
    fc.assert(fc.property(rows, (pairs) => {
      const look = (given: typeof pairs) => tags(given.map(([point]) => point), given.map(([, cell]) => cell))
      expect(look(pairs.toReversed())).toEqual(look(pairs))
    }))
  })
})
