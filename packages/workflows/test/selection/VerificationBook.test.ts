import type { RuleSet } from "@timbang/core/selection"
import { VerificationBook } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"

const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
const rules: Pick<RuleSet.RuleSet, "requirements" | "codes"> = {
  requirements: [
    { _tag: "Document", id: "str", title: "Surat tanda registrasi", decidedBy: "instansi", source },
    { _tag: "Document", id: "ijazah", title: "Ijazah", decidedBy: "instansi", source }
  ],
  codes: [{ outcome: "ineligible", code: "TMS", aliases: [], title: "Tidak memenuhi syarat", source }]
}
const account = (id: string) => ({ id, role: "verifier", unit: "bkpsdm" })
const met = { applicant: "P1", requirement: "str", role: "verifier", verdict: "met", reason: "" } as const
const run = <A, E>(program: (journal: Journal.Journal["Service"]) => Effect.Effect<A, E>) =>
  Effect.runPromise(Effect.provide(Effect.flatMap(Journal.Journal, program), Journal.layerMemory))
const faultsOf = <A>(effect: Effect.Effect<A, VerificationBook.VerificationRefused | Journal.AppendError>) =>
  Effect.map(Effect.flip(effect), (error) => error._tag === "VerificationRefused" ? error.faults : [error._tag])
const assign = (journal: Journal.Journal["Service"], key: string, ...applications: ReadonlyArray<VerificationBook.Assignment>) =>
  VerificationBook.assign(journal, account("ketua"), applications, key)

