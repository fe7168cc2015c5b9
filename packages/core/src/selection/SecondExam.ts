/**
 * The second exam: its tests, their weights, and what the law lets an agency choose.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as announcedTests from "../internal/announcedTests.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import { known, type Sourced } from "../law/Sourced.ts"
import type { Rounding } from "../number/Rounding.ts"
import type { ExamComponent } from "./ExamComponent.ts"
import { NumbersUnknown, unknownsAmong } from "./Plan.ts"
import type { Decided, RuleSet } from "./RuleSet.ts"
import * as RuleSetFault from "./RuleSetFault.ts"
import type { ScoreStep } from "./ScoreStep.ts"

// --- models ---

/**
 * The second exam of a round.
 *
 * @category models
 * @since 0.1.0
 */
export interface SecondExam extends Decided {
  readonly exam: string
  /** Score on the scale of 100 that the tests make together: a component, or a step once tests are announced. */
  readonly component: string
  readonly limits: ReadonlyArray<SecondExamLimits>
  /** What an agency announced before registration. Absent: one main test. */
  readonly announced?: AnnouncedTests
}

/**
 * What the law lets one kind of agency choose.
 *
 * @category models
 * @since 0.1.0
 */
export interface SecondExamLimits {
  readonly agencyKind: string
  /** Unit: whole percent. */
  readonly mainAtLeastPercent: Sourced<number>
  /** All further tests together. Unit: whole percent. */
  readonly furtherAtMostPercent: Sourced<number>
  readonly furtherTestsAtMost: Sourced<number>
  /** Kinds of test that may not be used at all. */
  readonly refusedKinds: ReadonlyArray<string>
  /** Upper limits by kind of test. Unit: whole percent. */
  readonly kindAtMostPercent: ReadonlyArray<{ readonly kind: string; readonly percent: Sourced<number> }>
  readonly source: LegalSource
}

/**
 * The tests of one agency, as its announcement of vacancies states them.
 *
 * @category models
 * @since 0.1.0
 */
export interface AnnouncedTests {
  readonly agencyKind: string
  readonly tests: ReadonlyArray<AnnouncedTest>
  /** The announcement that fixed types and weights. */
  readonly source: LegalSource
}

/**
 * One announced test.
 *
 * @category models
 * @since 0.1.0
 */
export interface AnnouncedTest {
  readonly id: string
  readonly title: string
  /** Kind of test, such as `cat`, `wawancara`, `praktik`. */
  readonly kind: string
  readonly main: boolean
  /** Unit: whole percent; the tests of an exam add up to 100. */
  readonly percent: number
  /** Largest score. Unit: whole points. */
  readonly outOf: number
  /** Decimals of its scores. Range: 0 to 3. */
  readonly decimals: number
  /** The criterion of exclusion, where the announcement says that failing excludes. Unit: whole points, included. */
  readonly excludesBelow?: number
}

// --- errors ---

/**
 * The announced tests cannot be used: they pass a legal cap, their weights do not make 100 percent, or their names are taken.
 *
 * @category errors
 * @since 0.1.0
 */
export class AnnouncementRefused extends Data.TaggedError("AnnouncementRefused")<{
  readonly ruleSet: string
  readonly faults: ReadonlyArray<RuleSetFault.RuleSetFault>
}> {
  override get message(): string {
    return [`the tests announced for ${this.ruleSet} cannot be used`, ...this.faults.map(RuleSetFault.describe)].join("\n")
  }
}

// --- operations ---

