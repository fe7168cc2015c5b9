import { Standing } from "@timbang/core/law"
import { Undefined } from "@timbang/core/number"
import { Appraisal, CitizenEvidence, OrganisationPredicate, type Predicate, RatingProposal, Recap } from "@timbang/core/performance"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const source = { instrument: "house rule", confidence: "host" } as const
const guidance: RatingProposal.Guidance = { mostAbovePercent: 50, smallPartUpToPercent: 25, source }
const row = (above: string, asExpected: string, below: string) => ({ above, "as-expected": asExpected, below })
const matrix: Predicate.Matrix = {
  predicates: ["great", "good", "weak", "poor", "bad"],
  cells: { above: row("great", "good", "poor"), "as-expected": row("good", "good", "poor"), below: row("weak", "weak", "bad") },
  source
}
const citizens: ReadonlyArray<CitizenEvidence.CitizenEvidence> = [
  { about: "service", of: "registry", measure: "survey index", estimate: 62, interval: { lower: 58, upper: 66, level: 0.95 }, answers: 120 }
]
const draft: Appraisal.Draft = {
  person: "p-1",
  unit: "registry",
  period: { kind: "annual", from: "2025-01-01", to: "2025-12-31" },
  matrix,
  workResult: RatingProposal.workResult([{ id: "a", level: "as-expected" }], { positive: 2, notPositive: 0 }, guidance),
  conduct: RatingProposal.conduct("consistent", guidance),
  citizens,
  standing: Standing.simulation
}
const judgement: Appraisal.Judgement = { workResult: "as-expected", conduct: "as-expected", decidedBy: "head of registry", decidedOn: "2026-01-12" }
const failureOf = (found: ReturnType<typeof Appraisal.decide>) => (Result.isFailure(found) ? found.failure : undefined)

describe("Appraisal.decide", () => {
  it("records who decided, what was proposed and what would have changed the predicate", () => {
    const found = Result.getOrThrow(Appraisal.decide(draft, judgement))
    expect(found).toMatchObject({ decided: { predicate: "good" }, departures: [], judgement: { decidedBy: "head of registry" } })
    expect(found.decided.wouldChange).toEqual([
      { axis: "work-result", to: "below", predicate: "weak" },
      { axis: "conduct", to: "below", predicate: "poor" }
    ])
  })

  it("demands a reason on each axis that departs, all at once, and keeps it", () => {
    const departed = { ...judgement, workResult: "above", conduct: "below" } as const
    const failure = failureOf(Appraisal.decide(draft, { ...departed, conductReason: "  " }))
    expect(failure?._tag === "ReasonMissing" && failure.axes).toEqual(["work-result", "conduct"])
    const found = Result.getOrThrow(Appraisal.decide(draft, { ...departed, workResultReason: "documented feedback", conductReason: "late, four times" }))
    expect(found.departures).toEqual([
      { axis: "work-result", proposed: "as-expected", judged: "above", reason: "documented feedback" },
      { axis: "conduct", proposed: "as-expected", judged: "below", reason: "late, four times" }
    ])
  })

  it("asks a reason to settle an open proposal", () => {
    const open = { ...draft, conduct: RatingProposal.conduct("not-observed", guidance) }
    expect(failureOf(Appraisal.decide(open, judgement))?._tag).toBe("ReasonMissing")
  })

  it("is the same judgement whatever citizens say: their feedback is evidence and no number on a person", () => {
    const praised = { ...draft, citizens: [{ ...citizens[0]!, estimate: 99, interval: { lower: 98, upper: 100, level: 0.95 } }] }
    const decided = (of: Appraisal.Draft) => Result.getOrThrow(Appraisal.decide(of, judgement)).decided
    expect(decided(praised)).toEqual(decided(draft))
    // @ts-expect-error a person is no subject of citizens' feedback
    const onPerson: CitizenEvidence.Subject = "person"
    expect(onPerson).toBe("person")
  })

  it("refuses a judgement without a rater, before its period, or as a decision of the official system without its letter", () => {
    expect(failureOf(Appraisal.decide(draft, { ...judgement, decidedBy: " " }))?._tag).toBe("RaterMissing")
    expect(failureOf(Appraisal.decide(draft, { ...judgement, decidedOn: "2024-12-31" }))?._tag).toBe("DecidedTooEarly")
    expect(failureOf(Appraisal.decide({ ...draft, standing: { _tag: "penetapan" } }, judgement))?._tag).toBe("NotYoursToDecide")
  })
})

