/**
 * What `timbang survey index` answers: the official index as JSON, the facts of a report, the mean weighted to the users.
 *
 * @since 0.1.0
 */
import type { Day, Standing } from "@timbang/core/law"
import { Undefined } from "@timbang/core/number"
import { type CitizenSurvey, ControlChart, FairRank, PooledError, type SurveyIndex, SurveyWeights } from "@timbang/core/performance"
import type { PerformanceReport } from "@timbang/report"
import type { MarginsFile } from "@timbang/source-files"
import { Result } from "effect"
import type * as SurveyGroups from "./SurveyGroups.ts"
import type * as SurveyTally from "./SurveyTally.ts"

// --- models ---

/** The answer as JSON. What has no value is null. */
export interface Answer {
  /** Not rounded. */
  readonly index: number
  /** Two decimals. */
  readonly published: number
  readonly class: string | null
  /** Mean answer by element, not rounded. */
  readonly elements: Readonly<Record<string, number>>
  /** The reading of the weight, by name, and the weight of each element under it. */
  readonly weights: { readonly reading: string; readonly elements: Readonly<Record<string, number>> }
  readonly standardError: number | null
  /** Probability by class. */
  readonly classProbabilities: Readonly<Record<string, number>> | null
}

/** The policy under which services are compared; a host that has another writes its own report. */
export const policy: FairRank.Policy = { tail: "lowest", tailPercent: 25, bar: 0.9, method: "REML" }

// --- operations ---

/** The answer of a survey. */
export const answer = ({ classProbabilities, official, standardError }: CitizenSurvey.Survey, weight: SurveyIndex.Weight): Answer => ({
  index: official.index,
  published: official.published / 100,
  class: official.class._tag === "Classified" ? official.class.label : null,
  elements: Object.fromEntries(official.elements.map(({ id, mean }) => [id, mean])),
  weights: {
    reading: weight.name,
    elements: Object.fromEntries(official.elements.map(({ id }) => [id, Number(weight.share.numerator) / Number(weight.share.denominator)]))
  },
  standardError: Undefined.isUndefined(standardError) ? null : standardError,
  classProbabilities: Undefined.isUndefined(classProbabilities)
    ? null
    : Object.fromEntries(classProbabilities.map(({ label, probability }) => [label, probability]))
})

/**
 * The mean index of the users, from cells of respondents alike in every margin, design weight, cluster and stratum. Design weights
 * are kept: margins are met by factors on top of them.
 */
export const weighted = (
  { cells, design }: Pick<SurveyTally.Tallied, "cells" | "design">,
  margins: ReadonlyArray<MarginsFile.Margin>,
  population: number | undefined
): Result.Result<SurveyWeights.WeightedMean | Undefined.Undefined, SurveyWeights.MarginsNotMet> => {
  const base = Float64Array.from(cells, ({ size, weight }) => size * weight)
  const known = margins.map((margin, at): SurveyWeights.Margin => ({
    ...margin,
    codes: Int32Array.from(cells, ({ categories }) => categories[at]!)
  }))
  const raked = margins.length === 0 ? Result.succeed(undefined) : SurveyWeights.rake(base, known)
  return Result.map(raked, (raking) =>
    SurveyWeights.mean(
      { sizes: Float64Array.from(cells, ({ size }) => size), sums: Float64Array.from(cells, ({ sum }) => sum), squares: Float64Array.from(cells, ({ square }) => square) },
      {
        weights: raking?.weights ?? base,
        ...(raking === undefined ? {} : { raking }),
        ...(design.has("cluster") ? { clusters: Int32Array.from(cells, ({ cluster }) => cluster) } : {}),
        ...(design.has("stratum") ? { strata: Int32Array.from(cells, ({ stratum }) => stratum) } : {}),
        // The users are counted, the clusters among them are not: no correction where clusters were drawn.
        ...(population === undefined || design.has("cluster") ? {} : { population })
      }
    ))
}

/** The index over the periods shown, and the two answers in words; absent where periods are too few. */
export const course = (groups: ReadonlyArray<SurveyGroups.Group>, target: number | undefined): PerformanceReport.Course | undefined => {
  const chart = ControlChart.xmr(shown(groups, "period").map(({ group, survey: { official } }) => ({ period: group, measure: official.index })))
  if (Undefined.isUndefined(chart)) return undefined
  const wanted = target === undefined ? {} : { target }
  return { measure, chart, answers: ControlChart.answer(chart, { better: "high", ...wanted }), ...wanted, decimals: 2 }
}

/** The facts that `timbang report performance` prints: surveys, services compared, the course over periods. */
export const facts = (given: {
  readonly agency: string
  readonly period: string
  readonly on: Day.Day
  readonly standing: Standing.Standing
  readonly service: string
  readonly survey: CitizenSurvey.Survey
  readonly groups: ReadonlyArray<SurveyGroups.Group>
  readonly elementNames: Readonly<Record<string, string>>
  readonly course: PerformanceReport.Course | undefined
  readonly contrasts: PerformanceReport.Facts["contrasts"] | undefined
  readonly funnels: PerformanceReport.Facts["funnels"]
  readonly sampleSize: number | undefined
}): PerformanceReport.Facts => {
  const { agency, contrasts, course, elementNames, funnels, groups, on, period, sampleSize, service, standing, survey } = given
  const services = shown(groups, "service")
  const withheld = groups.flatMap(({ group, grouping, survey }) => grouping === "service" && survey === undefined ? [group] : [])
  // Few answers borrow the error of all, so that being alike is not being certain.
  const prepared = PooledError.prepare(services.flatMap(({ group, survey: { official, respondents, standardError } }) =>
    Undefined.isUndefined(standardError) ? [] : [{ id: group, estimate: official.index, answers: respondents, variance: standardError ** 2 * respondents }]))
  const estimates = Undefined.isUndefined(prepared) ? [] : prepared.estimates
  const rank = estimates.length < 3 ? undefined : FairRank.compare(estimates, policy, { draws: 10_000, seed: 1, standing })
  const surveyed = (name: string, of: CitizenSurvey.Survey) => ({ service: name, survey: of, elementNames })
  return {
    agency,
    period,
    on,
    standing,
    surveys: [{ ...surveyed(service, survey), ...(sampleSize === undefined ? {} : { sampleSize }) }],
    ...(withheld.length === 0 ? {} : { hidden: withheld }),
    ...(services.length === 0 ? {} : { parts: services.map(({ group, survey: own }) => surveyed(group, own)) }),
    comparisons: rank === undefined || Result.isFailure(rank) ? [] : [{ measure, rank: rank.success, decimals: 2 }],
    funnels,
    ...(contrasts === undefined ? {} : { contrasts }),
    courses: course === undefined ? [] : [course]
  }
}

const measure = "IKM (25-100)"

const shown = (groups: ReadonlyArray<SurveyGroups.Group>, name: string) =>
  groups.flatMap(({ group, grouping, survey }) => grouping === name && survey !== undefined ? [{ group, survey }] : [])
