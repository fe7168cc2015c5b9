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
  const names = [...new Set(groups.map(({ grouping }) => grouping))].filter((name) => published.groups.has(name))
  const withheld = new Map<string, ReadonlySet<string>>()
  for (const name of names) {
    const now = groups.filter(({ grouping }) => grouping === name)
    const before = published.groups.get(name)!
    const lost = [...before].find(([group, respondents]) => (respondents ?? 0) > (now.find((each) => each.group === group)?.counted ?? 0))
    if (lost !== undefined) return Effect.fail(new CommandFailed({ code: codes.refused, lines: [Outputs.phrases(lang).notWithin(published.folder, `${name}: ${lost[0]}`)] }))
    withheld.set(name, exposing(now, before, published.respondents, fewest))
  }
  return Effect.succeed(groups.map((each) =>
    each.state === "shown" && withheld.get(each.grouping)?.has(each.group) === true
      ? { ...each, state: "hidden-to-protect", survey: undefined }
      : each))
}

/** Largest groups are left out of the search for what else to hide: beyond this many, fewer people would not be found. */
const mostTried = 30

const exposing = (
  now: ReadonlyArray<SurveyGroups.Group>,
  before: ReadonlyMap<string, number | undefined>,
  respondents: number,
  fewest: number
): ReadonlySet<string> => {
  const wasHidden = (group: string) => before.has(group) && before.get(group) === undefined
  // How a hidden number of then splits into groups is unknown; only sums that the equations fix are ever judged.
  let rest = respondents - [...before.values()].reduce((sum: number, shown) => sum + (shown ?? 0), 0)
  const split = now.toSorted((a, b) => a.counted - b.counted).map((each) => {
    const earlier = wasHidden(each.group) ? Math.min(rest, each.counted) : before.get(each.group) ?? 0
    if (wasHidden(each.group)) rest -= earlier
    return { ...each, earlier, since: each.counted - earlier }
  })
  const gaveAway = split.filter(({ group, since, state }) => state === "shown" && !wasHidden(group) && since > 0 && since < fewest)
  const open = split.filter((each) => each.state === "shown" && !gaveAway.includes(each))
  const tried = new Set([...open.filter(({ group }) => wasHidden(group)), ...open.slice(0, mostTried)])
  // Equations are reduced in the order of the names: what is left when the people of then are eliminated is known of the joiners.
  const old = (group: string) => `0 ${group}`
  const added = (group: string) => `1 ${group}`
  const plan = Suppression.protect(
    split.flatMap((each) => [
      { id: old(each.group), count: each.earlier, ...(wasHidden(each.group) ? { staysHidden: true } : { isOut: true }) },
      { id: added(each.group), count: each.since, ...(open.includes(each) && !tried.has(each) ? { isOut: true } : { staysHidden: true }) }
    ]),
    [
      ...[...tried].map(({ group }) => ({ id: group, cells: [old(group), added(group)] })),
      { id: "\n then", cells: split.map(({ group }) => old(group)), isOut: true },
      { id: "\n now", cells: split.flatMap(({ group }) => [old(group), added(group)]), isOut: true }
    ],
    fewest
  )
  return new Set([...gaveAway.map(({ group }) => group), ...plan.totals.filter(({ state }) => state !== "shown").map(({ id }) => id)])
}
