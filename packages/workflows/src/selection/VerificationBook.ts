/**
 * Teams that verify applications: who looks at which, how far they are, what they found with the reason, and what was handed over. A fold of the
 * journal; whether a reason is specific is decided by `Finding` of the core.
 *
 * @since 0.1.0
 */
import type { Day } from "@timbang/core/law"
import { Finding, type RuleSet } from "@timbang/core/selection"
import { Data, Effect, Schema, Stream } from "effect"
import type * as Actor from "../Actor.ts"
import { decoded } from "../internal/Bodies.ts"
import { dayOf } from "../internal/LocalTime.ts"
import * as Text from "../internal/Text.ts"
import type { Journal } from "../ports/index.ts"

// --- models ---

/**
 * One application and the two accounts that look at it, one after the other.
 *
 * @category models
 * @since 0.1.0
 */
export type Assignment = typeof AssignedSchema.Type

/**
 * One role of one application that went from one account to another, and why; `by` recorded it. What the first account found stays its own.
 *
 * @category models
 * @since 0.1.0
 */
export interface HandOver {
  readonly applicant: string
  readonly role: Finding.Role
  readonly from: string
  readonly to: string
  readonly by: string
  readonly reason: string
  readonly at: Day.Day
}

/**
 * All assignments by applicant as they stand, every hand-over and every finding in the order in which it came.
 *
 * @category models
 * @since 0.1.0
 */
export interface Book {
  readonly assignments: ReadonlyMap<string, Assignment>
  readonly handOvers: ReadonlyArray<HandOver>
  readonly findings: ReadonlyArray<Finding.Finding>
  /** Position of the journal from which to read on. */
  readonly next: number
}

/**
 * How far one account is in one role. Unit: applications; one is done when each requirement has a finding of that account's role.
 *
 * @category models
 * @since 0.1.0
 */
export interface Progress {
  readonly account: string
  readonly role: Finding.Role
  readonly assigned: number
  readonly done: number
}

// --- errors ---

/**
 * Why something cannot be recorded.
 *
 * - `SamePerson`: verifier and supervisor of one application would be one account, now or by what it has found already.
 * - `Begun`: the application has findings, so that nobody else is assigned to it.
 * - `NotAssigned`: the application is not assigned to this account in this role.
 * - `Unassigned`: the application is assigned to nobody. `HoldsIt`: the account to which it is handed has it. `ToYourself`: whoever records
 *   a hand-over is not the one who receives it. `ReasonMissing`: a hand-over says why.
 * - `RequirementUnknown`: the rule set has no such requirement. `ReasonNotSpecific`: a refusal that tells the applicant nothing.
 * - `TooLong`: a text of more than 2000 characters. `Personal`: what is built like an identity number. `Name`: an identifier that is none.
 *
 * @category errors
 * @since 0.1.0
 */
export type Fault = "SamePerson" | "Begun" | "NotAssigned" | "Unassigned" | "HoldsIt" | "ToYourself" | "ReasonMissing" | "RequirementUnknown" | "ReasonNotSpecific" | "TooLong" | "Personal" | "Name"

/**
 * Nothing was recorded.
 *
 * @category errors
 * @since 0.1.0
 */
export class VerificationRefused extends Data.TaggedError("VerificationRefused")<{ readonly faults: ReadonlyArray<Fault> }> {
  override get message(): string {
    return `nothing was recorded: ${this.faults.join(", ")}; correct it and send it again`
  }
}

// --- constants ---

/**
 * The stream of the journal.
 *
 * @category constants
 * @since 0.1.0
 */
export const stream = "verifikasi"

/**
 * A book without anything in it.
 *
 * @category constants
 * @since 0.1.0
 */
export const empty: Book = { assignments: new Map(), handOvers: [], findings: [], next: 0 }

