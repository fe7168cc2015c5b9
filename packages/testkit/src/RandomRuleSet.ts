/**
 * Rule sets by chance: one or two exams, thresholds by kind of need, weights, ladders, classes, filling.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "@timbang/core/law"
import { Sourced } from "@timbang/core/law"
import type {
  ExamComponent,
  Filling,
  RuleSet,
  ScoreStep,
  Shortlist,
  Threshold,
  TieLadder
} from "@timbang/core/selection"
import fc from "fast-check"

const source: LegalSource.LegalSource = { instrument: "By chance", confidence: "host" }
const by = { decidedBy: "board", source }
const known = <A>(value: A): Sourced.Known<A> => Sourced.known(value, source)

/**
 * Well-formed rule sets without unknown numbers.
 *
 * **Example** (No fault)
 *
 * ```ts
 * import { RuleSetFaults } from "@timbang/core/selection"
 * import { RandomRuleSet } from "@timbang/testkit"
 * import * as fc from "fast-check"
 * fc.sample(RandomRuleSet.arbitrary(), 20).flatMap(RuleSetFaults.check) // => []
 * ```
 *
 * @category generators
 * @since 0.1.0
 */
export const arbitrary = (): fc.Arbitrary<RuleSet.RuleSet> =>
  fc.record({
    parts: fc.array(part, { minLength: 1, maxLength: 3 }),
    second: fc.option(fc.integer({ min: 30, max: 70 }), { nil: undefined }),
    rounding: fc.constantFrom("half-up" as const, "half-even" as const, "down" as const),
    decimals: fc.integer({ min: 0, max: 3 }),
    factor: fc.integer({ min: 1, max: 4 }),
    freedPlaces: fc.constantFrom("stay-empty" as const, "refilled" as const),
    secondGroup: fc.option(fc.constantFrom("together" as const, "first-group-first" as const), { nil: undefined }),
    byDate: fc.subarray(["GradeAverage", "BirthDate"] as const),
    classes: fc.boolean(),
    passes: fc.array(pass, { maxLength: 4 }),
    policies
  }).map(make)

interface Part {
  readonly points: number
  readonly step: number
  readonly minimum: number
}

const part: fc.Arbitrary<Part> = fc.record({
  points: fc.constantFrom(10, 20, 50),
  step: fc.constantFrom(1, 5),
  minimum: fc.integer({ min: 0, max: 5 })
})

const pass: fc.Arbitrary<Pick<Filling.FillingPass, "into" | "from" | "location" | "meets">> = fc.record({
  into: fc.constantFrom("general" as const, "reserved" as const, "any" as const),
  from: fc.constantFrom(
    "general" as const,
    "reserved" as const,
    "same-category" as const,
    "other-category" as const,
    "any" as const
  ),
  location: fc.constantFrom("same" as const, "other" as const, "any" as const),
  meets: fc.constantFrom("general" as const, "own" as const, "none" as const).map(known)
})

const policies: fc.Arbitrary<Filling.FillingPolicies> = fc.record({
  pool: fc.constantFrom("all-cells" as const, "cell-by-cell" as const).map(known),
  cellOrder: fc.constantFrom("identifier" as const, "most-empty-seats" as const).map(known),
  closing: fc.constantFrom("stays-open" as const, "closes-once-filled-into" as const).map(known),
  consent: fc.constantFrom("not-asked" as const, "asked" as const).map(known)
}, { noNullPrototype: true })

interface Drawn {
  readonly parts: ReadonlyArray<Part>
  /** Percent of the second exam; absent: one exam. */
  readonly second: number | undefined
  readonly rounding: "half-up" | "half-even" | "down"
  readonly decimals: number
  readonly factor: number
  readonly freedPlaces: Shortlist.FreedPlaces
  readonly secondGroup: "together" | "first-group-first" | undefined
  readonly byDate: ReadonlyArray<"GradeAverage" | "BirthDate">
  readonly classes: boolean
  readonly passes: ReadonlyArray<Pick<Filling.FillingPass, "into" | "from" | "location" | "meets">>
  readonly policies: Filling.FillingPolicies
}

