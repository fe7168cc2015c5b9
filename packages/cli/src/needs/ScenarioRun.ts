/**
 * Runs scenarios on a baseline: what differs by unit and job family, in people and, when posts are shared, in posts.
 *
 * @since 0.1.0
 */
import { Apportionment } from "@timbang/core/formation"
import { ClaimChange, type IndexModel, NeedScore, Scenario, type NeedModel } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as Scoring from "./Scoring.ts"

// --- models ---

/** What one scenario changes. */
export interface Answer {
  readonly scenario: Scenario.Scenario
  readonly changes: ReadonlyArray<ClaimChange.ClaimChange>
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

/** What a diff may change: the fields of the model of needs, its composite index, and how posts are shared. */
type Document = NeedModel.NeedModel & {
  readonly index?: IndexModel.IndexModel
  readonly seats?: number
  readonly method?: string
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
 * Scores the baseline and every scenario; nothing is answered when one of them is refused. A scenario sees `index`, where
 * the model has one, and `seats` and `method`, where posts are shared, beside the fields of the model of needs.
 */
export const run = (
  baseline: NeedModel.NeedModel,
  index: IndexModel.IndexModel | undefined,
  scenarios: ReadonlyArray<Scenario.Scenario>,
  seats: number | undefined
): Result.Result<ReadonlyArray<Answer>, Scoring.Problem> =>
  Result.gen(function*() {
    const before = yield* NeedScore.score(baseline)
    const postsBefore = seats === undefined ? [] : yield* Scoring.share(before.claims, seats)
    const indexBefore = index === undefined ? undefined : yield* Scoring.composite(baseline, index)
    const document: Document = {
      ...baseline,
      ...(index === undefined ? {} : { index }),
      ...(seats === undefined ? {} : { seats, method: "sainte-lague" })
    }
    const answers: Array<Answer> = []
    for (const scenario of scenarios) {
      const { index: indexNow, method, seats: ceiling, ...changed } = yield* Scenario.apply(document, scenario)
      const after = yield* NeedScore.score(changed)
      const postsAfter = ceiling === undefined
        ? []
        : yield* Scoring.share(after.claims, ceiling, yield* methodOf(scenario.id, method ?? "sainte-lague"))
      const indexAfter = indexNow === undefined ? undefined : yield* Scoring.composite(changed, indexNow)
      answers.push({
        scenario,
        changes: ClaimChange.between(before, after),
        posts: postsAfter.flatMap(({ isOpen, posts }, at) => {
          const { jobFamily, unit } = after.claims[at]!
          const was = before.claims.findIndex((one) => one.unit === unit && one.jobFamily === jobFamily)
          const earlier = postsBefore[was]
          return earlier?.posts === posts && !isOpen && !earlier.isOpen
            ? []
            : [{
              unit,
              jobFamily,
              before: earlier?.posts ?? 0,
              after: posts,
              isOpen: isOpen || (earlier?.isOpen ?? false)
            }]
        }),
        index: indexBefore === undefined || indexAfter === undefined ? [] : changed.units.flatMap(({ id: unit }, at) => {
          const was = baseline.units.findIndex(({ id }) => id === unit)
          const one = {
            unit,
            before: indexBefore.index[was]!,
            after: indexAfter.index[at]!,
            rankBefore: indexBefore.ranks[was]!,
            rankAfter: indexAfter.ranks[at]!
          }
          return one.before === one.after && one.rankBefore === one.rankAfter ? [] : [one]
        })
      })
    }
    return answers
  })

const methodOf = (scenario: string, method: string): Result.Result<Apportionment.Method, CommandFailed> => {
  const found = Apportionment.methods.find((one) => one === method)
  return found === undefined
    ? Result.fail(new CommandFailed({ code: codes.refused, lines: [`${scenario}: method ${method}: ${Apportionment.methods.join(", ")}`] }))
    : Result.succeed(found)
}

/** Thousandths of a person, half-up, signed. */
export const thousandths = (amount: Fraction.Fraction): number => Number(Fraction.round(amount, 3, "half-up"))
