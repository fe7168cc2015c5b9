/**
 * Runs scenarios on a baseline: what differs by unit and job family, in people and, when posts are shared, in posts.
 *
 * @since 0.1.0
 */
import { ClaimChange, NeedScore, Scenario, type NeedModel } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import * as Scoring from "./Scoring.ts"

// --- models ---

/** What one scenario changes. */
export interface Answer {
  readonly scenario: Scenario.Scenario
  readonly changes: ReadonlyArray<ClaimChange.ClaimChange>
  readonly posts: ReadonlyArray<PostChange>
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
 * Scores the baseline and every scenario; nothing is answered when one of them is refused. A scenario sees `seats`, the
 * ceiling, beside the fields of the model, when posts are shared.
 */
export const run = (
  baseline: NeedModel.NeedModel,
  scenarios: ReadonlyArray<Scenario.Scenario>,
  seats: number | undefined
): Result.Result<ReadonlyArray<Answer>, Scoring.Problem> =>
  Result.gen(function*() {
    const before = yield* NeedScore.score(baseline)
    const postsBefore = seats === undefined ? [] : yield* Scoring.share(before.claims, seats)
    const document: NeedModel.NeedModel & { readonly seats?: number } = seats === undefined
      ? baseline
      : { ...baseline, seats }
    const answers: Array<Answer> = []
    for (const scenario of scenarios) {
      const { seats: ceiling, ...changed } = yield* Scenario.apply(document, scenario)
      const after = yield* NeedScore.score(changed)
      const postsAfter = ceiling === undefined ? [] : yield* Scoring.share(after.claims, ceiling)
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
        })
      })
    }
    return answers
  })

/** Thousandths of a person, half-up, signed. */
export const thousandths = (amount: Fraction.Fraction): number => Number(Fraction.round(amount, 3, "half-up"))
