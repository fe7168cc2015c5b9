/**
 * `timbang needs analyse`: units compared by many criteria, for analysts.
 *
 * @since 0.1.0
 */
import { Analyses, Needs } from "@timbang/language"
import { ComparisonsFile, MatrixFile } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import * as Answer from "../../Answer.ts"
import { codes, CommandFailed } from "../../Exit.ts"
import * as Analysing from "../Analysing.ts"
import * as AnalysisGrids from "../AnalysisGrids.ts"
import * as Varying from "../Varying.ts"
import * as Options from "../../Options.ts"
import * as Screen from "../../Screen.ts"
import * as Refusal from "../../selection/Refusal.ts"
import { engine } from "../../selection/RunFolder.ts"

/** The command. */
export const analyse = Command.make("analyse", {
  matrix: Options.path("matrix").pipe(Flag.withDescription("CSV/XLSX: unit, satu kolom per kriteria / one column for each criterion; timbang template matrix")),
  criteria: Options.path("criteria").pipe(Flag.withDescription("CSV/XLSX: arah, bobot, batas setiap kriteria / direction, weight, bounds; timbang template criteria")),
  method: Flag.Literals("method", Analysing.methods).pipe(Flag.atLeast(0), Flag.withDescription("Cara, boleh diulang; tanpa ini semua / a method, may be repeated; all without it")),
  weights: Flag.Literals("weights", Analysing.weightings).pipe(Flag.withDefault("given"), Flag.withDescription("Dari mana bobot; given, parts: kolom weight, bagian dari 1 atau perbandingan / where weights come from; given, parts: the column weight, shares or proportions")),
  comparisons: Options.path("comparisons").pipe(Flag.optional, Flag.withDescription("ahp: penilaian berpasangan / judgements of two and two; timbang template comparisons")),
  deviation: Flag.Literals("deviation", ["sample", "population"]).pipe(Flag.withDefault("sample"), Flag.withDescription("Simpangan baku: n - 1 atau n / divisor of the standard deviation")),
  topsisScale: Flag.Literals("topsis-scale", ["vector", "min-max", "none"]).pipe(Flag.withDefault("vector"), Flag.withDescription("Skala TOPSIS / scale of TOPSIS")),
  sumScale: Flag.Literals("sum-scale", ["min-max", "vector", "column-sum", "linear-ratio"]).pipe(Flag.withDefault("min-max"), Flag.withDescription("Skala jumlah berbobot / scale of the weighted sum")),
  productScale: Flag.Literals("product-scale", ["linear-ratio", "column-sum"]).pipe(Flag.withDefault("linear-ratio"), Flag.withDescription("Skala perkalian berbobot / scale of the weighted product")),
  majority: Varying.share("majority", 0.5, "VIKOR: bobot S terhadap R / weight of S against R"),
  share: Varying.share("share", 0.5, "WASPAS: bagian penjumlahan / share of the sum"),
  vary: Flag.Literals("vary", Analysing.methods).pipe(Flag.optional, Flag.withDescription("Geser semua bobot cara ini: selang peringkat dan indeks Sobol / move all weights of this method: rank intervals and Sobol indices")),
  ...Varying.options,
  ...Answer.options
}, (given) =>
  Effect.gen(function*() {
    const { lang, weights } = given
    if (weights === "ahp" && Option.isNone(given.comparisons)) {
      return yield* refused(Analyses.judgementsMissing(lang))
    }
    const faults = [
      ...(weights !== "ahp" && Option.isSome(given.comparisons) ? [idle("--comparisons", "--weights ahp")] : []),
      ...(Option.isNone(given.vary) && Option.isSome(given.of) ? [idle("--of", "--vary")] : [])
    ]
    if (faults.length > 0) return yield* Effect.fail(Options.refusal(faults, lang))
    const vary = Option.getOrUndefined(given.vary)
    const isAsked = (method: Analysing.Method) => given.method.includes(method) || vary === method
    const criteria = yield* MatrixFile.readCriteria(given.criteria, { ...(weights === "given" ? { weights: "shares" } : weights === "parts" ? { weights } : {}), bounds: isAsked("spotis") })
    const areBounded = criteria.criteria.every(({ bounds }) => bounds !== undefined)
    const asked = Analysing.methods.filter((method) => isAsked(method) || (given.method.length === 0 && (method !== "spotis" || areBounded)))
    const ids = criteria.criteria.map(({ id }) => id)
    const judged = weights === "ahp" ? yield* ComparisonsFile.read(Option.getOrThrow(given.comparisons), ids) : undefined
    const matrix = yield* MatrixFile.read(given.matrix, criteria.criteria.map((one) => Analysing.expected(one, asked, weights, given)))
    const unit = Option.getOrUndefined(given.of)
    if (unit !== undefined && !matrix.units.includes(unit)) {
      return yield* refused(Analyses.unitAbsent(unit, matrix.units, lang))
    }
    const inWords = <A>(result: Result.Result<A, Needs.Problem>) =>
      Effect.fromResult(Result.mapError(result, (problem) => new CommandFailed({ code: codes.refused, lines: [`${given.matrix}: ${Needs.problem(problem, lang)}`] })))
    const compared = yield* inWords(Analysing.compare(criteria.criteria, matrix, weights, given.deviation, judged?.comparisons ?? []))
    const scored: Array<Analysing.Scored> = []
    for (const method of asked) scored.push(yield* inWords(Analysing.score(method, compared, given)))
    const critical = yield* inWords(Analysing.critical(compared))
    const { coverage, draws, seed, spread } = given
    const varied = vary === undefined
      ? undefined
      : yield* inWords(Result.flatMap(
        Analysing.variants(vary, compared, given, spread),
        (variants) => Varying.vary(variants, { spread, draws, seed, coverage, ...(unit === undefined ? {} : { of: unit }) }, Screen.evaluations(draws * (ids.length + 3) + 1))
      ))
    const { priorities } = compared
    const shares = varied === undefined || "_tag" in varied.shares ? undefined : varied.shares
    const grids = [
      AnalysisGrids.scores(matrix.units, scored),
      AnalysisGrids.weights(compared),
      AnalysisGrids.measures(scored),
      AnalysisGrids.critical(critical),
      ...(priorities === undefined ? [] : [AnalysisGrids.completed(priorities)]),
      ...(varied === undefined ? [] : [AnalysisGrids.intervals(varied.intervals), ...(shares === undefined ? [] : [AnalysisGrids.sobol(shares)])])
    ] as const
    const compromise = scored.find((one) => one.compromise !== undefined)?.compromise
    const inputs = [criteria, matrix, ...(judged === undefined ? [] : [judged])]
    const manifest = {
      format: 1,
      engine,
      methods: asked,
      weighting: weights,
      settings: {
        deviation: given.deviation, topsisScale: given.topsisScale, sumScale: given.sumScale, productScale: given.productScale, majority: given.majority, share: given.share
      },
      ...(priorities === undefined ? {} : { ahp: { lambdaMax: priorities.lambdaMax, consistencyIndex: priorities.consistencyIndex, consistency: priorities.consistency } }),
      ...(compromise === undefined ? {} : { vikor: { proposed: compromise.proposed, hasAdvantage: compromise.hasAdvantage, isStable: compromise.isStable } }),
      ...(varied === undefined ? {} : {
        varied: { method: vary, of: unit ?? "mean shift of ranks", spread, draws, seed, coverage, ...(shares === undefined ? {} : { evaluations: shares.evaluations }) }
      }),
      inputs: inputs.map(({ origin }) => origin)
    }
    yield* Answer.give({
      grids,
      shown: grids.filter(({ name }) => name !== "measures" && name !== "critical" && name !== "completed"),
      workbook: "analysis",
      manifest: { file: "analysis.json", content: manifest },
      inputs,
      notes: [
        ...(!asked.includes("spotis") && given.method.length === 0 ? [Analyses.withoutBounds(given.criteria, lang)] : []),
        ...(varied !== undefined && "_tag" in varied.shares ? [Needs.problem(varied.shares, lang)] : []),
        ...(priorities === undefined ? [] : [Analyses.consistency(priorities.consistency, lang)]),
        Analyses.standing(lang)
      ],
      below: [
        ...(compromise === undefined ? [] : [Analyses.compromise(compromise, lang)]),
        ...critical.flatMap(({ criterion, found }) => firstPlaces(criterion, found, lang))
      ]
    }, given)
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Perbandingan banyak kriteria untuk analis: TOPSIS, VIKOR, PROMETHEE, SPOTIS, WASPAS / multi-criteria comparison for analysts"),
    Command.withExamples([{ command: "timbang needs analyse --matrix matrix.csv --criteria criteria.csv --weights critic --vary topsis --out analisis", description: "Semua cara, bobot CRITIC, selang peringkat / all methods, rank intervals" }])
  )

const firstPlaces = (criterion: string, found: Analysing.Critical["found"], lang: "id" | "en"): ReadonlyArray<string> => {
  if (found === undefined || found.first.length > 1) return []
  const first = found.critical.filter(({ isFirst }) => isFirst)
  return first.length === 0 ? [Analyses.neverCritical(criterion, lang)] : first.map((one) => Analyses.critical(criterion, found.weight, one, lang))
}

const idle = (option: string, only: string) => ({ _tag: "OptionIdle", option, only } as const)

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))
