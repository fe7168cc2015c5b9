/**
 * Checks a rule set of the right form for what it says: names, order, weights, scales, dates, legal caps.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as announcedTests from "./internal/announcedTests.ts"
import * as legalValues from "./internal/legalValues.ts"
import * as ruleNames from "./internal/ruleNames.ts"
import * as scoreScales from "./internal/scoreScales.ts"
import * as Day from "../law/Day.ts"
import * as LegalSource from "../law/LegalSource.ts"
import * as Fraction from "../number/Fraction.ts"
import { mostMinimums } from "./Condition.ts"
import type { RuleSet } from "./RuleSet.ts"
import * as RuleSetFault from "./RuleSetFault.ts"
import * as RuleSetPath from "./RuleSetPath.ts"
import type { ThresholdGroup } from "./Threshold.ts"
import { plainly } from "./Spelling.ts"

type Faults = ReadonlyArray<RuleSetFault.RuleSetFault>

// --- errors ---

/**
 * The rule set contradicts itself or the law; every fault at once.
 *
 * @category errors
 * @since 0.1.0
 */
export class RuleSetFaulty extends Data.TaggedError("RuleSetFaulty")<{ readonly ruleSet: string; readonly faults: Faults }> {
  override get message(): string {
    return [`${this.ruleSet} cannot be used`, ...this.faults.map(RuleSetFault.describe)].join("\n")
  }
}

// --- operations ---

