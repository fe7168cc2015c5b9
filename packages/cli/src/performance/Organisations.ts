/**
 * The predicate of each organisation: which one holds, what citizens' evidence says beside it, and which spread of predicates it makes
 * usual. All of it advises; nobody is rated by it.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { type Day, Parameter } from "@timbang/core/law"
import { CitizenEvidence, DistributionAdvisory, OrganisationPredicate } from "@timbang/core/performance"
import { AppraisalSurroundings, Outputs, type Sentences } from "@timbang/language"
import { AppraisalLaw } from "@timbang/regulations"
import type { PerformanceReport } from "@timbang/report"
import { AppraisalFiles, Rows } from "@timbang/source-files"
import { Effect, Result } from "effect"
import type * as Citizens from "./Citizens.ts"
import * as Records from "./Records.ts"

// --- models ---

/** A predicate that somebody set, and the index of citizens' satisfaction that was expected. Unit: points. */
export interface Known extends OrganisationPredicate.OrganisationPredicate<AppraisalLaw.OrganisationLevel> {
  readonly expected?: number
}

/** Somebody with a predicate, where they work, and the predicate of the unit that their row states. */
export interface Rated {
  readonly unit: string
  readonly organisation: AppraisalLaw.OrganisationLevel | undefined
  readonly predicate: AppraisalLaw.EmployeePredicate | undefined
}

/** What is said of the organisations. */
export interface Judged {
  readonly lines: ReadonlyArray<string>
  readonly organisations: ReadonlyArray<PerformanceReport.Organisation>
  /** Units whose rows state another predicate than the one that holds. */
  readonly different: number
}

// --- operations ---

/** The columns of the file of organisations, with the words of the law. */
export const columns: ReturnType<typeof AppraisalFiles.organisations<AppraisalLaw.OrganisationLevel>> = AppraisalFiles.organisations(AppraisalLaw.organisationSpellings)

/** The predicates that were set, or everything that is wrong with the file. */
export const read = (path: string, on: Day.Day): Effect.Effect<ReadonlyArray<Known>, Fault.InputRefused> =>
  Effect.map(
    Records.read("appraisal/organisations", path, columns, (table, refused) => {
      const rows = [...Rows.of(table, columns)].filter(({ row }) => !refused.has(row))
      const first = new Map<string, number>()
      return rows.flatMap(({ cells: { setOn, unit, year }, row }): ReadonlyArray<Fault.Fault> => {
        const key = JSON.stringify([unit, year, setOn])
        const firstRow = first.get(key)
        first.set(key, firstRow ?? row)
        return [
          ...(firstRow === undefined ? [] : [{ _tag: "Duplicate", file: path, row, column: "unit", found: `${unit} / ${year}`, firstRow } as const]),
          ...(setOn! > on ? [{ _tag: "DayOutside", file: path, row, column: "setOn", found: setOn!, from: undefined, until: on } as const] : [])
        ]
      })
    }),
    (table) =>
      Array.from(Rows.of(table, columns), ({ cells }) => ({
        unit: cells.unit!,
        year: cells.year!,
        predicate: cells.predicate!,
        setBy: cells.setBy!,
        setOn: cells.setOn!,
        grounds: (cells.grounds ?? "").split("|").map((ground) => ground.trim()).filter((ground) => ground !== ""),
        citizens: [],
        ...(cells.expected === undefined ? {} : { expected: cells.expected / 100 })
      }))
  )

/** Rows of one unit that state different predicates of it. */
export const differing = (
  rows: Iterable<{ readonly file: string; readonly row: number; readonly cells: { readonly unit: string | undefined; readonly organisation: string | undefined } }>
): ReadonlyArray<Fault.Fault> => {
  const first = new Map<string, { readonly row: number; readonly organisation: string }>()
  return [...rows].flatMap(({ cells: { organisation, unit }, file, row }): ReadonlyArray<Fault.Fault> => {
    if (organisation === undefined || unit === undefined) return []
    const stated = first.get(unit)
    if (stated === undefined) first.set(unit, { row, organisation })
    return stated === undefined || stated.organisation === organisation
      ? []
      : [{ _tag: "RowsDiffer", file, row, column: "organisation", found: organisation, of: unit, other: stated.organisation, otherRow: stated.row }]
  })
}

