/**
 * The documents beside a log from which anybody reruns a selection: its rules, its formations, the choices that the rules
 * leave to the host, and the facts that are no scores.
 *
 * Each is canonical JSON named by its digest. A formation under a protected category shows the general word; a fact never
 * says why somebody was excluded.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type { Formation } from "../formation/Formation.ts"
import { byText } from "../internal/Order.ts"
import type { Day } from "../law/Day.ts"
import type { Standing } from "../law/Standing.ts"
import type { Event } from "../selection/Event.ts"
import * as Facts from "../selection/Facts.ts"
import type { Outcome } from "../selection/Outcome.ts"
import type { RuleSet } from "../selection/RuleSet.ts"
import type { Options, Selection } from "../selection/Selection.ts"
import * as CanonicalJson from "./CanonicalJson.ts"
import * as Disclosure from "./Disclosure.ts"
import * as Shape from "./internal/Shape.ts"
import type { Digest, Entry } from "./Entry.ts"
import type { Canonicalizer } from "./Primitives.ts"

// --- models ---

/**
 * What the host chose before the first score, and how much it shows.
 *
 * @category models
 * @since 0.1.0
 */
export interface Choices extends Pick<Options, "filling" | "freedPlaces" | "refillUntil" | "scoredOn"> {
  readonly disclosure: Disclosure.PolicyName
}

/**
 * Somebody who took no further part, from which exam and day on. The reason is not public.
 *
 * @category models
 * @since 0.1.0
 */
export interface Exclusion {
  readonly participant: string
  readonly outcome: Outcome
  readonly exam: string
  readonly at: Day
}

/**
 * What a rerun needs besides scores. It is published as the host attests it.
 *
 * @category models
 * @since 0.1.0
 */
export interface PublicFacts {
  /** What the run is: a simulation, a cross-check or the decision. */
  readonly standing: Standing["_tag"]
  readonly exclusions: ReadonlyArray<Exclusion>
  /** Priority class by participant, as official lists print it; empty where the rules have none. */
  readonly classes: Readonly<Record<string, string>>
  /** Who said whether they take a seat outside their own cell. */
  readonly placements: ReadonlyArray<{ readonly participant: string; readonly willing: boolean }>
  readonly lawChanges: ReadonlyArray<{ readonly ruleSet: string; readonly at: Day; readonly letter: string }>
}

/**
 * Names under which two of the documents are logged.
 *
 * @category models
 * @since 0.1.0
 */
export const names = { choices: "choices", facts: "facts" } as const

// --- constructors ---

