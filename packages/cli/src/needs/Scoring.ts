/**
 * Scores a model with its data and gathers everything that is printed, stored or reported of it.
 *
 * @since 0.1.0
 */
import { Apportionment, Pace, PostInterval, SeatChange } from "@timbang/core/formation"
import { Claim, ClaimDraws, CompositeIndex, NeedScore, Sensitivity, Table, Uncertainty } from "@timbang/core/needs"
import type { Driver, IndexModel, NeedModel } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import type { Formations, Needs } from "@timbang/language"
import type { NeedsReport } from "@timbang/report"
import { Data as Tagged, Result } from "effect"
import type { CommandFailed } from "../Exit.ts"
import type { Data } from "./DataFolder.ts"
import type { ModelFile } from "./ModelFile.ts"
import * as Quality from "./Quality.ts"

// --- models ---

/** What scoring can fail with. */
export type Problem = Needs.Problem | PostsNotShared | CommandFailed

/** Least and most posts by cell, and how far posts may move from those before. */
export interface Limits {
  readonly bounds?: ReadonlyMap<string, { readonly min?: number; readonly max?: number }>
  readonly paced?: { readonly before: Readonly<Record<string, number>>; readonly pace: Pace.Pace }
}

// --- errors ---

/** The posts cannot be shared among the claims. */
export class PostsNotShared extends Tagged.TaggedError("PostsNotShared")<{ readonly problem: Formations.Problem }> {}

// --- operations ---

/** Scores a model whose figures are filled in; with `seats`, posts are shared by Sainte-Laguë among all cells. */
export const score = (
  model: ModelFile,
  data: Data,
  map: NeedsReport.Facts["map"],
  seats: number | undefined,
  voice?: NeedsReport.Facts["voice"]
): Result.Result<NeedsReport.Facts, Problem> =>
  Result.gen(function*() {
    const { chance: { coverage, draws, seed, weightSpread }, index: indexModel, needs } = model
    const scores = yield* NeedScore.score(needs)
    const index = indexModel === undefined ? undefined : yield* indexOf(model)
    const drawn = yield* ClaimDraws.draw(needs, { shareSpread: weightSpread, draws, seed })
    const posts = seats === undefined ? undefined : yield* postsOf(scores, drawn, seats, coverage)
    const titles = {
      ...Object.fromEntries((indexModel?.indicators ?? []).map(({ id, title }) => [id, title])),
      ...model.titles
    }
    return {
      title: needs.title,
      on: needs.day,
      year: needs.year,
      standing: { _tag: "simulasi" },
      units: needs.units,
      sectors: needs.matrix.sectors,
      jobFamilies: needs.matrix.jobFamilies,
      titles,
      policy: { title: needs.matrix.title, source: needs.matrix.source },
      scores,
      ...(index === undefined ? {} : { index: index.index }),
      chance: { draws, seed, coverage, spread: weightSpread },
      claims: intervals(drawn, coverage),
      ...(posts === undefined ? {} : { posts }),
      quality: Quality.of(model, data, scores, index?.imputed ?? []),
      figures: Quality.figures(needs, data),
      notes: data.notes,
      corrections: data.corrections,
      ...(voice === undefined ? {} : { voice }),
      ...(map === undefined ? {} : { map })
    }
  })

/** Posts of every cell; `limits` bound them, by cell as `unit / job family`. */
export const share = (
  claims: ReadonlyArray<Claim.Claim>,
  seats: number,
  method: Apportionment.Method = "sainte-lague",
  limits: Limits = {}
): Result.Result<ReadonlyArray<{ readonly posts: number; readonly isOpen: boolean }>, PostsNotShared> =>
  inWords(Result.gen(function*() {
    const plain = claims.map((claim) => ({ unit: nameOf(claim), claim: Claim.millionths(claim), ...limits.bounds?.get(nameOf(claim)) }))
    const bounded = limits.paced === undefined ? plain : yield* Pace.bound(plain, limits.paced.before, limits.paced.pace)
    const { draws, seats: shared } = yield* Apportionment.apportion(bounded, seats, method)
    return claims.map((claim, at) => ({
      posts: shared[at]!.seats,
      isOpen: draws.some(({ among }) => among.includes(nameOf(claim)))
    }))
  }))

const inWords = <A>(result: Result.Result<A, Formations.Problem>): Result.Result<A, PostsNotShared> =>
  Result.mapError(result, (problem) => new PostsNotShared({ problem }))

/** The name of a cell. */
export const nameOf = ({ jobFamily, unit }: Pick<Claim.Claim, "unit" | "jobFamily">): string => `${unit} / ${jobFamily}`

const indexOf = ({ chance, index: given, needs }: ModelFile): Result.Result<
  { readonly index: NeedsReport.Index; readonly imputed: ReadonlyArray<readonly [string, string]> },
  Problem
