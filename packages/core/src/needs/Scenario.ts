/**
 * A scenario is a diff on a baseline: what would change if growth, a ceiling, a weight, a norm or a policy were different.
 *
 * The baseline is any document of plain data. The answer is differences by unit and job family, never only totals.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Fraction } from "../number/index.ts"
import type { Claim } from "./Claim.ts"

// --- models ---

/**
 * One step into a document: a field by its name, an element of a list by its `id`, or all elements whose fields equal
 * those given.
 *
 * @category models
 * @since 0.1.0
 */
export type Segment = string | { readonly [field: string]: string | number | boolean }

/**
 * One change of the places that a path leads to; it leads to at least one.
 *
 * `set` puts a value of the same kind. `add` and `multiply` work on numbers, exactly.
 *
 * @category models
 * @since 0.1.0
 */
export type Change =
  | { readonly at: ReadonlyArray<Segment>; readonly set: unknown }
  | { readonly at: ReadonlyArray<Segment>; readonly add: Fraction.Numeral }
  | { readonly at: ReadonlyArray<Segment>; readonly multiply: Fraction.Numeral }

/**
 * A named diff. No two changes may touch the same place, so that their order never decides.
 *
 * @category models
 * @since 0.1.0
 */
export interface Scenario {
  readonly id: string
  readonly title: string
  readonly changes: ReadonlyArray<Change>
}

/**
 * One cell that differs.
 *
 * @category models
 * @since 0.1.0
 */
export interface Difference {
  readonly unit: string
  readonly jobFamily: string
  readonly before: Fraction.Fraction
  readonly after: Fraction.Fraction
  readonly change: Fraction.Fraction
}

// --- errors ---

/**
 * A path leads to nothing.
 *
 * @category errors
 * @since 0.1.0
 */
export class PathAbsent extends Data.TaggedError("PathAbsent")<{
  readonly scenario: string
  readonly at: ReadonlyArray<Segment>
  /** The segment that found nothing. */
  readonly segment: Segment
  /** Names of what stands there. */
  readonly present: ReadonlyArray<string>
  /** The name there that is spelt most alike, where a host has looked for one. */
  readonly nearest?: string
}> {
  override get message(): string {
    return `scenario ${JSON.stringify(this.scenario)}: ${JSON.stringify(this.segment)} of ${
      JSON.stringify(this.at)
    } is absent from the baseline; there ${this.present.length === 0 ? "is nothing" : `are ${this.present.slice(0, 8).join(", ")}${this.present.length > 8 ? ` and ${this.present.length - 8} more` : ""}`}${this.nearest === undefined ? "" : `; is it ${this.nearest}?`}`
  }
}

/**
 * A change does not fit what stands there.
 *
 * @category errors
 * @since 0.1.0
 */
export class ChangeRefused extends Data.TaggedError("ChangeRefused")<{
  readonly scenario: string
  readonly at: ReadonlyArray<Segment>
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `scenario ${JSON.stringify(this.scenario)}, change at ${
      JSON.stringify(this.at)
    }: found ${this.found}, expected ${this.expected}`
  }
}

// --- operations ---

/**
 * The baseline with the changes of a scenario. The baseline itself stays as it is.
 *
 * **Example** (Growth one point up everywhere, and a field that is not there)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Scenario } from "@timbang/core/needs"
 * const baseline = { growth: [{ unit: "tebo", figure: "4.9" }, { unit: "bungo", figure: "5.2" }], ceiling: 120 }
 * const up = { id: "up", title: "growth one point up", changes: [{ at: ["growth", {}, "figure"], add: 1 }] }
 * Result.map(Scenario.apply(baseline, up), ({ growth }) => growth.map(({ figure }) => figure)) // => Result.succeed(["59/10", "31/5"])
 * Result.isFailure(Scenario.apply(baseline, { ...up, changes: [{ at: ["roof"], set: 1 }] })) // => true
 * ```
 *
 * @category applying
 * @since 0.1.0
 */
