import { Choice, Electorate, EqualShares, GreedyChoice } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import fc from "fast-check"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import vectors from "./vectors/choice.json" with { type: "json" }

interface Case {
  readonly name: string
  readonly input: {
    readonly budget: number | string
    readonly projects: ReadonlyArray<{ readonly id: string; readonly cost: number | string }>
    readonly ballots: ReadonlyArray<readonly [ReadonlyArray<string>, number]>
  }
  readonly expected: Record<string, unknown>
}

/** The case in hundredths of its money unit, so that 0.9 and 1.09 are whole. */
const choiceOf = ({ input }: Case, utility: "cost" | "count", lots?: ReadonlyArray<string>): Choice.Choice => ({
  projects: input.projects.map(({ cost, id }) => ({ id, cost: Math.round(Number(cost) * 100) })),
  electorate: Result.getOrThrow(Electorate.ofBallots(input.ballots.map(([approves, count]) => ({ approves, count })))),
  budget: Number(input.budget) * 100,
  utility,
  ...(lots === undefined ? {} : { lots })
})

const byId = ({ input }: Case) => input.projects.map(({ id }) => id).sort()

const chosen = <A extends EqualShares.Outcome | GreedyChoice.Outcome>(
  outcome: Result.Result<A, Choice.ChoiceRefused>
) => {
  const made: EqualShares.Outcome | GreedyChoice.Outcome = Result.getOrThrow(outcome)
  return made._tag === "Chosen" ? [...made.chosen].sort() : made
}

const rules: Record<string, (example: Case, lots: ReadonlyArray<string>) => unknown> = {
  "mes-cost": (example, lots) => chosen(EqualShares.choose(choiceOf(example, "cost", lots), { name: "none" })),
  "mes-cardinality": (example, lots) => chosen(EqualShares.choose(choiceOf(example, "count", lots), { name: "none" })),
  "mes-cost-add1": (example, lots) =>
    chosen(EqualShares.choose(choiceOf(example, "cost", lots), { name: "add1", step: 100 })),
  "mes-cost-increment-1/10": (example, lots) =>
    chosen(EqualShares.choose(choiceOf(example, "cost", lots), { name: "add1", step: 10 })),
  "mes-cardinality-increment-1/10": (example, lots) =>
    chosen(EqualShares.choose(choiceOf(example, "count", lots), { name: "add1", step: 10 })),
  "greedy-cost": (example, lots) => chosen(GreedyChoice.choose(choiceOf(example, "cost", lots))),
  "greedy-cardinality": (example, lots) => chosen(GreedyChoice.choose(choiceOf(example, "count", lots)))
}

const allowed = (expected: unknown): ReadonlyArray<unknown> => {
  const { anyOf, winners } = expected as { anyOf?: ReadonlyArray<unknown>; winners?: unknown }
  return anyOf ?? [winners ?? expected]
}

describe(`choices by hand: ${vectors.source}`, () => {
  for (const example of vectors.cases as unknown as ReadonlyArray<Case>) {
    for (const [rule, expected] of Object.entries(example.expected)) {
      const compute = rules[rule]
      if (compute === undefined) continue
      it(`${example.name}: ${rule}`, () => {
        expect(allowed(expected)).toContainEqual(compute(example, byId(example)))
        expect(allowed(expected)).toContainEqual(compute(example, byId(example).reverse()))
      })
    }
  }
})

describe("real elections (Pabulib; outcomes by pabutools in exact fractions)", () => {
  const file = join(import.meta.dirname, "../../../../../shared/vectors/needs/pb-real.json")
  const cases: ReadonlyArray<Case> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).cases : []
  it.skipIf(cases.length === 0)("stand beside the project (its data may not be redistributed)", () => {
    expect(cases.length).toBeGreaterThanOrEqual(3)
  })
  for (const example of cases) {
    for (const [rule, expected] of Object.entries(example.expected)) {
      const compute = rules[rule]
      if (compute !== undefined)
        it(`${example.name}: ${rule}`, () => expect(allowed(expected)).toContainEqual(compute(example, byId(example))))
    }
  }
  const assen = cases.find(({ name }) => name === "Netherlands_Assen_2024")
  it.skipIf(assen === undefined)("Assen 2024: the official outcome", () => {
    expect(rules["mes-cost-add1"]!(assen!, byId(assen!))).toEqual(assen!.expected.officialWinners)
  })
})

