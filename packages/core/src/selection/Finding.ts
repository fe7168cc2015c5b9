/**
 * What people found when they looked at an application: one verdict on one requirement, with who, why and on what
 * paper.
 *
 * @since 0.1.0
 */
import type { Day } from "../law/Day.ts"
import type { Requirement } from "./Requirement.ts"
import type { OutcomeCode } from "./Outcome.ts"
import { plainly } from "./Spelling.ts"

// --- models ---

/**
 * Whether a requirement is met.
 *
 * @category models
 * @since 0.1.0
 */
export type Verdict = "met" | "unmet"

/**
 * The two who look at an application, one after the other.
 *
 * @category models
 * @since 0.1.0
 */
export type Role = "verifier" | "supervisor"

/**
 * One finding. A later finding of the same role takes the place of an earlier one, which stays on record.
 *
 * @category models
 * @since 0.1.0
 */
export interface Finding {
  /** Registration number (nomor pendaftaran). */
  readonly applicant: string
  /** Identifier of a requirement of the rule set, or {@link whole}. */
  readonly requirement: string
  readonly role: Role
  /** Who found it: a staff number or another name that the agency can trace. */
  readonly by: string
  readonly verdict: Verdict
  /** The specific reason. Needed for `unmet`; empty text for `met` is fine. */
  readonly reason: string
  /** SHA-256 or reference of the paper looked at, where there is one. */
  readonly document?: string
  /** What counted, in coded form, such as `{ accreditation: "B" }`; findings on equal facts are compared. */
  readonly facts?: Readonly<Record<string, string>>
  readonly at: Day
}

/**
 * What a finding is about that speaks of the application as a whole, as an export does that knows only MS and TMS.
 *
 * **Details**
 *
 * `met` says of every requirement that it is met. `unmet` says that one is not, and its reason says which; no single
 * requirement becomes unmet by it, the application as a whole does.
 *
 * @category constants
 * @since 0.1.0
 */
export const whole = "administrasi"

/**
 * Its title beside those of the requirements.
 *
 * @category constants
 * @since 0.1.0
 */
export const wholeTitle = "Seleksi administrasi secara keseluruhan"

// --- operations ---

/**
 * The findings that speak of a requirement: its own, and those of the application as a whole that found everything met.
 *
 * **Example** (MS for the whole, and a paper of its own)
 *
 * ```ts
 * import { Finding } from "@timbang/core/selection"
 * const all = { applicant: "A1", requirement: Finding.whole, role: "verifier", by: "v1", verdict: "met", reason: "", at: "2024-09-01" } as const
 * const paper = { ...all, requirement: "str", verdict: "unmet", reason: "tanpa tanggal" } as const
 * Finding.about("str", [all, paper]).length // => 2
 * Finding.about("str", [{ ...all, verdict: "unmet", reason: "STR tanpa tanggal" }]) // => []
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const about = (requirement: string, findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> =>
  findings.filter((finding) =>
    finding.requirement === requirement || (finding.requirement === whole && finding.verdict === "met")
  )

/**
 * Says whether a refusal's reason tells the applicant something.
 *
 * **Details**
 *
 * A reason is not specific when it is empty, or only repeats the identifier or title of the requirement, or the printed
 * code or title of being ineligible.
 *
 * **Example** (A code is no reason)
 *
 * ```ts
 * import { Finding } from "@timbang/core/selection"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const codes = [{ outcome: "ineligible", code: "TMS", aliases: [], title: "Tidak memenuhi syarat", source }] as const
 * const requirement = { id: "str", title: "Surat tanda registrasi" }
 * Finding.isSpecific(" T.M.S. ", requirement, codes) // => false
 * Finding.isSpecific("STR berakhir 2024-06-30, sebelum melamar", requirement, codes) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const isSpecific = (
  reason: string,
  requirement: Pick<Requirement, "id" | "title">,
  codes: ReadonlyArray<OutcomeCode>
): boolean => {
  const plain = plainly(reason)
  const empty = codes.filter(({ outcome }) => outcome === "ineligible")
    .flatMap(({ aliases, code, title }) => [code, title, ...aliases])
  return plain !== "" && ![requirement.id, requirement.title, ...empty].some((text) => plainly(text) === plain)
}

/**
 * The finding of a role that counts: the latest. Findings of one day that contradict each other give none.
 *
 * **Example** (Looked at again)
 *
 * ```ts
 * import { Finding } from "@timbang/core/selection"
 * const first = { applicant: "A1", requirement: "str", role: "verifier", by: "v1", verdict: "unmet", reason: "tanpa tanggal", at: "2024-09-01" } as const
 * const second = { ...first, verdict: "met", reason: "", at: "2024-09-03" } as const
 * Finding.latest([second, first], "verifier") // => { _tag: "One", finding: second }
 * Finding.latest([first, { ...second, at: "2024-09-01" }], "verifier") // => { _tag: "Contradiction", at: "2024-09-01" }
 * Finding.latest([first], "supervisor") // => { _tag: "None" }
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const latest = (findings: ReadonlyArray<Finding>, role: Role): Latest => {
  const own = findings.filter((finding) => finding.role === role)
  const at = own.reduce((last, finding) => finding.at > last ? finding.at : last, "")
  const last = own.filter((finding) => finding.at === at).sort((a, b) => textOf(a) < textOf(b) ? -1 : 1)
  const [finding] = last
  if (finding === undefined) return { _tag: "None" }
  return last.every(({ verdict }) => verdict === finding.verdict) ? { _tag: "One", finding }
    : { _tag: "Contradiction", at }
}

const textOf = ({ by, reason }: Finding): string => `${by}\n${reason}`

/**
 * What {@link latest} answers.
 *
 * @category models
 * @since 0.1.0
 */
export type Latest =
  | { readonly _tag: "None" }
  | { readonly _tag: "One"; readonly finding: Finding }
  | { readonly _tag: "Contradiction"; readonly at: Day }
