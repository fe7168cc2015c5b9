/**
 * The ports of sources, from files: decoded rows as a stream, each with the file and the row it stands in. A file is read whole
 * first, so that one with a fault gives no row at all; CSV, XLSX and NDJSON alike, by the layout of an export where one is given.
 *
 * @since 0.1.0
 */
import type { Formation } from "@timbang/core/formation"
import { Day } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import { Cohort, type RuleSet } from "@timbang/core/selection"
import { Sources } from "@timbang/workflows/ports"
import { Effect, Layer, Stream } from "effect"
import type * as Column from "./Column.ts"
import * as CellsFile from "./formation/CellsFile.ts"
import * as Layouts from "./Layouts.ts"
import * as ProposalsFile from "./needs/ProposalsFile.ts"
import * as Rows from "./Rows.ts"
import * as FormationsFile from "./selection/FormationsFile.ts"
import * as ParticipantsFile from "./selection/ParticipantsFile.ts"
import type * as Table from "./Table.ts"

// --- models ---

/**
 * How a file is read.
 *
 * @category models
 * @since 0.1.0
 */
export type Options = Pick<Table.Options, "layout">

// --- layers ---

/**
 * Formations of a round.
 *
 * **Example** (The row of a formation)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { RuleSets } from "@timbang/regulations"
 * import { FileSources } from "@timbang/source-files"
 * import { Sources } from "@timbang/workflows/ports"
 * const bytes = new TextEncoder().encode("formation,position,education,location,category,seats\nF1,Penyuluh,S-1,Kerinci,UMUM,2\n")
 * const places = Effect.flatMap(Sources.FormationSource, ({ rows }) => Stream.runCollect(Stream.map(rows, ({ place }) => place)))
 * await Effect.runPromise(Effect.provide(places, FileSources.formations({ file: "F.csv", bytes }, RuleSets.cpns2024))) // => [{ source: "F.csv", row: 2 }]
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const formations = (input: Table.Input, ruleSet: RuleSet.RuleSet, options: Options = {}): Layer.Layer<Sources.FormationSource> =>
  Layer.succeed(Sources.FormationSource, {
    rows: placed(Effect.map(FormationsFile.read(input, ruleSet, options), ({ file, formations, rows }) => ({ file, values: formations, rows })))
  })

/**
 * Participants with their scores; raw scores are turned into those of the component, as `ParticipantsFile.read` does.
 *
 * **Example** (Scores in points)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { RuleSets } from "@timbang/regulations"
 * import { FileSources } from "@timbang/source-files"
 * import { Sources } from "@timbang/workflows/ports"
 * const formation = { formation: "F1", position: "", education: "", location: "", category: "umum", seats: 1 }
 * const bytes = new TextEncoder().encode("participant,formation,twk,tiu,tkp,skb\n24-1,F1,65,80,166,70.5\n")
 * const program = Effect.flatMap(Sources.ParticipantSource, ({ rows }) => Stream.runCollect(rows))
 * const [first] = await Effect.runPromise(Effect.provide(program, FileSources.participants({ file: "P.csv", bytes }, RuleSets.cpns2024, [formation])))
 * first.value.scores // => { twk: "65", tiu: "80", tkp: "166", skb: "70.500" }
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const participants = (
  input: Table.Input,
  ruleSet: RuleSet.RuleSet,
  of: ReadonlyArray<Formation.Formation>,
  options: Options = {}
): Layer.Layer<Sources.ParticipantSource> =>
  Layer.succeed(Sources.ParticipantSource, {
    rows: placed(Effect.map(ParticipantsFile.read(input, ruleSet, of, options), ({ cohort, file, rows }) => ({
      file,
      rows,
      values: cohort.participant.map((_, at) => rowOf(cohort, at, ruleSet, of))
    })))
  })

/**
 * Proposals of citizens.
 *
 * **Example** (A wish for a service)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { FileSources } from "@timbang/source-files"
 * import { Sources } from "@timbang/workflows/ports"
 * const bytes = new TextEncoder().encode("proposal,cost,village,service\nU1,,Hulu,bidan\n")
 * const program = Effect.flatMap(Sources.ProposalSource, ({ rows }) => Stream.runCollect(rows))
 * const [first] = await Effect.runPromise(Effect.provide(program, FileSources.proposals({ file: "U.csv", bytes })))
 * [first.value._tag, first.place.row] // => ["ServiceAspiration", 2]
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const proposals = (input: Table.Input, options: Options = {}): Layer.Layer<Sources.ProposalSource> =>
  Layer.succeed(Sources.ProposalSource, {
    rows: placed(Effect.map(ProposalsFile.read(input, options), ({ file, proposals }) => ({
      file,
      values: proposals.map(({ proposal }) => proposal),
      rows: Int32Array.from(proposals, ({ row }) => row)
    })))
  })

/**
 * Staff on hand and needed, with retirements of the years asked for.
 *
 * **Example** (Five people lacking)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { FileSources } from "@timbang/source-files"
 * import { Sources } from "@timbang/workflows/ports"
 * const bytes = new TextEncoder().encode("unit,position,need,onHand\nPuskesmas A,Perawat,14,9\n")
 * const program = Effect.flatMap(Sources.StaffingSource, ({ rows }) => Stream.runCollect(rows))
 * const [first] = await Effect.runPromise(Effect.provide(program, FileSources.staffing({ file: "C.csv", bytes }, [])))
 * first.value.need - first.value.onHand // => 5
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const staffing = (input: Table.Input, years: ReadonlyArray<number>): Layer.Layer<Sources.StaffingSource> =>
  Layer.succeed(Sources.StaffingSource, {
    rows: placed(Effect.map(CellsFile.read(input, years), ({ cells, file, rows }) => ({
      file,
      rows,
      values: cells.map(({ need, onHand, position, retirements, unit }): Sources.Staffing => ({ unit, position, need, onHand, retirements, contractsEnding: {} }))
    })))
  })

/**
 * Answers of citizens, from the columns of `ResponsesFile.columnsOf`; `unit` is whose survey it is. Headers of forms are those of
 * the layout `skm-answers`, or of the one given.
 *
 * **Example** (An element that was left out)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { SurveyLaw } from "@timbang/regulations"
 * import { FileSources, ResponsesFile } from "@timbang/source-files"
 * import { Sources } from "@timbang/workflows/ports"
 * const columns = ResponsesFile.columnsOf(["U1", "U2"], SurveyLaw.answerWords)
 * const bytes = new TextEncoder().encode("no_resp,U1,U2,service\n1,4,,akta\n")
 * const program = Effect.flatMap(Sources.SurveySource, ({ rows }) => Stream.runCollect(rows))
 * const [first] = await Effect.runPromise(Effect.provide(program, FileSources.survey({ file: "R.csv", bytes }, ["U1", "U2"], columns, "Dukcapil")))
 * first.value // => { unit: "Dukcapil", service: "akta", answers: [4, undefined] }
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const survey = (
  input: Table.Input,
  elements: ReadonlyArray<string>,
  columns: Column.Columns,
  unit: string,
  options: Options = {}
): Layer.Layer<Sources.SurveySource> =>
  Layer.succeed(Sources.SurveySource, {
    rows: Stream.map(Rows.stream(input, columns, { layout: Layouts.of("skm-answers"), ...options }), ({ cells, file, row }) => ({
      value: {
        unit,
        service: String(cells["service"] ?? ""),
        answers: elements.map((element) => {
          const answer = cells[element.toLowerCase()]
          return answer === undefined ? undefined : Number(answer)
        })
      },
      place: { source: file, row }
    }))
  })

/**
 * Ratings of staff, from the columns of `RecapFile.columnsOf`: what the record says of work result, conduct and predicate. Headers
 * of e-Kinerja are those of the layout `ekinerja-recap`, or of the one given.
 *
 * **Example** (Three ratings of one person)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { FileSources, RecapFile } from "@timbang/source-files"
 * import { Sources } from "@timbang/workflows/ports"
 * const columns = RecapFile.columnsOf({ above: [], "as-expected": [], below: [] }, { Baik: [] }, { Baik: [] })
 * const bytes = new TextEncoder().encode("person,unit,workResult,conduct,official\np-1,Dukcapil,above,below,Baik\n")
 * const program = Effect.flatMap(Sources.AppraisalSource, ({ rows }) => Stream.runCollect(rows))
 * const found = await Effect.runPromise(Effect.provide(program, FileSources.appraisal({ file: "R.csv", bytes }, columns)))
 * found.map(({ value }) => [value.item, value.rating]) // => [["work-result", "above"], ["conduct", "below"], ["predicate", "Baik"]]
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const appraisal = (input: Table.Input, columns: Column.Columns, options: Options = {}): Layer.Layer<Sources.AppraisalSource> =>
  Layer.succeed(Sources.AppraisalSource, {
    rows: Stream.flatMap(Rows.stream(input, columns, { layout: Layouts.of("ekinerja-recap"), ...options }), ({ cells, file, row }) =>
      Stream.fromIterable(items.flatMap(([column, item]) => {
        const rating = cells[column]
        const value = { person: String(cells["person"]), unit: String(cells["unit"]), rater: "e-Kinerja", item, rating: String(rating) }
        return rating === undefined ? [] : [{ value, place: { source: file, row, column } }]
      })))
  })

const items = [["workResult", "work-result"], ["conduct", "conduct"], ["official", "predicate"]] as const

/** Values of a file that was read whole, each with its row. */
const placed = <A, E>(read: Effect.Effect<{ readonly file: string; readonly values: ReadonlyArray<A>; readonly rows: Int32Array }, E>): Stream.Stream<Sources.Sourced<A>, E> =>
  Stream.unwrap(Effect.map(read, ({ file, rows, values }) => Stream.fromIterable(values.map((value, at) => ({ value, place: { source: file, row: rows[at]! } })))))

