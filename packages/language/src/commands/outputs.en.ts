/**
 * What commands print, in English.
 */
import { counted } from "../Counting.ts"
import type { Phrases } from "./Outputs.ts"

const elements: Readonly<Record<"2017" | "2004", Readonly<Record<string, string>>>> = {
  2017: {
    U1: "requirements",
    U2: "system, mechanism and procedure",
    U3: "time to completion",
    U4: "fee or tariff",
    U5: "product specification of the kind of service",
    U6: "competence of the staff",
    U7: "conduct of the staff",
    U8: "handling of complaints, suggestions and comments",
    U9: "facilities and infrastructure"
  },
  2004: {
    U1: "procedure of the service",
    U2: "requirements of the service",
    U3: "clarity of who serves",
    U4: "discipline of those who serve",
    U5: "responsibility of those who serve",
    U6: "ability of those who serve",
    U7: "speed of the service",
    U8: "fairness in being served",
    U9: "courtesy and friendliness of those who serve",
    U10: "reasonableness of the fee",
    U11: "certainty of the fee",
    U12: "certainty of the schedule",
    U13: "comfort of the surroundings",
    U14: "safety of the service"
  }
}

export const english: Phrases = {
  element: "element",
  elementName: (form, code, official) => elements[form][code] ?? official,
  name: "name",
  mean: "mean",
  class: "class",
  probability: "probability",
  allServices: "all services",
  predicate: "predicate",
  outcome: "outcome",
  agreement: "agreement",
  interval: "95% interval",
  pendingPeople: (people) => `${counted(people, "person is", "people are")} pending: a group of raters is smaller than its minimum. See private/explanations.txt.`,
  people: "people",
  region: "location",
  kindOfNeed: "kind of need",
  position: "position",
  standardError: (error) => `Standard error ${error}; the respondent is the unit.`,
  noStandardError: "No standard error: too few respondents.",
  weighted: (mean, error, effective) =>
    `Weighted to the users: ${mean}, standard error ${error}, worth ${effective} equal answers. The official number stays the one above.`,
  partlyAnswered: (partial, blank) => `Answered in part: ${partial}; answered nothing: ${blank}.`,
  sample: (wanted, population, source, respondents) => `Respondents that the formula asks for (${source}) among ${population} users: ${wanted}; ${respondents} answered.`,
  straightLiners: (count, of) => `One and the same answer to every element: ${count} of ${of}.`,
  nonResponse: (rate, lowest, highest) => `Of those asked ${rate}% answered. Had all others given the lowest or the highest answers, the index would lie between ${lowest} and ${highest}.`,
  fewerThanRespondents: (respondents) => `fewer than the ${counted(respondents, "respondent")} of the file; give the number for the same period and service`,
  unanswered: (elements) => `nobody answered ${elements.join(", ")}. The index needs answers to every element; fill the columns.`,
  usersDiffer: (users, margins) => `not the ${users} users of ${margins}. Make both the same, or leave --population out.`,
  tooManyCells: (most) => `more than ${most} kinds of respondents by margin, weight, cluster and stratum; round the design weights, or give them by stratum`,
  noResult: (writers) => `not there; name a folder that one of these wrote: ${writers}`,
  notAResult: (because, found, writers) =>
    `not in the form that this version writes (${
      {
        "not-json": "not JSON",
        "not-an-object": "not a JSON object",
        "other-format": found === "" ? "no format named" : `its format is ${found}`,
        "other-version": found === "" ? "no version named" : `its version is ${found}`,
        "no-content": "without content",
        "parts-missing": `parts missing: ${found}`
      }[because]
    }); write it anew with: ${writers}`,
  pendingUnits: (units, fewest) => `Pending, because fewer than ${counted(fewest, "answer")}: ${units}. They are compared with nobody and never flagged.`,
  unverifiedWords: (words, citation) =>
    `Not verified: what the words ${words.join(", ")} stand for (${citation}). Check them against the form that was handed out, and give its words with --words.`,
  notWithin: (folder, group) =>
    `${folder}: ${group} had more respondents then than now. --published takes results of a part of these answers; give the answers of both together.`,
  service: "service",
  inSurvey: "in the survey",
  inComplaints: "in complaints",
  reading: "reading",
  complaintShare: "complaints among the people served",
  sides: { better: "better than all together", worse: "worse than all together", "not-distinguishable": "not distinguishable" },
  readings: { agree: "both say the same", gap: "they contradict each other: look here first", "not-shown": "not shown" },
  withoutSurvey: (services) => `Complaints without a survey that may be shown: ${services.join(", ")}.`,
  outsideFunnel: (services) => `More complaints than chance explains: ${services.length === 0 ? "none" : services.join(", ")}.`,
  hidden: (groups, fewest) => `${counted(groups, "group is", "groups are")} hidden so that no group of fewer than ${counted(fewest, "respondent")} can be computed.`,
  notCompared: (most) => `Respondents who stand twice were looked for among the first ${most} only.`,
  tooMany: (grouping, most) => `${grouping}: more than ${counted(most, "group")}; not broken down. Join them to larger ones.`,
  open: (people) => `${counted(people, "person is", "people are")} not decided on yet; proposals and reasons are in explanations.txt.`,
  recap: (equal, different, notCheckable) => `Official recap: ${equal} as the table has it, ${different} different, ${notCheckable} not checkable. The official record is not changed.`,
  spread: {
    "as-usual": (unit, organisation) => `${unit} (organisation rated ${organisation}): the spread of predicates is as usual.`,
    departs: (unit, organisation) => `${unit} (organisation rated ${organisation}): the spread of predicates is not as usual. Explain it; nobody is rated again because of it.`,
    "too-small": (unit) => `${unit}: too small for any spread.`,
    "no-expectation": (unit, organisation) => `${unit}: no usual spread for an organisation rated ${organisation}.`,
    nobody: (unit) => `${unit}: nobody is rated yet.`
  },
  noFinal: (stage) => `this selection ends with the stage ${stage}; run timbang select up to the final result.`,
  hiddenGroups: (groups, fewest) => `${groups} protected groups are not shown so that no group of fewer than ${counted(fewest, "applicant")} can be computed.`,
  fileMissing: (template) => `there is no such file. Write the table; its columns are those of "timbang template ${template} --csv".`,
  tableTwice: (paths) => `${paths.join(", ")}: several files for one table. Keep one of them.`,
  tableUnknown: (path, known) => `${path}: not the name of a table of an evaluation, so it was not read. Known names: ${known}.`,
  placesMissing: (formations, tables, cells) =>
    `not in ${tables.join(", ")}: formation ${formations.slice(0, 5).join("; ")}${formations.length > 5 ? `; and ${formations.length - 5} more` : ""}. Add its row, zero as 0; or give its unit and job family in ${cells}.`,
  summary: ({ agency, round }, verdict, lackingBefore, lackingAfter) =>
    `${round}, ${agency}: the need is ${verdict}; ${counted(lackingBefore, "person was", "people were")} lacking, ${lackingAfter} are now.`,
  notInForce: (law, day, from, until) => `${law}: no value is in force on ${day}${until !== undefined ? `; the last held until ${until}` : from === undefined ? "" : `; the first holds from ${from} on`}. Choose another day.`,
  trainingPlan: {
    floor: (staff, hours, years, law) => `Training plan of ${staff ?? "staff"}: ${years} ${years === 1 ? "year" : "years"}, ${counted(hours, "hour")} a year at least (${law}); what is not filled takes other development.`,
    ceiling: (staff, hours, years, law) =>
      staff === undefined
        ? `Training plan of staff whose status is not said: ${years} ${years === 1 ? "year" : "years"}, at most ${counted(hours, "hour")} a year, so that the limit of PPPK is not passed (${law}). Fill the column status of competences.csv.`
        : `Training plan of ${staff}: ${years} contract ${years === 1 ? "year" : "years"}, at most ${counted(hours, "hour")} a year (${law}).`
  },
  adjustments: (count) => `${count} adjustments for the next needs round; people accept or refuse them.`,
  looked: (groups) => groups.length === 0 ? "Selection rates: no group has to be looked into." : `Selection rates to look into: ${groups.join("; ")}.`
}
