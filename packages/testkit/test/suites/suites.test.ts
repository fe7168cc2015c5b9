import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { describe, expect, it } from "vitest"
import { type Context, Effect, Layer, Option, Result, Stream } from "effect"
import { DocumentSignerSuite, JournalSuite, KeyRingSuite, NotifierSuite, RowsSuite, SaltsSuite, ScoreFeedSuite, SignerSuite, SnapshotsSuite, Suite, TileStoreSuite, VaultSuite } from "@timbang/testkit/suites"
import { DocumentSigner, Journal, KeyRing, Notifier, Salts, Signer, Snapshots, Sources, TileStore, Vault } from "@timbang/workflows/ports"

describe("JournalSuite", () => {
  for (const { name, run } of JournalSuite.cases(Suite.memory(Journal.layerMemory))) it(name, run)
})

describe("VaultSuite", () => {
  for (const { name, run } of VaultSuite.cases(Suite.memory(Vault.layerMemory))) it(name, run)
})

describe("SaltsSuite", () => {
  for (const { name, run } of SaltsSuite.cases(Suite.memory(Salts.layerMemory))) it(`in memory ${name}`, run)
  const access = { actor: { id: "a.17", role: "panitia", unit: "bkpsdm" }, purpose: "publication" }
  const inVault = Layer.provide(Salts.layerVault("kota.example/cpns", access), Vault.layerMemory)
  for (const { name, run } of SaltsSuite.cases(Suite.memory(inVault))) it(`in a vault ${name}`, run)
})

describe("TileStoreSuite", () => {
  for (const { name, run } of TileStoreSuite.cases(Suite.memory(TileStore.layerMemory))) it(name, run)
})

describe("SnapshotsSuite", () => {
  for (const { name, run } of SnapshotsSuite.cases(Suite.memory(Snapshots.layerMemory))) it(name, run)
})

describe("DocumentSignerSuite", () => {
  const layer = Layer.effectContext(Effect.sync(() => {
    const decisions = new Map<string, DocumentSigner.Standing>()
    const memory = DocumentSigner.layerMemory(({ key }) => decisions.get(key) ?? { _tag: "Waiting" })
    const official = Layer.succeed(DocumentSignerSuite.Official, {
      sign: (key, bytes) => Effect.sync(() => { decisions.set(key, { _tag: "Signed", bytes }) }),
      decline: (key, reason) => Effect.sync(() => { decisions.set(key, { _tag: "Declined", reason }) })
    })
    return Layer.mergeAll(memory, official)
  }).pipe(Effect.flatMap(Layer.build)))
  for (const { name, run } of DocumentSignerSuite.cases(Suite.memory(layer))) it(name, run)
})

/** A channel in memory with its other end; `refers` makes the reference of a message. */
const channel = (refers: (message: Notifier.Message, count: number) => string) =>
  Layer.fresh(Layer.effectContext(Effect.suspend(() => {
    const arrived: Array<NotifierSuite.Arrived> = []
    const faults: Array<NotifierSuite.Fault> = []
    const notifier = Layer.succeed(Notifier.Notifier, {
      channel: "memory",
      deliver: (message) =>
        Effect.suspend((): Effect.Effect<Notifier.Delivered, Notifier.MessageRefused | Notifier.MessageDelayed> => {
          const { key, subject, text, to } = message
          const fault = faults.shift()
          if (fault === "refuse" || !/^[^\s,<>]+@[^\s,<>]+$/.test(to)) return Effect.fail(new Notifier.MessageRefused({ key, because: "550" }))
          if (fault === "delay") return Effect.fail(new Notifier.MessageDelayed({ key, because: "450" }))
          const reference = refers(message, arrived.length)
          arrived.push({ to, subject, text, reference })
          return fault === "break"
            ? Effect.fail(new Notifier.MessageDelayed({ key, because: "broken" }))
            : Effect.succeed({ reference, at: 0 })
        })
    })
    const recipient = Layer.succeed(NotifierSuite.Recipient, {
      arrived: Effect.sync(() => [...arrived]),
      next: (fault) => Effect.sync(() => { faults.push(fault) })
    })
    return Layer.build(Layer.mergeAll(notifier, recipient))
  })))

