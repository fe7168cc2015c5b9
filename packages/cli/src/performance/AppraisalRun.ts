/**
 * Appraises the people of a ratings file by the law asked for: judged under PermenPANRB 6/2022, computed under earlier law.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { type Day, Parameter, type Standing } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import { Appraisal, NumericAppraisal, type Predicate, Recap } from "@timbang/core/performance"
import { Appraisals, AppraisalSurroundings, Outputs, type Sentences } from "@timbang/language"
import { AppraisalLaw } from "@timbang/regulations"
import type { PerformanceReport } from "@timbang/report"
import { RatingsFile, Rows, Sheet, type Table } from "@timbang/source-files"
import { Effect, Result } from "effect"
import * as AppraisalWords from "../AppraisalWords.ts"
import type { CommandFailed } from "../Exit.ts"
import * as LawInForce from "../LawInForce.ts"
import * as Achievements from "./Achievements.ts"
import * as Beside from "./Beside.ts"
import * as Judgements from "./Judgements.ts"
import * as Organisations from "./Organisations.ts"
import * as Refusal from "../selection/Refusal.ts"
import * as Records from "./Records.ts"

// --- models ---

/** Laws by the name that `--law` takes, each with a day on which it held: old records say no day. */
export const laws = {
  "permenpanrb-6-2022": { title: "PermenPANRB 6/2022", day: "2022-02-07" },
  "permenpanrb-8-2021": { title: "PermenPANRB 8/2021", day: "2021-12-31" },
  "pp-30-2019": { title: "PP 30/2019", day: "2019-12-31" },
  "pp-46-2011": { title: "PP 46/2011", day: "2014-12-31" }
} as const

/** The name of a law. */
export type Law = keyof typeof laws

/** What an appraisal is asked for with. */
export interface Asked {
  readonly ratings: string
  /** Several achievements of a person, under PermenPANRB 8/2021. */
  readonly achievements?: string | undefined
  readonly law: Law
  readonly period: Appraisal.Period
  /** Day of the report; nothing is decided after it. */
  readonly on: Day.Day
  /** What stands around the ratings. */
  readonly beside: Beside.Files
  readonly standing: Standing.Standing
  readonly lang: Sentences.Language
}

/** What was made. */
export interface Made {
  readonly table: Table.Table<never> | Pick<Table.Table<never>, "corrections">
  readonly sheet: Sheet.Sheet
  /** The whole trace of each person, in words. */
  readonly explanations: ReadonlyArray<ReadonlyArray<string>>
  readonly appraised: PerformanceReport.Appraised
  /** Further tables that name nobody. */
  readonly open?: ReadonlyArray<Sheet.Sheet>
  /** Further tables that name people. */
  readonly private?: ReadonlyArray<Sheet.Sheet>
  /** What is printed: pending people, the recap, organisations, deadlines. */
  readonly lines: ReadonlyArray<string>
  /** What is said beside the results. */
  readonly notes?: ReadonlyArray<string>
  /** Units whose people state another predicate of the organisation than the one that holds. */
  readonly differentOrganisations?: number
}

// --- operations ---

/** Appraises everybody, or refuses with everything that stands against it. */
export const run: (asked: Asked) => Effect.Effect<Made, CommandFailed | Fault.InputRefused> = (asked) =>
  asked.law === "permenpanrb-6-2022" ? judge(asked) : compute(asked)

