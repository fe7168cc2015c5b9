/**
 * A rule set made ready for one list of formations: numbers resolved, columns named, minimums laid out by cell.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { Formation } from "../formation/Formation.ts"
import * as announcedTests from "./internal/announcedTests.ts"
import { compileSteps, neededFor, Numbers } from "./internal/stepPlan.ts"
import * as LegalSource from "../law/LegalSource.ts"
import type { Sourced } from "../law/Sourced.ts"
import type { RuleSet } from "./RuleSet.ts"
import { generalCategory } from "./RuleSet.ts"
import * as Threshold from "./Threshold.ts"

// --- models ---

/**
 * The scale of a component or a step.
 *
 * @category models
 * @since 0.1.0
 */
export interface Scale {
  readonly decimals: number
  /** Largest value, in units of the last decimal. */
  readonly maximum: number
}

/**
 * One minimum as the engine checks it.
 *
 * @category models
 * @since 0.1.0
 */
export interface MinimumCheck {
  readonly of: string
  /** Bit in the column of failed conditions. */
  readonly bit: number
  /** One number for each group in use, in units of the value; -1 for no minimum. */
  readonly minimums: Int32Array
}

/**
 * The minimums of one set of threshold groups, laid out for a list of formations.
 *
 * @category models
 * @since 0.1.0
 */
export interface ThresholdPlan {
  /** Groups that the formations use. */
  readonly groups: ReadonlyArray<Threshold.ThresholdGroup>
  /** Position in {@link ThresholdPlan.groups} of each formation. */
  readonly groupOf: Uint8Array
  readonly checks: ReadonlyArray<MinimumCheck>
}

/**
 * A number that a source does not confirm and that this run uses.
 *
 * @category models
 * @since 0.1.0
 */
export interface Warning {
  /** Where it stands in the rule set. */
  readonly path: string
  readonly source: LegalSource.LegalSource
}

/**
 * An unknown number that a run needs only if somebody holds so many of some entitlements.
 *
 * @category models
 * @since 0.1.0
 */
export interface HeldNumber extends Warning {
  /** Bits of `Cohort.entitlementsOf`. */
  readonly entitlements: number
  readonly atLeast: number
}

/**
 * How to compute one step for a column.
 *
 * @category models
 * @since 0.1.0
 */
export interface Computation {
  readonly id: string
  readonly inputs: ReadonlyArray<string>
  /** One value from its inputs, all present, and the holder's entitlements. */
  readonly value: (inputs: ReadonlyArray<number>, entitlements: number) => number
  /** True when the value depends on the first input alone. */
  readonly isUnary: boolean
  /** True when the value is the sum of its inputs as they stand. */
  readonly isPlainSum: boolean
}

/**
 * A minimum of the general category, as the filling passes ask for it.
 *
 * @category models
 * @since 0.1.0
 */
export interface GeneralMinimum {
  readonly of: string
  /** Where it stands in the rule set, such as `thresholds.groups.umum.minimums.tiu`. */
  readonly path: string
  readonly sourced: Sourced<number>
  /** In units of the value; -1 where no source gives it. */
  readonly minimum: number
}

/**
 * A compiled rule set.
 *
 * @category models
 * @since 0.1.0
 */
export interface Plan {
  readonly ruleSet: RuleSet
  readonly formations: ReadonlyArray<Formation>
  /** Stage up to which the plan runs: the shortlist's exam, or `final`. */
  readonly stage: string
  readonly scales: Readonly<Record<string, Scale>>
  readonly computations: ReadonlyArray<Computation>
  readonly thresholds: ThresholdPlan
  /** Thresholds of the shortlist's second group, where there is one. */
  readonly secondThresholds: ThresholdPlan | undefined
  /** Minimums of the general category; for filling. */
  readonly generalMinimums: ReadonlyArray<GeneralMinimum>
  readonly shortlistFactor: number
  readonly heldNumbers: ReadonlyArray<HeldNumber>
  readonly warnings: ReadonlyArray<Warning>
}

// --- errors ---

/**
 * The selection needs numbers that no source gives.
 *
 * @category errors
 * @since 0.1.0
 */
export class NumbersUnknown extends Data.TaggedError("NumbersUnknown")<{
  readonly ruleSet: string
  readonly numbers: ReadonlyArray<Warning>
  /** Further numbers that no source gives and that the filling needs in case seats stay empty. */
  readonly ifSeatsStayEmpty?: ReadonlyArray<Warning>
}> {
  override get message(): string {
    const cited = (numbers: ReadonlyArray<Warning>) => numbers.map(({ path, source }) => `${path} (${LegalSource.cite(source)})`).join("; ")
    const filling = this.ifSeatsStayEmpty ?? []
    const more = filling.length === 0 ? "" : `; if seats stay empty their filling needs ${cited(filling)} too`
    return `${this.ruleSet} does not know ${cited(this.numbers)}; supply each value with its source${more}`
  }
}