// The rule as it stands in the paper, with fractions only and nothing left out.
const byDefinition = (choice: Choice.Choice, raise: number): ReadonlyArray<string> => {
  const { budget, electorate, projects, utility } = choice
  const total = electorate.voices.reduce((sum, { weight }) => sum + weight, 0)
  const money = electorate.voices.map(() => Fraction.add(Fraction.make(budget, total), Fraction.make(raise)))
  const weightOf = (i: number) => Fraction.make(electorate.voices[i]!.weight)
  const taken: Array<string> = []
  for (;;) {
    let best: { readonly id: string; readonly rate: Fraction.Fraction; readonly price: Fraction.Fraction } | undefined
    for (const { cost, id } of [...projects].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const worth = Fraction.make(utility === "cost" ? cost : 1)
      const payers = electorate.voices.flatMap(({ approves }, i) => (approves.includes(id) ? [i] : []))
      if (taken.includes(id) || payers.length === 0 || worth.numerator === 0n) continue
      payers.sort((a, b) => Fraction.compare(money[a]!, money[b]!))
      let missing = Fraction.make(cost)
      let rich = Fraction.sum(payers.map(weightOf))
      for (const payer of payers) {
        const price = Fraction.divide(missing, rich)
        if (Fraction.compare(price, money[payer]!) <= 0) {
          const rate = Fraction.divide(price, worth)
          if (best === undefined || Fraction.compare(rate, best.rate) < 0) best = { id, rate, price }
          break
        }
        missing = Fraction.subtract(missing, Fraction.multiply(money[payer]!, weightOf(payer)))
        rich = Fraction.subtract(rich, weightOf(payer))
      }
    }
    if (best === undefined) return taken
    const { id, price } = best
    taken.push(id)
    electorate.voices.forEach(({ approves }, i) => {
      if (approves.includes(id)) money[i] = Fraction.subtract(money[i]!, Fraction.min(money[i]!, price))
    })
  }
}

