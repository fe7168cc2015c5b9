/**
 * What the portal says, in English.
 */
import { counted } from "../Counting.ts"
import { inWords } from "./days.ts"
import type { PortalTexts } from "./PortalTexts.ts"

const months = "January February March April May June July August September October November December".split(" ")

export const en: PortalTexts = {
  language: "en",
  otherLanguage: "Bahasa Indonesia",
  skip: "Skip to content",
  nav: {
    announcement: "Announcement",
    formations: "Posts and competition",
    requirements: "Check the requirements",
    registration: "Register",
    proposals: "Proposals",
    survey: "Survey",
    board: "Live scores",
    results: "Results",
    verify: "Check a receipt",
    explain: "Explain my result",
    objection: "Prepare an objection"
  },
  day: (day) => inWords(day, months),
  footer: (origin, size) => `Log ${origin}, ${counted(size, "entry", "entries")}.`,
  words: "Eight words of the checkpoint; compare them with the announcement on paper:",
  figure: (published) => published,
  oneGo: "Note: entries of this log breach the order of publication. Check with timbang audit.",
  announcement: {
    lead: "The rules below were published before the first score and are the same for everybody.",
    leadUnattested: "The rules below are the same for everybody. This log does not prove that they were published before the first score: no checkpoint stands between the two.",
    unknown: "(not known)",
    leadChanged: "The rules below are in force since the law changed, and are the same for everybody. The earlier rules stay in the log.",
    change: (entry, letter, day, authority) =>
      `Entry ${entry}: rules changed by letter ${letter} of ${day}${authority === undefined ? "" : ` from ${authority}`}.`,
    lateRules: (entry) =>
      `Breach: entry ${entry} replaces the rules after the first score, and no letter changed the law. Ask the selection committee why.`,
    numbers: (formations, seats, applicants) =>
      `${counted(formations, "formation")}, ${counted(seats, "seat")}, ${applicants === 0 ? "applicants not announced yet" : `${counted(applicants, "applicant")}`}.`,
    holds: (from, until) => until === undefined ? `In force since ${from}.` : `In force ${from} to ${until}.`,
    exams: "What is examined",
    exam: (title, minimum, maximum) => `${title}: ${minimum} to ${counted(maximum, "point")}.`,
    thresholds: "Minimum scores",
    least: (title, points) => `${title} at least ${points}`,
    noThreshold: "no minimum",
    shortlist: "Who goes on to the next stage",
    shortlistRule: (factor) => `Those who meet every minimum are ranked by score; at most ${factor} times the seats go on.`,
    steps: "How the final score is made",
    sum: (title, parts) => `${title} = ${parts}.`,
    rescale: (title, of, outOf, to, decimals) => `${title} = ${of} divided by ${outOf}, times ${to}, rounded to ${decimals} decimals.`,
    weight: (title, of, percent, decimals) => `${title} = ${percent}% of ${of}, rounded to ${decimals} decimals.`,
    addition: (title, of, cap) => `${title} = ${of} plus affirmative additions, at most ${cap}.`,
    ties: "When final scores are equal",
    tieRule: (rungs) => `Compared one after another: ${rungs}. Who is still equal is announced as equal, and the office in charge decides.`,
    rung: { GradeAverage: "higher grade average", BirthDate: "higher age" },
    letter: "The order of input files never decides.",
    objections: "Objections",
    objectionRule: (stage, days, perPerson) => `The result of ${stage} can be objected to within ${counted(days, "day")} of its announcement${perPerson === undefined ? "" : `, ${perPerson} per person`}, in the SSCASN account.`,
    sources: "Legal basis",
    notYet: "Rules and formations are not published yet."
  },
  formations: {
    heading: {
      position: "Position", place: "Place", education: "Education", category: "Kind of need",
      seats: "Seats", applicants: "Applicants", ratio: "Competition"
    },
    ratio: (value) => `${value} applicants a seat`,
    search: "Search position, place or education",
    searchButton: "Search",
    shown: (from, to, of) => `${from}–${to} of ${of}`,
    previous: "Previous",
    next: "Next",
    none: "No formation matches.",
    permanent: "Permanent address of this formation",
    csv: "Download public entries (CSV)",
    recount: "Download the file for a recount (JSON)",
    recountNote:
      "This file holds all public data of this formation with their proof. The offline verifier recounts the results on your phone, without internet.",
    xlsx: "Download public entries (XLSX)",
    objections: "Objections and their answers",
    objectionHeading: { filed: "Filed", until: "Answer due", answer: "Answer", reason: "Reason" },
    objectionAnswer: { accepted: "accepted", rejected: "rejected", open: "not answered yet" },
    objectionReason: {
      "wrong-score": "the recorded score was wrong",
      "wrong-requirement": "a requirement was judged wrongly",
      "wrong-rule": "a rule was applied wrongly",
      "score-right": "the recorded score is right",
      "requirement-unmet": "a requirement is not met",
      "rule-right": "the rule was applied rightly",
      "no-evidence": "no evidence",
      "out-of-time": "filed out of time",
      "not-entitled": "by somebody not entitled to object"
    },
    objectionNote: "What an objection says, and the whole answer, are for those concerned alone.",
    since: "What changed",
    sinceSize: "Since number of entries",
    sinceButton: "Show",
    changed: (since, count) => count === 0 ? `Nothing changed since entry ${since}.` : `${count} new entries since entry ${since}.`
  },
  results: {
    lead: "Codes are read as the column of meanings says.",
    none: "Results are not published yet.",
    heading: { rank: "Rank", participant: "Participant", final: "Score", code: "Code", meaning: "Meaning" },
    equal: "equal",
    seat: (formation) => `seated in formation ${formation}`
  },
  board: {
    banner: "The official score is the one on the participant's CAT screen. This page only copies.",
    data: (time, source, session) => `Data as of ${time} WIB, source ${source}, session ${session}.`,
    lag: (seconds) => seconds < 60 ? `Lag ${seconds} seconds.` : `Lag ${Math.floor(seconds / 60)} minutes.`,
    open: "The session is under way: scores are shown by participant number, without ranks.",
    closed: "The session is closed: ranks are counted from the scores on record in the same formation.",
    none: "No scores yet.",
    heading: { participant: "Participant", formation: "Formation", total: "Total", rank: "Rank" },
    equals: "Equal scores are shown at the same rank.",
    replaced: "Replaced",
    reasonUnknown: "the source sent another value without a recorded reason",
    corrected: (entry) => `correction, entry ${entry} of the log`,
    ended: "This session was closed just now.",
    toRanks: "See the ranks",
    cut: (formation, total, scored, registered) =>
      `${formation}: provisional cut ${total}, from the ${scored} of ${counted(registered, "participant")} whose scores are complete`,
    cuts: "Provisional cut of each formation, of those alone who meet the minimums",
    below: "below a minimum",
    refresh: "Reload",
    stalled: "The connection is lost; the page tries again. Data may be late."
  },
  receipt: {
    label: "Receipt",
    hint: "Paste the receipt (JSON or the text of the QR code)",
    file: "Or choose the file of the receipt",
    trust: "Verifier key or the eight words of the announcement on paper",
    trustHint: "May be empty",
    privacy: "The receipt is sent in the body of the request; it is neither kept nor logged.",
    refused: "This receipt cannot be read, was changed, or is not of this log. Nothing can be shown."
  },
  verify: {
    lead: "Paste a receipt to learn whether it says what was logged.",
    button: "Check",
    offline: "Open the verifier page that works offline",
    logAgrees: "The receipt agrees with the log published here.",
    logDiffers: "The receipt does NOT agree with the log published here.",
    corrected: (entry) => `This entry was corrected by entry ${entry}.`
  },
  explain: {
    lead: "One sheet that explains your result: every step, the neighbour, the cut, and what can be done.",
    button: "Explain",
    next: "Next steps",
    notResult: "This receipt is not about a result. Ask the committee for the receipt of the result.",
    announced: (day) => `The result was announced on ${day}.`,
    againBy: (day) => `The result after objections is announced by ${day}.`,
    corrections: "Corrections on record",
    corrected: (title, from, to, entry, basis) => `${title}: ${from} became ${to} (entry ${entry}${basis === "" ? "" : `; ${basis}`}).`,
    byObjection: (entry) => `on the objection in entry ${entry}`,
    byLetter: (number, day) => `letter ${number} of ${day}`,
    deadline: (day) => `Objections until ${day}, in the SSCASN account.`,
    deadlineUnknown: (days) => `Objections within ${counted(days, "day")} of the announcement, in the SSCASN account; the official announcement has the dates.`,
    again: (days) => `Results after objections are announced within ${counted(days, "day")} after the window closes.`,
    nothingToObject: "These rules name no window of objections for this stage.",
    print: "To print it, use your browser's print command."
  },
  objection: {
    warning: "This is not an objection. An objection is valid in the SSCASN account only.",
    lead: "This page makes a draft from your receipt, to be copied into the SSCASN account.",
    button: "Make the draft",
    link: "Open SSCASN",
    nothing: "Nothing failed in this result.",
    draft: (number, about) => `Draft ${number}: ${about}`,
    text: ({ about, entry, formation, participant }) =>
      `I, participant ${participant} of formation ${formation}, object to the announced result (entry ${entry} of the log): ${about}. Please check the score and the rule again. Evidence attached: ... (write and attach).`,
    minimum: (title, score, limit) => `${title} ${score}, below the minimum ${limit}`,
    rank: (rank, seats) => `rank ${rank}, outside ${counted(seats, "seat")}`,
    decided: (outcome) => `declared ${outcome}`,
    evidence: "Give reasons in your own words and attach evidence. A draft without evidence is rarely accepted."
  },
  errors: {
    notFound: "There is no such page.",
    tooMany: "Too many requests. Wait a moment and load this page again: what you filled in is sent again, and counts once.",
    tooLarge: "What was sent is too large. Nothing was kept; shorten it and send it again.",
    unreadable: "The form cannot be read. Go back and fill it in again.",
    unavailable: "The log cannot be read at the moment. Try again later."
  },
  outcome: {
    advanced: "goes on to the next stage",
    "advanced-second-group": "goes on to the next stage (second group)",
    "outside-shortlist": "meets every minimum, outside the number that goes on",
    "below-threshold": "below a minimum score",
    absent: "absent",
    disqualified: "disqualified",
    ineligible: "does not meet the requirements",
    withdrawn: "withdrawn",
    selected: "selected",
    "selected-by-filling": "selected by filling an empty seat",
    "not-selected": "not selected: rank outside the seats",
    "absent-second": "absent from the second exam",
    eliminated: "failed an excluding test",
    undecided: "undecided: equal at the last seat"
  }
}
