import { Chronicle, Disclosure, Edition } from "@timbang/core/publication"
import { type RuleSet, Specimen } from "@timbang/core/selection"
import { Primitives, SecretKey } from "@timbang/signing"
import { PublicLog, RegistrationBook, RegistrationForm } from "@timbang/workflows"
import { Journal, KeyRing, Signer, TileStore, Vault } from "@timbang/workflows/ports"
import { Effect, Layer, Result, Stream } from "effect"
import { describe, expect, it } from "vitest"

const ruleSet: RuleSet.RuleSet = { ...Specimen.ruleSet, hostAuthorities: ["board", "committee"] }
const rules = { ruleSet, formations: [Specimen.formation] }
const filled = { ...RegistrationForm.empty, formation: "F1", name: "Contoh Pelamar", birthDate: "2000-01-31", contact: "contoh@example.id" }
const [nik, otherNik] = ["0000000000000001", "0000000000000002"]
const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/blud", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
const ring = KeyRing.layer([{ id: "k", bytes: new Uint8Array(32).fill(5) }])
const ports = Layer.mergeAll(Journal.layerMemory, Vault.layerMemory, ring, TileStore.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)))
const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
const means = {
  primitives: Primitives.portable,
  policy: Disclosure.asOfficialLists(words),
  saltOf: (name: string) => Primitives.portable.sha256(new TextEncoder().encode(name))
}
const officer = { actor: { id: "a.17", role: "panitia", unit: "rsud" }, purpose: "publication" }

const run = <A, E>(program: (host: RegistrationBook.Host) => Effect.Effect<A, E, TileStore.TileStore | Signer.Signer>) =>
  Effect.runPromise(Effect.provide(
    Effect.gen(function*() {
      const parts = { journal: yield* Journal.Journal, vault: yield* Vault.Vault, keys: yield* KeyRing.KeyRing }
      return yield* program({ ...parts, keyId: "k", selection: "blud-2026", unit: "rsud", draftDays: 30, keepDays: 365 })
    }),
    ports
  ))
const kept = (host: RegistrationBook.Host) =>
  Effect.map(Stream.runCollect(host.vault.export(officer)), (parts) => parts.map(({ part, subject, value }) => `${subject} ${part} ${new TextDecoder().decode(value)}`).join("\n"))
const recorded = (host: RegistrationBook.Host) => Effect.map(Stream.runCollect(host.journal.read()), (entries) => JSON.stringify(entries))

