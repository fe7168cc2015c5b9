/**
 * The result of the administrative check as an agency announces it: who meets the requirements and who does not, by number,
 * with those reasons that a policy lets everybody read.
 *
 * It is a function of what {@link Eligibility.check} answered, and has no way of its own to decide anything. What people wrote
 * is never in it; it goes to the applicant alone.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type { Formation } from "../formation/Formation.ts"
import * as LegalSource from "../law/LegalSource.ts"
import type { Checked } from "../selection/Eligibility.ts"
import type { Requirement } from "../selection/Requirement.ts"
import type { RuleSet } from "../selection/RuleSet.ts"
import * as CanonicalJson from "./CanonicalJson.ts"
import * as Disclosure from "./Disclosure.ts"
import * as Bytes from "../internal/Bytes.ts"
import type { Canonicalizer, Hash } from "./Primitives.ts"

// --- models ---

/**
 * The words of a country's procedure that an announcement needs.
 *
 * @category models
 * @since 0.1.0
 */
export interface Terms {
  /** What is printed for who meets the requirements, for who does not, and while it is open. */
  readonly codes: { readonly eligible: string; readonly ineligible: string; readonly open: string }
  /** Kinds of requirement of which everybody may read that they are unmet: they tell no health, sentence or grade. */
  readonly told: ReadonlyArray<Requirement["_tag"]>
}

/**
 * An unmet requirement that everybody may read.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ground {
  readonly requirement: string
  readonly title: string
  /** The provision, as it is cited. */
  readonly provision: string
}

/**
 * One applicant. An ineligible one without grounds has reasons that are told to the applicant alone.
 *
 * @category models
 * @since 0.1.0
 */
export interface Row {
  readonly applicant: string
  readonly formation: string
  readonly code: string
  readonly grounds: ReadonlyArray<Ground>
}

/**
 * The result, by registration number. It can be announced when `open` is 0.
 *
 * @category models
 * @since 0.1.0
 */
export interface AdministrativeResult {
  readonly ruleSet: string
  readonly policy: Disclosure.PolicyName
  readonly rows: ReadonlyArray<Row>
  /** Applicants of whom nothing can be decided yet. */
  readonly open: number
}

/**
 * How the applicants of one formation stand. Unit: applications.
 *
 * @category models
 * @since 0.1.0
 */
export interface Count {
  readonly formation: string
  readonly seats: number
  readonly applications: number
  readonly eligible: number
  readonly ineligible: number
  readonly open: number
}

// --- operations ---

/**
 * The result that may be announced. The order of what was checked does not matter.
 *
 * **Details**
 *
 * Under the policy `protected` no ground is shown; under `as-official-lists` those of the kinds that `terms` names.
 *
 * **Example** (Too old, which may be read; a sentence, which may not)
 *
 * ```ts
 * import { Result } from "effect"
 * import { AdministrativeResult, Disclosure } from "@timbang/core/publication"
 * import { Eligibility, Specimen } from "@timbang/core/selection"
 * import { Sourced } from "@timbang/core/law"
 * const source = { instrument: "PP 11/2017", provision: "Pasal 23(1)a", confidence: "seen-in-several" } as const
 * const common = { decidedBy: "instansi", source } as const
 * const age = { _tag: "Age", id: "usia", title: "Usia", minimumYears: Sourced.known(18, source), maximumYears: Sourced.known(35, source), upperLimit: Sourced.known("completed-years", source), exceptions: [], ...common } as const
 * const record = { _tag: "Declaration", id: "pidana", title: "Tidak pernah dipidana", ...common } as const
 * const ruleSet = { ...Specimen.ruleSet, requirements: [age, record] }
 * const application = { applicant: "P2", formation: "F1", appliedOn: "2024-08-20", birthDate: "1980-01-01", declarations: { pidana: false } }
 * const checked = Result.getOrThrow(Eligibility.check({ ruleSet, formations: [Specimen.formation], applications: [application], findings: [], programmes: [] }))
 * const terms = { codes: { eligible: "MS", ineligible: "TMS", open: "?" }, told: ["Age"] } as const
 * const words = { specificCategories: [], generalCategory: "khusus", healthCodes: {}, privateRungs: {}, identities: [] }
 * const { rows } = Result.getOrThrow(AdministrativeResult.of(Disclosure.asOfficialLists(words), terms, ruleSet, checked))
 * rows // => [{ applicant: "P2", formation: "F1", code: "TMS", grounds: [{ requirement: "usia", title: "Usia", provision: "PP 11/2017, Pasal 23(1)a" }] }]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (
  policy: Disclosure.Policy,
  { codes, told }: Terms,
  ruleSet: Pick<RuleSet, "id" | "requirements">,
  checked: ReadonlyArray<Checked>
): Result.Result<AdministrativeResult, Disclosure.IdentityShown> => {
  const tellable = new Set(ruleSet.requirements.flatMap(({ _tag, id }) => told.includes(_tag) ? [id] : []))
  const rows: Array<Row> = []
  let open = 0
  for (const { applicant, formation, requirements, status } of checked) {
    if (isOpen(status)) open++
    const split = Disclosure.split(policy, {
      participant: applicant,
      formation,
      code: isOpen(status) ? codes.open : codes[status]
    })
    if (Result.isFailure(split)) return Result.fail(split.failure)
    const { shown } = split.success
    const grounds = status !== "ineligible" || policy.name === "protected" ? [] : requirements.flatMap(
      ({ requirement, source, status, title }): ReadonlyArray<Ground> =>
        status === "unmet" && tellable.has(requirement)
          ? [{ requirement, title, provision: LegalSource.cite(source) }]
          : []
    )
    rows.push({ applicant: shown.participant, formation: shown.formation, code: shown.code!, grounds })
  }
  rows.sort((a, b) => a.applicant < b.applicant ? -1 : 1)
  return Result.succeed({ ruleSet: ruleSet.id, policy: policy.name, rows, open })
}

/**
 * How the applicants of each formation stand, by formation; those of nobody have zeros.
 *
 * **Example** (One applicant, of whom nothing is known yet)
 *
 * ```ts
 * import { AdministrativeResult } from "@timbang/core/publication"
 * import { Specimen } from "@timbang/core/selection"
 * const checked = [{ applicant: "P1", formation: "F1", status: "incomplete", requirements: [] }] as const
 * AdministrativeResult.count([Specimen.formation], checked) // => [{ formation: "F1", seats: 1, applications: 1, eligible: 0, ineligible: 0, open: 1 }]
 * ```
 *
 * @category counting
 * @since 0.1.0
 */
