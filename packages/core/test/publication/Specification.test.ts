import {
  type CanonicalJson,
  Chronicle,
  Commitment,
  Entry,
  MerkleProof,
  MerkleTree,
  PaperWords,
  Receipt,
  ReceiptCode,
  SignedCheckpoint,
  VerifierKey
} from "@timbang/core/publication"
import { Rounding } from "@timbang/core/number"
import { Outcome, type ScoreStep } from "@timbang/core/selection"
import { Result } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { toHex, utf8 } from "./vectors.ts"
import { derived, digestOf, letter, logKey, openingOf, origin, portable, publish, published, receiptOf, rules, steps, witnessKey } from "./worked.ts"

const folder = join(import.meta.dirname, "../../../../docs/specs")
const words = readFileSync(join(folder, "paper-words-id.txt"), "utf8").trim().split("\n")
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64")

/** What a committee appends after objections: one is upheld and corrects, one is rejected, one rests on a letter; then papers. */
const statement = utf8(`{"note":"stands for the statement of a formation"}`)
const announcement = utf8("stands for a signed announcement")
const caseOf = (name: string): Commitment.Opening => ({ salt: derived(`case ${name}`), content: name })
const filed = (about: number, on: string, name: string): Entry.Entry => ({
  kind: "objection",
  about,
  state: "filed",
  on,
  until: "2026-12-09",
  commitments: Result.getOrThrow(Commitment.commitAll(portable, { case: caseOf(name) }))
})
const corrected: Entry.Entry = {
  kind: "score",
  participant: "26-0005",
  stage: "SKD",
  session: "2026-11-24/1",
  scores: { TIU: 105, TKP: 166, TWK: 100 }
}
const revision: ReadonlyArray<Entry.Entry> = [
  filed(18, "2026-12-02", "S-1"),
  filed(17, "2026-12-03", "S-2"),
  { kind: "objection", about: 22, state: "accepted", on: "2026-12-04", reason: "wrong-score" },
  { kind: "objection", about: 23, state: "rejected", on: "2026-12-05", reason: "score-right" },
  { kind: "correction", replaces: 12, by: corrected, objection: 22 },
  {
    kind: "correction",
    replaces: 18,
    by: {
      kind: "result",
      participant: "26-0005",
      stage: "SKD",
      formation: "F1",
      rules: digestOf(rules),
      scores: { TIU: 105, TKP: 166, TWK: 100, total: 371 },
      code: "L",
      rank: 4,
      decidedBy: null
    },
    objection: 22
  },
  {
    kind: "correction",
    replaces: 2,
    by: null,
    letter: { number: "810/2/2026", date: "2026-12-06", authority: "Inspektorat", digest: digestOf(letter) }
  },
  { kind: "document", name: "formation F1", digest: digestOf(statement), bytes: statement.length },
  { kind: "document", name: "pengumuman", digest: digestOf(announcement), bytes: announcement.length }
]

/** Values that are no entries, or that the order stands against, by what is wrong. */
const refusedEntries: ReadonlyArray<{ readonly what: string; readonly value: CanonicalJson.Json }> = [
  { what: "a field of no kind", value: { about: 16, kind: "objection", nik: "x", v: 1 } },
  { what: "an answer without a reason", value: { about: 22, kind: "objection", on: "2026-12-04", state: "accepted", v: 1 } },
  { what: "a reason outside the list", value: { about: 22, kind: "objection", on: "2026-12-04", reason: "because", state: "rejected", v: 1 } },
  { what: "a day that is none", value: { about: 16, kind: "objection", on: "2026-02-30", state: "filed", v: 1 } },
  { what: "a digest of 31 bytes", value: { bytes: 1, digest: base64(derived("x").subarray(1)), kind: "document", name: "x", v: 1 } },
  { what: "a length that is none", value: { bytes: -1, digest: digestOf(letter), kind: "document", name: "x", v: 1 } },
  { what: "a correction by another kind", value: { by: { count: 1, kind: "seal", of: "registrations" }, kind: "correction", replaces: 16, v: 1 } },
  { what: "an unknown version", value: { about: 16, kind: "objection", v: 2 } }
]

