/**
 * Runs scenarios on a baseline: what differs by unit and job family, in people and, when posts are shared, in posts.
 *
 * @since 0.1.0
 */
import { Apportionment } from "@timbang/core/formation"
import { ClaimChange, type CompositeIndex, type IndexModel, NeedScore, Scenario, type NeedModel } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import type { WorkloadFile } from "@timbang/source-files"
import { Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as Scoring from "./Scoring.ts"

// --- models ---

/** What one scenario changes. */
export interface Answer {
  readonly scenario: Scenario.Scenario
  readonly changes: ReadonlyArray<ClaimChange.ClaimChange>
  readonly positions: ReadonlyArray<PositionChange>
  readonly posts: ReadonlyArray<PostChange>
  readonly index: ReadonlyArray<IndexChange>
}

/** The composite index and the rank of one unit before and after. */
export interface IndexChange {
  readonly unit: string
  readonly before: number
  readonly after: number
  readonly rankBefore: number
  readonly rankAfter: number
}

/** What a diff may change: the fields of the model of needs, its composite index, the work behind it, and how posts are shared. */
export interface Document extends NeedModel.NeedModel {
  readonly index?: IndexModel.IndexModel
  readonly seats?: number
  readonly method?: string
  readonly bounds?: ReadonlyArray<Bound>
  readonly previous?: ReadonlyArray<Held>
  readonly pace?: { readonly rise: string; readonly fall: string; readonly atLeast: number }
  readonly norm?: { readonly workingTime: number; readonly daysPerWeek?: number }
  readonly work?: ReadonlyArray<Work>
}

/** Least and most posts of a cell. */
export interface Bound {
  readonly unit: string
  readonly jobFamily: string
  readonly min?: number
  readonly max?: number
}

/** Posts of a cell in the round before. */
export interface Held {
  readonly unit: string
  readonly jobFamily: string
  readonly seats: number
}

/** The work of a position of a unit; its tasks by name. */
export type Work = WorkloadFile.Work & { readonly unit: string; readonly position: string; readonly jobFamily: string }

/** The need of a position by its work, before rounding. */
export interface PositionNeed {
  readonly unit: string
  readonly position: string
  readonly jobFamily: string
  readonly exact: Fraction.Fraction
}

/** Computes the need of a position by its work and the norm of the document, or refuses in words. */
export type NeedOf = (work: Work, norm: NonNullable<Document["norm"]>) => Result.Result<Fraction.Fraction, CommandFailed>

/** The need of a position before and after. */
export interface PositionChange extends Omit<PositionNeed, "exact"> {
  readonly before: Fraction.Fraction
  readonly after: Fraction.Fraction
}

/** Posts of one cell before and after; `isOpen` when a draw has to settle one of them. */
export interface PostChange {
  readonly unit: string
  readonly jobFamily: string
  readonly before: number
  readonly after: number
  readonly isOpen: boolean
}

// --- operations ---

/**
 * Scores the baseline and every scenario; nothing is answered when one of them is refused. A scenario sees what the document
 * has and nothing else: `seats` and `method` where posts are shared, `work` and `norm` where the workload comes from tasks.
 */
export const run = (
  document: Document,
  scenarios: ReadonlyArray<Scenario.Scenario>,
  needOf: NeedOf
): Result.Result<ReadonlyArray<Answer>, Scoring.Problem> =>
  Result.gen(function*() {
    const before = yield* decide("", document, needOf)
    const answers: Array<Answer> = []
    for (const scenario of scenarios) {
      const changed = yield* Scenario.apply(document, scenario)
      const after = yield* decide(scenario.id, changed, needOf)
      answers.push({
        scenario,
        changes: ClaimChange.between(before.scores, after.scores),
        positions: positionsBetween(before.positions, after.positions),
        posts: postsBetween(before, after),
        index: indexBetween(document, before, changed, after)
      })
    }
    return answers
  })

interface Decided {
  readonly scores: NeedScore.NeedScores
  readonly positions: ReadonlyArray<PositionNeed>
  readonly posts: ReadonlyArray<{ readonly posts: number; readonly isOpen: boolean }>
  readonly index: CompositeIndex.Outcome | undefined
}

const decide = (scenario: string, document: Document, needOf: NeedOf): Result.Result<Decided, Scoring.Problem> =>
  Result.gen(function*() {
    const { bounds = [], index, method = "sainte-lague", norm, pace, previous = [], seats, work = [], ...model } = document
    const positions: Array<PositionNeed> = []
    for (const one of norm === undefined ? [] : work) {
      const { jobFamily, position, unit } = one
      positions.push({ unit, position, jobFamily, exact: yield* needOf(one, norm!) })
    }
    const needs = positions.length === 0 ? model : { ...model, workload: workloadOf(model.workload, positions) }
    const scores = yield* NeedScore.score(needs)
    const limits: Scoring.Limits = {
      bounds: new Map(bounds.map(({ jobFamily, max, min, unit }) => [
        Scoring.nameOf({ unit, jobFamily }),
        { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
      ])),
      ...(pace === undefined ? {} : {
        paced: {
          before: Object.fromEntries(previous.map((held) => [Scoring.nameOf(held), held.seats])),
          pace: { ...pace, rounding: "down" }
        }
      })
    }
    return {
      scores,
      positions,
      posts: seats === undefined ? [] : yield* Scoring.share(scores.claims, seats, yield* methodOf(scenario, method), limits),
      index: index === undefined ? undefined : yield* Scoring.composite(needs, index)
    }
  })

/** The workload of the model, with the sum of their positions for cells that have any. */
const workloadOf = (
  workload: NeedModel.NeedModel["workload"],
  positions: ReadonlyArray<PositionNeed>
): NeedModel.NeedModel["workload"] => {
  const sums = new Map<string, { readonly unit: string; readonly jobFamily: string; people: Fraction.Fraction }>()
  for (const { exact, jobFamily, unit } of positions) {
    const name = Scoring.nameOf({ unit, jobFamily })
    const sum = sums.get(name) ?? { unit, jobFamily, people: Fraction.zero }
    sum.people = Fraction.add(sum.people, exact)
    sums.set(name, sum)
  }
  return [
    ...workload.filter((one) => !sums.has(Scoring.nameOf(one))),
    ...[...sums.values()].map((one) => ({ ...one, people: Fraction.format(one.people) }))
  ]
}

const positionsBetween = (before: ReadonlyArray<PositionNeed>, after: ReadonlyArray<PositionNeed>): ReadonlyArray<PositionChange> =>
  after.flatMap(({ exact, ...place }) => {
    const was = before.find((one) => one.unit === place.unit && one.position === place.position)?.exact ?? Fraction.zero
    return Fraction.compare(was, exact) === 0 ? [] : [{ ...place, before: was, after: exact }]
  })

const postsBetween = (before: Decided, after: Decided): ReadonlyArray<PostChange> =>
  after.posts.flatMap(({ isOpen, posts }, at) => {
    const { jobFamily, unit } = after.scores.claims[at]!
    const was = before.scores.claims.findIndex((one) => one.unit === unit && one.jobFamily === jobFamily)
    const earlier = before.posts[was]
    return earlier?.posts === posts && !isOpen && !earlier.isOpen
      ? []
      : [{ unit, jobFamily, before: earlier?.posts ?? 0, after: posts, isOpen: isOpen || (earlier?.isOpen ?? false) }]
  })

const indexBetween = (baseline: Document, before: Decided, changed: Document, after: Decided): ReadonlyArray<IndexChange> =>
  before.index === undefined || after.index === undefined ? [] : changed.units.flatMap(({ id: unit }, at) => {
    const was = baseline.units.findIndex(({ id }) => id === unit)
    const one = {
      unit,
      before: before.index!.index[was]!,
      after: after.index!.index[at]!,
      rankBefore: before.index!.ranks[was]!,
      rankAfter: after.index!.ranks[at]!
    }
    return one.before === one.after && one.rankBefore === one.rankAfter ? [] : [one]
  })

const methodOf = (scenario: string, method: string): Result.Result<Apportionment.Method, CommandFailed> => {
  const found = Apportionment.methods.find((one) => one === method)
  return found === undefined
    ? Result.fail(new CommandFailed({ code: codes.refused, lines: [`${scenario}: method ${method}: ${Apportionment.methods.join(", ")}`] }))
    : Result.succeed(found)
}

/** Thousandths of a person, half-up, signed. */
export const thousandths = (amount: Fraction.Fraction): number => Number(Fraction.round(amount, 3, "half-up"))
