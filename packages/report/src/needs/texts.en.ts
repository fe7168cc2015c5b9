/**
 * Words of the report of needs in English.
 */
import { english as words } from "../pageWords.en.ts"
import type { Texts } from "./texts.id.ts"

export const english: Texts = {
  title: "Report of staffing needs",
  onDay: (day) => `as of ${day}`,
  ofYear: (year) => `figures of ${year}`,
  sentence: (units, people, workload, extra, most) =>
    `${units} units need ${people} people: ${workload} by workload and ${extra} by the conditions of ` +
      `the region${most}.`,
  most: (unit, family, indicator) => `, most strongly ${unit} for ${family} because of ${indicator}`,
  people: "Need in all",
  peopleNote: (workload, extra) => `people; workload ${workload}, conditions ${extra}`,
  worst: "Weakest conditions",
  worstNote: (title, index) => `${title} ${index}`,
  oldest: "Oldest figures",
  oldestNote: (indicators, all) => `years; ${indicators} of ${all} indicators`,
  flaws: "Figures corrected, refused, imputed",
  flawsNote: "see the sheet on data quality",
  posts: "Posts shared",
  postsNote: (open) => `by Sainte-Laguë; ${open} await a draw`,
  mapHeading: "Map",
  mapChart: (index, lowest, highest) =>
    `${index}: the darker the weaker. The number on the map is the rank, 1 is the highest. Lowest ` +
      `${lowest}, highest ${highest}.`,
  mapSource: (source) => source,
  indexHeading: (title) => title,
  barsChart: (title, coverage, draws) =>
    `${title} of each unit. With each: the index, the rank, then the interval of ranks in ${coverage} of ` +
      `${draws} weightings.`,
  indexAxis: (title) => `${title} (0 to 100)`,
  partsChart: (title) => `What ${title} is made of; the whole bar is the index.`,
  partsAxis: "points",
  partsLogChart: (title) => `What ${title} is made of. Its mean is geometric: the parts add up as logarithms.`,
  indexTable: (title) => `${title} and rank intervals`,
  indexSource: (inputs, spread, draws, seed, coverage) =>
    `Computed by Timbang. ${inputs} decisions vary by chance (weights by up to ${spread}), ${draws} ` +
      `draws, seed ${seed}; an interval holds ${coverage}.`,
  unit: "Unit",
  index: "Index",
  rank: "Rank",
  interval: "Rank interval",
  sectorHeading: "Need by sector",
  sectorTable: "Index of need of each sector, 0 (none) to 100 (full), and the strongest driver",
  sectorSource: (policy, source) => `${policy} (${source}). Citizens' voice is printed beside it and enters no figure.`,
  voice: (share) => `voice ${share}`,
  voiceHeading: "Citizens' voice beside the need",
  voiceTable: "Need index of every sector, lowest to highest unit, and what citizens ask for",
  sector: "Sector",
  voiceNeed: "Need index",
  voiceProposals: "Proposals",
  voiceShare: "Share of voice",
  voiceSource: (dictionary, day) =>
    `Citizens' proposals by the dictionary ${dictionary} on ${day}; equal ones count once. The share enters no figure of need.`,
  voiceUnmapped: (count, isOne) =>
    `${count} physical ${isOne ? "proposal is of a kind" : "proposals are of kinds"} that the dictionary does not name: counted here, not guessed.`,
  changeHeading: "The smallest change that moves a post",
  changeTable: "The claim of every unit that is nearest to moving a post",
  changeGain: "One more if its need rises by",
  changeLoss: "One less if its need falls by",
  changeBy: (people, others) => `${people} people (${others})`,
  changeNone: "by no change",
  changeSource: "A change of one need, the others as they are; in brackets: who loses or wins the post. Sainte-Laguë, exact to a millionth of a person.",
  claimHeading: "Need of each job family",
  claimTable: (unit) => `${unit}: need of each job family, people`,
  claimSource: (coverage, draws, spread) =>
    `Workload from the input; added = workload × cap × pressure. An interval holds ${coverage} of ` +
      `${draws} weightings of the policy (shares vary by up to ${spread}).`,
  family: "Job family",
  workload: "Workload",
  extra: "Conditions",
  claim: "Need",
  claimInterval: "Interval",
  posted: "Posts",
  postedInterval: "Interval of posts",
  reason: "Reason",
  reasonOf: (indicator, amount) => `${indicator} ${amount}`,
  byWorkload: "workload only",
  drawOpen: "+ draw",
  to: (low, high) => (low === high ? low : `${low}–${high}`),
  qualityHeading: "Data quality",
  qualityTable: "State of the figures of each indicator",
  qualitySource:
    "Input files and the notes of their reader. Age runs from the year of the figures to the day of the report.",
  strongest: (need, indicator) => `${need} (${indicator})`,
  indicator: "Indicator",
  source: "Source",
  year: "Year",
  age: "Age (years)",
  units: "Units",
  corrected: "Corrected",
  refused: "Refused",
  imputed: "Imputed",
  computed: "computed",
  notesTable: "What was corrected and what was refused",
  notesSource: "The reader of the files; no figure was changed without a line here.",
  notesEmpty: "Nothing was corrected or refused.",
  file: "File",
  status: "Treatment",
  wasRefused: "refused",
  wasCorrected: "corrected",
  note: "Note",
  warning: "Not verified",
  headings: {
    sectors: "Sectors",
    claims: "Needs and posts",
    quality: "Data quality",
    figures: "Figures used",
    policy: "Policy"
  },
  figuresTable: "Figures of each unit as they were used",
  figuresSource: (sources) => `Source: ${sources}.`,
  empty: "None.",
  words: { ...words, officer: "For officers: a summary" }
}
