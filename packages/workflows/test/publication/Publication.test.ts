import { Disclosure, Edition, Entry, LogFiles } from "@timbang/core/publication"
import { Cohort, Selection, Specimen } from "@timbang/core/selection"
import { Primitives, SecretKey } from "@timbang/signing"
import { PublicLog, Publication } from "@timbang/workflows"
import { Salts, Signer, TileStore } from "@timbang/workflows/ports"
import { Context, Effect, Layer, Option, Result, Stream } from "effect"
import { describe, expect, it } from "vitest"

const { portable } = Primitives
const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", portable.sha256(new Uint8Array([1]))))
const signer = Signer.layer(key.verifier, (text) => SecretKey.sign(key, text))
const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
const means: Publication.Means = { primitives: portable, policy: Disclosure.asOfficialLists(words) }
const { formation, ruleSet } = Specimen

const roundOf = (practice = "51.0", more: ReadonlyArray<Cohort.Row> = []): Publication.Round => {
  const rows: ReadonlyArray<Cohort.Row> = [
    { participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice }, birthDate: "1998-04-01" },
    { participant: "24-2", formation: "F1", scores: { knowledge: 190, attitude: 200, practice: "70.8" }, birthDate: "1999-04-01" },
    ...more
  ]
  const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, [formation], rows))
  const selection = Result.getOrThrow(Selection.run(ruleSet, [formation], cohort, []))
  return { ruleSet, formations: [formation], engine: "timbang 0.1.0", options: {}, cohort, selection }
}
const round = roundOf()
const phases: ReadonlyArray<Publication.Phase> = ["rules", "registrations", "scores", "results"]

/** Ports that stay the same over several programs. */
const opened = <S>(layer: Layer.Layer<S>): Context.Context<S> => Effect.runSync(Effect.scoped(Layer.build(layer)))

const filesOf = (store: Context.Context<TileStore.TileStore>) =>
  Effect.runPromise(Effect.provideContext(
    Effect.gen(function*() {
      const tiles = yield* TileStore.TileStore
      const found: Record<string, string> = {}
      for (const path of yield* Stream.runCollect(tiles.list(""))) {
        found[path] = Buffer.from(Option.getOrThrow(yield* tiles.get(path))).toString("base64")
      }
      return found
    }),
    store
  ))

/** A store that is cut off after so many writes. */
const cutOff = (store: Context.Context<TileStore.TileStore>, after: number) => {
  const tiles = Context.get(store, TileStore.TileStore)
  let left = after
  const gone = new TileStore.TileStoreUnavailable({ because: "cut off" })
  const counted = <A, E>(write: Effect.Effect<A, E>) => Effect.suspend((): Effect.Effect<A, E | TileStore.TileStoreUnavailable> => left-- > 0 ? write : Effect.fail(gone))
  return Context.make(TileStore.TileStore, {
    ...tiles,
    put: (path, bytes) => counted(tiles.put(path, bytes)),
    move: (path, from, to) => counted(tiles.move(path, from, to))
  })
}

const run = <A, E>(
  program: Effect.Effect<A, E, TileStore.TileStore | Salts.Salts | Signer.Signer>,
  store: Context.Context<TileStore.TileStore>,
  salts: Context.Context<Salts.Salts>,
  by: Layer.Layer<Signer.Signer> = signer
) => Effect.runPromise(Effect.result(Effect.provide(program, Layer.mergeAll(Layer.succeedContext(store), Layer.succeedContext(salts), by))))

const all = Effect.forEach(phases, (phase) => Publication.publish(means, round, phase))

