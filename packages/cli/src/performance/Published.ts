/**
 * What an earlier run of the survey has shown of answers that are within the answers of this run: a quarter of the half year, a
 * running total of last month. The difference of two publications must not give a small group away.
 *
 * @since 0.1.0
 */
import { join } from "node:path"
import type { Fault } from "@timbang/core/input"
import { Suppression } from "@timbang/core/performance"
import { Outputs, type Sentences } from "@timbang/language"
import { Column, Rows, Table } from "@timbang/source-files"
import { Effect } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"
import type * as SurveyGroups from "./SurveyGroups.ts"

// --- models ---

/** An earlier publication. */
export interface Published {
  readonly folder: string
  /** Respondents of all groups together. */
  readonly respondents: number
  /** Respondents by grouping and group; none where the group was hidden. */
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, number | undefined>>
}

const columns = {
  grouping: Column.text({ need: "cell" }),
  group: Column.text({ need: "cell" }),
  respondents: Column.integer({ need: "column" })
}

// --- operations ---

/** Reads the folder that an earlier `timbang survey index --out` wrote. */
export const read: (folder: string, lang: Sentences.Language) => Effect.Effect<Published, CommandFailed | Fault.InputRefused> = Effect.fn("Published.read")(function*(folder: string, lang: Sentences.Language) {
  const facts = yield* ResultFile.read("performance", folder, lang)
  const table = yield* Table.read(join(folder, "groups.csv"), columns)
  const groups = new Map<string, Map<string, number | undefined>>()
  for (const { cells: { group, grouping, respondents } } of Rows.of(table, columns)) {
    const known = groups.get(grouping!) ?? new Map<string, number | undefined>()
    groups.set(grouping!, known.set(group!, respondents))
  }
  return { folder, respondents: facts.surveys[0]?.survey.respondents ?? 0, groups }
})

/**
 * Hides what would give a small group away beside an earlier publication. Nothing hidden already is shown: hiding more never
 * tells more. Refuses a publication that is not of a part of these answers.
 */
export const protect = (
  groups: ReadonlyArray<SurveyGroups.Group>,
  published: Published,
  fewest: number,
  lang: Sentences.Language
): Effect.Effect<ReadonlyArray<SurveyGroups.Group>, CommandFailed> => {
  const names = [...new Set(groups.map(({ grouping }) => grouping))]
  for (const name of names.filter((each) => published.groups.has(each))) {
    const now = new Map(groups.filter(({ grouping }) => grouping === name).map(({ counted, group }) => [group, counted]))
    const lost = [...published.groups.get(name)!].find(([group, respondents]) => (respondents ?? 0) > (now.get(group) ?? 0))
    if (lost !== undefined) return Effect.fail(new CommandFailed({ code: codes.refused, lines: [Outputs.phrases(lang).notWithin(published.folder, `${name}: ${lost[0]}`)] }))
  }
  const isPaired = groups.some(({ within }) => within !== undefined) && ["service", "period", pairs].some((name) => published.groups.has(name))
  const alone = names.filter((name) => !isPaired ? published.groups.has(name) : published.groups.has(name) && !["service", "period", pairs].includes(name))
  const withheld = new Set<SurveyGroups.Group>()
  const withhold = (leaves: ReadonlyArray<SurveyGroups.Group>, totals: ReadonlyArray<SurveyGroups.Group>) => {
    for (const each of exposing(leaves, totals, published, fewest)) withheld.add(each)
  }
  for (const name of alone) withhold(groups.filter(({ grouping }) => grouping === name), [])
  // Services and periods are totals of their pairs: what is withheld of one must not follow from the others.
  if (isPaired) withhold(groups.filter(({ within }) => within !== undefined), groups.filter(({ grouping }) => grouping === "service" || grouping === "period"))
  return Effect.succeed(groups.map((each) => withheld.has(each) ? { ...each, state: "hidden-to-protect", survey: undefined } : each))
}

const pairs = "service x period"

/** Largest groups are left out of the search for what else to hide: beyond this many, fewer people would not be found. */
const mostTried = 30

const idOf = ({ group, grouping }: SurveyGroups.Group): string => JSON.stringify([grouping, group])

