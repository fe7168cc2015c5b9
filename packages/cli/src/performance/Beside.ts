/**
 * What stands around the ratings of an appraisal, read together with them: a survey with its services, organisations, days.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import type { Day } from "@timbang/core/law"
import type { Appraisal, Deadline } from "@timbang/core/performance"
import { AppraisalSurroundings, type Sentences } from "@timbang/language"
import { AppraisalLaw } from "@timbang/regulations"
import type { PerformanceReport } from "@timbang/report"
import { Rows, type Sheet, Table } from "@timbang/source-files"
import { Effect, Result } from "effect"
import type { CommandFailed } from "../Exit.ts"
import * as LawInForce from "../LawInForce.ts"
import * as Refusal from "../selection/Refusal.ts"
import * as AppraisalDays from "./AppraisalDays.ts"
import * as CareerRun from "./CareerRun.ts"
import * as Citizens from "./Citizens.ts"
import * as Organisations from "./Organisations.ts"

// --- models ---

/** The files around ratings. */
export interface Files {
  /** What `timbang survey index` left, and the file it stands in. */
  readonly survey?: { readonly facts: PerformanceReport.Facts; readonly file: string } | undefined
  readonly services?: string | undefined
  readonly organisations?: string | undefined
  readonly days?: string | undefined
  readonly holidays?: string | undefined
  readonly restDays: ReadonlyArray<number>
}

/** What is asked for. */
export interface Asked extends Files {
  readonly ratings: string
  readonly period: Appraisal.Period
  /** A day on which the law held that the records are of. */
  readonly lawDay: Day.Day
  readonly on: Day.Day
  readonly lang: Sentences.Language
}

/** What was found around the ratings. */
export interface Around {
  readonly voices: Citizens.Voices
  readonly organisations: (rated: ReadonlyArray<Organisations.Rated>) => Organisations.Judged
  readonly sentencesOf: (person: string) => ReadonlyArray<string>
  readonly parts: { readonly open: ReadonlyArray<Sheet.Sheet>; readonly private: ReadonlyArray<Sheet.Sheet> }
  readonly facts: Pick<PerformanceReport.Appraised, "citizens" | "deadlines">
  readonly lines: ReadonlyArray<string>
  readonly notes: ReadonlyArray<string>
}

type Person = Citizens.Worker & { readonly person: string }

// --- operations ---

/** Reads everything that was given, and fails with the faults of all files at once, those of the ratings first. */
export const read = <A>(
  asked: Asked,
  main: Result.Result<A, Fault.InputRefused>,
  people: ReadonlyArray<Person> | undefined
): Effect.Effect<{ readonly main: A; readonly around: Around }, CommandFailed> =>
  Effect.gen(function*() {
    const { lang, on, period, survey } = asked
    const services = yield* given(asked.services, (path) => Citizens.read(path, survey!))
    const organisations = yield* given(asked.organisations, (path) => Organisations.read(path, on))
    const days = yield* given(asked.days, (path) =>
      AppraisalDays.read(path, { period, on, ratings: asked.ratings, people: people === undefined ? undefined : new Set(people.map(({ person }) => person)) }))
    const holidays = yield* given(asked.holidays, (path) => Table.read(path, CareerRun.columns.holidays, { prefersSheet: "career holidays" }))
    const all: ReadonlyArray<Result.Result<unknown, Fault.InputRefused>> = [main, services, organisations, days, holidays]
    const refused = all.flatMap((each) => (Result.isFailure(each) ? [each.failure] : []))
    if (Result.isFailure(main) || Result.isFailure(services) || Result.isFailure(organisations) || Result.isFailure(days) || Result.isFailure(holidays)) {
      return yield* Effect.fail(Refusal.ofFiles(refused, lang))
    }
    const voices = survey === undefined
      ? { all: [], of: () => [], notes: [] }
      : Citizens.of(survey.facts, services.success, people ?? [], lang)
    const off = holidays.success === undefined ? [] : [...Rows.of(holidays.success, CareerRun.columns.holidays)].map(({ cells }) => cells.day!)
    const calendar: Deadline.WorkCalendar = { restDays: asked.restDays, holidays: new Set(off) }
    const hasDeadlines = days.success !== undefined || asked.lawDay >= AppraisalLaw.matrix.values[0]!.from
    const deadlines = hasDeadlines ? (yield* LawInForce.at(AppraisalLaw.deadlines, asked.lawDay, lang)).value : []
    const following = { deadlines, period, on, calendar, lang }
    const followings = days.success === undefined ? undefined : AppraisalDays.follow(days.success, following)
    const say = AppraisalSurroundings.phrases(lang)
    const around: Around = {
      voices,
      organisations: (rated) => Organisations.judge(rated, organisations.success, voices.all, { to: period.to, on, lang }),
      sentencesOf: (person) => followings?.sentences.get(person) ?? [],
      parts: {
        open: voices.all.length === 0 ? [] : [Citizens.sheet(voices.all)],
        private: followings === undefined ? [] : [followings.sheet]
      },
      facts: {
        ...(voices.all.length === 0 ? {} : { citizens: voices.all }),
        ...(followings === undefined ? {} : { deadlines: followings.facts })
      },
      lines: followings === undefined
        ? AppraisalDays.ofPeriod(following)
        : followings.facts.states.flatMap(({ act, provision, ...counts }) => {
          const counted = (["met", "late", "open", "overdue", "lapsed"] as const).filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${say.states[state]}`)
          return counted.length === 0 ? [] : [`${say.acts[act]}: ${counted.join(", ")} (${provision})`]
        }),
      notes: [...voices.notes, ...(days.success !== undefined && holidays.success === undefined ? [say.withoutHolidays] : [])]
    }
    return { main: main.success, around }
  })

const given = <A>(path: string | undefined, reader: (path: string) => Effect.Effect<A, Fault.InputRefused>): Effect.Effect<Result.Result<A | undefined, Fault.InputRefused>> =>
  path === undefined ? Effect.succeed(Result.succeed(undefined)) : Effect.result(reader(path))
