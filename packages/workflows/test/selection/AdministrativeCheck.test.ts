import { Specimen } from "@timbang/core/selection"
import { AdministrativeCheck, VerificationBook } from "@timbang/workflows"
import { Journal, Sources } from "@timbang/workflows/ports"
import { Effect, Layer, Stream } from "effect"
import { describe, expect, it } from "vitest"

const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
const ruleSet = { ...Specimen.ruleSet, requirements: [{ _tag: "Document", id: "str", title: "STR", decidedBy: "instansi", source }] } as const
const given = { ruleSet, formations: [Specimen.formation], programmes: [] }
const account = (id: string) => ({ id, role: "verifier", unit: "bkpsdm" })
const application = (applicant: string) => ({ applicant, formation: "F1", appliedOn: "2024-08-20" })
const run = <A, E>(program: (journal: Journal.Journal["Service"]) => Effect.Effect<A, E, Sources.ApplicationSource | Journal.Journal>, rows: Sources.Rows<ReturnType<typeof application>> = Sources.rowsOf("list", [application("P2"), application("P1")])) =>
  Effect.runPromise(Effect.provide(Effect.flatMap(Journal.Journal, program), Layer.merge(Journal.layerMemory, Layer.succeed(Sources.ApplicationSource, { rows }))))
const find = (journal: Journal.Journal["Service"], by: string, change: object, key: string) =>
  VerificationBook.find(journal, account(by), ruleSet, { applicant: "P1", requirement: "str", role: "verifier", verdict: "met", reason: "", ...change }, key)

describe("AdministrativeCheck.run", () => {
  it("decides by what the teams found, the last word of each role over those who held it, in the order of the book", async () => {
    const statuses = await run((journal) => Effect.gen(function*() {
      const status = Effect.map(AdministrativeCheck.run(given), ({ checked }) => checked.map((each) => each.status))
      yield* VerificationBook.assign(journal, account("ketua"), [{ applicant: "P1", verifier: "v1", supervisor: "s1" }], "k1")
      yield* find(journal, "v1", { verdict: "unmet", reason: "STR tanpa tanggal" }, "f1")
      const refused = yield* status
      yield* find(journal, "v1", {}, "f2")
      const corrected = yield* status
      yield* find(journal, "s1", { role: "supervisor", verdict: "unmet", reason: "STR orang lain" }, "f3")
      const disputed = yield* status
      yield* VerificationBook.handOver(journal, account("ketua"), [{ applicant: "P1", role: "verifier", to: "v2", reason: "cuti" }], "h1")
      yield* find(journal, "v2", { verdict: "unmet", reason: "STR orang lain" }, "f4")
      return [refused, corrected, disputed, yield* status]
    }))
    expect(statuses).toEqual([["ineligible", "incomplete"], ["eligible", "incomplete"], ["disputed", "incomplete"], ["ineligible", "incomplete"]])
  })

  it("takes findings of an export beside those of the book, and sets those about nobody apart", async () => {
    const exported = [{ applicant: "P2", requirement: "administrasi", role: "verifier", by: "SSCASN", verdict: "met", reason: "", at: "2024-09-10" }, { applicant: "P7", requirement: "str", role: "verifier", by: "SSCASN", verdict: "met", reason: "", at: "2024-09-10" }] as const
    const { checked, strays } = await run(() => AdministrativeCheck.run({ ...given, findings: exported }))
    expect(checked.map(({ applicant, status }) => [applicant, status])).toEqual([["P1", "incomplete"], ["P2", "eligible"]])
    expect(strays.map(({ applicant }) => applicant)).toEqual(["P7"])
  })

  it("decides nothing from a source that fails", async () => {
    const failed = await run(() => Effect.flip(AdministrativeCheck.run(given)), Stream.fail(new Sources.SourceUnavailable({ source: "SSCASN", because: "off" })))
    expect(failed._tag).toBe("SourceUnavailable")
  })
})
