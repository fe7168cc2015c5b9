/**
 * What the next needs round takes over from the evaluation of the last one, with reasons.
 *
 * The stage `evaluation` returns adjustments, people accept or refuse them, and {@link take} changes the claims of the
 * next round. Here the circle closes.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Fraction } from "../number/index.ts"
import type { Claim } from "./Claim.ts"

// --- models ---

/**
 * What changes.
 *
 * - `PostsCarriedOver`: posts left unfilled that the next round may add. Source: PP 11/2017, Pasal 14.
 * - `PostsWithdrawn`: posts that proved not to be needed, or that turned out to be covered otherwise.
 * - `ShareOfClaim`: the claim times `1 + share`; -0.1 is a tenth less. Range of the share: -1 and more.
 * - `TrainingInstead`: the lack is one of skill, not of people; no post is added, the competence is named.
 * - `IndicatorToReview`: an indicator did not foretell the need; no post changes until somebody has looked at it.
 *
 * @category models
 * @since 0.1.0
 */
export type Change =
  | { readonly _tag: "PostsCarriedOver"; readonly posts: number }
  | { readonly _tag: "PostsWithdrawn"; readonly posts: number }
  | { readonly _tag: "ShareOfClaim"; readonly share: Fraction.Numeral }
  | { readonly _tag: "TrainingInstead"; readonly competence: string; readonly people: number }
  | { readonly _tag: "IndicatorToReview"; readonly indicator: string }

/**
 * What the evaluation found.
 *
 * @category models
 * @since 0.1.0
 */
export type Finding =
  | "posts-unfilled"
  | "recruits-left"
  | "need-still-open"
  | "need-met"
  | "need-not-shown"
  | "competence-below-standard"
  | "indicator-did-not-foretell"

/**
 * One fact on which an adjustment rests.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reason {
  readonly finding: Finding
  /** What was observed, in `measuredIn`. */
  readonly observed: number
  /** What was expected or required, in `measuredIn`. */
  readonly expected: number
  /** Unit of both numbers, such as `posts`, `people`, `percent`. */
  readonly measuredIn: string
  /** Where the fact can be looked up: a report, a table, an entry of the log. */
  readonly evidence: string
}

/**
 * One adjustment of one cell. At least one reason.
 *
 * @category models
 * @since 0.1.0
 */
export interface NeedAdjustment {
  /** The round that was evaluated, such as `cpns-2024`. */
  readonly round: string
  readonly unit: string
  readonly jobFamily: string
  readonly change: Change
  readonly reasons: ReadonlyArray<Reason>
}

/**
 * An adjustment with the claim before and after it; equal when it changes no post.
 *
 * @category models
 * @since 0.1.0
 */
export interface Taken {
  readonly adjustment: NeedAdjustment
  readonly before: Fraction.Fraction
  readonly after: Fraction.Fraction
}

/**
 * The claims after all adjustments, and what each one did.
 *
 * @category models
 * @since 0.1.0
 */
export interface Adjusted {
  readonly claims: ReadonlyArray<Claim>
  readonly taken: ReadonlyArray<Taken>
}

// --- errors ---

/**
 * An adjustment names a unit and job family that the round does not have.
 *
 * @category errors
 * @since 0.1.0
 */
export class CellAbsent extends Data.TaggedError("CellAbsent")<{
  readonly unit: string
  readonly jobFamily: string
}> {
  override get message(): string {
    return `no claim of unit ${JSON.stringify(this.unit)} for job family ${
      JSON.stringify(this.jobFamily)
    }; add the claim, if need be of 0, or remove the adjustment`
  }
}

/**
 * An adjustment cannot be taken as it stands.
 *
 * @category errors
 * @since 0.1.0
 */
export class AdjustmentRefused extends Data.TaggedError("AdjustmentRefused")<{
  readonly unit: string
  readonly jobFamily: string
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `adjustment of ${JSON.stringify(this.unit)} for ${
      JSON.stringify(this.jobFamily)
    }: found ${this.found}, expected ${this.expected}`
  }
}

