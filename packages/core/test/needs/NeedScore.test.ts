import { Apportionment } from "@timbang/core/formation"
import { Claim, ClaimChange, type NeedModel, NeedScore, Scenario } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { matrix, model } from "./regency.ts"

const scoreOf = (changes: ReadonlyArray<Scenario.Change> = [], of: NeedModel.NeedModel = model) =>
  Result.getOrThrow(NeedScore.score(Result.getOrThrow(Scenario.apply(of, { id: "s", title: "s", changes }))))

const failure = (change: Partial<NeedModel.NeedModel>) =>
  Result.match(NeedScore.score({ ...model, ...change }), {
    onFailure: ({ _tag, message }) => `${_tag}: ${message}`,
    onSuccess: () => "scored"
  })

const byFamily = (scores: NeedScore.NeedScores) => {
  const totals = Claim.byJobFamily(scores.claims)
  const claims = [...totals].map(([unit, people]) => ({
    unit,
    claim: Claim.millionths({ unit: "", jobFamily: unit, people })
  }))
  const { seats } = Result.getOrThrow(Apportionment.apportion(claims, 100, "sainte-lague"))
  return Object.fromEntries(seats.map(({ seats, unit }) => [unit, seats]))
}

const raise = (
  indicator: string,
  add: number
): ReadonlyArray<Scenario.Change> => [{ at: ["observations", { indicator, year: 2024 }, "figure"], add }]

describe("the two sentences this library grew from", () => {
  const before = scoreOf()

  it("where the economy grows fast, posts move to economy and infrastructure, and the explanation says so", () => {
    const after = scoreOf(raise("economic-growth", 1))
    const [was, is] = [byFamily(before), byFamily(after)]
    expect(is["planner"]! + is["engineer"]!).toBeGreaterThan(was["planner"]! + was["engineer"]!)
    expect(is["social-worker"]!).toBeLessThanOrEqual(was["social-worker"]!)
    const changes = ClaimChange.between(before, after)
    expect(new Set(changes.map(({ jobFamily }) => jobFamily))).toEqual(new Set(["planner", "engineer"]))
    for (const { after, because, before, workload } of changes) {
      expect(because.map(({ indicator }) => indicator)).toEqual(["economic-growth"])
      expect(because[0]!.change).toEqual(Fraction.subtract(after, before))
      expect(workload).toEqual(Fraction.zero)
    }
  })

  it("where poverty is high, posts move to social services, and the explanation says so", () => {
    const after = scoreOf(raise("poverty-rate", 6))
    const [was, is] = [byFamily(before), byFamily(after)]
    expect(is["social-worker"]!).toBeGreaterThan(was["social-worker"]!)
    expect(is["planner"]! + is["engineer"]!).toBeLessThan(was["planner"]! + was["engineer"]!)
    const changes = ClaimChange.between(before, after)
    expect(changes.every(({ because }) => because.length === 1 && because[0]!.indicator === "poverty-rate")).toBe(true)
    expect(changes.map(({ jobFamily }) => jobFamily)).toContain("social-worker")
  })
})

describe("ClaimChange.between", () => {
  it("names the largest change first, whichever way it goes, and all of them add up to the change", () => {
    const after = scoreOf([...raise("poverty-rate", -6), ...raise("insured-share", -5)])
    const [nurse] = ClaimChange.between(scoreOf(), after).filter(({ jobFamily, unit }) =>
      jobFamily === "nurse" && unit === "hulu"
    )
    expect(nurse!.because.map(({ change, indicator }) => [indicator, change.numerator > 0n])).toEqual([
      ["poverty-rate", false],
      ["insured-share", true]
    ])
    expect(Fraction.sum(nurse!.because.map(({ change }) => change))).toEqual(
      Fraction.subtract(nurse!.after, nurse!.before)
    )
  })
})

