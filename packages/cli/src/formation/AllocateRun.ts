/**
 * A run of `timbang allocate`: from claims, cells and margins to shared posts, with what is said beside them.
 *
 * @since 0.1.0
 */
import { type Allocation, type Apportionment, type Budget, type PostInterval, TwoWay } from "@timbang/core/formation"
import { type Correction, Fault } from "@timbang/core/input"
import { Certainties, Corrections, Formations, type Sentences } from "@timbang/language"
import { AllocationFile, CellsFile, ClaimsFile, PolicyFile, PostMarginsFile, type Table } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as Grid from "../Grid.ts"
import * as Options from "../Options.ts"
import * as Screen from "../Screen.ts"
import { engine } from "../selection/RunFolder.ts"
import * as Ceiling from "./Ceiling.ts"
import * as Certainty from "./Certainty.ts"
import * as Inputs from "./Inputs.ts"
import * as Sharing from "./Sharing.ts"

// --- models ---

/** What is shared, and how. */
export interface Given {
  readonly claims: ReadonlyArray<Table.Input>
  readonly cells: ReadonlyArray<Table.Input>
  readonly margins: ReadonlyArray<Table.Input>
  readonly policy: Option.Option<Table.Input>
  readonly policySource: Option.Option<string>
  readonly years: string
  readonly seats: Option.Option<number>
  readonly budget: Option.Option<Table.Input>
  readonly whenAbove: Budget.WhenAbove
  readonly on: Option.Option<string>
  readonly method: Apportionment.Method
  readonly drawn: ReadonlyArray<string>
  readonly previous: Option.Option<Table.Input>
  readonly pace: Option.Option<string>
  readonly paceFall: Option.Option<string>
  readonly paceLeast: number
  readonly intervals: boolean
  readonly spread: number
  readonly draws: number
  readonly seed: number
  readonly coverage: number
  readonly explain: ReadonlyArray<string>
  readonly steps: "auto" | "always" | "never"
  readonly lang: Sentences.Language
}

/** Shared posts, laid out. */
export interface Ran {
  readonly shared: Sharing.Shared
  /** The first is the allocation. */
  readonly grids: readonly [Grid.Grid, ...ReadonlyArray<Grid.Grid>]
  readonly manifest: object
  readonly inputs: ReadonlyArray<{ readonly corrections: ReadonlyArray<Correction.Correction> }>
  readonly budget: Ceiling.Ceiling | undefined
  readonly intervals: ReadonlyArray<PostInterval.PostInterval> | undefined
  readonly changes: Certainty.Changes | undefined
}

/** Most posts whose steps are written unless they are asked for. */
export const mostSteps = 10_000

// --- operations ---

