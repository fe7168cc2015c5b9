/**
 * Reads documents of the stage from unknown data, as it comes from YAML or JSON: a model of needs, a composite index, a
 * scenario. Nothing extra, every fault at once.
 *
 * Other modules of the stage do not import this file, so that a page that only shows a score carries no decoder.
 *
 * @since 0.1.0
 */
import { Data, Result, Schema, SchemaIssue } from "effect"
import { isDay } from "../law/Day.ts"
import { confidences } from "../law/LegalSource.ts"
import { parse } from "../number/Fraction.ts"
import type { Log } from "./CompositeIndex.ts"
import type { IndexModel } from "./IndexModel.ts"
import type { Change } from "./IndexReplay.ts"
import type { NeedModel } from "./NeedModel.ts"
import type { Scenario } from "./Scenario.ts"

// --- models ---

/**
 * One place that cannot be read: its keys joined by dots, entries of a list counted from 1, and what is expected there.
 *
 * @category models
 * @since 0.1.0
 */
export interface Unreadable {
  readonly path: string
  readonly expected: string
}

// --- errors ---

/**
 * The data is not a document of this kind.
 *
 * @category errors
 * @since 0.1.0
 */
export class DocumentUnreadable extends Data.TaggedError("DocumentUnreadable")<{
  readonly what: "model of needs" | "composite index" | "log of an index" | "change of an index" | "scenario"
  readonly places: ReadonlyArray<Unreadable>
}> {
  override get message(): string {
    const places = this.places.map(({ expected, path }) => `${path === "" ? "the document" : path}: ${expected}`)
    return `not a ${this.what}; ${places.join("; ")}`
  }
}

// --- schemas ---

const List = Schema.Array
const Text = Schema.String
const maybe = Schema.optionalKey
const Year = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 9999 }))
const Day = Text.check(Schema.makeFilter((text) => isDay(text), { expected: "a calendar day, YYYY-MM-DD" }))
const Numeral = Schema.Union([Schema.Number, Text]).check(
  Schema.makeFilter((numeral) => Result.isSuccess(parse(numeral)), {
    expected: "a number, such as 0.25, \"0.25\" or \"1/4\""
  })
)
const numerals = Schema.Record(Text, Numeral)
const Named = Schema.Struct({ id: Text, title: Text })
const Source = Schema.Struct({
  instrument: Text,
  provision: maybe(Text),
  confidence: Schema.Literals(confidences),
  note: maybe(Text)
})

const Matrix = Schema.Struct({
  id: Text,
  title: Text,
  from: Day,
  until: maybe(Day),
  source: Source,
  pillars: List(Named),
  sectors: List(Named),
  jobFamilies: List(Named),
  drivers: List(Schema.Struct({
    id: Text,
    indicator: Text,
    reads: Schema.Literals(["level", "trend"]),
    overYears: maybe(Schema.Int),
    risesWith: Schema.Literals(["high", "low"]),
    low: Numeral,
    high: Numeral,
    pillar: Text,
    share: Numeral
  })),
  pillarShares: Schema.Record(Text, numerals),
  sectorShares: Schema.Record(Text, numerals),
  caps: numerals,
  indicatorCap: maybe(Numeral)
})

const Needs = Schema.Struct({
  id: Text,
  title: Text,
  day: Day,
  year: Year,
  units: List(Named),
  observations: maybe(
    List(Schema.Struct({ unit: Text, indicator: Text, year: Year, figure: Numeral, source: maybe(Text) }))
  ),
  matrix: Matrix,
  workload: maybe(List(Schema.Struct({ unit: Text, jobFamily: Text, people: Numeral }))),
  voice: maybe(List(Schema.Struct({ unit: Text, sector: Text, share: Numeral }))),
  imputeByMean: maybe(List(Text))
})

