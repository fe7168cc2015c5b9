/** Any round of any rule set: published, audited from its public files alone, and altered. */
import { Audit, type Disclosure, Edition, Entry, Recount, Stages } from "@timbang/core/publication"
import { Cohort, RuleSetSchema, Selection } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { NodePrimitives } from "@timbang/signing/node"
import { Policies, Round } from "@timbang/testkit"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Words from "../../src/publication/Words.ts"

const { node } = NodePrimitives
const vocabulary = Words.ofLaw
const digestOf = (bytes: Uint8Array): string => Buffer.from(node.sha256(bytes)).toString("base64")

/** Salts that look random and are the same on every run; real ones are drawn. */
const saltOf = (name: string): Uint8Array => node.sha256(new TextEncoder().encode(`salt ${name}`))

const publish = (selection: Selection.Selection, options: Selection.Options, name: Disclosure.PolicyName) => {
  const policy = { name, vocabulary: Words.vocabularyOf(selection.ruleSet) }
  const means: Edition.Means = { primitives: node, policy, saltOf }
  const steps: Array<Edition.Step> = []
  const add = (step: Result.Result<Edition.Step, Edition.EditionError>) => void steps.push(Result.getOrThrow(step))
  add(Edition.rules(means, { ...selection, options, engine: "test" }))
  add(Edition.registrations(means, selection))
  for (const exam of Stages.examsOf(selection)) {
    add(Edition.scores(means, selection, exam, steps.flatMap(({ entries }) => entries).length))
  }
  add(Edition.results(means, selection))
  const documents = new Map(steps.flatMap(({ documents: files }) => files).map((bytes) => [digestOf(bytes), bytes]))
  return { entries: steps.flatMap(({ entries }) => entries), documents }
}

const auditOf = ({ documents, entries }: ReturnType<typeof publish>): Audit.Report => {
  const bytes = entries.map((entry) => Result.getOrThrow(Entry.encode(node, entry)))
  const document = (digest: string) => documents.get(digest)
  const decodeRules = (value: unknown) => Result.getOrUndefined(RuleSetSchema.decode(value))
  const means: Recount.Means = { primitives: node, entries: bytes, document, decodeRules, vocabulary }
  return Audit.audit(node, { entries: bytes, checkpoints: [], document }, (chronicle) => Recount.recount(means, chronicle))
}

const faultsOf = (report: Audit.Report) => report.faults.filter(({ _tag }) => _tag !== "CheckpointMissing")

describe("Recount", () => {
  for (const ruleSet of RuleSets.all) {
    it.each(["as-official-lists", "protected"] as const)(`finds nothing in a round of ${ruleSet.id} published %s`, (policy) => {
      fc.assert(
        fc.property(Round.arbitrary(ruleSet, Policies.any), (round) => {
          const selection = Round.runUnsafe(round)
          const report = auditOf(publish(selection, Policies.toOptions(round.choice), policy))
          expect(faultsOf(report)).toEqual([])
          expect(report.rerun.attested["results"]).toBeUndefined()
        }),
        { numRuns: 25 }
      )
    })
  }

  const rounds = Round.arbitrary(RuleSets.cpns2024, Policies.any).filter(({ people }) => people.length > 0)

  /** Publishes a round with one of its results altered by who holds the key, and audits it. */
  const altered = (round: Round.Round, at: number, alter: (entry: Entry.ResultEntry) => Entry.ResultEntry | undefined) => {
    const edition = publish(Round.runUnsafe(round), Policies.toOptions(round.choice), "as-official-lists")
    const results = edition.entries.flatMap((entry, index) => entry.kind === "result" ? [index] : [])
    const index = results[at % results.length]!
    const entry = alter(edition.entries[index] as Entry.ResultEntry)
    fc.pre(entry !== undefined)
    return faultsOf(auditOf({ ...edition, entries: edition.entries.with(index, entry!) }))
      .flatMap((fault) => fault._tag === "Difference" && fault.index === index ? [fault.fact] : [])
  }

  it("finds any altered figure of a result", () => {
    fc.assert(fc.property(rounds, fc.nat(), fc.nat(), (round, at, which) => {
      let name = ""
      const facts = altered(round, at, (entry) => {
        const names = Object.keys(entry.scores)
        if (names.length === 0) return undefined
        name = names[which % names.length]!
        return { ...entry, scores: { ...entry.scores, [name]: "1.001" } }
      })
      expect(facts).toContain(name)
    }), { numRuns: 60 })
  })

  it("finds a rank where there is none, and a code of somebody who missed a minimum", () => {
    fc.assert(fc.property(rounds, fc.nat(), (round, at) => {
      const facts = altered(round, at, (entry) => entry.rank === null ? { ...entry, rank: 1, code: "P/L" } : undefined)
      expect(facts).toContain("code")
    }), { numRuns: 60 })
  })

  it("finds a score that was changed and carried through", () => {
    fc.assert(fc.property(rounds, fc.nat(), (round, at) => {
      const edition = publish(Round.runUnsafe(round), Policies.toOptions(round.choice), "as-official-lists")
      const scores = edition.entries.flatMap((entry, index) => entry.kind === "score" && entry.stage === "skd" && "twk" in entry.scores ? [index] : [])
      fc.pre(scores.length > 0)
      const index = scores[at % scores.length]!
      const entry = edition.entries[index] as Entry.Score
      const twk = entry.scores["twk"] === 5 ? 10 : 5
      const report = auditOf({ ...edition, entries: edition.entries.with(index, { ...entry, scores: { ...entry.scores, twk } }) })
      expect(faultsOf(report).map((fault) => fault._tag === "Difference" ? fault.fact : "")).toContain("twk")
    }), { numRuns: 60 })
  })

  it("finds a registration in another formation", () => {
    fc.assert(fc.property(rounds, fc.nat(), (round, at) => {
      const { formations } = round
      fc.pre(formations.length > 1)
      const facts = altered(round, at, (entry) => ({
        ...entry,
        formation: formations.find(({ formation }) => formation !== entry.formation)!.formation
      }))
      expect(facts).toContain("formation")
    }), { numRuns: 30 })
  })

  it("says what it recounted and what it took as published", () => {
    const row = (participant: string, gpa: string) => ({ participant, formation: "F1", scores: { twk: 110, tiu: 150, tkp: 190, skb: "68" }, gpa })
    const formations = [{ formation: "F1", position: "Penyuluh", education: "S-1", location: "Setda", category: "umum", seats: 1 }]
    const cohort = Result.getOrThrow(Cohort.fromRows(RuleSets.cpns2024, formations, [row("24-01", "3.2"), row("24-02", "3.9")]))
    const made = Result.getOrThrow(Selection.run(RuleSets.cpns2024, formations, cohort, []))
    const { rerun } = auditOf(publish(made, {}, "as-official-lists"))
    expect(rerun).toEqual({
      checked: { integration: expect.any(Number), ranks: 2, thresholds: 2, caps: 1 },
      attested: { "private rungs": 1 },
      differences: []
    })
  })

  it("counts results as attested where the rules are not at hand", () => {
    const edition = publish(Round.runUnsafe(fc.sample(rounds, { numRuns: 1, seed: 5 })[0]!), {}, "as-official-lists")
    const { rerun } = auditOf({ ...edition, documents: new Map() })
    expect(rerun.checked).toEqual({})
    expect(rerun.attested["results"]).toBeGreaterThan(0)
  })
})
