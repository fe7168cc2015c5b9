/**
 * Says why a rule set cannot be used, and why a number or a test that a host supplies does not fit.
 *
 * @since 0.1.0
 */
import type { RuleSetFault, RuleSetFaults, RuleSetSchema } from "@timbang/core/selection"
import * as Expectations from "../input/Expectations.ts"
import { english } from "./ruleSetProblems.en.ts"
import { indonesian } from "./ruleSetProblems.id.ts"
import { type Language, say } from "../Sentences.ts"

// --- models ---

/**
 * Everything that stands against a rule set. The last five are the errors of `Supply` and `Sktt` of the regulations, by
 * their facts: this package knows no regulation.
 *
 * @category models
 * @since 0.1.0
 */
export type RuleSetProblem =
  | RuleSetSchema.RuleSetUnreadable
  | RuleSetFaults.RuleSetFaulty
  | { readonly _tag: "PathUnknown"; readonly ruleSet: string; readonly path: string; readonly nearest: ReadonlyArray<string> }
  | { readonly _tag: "SourceMissing"; readonly ruleSet: string; readonly path: string }
  | {
    readonly _tag: "ValueUnfit"
    readonly ruleSet: string
    readonly path: string
    readonly faults: ReadonlyArray<RuleSetFault.RuleSetFault>
  }
  | { readonly _tag: "ScalesDiffer"; readonly base: string; readonly baseMaximum: number; readonly outOf: number }
  | { readonly _tag: "SkttUnfit"; readonly ruleSet: string; readonly because: string }

// --- operations ---

/**
 * One fault of a rule set, its place in front.
 *
 * **Example** (Weights of 40 and 50)
 *
 * ```ts
 * import { RuleSetProblems } from "@timbang/language"
 * const fault = { _tag: "WeightsNotWhole", path: "steps.final", foundPercent: 90 } as const
 * RuleSetProblems.fault(fault, "id") // => "steps.final: bobotnya berjumlah 90 persen. Jadikan 100."
 * RuleSetProblems.fault(fault, "en") // => "steps.final: its weights add up to 90 percent. Make them 100."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const fault = (found: RuleSetFault.RuleSetFault, language: Language): string =>
  `${found.path}: ${say(language === "id" ? indonesian.fault : english.fault, found)}`

/**
 * A problem as lines, one for each place.
 *
 * **Example** (A number nobody has)
 *
 * ```ts
 * import { RuleSetProblems } from "@timbang/language"
 * const unknown = { _tag: "PathUnknown", ruleSet: "cpns-2024", path: "a.b", nearest: ["a.c"] } as const
 * RuleSetProblems.lines(unknown, "en") // => ["cpns-2024 has no number at a.b. The nearest are: a.c."]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const lines = (problem: RuleSetProblem, language: Language): ReadonlyArray<string> => {
  const words = language === "id" ? indonesian : english
  switch (problem._tag) {
    case "RuleSetUnreadable":
      return problem.places.map(({ expected, path }) =>
        words.unreadable(path, path === "schemaVersion" ? words.versionUnknown : Expectations.sentence(expected, language)))
    case "RuleSetFaulty":
      return problem.faults.map((each) => fault(each, language))
    case "ValueUnfit":
      return [words.unfit(problem.ruleSet, problem.path), ...problem.faults.map((each) => fault(each, language))]
    case "PathUnknown":
      return [words.pathUnknown(problem.ruleSet, problem.path, problem.nearest)]
    case "SourceMissing":
      return [words.sourceMissing(problem.ruleSet, problem.path)]
    case "ScalesDiffer":
      return [words.scalesDiffer(problem.base, problem.baseMaximum, problem.outOf)]
    case "SkttUnfit":
      return [words.skttUnfit(problem.ruleSet, problem.because)]
  }
}
