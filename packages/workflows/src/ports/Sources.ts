/**
 * Ports: rows from outside, decoded, one after another, each with the place it comes from.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import type { Formation } from "@timbang/core/formation"
import type { Observation, ProjectedNeed, Proposal } from "@timbang/core/needs"
import type { Application, Cohort } from "@timbang/core/selection"
import { Context, Data, Layer, Stream } from "effect"

// --- models ---

/**
 * Where a row comes from.
 *
 * @category models
 * @since 0.1.0
 */
export interface Place {
  /** File, table or address, as the host calls it. */
  readonly source: string
  /** Sheet of a workbook. */
  readonly sheet?: string
  /** Row as the source counts; in a spreadsheet the header is row 1. */
  readonly row?: number
  /** Column, where one row of the source holds several values. */
  readonly column?: string
}

/**
 * A decoded row and its place.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sourced<A> {
  readonly value: A
  readonly place: Place
}

/**
 * Decoded rows as a stream.
 *
 * @category models
 * @since 0.1.0
 */
export type Rows<A> = Stream.Stream<Sourced<A>, SourceError>

/**
 * How many people a unit has and needs in a position.
 *
 * @category models
 * @since 0.1.0
 */
export interface Staffing extends ProjectedNeed.Standing {
  readonly unit: string
  readonly position: string
}

/**
 * The scores of one participant as a session delivers them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Scored {
  readonly participant: string
  /** Exam stage, such as `SKD`. */
  readonly stage: string
  /** Session, such as `2026-11-24/1`. */
  readonly session: string
  /** Decimal numerals by exam component. Unit: points. */
  readonly scores: Readonly<Record<string, string>>
}

/**
 * What a live feed of scores says.
 *
 * - `Score`: scores, for the first time or other ones than before.
 * - `SessionOpened`, `SessionClosed`: scores of a session may change between the two.
 *
 * `cursor` is where to go on after it; only the feed knows what it means.
 *
 * @category models
 * @since 0.1.0
 */
export type FeedEvent =
  | { readonly _tag: "SessionOpened"; readonly stage: string; readonly session: string; readonly cursor: string }
  | { readonly _tag: "Score"; readonly scored: Sourced<Scored>; readonly cursor: string }
  | { readonly _tag: "SessionClosed"; readonly stage: string; readonly session: string; readonly cursor: string }

/**
 * One answered survey form. No respondent can be told from it.
 *
 * @category models
 * @since 0.1.0
 */
export interface SurveyResponse {
  readonly unit: string
  readonly service: string
  /** Answers in the order of the form's elements; `undefined` where there is none. */
  readonly answers: ReadonlyArray<number | undefined>
}

/**
 * One rating of an appraisal.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rating {
  /** Pseudonym of the person appraised. */
  readonly person: string
  readonly unit: string
  /** Pseudonym of the rater. */
  readonly rater: string
  /** What was rated, such as `work-result`. */
  readonly item: string
  /** Word or figure as the form has it. */
  readonly rating: string
}

// --- errors ---

/**
 * The source cannot be reached or failed. The stream goes on from the last row when it is opened again.
 *
 * @category errors
 * @since 0.1.0
 */
export class SourceUnavailable extends Data.TaggedError("SourceUnavailable")<{
  readonly source: string
  readonly because: string
  readonly cause?: unknown
}> {
  override get message(): string {
    return `${this.source} cannot be read (${this.because}); nothing that was taken over is lost, open it again later`
  }
}

/**
 * Why a source gives no more rows: its content is faulty, with all faults, or it cannot be read.
 *
 * @category errors
 * @since 0.1.0
 */
export type SourceError = Fault.InputRefused | SourceUnavailable

// --- ports ---

/**
 * Figures of units by year.
 *
 * @category ports
 * @since 0.1.0
 */
export class IndicatorSource extends Context.Service<IndicatorSource, { readonly rows: Rows<Observation.Observation> }>()(
  "@timbang/workflows/IndicatorSource"
) {}

/**
 * Staff on hand and needed.
 *
 * @category ports
 * @since 0.1.0
 */