describe("RegistrationBook", () => {
  it("refuses rules of which another office decides a part, before anything is kept", async () => {
    const [refused, size, vault] = await run((host) => Effect.gen(function*() {
      const sent = { code: RegistrationBook.newCode(), nik, filled }
      const found = yield* Effect.flip(RegistrationBook.submit(host, { ...rules, ruleSet: Specimen.ruleSet }, sent))
      return [found, yield* host.journal.size(), yield* kept(host)] as const
    }))
    expect(refused).toMatchObject({ _tag: "NotOwnSelection", others: expect.arrayContaining([expect.objectContaining({ decidedBy: "board" })]) })
    expect([size, vault]).toEqual([0, ""])
  })

  it("makes one application of many sendings at once, and refuses the person's second with another code or other words", async () => {
    const found = await run((host) => Effect.gen(function*() {
      const code = RegistrationBook.newCode()
      const same = yield* Effect.all(Array.from({ length: 8 }, () => RegistrationBook.submit(host, rules, { code: code.toLowerCase().replaceAll("-", " "), nik, filled })), { concurrency: "unbounded" })
      const refused = yield* Effect.all([
        Effect.flip(RegistrationBook.submit(host, rules, { code, nik, filled: { ...filled, name: "Lain" } })),
        Effect.flip(RegistrationBook.submit(host, rules, { code: RegistrationBook.newCode(), nik: " 0000-0000-0000-0001 ", filled }))
      ])
      const second = yield* RegistrationBook.submit(host, rules, { code, nik: otherNik, filled })
      return { same, refused, second, size: yield* host.journal.size(), vault: yield* kept(host), first: yield* RegistrationBook.read(host, officer, same[0]!) }
    }))
    expect(new Set(found.same.map(({ participant }) => participant))).toEqual(new Set(["D-0001"]))
    expect(found.refused).toMatchObject([{ _tag: "AlreadyApplied", isSameCode: true }, { _tag: "AlreadyApplied", isSameCode: false }])
    expect([found.second.participant, found.size]).toEqual(["D-0002", 2])
    expect(found.vault).not.toContain("Lain")
    expect(found.first).toEqual(filled)
  })

  it("reads as little for the thirtieth application as for the first", async () => {
    const read = await run((host) => Effect.gen(function*() {
      let count = 0
      const journal = { ...host.journal, read: (query?: Journal.Query) => Stream.tap(host.journal.read(query), () => Effect.sync(() => count++)) }
      const counts: Array<number> = []
      for (let at = 1; at <= 30; at++) {
        count = 0
        yield* RegistrationBook.submit({ ...host, journal }, rules, { code: RegistrationBook.newCode(), nik: String(at).padStart(16, "0"), filled })
        counts.push(count)
      }
      return counts
    }))
    expect(new Set(read)).toEqual(new Set([1]))
  })

  it("lets one of two different applications of a person win when both come at once, and keeps nothing of the other", async () => {
    const found = await run((host) => Effect.gen(function*() {
      const both = ["Satu", "Dua"].map((name) => Effect.result(RegistrationBook.submit(host, rules, { code: RegistrationBook.newCode(), nik, filled: { ...filled, name } })))
      const results = yield* Effect.all(both, { concurrency: "unbounded" })
      return { won: results.filter(Result.isSuccess).length, size: yield* host.journal.size(), forms: (yield* kept(host)).match(/form\//g)?.length }
    }))
    expect(found).toEqual({ won: 1, size: 1, forms: 1 })
  })

  it("keeps neither identity number nor code, and nothing of the person in the journal", async () => {
    const code = RegistrationBook.newCode()
    const [vault, journal, accesses] = await run((host) => Effect.gen(function*() {
      yield* RegistrationBook.save(host, code, filled)
      yield* RegistrationBook.submit(host, rules, { code, nik, filled })
      return [yield* kept(host), yield* recorded(host), JSON.stringify(yield* Stream.runCollect(host.vault.accesses()))] as const
    }))
    const plain = Buffer.from(Primitives.portable.sha256(new TextEncoder().encode(nik))).toString("hex")
    for (const text of [vault, journal, accesses]) for (const secret of [nik, plain, code, code.replaceAll("-", "")]) expect(text).not.toContain(secret)
    for (const own of ["Contoh Pelamar", "2000-01-31", "contoh@example.id"]) {
      expect(vault).toContain(own)
      expect(journal).not.toContain(own)
    }
    expect(vault).not.toContain(" draft ")
  })

  it("keeps a draft under its code, replaces it, and shows after a lost answer what was sent", async () => {
    const found = await run((host) => Effect.gen(function*() {
      const code = RegistrationBook.newCode()
      const before = yield* RegistrationBook.opened(host, code)
      yield* RegistrationBook.save(host, code, { ...filled, name: "" })
      yield* RegistrationBook.save(host, code, filled)
      const draft = yield* RegistrationBook.opened(host, code)
      yield* RegistrationBook.submit(host, rules, { code, nik, filled })
      return [before, draft, yield* RegistrationBook.opened(host, code), yield* Effect.flip(RegistrationBook.opened(host, "ABC"))]
    }))
    expect(found).toMatchObject([{ _tag: "Nothing" }, { _tag: "Draft", filled }, { _tag: "Sent", registered: { participant: "D-0001" } }, { _tag: "CodeUnreadable" }])
  })

  it("is finished by sending again where it broke off between the vault and the journal, or after the journal", async () => {
    const found = await run((host) => Effect.gen(function*() {
      const down = Effect.fail(new Journal.JournalUnavailable({ because: "cut" }))
      const sent = { code: RegistrationBook.newCode(), nik, filled }
      const before = { ...host, journal: { ...host.journal, append: () => down } }
      const after = { ...host, journal: { ...host.journal, append: (stream: string, batch: Journal.Batch) => Effect.andThen(host.journal.append(stream, batch), down) } }
      const failed = [yield* Effect.flip(RegistrationBook.submit(before, rules, sent)), yield* Effect.flip(RegistrationBook.submit(after, rules, sent))]
      const made = yield* RegistrationBook.submit(host, rules, sent)
      return [...failed.map(({ _tag }) => _tag), made.participant, yield* host.journal.size()]
    }))
    expect(found).toEqual(["JournalUnavailable", "JournalUnavailable", "D-0001", 1])
  })

  it("says all that is wrong at once, and takes nothing after the last moment but what was sent before", async () => {
    const found = await run((host) => Effect.gen(function*() {
      const code = RegistrationBook.newCode()
      const wrong = { ...filled, formation: "F9", birthDate: "31/01", gradeAverage: "4,5", contact: nik, name: "x".repeat(201) }
      const refused = yield* Effect.flip(RegistrationBook.submit(host, rules, { code, nik: "12", filled: wrong }))
      yield* RegistrationBook.submit(host, rules, { code, nik, filled })
      const closed = { ...host, until: 0 }
      const again = yield* RegistrationBook.submit(closed, rules, { code, nik, filled })
      const late = yield* Effect.flip(RegistrationBook.submit(closed, rules, { code, nik: otherNik, filled }))
      return { refused, again: again.participant, late: late._tag }
    }))
    expect(found).toMatchObject({ again: "D-0001", late: "Closed" })
    expect(found.refused._tag === "FormRefused" && found.refused.faults.map(({ _tag, field }) => `${field} ${_tag}`)).toEqual([
      "formation Unknown", "birthDate NotADay", "gradeAverage NotANumber", "nik NotANik", "name TooLong", "contact Personal"
    ])
  })

  it("puts each application into the public log once, with the birth date committed, and seals them", async () => {
    const [counts, entries] = await run((host) => Effect.gen(function*() {
      yield* RegistrationBook.submit(host, rules, { code: RegistrationBook.newCode(), nik, filled })
      const rulesFirst = yield* Effect.fromResult(Edition.rules(means, { ...rules, options: {}, engine: "timbang 0" }))
      yield* PublicLog.publish(Primitives.portable, rulesFirst)
      const first = yield* RegistrationBook.publish(host, officer, rules, means, { isLast: false })
      yield* RegistrationBook.submit(host, rules, { code: RegistrationBook.newCode(), nik: otherNik, filled })
      const counts = [first, yield* RegistrationBook.publish(host, officer, rules, means, { isLast: true }), yield* RegistrationBook.publish(host, officer, rules, means, { isLast: true })]
      return [counts, yield* PublicLog.entries(Primitives.portable)] as const
    }))
    expect(counts).toEqual([1, 2, 0])
    expect(entries.slice(-3)).toMatchObject([
      { kind: "registration", participant: "D-0001", formation: "F1", commitments: expect.anything() },
      { kind: "registration", participant: "D-0002" },
      { kind: "seal", of: "registrations", count: 2 }
    ])
    const chronicle = Chronicle.start()
    expect(entries.flatMap((entry) => Chronicle.next(chronicle, entry))).toEqual([])
    expect(JSON.stringify(entries)).not.toMatch(/Contoh|2000-01-31|example\.id/)
  })
})