/** A participant as a small host writes it down. */
const rowOf = (cohort: Cohort.Cohort, at: number, ruleSet: RuleSet.RuleSet, of: ReadonlyArray<Formation.Formation>): Cohort.Row => {
  const decimals = new Map(ruleSet.components.map(({ decimals, id }) => [id, decimals]))
  const [average, born] = [cohort.gradeAverage?.[at] ?? -1, cohort.birthDay?.[at] ?? Cohort.absentDay]
  const priorityClass = ruleSet.ranking.classes?.order[cohort.priorityClass?.[at] ?? Cohort.absentClass]?.id
  const held = Cohort.entitlementsOf(ruleSet).filter((_, bit) => ((cohort.entitlements?.[at] ?? 0) >> bit & 1) === 1).map(({ id }) => id)
  return {
    participant: cohort.participant[at]!,
    formation: of[cohort.formation[at]!]!.formation,
    scores: Object.fromEntries(Object.entries(cohort.scores).flatMap(([id, units]) =>
      units[at] === Cohort.absent ? [] : [[id, Scaled.format(units[at]!, decimals.get(id) ?? 0)]])),
    ...(average < 0 ? {} : { gpa: Scaled.format(average, 3) }),
    ...(born === Cohort.absentDay ? {} : { birthDate: Day.fromNumber(born) }),
    ...(priorityClass === undefined ? {} : { priorityClass }),
    ...(held.length === 0 ? {} : { entitlements: held })
  }
}
