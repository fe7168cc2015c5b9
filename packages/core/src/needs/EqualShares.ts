/**
 * The method of equal shares: every voter holds an equal part of the budget, and a proposal is taken when those who want
 * it can pay for it together, the cheapest for its payers first.
 *
 * The result is a simulation that shows what the voices ask for; the plan is decided by Bappeda and TAPD.
 *
 * Source: D. Peters, G. Pierczynski, P. Skowron, "Proportional participatory budgeting with additive utilities",
 * NeurIPS 2021.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import { isSameBetween, partedAt } from "./internal/equalRaises.ts"
import { type Election, run, type Run } from "./internal/equalShares.ts"
import { Fraction } from "../number/index.ts"
import * as Choice from "./Choice.ts"
import * as GreedyChoice from "./GreedyChoice.ts"

// --- models ---

/**
 * How money left over is used.
 *
 * - `none`: it stays unspent.
 * - `add1`: every voter's money is raised by `step` (1 unless given) and everything is done again, until the proposals
 *   would cost more than the budget; the last outcome within the budget counts. Rises between which nothing can change
 *   are not run.
 * - `utility-greedy`: the rest goes to what still fits, the proposal with the most utility for its cost first.
 *
 * @category models
 * @since 0.1.0
 */
export type Completion =
  { readonly name: "none" } | { readonly name: "add1"; readonly step?: number } | { readonly name: "utility-greedy" }

/**
 * What one proposal got, and why.
 *
 * - `In`: taken, with the order and the price for one unit of weight.
 * - `Out`: its supporters had `left` of its cost; what they had spent stands in `spentOn`, the largest part first.
 * - `NoSupport`: nobody approved it. `NoUtility`: it costs nothing, so that cost utilities see no gain in it.
 *
 * Amounts are whole units of the budget, rounded to the nearest, and in the raised money of `add1`.
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
      readonly by: "equal-shares" | "greedy"
      readonly supporters: number
      readonly pricePerVoter: number
    }
  | {
      readonly _tag: "Out"
      readonly id: string
      readonly cost: number
      readonly supporters: number
      readonly left: number
      readonly spentOn: ReadonlyArray<{ readonly id: string; readonly amount: number }>
    }
  | { readonly _tag: "NoSupport"; readonly id: string; readonly cost: number }
  | { readonly _tag: "NoUtility"; readonly id: string; readonly cost: number }

/**
 * How far a choice is: rises of every voter's money so far, runs computed, and what the proposals then taken cost.
 *
 * @category models
 * @since 0.1.0
 */
export interface Progress {
  readonly raises: number
  readonly runs: number
  /** Unit: as the budget. */
  readonly spent: number
}

/**
 * The proposals chosen, in order, and an answer to every proposal; or the equals among which a draw is needed.
 *
 * @category models
 * @since 0.1.0
 */
export type Outcome =
  | {
      readonly _tag: "Chosen"
      readonly chosen: ReadonlyArray<string>
      /** Unit: as the budget. */
      readonly spent: number
      /** In the order of the proposals given. */
      readonly answers: ReadonlyArray<Answer>
      /** Rises of every voter's money by the step of `add1`. */
      readonly raises: number
      /** Runs that were computed; raises between which nothing can change need none. */
      readonly runs: number
    }
  | {
      readonly _tag: "DrawNeeded"
      /** In ascending order; give their lots as `lots`. */
      readonly among: ReadonlyArray<string>
      readonly chosenBefore: ReadonlyArray<string>
    }

// --- operations ---

/**
 * Chooses proposals by equal shares.
 *
 * **Details**
 *
 * Exact: prices are compared as fractions wherever floating point could be wrong. Equals share a price; among equals
 * with a voter in common the `tieOrder` and then the `lots` decide, else a draw is needed. A voice of weight 2 is two
 * voters.
 *
 * **Gotchas**
 *
 * A proposal that costs more than the budget takes part: with `add1` it may end the rises early. Screen such proposals
 * beforehand. The order of proposals and voices never matters.
 *
 * **Example** (Four voters, four units of money)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Electorate, EqualShares } from "@timbang/core/needs"
 * const ballots = [{ approves: ["clinic", "road"], count: 3 }, { approves: ["well"] }]
 * const electorate = Result.getOrThrow(Electorate.ofBallots(ballots))
 * const projects = [{ id: "road", cost: 3 }, { id: "clinic", cost: 2 }, { id: "well", cost: 1 }]
 * const choice = { projects, electorate, budget: 4, utility: "count" } as const
 * Result.map(EqualShares.choose(choice, { name: "none" }), (outcome) => outcome._tag === "Chosen" && outcome.chosen) // => Result.succeed(["clinic", "well"])
 * ```
 *
 * @category choosing
 * @since 0.1.0
 */
export const choose = (choice: Choice.Choice, completion: Completion): Result.Result<Outcome, Choice.ChoiceRefused> => {
  const made = steps(choice, completion)
  for (;;) {
    const step = made.next()
    if (step.done === true) return step.value
  }
}

