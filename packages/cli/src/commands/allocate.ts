/**
 * `timbang allocate`: shares posts exactly and in proportion, among units, among positions of units (usulan), or two ways.
 *
 * @since 0.1.0
 */
import { Apportionment, type Allocation, TwoWay } from "@timbang/core/formation"
import { Fault } from "@timbang/core/input"
import { Certainties, Corrections, Formations, type Sentences } from "@timbang/language"
import { AllocationFile, CellsFile, ClaimsFile, Output, PolicyFile, PostMarginsFile } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../Exit.ts"
import * as Ceiling from "../formation/Ceiling.ts"
import * as Certainty from "../formation/Certainty.ts"
import * as Inputs from "../formation/Inputs.ts"
import * as Sharing from "../formation/Sharing.ts"
import * as Grid from "../Grid.ts"
import * as Options from "../Options.ts"
import * as Screen from "../Screen.ts"
import * as Refusal from "../selection/Refusal.ts"
import { engine } from "../selection/RunFolder.ts"

/** Most posts whose steps are written unless they are asked for. */
const mostSteps = 10_000

/** Most rows shown on a screen. */
const mostShown = 50

const part = (name: string, description: string) => Flag.String(name).pipe(Flag.optional, Flag.withMetavar("0.1"), Flag.withDescription(description))