describe("VerificationBook", () => {
  it("assigns applications to two accounts each and counts how far each account is", async () => {
    const book = await run((journal) => Effect.gen(function*() {
      yield* assign(journal, "k1", { applicant: "P1", verifier: "v1", supervisor: "s1" }, { applicant: "P2", verifier: "v1", supervisor: "s2" })
      yield* assign(journal, "k2", { applicant: "P2", verifier: "v2", supervisor: "s1" })
      yield* VerificationBook.find(journal, account("v1"), rules, met, "f1")
      yield* VerificationBook.find(journal, account("v1"), rules, met, "f1")
      const half = yield* VerificationBook.readOn(journal, VerificationBook.empty)
      yield* VerificationBook.find(journal, account("v1"), rules, { ...met, requirement: "ijazah", verdict: "unmet", reason: "Ijazah tanpa akreditasi", document: "berkas-7" }, "f2")
      yield* VerificationBook.find(journal, account("s1"), rules, { ...met, role: "supervisor" }, "f3")
      return yield* VerificationBook.readOn(journal, half)
    }))
    expect(book.findings).toMatchObject([{ by: "v1", requirement: "str" }, { by: "v1", verdict: "unmet", document: "berkas-7" }, { by: "s1", role: "supervisor" }])
    expect(VerificationBook.progressOf(book, rules)).toEqual([
      { account: "s1", role: "supervisor", assigned: 2, done: 0 },
      { account: "v1", role: "verifier", assigned: 1, done: 1 },
      { account: "v2", role: "verifier", assigned: 1, done: 0 }
    ])
  })

  it("refuses one account in both roles, an assignment of what has findings, and identity numbers; all or none", async () => {
    const found = await run((journal) => Effect.gen(function*() {
      const both = yield* faultsOf(assign(journal, "k0", { applicant: "P1", verifier: "v1", supervisor: "s1" }, { applicant: "P2", verifier: "v1", supervisor: "v1" }))
      const size = yield* journal.size()
      yield* assign(journal, "k1", { applicant: "P1", verifier: "v1", supervisor: "s1" })
      yield* VerificationBook.find(journal, account("v1"), rules, met, "f1")
      const begun = yield* faultsOf(assign(journal, "k2", { applicant: "P1", verifier: "v2", supervisor: "s1" }))
      const personal = yield* faultsOf(assign(journal, "k3", { applicant: "1571014107900001", verifier: "v2", supervisor: "s1" }))
      return [both, size, begun, personal]
    }))
    expect(found).toEqual([["SamePerson"], 0, ["Begun"], ["Personal"]])
  })

  it("refuses findings of others, on what the rules do not ask, and refusals whose reason says nothing", async () => {
    const found = await run((journal) => Effect.gen(function*() {
      yield* assign(journal, "k1", { applicant: "P1", verifier: "v1", supervisor: "s1" })
      const find = (id: string, change: object) => faultsOf(VerificationBook.find(journal, account(id), rules, { ...met, ...change }, "f"))
      return [
        yield* find("v2", {}),
        yield* find("s1", {}),
        yield* find("v1", { requirement: "ipk" }),
        yield* find("v1", { verdict: "unmet", reason: "T.M.S." }),
        yield* find("v1", { verdict: "unmet", reason: "surat tanda registrasi" }),
        yield* find("v1", { verdict: "unmet", reason: "NIK 1571 0141 0790 0001 tidak cocok" }),
        yield* journal.size()
      ]
    }))
    expect(found).toEqual([["NotAssigned"], ["NotAssigned"], ["RequirementUnknown"], ["ReasonNotSpecific"], ["ReasonNotSpecific"], ["Personal"], 1])
  })

  it("hands a begun application over: who, to whom, by whom and why, while what was found stays with who found it", async () => {
    const book = await run((journal) => Effect.gen(function*() {
      yield* assign(journal, "k1", { applicant: "P1", verifier: "v1", supervisor: "s1" })
      yield* VerificationBook.find(journal, account("v1"), rules, { ...met, verdict: "unmet", reason: "STR tanpa tanggal" }, "f1")
      const handed = { applicant: "P1", role: "verifier", to: "v2", reason: "Cuti melahirkan, surat 800/3" } as const
      yield* VerificationBook.handOver(journal, account("ketua"), [handed], "h1")
      yield* VerificationBook.handOver(journal, account("ketua"), [handed], "h1")
      const late = yield* faultsOf(VerificationBook.find(journal, account("v1"), rules, { ...met, requirement: "ijazah" }, "f2"))
      expect(late).toEqual(["NotAssigned"])
      yield* VerificationBook.find(journal, account("v2"), rules, { ...met, requirement: "ijazah" }, "f3")
      return yield* VerificationBook.readOn(journal, VerificationBook.empty)
    }))
    expect(book.handOvers).toEqual([{ applicant: "P1", role: "verifier", from: "v1", to: "v2", by: "ketua", reason: "Cuti melahirkan, surat 800/3", at: book.findings[0]!.at }])
    expect(book.assignments.get("P1")).toEqual({ applicant: "P1", verifier: "v2", supervisor: "s1" })
    expect(book.findings.map(({ by, requirement }) => [by, requirement])).toEqual([["v1", "str"], ["v2", "ijazah"]])
    expect(VerificationBook.progressOf(book, rules)).toEqual([
      { account: "s1", role: "supervisor", assigned: 1, done: 0 },
      { account: "v2", role: "verifier", assigned: 1, done: 1 }
    ])
  })

  it("hands over to nobody who has the other role, or had it when something was found, nor to who records it; and not without a reason", async () => {
    const found = await run((journal) => Effect.gen(function*() {
      const hand = (change: object, by = "ketua") =>
        faultsOf(VerificationBook.handOver(journal, account(by), [{ applicant: "P1", role: "verifier", to: "v2", reason: "cuti", ...change }], "h"))
      const nobodys = yield* hand({})
      yield* assign(journal, "k1", { applicant: "P1", verifier: "v1", supervisor: "s1" })
      yield* VerificationBook.find(journal, account("s1"), rules, { ...met, role: "supervisor" }, "f1")
      const before = [yield* hand({ to: "s1" }), yield* hand({ to: "v1" }), yield* hand({}, "v2"), yield* hand({ role: "supervisor", to: "s1" }, "s1")]
      yield* VerificationBook.handOver(journal, account("ketua"), [{ applicant: "P1", role: "supervisor", to: "s2", reason: "pindah tugas" }], "h1")
      return [nobodys, ...before, yield* hand({ to: "s1" }), yield* hand({ reason: " " }), yield* hand({ reason: "NIK 1571 0141 0790 0001", to: "" }), yield* journal.size()]
    }))
    expect(found).toEqual([["Unassigned"], ["SamePerson"], ["HoldsIt"], ["ToYourself"], ["HoldsIt", "ToYourself"], ["SamePerson"], ["ReasonMissing"], ["Name", "Personal"], 3])
  })

  it("of two hand-overs that come at once, each sees what the other recorded", async () => {
    const [book, results] = await run((journal) => Effect.gen(function*() {
      yield* assign(journal, "k1", { applicant: "P1", verifier: "v1", supervisor: "s1" })
      const hand = (role: "verifier" | "supervisor", key: string) =>
        Effect.result(VerificationBook.handOver(journal, account("ketua"), [{ applicant: "P1", role, to: "x1", reason: "cuti" }], key))
      const results = yield* Effect.all([hand("verifier", "h1"), hand("supervisor", "h2")], { concurrency: 2 })
      return [yield* VerificationBook.readOn(journal, VerificationBook.empty), results] as const
    }))
    expect(results.filter(({ _tag }) => _tag === "Success")).toHaveLength(1)
    expect(book.handOvers).toHaveLength(1)
    expect(book.assignments.get("P1")?.verifier).not.toBe(book.assignments.get("P1")?.supervisor)
  })

  it("hands over everything that somebody holds in a role at once, or nothing of it", async () => {
    const [held, refused, size, after] = await run((journal) => Effect.gen(function*() {
      yield* assign(journal, "k1", { applicant: "P1", verifier: "v1", supervisor: "s1" }, { applicant: "P2", verifier: "v1", supervisor: "s2" }, { applicant: "P3", verifier: "v2", supervisor: "s1" })
      const held = VerificationBook.heldBy(yield* VerificationBook.readOn(journal, VerificationBook.empty), "v1", "verifier")
      const hand = (to: string, key: string) => VerificationBook.handOver(journal, account("ketua"), held.map((applicant) => ({ applicant, role: "verifier", to, reason: "pensiun" }) as const), key)
      const refused = [yield* faultsOf(hand("s2", "h1")), yield* faultsOf(VerificationBook.handOver(journal, account("ketua"), [], "h0"))]
      const size = yield* journal.size()
      yield* hand("v3", "h2")
      yield* hand("v3", "h2")
      const book = yield* VerificationBook.readOn(journal, VerificationBook.empty)
      return [held, refused, size, [VerificationBook.heldBy(book, "v1", "verifier"), VerificationBook.heldBy(book, "v3", "verifier"), book.handOvers.length]] as const
    }))
    expect(held).toEqual(["P1", "P2"])
    expect(refused).toEqual([["SamePerson"], ["Unassigned"]])
    expect([size, after]).toEqual([3, [[], ["P1", "P2"], 2]])
  })
})
