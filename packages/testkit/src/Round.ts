/**
 * Made-up rounds for one rule set: few formations, few distinct scores, many ties, some recorded facts.
 *
 * @since 0.1.0
 */
import type { Formation } from "@timbang/core/formation"
import { Scaled } from "@timbang/core/number"
import { Cohort, type Event, type ExamComponent, type RuleSet, Selection, Threshold } from "@timbang/core/selection"
import { Result } from "effect"
import fc from "fast-check"
import * as Completion from "./Completion.ts"
import * as Policies from "./Policies.ts"

// --- models ---

/**
 * One participant of a made-up round.
 *
 * @category models
 * @since 0.1.0
 */
export interface Person {
  readonly row: Cohort.Row
  readonly events: ReadonlyArray<Event.Event>
  /** Place in a letter that settles ties, before the row's own position. */
  readonly draw: number
}

/**
 * A made-up round. Every number of its rule set is known.
 *
 * @category models
 * @since 0.1.0
 */
export interface Round {
  readonly ruleSet: RuleSet.RuleSet
  readonly formations: ReadonlyArray<Formation.Formation>
  readonly people: ReadonlyArray<Person>
  readonly choice: Policies.Choice
}

// --- generators ---

/**
 * Rounds of a rule set under some policies; what the rule set does not know is filled by chance.
 *
 * **Details**
 *
 * Scores are drawn from few values around the minimums, so that ties, boundaries and empty seats are common. At most
 * `people` participants (24) in at most five formations of at most three seats.
 *
 * **Example** (Two rounds of one seed are the same)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * import { Policies, Round } from "@timbang/testkit"
 * import * as fc from "fast-check"
 * const sample = () => fc.sample(Round.arbitrary(Specimen.ruleSet, Policies.any), { numRuns: 1, seed: 7 })
 * JSON.stringify(sample()) === JSON.stringify(sample()) // => true
 * ```
 *
 * @category generators
 * @since 0.1.0
 */
export const arbitrary = (
  ruleSet: RuleSet.RuleSet,
  policies: Policies.Policies,
  people = 24
): fc.Arbitrary<Round> =>
  fc.tuple(Completion.complete(ruleSet), formations(ruleSet)).chain(([completed, cells]) =>
    fc.record({
      ruleSet: fc.constant(completed),
      formations: fc.constant(cells),
      people: peopleOf(completed, cells, people),
      choice: Policies.choose(policies)
    })
  ).map((round) => ({ ...round, [fc.toStringMethod]: () => describe(round) }))

/**
 * Lists of formations that a rule set has thresholds for: few positions and places, every kind of need, 0 to 3 seats.
 *
 * **Example** (Every formation has a group)
 *
 * ```ts
 * import { Specimen, Threshold } from "@timbang/core/selection"
 * import { Round } from "@timbang/testkit"
 * import * as fc from "fast-check"
 * const [cells] = fc.sample(Round.formations(Specimen.ruleSet), 1)
 * cells.every((cell) => Threshold.groupOf(Specimen.ruleSet.thresholds.groups, cell) !== undefined) // => true
 * ```
 *
 * @category generators
 * @since 0.1.0
 */
export const formations = (ruleSet: RuleSet.RuleSet): fc.Arbitrary<ReadonlyArray<Formation.Formation>> => {
  const { groups } = ruleSet.thresholds
  const kinds = [...new Set(ruleSet.filling?.passes.flatMap(({ agencyKinds }) => agencyKinds ?? []) ?? []), "other"]
  const general = ruleSet.categories.filter((category) => category.general).map(({ id }) => id)
  const others = ruleSet.categories.filter((category) => !category.general).map(({ id }) => id)
  // Half of the cells are general and most have one position and education, so that they can fill each other.
  const cell = fc.record({
    position: fc.constantFrom(
      ...often("Surveyor", 6),
      ...groups.flatMap(({ positions }) => positions?.slice(0, 1) ?? [])
    ),
    education: fc.constantFrom(...often("Bachelor", 6), "Diploma"),
    location: fc.constantFrom("North", "South"),
    category: fc.constantFrom(...general.flatMap((id) => often(id, Math.max(1, others.length))), ...others),
    seats: fc.integer({ min: 0, max: 3 }),
    agencyKind: fc.constantFrom(...kinds)
  }).filter((made) => Threshold.groupOf(groups, { formation: "", ...made }) !== undefined)
  return fc.array(cell, { minLength: 1, maxLength: 5, size: "max" }).map((cells) =>
    cells.map((made, at) => ({ formation: `F${at + 1}`, ...made }))
  )
}

