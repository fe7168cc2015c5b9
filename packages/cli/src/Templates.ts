/**
 * Every input file by name, with its columns: what `timbang template NAME` writes and `docs/guides/input-files.md` lists.
 *
 * @since 0.1.0
 */
import { AppraisalLaw, SurveyLaw } from "@timbang/regulations"
import {
  AdjustmentsFile,
  AllocationFile,
  ApplicationsFile,
  AppraisalFiles,
  BallotsFile,
  BoundsFile,
  BudgetFile,
  CellsFile,
  ClaimsFile,
  type Column,
  ComparisonsFile,
  ComplaintsFile,
  DecisionsFile,
  DecreeFile,
  DictionaryFile,
  EvaluationTables,
  FindingsFile,
  MarginsFile,
  MatrixFile,
  MeasuresFile,
  MinimumFile,
  ObjectionsFile,
  PolicyFile,
  PositionsFile,
  PostMarginsFile,
  ProgrammesFile,
  ProjectionFile,
  ProposalsFile,
  RatingsFile,
  RatioFile,
  RecapFile,
  RegisterFile,
  ResponsesFile,
  ScoresFile,
  TestsFile,
  VillagesFile,
  VoiceFile,
  WorkloadFile
} from "@timbang/source-files"
import * as AppraisalWords from "./AppraisalWords.ts"
import * as Organisations from "./performance/Organisations.ts"
import * as CareerRun from "./performance/CareerRun.ts"
import * as IndexRun from "./needs/IndexRun.ts"
import * as DataFolder from "./needs/DataFolder.ts"

/** Names of the tables of a folder, such as `before/staffing`. */
const named = (folder: string, tables: Readonly<Record<string, Column.Columns>>): Readonly<Record<string, Column.Columns>> =>
  Object.fromEntries(Object.entries(tables).map(([name, columns]) => [`${folder}/${name}`, columns]))

/** Columns with other made-up cells, one for each row. */
const rows = (columns: Column.Columns, cells: Readonly<Record<string, ReadonlyArray<string>>>): Column.Columns =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => {
    const [sample, ...further] = cells[name] ?? [column.sample, ...column.further]
    return [name, { ...column, sample: sample!, further }]
  }))

/** Columns of each input file that is the same under every rule set; those of a rule set come with `timbang rules template`. */
export const templates: Readonly<Record<string, Column.Columns>> = {
  "needs/figures": DataFolder.figureColumns,
  "needs/workload": DataFolder.workloadColumns,
  ...Object.fromEntries(WorkloadFile.norms.map((norm) => [`workload-${norm}`, WorkloadFile.columnsOf(norm)])),
  minimum: MinimumFile.staff,
  "minimum-required": MinimumFile.required,
  "ratio-count": RatioFile.counted,
  "ratio-score": RatioFile.scored,
  "ratio-bands": RatioFile.bands,
  projection: ProjectionFile.columnsOf([2026, 2027, 2028, 2029, 2030]),
  ...Object.fromEntries(IndexRun.readyNames.map((name) => [`index-${name}`, IndexRun.columnsOf(name)])),
  matrix: rows(MatrixFile.columnsOf([{ id: "poverty", aliases: ["Penduduk miskin"] }, { id: "schooling" }]), {
    unit: ["Kabupaten Contoh", "Kota Contoh"],
    poverty: ["7.25", "5.5"],
    schooling: ["8.5", "11"]
  }),
  criteria: MatrixFile.criteriaColumns,
  comparisons: ComparisonsFile.columns,
  proposals: ProposalsFile.columns,
  ballots: BallotsFile.columns,
  decisions: DecisionsFile.columns,
  villages: VillagesFile.columns,
  dictionary: DictionaryFile.columns,
  voice: VoiceFile.columns,
  claims: ClaimsFile.columns,
  cells: CellsFile.columnsOf([2026, 2027]),
  bounds: BoundsFile.columns,
  policy: PolicyFile.columns,
  "post-margins": PostMarginsFile.columns,
  budget: BudgetFile.columns,
  allocation: AllocationFile.columns,
  positions: PositionsFile.columns,
  decree: DecreeFile.columns,
  responses: ResponsesFile.columnsOf(SurveyLaw.questionnaire("1/9").elements, SurveyLaw.answerWords),
  words: ResponsesFile.words,
  complaints: ComplaintsFile.columns,
  margins: MarginsFile.columns,
  "need-adjustments": AdjustmentsFile.columns,
  ratings: RatingsFile.judged(AppraisalWords.levels, AppraisalWords.predicates, AppraisalLaw.organisationSpellings),
  recap: RecapFile.columnsOf(AppraisalWords.levels, AppraisalWords.predicates, AppraisalLaw.organisationSpellings),
  "appraisal/services": AppraisalFiles.services,
  "appraisal/organisations": Organisations.columns,
  "appraisal/days": AppraisalFiles.days,
  "ratings-earlier-law": RatingsFile.computed,
  "ratings-with-achievements": rows(RatingsFile.computed, { workPlan: [""] }),
  achievements: RatingsFile.achievements,
  scores: ScoresFile.columns,
  applications: ApplicationsFile.columns,
  findings: FindingsFile.columns,
  programmes: ProgrammesFile.columns,
  register: RegisterFile.columns,
  tests: TestsFile.columns,
  objections: ObjectionsFile.columns,
  measures: MeasuresFile.course,
  // Ten answers are the fewest with which anybody is compared.
  answers: rows(MeasuresFile.answers, {
    unit: ["petugas-03", "petugas-07"].flatMap((unit) => Array.from({ length: 10 }, () => unit)),
    score: [68.75, 75].flatMap((least) => Array.from({ length: 10 }, (_, at) => String(least + at % 4 * 6.25)))
  }),
  ...named("career", CareerRun.columns),
  ...named("before", EvaluationTables.before),
  ...named("after", EvaluationTables.after)
}