/**
 * Formations to which no group of thresholds applies.
 *
 * @category errors
 * @since 0.1.0
 */
export class ThresholdGroupMissing extends Data.TaggedError("ThresholdGroupMissing")<{
  readonly formations: ReadonlyArray<string>
  readonly groups: ReadonlyArray<string>
}> {
  override get message(): string {
    return `no threshold group for ${this.formations.join(", ")}; name one of ${this.groups.join(", ")} or correct the category`
  }
}

/**
 * The rule set has no such stage.
 *
 * @category errors
 * @since 0.1.0
 */
export class StageUnknown extends Data.TaggedError("StageUnknown")<{
  readonly stage: string
  readonly known: ReadonlyArray<string>
}> {
  override get message(): string {
    return `no stage ${JSON.stringify(this.stage)}; the stages are ${this.known.join(", ")}`
  }
}

/**
 * Why a rule set cannot be compiled for a list of formations.
 *
 * @category errors
 * @since 0.1.0
 */
export type PlanError = NumbersUnknown | ThresholdGroupMissing | StageUnknown

// --- operations ---

/**
 * The stages that can be asked for: the shortlist's exam where there is one, and `final`.
 *
 * **Example** (A round with one exam)
 *
 * ```ts
 * import { Plan } from "@timbang/core/selection"
 * Plan.stagesOf({}) // => ["final"]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const stagesOf = ({ shortlist }: Partial<Pick<RuleSet, "shortlist">>): ReadonlyArray<string> =>
  shortlist === undefined ? ["final"] : [shortlist.exam, "final"]

/**
 * Compiles a rule set for a list of formations, or says which numbers, groups or stages are missing.
 *
 * **Details**
 *
 * Announced further tests need the limits that the law sets for their kind of agency: one that no source gives is missing.
 *
 * **Example** (A stage that does not exist)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Plan, Specimen } from "@timbang/core/selection"
 * Result.isFailure(Plan.compile(Specimen.ruleSet, [], "interview")) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const compile = (
  ruleSet: RuleSet,
  formations: ReadonlyArray<Formation>,
  stage: string
): Result.Result<Plan, PlanError> =>
  Result.flatMap(draft(ruleSet, formations, stage), ({ plan, unknown }): Result.Result<Plan, PlanError> =>
    unknown.length === 0 ? Result.succeed(plan) : Result.fail(new NumbersUnknown({ ruleSet: ruleSet.id, numbers: unknown })))

/**
 * {@link compile} with the numbers that no source gives told apart, for who needs more of them and refuses them together. The plan
 * is fit to run only when there are none.
 *
 * **Example** (Nothing is missing)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Plan, Specimen } from "@timbang/core/selection"
 * Result.getOrThrow(Plan.draft(Specimen.ruleSet, [Specimen.formation], "final")).unknown // => []
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const draft = (
  ruleSet: RuleSet,
  formations: ReadonlyArray<Formation>,
  stage: string
): Result.Result<{ readonly plan: Plan; readonly unknown: ReadonlyArray<Warning> }, ThresholdGroupMissing | StageUnknown> => {
  const known = stagesOf(ruleSet)
  if (!known.includes(stage)) return Result.fail(new StageUnknown({ stage, known }))
  const numbers = new Numbers()
  const needed = neededFor(ruleSet, stage)
  const { computations, scales } = compileSteps(ruleSet, needed, numbers)
  const second = ruleSet.shortlist?.secondGroup
  if (stage === "final" && ruleSet.secondExam !== undefined) {
    for (const [path, limit] of announcedTests.needed(ruleSet.secondExam)) numbers.need(path, limit, 0)
  }
  const thresholds = layOut(ruleSet.thresholds.groups, formations, scales, 0, "thresholds", numbers)
  if (Result.isFailure(thresholds)) return Result.fail(thresholds.failure)
  const secondThresholds = second === undefined
    ? undefined
    : layOut(second.groups, formations, scales, thresholds.success.checks.length, "shortlist.secondGroup", numbers)
  if (secondThresholds !== undefined && Result.isFailure(secondThresholds)) return Result.fail(secondThresholds.failure)
  const plan: Plan = {
    ruleSet,
    formations,
    stage,
    scales,
    computations,
    thresholds: thresholds.success,
    secondThresholds: secondThresholds?.success,
    generalMinimums: generalMinimums(ruleSet, scales),
    shortlistFactor: ruleSet.shortlist === undefined ? 0 : numbers.need("shortlist.factor", ruleSet.shortlist.factor, 0),
    heldNumbers: numbers.held,
    warnings: numbers.warnings
  }
  return Result.succeed({ plan, unknown: numbers.unknown })
}

/**
 * The numbers of a list that no source gives.
 *
 * **Example** (One of two)
 *
 * ```ts
 * import { Sourced } from "@timbang/core/law"
 * import { Plan } from "@timbang/core/selection"
 * const source = { instrument: "KepmenPANRB 1127/2021", confidence: "unverified" } as const
 * Plan.unknownsAmong([["a", Sourced.unknown(source)], ["b", Sourced.known(3, source)]]).map(({ path }) => path) // => ["a"]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const unknownsAmong = (
  numbers: ReadonlyArray<readonly [path: string, sourced: Sourced<unknown>]>
): ReadonlyArray<Warning> =>
  numbers.flatMap(([path, sourced]) => sourced._tag === "Unknown" ? [{ path, source: sourced.source }] : [])

/**
 * The numbers of a list that are known and that no source confirms.
 *
 * **Example** (One of two)
 *
 * ```ts
 * import { Sourced } from "@timbang/core/law"
 * import { Plan } from "@timbang/core/selection"
 * const source = { instrument: "KepmenPANRB 320/2024", confidence: "unverified" } as const
 * Plan.warningsAmong([["a", Sourced.unknown(source)], ["b", Sourced.known(3, source)]]).map(({ path }) => path) // => ["b"]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const warningsAmong = (
  numbers: ReadonlyArray<readonly [path: string, sourced: Sourced<unknown>]>
): ReadonlyArray<Warning> =>
  numbers.flatMap(([path, sourced]) =>
    sourced._tag === "Known" && LegalSource.needsWarning(sourced.source) ? [{ path, source: sourced.source }] : []
  )

/**
 * The unknown numbers that the holders of entitlements need: a percentage that somebody holds, or the way several combine.
 *
 * **Example** (Nobody holds any)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Plan, Specimen } from "@timbang/core/selection"
 * const plan = Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "final"))
 * Plan.neededByHolders(plan, undefined) // => []
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const neededByHolders = (
  { heldNumbers }: Pick<Plan, "heldNumbers">,
  entitlements: Uint32Array | undefined
): ReadonlyArray<Warning> =>
  entitlements === undefined
    ? []
    : heldNumbers.filter((number) => entitlements.some((held) => bitCount(held & number.entitlements) >= number.atLeast))
      .map(({ path, source }) => ({ path, source }))

const bitCount = (bits: number): number => {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

const layOut = (
  groups: ReadonlyArray<Threshold.ThresholdGroup>,
  formations: ReadonlyArray<Formation>,
  scales: Readonly<Record<string, Scale>>,
  firstBit: number,
  path: string,
  numbers: Numbers
): Result.Result<ThresholdPlan, ThresholdGroupMissing> => {
  // A position is looked at only where a group lists positions; all other formations share an answer by kind of need.
  const listing = new Set(groups.filter(({ positions }) => (positions?.length ?? 0) > 0).flatMap(({ categories }) => categories))
  const answers = new Map<string, Threshold.ThresholdGroup | undefined>()
  const found = formations.map((formation) => {
    if (formation.thresholdGroup !== undefined || listing.has(formation.category)) return Threshold.groupOf(groups, formation)
    if (!answers.has(formation.category)) answers.set(formation.category, Threshold.groupOf(groups, formation))
    return answers.get(formation.category)
  })
  if (found.includes(undefined)) {
    const without = formations.filter((_, index) => found[index] === undefined)
    return Result.fail(new ThresholdGroupMissing({
      formations: without.map(({ formation }) => formation),
      groups: groups.map(({ id }) => id)
    }))
  }
  const inUse = new Set(found)
  const used = groups.filter((group) => inUse.has(group))
  const values = [...new Set(used.flatMap(({ minimums }) => minimums.map(({ of }) => of)))]
  const minimumOf = (group: Threshold.ThresholdGroup, of: string): number => {
    const minimum = group.minimums.find((candidate) => candidate.of === of)
    if (minimum === undefined) return -1
    return numbers.need(`${path}.groups.${group.id}.minimums.${of}`, minimum.minimum, 0) * 10 ** (scales[of]?.decimals ?? 0)
  }
  used.forEach((group) => numbers.warn(`${path}.groups.${group.id}`, group.source))
  return Result.succeed({
    groups: used,
    groupOf: Uint8Array.from(found.map((group) => used.indexOf(group!))),
    checks: values.map((of, k) => ({ of, bit: firstBit + k, minimums: Int32Array.from(used, (group) => minimumOf(group, of)) }))
  })
}

const generalMinimums = (ruleSet: RuleSet, scales: Readonly<Record<string, Scale>>): ReadonlyArray<GeneralMinimum> => {
  const general = generalCategory(ruleSet)
  const group = general === undefined ? undefined : ruleSet.thresholds.groups.find(({ categories, positions }) =>
    positions === undefined && categories.includes(general.id)
  )
  return (group?.minimums ?? []).map(({ minimum: sourced, of }) => ({
    of,
    path: `thresholds.groups.${group!.id}.minimums.${of}`,
    sourced,
    minimum: sourced._tag === "Known" ? sourced.value * 10 ** (scales[of]?.decimals ?? 0) : -1
  }))
}