const AssignedSchema = Schema.Struct({ applicant: Schema.String, verifier: Schema.String, supervisor: Schema.String })
const role = Schema.Literals(["verifier", "supervisor"])
const HandedSchema = Schema.Struct({ applicant: Schema.String, role, to: Schema.String, reason: Schema.String })
const FoundSchema = Schema.Struct({
  applicant: Schema.String,
  requirement: Schema.String,
  role,
  verdict: Schema.Literals(["met", "unmet"]),
  reason: Schema.String,
  document: Schema.optionalKey(Schema.String)
})
const kinds = { assigned: "verification.assigned", handed: "verification.handed-over", found: "verification.found" } as const
type Rules = Pick<RuleSet.RuleSet, "requirements" | "codes">

// --- reading ---

/**
 * The book with everything that was recorded since.
 *
 * @see {@link find} for an example
 * @category reading
 * @since 0.1.0
 */
export const readOn = (journal: Journal.Journal["Service"], book: Book): Effect.Effect<Book, Journal.JournalUnavailable> =>
  Effect.map(Stream.runCollect(journal.read({ stream, from: book.next })), (entries) => fold(book, entries))

/**
 * How far every account is, by account and role.
 *
 * **Example** (Nothing is assigned)
 *
 * ```ts
 * import { VerificationBook } from "@timbang/workflows"
 * VerificationBook.progressOf(VerificationBook.empty, { requirements: [] }) // => []
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const progressOf = ({ assignments, findings }: Book, { requirements }: Pick<Rules, "requirements">): ReadonlyArray<Progress> => {
  const found = new Set(findings.map(({ applicant, requirement, role }) => JSON.stringify([applicant, role, requirement])))
  const all = new Map<string, Progress>()
  for (const assignment of assignments.values()) {
    for (const role of ["verifier", "supervisor"] as const) {
      const account = assignment[role]
      const key = JSON.stringify([account, role])
      const before = all.get(key) ?? { account, role, assigned: 0, done: 0 }
      const isDone = requirements.every(({ id }) => found.has(JSON.stringify([assignment.applicant, role, id])))
      all.set(key, { ...before, assigned: before.assigned + 1, done: before.done + (isDone ? 1 : 0) })
    }
  }
  return [...all.entries()].toSorted(([a], [b]) => a < b ? -1 : 1).map(([, progress]) => progress)
}

/**
 * The findings that count: the last of each role on each requirement of an application, whoever held the role. A day alone does not
 * tell a slip from its correction an hour later; the order of the book does.
 *
 * **Example** (A slip, corrected on the same day)
 *
 * ```ts
 * import { VerificationBook } from "@timbang/workflows"
 * const slip = { applicant: "P1", requirement: "str", role: "verifier", by: "a.2", verdict: "unmet", reason: "STR tanpa tanggal", at: "2026-09-01" } as const
 * const findings = [slip, { ...slip, verdict: "met", reason: "" }] as const
 * VerificationBook.counting({ ...VerificationBook.empty, findings }).map(({ verdict }) => verdict) // => ["met"]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const counting = ({ findings }: Pick<Book, "findings">): ReadonlyArray<Finding.Finding> =>
  [...new Map(findings.map((finding) => [JSON.stringify([finding.applicant, finding.requirement, finding.role]), finding])).values()]

/**
 * The applications that an account holds in a role, such as somebody's who leaves.
 *
 * **Example** (Nothing is assigned)
 *
 * ```ts
 * import { VerificationBook } from "@timbang/workflows"
 * VerificationBook.heldBy(VerificationBook.empty, "a.2", "verifier") // => []
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const heldBy = ({ assignments }: Book, account: string, role: Finding.Role): ReadonlyArray<string> =>
  [...assignments.values()].flatMap((each) => each[role] === account ? [each.applicant] : [])

// --- recording ---

/**
 * Assigns applications; an application without findings may be assigned anew. All of them or none.
 *
 * @see {@link find} for an example
 * @category recording
 * @since 0.1.0
 */
