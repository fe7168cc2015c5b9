import { Disclosure, Edition, LogFiles, SignedCheckpoint, Tile, WitnessPolicy } from "@timbang/core/publication"
import { Cohort, Selection, Specimen } from "@timbang/core/selection"
import { Primitives, SecretKey } from "@timbang/signing"
import { SendingPolicy, Timbang } from "@timbang/workflows"
import { Journal, Notifier, Signer, Sources, TileStore, Vault } from "@timbang/workflows/ports"
import { Effect, Layer, Result, Stream } from "effect"
import { describe, expect, it } from "vitest"

const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
const entry = (body: string) => ({ kind: "score.recorded", body })
const storage = () => Layer.fresh(Layer.merge(Journal.layerMemory, Vault.layerMemory))
const { quiet: _, ...policy } = SendingPolicy.standard
const all = async <A>(rows: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const found: Array<A> = []
  for await (const row of rows) found.push(row)
  return found
}

describe("Timbang.make", () => {
  it("records, reads, counts, and answers a taken place as a value", async () => {
    const timbang = await Timbang.make({ storage: storage() })
    expect(await timbang.append("s", { actor, at: 0, entries: [entry("1"), entry("2")] })).toMatchObject({ _tag: "Success", success: { position: 0, count: 2 } })
    expect(await timbang.append("s", { actor, at: 0, entries: [entry("3")] })).toMatchObject({ _tag: "Failure", failure: { _tag: "PositionTaken", size: 2 } })
    expect((await all(timbang.read({ from: 1 }))).map(({ body }) => body)).toEqual(["2"])
    expect(await timbang.size()).toMatchObject({ success: 2 })
    await timbang.close()
  })

  it("follows what is recorded later; leaving the loop ends it, and so does closing", async () => {
    const timbang = await Timbang.make({ storage: storage() })
    const seen: Array<string> = []
    const left = (async () => {
      for await (const { body } of timbang.follow({ stream: "s" })) {
        seen.push(body)
        if (body === "2") break
      }
    })()
    const closed = all(timbang.follow())
    for (const body of ["1", "2"]) await timbang.append("s", { actor, entries: [entry(body)] })
    await left
    expect(seen).toEqual(["1", "2"])
    await timbang.close()
    expect((await closed).map(({ body }) => body)).toEqual(["1", "2"])
  })

  it("sends what is posted to an address of the vault, once, by a function of the host", async () => {
    const sent: Array<Notifier.Message> = []
    const channel = Timbang.channel("sms", async (message) => {
      sent.push(message)
      return { reference: `ref-${message.key}` }
    })
    const timbang = await Timbang.make({ storage: storage(), notify: { channel, actor, policy } })
    const access = { actor, purpose: "registration" }
    await timbang.vault.write(access, [{ subject: "26-1", part: "contact/sms", value: new TextEncoder().encode("+62811") }])
    const notice = { key: "result/26-1", person: "26-1", about: "Result", subject: "Hasil", text: "P/L", language: "id" }
    expect(await timbang.notify(actor, notice)).toMatchObject({ success: { isRepeat: false } })
    expect(await timbang.notify(actor, notice)).toMatchObject({ success: { isRepeat: true } })
    expect(await timbang.notify(actor, { ...notice, text: "TL" })).toMatchObject({ failure: { _tag: "NoticeTaken" } })
    await expect.poll(async () => Result.getOrThrow(await timbang.notices()).get("result/26-1")?.standing._tag).toBe("Sent")
    expect(sent.map(({ text, to }) => [to, text])).toEqual([["+62811", "P/L"]])
    expect(await timbang.vault.erase(access, "26-1")).toMatchObject({ _tag: "Success" })
    expect(await timbang.vault.read(access, "26-1")).toMatchObject({ failure: { _tag: "PersonErased" } })
    expect((await all(timbang.vault.accesses("26-1"))).map(({ act }) => act)).toEqual(expect.arrayContaining(["write", "keep", "read", "erase"]))
    await timbang.close()
  })

  it("leaves sending to the host that wants it so; a refusal is for good, a failing channel repeats no address", async () => {
    const told: Array<"refused" | "broken"> = ["broken", "refused"]
    const channel = Timbang.channel("sms", async ({ to }) => {
      if (told.shift() === "broken") throw new Error(to)
      return { refused: "no such number" }
    })
    const retry = { ...policy, baseMillis: 1, firstMillis: 1 }
    const timbang = await Timbang.make({ storage: storage(), notify: { channel, actor, policy: retry, isSending: false } })
    await timbang.vault.write({ actor, purpose: "registration" }, [{ subject: "26-1", part: "contact/sms", value: new TextEncoder().encode("+62811") }])
    await timbang.notify(actor, { key: "k", person: "26-1", about: "Result", subject: "", text: "x", language: "id" })
    expect(await timbang.sendDue()).toMatchObject({ success: { sent: 0, delayed: 1 } })
    expect(await timbang.revive(actor, "k")).toMatchObject({ success: false })
    expect((await all(timbang.read())).map(({ body }) => body).join()).not.toContain("+62811")
    await timbang.close()
  })

  it("says which part is missing, and does not open notify without a vault", async () => {
    const timbang = await Timbang.make({ storage: Layer.fresh(Journal.layerMemory) })
    const missing = (part: string) => ({ _tag: "Failure", failure: { _tag: "PartMissing", part } })
    expect(await timbang.vault.expire({ actor, purpose: "retention" })).toMatchObject(missing("vault"))
    expect(await timbang.sendDue()).toMatchObject(missing("notify"))
    expect(await timbang.revive(actor, "k")).toMatchObject(missing("notify"))
    expect(await timbang.publish({ entries: [], documents: [] })).toMatchObject(missing("publication"))
    expect(await timbang.publishDocument("surat", new Uint8Array(1))).toMatchObject(missing("publication"))
    await timbang.close()
    const channel = Timbang.channel("sms", async () => ({ reference: "r" }))
    await expect(Timbang.make({ storage: Layer.fresh(Journal.layerMemory), notify: { channel, actor } })).rejects.toMatchObject({ _tag: "PartMissing", part: "vault" })
  })

  it("rejects with the error of a storage that cannot be opened", async () => {
    const broken = Layer.effect(Journal.Journal, Effect.fail(new Journal.JournalUnavailable({ because: "no server" })))
    await expect(Timbang.make({ storage: broken })).rejects.toMatchObject({ _tag: "JournalUnavailable", because: "no server" })
  })

  it("reads sources of adapters and of the host alike, anew at each call, and throws what a source fails with", async () => {
    const failing: Sources.Rows<string> = Stream.fail(new Sources.SourceUnavailable({ source: "sscasn", because: "429" }))
    const sources = {
      formations: Sources.rowsOf("F.csv", ["F1"]),
      participants: {
        async *[Symbol.asyncIterator]() {
          yield { participant: "26-1" }
        }
      },
      scores: failing
    }
    const timbang = await Timbang.make({ storage: storage(), sources })
    for (let again = 0; again < 2; again++) {
      const [row] = await all(timbang.rows("participants"))
      expect(row).toEqual({ value: { participant: "26-1" }, place: { source: "participants", row: 1 } })
      expect(row!.value.participant).toBe("26-1")
    }
    expect(await all(timbang.rows("formations"))).toEqual([{ value: "F1", place: { source: "F.csv", row: 1 } }])
    await expect(all(timbang.rows("scores"))).rejects.toMatchObject({ _tag: "SourceUnavailable", because: "429" })
    await timbang.close()
  })
})

