import { Undefined } from "@timbang/core/number"
import { SurveyWeights } from "@timbang/core/performance"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import vector from "./vectors/raking-apiclus1.json" with { type: "json" }

const rows = vector.rows.map((row) => {
  const [cluster, stype, schWide, api00] = row.split(" ") as [string, "E" | "H" | "M", "No" | "Yes", string]
  return { cluster: Number(cluster), stype, schWide, api00: Number(api00) }
})
const marginOf = <K extends string>(name: string, totals: Record<K, number>, key: (row: (typeof rows)[number]) => K): SurveyWeights.Margin => {
  const labels = Object.keys(totals) as Array<K>
  return { name, labels, totals: labels.map((label) => totals[label]), codes: Int32Array.from(rows, (row) => labels.indexOf(key(row))) }
}
const stype = marginOf("stype", vector.margins.stype, (row) => row.stype)
const schWide = marginOf("schWide", vector.margins.schWide, (row) => row.schWide)
const base = new Float64Array(rows.length).fill(vector.designWeight)
const api00 = SurveyWeights.sample(Float64Array.from(rows, (row) => row.api00))
const clusters = Int32Array.from(rows, ({ cluster }) => cluster)
const population = vector.fpcClusters
const meanOf = (sample: SurveyWeights.Sample, design: SurveyWeights.Design) => {
  const found = SurveyWeights.mean(sample, design)
  if (Undefined.isUndefined(found) || Undefined.isUndefined(found.standardError)) throw new Error(JSON.stringify(found))
  return { ...found, standardError: found.standardError }
}
const near = (found: number, expected: number, tolerance: number) => expect(Math.abs(found - expected)).toBeLessThan(tolerance)

describe("SurveyWeights.rake", () => {
  const raked = Result.getOrThrow(SurveyWeights.rake(base, [stype, schWide]))

  it(`reproduces ${vector.title}`, () => {
    raked.weights.forEach((weight, at) => {
      const { schWide, stype } = rows[at]!
      near(weight, vector.expected.rakedWeightByCell[`${stype} ${schWide}`], 1e-5)
    })
    near(raked.weights.reduce((sum, each) => sum + each, 0), vector.expected.sumWeights, 1e-6)
  })

  it("meets every margin, whatever the order of rows", () => {
    const weight = fc.integer({ min: 1, max: 9 })
    const row = fc.tuple(weight, fc.nat(2), fc.nat(1))
    fc.assert(fc.property(fc.array(row, { minLength: 12, maxLength: 60 }), fc.array(weight, { minLength: 6, maxLength: 6 }), (some, users) => {
      // Each combination occurs, and the margins come from one table: they can be met.
      const all = [...some, ...[0, 1, 2].flatMap((a) => [0, 1].map((b) => [1, a, b] as [number, number, number]))]
      const total = (keep: (a: number, b: number) => boolean) => users.reduce((sum, each, at) => sum + (keep(at >> 1, at & 1) ? each : 0), 0)
      const margins = (order: typeof all): ReadonlyArray<SurveyWeights.Margin> => [
        { name: "a", labels: ["0", "1", "2"], totals: [0, 1, 2].map((k) => total((a) => a === k)), codes: Int32Array.from(order, ([, a]) => a) },
        { name: "b", labels: ["0", "1"], totals: [0, 1].map((k) => total((_, b) => b === k)), codes: Int32Array.from(order, ([, , b]) => b) }
      ]
      const raked = (order: typeof all) => Result.getOrThrow(SurveyWeights.rake(Float64Array.from(order, ([w]) => w), margins(order))).weights
      const weights = raked(all)
      for (const { codes, totals } of margins(all)) {
        totals.forEach((expected, k) => near(weights.reduce((sum, each, at) => sum + (codes[at] === k ? each : 0), 0), expected, 1e-6))
      }
      const turned = raked(all.toReversed()).toReversed()
      weights.forEach((each, at) => near(each, turned[at]!, 1e-9))
    }))
  })

  it("refuses margins whose totals differ, an empty category and a code without a total, and names them", () => {
    const because = (margins: ReadonlyArray<SurveyWeights.Margin>) => {
      const found = SurveyWeights.rake(Float64Array.of(1, 1), margins)
      return Result.isFailure(found) ? [found.failure.because, found.failure.margin, found.failure.category] : found
    }
    const sex = { name: "sex", labels: ["w", "m"], totals: [5, 5], codes: Int32Array.of(0, 1) }
    expect(because([sex, { ...sex, name: "age", totals: [5, 6] }])).toEqual(["totals-differ", "age", undefined])
    expect(because([{ ...sex, codes: Int32Array.of(0, 0) }])).toEqual(["category-without-respondents", "sex", "m"])
    expect(because([{ ...sex, totals: [10, 0] }])).toEqual(["category-without-users", "sex", "m"])
    expect(because([{ ...sex, codes: Int32Array.of(0, 2) }])).toEqual(["code-unknown", "sex", undefined])
  })

  it("says when margins contradict each other", () => {
    const a = { name: "a", labels: ["0", "1"], totals: [1, 9], codes: Int32Array.of(0, 1) }
    const b = { name: "b", labels: ["0", "1"], totals: [9, 1], codes: Int32Array.of(0, 1) }
    const found = SurveyWeights.rake(Float64Array.of(1, 1), [a, b], 50)
    expect(Result.isFailure(found) && found.failure.because).toBe("not-converged")
  })
})

