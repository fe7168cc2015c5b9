/**
 * `timbang allocate`: shares posts exactly and in proportion, among units or among positions of units (usulan).
 *
 * @since 0.1.0
 */
import { Apportionment, type Allocation } from "@timbang/core/formation"
import { Corrections, Formations } from "@timbang/language"
import { CellsFile, ClaimsFile, Output, PolicyFile } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../Exit.ts"
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

/** The command. */
export const allocate = Command.make("allocate", {
  claims: Flag.Path("claims").pipe(Flag.atLeast(0), Flag.withDescription("CSV/XLSX: unit, claim, min, max (dua terakhir boleh kosong / the last two may be empty); boleh diulang / may be repeated")),
  cells: Flag.Path("cells").pipe(Flag.atLeast(0), Flag.withDescription("CSV/XLSX: unit, position, need, onHand, retiringYYYY; menghasilkan usulan / gives the usulan; boleh diulang / may be repeated")),
  policy: Flag.Path("policy").pipe(Flag.optional, Flag.withDescription("CSV: jobFamily, weight; kebijakan prioritas / the priority policy")),
  policySource: Flag.String("policy-source").pipe(Flag.optional, Flag.withDescription("Dokumen yang menetapkan prioritas / the document that sets it")),
  years: Flag.String("years").pipe(Flag.withDefault(""), Flag.withDescription("Tahun pensiun yang dihitung, dipisah koma / years whose retirements count")),
  seats: Flag.Int("seats").pipe(Flag.withDescription("Jumlah formasi yang dibagi / posts to share")),
  method: Flag.Literals("method", Apportionment.methods).pipe(Flag.withDefault("sainte-lague"), Flag.withDescription("Cara membagi / method of apportionment")),
  drawn: Flag.String("drawn").pipe(Flag.atLeast(0), Flag.withMetavar("UNIT,..."), Flag.withDescription("Pemenang undian / units that won the draws")),
  steps: Flag.Literals("steps", ["auto", "always", "never"]).pipe(Flag.withDefault("auto"), Flag.withDescription(`steps.csv; auto: sampai ${mostSteps} formasi / up to that many posts`)),
  format: Options.format,
  lang: Options.lang,
  out: Options.outFolder.pipe(Flag.optional)
}, (given) =>
  Effect.gen(function*() {
    const { lang, method, seats } = given
    if ((given.claims.length === 0) === (given.cells.length === 0)) return yield* refused("--claims C.csv | --cells CELLS.csv")
    const claims = yield* Effect.forEach(given.claims, (path) => ClaimsFile.read(path))
    const years = yield* yearsOf(given.years)
    const cells = yield* Effect.forEach(given.cells, (path) => CellsFile.read(path, years))
    const policy = yield* policyOf(given.policy, given.policySource, years)
    const places: ReadonlyArray<Sharing.Place> = [...claims.flatMap(({ rows }) => rows), ...cells.flatMap((read) => read.cells)]
    const drawn = Sharing.drawnOf(given.drawn, new Set(places.map(Sharing.nameOf)))
    const made = cells.length === 0
      ? Sharing.fromClaims(claims.flatMap(({ rows }) => rows), seats, method, drawn)
      : Sharing.fromCells(cells.flatMap((read) => read.cells), policy.policy, seats, method, drawn)
    if (Result.isFailure(made)) return yield* refused(Formations.problem(made.failure, lang))
    const shared = made.success
    const { outcome, usulan } = shared
    const allocation = Sharing.allocationGrid(shared)
    const inputs = [...claims, ...cells, ...policy.read]
    const manifest = {
      format: 1,
      engine,
      standing: { _tag: "simulasi" },
      method,
      seats: outcome.total,
      ...(usulan === undefined ? {} : { ceiling: usulan.ceiling, policy: usulan.policy, years }),
      draws: outcome.draws,
      settled: outcome.settled,
      inputs: inputs.map(({ origin }) => origin)
    }
    const hasSteps = given.steps === "always" || (given.steps === "auto" && outcome.total <= mostSteps)
    if (Option.isSome(given.out)) {
      yield* Output.write(given.out.value, (folder) =>
        Effect.gen(function*() {
          yield* folder.write("allocation.csv", Grid.csv(allocation))
          if (usulan !== undefined) yield* folder.write("usulan.csv", Grid.csv(Sharing.usulanGrid(usulan, years, lang)))
          if (hasSteps) yield* folder.write("steps.csv", Grid.csv(Sharing.stepsGrid(shared)))
          yield* folder.write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`)
        }), (files) => files.includes("allocation.csv"))
    }
    yield* Screen.note(
      ...inputs.flatMap(({ corrections }) => corrections).map((correction) => Corrections.sentence(correction, lang)),
      ...outcome.draws.map((draw) => Formations.draw(draw, lang)),
      Formations.standing(lang)
    )
    if (given.format === "json") return yield* Screen.print(JSON.stringify({ ...manifest, allocation: Grid.objects(allocation) }, null, 2))
    if (given.format === "csv") return yield* Screen.print(Grid.show(allocation, "csv"))
    const shown = usulan === undefined ? allocation : Sharing.usulanGrid(usulan, years, lang)
    yield* Screen.print(
      Grid.show({ ...shown, rows: shown.rows.slice(0, mostShown) }, "table"),
      ...(shown.rows.length > mostShown ? [`${mostShown} / ${shown.rows.length}`] : []),
      ...(Option.isSome(given.out) ? [`${given.out.value}: ${["allocation.csv", ...(usulan === undefined ? [] : ["usulan.csv"]), ...(hasSteps ? ["steps.csv"] : []), "manifest.json"].join(", ")}`] : [])
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Membagi formasi secara tepat dan sebanding / share posts exactly and in proportion"),
    Command.withExamples([{ command: "timbang allocate --claims C.csv --seats 100 --method sainte-lague --out hasil", description: "Menurut klaim setiap unit / by the claims of units" }])
  )

const refused = (line: string) => Effect.fail(new CommandFailed({ code: codes.refused, lines: [line] }))

const yearsOf = (text: string): Effect.Effect<ReadonlyArray<number>, CommandFailed> => {
  const years = text.split(",").map((year) => year.trim()).filter((year) => year !== "")
  return years.every((year) => /^\d{4}$/.test(year)) ? Effect.succeed([...new Set(years.map(Number))]) : refused(`--years ${text}: 2026,2027`)
}

/** Without a document every gap weighs the same; with one, what it does not name weighs 1. */
const policyOf = Effect.fn("allocate.policy")(function*(path: Option.Option<string>, source: Option.Option<string>, years: ReadonlyArray<number>) {
  if (Option.isNone(path)) {
    const equal: Allocation.Policy = { source: { instrument: "-", confidence: "host" }, weights: {}, otherwise: 1, years }
    return { policy: equal, read: [] }
  }
  if (Option.isNone(source)) return yield* refused("--policy: --policy-source DOCUMENT")
  const read = yield* PolicyFile.read(path.value)
  const policy: Allocation.Policy = { source: { instrument: source.value, confidence: "host" }, weights: read.weights, otherwise: 1, years }
  return { policy, read: [read] }
})
