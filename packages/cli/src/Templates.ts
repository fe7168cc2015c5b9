/**
 * Every input file by name, with its columns: what `timbang template NAME` writes and `docs/guides/input-files.md` lists.
 *
 * @since 0.1.0
 */
import { SurveyLaw } from "@timbang/regulations"
import {
  AdjustmentsFile,
  AllocationFile,
  BallotsFile,
  BoundsFile,
  BudgetFile,
  CellsFile,
  ClaimsFile,
  type Column,
  ComparisonsFile,
  ComplaintsFile,
  DecreeFile,
  DictionaryFile,
  EvaluationTables,
  MarginsFile,
  MatrixFile,
  MeasuresFile,
  MinimumFile,
  PolicyFile,
  PositionsFile,
  PostMarginsFile,
  ProjectionFile,
  ProposalsFile,
  RatingsFile,
  RatioFile,
  RecapFile,
  ResponsesFile,
  ScoresFile,
  TestsFile,
  VillagesFile,
  VoiceFile,
  WorkloadFile
} from "@timbang/source-files"
import { levelWords, predicateWords } from "./performance/AppraisalRun.ts"
import * as CareerRun from "./performance/CareerRun.ts"
import * as IndexRun from "./needs/IndexRun.ts"
import * as DataFolder from "./needs/DataFolder.ts"

/** Names of the tables of a folder, such as `before/staffing`. */
const named = (folder: string, tables: Readonly<Record<string, Column.Columns>>): Readonly<Record<string, Column.Columns>> =>
  Object.fromEntries(Object.entries(tables).map(([name, columns]) => [`${folder}/${name}`, columns]))

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
  matrix: MatrixFile.columnsOf([{ id: "poverty", aliases: ["Penduduk miskin"] }, { id: "schooling" }]),
  criteria: MatrixFile.criteriaColumns,
  comparisons: ComparisonsFile.columns,
  proposals: ProposalsFile.columns,
  ballots: BallotsFile.columns,
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
  ratings: RatingsFile.judged(levelWords, predicateWords),
  recap: RecapFile.columnsOf(levelWords, predicateWords),
  "ratings-earlier-law": RatingsFile.computed,
  achievements: RatingsFile.achievements,
  scores: ScoresFile.columns,
  tests: TestsFile.columns,
  measures: MeasuresFile.course,
  answers: MeasuresFile.answers,
  ...named("career", CareerRun.columns),
  ...named("before", EvaluationTables.before),
  ...named("after", EvaluationTables.after)
}
