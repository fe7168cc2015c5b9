import {
  Checkpoint,
  Commitment,
  Entry,
  Log,
  MerkleProof,
  MerkleTree,
  PaperWords,
  type Primitives as PublicationPrimitives,
  Receipt,
  ReceiptCode,
  VerifierKey
} from "@timbang/core/publication"
import { PaperWordList } from "@timbang/language/publication"
import { Primitives, SecretKey } from "@timbang/signing"
import { Result } from "effect"

export const portable: PublicationPrimitives.Primitives = Primitives.portable

/** 32 bytes that look random and are the same on every run. Real salts and seeds are drawn, never derived. */
const derived = (label: string): Uint8Array => portable.sha256(new TextEncoder().encode(`test value: ${label}`))

const origin = "kota.example/cpns-2026"
const logKey = Result.getOrThrow(SecretKey.fromSeed(origin, "ed25519", derived("log key")))
const witnessKey = Result.getOrThrow(SecretKey.fromSeed("inspektorat.example", "cosignature", derived("witness key")))
const otherKey = Result.getOrThrow(SecretKey.fromSeed(origin, "ed25519", derived("another key")))

const openings = { "birth-date": { salt: derived("birth-date"), content: "1998-04-01" } }

const entry: Entry.Entry = {
  kind: "result",
  participant: "24100110820000001",
  stage: "SKB",
  formation: "guru-sd/jelutung",
  rules: Buffer.from(derived("rules")).toString("base64"),
  scores: { TWK: 110, TIU: 120, TKP: 170, SKD: 400, skd100: "72.727", skb100: "68.940", nilaiAkhir: "70.455" },
  code: "P/L",
  rank: 2,
  decidedBy: "age",
  commitments: Result.getOrThrow(Commitment.commitAll(portable, openings))
}

/** An announcement in PDF, as far as a verifier looks at it: bytes. */
export const announcement = new TextEncoder().encode(`%PDF-1.7\n${"pengumuman hasil seleksi\n".repeat(2000)}%%EOF\n`)
const logged: Entry.Entry = {
  kind: "document",
  name: "pengumuman",
  digest: Buffer.from(portable.sha256(announcement)).toString("base64"),
  bytes: announcement.length
}

const log = Log.make(origin)
for (let i = 0; i < 40; i++) {
  const filler: Entry.Entry = { kind: "seal", of: "scores", stage: "SKD", session: String(i), count: i }
  Result.getOrThrow(Log.append(portable, log, Result.getOrThrow(Entry.encode(portable, i === 16 ? entry : i === 17 ? logged : filler))))
}

const proofOf = (keys: ReadonlyArray<SecretKey.SecretKey>, index = 16) => ({
  extra: undefined,
  index,
  path: Result.getOrThrow(MerkleProof.inclusion(portable, log.tree, index)),
  checkpoint: SecretKey.note(Checkpoint.write(Log.checkpoint(portable, log)), keys, 1795514400)
})

export const receipt: Receipt.Receipt = { entry, openings, proof: proofOf([logKey, witnessKey]) }
export const documentReceipt: Receipt.Receipt = { entry: logged, openings: {}, proof: proofOf([logKey, witnessKey], 17) }
export const tampered: Receipt.Receipt = {
  ...receipt,
  entry: { ...entry, scores: { ...entry.scores, nilaiAkhir: "71.455" } }
}
export const forged: Receipt.Receipt = { ...receipt, proof: proofOf([otherKey, witnessKey]) }

/** As large as a receipt gets: a log of 2^20 entries and one witness. */
export const largest: Receipt.Receipt = (() => {
  const siblings = Array.from({ length: 20 }, (_, i) => derived(`sibling ${i}`))
  const leafHash = MerkleTree.leafHash(portable, Result.getOrThrow(Entry.encode(portable, entry)))
  const root = siblings.reduce((hash, sibling) => MerkleTree.nodeHash(portable, hash, sibling), leafHash)
  const text = Checkpoint.write({ origin, size: 2 ** 20, root, extensions: [] })
  return {
    entry,
    openings,
    proof: {
      extra: undefined,
      index: 0,
      path: siblings,
      checkpoint: SecretKey.note(text, [logKey, witnessKey], 1795514400)
    }
  }
})()

export const key = VerifierKey.write(logKey.verifier)
export const policy = `log ${key}\nwitness inspektorat ${VerifierKey.write(witnessKey.verifier)}\nquorum inspektorat\n`
export const words = Result.getOrThrow(PaperWords.of(portable, PaperWordList.words, Log.checkpoint(portable, log)))
export const address = "https://cpns.kota.example/periksa"
export const linkOf = (one: Receipt.Receipt): string => Result.getOrThrow(ReceiptCode.link(portable, address, one))
export const textOf = (one: Receipt.Receipt): string => Receipt.write(one)