const Mean = Schema.Literals(["arithmetic", "geometric", "harmonic"])
const Ties = Schema.Literals(["minimum", "mean"])
const Deviation = Schema.Literals(["sample", "population"])
const Limits = Schema.Struct({ skewness: Schema.Finite, kurtosis: Schema.Finite })
const by = <const Method extends string>(method: Method) => ({ method: Schema.Literal(method) })

const Step = Schema.Union([
  Schema.Struct({
    step: Schema.Literal("impute"),
    by: Schema.Union([
      Schema.Struct(by("mean")),
      Schema.Struct(by("median")),
      Schema.Struct({ ...by("group-mean"), groups: Schema.Record(Text, Text) })
    ])
  }),
  Schema.Struct({
    step: Schema.Literal("outliers"),
    by: Schema.Union([
      Schema.Struct({ ...by("winsorise"), most: Schema.Int, limits: maybe(Limits) }),
      Schema.Struct({ ...by("logarithm"), limits: maybe(Limits) })
    ])
  }),
  Schema.Struct({
    step: Schema.Literal("normalise"),
    by: Schema.Union([
      Schema.Struct(by("none")),
      Schema.Struct(by("goalposts")),
      Schema.Struct({ ...by("min-max"), to: maybe(Schema.Tuple([Schema.Finite, Schema.Finite])) }),
      Schema.Struct({ ...by("z-score"), deviation: maybe(Deviation) }),
      Schema.Struct({ ...by("rank"), ties: Ties }),
      Schema.Struct({ ...by("borda"), ties: Ties }),
      Schema.Struct(by("percentile-rank")),
      Schema.Struct(by("distance-to-maximum")),
      Schema.Struct(by("fraction-of-maximum"))
    ])
  }),
  Schema.Struct({
    step: Schema.Literal("weigh"),
    by: Schema.Union([
      Schema.Struct({ ...by("given"), weights: numerals }),
      Schema.Struct({ ...by("parts"), parts: numerals }),
      Schema.Struct(by("equal")),
      Schema.Struct({
        ...by("pairwise"),
        comparisons: List(Schema.Struct({ more: Text, less: Text, times: Schema.Finite }))
      }),
      Schema.Struct(by("entropy")),
      Schema.Struct({
        ...by("standard-deviation"),
        scale: Schema.Literals(["none", "min-max"]),
        deviation: maybe(Deviation)
      }),
      Schema.Struct({ ...by("critic"), unscaled: maybe(Schema.Boolean), deviation: maybe(Deviation) }),
      Schema.Struct(by("merec"))
    ])
  }),
  Schema.Struct({ step: Schema.Literal("aggregate"), mean: maybe(Mean) }),
  Schema.Struct({ step: Schema.Literal("scale"), factor: Schema.Finite })
])

const Index = Schema.Struct({
  id: Text,
  title: Text,
  indicators: List(Schema.Struct({
    id: Text,
    title: Text,
    unit: Text,
    direction: Schema.Literals(["more-is-better", "less-is-better"]),
    denominator: maybe(Text),
    year: maybe(Year),
    source: Text,
    goalposts: maybe(Schema.Struct({ low: Schema.Finite, high: Schema.Finite, logarithm: maybe(Schema.Boolean) })),
    pillar: Text,
    weight: maybe(Numeral)
  })),
  groups: List(Schema.Struct({ id: Text, title: Text, parent: maybe(Text), weight: maybe(Numeral), mean: Mean })),
  steps: List(Step)
})

const LogSchema = Schema.Struct({
  model: Index,
  units: List(Text),
  figures: Schema.Record(Text, List(Schema.NullOr(Schema.Finite))),
  entries: maybe(Schema.Unknown)
})

const tagged = <const Tag extends string>(tag: Tag) => ({ _tag: Schema.Literal(tag) })

const LogChange = Schema.Union([
  Schema.Struct({ ...tagged("ReplaceStep"), at: Schema.Int, step: Step }),
  Schema.Struct({ ...tagged("InsertStep"), at: Schema.Int, step: Step }),
  Schema.Struct({ ...tagged("RemoveStep"), at: Schema.Int }),
  Schema.Struct({ ...tagged("SetFigure"), unit: Text, indicator: Text, figure: Schema.NullOr(Schema.Finite) })
])

