/**
 * Faults of a rule set in English.
 */
import type { RuleSetFault } from "@timbang/core/selection"
import type { Sentences } from "../Sentences.ts"

export interface Words {
  readonly fault: Sentences<RuleSetFault.RuleSetFault>
  /** `what`: what stands there or should, as `Expectations` says it. */
  readonly unreadable: (path: string, what: string) => string
  readonly versionUnknown: string
  readonly unfit: (ruleSet: string, path: string) => string
  readonly pathUnknown: (ruleSet: string, path: string, nearest: ReadonlyArray<string>) => string
  readonly sourceMissing: (ruleSet: string, path: string) => string
  readonly scalesDiffer: (base: string, baseMaximum: number, outOf: number) => string
  readonly skttUnfit: (ruleSet: string, because: string) => string
}

export const english: Words = {
  fault: {
    WeightsNotWhole: ({ foundPercent }) => `its weights add up to ${foundPercent} percent. Make them 100.`,
    ScalesMixed: ({ maxima }) => `its weights are taken of scores with the maxima ${maxima.join(" and ")}. Rescale them to one first.`,
    ScaleWrong: ({ found, maximum }) => `rescales from ${found}, but the largest possible score is ${maximum}. Correct outOf.`,
    NameUnknown: ({ found, known }) => `"${found}" is not in this rule set. Use one of: ${known.join(", ")}.`,
    StepTooLate: ({ found }) => `"${found}" is made by this step or a later one. Put it before.`,
    ScoreTooLate: ({ exam, found, known }) => `"${found}" is not known yet after the exam ${exam}. Use one of: ${known.join(", ")}.`,
    DuplicateId: ({ found }) => `"${found}" is already taken. Choose another identifier.`,
    CodeDuplicated: ({ outcome }) => `a second code for ${outcome}. Keep one, and write the other as an alias.`,
    DayUnreal: ({ found }) => `"${found}" is not a calendar day. Write YYYY-MM-DD.`,
    DaysReversed: ({ from, until }) => `ends on ${until}, before it starts on ${from}. Exchange the days.`,
    DaysOverlap: ({ from, id }) => `another rule set "${id}" already holds on ${from}. End the older one the day before.`,
    OverLegalCap: ({ cap, citation, found }) => `${found} is over the ${cap} that ${citation} allows. Lower it.`,
    UnderLegalFloor: ({ citation, floor, found }) => `${found} is under the ${floor} that ${citation} requires. Raise it.`,
    KindRefused: ({ agencyKind, citation, kind }) => `${citation} does not allow "${kind}" for ${agencyKind}. Take the test out.`,
    WeightNotAnnounced: ({ announced, found }) => `weighs ${found} percent, but ${announced} were announced. Make them the same.`,
    MainTestCount: ({ found }) => `${found} main tests. Mark exactly one.`,
    GeneralCategoryCount: ({ found }) => `${found} general categories. Mark exactly one.`,
    CategoryWithoutGroup: ({ category }) =>
      `no group holds for the category "${category}". Add it to one, without minimums where the law sets none.`,
    GroupsOverlap: ({ other, shared }) => `holds for "${shared}" as ${other} does. Leave it in one group.`,
    TooMany: ({ found, most }) => `${found} of them; at most ${most} can be told apart. Leave some out.`,
    OutOfRange: ({ found, maximum, minimum }) => `${found} is not between ${minimum} and ${maximum}. Correct it.`,
    WordUnknown: ({ found, known }) => `"${found}" is none of: ${known.join(", ")}. Choose one.`
  },
  unreadable: (path, what) => `${path === "" ? "the document" : path}: ${what}.`,
  versionUnknown: "this version of the form is not known. Use a release that reads it; this one reads version 1",
  unfit: (ruleSet, path) => `${ruleSet} cannot take this value at ${path}:`,
  pathUnknown: (ruleSet, path, nearest) => `${ruleSet} has no number at ${path}. The nearest are: ${nearest.join(", ")}.`,
  sourceMissing: (ruleSet, path) => `${path} of ${ruleSet} was supplied without a source. Name the decree, letter or announcement.`,
  scalesDiffer: (base, baseMaximum, outOf) =>
    `the SKTT is scored out of ${outOf} and ${base} out of ${baseMaximum}. Convert the SKTT to ${baseMaximum} by a published rule first.`,
  skttUnfit: (ruleSet, because) => `${ruleSet} cannot take an SKTT: ${because}.`
}
