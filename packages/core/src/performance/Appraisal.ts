/**
 * The appraisal of one person for one period: what the evidence proposes, what the rater decides, and why.
 *
 * A rating is a person's judgement. A proposal is departed from freely, with a reason; who decided, and when, is kept.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { Day } from "../law/Day.ts"
import * as Standing from "../law/Standing.ts"
import type { CitizenEvidence } from "./CitizenEvidence.ts"
import * as Predicate from "./Predicate.ts"
import type { RatingProposal } from "./RatingProposal.ts"

// --- models ---

/**
 * The period that is appraised, both days included.
 *
 * @category models
 * @since 0.1.0
 */
export interface Period {
  readonly kind: "periodic" | "annual"
  readonly from: Day
  readonly to: Day
}

/**
 * What the rater decided.
 *
 * @category models
 * @since 0.1.0
 */
export interface Judgement {
  readonly workResult: Predicate.Level
  readonly conduct: Predicate.Level
  /** Pseudonym or position of the rater; never a name in what is published. */
  readonly decidedBy: string
  readonly decidedOn: Day
  /** Why the work result departs from its proposal, or settles an open one. */
  readonly workResultReason?: string
  /** Why the conduct departs from its proposal, or settles an open one. */
  readonly conductReason?: string
}

/**
 * What an appraisal starts from.
 *
 * @category models
 * @since 0.1.0
 */
export interface Draft<P extends string = string> {
  /** Pseudonym of the person appraised. */
  readonly person: string
  readonly unit: string
  readonly period: Period
  readonly matrix: Predicate.Matrix<P>
  readonly workResult: RatingProposal
  readonly conduct: RatingProposal
  /** What citizens said of the service and the team; it lies beside the judgement and enters no formula. */
  readonly citizens: ReadonlyArray<CitizenEvidence>
  readonly standing: Standing.Standing
}

/**
 * A decided appraisal with everything it rests on.
 *
 * @category models
 * @since 0.1.0
 */
export interface Appraisal<P extends string = string> extends Draft<P> {
  readonly judgement: Judgement
  readonly decided: Predicate.Decided<P>
  /** Axes on which the rater did not follow a proposal; each has its reason in the judgement. */
  readonly departures: ReadonlyArray<Departure>
}

/**
 * A judgement that is not the proposal's.
 *
 * @category models
 * @since 0.1.0
 */
export interface Departure {
  readonly axis: "work-result" | "conduct"
  readonly proposed: Predicate.Level | "open"
  readonly judged: Predicate.Level
  readonly reason: string
}

// --- errors ---

/**
 * A judgement departs from its proposal, or settles an open one, without a reason.
 *
 * @category errors
 * @since 0.1.0
 */
export class ReasonMissing extends Data.TaggedError("ReasonMissing")<{
  readonly person: string
  readonly axes: ReadonlyArray<"work-result" | "conduct">
}> {
  override get message(): string {
    return `the judgement on ${this.person} departs from the proposal in ${this.axes.join(" and ")} and gives no reason; add the reason or follow the proposal`
  }
}

/**
 * Nobody is named as the one who decided.
 *
 * @category errors
 * @since 0.1.0
 */
export class RaterMissing extends Data.TaggedError("RaterMissing")<{ readonly person: string }> {
  override get message(): string {
    return `the judgement on ${this.person} names nobody who decided; give the position or pseudonym of the rater`
  }
}

/**
 * The judgement is dated before the period it judges has begun.
 *
 * @category errors
 * @since 0.1.0
 */
export class DecidedTooEarly extends Data.TaggedError("DecidedTooEarly")<{
  readonly person: string
  readonly decidedOn: Day
  readonly from: Day
}> {
  override get message(): string {
    return `the judgement on ${this.person} is dated ${this.decidedOn}, before the period that begins on ${this.from}; check both days`
  }
}

// --- operations ---

