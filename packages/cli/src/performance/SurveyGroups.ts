/**
 * A survey by group, with every group hidden that is too small, or that would give a small one away.
 *
 * @since 0.1.0
 */
import { Scaled, Undefined } from "@timbang/core/number"
import { CitizenSurvey, type SurveyIndex, Suppression } from "@timbang/core/performance"
import { Sheet } from "@timbang/source-files"
import type * as SurveyTally from "./SurveyTally.ts"

// --- models ---

/** One group; the survey is absent where the group is hidden. */
export interface Group {
  readonly grouping: string
  readonly group: string
  /** Respondents with an answer. Never written where the group is hidden. */
  readonly counted: number
  readonly state: Suppression.State
  readonly survey: CitizenSurvey.Survey | undefined
  /** Of a pair: the service and the period that it is within. */
  readonly within?: Readonly<Record<"service" | "period", string>>
}

// --- operations ---

/**
 * Every group, services and periods as rows and columns of one table where the file has both.
 *
 * Groups of one grouping add up to all respondents, whose number is shown; so do services and periods over their pairs.
 */
export const of = (tallied: SurveyTally.Tallied, questionnaire: SurveyIndex.Questionnaire, fewest: number): ReadonlyArray<Group> => {
  const finish = (tally: CitizenSurvey.Tally): CitizenSurvey.Survey | undefined => {
    const survey = CitizenSurvey.finish(tally, questionnaire)
    return Undefined.isUndefined(survey) ? undefined : survey
  }
  const make = (grouping: string, state: Suppression.State, [group, tally]: readonly [string, CitizenSurvey.Tally]): Group =>
    ({ grouping, group, counted: counted(tally), state, survey: state === "shown" ? finish(tally) : undefined })
  const { groups, pairs } = tallied
  const isPaired = pairs.size > 0
  const alone = [...groups].filter(([name]) => !isPaired || (name !== "service" && name !== "period")).flatMap(([name, members]) => {
    const rows = [...members].sort(byName)
    const plan = Suppression.protect(
      rows.map(([id, tally]) => ({ id, count: counted(tally) })),
      [{ id: "all", cells: rows.map(([id]) => id), isOut: true }],
      fewest
    )
    return rows.map((row, at) => make(name, plan.cells[at]!.state, row))
  })
  return isPaired ? [...crossed(tallied, make, fewest), ...alone] : alone
}

/** The groups as a table; what is hidden has its state and nothing else. */
export const sheet = (groups: ReadonlyArray<Group>): Sheet.Sheet => {
  const number = (header: string, of: (survey: CitizenSurvey.Survey) => number | Undefined.Undefined, decimals: number) =>
    Sheet.text(header, groups.map(({ survey }) => {
      const found = survey === undefined ? undefined : of(survey)
      return typeof found !== "number" ? "" : found.toFixed(decimals)
    }))
  return {
    name: "groups",
    size: groups.length,
    columns: [
      Sheet.text("grouping", groups.map(({ grouping }) => grouping)),
      Sheet.text("group", groups.map(({ group }) => group)),
      number("respondents", ({ respondents }) => respondents, 0),
      Sheet.text("published", groups.map(({ survey }) => survey === undefined ? "" : Scaled.format(survey.official.published, 2))),
      Sheet.text("class", groups.map(({ survey }) => survey?.official.class._tag === "Classified" ? survey.official.class.label : "")),
      number("standardError", ({ standardError }) => standardError, 4),
      number("lower", ({ interval }) => Undefined.isUndefined(interval) ? interval : interval.lower, 2),
      number("upper", ({ interval }) => Undefined.isUndefined(interval) ? interval : interval.upper, 2),
      Sheet.text("state", groups.map(({ state }) => state))
    ]
  }
}

const counted = ({ complete, partial }: CitizenSurvey.Tally): number => complete + partial

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

const crossed = (
  { groups, pairs }: SurveyTally.Tallied,
  make: (grouping: string, state: Suppression.State, row: readonly [string, CitizenSurvey.Tally]) => Group,
  fewest: number
): ReadonlyArray<Group> => {
  const cells = [...pairs].sort(byName).flatMap(([service, periods]) =>
    [...periods].sort(byName).map(([period, tally]) => ({ id: JSON.stringify([service, period]), service, period, tally, count: counted(tally) })))
  const rows = (["service", "period"] as const).flatMap((grouping) =>
    [...groups.get(grouping)!].sort(byName).map(([group, tally]) => ({
      grouping,
      group,
      tally,
      id: JSON.stringify({ [grouping]: group }),
      cells: cells.filter((cell) => cell[grouping] === group).map(({ id }) => id)
    })))
  // Services and periods are totals of their pairs: one that would give a small pair away is withheld.
  const plan = Suppression.protect(
    cells.map(({ count, id }) => ({ id, count })),
    [...rows.map(({ cells: members, id }) => ({ id, cells: members })), { id: "all", cells: cells.map(({ id }) => id), isOut: true }],
    fewest
  )
  const states = new Map([...plan.cells, ...plan.totals].map(({ id, state }) => [id, state]))
  const small = ({ tally }: { readonly tally: CitizenSurvey.Tally }) => counted(tally) > 0 && counted(tally) < fewest
  return [
    ...rows.map((row) => make(row.grouping, small(row) ? "hidden-below-threshold" : states.get(row.id)!, [row.group, row.tally])),
    ...cells.map(({ id, period, service, tally }) => ({
      ...make("service x period", states.get(id)!, [`${service} / ${period}`, tally]),
      within: { service, period }
    }))
  ]
}
