/**
 * The circle closes: what the evaluation of the last round found changes the claims of the next one, with reasons.
 *
 * Run: node examples/14-what-the-last-round-teaches.ts
 */
import { NeedAdjustment } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"

const claims = [
  { unit: "Puskesmas Hulu", jobFamily: "nurse", people: Fraction.parseUnsafe("5.5") },
  { unit: "Puskesmas Hulu", jobFamily: "midwife", people: Fraction.make(3) },
  { unit: "Kecamatan Hilir", jobFamily: "engineer", people: Fraction.make(4) }
]

const adjustments: ReadonlyArray<NeedAdjustment.NeedAdjustment> = [
  {
    round: "cpns-2024",
    unit: "Puskesmas Hulu",
    jobFamily: "nurse",
    change: { _tag: "PostsCarriedOver", posts: 2 },
    reasons: [{
      finding: "posts-unfilled",
      observed: 3,
      expected: 5,
      measuredIn: "posts",
      evidence: "round report, table 4"
    }]
  },
  {
    round: "cpns-2024",
    unit: "Puskesmas Hulu",
    jobFamily: "midwife",
    change: { _tag: "TrainingInstead", competence: "obstetric emergency", people: 4 },
    reasons: [{
      finding: "competence-below-standard",
      observed: 61,
      expected: 75,
      measuredIn: "points",
      evidence: "appraisal 2025"
    }]
  },
  {
    round: "cpns-2024",
    unit: "Kecamatan Hilir",
    jobFamily: "engineer",
    change: { _tag: "ShareOfClaim", share: "-0.25" },
    reasons: [{ finding: "need-met", observed: 4, expected: 4, measuredIn: "people", evidence: "gap table 2025" }]
  }
]

const { claims: next, taken } = Result.getOrThrow(NeedAdjustment.take(claims, adjustments))
for (const { adjustment: { change, jobFamily, reasons, unit }, after, before } of taken) {
  const [{ evidence, expected, finding, measuredIn, observed }] = reasons as [NeedAdjustment.Reason]
  console.log(`${unit}, ${jobFamily}: ${change._tag}, ${Fraction.toNumber(before)} to ${Fraction.toNumber(after)}`)
  console.log(`  ${finding}: ${observed} of ${expected} ${measuredIn} (${evidence})`)
}
console.log(`claims of the next round: ${next.map(({ people }) => Fraction.toNumber(people)).join(", ")}`)

const stray = NeedAdjustment.take(claims, [{ ...adjustments[0]!, unit: "Puskesmas Laut" }])
console.log(Result.isFailure(stray) ? stray.failure.message : "")
