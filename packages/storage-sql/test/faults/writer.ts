/**
 * A writer that is killed: appends without end and says on standard output what was acknowledged.
 *
 * Arguments: port, name. Its clock jumps back and forth by up to a day.
 */
import { Journal } from "@timbang/workflows/ports"
import { Effect, Schedule } from "effect"
import { writeSync } from "node:fs"
import { journal } from "./database.ts"

const [port, name] = [Number(process.argv[2]), process.argv[3]!]
const actor = { id: name, role: "writer", unit: "faults" }
// Whoever started this writer is gone: so is the writer.
process.stdin.on("end", () => process.exit()).resume()
const now = Date.now
Date.now = () => now() + Math.trunc((Math.random() - 0.5) * 172_800_000)

const append = (one: Journal.Journal["Service"], lane: number, at: number) => {
  const key = `${name}/${lane}/${at}`
  const entries = Array.from({ length: 1 + at % 3 }, (_, i) => ({ kind: "fault.tried", body: `${key}/${i}` }))
  return one.append(`lane-${lane}`, { actor, key, entries }).pipe(
    Effect.retry(Schedule.spaced(50)),
    Effect.andThen(({ count, position }) => Effect.sync(() => writeSync(1, `${position} ${count} ${key}\n`)))
  )
}

const lane = (one: Journal.Journal["Service"], number: number): Effect.Effect<void, Journal.AppendError> =>
  Effect.gen(function*() {
    for (let at = 0;; at++) yield* append(one, number, at)
  })

await Effect.runPromise(
  Effect.flatMap(Journal.Journal, (one) => Effect.all([0, 1, 2, 3].map((number) => lane(one, number)), { concurrency: "unbounded" })).pipe(
    Effect.provide(journal(port)),
    // The server may go down while a writer starts; the client then dies where a rollback finds its connection gone.
    Effect.sandbox,
    Effect.retry(Schedule.spaced(100))
  )
)