export const assign = (journal: Journal.Journal["Service"], actor: Actor.Actor, assignments: ReadonlyArray<Assignment>, key: string) =>
  recording(journal, actor, kinds.assigned, assignments, ({ findings }) =>
    assignments.flatMap(({ applicant, supervisor, verifier }): ReadonlyArray<Fault> => [
      ...([applicant, supervisor, verifier].every(Text.isName) ? [] : ["Name" as const]),
      ...(Text.holdsIdentityNumber(applicant) ? ["Personal" as const] : []),
      ...(supervisor === verifier ? ["SamePerson" as const] : []),
      ...(findings.some((finding) => finding.applicant === applicant) ? ["Begun" as const] : [])
    ]), key)

/**
 * Hands one role of applications to another account, begun or not, and records by whom and why; all of them or none. Earlier findings stay
 * under the account that made them, and count until the new account finds otherwise.
 *
 * **Details**
 *
 * The new account is never the one of the other role, and has found nothing in that role on the application. Nobody records that an
 * application comes to themself. {@link heldBy} gives what an account holds.
 *
 * **Example** (The verifier has left)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { VerificationBook } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const chief = { id: "a.1", role: "ketua", unit: "bkpsdm" }
 * const handed = { applicant: "P1", role: "verifier", to: "a.4", reason: "Pindah tugas, SK 800/12/2026" } as const
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   yield* VerificationBook.assign(journal, chief, [{ applicant: "P1", verifier: "a.2", supervisor: "a.3" }], "k1")
 *   const refused = yield* Effect.flip(VerificationBook.handOver(journal, chief, [{ ...handed, to: "a.3" }], "k2"))
 *   yield* VerificationBook.handOver(journal, chief, [handed], "k3")
 *   const { assignments, handOvers } = yield* VerificationBook.readOn(journal, VerificationBook.empty)
 *   return [refused._tag === "VerificationRefused" && refused.faults, assignments.get("P1")?.verifier, handOvers[0]?.from]
 * })
 * await Effect.runPromise(Effect.provide(program, Journal.layerMemory)) // => [["SamePerson"], "a.4", "a.2"]
 * ```
 *
 * @category recording
 * @since 0.1.0
 */
export const handOver = (journal: Journal.Journal["Service"], actor: Actor.Actor, handed: ReadonlyArray<typeof HandedSchema.Type>, key: string) =>
  recording(journal, actor, kinds.handed, handed, (book) => handed.length === 0 ? ["Unassigned"] : handed.flatMap((each) => handOverFaults(book, actor, each)), key)

const handOverFaults = (
  { assignments, findings, handOvers }: Book,
  actor: Actor.Actor,
  { applicant, reason, role, to }: typeof HandedSchema.Type
): ReadonlyArray<Fault> => {
  const other = role === "verifier" ? "supervisor" : "verifier"
  const assignment = assignments.get(applicant)
  const last = handOvers.findLast((each) => each.applicant === applicant && each.role === role)
  const isRepeat = last?.to === to && last.by === actor.id && last.reason === reason
  const hasFoundAsOther = findings.some((finding) => finding.applicant === applicant && finding.role === other && finding.by === to)
  return [
    ...(Text.isName(to) ? [] : ["Name" as const]),
    ...(assignment === undefined ? ["Unassigned" as const] : []),
    ...(assignment?.[role] === to && !isRepeat ? ["HoldsIt" as const] : []),
    ...(assignment?.[other] === to || hasFoundAsOther ? ["SamePerson" as const] : []),
    ...(actor.id === to ? ["ToYourself" as const] : []),
    ...(reason.trim() === "" ? ["ReasonMissing" as const] : []),
    ...(reason.length > 2000 ? ["TooLong" as const] : []),
    ...(Text.holdsIdentityNumber(reason) ? ["Personal" as const] : [])
  ]
}

