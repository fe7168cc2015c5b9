/**
 * Brings proposals, ballots or villages together into a choice, makes it, and answers every proposal.
 *
 * @since 0.1.0
 */
import { type Choice, Electorate, EqualShares, GreedyChoice, type Proposal } from "@timbang/core/needs"
import type { Voices } from "@timbang/language"
import type { ProposalsFile } from "@timbang/source-files"
import { Result } from "effect"

// --- models ---

/** What is asked of a choice. */
export interface Request {
  readonly proposals: ReadonlyArray<Weighed>
  readonly electorate: Electorate.Electorate
  readonly budget: number
  /** Decimals of the money unit that costs and budget are counted in. */
  readonly decimals: number
  readonly rule: "equal-shares" | "greedy"
  readonly completion: EqualShares.Completion
  readonly utility: "cost" | "count"
  readonly tieOrder: ReadonlyArray<Choice.TieOrder>
  readonly lots: ReadonlyArray<string>
}

/** A proposal as a choice may weigh it. */
export interface Weighed {
  readonly id: string
  readonly title: string
  readonly cost?: number
  readonly state: Proposal.State
}

/** An answer to every proposal in the order given, or the equals among which a draw is needed. */
export type Made =
  | {
      readonly _tag: "Answered"
      readonly chosen: ReadonlyArray<string>
      readonly spent: number
      readonly answers: ReadonlyArray<Answered>
      /** Rises of every voter's money; only of `add1`. */
      readonly raises?: number
      /** Equals whose draw was not held, because every order of them chooses the same. */
      readonly indifferent: ReadonlyArray<string>
    }
  | { readonly _tag: "DrawNeeded"; readonly among: ReadonlyArray<string>; readonly chosenBefore: ReadonlyArray<string> }

/** One answer, and the voters behind the proposal. */
export interface Answered {
  readonly id: string
  readonly title: string
  readonly cost: number | undefined
  readonly answer: Voices.Answer
}

/** A choice under way: how far it is, before every run, and what was made at the end. */
export type Steps = Generator<EqualShares.Progress, Result.Result<Made, Voices.Problem>>

// --- operations ---

/** Most equals whose orders are all tried; fewer in an election whose choice takes seconds. */
const mostTried = ({ electorate: { voices }, proposals }: Request): number => (voices.length * proposals.length > 1_000_000 ? 2 : 4)

/**
 * Makes the choice run by run; a draw is asked for only where it would change what is chosen.
 *
 * **Details**
 *
 * Where equals are found, every order of them is tried. If all choose the same the result stands, with places in the
 * order of identifiers; if not, or if there are many equals, people have to draw.
 */
export function* steps(request: Request): Steps {
  const first = yield* chooseOnce(request)
  if (Result.isFailure(first) || first.success._tag === "Answered" || request.lots.length > 0) return first
  let equals = first.success.among
  while (equals.length <= mostTried(request)) {
    const made: Array<Made> = []
    for (const lots of ordersOf(equals)) {
      const next = yield* chooseOnce({ ...request, lots })
      if (Result.isFailure(next)) return next
      made.push(next.success)
      if (next.success._tag === "DrawNeeded") break
    }
    const last = made.at(-1)!
    if (last._tag === "DrawNeeded") {
      equals = [...new Set([...equals, ...last.among])].sort()
      continue
    }
    const sets = new Set(made.map((each) => JSON.stringify([...("chosen" in each ? each.chosen : [])].sort())))
    const [standing] = made
    return sets.size === 1 && standing!._tag === "Answered" ? Result.succeed({ ...standing!, indifferent: equals }) : first
  }
  return first
}

const ordersOf = (ids: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> =>
  ids.length < 2 ? [ids] : ids.flatMap((id) => ordersOf(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]))

/**
 * Makes the choice once.
 *
 * Proposals without a cost, withdrawn ones and those that alone cost more than the budget are not weighed; ballots that
 * name them count for what else they name.
 */
