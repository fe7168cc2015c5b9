/** A recruitment that runs, in English; the Indonesian words have the same shape. */
export const english = {
  stages: {
    announcement: "announcement",
    applicants: "applicants",
    "administrative-check": "administrative check",
    "administrative-objections": "objections to the administrative check",
    "exam-sessions": "sessions of the first exam",
    shortlist: "shortlist",
    "second-exam": "second exam",
    integration: "integration of the scores",
    filling: "filling of empty places",
    publication: "publication of the final result",
    "final-objections": "objections to the final result",
    drh: "data of those who passed (DRH)",
    "usul-nip": "proposal of the NIP",
    sk: "decree of appointment (SK)",
    spmt: "start of duty (SPMT)"
  },
  decisions: {
    announcement: "the announcement",
    "administrative-result": "the result of the administrative check",
    "administrative-reannouncement": "the result of the administrative check after objections",
    shortlist: "the shortlist",
    publication: "the final result",
    "final-reannouncement": "the final result after objections"
  },
  steps: {
    "import-applicants": "reading in the applicants",
    shortlist: "the shortlist",
    integration: "the integration of the scores",
    filling: "the filling of empty places",
    publish: "the publication",
    "publish-again": "the publication after objections"
  },
  terms: {
    registration: "registration",
    "administrative-objection": "objections to the administrative check",
    "administrative-answer": "answers to objections to the administrative check",
    "administrative-reannouncement": "the new announcement of the administrative check",
    "final-objection": "objections to the final result",
    "final-answer": "answers to objections to the final result",
    "final-reannouncement": "the new announcement of the final result",
    drh: "handing in the DRH"
  },
  milestones: {
    named: "passed",
    drh: "DRH handed in",
    "nip-proposed": "NIP proposed",
    "nip-issued": "NIP issued",
    decree: "decree of appointment",
    duty: "on duty"
  },
  sessions: { first: "minutes of every session of the first exam", second: "minutes of every session of the second exam" },
  cases: {
    administrative: "answers to the objections to the administrative check",
    final: "answers to the objections to the final result, and Panselnas's word on accepted ones"
  },
  decision: (what: string) => `a decision, entered and approved by two people: ${what}`,
  work: (what: string) => `the step of the program: ${what}`,
  window: (what: string) => `the end of the term: ${what}`,
  people: (what: string) => `that everybody who passed reaches: ${what}`,
  problems: {
    "not-started": "there is no such round; start it with its plan",
    "started-otherwise": "the round was started with another plan; take another name, or change it by the letters it provides for",
    "not-now": "the round waits for something else now; see its status",
    "too-late": "the term has passed; only an extension by letter opens it again, where the round still stands there",
    "same-person": "whoever entered this cannot approve or reject it; somebody else has to",
    "wrong-role": "the plan gives this role no say in it; an account of a role that the plan names has to decide",
    unknown: "the round knows no such name; see its status",
    "done-already": "this was decided before and stands",
    "id-taken": "the name belongs to something else; take another",
    "too-many": "this person has filed as many objections as they may",
    "too-early": "something before it is missing",
    "has-left": "this person has withdrawn",
    "not-vacant": "nobody left this place, or it was filled",
    "not-next-in-rank": "somebody else comes first by rank, or nobody is left",
    "not-later": "the day has to be later than the last day there is now, and not over"
  },
  lines: {
    stage: "Stage",
    awaits: "Waits for",
    finished: "The round is over.",
    refused: (because: string) => `The step was refused: ${because}. Mend it and send Retry.`,
    unnoticed: (what: string, lastDay: string, zone: string) =>
      `Passed at the end of ${lastDay} ${zone}, and not on record yet: ${what}. A node or the next signal records it.`,
    until: (what: string, lastDay: string, zone: string, daysLeft: number) =>
      `Until ${lastDay}, end of day ${zone}${daysLeft === 0 ? ", today" : daysLeft === 1 ? ", in 1 day" : `, in ${daysLeft} days`}: ${what}.`,
    overdue: (what: string) => `Overdue: ${what}.`,
    people: (what: string, count: number) => `${what}: ${count}`,
    left: (participant: string, isAfterNumber: boolean, letter: string, sanction: string) =>
      `${participant} withdrew ${isAfterNumber ? "after" : "before"} the NIP, letter ${letter}: ${sanction}.`,
    barred: (amount: number, unit: "rounds" | "fiscal-years", source: string) =>
      `barred for ${amount} ${unit === "rounds" ? (amount === 1 ? "round" : "rounds") : (amount === 1 ? "fiscal year" : "fiscal years")} (${source})`,
    exempt: (source: string) => `not barred (${source})`,
    taken: "Recorded.",
    notASignal: (because: string) => `This is not a signal as a round takes it: ${because}`,
    unreadable: (index: number, kind: string) =>
      `Entry ${index} (${kind}) of this round is not a fact that this version can read; update the program, or find out what wrote it.`,
    stepsRefused: "Not a command for each step: import-applicants, shortlist, integration, filling, publish, publish-again, each a list of the program and its arguments.",
    none: "No round has been started yet.",
    overdueShort: "overdue",
    refusedShort: "step refused",
    over: "over",
    running: "A node runs the rounds of this journal; Ctrl-C stops it, and another goes on where it stopped.",
    nodeTaken: "A node runs the rounds of this journal already; stop it, or give each node --listen HOST:PORT."
  },
  columns: { round: "round", agency: "agency", stage: "stage", open: "open", due: "due", note: "note", when: "when", who: "account", role: "role", unit: "unit", what: "what" },
  exams: { first: "first exam", second: "second exam" },
  subjects: {
    Decide: (what: string) => `decision on ${what}`,
    HoldSession: (session: string, exam: string) => `minutes of ${session}, ${exam}`,
    Answer: (objection: string, isAccepted: boolean) => `answer to objection ${objection}: ${isAccepted ? "accepted" : "rejected"}`,
    Approval: (objection: string, isApproved: boolean, letter: string) => `Panselnas on objection ${objection}: ${isApproved ? "approved" : "refused"}, letter ${letter}`,
    Extend: (what: string, until: string, letter: string) => `later last day ${until} for ${what}, letter ${letter}`,
    Reach: (milestone: string, count: number, letter: string) => `${milestone}: ${count}, letter ${letter}`,
    Resign: (participant: string, letter: string) => `withdrawal of ${participant}, letter ${letter}`,
    Replace: (by: string, vacatedBy: string, letter: string) => `${by} in place of ${vacatedBy}, letter ${letter}`
  },
  items: {
    approve: (id: string, what: string, by: string, roles: ReadonlyArray<string>) =>
      `To be approved by somebody other than ${by}${roles.length === 0 ? "" : `, in the role ${roles.join(" or ")}`}: ${id} (${what}).`,
    enter: (what: string) => `The committee enters the decision on ${what}.`,
    minutes: (session: string, exam: string) => `The committee enters the minutes of ${session}, ${exam}.`,
    answer: (objection: string) => `The committee enters the answer to objection ${objection}.`,
    panselnas: (objection: string) => `Panselnas has to speak on the accepted objection ${objection}; the committee enters its letter.`,
    reach: (milestone: string, who: string, count: number) => `Not yet "${milestone}": ${count} (${who}).`,
    vacancy: (participant: string, formation: string, next: string | undefined) =>
      `The place of ${participant} in ${formation} is empty; ${next === undefined ? "nobody is next in rank" : `next in rank is ${next}, on a letter only`}.`,
    work: (what: string) => `A node does the step: ${what}.`
  },
  facts: {
    Started: (agency: string) => `the plan, ${agency}`,
    Proposed: (id: string, what: string) => `${id} entered: ${what}`,
    Approved: (id: string, what: string) => `${id} approved: ${what}`,
    Rejected: (id: string, what: string) => `${id} rejected: ${what}`,
    ObjectionFiled: (id: string, about: string) => `objection ${id} filed about ${about}`,
    DrhSubmitted: (participant: string) => `DRH of ${participant} handed in`,
    DeadlinePassed: (what: string) => `passed: ${what}`,
    StepFinished: (what: string, count: number) => `done: ${what}, ${count} people`,
    StepRefused: (what: string, because: string) => `refused: ${what}: ${because}`,
    Retried: (what: string) => `to be tried again: ${what}`
  }
}

/** Words of a language. */
export type Words = typeof english
