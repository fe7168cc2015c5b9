/**
 * A choice of proposals under a budget: what stands to be chosen, who speaks, and what settles equals.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { Election } from "./internal/equalShares.ts"
import type * as Electorate from "./Electorate.ts"

// --- models ---

/**
 * A proposal as the choice sees it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Project {
  readonly id: string
  /** Unit: that of the budget, in whole numbers (rupiah). Range: 0 to 2^53 - 1. */
  readonly cost: number
}

/**
 * An order that settles equal proposals: more supporters first, or the lower cost first.
 *
 * @category models
 * @since 0.1.0
 */
export type TieOrder = "more-supporters" | "lower-cost"

/**
 * What has to be chosen, and how.
 *
 * @category models
 * @since 0.1.0
 */
export interface Choice {
  readonly projects: ReadonlyArray<Project>
  readonly electorate: Electorate.Electorate
  /** Unit: as the costs. Whole, 0 or more. */
  readonly budget: number
  /** What a voter gains from an approved proposal: its cost, or 1. */
  readonly utility: "cost" | "count"
  /** Orders that settle equals, in turn; none when absent. */
  readonly tieOrder?: ReadonlyArray<TieOrder>
  /** Identifiers in the order in which lots were drawn, for what the orders leave equal. */
  readonly lots?: ReadonlyArray<string>
}

// --- errors ---

/**
 * A proposal, a ballot or the budget cannot be used.
 *
 * @category errors
 * @since 0.1.0
 */
export class ChoiceRefused extends Data.TaggedError("ChoiceRefused")<{
  readonly what: string
  readonly found: string
}> {
  override get message(): string {
    return `${this.what}: found ${this.found}; costs, budget and step are whole numbers, each identifier stands once, and ballots name proposals of the list`
  }
}

// --- operations ---

/**
 * Checks a choice and lays it out in columns; for the rules of this stage that need them.
 *
 * @internal
 */
export const compile = (choice: Choice): Result.Result<Election, ChoiceRefused> => {
  const { budget, electorate, projects, utility } = choice
  const refused = (what: string, found: unknown) => Result.fail(new ChoiceRefused({ what, found: String(found) }))
  if (!isAmount(budget)) return refused("budget", budget)
  const indexOf = new Map(projects.map(({ id }, i) => [id, i]))
  for (const [i, { cost, id }] of projects.entries()) {
    if (!isAmount(cost)) return refused(`cost of proposal ${id}`, cost)
    if (indexOf.get(id) !== i) return refused(`proposal ${id}`, "it twice")
  }
  const lists: ReadonlyArray<Array<number>> = projects.map(() => [])
  const support = projects.map(() => 0)
  for (const [index, { approves, voter, weight }] of electorate.voices.entries()) {
    for (const id of approves) {
      const project = indexOf.get(id)
      if (project === undefined) return refused(voter, `the proposal ${id}, which is not in the list`)
      // A ballot that names a proposal twice names it once.
      if (lists[project]!.at(-1) === index) continue
      lists[project]!.push(index)
      support[project]! += weight
    }
  }
  const election = {
    costs: projects.map(({ cost }) => cost),
    supporters: lists.map((list) => Int32Array.from(list)),
    support,
    weights: Float64Array.from(electorate.voices, ({ weight }) => weight),
    utility
  }
  return Result.succeed({ ...election, settle: settler(election, choice) })
}

const settler =
  ({ costs, support }: Omit<Election, "settle">, choice: Choice): Election["settle"] =>
  (equal, isFree) => {
    const lot = (p: number) => choice.lots?.indexOf(choice.projects[p]!.id) ?? -1
    let rest = [...equal].sort((a, b) => (choice.projects[a]!.id < choice.projects[b]!.id ? -1 : 1))
    for (const name of choice.tieOrder ?? []) {
      const rank = (p: number) => (name === "lower-cost" ? costs[p]! : -support[p]!)
      const best = Math.min(...rest.map(rank))
      rest = rest.filter((p) => rank(p) === best)
    }
    if (rest.length === 1 || isFree) return rest[0]
    return rest.every((p) => lot(p) >= 0) ? rest.reduce((a, b) => (lot(b) < lot(a) ? b : a)) : undefined
  }

const isAmount = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0
