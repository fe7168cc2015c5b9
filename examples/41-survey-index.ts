/**
 * The official index of a citizens' survey under PermenPANRB 14/2017 and, beside it, how sure it is.
 *
 * Answers: first ten respondents of Kabupaten Sekadau, first half of 2019 (sekadaukab.go.id, article 923).
 * Run: node examples/41-survey-index.ts
 */
import { Undefined } from "@timbang/core/number"
import { CitizenSurvey } from "@timbang/core/performance"
import { Measures } from "@timbang/language"
import { SurveyLaw } from "@timbang/regulations"

const forms = ["223434443", "332333323", "333443334", "224444343", "332333323", "333433334", "333333324", "343334434", "333333333", "323444443"]

for (const weight of SurveyLaw.weightNames) {
  const questionnaire = SurveyLaw.questionnaire(weight)
  // A tally takes one respondent at a time; parts of a stream merge.
  const tally = CitizenSurvey.make(questionnaire)
  for (const form of forms) CitizenSurvey.add(tally, [...form].map(Number))
  const survey = CitizenSurvey.finish(tally, questionnaire, { population: 1200, invited: 16 })
  if (Undefined.isUndefined(survey)) throw new Error(survey.reason)
  const { official, quality, standardError } = survey
  console.log(`weight ${weight.padEnd(5)} index ${official.index.toFixed(4)}, published ${(official.published / 100).toFixed(2)}`)
  if (weight !== "1/9" || Undefined.isUndefined(standardError) || Undefined.isUndefined(survey.classProbabilities)) continue
  console.log(Measures.survey(survey, "id"))
  console.log(Measures.survey(survey, "en"))
  console.log(`standard error ${standardError.toFixed(2)}; ${survey.classProbabilities.map(({ label, probability }) => `${label} ${(probability * 100).toFixed(1)}%`).join(", ")}`)
  console.log(`look first at ${official.priorities.slice(0, 2).flat().map((id) => `${id} ${SurveyLaw.elementNames[id]}`).join(", ")}`)
  console.log(`straight-liners ${quality.straightLiners} of ${quality.complete}; answered ${forms.length} of 16 asked`)
}