/**
 * The choices of a run, as they are published.
 *
 * **Example** (The stage is no choice: results name it themselves)
 *
 * ```ts
 * import { RunDocuments } from "@timbang/core/publication"
 * RunDocuments.choicesOf({ stage: "final", scoredOn: "2026-11-24" }, "protected") // => { disclosure: "protected", scoredOn: "2026-11-24" }
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const choicesOf = (options: Options, disclosure: Disclosure.PolicyName): Choices => ({
  disclosure,
  ...fillingOf(options),
  ...(options.freedPlaces === undefined ? {} : { freedPlaces: options.freedPlaces }),
  ...(options.refillUntil === undefined ? {} : { refillUntil: options.refillUntil }),
  ...(options.scoredOn === undefined ? {} : { scoredOn: options.scoredOn })
})

/**
 * The formations with every protected category as the policy shows it.
 *
 * **Example** (As official lists print them)
 *
 * ```ts
 * import { Disclosure, RunDocuments } from "@timbang/core/publication"
 * import { Specimen } from "@timbang/core/selection"
 * const words = { specificCategories: ["general"], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * RunDocuments.formationsOf([Specimen.formation], Disclosure.asOfficialLists(words))[0]?.category // => "general"
 * RunDocuments.formationsOf([Specimen.formation], Disclosure.protectedCategories(words))[0]?.category // => "special"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const formationsOf = (
  formations: ReadonlyArray<Formation>,
  policy: Disclosure.Policy
): ReadonlyArray<Formation> =>
  formations.map((formation) => ({ ...formation, category: Disclosure.category(policy, formation.category) }))

/**
 * The facts of a run that others need to rerun it, exclusions without their reasons.
 *
 * **Example** (Somebody unfit is excluded; that it was health stays private)
 *
 * ```ts
 * import { Result } from "effect"
 * import { RunDocuments } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [{ participant: "24-1", formation: "F1", scores: {} }]))
 * const ineligible = { _tag: "Ineligible", participant: "24-1", exam: "written", at: "2024-10-01", requirement: "health", reason: "health" } as const
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, [ineligible]))
 * RunDocuments.factsOf(made).exclusions // => [{ participant: "24-1", outcome: "ineligible", exam: "written", at: "2024-10-01" }]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const factsOf = ({ cohort, events, options, recorded, ruleSet }: Selection): PublicFacts => {
  const exams = [...new Set(ruleSet.components.map(({ exam }) => exam))]
  const firstExam = ruleSet.shortlist?.exam ?? exams[0]!
  const secondExam = exams.find((exam) => exam !== firstExam) ?? firstExam
  // A selection that was made has facts that can be gathered.
  const { exclusions, unwilling, willing } = Result.getOrThrow(Facts.gather(ruleSet, recorded, events))
  const classes = ruleSet.ranking.classes?.order ?? []
  const answers = (rows: ReadonlySet<number>, isWilling: boolean) =>
    [...rows].map((row) => ({ participant: cohort.participant[row]!, willing: isWilling }))
  return {
    standing: options.standing._tag,
    exclusions: exclusions.map(({ at, isSecond, outcome, row }) => ({
      participant: cohort.participant[row]!,
      outcome,
      exam: isSecond ? secondExam : firstExam,
      at: at as Day
    })).sort(by(({ at, outcome, participant }) => JSON.stringify([participant, at, outcome]))),
    classes: Object.fromEntries(cohort.participant.flatMap((participant, row) => {
      const held = classes[cohort.priorityClass?.[row] ?? -1]
      return held === undefined ? [] : [[participant, held.id]]
    })),
    placements: [...answers(willing, true), ...answers(unwilling, false)]
      .sort(by(({ participant }) => participant)),
    lawChanges: events.flatMap((event) =>
      event._tag === "LawChanged" ? [{ ruleSet: event.ruleSet, at: event.at, letter: event.letter }] : []
    )
  }
}

// --- operations ---

/**
 * A document as the bytes that are hashed. Fields that are absent are left out.
 *
 * **Example** (Canonical)
 *
 * ```ts
 * import { Result } from "effect"
 * import { RunDocuments } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const bytes = RunDocuments.write(Primitives.portable, { disclosure: "protected" })
 * Result.map(bytes, (found) => new TextDecoder().decode(found)) // => Result.succeed('{"disclosure":"protected"}')
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const write = (
  primitives: Canonicalizer,
  document: RuleSet | ReadonlyArray<Formation> | Choices | PublicFacts
): Result.Result<Uint8Array, CanonicalJson.NotPublishable> =>
  CanonicalJson.encode(primitives, JSON.parse(JSON.stringify(document)) as CanonicalJson.Json)

/**
 * Reads formations; nothing when the value is something else.
 *
 * **Example** (Seats are whole)
 *
 * ```ts
 * import { RunDocuments } from "@timbang/core/publication"
 * RunDocuments.readFormations([{ formation: "F1", seats: "many" }]) // => undefined
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const readFormations = (value: CanonicalJson.Json): ReadonlyArray<Formation> | undefined =>
  readList<Formation>(value, formationShape)

/**
 * Reads choices; nothing when the value is something else.
 *
 * **Example** (A policy nobody knows)
 *
 * ```ts
 * import { RunDocuments } from "@timbang/core/publication"
 * RunDocuments.readChoices({ disclosure: "none" }) // => undefined
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const readChoices = (value: CanonicalJson.Json): Choices | undefined =>
  CanonicalJson.isObject(value) && Shape.faultIn(choicesShape, value, "") === undefined
    ? value as unknown as Choices
    : undefined

/**
 * Reads facts; nothing when the value is something else.
 *
 * **Example** (A reason is refused, whoever published it)
 *
 * ```ts
 * import { RunDocuments } from "@timbang/core/publication"
 * RunDocuments.readFacts({ standing: "penetapan", exclusions: [], classes: {}, placements: [], lawChanges: [] })?.standing // => "penetapan"
 * RunDocuments.readFacts({ standing: "penetapan", exclusions: [{ participant: "24-1", reason: "x" }], classes: {}, placements: [], lawChanges: [] }) // => undefined
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const readFacts = (value: CanonicalJson.Json): PublicFacts | undefined => {
  if (!CanonicalJson.isObject(value) || Shape.faultIn(factsShape, value, "") !== undefined) return undefined
  const isWhole = readList(value["exclusions"]!, exclusionShape) !== undefined &&
    readList(value["placements"]!, placementShape) !== undefined &&
    readList(value["lawChanges"]!, lawChangeShape) !== undefined
  return isWhole ? value as unknown as PublicFacts : undefined
}

/**
 * The facts that each stage was decided by: those that were logged last before its results or a correction of them.
 *
 * **Example** (One stage)
 *
 * ```ts
 * import { RunDocuments } from "@timbang/core/publication"
 * const result = { kind: "result", participant: "24-1", stage: "skd", formation: "F1", rules: "", scores: {}, code: "P", rank: 1, decidedBy: null } as const
 * [...RunDocuments.factsByStage([{ kind: "document", name: "facts", digest: "...", bytes: 2 }, result])] // => [["skd", "..."]]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const factsByStage = (entries: ReadonlyArray<Entry | undefined>): ReadonlyMap<string, Digest> => {
  const found = new Map<string, Digest>()
  let waiting: Digest | undefined
  for (const entry of entries) {
    if (entry?.kind === "document" && entry.name === names.facts) waiting = entry.digest
    const decided = entry?.kind === "correction" ? entry.by : entry
    if (waiting === undefined || decided?.kind !== "result") continue
    found.set(decided.stage, waiting)
    waiting = undefined
  }
  return found
}

/**
 * The events of a rerun: facts as the engine takes them, with a reason that says where they come from.
 *
 * **Example** (An absence)
 *
 * ```ts
 * import { RunDocuments } from "@timbang/core/publication"
 * const absent = { participant: "24-1", outcome: "absent", exam: "written", at: "2024-10-01" } as const
 * RunDocuments.eventsOf({ standing: "penetapan", exclusions: [absent], classes: {}, placements: [], lawChanges: [] }) // => [{ _tag: "Absent", participant: "24-1", exam: "written", at: "2024-10-01" }]
 * ```
 *
 * @category conversions
 * @since 0.1.0
 */