> =>
  Result.gen(function*() {
    const model = given!
    const outcome = yield* composite(needs, model)
    const { means, weightSpread } = chance
    const variants = yield* Uncertainty.variants(outcome, { weightSpread, ...(means === undefined ? {} : { means }) })
    const root = model.groups.find(({ parent }) => parent === undefined)!
    const titles = new Map([...model.groups, ...model.indicators].map(({ id, title }) => [id, title]))
    const parts = outcome.groups[root.id]!
    return {
      index: {
        title: model.title,
        index: outcome.index,
        ranks: outcome.ranks,
        intervals: yield* Sensitivity.rankIntervals(variants, chance),
        mean: parts[0]!.mean,
        groups: outcome.members[root.id]!.map((id) => titles.get(id)!),
        contributions: parts.map(({ contributions }) => contributions),
        scale: outcome.log.entries.reduce(
          (product, entry) => (entry.step === "scale" ? product * entry.factor : product),
          1
        )
      },
      imputed: outcome.log.entries.flatMap((entry) =>
        entry.step === "impute" ? entry.changed.map(({ indicator, unit }) => [unit, indicator] as const) : []
      )
    }
  })

/** The composite index of a model's units by the figures of its needs. */
export const composite = (needs: NeedModel.NeedModel, index: IndexModel.IndexModel) =>
  Result.flatMap(
    Table.make(needs.units.map(({ id }) => id), figuresOf(needs, index.indicators)),
    (table) => CompositeIndex.compute(index, table)
  )

/** Figures of the year of each indicator; null where there is none. */
const figuresOf = (
  { observations, units, year }: NeedModel.NeedModel,
  indicators: ReadonlyArray<{ readonly id: string; readonly year?: number }>
): Readonly<Record<string, ReadonlyArray<number | null>>> => {
  const found = new Map(observations.map((one) => [JSON.stringify([one.unit, one.indicator, one.year]), one.figure]))
  return Object.fromEntries(indicators.map(({ id, year: own }) => [
    id,
    units.map(({ id: unit }: Driver.Named) => {
      const figure = found.get(JSON.stringify([unit, id, own ?? year]))
      return figure === undefined ? null : Fraction.toNumber(Fraction.parseUnsafe(figure))
    })
  ]))
}

const intervals = (
  { cells, runs }: ClaimDraws.ClaimDraws,
  coverage: number
): ReadonlyArray<NeedsReport.ClaimInterval> => {
  const columns: ReadonlyArray<Array<number>> = cells.map(() => [])
  for (const run of runs) for (let at = 0; at < run.length; at++) columns[at]!.push(run[at]!)
  return cells.map((cell, at) => {
    const sorted = Float64Array.from(columns[at]!).sort()
    const outside = Math.floor((1 - coverage) / 2 * sorted.length + 1e-9)
    return { ...cell, low: sorted[outside]! / 1e6, high: sorted[sorted.length - 1 - outside]! / 1e6 }
  })
}

const postsOf = (
  { claims }: NeedScore.NeedScores,
  { cells, runs }: ClaimDraws.ClaimDraws,
  seats: number,
  coverage: number
): Result.Result<NonNullable<NeedsReport.Facts["posts"]>, Problem> =>
  Result.gen(function*() {
    const shared = yield* share(claims, seats)
    const across = yield* inWords(PostInterval.across(cells.map((cell) => ({ unit: nameOf(cell) })), runs, {
      total: seats,
      method: "sainte-lague",
      coverage
    }))
    const changes = changesOf(claims, seats)
    return {
      seats,
      cells: claims.map(({ jobFamily, unit }, at) => {
        const { high, low } = across[at]!
        const change = changes.get(nameOf({ unit, jobFamily }))
        return { unit, jobFamily, ...shared[at]!, low, high, ...(change === undefined ? {} : { change }) }
      })
    }
  })

/** Most cells for which the smallest changes are looked for: each takes some dozens of apportionments. */
const mostExplained = 400

/** The smallest change of every claim that moves a post, by cell; a cell that waits for a draw has none. */
const changesOf = (
  claims: ReadonlyArray<Claim.Claim>,
  seats: number
): ReadonlyMap<string, NonNullable<NeedsReport.Post["change"]>> => {
  const whole = claims.map((claim) => ({ unit: nameOf(claim), claim: Claim.millionths(claim) }))
  const cells = new Map(claims.map((claim) => [nameOf(claim), { unit: claim.unit, jobFamily: claim.jobFamily }]))
  const move = (found: SeatChange.Move | undefined): NeedsReport.Move | undefined =>
    found === undefined ? undefined : { people: found.change / 1e6, others: found.others.map((name) => cells.get(name)!) }
  return new Map((whole.length > mostExplained ? [] : whole).flatMap(({ unit }) => {
    const found = SeatChange.find(whole, seats, "sainte-lague", unit)
    if (Result.isFailure(found)) return []
    const [gain, loss] = [move(found.success.gain), move(found.success.loss)]
    return [[unit, { ...(gain === undefined ? {} : { gain }), ...(loss === undefined ? {} : { loss }) }] as const]
  }))
}
