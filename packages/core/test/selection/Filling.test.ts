import type { Formation } from "@timbang/core/formation"
import { type LegalSource, Sourced } from "@timbang/core/law"
import { Filling, Outcome, type Ranking, Selection, Specimen } from "@timbang/core/selection"
import { Policies, Round } from "@timbang/testkit"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell } from "./rounds.ts"

const source: LegalSource.LegalSource = { instrument: "Specimen", confidence: "host" }
const rule = (
  id: string,
  into: Filling.FillingPass["into"],
  from: Filling.FillingPass["from"],
  location: Filling.FillingPass["location"],
  meets: "general" | "own" | "none",
  agencyKinds?: ReadonlyArray<string>
): Filling.FillingPass => ({
  id,
  title: id,
  into,
  from,
  location,
  meets: Sourced.known(meets, source),
  ...(agencyKinds === undefined ? {} : { agencyKinds }),
  source
})

/** The passes of each round, as their texts state them. */
const of2019 = [rule("L-1", "any", "other-category", "same", "general"), rule("L-2", "any", "any", "other", "general", ["daerah"])]
const of2021 = [rule("L-1", "any", "other-category", "same", "general"), rule("L-2", "any", "any", "other", "general")]
const of2024 = [
  rule("U-1", "general", "reserved", "same", "general"),
  rule("E-1", "reserved", "same-category", "other", "own"),
  rule("E-2", "reserved", "other-category", "same", "general"),
  rule("E-3", "reserved", "any", "other", "general"),
  rule("U-3", "general", "any", "other", "general")
]
const ofPppk = [rule("L-2", "any", "any", "other", "own")]

interface Person {
  readonly name: string
  /** Cell applied for. */
  readonly of: string
  readonly final: number
  /** Whose minimums are met; both when left out. */
  readonly meets?: "own" | "general" | "neither"
}
interface Cell extends Partial<Formation.Formation> {
  readonly formation: string
  readonly empty?: number
}
const silent: Filling.ResolvedPolicies = { pool: "all-cells", cellOrder: "identifier", closing: "stays-open", consent: "not-asked" }

/** Runs passes; everybody placed as `pass cell`, everybody contested as `pass ?`. */
const fill = (
  passes: ReadonlyArray<Filling.FillingPass>,
  cells: ReadonlyArray<Cell>,
  people: ReadonlyArray<Person>,
  policies: Partial<Filling.ResolvedPolicies> = {}
): Readonly<Record<string, string>> => {
  const formations = cells.map(({ empty, ...more }) => cell(empty ?? 0, { location: "here", ...more }))
  const keys: ReadonlyArray<Ranking.Key> = [{ name: "final", column: Int32Array.from(people, ({ final }) => final), first: "higher", span: 1000 }]
  const placed = Filling.run({
    passes: passes.map((pass) => ({ pass, meets: pass.meets._tag === "Known" ? pass.meets.value : "none" })),
    policies: { ...silent, ...policies },
    formations,
    generalCategory: "general",
    cell: Int32Array.from(people, ({ of }) => formations.findIndex(({ formation }) => formation === of)),
    available: Int32Array.from(people, (_, at) => at),
    meetsGeneral: (at) => people[at]!.meets === undefined || people[at]!.meets === "general",
    meetsOwn: (at) => people[at]!.meets === undefined || people[at]!.meets === "own",
    keys,
    empty: Int32Array.from(cells, ({ empty }) => empty ?? 0)
  })
  return Object.fromEntries(people.flatMap(({ name }, at) =>
    placed.pass[at] === 0 ? [] : [[name, `${passes[placed.pass[at]! - 1]!.id} ${placed.undecided.has(at) ? "?" : formations[placed.seat[at]!]!.formation}`]]
  ))
}

/** An empty seat and the cells around it: every category and both places. */
const around = (category: string): ReadonlyArray<Cell> => [
  { formation: "seat", category, empty: 1 },
  { formation: "general-here", category: "general" },
  { formation: "papua-here", category: "papua" },
  { formation: "diaspora-here", category: "diaspora" },
  { formation: "general-there", category: "general", location: "there" },
  { formation: "papua-there", category: "papua", location: "there" },
  { formation: "diaspora-there", category: "diaspora", location: "there" }
]
/** Cells whose participant takes the seat when nobody else is there. */
const takersOf = (passes: ReadonlyArray<Filling.FillingPass>, category: string, meets?: Person["meets"]): ReadonlyArray<string> =>
  around(category).map(({ formation }) => formation).filter((of) => of !== "seat" &&
    fill(passes, around(category), [{ name: "p", of, final: 1, ...(meets === undefined ? {} : { meets }) }])["p"] !== undefined)

const all = ["general-here", "papua-here", "diaspora-here", "general-there", "papua-there", "diaspora-there"]
const here = all.slice(0, 3)
const there = all.slice(3)

