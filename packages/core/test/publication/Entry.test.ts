import { type CanonicalJson, Entry } from "@timbang/core/publication"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { digestOf, portable, rules, steps } from "./worked.ts"

const letter = { number: "1", date: "2026-12-01", digest: digestOf(rules) }
const all: ReadonlyArray<Entry.Entry> = [
  ...steps.flat(),
  { kind: "change-of-law", from: digestOf(rules), to: digestOf(rules), letter },
  { kind: "document", name: "berita-acara", digest: digestOf(rules), bytes: 12 },
  { kind: "correction", replaces: 2, by: null, letter }
]

describe("Entry", () => {
  it("reads back every kind it writes", () => {
    expect([...new Set(all.map(({ kind }) => kind))].sort()).toEqual([...Entry.kinds].sort())
    for (const entry of all) {
      const bytes = Result.getOrThrow(Entry.encode(portable, entry))
      expect(Entry.decode(portable, bytes)).toEqual(Result.succeed(entry))
    }
  })

  it("refuses a field nobody knows, wherever it stands, so that no name or identity number slips in", () => {
    for (const entry of all) {
      const named = Entry.encode(portable, { ...entry, name2: "A" } as unknown as Entry.Entry)
      expect(Result.isFailure(named) && named.failure._tag, entry.kind).toBe("NotAnEntry")
    }
    const inside = Entry.encode(
      portable,
      { ...all.at(-1)!, letter: { ...letter, signer: "A" } } as unknown as Entry.Entry
    )
    expect(Result.isFailure(inside) && inside.failure).toMatchObject({ path: "/letter/signer" })
  })

  it("refuses every entry from which a needed field is taken", () => {
    const optional = new Set([
      "category",
      "commitments",
      "session",
      "stage of seal",
      "objection",
      "letter of correction"
    ])
    for (const entry of all) {
      for (const field of Object.keys(entry)) {
        if (optional.has(field) && entry.kind !== "score" || optional.has(`${field} of ${entry.kind}`)) continue
        const { [field]: _, ...rest } = entry as unknown as Record<string, CanonicalJson.Json>
        expect(Result.isFailure(Entry.check({ ...rest, v: 1 })), `${entry.kind} without ${field}`).toBe(true)
      }
    }
  })

  it("refuses values outside their range", () => {
    const base = { kind: "score", participant: "26-0001", stage: "SKD", session: "1", scores: { TWK: 100 }, v: 1 }
    expect(Result.isSuccess(Entry.check(base))).toBe(true)
    expect(Result.isSuccess(Entry.check({ ...base, scores: { final: "59.546" } }))).toBe(true)
    const refused: ReadonlyArray<CanonicalJson.Json> = [
      { ...base, v: 2 },
      { ...base, kind: "rumour" },
      { ...base, participant: "" },
      { ...base, participant: "x".repeat(201) },
      { ...base, participant: 26 },
      { ...base, scores: { TWK: "59,5" } },
      { ...base, scores: { TWK: "1e3" } },
      { ...base, scores: [100] },
      { ...base, scores: { "": 1 } },
      { ...base, commitments: { born: "short" } },
      { kind: "correction", replaces: -1, by: null, v: 1 },
      { kind: "correction", replaces: 1, by: { kind: "seal", of: "results", count: 1 }, v: 1 },
      { kind: "document", name: "x", digest: digestOf(rules).replace("=", "A"), bytes: 1, v: 1 },
      {
        kind: "change-of-law",
        from: digestOf(rules),
        to: digestOf(rules),
        letter: { ...letter, date: "2026-13-01" },
        v: 1
      },
      [],
      null
    ]
    for (const value of refused) expect(Result.isFailure(Entry.check(value)), JSON.stringify(value)).toBe(true)
  })

  it("is not misled by names that every object has", () => {
    for (const name of ["constructor", "toString", "hasOwnProperty", "__proto__"]) {
      const value = JSON.parse(`{"kind":"seal","of":"results","count":1,"v":1,"${name}":1}`)
      expect(Result.isFailure(Entry.check(value)), name).toBe(true)
    }
  })

  it("an answer to an objection has its day and a reason of the list, and nothing in free words", () => {
    const answer = { v: 1, kind: "objection", about: 3, state: "rejected", on: "2026-12-05", reason: "score-right" } as const
    expect(Result.isSuccess(Entry.check(answer))).toBe(true)
    expect(Result.isSuccess(Entry.check({ v: 1, kind: "objection", about: 3, state: "filed", on: "2026-12-05" }))).toBe(true)
    const { on: _, ...withoutDay } = answer
    for (const bad of [withoutDay, { ...answer, reason: "because" }, { ...answer, state: "lost" }, { ...answer, until: "2026-12-05" }]) {
      expect(Result.isFailure(Entry.check(bad))).toBe(true)
    }
  })
})