// --- operations ---

/**
 * Takes adjustments over into the claims of the next round.
 *
 * **Details**
 *
 * Within a cell the shares come first, whatever their order, and multiply; then posts are added and withdrawn. A claim
 * never falls below zero. Input order does not matter for the claims.
 *
 * **Example** (Two posts that stayed unfilled)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Fraction } from "@timbang/core/number"
 * import { NeedAdjustment } from "@timbang/core/needs"
 * const claims = [{ unit: "kerinci", jobFamily: "nurse", people: Fraction.make(5, 2) }]
 * const reason = { finding: "posts-unfilled", observed: 1, expected: 3, measuredIn: "posts", evidence: "round report" } as const
 * const change = { _tag: "PostsCarriedOver", posts: 2 } as const
 * const adjustment = { round: "cpns-2024", unit: "kerinci", jobFamily: "nurse", change, reasons: [reason] }
 * Result.map(NeedAdjustment.take(claims, [adjustment]), ({ claims }) => Fraction.format(claims[0]!.people)) // => Result.succeed("9/2")
 * ```
 *
 * @category adjusting
 * @since 0.1.0
 */
export const take = (
  claims: ReadonlyArray<Claim>,
  adjustments: ReadonlyArray<NeedAdjustment>
): Result.Result<Adjusted, CellAbsent | AdjustmentRefused> => {
  const people = new Map(claims.map((claim) => [keyOf(claim), claim.people]))
  const taken: Array<Taken> = []
  const sharesFirst = [...adjustments].sort((a, b) => stage(a.change) - stage(b.change))
  for (const adjustment of sharesFirst) {
    const { jobFamily, unit } = adjustment
    const before = people.get(keyOf(adjustment))
    if (before === undefined) return Result.fail(new CellAbsent({ unit, jobFamily }))
    if (adjustment.reasons.length === 0) {
      return Result.fail(
        new AdjustmentRefused({ unit, jobFamily, found: "no reason", expected: "at least one reason" })
      )
    }
    const after = changed(before, adjustment.change)
    if (after === undefined) {
      return Result.fail(
        new AdjustmentRefused({
          unit,
          jobFamily,
          found: JSON.stringify(adjustment.change),
          expected: expected(adjustment.change)
        })
      )
    }
    people.set(keyOf(adjustment), after)
    taken.push({ adjustment, before, after })
  }
  return Result.succeed({ claims: claims.map((claim) => ({ ...claim, people: people.get(keyOf(claim))! })), taken })
}

/** Shares, then posts added, then posts withdrawn: the only order in which the floor of zero cannot depend on the input's. */
const stage = ({ _tag }: Change): number => (_tag === "ShareOfClaim" ? 0 : _tag === "PostsWithdrawn" ? 2 : 1)

const changed = (people: Fraction.Fraction, change: Change): Fraction.Fraction | undefined => {
  switch (change._tag) {
    case "PostsCarriedOver":
      return isCount(change.posts) ? Fraction.add(people, Fraction.make(change.posts)) : undefined
    case "PostsWithdrawn":
      return isCount(change.posts)
        ? Fraction.max(Fraction.zero, Fraction.subtract(people, Fraction.make(change.posts)))
        : undefined
    case "ShareOfClaim": {
      const factor = Result.map(Fraction.parse(change.share), (share) => Fraction.add(Fraction.one, share))
      return Result.isSuccess(factor) && factor.success.numerator >= 0n
        ? Fraction.multiply(people, factor.success)
        : undefined
    }
    case "TrainingInstead":
      return isCount(change.people) ? people : undefined
    case "IndicatorToReview":
      return people
  }
}

const expected = ({ _tag }: Change): string =>
  _tag === "ShareOfClaim" ? "a share of -1 or more, such as -0.1" : "a whole number, 0 or more"

const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0

const keyOf = ({ jobFamily, unit }: { readonly unit: string; readonly jobFamily: string }): string =>
  JSON.stringify([unit, jobFamily])