describe("PublicLog.publish", () => {
  const primitives = Primitives.portable
  const keyOf = (name: string) => Result.getOrThrow(SecretKey.fromSeed(name, "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
  const key = keyOf("kota.example/cpns")
  const document = (text: string) => {
    const bytes = new TextEncoder().encode(text)
    return { entries: [Edition.documentEntry(primitives, text, bytes)], documents: [bytes] }
  }
  const host = (tiles: Layer.Layer<TileStore.TileStore>, own = key) =>
    Timbang.make({ storage: Layer.fresh(Journal.layerMemory), publication: { tiles, signer: Signer.layer(own.verifier, (text) => SecretKey.sign(own, text)), primitives } })
  /** A store of files that several hosts share. */
  const shared = async () => {
    const store = await Effect.runPromise(Effect.provide(TileStore.TileStore, Layer.fresh(TileStore.layerMemory)))
    const files = async () => {
      const paths = await Effect.runPromise(Stream.runCollect(store.list("")))
      return new Map(await Promise.all(paths.map(async (path) => [path, (await Effect.runPromise(store.get(path)) as { readonly value: Uint8Array }).value] as const)))
    }
    return { store, layer: Layer.succeed(TileStore.TileStore, store), files }
  }

  it("grows a log whose files and signature hold, step by step and over a bundle", async () => {
    const { files, layer } = await shared()
    const timbang = await host(layer)
    const steps = [document("a"), { entries: Array.from({ length: 300 }, (_, i) => document(`d${i}`).entries[0]!), documents: [] }, document("z")]
    for (const step of steps) expect(await timbang.publish(step)).toMatchObject({ _tag: "Success" })
    const found = await files()
    const note = new TextDecoder().decode(found.get("checkpoint"))
    const signed = Result.getOrThrow(SignedCheckpoint.verify(primitives, WitnessPolicy.ofKey(key.verifier), note))
    expect(signed.checkpoint.size).toBe(302)
    const entries = [0, 1].flatMap((at) => Result.getOrThrow(Tile.entries(found.get(Tile.path("entries", at, Math.min(256, 302 - 256 * at)))!)))
    const faults = LogFiles.check(primitives, {
      entries,
      sizes: [1, 301, 302],
      documents: new Set(steps.flatMap(({ documents }) => documents).map((bytes) => Edition.documentEntry(primitives, "", bytes).digest)),
      paths: [...found.keys()],
      read: (path) => found.get(path)
    })
    expect(faults).toEqual([])
    await timbang.close()
  })

  it("publishes a phase with its salts in the vault, and says when there is none", async () => {
    const { ruleSet } = Specimen
    const formations = [Specimen.formation]
    const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, formations, [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "51.0" }, birthDate: "1998-04-01" }]))
    const round = { ruleSet, formations, engine: "timbang 0.1.0", options: {}, cohort, selection: undefined }
    const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
    const means = { policy: Disclosure.asOfficialLists(words) }
    const access = { actor: { id: "a.17", role: "panitia", unit: "bkpsdm" }, purpose: "publication" }
    const without = await host(TileStore.layerMemory)
    expect(await without.publishPhase(access, means, round, "rules")).toMatchObject({ failure: { _tag: "PartMissing", part: "vault" } })
    const timbang = await Timbang.make({
      storage: Layer.fresh(Layer.merge(Journal.layerMemory, Vault.layerMemory)),
      publication: { tiles: TileStore.layerMemory, signer: Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)), primitives }
    })
    for (const phase of ["rules", "registrations"] as const) expect(await timbang.publishPhase(access, means, round, phase)).toMatchObject({ _tag: "Success" })
    const salts = Result.getOrThrow(await timbang.vault.read(access, "kota.example/cpns/24-1"))
    expect([...salts.keys()]).toEqual(["salt/registration/24-1/birth-date"])
    const own = { selection: Result.getOrThrow(Selection.run(ruleSet, formations, cohort, [])), vocabulary: words }
    expect(await timbang.receipt(access, own, "24-1")).toMatchObject({ failure: { _tag: "NotInLog", kind: "result" } })
    expect(await timbang.receipt(access, own, "24-1", "registration")).toMatchObject({ success: { receipt: { openings: { "birth-date": { content: "1998-04-01" } } }, unopened: [] } })
    expect(await timbang.publishPhase(access, means, round, "results")).toMatchObject({ failure: { _tag: "PhaseRefused", problem: "selection-missing" } })
    expect(await timbang.publishDocument("surat", new Uint8Array(1))).toMatchObject({ success: { index: 5 } })
  })

  it("publishes nothing that breaks the order, and nothing on the log of another key", async () => {
    const { files, layer } = await shared()
    const timbang = await host(layer)
    await timbang.publish(document("a"))
    const before = [...await files()]
    const result = { kind: "seal", of: "results", stage: "final", count: 0 } as const
    expect(await timbang.publish({ entries: [document("b").entries[0]!, result, result], documents: [] })).toMatchObject({ failure: { _tag: "OrderBroken", index: 3 } })
    const other = await host(layer, keyOf("kota.example/lain"))
    expect(await other.publish(document("b"))).toMatchObject({ failure: { _tag: "LogRefused", problem: "signature" } })
    expect([...await files()]).toEqual(before)
  })

  it("lets one of two that publish at once win, and the other is told", async () => {
    const { files, store } = await shared()
    // Each call lets the other one go on, as a store behind a network does.
    const slow = Layer.succeed(TileStore.TileStore, {
      ...store,
      get: (path) => Effect.andThen(Effect.sleep(1), store.get(path)),
      put: (path, bytes) => Effect.andThen(Effect.sleep(1), store.put(path, bytes))
    })
    const hosts = await Promise.all([host(slow), host(slow)])
    const outcomes = await Promise.all(hosts.map((timbang, at) => timbang.publish(document(`d${at}`))))
    const failures = outcomes.flatMap((outcome) => outcome._tag === "Failure" ? [outcome.failure._tag] : [])
    expect(failures).toHaveLength(1)
    expect(["HeadMoved", "PathTaken"]).toContain(failures[0])
    expect(new TextDecoder().decode((await files()).get("checkpoint")).split("\n")[1]).toBe("1")
  })

  it("refuses to build on files that are not whole", async () => {
    const { layer, store } = await shared()
    await (await host(layer)).publish(document("a"))
    const without: Layer.Layer<TileStore.TileStore> = Layer.succeed(TileStore.TileStore, {
      ...store,
      get: (path) => path === "checkpoint" ? store.get(path) : store.get(`x/${path}`)
    })
    expect(await (await host(without)).publish(document("b"))).toMatchObject({ failure: { _tag: "LogRefused", problem: "file-missing", path: "tile/entries/000.p/1" } })
  })
})