const judge = Effect.fn("AppraisalRun.judge")(function*({ beside, lang, law, on, period, ratings, standing }: Asked) {
  const say = Outputs.phrases(lang)
  const matrix = (yield* LawInForce.at(AppraisalLaw.matrix, period.to, lang)).value
  const guidance = (yield* LawInForce.at(AppraisalLaw.guidance, period.to, lang)).value
  const columns = RatingsFile.judged(AppraisalWords.levels, AppraisalWords.predicates, AppraisalLaw.organisationSpellings)
  const read = yield* Effect.result(Records.read("ratings", ratings, columns, (found, refused) => {
    const all = [...Rows.of(found, columns)]
    return [...all.flatMap((row) => Judgements.faultsOf(row, { refused: refused.get(row.row), guidance, from: period.from, on })), ...Organisations.differing(all)]
  }))
  const people = Result.isFailure(read) ? undefined : Array.from(Rows.of(read.success, columns), ({ cells }) => ({ person: cells.person!, unit: cells.unit!, team: cells.team }))
  const { around, main: table } = yield* Beside.read({ ...beside, ratings, period, lawDay: period.to, on, lang }, read, people)
  const rows: Array<Row> = []
  for (const { cells } of Rows.of(table, columns)) {
    const draft: Appraisal.Draft<AppraisalLaw.EmployeePredicate> = {
      person: cells.person!,
      unit: cells.unit!,
      period,
      matrix,
      ...Judgements.proposals(cells, guidance),
      citizens: around.voices.of({ unit: cells.unit!, team: cells.team }),
      standing
    }
    const common = { draft, official: cells.official, organisation: cells.organisation, workResult: cells.workResult, conduct: cells.conduct }
    if (cells.workResult === undefined || cells.conduct === undefined) {
      rows.push(common)
      continue
    }
    // A judgement that lacks something was refused with its file, so only the standing can stand against it here.
    const decided = Appraisal.decide(draft, {
      workResult: cells.workResult,
      conduct: cells.conduct,
      decidedBy: cells.decidedBy!,
      decidedOn: cells.decidedOn!,
      ...(cells.workResultReason === undefined ? {} : { workResultReason: cells.workResultReason }),
      ...(cells.conductReason === undefined ? {} : { conductReason: cells.conductReason })
    })
    if (Result.isSuccess(decided)) rows.push({ ...common, appraisal: decided.success })
    else if (decided.failure._tag === "NotYoursToDecide") return yield* Effect.fail(Refusal.of(decided.failure, lang))
    else return yield* Effect.die(decided.failure)
  }

  const recap = Recap.check(matrix, rows.filter(({ official }) => official !== undefined).map(({ conduct, draft, official, workResult }) => ({
    person: draft.person,
    ...(workResult === undefined ? {} : { workResult }),
    ...(conduct === undefined ? {} : { conduct }),
    official: official!
  })))
  const checked = new Map(recap.rows.map((row) => [row.person, row]))
  const organisations = around.organisations(rows.map(({ appraisal, draft, organisation }) => ({ unit: draft.unit, organisation, predicate: appraisal?.decided.predicate })))
  const open = rows.filter(({ appraisal }) => appraisal === undefined).length
  const counted = recap.rows.length === 0 ? {} : { recap: { equal: recap.equal, different: recap.different, notCheckable: recap.notCheckable } }
  const made: Made = {
    table,
    sheet: sheetOf(rows, checked),
    explanations: rows.map(({ appraisal, draft }) => [
      ...(appraisal === undefined ? proposed(draft, lang) : Appraisals.trace(appraisal, lang)),
      ...(checked.has(draft.person) ? [Appraisals.recap(checked.get(draft.person)!, lang)] : []),
      ...around.sentencesOf(draft.person)
    ]),
    ...around.parts,
    notes: around.notes,
    differentOrganisations: organisations.different,
    appraised: {
      law: laws[law].title,
      predicates: AppraisalLaw.employeePredicates.map((predicate) => ({ predicate, people: rows.filter(({ appraisal }) => appraisal?.decided.predicate === predicate).length })),
      open,
      departures: rows.filter(({ appraisal }) => (appraisal?.departures.length ?? 0) > 0).length,
      ...counted,
      ...around.facts,
      organisations: organisations.organisations
    },
    lines: [
      ...(open > 0 ? [say.open(open)] : []),
      ...(recap.rows.length > 0 ? [say.recap(recap.equal, recap.different, recap.notCheckable)] : []),
      ...organisations.lines,
      ...around.lines
    ]
  }
  return made
})

