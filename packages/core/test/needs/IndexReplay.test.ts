import { CompositeIndex, type IndexModel, IndexReplay, Table, Weighting } from "@timbang/core/needs"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { hdi } from "./hdi.ts"

describe("IndexReplay.replay", () => {
  const table = Result.getOrThrow(Table.make(["a", "b", "c"], {
    lifeExpectancy: [70, 66, 74],
    expectedSchooling: [12, 15, 9],
    meanSchooling: [8, 10, 7],
    gniPerCapitaPPP2017: [9000, 5000, 20_000]
  }))
  const { log, ranks } = Result.getOrThrow(CompositeIndex.compute(hdi, table))

  it("a log survives JSON and replays to the same index", () => {
    const again = Result.getOrThrow(IndexReplay.replay(JSON.parse(JSON.stringify(log)), {
      _tag: "InsertStep",
      at: 2,
      step: { step: "scale", factor: 1 }
    }))
    expect(again.differences.every(({ index, rank }) => index.before === index.after && rank.before === rank.after))
      .toBe(true)
    expect(again.outcome.ranks).toEqual(ranks)
  })

  it("weights by name, by data and by comparison take the place of the stated ones", () => {
    const weights = (by: Extract<IndexModel.Step, { readonly step: "weigh" }>["by"], at = 1) => {
      const { outcome } = Result.getOrThrow(
        IndexReplay.replay(log, { _tag: "InsertStep", at, step: { step: "weigh", by } })
      )
      const entry = outcome.log.entries.find(({ step }) => step === "aggregate")
      return entry?.step === "aggregate" ? entry.weights : {}
    }
    const given = weights({ method: "given", weights: { health: 0.5, education: 0.25, income: 0.25 } })
    expect(given["hdi"]).toEqual({ health: 0.5, education: 0.25, income: 0.25 })
    expect(given["education"]).toEqual({ expectedSchooling: 0.5, meanSchooling: 0.5 })
    expect(weights({ method: "parts", parts: { expectedSchooling: 3, meanSchooling: 1 } })["education"]).toEqual({
      expectedSchooling: 0.75,
      meanSchooling: 0.25
    })
    const pairs = weights({
      method: "pairwise",
      comparisons: [{ more: "health", less: "education", times: 2 }, { more: "education", less: "income", times: 1 }]
    })
    expect(Object.values(pairs["hdi"]!).map((one) => Math.round(one * 100))).toEqual([50, 25, 25])
    for (
      const by of [{ method: "entropy" }, { method: "critic" }, { method: "merec" }, {
        method: "standard-deviation",
        scale: "none"
      }] as const
    ) {
      const found = Object.values(weights(by, 0)["education"]!)
      expect(found.reduce((sum, one) => sum + one, 0), by.method).toBeCloseTo(1, 12)
    }
  })

  it("weights from the normalised scale see every indicator as more-is-better, weights from figures see its own direction", () => {
    const model: IndexModel.IndexModel = {
      ...hdi,
      indicators: hdi.indicators.map((
        one
      ) => (one.id === "meanSchooling" ? { ...one, direction: "less-is-better" } : one))
    }
    const turned = Result.getOrThrow(CompositeIndex.compute(model, table)).log
    const weightsAt = (at: number) => {
      const step = { step: "weigh", by: { method: "merec" } } as const
      const { outcome } = Result.getOrThrow(IndexReplay.replay(turned, { _tag: "InsertStep", at, step }))
      const entry = outcome.log.entries.find(({ step }) => step === "weigh")!
      return [entry.step === "weigh" && entry.on, entry.step === "weigh" && entry.weights["education"]]
    }
    const by = (columns: ReadonlyArray<ReadonlyArray<number>>, second: "more-is-better" | "less-is-better") => {
      const criteria = [
        { id: "expectedSchooling", direction: "more-is-better" as const },
        { id: "meanSchooling", direction: second }
      ]
      const [first, last] =
        Result.getOrThrow(Weighting.weigh({ method: "merec" }, criteria, ["a", "b", "c"], columns)).weights
      return { expectedSchooling: expect.closeTo(first!, 12), meanSchooling: expect.closeTo(last!, 12) }
    }
    expect(weightsAt(0)).toEqual(["figures", by([[12, 15, 9], [8, 10, 7]], "less-is-better")])
    const scaled = [[12, 15, 9].map((one) => one / 18), [8, 10, 7].map((one) => 1 - one / 15)]
    expect(weightsAt(1)).toEqual(["normalised", by(scaled, "more-is-better")])
  })

  it("a changed figure moves only its unit when the goalposts are fixed", () => {
    const { differences } = Result.getOrThrow(
      IndexReplay.replay(log, { _tag: "SetFigure", unit: "b", indicator: "lifeExpectancy", figure: 80 })
    )
    expect(differences.map(({ index }) => Math.sign(index.after - index.before))).toEqual([0, 1, 0])
  })

  it("refuses a change of what is not there", () => {
    for (
      const change of [
        { _tag: "RemoveStep", at: 9 },
        { _tag: "RemoveStep", at: -1 },
        { _tag: "ReplaceStep", at: 0.5, step: hdi.steps[0]! },
        { _tag: "SetFigure", unit: "z", indicator: "lifeExpectancy", figure: 1 },
        { _tag: "SetFigure", unit: "a", indicator: "z", figure: 1 }
      ] as const
    ) {
      const refused = IndexReplay.replay(log, change)
      expect(Result.isFailure(refused) && refused.failure._tag, JSON.stringify(change)).toBe("ChangeAbsent")
    }
  })
})