/** The command. */
export const allocate = Command.make("allocate", {
  claims: Options.path("claims").pipe(Flag.atLeast(0), Flag.withDescription("CSV/XLSX: unit, claim, min, max (dua terakhir boleh kosong / the last two may be empty); boleh diulang / may be repeated")),
  cells: Options.path("cells").pipe(Flag.atLeast(0), Flag.withDescription("CSV/XLSX: unit, position, need, onHand, retiringYYYY; menghasilkan usulan / gives the usulan; boleh diulang / may be repeated")),
  margins: Options.path("margins").pipe(Flag.atLeast(0), Flag.withDescription("CSV/XLSX: unit atau/or position, seats; membagi dua arah / shares two ways; boleh diulang / may be repeated")),
  policy: Options.path("policy").pipe(Flag.optional, Flag.withDescription("CSV: jobFamily, weight; kebijakan prioritas / the priority policy")),
  policySource: Flag.String("policy-source").pipe(Flag.optional, Flag.withDescription("Dokumen yang menetapkan prioritas / the document that sets it")),
  years: Flag.String("years").pipe(Flag.withDefault(""), Flag.withDescription("Tahun pensiun yang dihitung, dipisah koma / years whose retirements count")),
  seats: Flag.Int("seats").pipe(Flag.optional, Flag.withDescription("Jumlah formasi yang dibagi; tanpa ini dari --margins atau --budget / posts to share")),
  budget: Options.path("budget").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: item, amount; batas belanja pegawai membatasi formasi / the cap on personnel spending limits the posts")),
  whenAbove: Options.whenAbove,
  on: Flag.String("on").pipe(Flag.optional, Flag.withDescription("Hari hukum untuk --budget; tanpa ini hari ini / day of the law; today without it")),
  method: Flag.Literals("method", Apportionment.methods).pipe(Flag.withDefault("sainte-lague"), Flag.withDescription("Cara membagi / method of apportionment")),
  drawn: Flag.String("drawn").pipe(Flag.atLeast(0), Flag.withMetavar("UNIT,..."), Flag.withDescription("Pemenang undian / units that won the draws; dua arah/two ways: UNIT / JABATAN=FORMASI")),
  previous: Options.path("previous").pipe(Flag.optional, Flag.withDescription("Formasi sebelumnya, allocation.csv: unit, seats / the posts before; dengan/with --pace")),
  pace: part("pace", "Kenaikan dan penurunan terbesar, bagian dari formasi sebelumnya / largest rise and fall, a part of the posts before"),
  paceFall: part("pace-fall", "Penurunan terbesar bila berbeda / largest fall where it differs"),
  paceLeast: Flag.Int("pace-least").pipe(Flag.withDefault(1), Flag.withDescription("Formasi yang selalu boleh naik atau turun / posts that may rise or fall in any case")),
  intervals: Flag.Boolean("intervals").pipe(Flag.withDefault(false), Flag.withDescription("Selang formasi setiap unit / the interval of every unit: intervals.csv")),
  spread: Flag.Finite("spread").pipe(Flag.withDefault(0.25), Flag.withDescription("Pergeseran bobot terbesar, 0 sampai 1 / how far weights move")),
  draws: Flag.Int("draws").pipe(Flag.withDefault(10_000), Flag.withDescription("Banyak pembobotan / number of weightings")),
  seed: Flag.Int("seed").pipe(Flag.withDefault(1), Flag.withDescription("Benih / seed; benih sama, hasil sama / same seed, same result")),
  coverage: Flag.Finite("coverage").pipe(Flag.withDefault(0.95), Flag.withDescription("Bagian pembobotan di dalam selang / part of the weightings an interval holds")),
  explain: Flag.String("explain").pipe(Flag.atLeast(0), Flag.withMetavar("UNIT|all"), Flag.withDescription("Perubahan klaim terkecil yang memindahkan satu formasi / smallest change that moves a post: seat-changes.csv")),
  steps: Flag.Literals("steps", ["auto", "always", "never"]).pipe(Flag.withDefault("auto"), Flag.withDescription(`steps.csv; auto: sampai ${mostSteps} formasi / up to that many posts`)),
  format: Options.format,
  lang: Options.lang,
  out: Options.outFolder.pipe(Flag.optional)
}, (given) =>
  Effect.gen(function*() {
    const { lang, method } = given
    const isTwoWay = given.margins.length > 0
    if ((given.claims.length === 0) === (given.cells.length === 0)) return yield* refused(Formations.sharedBy(lang))
    if (given.cells.length > 0 && (isTwoWay || Option.isSome(given.previous))) return yield* Effect.fail(Options.refusal([{ _tag: "OptionMissing", option: isTwoWay ? "--margins" : "--previous", needed: "--claims" }], lang))
    if (isTwoWay && (given.intervals || given.explain.length > 0 || Option.isSome(given.previous))) return yield* Effect.fail(Options.refusal([{ _tag: "NotUnder", option: "--intervals, --explain, --previous", choice: "--margins", instead: "--claims, --seats" }], lang))
    if (Option.isSome(given.previous) !== Option.isSome(given.pace)) return yield* Effect.fail(Options.refusal([Inputs.paceFault(given.previous)], lang))
    const claims = yield* Effect.forEach(given.claims, (path) => ClaimsFile.read(path))
    const years = yield* Inputs.years(given.years, lang)
    const cells = yield* Effect.forEach(given.cells, (path) => CellsFile.read(path, years))
    const policy = yield* policyOf(given.policy, given.policySource, years, lang)
    const margins = yield* Effect.forEach(given.margins, (path) => PostMarginsFile.read(path))
    const previous = Option.isSome(given.previous) ? yield* AllocationFile.read(given.previous.value) : undefined
    const budget = Option.isSome(given.budget) ? yield* Ceiling.read(given.budget.value, yield* Options.day("--on", given.on, given.lang), given.whenAbove, lang) : undefined
    const both = yield* Inputs.margins(margins, lang)
    const faults = [...(both === undefined ? [] : Inputs.marginFaults(claims, margins, both)), ...(previous === undefined ? [] : Inputs.previousFaults(claims, previous))]
    if (faults.length > 0) return yield* Effect.fail(new Fault.InputRefused({ file: faults[0]!.file, faults, total: faults.length }))
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
    const grids: ReadonlyArray<Grid.Grid> = [
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
    if (Option.isSome(given.out)) {
      yield* Output.write(given.out.value, (folder) =>
        Effect.gen(function*() {
          for (const grid of grids) yield* folder.write(`${grid.name}.csv`, Grid.csv(grid))
          yield* folder.write("allocation.xlsx", Grid.workbook(grids))
          yield* folder.write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`)
        }), (files) => files.includes("allocation.csv"))
    }
    yield* Screen.note(
      ...inputs.flatMap(({ corrections }) => corrections).map((correction) => Corrections.sentence(correction, lang)),
      ...(budget?.lines ?? []),
      ...outcome.draws.map((draw) => Formations.draw(draw, lang)),
      ...(shared.open === undefined ? [] : [Certainties.openTable(shared.open, lang)]),
      Formations.standing(lang)
    )
    if (given.format === "json") {
      const more = grids.slice(1).filter(({ name }) => name !== "steps").map((grid) => [grid.name, Grid.objects(grid)])
      return yield* Screen.print(JSON.stringify({ ...manifest, allocation: Grid.objects(allocation), ...Object.fromEntries(more) }, null, 2))
    }
    if (given.format === "csv") return yield* Screen.print(Grid.show(allocation, "csv"))
    const shown = usulan === undefined ? allocation : grids[1]!
    yield* Screen.print(
      Grid.show({ ...shown, rows: shown.rows.slice(0, mostShown) }, "table"),
      ...(shown.rows.length > mostShown ? [`${mostShown} / ${shown.rows.length}`] : []),
      ...(intervals ?? []).slice(0, mostShown).map((interval) => Certainties.interval(interval, lang)),
      ...(changes?.found ?? []).slice(0, mostShown).flatMap((change) => Certainties.change(change, changes!.perClaim, lang)),
      ...(Option.isSome(given.out) ? [`${given.out.value}: ${[...grids.map(({ name }) => `${name}.csv`), "allocation.xlsx", "manifest.json"].join(", ")}`] : [])
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Membagi formasi secara tepat dan sebanding / share posts exactly and in proportion"),
    Command.withExamples([
      { command: "timbang allocate --claims C.csv --seats 100 --method sainte-lague --out hasil", description: "Menurut klaim setiap unit / by the claims of units" },
      { command: "timbang allocate --claims C.csv --margins M.csv --out hasil", description: "Dua arah: unit dan rumpun jabatan / two ways" },
      { command: "timbang allocate --claims C.csv --seats 100 --previous 2025/allocation.csv --pace 0.1 --intervals --explain all --out hasil", description: "Dengan laju perubahan, selang, dan perubahan terkecil / with a pace, intervals and smallest changes" }
    ])
  )

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))

const inWords = <A>(made: Result.Result<A, Formations.Problem>, lang: "id" | "en"): Effect.Effect<A, CommandFailed> =>
  Result.isSuccess(made) ? Effect.succeed(made.success) : refused(Formations.problem(made.failure, lang))

/** Without a document every gap weighs the same; with one, what it does not name weighs 1. */
const policyOf = Effect.fn("allocate.policy")(function*(path: Option.Option<string>, source: Option.Option<string>, years: ReadonlyArray<number>, lang: Sentences.Language) {
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
