/**
 * Two adapters of a host's own, a feed of scores from a file that an exam hall appends to, and a signer from a key file; and the
 * suites that try them, three lines each.
 *
 * Run: node examples/61-an-adapter-of-your-own.ts
 */
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { ScoreFeedSuite, SignerSuite } from "@timbang/testkit/suites"
import { Follow } from "@timbang/workflows"
import { Signer, Sources } from "@timbang/workflows/ports"
import { Effect, Layer, Result, Schema, Stream } from "effect"
import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"

// --- the adapter: one line a happening, and one that says that the exam is over ---

const Scored = Schema.Struct({ participant: Schema.String, stage: Schema.String, session: Schema.String, scores: Schema.Record(Schema.String, Schema.String) })
const Line = Schema.Union([
  Schema.Struct({ _tag: Schema.Literals(["SessionOpened", "SessionClosed"]), stage: Schema.String, session: Schema.String }),
  Schema.Struct({ _tag: Schema.Literal("Score"), scored: Scored }),
  Schema.Struct({ _tag: Schema.Literal("Over") })
])
const decode = Schema.decodeUnknownResult(Schema.fromJsonString(Line))

const scoreFile = (path: string): Layer.Layer<Sources.ScoreFeed> => {
  const source = basename(path)
  const broken = (because: string, cause?: unknown) => new Sources.SourceUnavailable({ source, because, cause })

  // A line counts when its end is there: what is being written at this moment is read the next time.
  const linesAfter = (from: number) =>
    Effect.gen(function*() {
      const text = yield* Effect.tryPromise({ try: () => readFile(path, "utf8"), catch: (cause) => broken("the file cannot be read", cause) })
      return yield* Effect.forEach(text.split("\n").slice(from, -1), (line, at) => {
        const row = from + at + 1
        return Effect.fromResult(decode(line)).pipe(
          Effect.mapError(() => broken(`line ${row} is no happening; mend it, and open the feed again`)),
          Effect.map((decoded) => ({ row, event: eventOf(decoded, { source, row }) }))
        )
      })
    })

  return Layer.succeed(Sources.ScoreFeed, {
    events: (after = "0") =>
      Follow.pages({ from: Number(after), page: linesAfter, next: ({ row }) => row, listen: Effect.succeed(Effect.sleep(20)) }).pipe(
        Stream.takeWhile(({ event }) => event !== undefined),
        Stream.map(({ event }) => event!)
      )
  })
}

const eventOf = (line: typeof Line.Type, place: { readonly source: string; readonly row: number }): Sources.FeedEvent | undefined => {
  const cursor = String(place.row)
  if (line._tag === "Over") return undefined
  return line._tag === "Score" ? { _tag: "Score", scored: { value: line.scored, place }, cursor } : { ...line, cursor }
}

// --- what the suite needs: an empty place, the layer that opens it, and the other end ---

const folder = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "timbang-adapter-"))),
  (path) => Effect.promise(() => rm(path, { recursive: true, force: true }))
)

const fresh = Effect.gen(function*() {
  const path = join(yield* folder, "scores.ndjson")
  yield* Effect.promise(() => writeFile(path, ""))
  const write = (line: ScoreFeedSuite.Happening | { readonly _tag: "Over" }) => Effect.promise(() => appendFile(path, `${JSON.stringify(line)}\n`))
  return Layer.mergeAll(scoreFile(path), Layer.succeed(ScoreFeedSuite.Exam, { tell: write, over: write({ _tag: "Over" }) }))
})

console.log("a feed of scores from a file")
for (const { name, run } of ScoreFeedSuite.cases({ fresh, isDurable: true })) {
  await run().then(() => console.log(`  ok ${name}`))
}

// --- a signer from a key file ---

const keyFile = (path: string) =>
  Layer.unwrap(Effect.map(Effect.promise(() => readFile(path, "utf8")), (text) => {
    const key = Result.getOrThrow(SecretKey.parse(text.trim()))
    return Signer.layer(key.verifier, (note) => SecretKey.sign(key, note))
  }))

const freshKey = Effect.gen(function*() {
  const path = join(yield* folder, "key")
  const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns-2026", "ed25519", crypto.getRandomValues(new Uint8Array(32))))
  yield* Effect.promise(() => writeFile(path, `${SecretKey.write(key)}\n`, { mode: 0o600 }))
  return keyFile(path)
})

console.log("a signer from a key file")
for (const { name, run } of SignerSuite.cases(NodePrimitives.node, { fresh: freshKey, isDurable: true })) {
  await run().then(() => console.log(`  ok ${name}`))
}
