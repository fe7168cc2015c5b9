import { SurveyForm, SurveyLaw } from "@timbang/regulations"
import { describe, expect, it } from "vitest"

describe("SurveyForm.questions", () => {
  it("asks each element of PermenPANRB 14/2017 once, in its order", () => {
    expect(SurveyForm.questions.map(({ element }) => element)).toEqual(SurveyLaw.questionnaire("1/9").elements)
  })

  it("has for each answer a word that a file of answers is read by as the same answer", () => {
    for (const { answers, element } of SurveyForm.questions) {
      answers.id.forEach((word, at) => expect(SurveyLaw.answerWords[String(at + 1) as "1"], `${element}, ${word}`).toContain(word.toLowerCase()))
    }
  })
})