/** Half of the people share the record of one of four, so that many are equal. */
const peopleOf = (
  ruleSet: RuleSet.RuleSet,
  cells: ReadonlyArray<Formation.Formation>,
  most: number
): fc.Arbitrary<ReadonlyArray<Person>> => {
  const one = person(ruleSet, cells)
  const drawn = fc.record({ own: one, like: fc.nat({ max: 7 }) })
  return fc.tuple(fc.array(one, { minLength: 4, maxLength: 4 }), fc.array(drawn, { maxLength: most, size: "max" }))
    .map(([models, all]) =>
      all.map(({ like, own }, at) => {
        const row = { ...(models[like]?.row ?? own.row), formation: own.row.formation }
        return named({ ...own, row: withoutMissed(ruleSet, row, own.events) }, `P${String(at + 1).padStart(3, "0")}`)
      })
    )
}

const person = (ruleSet: RuleSet.RuleSet, cells: ReadonlyArray<Formation.Formation>): fc.Arbitrary<Person> => {
  const firstExam = ruleSet.shortlist?.exam ?? ruleSet.components[0]!.exam
  const secondExam = ruleSet.components.find(({ exam }) => exam !== firstExam)?.exam
  const classes = ruleSet.ranking.classes?.order.map(({ id }) => id)
  const entitlements = Cohort.entitlementsOf(ruleSet).map(({ id }) => id)
  const scores = Object.fromEntries(ruleSet.components.map((component) => [component.id, score(ruleSet, component)]))
  return fc.record({
    formation: fc.constantFrom(...often(cells[0]!.formation, cells.length), ...cells.map(({ formation }) => formation)),
    scores: fc.record(scores, { noNullPrototype: true }),
    gpa: fc.constantFrom(...often("3.10", 4), "3.50", undefined),
    birthDate: fc.constantFrom(...often("1990-01-01", 4), "1992-02-29", undefined),
    priorityClass: classes === undefined ? fc.constant(undefined) : fc.constantFrom(...classes),
    entitlements: entitlements.length === 0 ? fc.constant([])
      : fc.subarray(entitlements, { maxLength: Math.min(2, entitlements.length) }),
    fate: fc.constantFrom(...often("none" as const, 30), ...fates),
    willing: fc.constantFrom(undefined, true, false),
    draw: fc.nat({ max: 99 })
  }).map(({ birthDate, draw, fate, formation, gpa, priorityClass, willing, ...made }) => {
    const events = [
      ...eventsOf(fate, firstExam, secondExam),
      ...(willing === undefined ? []
        : [{ _tag: "PlacementAnswered", participant: "", willing, at: "2024-12-20" } as const])
    ]
    const row: Cohort.Row = {
      participant: "",
      formation,
      ...made,
      ...(gpa === undefined ? {} : { gpa }),
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(priorityClass === undefined ? {} : { priorityClass })
    }
    return { row, events, draw }
  })
}

/** Whoever was absent has no score of a later exam. */
const withoutMissed = (
  { components }: RuleSet.RuleSet,
  row: Cohort.Row,
  events: ReadonlyArray<Event.Event>
): Cohort.Row => {
  if (!events.some(({ _tag }) => _tag === "Absent")) return row
  const first = components[0]!.exam
  const sat = components.filter(({ exam }) => exam === first).map(({ id }) => id)
  return { ...row, scores: Object.fromEntries(Object.entries(row.scores).filter(([id]) => sat.includes(id))) }
}

const fates = ["absent", "disqualified", "withdrawn", "ineligible", "absent-second", "eliminated"] as const