describe("NotifierSuite", () => {
  for (const { name, run } of NotifierSuite.cases(Suite.memory(channel(({ key }) => key)))) it(name, run)

  it("finds a channel whose repeats cannot be recognised", async () => {
    const failed = await failures(NotifierSuite.cases(Suite.memory(channel((_, count) => String(count)))))
    expect(failed).toContain("gives a key one reference, whatever is in the key")
    expect(failed).toContain("calls a broken connection a delay, and the repeat can be recognised")
  })

  it("finds a channel that shortens keys", async () => {
    expect(await failures(NotifierSuite.cases(Suite.memory(channel(({ key }) => key.slice(0, 64)))))).toEqual(["gives a key one reference, whatever is in the key"])
  })
})

/** How many cases an adapter fails that is broken in one way. */
const failures = async (cases: ReadonlyArray<Suite.Case>): Promise<ReadonlyArray<string>> => {
  const failed: Array<string> = []
  for (const { name, run } of cases) await run().catch(() => failed.push(name))
  return failed
}

const broken = (change: (journal: Journal.Journal["Service"]) => Journal.Journal["Service"]) =>
  Suite.memory(Layer.provide(Layer.effect(Journal.Journal, Effect.map(Journal.Journal, change)), Layer.fresh(Journal.layerMemory)))

describe("a broken journal is found", () => {
  it("when it does not look at the expected place", async () => {
    const cases = JournalSuite.cases(broken((journal) => ({
      ...journal,
      append: (stream, { actor, entries, key }) =>
        journal.append(stream, { actor, entries, ...key === undefined ? {} : { key } })
    })))
    expect(await failures(cases)).toContain("refuses a place that is taken and keeps the first entry")
  })

  it("when it forgets keys", async () => {
    const cases = JournalSuite.cases(broken((journal) => ({
      ...journal,
      append: (stream, { actor, at, entries }) =>
        journal.append(stream, { actor, entries, ...at === undefined ? {} : { at } })
    })))
    expect(await failures(cases)).toContain("records a batch once, however often its key is sent")
  })

  it("when it makes up who writes", async () => {
    const cases = JournalSuite.cases(broken((journal) => ({
      ...journal,
      append: (stream, batch) => journal.append(stream, { ...batch, actor: { id: batch.actor.id || "system", role: batch.actor.role || "system", unit: batch.actor.unit || "system" } })
    })))
    expect(await failures(cases)).toEqual(["refuses a batch that does not say who, in which role, of which unit, and records nothing of it"])
  })

  it("when it trims what it keeps", async () => {
    const cases = JournalSuite.cases(broken((journal) => ({
      ...journal,
      read: (query) => Stream.map(journal.read(query), (entry) => ({ ...entry, body: entry.body.trim() }))
    })))
    expect(await failures(cases)).toContain("keeps every character")
  })
})

/** A port in memory, changed on the way. */
const changed = <S, I>(tag: Context.Key<I, S>, layer: Layer.Layer<I>, change: (port: S) => S): Suite.Adapter<I> =>
  Suite.memory(Layer.provide(Layer.effect(tag, Effect.map(tag, change)), Layer.fresh(layer)))

describe("what does half of a call is found", () => {
  it("a vault that writes part by part, and one that takes what comes while it erases", async () => {
    const slow = changed(Vault.Vault, Vault.layerMemory, (vault) => ({
      ...vault,
      write: (access, parts) => Effect.forEach(parts, (part) => Effect.andThen(Effect.sleep(1), vault.write(access, [part])), { discard: true })
    }))
    expect(await failures(VaultSuite.cases(slow))).toContain("has done all of a call that was broken off, its record included, or nothing")
    const keeping = changed(Vault.Vault, Vault.layerMemory, (vault) => ({
      ...vault,
      erase: (access, subject, parts) => vault.erase(access, subject, parts ?? ["a", "b", "c"])
    }))
    expect(await failures(VaultSuite.cases(keeping))).toContain("leaves nothing of a person who is erased while others write")
  })

  it("a store of files that begins with half a file, and one that cuts large ones", async () => {
    const halving = changed(TileStore.TileStore, TileStore.layerMemory, (store) => {
      const halves = new Map<string, Uint8Array>()
      return {
        ...store,
        put: (path, bytes) =>
          Effect.suspend(() => {
            halves.set(path, bytes.slice(0, bytes.length / 2))
            return Effect.andThen(Effect.sleep(2), store.put(path, bytes))
          }),
        get: (path) => Effect.map(store.get(path), (found) => Option.orElse(found, () => Option.fromUndefinedOr(halves.get(path))))
      }
    })
    expect(await failures(TileStoreSuite.cases(halving))).toContain("has a file whole or not at all when putting it was broken off")
    const cutting = changed(TileStore.TileStore, TileStore.layerMemory, (store) => ({ ...store, put: (path, bytes) => store.put(path, bytes.slice(0, 4_000_000)) }))
    expect(await failures(TileStoreSuite.cases(cutting))).toEqual(["takes a file of eight megabytes, and the longest path"])
  })

  it("a store of snapshots that writes the place before the state", async () => {
    const torn = changed(Snapshots.Snapshots, Snapshots.layerMemory, (snapshots) => ({
      ...snapshots,
      keep: (snapshot) => Effect.andThen(snapshots.keep({ ...snapshot, state: "" }), Effect.andThen(Effect.sleep(20), snapshots.keep(snapshot)))
    }))
    expect(await failures(SnapshotsSuite.cases(torn))).toContain("stands whole when keeping one was broken off")
  })
})

