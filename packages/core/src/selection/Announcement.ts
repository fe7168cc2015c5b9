/**
 * Puts the tests that an agency announced for its second exam into the rules of its round.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import type { LegalSource } from "../law/LegalSource.ts"
import { known } from "../law/Sourced.ts"
import type { Rounding } from "../number/Rounding.ts"
import type { ExamComponent } from "./ExamComponent.ts"
import type { RuleSet } from "./RuleSet.ts"
import * as RuleSetFaults from "./RuleSetFaults.ts"
import type { ScoreStep } from "./ScoreStep.ts"
import type { AnnouncedTest, AnnouncedTests } from "./SecondExam.ts"

// --- operations ---

/**
 * A rule set whose second exam consists of the announced tests, or every way in which they break the law.
 *
 * **Details**
 *
 * The single score of the second exam becomes the sum of one weighted score for each test. Each test is moved to the
 * scale of 100 and weighted, with three decimals and halves up at both steps; published sums carry three decimals, and
 * how they were rounded inside is not known, so that the default warns and `rounding` names the host's own reading
 * where it has one. A main test on the scale of the score it replaces keeps its raw form.
 *
 * **Example** (A written test of 60 percent and a practical test of 40)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Announcement, Specimen } from "@timbang/core/selection"
 * const source = { instrument: "Announcement 1", confidence: "host" } as const
 * const test = (id: string, percent: number, main: boolean) => ({ id, title: id, kind: id, main, percent, outOf: 100, decimals: 2 })
 * const secondExam = { exam: "practical", component: "practice", limits: [], decidedBy: "board", source }
 * const announced = { agencyKind: "regional", tests: [test("paper", 60, true), test("trial", 40, false)], source }
 * const refused = Announcement.apply({ ...Specimen.ruleSet, secondExam }, announced)
 * Result.isFailure(refused) && refused.failure.faults[0]?.path // => "secondExam.announced.agencyKind"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const apply = (
  ruleSet: RuleSet,
  announced: AnnouncedTests,
  rounding?: Rounding
): Result.Result<RuleSet, RuleSetFaults.RuleSetFaulty> => {
  const { secondExam } = ruleSet
  if (secondExam === undefined) return RuleSetFaults.accept(ruleSet)
  const { component, exam } = secondExam
  const { decidedBy, source } = secondExam
  const replaced = ruleSet.components.find(({ id }) => id === component)
  const unread: LegalSource = {
    ...source,
    confidence: "unverified",
    note: "Three decimals for each test, halves up; how the sum is rounded inside was not found."
  }
  const mode = rounding === undefined ? known<Rounding>("half-up", unread) : known(rounding, announced.source)
  const stepsOf = (test: AnnouncedTest): ReadonlyArray<ScoreStep> => {
    const shared = { decimals: 3, rounding: mode, decidedBy, source: announced.source }
    const scaled = `${test.id}Scaled`
    const isOf100 = test.outOf === 100
    return [
      ...(isOf100 ? [] : [{
        _tag: "Rescale",
        id: scaled,
        title: `${test.title}, skala 100`,
        of: test.id,
        outOf: known(test.outOf, announced.source),
        to: 100,
        ...shared
      } as const]),
      {
        _tag: "Weight",
        id: `${test.id}Weighted`,
        title: `${test.title}, ${test.percent}%`,
        of: isOf100 ? test.id : scaled,
        percent: known(test.percent, announced.source),
        ...shared
      }
    ]
  }
  const sum: ScoreStep = {
    _tag: "Sum",
    id: component,
    title: replaced?.title ?? component,
    of: announced.tests.map(({ id }) => `${id}Weighted`),
    decidedBy,
    source: announced.source
  }
  return RuleSetFaults.accept({
    ...ruleSet,
    components: [
      ...ruleSet.components.filter(({ id }) => id !== component),
      ...announced.tests.map((test): ExamComponent => ({
        id: test.id,
        title: test.title,
        exam,
        minimum: 0,
        maximum: known(test.outOf, announced.source),
        decimals: test.decimals,
        step: 1,
        ...(test.main && replaced?.raw !== undefined && isSameScale(test, replaced) ? { raw: replaced.raw } : {}),
        source: announced.source
      }))
    ],
    steps: [...announced.tests.flatMap(stepsOf), sum, ...ruleSet.steps],
    secondExam: { ...secondExam, announced }
  })
}

const isSameScale = ({ decimals, outOf }: AnnouncedTest, component: ExamComponent): boolean =>
  component.decimals === decimals && component.maximum._tag === "Known" && component.maximum.value === outOf
