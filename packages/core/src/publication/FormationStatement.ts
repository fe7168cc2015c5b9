/**
 * What the log says about one formation at one stage, as a document of its own: the formation, what decided beside its
 * scores, and the places of every entry about its participants.
 *
 * Logged after the results, it makes the file of a formation whole: whoever holds that file knows that no participant, no
 * score and no correction was left out. It follows from the log, and an audit makes it again.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type { Formation } from "../formation/Formation.ts"
import * as Bytes from "../internal/Bytes.ts"
import * as CanonicalJson from "./CanonicalJson.ts"
import * as Chronicle from "./Chronicle.ts"
import type * as Entry from "./Entry.ts"
import * as Shape from "./internal/Shape.ts"
import * as StageDocuments from "./internal/StageDocuments.ts"
import type { Canonicalizer, Hash } from "./Primitives.ts"
import * as RunDocuments from "./RunDocuments.ts"

// --- models ---

/**
 * A statement.
 *
 * @category models
 * @since 0.1.0
 */
export interface FormationStatement {
  /** The formation as the formations document shows it. */
  readonly formation: Formation
  /** The last exam stage that its results rest on. */
  readonly stage: string
  /** Digest of the rule set that decided. */
  readonly rules: Entry.Digest
  readonly choices: RunDocuments.Choices
  /** The facts about participants of this formation. */
  readonly facts: RunDocuments.PublicFacts
  /** Indices of every entry about them that stood in the log before the statement, ascending. */
  readonly entries: ReadonlyArray<number>
}

/**
 * What statements are made of.
 *
 * @category models
 * @since 0.1.0
 */
export interface Means {
  readonly primitives: Canonicalizer
  /** The file with that digest, or nothing. */
  readonly document: (digest: Entry.Digest) => Uint8Array | undefined
}

// --- constructors ---