export const apply = <A>(baseline: A, scenario: Scenario): Result.Result<A, PathAbsent | ChangeRefused> => {
  const touched = new Set<string>()
  let changed: unknown = baseline
  for (const change of scenario.changes) {
    const done = put(changed, change, 0, "", { scenario: scenario.id, touched })
    if (Result.isFailure(done)) return Result.fail(done.failure)
    changed = done.success
  }
  return Result.succeed(changed as A)
}

/**
 * The cells in which two lists of claims differ; a cell that only one of them has counts as zero in the other.
 *
 * **Example** (A post moves)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Scenario } from "@timbang/core/needs"
 * const claims = (planner: number, helper: number) => [["planner", planner], ["helper", helper]].map(([jobFamily, people]) => ({ unit: "tebo", jobFamily: String(jobFamily), people: Fraction.make(Number(people)) }))
 * const moved = Scenario.differences(claims(3, 5), claims(4, 5))
 * moved.map(({ change, jobFamily }) => [jobFamily, Fraction.format(change)]) // => [["planner", "1"]]
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const differences = (before: ReadonlyArray<Claim>, after: ReadonlyArray<Claim>): ReadonlyArray<Difference> => {
  const cells = new Map<string, [Fraction.Fraction, Fraction.Fraction]>()
  for (const [side, claims] of [[0, before], [1, after]] as const) {
    for (const { jobFamily, people, unit } of claims) {
      const key = JSON.stringify([unit, jobFamily])
      const cell = cells.get(key) ?? [Fraction.zero, Fraction.zero]
      cell[side] = Fraction.add(cell[side], people)
      cells.set(key, cell)
    }
  }
  return [...cells].flatMap(([key, [old, now]]) => {
    const [unit, jobFamily] = JSON.parse(key) as [string, string]
    const change = Fraction.subtract(now, old)
    return change.numerator === 0n ? [] : [{ unit, jobFamily, before: old, after: now, change }]
  })
}

/**
 * Decides the baseline and every scenario, and answers the differences of each from the baseline.
 *
 * **Example** (One scenario)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Fraction } from "@timbang/core/number"
 * import { Scenario } from "@timbang/core/needs"
 * const decide = ({ nurses }: { nurses: number }) => Result.succeed([{ unit: "tebo", jobFamily: "nurse", people: Fraction.make(nurses) }])
 * const more = { id: "more", title: "two nurses more", changes: [{ at: ["nurses"], add: 2 }] }
 * const run = Scenario.run({ nurses: 5 }, [more], decide)
 * Result.map(run, ([one]) => Fraction.format(one!.differences[0]!.change)) // => Result.succeed("2")
 * ```
 *
 * @category running
 * @since 0.1.0
 */
export const run = <A, E>(
  baseline: A,
  scenarios: ReadonlyArray<Scenario>,
  decide: (document: A) => Result.Result<ReadonlyArray<Claim>, E>
): Result.Result<
  ReadonlyArray<
    {
      readonly scenario: Scenario
      readonly claims: ReadonlyArray<Claim>
      readonly differences: ReadonlyArray<Difference>
    }
  >,
  E | PathAbsent | ChangeRefused
> =>
  Result.gen(function*() {
    const before = yield* decide(baseline)
    const answers = []
    for (const scenario of scenarios) {
      const claims = yield* decide(yield* apply(baseline, scenario))
      answers.push({ scenario, claims, differences: differences(before, claims) })
    }
    return answers
  })

interface Run {
  readonly scenario: string
  readonly touched: Set<string>
}