/** Looks at the organisation of everybody. `known` is absent where no file of organisations was given; then what the rows state is taken. */
export const judge = (
  rated: ReadonlyArray<Rated>,
  known: ReadonlyArray<Known> | undefined,
  voices: ReadonlyArray<Citizens.Voice>,
  { lang, on, to }: { readonly to: Day.Day; readonly on: Day.Day; readonly lang: Sentences.Language }
): Judged => {
  const lastDay = Parameter.at(AppraisalLaw.organisationLastDay, to)
  const spread = Parameter.at(AppraisalLaw.usualSpread, to)
  const say = AppraisalSurroundings.phrases(lang)
  const year = Number(to.slice(0, 4))
  const units = [...new Set(rated.map(({ unit }) => unit))].sort().map((unit) => {
    const own = rated.filter((one) => one.unit === unit)
    const stated = own.find(({ organisation }) => organisation !== undefined)?.organisation
    const found = known === undefined || Result.isFailure(lastDay) ? undefined : OrganisationPredicate.holding(known, unit, year, lastDay.success.value)
    const held = found !== undefined && Result.isSuccess(found) ? found.success : undefined
    const predicate = held?.organisation.predicate ?? stated
    const until = Result.isSuccess(lastDay) ? `${year + 1}-${lastDay.success.value.monthDay}` : ""
    const isDifferent = held !== undefined && stated !== undefined && stated !== held.organisation.predicate
    const lines = [
      ...(held === undefined ? [] : [say.held({ unit, year, held, lastDay: until, isOpen: on <= until })]),
      ...(found !== undefined && held === undefined ? [say.notHeld(unit, year)] : []),
      ...(isDifferent ? [say.statedOtherwise(unit, stated, held.organisation.predicate)] : [])
    ]
    if (predicate === undefined) return { lines, isDifferent, organisation: undefined }
    const expected = (held?.organisation as Known | undefined)?.expected
    const said = voices.find((each) => each.unit === unit && each.evidence.about === "organisation")?.evidence
    const reading = said === undefined || expected === undefined ? undefined : CitizenEvidence.read(said, expected)
    const bearing = reading === undefined ? undefined : OrganisationPredicate.bearing(AppraisalLaw.meetsExpectation(predicate), reading)
    const advisory = Result.isFailure(spread) ? undefined : DistributionAdvisory.advise(
      AppraisalLaw.employeePredicates,
      spread.success.value,
      predicate,
      own.flatMap((one) => one.predicate === undefined ? [] : [one.predicate])
    )
    const number = (of: number) => lang === "id" ? of.toFixed(2).replace(".", ",") : of.toFixed(2)
    const index = said === undefined ? "" : `${said.measure} ${number(said.estimate)}${said.interval === undefined ? "" : ` (${number(said.interval.lower)}-${number(said.interval.upper)})`}, n = ${said.answers}`
    const beside = said === undefined
      ? (known === undefined ? [] : [say.noVoice(unit, predicate)])
      : [say.beside(unit, predicate, index, expected === undefined ? undefined : number(expected), reading === undefined ? "" : say.readings[reading], bearing === undefined ? "" : say.bearings[bearing])]
    const pattern = advisory === undefined
      ? []
      : [
        ...(advisory.findings.length === 0 ? [] : [AppraisalSurroundings.pattern(unit, predicate, advisory, lang)]),
        Outputs.phrases(lang).spread[advisory.advice](unit, predicate)
      ]
    return {
      lines: [...lines, ...beside, ...pattern],
      isDifferent,
      organisation: {
        unit,
        predicate,
        ...(held === undefined ? {} : { because: held.because }),
        ...(expected === undefined ? {} : { expected }),
        ...(bearing === undefined ? {} : { bearing }),
        ...(advisory === undefined ? {} : { advice: advisory.advice })
      }
    }
  })
  return {
    lines: units.flatMap(({ lines }) => lines),
    organisations: units.flatMap(({ organisation }) => organisation === undefined ? [] : [organisation]),
    different: units.filter(({ isDifferent }) => isDifferent).length
  }
}
