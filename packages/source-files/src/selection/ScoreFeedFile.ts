/**
 * Scores as they are made, from a file of JSON lines that something else appends to: what a score server can write anywhere.
 *
 * @since 0.1.0
 */
import { open } from "node:fs/promises"
import { basename } from "node:path"
import { Sources } from "@timbang/workflows/ports"
import { Effect, Option, Result, Stream } from "effect"

// --- operations ---

/**
 * Follows a file: first every line that stands in it, then each that is appended. A line without its end waits for it.
 *
 * **Details**
 *
 * A line is `{"participant", "stage", "session", "scores": {component: score}}`, or `{"stage", "session", "opened": true}`, or
 * `{"stage", "session", "closed": true}`. A line `{"over": true}` ends the exam and the stream. The cursor is the place in the file after a line. A line that is neither ends the
 * stream with its row and what to write; nothing of its content is repeated.
 *
 * **Example** (A file that is not there)
 *
 * ```ts
 * import { ScoreFeedFile } from "@timbang/source-files"
 * import { Effect, Stream } from "effect"
 * const failure = await Effect.runPromise(Effect.flip(Stream.runDrain(ScoreFeedFile.follow("/nowhere/scores.ndjson").events())))
 * failure._tag // => "SourceUnavailable"
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const follow = (
  path: string,
  /** How often the file is looked at. Unit: milliseconds. */
  everyMillis = 250
): Sources.ScoreFeed["Service"] => ({
  events: (after) =>
    Stream.paginate(Number(after ?? 0), (from) =>
      Effect.gen(function*() {
        let found = yield* linesFrom(path, from)
        while (found.events.length === 0 && !found.isOver) {
          yield* Effect.sleep(everyMillis)
          found = yield* linesFrom(path, from)
        }
        return [found.events, found.isOver ? Option.none() : Option.some(found.end)] as const
      }))
})

/**
 * What one line says, or what to write instead.
 *
 * **Example** (A session that ends)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ScoreFeedFile } from "@timbang/source-files"
 * ScoreFeedFile.eventOf('{"stage":"skd","session":"1","closed":true}', "scores.ndjson", 7) // => Result.succeed({ _tag: "SessionClosed", stage: "skd", session: "1", cursor: "7" })
 * ScoreFeedFile.eventOf('{"stage":"skd"}', "scores.ndjson", 7) // => Result.fail('"session" has to be a text')
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const eventOf = (
  line: string,
  source: string,
  /** The place in the file after the line. Unit: bytes. */
  end: number
): Result.Result<Sources.FeedEvent, string> => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return Result.fail("it is not JSON")
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return Result.fail("it is no object in { }")
  const { closed, opened, participant, scores, session, stage } = value as Readonly<Record<string, unknown>>
  if (!isText(stage)) return Result.fail("\"stage\" has to be a text")
  if (!isText(session)) return Result.fail("\"session\" has to be a text")
  const cursor = String(end)
  if (closed === true) return Result.succeed({ _tag: "SessionClosed", stage, session, cursor })
  if (opened === true) return Result.succeed({ _tag: "SessionOpened", stage, session, cursor })
  if (!isText(participant)) return Result.fail("\"participant\" has to be a text, or \"closed\" true")
  if (typeof scores !== "object" || scores === null || Array.isArray(scores)) return Result.fail("\"scores\" has to be an object in { }")
  const wrong = Object.entries(scores).find(([, score]) => !/^\d{1,9}(?:\.\d{1,6})?$/.test(String(score)))
  if (wrong !== undefined) return Result.fail(`the score "${wrong[0]}" has to be a number such as 110 or 68.25`)
  const texts = Object.fromEntries(Object.entries(scores).map(([component, score]) => [component, String(score)]))
  return Result.succeed({ _tag: "Score", scored: { value: { participant, stage, session, scores: texts }, place: { source } }, cursor })
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "" && value.length <= 200

/** Bytes that are read at once. */
const most = 1 << 20

const linesFrom = (path: string, from: number) =>
  Effect.gen(function*() {
    const unavailable = (because: string, cause?: unknown) => new Sources.SourceUnavailable({ source: path, because, cause })
    const bytes = yield* Effect.tryPromise({
      try: async () => {
        const file = await open(path)
        try {
          const { size } = await file.stat()
          if (size < from) return undefined
          const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(most, size - from)), 0, Math.min(most, size - from), from)
          return buffer.subarray(0, bytesRead)
        } finally {
          await file.close()
        }
      },
      catch: (error) => unavailable((error as Error).message, error)
    })
    if (bytes === undefined) return yield* Effect.fail(unavailable("it became shorter than what was read; scores are only appended"))
    const events: Array<Sources.FeedEvent> = []
    let start = 0
    for (let stop = bytes.indexOf(10); stop >= 0; stop = bytes.indexOf(10, start)) {
      const line = bytes.subarray(start, stop).toString("utf8").trim()
      start = stop + 1
      if (line === "") continue
      if (/^\{\s*"over"\s*:\s*true\s*\}$/.test(line)) return { events, end: from + start, isOver: true }
      const event = eventOf(line, basename(path), from + start)
      if (Result.isFailure(event)) {
        // What stands before the faulty line counts; the fault is met again at its own place.
        if (events.length > 0) return { events, end: Number(events.at(-1)!.cursor), isOver: false }
        return yield* Effect.fail(unavailable(`the line that ends at byte ${from + start}: ${event.failure}`))
      }
      events.push(event.success)
    }
    if (start === 0 && bytes.length === most) return yield* Effect.fail(unavailable(`a line after byte ${from} is longer than 1 MB`))
    return { events, end: from + start, isOver: false }
  })
