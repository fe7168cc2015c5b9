/**
 * A number that a regulation sets: a list of values with the day each starts to hold, and its source.
 *
 * Nothing is overwritten. An amended regulation adds an entry, so that an old decision can be recomputed.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { Day } from "./Day.ts"
import type { LegalSource } from "./LegalSource.ts"

// --- models ---

/**
 * One value and the days it holds, both included.
 *
 * @category models
 * @since 0.1.0
 */
export interface Entry<A> {
  readonly from: Day
  /** Last day on which it holds; absent while it is in force. */
  readonly until?: Day
  readonly value: A
  readonly source: LegalSource
}

/**
 * A dated, sourced parameter of the law. Entries stand in order of `from`.
 *
 * @category models
 * @since 0.1.0
 */
export interface Parameter<A> {
  readonly name: string
  /** Name in the language of the country whose law it is. */
  readonly localName?: string
  /** Unit of the value, such as `points`, `minutes a year`, `share`. */
  readonly unit: string
  readonly values: ReadonlyArray<Entry<A>>
}

// --- errors ---

/**
 * The parameter has no value on the day asked for.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotInForce extends Data.TaggedError("NotInForce")<{
  readonly parameter: string
  readonly on: Day
  readonly firstFrom: Day | undefined
  /** Day on which the last value ended; absent where none ended before the day asked for. */
  readonly lastUntil?: Day
  /** What sets the first value. */
  readonly law: LegalSource | undefined
}> {
  override get message(): string {
    return `${this.parameter} has no value on ${this.on}; ${
      this.lastUntil !== undefined ? `its last value ended on ${this.lastUntil}` : this.firstFrom === undefined ? "it has no value at all" : `its first value starts on ${this.firstFrom}`
    }; choose another day or supply the value with its source`
  }
}

// --- operations ---

/**
 * The entry in force on a day.
 *
 * **Example** (Before and after an amendment)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Parameter } from "@timbang/core/law"
 * const weeks = {
 *   name: "objection window",
 *   unit: "days",
 *   values: [{ from: "2018-01-01", value: 3, source: { instrument: "PermenPANRB 36/2018", confidence: "unverified" } }]
 * } as const
 * Result.map(Parameter.at(weeks, "2024-01-01"), (entry) => entry.value) // => Result.succeed(3)
 * Result.isFailure(Parameter.at(weeks, "2017-12-31")) // => true
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const at = <A>(parameter: Parameter<A>, on: Day): Result.Result<Entry<A>, NotInForce> => {
  const found = parameter.values.findLast(({ from, until }) => from <= on && (until === undefined || on <= until))
  if (found !== undefined) return Result.succeed(found)
  const ended = parameter.values.findLast(({ until }) => until !== undefined && until < on)
  return Result.fail(
    new NotInForce({
      parameter: parameter.name,
      on,
      firstFrom: parameter.values[0]?.from,
      law: (ended ?? parameter.values[0])?.source,
      ...(ended?.until === undefined ? {} : { lastUntil: ended.until })
    })
  )
}
