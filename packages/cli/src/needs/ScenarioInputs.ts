/**
 * What a scenario may reach beside the model: the work of positions and its norm, bounds of posts, the posts before.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import type { Day } from "@timbang/core/law"
import { type Driver, type NeedModel, Scenario } from "@timbang/core/needs"
import { type Sentences, Workloads } from "@timbang/language"
import { AllocationFile, BoundsFile, Column, WorkloadFile } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as Inputs from "../formation/Inputs.ts"
import * as LawInForce from "../LawInForce.ts"
import * as Options from "../Options.ts"
import * as Naming from "./Naming.ts"
import type * as ScenarioRun from "./ScenarioRun.ts"
import * as Staffing from "./Staffing.ts"

// --- models ---

/** The options of a run, as given. */
export interface Given {
  readonly work: Option.Option<string>
  readonly norms: Option.Option<WorkloadFile.Norm>
  readonly workingTime: Option.Option<number>
  readonly daysPerWeek: Option.Option<number>
  readonly bounds: Option.Option<string>
  readonly previous: Option.Option<string>
  readonly pace: Option.Option<string>
  readonly paceFall: Option.Option<string>
  readonly paceLeast: number
}

/** What was read. */
export interface Read {
  readonly document: Pick<ScenarioRun.Document, "work" | "norm" | "bounds" | "previous" | "pace">
  readonly needOf: ScenarioRun.NeedOf
}

// --- operations ---

/** The document that scenarios change, and how the need of a position follows from its work. Units and job families by identifier or title. */
export const read: (
  needs: NeedModel.NeedModel,
  given: Given,
  on: Day.Day,
  lang: Sentences.Language
) => Effect.Effect<Read, Fault.InputRefused | CommandFailed> = Effect.fn("ScenarioInputs.read")(function*(needs, given, on, lang) {
  if (Option.isSome(given.work) !== Option.isSome(given.norms)) return yield* Effect.fail(Options.refusal([Option.isSome(given.work) ? { _tag: "OptionMissing", option: "--work", needed: "--norms" } : { _tag: "OptionMissing", option: "--norms", needed: "--work" }], lang))
  if (Option.isSome(given.previous) !== Option.isSome(given.pace)) return yield* Effect.fail(Options.refusal([Inputs.paceFault(given.previous)], lang))
  const strange = (file: string, row: number, unit: string, jobFamily: string, column: string): ReadonlyArray<Fault.Fault> => [
    ...stranger(needs.units, { file, row, column: "unit" }, unit),
    ...stranger(needs.matrix.jobFamilies, { file, row, column }, jobFamily)
  ]
  const work = Option.isSome(given.work)
    ? yield* WorkloadFile.read(given.work.value, Option.getOrThrow(given.norms), ({ file, positions }) => positions.flatMap((one) => strange(file, one.row, one.unit, one.jobFamily, "jobFamily")))
    : undefined
  const bounds = Option.isSome(given.bounds)
    ? yield* BoundsFile.read(given.bounds.value, ({ file, rows }) => rows.flatMap((one) => strange(file, one.row, one.unit, one.jobFamily, "jobFamily")))
    : undefined
  const previous = Option.isSome(given.previous)
    ? yield* AllocationFile.read(given.previous.value, ({ file, rows }) => rows.flatMap((one) => strange(file, one.row, one.unit, one.position ?? "", "position")))
    : undefined
  const cell = (unit: string, jobFamily: string) => ({ unit: Naming.find(needs.units, unit)?.id ?? "", jobFamily: Naming.find(needs.matrix.jobFamilies, jobFamily)?.id ?? "" })
  const positions = work?.positions.map(({ jobFamily, position, unit, work: own }): ScenarioRun.Work => ({ ...own, position, ...cell(unit, jobFamily) }))
  const bound = bounds?.rows.map(({ jobFamily, max, min, unit }): ScenarioRun.Bound =>
    ({ ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), ...cell(unit, jobFamily) }))
  const held = previous?.rows.map(({ position = "", seats, unit }): ScenarioRun.Held => ({ seats, ...cell(unit, position) }))
  const options = { workingTime: Option.getOrUndefined(given.workingTime), daysPerWeek: Option.getOrUndefined(given.daysPerWeek) }
  const norms = Option.getOrUndefined(given.norms)
  const lawOn = (own: Staffing.Options) => Staffing.lawOn(norms ?? "abk", on, own)
  const law = norms === undefined ? undefined : yield* Effect.mapError(Effect.fromResult(lawOn(options)), (failure) => LawInForce.refusal(failure, lang))
  const rise = Option.getOrUndefined(given.pace)
  const found: Read = {
    document: {
      ...(positions === undefined || law === undefined ? {} : {
        work: positions,
        norm: { workingTime: law.workingTime, ...(options.daysPerWeek === undefined ? {} : { daysPerWeek: options.daysPerWeek }) }
      }),
      ...(bound === undefined ? {} : { bounds: bound }),
      ...(held === undefined || rise === undefined ? {} : {
        previous: held,
        pace: { rise, fall: Option.getOrElse(given.paceFall, () => rise), atLeast: given.paceLeast }
      })
    },
    needOf: (one, norm) => {
      const problem = (line: string) => new CommandFailed({ code: codes.refused, lines: [`${one.unit}, ${one.position}: ${line}`] })
      const own = Result.mapError(lawOn({ workingTime: norm.workingTime, daysPerWeek: norm.daysPerWeek }), ({ message }) => problem(message))
      return Result.flatMap(own, ({ need }) =>
        Result.mapBoth(need(one, lang), {
          onSuccess: ({ exact }) => exact,
          onFailure: (found) => problem(Workloads.problem(found, lang))
        }))
    }
  }
  return found
})

/** The refusal of a change with the name that is spelt most alike. */
export const withNearest = (absent: Scenario.PathAbsent): Scenario.PathAbsent => {
  const { segment } = absent
  const sought = typeof segment === "string" ? segment : Object.values(segment).join(", ")
  const nearest = Column.nearest(sought, absent.present.map((name) => [Column.plain(name), name]))
  return nearest === undefined ? absent : new Scenario.PathAbsent({ ...absent, nearest })
}

const stranger = (
  named: ReadonlyArray<Driver.Named>,
  at: { readonly file: string; readonly row: number; readonly column: string },
  found: string
): ReadonlyArray<Fault.Fault> =>
  Naming.find(named, found) === undefined
    ? [{ _tag: "UnknownCode", ...at, found, accepted: named.map(({ id }) => id), nearest: Column.nearest(found, named.flatMap(({ id, title }) => [[Column.plain(id), id], [Column.plain(title), id]] as const)) }]
    : []