describe("NeedScore.score", () => {
  it("reads level and trend, turned where need rises with the low end, cut off at the ends", () => {
    const [hulu] = scoreOf().units
    const read = Object.fromEntries(
      hulu!.readings.map(({ driver, need, read }) => [driver, [Fraction.format(read), Fraction.format(need)]])
    )
    expect(read).toEqual({
      growth: ["41/10", "41/80"],
      "growth-trend": ["1/10", "21/40"],
      poverty: ["25/2", "5/8"],
      doctors: ["3100", "31/40"],
      insured: ["143/2", "57/200"]
    })
    const [cut] = scoreOf([{ at: ["observations", { indicator: "poverty-rate" }, "figure"], set: 55 }]).units
    expect(cut!.readings.find(({ driver }) => driver === "poverty")!.need).toEqual(Fraction.one)
  })

  it("a claim by hand: workload 6, cap 1/2, pressure 0.8 x 5/8 + 0.2 x (0.4 x 31/40 + 0.6 x 57/200)", () => {
    const [hulu] = scoreOf().units
    const family = hulu!.jobFamilies.find(({ jobFamily }) => jobFamily === "social-worker")!
    const pressure = Fraction.parseUnsafe("5962/10000")
    expect(family.pressure).toEqual(pressure)
    expect(family.claim).toEqual(Fraction.add(Fraction.make(6), Fraction.multiply(Fraction.make(3), pressure)))
  })

  it("parts add up exactly, extra demand stays within cap and workload, whatever the figures", () => {
    const figure = fc.integer({ min: -50_000, max: 500_000 }).map((units) => `${units}/100`)
    fc.assert(
      fc.property(fc.array(figure, { minLength: 15, maxLength: 15 }), (figures) => {
        const observations = model.observations.map((one, i) => ({ ...one, figure: figures[i]! }))
        for (const { jobFamilies, pillars, sectors } of scoreOf([], { ...model, observations }).units) {
          for (const { index, parts } of [...pillars, ...sectors]) {
            expect(Fraction.sum(parts.map(({ amount }) => amount))).toEqual(index)
            expect(Fraction.compare(index, Fraction.zero) >= 0 && Fraction.compare(index, Fraction.one) <= 0).toBe(true)
          }
          for (const { cap, claim, extra, parts, workload } of jobFamilies) {
            expect(Fraction.sum(parts.map(({ amount }) => amount))).toEqual(extra)
            expect(Fraction.add(workload, extra)).toEqual(claim)
            expect(Fraction.compare(extra, Fraction.multiply(workload, cap))).toBeLessThanOrEqual(0)
            expect(extra.numerator).toBeGreaterThanOrEqual(0n)
          }
        }
      }),
      { numRuns: 40 }
    )
  })

  it("without workload there is nothing to add to", () => {
    const { claims } = scoreOf([{ at: ["workload", { unit: "hulu", jobFamily: "nurse" }, "people"], set: 0 }])
    expect(Claim.peopleOf(claims, "hulu", "nurse")).toEqual(Fraction.zero)
  })

  it("voice stands beside the index and never changes a claim", () => {
    const { voice, ...silent } = model
    const [heard, unheard] = [scoreOf(), scoreOf([], silent)]
    expect(voice).toHaveLength(2)
    expect(heard.claims).toEqual(unheard.claims)
    expect(heard.units[0]!.sectors.map(({ voice }) => voice && Fraction.format(voice))).toEqual([
      undefined,
      "1/3",
      "2/3"
    ])
    expect(unheard.units[0]!.sectors.every((one) => !("voice" in one))).toBe(true)
  })

  it("an unverified policy gives a warning", () => {
    expect(scoreOf().warnings).toEqual([matrix.source])
    expect(
      scoreOf([], { ...model, matrix: { ...matrix, source: { instrument: "Perbup 1/2024", confidence: "host" } } })
        .warnings
    ).toEqual([])
  })

  it("a missing figure is refused by name, or imputed by name and marked", () => {
    const observations = model.observations.filter((one) =>
      !(one.unit === "tengah" && one.indicator === "poverty-rate")
    )
    expect(failure({ observations })).toMatch(/ObservationMissing: poverty-rate of "tengah" in 2024 was not observed/)
    const { units } = scoreOf([], { ...model, observations, imputeByMean: ["poverty-rate"] })
    const imputed = units.flatMap(({ readings, unit }) =>
      readings.filter(({ isImputed }) => isImputed).map(({ driver, read }) => [unit, driver, Fraction.format(read)])
    )
    expect(imputed).toEqual([["tengah", "poverty", "189/20"]])
  })

  it("the order of units, figures and workload never decides", () => {
    const turned = {
      ...model,
      observations: [...model.observations].reverse(),
      workload: [...model.workload].reverse(),
      units: [...model.units].reverse()
    }
    expect(ClaimChange.between(scoreOf(), scoreOf([], turned))).toEqual([])
  })

  it("refuses entries by name", () => {
    expect(failure({})).toBe("scored")
    expect(failure({ units: [...model.units, model.units[0]!] })).toMatch(/IdRepeated: unit "hulu"/)
    expect(failure({ observations: [...model.observations, model.observations[0]!] })).toContain("a second figure")
    expect(failure({ observations: [{ ...model.observations[0]!, figure: "n/a" }] })).toContain("\"n/a\"")
    expect(failure({ observations: [{ ...model.observations[0]!, figure: NaN }] })).toContain("ObservationRefused")
    expect(failure({ workload: [{ unit: "hulu", jobFamily: "nurse", people: -1 }] })).toContain("EntryRefused")
    expect(failure({ workload: [{ unit: "hulu", jobFamily: "pilot", people: 1 }] })).toContain("unknown name")
    expect(failure({ workload: [{ unit: "laut", jobFamily: "nurse", people: 1 }] })).toContain("unknown unit")
    expect(failure({ voice: [{ unit: "hulu", sector: "social", share: 2 }] })).toContain("from 0 to 1")
    expect(failure({ day: "2023-12-31" })).toMatch(
      /MatrixNotInForce: .* holds from 2024-01-01 to 2026-12-31, not on 2023-12-31/
    )
    expect(failure({ day: "2027-01-01" })).toContain("MatrixNotInForce")
  })
})