const isWithin = ({ within }: SurveyGroups.Group, { group, grouping }: SurveyGroups.Group): boolean =>
  within !== undefined && (grouping === "service" || grouping === "period") && within[grouping] === group

/** What is shown now, and would give joiners of a small group away beside what was shown then. */
const exposing = (
  leaves: ReadonlyArray<SurveyGroups.Group>,
  totals: ReadonlyArray<SurveyGroups.Group>,
  published: Published,
  fewest: number
): ReadonlyArray<SurveyGroups.Group> => {
  /** Respondents of then: none where they are not known, zero where the grouping was shown without the group. */
  const shownThen = ({ group, grouping }: SurveyGroups.Group): number | undefined => {
    const before = published.groups.get(grouping)
    return before === undefined ? undefined : before.has(group) ? before.get(group) : 0
  }
  // How a number that is not known splits into groups is unknown; only sums that the equations fix are ever judged.
  // One split that fits the services and periods shown then does, filled from the first cell on.
  const known = (of: ReadonlyArray<SurveyGroups.Group>) => of.reduce((sum, each) => sum + (shownThen(each) ?? 0), 0)
  let rest = published.respondents - known(leaves)
  const left = new Map(totals.flatMap((of) => {
    const then = shownThen(of)
    return then === undefined ? [] : [[idOf(of), then - known(leaves.filter((leaf) => isWithin(leaf, of)))] as const]
  }))
  const split = leaves.toSorted((a, b) => a.counted - b.counted).map((of) => {
    const then = shownThen(of)
    const bounds = totals.filter((total) => isWithin(of, total) && left.has(idOf(total))).map(idOf)
    const earlier = then ?? Math.max(0, bounds.length > 0 ? Math.min(...bounds.map((id) => left.get(id)!)) : Math.min(rest, of.counted))
    if (then === undefined) {
      rest -= earlier
      for (const id of bounds) left.set(id, left.get(id)! - earlier)
    }
    return { of, wasHidden: then === undefined, earlier, since: of.counted - earlier }
  })
  const isFew = (since: number) => since > 0 && since < fewest
  const gaveAway = [
    ...split.filter(({ since, wasHidden }) => !wasHidden && isFew(since)).map(({ of }) => of),
    ...totals.filter((of) => shownThen(of) !== undefined && isFew(of.counted - shownThen(of)!))
  ].filter(({ state }) => state === "shown")
  const open = split.filter(({ of }) => of.state === "shown" && !gaveAway.includes(of))
  const tried = new Set([...open.filter(({ wasHidden }) => wasHidden), ...open.slice(0, mostTried)])
  // Equations are reduced in the order of the names: what is left when the people of then are eliminated is known of the joiners.
  const old = ({ of }: (typeof split)[number]) => `0 ${idOf(of)}`
  const added = ({ of }: (typeof split)[number]) => `1 ${idOf(of)}`
  const both = (each: (typeof split)[number]) => [old(each), added(each)]
  const within = (total: SurveyGroups.Group) => split.filter(({ of }) => isWithin(of, total))
  const plan = Suppression.protect(
    split.flatMap((each) => [
      { id: old(each), count: each.earlier, ...(each.wasHidden ? { staysHidden: true } : { isOut: true }) },
      { id: added(each), count: each.since, ...(open.includes(each) && !tried.has(each) ? { isOut: true } : { staysHidden: true }) }
    ]),
    [
      ...[...tried].map((each) => ({ id: idOf(each.of), cells: both(each) })),
      ...totals.filter((of) => of.state === "shown" && !gaveAway.includes(of)).map((of) => ({ id: idOf(of), cells: within(of).flatMap(both) })),
      ...totals.filter((of) => shownThen(of) !== undefined).map((of) => ({ id: `\n then ${idOf(of)}`, cells: within(of).map(old), isOut: true })),
      { id: "\n then", cells: split.map(old), isOut: true },
      { id: "\n now", cells: split.flatMap(both), isOut: true }
    ],
    fewest
  )
  const exposed = new Set(plan.totals.filter(({ state }) => state !== "shown").map(({ id }) => id))
  return [...leaves, ...totals].filter((of) => gaveAway.includes(of) || exposed.has(idOf(of)))
}
