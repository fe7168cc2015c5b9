import {
  CanonicalJson,
  Checkpoint,
  type Disclosure,
  Edition,
  Entry,
  Log,
  MerkleProof,
  PrivateParts,
  Receipt,
  Stages,
  Verification,
  WitnessPolicy
} from "@timbang/core/publication"
import { SecretKey } from "@timbang/signing"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell, crowd, row, rules, select } from "../selection/rounds.ts"
import { derived, logKey, portable } from "./worked.ts"

const vocabulary: Disclosure.Vocabulary = {
  specificCategories: ["reserved"],
  generalCategory: "special",
  healthCodes: { below: "out" },
  privateRungs: { birthDate: "age" },
  identities: [{ what: "an identity number", pattern: "\\d{16}" }]
}
const means = (name: Disclosure.PolicyName = "as-official-lists"): Edition.Means => ({
  primitives: portable,
  policy: { name, vocabulary },
  saltOf: (of) => derived(`salt ${of}`)
})

const stepsOf = (selection: ReturnType<typeof select>, by = means()): ReadonlyArray<Edition.Step> => {
  const steps = [
    Result.getOrThrow(Edition.rules(by, { ...selection, options: {}, engine: "test" })),
    Result.getOrThrow(Edition.registrations(by, selection))
  ]
  for (const exam of Stages.examsOf(selection)) {
    steps.push(Result.getOrThrow(Edition.scores(by, selection, exam, steps.flatMap(({ entries }) => entries).length)))
  }
  return [...steps, Result.getOrThrow(Edition.results(by, selection))]
}

describe("Edition", () => {
  it("publishes a round that everybody can verify with their own receipt", () => {
    fc.assert(fc.property(crowd(), (people) => {
      const entries = stepsOf(select([cell(2)], people)).flatMap((step) => step.entries)
      const log = Log.make(logKey.verifier.name)
      for (const entry of entries) Log.append(portable, log, Result.getOrThrow(Entry.encode(portable, entry)))
      const checkpoint = SecretKey.note(Checkpoint.write(Log.checkpoint(portable, log)), [logKey])
      for (const [index, entry] of entries.entries()) {
        if (entry.kind !== "registration" && entry.kind !== "result") continue
        const path = Result.getOrThrow(MerkleProof.inclusion(portable, log.tree, index))
        const born = people.find(({ participant }) => participant === entry.participant)!.birthDate
        const salt = derived(`salt ${PrivateParts.saltName(PrivateParts.ownerOf({ kind: "registration", participant: entry.participant }), "birth-date")}`)
        const openings = entry.kind === "registration" && born !== undefined ? { "birth-date": { salt, content: born } } : {}
        const receipt: Receipt.Receipt = { entry, openings, proof: { extra: undefined, index, path, checkpoint } }
        const read = Result.getOrThrow(Receipt.parse(Receipt.write(receipt)))
        const { verdict } = Verification.verify(portable, read, { policy: WitnessPolicy.ofKey(logKey.verifier) })
        expect(verdict).toBe("verified")
      }
    }), { numRuns: 15 })
  })

  it("says nothing about the order of the input", () => {
    fc.assert(fc.property(crowd().chain((people) => fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length }))), ([people, shuffled]) => {
      expect(stepsOf(select([cell(2)], shuffled))).toEqual(stepsOf(select([cell(2)], people)))
    }), { numRuns: 30 })
  })

  it("never shows a birth date, a grade or a reason", () => {
    const ineligible = { _tag: "Ineligible", participant: "24-2", exam: "written", at: "2024-10-01", requirement: "fitness", reason: "unfit" } as const
    const people = [row("24-1", 150, 200, "70", { gpa: "3.91", birthDate: "1990-01-01" }), row("24-2", 150, 200)]
    const steps = stepsOf(select([cell(1)], people, [ineligible]))
    const text = [
      JSON.stringify(steps.flatMap(({ entries }) => entries)),
      ...steps.flatMap(({ documents }) => documents).slice(1).map((bytes) => new TextDecoder().decode(bytes))
    ].join("\n")
    for (const secret of ["1990-01-01", "3.91", "fitness", "unfit"]) expect(text).not.toContain(secret)
  })

  it("shows a protected category by the general word everywhere, and commits to it", () => {
    const reserved = cell(1, { category: "reserved" })
    const steps = stepsOf(select([reserved], [row("24-1", 150, 200, "70")]), means("protected"))
    const [registration] = steps[1]!.entries as readonly [Entry.Registration]
    expect(registration).toMatchObject({ category: "special", commitments: { category: expect.any(String) } })
    const formations = Result.getOrThrow(CanonicalJson.decode(portable, steps[0]!.documents[1]!))
    expect(JSON.stringify(formations)).not.toContain("reserved")
  })

  it("shows the other code where one would tell health", () => {
    const { entries } = Result.getOrThrow(Edition.results(means(), select([cell(1)], [row("24-1", 90, 200, "70")])))
    expect(entries[1]).toMatchObject({ code: "out", rank: null, decidedBy: null })
  })

  it("names the rung, and says age where a birth date decided", () => {
    const people = [
      row("24-1", 150, 200, "70", { gpa: "3.5", birthDate: "1990-01-01" }),
      row("24-2", 150, 200, "70", { gpa: "3.5", birthDate: "1991-01-01" }),
      row("24-3", 151, 199, "70"),
      row("24-4", 140, 190, "70")
    ]
    const { entries } = Result.getOrThrow(Edition.results(means(), select([cell(2)], people)))
    const rungs = entries.flatMap((entry) => entry.kind === "result" ? [[entry.participant, entry.decidedBy]] : [])
    expect(rungs).toEqual([["24-1", null], ["24-2", "age"], ["24-3", "attitude"], ["24-4", null]])
  })

  it("refuses a participant number that looks like an identity", () => {
    const made = Edition.registrations(means(), select([cell(1)], [row("1571010101900001", 150, 200, "70")]))
    expect(Result.isFailure(made) && made.failure._tag).toBe("IdentityShown")
  })

  it("publishes a corrected score beside the first one, never in its place", () => {
    const corrected = { _tag: "Corrected", participant: "24-1", component: "knowledge", from: "90", to: "150", at: "2024-11-20", basis: "objection 7" } as const
    const selection = select([cell(1)], [row("24-1", 90, 200, "70")], [corrected])
    const { entries } = Result.getOrThrow(Edition.scores(means(), selection, "written", 10))
    expect(entries).toMatchObject([
      { kind: "score", scores: { knowledge: 90, attitude: 200 } },
      { kind: "seal", count: 1 },
      { kind: "objection", about: 10, commitments: { basis: expect.any(String) } },
      { kind: "correction", replaces: 10, objection: 12, by: { scores: { knowledge: 150, attitude: 200 } } }
    ])
    expect(JSON.stringify(entries)).not.toContain("objection 7")
  })

  it("gives the rule set's own bytes, so that its digest is that of any run", () => {
    const [file] = Result.getOrThrow(Edition.rules(means(), { ruleSet: rules, formations: [], options: {}, engine: "test" })).documents
    expect(new TextDecoder().decode(file)).toBe(portable.canonicalize(rules))
  })
})