const eventsOf = (
  fate: typeof fates[number] | "none",
  first: string,
  second: string | undefined
): ReadonlyArray<Event.Event> => {
  const early = { participant: "", exam: first, at: "2024-10-20" }
  switch (fate) {
    case "none":
      return []
    case "absent":
      return [{ _tag: "Absent", ...early }]
    case "disqualified":
      return [{ _tag: "Disqualified", reason: "remote access", ...early }]
    case "ineligible":
      return [{ _tag: "Ineligible", requirement: "age", reason: "36 completed years", ...early }]
    case "withdrawn":
      return [{ _tag: "Withdrawn", participant: "", exam: second ?? first, at: "2024-12-05" }]
    case "absent-second":
      return [{ _tag: "Absent", participant: "", exam: second ?? first, at: "2024-12-05" }]
    case "eliminated":
      return second === undefined ? []
        : [{ _tag: "Eliminated", participant: "", exam: second, test: "health", at: "2024-12-05" }]
  }
}

/** Valid scores around the minimums of a component, in units of its last decimal. */
const score = (ruleSet: RuleSet.RuleSet, component: ExamComponent.ExamComponent): fc.Arbitrary<string> => {
  const all = levels(ruleSet, component)
  const passing = all.slice(Math.floor(all.length / 2))
  return fc.constantFrom(...all, ...often(passing, 5).flat()).map((level) => Scaled.format(level, component.decimals))
}

/**
 * The few scores of a component that made-up participants have, in units of its last decimal, lowest first.
 *
 * **Example** (Around a minimum of 100)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * import { Round } from "@timbang/testkit"
 * Round.levels(Specimen.ruleSet, Specimen.ruleSet.components[0]) // => [0, 99, 100, 101, 200, 201, 300]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const levels = (ruleSet: RuleSet.RuleSet, component: ExamComponent.ExamComponent): ReadonlyArray<number> => {
  const perPoint = 10 ** component.decimals
  const lowest = component.minimum * perPoint
  const highest = (component.maximum._tag === "Known" ? component.maximum.value : 100) * perPoint
  const { step } = component
  const groups = [...ruleSet.thresholds.groups, ...(ruleSet.shortlist?.secondGroup?.groups ?? [])]
  const minimums = groups.flatMap(({ minimums: own }) => own)
    .flatMap(({ minimum, of }) => of === component.id && minimum._tag === "Known" ? [minimum.value * perPoint] : [])
  const upper = lowest + Math.floor((highest - lowest) * 2 / 3 / step) * step
  const around = [
    lowest,
    upper,
    upper + step,
    ...minimums.flatMap((minimum) => [minimum - step, minimum, minimum + step])
  ]
  const valid = [...around, lowest + Math.floor((highest - lowest) / step) * step]
    .filter((level) => level >= lowest && level <= highest && (level - lowest) % step === 0)
  return [...new Set(valid)].sort((a, b) => a - b)
}

// --- operations ---

/**
 * Runs a round, with the letter that settles ties where its choice says so. Throws where nothing could be decided.
 *
 * **Example** (Everybody has an outcome)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * import { Policies, Round } from "@timbang/testkit"
 * import * as fc from "fast-check"
 * const [round] = fc.sample(Round.arbitrary(Specimen.ruleSet, Policies.any), 1)
 * Round.runUnsafe(round).outcome.length === round.people.length // => true
 * ```
 *
 * @category running
 * @since 0.1.0
 */
export const runUnsafe = ({ choice, formations: cells, people, ruleSet }: Round): Selection.Selection => {
  const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, cells, people.map(({ row }) => row)))
  const order = people.toSorted((a, b) => a.draw - b.draw || (a.row.participant < b.row.participant ? -1 : 1))
    .map(({ row }) => row.participant)
  const letter: ReadonlyArray<Event.Event> = choice.ties === "settled-by-letter"
    ? [{ _tag: "TieSettled", order, at: "2024-12-21", letter: "B/1" }]
    : []
  const events = [...people.flatMap(({ events: own }) => own), ...letter]
  return Result.getOrThrow(Selection.run(ruleSet, cells, cohort, events, Policies.toOptions(choice)))
}

const often = <A>(item: A, times: number): ReadonlyArray<A> => Array.from({ length: times }, () => item)

const named = ({ draw, events, row }: Person, participant: string): Person => ({
  draw,
  row: { ...row, participant },
  events: events.map((event) => ({ ...event, participant } as Event.Event))
})

/** What a report shows of a counterexample: the people and their cells, not the rules. */
const describe = ({ choice, formations: cells, people }: Round): string =>
  JSON.stringify(
    { choice, formations: cells, people: people.map(({ draw, events, row }) => ({ ...row, draw, events })) },
    null,
    1
  )
