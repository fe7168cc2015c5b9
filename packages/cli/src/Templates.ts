/**
 * Every input file by name, with its columns: what `timbang template NAME` writes and `docs/guides/input-files.md` lists.
 *
 * @since 0.1.0
 */
import { SurveyLaw } from "@timbang/regulations"
import { type Column, MarginsFile, ResponsesFile } from "@timbang/source-files"

/** Columns of each input file that is the same under every rule set; those of a rule set come with `timbang rules template`. */
export const templates: Readonly<Record<string, Column.Columns>> = {
  responses: ResponsesFile.columnsOf(SurveyLaw.questionnaire("1/9").elements, SurveyLaw.answerWords),
  words: ResponsesFile.words,
  margins: MarginsFile.columns
}
