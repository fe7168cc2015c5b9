/**
 * What can be wrong with a rule set that has the right form.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * One fault. `path` names the place as `RuleSetPath` does.
 *
 * - `WeightsNotWhole`: weights that make one score together do not add up to 100 percent.
 * - `ScalesMixed`: weights are taken of scores on different scales. `ScaleWrong`: a score is rescaled from a maximum it
 *   does not have.
 * - `NameUnknown`: a component, step, category, pass, exam or agency kind that the rule set does not have.
 * - `StepTooLate`: a step uses one that comes after it. `ScoreTooLate`: the shortlist or a minimum reads a score of a later exam.
 * - `DuplicateId`, `CodeDuplicated`.
 * - `DayUnreal`, `DaysReversed`, `DaysOverlap`.
 * - `OverLegalCap`, `UnderLegalFloor`, `KindRefused`, `MainTestCount`: announced tests, or an addition, outside of what the
 *   law allows. `WeightNotAnnounced`: a step weighs a test otherwise than it was announced.
 * - `GeneralCategoryCount`: no general category, or several.
 * - `CategoryWithoutGroup`, `GroupsOverlap`: no threshold group, or several, for the same posts.
 * - `TooMany`: more minimums, entitlements, groups, classes or passes than the columns of the engine can tell apart.
 * - `OutOfRange`: a number past its limits. `WordUnknown`: a word outside of its vocabulary.
 *
 * @category models
 * @since 0.1.0
 */
export type RuleSetFault =
  | { readonly _tag: "WeightsNotWhole"; readonly path: string; readonly foundPercent: number }
  | { readonly _tag: "ScalesMixed"; readonly path: string; readonly maxima: ReadonlyArray<string> }
  | { readonly _tag: "ScaleWrong"; readonly path: string; readonly found: number; readonly maximum: string }
  | { readonly _tag: "NameUnknown"; readonly path: string; readonly found: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "StepTooLate"; readonly path: string; readonly found: string }
  | { readonly _tag: "ScoreTooLate"; readonly path: string; readonly found: string; readonly exam: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "DuplicateId"; readonly path: string; readonly found: string }
  | { readonly _tag: "CodeDuplicated"; readonly path: string; readonly outcome: string }
  | { readonly _tag: "DayUnreal"; readonly path: string; readonly found: string }
  | { readonly _tag: "DaysReversed"; readonly path: string; readonly from: string; readonly until: string }
  | { readonly _tag: "DaysOverlap"; readonly path: string; readonly id: string; readonly from: string }
  | { readonly _tag: "OverLegalCap"; readonly path: string; readonly found: number; readonly cap: number; readonly citation: string }
  | { readonly _tag: "UnderLegalFloor"; readonly path: string; readonly found: number; readonly floor: number; readonly citation: string }
  | {
    readonly _tag: "KindRefused"
    readonly path: string
    readonly kind: string
    readonly agencyKind: string
    readonly citation: string
  }
  | { readonly _tag: "WeightNotAnnounced"; readonly path: string; readonly found: number; readonly announced: number }
  | { readonly _tag: "MainTestCount"; readonly path: string; readonly found: number }
  | { readonly _tag: "GeneralCategoryCount"; readonly path: string; readonly found: number }
  | { readonly _tag: "CategoryWithoutGroup"; readonly path: string; readonly category: string }
  | { readonly _tag: "GroupsOverlap"; readonly path: string; readonly other: string; readonly shared: string }
  | { readonly _tag: "TooMany"; readonly path: string; readonly found: number; readonly most: number }
  | { readonly _tag: "OutOfRange"; readonly path: string; readonly found: number; readonly minimum: number; readonly maximum: string }
  | { readonly _tag: "WordUnknown"; readonly path: string; readonly found: string; readonly known: ReadonlyArray<string> }

// --- operations ---

/**
 * A fault in words: where, what was found, what to do.
 *
 * **Example** (Weights of 40 and 50)
 *
 * ```ts
 * import { RuleSetFault } from "@timbang/core/selection"
 * RuleSetFault.describe({ _tag: "WeightsNotWhole", path: "steps.final", foundPercent: 90 }) // => "steps.final: its weights add up to 90 percent; make them 100"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const describe = (fault: RuleSetFault): string => `${fault.path}: ${words(fault)}`

const words = (fault: RuleSetFault): string => {
  switch (fault._tag) {
    case "WeightsNotWhole":
      return `its weights add up to ${fault.foundPercent} percent; make them 100`
    case "ScalesMixed":
      return `its weights are taken of scores with the maxima ${fault.maxima.join(" and ")}; rescale them to one first`
    case "ScaleWrong":
      return `rescales from ${fault.found}, but the largest possible score is ${fault.maximum}; correct outOf`
    case "NameUnknown":
      return `${JSON.stringify(fault.found)} is not in this rule set; use one of ${fault.known.join(", ")}`
    case "StepTooLate":
      return `${JSON.stringify(fault.found)} is made by this step or a later one; put it before`
    case "ScoreTooLate":
      return `${JSON.stringify(fault.found)} is not known after the exam ${fault.exam}; use one of ${fault.known.join(", ")}`
    case "DuplicateId":
      return `${JSON.stringify(fault.found)} is already taken; choose another identifier`
    case "CodeDuplicated":
      return `a second code for ${fault.outcome}; keep one, and write the other as an alias`
    case "DayUnreal":
      return `${JSON.stringify(fault.found)} is not a calendar day; write YYYY-MM-DD`
    case "DaysReversed":
      return `ends on ${fault.until}, before it starts on ${fault.from}; exchange the days`
    case "DaysOverlap":
      return `another rule set ${JSON.stringify(fault.id)} already holds on ${fault.from}; end the older one the day before`
    case "OverLegalCap":
      return `${fault.found} is over the ${fault.cap} that ${fault.citation} allows; lower it`
    case "UnderLegalFloor":
      return `${fault.found} is under the ${fault.floor} that ${fault.citation} requires; raise it`
    case "KindRefused":
      return `${fault.citation} does not allow ${JSON.stringify(fault.kind)} for ${fault.agencyKind}; take the test out`
    case "WeightNotAnnounced":
      return `weighs ${fault.found} percent, announced are ${fault.announced}; make them the same`
    case "MainTestCount":
      return `${fault.found} main tests; mark exactly one`
    case "GeneralCategoryCount":
      return `${fault.found} general categories; mark exactly one`
    case "CategoryWithoutGroup":
      return `no group holds for the category ${JSON.stringify(fault.category)}; add it to one, without minimums where the law sets none`
    case "GroupsOverlap":
      return `holds for ${JSON.stringify(fault.shared)} as ${fault.other} does; leave it in one group`
    case "TooMany":
      return `${fault.found} of them, at most ${fault.most} can be told apart; leave some out`
    case "OutOfRange":
      return `${fault.found} is not between ${fault.minimum} and ${fault.maximum}; correct it`
    case "WordUnknown":
      return `${JSON.stringify(fault.found)} is none of ${fault.known.join(", ")}; choose one`
  }
}