/**
 * The statements of a stage that follow from the entries so far, one for each formation in the order of their names; none
 * while the stage has no results.
 *
 * **Example** (Nothing is published yet)
 *
 * ```ts
 * import { FormationStatement } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * FormationStatement.ofStage({ primitives: Primitives.portable, document: () => undefined }, [], "skd") // => []
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ofStage = (
  means: Means,
  entries: ReadonlyArray<Entry.Entry | undefined>,
  stage: string
): ReadonlyArray<FormationStatement> => {
  const chronicle = Chronicle.start()
  for (const entry of entries) {
    if (entry === undefined) chronicle.size++
    else Chronicle.next(chronicle, entry)
  }
  const results = Chronicle.current(chronicle, "result").filter(({ entry }) => entry.stage === stage)
  if (results.length === 0) return []
  const found = StageDocuments.ofStage(means, entries, results, RunDocuments.factsByStage(entries).get(stage))
  if (found === undefined) return []
  const formationOf = new Map(
    Chronicle.current(chronicle, "registration").map(({ entry: { formation, participant } }) => [participant, formation])
  )
  const about = new Map<string, Array<number>>()
  for (const [index, entry] of entries.entries()) {
    const participant = ownerOf(entry, entries)
    const formation = participant === undefined ? undefined : formationOf.get(participant)
    if (formation === undefined) continue
    const list = about.get(formation)
    if (list === undefined) about.set(formation, [index])
    else list.push(index)
  }
  return found.formations.toSorted((a, b) => a.formation < b.formation ? -1 : 1).map((formation) => ({
    formation,
    stage,
    rules: found.rules,
    choices: found.choices,
    facts: factsAbout(found.facts, (participant) => formationOf.get(participant) === formation.formation),
    entries: about.get(formation.formation) ?? []
  }))
}

// --- operations ---

/**
 * The name under which the statement of a formation is logged.
 *
 * **Example** (Of F1)
 *
 * ```ts
 * import { FormationStatement } from "@timbang/core/publication"
 * FormationStatement.nameOf("F1") // => "formation F1"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const nameOf = (formation: string): string => `${prefix}${formation}`.slice(0, 200)

/**
 * Whether a name is one under which statements are logged, so that no other document takes it.
 *
 * **Example** (Of any formation)
 *
 * ```ts
 * import { FormationStatement } from "@timbang/core/publication"
 * FormationStatement.isName("formation F1") // => true
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const isName = (name: string): boolean => name.startsWith(prefix)

/**
 * Says whether an entry logs a statement.
 *
 * **Example** (Choices are none)
 *
 * ```ts
 * import { FormationStatement } from "@timbang/core/publication"
 * FormationStatement.isStated({ kind: "document", name: "choices", digest: "...", bytes: 2 }) // => false
 * FormationStatement.isStated({ kind: "document", name: "formation F1", digest: "...", bytes: 2 }) // => true
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const isStated = (entry: Entry.Entry | undefined): entry is Entry.Document =>
  entry?.kind === "document" && isName(entry.name)

/**
 * A statement as the bytes that are hashed.
 *
 * **Example** (Canonical)
 *
 * ```ts
 * import { Result } from "effect"
 * import { FormationStatement } from "@timbang/core/publication"
 * import { Specimen } from "@timbang/core/selection"
 * import { Primitives } from "@timbang/signing"
 * const facts = { standing: "penetapan", exclusions: [], classes: {}, placements: [], lawChanges: [] } as const
 * const made = { formation: Specimen.formation, stage: "written", rules: "...", choices: { disclosure: "protected" }, facts, entries: [] } as const
 * Result.map(FormationStatement.write(Primitives.portable, made), (bytes) => new TextDecoder().decode(bytes).slice(0, 37)) // => Result.succeed('{"choices":{"disclosure":"protected"}')
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const write = (
  primitives: Canonicalizer,
  statement: FormationStatement
): Result.Result<Uint8Array, CanonicalJson.NotPublishable> =>
  CanonicalJson.encode(primitives, JSON.parse(JSON.stringify(statement)) as CanonicalJson.Json)

/**
 * Reads a statement; nothing when the value is something else.
 *
 * **Example** (Something else)
 *
 * ```ts
 * import { FormationStatement } from "@timbang/core/publication"
 * FormationStatement.read({ formation: "F1" }) // => undefined
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (value: CanonicalJson.Json): FormationStatement | undefined => {
  if (!CanonicalJson.isObject(value) || Shape.faultIn(shape, value, "") !== undefined) return undefined
  const entries = value["entries"] as ReadonlyArray<CanonicalJson.Json>
  const isAscending = entries.every((index, at) =>
    typeof index === "number" && index > ((entries[at - 1] as number | undefined) ?? -1)
  )
  const isWhole = isAscending && RunDocuments.readFormations([value["formation"]!]) !== undefined &&
    RunDocuments.readChoices(value["choices"]!) !== undefined && RunDocuments.readFacts(value["facts"]!) !== undefined
  return isWhole ? value as unknown as FormationStatement : undefined
}

/**
 * Indices of logged statements that do not follow from the entries before them.
 *
 * **Example** (A statement before any result)
 *
 * ```ts
 * import { FormationStatement } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * FormationStatement.wrong({ primitives: Primitives.portable, document: () => undefined }, [{ kind: "document", name: "formation F1", digest: "...", bytes: 2 }]) // => [0]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const wrong = (
  means: Means & { readonly primitives: Canonicalizer & Hash },
  entries: ReadonlyArray<Entry.Entry | undefined>
): ReadonlyArray<number> => {
  const found: Array<number> = []
  const digests = new Map<string, ReadonlySet<Entry.Digest>>()
  let start = 0
  for (const [index, entry] of entries.entries()) {
    if (!isStated(entry)) continue
    // Statements logged one after the other were made of the same entries.
    if (!isStated(entries[index - 1])) start = index
    const bytes = means.document(entry.digest)
    const value = bytes === undefined ? undefined : Result.getOrUndefined(CanonicalJson.decode(means.primitives, bytes))
    const statement = value === undefined ? undefined : read(value)
    const key = JSON.stringify([start, statement?.stage])
    const expected = digests.get(key) ?? new Set(
      statement === undefined ? [] : ofStage(means, entries.slice(0, start), statement.stage).map((each) =>
        Bytes.base64(means.primitives.sha256(Result.getOrThrow(write(means.primitives, each))))
      )
    )
    digests.set(key, expected)
    if (!expected.has(entry.digest) || entry.name !== nameOf(statement!.formation.formation)) found.push(index)
  }
  return found
}

const prefix = "formation "

/** Whose entry it is: a correction and an objection speak of the entry that they name. */
const ownerOf = (
  entry: Entry.Entry | undefined,
  entries: ReadonlyArray<Entry.Entry | undefined>
): string | undefined => {
  switch (entry?.kind) {
    case "registration":
    case "score":
    case "result":
      return entry.participant
    case "correction":
      return ownerOf(asFirst(entries[entry.replaces]), entries)
    case "objection": {
      const about = entries[entry.about]
      return ownerOf(asFirst(about?.kind === "objection" ? entries[about.about] : about), entries)
    }
    default:
      return undefined
  }
}

/** What a correction or an objection may name is neither. */
const asFirst = (entry: Entry.Entry | undefined): Entry.Entry | undefined =>
  entry?.kind === "correction" || entry?.kind === "objection" ? undefined : entry

const factsAbout = (
  { classes, exclusions, lawChanges, placements, standing }: RunDocuments.PublicFacts,
  isOwn: (participant: string) => boolean
): RunDocuments.PublicFacts => ({
  standing,
  exclusions: exclusions.filter(({ participant }) => isOwn(participant)),
  classes: Object.fromEntries(Object.entries(classes).filter(([participant]) => isOwn(participant))),
  placements: placements.filter(({ participant }) => isOwn(participant)),
  lawChanges
})

const { anyOf, digest, text } = Shape

const isObject = anyOf("an object", CanonicalJson.isObject)

const shape: Shape.Shape = {
  formation: isObject,
  stage: text,
  rules: digest,
  choices: isObject,
  facts: isObject,
  entries: anyOf("a list", (value) => Array.isArray(value))
}