it("docs/specs/published-result.json holds what this version writes, to the byte", async () => {
  const { checkpoints, entries, files } = published
  const receipt = receiptOf(published, 16, openingOf("26-0003"))
  const [[part, opening]] = Object.entries(openingOf("26-0003")) as [
    [string, { readonly salt: Uint8Array; readonly content: string }]
  ]
  const last = Result.getOrThrow(SignedCheckpoint.read(checkpoints.at(-1)!))
  const scored = receipt.entry as Extract<Receipt.Receipt["entry"], { kind: "result" }>
  const changed = { ...scored, scores: { ...scored.scores, total: 405 } }
  const damaged = [
    { what: "total raised", failed: "inclusion", receipt: { ...receipt, entry: changed } },
    {
      what: "another birth date",
      failed: "commitment",
      receipt: { ...receipt, openings: { [part]: { ...opening, content: "1990-01-01" } } }
    },
    {
      what: "entry of another participant",
      failed: "commitment",
      receipt: { ...receipt, entry: receiptOf(published, 14).entry }
    },
    {
      what: "another size in the checkpoint",
      failed: "signature",
      receipt: {
        ...receipt,
        proof: { ...receipt.proof, checkpoint: receipt.proof.checkpoint.replace("\n22\n", "\n23\n") }
      }
    },
    {
      what: "the witness taken out",
      failed: "witnesses",
      receipt: {
        ...receipt,
        proof: { ...receipt.proof, checkpoint: `${receipt.proof.checkpoint.split("\n").slice(0, -2).join("\n")}\n` }
      }
    }
  ]
  const link = Result.getOrThrow(ReceiptCode.link(portable, "https://cpns.kota.example/periksa", receipt))
  const revised = publish([...steps, revision])
  const chronicle = Chronicle.start()
  const breaches = [...steps.flat(), ...revision].flatMap((entry) => Chronicle.next(chronicle, entry))
  expect(breaches).toEqual([])
  for (const { what, value } of refusedEntries) {
    expect(Result.isFailure(Entry.check(value)), what).toBe(true)
  }
  const file = {
    note: "Test values: seeds and salts are SHA-256 of a label; real ones are random. Synthetic participants.",
    log: { origin, seed: base64(logKey.seed), verifierKey: VerifierKey.write(logKey.verifier) },
    witness: { seed: base64(witnessKey.seed), verifierKey: VerifierKey.write(witnessKey.verifier) },
    policy: `log ${VerifierKey.write(logKey.verifier)}\nwitness inspektorat ${
      VerifierKey.write(witnessKey.verifier)
    }\nquorum inspektorat\n`,
    commitment: {
      part,
      salt: base64(opening.salt),
      canonical: JSON.stringify(opening.content),
      commitment: scored.commitments![part]
    },
    entries: entries.map((entry) => ({
      entry: new TextDecoder().decode(entry),
      leafHash: toHex(MerkleTree.leafHash(portable, entry))
    })),
    checkpoints,
    files: Object.fromEntries([...files].map(([path, bytes]) => [path, toHex(portable.sha256(bytes))])),
    revision: {
      openings: Object.fromEntries([["22", "S-1"], ["23", "S-2"]].map(([index, name]) => [index, { case: { salt: base64(caseOf(name!).salt), content: name } }])),
      documents: [statement, announcement, letter].map((bytes) => new TextDecoder().decode(bytes)),
      entries: revised.entries.slice(entries.length).map((entry) => ({
        entry: new TextDecoder().decode(entry),
        leafHash: toHex(MerkleTree.leafHash(portable, entry))
      })),
      checkpoint: revised.checkpoints.at(-1),
      consistency: {
        from: entries.length,
        to: revised.entries.length,
        hashes: Result.getOrThrow(MerkleProof.consistency(portable, revised.log.tree, entries.length)).map(toHex)
      },
      refusedEntries
    },
    paperWords: Result.getOrThrow(PaperWords.of(portable, words, last)),
    receipt: {
      file: Receipt.write(receipt),
      code: toHex(Result.getOrThrow(ReceiptCode.encode(portable, receipt))),
      link
    },
    damaged: damaged.map(({ failed, receipt, what }) => ({ what, failed, file: Receipt.write(receipt) }))
  }
  expect(derived("log key")).toEqual(logKey.seed)
  await expect(`${JSON.stringify(file, null, 2)}\n`).toMatchFileSnapshot(join(folder, "published-result.json"))
})

it("the page names every outcome, rounding and kind of step that a recount from it meets", () => {
  const page = readFileSync(join(folder, "published-result.md"), "utf8")
  const steps: ReadonlyArray<ScoreStep.ScoreStep["_tag"]> = ["Sum", "Rescale", "Weight", "Addition"]
  for (const word of [...Outcome.tags, ...Rounding.roundings, ...steps]) expect(page, word).toContain(`\`${word}\``)
})