describe("Publication", () => {
  it("broken off after any write and run again, it gives the log that nobody broke off", async () => {
    const salts = opened(Salts.layerMemory)
    const whole = opened(TileStore.layerMemory)
    expect(Result.isSuccess(await run(all, whole, salts))).toBe(true)
    const expected = await filesOf(whole)
    const writes = Object.keys(expected).length
    for (let after = 0; after < writes; after++) {
      const store = opened(TileStore.layerMemory)
      const last = { at: 0 }
      const broken = Effect.forEach(phases, (phase, at) => Effect.andThen(Effect.sync(() => { last.at = at }), Publication.publish(means, round, phase)))
      const cut = await run(broken, cutOff(store, after), salts)
      expect(Result.isFailure(cut) && cut.failure._tag, `after ${after}`).toBe("TileStoreUnavailable")
      const rest = Effect.forEach(phases.slice(last.at), (phase) => Publication.publish(means, round, phase))
      expect(Result.isSuccess(await run(rest, store, salts)), `after ${after}`).toBe(true)
      expect(await filesOf(store), `after ${after}`).toEqual(expected)
    }
  })

  it("keeps salts before anything is public, and keeps none for what is refused", async () => {
    const salts = opened(Salts.layerMemory)
    const isKnown = (participant: string) => Effect.runPromise(Context.get(salts, Salts.Salts).isKnown(participant))
    const store = opened(TileStore.layerMemory)
    await run(Publication.publish(means, round, "rules"), store, salts)
    const cut = await run(Publication.publish(means, round, "registrations"), cutOff(store, 0), salts)
    expect(Result.isFailure(cut)).toBe(true)
    expect(await isKnown("24-1")).toBe(true)
    await run(Publication.publish(means, round, "registrations"), store, salts)
    const late = roundOf("51.0", [{ participant: "24-3", formation: "F1", scores: { knowledge: 190, attitude: 200, practice: "60.0" }, birthDate: "2000-04-01" }])
    const refused = await run(Publication.publish(means, late, "registrations"), store, salts)
    expect(Result.isFailure(refused) && refused.failure._tag).toBe("OrderBroken")
    expect(await isKnown("24-3")).toBe(false)
  })

  it("publishes no result before the scores that it rests on", async () => {
    const [salts, store] = [opened(Salts.layerMemory), opened(TileStore.layerMemory)]
    for (const phase of ["rules", "registrations"] as const) await run(Publication.publish(means, round, phase), store, salts)
    const early = await run(Publication.publish(means, round, "results"), store, salts)
    expect(early).toMatchObject({ failure: { _tag: "PhaseRefused", problem: "scores-missing", about: ["written", "practical"] } })
    await run(Publication.publish(means, roundOf("52.0"), "scores"), store, salts)
    const other = await run(Publication.publish(means, round, "results"), store, salts)
    expect(other).toMatchObject({ failure: { _tag: "PhaseRefused", problem: "scores-first", about: ["24-1"] } })
  })

  it("refuses a log whose salts were never kept here", async () => {
    const store = opened(TileStore.layerMemory)
    await run(all, store, opened(Salts.layerMemory))
    const refused = await run(Publication.publish(means, round, "objections"), store, opened(Salts.layerMemory))
    expect(Result.isFailure(refused) && refused.failure).toMatchObject({ _tag: "PhaseRefused", problem: "salts-elsewhere" })
  })

  it("says that a broken run left another file, and goes on from the same input", async () => {
    const salts = opened(Salts.layerMemory)
    const store = opened(TileStore.layerMemory)
    await run(Publication.publish(means, round, "rules"), store, salts)
    await run(Publication.publish(means, round, "registrations"), store, salts)
    const writes = Object.keys(await filesOf(store)).length
    const cut = await run(Publication.publish(means, roundOf("52.0"), "scores"), cutOff(store, 2), salts)
    expect(Result.isFailure(cut)).toBe(true)
    expect(Object.keys(await filesOf(store)).length).toBe(writes + 2)
    const other = await run(Publication.publish(means, round, "scores"), store, salts)
    expect(Result.isFailure(other) && other.failure._tag).toBe("PathTaken")
    expect(Result.isSuccess(await run(Publication.publish(means, roundOf("52.0"), "scores"), store, salts))).toBe(true)
  })

  it.each([["the same", round], ["something else", roundOf("52.0")]])("of two that publish at once, %s, the later one is told that the head moved", async (_, other) => {
    const salts = opened(Salts.layerMemory)
    const store = opened(TileStore.layerMemory)
    for (const phase of ["rules", "registrations"] as const) await run(Publication.publish(means, round, phase), store, salts)
    const tiles = Context.get(store, TileStore.TileStore)
    const ahead = Effect.promise(() => run(Publication.publish(means, other, "scores"), store, salts))
    let isAhead = false
    const overtaken = Context.make(TileStore.TileStore, {
      ...tiles,
      put: (path, bytes) => Effect.andThen(Effect.suspend(() => isAhead ? Effect.void : (isAhead = true, Effect.asVoid(ahead))), tiles.put(path, bytes))
    })
    const late = await run(Publication.publish(means, round, "scores"), overtaken, salts)
    expect(Result.isFailure(late) && late.failure._tag).toBe("HeadMoved")
    const entries = await run(PublicLog.entries(portable), store, salts)
    expect(Result.getOrThrow(entries).filter((entry) => entry.kind === "seal" && entry.of === "scores").length).toBe(2)
  })

  it("takes up the note that a broken run had signed, with a key that never signs twice alike", async () => {
    let count = 0
    const restless = Signer.layer(key.verifier, (text) => {
      const made = SecretKey.sign(key, text)
      return ++count > 1 ? { ...made, bytes: made.bytes.map((byte, at) => at === 0 ? byte ^ count : byte) } : made
    })
    const salts = opened(Salts.layerMemory)
    const store = opened(TileStore.layerMemory)
    const beforeHead = Object.keys(await (async () => {
      const other = opened(TileStore.layerMemory)
      await run(Publication.publish(means, round, "rules"), other, salts)
      return filesOf(other)
    })()).length - 1
    expect(Result.isFailure(await run(Publication.publish(means, round, "rules"), cutOff(store, beforeHead), salts, restless))).toBe(true)
    expect(Result.isSuccess(await run(Publication.publish(means, round, "rules"), store, salts, restless))).toBe(true)
    expect(count).toBe(1)
    expect(await filesOf(store)).toHaveProperty([LogFiles.checkpointPath(3)])
  })

  it("logs a document once, under a name that is not the log's own", async () => {
    const salts = opened(Salts.layerMemory)
    const store = opened(TileStore.layerMemory)
    const letter = new TextEncoder().encode("Pengumuman 1/2026")
    const document = (name: string) => run(Publication.publishDocument(portable, name, letter), store, salts)
    expect(await document("pengumuman")).toMatchObject({ failure: { _tag: "LogEmpty" } })
    await run(Publication.publishAll(means, round), store, salts)
    expect(await document("formation F1")).toMatchObject({ failure: { _tag: "NameTaken" } })
    const made = Result.getOrThrow(await document("pengumuman"))
    expect(made).toHaveProperty("index")
    expect(Result.getOrThrow(await document("lain"))).toEqual({ already: "index" in made ? made.index : -1 })
    const digest = Edition.documentEntry(portable, "", letter).digest
    expect(await filesOf(store)).toHaveProperty([Entry.documentPath(digest)])
    expect(await run(Publication.publishAll(means, round), store, salts)).toMatchObject({ failure: { _tag: "PhaseRefused", problem: "published-already" } })
  })

  it("tells how far it is", async () => {
    const told: Array<string> = []
    const onEntry = (phase: Publication.Phase, done: number, of: number) => told.push(`${phase} ${done}/${of}`)
    await run(Publication.publishAll({ ...means, onEntry }, round), opened(TileStore.layerMemory), opened(Salts.layerMemory))
    expect(told.slice(0, 4)).toEqual(["rules 0/3", "rules 1/3", "rules 2/3", "registrations 0/3"])
  })
})
