import { Cohort, type Event, Outcome, Plan, type Ranking, type RuleSet, Selection } from "@timbang/core/selection"
import type { Formation as Cells } from "@timbang/core/formation"
import { Scaled } from "@timbang/core/number"
import { RuleSets, Supply } from "@timbang/regulations"
import { Result } from "effect"
import { globSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { describe, expect, it } from "vitest"
import { parse } from "yaml"

type Formation = Cells.Formation
type Cell = Partial<Omit<Formation, "formation">> & { readonly id: string }
type Participant = Readonly<Record<string, unknown>> & { readonly id: string }
type Expected = Readonly<Record<string, Readonly<Record<string, unknown>>>>

interface Case {
  readonly name: string
  readonly on: string
  readonly input: {
    readonly rules: string
    readonly stage: string
    readonly seats?: number
    readonly formations?: ReadonlyArray<Cell>
    readonly participants: ReadonlyArray<Participant>
    readonly absent?: Readonly<Record<string, string>>
    readonly supply?: Readonly<Record<string, number | string>>
    readonly anyStep?: boolean
    readonly noMinimums?: boolean
  }
  readonly output: { readonly order?: ReadonlyArray<string | ReadonlyArray<string>>; readonly participants?: Expected }
  readonly printed?: Expected
  readonly source: string
}

const keys = {
  case: ["name", "on", "input", "output", "printed", "source"],
  input: ["rules", "stage", "seats", "formations", "participants", "absent", "supply", "anyStep", "noMinimums"]
}

const rulesOf = ({ input, source }: Case): RuleSet.RuleSet => {
  const found = RuleSets.find(input.rules)
  if (found === undefined) throw new Error(`no rule set ${input.rules}`)
  const supplied = Object.entries(input.supply ?? {}).reduce(
    (ruleSet, [path, value]) => Result.getOrThrow(Supply.supply(ruleSet, path, value, { instrument: source, confidence: "host" })),
    found
  )
  const components = supplied.components.map((component) => input.anyStep === true ? { ...component, step: 1 } : component)
  const groups = supplied.thresholds.groups.map((group) => input.noMinimums === true ? { ...group, minimums: [] } : group)
  return { ...supplied, components, thresholds: { ...supplied.thresholds, groups } }
}

const formationsOf = ({ input }: Case): ReadonlyArray<Formation> =>
  (input.formations ?? [{ id: "F1", seats: input.seats ?? 1 }]).map(({ id, ...cell }) => ({
    formation: id,
    position: "Analis Kebijakan",
    education: "S-1",
    location: "Jambi",
    category: "umum",
    seats: 1,
    ...cell
  }))

const orderOf = (ranked: Ranking.Ranked, names: ReadonlyArray<string>): ReadonlyArray<string | ReadonlyArray<string>> => {
  const blocks: Array<Array<string>> = []
  let before = -1
  for (const row of ranked.order.subarray(0, ranked.starts[1])) {
    if (ranked.rank[row] === before) blocks.at(-1)!.push(names[row]!)
    else blocks.push([names[row]!])
    before = ranked.rank[row]!
  }
  return blocks.map((block) => block.length === 1 ? block[0]! : block.toSorted())
}

const run = (one: Case) => {
  const ruleSet = rulesOf(one)
  const formations = formationsOf(one)
  const scored = new Set(ruleSet.components.map(({ id }) => id))
  const rows = one.input.participants.map(({ id, ...given }): Cohort.Row => ({
    formation: formations[0]!.formation,
    ...Object.fromEntries(Object.entries(given).filter(([key]) => !scored.has(key))),
    participant: id,
    scores: Object.fromEntries(Object.entries(given).filter(([key]) => scored.has(key))) as Cohort.Row["scores"]
  }))
  const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, formations, rows))
  const events = Object.entries(one.input.absent ?? {})
    .map(([participant, exam]): Event.Event => ({ _tag: "Absent", participant, exam, at: one.on }))
  const made = Result.getOrThrow(Selection.run(ruleSet, formations, cohort, events, { stage: one.input.stage, scoredOn: one.on }))
  const about = (id: string, key: string): unknown => {
    const row = cohort.participant.indexOf(id)
    const seat = made.seat[row]!
    if (key === "seat") return seat < 0 ? undefined : formations[seat]!.formation
    if (key === "rank") return (made.final ?? made.shortlist)!.rank[row]
    if (key === "code") {
      const at = made.cohort.priorityClass?.[row] ?? Cohort.absentClass
      return Outcome.codeOf(ruleSet.codes, Outcome.tags[made.outcome[row]!]!, {
        pass: made.pass[row] === 0 ? undefined : ruleSet.filling?.passes[made.pass[row]! - 1]?.id,
        group: made.group[row] === 2 ? "second" : "first",
        priorityClass: at === Cohort.absentClass ? undefined : ruleSet.ranking.classes?.order[at]?.id
      })
    }
    return Scaled.format(made.values[key]![row]!, made.plan.scales[key]!.decimals)
  }
  const actual = (expected: Expected): Expected =>
    Object.fromEntries(Object.entries(expected).map(([id, values]) => [
      id,
      Object.fromEntries(Object.keys(values).map((key) => [key, about(id, key)]))
    ]))
  const ranked = (one.input.stage === "final" ? made.final : made.shortlist)!
  return { actual, guard: made.guard._tag, order: orderOf(ranked, cohort.participant) }
}

for (const path of globSync("cases/*.yaml", { cwd: import.meta.dirname }).toSorted()) {
  const cases = parse(readFileSync(join(import.meta.dirname, path), "utf8")) as ReadonlyArray<Case>
  describe(`cases/${basename(path)}`, () => {
    it.each(cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
      expect(Object.keys(one).filter((key) => !keys.case.includes(key))).toEqual([])
      expect(Object.keys(one.input).filter((key) => !keys.input.includes(key))).toEqual([])
      expect(one.source).not.toBe("")
      const { actual, guard, order } = run(one)
      expect(guard).toBe("rules-before-scores")
      const { order: expectedOrder, participants = {} } = one.output
      if (expectedOrder !== undefined) expect(order).toEqual(expectedOrder)
      expect(actual(participants)).toEqual(participants)
      const printed = one.printed ?? {}
      for (const [id, values] of Object.entries(printed)) {
        for (const [key, value] of Object.entries(values)) expect(actual({ [id]: { [key]: value } })[id]![key]).not.toBe(value)
      }
      expect(Object.keys(participants).length + (expectedOrder?.length ?? 0)).toBeGreaterThan(0)
    })
  })
}

describe("numbers a case needs and no source gives", () => {
  it("are refused by name", () => {
    const formations = formationsOf({ input: { seats: 1 } } as Case)
    const made = Plan.compile(RuleSets.pppk2023, formations, "final")
    expect(Result.isFailure(made) && made.failure.message).toBe(
      "pppk-2023 does not know thresholds.groups.umum.minimums.teknis (KepmenPANRB 652/2023); supply each value with its source"
    )
  })
})