describe("EqualShares.choose", () => {
  const ids = ["a", "b", "c", "d", "e"]
  const choices = (factor: number) =>
    fc
      .record({
        costs: fc.array(fc.integer({ min: 1, max: 40 * factor }), { minLength: 5, maxLength: 5 }),
        ballots: fc.array(fc.record({ approves: fc.subarray(ids), count: fc.integer({ min: 1, max: 3 }) }), {
          minLength: 1,
          maxLength: 9
        }),
        budget: fc.integer({ min: 1, max: 120 * factor }),
        utility: fc.constantFrom("cost" as const, "count" as const)
      })
      .map(({ ballots, budget, costs, utility }): Choice.Choice => ({
        projects: ids.map((id, i) => ({ id, cost: costs[i]! })),
        electorate: Result.getOrThrow(Electorate.ofBallots(ballots)),
        budget,
        utility,
        lots: ids
      }))
  const random = choices(1)

  it("is the rule of the paper, computed with fractions only", () => {
    fc.assert(
      fc.property(random, (choice) => {
        expect(chosen(EqualShares.choose(choice, { name: "none" }))).toEqual([...byDefinition(choice, 0)].sort())
      }),
      { numRuns: 500 }
    )
  })

  it("is the rule of the paper for more voters, where floating point does most of the work", () => {
    const many = Array.from({ length: 9 }, (_, i) => `p${i}`)
    const crowd = fc.record({
      costs: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 9, maxLength: 9 }),
      ballots: fc.array(fc.record({ approves: fc.subarray(many), count: fc.integer({ min: 1, max: 2 }) }), {
        minLength: 40,
        maxLength: 90
      }),
      budget: fc.integer({ min: 500, max: 3000 })
    })
    fc.assert(
      fc.property(crowd, ({ ballots, budget, costs }) => {
        const choice: Choice.Choice = {
          projects: many.map((id, i) => ({ id, cost: costs[i]! })),
          electorate: Result.getOrThrow(Electorate.ofBallots(ballots)),
          budget,
          utility: "cost",
          lots: many
        }
        const outcome = Result.getOrThrow(EqualShares.choose(choice, { name: "none" }))
        expect(outcome._tag === "Chosen" && outcome.chosen).toEqual(byDefinition(choice, 0))
      }),
      { numRuns: 60 }
    )
  })

  it("with add1 is the last outcome within the budget, raised one by one, though most runs are left out", () => {
    let [raises, runs] = [0, 0]
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: random }, choices(12)), (choice) => {
        const costOf = (list: ReadonlyArray<string>) =>
          choice.projects.reduce((sum, { cost, id }) => sum + (list.includes(id) ? cost : 0), 0)
        const wanted = choice.projects.filter(({ id }) =>
          choice.electorate.voices.some(({ approves }) => approves.includes(id))
        ).length
        let last = byDefinition(choice, 0)
        for (let raise = 1; last.length < wanted; raise++) {
          const next = byDefinition(choice, raise)
          if (costOf(next) > choice.budget) break
          last = next
        }
        const outcome = EqualShares.choose(choice, { name: "add1" })
        expect(chosen(outcome)).toEqual([...last].sort())
        const made = Result.getOrThrow(outcome)
        if (made._tag === "Chosen") [raises, runs] = [raises + made.raises, runs + made.runs]
      }),
      { numRuns: 300 }
    )
    expect(runs).toBeLessThan(raises)
  })

  it("does not depend on the order of proposals and voices", () => {
    fc.assert(
      fc.property(random, (choice) => {
        const turned = {
          ...choice,
          projects: [...choice.projects].reverse(),
          electorate: { ...choice.electorate, voices: [...choice.electorate.voices].reverse() }
        }
        for (const completion of [{ name: "none" }, { name: "add1" }, { name: "utility-greedy" }] as const) {
          expect(chosen(EqualShares.choose(turned, completion))).toEqual(chosen(EqualShares.choose(choice, completion)))
        }
      })
    )
  })

  it("answers every proposal, and says who took its share", () => {
    const electorate = Result.getOrThrow(
      Electorate.ofBallots([{ approves: ["clinic", "road"], count: 3 }, { approves: ["well"] }])
    )
    const projects = [
      { id: "road", cost: 30 },
      { id: "clinic", cost: 20 },
      { id: "well", cost: 10 },
      { id: "statue", cost: 5 }
    ]
    const outcome = Result.getOrThrow(
      EqualShares.choose({ projects, electorate, budget: 40, utility: "count" }, { name: "none" })
    )
    expect(outcome).toMatchObject({ _tag: "Chosen", chosen: ["clinic", "well"], spent: 30, raises: 0, runs: 1 })
    expect(outcome._tag === "Chosen" && outcome.answers).toMatchObject([
      { _tag: "Out", id: "road", supporters: 3, left: 10, spentOn: [{ id: "clinic", amount: 20 }] },
      { _tag: "In", id: "clinic", place: 1, by: "equal-shares", supporters: 3 },
      { _tag: "In", id: "well", place: 2 },
      { _tag: "NoSupport", id: "statue" }
    ])
  })

  it("asks for a draw where equals share a voter, and for none where they do not", () => {
    const choose = (approves: ReadonlyArray<ReadonlyArray<string>>, lots?: ReadonlyArray<string>) => {
      const electorate = Result.getOrThrow(Electorate.ofBallots(approves.map((approves) => ({ approves }))))
      const projects = [
        { id: "p", cost: 5 },
        { id: "q", cost: 5 }
      ]
      const choice = {
        projects,
        electorate,
        budget: 5 * approves.length,
        utility: "cost",
        ...(lots === undefined ? {} : { lots })
      } as const
      return Result.getOrThrow(EqualShares.choose(choice, { name: "none" }))
    }
    expect(choose([["p", "q"]])).toEqual({ _tag: "DrawNeeded", among: ["p", "q"], chosenBefore: [] })
    expect(choose([["p", "q"]], ["q", "p"])).toMatchObject({ _tag: "Chosen", chosen: ["q"] })
    expect(choose([["q"], ["p"]])).toMatchObject({ _tag: "Chosen", chosen: ["p", "q"] })
  })

  it("settles equals by the named orders before any lot", () => {
    const electorate = Result.getOrThrow(Electorate.ofBallots([{ approves: ["p", "q"] }]))
    const choice = {
      projects: [
        { id: "p", cost: 5 },
        { id: "q", cost: 3 }
      ],
      electorate,
      budget: 5,
      utility: "cost"
    } as const
    expect(chosen(EqualShares.choose(choice, { name: "none" }))).toMatchObject({ _tag: "DrawNeeded" })
    expect(chosen(EqualShares.choose({ ...choice, tieOrder: ["lower-cost"] }, { name: "none" }))).toEqual(["q"])
  })

  it("spends what is left greedily when that is the completion", () => {
    const electorate = Result.getOrThrow(
      Electorate.ofBallots([
        { approves: ["big"], count: 3 },
        { approves: ["small"], count: 1 }
      ])
    )
    const choice = {
      projects: [
        { id: "big", cost: 80 },
        { id: "small", cost: 20 }
      ],
      electorate,
      budget: 100,
      utility: "cost"
    } as const
    expect(chosen(EqualShares.choose(choice, { name: "none" }))).toEqual(["small"])
    expect(chosen(EqualShares.choose(choice, { name: "utility-greedy" }))).toEqual(["big", "small"])
  })

  it("refuses ballots for unknown proposals, duplicates and broken amounts", () => {
    const electorate = Result.getOrThrow(Electorate.ofBallots([{ approves: ["x"] }]))
    const of = (projects: Choice.Choice["projects"], budget = 1) =>
      EqualShares.choose({ projects, electorate, budget, utility: "cost" }, { name: "none" })
    const messages = [
      of([]),
      of([{ id: "x", cost: -1 }]),
      of([
        { id: "x", cost: 1 },
        { id: "x", cost: 2 }
      ]),
      of([{ id: "x", cost: 1 }], 0.5)
    ].map((outcome) => (Result.isFailure(outcome) ? outcome.failure.message : ""))
    expect(messages[0]).toContain("the proposal x, which is not in the list")
    expect(messages[1]).toContain("cost of proposal x: found -1")
    expect(messages[2]).toContain("it twice")
    expect(messages[3]).toContain("budget: found 0.5")
    for (const step of [0, -1, 0.5]) {
      const choice = { projects: [{ id: "x", cost: 1 }], electorate, budget: 1, utility: "cost" } as const
      expect(Result.isFailure(EqualShares.choose(choice, { name: "add1", step }))).toBe(true)
    }
  })
})

