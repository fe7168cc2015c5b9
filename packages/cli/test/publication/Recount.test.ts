/** Any round of any rule set: published, audited from its public files alone, and altered. */
import {
  Audit,
  Checkpoint,
  type Disclosure,
  Edition,
  Entry,
  FormationFile,
  FormationStatement,
  Log,
  Recount,
  Stages,
  type Trust,
  WitnessPolicy
} from "@timbang/core/publication"
import { Cohort, RuleSetSchema, Selection } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Policies, Round } from "@timbang/testkit"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Words from "../../src/DisclosureWords.ts"

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
  const entries: Array<Entry.Entry> = steps.flatMap((step) => step.entries)
  const statements = FormationStatement.ofStage({ primitives: node, document: (digest) => documents.get(digest) }, entries, Stages.stageOf(selection))
  for (const statement of statements) {
    const bytes = Result.getOrThrow(FormationStatement.write(node, statement))
    documents.set(digestOf(bytes), bytes)
    entries.push(Edition.documentEntry(node, FormationStatement.nameOf(statement.formation.formation), bytes))
  }
  return { entries, documents }
}

const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", saltOf("key")))
const trust: Trust.Trust = { policy: WitnessPolicy.ofKey(key.verifier) }

/** The files of all formations, as text. */
const filesOf = ({ documents, entries }: ReturnType<typeof publish>): ReadonlyArray<string> => {
  const log = Log.make(key.verifier.name)
  for (const entry of entries) Result.getOrThrow(Log.append(node, log, Result.getOrThrow(Entry.encode(node, entry))))
  const note = SecretKey.note(Checkpoint.write(Log.checkpoint(node, log)), [key])
  const found = { entries, nodes: log.tree, document: (digest: string) => documents.get(digest) }
  return entries.flatMap((entry, index) =>
    FormationStatement.isStated(entry) ? [new TextDecoder().decode(FormationFile.make(node, found, index, note))] : []
  )
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
          const edition = publish(selection, Policies.toOptions(round.choice), policy)
          const report = auditOf(edition)
          expect(faultsOf(report)).toEqual([])
          expect(report.rerun.attested["results"]).toBeUndefined()
          for (const text of filesOf(edition).slice(0, 2)) {
            const file = Result.getOrThrow(FormationFile.parse(text))
            expect(FormationFile.verify(node, file, trust)).toMatchObject({ verdict: "verified", failed: undefined })
            const counted = FormationFile.recount(vocabulary, file)
            expect(counted?.rerun.differences ?? []).toEqual([])
            expect(counted?.results.length ?? 0).toBe(
              selection.cohort.formation.filter((at) => selection.formations[at]!.formation === file.statement.formation.formation).length
            )
          }
        }),
        { numRuns: 10 }
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
    }), { numRuns: 30 })
  })

  it("finds a rank where there is none, and a code of somebody who missed a minimum", () => {
    fc.assert(fc.property(rounds, fc.nat(), (round, at) => {
      const facts = altered(round, at, (entry) => entry.rank === null ? { ...entry, rank: 1, code: "P/L" } : undefined)
      expect(facts).toContain("code")
    }), { numRuns: 30 })
  })

  it("finds any altered result in the file of its formation, though the key signed it", () => {
    fc.assert(fc.property(rounds, fc.nat(), fc.boolean(), (round, at, isRank) => {
      const edition = publish(Round.runUnsafe(round), Policies.toOptions(round.choice), "as-official-lists")
      const results = edition.entries.flatMap((entry, index) => entry.kind === "result" ? [index] : [])
      const index = results[at % results.length]!
      const entry = edition.entries[index] as Entry.ResultEntry
      const changed = isRank ? { ...entry, rank: (entry.rank ?? 0) + 1 } : { ...entry, code: entry.code === "P/L" ? "P/TL" : "P/L" }
      const found = filesOf({ ...edition, entries: edition.entries.with(index, changed) }).flatMap((text) => {
        const file = Result.getOrThrow(FormationFile.parse(text))
        expect(FormationFile.verify(node, file, trust).verdict).toBe("verified")
        return FormationFile.recount(vocabulary, file)?.rerun.differences ?? []
      })
      // Among equals on everything public another rank claims an order by grades or age, and then names another rung for it.
      const facts = isRank ? ["rank", "decidedBy"] : ["code"]
      expect(found.some((one) => one.index === index && facts.includes(one.fact))).toBe(true)
    }), { numRuns: 20 })
  })

  it("refuses the file of a formation of which anything was changed, left out or taken from another", () => {
    const row = (participant: string, formation: string, twk: number) => ({ participant, formation, scores: { twk, tiu: 150, tkp: 190, skb: "68" } })
    const cells = ["F1", "F2"].map((formation) => ({ formation, position: "Penyuluh", education: "S-1", location: "Setda", category: "umum", seats: 1 }))
    const cohort = Result.getOrThrow(Cohort.fromRows(RuleSets.cpns2024, cells, [row("24-01", "F1", 110), row("24-02", "F1", 105), row("24-03", "F2", 100)]))
    const edition = publish(Result.getOrThrow(Selection.run(RuleSets.cpns2024, cells, cohort, [])), {}, "as-official-lists")
    const [first, second] = filesOf(edition) as [string, string]
    const failed = (change: (file: FormationFile.FormationFile) => Partial<FormationFile.FormationFile>) => {
      const file = Result.getOrThrow(FormationFile.parse(first))
      return FormationFile.verify(node, { ...file, ...change(file) }, trust).failed
    }
    const other = Result.getOrThrow(FormationFile.parse(second))
    expect(failed(() => ({}))).toBeUndefined()
    expect(failed(({ entries }) => ({ entries: entries.slice(1) }))).toBe("content")
    expect(failed(({ statement }) => ({ statement: { ...statement, formation: { ...statement.formation, seats: 2 } } }))).toBe("content")
    expect(failed(({ rules }) => ({ rules: { ...rules as object, title: "x" } }))).toBe("content")
    expect(failed(() => ({ statement: other.statement }))).toBe("content")
    expect(failed(({ path }) => ({ path: path.slice(1) }))).toBe("inclusion")
    expect(failed(({ entries }) => ({
      entries: entries.map(({ entry, index }) => ({ index, entry: entry.kind === "score" ? { ...entry, scores: { ...entry.scores, twk: 150 } } : entry }))
    }))).toBe("inclusion")
    expect(failed(({ checkpoint }) => ({ checkpoint: checkpoint.replace(/\n(\d+)\n/, "\n9$1\n") }))).toBe("signature")
    const lines = FormationFile.verify(node, Result.getOrThrow(FormationFile.parse(first)), {})
    expect(lines.verdict).toBe("signer-unknown")
  })

  it("finds a statement that leaves somebody of the formation out", () => {
    fc.assert(fc.property(rounds, (round) => {
      const edition = publish(Round.runUnsafe(round), Policies.toOptions(round.choice), "as-official-lists")
      const index = edition.entries.findIndex((entry) => FormationStatement.isStated(entry) && entry.bytes > 0)
      const logged = edition.entries[index] as Entry.Document
      const statement = JSON.parse(new TextDecoder().decode(edition.documents.get(logged.digest))) as { entries: Array<number> }
      fc.pre(statement.entries.length > 0)
      const bytes = new TextEncoder().encode(JSON.stringify({ ...statement, entries: statement.entries.slice(1) }))
      const entries = edition.entries.with(index, Edition.documentEntry(node, logged.name, bytes))
      const report = auditOf({ entries, documents: new Map([...edition.documents, [digestOf(bytes), bytes]]) })
      expect(faultsOf(report).map((fault) => fault._tag === "Difference" ? fault.index : -1)).toEqual([index])
    }), { numRuns: 20 })
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
    }), { numRuns: 30 })
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