/** Reads the files and shares the posts. */
export const run: (given: Given) => Effect.Effect<Ran, CommandFailed | Fault.InputRefused> = Effect.fn("AllocateRun.run")(function*(given: Given) {
  const { lang, method } = given
  const isTwoWay = given.margins.length > 0
  if ((given.claims.length === 0) === (given.cells.length === 0)) return yield* refused(Formations.sharedBy(lang))
  if (given.cells.length > 0 && (isTwoWay || Option.isSome(given.previous))) return yield* Effect.fail(Options.refusal([{ _tag: "OptionMissing", option: isTwoWay ? "--margins" : "--previous", needed: "--claims" }], lang))
  if (isTwoWay && (given.intervals || given.explain.length > 0 || Option.isSome(given.previous))) return yield* Effect.fail(Options.refusal([{ _tag: "NotUnder", option: "--intervals, --explain, --previous", choice: "--margins", instead: "--claims, --seats" }], lang))
  if (Option.isSome(given.previous) !== Option.isSome(given.pace)) return yield* Effect.fail(Options.refusal([Inputs.paceFault(given.previous)], lang))
  const margins = yield* Effect.forEach(given.margins, (path) => PostMarginsFile.read(path))
  const both = yield* Inputs.margins(margins, lang)
  const claims = yield* Effect.forEach(given.claims, (path) => ClaimsFile.read(path, (read) => (both === undefined ? [] : Inputs.marginFaults(read, margins, both))))
  const years = yield* Inputs.years(given.years, lang)
  const cells = yield* Effect.forEach(given.cells, (path) => CellsFile.read(path, years))
  const policy = yield* policyOf(given.policy, given.policySource, years, lang)
  const previous = Option.isSome(given.previous) ? yield* AllocationFile.read(given.previous.value, (read) => Inputs.previousFaults(claims, read)) : undefined
  const budget = Option.isSome(given.budget) ? yield* Ceiling.read(given.budget.value, yield* Options.day("--on", given.on, given.lang), given.whenAbove, lang) : undefined
  const asked = Option.getOrUndefined(given.seats) ?? (both === undefined ? undefined : Object.values(both.units).reduce((sum, posts) => sum + posts, 0))
  const bearable = budget === undefined ? undefined : Math.max(0, budget.ceiling.posts)
  if (asked === undefined && bearable === undefined) return yield* refused(Formations.howMany(lang))
  if (both !== undefined && bearable !== undefined && asked! > bearable) return yield* refused(...budget!.lines, Certainties.beyondBudget(asked!, bearable, lang))
  const seats = Math.min(asked ?? bearable!, bearable ?? asked!)
  const rows = claims.flatMap((read) => read.rows)
  const places: ReadonlyArray<Sharing.Place> = [...rows, ...cells.flatMap((read) => read.cells)]
  const drawn = Sharing.drawnOf(given.drawn, new Set(places.map(Sharing.nameOf)))
  const pace = previous === undefined ? undefined : {
    pace: {
    rise: Option.getOrThrow(given.pace),
    fall: Option.getOrElse(given.paceFall, () => Option.getOrThrow(given.pace)),
    rounding: "down" as const,
    atLeast: given.paceLeast
    },
    before: Object.fromEntries(previous.rows.map((row) => [Sharing.nameOf(row), row.seats]))
  }
  const made: Result.Result<Sharing.Shared, Formations.Problem> = cells.length > 0
    ? Sharing.fromCells(cells.flatMap((read) => read.cells), policy.policy, seats, method, drawn)
    : both !== undefined
    ? Sharing.fromMargins(rows, both, yield* twoWayMethod(method, lang), drawn)
    : Sharing.fromClaims(rows, seats, method, drawn, pace)
  if (Result.isFailure(made)) return yield* refused(Inputs.unshared(made.failure, pace === undefined && both === undefined ? claims : [], lang))
  const shared = made.success
  const { outcome, usulan } = shared
  if (both !== undefined && Option.isSome(given.seats) && outcome.total !== given.seats.value) return yield* refused(`--seats ${given.seats.value}; --margins ${outcome.total}`)
  const allocation = Sharing.allocationGrid(shared)
  const { coverage, draws, seed, spread } = given
  const intervals = given.intervals
    ? yield* inWords(Certainty.intervals(shared, { coverage, draws, seed, spread }, (runs) => Screen.counting("intervals", draws, runs)), lang)
    : undefined
  const names = yield* explained(given.explain, shared, lang)
  const changes = names.length === 0 ? undefined : yield* inWords(Certainty.changes(shared, names), lang)
  const hasSteps = !isTwoWay && (given.steps === "always" || (given.steps === "auto" && outcome.total <= mostSteps))
  const grids: readonly [Grid.Grid, ...ReadonlyArray<Grid.Grid>] = [
    allocation,
    ...(usulan === undefined ? [] : [Sharing.usulanGrid(usulan, years, lang)]),
    ...(hasSteps ? [Sharing.stepsGrid(shared)] : []),
    ...(intervals === undefined ? [] : [Certainty.intervalsGrid(shared, intervals)]),
    ...(changes === undefined ? [] : [Certainty.changesGrid(shared, changes)])
  ]
  const inputs = [...claims, ...cells, ...policy.read, ...margins, ...(previous === undefined ? [] : [previous]), ...(budget === undefined ? [] : [budget.budget])]
  const manifest = {
    format: 1,
    engine,
    standing: { _tag: "simulasi" },
    method,
    seats: outcome.total,
    ...(both === undefined ? {} : { margins: both }),
    ...(pace === undefined ? {} : { pace: pace.pace }),
    ...(budget === undefined ? {} : { budget: budget.record }),
    ...(usulan === undefined ? {} : { ceiling: usulan.ceiling, policy: usulan.policy, years }),
    ...(intervals === undefined ? {} : { weightings: { coverage, draws, seed, spread } }),
    draws: outcome.draws,
    ...(shared.open === undefined ? {} : { open: shared.open }),
    settled: outcome.settled,
    inputs: inputs.map(({ origin }) => origin)
  }
  return { budget, changes, grids, inputs, intervals, manifest, shared }
})