describe("Driver.check refuses by place in the document", () => {
  const refused = (change: Partial<typeof matrix>) => failure({ matrix: { ...matrix, ...change } })
  it("shares that do not add up to one", () => {
    expect(refused({ drivers: matrix.drivers.map((one) => (one.id === "growth" ? { ...one, share: 0.5 } : one)) }))
      .toContain("growth, growth-trend add up to 3/4")
    expect(refused({ pillarShares: { ...matrix.pillarShares, social: { poverty: 0.9 } } })).toContain("9/10")
    expect(refused({ sectorShares: { ...matrix.sectorShares, nurse: { health: 1.5, social: -0.5 } } })).toContain(
      "WeightRefused"
    )
  })
  it("names that are not in the document", () => {
    expect(refused({ pillarShares: { ...matrix.pillarShares, sport: { economy: 1 } } })).toContain("sport")
    expect(refused({ sectorShares: { planner: { social: 1 } } })).toContain("sector shares of engineer")
    expect(refused({ drivers: matrix.drivers.map((one) => ({ ...one, pillar: "sport" })) })).toContain(
      "pillar \"sport\""
    )
    expect(refused({ caps: { ...matrix.caps, pilot: 0.1 } })).toContain("caps of pilot")
  })
  it("caps and ends that are none", () => {
    expect(refused({ caps: { ...matrix.caps, nurse: 1.01 } })).toContain("caps of nurse: found 1.01")
    expect(refused({ caps: { planner: 0.5, engineer: 0.5, "social-worker": 0.5 } })).toContain(
      "caps of nurse: found nothing"
    )
    expect(refused({ drivers: matrix.drivers.map((one) => ({ ...one, low: one.high })) })).toContain("low below high")
    expect(refused({ drivers: matrix.drivers.map((one) => ({ ...one, overYears: 0 })) })).toContain("0 years")
  })
  it("an indicator that counts more than its cap in a sector", () => {
    expect(refused({ indicatorCap: 0.9 })).toBe("scored")
    expect(refused({ indicatorCap: 0.85 })).toContain("economic-growth counts 9/10, expected at most 17/20")
  })
})
