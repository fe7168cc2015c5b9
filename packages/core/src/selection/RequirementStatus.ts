/**
 * How one requirement of one application stands: what was computed, what people found, and where the two disagree.
 *
 * @since 0.1.0
 */
import type { Authority } from "../law/Decided.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import * as Finding from "./Finding.ts"
import type { Requirement, UpperLimit } from "./Requirement.ts"
import type { Computed } from "./RequirementCheck.ts"

// --- models ---

/**
 * What deserves a second look. A flag decides nothing by itself.
 *
 * - `ComputedDiffers`: people found the opposite of what was computed.
 * - `SupervisorDiffers`: the supervisor found the opposite of the verifier.
 * - `Contradiction`: one role said both on one day.
 * - `ReadingDecides`: the other reading of the upper limit of age gives the other answer.
 * - `NotOnTable`: people accepted or refused a study programme that the agency's table does not name.
 *
 * @category models
 * @since 0.1.0
 */
export type Flag =
  | { readonly _tag: "ComputedDiffers" }
  | { readonly _tag: "SupervisorDiffers" }
  | { readonly _tag: "Contradiction"; readonly role: Finding.Role }
  | { readonly _tag: "ReadingDecides"; readonly other: UpperLimit }
  | { readonly _tag: "NotOnTable" }

/**
 * How one requirement stands.
 *
 * - `met`, `unmet`.
 * - `disputed`: two who must agree do not; people settle it by a later finding or by correcting a fact.
 * - `unchecked`: it cannot be computed and nobody has looked yet.
 * - `not-required`: it does not hold for this kind of need or position.
 *
 * @category models
 * @since 0.1.0
 */
export type Status = "met" | "unmet" | "disputed" | "unchecked" | "not-required"

/**
 * One requirement of one application, with everything that led to its status.
 *
 * @category models
 * @since 0.1.0
 */
export interface RequirementStatus {
  readonly requirement: string
  readonly title: string
  readonly status: Status
  /** What the facts of the application say by themselves. */
  readonly computed: Computed
  readonly verifier: Finding.Finding | undefined
  readonly supervisor: Finding.Finding | undefined
  readonly flags: ReadonlyArray<Flag>
  readonly decidedBy: Authority
  readonly source: LegalSource
}

// --- operations ---

/**
 * Weighs what was computed and what people found about one requirement.
 *
 * **Details**
 *
 * The latest finding of each role counts. Two roles that disagree, or a role that contradicts itself, leave the requirement
 * disputed; so do people who disagree with what was computed, unless they judge exactly what the applicant stated or handed
 * in.
 *
 * **Example** (Somebody looked at the paper)
 *
 * ```ts
 * import { RequirementStatus } from "@timbang/core/selection"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const requirement = { _tag: "Document", id: "str", title: "STR", decidedBy: "instansi", source } as const
 * const finding = { applicant: "P1", requirement: "str", role: "verifier", by: "v1", verdict: "unmet", reason: "STR berakhir 2024-06-30", at: "2024-09-01" } as const
 * const computed = { _tag: "Open", why: "for-people", facts: {} } as const
 * RequirementStatus.weigh(requirement, computed, []).status // => "unchecked"
 * RequirementStatus.weigh(requirement, computed, [finding]).status // => "unmet"
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const weigh = (
  requirement: Requirement,
  computed: Computed,
  findings: ReadonlyArray<Finding.Finding>
): RequirementStatus => {
  const verifier = Finding.latest(findings, "verifier")
  const supervisor = Finding.latest(findings, "supervisor")
  const flags: Array<Flag> = []
  if (verifier._tag === "Contradiction") flags.push({ _tag: "Contradiction", role: "verifier" })
  if (supervisor._tag === "Contradiction") flags.push({ _tag: "Contradiction", role: "supervisor" })
  const found = [verifier, supervisor].flatMap((latest) => latest._tag === "One" ? [latest.finding] : [])
  if (found.length === 2 && found[0]!.verdict !== found[1]!.verdict) flags.push({ _tag: "SupervisorDiffers" })
  const isDisputed = flags.length > 0
  const verdict = found[0]?.verdict
  const computedVerdict = computed._tag === "Known" ? computed.verdict : undefined
  const differs = verdict !== undefined && computedVerdict !== undefined && verdict !== computedVerdict
  if (differs) flags.push({ _tag: "ComputedDiffers" })
  if (computed._tag === "Open" && computed.why === "not-on-table" && verdict !== undefined) {
    flags.push({ _tag: "NotOnTable" })
  }
  if (computed._tag === "Known" && computed.otherReading !== undefined) {
    flags.push({ _tag: "ReadingDecides", other: computed.otherReading })
  }
  // A statement and a missing paper are what the applicant says; people are asked to judge exactly that.
  const isForPeople = requirement._tag === "Declaration" || requirement._tag === "Document"
  const status: Status = computed._tag === "NotRequired"
    ? "not-required"
    : isDisputed || (differs && !isForPeople)
    ? "disputed"
    : verdict ?? computedVerdict ?? "unchecked"
  return {
    requirement: requirement.id,
    title: requirement.title,
    status,
    computed,
    verifier: verifier._tag === "One" ? verifier.finding : undefined,
    supervisor: supervisor._tag === "One" ? supervisor.finding : undefined,
    flags,
    decidedBy: requirement.decidedBy,
    source: computed._tag === "Known" && computed.source !== undefined ? computed.source : requirement.source
  }
}
