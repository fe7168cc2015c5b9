/**
 * An annual appraisal under PermenPANRB 6/2022: the evidence proposes, the rater decides and gives a reason where the proposal
 * is departed from; citizens' feedback lies beside it. Then a row of an official recap that differs from the table of cells.
 *
 * Run: node examples/40-appraise-with-reasons.ts
 */
import { Parameter, Standing } from "@timbang/core/law"
import { Appraisal, DistributionAdvisory, RatingProposal, Recap } from "@timbang/core/performance"
import { Appraisals } from "@timbang/language"
import { AppraisalLaw } from "@timbang/regulations"
import { Result } from "effect"

const day = "2026-01-12"
const inForce = <A>(parameter: Parameter.Parameter<A>): A => Result.getOrThrow(Parameter.at(parameter, day)).value
const matrix = inForce(AppraisalLaw.matrix)
const guidance = inForce(AppraisalLaw.guidance)

const results = [{ id: "birth certificates", level: "above" }, { id: "backlog", level: "above" }, { id: "archive", level: "as-expected" }] as const
const draft: Appraisal.Draft<AppraisalLaw.EmployeePredicate> = {
  person: "pegawai 17",
  unit: "Dukcapil",
  period: { kind: "annual", from: "2025-01-01", to: "2025-12-31" },
  matrix,
  workResult: RatingProposal.workResult(results, { positive: 2, notPositive: 2 }, guidance),
  conduct: RatingProposal.conduct("consistent", guidance),
  citizens: [{
    about: "service",
    of: "akta kelahiran",
    measure: "IKM",
    estimate: 82.44,
    interval: { lower: 79.1, upper: 85.78, level: 0.95 },
    answers: 120
  }],
  standing: Standing.simulation
}

const judgement = { workResult: "above", conduct: "as-expected", decidedBy: "Kepala Dinas", decidedOn: day } as const
const withoutReason = Appraisal.decide(draft, judgement)
console.log(Result.isFailure(withoutReason) ? withoutReason.failure.message : "decided")

const appraisal = Result.getOrThrow(Appraisal.decide(draft, { ...judgement, workResultReason: "tunggakan dua tahun selesai" }))
for (const line of Appraisals.trace(appraisal, "id")) console.log(line)

// The worked example of Kasubdit II in the regulation contradicts its own table.
const { rows: [checked] } = Recap.check(matrix, [{ person: "Kasubdit II", workResult: "as-expected", conduct: "below", official: "Butuh Perbaikan" }])
console.log(Appraisals.recap(checked!, "id"))

const ratings = (["Sangat Baik", "Baik", "Baik", "Baik", "Baik"] as const).slice()
const { advice } = DistributionAdvisory.advise(AppraisalLaw.employeePredicates, inForce(AppraisalLaw.usualSpread), "Baik", ratings)
console.log(`Spread of five people in an organisation rated Baik: ${advice}; an advice, nobody is rated again.`)
