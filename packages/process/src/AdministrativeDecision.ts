/**
 * The decision about the administrative check, as a round takes it: the digest of the result that the core computed.
 *
 * @since 0.1.0
 */
import type { AdministrativeResult } from "@timbang/core/publication"
import { Data, Result } from "effect"
import type { Subject } from "./Fact.ts"

// --- errors ---

/**
 * Applicants of whom nothing can be decided yet stand in the way; settle them first.
 *
 * @category errors
 * @since 0.1.0
 */
export class StillOpen extends Data.TaggedError("StillOpen")<{ readonly applicants: number }> {
  override get message(): string {
    return `${this.applicants} applicant(s) cannot be decided yet; the result can be decided when nobody is left open`
  }
}

// --- operations ---

/**
 * What one account proposes and another approves: that this result, by its digest, is announced; after objections, that it is announced again.
 *
 * `digest` is that of `AdministrativeResult.digest`.
 *
 * **Example** (A result with one open applicant is nobody's to decide)
 *
 * ```ts
 * import { Result } from "effect"
 * import { AdministrativeDecision } from "@timbang/process"
 * const result = { ruleSet: "cpns-2024", policy: "protected", rows: [], open: 1 } as const
 * Result.isFailure(AdministrativeDecision.subject(result, "0".repeat(64), "administrative-result")) // => true
 * const decided = AdministrativeDecision.subject({ ...result, open: 0 }, "0".repeat(64), "administrative-result")
 * Result.getOrThrow(decided)._tag // => "Decide"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const subject = (
  { open }: Pick<AdministrativeResult.AdministrativeResult, "open">,
  digest: string,
  decision: "administrative-result" | "administrative-reannouncement"
): Result.Result<Subject, StillOpen> =>
  open > 0 ? Result.fail(new StillOpen({ applicants: open })) : Result.succeed({ _tag: "Decide", decision, digest })
