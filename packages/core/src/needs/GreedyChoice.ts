/**
 * Choice of proposals one after the other, the most wanted first, as long as they fit the budget.
 *
 * It is what most places do, and it is not proportional: a majority of voters may decide on the whole budget.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import type { Election } from "./internal/equalShares.ts"
import * as Choice from "./Choice.ts"

// --- models ---

/**
 * What one proposal got: `In`, or `Out` because only `left` of the budget was there when its turn came; `taker` is the
 * last proposal taken before it.
 *
 * @category models
 * @since 0.1.0
 */
export type Answer =
  | {
      readonly _tag: "In"
      readonly id: string
      readonly cost: number
      readonly place: number
      readonly supporters: number
    }
  | {
      readonly _tag: "Out"
      readonly id: string
      readonly cost: number
      readonly supporters: number
      readonly left: number
      readonly taker: string | undefined
    }

/**
 * The proposals chosen, in order, with an answer to each; or the equals among which a draw is needed.
 *
 * @category models
 * @since 0.1.0
 */
export type Outcome =
  | {
      readonly _tag: "Chosen"
      readonly chosen: ReadonlyArray<string>
      readonly spent: number
      readonly answers: ReadonlyArray<Answer>
    }
  | { readonly _tag: "DrawNeeded"; readonly among: ReadonlyArray<string>; readonly chosenBefore: ReadonlyArray<string> }

// --- operations ---

/**
 * Takes the proposal with the most utility for its cost that still fits, again and again.
 *
 * **Details**
 *
 * With cost utilities that is the one with the most supporters; with a utility of 1 the one with the most supporters for
 * its cost. Proposals nobody supports are not taken.
 *
 * **Example** (The dear favourite leaves no room)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Electorate, GreedyChoice } from "@timbang/core/needs"
 * const electorate = Result.getOrThrow(Electorate.ofBallots([{ approves: ["hall"], count: 6 }, { approves: ["well", "path"], count: 4 }]))
 * const projects = [{ id: "hall", cost: 9 }, { id: "well", cost: 2 }, { id: "path", cost: 1 }]
 * const choice = { projects, electorate, budget: 10, utility: "cost", lots: ["path", "well"] } as const
 * Result.map(GreedyChoice.choose(choice), (outcome) => outcome._tag === "Chosen" && outcome.chosen) // => Result.succeed(["hall", "path"])
 * ```
 *
 * @category choosing
 * @since 0.1.0
 */
export const choose = (choice: Choice.Choice): Result.Result<Outcome, Choice.ChoiceRefused> =>
  Result.map(Choice.compile(choice), (election) => {
    const { projects } = choice
    const { equals, refused, taken } = extend(election, choice.budget, [])
    const ids = (positions: ReadonlyArray<number>) => positions.map((p) => projects[p]!.id)
    if (equals !== undefined) return { _tag: "DrawNeeded", among: ids(equals).sort(), chosenBefore: ids(taken) }
    const answers = projects.map(({ cost, id }, p): Answer => {
      const place = taken.indexOf(p)
      const supporters = election.support[p]!
      if (place >= 0) return { _tag: "In", id, cost, place: place + 1, supporters }
      const { left, taker } = refused.get(p) ?? { left: choice.budget, taker: undefined }
      return { _tag: "Out", id, cost, supporters, left, taker: taker === undefined ? undefined : projects[taker]!.id }
    })
    return { _tag: "Chosen", chosen: ids(taken), spent: taken.reduce((sum, p) => sum + projects[p]!.cost, 0), answers }
  })

/**
 * Goes on from proposals already bought; for completing equal shares.
 *
 * @internal
 */
export const extend = (
  election: Election,
  budget: number,
  bought: ReadonlyArray<number>
): {
  readonly taken: ReadonlyArray<number>
  readonly equals: ReadonlyArray<number> | undefined
  readonly refused: ReadonlyMap<number, { readonly left: number; readonly taker: number | undefined }>
} => {
  const { costs, support, utility } = election
  let left = bought.reduce((rest, p) => rest - costs[p]!, budget)
  const taken: Array<number> = []
  const refused = new Map<number, { readonly left: number; readonly taker: number | undefined }>()
  const isDone = new Set(bought)
  // Votes for the cost as a cross product of whole numbers, exact by way of bigint.
  const order = (a: number, b: number) => {
    if (utility === "cost") return support[b]! - support[a]!
    const difference = BigInt(support[b]!) * BigInt(costs[a]!) - BigInt(support[a]!) * BigInt(costs[b]!)
    return difference === 0n ? 0 : difference > 0n ? 1 : -1
  }
  const ranked = costs
    .map((_, p) => p)
    .filter((p) => support[p]! > 0 && !isDone.has(p))
    .sort(order)
  while (ranked.length > 0) {
    const equal = ranked.filter((p) => order(p, ranked[0]!) === 0)
    const fitting = equal.filter((p) => costs[p]! <= left)
    for (const p of equal) {
      if (costs[p]! <= left) continue
      refused.set(p, { left, taker: taken.at(-1) })
      ranked.splice(ranked.indexOf(p), 1)
    }
    if (fitting.length === 0) continue
    const isFree = fitting.reduce((total, p) => total + costs[p]!, 0) <= left
    const winner = fitting.length === 1 ? fitting[0] : election.settle(fitting, isFree)
    if (winner === undefined) return { taken, equals: fitting, refused }
    taken.push(winner)
    left -= costs[winner]!
    ranked.splice(ranked.indexOf(winner), 1)
  }
  return { taken, equals: undefined, refused }
}
