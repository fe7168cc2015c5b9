/**
 * What stands around an appraisal, in English.
 */
import { LegalSource } from "@timbang/core/law"
import { counted } from "../Counting.ts"
import type { Phrases } from "./AppraisalSurroundings.ts"

export const english: Phrases = {
  expectations: {
    LargestGroup: ({ predicate }) => `${predicate} is the largest group`,
    AtMost: ({ percent, predicate }) => `${predicate} at most ${percent}%`,
    AtLeast: ({ percent, predicates }) => `${predicates.join(" and ")} at least ${percent}%`,
    Occurs: ({ anyOf }) => `${anyOf.join(" or ")} occurs`,
    Absent: ({ predicate }) => `no ${predicate}`
  },
  finding: (expectation, people, of, isMet) => `${expectation} (${people} of ${of}, ${isMet ? "met" : "not met"})`,
  pattern: (unit, organisation, source, findings) =>
    `${unit}: advised spread for an organisation with ${organisation} (${source}): ${findings.join("; ")}. It advises; nobody is rated anew because of it.`,
  seenInOne: "its figures were seen in one source",
  held: ({ held: { because, organisation: { grounds, predicate, setBy, setOn, year: of }, source }, isOpen, lastDay, unit, year }) => {
    const rests = grounds.length === 0 ? "its grounds are not named" : `grounds: ${grounds.join(", ")}`
    return because === "set-in-time"
      ? `${unit}: the predicate of the organisation for ${year} is ${predicate}, set by ${setBy} on ${setOn}, not later than ${lastDay} (${LegalSource.cite(source)}); ${rests}.`
      : `${unit}: the predicate of the organisation for ${year} ${isOpen ? `is not set yet; it may be until ${lastDay}. For now` : `was not set by ${lastDay}, so`} that of ${of} stands in, ${predicate}, set by ${setBy} on ${setOn} (${LegalSource.cite(source)}); ${rests}.`
  },
  notHeld: (unit, year) => `${unit}: no predicate of the organisation for ${year} was set in time, and there is none for ${year - 1}. Set one before its people are appraised.`,
  statedOtherwise: (unit, stated, held) => `${unit}: the column organisation has ${stated}, but ${held} holds. The advised spread takes ${held}; correct one of them.`,
  bearings: {
    agrees: "it points the same way as the predicate",
    contradicts: "it contradicts the predicate; look at its grounds",
    "cannot-say": "it neither supports nor denies the predicate"
  },
  readings: {
    above: "above the expected",
    below: "below the expected",
    "not-distinguishable": "not distinguishable from the expected",
    "no-interval": "without an interval beside the expected"
  },
  beside: (unit, predicate, index, expected, reading, bearing) =>
    expected === undefined
      ? `${unit}, predicate of the organisation ${predicate}: citizens say ${index}. No index was expected (column expected), so nothing is compared; no rule turns an index into a predicate.`
      : `${unit}, predicate of the organisation ${predicate}: citizens say ${index}, ${reading} ${expected}; ${bearing}. No rule turns an index into a predicate.`,
  noVoice: (unit, predicate) => `${unit}, predicate of the organisation ${predicate}: citizens said nothing that can stand beside it.`,
  acts: {
    "annual-appraisal": "annual appraisal",
    "handing-over": "document handed to the employee",
    signature: "signature of the employee",
    report: "report to the authorised official",
    objection: "objection",
    "decision-on-objection": "decision on the objection",
    "decision-in-place-of-signature": "decision of the rater's superior in place of a signature"
  },
  events: {
    "period-ended": "the end of the period",
    "signed-by-rater": "the rater's signature",
    received: "the document was received",
    objected: "the objection",
    "signature-refused": "the refusal to sign"
  },
  states: { open: "running", met: "in time", late: "late", overdue: "overdue", lapsed: "not used in time", "not-begun": "not begun" },
  passed: "its day has passed",
  deadline: (act, state, due, done, length, event, source) =>
    `${act}: ${state}${done === undefined ? "" : `, done ${done}`}${due === undefined ? "" : `, due ${due}`}, ${length} after ${event} (${source})`,
  length: (days, counts) => `${days} ${counts === "working-days" ? "working days" : "days"}`,
  decidedResult: { tetap: "The objection was decided: the rating stays.", berubah: "The objection was decided: the rating changes." },
  noObjectionOpen: (person, source) => `${person}: rated by the head of the region, so the rating is final and no objection is open; its reasons have to be on record (${source}).`,
  rankingGroups: { above: "above expectation", middle: "as expected", below: "below expectation" },
  ranking: (unit, people, ways, example, cuts, source) =>
    `${unit}, ${counted(people, "person", "people")}: ${
      example === undefined
        ? `no ranking in three groups keeps the caps (${source}).`
        : `${counted(ways, "way")} of ranking in three groups keep the caps (${source}); such as ${example}.${cuts.length === 0 ? "" : ` A border cuts through the predicate ${cuts.join(", ")}.`}`
    } The rating team ranked; nobody is ranked here.`,
  act: "deadline",
  count: "count",
  withoutHolidays: "No holidays were given (--holidays): working days are counted without them, so a day may be due too early.",
  hiddenServices: (services) => `Services whose survey is hidden (too few answered, or it would give such a one away), so they are left out: ${services.join(", ")}.`,
  unitsWithoutPeople: (units) => `Units or teams in --services that nobody in the ratings belongs to, so they are not shown: ${units.join(", ")}. Check the spelling.`,
  smallTeams: (teams, fewest) => `Teams of fewer than ${fewest} people are not shown, so that what citizens say does not become a number on somebody: ${teams.join(", ")}.`
}
