import { MerkleTree, PaperWords, Receipt, ReceiptCode, SignedCheckpoint, VerifierKey } from "@timbang/core/publication"
import { Result } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { toHex } from "./vectors.ts"
import { derived, logKey, openingOf, origin, portable, published, receiptOf, witnessKey } from "./worked.ts"

const folder = join(import.meta.dirname, "../../../../docs/specs")
const words = readFileSync(join(folder, "paper-words-id.txt"), "utf8").trim().split("\n")
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64")

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