const put = (
  place: unknown,
  change: Change,
  depth: number,
  path: string,
  run: Run
): Result.Result<unknown, PathAbsent | ChangeRefused> => {
  const segment = change.at[depth]
  if (segment === undefined) return putHere(place, change, path, run)
  const keys = keysOf(place, segment)
  if (keys.length === 0) {
    return Result.fail(new PathAbsent({ scenario: run.scenario, at: change.at, segment, present: present(place, segment) }))
  }
  const copy: unknown = Array.isArray(place) ? [...place] : { ...(place as object) }
  const fields = copy as { [key: string | number]: unknown }
  for (const key of keys) {
    const done = put(fields[key], change, depth + 1, `${path}/${key}`, run)
    if (Result.isFailure(done)) return done
    fields[key] = done.success
  }
  return Result.succeed(copy)
}

const putHere = (
  place: unknown,
  change: Change,
  path: string,
  { scenario, touched }: Run
): Result.Result<unknown, ChangeRefused> => {
  const refused = (found: string, expected: string) =>
    Result.fail(new ChangeRefused({ scenario, at: change.at, found, expected }))
  if ([...touched].some((other) => other === path || other.startsWith(`${path}/`) || path.startsWith(`${other}/`))) {
    return refused("a second change of the same place", "one change of each place")
  }
  touched.add(path)
  if ("set" in change) {
    const [was, is] = [kindOf(place), kindOf(change.set)]
    return was === is ? Result.succeed(change.set) : refused(is, `${was}, as it stands in the baseline`)
  }
  const before = typeof place === "number" || typeof place === "string" ? Fraction.parse(place) : undefined
  const by = Fraction.parse("add" in change ? change.add : change.multiply)
  if (before === undefined || Result.isFailure(before)) {
    return refused(JSON.stringify(place), "a number to add to or multiply")
  }
  if (Result.isFailure(by)) return refused(by.failure.found, "a number")
  const after = "add" in change
    ? Fraction.add(before.success, by.success)
    : Fraction.multiply(before.success, by.success)
  return Result.succeed(typeof place === "number" ? Fraction.toNumber(after) : Fraction.format(after))
}

const keysOf = (place: unknown, segment: Segment): ReadonlyArray<string | number> => {
  if (Array.isArray(place)) {
    const where = typeof segment === "string" ? { id: segment } : segment
    return place.flatMap((element: unknown, i) => (matches(element, where) ? [i] : []))
  }
  return typeof segment === "string" && typeof place === "object" && place !== null && Object.hasOwn(place, segment)
    ? [segment]
    : []
}

const matches = (element: unknown, where: Exclude<Segment, string>): boolean =>
  typeof element === "object" && element !== null &&
  Object.entries(where).every(([field, expected]) =>
    Object.hasOwn(element, field) && (element as { [field: string]: unknown })[field] === expected
  )

/** Names of what stands there: fields of a document, and of a list the identifiers or the fields that were asked for. */
const present = (place: unknown, segment: Segment): ReadonlyArray<string> => {
  if (Array.isArray(place)) {
    const fields = typeof segment === "string" || Object.keys(segment).length === 0 ? ["id"] : Object.keys(segment)
    return [...new Set(place.flatMap((element: unknown) => named(element, fields)))]
  }
  return typeof place === "object" && place !== null ? Object.keys(place) : []
}

const named = (element: unknown, fields: ReadonlyArray<string>): ReadonlyArray<string> => {
  if (typeof element !== "object" || element === null) return [String(element)]
  const own = element as { readonly [field: string]: unknown }
  const found = fields.flatMap((field) => (Object.hasOwn(own, field) ? [String(own[field])] : []))
  return [found.length === fields.length ? found.join(", ") : `{ ${Object.keys(own).join(", ")} }`]
}

/** A number and its text are one kind: a document may write either. */
const kindOf = (value: unknown): string => {
  if (value === null) return "null"
  if (Array.isArray(value)) return "a list"
  if (typeof value === "number" || (typeof value === "string" && Result.isSuccess(Fraction.parse(value)))) {
    return "a number"
  }
  return typeof value === "string" ? "a text" : typeof value === "boolean" ? "a boolean" : "a document"
}