describe("SurveyWeights.mean", () => {
  const raking = Result.getOrThrow(SurveyWeights.rake(base, [stype, schWide]))
  const { weights } = raking

  it("reproduces the design-based mean and error with clusters and finite population", () => {
    const found = meanOf(api00, { weights: base, clusters, population })
    near(found.mean, vector.expected.designOnly.mean, 1e-6)
    near(found.standardError, vector.expected.designOnly.se, 1e-6)
  })

  it("reproduces the raked mean and error, with clusters and without", () => {
    const clustered = meanOf(api00, { weights, raking, clusters, population })
    near(clustered.mean, vector.expected.rakedClusterFpc.mean, 1e-6)
    near(clustered.standardError, vector.expected.rakedClusterFpc.se, 1e-6)
    near(clustered.effectiveRespondents, vector.expected.kishEffectiveN, 1e-6)
    near(clustered.designEffect, vector.expected.designEffectKish, 1e-6)
    near(meanOf(api00, { weights, raking }).standardError, vector.expected.rakedWithReplacementNoCluster.se, 1e-6)
  })

  it("reproduces the post-stratified mean and error (one margin)", () => {
    const one = Result.getOrThrow(SurveyWeights.rake(base, [stype]))
    const found = meanOf(api00, { weights: one.weights, raking: one, clusters, population })
    near(found.mean, vector.expected.postStratifiedStypeClusterFpc.mean, 1e-6)
    near(found.standardError, vector.expected.postStratifiedStypeClusterFpc.se, 1e-6)
  })

  it("says the same of cells as of the respondents in them, so that a stream needs only its cells", () => {
    const keys = [...new Set(rows.map((row) => `${row.stype} ${row.schWide}`))]
    const cells = keys.map((key) => rows.filter((row) => `${row.stype} ${row.schWide}` === key))
    const sum = (of: (value: number) => number) => Float64Array.from(cells, (cell) => cell.reduce((total, { api00 }) => total + of(api00), 0))
    const sample = { sizes: sum(() => 1), sums: sum((value) => value), squares: sum((value) => value * value) }
    const codes = (labels: ReadonlyArray<string>, at: 0 | 1) => Int32Array.from(keys, (key) => labels.indexOf(key.split(" ")[at]!))
    const margins = [{ ...stype, codes: codes(stype.labels, 0) }, { ...schWide, codes: codes(schWide.labels, 1) }]
    const raked = Result.getOrThrow(SurveyWeights.rake(sample.sizes.map((size) => size * vector.designWeight), margins))
    const found = meanOf(sample, { weights: raked.weights, raking: raked })
    near(found.mean, vector.expected.rakedWithReplacementNoCluster.mean, 1e-6)
    near(found.standardError, vector.expected.rakedWithReplacementNoCluster.se, 1e-6)
    near(found.effectiveRespondents, vector.expected.kishEffectiveN, 1e-6)
  })

  it("takes errors within strata, where the same number is another cluster, and says when a stratum has one cluster only", () => {
    const sample = SurveyWeights.sample(Float64Array.of(1, 3, 10, 14))
    const weights = Float64Array.of(1, 1, 1, 1)
    const strata = Int32Array.of(0, 0, 1, 1)
    const found = meanOf(sample, { weights, clusters: Int32Array.of(1, 2, 1, 2), strata })
    // Within strata the deviations are -1, 1 and -2, 2: (2 x 2 + 8 x 2) / 4^2.
    near(found.standardError, Math.sqrt(20) / 4, 1e-12)
    near(meanOf(sample, { weights, strata }).standardError, Math.sqrt(20) / 4, 1e-12)
    expect(SurveyWeights.mean(sample, { weights, strata: Int32Array.of(0, 0, 0, 1) })).toMatchObject({ standardError: { reason: "too-few-values", found: 1, needed: 2 } })
  })

  it("is undefined for no weight, one cluster, and a population smaller than the sample", () => {
    const two = SurveyWeights.sample(Float64Array.of(1, 2))
    expect(SurveyWeights.mean(two, { weights: Float64Array.of(0, 0) })).toMatchObject({ reason: "no-values" })
    expect(SurveyWeights.mean(two, { weights: Float64Array.of(1, 1), clusters: Int32Array.of(1, 1) }))
      .toMatchObject({ standardError: { reason: "too-few-values" } })
    expect(SurveyWeights.mean(two, { weights: Float64Array.of(1, 1), population: 1 })).toMatchObject({ standardError: { reason: "out-of-range" } })
  })
})
