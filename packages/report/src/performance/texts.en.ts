/**
 * Words of the performance report in English.
 */
import type { Texts } from "./texts.id.ts"

export const english: Texts = {
  title: "Performance of services",
  onDay: (day) => `made on ${day}`,
  sentence: (service, respondents, index, letter, range) =>
    `According to ${respondents} citizens, ${service} scores ${index} of 100 (class ${letter})${
      range === undefined ? "" : `; among all users the score is about ${range}`
    }.`,
  sentenceNone: (reason) => `The index of the citizens' survey is ${reason}.`,
  noSurvey: "There is no citizens' survey in this period.",
  index: "Citizens' satisfaction index",
  indexNote: (letter) => `class ${letter}`,
  respondents: "Respondents",
  responseNote: (rate) => `who answered: ${rate}`,
  classHeld: "Probability that the class is true",
  classNote: (interval) => `interval ${interval}`,
  straight: "Straight-liners",
  straightNote: "gave one answer to every element",
  lowest: "Elements to take up first",
  lowestSource: "Elements with the lowest means; equal means share a place.",
  elementCaption: (service) => `Every element: ${service}`,
  element: "Element",
  mean: "Mean (1 to 4)",
  missing: "Not answered",
  elementSource: (weight, instrument) =>
    `Weight of each element ${weight}. The index is an exact fraction, rounded half-up to two decimals, then classified. Rule: ${instrument}.`,
  classCaption: (service) => `Probability of each class: ${service}`,
  class: "Class",
  probability: "Probability",
  classSource: "The respondent is the unit of the standard error; a class begins half a hundredth below its printed limit.",
  qualityCaption: (service) => `Quality of the survey data: ${service}`,
  what: "What",
  value: "Value",
  complete: "Complete respondents",
  partial: "Respondents with some answers",
  blank: "Blank forms",
  offScale: "Answers off the scale, left out",
  straightLiners: "Straight-liners",
  responseRate: "Share who answered of those asked",
  bounds: "Index if those who did not answer gave the lowest, or the highest, answers",
  standardError: "Standard error of the index",
  qualitySource: "Weighting repairs differences in known traits only; those who did not answer may differ in others.",
  none: "No data.",
  compare: "A fair comparison",
  caterpillar: (measure) =>
    `${measure}: estimates drawn towards the common mean, with intervals. Filled diamonds are flagged; the dashed line is the common mean.`,
  rankCaption: (measure) => `Estimates and the ranks each may have: ${measure}`,
  subject: "Name",
  raw: "Raw",
  shrunken: "Estimate",
  ranks: "Possible ranks",
  inTail: "Probability of that end",
  flag: "Flag",
  isFlagged: "flagged",
  notFlagged: "no",
  rankSource: (method, share, bar) => `Spread beyond chance ${share} (${method}). Flagged only at a probability of at least ${bar}.`,
  contrastCaption: "The survey beside complaints",
  contrastSource: "A side is named only where the interval of a service (95%) lies wholly beyond the value of all services together.",
  funnel: "Funnel",
  funnelText: (measure, outside, all) =>
    `${measure}: ${outside} of ${all} lie outside the limits of chance (filled diamonds). The level line is the target.`,
  funnelSize: "number counted",
  funnelCaption: (measure) => `Limits of chance for each unit: ${measure}`,
  part: "Count",
  share: "Share",
  limits: "Limits of chance",
  controlLimits: "Control limits",
  place: "Place",
  places: { inside: "inside", above: "above", below: "below" },
  funnelSource: (outside) => `Interpolated binomial limits (Spiegelhalter 2005), probability outside ${outside}.`,
  appraised: "Appraisals",
  appraisedCaption: (law: string) => `People by predicate (${law})`,
  predicate: "Predicate",
  people: "People",
  undecided: "not decided yet",
  appraisedSource: (departures: string) =>
    `The rater decides the predicate; ${departures} departed from a proposal, with a reason. What citizens said is no number on a person.`,
  recap: (equal: string, different: string, notCheckable: string) =>
    `Official recap: ${equal} as the table has it, ${different} different, ${notCheckable} not checkable.`,
  course: "The course over time",
  courseChart: "The solid line is the centre, grey dashed lines are control limits, the dotted line is the target; filled diamonds break a rule.",
  courseCaption: (measure) => `Every period: ${measure}`,
  period: "Period",
  signals: "Rules broken",
  signal: { outside: "outside the limits", shift: "eight in a row on one side", trend: "six in a row rising or falling" },
  side: { high: "high", low: "low" },
  courseSource: (kind) => `Control chart ${kind}; the chart flags, people decide on the cause.`,
  headings: { survey: "1. Citizens' survey", compare: "2. A fair comparison", funnel: "3. Funnel", course: "4. Over time", methods: "5. How it is computed" },
  methods: [
    "The voice of citizens is evidence on a service, never an automatic number on a person.",
    "The respondent is the unit of error: nine answers of one person are one observation.",
    "A figure that cannot be computed is printed with its reason, never as zero.",
    "A mean of few answers is drawn towards the common mean as far as its uncertainty asks."
  ],
  words: {
    lengths: "Three lengths of the report",
    citizen: "For citizens: one sentence",
    officer: "For officers: one page",
    auditor: "For auditors: the full trace",
    madeBy: "Made with Timbang. This file stands alone: no script, and no connection to anywhere.",
    standing: {
      simulasi: "Simulation: nothing follows from it",
      "uji-silang": "Cross-check: the official record stands",
      penetapan: "Decision"
    }
  }
}
