/**
 * How long personal data are kept: rules by the name of the part, and the round that erases what has had its time.
 *
 * @since 0.1.0
 */
import { Effect, Schedule } from "effect"
import * as Vault from "./ports/Vault.ts"

// --- models ---

/**
 * How long one kind of part is kept.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rule {
  /** Beginning of the part's name, such as `contact/`; the longest that fits decides. */
  readonly part: string
  /** Unit: days of 24 hours. */
  readonly days: number
  /** Why so long: the retention schedule of the archive, a decree, the end of the objection period. */
  readonly basis: string
}

// --- operations ---

/**
 * Until when a part is kept that is written at a moment; `undefined` where no rule fits. Units: milliseconds since 1970-01-01 UTC.
 *
 * **Example** (Contacts go earlier than papers)
 *
 * ```ts
 * import { Retention } from "@timbang/workflows"
 * const rules = [
 *   { part: "", days: 3650, basis: "JRA" },
 *   { part: "contact/", days: 365, basis: "end of the round" }
 * ]
 * Retention.keepUntil(rules, "contact/email", 0) // => 365 * 86400000
 * Retention.keepUntil(rules, "paper/str", 0) // => 3650 * 86400000
 * Retention.keepUntil([], "paper/str", 0) // => undefined
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const keepUntil = (rules: ReadonlyArray<Rule>, part: string, from: number): number | undefined => {
  const fitting = rules.filter((rule) => part.startsWith(rule.part)).sort((one, other) => other.part.length - one.part.length)
  return fitting[0] === undefined ? undefined : from + fitting[0].days * 86_400_000
}

/**
 * Erases what has had its time, now and then again on the schedule, and never ends. A vault that cannot be reached is tried again after a minute.
 *
 * @category operations
 * @since 0.1.0
 */
export const run = <A>(
  access: Vault.Access,
  every: Schedule.Schedule<A>
): Effect.Effect<never, Vault.AccessRefused, Vault.Vault> =>
  Effect.gen(function*() {
    const vault = yield* Vault.Vault
    const once = vault.expire(access).pipe(
      Effect.retry({ schedule: Schedule.spaced(60_000), while: ({ _tag }) => _tag === "VaultUnavailable" }),
      Effect.catchTag("VaultUnavailable", () => Effect.succeed(0))
    )
    yield* Effect.repeat(once, every)
    return yield* Effect.never
  })