const make = (drawn: Drawn): RuleSet.RuleSet => {
  const ids = drawn.parts.map((_, at) => `part${at + 1}`)
  const ladder: TieLadder.TieLadder = ["first", ...ids].map((of) => ({ _tag: "Score", of }))
  const group = (id: string, categories: ReadonlyArray<string>, share: number): Threshold.ThresholdGroup => ({
    id,
    title: id,
    categories,
    minimums: drawn.parts.map(({ minimum }, at) => ({ of: ids[at]!, minimum: known(Math.floor(minimum * share)) })),
    source
  })
  const category = (id: string): RuleSet.Category => ({
    id,
    title: id,
    general: id === "general",
    aliases: [],
    protected: id !== "general",
    source
  })
  const passes = drawn.passes.map((one, at): Filling.FillingPass => ({
    ...one,
    id: `pass${at + 1}`,
    title: `pass ${at + 1}`,
    source
  }))
  return {
    schemaVersion: 1,
    id: "by-chance",
    title: "A round by chance",
    program: "By chance",
    holds: { from: "2024-01-01" },
    sources: [source],
    hostAuthorities: ["board"],
    categories: ["general", "reserved", "other"].map(category),
    components: components(drawn, ids),
    steps: steps(drawn, ids),
    thresholds: { ...by, groups: [group("general", ["general"], 1), group("reserved", ["reserved", "other"], 0.5)] },
    ...(drawn.second === undefined ? {} : {
      shortlist: {
        ...by,
        exam: "first",
        factor: known(drawn.factor),
        ladder,
        freedPlaces: known(drawn.freedPlaces),
        ...(drawn.secondGroup === undefined ? {} : {
          secondGroup: {
            ...by,
            groups: [group("second", ["general", "reserved", "other"], 0.4)],
            finalRanking: known(drawn.secondGroup)
          }
        })
      }
    }),
    ranking: {
      ...by,
      final: drawn.second === undefined ? "first" : "final",
      ladder: [...ladder.slice(drawn.second === undefined ? 1 : 0), ...drawn.byDate.map((_tag) => ({ _tag }))],
      ...(drawn.classes ? { classes: { ...by, order: ["c1", "c2"].map((id) => ({ id, title: id })) } } : {})
    },
    ...(passes.length === 0 ? {} : { filling: { ...by, passes, policies: drawn.policies } }),
    codes: [],
    requirements: [],
    objections: []
  }
}

const components = (
  { parts, second }: Drawn,
  ids: ReadonlyArray<string>
): ReadonlyArray<ExamComponent.ExamComponent> => [
  ...parts.map(({ points, step }, at) => ({
    id: ids[at]!,
    title: ids[at]!,
    exam: "first",
    minimum: 0,
    maximum: known(points),
    decimals: 0,
    step,
    source
  })),
  ...(second === undefined ? [] : [{
    id: "second",
    title: "second",
    exam: "second",
    minimum: 0,
    maximum: known(100),
    decimals: 1,
    step: 1,
    source
  }])
]

const steps = (
  { decimals, parts, rounding, second }: Drawn,
  ids: ReadonlyArray<string>
): ReadonlyArray<ScoreStep.ScoreStep> => {
  const sum: ScoreStep.ScoreStep = { _tag: "Sum", id: "first", title: "first", of: ids, ...by }
  if (second === undefined) return [sum]
  const how = { decimals, rounding: known(rounding), ...by }
  const outOf = known(parts.reduce((total, { points }) => total + points, 0))
  return [
    sum,
    { _tag: "Rescale", id: "first100", title: "first of 100", of: "first", outOf, to: 100, ...how },
    {
      _tag: "Weight",
      id: "firstShare",
      title: "share of the first",
      of: "first100",
      percent: known(100 - second),
      ...how
    },
    { _tag: "Weight", id: "secondShare", title: "share of the second", of: "second", percent: known(second), ...how },
    { _tag: "Sum", id: "final", title: "final", of: ["firstShare", "secondShare"], ...by }
  ]
}
