/**
 * Numbers that a host supplies for a rule set: what no source gives, or what an announcement of the round decides.
 *
 * @since 0.1.0
 */
import { LegalSource, Sourced } from "@timbang/core/law"
import type { RuleSet } from "@timbang/core/selection"
import { RuleSetFault, RuleSetFaults, RuleSetPath } from "@timbang/core/selection"
import { Data, Result } from "effect"

// --- errors ---

/**
 * No number of the rule set stands at the path.
 *
 * @category errors
 * @since 0.1.0
 */
export class PathUnknown extends Data.TaggedError("PathUnknown")<{
  readonly ruleSet: string
  readonly path: string
  /** The existing paths most like it, the nearest first. */
  readonly nearest: ReadonlyArray<string>
}> {
  override get message(): string {
    return `${this.ruleSet} has no number at ${JSON.stringify(this.path)}; the nearest are ${this.nearest.join(", ")}`
  }
}

/**
 * The value supplied makes the rule set contradict itself or the law.
 *
 * @category errors
 * @since 0.1.0
 */
export class ValueUnfit extends Data.TaggedError("ValueUnfit")<{
  readonly ruleSet: string
  readonly path: string
  readonly faults: ReadonlyArray<RuleSetFault.RuleSetFault>
}> {
  override get message(): string {
    return [`${this.ruleSet} cannot take this value at ${this.path}`, ...this.faults.map(RuleSetFault.describe)].join("\n")
  }
}

/**
 * The value comes without the instrument on which the host rests it.
 *
 * @category errors
 * @since 0.1.0
 */
export class SourceMissing extends Data.TaggedError("SourceMissing")<{ readonly ruleSet: string; readonly path: string }> {
  override get message(): string {
    return `${this.path} of ${this.ruleSet} was supplied without a source; name the decree, letter or announcement`
  }
}

// --- operations ---

/**
 * A rule set in which the host answers for the number at a path.
 *
 * **Details**
 *
 * Paths are those of `RuleSetNumbers.entries`. The number is marked as the host's, whatever confidence `source` claims, so
 * that no later reader takes it for one of this package. A minimum of 0 says that there is none.
 *
 * **Example** (A technical minimum that the decree sets for one position)
 *
 * ```ts
 * import { Result } from "effect"
 * import { RuleSets, Supply } from "@timbang/regulations"
 * const decree = { instrument: "KepmenPANRB 652/2023", provision: "Lampiran, nomor 12", confidence: "host" } as const
 * const made = Supply.supply(RuleSets.pppk2023, "thresholds.groups.umum.minimums.teknis", 180, decree)
 * Result.isSuccess(made) // => true
 * const wrong = Supply.supply(RuleSets.pppk2023, "thresholds.groups.umum.minimum.teknis", 180, decree)
 * Result.isFailure(wrong) && wrong.failure._tag === "PathUnknown" && wrong.failure.nearest[0] // => "thresholds.groups.umum.minimums.teknis"
 * ```
 *
 * @category supplying
 * @since 0.1.0
 */
export const supply = (
  ruleSet: RuleSet.RuleSet,
  path: string,
  value: number | string,
  source: LegalSource.LegalSource
): Result.Result<RuleSet.RuleSet, PathUnknown | SourceMissing | ValueUnfit> => {
  const paths = RuleSetPath.places(ruleSet).map((place) => place.path)
  if (!paths.includes(path)) {
    return Result.fail(new PathUnknown({ ruleSet: ruleSet.id, path, nearest: nearest(paths, path) }))
  }
  if (source.instrument.trim() === "") return Result.fail(new SourceMissing({ ruleSet: ruleSet.id, path }))
  const supplied = RuleSetPath.replace(ruleSet, path, Sourced.known(value, { ...source, confidence: "host" }))
  const before = RuleSetFaults.check(ruleSet).map(RuleSetFault.describe)
  const faults = RuleSetFaults.check(supplied).filter((fault) => !before.includes(RuleSetFault.describe(fault)))
  return faults.length === 0
    ? Result.succeed(supplied)
    : Result.fail(new ValueUnfit({ ruleSet: ruleSet.id, path, faults }))
}

/** The three paths that share most of their parts with the one asked for. */
const nearest = (paths: ReadonlyArray<string>, wanted: string): ReadonlyArray<string> => {
  const parts = wanted.split(".")
  const sharedWith = (path: string) => {
    const own = path.split(".")
    return own.filter((part) => parts.includes(part)).length - Math.abs(own.length - parts.length) / 10
  }
  return paths.toSorted((a, b) => sharedWith(b) - sharedWith(a)).slice(0, 3)
}