const compute = Effect.fn("AppraisalRun.compute")(function*({ achievements, beside, lang, law, on, period, ratings }: Asked) {
  const { day, title } = laws[law]
  const schemes = (yield* LawInForce.at(AppraisalLaw.numericSchemes, day, lang)).value
  const scale = Parameter.at(AppraisalLaw.achievementValues, day)
  const values = law === "permenpanrb-8-2021" && Result.isSuccess(scale) ? scale.success.value : undefined
  const { several, table, worths } = yield* Achievements.readBoth(ratings, achievements, values, lang)
  const { around } = yield* Beside.read({ ...beside, ratings, period, lawDay: day, on, lang }, Result.succeed(table), Array.from(Rows.of(table, RatingsFile.computed), ({ cells }) => ({ person: cells.person!, unit: cells.unit! })))
  const rows = Array.from(Rows.of(table, RatingsFile.computed), ({ cells, row }) => {
    const scheme = cells.wasAsked === "ya" ? schemes.withOpinion ?? schemes.plain : schemes.plain
    const worth = worths.get(row)!
    const outcome = NumericAppraisal.appraise(scheme, { workPlan: worth.workPlan, conduct: cells.conduct!, hasIdea: cells.hasIdea === "ya" })
    return { cells, worth, outcome, scheme, isEqual: cells.official === undefined ? undefined : cells.official.toLowerCase() === outcome.predicate?.toLowerCase() }
  })
  const labels = schemes.plain.bands.bands.toSorted((a, b) => b.from - a.from).map(({ label }) => label)
  const different = rows.filter(({ isEqual }) => isEqual === false).length
  const equal = rows.filter(({ isEqual }) => isEqual === true).length
  const hasRecap = equal + different > 0
  const caps = Parameter.at(AppraisalLaw.rankingCaps, day)
  const rankings = Result.isFailure(caps) ? [] : [...new Set(rows.map(({ cells }) => cells.unit!))].sort().map((unit) =>
    AppraisalSurroundings.ranking(unit, labels.map((label) => [label, rows.filter(({ cells, outcome }) => cells.unit === unit && outcome.predicate === label).length]), caps.success.value, lang))
  const made: Made = {
    table,
    sheet: {
      name: "appraisals",
      size: rows.length,
      columns: [
        Sheet.text("person", rows.map(({ cells }) => cells.person!)),
        Sheet.text("unit", rows.map(({ cells }) => cells.unit!)),
        Sheet.text("achievement", rows.map(({ worth }) => worth.achieved === undefined ? "" : Scaled.format(worth.achieved, 2))),
        Sheet.decimal("workPlan", rows.map(({ worth }) => worth.workPlan), 2),
        Sheet.decimal("value", rows.map(({ outcome }) => outcome.value), 2),
        Sheet.text("predicate", rows.map(({ outcome }) => outcome.predicate ?? "")),
        Sheet.text("official", rows.map(({ cells }) => cells.official ?? "")),
        Sheet.text("check", rows.map(({ isEqual }) => isEqual === undefined ? "" : isEqual ? "Equal" : "Different"))
      ]
    },
    explanations: rows.map(({ cells, outcome, scheme, worth }) => [
      ...(several.get(cells.person!) ?? []).map(({ achieved, indicator, period, source, value }) =>
        Appraisals.achieved({ person: `${cells.person!}, ${period}, ${indicator}`, achieved, workPlan: value, source }, lang)),
      ...(several.has(cells.person!) ? [Appraisals.annual(several.get(cells.person!)!.length, worth.workPlan, lang)] : []),
      ...(worth.achieved === undefined || worth.source === undefined
        ? []
        : [Appraisals.achieved({ person: cells.person!, achieved: worth.achieved, workPlan: worth.workPlan, source: worth.source }, lang)]),
      Appraisals.computed({ person: cells.person!, workPlan: worth.workPlan, conduct: cells.conduct! }, scheme, outcome, lang),
      ...around.sentencesOf(cells.person!)
    ]),
    ...around.parts,
    notes: around.notes,
    appraised: {
      law: title,
      predicates: labels.map((predicate) => ({ predicate, people: rows.filter(({ outcome }) => outcome.predicate === predicate).length })),
      open: 0,
      departures: 0,
      ...(hasRecap ? { recap: { equal, different, notCheckable: rows.length - equal - different } } : {}),
      ...around.facts
    },
    lines: [...(hasRecap ? [Outputs.phrases(lang).recap(equal, different, rows.length - equal - different)] : []), ...rankings, ...around.lines]
  }
  return made
})

interface Row {
  readonly draft: Appraisal.Draft<AppraisalLaw.EmployeePredicate>
  readonly official: AppraisalLaw.EmployeePredicate | undefined
  readonly organisation: AppraisalLaw.OrganisationLevel | undefined
  readonly workResult: Predicate.Level | undefined
  readonly conduct: Predicate.Level | undefined
  readonly appraisal?: Appraisal.Appraisal<AppraisalLaw.EmployeePredicate>
}

const sheetOf = (rows: ReadonlyArray<Row>, checked: ReadonlyMap<string, Recap.Checked>): Sheet.Sheet => {
  const column = (header: string, of: (row: Row) => string | undefined) => Sheet.text(header, rows.map((row) => of(row) ?? ""))
  return {
    name: "appraisals",
    size: rows.length,
    columns: [
      column("person", ({ draft }) => draft.person),
      column("unit", ({ draft }) => draft.unit),
      column("proposedWorkResult", ({ draft }) => draft.workResult.level),
      column("proposedConduct", ({ draft }) => draft.conduct.level),
      column("workResult", ({ workResult }) => workResult),
      column("conduct", ({ conduct }) => conduct),
      column("predicate", ({ appraisal }) => appraisal?.decided.predicate),
      column("decidedBy", ({ appraisal }) => appraisal?.judgement.decidedBy),
      column("decidedOn", ({ appraisal }) => appraisal?.judgement.decidedOn),
      column("departures", ({ appraisal }) => appraisal?.departures.map(({ axis, reason }) => `${axis}: ${reason}`).join("; ")),
      column("official", ({ official }) => official),
      column("check", ({ draft }) => checked.get(draft.person)?._tag),
      column("standing", ({ draft }) => draft.standing._tag)
    ]
  }
}

const proposed = (draft: Appraisal.Draft, lang: Sentences.Language): ReadonlyArray<string> =>
  [`${draft.person}:`, ...Appraisals.proposals(draft, lang), ...draft.citizens.map((each) => Appraisals.evidence(each, lang)), Appraisals.standingOf(draft.standing, lang)]
