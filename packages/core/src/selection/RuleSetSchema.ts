/**
 * Reads a rule set from unknown data: a closed vocabulary, nothing extra, every fault at once.
 *
 * Engine modules do not import this file, so that a page that only verifies a result carries no decoder.
 *
 * @since 0.1.0
 */
import { Data, Result, Schema, SchemaIssue } from "effect"
import { confidences } from "../law/LegalSource.ts"
import { isDay } from "../law/Day.ts"
import { roundings } from "../number/Rounding.ts"
import { tags } from "./Outcome.ts"
import type { RuleSet } from "./RuleSet.ts"
import * as RuleSetPath from "./RuleSetPath.ts"

// --- errors ---

/**
 * One place that cannot be read: where, and what is expected there.
 *
 * @category errors
 * @since 0.1.0
 */
export interface Unreadable {
  readonly path: string
  readonly expected: string
}

/**
 * The data is not a rule set of this format.
 *
 * @category errors
 * @since 0.1.0
 */
export class RuleSetUnreadable extends Data.TaggedError("RuleSetUnreadable")<{ readonly places: ReadonlyArray<Unreadable> }> {
  override get message(): string {
    return `not a rule set of format 1; ${
      this.places.map(({ expected, path }) => `${path === "" ? "the document" : path}: ${expected}`).join("; ")
    }`
  }
}

// --- schema ---

const List = Schema.Array
const Text = Schema.String
const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const Percent = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100 }))
const Decimals = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 4 }))
// Identifiers are parts of paths, so they hold no blank and no ".".
const Id = Schema.String.check(Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9-]*$/, { expected: "an identifier of letters, digits and -" }))
const Day = Schema.String.check(Schema.makeFilter((text) => isDay(text), { expected: "a calendar day, YYYY-MM-DD" }))

const Source = Schema.Struct({
  instrument: Text,
  provision: Schema.optionalKey(Text),
  confidence: Schema.Literals(confidences),
  note: Schema.optionalKey(Text)
})

const sourced = <S extends Schema.Top>(value: S) =>
  Schema.Union([
    Schema.TaggedStruct("Known", { value, source: Source }),
    Schema.TaggedStruct("Unknown", { source: Source })
  ])

const decided = { decidedBy: Text, source: Source }
const RoundingName = sourced(Schema.Literals(roundings))

const Component = Schema.Struct({
  id: Id,
  title: Text,
  exam: Id,
  minimum: Count,
  maximum: sourced(Count),
  decimals: Decimals,
  step: Schema.Int.check(Schema.isGreaterThan(0)),
  raw: Schema.optionalKey(Schema.Struct({ column: Id, outOf: sourced(Count), rounding: Schema.Literals(roundings) })),
  source: Source
})

const step = { id: Id, title: Text, ...decided }
const Step = Schema.Union([
  Schema.TaggedStruct("Sum", { ...step, of: List(Id) }),
  Schema.TaggedStruct("Rescale", {
    ...step,
    of: Id,
    outOf: sourced(Count),
    to: Count,
    decimals: Decimals,
    rounding: RoundingName
  }),
  Schema.TaggedStruct("Weight", { ...step, of: Id, percent: sourced(Percent), decimals: Decimals, rounding: RoundingName }),
  Schema.TaggedStruct("Addition", {
    ...step,
    of: Id,
    base: sourced(Count),
    cap: sourced(Count),
    combination: sourced(Schema.Literals(["add-up", "highest"])),
    rounding: RoundingName,
    entitlements: List(Schema.Struct({ id: Id, title: Text, percent: sourced(Percent), atMostPercent: Schema.optionalKey(sourced(Percent)) }))
  })
])

const Ladder = List(Schema.Union([
  Schema.TaggedStruct("Score", { of: Id }),
  Schema.TaggedStruct("GradeAverage", {}),
  Schema.TaggedStruct("BirthDate", {})
]))

const Group = Schema.Struct({
  id: Id,
  title: Text,
  categories: List(Id),
  positions: Schema.optionalKey(List(Text)),
  holdsFor: Schema.optionalKey(Schema.Literal("people")),
  minimums: List(Schema.Struct({ of: Id, minimum: sourced(Count) })),
  source: Source
})

const Shortlist = Schema.Struct({
  ...decided,
  exam: Id,
  factor: sourced(Schema.Int.check(Schema.isGreaterThan(0))),
  ladder: Ladder,
  freedPlaces: sourced(Schema.Literals(["stay-empty", "refilled"])),
  secondGroup: Schema.optionalKey(Schema.Struct({
    ...decided,
    groups: List(Group),
    finalRanking: sourced(Schema.Literals(["together", "first-group-first"]))
  }))
})

const SecondExam = Schema.Struct({
  ...decided,
  exam: Id,
  component: Id,
  limits: List(Schema.Struct({
    agencyKind: Id,
    mainAtLeastPercent: sourced(Percent),
    furtherAtMostPercent: sourced(Percent),
    furtherTestsAtMost: sourced(Count),
    refusedKinds: List(Id),
    kindAtMostPercent: List(Schema.Struct({ kind: Id, percent: sourced(Percent) })),
    source: Source
  })),
  announced: Schema.optionalKey(Schema.Struct({
    agencyKind: Id,
    tests: List(Schema.Struct({
      id: Id,
      title: Text,
      kind: Id,
      main: Schema.Boolean,
      percent: Percent,
      outOf: Count,
      decimals: Decimals,
      excludesBelow: Schema.optionalKey(Count)
    })),
    source: Source
  }))
})