/**
 * Records what an account found about one requirement of an application that is assigned to it.
 *
 * **Example** (A refusal without a reason, and with one)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { VerificationBook } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const rules = { requirements: [{ _tag: "Document", id: "str", title: "STR", decidedBy: "instansi", source }], codes: [] } as const
 * const account = (id: string) => ({ id, role: "verifier", unit: "bkpsdm" })
 * const finding = { applicant: "P1", requirement: "str", role: "verifier", verdict: "unmet", reason: "" } as const
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   yield* VerificationBook.assign(journal, account("a.1"), [{ applicant: "P1", verifier: "a.2", supervisor: "a.3" }], "k1")
 *   const refused = yield* Effect.flip(VerificationBook.find(journal, account("a.2"), rules, finding, "k2"))
 *   yield* VerificationBook.find(journal, account("a.2"), rules, { ...finding, reason: "STR berakhir 2024-06-30" }, "k3")
 *   const book = yield* VerificationBook.readOn(journal, VerificationBook.empty)
 *   return [refused._tag === "VerificationRefused" && refused.faults, VerificationBook.progressOf(book, rules)]
 * })
 * await Effect.runPromise(Effect.provide(program, Journal.layerMemory)) // => [["ReasonNotSpecific"], [{ account: "a.2", role: "verifier", assigned: 1, done: 1 }, { account: "a.3", role: "supervisor", assigned: 1, done: 0 }]]
 * ```
 *
 * @category recording
 * @since 0.1.0
 */
export const find = (journal: Journal.Journal["Service"], actor: Actor.Actor, rules: Rules, found: typeof FoundSchema.Type, key: string) =>
  recording(journal, actor, kinds.found, [found], ({ assignments }) => {
    const faults: Array<Fault> = []
    const requirement = rules.requirements.find(({ id }) => id === found.requirement)
    if (assignments.get(found.applicant)?.[found.role] !== actor.id) faults.push("NotAssigned")
    if (requirement === undefined) faults.push("RequirementUnknown")
    else if (found.verdict === "unmet" && !Finding.isSpecific(found.reason, requirement, rules.codes)) faults.push("ReasonNotSpecific")
    if (found.reason.length > 2000) faults.push("TooLong")
    if (Text.holdsIdentityNumber(found.reason)) faults.push("Personal")
    return faults
  }, key)

/** Two who write at once do not both pass the check: the second sees what the first recorded. */
const recording = (
  journal: Journal.Journal["Service"],
  actor: Actor.Actor,
  kind: (typeof kinds)[keyof typeof kinds],
  bodies: ReadonlyArray<object>,
  check: (book: Book) => ReadonlyArray<Fault>,
  key: string
): Effect.Effect<void, VerificationRefused | Journal.AppendError> =>
  Effect.retry(
    Effect.gen(function*() {
      const at = yield* journal.size(stream)
      const book = yield* readOn(journal, empty)
      const entries = bodies.map((body) => ({ kind, body: JSON.stringify(body) }))
      const faults = check(book)
      if (faults.length > 0) return yield* new VerificationRefused({ faults: [...new Set(faults)] })
      yield* journal.append(stream, { actor, entries, at, key })
    }),
    { times: 10, while: ({ _tag }) => _tag === "PositionTaken" }
  )

const fold = (book: Book, entries: ReadonlyArray<Journal.Entry>): Book => {
  const assignments = new Map(book.assignments)
  const handOvers = [...book.handOvers]
  const findings = [...book.findings]
  for (const { actor, body, kind, recordedAt } of entries) {
    if (kind === kinds.assigned) {
      const made = decoded(AssignedSchema, body)
      if (made !== undefined) assignments.set(made.applicant, made)
    } else if (kind === kinds.handed) {
      const made = decoded(HandedSchema, body)
      const before = made === undefined ? undefined : assignments.get(made.applicant)
      // The same hand-over under another key is the one that was recorded.
      if (made === undefined || before === undefined || before[made.role] === made.to) continue
      handOvers.push({ ...made, from: before[made.role], by: actor.id, at: dayOf(recordedAt) })
      assignments.set(made.applicant, { ...before, [made.role]: made.to })
    } else if (kind === kinds.found) {
      const made = decoded(FoundSchema, body)
      if (made !== undefined) findings.push({ ...made, by: actor.id, at: dayOf(recordedAt) })
    }
  }
  return { assignments, handOvers, findings, next: (entries.at(-1)?.position ?? book.next - 1) + 1 }
}