function* chooseOnce(request: Request): Steps {
  const { budget, completion, decimals, electorate, lots, proposals, rule, tieOrder, utility } = request
  const isWeighed = ({ cost, state }: Weighed) => cost !== undefined && cost <= budget && state._tag === "Open"
  const projects = proposals.filter(isWeighed).map(({ cost, id }) => ({ id, cost: cost! }))
  const known = new Set(proposals.map(({ id }) => id))
  const weighed = new Set(projects.map(({ id }) => id))
  const voices = electorate.voices.map((voice) => ({ ...voice, approves: voice.approves.filter((id) => weighed.has(id) || !known.has(id)) }))
  const choice: Choice.Choice = { projects, electorate: { ...electorate, voices }, budget, utility, tieOrder, lots }
  const answered = (outcome: { readonly chosen: ReadonlyArray<string>; readonly spent: number }, answers: ReadonlyArray<Voices.Answer>): Made => {
    const byId = new Map(answers.map((answer) => [answer._tag === "EqualShares" || answer._tag === "Greedy" ? answer.answer.id : answer.id, answer]))
    return {
      _tag: "Answered",
      chosen: outcome.chosen,
      spent: outcome.spent,
      indifferent: [],
      answers: proposals.map((proposal) => ({
        id: proposal.id,
        title: proposal.title,
        cost: proposal.cost,
        answer: byId.get(proposal.id) ?? notWeighed(proposal, budget)
      }))
    }
  }
  if (rule === "greedy") {
    return Result.map(GreedyChoice.choose(choice), (outcome): Made =>
      outcome._tag === "DrawNeeded" ? outcome : answered(outcome, outcome.answers.map((answer) => ({ _tag: "Greedy", answer }))))
  }
  const step = 10 ** decimals
  const named = completion.name === "add1" ? { ...completion, step: (completion.step ?? 1) * step } : completion
  return Result.map(yield* EqualShares.steps(choice, named), (outcome): Made =>
    outcome._tag === "DrawNeeded"
      ? outcome
      : {
          ...answered(outcome, outcome.answers.map((answer) => ({ _tag: "EqualShares", answer }))),
          ...(completion.name === "add1" ? { raises: outcome.raises } : {})
        })
}

/** Ballots that approve the same, counted together. */
export const alike = (
  ballots: ReadonlyArray<{ readonly approves: ReadonlyArray<string>; readonly count?: number }>
): ReadonlyArray<{ readonly approves: ReadonlyArray<string>; readonly count: number }> => {
  const groups = new Map<string, { readonly approves: ReadonlyArray<string>; count: number }>()
  for (const { approves, count = 1 } of ballots) {
    const key = [...approves].sort().join("\n")
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { approves, count })
    else group.count += count
  }
  return [...groups.values()]
}

/** The village lists of a file, filled from the proposals where a list is empty; or the villages the proposals name. */
export const villageLists = (
  villages: ReadonlyArray<Electorate.VillageList> | undefined,
  proposals: ReadonlyArray<ProposalsFile.ProposalRow>
): ReadonlyArray<Electorate.VillageList> => {
  const own = new Map<string, Array<string>>()
  for (const { id, supportedBy } of proposals) {
    for (const village of supportedBy) own.set(village, [...(own.get(village) ?? []), id])
  }
  if (villages === undefined) return [...own].map(([village, approves]) => ({ village, approves, population: 1 }))
  return villages.map((each) => (each.approves.length > 0 ? each : { ...each, approves: own.get(each.village) ?? [] }))
}

/** The plain word of an answer, the same in every language. */
export const word = (answer: Voices.Answer): string => {
  const tag = answer._tag === "EqualShares" || answer._tag === "Greedy" ? answer.answer._tag : answer._tag
  return tag.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()
}

const notWeighed = ({ cost, id, state }: Weighed, budget: number): Voices.Answer =>
  state._tag !== "Open"
    ? { _tag: "Withdrawn", id, state: state._tag, reason: state.reason }
    : cost === undefined
      ? { _tag: "NotPriced", id }
      : { _tag: "BeyondBudget", id, cost, budget }