describe("Recap.check", () => {
  it("says equal, different with what the official predicate would need, or not checkable because of what", () => {
    const { rows: checked, ...report } = Recap.check(matrix, [
      { person: "1", workResult: "above", conduct: "above", official: "great" },
      { person: "2", workResult: "above", conduct: "below", official: "good" },
      { person: "3", official: "good" }
    ])
    expect(checked.map(({ _tag }) => _tag)).toEqual(["Equal", "Different", "NotCheckable"])
    expect(report).toEqual({ standing: { _tag: "uji-silang" }, equal: 1, different: 1, notCheckable: 1 })
    expect(checked[1]).toMatchObject({ officialWouldNeed: [
      { workResult: "above", conduct: "as-expected" },
      { workResult: "as-expected", conduct: "above" },
      { workResult: "as-expected", conduct: "as-expected" }
    ] })
    expect(checked[2]).toMatchObject({ missing: ["work result", "conduct"] })
  })
})

describe("OrganisationPredicate.holding", () => {
  const set = { unit: "registry", setBy: "regent", grounds: ["key indicators"], citizens }
  const lastDay = { monthDay: "01-31", source }
  const y2024 = { ...set, year: 2024, predicate: "good", setOn: "2025-01-20" }
  const onTime = { ...set, year: 2025, predicate: "great", setOn: "2026-01-31" }

  it("takes this year's set on the last day, and last year's one day later", () => {
    const held = (known: ReadonlyArray<OrganisationPredicate.OrganisationPredicate>) =>
      Result.map(OrganisationPredicate.holding(known, "registry", 2025, lastDay), ({ because, organisation }) => [organisation.predicate, because])
    expect(held([y2024, onTime])).toEqual(Result.succeed(["great", "set-in-time"]))
    expect(held([y2024, { ...onTime, setOn: "2026-02-01" }])).toEqual(Result.succeed(["good", "last-year-stands-in"]))
  })

  it("refuses when neither year has one", () => {
    expect(Result.isFailure(OrganisationPredicate.holding([], "registry", 2025, lastDay))).toBe(true)
  })
})

describe("OrganisationPredicate.bearing", () => {
  it("contradicts only where citizens are surely on the other side", () => {
    const all = (meets: boolean) => (["above", "below", "not-distinguishable", "no-interval"] as const).map((reading) => OrganisationPredicate.bearing(meets, reading))
    expect(all(true)).toEqual(["agrees", "contradicts", "cannot-say", "cannot-say"])
    expect(all(false)).toEqual(["contradicts", "agrees", "cannot-say", "cannot-say"])
  })
})

describe("CitizenEvidence.pool", () => {
  it("is the mean of all answers together, whatever the order, and of one service the service's own", () => {
    const parts = [{ estimate: 70, standardError: 2, answers: 10 }, { estimate: 90, standardError: 1, answers: 40 }, { estimate: 80, standardError: 3, answers: 50 }]
    const found = CitizenEvidence.pool(parts)
    expect(found).toMatchObject({ estimate: 83, answers: 100 })
    expect(CitizenEvidence.pool(parts.toReversed())).toEqual(found)
    expect(CitizenEvidence.pool([parts[0]!])).toMatchObject({ estimate: 70, answers: 10, interval: { lower: 70 - 2 * 1.959963984540054, level: 0.95 } })
  })

  it("has no interval where a service has no error, and nothing where nobody answered", () => {
    const single = Undefined.because("standard error of the index", "too-few-values", { found: 1, needed: 2 })
    expect(CitizenEvidence.pool([{ estimate: 70, standardError: single, answers: 1 }, { estimate: 90, standardError: 1, answers: 3 }])).toEqual({ estimate: 85, answers: 4 })
    expect(CitizenEvidence.pool([])).toMatchObject({ reason: "no-values" })
  })
})