const at = List(Schema.Union([Text, Schema.Record(Text, Schema.Union([Text, Schema.Finite, Schema.Boolean]))]))

const Diff = Schema.Struct({
  id: Text,
  title: Text,
  changes: List(Schema.Union([
    Schema.Struct({ at, set: Schema.Unknown }),
    Schema.Struct({ at, add: Numeral }),
    Schema.Struct({ at, multiply: Numeral })
  ]))
})

/** What a change does, by the key that says it. */
const kinds = ["set", "add", "multiply"] as const

/** A scenario whose changes may do several things, or none: what is wrong with one of them is then said once. */
const AnyDiff = Schema.Struct({
  id: Text,
  title: Text,
  changes: List(Schema.Struct({ at, set: maybe(Schema.Unknown), add: maybe(Numeral), multiply: maybe(Numeral) }))
})

// --- operations ---

/**
 * Reads a model of needs. Observations and workload may be absent, to be filled from tables; they are then empty.
 *
 * **Example** (A field that does not exist, and one that is missing)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Document } from "@timbang/core/needs"
 * const refused = Document.needModel({ id: "n", title: "", day: "2024-02-30", colour: "red" })
 * const paths = Result.isFailure(refused) ? refused.failure.places.map(({ path }) => path) : []
 * paths.includes("colour") && paths.includes("day") && paths.includes("matrix") // => true
 * ```
 *
 * @category decoding
 * @since 0.1.0
 */
export const needModel = (input: unknown): Result.Result<NeedModel, DocumentUnreadable> =>
  Result.map(read("model of needs", Needs, input), (model) => ({
    ...model,
    observations: model.observations ?? [],
    workload: model.workload ?? []
  }))

/**
 * Reads a composite index.
 *
 * **Example** (A step that does not exist)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Document } from "@timbang/core/needs"
 * const index = { id: "x", title: "", indicators: [], groups: [] }
 * Result.isSuccess(Document.indexModel({ ...index, steps: [{ step: "aggregate" }] })) // => true
 * Result.isFailure(Document.indexModel({ ...index, steps: [{ step: "guess" }] })) // => true
 * ```
 *
 * @category decoding
 * @since 0.1.0
 */
export const indexModel = (input: unknown): Result.Result<IndexModel, DocumentUnreadable> =>
  read("composite index", Index, input)

/**
 * Reads the log of a composite index. What its steps did is not read: it is computed again from model and figures.
 *
 * **Example** (A log without units)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Document } from "@timbang/core/needs"
 * const model = { id: "x", title: "", indicators: [], groups: [], steps: [] }
 * Document.indexLog({ model, units: [], figures: {} }) // => Result.succeed({ model, units: [], figures: {}, entries: [] })
 * ```
 *
 * @category decoding
 * @since 0.1.0
 */
export const indexLog = (input: unknown): Result.Result<Log, DocumentUnreadable> =>
  Result.map(read("log of an index", LogSchema, input), (log) => ({ ...log, entries: [] }))

/**
 * Reads one change of a log.
 *
 * **Example** (A figure put right)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Document } from "@timbang/core/needs"
 * Result.isSuccess(Document.indexChange({ _tag: "SetFigure", unit: "Tebo", indicator: "poverty", figure: 6.12 })) // => true
 * Result.isFailure(Document.indexChange({ _tag: "SetFigure", unit: "Tebo" })) // => true
 * ```
 *
 * @category decoding
 * @since 0.1.0
 */
export const indexChange = (input: unknown): Result.Result<Change, DocumentUnreadable> =>
  read("change of an index", LogChange, input)