describe("who may take an empty seat, pass by pass", () => {
  it.each([
    ["2019 and 2021, L-1, general seat", of2021[0]!, "general", ["papua-here", "diaspora-here"]],
    ["2019 and 2021, L-1, reserved seat", of2021[0]!, "papua", ["general-here", "diaspora-here"]],
    ["2021, L-2", of2021[1]!, "papua", there],
    ["2024, U-1, general seat", of2024[0]!, "general", ["papua-here", "diaspora-here"]],
    ["2024, U-1, reserved seat", of2024[0]!, "papua", []],
    ["2024, E-1, reserved seat", of2024[1]!, "papua", ["papua-there"]],
    ["2024, E-1, general seat", of2024[1]!, "general", []],
    ["2024, E-2, reserved seat", of2024[2]!, "papua", ["general-here", "diaspora-here"]],
    ["2024, E-2, general seat", of2024[2]!, "general", []],
    ["2024, E-3, reserved seat", of2024[3]!, "papua", there],
    ["2024, E-3, general seat", of2024[3]!, "general", []],
    ["2024, U-3, general seat", of2024[4]!, "general", there],
    ["2024, U-3, reserved seat", of2024[4]!, "papua", []],
    ["PPPK, L-2", ofPppk[0]!, "general", there]
  ] as const)("%s", (_, pass, category, expected) => {
    expect(takersOf([pass], category)).toEqual(expected)
  })

  it("never from another position, education or agency, however each is spelled", () => {
    const seat = { formation: "seat", category: "general", empty: 1, location: "there", agency: "Kota Jambi", position: "Penyuluh", education: "S-1" }
    const taker = (more: Partial<Formation.Formation>) =>
      fill(of2021, [seat, { ...seat, formation: "own", empty: 0, location: "here", ...more }], [{ name: "p", of: "own", final: 1 }])["p"]
    expect(taker({ agency: "KOTA  JAMBI", position: "penyuluh", education: "s 1" })).toBe("L-2 seat")
    expect([taker({ agency: "Kab. Bungo" }), taker({ position: "Guru" }), taker({ education: "D-III" })]).toEqual([undefined, undefined, undefined])
  })

  it("2019: between places only for regional agencies; an agency that names no kind is left out", () => {
    const outcome = (agencyKind?: string) => {
      const kind = agencyKind === undefined ? {} : { agencyKind }
      return fill(of2019, [{ formation: "seat", empty: 1, ...kind }, { formation: "own", location: "there", ...kind }], [{ name: "p", of: "own", final: 1 }])["p"]
    }
    expect([outcome("daerah"), outcome("pusat"), outcome()]).toEqual(["L-2 seat", undefined, undefined])
  })

  it("asks for the minimums that the pass names", () => {
    expect(takersOf([of2024[1]!], "papua", "own")).toEqual(["papua-there"])
    expect(takersOf([of2024[1]!], "papua", "general")).toEqual([])
    for (const pass of [of2024[0]!, of2024[4]!, of2021[0]!, of2021[1]!]) {
      expect(takersOf([pass], "general", "own")).toEqual([])
      expect(takersOf([pass], "general", "general").length).toBeGreaterThan(0)
    }
    expect(takersOf([rule("free", "any", "any", "any", "none")], "general", "neither")).toEqual(all)
  })
})

describe("the order of passes", () => {
  it("2024: an empty reserved seat goes to its own kind elsewhere first, then to others of the place, then to others elsewhere", () => {
    const people: ReadonlyArray<Person> = [
      { name: "far", of: "general-there", final: 900 },
      { name: "near", of: "general-here", final: 800 },
      { name: "kind", of: "papua-there", final: 100 }
    ]
    const without = (...names: ReadonlyArray<string>) => fill(of2024, around("papua"), people.filter(({ name }) => !names.includes(name)))
    expect(without()).toEqual({ kind: "E-1 seat" })
    expect(without("kind")).toEqual({ near: "E-2 seat" })
    expect(without("kind", "near")).toEqual({ far: "E-3 seat" })
  })

  it("2021: another kind of the place comes before a better one of another place", () => {
    const people = [{ name: "far", of: "general-there", final: 900 }, { name: "near", of: "papua-here", final: 100 }]
    expect(fill(of2021, around("general"), people)).toEqual({ near: "L-1 seat" })
  })

  it("the best of a pass first, wherever they come from, and nobody twice", () => {
    const people = here.slice(1).map((of, at) => ({ name: of, of, final: 500 + at }))
    expect(fill(of2024, around("general"), people)).toEqual({ "diaspora-here": "U-1 seat" })
    const two = [{ formation: "a", empty: 1 }, { formation: "b", empty: 1 }, { formation: "own", category: "papua" }]
    expect(fill(of2024, two, [{ name: "p", of: "own", final: 1 }])).toEqual({ p: "U-1 a" })
  })
})