const Filling = Schema.Struct({
  ...decided,
  passes: List(Schema.Struct({
    id: Id,
    title: Text,
    into: Schema.Literals(["general", "reserved", "any"]),
    from: Schema.Literals(["general", "reserved", "same-category", "other-category", "any"]),
    location: Schema.Literals(["same", "other", "any"]),
    meets: sourced(Schema.Literals(["general", "own", "none"])),
    agencyKinds: Schema.optionalKey(List(Id)),
    source: Source
  })),
  policies: Schema.Struct({
    pool: sourced(Schema.Literals(["all-cells", "cell-by-cell"])),
    cellOrder: sourced(Schema.Literals(["identifier", "most-empty-seats"])),
    closing: sourced(Schema.Literals(["stays-open", "closes-once-filled-into"])),
    consent: sourced(Schema.Literals(["not-asked", "asked"]))
  })
})

const requirement = {
  id: Id,
  title: Text,
  categories: Schema.optionalKey(List(Id)),
  positions: Schema.optionalKey(List(Text)),
  ...decided
}
const Requirement = Schema.Union([
  Schema.TaggedStruct("Age", {
    ...requirement,
    minimumYears: sourced(Count),
    maximumYears: sourced(Count),
    upperLimit: sourced(Schema.Literals(["years-and-no-days", "completed-years"])),
    exceptions: List(Schema.Struct({ positions: List(Text), maximumYears: Count, source: Source }))
  }),
  Schema.TaggedStruct("Education", requirement),
  Schema.TaggedStruct("GradeAverage", { ...requirement, minimum: sourced(Count) }),
  Schema.TaggedStruct("Declaration", requirement),
  Schema.TaggedStruct("Document", requirement),
  Schema.TaggedStruct("OneApplication", { ...requirement, programs: List(Text) })
])

/**
 * The schema of a rule set; its type is `RuleSet.RuleSet`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const schema = Schema.Struct({
  schemaVersion: Schema.Literal(1),
  id: Id,
  title: Text,
  program: Text,
  holds: Schema.Struct({ from: Day, until: Schema.optionalKey(Day) }),
  sources: List(Source),
  hostAuthorities: List(Text),
  categories: List(Schema.Struct({
    id: Id,
    title: Text,
    general: Schema.Boolean,
    aliases: List(Text),
    openTo: Schema.optionalKey(List(Id)),
    protected: Schema.Boolean,
    source: Source
  })),
  components: List(Component),
  steps: List(Step),
  thresholds: Schema.Struct({ ...decided, groups: List(Group) }),
  shortlist: Schema.optionalKey(Shortlist),
  secondExam: Schema.optionalKey(SecondExam),
  ranking: Schema.Struct({
    ...decided,
    final: Id,
    ladder: Ladder,
    classes: Schema.optionalKey(Schema.Struct({ ...decided, order: List(Schema.Struct({ id: Id, title: Text })) }))
  }),
  filling: Schema.optionalKey(Filling),
  codes: List(Schema.Struct({
    outcome: Schema.Literals(tags),
    pass: Schema.optionalKey(Id),
    group: Schema.optionalKey(Schema.Literals(["first", "second"])),
    code: Text,
    aliases: List(Text),
    title: Text,
    source: Source
  })),
  requirements: List(Requirement),
  objections: List(Schema.Struct({
    ...decided,
    stage: Id,
    days: sourced(Count),
    perPerson: sourced(Count),
    announceAgainWithinDays: sourced(Count)
  })),
  carryOver: Schema.optionalKey(Schema.Struct({ ...decided, exam: Id, fromYears: List(Count), conditions: List(Text) }))
})

// --- operations ---

const read = Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })
const format = SchemaIssue.makeFormatterStandardSchemaV1()

/**
 * Reads a rule set, or names every place that cannot be read.
 *
 * **Details**
 *
 * A document of another version is refused for that alone: its other places may mean something else. What a rule set says
 * is checked by `RuleSetFaults.check`, not here.
 *
 * **Example** (A tag that does not exist)
 *
 * ```ts
 * import { Result } from "effect"
 * import { RuleSetSchema, Specimen } from "@timbang/core/selection"
 * RuleSetSchema.decode(Specimen.ruleSet) // => Result.succeed(Specimen.ruleSet)
 * const broken = { ...Specimen.ruleSet, steps: [{ ...Specimen.ruleSet.steps[0], _tag: "Product" }] }
 * const refused = RuleSetSchema.decode(broken)
 * Result.isFailure(refused) && refused.failure.places[0]?.path // => "steps.written._tag"
 * ```
 *
 * @category decoding
 * @since 0.1.0
 */
export const decode = (input: unknown): Result.Result<RuleSet, RuleSetUnreadable> => {
  const version = typeof input === "object" && input !== null && "schemaVersion" in input ? input.schemaVersion : 1
  if (version !== 1) {
    return Result.fail(new RuleSetUnreadable({
      places: [{ path: "schemaVersion", expected: `Expected 1, found ${JSON.stringify(version)}; use a release that reads it` }]
    }))
  }
  return Result.mapError(read(input), ({ issue }) =>
    new RuleSetUnreadable({
      places: format(issue).issues.map(({ message, path = [] }) => {
        const at = RuleSetPath.name(input, path.map((key) => typeof key === "object" ? key.key : key))
        const tags = [...message.matchAll(/"_tag": ("[^"]*")/g)].map(([, tag]) => tag)
        return tags.length === 0 ? { path: at, expected: message } : { path: `${at}._tag`, expected: `Expected ${tags.join(" | ")}` }
      })
    }))
}