export const count = (
  formations: ReadonlyArray<Pick<Formation, "formation" | "seats">>,
  checked: ReadonlyArray<Pick<Checked, "formation" | "status">>
): ReadonlyArray<Count> => {
  const counts = new Map<string, { -readonly [Field in keyof Count]: Count[Field] }>(formations.map(({ formation, seats }) =>
    [formation, { formation, seats, applications: 0, eligible: 0, ineligible: 0, open: 0 }] as const
  ))
  for (const { formation, status } of checked) {
    const own = counts.get(formation)
    if (own === undefined) continue
    own.applications++
    own[isOpen(status) ? "open" : status]++
  }
  return [...counts.values()].sort((a, b) => a.formation < b.formation ? -1 : 1)
}

/**
 * The result in canonical JSON (RFC 8785): the bytes that a committee decides, whatever the language of the announcement.
 *
 * **Example** (Nobody applied)
 *
 * ```ts
 * import { Result } from "effect"
 * import { AdministrativeResult } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * AdministrativeResult.text(Primitives.portable, { ruleSet: "cpns-2024", policy: "protected", rows: [], open: 0 }) // => Result.succeed("{\"applicants\":[],\"kind\":\"administrative-result\",\"policy\":\"protected\",\"ruleSet\":\"cpns-2024\"}")
 * ```
 *
 * @category encoding
 * @since 0.1.0
 */
export const text = (
  primitives: Canonicalizer,
  { policy, rows, ruleSet }: AdministrativeResult
): Result.Result<string, CanonicalJson.NotPublishable> =>
  CanonicalJson.write(primitives, {
    kind: "administrative-result",
    ruleSet,
    policy,
    applicants: rows.map(({ applicant, code, formation, grounds }) => ({
      applicant,
      formation,
      code,
      ...(grounds.length === 0 ? {} : { grounds: grounds.map(({ provision, requirement }) => ({ requirement, provision })) })
    }))
  })

/**
 * SHA-256 of {@link text} in hexadecimal: what a decision about the result names.
 *
 * **Example** (64 digits)
 *
 * ```ts
 * import { Result } from "effect"
 * import { AdministrativeResult } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const digest = AdministrativeResult.digest(Primitives.portable, { ruleSet: "cpns-2024", policy: "protected", rows: [], open: 0 })
 * Result.getOrThrow(digest).length // => 64
 * ```
 *
 * @category encoding
 * @since 0.1.0
 */
export const digest = (
  primitives: Hash & Canonicalizer,
  result: AdministrativeResult
): Result.Result<string, CanonicalJson.NotPublishable> =>
  Result.map(text(primitives, result), (written) => Bytes.hex(primitives.sha256(Bytes.utf8(written))))

const isOpen = (status: Checked["status"]): status is "disputed" | "incomplete" =>
  status === "disputed" || status === "incomplete"
