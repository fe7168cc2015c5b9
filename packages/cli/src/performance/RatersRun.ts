/**
 * Scores that several raters gave: how far they agree, how severe each is, who cannot be compared, and what is pending.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { type Interval, Undefined } from "@timbang/core/number"
import { Cronbach, IntraclassCorrelation, Kappa, Krippendorff, MultiRater, RaterSeverity, RatingTable } from "@timbang/core/performance"
import { Findings, Measures, type Sentences } from "@timbang/language"
import { Rows, ScoresFile, type Table } from "@timbang/source-files"
import { Array, Effect } from "effect"
import type * as Grid from "../Grid.ts"
import * as Records from "./Records.ts"

// --- models ---

/** One measure of agreement: a number with its interval where there is one, or the reason why there is none. */
export interface Measure {
  readonly name: string
  readonly found: number | Undefined.Undefined
  readonly interval?: Interval.Interval | Undefined.Undefined
}

/** What was made. */
export interface Made {
  readonly measures: ReadonlyArray<Measure>
  readonly people: Grid.Grid
  readonly raters: Grid.Grid
  readonly convention: RaterSeverity.Severity["convention"]
  readonly islands: number
  /** Sentences on links that are missing. */
  readonly missing: ReadonlyArray<string>
  /** What the groups say of each person; empty without a policy. */
  readonly groups: ReadonlyArray<string>
  readonly pending: number
  readonly corrections: Table.Table<never>["corrections"]
}

// --- operations ---

/** Reads the scores and measures, or refuses the file: a rater who scored a person twice, a group that the policy does not have. */
export const run = Effect.fn("RatersRun.run")(function*(path: string, policy: MultiRater.Policy, lang: Sentences.Language) {
  const { columns } = ScoresFile
  const table = yield* Records.read("scores", path, columns, (read, refused) => {
    const found = [...Rows.of(read, columns)]
    return [...twice(found), ...found.flatMap((row) => strangers(row, policy, refused.get(row.row)))]
  })
  const rows = [...Rows.of(table, columns)].map(({ cells }) => ({
    person: cells.person!,
    rater: cells.rater!,
    score: cells.score! / 10 ** columns.score.decimals,
    group: cells.group
  }))
  const severity = RaterSeverity.fit(rows)
  const number = (found: number | Undefined.Undefined) => (Undefined.isUndefined(found) ? "" : found.toFixed(4))
  const gathered = policy.groups.length === 0 ? [] : Object.entries(Array.groupBy(rows, ({ person }) => person)).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([person, own]) => ({ person, outcome: MultiRater.gather(policy, own.map(({ group, rater, score }) => ({ group: group!, rater, score }))) }))
  const made: Made = {
    measures: measuresOf(rows),
    people: {
      name: "people",
      headers: ["person", "island", "ratings", "mean", "adjustedMean"],
      rows: severity.islands.flatMap(({ people }, at) => people.map(({ adjustedMean, person, ratings, rawMean }) => [person, at + 1, ratings, rawMean.toFixed(4), adjustedMean.toFixed(4)]))
    },
    raters: {
      name: "raters",
      headers: ["rater", "island", "ratings", "effect", "standardError"],
      rows: severity.islands.flatMap(({ raters }, at) => raters.map(({ effect, rater, ratings, standardError }) => [rater, at + 1, ratings, number(effect), number(standardError)]))
    },
    convention: severity.convention,
    islands: severity.islands.length,
    missing: severity.missingLinks.map((link) => Measures.missingLink(link, lang)),
    groups: gathered.map(({ outcome, person }) => Measures.raterGroups(person, outcome, lang)),
    pending: gathered.filter(({ outcome }) => outcome.groups.some(({ _tag }) => _tag === "Pending")).length,
    corrections: table.corrections
  }
  return made
})

/** A measure in the cells of a table: name, number, interval; or why there is none. */
export const cellsOf = ({ found, interval, name }: Measure, lang: Sentences.Language): ReadonlyArray<string> =>
  Undefined.isUndefined(found)
    ? [name, Findings.whyUndefined(found, lang), ""]
    : [name, found.toFixed(4), interval === undefined || Undefined.isUndefined(interval) ? "" : `${interval.lower.toFixed(4)} - ${interval.upper.toFixed(4)}`]

