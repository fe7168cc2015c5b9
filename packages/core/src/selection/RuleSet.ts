/**
 * A rule set: everything that a selection round fixes before the first score exists, as data.
 *
 * A rule set is a resolved snapshot in a closed vocabulary of tagged parts. It holds no expressions and no code, so that
 * its canonical bytes can be published and hashed before the exam, and rerun years later.
 *
 * @since 0.1.0
 */
import type { Authority, Decided } from "../law/Decided.ts"
import type { Day } from "../law/Day.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import type { Sourced } from "../law/Sourced.ts"
import type { ExamComponent } from "./ExamComponent.ts"
import type { Filling } from "./Filling.ts"
import type { OutcomeCode } from "./Outcome.ts"
import type { Requirement } from "./Requirement.ts"
import { inputsOf, type ScoreStep } from "./ScoreStep.ts"
import type { SecondExam } from "./SecondExam.ts"
import type { Shortlist } from "./Shortlist.ts"
import type { Thresholds } from "./Threshold.ts"
import type { TieLadder } from "./TieLadder.ts"
import { plainly } from "./Spelling.ts"

// --- models ---

/**
 * The rules of one selection round.
 *
 * @category models
 * @since 0.1.0
 */
export interface RuleSet {
  /** Version of this format. A reader refuses a version it does not know. */
  readonly schemaVersion: 1
  /** Identifier, such as `cpns-2024`. */
  readonly id: string
  readonly title: string
  /** Kind of procurement, such as `CPNS` or `PPPK`. */
  readonly program: string
  /** Days on which the rules hold, both included; `until` is absent while they are in force. */
  readonly holds: { readonly from: Day; readonly until?: Day }
  readonly sources: ReadonlyArray<LegalSource>
  /** Offices that the host application may speak for; a step of any other office needs that office's letter. */
  readonly hostAuthorities: ReadonlyArray<Authority>
  readonly categories: ReadonlyArray<Category>
  readonly components: ReadonlyArray<ExamComponent>
  /** How scores become the final score, in order; a step uses components and earlier steps only. */
  readonly steps: ReadonlyArray<ScoreStep>
  readonly thresholds: Thresholds
  /** Absent where one exam decides. */
  readonly shortlist?: Shortlist
  readonly secondExam?: SecondExam
  readonly ranking: Ranking
  readonly filling?: Filling
  readonly codes: ReadonlyArray<OutcomeCode>
  readonly requirements: ReadonlyArray<Requirement>
  readonly objections: ReadonlyArray<ObjectionWindow>
  readonly carryOver?: CarryOver
}

/**
 * A kind of need (jenis kebutuhan).
 *
 * @category models
 * @since 0.1.0
 */
export interface Category {
  readonly id: string
  readonly title: string
  /** One category is general; the others are reserved for those who applied under them. */
  readonly general: boolean
  /** Spellings met in lists, compared without regard to case, blanks and punctuation. */
  readonly aliases: ReadonlyArray<string>
  /** Kinds of agency that may open it. Absent: the sources do not limit it. */
  readonly openTo?: ReadonlyArray<string>
  /** True for a category that reveals health, disability or origin; disclosure policies may cover it. */
  readonly protected: boolean
  readonly source: LegalSource
}

/**
 * The final order of a cell.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ranking extends Decided {
  /** Step whose value is the final score. */
  readonly final: string
  /** Rungs below the final score. */
  readonly ladder: TieLadder
  /** Classes that come before any score: a lower class never passes a higher one. */
  readonly classes?: PriorityClasses
}

/**
 * Priority classes, best first.
 *
 * @category models
 * @since 0.1.0
 */
export interface PriorityClasses extends Decided {
  readonly order: ReadonlyArray<{ readonly id: string; readonly title: string }>
}

/**
 * How long and how often a result can be objected to (sanggah).
 *
 * @category models
 * @since 0.1.0
 */
export interface ObjectionWindow extends Decided {
  /** Stage whose announcement opens the window. */
  readonly stage: string
  /** Unit: calendar days after the announcement. */
  readonly days: Sourced<number>
  /** Unit: objections a person. */
  readonly perPerson: Sourced<number>
  /** Unit: calendar days after the window closes until the result is announced again. */
  readonly announceAgainWithinDays: Sourced<number>
}

/**
 * Whether a score of an earlier round may be used.
 *
 * @category models
 * @since 0.1.0
 */
export interface CarryOver extends Decided {
  readonly exam: string
  /** Years in which a score that is carried over was obtained. */
  readonly fromYears: ReadonlyArray<number>
  /** Conditions in the words of the law, checked by people. */
  readonly conditions: ReadonlyArray<string>
}

// --- operations ---

/**
 * The general category (kebutuhan umum) of a rule set.
 *
 * **Example** (The general category)
 *
 * ```ts
 * import { RuleSet } from "@timbang/core/selection"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const umum = { id: "umum", title: "Kebutuhan umum", general: true, aliases: [], protected: false, source }
 * RuleSet.generalCategory({ categories: [umum] })?.id // => "umum"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const generalCategory = ({ categories }: Pick<RuleSet, "categories">): Category | undefined =>
  categories.find(({ general }) => general)

/**
 * The category that a list's spelling means, compared without regard to case, blanks and punctuation.
 *
 * **Example** (As a national list spells it)
 *
 * ```ts
 * import { RuleSet } from "@timbang/core/selection"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const best = { id: "cumlaude", title: "", general: false, aliases: ["LULUSAN TERBAIK"], protected: false, source }
 * RuleSet.categoryOf({ categories: [best] }, " Lulusan  terbaik")?.id // => "cumlaude"
 * RuleSet.categoryOf({ categories: [best] }, "diaspora") // => undefined
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const categoryOf = ({ categories }: Pick<RuleSet, "categories">, spelling: string): Category | undefined => {
  const plain = plainly(spelling)
  return categories.find(({ aliases, id }) => plainly(id) === plain || aliases.some((alias) => plainly(alias) === plain))
}

/**
 * The total of each exam, in the order of the components: the first step made of all components of the exam and nothing
 * else, or the component itself where an exam has one.
 *
 * **Example** (Two papers and a practical exam)
 *
 * ```ts
 * import { RuleSet, Specimen } from "@timbang/core/selection"
 * RuleSet.examTotals(Specimen.ruleSet) // => [{ exam: "written", total: "written" }, { exam: "practical", total: "practice" }]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const examTotals = (
  { components, steps }: Pick<RuleSet, "components" | "steps">
): ReadonlyArray<{ readonly exam: string; readonly total: string }> => {
  const madeOf = new Map(components.map(({ id }) => [id, new Set([id])]))
  for (const step of steps) {
    madeOf.set(step.id, new Set(inputsOf(step).flatMap((id) => [...(madeOf.get(id) ?? [])])))
  }
  return [...new Set(components.map(({ exam }) => exam))].map((exam) => {
    const own = components.filter((component) => component.exam === exam).map(({ id }) => id)
    const isWhole = (id: string) => own.length === madeOf.get(id)!.size && own.every((component) => madeOf.get(id)!.has(component))
    return { exam, total: own.length === 1 ? own[0]! : steps.find(({ id }) => isWhole(id))?.id ?? own[0]! }
  })
}