export const eventsOf = ({ exclusions, lawChanges, placements }: PublicFacts): ReadonlyArray<Event> => [
  ...lawChanges.map((change) => ({ _tag: "LawChanged" as const, ...change })),
  ...exclusions.map(excluded),
  ...placements.map((answer) => ({ _tag: "PlacementAnswered" as const, ...answer, at: "0001-01-01" }))
]

/** Filling is run unless a host chose otherwise, so that saying so changes nothing. */
const fillingOf = ({ filling }: Options): Pick<Choices, "filling"> => {
  const { isRun, ...policies } = filling ?? {}
  const chosen = isRun === false ? { isRun, ...policies } : policies
  return Object.keys(chosen).length === 0 ? {} : { filling: chosen }
}

const excluded = ({ at, exam, outcome, participant }: Exclusion): Event => {
  const about = { participant, exam, at }
  const published = "published"
  switch (outcome) {
    case "disqualified":
      return { _tag: "Disqualified", ...about, reason: published }
    case "ineligible":
      return { _tag: "Ineligible", ...about, requirement: published, reason: published }
    case "withdrawn":
      return { _tag: "Withdrawn", ...about }
    case "eliminated":
      return { _tag: "Eliminated", ...about, test: published }
    default:
      return { _tag: "Absent", ...about }
  }
}

const by = <A>(textOf: (item: A) => string) => (one: A, other: A): number => byText(textOf(one), textOf(other))

const readList = <A>(value: CanonicalJson.Json, shape: Shape.Shape): ReadonlyArray<A> | undefined =>
  Array.isArray(value) &&
    value.every((item) => CanonicalJson.isObject(item) && Shape.faultIn(shape, item, "") === undefined)
    ? value as unknown as ReadonlyArray<A>
    : undefined

const { anyOf, index, isDay, optional, text } = Shape

const anyText = anyOf("a text", (value) => typeof value === "string")
const isTrueOrFalse = anyOf("true or false", (value) => typeof value === "boolean")
const oneOf = (...words: ReadonlyArray<string>) =>
  anyOf(words.join(" or "), (value) => typeof value === "string" && words.includes(value))
const list = anyOf("a list", (value) => Array.isArray(value))

const formationShape: Shape.Shape = {
  formation: anyText,
  position: anyText,
  education: anyText,
  location: anyText,
  category: anyText,
  seats: index,
  agency: optional(anyText),
  agencyKind: optional(anyText),
  thresholdGroup: optional(anyText),
  rawMaximum: optional(index)
}

const choicesShape: Shape.Shape = {
  disclosure: oneOf("as-official-lists", "protected"),
  filling: optional(Shape.object("choices of filling", {
    isRun: optional(isTrueOrFalse),
    pool: optional(oneOf("all-cells", "cell-by-cell")),
    cellOrder: optional(oneOf("identifier", "most-empty-seats")),
    closing: optional(oneOf("stays-open", "closes-once-filled-into")),
    consent: optional(oneOf("not-asked", "asked"))
  })),
  freedPlaces: optional(oneOf("stay-empty", "refilled")),
  refillUntil: optional(isDay),
  scoredOn: optional(isDay)
}

const exclusionShape: Shape.Shape = {
  participant: text,
  outcome: oneOf("absent", "absent-second", "disqualified", "ineligible", "withdrawn", "eliminated"),
  exam: text,
  at: isDay
}

const placementShape: Shape.Shape = { participant: text, willing: isTrueOrFalse }

const lawChangeShape: Shape.Shape = { ruleSet: text, at: isDay, letter: anyText }

const factsShape: Shape.Shape = {
  standing: oneOf("simulasi", "uji-silang", "penetapan"),
  exclusions: list,
  classes: Shape.record("classes by participant", text),
  placements: list,
  lawChanges: list
}