describe("SignerSuite", () => {
  const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/suite", "ed25519", new Uint8Array(32).map((_, at) => at + 7)))
  const signer = (sign: (text: string) => ReturnType<typeof SecretKey.sign>) => Suite.memory(Signer.layer(key.verifier, sign))
  for (const { name, run } of SignerSuite.cases(NodePrimitives.node, signer((text) => SecretKey.sign(key, text)))) it(name, run)

  it("finds a signer that trims, and one that signs under another name", async () => {
    const trimming = SignerSuite.cases(NodePrimitives.node, signer((text) => SecretKey.sign(key, text.trim())))
    expect(await failures(trimming)).toContain("makes signatures that hold for one text alone")
    const renaming = SignerSuite.cases(NodePrimitives.node, signer((text) => ({ ...SecretKey.sign(key, text), name: "lain.example" })))
    expect(await failures(renaming)).toContain("signs what its own verifier key accepts, under the name and the id of that key")
  })
})

/** A feed in memory; `change` may break what it tells. */
const feed = (change: (events: ReadonlyArray<Sources.FeedEvent>, after: string | undefined) => ReadonlyArray<Sources.FeedEvent>) =>
  Layer.fresh(Layer.effectContext(Effect.suspend(() => {
    const told: Array<Sources.FeedEvent> = []
    const ending = new Set<"over">()
    const exam = Layer.succeed(ScoreFeedSuite.Exam, {
      tell: (happening) =>
        Effect.sync(() => {
          const cursor = String(told.length + 1)
          told.push(happening._tag === "Score"
            ? { _tag: "Score", scored: { value: happening.scored, place: { source: "memory", row: told.length + 1 } }, cursor }
            : { ...happening, cursor })
        }),
      over: Effect.sync(() => { ending.add("over") })
    })
    const scores = Layer.succeed(Sources.ScoreFeed, {
      events: (after) =>
        Stream.paginate(Number(after ?? 0), (from) =>
          Effect.gen(function*() {
            while (told.length <= from && ending.size === 0) yield* Effect.sleep(2)
            return [change(told.slice(from), after), ending.size > 0 ? Option.none() : Option.some(told.length)] as const
          }))
    })
    return Layer.build(Layer.mergeAll(exam, scores))
  })))

describe("ScoreFeedSuite", () => {
  for (const { name, run } of ScoreFeedSuite.cases(Suite.memory(feed((events) => events)))) it(name, run)

  it("finds a feed that makes numbers of scores, and one that repeats the last event", async () => {
    const numbers = feed((events) => events.map((event) => event._tag !== "Score" ? event : {
      ...event,
      scored: { ...event.scored, value: { ...event.scored.value, scores: Object.fromEntries(Object.entries(event.scored.value.scores).map(([name, points]) => [name, String(Number(points))])) } }
    }))
    expect(await failures(ScoreFeedSuite.cases(Suite.memory(numbers)))).toContain("tells what happened, in order and as it was written, and ends when the exam is over")
    const repeating = feed((events, after) => after === undefined ? events : [{ _tag: "SessionClosed", stage: "SKD", session: "x", cursor: after }, ...events])
    expect(await failures(ScoreFeedSuite.cases(Suite.memory(repeating)))).toEqual(["goes on after every cursor, with nothing lost and nothing twice"])
  })
})

