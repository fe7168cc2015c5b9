import { describe, expect, it } from "vitest"
import { Effect, Layer, Stream } from "effect"
import { DocumentSignerSuite, JournalSuite, Suite, TileStoreSuite, VaultSuite } from "@timbang/testkit/suites"
import { DocumentSigner, Journal, TileStore, Vault } from "@timbang/workflows/ports"

describe("JournalSuite", () => {
  for (const { name, run } of JournalSuite.cases(Suite.memory(Journal.layerMemory))) it(name, run)
})

describe("VaultSuite", () => {
  for (const { name, run } of VaultSuite.cases(Suite.memory(Vault.layerMemory))) it(name, run)
})

describe("TileStoreSuite", () => {
  for (const { name, run } of TileStoreSuite.cases(Suite.memory(TileStore.layerMemory))) it(name, run)
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

  it("when it trims what it keeps", async () => {
    const cases = JournalSuite.cases(broken((journal) => ({
      ...journal,
      read: (query) => Stream.map(journal.read(query), (entry) => ({ ...entry, body: entry.body.trim() }))
    })))
    expect(await failures(cases)).toContain("keeps every character")
  })
})
