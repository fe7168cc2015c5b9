/**
 * Figures of a variable year by year, each answer kept as it was received, so that a download that was interrupted goes on.
 *
 * @since 0.1.0
 */
import type { FigureNote } from "@timbang/core/input"
import { Sources } from "@timbang/workflows/ports"
import { Effect, Layer, Option, Result, Stream } from "effect"
import * as Catalogue from "./Catalogue.ts"
import * as Client from "./Client.ts"
import { jambi, type Region } from "./RegionCode.ts"
import * as WebApi from "./WebApi.ts"

// --- models ---

/**
 * Where answers are kept, by name, such as `bps-1500-624-2025.json`.
 *
 * @category models
 * @since 0.1.0
 */
export interface Kept {
  readonly get: (name: string) => Effect.Effect<Option.Option<string>>
  readonly put: (name: string, text: string) => Effect.Effect<void>
}

/**
 * What is asked for.
 *
 * @category models
 * @since 0.1.0
 */
export interface Wanted extends WebApi.Wanted {
  /** Domain, such as `1500` for the province of Jambi, `0000` for the country. */
  readonly domain: string
  /** Years; all that BPS has where it is left out. */
  readonly years?: ReadonlyArray<number>
}

/**
 * The answer for one year, and what was put right or refused.
 *
 * @category models
 * @since 0.1.0
 */
export interface Fetched {
  readonly file: string
  readonly year: number
  readonly reading: ReturnType<typeof WebApi.read> extends Result.Result<infer A, infer _> ? A : never
  /** It was there already. */
  readonly isKept: boolean
}

/**
 * A step of a download: an answer, or a note on one that is not there.
 *
 * @category models
 * @since 0.1.0
 */
export type Step =
  | { readonly _tag: "Fetched"; readonly fetched: Fetched; readonly notes: ReadonlyArray<FigureNote.FigureNote> }
  | { readonly _tag: "Missing"; readonly note: FigureNote.FigureNote }

// --- operations ---

/**
 * Answers year by year, oldest first. One that is kept and can be read is not asked for again.
 *
 * **Example** (Everything is there already)
 *
 * ```ts
 * import { Effect, Option, Redacted, Stream } from "effect"
 * import { Download } from "@timbang/source-bps"
 * const one = (val: number, label: string) => [{ val, label }]
 * const lists = { var: [{ val: 624, label: "Garis Kemiskinan" }], turvar: one(0, ""), vervar: one(1508, "Tebo"), tahun: one(125, "2025"), turtahun: one(0, "Tahun") }
 * const answer = JSON.stringify({ status: "OK", "data-availability": "available", ...lists, datacontent: { "150862401250": 601104 } })
 * const kept = { get: () => Effect.succeed(Option.some(answer)), put: () => Effect.void }
 * const steps = Download.steps({ key: Redacted.make("secret") }, { domain: "1500", variable: 624, indicator: "line", years: [2025] }, kept)
 * const [step] = await Effect.runPromise(Stream.runCollect(steps))
 * step._tag === "Fetched" && step.fetched.reading.figures[0]?.figure // => "601104"
 * ```
 *
 * @category downloading
 * @since 0.1.0
 */
export const steps = (settings: Client.Settings, wanted: Wanted, kept: Kept, among: ReadonlyArray<Region> = jambi): Stream.Stream<Step, Catalogue.ListError> =>
  Stream.unwrap(Effect.gen(function*() {
    const { domain, variable } = wanted
    const codes = new Map<number, number>()
    const asked = wanted.years === undefined ? undefined : [...new Set(wanted.years)].toSorted((a, b) => a - b)
    const missing = asked === undefined || (yield* anyMissing(asked, wanted, kept, among))
    // What is kept needs no list of years: a finished download works without a connection.
    if (missing) yield* Stream.runForEach(Catalogue.years(settings, domain, variable), ({ code, year }) => Effect.sync(() => void codes.set(year, code)))
    const years = asked ?? [...codes.keys()].toSorted((a, b) => a - b)
    return Stream.fromIterable(years).pipe(Stream.mapEffect((year) => step(settings, wanted, kept, among, year, codes.get(year))))
  }))

/** Name of the answer for a year. */
const nameOf = ({ domain, variable }: Wanted, year: number): string => `bps-${domain}-${variable}-${year}.json`

