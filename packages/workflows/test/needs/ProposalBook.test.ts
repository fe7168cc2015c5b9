import { ProposalBook } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"

const village = { id: "desa-hulu", role: "proposer", unit: "Hulu" }
const bappeda = { id: "petugas-3", role: "verifier", unit: "bappeda" }
const road = { form: "physical", channel: "musrenbang", proposer: "desa", village: "Hulu", problem: "Jalan rusak", kind: "jalan", volume: "120,5", unit: "m", budget: "50000000" } as const
const run = <A, E>(program: (journal: Journal.Journal["Service"]) => Effect.Effect<A, E>) =>
  Effect.runPromise(Effect.provide(Effect.flatMap(Journal.Journal, program), Journal.layerMemory))

describe("ProposalBook", () => {
  it("keeps every proposal with its chain, its answer and what it was joined with", async () => {
    const book = await run((journal) => Effect.gen(function*() {
      const first = yield* ProposalBook.file(journal, village, road, "a")
      yield* ProposalBook.file(journal, { ...village, id: "reses-1" }, { ...road, channel: "pokir", volume: "120.5" }, "b")
      yield* ProposalBook.verify(journal, bappeda, { proposal: first, desk: "bappeda", budget: 40_000_000, volume: "100", recommendation: "Dikerjakan bertahap" }, "c")
      const half = yield* ProposalBook.readOn(journal, ProposalBook.empty)
      yield* ProposalBook.answer(journal, bappeda, { proposal: first, answer: "rejected", desk: "tapd", reason: "Di luar pagu tahun ini" }, "d")
      yield* ProposalBook.hide(journal, bappeda, { proposal: "U-2", reason: "memuat nama orang" }, "e")
      return yield* ProposalBook.readOn(journal, half)
    }))
    expect(book.records.size).toBe(2)
    expect(book.records.get("U-1")).toMatchObject({ chain: [{ desk: "bappeda", budget: 40_000_000 }], answer: { answer: "rejected", reason: "Di luar pagu tahun ini" }, proposal: { state: { _tag: "Rejected", by: "tapd" } } })
    expect(book.records.get("U-2")?.hidden?.reason).toBe("memuat nama orang")
    expect(ProposalBook.joined(book).get("U-2")).toMatchObject({ proposals: ["U-1", "U-2"], channels: ["musrenbang", "pokir"], isExact: true })
  })

  it("refuses all that is wrong at once, an identity number among it, and records nothing", async () => {
    const [refused, size] = await run((journal) => Effect.gen(function*() {
      const found = yield* Effect.flip(ProposalBook.file(journal, village, { ...road, problem: "Hubungi 1571 0141 0790 0001", village: " ", budget: "banyak", kind: "x".repeat(201) }, "a"))
      return [found, yield* journal.size()] as const
    }))
    expect(refused).toMatchObject({ _tag: "FilingRefused", faults: [{ _tag: "Empty", field: "village" }, { _tag: "Personal", field: "problem" }, { _tag: "TooLong", field: "kind" }, { _tag: "NotANumber", field: "budget" }] })
    expect(size).toBe(0)
  })

  it("lets nobody judge what he filed, and answers once", async () => {
    const faults = await run((journal) => Effect.gen(function*() {
      const proposal = yield* ProposalBook.file(journal, village, road, "a")
      const rejected = { proposal, answer: "rejected", desk: "bappeda", reason: "alasan" } as const
      const own = yield* Effect.flip(ProposalBook.answer(journal, village, rejected, "b"))
      yield* ProposalBook.answer(journal, bappeda, rejected, "c")
      const twice = yield* Effect.flip(ProposalBook.answer(journal, bappeda, { ...rejected, answer: "accepted" }, "d"))
      const strange = yield* Effect.flip(ProposalBook.hide(journal, bappeda, { proposal: "U-9", reason: "" }, "e"))
      return [own, twice, strange].map((error) => error._tag === "FilingRefused" ? error.faults.map(({ _tag }) => _tag) : [])
    }))
    expect(faults).toEqual([["OwnProposal"], ["Answered"], ["Empty", "Unknown"]])
  })
})