interface Scored extends RaterSeverity.Rating {
  readonly group: string | undefined
}

const measuresOf = (rows: ReadonlyArray<Scored>): ReadonlyArray<Measure> => {
  const named = (of: (row: Scored) => string) => [...new Set(rows.map(of))].sort()
  const [people, raters] = [named(({ person }) => person), named(({ rater }) => rater)]
  const given = new Map(rows.map(({ person, rater, score }) => [JSON.stringify([person, rater]), score]))
  const units = people.map((person) => raters.map((rater) => given.get(JSON.stringify([person, rater])) ?? null))
  const table = RatingTable.fromUnits(units)
  const categories = [...new Set(rows.map(({ score }) => score))].sort((a, b) => a - b)
  const at = new Map(categories.map((score, index) => [score, index]))
  const correlations = IntraclassCorrelation.all(table)
  const cronbach = Cronbach.alpha(table)
  const fleiss = Kappa.fleiss(units.map((row) => categories.map((score) => row.filter((each) => each === score).length)))
  const pairs = raters.length === 2 ? units.flatMap(([one, two]) => (one === null || two === null ? [] : [[at.get(one!)!, at.get(two!)!] as const])) : []
  const crossed = categories.map(() => categories.map(() => 0))
  for (const [one, two] of pairs) crossed[one]![two]!++
  const kappa = <A extends { readonly kappa: number }>(found: A | Undefined.Undefined) => Undefined.map(found, ({ kappa }) => kappa)
  return [
    ...Krippendorff.scales.map((scale) => ({
      name: `Krippendorff alpha, ${scale}`,
      found: Undefined.map(Krippendorff.alpha(table, scale), ({ alpha }) => alpha)
    })),
    ...(Undefined.isUndefined(correlations)
      ? [{ name: "ICC", found: correlations }]
      : correlations.forms.map(({ correlation, interval, name }) => ({ name, found: correlation, interval }))),
    ...(raters.length === 2
      ? (["unweighted", "linear", "quadratic"] as const).map((weights) => ({ name: `Cohen kappa, ${weights}`, found: kappa(Kappa.cohen(crossed, weights)) }))
      : []),
    { name: "Fleiss kappa", found: kappa(fleiss) },
    Undefined.isUndefined(cronbach)
      ? { name: "Cronbach alpha", found: cronbach }
      : { name: "Cronbach alpha", found: cronbach.alpha, interval: cronbach.interval }
  ]
}

type Row = Rows.Row<typeof ScoresFile.columns>

const twice = (rows: ReadonlyArray<Row>): ReadonlyArray<Fault.Fault> => {
  const first = new Map<string, number>()
  return rows.flatMap(({ cells: { person, rater }, file, row }): ReadonlyArray<Fault.Fault> => {
    if (person === undefined || rater === undefined) return []
    const key = JSON.stringify([person, rater])
    const firstRow = first.get(key)
    if (firstRow !== undefined) return [{ _tag: "Duplicate", file, row, column: "rater", found: `${person}, ${rater}`, firstRow }]
    first.set(key, row)
    return []
  })
}

/** A group that the policy does not have, and somebody who rates themselves, unless as a group of their own. */
const strangers = ({ cells: { group, person, rater }, file, row }: Row, { groups }: MultiRater.Policy, refused: ReadonlySet<string> = new Set()): ReadonlyArray<Fault.Fault> => {
  const accepted = groups.map(({ id }) => id)
  const at = (column: string) => ({ file, row, column })
  if (accepted.length === 0) return rater !== undefined && rater === person ? [{ _tag: "SelfRated", ...at("rater"), found: rater }] : []
  if (group === undefined) return refused.has("group") ? [] : [{ _tag: "CellMissing", ...at("group") }]
  return accepted.includes(group) ? [] : [{ _tag: "UnknownCode", ...at("group"), found: group, accepted, nearest: undefined }]
}
