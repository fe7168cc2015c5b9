import { Checkpoint, Commitment, Entry, Log, MerkleProof, type Receipt, Tile } from "@timbang/core/publication"
import { Primitives, SecretKey } from "@timbang/signing"
import { Result } from "effect"
import { utf8 } from "./vectors.ts"

export const { portable } = Primitives

/** 32 bytes that look random and are the same on every run. Real salts and seeds are drawn, never derived. */
export const derived = (label: string): Uint8Array => portable.sha256(utf8(`test value: ${label}`))

export const origin = "kota.example/cpns-2026"
export const logKey = Result.getOrThrow(SecretKey.fromSeed(origin, "ed25519", derived("log key")))
export const witnessKey = Result.getOrThrow(
  SecretKey.fromSeed("inspektorat.example", "cosignature", derived("witness key"))
)

export const rules = utf8(`{"id":"uji-1"}`)
export const formations = utf8(`[{"id":"F1","seats":1}]`)
export const letter = utf8("surat")
export const digestOf = (bytes: Uint8Array): string => Buffer.from(portable.sha256(bytes)).toString("base64")

/** Participants with TWK, TIU, TKP, birth date; synthetic. */
const people = [
  ["26-0001", 100, 120, 180, "1998-04-01"],
  ["26-0002", 95, 125, 180, "1999-12-31"],
  ["26-0003", 110, 120, 170, "1997-07-17"],
  ["26-0004", 60, 150, 200, "2000-02-29"],
  ["26-0005", 100, 100, 166, "1996-01-05"]
] as const

const codes = ["L", "P/L", "L", "TL", "TL"]
const ranks = [2, 1, 3, null, null]
const rungs = ["TIU", null, "TKP", null, null]

export const openingOf = (participant: string): Readonly<Record<string, Commitment.Opening>> => {
  const [, , , , born] = people.find(([name]) => name === participant)!
  return { "birth-date": { salt: derived(`birth-date ${participant}`), content: born } }
}

const commitmentsOf = (participant: string): Entry.Commitments =>
  Result.getOrThrow(Commitment.commitAll(portable, openingOf(participant)))

/** A whole selection in five steps; each step is signed before the next begins. */
export const steps: ReadonlyArray<ReadonlyArray<Entry.Entry>> = [
  [
    { kind: "rule-set", id: "uji-1", engine: "0.1.0", digest: digestOf(rules) },
    { kind: "formations", digest: digestOf(formations), formations: 1, seats: 1 }
  ],
  [
    ...people.map(([participant]): Entry.Entry => ({
      kind: "registration",
      participant,
      formation: "F1",
      category: "umum"
    })),
    { kind: "seal", of: "registrations", count: 5 }
  ],
  [
    ...people.map(([participant, TWK, TIU, TKP]): Entry.Entry => ({
      kind: "score",
      participant,
      stage: "SKD",
      session: "2026-11-24/1",
      scores: { TWK, TIU, TKP }
    })),
    { kind: "seal", of: "scores", stage: "SKD", session: "2026-11-24/1", count: 5 }
  ],
  [
    ...people.map(([participant, TWK, TIU, TKP], i): Entry.Entry => ({
      kind: "result",
      participant,
      stage: "SKD",
      formation: "F1",
      rules: digestOf(rules),
      scores: { TWK, TIU, TKP, total: TWK + TIU + TKP },
      code: codes[i]!,
      rank: ranks[i]!,
      decidedBy: rungs[i]!,
      commitments: commitmentsOf(participant)
    })),
    { kind: "seal", of: "results", stage: "SKD", count: 5 }
  ],
  [
    { kind: "objection", about: 16 },
    {
      kind: "correction",
      replaces: 16,
      by: {
        kind: "result",
        participant: "26-0003",
        stage: "SKD",
        formation: "F1",
        rules: digestOf(rules),
        scores: { TWK: 110, TIU: 120, TKP: 175, total: 405 },
        code: "L",
        rank: 1,
        decidedBy: null
      },
      objection: 20,
      letter: { number: "810/1/2026", date: "2026-12-01", digest: digestOf(letter) }
    }
  ]
]

export interface Published {
  readonly entries: ReadonlyArray<Uint8Array>
  readonly checkpoints: ReadonlyArray<string>
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly log: Log.Log
}

/** Publishes entries in steps, one checkpoint after each. */
export const publish = (list: ReadonlyArray<ReadonlyArray<Entry.Entry>>, keys = [logKey, witnessKey]): Published => {
  const log = Log.make(origin)
  const entries: Array<Uint8Array> = []
  const checkpoints: Array<string> = []
  const files = new Map<string, Uint8Array>()
  for (const [step, batch] of list.entries()) {
    for (const entry of batch) {
      const bytes = Result.getOrThrow(Entry.encode(portable, entry))
      entries.push(bytes)
      Result.getOrThrow(Log.append(portable, log, bytes))
    }
    for (const { bytes, path } of Log.takeFiles(log)) files.set(path, bytes)
    checkpoints.push(SecretKey.note(Checkpoint.write(Log.checkpoint(portable, log)), keys, 1795500000 + 3600 * step))
  }
  return { entries, checkpoints, files, log }
}

export const published = publish(steps)

export const receiptOf = (
  { checkpoints, entries, files }: Published,
  index: number,
  openings: Receipt.Receipt["openings"] = {}
): Receipt.Receipt => {
  const nodes = Tile.nodes(portable, (path) => files.get(path), entries.length)
  return {
    entry: Result.getOrThrow(Entry.decode(portable, entries[index]!)),
    openings,
    proof: {
      extra: undefined,
      index,
      path: Result.getOrThrow(MerkleProof.inclusion(portable, nodes, index)),
      checkpoint: checkpoints.at(-1)!
    }
  }
}
