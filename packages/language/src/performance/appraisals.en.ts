/**
 * Appraisals in English.
 */
import { counted } from "../Counting.ts"
import { LegalSource, type Standing } from "@timbang/core/law"
import type { CitizenEvidence, ContractRenewal, CreditPoints, Predicate, Probation, RatingProposal, Recap } from "@timbang/core/performance"
import type { Sentences } from "../Sentences.ts"
import type { Phrases } from "./Appraisals.ts"

const observed: Record<RatingProposal.Consistency, string> = {
  "consistent-and-guards-values": "the conduct is consistent and guards the values",
  consistent: "the conduct is consistent",
  "not-yet-consistent": "the conduct is not yet consistent",
  "not-observed": "the conduct was not observed"
}

const levels: Record<Predicate.Level | "open", string> = {
  above: "above expectation",
  "as-expected": "as expected",
  below: "below expectation",
  open: "no proposal"
}

const axes: Record<Predicate.Change["axis"], string> = { "work-result": "work result", conduct: "conduct" }

const standings: Sentences<Standing.Standing> = {
  simulasi: () => "Standing: simulation; nothing follows from it in law.",
  "uji-silang": () => "Standing: cross-check; the official record stays what it is.",
  penetapan: ({ letter }) =>
    letter === undefined ? "Standing: decision." : `Standing: decision, letter ${letter.number} of ${letter.day}.`
}

const subjects: Record<CitizenEvidence.Subject, string> = {
  service: "service",
  organisation: "organisation",
  "team-conduct": "conduct of the team",
  "team-competence": "competence of the team"
}

const proposals: Sentences<RatingProposal.Reason> = {
  MostResultsAbove: ({ above, of }) => `${above} of ${of} main results are above expectation`,
  NoResultBelow: () => "no main result is below expectation",
  ResultsBelow: ({ ids, of }) => `${ids.length} of ${of} main results are below expectation: ${ids.join(", ")}`,
  SmallPartBelow: ({ below, of }) => `only a small part is below expectation, ${below} of ${of}`,
  MostResultsBelow: ({ below, of }) => `most are below expectation, ${below} of ${of}`,
  MostAtLeastAsExpected: ({ atLeast, of }) => `${atLeast} of ${of} main results are as expected or above`,
  MostFeedbackPositive: ({ of, positive }) => `most feedback is positive, ${positive} of ${of}`,
  PartOfFeedbackPositive: ({ of, positive }) => `part of the feedback is positive, ${positive} of ${of}`,
  MostFeedbackNotPositive: ({ notPositive, of }) => `most feedback is not positive, ${notPositive} of ${of}`,
  NoFeedback: () => "there is no feedback",
  NotMeasured: ({ ids }) => `not measured: ${ids.join(", ")}`,
  NothingMeasured: () => "no main result was measured",
  GuidanceIsSilent: () => "the guidance does not name this case; the rater decides",
  ConductObserved: ({ consistency }) => observed[consistency]
}

const recaps: Sentences<Recap.Checked> = {
  Equal: ({ decided, person }) =>
    `${person}: the predicate ${decided.predicate} is that of the table (work result ${levels[decided.workResult]}, conduct ${levels[decided.conduct]}). Basis: ${LegalSource.cite(decided.source)}.`,
  Different: ({ decided, official, officialWouldNeed, person }) =>
    `${person}: the official record says ${official}, the table ${decided.predicate} (work result ${levels[decided.workResult]}, conduct ${levels[decided.conduct]}). ${official} takes ${
      officialWouldNeed.map(({ conduct, workResult }) => `work result ${levels[workResult]} with conduct ${levels[conduct]}`).join("; or ")
    }. Ask the rater; the official record is not changed. Basis: ${LegalSource.cite(decided.source)}.`,
  NotCheckable: ({ missing, person }) => `${person}: cannot be checked without ${missing.join(", ")}.`
}

const conditions: Sentences<CreditPoints.Unmet | Probation.Reason | ContractRenewal.Reason> = {
  PointsShort: ({ missing }) => `${(missing / 120_000).toFixed(2)} credit points are missing`,
  YearsShort: ({ needed, years }) => `${counted(years, "year")} in the last rank, ${needed} are needed`,
  PredicateTooLow: () => "the predicate is not good enough",
  TestMissing: () => "the competence test is not passed",
  VacancyMissing: () => "there is no vacancy at the higher level",
  NotEnded: ({ endsOn }) => `the probation ends on ${endsOn}`,
  TrainingFailed: () => "the basic training is failed",
  TrainingAwaited: () => "the result of the basic training is awaited",
  NotFit: () => "the health conditions are not met",
  HealthAwaited: () => "the health examination is awaited",
  PredicateAwaited: () => "the predicate is awaited",
  SevereDiscipline: () => "there was a severe disciplinary sanction",
  CompetenceDoesNotFit: () => "the competence does not fit",
  NotNeeded: () => "the agency does not need the position any more",
  NotApproved: () => "the appointing official does not approve",
  ApprovalAwaited: () => "the approval of the appointing official is awaited",
  TooEarly: () => "it is too early to propose",
  Ended: () => "the contract has ended"
}

export const english: Phrases = { axes, conditions, levels, proposals, recaps, standings, subjects }
