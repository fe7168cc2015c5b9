/**
 * Objections in English.
 */
import type { Event, Objection } from "@timbang/core/selection"
import { say, type Sentences } from "../Sentences.ts"

export interface Words {
  readonly heading: (id: string, stage: string, filedOn: string) => string
  readonly kind: Readonly<Record<Objection.Kind, (objection: Objection.Objection) => string>>
  readonly kindName: Readonly<Record<Objection.Kind, string>>
  readonly direction: Readonly<Record<Objection.Objection["direction"], (about: string) => string>>
  readonly state: Sentences<Objection.State>
  readonly stateName: Readonly<Record<Objection.State["_tag"], string>>
  readonly task: Sentences<Objection.Task>
  readonly moveName: Readonly<Record<Objection.Move["_tag"], string>>
  readonly refused: (objection: string, problem: string) => string
  readonly problem: Readonly<Record<Objection.ObjectionRefused["problem"], (found: string, limit: string) => string>>
  readonly moveRefused: (objection: string, state: string, move: string, needed: string) => string
  readonly needed: Sentences<Objection.Needed>
}

const event: Sentences<Event.Event> = {
  Absent: ({ exam, participant }) => `${participant} was absent from ${exam}`,
  Disqualified: ({ participant }) => `${participant} is disqualified`,
  Withdrawn: ({ participant }) => `${participant} withdrew`,
  Ineligible: ({ participant }) => `${participant} does not meet the administrative requirements`,
  Eliminated: ({ participant }) => `${participant} failed a test that excludes`,
  Reinstated: ({ participant }) => `${participant} takes part again`,
  Corrected: ({ component, from, participant, to }) => `${component} of ${participant} becomes ${to}${from === "" ? "" : ` instead of ${from}`}`,
  TieSettled: ({ letter, order }) => `${order.join(", ")} stand in this order by letter ${letter}`,
  LawChanged: ({ letter, ruleSet }) => `${ruleSet} applies by letter ${letter}`,
  PlacementAnswered: ({ participant, willing }) => `${participant} ${willing ? "takes" : "does not take"} a seat outside their own cell`
}

export const english: Words = {
  heading: (id, stage, filedOn) => `Objection ${id}, stage ${stage}, filed on ${filedOn}`,
  kind: {
    own: ({ by }) => `${by} about their own result`,
    "about-another": ({ about, by }) => `${by} about the result of ${about}`,
    finding: ({ about, by, reference }) => `finding ${reference} of ${by} on the result of ${about}`,
    judgment: ({ about, by, reference }) => `judgment ${reference} of ${by} on the result of ${about}`
  },
  kindName: {
    own: "objection to one's own result",
    "about-another": "objection to somebody else's result",
    finding: "finding of the national committee or the civil service agency",
    judgment: "judgment of a court"
  },
  direction: {
    "in-favour": (about) => `in favour of ${about}`,
    against: (about) => `to the disadvantage of ${about}`
  },
  state: {
    Filed: () => "Filed, and not answered yet",
    Answered: ({ at, isAccepted }) => `${isAccepted ? "Accepted" : "Rejected"} on ${at}`,
    AwaitingApproval: ({ at, of }) => `Awaiting the approval of ${of} since ${at}`,
    Approved: ({ at, letter }) => `Approved by letter ${letter} on ${at}`,
    Refused: ({ at, letter }) => `Refused by letter ${letter} on ${at}`,
    AnnouncedAgain: ({ at }) => `Settled; the result was announced again on ${at}`
  },
  stateName: {
    Filed: "filed",
    Answered: "answered",
    AwaitingApproval: "awaiting approval",
    Approved: "approved",
    Refused: "refused",
    AnnouncedAgain: "announced again"
  },
  task: {
    Answer: ({ until }) => until === undefined ? "Answer it; no source gives the last day" : `Answer it until ${until}`,
    AskApproval: ({ of }) => `Ask ${of} for approval`,
    Rerun: ({ event: facts }) => `Run the selection again with this on record: ${say(event, facts)}`,
    Inform: ({ participant }) => `Inform ${participant}`,
    AnnounceAgain: ({ until }) =>
      until === undefined ? "Announce the result again; no source gives the last day" : `Announce the result again until ${until}`
  },
  moveName: {
    Answer: "be answered",
    AskApproval: "go to the office that approves",
    Approve: "be approved",
    Refuse: "be refused",
    AnnounceAgain: "end with a new announcement"
  },
  refused: (objection, problem) => `Objection ${objection}: ${problem}`,
  problem: {
    "stage-without-window": (found, stages) =>
      `there is no objection to the stage ${found}. ${stages === "" ? "The rule set has no windows at all; take another." : `Name one of ${stages}.`}`,
    "before-announcement": (found, first) => `filed on ${found}, before the announcement of ${first}. File it from that day on.`,
    "window-closed": (found, last) => `filed on ${found}, but the window closed on ${last}. File it within the window.`,
    "too-many": (found, most) => `the same person's number ${found}; at most ${most} may be filed. Put everything into one.`,
    "not-about-oneself": (found) => `${found} objects to somebody else's result. Use the kind "about-another".`,
    "about-oneself": (found) => `${found} objects to their own result. Use the kind "own".`,
    "grounds-missing": () => "no grounds. Write what is wrong with the result.",
    "reference-missing": () => "no number of the finding or judgment. Give it.",
    "day-invalid": (found) => `"${found}" is not a calendar day. Write YYYY-MM-DD.`
  },
  moveRefused: (objection, state, move, needed) => `Objection ${objection} is ${state} and cannot ${move}: it needs ${needed}.`,
  needed: {
    DayFrom: ({ day }) => `a calendar day from ${day} on`,
    Unanswered: () => "to be filed and not answered",
    Accepted: () => "an answer that accepts it",
    Awaiting: ({ of }) => `to await ${of}`,
    Settled: () => "to be approved, refused or rejected before",
    Reason: () => "the reason of the answer",
    Letter: () => "the number of the letter",
    LetterAndReason: () => "the number of the letter and its reason",
    EventAbout: ({ participant }) => `a recorded event about ${participant}`
  }
}