describe("equals before too few seats", () => {
  const cells = [{ formation: "a", empty: 1 }, { formation: "own", location: "there" }]
  const equals = [{ name: "p", of: "own", final: 5 }, { name: "q", of: "own", final: 5 }, { name: "r", of: "own", final: 4 }]
  it.each(["all-cells", "cell-by-cell"] as const)("%s: the seat waits, and nobody behind them takes it", (pool) => {
    expect(fill(of2021, cells, equals, { pool })).toEqual({ p: "L-2 ?", q: "L-2 ?" })
    expect(fill(of2021, [{ formation: "a", empty: 3 }, cells[1]!], equals, { pool })).toEqual({ p: "L-2 a", q: "L-2 a", r: "L-2 a" })
  })

  it("are not taken into a later pass either", () => {
    const people = [{ name: "p", of: "papua-here", final: 5 }, { name: "q", of: "diaspora-here", final: 5 }]
    const open = [...around("general"), { formation: "far", category: "general", location: "there", empty: 1 }]
    expect(fill(of2024, open, people)).toEqual({ p: "U-1 ?", q: "U-1 ?" })
  })
})

describe("both readings of what the texts leave open", () => {
  const cells = [
    { formation: "a", location: "north", empty: 1 },
    { formation: "b", location: "south", empty: 2 },
    { formation: "own", location: "here" }
  ]
  const people = ["p", "q", "r"].map((name, at) => ({ name, of: "own", final: 9 - at }))

  it("order of cells: by identifier, or most empty seats first", () => {
    expect(fill(of2021, cells, people)).toEqual({ p: "L-2 a", q: "L-2 b", r: "L-2 b" })
    expect(fill(of2021, cells, people, { cellOrder: "most-empty-seats" })).toEqual({ p: "L-2 b", q: "L-2 a", r: "L-2 b" })
  })

  it("pool: all cells weigh anew which has most empty seats for each, cell by cell the first is filled before the next", () => {
    expect(fill(of2021, cells, people, { cellOrder: "most-empty-seats", pool: "cell-by-cell" })).toEqual({ p: "L-2 b", q: "L-2 b", r: "L-2 a" })
  })

  it("closing: a cell stays open for later passes, or closes once it was filled into", () => {
    const open = [{ formation: "seat", empty: 2 }, { formation: "near", category: "papua" }, { formation: "far", location: "there" }]
    const two = [{ name: "p", of: "near", final: 1 }, { name: "q", of: "far", final: 9 }]
    for (const pool of ["all-cells", "cell-by-cell"] as const) {
      expect(fill(of2024, open, two, { pool })).toEqual({ p: "U-1 seat", q: "U-3 seat" })
      expect(fill(of2024, open, two, { pool, closing: "closes-once-filled-into" })).toEqual({ p: "U-1 seat" })
      expect(fill(of2024, open, two.slice(1), { pool, closing: "closes-once-filled-into" })).toEqual({ q: "U-3 seat" })
    }
  })
})

describe("rounds by chance", () => {
  const filled = Round.arbitrary(Specimen.ruleSet, Policies.narrow(Policies.any, { filling: ["run"] }))
  const passes = Specimen.ruleSet.filling!.passes
  const general = "general"

  /** Whether a pass lets somebody of one cell into another; written apart from the engine. */
  const lets = (pass: Filling.FillingPass, own: Formation.Formation, into: Formation.Formation): boolean => {
    const isOfKind = own.position === into.position && own.education === into.education && own.agency === into.agency && own.formation !== into.formation
    const isFrom = pass.from === "any" || (pass.from === "reserved" && own.category !== general)
    const isInto = pass.into === "any" || into.category === general
    return isOfKind && isFrom && isInto && (own.location === into.location) === (pass.location === "same")
  }
  const meetsGeneral = ({ cohort }: Selection.Selection, row: number) => cohort.scores["knowledge"]![row]! >= 100 && cohort.scores["attitude"]![row]! >= 120

  it("place only whom the pass lets in, never more than a cell has seats, and leave no seat to which somebody still had a right", () => {
    fc.assert(fc.property(filled, (round) => {
      const made = Round.runUnsafe(round)
      const { cohort, formations, outcome, pass, seat } = made
      const rows = Array.from({ length: cohort.size }, (_, row) => row)
      const outcomeOf = (row: number) => Outcome.tags[outcome[row]!]!
      const left = formations.map(({ seats }, at) => seats - rows.filter((row) => seat[row] === at).length)
      for (const count of left) expect(count).toBeGreaterThanOrEqual(0)
      for (const row of rows.filter((each) => outcomeOf(each) === "selected-by-filling")) {
        expect(lets(passes[pass[row]! - 1]!, formations[cohort.formation[row]!]!, formations[seat[row]!]!)).toBe(true)
        expect(meetsGeneral(made, row)).toBe(true)
      }
      const isClear = round.choice.closing === "stays-open" && round.choice.consent === "not-asked" && !rows.some((row) => outcomeOf(row) === "undecided") &&
        !made.events.some(({ _tag }) => _tag === "PlacementAnswered")
      if (!isClear) return
      for (const row of rows.filter((each) => outcomeOf(each) === "not-selected" && meetsGeneral(made, each))) {
        const own = formations[cohort.formation[row]!]!
        expect(formations.filter((into, at) => left[at]! > 0 && passes.some((each) => lets(each, own, into)))).toEqual([])
      }
    }), { numRuns: 300 })
  })
})