export class StaffingSource extends Context.Service<StaffingSource, { readonly rows: Rows<Staffing> }>()(
  "@timbang/workflows/StaffingSource"
) {}

/**
 * Proposals of citizens.
 *
 * @category ports
 * @since 0.1.0
 */
export class ProposalSource extends Context.Service<ProposalSource, { readonly rows: Rows<Proposal.Proposal> }>()(
  "@timbang/workflows/ProposalSource"
) {}

/**
 * Formations of a round.
 *
 * @category ports
 * @since 0.1.0
 */
export class FormationSource extends Context.Service<FormationSource, { readonly rows: Rows<Formation.Formation> }>()(
  "@timbang/workflows/FormationSource"
) {}

/**
 * Applications as they arrive by import.
 *
 * @category ports
 * @since 0.1.0
 */
export class ApplicationSource extends Context.Service<ApplicationSource, { readonly rows: Rows<Application.Application> }>()(
  "@timbang/workflows/ApplicationSource"
) {}

/**
 * Participants with their scores.
 *
 * @category ports
 * @since 0.1.0
 */
export class ParticipantSource extends Context.Service<ParticipantSource, { readonly rows: Rows<Cohort.Row> }>()(
  "@timbang/workflows/ParticipantSource"
) {}

/**
 * Scores as they are made; it ends when the exam is over.
 *
 * **Example** (One session with one score)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { Sources } from "@timbang/workflows/ports"
 * const scored = { value: { participant: "P-1", stage: "SKD", session: "1", scores: { TWK: "65" } }, place: { source: "cat" } }
 * const layer = Sources.layerScores([
 *   { _tag: "SessionOpened", stage: "SKD", session: "1", cursor: "1" },
 *   { _tag: "Score", scored, cursor: "2" },
 *   { _tag: "SessionClosed", stage: "SKD", session: "1", cursor: "3" }
 * ])
 * const program = Effect.flatMap(Sources.ScoreFeed, (feed) => Stream.runCollect(feed.events("1")))
 * const rest = await Effect.runPromise(Effect.provide(program, layer))
 * rest.map(({ _tag }) => _tag) // => ["Score", "SessionClosed"]
 * ```
 *
 * @category ports
 * @since 0.1.0
 */
export class ScoreFeed extends Context.Service<ScoreFeed, {
  /** Everything after a cursor, or from the start. */
  readonly events: (after?: string) => Stream.Stream<FeedEvent, SourceError>
}>()("@timbang/workflows/ScoreFeed") {}

/**
 * Answers of citizens.
 *
 * @category ports
 * @since 0.1.0
 */
export class SurveySource extends Context.Service<SurveySource, { readonly rows: Rows<SurveyResponse> }>()(
  "@timbang/workflows/SurveySource"
) {}

/**
 * Ratings of staff.
 *
 * @category ports
 * @since 0.1.0
 */
export class AppraisalSource extends Context.Service<AppraisalSource, { readonly rows: Rows<Rating> }>()(
  "@timbang/workflows/AppraisalSource"
) {}

// --- constructors ---

/**
 * Rows of a list, for tests and small hosts.
 *
 * **Example** (One formation)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { Sources } from "@timbang/workflows/ports"
 * const rows = Sources.rowsOf("list", ["F1", "F2"])
 * const last = (await Effect.runPromise(Stream.runCollect(rows))).at(-1)
 * last // => { value: "F2", place: { source: "list", row: 2 } }
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const rowsOf = <A>(source: string, values: ReadonlyArray<A>): Rows<A> =>
  Stream.fromIterable(values.map((value, at) => ({ value, place: { source, row: at + 1 } })))

// --- layers ---

/**
 * A feed of what is known already, for tests and replays.
 *
 * @category layers
 * @since 0.1.0
 */
export const layerScores = (events: ReadonlyArray<FeedEvent>): Layer.Layer<ScoreFeed> =>
  Layer.succeed(ScoreFeed, {
    events: (after) => Stream.fromIterable(events.slice(events.findIndex(({ cursor }) => cursor === after) + 1))
  })