/** Rows of a list; `change` may break what is read. */
const listed = (change: (rows: Sources.Rows<string>) => Sources.Rows<string>): RowsSuite.Rows<Sources.FormationSource> => {
  const formation = (id: string) => ({ formation: id, position: "Surveyor", education: "S-1", location: "Setda", category: "umum", seats: 1 })
  const ids = ["F1", "F2", "F3"]
  const layer = Layer.effectContext(Effect.suspend(() => {
    const state = { isSpoilt: false }
    const rows = Stream.suspend(() =>
      state.isSpoilt
        ? Stream.concat(Sources.rowsOf("list", ids.slice(0, 2)), Stream.fail(new Sources.SourceUnavailable({ source: "list", because: "row 3" })))
        : Sources.rowsOf("list", ids))
    return Layer.build(Layer.mergeAll(
      Layer.succeed(Sources.FormationSource, { rows: Stream.map(change(rows), ({ place, value }) => ({ place, value: formation(value) })) }),
      Layer.succeed(RowsSuite.Origin, { values: ids.map(formation), spoil: Effect.sync(() => { state.isSpoilt = true }) })
    ))
  }))
  return { rows: Effect.map(Sources.FormationSource, (source) => source.rows), ...Suite.memory(Layer.fresh(layer)) }
}

describe("RowsSuite", () => {
  for (const { name, run } of RowsSuite.cases(listed((rows) => rows))) it(name, run)

  it("finds a source that swallows an unreadable row, and one that gives every row one place", async () => {
    const swallowing = listed((rows) => Stream.catchCause(rows, () => Stream.empty))
    expect(await failures(RowsSuite.cases(swallowing))).toEqual(["does not end as if all were well when a row cannot be read"])
    const nowhere = listed((rows) => Stream.map(rows, ({ value }) => ({ value, place: { source: "list" } })))
    expect(await failures(RowsSuite.cases(nowhere))).toEqual(["says of each row where it comes from"])
  })
})

/** Keys that outlive the ring that holds them, changed on the way. */
const keysHeld = (change: (ring: KeyRing.KeyRing["Service"]) => KeyRing.KeyRing["Service"]): Suite.Adapter<KeyRing.KeyRing | KeyRingSuite.Keeper> => ({
  isDurable: true,
  fresh: Effect.sync(() => {
    const ids = ["2026-07", "2026-01", "2025-07"]
    let keys = ids.map((id) => ({ id, bytes: crypto.getRandomValues(new Uint8Array(32)) }))
    return Layer.merge(
      Layer.effect(KeyRing.KeyRing, Effect.map(KeyRing.KeyRing, change)).pipe(Layer.provide(Layer.unwrap(Effect.sync(() => KeyRing.layer(keys))))),
      Layer.succeed(KeyRingSuite.Keeper, { ids, remove: (gone) => Effect.sync(() => keys = keys.filter(({ id }) => id !== gone)) })
    )
  })
})

describe("KeyRingSuite", () => {
  for (const { name, run } of KeyRingSuite.cases(keysHeld((ring) => ring))) it(name, run)

  it("finds a ring that answers with the current key, one that makes keys up, and one that trims names", async () => {
    const answering = keysHeld((ring) => ({ ...ring, get: () => ring.current }))
    expect(await failures(KeyRingSuite.cases(answering))).toContain("no longer has a key that was taken off, and keeps the others")
    const making = keysHeld((ring) => ({ ...ring, current: Effect.map(ring.current, ({ id }) => ({ id, bytes: crypto.getRandomValues(new Uint8Array(32)) })) }))
    expect(await failures(KeyRingSuite.cases(making))).toEqual([
      "writes with the current key, which is on the ring under its name",
      "has the same keys after a restart",
      "no longer has a key that was taken off, and keeps the others"
    ])
    const trimming = keysHeld((ring) => ({ ...ring, get: (id) => ring.get(id.trim()) }))
    expect(await failures(KeyRingSuite.cases(trimming))).toEqual(["says by name which key is not to be had, and takes a name for nothing else"])
  })
})