/**
 * Reads a scenario.
 *
 * **Example** (A change that is none)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Document } from "@timbang/core/needs"
 * const scenario = { id: "up", title: "growth one point up" }
 * Result.isSuccess(Document.scenario({ ...scenario, changes: [{ at: ["ceiling"], add: 1 }] })) // => true
 * Result.isFailure(Document.scenario({ ...scenario, changes: [{ at: ["ceiling"], grow: 1 }] })) // => true
 * ```
 *
 * @category decoding
 * @since 0.1.0
 */
export const scenario = (input: unknown): Result.Result<Scenario, DocumentUnreadable> =>
  Result.gen(function* () {
    const { changes } = yield* Result.mapError(read("scenario", AnyDiff, input), ({ places, what }) =>
      new DocumentUnreadable({ what, places: places.map((place) => (isInsteadOfKind(place, input) ? { ...place, expected: `Expected the key ${kinds.join(" | ")}` } : place)) }))
    const places = changes.flatMap((change, i) =>
      kinds.filter((kind) => Object.hasOwn(change, kind)).length === 1 ? [] : [{ path: `changes.${i + 1}`, expected: `Expected exactly one of ${kinds.join(" | ")}` }])
    if (places.length > 0) return yield* Result.fail(new DocumentUnreadable({ what: "scenario", places }))
    return yield* read("scenario", Diff, input)
  })

/** Whether an unknown key stands in a change that says nothing else of what it does. */
const isInsteadOfKind = ({ expected, path }: Unreadable, input: unknown): boolean => {
  const at = /^changes\.(\d+)\.[^.]+$/.exec(path)
  if (at === null || expected !== excess) return false
  // A key of a change is only strange where there is a change.
  const { changes } = input as { readonly changes: ReadonlyArray<object> }
  return !kinds.some((kind) => Object.hasOwn(changes[Number(at[1]) - 1]!, kind))
}

const excess = "Expected no excess property"
const missing = "Missing key"

/** A key that is not known beside one that is missing is one mistake: the two are told together, the likest names first. */
const paired = (places: ReadonlyArray<Unreadable>): ReadonlyArray<Unreadable> => {
  const [parentOf, nameOf] = [(path: string) => path.split(".").slice(0, -1).join("."), (path: string) => path.split(".").at(-1)!]
  const lacking = new Set(places.filter(({ expected }) => expected === missing))
  const likeness = (a: string, b: string) => [...a].findIndex((letter, at) => letter !== b[at]) >>> 0
  const strange = places.filter(({ expected }) => expected === excess)
  const instead = new Map<Unreadable, Unreadable>()
  const candidates = strange
    .flatMap((one) => {
      const siblings = [...lacking].filter(({ path }) => parentOf(path) === parentOf(one.path))
      const isOnly = siblings.length === 1 && strange.filter(({ path }) => parentOf(path) === parentOf(one.path)).length === 1
      return siblings.map((other) => ({ one, other, like: likeness(nameOf(one.path), nameOf(other.path)) })).filter(({ like }) => isOnly || like > 0)
    })
    .sort((a, b) => b.like - a.like)
  for (const { one, other } of candidates) {
    if (instead.has(one) || !lacking.delete(other)) continue
    instead.set(one, { path: one.path, expected: `Expected the key ${nameOf(other.path)}` })
  }
  return places.filter((place) => place.expected !== missing || lacking.has(place)).map((place) => instead.get(place) ?? place)
}

const format = SchemaIssue.makeFormatterStandardSchemaV1()

const keyOf = (key: PropertyKey): string => String(typeof key === "number" ? key + 1 : key)

const read = <S extends Schema.ConstraintDecoder<unknown>>(
  what: DocumentUnreadable["what"],
  schema: S,
  input: unknown
): Result.Result<S["Type"], DocumentUnreadable> =>
  Result.mapError(
    Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })(input),
    ({ issue }) =>
      new DocumentUnreadable({
        what,
        places: paired(format(issue).issues.map(({ message, path = [] }) => ({
          path: path.map((key) => keyOf(typeof key === "object" ? key.key : key)).join("."),
          expected: message
        })))
      })
  )
