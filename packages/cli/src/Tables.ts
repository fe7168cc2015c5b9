/**
 * Tables that layouts lead to, with the columns that each may have.
 *
 * @since 0.1.0
 */
import type { RuleSet } from "@timbang/core/selection"
import { AppraisalLaw, RuleSets, SurveyLaw } from "@timbang/regulations"
import {
  ApplicationsFile,
  type Column,
  FindingsFile,
  FormationsFile,
  OfficialListFile,
  ParticipantsFile,
  ProposalsFile,
  RecapFile,
  ResponsesFile,
  StaffFile
} from "@timbang/source-files"
import * as AppraisalWords from "./AppraisalWords.ts"

const underRules = (columnsOf: (ruleSet: RuleSet.RuleSet) => Column.Columns) => () => RuleSets.all.map(columnsOf)

/** The name of one. */
export type Name = "formations" | "participants" | "applications" | "findings" | "official-list" | "staff" | "recap" | "proposals" | "responses"

/** Their columns; under rule sets a table has other ones under each. */
export const tables: Readonly<Record<Name, () => ReadonlyArray<Column.Columns>>> = {
  formations: underRules(FormationsFile.columnsOf),
  participants: underRules(ParticipantsFile.columnsOf),
  applications: () => [ApplicationsFile.columns],
  findings: () => [FindingsFile.columns],
  "official-list": underRules(OfficialListFile.columnsOf),
  staff: () => [StaffFile.columns],
  recap: () => [RecapFile.columnsOf(AppraisalWords.levels, AppraisalWords.predicates, AppraisalLaw.organisationSpellings)],
  proposals: () => [ProposalsFile.columns],
  responses: () => [ResponsesFile.columnsOf(SurveyLaw.questionnaire("1/9").elements, SurveyLaw.answerWords)]
}

/** Says whether a table has this name. */
export const isName = (name: string): name is Name => Object.hasOwn(tables, name)

/** Its columns under one rule set. */
export const columnsUnder = (name: Name, ruleSet: RuleSet.RuleSet): Column.Columns => {
  const under = { formations: FormationsFile.columnsOf, participants: ParticipantsFile.columnsOf, "official-list": OfficialListFile.columnsOf } as const
  return Object.hasOwn(under, name) ? under[name as keyof typeof under](ruleSet) : tables[name]()[0]!
}
