import { Audit, Chronicle, Entry, WitnessPolicy } from "@timbang/core/publication"
import { SecretKey } from "@timbang/signing"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  derived,
  digestOf,
  formations,
  letter,
  logKey,
  portable,
  publish,
  published,
  rules,
  steps,
  witnessKey
} from "./worked.ts"

const policy: WitnessPolicy.WitnessPolicy = {
  ...WitnessPolicy.ofKey(logKey.verifier),
  witnesses: new Map([["inspektorat", witnessKey.verifier]]),
  quorum: "inspektorat"
}
const documents = new Map([rules, formations, letter].map((bytes) => [digestOf(bytes), bytes]))
const evidence: Audit.Evidence = { ...published, policy, document: (digest) => documents.get(digest) }
const auditOf = (
  changed: Partial<Audit.Evidence>,
  rerun: (chronicle: Chronicle.Chronicle) => Audit.Rerun = Audit.noRerun
) => Audit.audit(portable, { ...evidence, ...changed }, rerun)
const tags = (list: ReadonlyArray<{ readonly _tag: string }>) => list.map(({ _tag }) => _tag)

describe("Audit", () => {
  it("a log published step by step holds, and its order is attested", () => {
    const report = auditOf({})
    expect(report.faults).toEqual([])
    expect(report.notices).toEqual([])
    expect(report.checkpoints.map(({ checkpoint }) => checkpoint.size)).toEqual([2, 8, 14, 20, 22])
    expect(Object.fromEntries(report.counts)).toEqual({
      "rule-set": 1,
      formations: 1,
      registration: 5,
      score: 5,
      result: 5,
      seal: 3,
      objection: 1,
      correction: 1
    })
  })

  it("a log published in one go holds, and says that its order is not attested", () => {
    const report = auditOf(publish([steps.flat()]))
    expect(report.faults).toEqual([])
    expect(
      report.notices.map((notice) =>
        notice._tag === "OrderNotAttested" ? `${notice.earlier} ${notice.later}` : notice._tag
      )
    )
      .toEqual(["rules scores", "registrations scores", "scores results"])
  })

  it("without a policy the signer is unknown; without documents they are not checked; both are said", () => {
    const { document: _, policy: __, ...bare } = evidence
    expect(tags(Audit.audit(portable, bare, Audit.noRerun).notices)).toEqual(["SignerUnknown", "DocumentsNotChecked"])
  })

  it("every entry that is changed, dropped, added or swapped is seen, even when the last checkpoint is signed anew", () => {
    const { entries } = published
    for (let i = 0; i < 20; i++) {
      const entry = Result.getOrThrow(Entry.decode(portable, entries[i]!))
      if (!("scores" in entry)) continue
      const raised = { ...entry, scores: { ...entry.scores, TIU: 149 } }
      const list = entries.map((bytes, at) => at === i ? Result.getOrThrow(Entry.encode(portable, raised)) : bytes)
      expect(tags(auditOf({ entries: list }).faults)).toContain("CheckpointDiffers")
      const anew = publish([list.map((bytes) => Result.getOrThrow(Entry.decode(portable, bytes)))])
      expect(tags(auditOf({ entries: list, checkpoints: [published.checkpoints[3]!, ...anew.checkpoints] }).faults))
        .toContain("CheckpointDiffers")
    }
    expect(tags(auditOf({ entries: entries.slice(0, -1) }).faults)).toContain("CheckpointBeyondLog")
    expect(tags(auditOf({ entries: [...entries, entries[0]!] }).faults)).toContain("EntriesNotSigned")
    expect(tags(auditOf({ entries: [entries[1]!, entries[0]!, ...entries.slice(2)] }).faults)).toContain(
      "CheckpointDiffers"
    )
  })

  it("a whole log rewritten and signed with another key is refused", () => {
    const other = Result.getOrThrow(SecretKey.fromSeed(logKey.verifier.name, "ed25519", derived("another key")))
    const report = auditOf(publish(steps, [other, witnessKey]))
    expect(tags(report.faults)).toEqual([...Array.from({ length: 5 }, () => "CheckpointRefused"), "EntriesNotSigned"])
  })

  it("a checkpoint without its witness is refused, and so is one of another log", () => {
    expect(tags(auditOf(publish(steps, [logKey])).faults)).toContain("CheckpointRefused")
    const { document: _, policy: __, ...bare } = evidence
    const mixed = Audit.audit(portable, {
      ...bare,
      checkpoints: [published.checkpoints[0]!, published.checkpoints[4]!.replaceAll("kota.example", "desa.example")]
    }, Audit.noRerun)
    expect(tags(mixed.faults)).toEqual(["OriginDiffers", "EntriesNotSigned"])
  })

  it("an older checkpoint without its witness holds under a newer one that has it, and attests no order", () => {
    const bare = publish(steps, [logKey])
    const report = auditOf({ checkpoints: [...bare.checkpoints.slice(0, 4), published.checkpoints[4]!] })
    expect(tags(report.faults)).toEqual([])
    expect(report.checkpoints.map(({ isWitnessed }) => isWitnessed)).toEqual([false, false, false, false, true])
    expect(tags(report.notices)).toEqual(["OrderNotAttested", "OrderNotAttested", "OrderNotAttested"])
    const newest = auditOf({ checkpoints: [published.checkpoints[0]!, bare.checkpoints[4]!] })
    expect(tags(newest.faults)).toEqual(["CheckpointRefused", "EntriesNotSigned"])
  })

  it("a document that is missing or another one is seen", () => {
    expect(tags(auditOf({ document: () => undefined }).faults)).toEqual([
      "DocumentMissing",
      "DocumentMissing",
      "DocumentMissing"
    ])
    expect(tags(auditOf({ document: () => rules }).faults)).toEqual(["DocumentDiffers", "DocumentDiffers"])
  })

  it("an entry that cannot be read is a fault, and the indices of the others stay", () => {
    const entries = published.entries.map((bytes, i) => i === 2 ? new TextEncoder().encode("{}") : bytes)
    const faults = auditOf({ entries }).faults
    expect(faults[0]).toMatchObject({ _tag: "EntryUnreadable", index: 2 })
    expect(faults).toContainEqual({ _tag: "RegistrationMissing", index: 8, participant: "26-0001" })
  })

  it("breaches of the order are faults, and what the rerun contradicts is", () => {
    const late = publish([steps[1]!, steps[0]!, ...steps.slice(2, 4), [{
      kind: "rule-set",
      id: "x",
      engine: "x",
      digest: digestOf(letter)
    }]])
    expect(tags(auditOf(late).faults)).toEqual(["RulesLate"])
    const report = auditOf({}, (chronicle) => ({
      checked: { totals: 5 },
      attested: { "age rungs": 1 },
      differences: Chronicle.current(chronicle, "result").filter(({ entry }) => entry.scores["total"] === 405)
        .map(({ index }) => ({ index, fact: "rank", published: "1", recomputed: "2" }))
    }))
    expect(report.faults).toEqual([{ _tag: "Difference", index: 16, fact: "rank", published: "1", recomputed: "2" }])
    expect(report.rerun.attested).toEqual({ "age rungs": 1 })
  })

  it("no checkpoint at all is a fault", () => {
    expect(tags(auditOf({ checkpoints: [] }).faults)).toEqual(["CheckpointMissing"])
  })
})
