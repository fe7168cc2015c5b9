/**
 * Explanations of the selection stage in English.
 */
import type { Phrases } from "./explanations.ts"

export const english: Phrases = {
  decimalMark: ".",
  sections: {
    outcome: "Outcome",
    scores: "Scores",
    minimums: "Minimum scores",
    steps: "Steps of the computation",
    shortlist: "Place in the shortlist",
    final: "Final place",
    change: "Smallest change that would have been enough",
    corrections: "Corrections",
    basis: "Basis and standing"
  },
  outcome: {
    advanced: "meets every minimum and goes on to the next stage",
    "advanced-second-group": "goes on to the next stage in the second group",
    "outside-shortlist": "meets every minimum, but ranks past the places of the next stage",
    "below-threshold": "misses a minimum score",
    absent: "did not come to the exam",
    disqualified: "was disqualified",
    ineligible: "does not meet the administrative requirements",
    withdrawn: "withdrew",
    selected: "is selected for a seat of the formation applied for",
    "selected-by-filling": "is selected for another seat that had stayed empty",
    "not-selected": "is not selected, because the rank lies past the seats",
    "absent-second": "did not come to one or more tests of the second exam",
    eliminated: "failed a test that excludes, as the announcement had said",
    undecided: "cannot be decided yet: stands equal with others across the last seat"
  },
  condition: {
    Shortlist: "The rank lies past the places of the next stage.",
    Attendance: "Did not come to the first exam.",
    Honesty: "Was disqualified.",
    Eligibility: "An administrative requirement was found unmet; the reason is told to the person.",
    Participation: "Withdrew.",
    AttendanceSecond: "Did not come to the second exam.",
    ExcludingTest: "Failed a test that excludes, whatever the other scores.",
    Seats: "The final rank lies past the seats."
  },
  standing: {
    simulasi: () => "Standing: SIMULATION (simulasi). Nothing follows from this computation in law.",
    "uji-silang": () => "Standing: CROSS-CHECK (uji-silang) of the official list. The official list is what holds.",
    penetapan: ({ letter }) =>
      letter === undefined
        ? "Standing: DECISION (penetapan) by the agency."
        : `Standing: DECISION (penetapan) by letter ${letter.number} of ${letter.day} (SHA-256 ${letter.digest}).`
  },
  guard: {
    "rules-before-scores": ({ scoredOn }) => `The rules held before the first score was taken (${scoredOn}).`,
    "not-checked": () => "Not checked whether the rules held before the scores were taken, because nobody said when that was.",
    "changed-by-letter": ({ letter, scoredOn }) => `The rules are younger than the scores (${scoredOn}); applied by a recorded change of law: ${letter}.`,
    "rules-had-ended": ({ scoredOn, until }) => `The rules ended on ${until}, before the scores were taken (${scoredOn}); for comparison only.`
  },
  participant: (participant, formation, position) => `Participant ${participant}, formation ${formation} (${position})`,
  code: (code) => `Code ${code}`,
  codeUnknown: "no source gives the code",
  placement: (pass, title, formation) => `Filling pass ${pass}: ${title}${formation === undefined ? "" : `, into formation ${formation}`}.`,
  score: (title, score, maximum) => `${title}: ${score} of ${maximum}`,
  absentScore: (title) => `${title}: no score`,
  minimum: (title, score, limit, isMet) =>
    score === undefined
      ? `${title}: no score; minimum ${limit}.`
      : isMet
        ? `${title}: ${score}, meets the minimum of ${limit}.`
        : `${title}: ${score}, MISSES the minimum of ${limit}.`,
  sum: (title, parts, result) => `${title} = ${parts} = ${result}`,
  rescale: (title, from, outOf, to, result, decimals) => `${title} = ${from} / ${outOf} x ${to}, rounded to ${decimals} decimals = ${result}`,
  weight: (title, percent, from, result, decimals) => `${title} = ${percent}% x ${from}, rounded to ${decimals} decimals = ${result}`,
  addition: (title, from, added, result, cap) => added === undefined ? `${title} = ${from}, without affirmative additions` : `${title} = ${from} with affirmative additions of ${added}, at most ${cap} = ${result}`,
  unfinished: (title) => `${title}: cannot be computed, because a score is absent`,
  place: (rank, of, places, seats, isShortlist) =>
    isShortlist
      ? `Rank ${rank} of ${of}; ${places} ${places === 1 ? "place" : "places"} for ${seats} ${seats === 1 ? "seat" : "seats"}.`
      : `Rank ${rank} of ${of}; ${seats} ${seats === 1 ? "seat" : "seats"}.`,
  parted: (neighbour, rung, own, theirs) =>
    own === undefined || theirs === undefined ? `Below ${neighbour} by ${rung}.` : `Below ${neighbour} by ${rung}: ${own} against ${theirs}.`,
  partedByAge: (neighbour) => `Below ${neighbour}; all scores are equal, the order is decided by age.`,
  partedByLetter: (neighbour) => `Below ${neighbour}; the order was settled by letter.`,
  missing: (neighbour, rung) => `Equal with ${neighbour}; the ${rung} is missing, so the order cannot be decided yet.`,
  equal: (neighbour, isShortlist) =>
    isShortlist
      ? `Equal with ${neighbour} on every rung; equals go on or stay behind together.`
      : `Equal with ${neighbour} on every rung; people have to decide.`,
  cut: (score, distance, side) =>
    `Last score inside: ${score}; this score ${side === "same" ? "is the same" : `lies ${distance} ${side} it`}.`,
  goal: { shortlist: "reach the next stage", seat: "be selected" },
  change: (title, from, to, goal) => `${title} of ${to} (now ${from}) would have been enough to ${goal}.`,
  noneSuffices: (goal) => `No single score suffices to ${goal}.`,
  onlyOthersUnchanged: "Computed with one own score changed, everybody else's unchanged, in the same formation, filling not rerun.",
  correction: (component, from, to, at, basis) => `${component}: ${from} became ${to} on ${at}, on the basis of ${basis}`,
  recorded: (reason) => `Recorded reason: ${reason}.`,
  source: (citation, confidence) => `${citation}; ${confidence}`,
  unverified: (path, citation) => `WARNING: the number at ${path} (${citation}) has not been verified in the official text.`,
  groupOfPeople: (title, citation) =>
    `WARNING: the minimums of "${title}" (${citation}) hold for people, not for formations. They were applied only where a formation names that group; everybody else was judged by the group of the formation.`,
  decidedBy: (authority) => `Decided by ${authority === "instansi" ? "the agency" : authority}.`,
  rung: {
    gpa: "grade point average",
    birthDate: "birth date",
    class: "priority class",
    group: "group",
    letter: "letter",
    decision: "decision of the national committee"
  },
  confidence: {
    "article-read": "article read",
    "seen-in-several": "seen in several sources",
    "seen-in-one": "seen in one source",
    "derived-from-results": "derived from published results",
    "shown-by-arithmetic": "shown by arithmetic",
    inferred: "inferred",
    unverified: "not verified",
    host: "from the host"
  },
  direction: { gains: "gains a stage", loses: "loses a stage", "same-stage": "same stage" },
  difference: { event: "recorded event", filling: "filling of empty seats", code: "code alone", others: "other people" },
  minimumOf: (of) => `minimum of ${of}`
}