describe("EqualShares.choose, add1 with few voters and much money", () => {
  const villages = [["hall"], ["bridge", "clinic", "well"], ["bridge", "clinic", "pier"], ["bridge", "well", "pier"]]
  const electorate = Result.getOrThrow(Electorate.ofBallots(villages.map((approves) => ({ approves }))))
  const costs = { hall: 860_000_000, bridge: 400_000_000, clinic: 120_000_000, well: 90_000_000, pier: 150_000_000 }
  const projects = Object.entries(costs).map(([id, cost]) => ({ id, cost }))
  const lots = projects.map(({ id }) => id)
  const choice = { projects, electorate, budget: 1_000_000_000, utility: "cost", lots } as const

  it("leaves out the hundred millions of rises that change nothing, though clinic, well and pier stay equal", () => {
    const outcome = Result.getOrThrow(EqualShares.choose(choice, { name: "add1" }))
    if (outcome._tag !== "Chosen") throw new Error("a draw")
    expect(outcome.runs).toBeLessThan(400)
    expect(outcome.raises).toBeGreaterThan(1_000_000)
    // The rise counted is the last one: one more passes the budget.
    const spent = (raise: number) =>
      byDefinition(choice, raise).reduce((sum, id) => sum + costs[id as keyof typeof costs], 0)
    expect(spent(outcome.raises)).toBe(outcome.spent)
    expect(spent(outcome.raises + 1)).toBeGreaterThan(choice.budget)
  })

  // Money in hundreds of thousands, so that a plain run at every step is still possible.
  const few = ["a", "b", "c", "d", "e", "f"]
  const unequal = fc.record({
    costs: fc.array(fc.integer({ min: 0, max: 2500 }), { minLength: 6, maxLength: 6 }),
    same: fc.boolean(),
    lists: fc.array(
      fc.record({ approves: fc.subarray(few), population: fc.constantFrom(1, 1, 2, 3, 7, 30, 211) }),
      { minLength: 1, maxLength: 6 }
    ),
    cap: fc.constantFrom("1", "1/2", "1/5"),
    budget: fc.integer({ min: 1, max: 6000 }),
    step: fc.constantFrom(1, 1, 3),
    utility: fc.constantFrom("cost" as const, "count" as const),
    tieOrder: fc.constantFrom([], ["more-supporters"] as const, ["lower-cost"] as const)
  })

  it("is the rule run at every single rise: unequal villages, caps, equals, steps", () => {
    let [raises, runs] = [0, 0]
    fc.assert(
      fc.property(unequal, ({ budget, cap, costs, lists, same, step, tieOrder, utility }) => {
        const villages = lists.map((list, i) => ({ ...list, village: `v${i}` }))
        const choice: Choice.Choice = {
          projects: few.map((id, i) => ({ id, cost: same ? costs[i % 2]! : costs[i]! })),
          electorate: Result.getOrThrow(Electorate.ofVillages(villages, "villages-by-population", cap)),
          budget,
          utility,
          tieOrder,
          lots: few
        }
        const made = Result.getOrThrow(EqualShares.choose(choice, { name: "add1", step }))
        expect(made._tag).toBe("Chosen")
        if (made._tag !== "Chosen") return
        const last = oneByOne(choice, step)
        expect([made.raises, made.chosen]).toEqual([last.raises, last.chosen])
        ;[raises, runs] = [raises + made.raises, runs + made.runs]
      }),
      { numRuns: 150 }
    )
    expect(runs * 5).toBeLessThan(raises)
  })
})

/** Every rise run for itself, as the rule says: with so much more money for everybody, and nothing left out. */
const oneByOne = (choice: Choice.Choice, step: number) => {
  const { budget, electorate, projects, utility } = choice
  const weight = electorate.voices.reduce((sum, voice) => sum + voice.weight, 0)
  const at = (raises: number) => {
    const made = EqualShares.choose({ ...choice, budget: budget + raises * step * weight }, { name: "none" })
    const outcome = Result.getOrThrow(made)
    if (outcome._tag !== "Chosen") throw new Error("a draw")
    return outcome
  }
  const isWanted = ({ cost, id }: Choice.Project) =>
    (utility === "count" || cost > 0) && electorate.voices.some(({ approves }) => approves.includes(id))
  const wanted = projects.filter(isWanted).length
  let [raises, now] = [0, at(0)]
  while (now.chosen.length < wanted) {
    const next = at(raises + 1)
    if (next.spent > budget) break
    ;[raises, now] = [raises + 1, next]
  }
  return { raises, chosen: now.chosen }
}
