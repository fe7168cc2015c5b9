/**
 * Objections with their answers, whatever the answer is: a rejected one stands in the log as an accepted one does.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import type { Day } from "../law/Day.ts"
import * as Chronicle from "./Chronicle.ts"
import * as Edition from "./Edition.ts"
import type { AnswerReason, Entry } from "./Entry.ts"

// --- models ---

/**
 * One objection about one result.
 *
 * @category models
 * @since 0.1.0
 */
export interface ObjectionCase {
  /** Name of the case with whoever keeps it. It is published as a commitment only. */
  readonly id: string
  /** Participant whose result is questioned. */
  readonly participant: string
  readonly filedOn: Day
  /** Last day for the answer. */
  readonly until?: Day
  readonly answer?: { readonly isAccepted: boolean; readonly on: Day; readonly reason: AnswerReason }
}

// --- errors ---

/**
 * Why a case cannot be logged.
 *
 * - `result-missing`: the log has no result of the participant.
 * - `answer-changed`: the log has another answer, or has one where the case has none.
 * - `maybe-logged`: the log has an objection about the same result, filed on the same day, that is none of the cases given.
 *   The case may be that one, under salts that are not at hand.
 *
 * @category errors
 * @since 0.1.0
 */
export class CaseRefused extends Data.TaggedError("CaseRefused")<{
  readonly problem: "result-missing" | "answer-changed" | "maybe-logged"
  readonly cases: ReadonlyArray<string>
}> {
  override get message(): string {
    return `${this.problem}: ${this.cases.slice(0, 10).join(", ")}`
  }
}

// --- operations ---

/**
 * What the log does not have yet: each objection as it was filed, about the result that counts, and each answer.
 *
 * **Details**
 *
 * Cases stand in the order of the day of filing, then of their name. A case is known again by the commitment to its name. A log
 * cannot forget, so that what may stand in it already is refused and not logged twice.
 *
 * **Example** (An objection about nothing)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Chronicle, Disclosure, ObjectionCases } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const saltOf = () => Uint8Array.from({ length: 32 }, (_, i) => i)
 * const means = { primitives: Primitives.portable, policy: Disclosure.asOfficialLists(words), saltOf }
 * const cases = [{ id: "S-1", participant: "24-1", filedOn: "2024-12-21" }] as const
 * const refused = ObjectionCases.log(means, cases, Chronicle.start())
 * Result.isFailure(refused) && refused.failure.message // => "result-missing: S-1"
 * ```
 *
 * @category phases
 * @since 0.1.0
 */
export const log = (
  means: Edition.Means,
  cases: ReadonlyArray<ObjectionCase>,
  chronicle: Chronicle.Chronicle
): Result.Result<Edition.Step, Edition.EditionError | CaseRefused> => {
  const results = new Map(Chronicle.current(chronicle, "result").map(({ entry, index }) => [entry.participant, index]))
  const entries: Array<Entry> = []
  const [without, changed, doubtful]: [Array<string>, Array<string>, Array<string>] = [[], [], []]
  const indices = Result.all(cases.map((one) => indexOf(means, chronicle, one)))
  if (Result.isFailure(indices)) return Result.fail(indices.failure)
  const claimed = new Set(indices.success)
  const isDoubtful = (about: number, on: Day): boolean =>
    [...chronicle.filed].some(([index, { objection }]) => objection.about === about && objection.on === on && !claimed.has(index))
  const order = (one: ObjectionCase) => JSON.stringify([one.filedOn, one.id])
  for (const one of cases.toSorted((a, b) => order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)) {
    const known = indexOf(means, chronicle, one)
    if (Result.isFailure(known)) return Result.fail(known.failure)
    const logged = known.success === undefined ? undefined : chronicle.filed.get(known.success)?.answer?.entry
    const { answer } = one
    if (logged !== undefined) {
      const isSame = answer !== undefined && logged.on === answer.on && logged.reason === answer.reason &&
        (logged.state === "accepted") === answer.isAccepted
      if (!isSame) changed.push(one.id)
      continue
    }
    const result = results.get(one.participant)
    if (result === undefined) {
      without.push(one.id)
      continue
    }
    if (known.success === undefined && isDoubtful(result, one.filedOn)) {
      doubtful.push(one.id)
      continue
    }
    const index = known.success ?? chronicle.size + entries.length
    if (known.success === undefined) {
      const hidden = commitmentOf(means, one)
      if (Result.isFailure(hidden)) return Result.fail(hidden.failure)
      const until = one.until === undefined ? {} : { until: one.until }
      entries.push({ kind: "objection", about: result, state: "filed", on: one.filedOn, ...until, ...hidden.success })
    }
    if (answer === undefined) continue
    const { isAccepted, on, reason } = answer
    entries.push({ kind: "objection", about: index, state: isAccepted ? "accepted" : "rejected", on, reason })
  }
  if (without.length > 0) return Result.fail(new CaseRefused({ problem: "result-missing", cases: without }))
  if (changed.length > 0) return Result.fail(new CaseRefused({ problem: "answer-changed", cases: changed }))
  if (doubtful.length > 0) return Result.fail(new CaseRefused({ problem: "maybe-logged", cases: doubtful }))
  return Result.succeed({ entries, documents: [] })
}

/**
 * Index of the objection of that case in the log; nothing where it was not logged.
 *
 * **Example** (Not logged)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Chronicle, Disclosure, ObjectionCases } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const saltOf = () => Uint8Array.from({ length: 32 }, (_, i) => i)
 * const means = { primitives: Primitives.portable, policy: Disclosure.asOfficialLists(words), saltOf }
 * ObjectionCases.indexOf(means, Chronicle.start(), { id: "S-1", participant: "24-1" }) // => Result.succeed(undefined)
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const indexOf = (
  means: Edition.Means,
  { filed }: Pick<Chronicle.Chronicle, "filed">,
  named: Pick<ObjectionCase, "id" | "participant">
): Result.Result<number | undefined, Edition.EditionError> =>
  filed.size === 0
    ? Result.succeed(undefined)
    : Result.map(commitmentOf(means, named), ({ commitments }) =>
      [...filed].find(([, { objection }]) => objection.commitments?.["case"] === commitments?.["case"])?.[0])

/** The commitment to the name of a case, by which it is known again. */
const commitmentOf = (means: Edition.Means, { id, participant }: Pick<ObjectionCase, "id" | "participant">) =>
  Edition.commit(means, `case/${id}`, participant, { case: id })