/**
 * {@link choose} one run at a time, for a host that has to say how far it is or may be asked to stop: a choice of
 * 90,000 voters takes many runs of a tenth of a second each.
 *
 * **Example** (Run by run; two rises, of which the first changes nothing)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Electorate, EqualShares } from "@timbang/core/needs"
 * const electorate = Result.getOrThrow(Electorate.ofBallots([{ approves: ["well"] }, { approves: ["path"] }]))
 * const projects = [{ id: "well", cost: 6 }, { id: "path", cost: 5 }]
 * const steps = EqualShares.steps({ projects, electorate, budget: 6, utility: "cost" }, { name: "add1" })
 * let step = steps.next()
 * while (step.done !== true) step = steps.next()
 * Result.map(step.value, (outcome) => outcome._tag === "Chosen" && [outcome.raises, ...outcome.chosen]) // => Result.succeed([2, "path"])
 * ```
 *
 * @category choosing
 * @since 0.1.0
 */
export function* steps(
  choice: Choice.Choice,
  completion: Completion
): Generator<Progress, Result.Result<Outcome, Choice.ChoiceRefused>> {
  const election = Choice.compile(choice)
  if (Result.isFailure(election)) return Result.fail(election.failure)
  const step = completion.name === "add1" ? (completion.step ?? 1) : 1
  if (!Number.isSafeInteger(step) || step < 1) {
    return Result.fail(new Choice.ChoiceRefused({ what: "step of add1", found: String(step) }))
  }
  const weight = choice.electorate.voices.reduce((sum, voice) => sum + voice.weight, 0)
  const at = (raises: number) =>
    run(
      election.success,
      weight === 0 ? Fraction.zero : Fraction.add(Fraction.make(choice.budget, weight), Fraction.make(raises * step))
    )
  return Result.succeed(
    completion.name === "add1"
      ? yield* raised(choice, election.success, at, step)
      : outcomeOf(choice, election.success, at(0), completion.name, 0, 1)
  )
}

/**
 * Raises the money until the budget would be passed. Runs made ahead are kept while they may still show that nothing
 * differs up to them; where something does, the next run is made where the two runs seem to part.
 */
function* raised(
  choice: Choice.Choice,
  election: Election,
  at: (raises: number) => Run,
  step: number
): Generator<Progress, Outcome> {
  // With so much money every voter could pay for everything alone.
  const enough = Math.ceil(election.costs.reduce((sum, cost) => sum + cost, 0) / step)
  const ahead: Array<{ readonly raises: number; readonly run: Run }> = []
  let [raises, stride, runs] = [0, 1, 1]
  let now = at(0)
  for (;;) {
    if (now.equals !== undefined || isWhole(election, now)) break
    const next = ahead.at(-1)
    const isSame = next !== undefined && isSameBetween(now, next.run)
    if (next !== undefined && (isSame || next.raises === raises + 1)) {
      if (next.run.equals === undefined && cost(election, next.run) > choice.budget) break
      stride = isSame ? Math.max(stride, next.raises - raises) * 2 : 1
      raises = next.raises
      now = next.run
      ahead.pop()
      continue
    }
    yield { raises, runs, spent: cost(election, now) }
    const to =
      next === undefined
        ? Math.min(raises + stride, enough)
        : raises + Math.max(1, Math.floor((next.raises - raises) * (runs % 3 === 0 ? 0.5 : partedAt(now, next.run))))
    ahead.push({ raises: to, run: at(to) })
    runs++
  }
  return outcomeOf(choice, election, now, "add1", raises, runs)
}

const cost = ({ costs }: Election, { purchases }: Run): number =>
  purchases.reduce((sum, { project }) => sum + costs[project]!, 0)

/** Everything that anybody can gain from is bought; more money changes nothing. */
const isWhole = ({ costs, support, utility }: Election, { purchases }: Run): boolean =>
  purchases.length === costs.filter((cost, p) => support[p]! > 0 && (utility === "count" || cost > 0)).length

const outcomeOf = (
  choice: Choice.Choice,
  election: Election,
  made: Run,
  completion: Completion["name"],
  raises: number,
  runs: number
): Outcome => {
  const { projects, utility } = choice
  const ids = (positions: ReadonlyArray<number>) => positions.map((p) => projects[p]!.id)
  const bought = made.purchases.map(({ project }) => project)
  if (made.equals !== undefined)
    return { _tag: "DrawNeeded", among: ids(made.equals).sort(), chosenBefore: ids(bought) }
  const added =
    completion === "utility-greedy"
      ? GreedyChoice.extend(election, choice.budget, bought)
      : { taken: [], equals: undefined }
  if (added.equals !== undefined) {
    return { _tag: "DrawNeeded", among: ids(added.equals).sort(), chosenBefore: ids([...bought, ...added.taken]) }
  }
  const chosen = [...bought, ...added.taken]
  const answers = projects.map(({ cost, id }, p): Answer => {
    const place = chosen.indexOf(p)
    const supporters = election.support[p]!
    if (place >= 0) {
      const by = place < bought.length ? "equal-shares" : "greedy"
      return {
        _tag: "In",
        id,
        cost,
        place: place + 1,
        by,
        supporters,
        pricePerVoter: made.purchases[place]?.price ?? 0
      }
    }
    if (supporters === 0) return { _tag: "NoSupport", id, cost }
    if (utility === "cost" && cost === 0) return { _tag: "NoUtility", id, cost }
    const { left, paid } = made.account(p)
    const spentOn = paid
      .map((amount, i) => ({ id: projects[bought[i]!]!.id, amount: Math.round(amount) }))
      .filter(({ amount }) => amount > 0)
      .sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1))
    return { _tag: "Out", id, cost, supporters, left: Math.round(left), spentOn }
  })
  const spent = chosen.reduce((sum, p) => sum + projects[p]!.cost, 0)
  return { _tag: "Chosen", chosen: ids(chosen), spent, answers, raises, runs }
}