/** What was put right, how far the budget reaches, and what is left to a draw or to people. */
export const notes = ({ budget, inputs, shared }: Ran, lang: Sentences.Language): ReadonlyArray<string> => [
  ...inputs.flatMap(({ corrections }) => corrections).map((correction) => Corrections.sentence(correction, lang)),
  ...(budget?.lines ?? []),
  ...shared.outcome.draws.map((draw) => Formations.draw(draw, lang)),
  ...(shared.open === undefined ? [] : [Certainties.openTable(shared.open, lang)]),
  Formations.standing(lang)
]

/** The allocation as data: in JSON every table stands under its name, but for the steps. */
export const data = ({ grids: [allocation, ...more], manifest }: Ran): object => ({
  ...manifest,
  allocation: Grid.objects(allocation),
  ...Object.fromEntries(more.filter(({ name }) => name !== "steps").map((grid) => [grid.name, Grid.objects(grid)]))
})

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))

const inWords = <A>(made: Result.Result<A, Formations.Problem>, lang: "id" | "en"): Effect.Effect<A, CommandFailed> =>
  Result.isSuccess(made) ? Effect.succeed(made.success) : refused(Formations.problem(made.failure, lang))

/** Without a document every gap weighs the same; with one, what it does not name weighs 1. */
const policyOf = Effect.fn("allocate.policy")(function*(path: Option.Option<Table.Input>, source: Option.Option<string>, years: ReadonlyArray<number>, lang: Sentences.Language) {
  if (Option.isNone(path)) {
    const equal: Allocation.Policy = { source: { instrument: "-", confidence: "host" }, weights: {}, otherwise: 1, years }
    return { policy: equal, read: [] }
  }
  if (Option.isNone(source)) return yield* Effect.fail(Options.refusal([{ _tag: "OptionMissing", option: "--policy", needed: "--policy-source" }], lang))
  const read = yield* PolicyFile.read(path.value)
  const policy: Allocation.Policy = { source: { instrument: source.value, confidence: "host" }, weights: read.weights, otherwise: 1, years }
  return { policy, read: [read] }
})

const twoWayMethod = (method: Apportionment.Method, lang: Sentences.Language): Effect.Effect<TwoWay.Method, CommandFailed> => {
  const found = TwoWay.methods.find((one) => one === method)
  return found === undefined ? Effect.fail(Options.refusal([{ _tag: "NotUnder", option: `--method ${method}`, choice: "--margins", instead: TwoWay.methods.join(", ") }], lang)) : Effect.succeed(found)
}

/** The places that are to be explained: by their own name, by the unit they belong to, or all. */
const explained = (given: ReadonlyArray<string>, { claims }: Sharing.Shared, lang: Sentences.Language): Effect.Effect<ReadonlyArray<string>, CommandFailed> => {
  const isMeant = (name: string) => ({ place, unit }: Sharing.Shared["claims"][number]) => name === "all" || name === unit || name === place.unit
  const unknown = given.find((name) => !claims.some(isMeant(name)))
  if (unknown !== undefined) return Effect.fail(Options.refusal([{ _tag: "OptionUnknown", option: "--explain", found: unknown, known: claims.map(({ unit }) => unit) }], lang))
  return Effect.succeed(claims.filter((claim) => given.some((name) => isMeant(name)(claim))).map(({ unit }) => unit))
}
