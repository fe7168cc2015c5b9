/**
 * The closed shape of every kind of entry.
 */
import * as CanonicalJson from "../CanonicalJson.ts"
import type { AnswerReason, Entry } from "../Entry.ts"
import * as Shape from "./Shape.ts"

const { anyOf, digest, figures, index, isDay, optional, text } = Shape

/** Every reason of an answer, those for accepting first. */
export const answerReasons: ReadonlyArray<AnswerReason> = [
  "wrong-score",
  "wrong-requirement",
  "wrong-rule",
  "score-right",
  "requirement-unmet",
  "rule-right",
  "no-evidence",
  "out-of-time",
  "not-entitled"
]

const letter = Shape.object("a letter", { number: text, date: isDay, authority: optional(text), digest })

const commitments = optional(Shape.record("commitments by name", digest))

const correctable: Shape.Field = {
  expected: "a registration, score, result or null",
  fault: (value, path) =>
    value === null
      ? undefined
      : CanonicalJson.isObject(value)
      ? faultIn(value, ["registration", "score", "result"], path)
      : Shape.at(path, "is not an entry")
}

const shapes: Readonly<Record<Entry["kind"], Shape.Shape>> = {
  "rule-set": { id: text, engine: text, digest },
  formations: { digest, formations: index, seats: index },
  registration: { participant: text, formation: text, category: optional(text), commitments },
  score: { participant: text, stage: text, session: text, scores: figures, commitments },
  result: {
    participant: text,
    stage: text,
    formation: text,
    rules: digest,
    scores: figures,
    code: text,
    rank: anyOf("a rank or null", (value) => value === null || Shape.isWhole(value) && value >= 1),
    decidedBy: anyOf("a rung or null", (value) => value === null || Shape.isText(value)),
    seat: optional(text),
    commitments
  },
  objection: {
    about: index,
    state: optional(anyOf("filed, accepted or rejected", (value) => value === "filed")),
    on: optional(isDay),
    until: optional(isDay),
    commitments
  },
  correction: { replaces: index, by: correctable, objection: optional(index), letter: optional(letter) },
  "change-of-law": { from: digest, to: digest, letter },
  document: { name: text, digest, bytes: index },
  seal: {
    of: anyOf(
      "registrations, scores or results",
      (value) => value === "registrations" || value === "scores" || value === "results"
    ),
    stage: optional(text),
    session: optional(text),
    count: index
  }
}

const answer: Shape.Shape = {
  about: index,
  state: text,
  on: isDay,
  reason: anyOf("a reason of an answer", (value) => (answerReasons as ReadonlyArray<CanonicalJson.Json>).includes(value)),
  commitments
}

const isAnswer = ({ kind, state }: CanonicalJson.JsonObject): boolean =>
  kind === "objection" && (state === "accepted" || state === "rejected")

/** What is wrong with a value that is to be an entry of one of the kinds allowed. */
export const faultIn = (
  value: CanonicalJson.JsonObject,
  allowed: ReadonlyArray<Entry["kind"]>,
  path: string
): Shape.Fault | undefined => {
  const { kind, ...fields } = value
  const known = allowed.find((one) => one === kind)
  return known === undefined
    ? Shape.at(`${path}/kind`, `is none of ${allowed.join(", ")}`)
    : Shape.faultIn(isAnswer(value) ? answer : shapes[known], fields, path)
}