/**
 * Every fault of a rule set.
 *
 * **Example** (No fault; a ladder that names no score)
 *
 * ```ts
 * import { RuleSetFaults, Specimen } from "@timbang/core/selection"
 * RuleSetFaults.check(Specimen.ruleSet) // => []
 * const ranking = { ...Specimen.ruleSet.ranking, ladder: [{ _tag: "Score", of: "wit" }] } as const
 * RuleSetFaults.check({ ...Specimen.ruleSet, ranking })[0]?.path // => "ranking.ladder.wit"
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (ruleSet: RuleSet): Faults => {
  const maxima = scoreScales.maximaOf(ruleSet)
  return [
    ...days(ruleSet),
    ...identifiers(ruleSet),
    ...categories(ruleSet),
    ...ruleNames.check(ruleSet),
    ...scoreScales.check(ruleSet, maxima),
    ...minimums(ruleSet, maxima),
    ...additions(ruleSet),
    ...sizes(ruleSet),
    ...(ruleSet.secondExam === undefined ? [] : announcedTests.check(ruleSet.secondExam)),
    ...announcedTests.weights(ruleSet),
    ...codes(ruleSet),
    ...legalValues.check(ruleSet)
  ]
}

/**
 * Every fault of several rule sets, and versions of one identifier that hold on the same day.
 *
 * **Example** (One version twice)
 *
 * ```ts
 * import { RuleSetFaults, Specimen } from "@timbang/core/selection"
 * RuleSetFaults.checkAll([Specimen.ruleSet, Specimen.ruleSet])[0]?._tag // => "DaysOverlap"
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const checkAll = (ruleSets: ReadonlyArray<RuleSet>): Faults => {
  const overlaps = ruleSets.flatMap(({ holds, id }, index) =>
    ruleSets.slice(0, index)
      .filter((older) => older.id === id && holds.from <= (older.holds.until ?? "9999-12-31") &&
        older.holds.from <= (holds.until ?? "9999-12-31"))
      .map((older): RuleSetFault.RuleSetFault => ({
        _tag: "DaysOverlap",
        path: `${index}.holds`,
        id,
        from: older.holds.from > holds.from ? older.holds.from : holds.from
      }))
  )
  return [...overlaps, ...ruleSets.flatMap(check)]
}

/**
 * The rule set itself when it has no fault.
 *
 * **Example** (Accepted)
 *
 * ```ts
 * import { Result } from "effect"
 * import { RuleSetFaults, Specimen } from "@timbang/core/selection"
 * RuleSetFaults.accept(Specimen.ruleSet) // => Result.succeed(Specimen.ruleSet)
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const accept = (ruleSet: RuleSet): Result.Result<RuleSet, RuleSetFaulty> => {
  const faults = check(ruleSet)
  return faults.length === 0 ? Result.succeed(ruleSet) : Result.fail(new RuleSetFaulty({ ruleSet: ruleSet.id, faults }))
}

const days = ({ holds }: RuleSet): Faults => {
  const unreal = (["from", "until"] as const).flatMap((key): Faults => {
    const found = holds[key]
    return found === undefined || Day.isDay(found) ? [] : [{ _tag: "DayUnreal", path: `holds.${key}`, found }]
  })
  if (unreal.length > 0 || holds.until === undefined || holds.from <= holds.until) return unreal
  return [{ _tag: "DaysReversed", path: "holds", from: holds.from, until: holds.until }]
}

const identifiers = (ruleSet: RuleSet): Faults => {
  const { categories, components, filling, objections, ranking, requirements, secondExam, shortlist, steps, thresholds } = ruleSet
  const entitlements = steps.flatMap((step) => step._tag === "Addition" ? step.entitlements.map(({ id }) => id) : [])
  const repeated = (path: string, ids: ReadonlyArray<string>): Faults =>
    ids.flatMap((found, index): Faults =>
      ids.indexOf(found) < index ? [{ _tag: "DuplicateId", path: `${path}.${index}`, found }] : []
    )
  const componentIds = components.map(({ id }) => id)
  return [
    ...repeated("categories", categories.map(({ id }) => id)),
    ...repeated("components", componentIds),
    ...repeated("steps", steps.map(({ id }) => id)),
    ...steps.flatMap(({ id }, index): Faults =>
      componentIds.includes(id) ? [{ _tag: "DuplicateId", path: `steps.${index}`, found: id }] : []
    ),
    ...repeated("steps.entitlements", entitlements),
    ...repeated("thresholds.groups", thresholds.groups.map(({ id }) => id)),
    ...repeated("shortlist.secondGroup.groups", shortlist?.secondGroup?.groups.map(({ id }) => id) ?? []),
    ...repeated("secondExam.limits", secondExam?.limits.map(({ agencyKind }) => agencyKind) ?? []),
    ...repeated("secondExam.announced.tests", secondExam?.announced?.tests.map(({ id }) => id) ?? []),
    ...repeated("ranking.classes.order", ranking.classes?.order.map(({ id }) => id) ?? []),
    ...repeated("filling.passes", filling?.passes.map(({ id }) => id) ?? []),
    ...repeated("requirements", requirements.map(({ id }) => id)),
    ...repeated("objections", objections.map(({ stage }) => stage))
  ]
}

const categories = ({ categories, shortlist, thresholds }: RuleSet): Faults => {
  const found = categories.filter(({ general }) => general).length
  return [
    ...(found === 1 ? [] : [{ _tag: "GeneralCategoryCount", path: "categories", found } as const]),
    ...categories.flatMap(({ id: category }): Faults =>
      thresholds.groups.some((group) => group.positions === undefined && group.categories.includes(category))
        ? []
        : [{ _tag: "CategoryWithoutGroup", path: "thresholds.groups", category }]
    ),
    ...overlaps("thresholds.groups", thresholds.groups),
    ...overlaps("shortlist.secondGroup.groups", shortlist?.secondGroup?.groups ?? [])
  ]
}

const overlaps = (path: string, groups: ReadonlyArray<ThresholdGroup>): Faults => {
  const keys = RuleSetPath.keysOf(groups)
  return groups.flatMap((group, index) =>
    groups.slice(0, index).flatMap((other, at): Faults => {
      const category = group.categories.find((id) => other.categories.includes(id))
      if (category === undefined) return []
      const shared = group.positions === undefined && other.positions === undefined
        ? category
        : group.positions?.find((name) => other.positions?.some((known) => plainly(known) === plainly(name)))
      return shared === undefined ? [] : [{ _tag: "GroupsOverlap", path: `${path}.${keys[index]!}`, other: keys[at]!, shared }]
    })
  )
}

const minimums = ({ components, shortlist, thresholds }: RuleSet, maxima: scoreScales.Maxima): Faults => {
  const inGroups = (path: string, groups: ReadonlyArray<ThresholdGroup>): Faults => {
    const keys = RuleSetPath.keysOf(groups)
    return groups.flatMap((group, index) =>
      group.minimums.flatMap(({ minimum, of }): Faults => {
        const maximum = maxima.get(of)
        if (minimum._tag === "Unknown" || maximum === undefined || !Number.isSafeInteger(minimum.value)) return []
        const found = minimum.value
        return found >= 0 && Fraction.compare(Fraction.make(found), maximum) <= 0
          ? []
          : [{ _tag: "OutOfRange", path: `${path}.${keys[index]!}.minimums.${of}`, found, minimum: 0, maximum: Fraction.format(maximum) }]
      })
    )
  }
  const keys = RuleSetPath.keysOf(components)
  return [
    ...components.flatMap(({ maximum, minimum }, index): Faults =>
      maximum._tag === "Known" && minimum > maximum.value
        ? [{ _tag: "OutOfRange", path: `components.${keys[index]!}.minimum`, found: minimum, minimum: 0, maximum: String(maximum.value) }]
        : []
    ),
    ...inGroups("thresholds.groups", thresholds.groups),
    ...inGroups("shortlist.secondGroup.groups", shortlist?.secondGroup?.groups ?? [])
  ]
}

/** Grounds that grant more than the law lets them. */
const additions = ({ steps }: RuleSet): Faults => {
  const keys = RuleSetPath.keysOf(steps)
  return steps.flatMap((step, index): Faults => {
    if (step._tag !== "Addition") return []
    const own = RuleSetPath.keysOf(step.entitlements)
    return step.entitlements.flatMap(({ atMostPercent: cap, percent }, at): Faults =>
      cap?._tag === "Known" && percent._tag === "Known" && percent.value > cap.value
        ? [{
          _tag: "OverLegalCap",
          path: `steps.${keys[index]!}.entitlements.${own[at]!}`,
          found: percent.value,
          cap: cap.value,
          citation: LegalSource.cite(cap.source)
        }]
        : []
    )
  })
}