/**
 * Records a rater's judgement on a draft.
 *
 * **Details**
 *
 * Fails when nobody decided, when a departure lacks its reason, when the judgement is older than the period, or when the
 * standing claims a decision of another system without its letter: the official record is that system's.
 *
 * **Example** (A departure needs its reason)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Standing } from "@timbang/core/law"
 * import { Appraisal, RatingProposal } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const guidance = { mostAbovePercent: 50, smallPartUpToPercent: 25, source }
 * const row = (above: string, asExpected: string, below: string) => ({ above, "as-expected": asExpected, below })
 * const cells = { above: row("great", "good", "poor"), "as-expected": row("good", "good", "poor"), below: row("weak", "weak", "bad") }
 * const matrix = { predicates: ["great", "good", "weak", "poor", "bad"], cells, source }
 * const proposal = RatingProposal.conduct("consistent", guidance)
 * const period = { kind: "annual", from: "2025-01-01", to: "2025-12-31" } as const
 * const draft = { person: "p-1", unit: "registry", period, matrix, workResult: proposal, conduct: proposal, citizens: [], standing: Standing.simulation }
 * const judgement = { workResult: "above", conduct: "as-expected", decidedBy: "head of registry", decidedOn: "2026-01-12" } as const
 * Result.isFailure(Appraisal.decide(draft, judgement)) // => true
 * const reasoned = Appraisal.decide(draft, { ...judgement, workResultReason: "cleared the backlog of two years" })
 * Result.map(reasoned, ({ decided }) => decided.predicate) // => Result.succeed("good")
 * ```
 *
 * @category deciding
 * @since 0.1.0
 */
export const decide = <P extends string>(
  draft: Draft<P>,
  judgement: Judgement
): Result.Result<Appraisal<P>, ReasonMissing | RaterMissing | DecidedTooEarly | Standing.NotYoursToDecide> => {
  const { matrix, period, person } = draft
  const { decidedBy, decidedOn } = judgement
  if (decidedBy.trim() === "") return Result.fail(new RaterMissing({ person }))
  if (decidedOn < period.from) return Result.fail(new DecidedTooEarly({ person, decidedOn, from: period.from }))
  const departures = departuresFrom(draft, judgement)
  const axes = departures.filter(({ reason }) => reason === "").map(({ axis }) => axis)
  if (axes.length > 0) return Result.fail(new ReasonMissing({ person, axes }))
  const step = { name: "appraisal", decidedBy: "the rater, in the official record", isHosts: false }
  return Result.map(Standing.check(draft.standing, step), () => ({
    ...draft,
    judgement,
    decided: Predicate.of(matrix, judgement.workResult, judgement.conduct),
    departures
  }))
}

/**
 * Where a judgement does not follow its proposals; a reason that was not given is empty.
 *
 * **Example** (An open proposal is settled without a reason)
 *
 * ```ts
 * import { Appraisal, RatingProposal } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const guidance = { mostAbovePercent: 50, smallPartUpToPercent: 25, source }
 * const proposals = { workResult: RatingProposal.conduct("consistent", guidance), conduct: RatingProposal.conduct("not-observed", guidance) }
 * Appraisal.departuresFrom(proposals, { workResult: "as-expected", conduct: "below" }) // => [{ axis: "conduct", proposed: "open", judged: "below", reason: "" }]
 * ```
 *
 * @category deciding
 * @since 0.1.0
 */
export const departuresFrom = (
  draft: Pick<Draft, "workResult" | "conduct">,
  judgement: Pick<Judgement, "workResult" | "conduct" | "workResultReason" | "conductReason">
): ReadonlyArray<Departure> =>
  ([
    ["work-result", draft.workResult.level, judgement.workResult, judgement.workResultReason],
    ["conduct", draft.conduct.level, judgement.conduct, judgement.conductReason]
  ] as const)
    .filter(([, proposed, judged]) => proposed !== judged)
    .map(([axis, proposed, judged, reason]) => ({ axis, proposed, judged, reason: (reason ?? "").trim() }))
