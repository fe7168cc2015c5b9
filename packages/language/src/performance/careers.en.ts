/**
 * Decisions around a career in English.
 */
import { counted } from "../Counting.ts"
import type { LowPerformance, NineBox } from "@timbang/core/performance"
import { type Sentences, say } from "../Sentences.ts"
import type { Phrases } from "./Careers.ts"

const thirds: Record<NineBox.Third, string> = { low: "low", middle: "middle", high: "high" }

const levels = { "same-level": "of the same level", "lower-level": "of a lower level" } as const

const steps: Sentences<LowPerformance.Step> = {
  "not-concerned": () => "the predicate begins no step",
  "position-not-known": () => "no rule speaks of such a position",
  "time-to-improve": ({ until }) => `time to improve until ${until}`,
  "improvement-to-be-judged": ({ since }) => `the time to improve ended on ${since}; whether performance improved has to be judged`,
  improved: () => "performance improved; the steps end",
  "law-not-known": () => "performance did not improve, and what follows is not known from the sources; look it up before anything is decided",
  "test-due": () => "performance did not improve; a competence test follows",
  "post-to-be-found": ({ level }) => `the test is taken; a post ${levels[level]} has to be looked for`,
  move: ({ level }) => `a move to a post ${levels[level]}`,
  "placement-due": ({ months }) => `no post is free; a temporary placement of at most ${counted(months, "month")} follows`,
  placed: ({ until }) => `placed temporarily until ${until}`,
  "dismissal-due": ({ since }) => `the placement ended on ${since} and no post became free; the law goes on to dismissal with honour`
}

export const english: Phrases = {
  basis: "Basis",
  notVerified: "not verified",
  points: (person, points, months, others) =>
    `${person}: ${points} credit points over ${counted(months, "month")}.${others.length === 0 ? "" : ` With one other predicate for all: ${others.join("; ")}.`}`,
  promotion: (person, { isEligible }, unmet, carriedOver, lost) =>
    isEligible
      ? `${person}: may be proposed; carried over ${carriedOver}, lost ${lost}. Every condition is met; a single one unmet would change it.`
      : `${person}: may not be proposed yet: ${unmet.join("; ")}.`,
  index: (person, points, category, dimensions, next) => `${person}: ${points}, ${category} (${dimensions})${next === undefined ? "" : `; ${next}`}.`,
  unitIndex: (unit, people, points, category) => `${unit}: mean ${points} over ${counted(people, "person", "people")}, ${category}.`,
  box: (person, placed) =>
    placed._tag === "NotPlaced"
      ? `${person}: in no box, because ${placed.because === "potential-not-measured" ? "the potential was not measured" : "the predicate has no place on the axis"}.`
      : `${person}: box ${placed.box} (performance ${thirds[placed.performance]}, potential ${thirds[placed.potential]})${
        placed.plans.length === 0 ? ", in no succession plan" : `, succession plans: ${placed.plans.join(", ")}`
      }${placed.potentialMissing === undefined ? "" : `; ${placed.potentialMissing} more potential would be the next third`}. It would change with: ${
        placed.wouldChange.map(({ axis, box, to }) => `${axis} ${thirds[to]}: box ${box}`).join("; ")
      }.`,
  allMet: "Every condition is met; a single one unmet would change it.",
  outcomes: {
    "may-be-appointed": "may be appointed",
    "may-be-renewed": "may be renewed",
    pending: "pending",
    "conditions-not-met": "conditions are not met"
  },
  ends: (day) => `The probation ends on ${day}.`,
  mayBeProposedFrom: (day) => `It may be proposed from ${day}.`,
  absence: (person, { days, hangsOnYearChange, longest, next, notWorked, payStopsFrom, sanction, year }) => [
    `${person}, ${year}: ${days} working days, at most ${longest.days} without a break${longest.days === 0 ? "" : ` (${longest.from} to ${longest.until})`}: ${sanction}.`,
    ...(next === undefined ? [] : [`${next.daysMore} more: ${next.sanction}.`]),
    ...(payStopsFrom === undefined ? [] : [`Pay stops from ${payStopsFrom}.`]),
    ...(hangsOnYearChange ? ["This hangs on whether days without a break go on over 31 December, which the sources do not say."] : []),
    ...(notWorked.length === 0 ? [] : [`Not counted, because not worked: ${notWorked.join(", ")}.`])
  ],
  step: (person, { lowPredicates, position, predicate, step }) =>
    `${person} (${position}, ${predicate}): ${say(steps, step)}.${lowPredicates.length === 0 ? "" : ` Begun by: ${lowPredicates.join(", ")}; any other predicate would not.`}`,
  officialDecides: "The official decides."
}
