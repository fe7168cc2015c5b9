/**
 * Score sheets by chance: a rubric fixed in time, sessions, and two entries of everybody that agree.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "@timbang/core/law"
import { Day } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import type { Rubric, ScoreSheet } from "@timbang/core/selection"
import fc from "fast-check"

const source: LegalSource.LegalSource = { instrument: "By chance", confidence: "host" }

/**
 * What `ScoreSheet.finish` takes, without corrections.
 *
 * @category models
 * @since 0.1.0
 */
export type Sheet = Parameters<typeof ScoreSheet.finish>[0]

/**
 * Sheets that can be finished; a test spoils them in one place.
 *
 * **Example** (Finished)
 *
 * ```ts
 * import { ScoreSheet } from "@timbang/core/selection"
 * import { RandomScoreSheet } from "@timbang/testkit"
 * import { Result } from "effect"
 * import * as fc from "fast-check"
 * fc.sample(RandomScoreSheet.arbitrary(), 20).every((sheet) => Result.isSuccess(ScoreSheet.finish(sheet))) // => true
 * ```
 *
 * @category generators
 * @since 0.1.0
 */
export const arbitrary = (): fc.Arbitrary<Sheet> =>
  fc.record({ rubric, firstDay: fc.nat({ max: 300 }), people: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }) })
    .chain(({ firstDay, people, rubric: made }) =>
      fc.tuple(...people.map(() => cells(made))).map((scores): Sheet => {
        const on = (later: number) => Day.addDays("2024-01-01", firstDay + later)
        const participants = people.map((_, at) => `P${at + 1}`)
        return {
          rubric: { ...made, fixedOn: on(0) },
          sessions: [0, 1].map((later) => ({
            id: `S${later + 1}`,
            on: on(later),
            participants: participants.filter((_, at) => at % 2 === later)
          })),
          entries: ["a", "b"].flatMap((who) =>
            people.map((attended, at) => ({
              participant: participants[at]!,
              by: who,
              attended,
              scores: attended ? scores[at]! : {}
            }))
          ),
          corrections: []
        }
      })
    )

const rubric: fc.Arbitrary<Rubric.Rubric> = fc.array(
  fc.record({
    outOf: fc.integer({ min: 1, max: 20 }),
    decimals: fc.integer({ min: 0, max: 2 }),
    share: fc.nat({ max: 100 })
  }),
  { minLength: 1, maxLength: 4 }
).map((drawn) => {
  let left = 100
  const criteria = drawn.map(({ decimals, outOf, share }, at) => {
    const percent = at === drawn.length - 1 ? left : Math.min(left, share)
    left -= percent
    return { id: `c${at + 1}`, title: `criterion ${at + 1}`, outOf, decimals, percent }
  })
  return {
    component: "sheet",
    exam: "second",
    fixedOn: "2024-01-01",
    criteria,
    decimals: 3,
    rounding: "half-up",
    source
  }
})

const cells = ({ criteria }: Rubric.Rubric): fc.Arbitrary<Readonly<Record<string, string>>> =>
  fc.record(
    Object.fromEntries(criteria.map(({ decimals, id, outOf }) => [
      id,
      fc.integer({ min: 0, max: outOf * 10 ** decimals }).map((units) => Scaled.format(units, decimals))
    ])),
    { noNullPrototype: true }
  )
