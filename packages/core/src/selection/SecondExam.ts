/**
 * The second exam: its tests, their weights, and what the law lets an agency choose.
 *
 * @since 0.1.0
 */
import * as announcedTests from "./internal/announcedTests.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import type { Sourced } from "../law/Sourced.ts"
import type { Decided } from "../law/Decided.ts"
import type { RuleSetFault } from "./RuleSetFault.ts"

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

// --- operations ---

/**
 * Where announced tests pass what the law lets their kind of agency choose, by path, with cap and citation.
 *
 * **Gotchas**
 *
 * A limit that no source gives finds no fault here. A selection by further tests that it bears on is refused by its name,
 * `secondExam.limits.KIND.furtherAtMostPercent` for one, until the host supplies the number with its source.
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
): ReadonlyArray<RuleSetFault> => announcedTests.check({ announced, limits })
