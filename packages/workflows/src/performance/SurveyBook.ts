/**
 * Answers to a citizens' survey as they come in: one for each token, and nothing of who gave them.
 *
 * @since 0.1.0
 */
import { Data, Effect, Layer, Option, Schema, Stream } from "effect"
import { type Journal, Sources } from "../ports/index.ts"

// --- models ---

/**
 * One answered form.
 *
 * @category models
 * @since 0.1.0
 */
export interface Answered {
  readonly unit: string
  readonly service: string
  /** In the order of the form's elements: 1 to 4, or nothing where a question was left out. */
  readonly answers: ReadonlyArray<1 | 2 | 3 | 4 | undefined>
}

// --- errors ---

/**
 * The token has its answer already; the first one stands.
 *
 * @category errors
 * @since 0.1.0
 */
export class TokenUsed extends Data.TaggedError("TokenUsed")<{}> {
  override get message(): string {
    return "this token has answered already; the first answer stands, use another token for another person"
  }
}

/**
 * A form without any answer.
 *
 * @category errors
 * @since 0.1.0
 */
export class NothingAnswered extends Data.TaggedError("NothingAnswered")<{}> {
  override get message(): string {
    return "no question was answered; answer at least one"
  }
}

// --- constants ---

/**
 * The stream of the journal.
 *
 * @category constants
 * @since 0.1.0
 */
export const stream = "survei"

const kind = "survey.answered"
const Body = Schema.fromJsonString(Schema.Struct({
  unit: Schema.String,
  service: Schema.String,
  answers: Schema.Array(Schema.NullOr(Schema.Literals([1, 2, 3, 4])))
}))

// --- operations ---

/**
 * Records an answer under the serial of its token.
 *
 * **Details**
 *
 * The actor is the survey, not a person. The serial names the batch, so that an answer sent again after a failure is one, and
 * another answer with the same token is refused.
 *
 * **Example** (The second answer of one token)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { SurveyBook } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const answered = { unit: "Dukcapil", service: "akta kelahiran", answers: [4, 3, undefined] } as const
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   yield* SurveyBook.answer(journal, "0001", answered)
 *   const twice = yield* Effect.flip(SurveyBook.answer(journal, "0001", { ...answered, answers: [1] }))
 *   return [twice._tag, yield* journal.size()]
 * })
 * await Effect.runPromise(Effect.provide(program, Journal.layerMemory)) // => ["TokenUsed", 1]
 * ```
 *
 * @category recording
 * @since 0.1.0
 */
export const answer = Effect.fn("SurveyBook.answer")(function*(journal: Journal.Journal["Service"], serial: string, { answers, service, unit }: Answered) {
  if (answers.every((one) => one === undefined)) return yield* Effect.fail(new NothingAnswered())
  const body = JSON.stringify({ unit, service, answers: answers.map((one) => one ?? null) })
  const batch = { actor: { id: "survei", role: "respondent", unit }, entries: [{ kind, body }], key: serial }
  return yield* journal.append(stream, batch).pipe(Effect.catchTag("KeyReused", () => Effect.fail(new TokenUsed())))
})

/**
 * The port for answers, from the journal: one row for each, with its place in the stream.
 *
 * **Example** (One answer)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { SurveyBook } from "@timbang/workflows"
 * import { Journal, Sources } from "@timbang/workflows/ports"
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   yield* SurveyBook.answer(journal, "0001", { unit: "Dukcapil", service: "akta", answers: [4] })
 *   const rows = Effect.flatMap(Sources.SurveySource, (source) => Stream.runCollect(source.rows))
 *   return yield* Effect.provide(rows, SurveyBook.layer(journal))
 * })
 * const [first] = await Effect.runPromise(Effect.provide(program, Journal.layerMemory))
 * first // => { value: { unit: "Dukcapil", service: "akta", answers: [4] }, place: { source: "survei", row: 1 } }
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (journal: Journal.Journal["Service"]): Layer.Layer<Sources.SurveySource> =>
  Layer.succeed(Sources.SurveySource, {
    rows: journal.read({ stream }).pipe(
      Stream.mapError((error) => new Sources.SourceUnavailable({ source: stream, because: error.because, cause: error })),
      Stream.flatMap(({ body, index }) => Stream.fromIterable(Option.toArray(Option.map(Schema.decodeUnknownOption(Body)(body), ({ answers, service, unit }) => ({
        value: { unit, service, answers: answers.map((one) => one ?? undefined) },
        place: { source: stream, row: index + 1 }
      })))))
    )
  })