/** What each column of the engine has room for: a bit for each condition and entitlement, a byte for group, class and pass. */
const sizes = ({ filling, ranking, shortlist, steps, thresholds }: RuleSet): Faults => {
  const secondGroups = shortlist?.secondGroup?.groups ?? []
  const entitlements = steps.reduce((sum, step) => sum + (step._tag === "Addition" ? step.entitlements.length : 0), 0)
  const counted: ReadonlyArray<readonly [path: string, found: number, most: number]> = [
    ["thresholds.groups", scoresWithMinimum(thresholds.groups) + scoresWithMinimum(secondGroups), mostMinimums],
    ["thresholds.groups", thresholds.groups.length, 255],
    ["shortlist.secondGroup.groups", secondGroups.length, 255],
    ["steps.entitlements", entitlements, 32],
    ["ranking.classes.order", ranking.classes?.order.length ?? 0, 255],
    ["filling.passes", filling?.passes.length ?? 0, 255]
  ]
  return counted.flatMap(([path, found, most]): Faults => found > most ? [{ _tag: "TooMany", path, found, most }] : [])
}

/** On how many scores some group sets a minimum. */
const scoresWithMinimum = (groups: ReadonlyArray<ThresholdGroup>): number =>
  new Set(groups.flatMap((group) => group.minimums.map(({ of }) => of))).size

const codes = ({ codes }: RuleSet): Faults => {
  const keys = codes.map(({ group, outcome, pass }) => [outcome, pass, group].join(" "))
  return codes.flatMap(({ outcome }, index): Faults =>
    keys.indexOf(keys[index]!) < index ? [{ _tag: "CodeDuplicated", path: `codes.${index}`, outcome }] : []
  )
}