/**
 * Where announced tests pass what the law lets their kind of agency choose, by path, with cap and citation.
 *
 * **Example** (A regional agency that announces an interview)
 *
 * ```ts
 * import { SecondExam, Specimen } from "@timbang/core/selection"
 * const source = { instrument: "Announcement 1", confidence: "host" } as const
 * const test = (kind: string, percent: number) => ({ id: kind, title: kind, kind, main: kind === "written", percent, outOf: 100, decimals: 2 })
 * const announced = { agencyKind: "regional", tests: [test("written", 60), test("interview", 40)], source }
 * SecondExam.check(announced, Specimen.secondExam.limits).map(({ _tag, path }) => [_tag, path]) // => [["KindRefused", "secondExam.announced.tests.interview.kind"]]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (
  announced: AnnouncedTests,
  limits: ReadonlyArray<SecondExamLimits>
): ReadonlyArray<RuleSetFault.RuleSetFault> => announcedTests.check({ announced, limits })

/**
 * A rule set whose second exam is computed from the tests that an agency announced.
 *
 * **Details**
 *
 * The component of the second exam gives way to one component for each test, and becomes the sum of steps: each test is
 * moved to the scale of 100, then weighted, rounded each time. `how` says to how many decimals (3) and in which mode
 * (`half-up`); the texts say neither, so the default mode warns. A main test on the component's own scale keeps its raw form.
 * A legal limit that no source gives is refused by name as soon as there is a further test.
 *
 * **Example** (Three tests of one post)
 *
 * ```ts
 * import { Result } from "effect"
 * import { FinalScore, Plan, SecondExam, Specimen } from "@timbang/core/selection"
 * const source = { instrument: "Announcement 1", confidence: "host" } as const
 * const ruleSet = { ...Specimen.ruleSet, secondExam: Specimen.secondExam }
 * const test = (kind: string, percent: number) => ({ id: kind, title: kind, kind, main: kind === "cat", percent, outOf: 100, decimals: 2 })
 * const tests = [test("cat", 50), test("work", 35), test("aptitude", 15)]
 * const announced = Result.getOrThrow(SecondExam.announce(ruleSet, { agencyKind: "central", tests, source }))
 * const plan = Result.getOrThrow(Plan.compile(announced, [Specimen.formation], "final"))
 * const scores = { knowledge: 150, attitude: 150, cat: 7875, work: 6375, aptitude: 8100 }
 * FinalScore.evaluateOne(plan, scores, 0)["practice"] // => 73838
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const announce = (ruleSet: RuleSet, announced: AnnouncedTests, how: {
  readonly decimals?: number
  readonly rounding?: Sourced<Rounding>
} = {}): Result.Result<RuleSet, AnnouncementRefused | NumbersUnknown> => {
  const exam = ruleSet.secondExam
  const refuse = (faults: ReadonlyArray<RuleSetFault.RuleSetFault>) =>
    Result.fail(new AnnouncementRefused({ ruleSet: ruleSet.id, faults }))
  const components = ruleSet.components.map(({ id }) => id)
  const replaced = ruleSet.components.find(({ id }) => id === exam?.component)
  if (exam === undefined || replaced === undefined) {
    return refuse([{ _tag: "NameUnknown", path: "secondExam.component", found: exam?.component ?? "", known: components }])
  }
  const { decimals = 3, rounding = known<Rounding>("half-up", unverified(announced.source)) } = how
  const tests = announced.tests.map((test) => ({ test, of100: `${test.id}Of100`, weighted: `${test.id}Weighted` }))
  const others = [...components.filter((id) => id !== replaced.id), ...ruleSet.steps.map(({ id }) => id), replaced.id]
  const taken = tests.flatMap(({ of100, test, weighted }) =>
    [test.id, of100, weighted].filter((id) => others.includes(id)).map((found): RuleSetFault.RuleSetFault => ({
      _tag: "DuplicateId",
      path: `secondExam.announced.tests.${test.id}`,
      found
    }))
  )
  const ids = announced.tests.map(({ id }) => id)
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index).map((found): RuleSetFault.RuleSetFault => ({
    _tag: "DuplicateId",
    path: "secondExam.announced.tests",
    found
  }))
  const faults = [...check(announced, exam.limits), ...taken, ...repeated]
  if (faults.length > 0) return refuse(faults)
  const numbers = unknownLimits(exam.limits, announced)
  if (numbers.length > 0) return Result.fail(new NumbersUnknown({ ruleSet: ruleSet.id, numbers }))
  const by = { decidedBy: exam.decidedBy, source: announced.source }
  const steps = tests.flatMap(({ of100, test, weighted }): ReadonlyArray<ScoreStep> => [
    { _tag: "Rescale", id: of100, title: `${test.title}, 100`, of: test.id, outOf: known(test.outOf, announced.source), to: 100, decimals, rounding, ...by },
    { _tag: "Weight", id: weighted, title: `${test.title}, ${test.percent}%`, of: of100, percent: known(test.percent, announced.source), decimals, rounding, ...by }
  ])
  const sum: ScoreStep = { _tag: "Sum", id: replaced.id, title: replaced.title, of: tests.map(({ weighted }) => weighted), ...by }
  const measured = announced.tests.map((test): ExamComponent => {
    const isOwnScale = replaced.maximum._tag === "Known" && replaced.maximum.value === test.outOf && replaced.decimals === test.decimals
    return {
      id: test.id,
      title: test.title,
      exam: exam.exam,
      minimum: 0,
      maximum: known(test.outOf, announced.source),
      decimals: test.decimals,
      step: 1,
      ...(test.main && isOwnScale && replaced.raw !== undefined ? { raw: replaced.raw } : {}),
      source: announced.source
    }
  })
  return Result.succeed({
    ...ruleSet,
    components: ruleSet.components.flatMap((component) => component === replaced ? measured : [component]),
    steps: [...steps, sum, ...ruleSet.steps],
    secondExam: { ...exam, announced }
  })
}

/** A main test alone needs no limit; further tests need all of them. */
const unknownLimits = (limits: ReadonlyArray<SecondExamLimits>, { agencyKind, tests }: AnnouncedTests) => {
  const limit = limits.find((candidate) => candidate.agencyKind === agencyKind)
  if (limit === undefined || tests.every(({ main }) => main)) return []
  const { furtherAtMostPercent, furtherTestsAtMost, mainAtLeastPercent } = limit
  return unknownsAmong(Object.entries({ mainAtLeastPercent, furtherAtMostPercent, furtherTestsAtMost }).map(([name, sourced]) =>
    [`secondExam.limits.${agencyKind}.${name}`, sourced]
  ))
}

const unverified = ({ instrument }: LegalSource): LegalSource => ({
  instrument,
  confidence: "unverified",
  note: "No text consulted says how the parts of a second exam are rounded; half-up to three decimals is a choice. Half-even differs only at exact halves."
})