const anyMissing = Effect.fn("Download.anyMissing")(function*(years: ReadonlyArray<number>, wanted: Wanted, kept: Kept, among: ReadonlyArray<Region>) {
  for (const year of years) {
    const text = yield* kept.get(nameOf(wanted, year))
    if (Option.isNone(text) || Result.isFailure(WebApi.read("", text.value, wanted, among))) return true
  }
  return false
})

const step = Effect.fn("Download.step")(function*(settings: Client.Settings, wanted: Wanted, kept: Kept, among: ReadonlyArray<Region>, year: number, code: number | undefined) {
  const file = nameOf(wanted, year)
  const before = yield* kept.get(file)
  if (Option.isSome(before)) {
    const read = WebApi.read(file, before.value, wanted, among)
    if (Result.isSuccess(read)) return { _tag: "Fetched", fetched: { file, year, reading: read.success, isKept: true }, notes: read.success.notes } as Step
  }
  if (code === undefined) return { _tag: "Missing", note: { _tag: "YearMissing", file, year } } as Step
  const { again, json, text } = yield* Client.ask(settings, `list/model/data/lang/ind/domain/${wanted.domain}/var/${wanted.variable}/th/${code}`)
  if (isWithoutData(json)) return { _tag: "Missing", note: { _tag: "YearMissing", file, year } } as Step
  const reading = yield* Effect.fromResult(WebApi.read(file, text, wanted, among))
  yield* kept.put(file, text)
  const askedAgain: ReadonlyArray<FigureNote.FigureNote> = again.length === 0 ? [] : [{ _tag: "AskedAgain", file, times: again.length, because: [...new Set(again)] }]
  return { _tag: "Fetched", fetched: { file, year, reading, isKept: false }, notes: [...askedAgain, ...reading.notes] } as Step
})

/** BPS lists years for which it then has nothing. */
const isWithoutData = (json: unknown): boolean =>
  typeof json === "object" && json !== null && "data-availability" in json && json["data-availability"] !== "available"

// --- layers ---

/**
 * The port for indicators, from the WebAPI: a row for each figure, with the answer that it stands in and its region there
 * (`vervar`). What was put right and refused goes to `onNote`.
 *
 * **Example** (Asked nothing before somebody reads)
 *
 * ```ts
 * import { Layer, Redacted } from "effect"
 * import { Download } from "@timbang/source-bps"
 * Layer.isLayer(Download.layer({ key: Redacted.make("secret") }, { domain: "1500", variable: 624, indicator: "line" }, Download.keptNowhere)) // => true
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (
  settings: Client.Settings,
  wanted: Wanted,
  kept: Kept,
  { among = jambi, onNote = () => Effect.void }: { readonly among?: ReadonlyArray<Region>; readonly onNote?: (note: FigureNote.FigureNote) => Effect.Effect<void> } = {}
): Layer.Layer<Sources.IndicatorSource> =>
  Layer.succeed(Sources.IndicatorSource, {
    rows: steps(settings, wanted, kept, among).pipe(
      Stream.tap((each) => Effect.forEach(each._tag === "Missing" ? [each.note] : each.notes, onNote)),
      Stream.flatMap((each) => Stream.fromIterable(each._tag === "Missing" ? [] : each.fetched.reading.figures.map((figure) => ({
        value: { unit: figure.region, indicator: figure.indicator, year: figure.year, figure: figure.figure, source: `BPS, ${each.fetched.reading.about.variable}` },
        place: { source: each.fetched.file, column: `vervar ${figure.region}` }
      })))),
      Stream.mapError((error) => error._tag === "SourceUnavailable" ? error : new Sources.SourceUnavailable({ source: "BPS WebAPI", because: error.message, cause: error }))
    )
  })

/**
 * Keeps no answers, for who keeps the figures elsewhere.
 *
 * **Example** (Nothing is there)
 *
 * ```ts
 * import { Effect, Option } from "effect"
 * import { Download } from "@timbang/source-bps"
 * Option.isNone(await Effect.runPromise(Download.keptNowhere.get("bps-1500-624-2025.json"))) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const keptNowhere: Kept = { get: () => Effect.succeed(Option.none()), put: () => Effect.void }
