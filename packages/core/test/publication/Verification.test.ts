import {
  MerkleTree,
  Receipt,
  ReceiptCode,
  SignedCheckpoint,
  type Trust,
  Verification,
  WitnessPolicy
} from "@timbang/core/publication"
import { SecretKey } from "@timbang/signing"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { utf8, vectors } from "./vectors.ts"
import { derived, logKey, openingOf, portable, publish, published, receiptOf, steps, witnessKey } from "./worked.ts"

const policy: WitnessPolicy.WitnessPolicy = {
  ...WitnessPolicy.ofKey(logKey.verifier),
  witnesses: new Map([["inspektorat", witnessKey.verifier]]),
  quorum: "inspektorat"
}
const receipt = receiptOf(published, 16, openingOf("26-0003"))
const verify = (one: Receipt.Receipt, trust: Trust.Trust = { policy }) => Verification.verify(portable, one, trust)
const summary = (one: Receipt.Receipt, trust?: Trust.Trust) => {
  const { failed, verdict } = verify(one, trust)
  return failed === undefined ? verdict : `${verdict} by ${failed}`
}

describe("Verification", () => {
  it("a receipt verifies, with every check made that can be", () => {
    const { checks, verdict, witnesses } = verify(receipt)
    expect(verdict).toBe("verified")
    expect(checks.map(({ name, outcome }) => `${name} ${outcome}`))
      .toEqual(["commitment holds", "signature holds", "witnesses holds", "paper not-asked", "inclusion holds"])
    expect(witnesses).toEqual([{ witness: "inspektorat", seenAtSeconds: 1795514400 }])
  })

  it("every entry of the log has a receipt that verifies", () => {
    for (const index of published.entries.keys()) expect(summary(receiptOf(published, index))).toBe("verified")
  })

  it("a document is the logged one byte for byte, or refused by its content", () => {
    const document = utf8("%PDF-1.7 pengumuman")
    const log = publish([[{ kind: "document", name: "pengumuman", digest: Buffer.from(portable.sha256(document)).toString("base64"), bytes: document.length }]])
    const of = (bytes: Uint8Array, one = receiptOf(log, log.entries.length - 1), trust: Trust.Trust = { policy }) => {
      const { failed, verdict } = Verification.verifyDocument(portable, one, bytes, trust)
      return failed === undefined ? verdict : `${verdict} by ${failed}`
    }
    expect(of(document)).toBe("verified")
    expect(of(document, undefined, {})).toBe("signer-unknown")
    for (const at of document.keys()) expect(of(document.map((byte, i) => i === at ? byte ^ 1 : byte))).toBe("refused by content")
    expect(of(document, receipt)).toBe("refused by content")
  })

  it("without anything trusted it is consistent, and never verified", () => {
    expect(summary(receipt, {})).toBe("signer-unknown")
  })

  it("the attempts of the worked result fail at the check that is named", () => {
    const other = receiptOf(published, 14)
    const entry = receipt.entry as Extract<Receipt.Receipt["entry"], { kind: "result" }>
    const raised = { ...receipt, entry: { ...entry, scores: { ...entry.scores, total: 405 } } }
    const born = receipt.openings["birth-date"]!
    const turned = (text: string, part: string) =>
      text.replace(part, part.slice(0, -1) + (part.endsWith("A") ? "B" : "A"))
    const text = receipt.proof.checkpoint
    expect(summary(raised)).toBe("refused by inclusion")
    expect(summary({ ...receipt, openings: { "birth-date": { ...born, content: "1990-01-01" } } })).toBe(
      "refused by commitment"
    )
    expect(summary({ ...receipt, openings: { "birth-date": { ...born, salt: derived("other") } } })).toBe(
      "refused by commitment"
    )
    expect(summary({ ...receipt, openings: { grade: born } })).toBe("refused by commitment")
    expect(summary({ ...receipt, entry: other.entry })).toBe("refused by commitment")
    expect(summary({ ...receipt, entry: other.entry, openings: openingOf("26-0001") })).toBe("refused by inclusion")
    expect(summary({ ...receipt, proof: { ...receipt.proof, checkpoint: text.replace("\n22\n", "\n23\n") } })).toBe(
      "refused by signature"
    )
    expect(
      summary({ ...receipt, proof: { ...receipt.proof, checkpoint: turned(text, text.split("\n")[2]!.slice(0, 12)) } })
    ).toBe("refused by signature")
    expect(summary(receiptOf(publish(steps, [logKey]), 16))).toBe("refused by witnesses")
    expect(summary(receiptOf(publish(steps, [witnessKey]), 16))).toBe("refused by signature")
    expect(summary({ ...receipt, proof: { ...receipt.proof, checkpoint: "" } })).toBe("refused by signature")
  })

  it("a folder rewritten and signed with another key of the same name is refused", () => {
    const other = Result.getOrThrow(SecretKey.fromSeed(logKey.verifier.name, "ed25519", derived("another key")))
    expect(summary(receiptOf(publish(steps, [other, witnessKey]), 16))).toBe("refused by signature")
  })

  it("words on paper stand for a key: those of this checkpoint verify, any others refuse", () => {
    const list = Array.from(
      { length: 1024 },
      (_, i) => String.fromCharCode(97 + (i >> 6), 97 + (i >> 3 & 7), 97 + (i & 7))
    )
    const { checkpoint } = verify(receipt)
    const words = paperWords(list, checkpoint!)
    expect(summary(receipt, { paper: { list, words } })).toBe("verified")
    expect(summary(receipt, { policy, paper: { list, words } })).toBe("verified")
    expect(summary(receipt, { policy, paper: { list, words: words.toReversed() } })).toBe("refused by paper")
    expect(summary(receipt, { paper: { list, words: words.slice(1) } })).toBe("refused by paper")
  })

  it("the end-to-end vectors: attempts against inclusion and signature, by the proof they carry", () => {
    interface Case {
      readonly desc: string
      readonly entry: string
      readonly proof: string
      readonly want: string
    }
    const { cases, policy: text } = vectors<{ cases: ReadonlyArray<Case>; policy: string }>("verifiable-result-e2e")
    const trusted = Result.getOrThrow(WitnessPolicy.parse(portable, text))
    expect(cases.map(({ want }) => want)).toContain("policy_failed")
    for (const { proof, want } of cases) {
      const signed = SignedCheckpoint.verify(portable, trusted, proof.slice(proof.indexOf("\n\n") + 2))
      expect(Result.isSuccess(signed), want).toBe(want !== "signature_failed" && want !== "policy_failed")
    }
  })
})

describe("Receipt", () => {
  it("reads back what it writes, whatever an editor did to blanks and order", () => {
    const text = Receipt.write(receipt)
    expect(Receipt.parse(text)).toEqual(Result.succeed(receipt))
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()))
    expect(Receipt.parse(`\ufeff${reordered}\r\n`)).toEqual(Result.succeed(receipt))
  })

  it("an opening cannot hide behind a name that every object has", () => {
    const good = JSON.parse(Receipt.write(receipt)) as Record<string, unknown>
    const hidden = JSON.parse(`{"__proto__":{"salt":"${Buffer.from(derived("x")).toString("base64")}","content":1}}`)
    const read = Result.getOrThrow(Receipt.parse(JSON.stringify({ ...good, openings: hidden })))
    expect(Object.keys(read.openings)).toEqual(["__proto__"])
    expect(summary(read)).toBe("refused by commitment")
  })

  it("says that nothing was checked when the text is something else", () => {
    const good = JSON.parse(Receipt.write(receipt)) as Record<string, unknown>
    const broken = [
      "",
      "{",
      "[]",
      "null",
      "{}",
      JSON.stringify({ ...good, receipt: 2 }),
      JSON.stringify({ ...good, entry: undefined }),
      JSON.stringify({ ...good, entry: { kind: "result" } }),
      JSON.stringify({ ...good, proof: 7 }),
      JSON.stringify({ ...good, proof: "c2sp.org/tlog-proof@v1\n" }),
      JSON.stringify({ ...good, openings: undefined }),
      JSON.stringify({ ...good, openings: { x: { salt: "!", content: 1 } } }),
      JSON.stringify({ ...good, openings: { x: { salt: "AAAA" } } }),
      JSON.stringify({ ...good, openings: { x: null } }),
      JSON.stringify({ ...good, openings: { x: { salt: "AAAA", content: 1, note: "" } } }),
      JSON.stringify({ ...good, note: "lulus" }),
      Receipt.write(receipt).replace("{", '{"__proto__":{"code":"P/L"},'),
      Receipt.write(receipt).replace('"entry": {', '"entry": {"code":"P/L"}, "entry": {'),
      Receipt.write(receipt).replace('"code":', '"code": "P/L", "code":'),
      Receipt.write(receipt).replace('"code":', '"c\\u006fde" : "P/L", "code":')
    ]
    for (const text of broken) {
      const parsed = Receipt.parse(text)
      expect(Result.isFailure(parsed) && parsed.failure._tag, text.slice(0, 60)).toBe("NotAReceipt")
    }
  })
})

describe("ReceiptCode", () => {
  const address = "https://cpns.kota.example/periksa"

  it("reads back every receipt of the log from its address, its digits and digits in groups", () => {
    for (const index of published.entries.keys()) {
      const one = receiptOf(published, index, index === 16 ? openingOf("26-0003") : {})
      const link = Result.getOrThrow(ReceiptCode.link(portable, address, one))
      const digits = link.slice(address.length + 1)
      expect(/^\d+$/.test(digits)).toBe(true)
      for (const text of [link, digits, `#${digits}`, ` ${digits.replace(/(\d{5})/g, "$1 ")}\n`]) {
        expect(ReceiptCode.read(portable, text)).toEqual(Result.succeed(one))
      }
    }
    expect(ReceiptCode.read(portable, Receipt.write(receipt))).toEqual(Result.succeed(receipt))
  })

  it("a log of a million entries, one opening and one witness still fit", () => {
    const path = Array.from({ length: 20 }, (_, i) => derived(`sibling ${i}`))
    const one = receiptOf(published, 16, openingOf("26-0003"))
    const leafHash = MerkleTree.leafHash(portable, published.entries[16]!)
    const root = path.reduce((hash, sibling) => MerkleTree.nodeHash(portable, hash, sibling), leafHash)
    const text = `kota.example/cpns-2026\n1048576\n${Buffer.from(root).toString("base64")}\n`
    const big = {
      ...one,
      proof: { extra: undefined, index: 0, path, checkpoint: SecretKey.note(text, [logKey, witnessKey], 1795514400) }
    }
    const link = Result.getOrThrow(ReceiptCode.link(portable, address, big))
    expect(ReceiptCode.read(portable, link)).toEqual(Result.succeed(big))
    expect(summary(big)).toBe("verified")
    const wide = { ...big, openings: { ...big.openings, essay: { salt: derived("essay"), content: "x".repeat(400) } } }
    const refused = ReceiptCode.link(portable, address, wide)
    expect(Result.isFailure(refused) && refused.failure._tag).toBe("ReceiptTooLarge")
  })

  it("carries any content, also such as looks like its own abbreviations", () => {
    const digest = Buffer.from(derived("x")).toString("base64")
    const hostile = fc.constantFrom(
      "\u0001",
      "\u0002",
      "\u001d",
      `"`,
      `",`,
      "},",
      "null",
      digest,
      `"v":1}`,
      "\ud83d\ude00",
      "\u007f"
    )
    const content = fc.array(fc.oneof(hostile, fc.string({ unit: "binary" })), { maxLength: 6 })
    fc.assert(
      fc.property(content, fc.array(hostile, { maxLength: 3 }), (list, keys) => {
        const part = { list, word: list.join(""), ...Object.fromEntries(keys.map((one) => [one, one])) }
        const one = { ...receipt, openings: { part: { salt: derived("part"), content: part } } }
        const code = Result.getOrThrow(ReceiptCode.encode(portable, one))
        expect(ReceiptCode.decode(portable, code)).toEqual(Result.succeed(one))
      }),
      { numRuns: 60 }
    )
  })

  it("makes no code of a receipt that does not hold", () => {
    const broken = ReceiptCode.link(portable, address, { ...receipt, proof: { ...receipt.proof, index: 15 } })
    expect(Result.isFailure(broken) && broken.failure._tag).toBe("ProofBroken")
  })

  it("a code with any digit changed, cut or added is refused, by its form or by its signature", () => {
    const digits = Result.getOrThrow(ReceiptCode.link(portable, "", receipt)).slice(1)
    const verdictOf = (text: string) => {
      const read = ReceiptCode.read(portable, text)
      return Result.isFailure(read) ? "not a receipt" : verify(read.success).verdict
    }
    expect(verdictOf(digits)).toBe("verified")
    fc.assert(
      fc.property(fc.nat({ max: digits.length - 1 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const changed = digits.slice(0, at) + (Number(digits[at]) + by) % 10 + digits.slice(at + 1)
        expect(verdictOf(changed)).not.toBe("verified")
      }),
      { numRuns: 150 }
    )
    for (const text of [digits.slice(1), digits.slice(0, -1), digits.slice(0, 41), `${digits}00`, `00${digits}`, ""]) {
      expect(verdictOf(text)).toBe("not a receipt")
    }
  })

  it("takes any bytes and never fails otherwise than by saying so", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(Result.isFailure(ReceiptCode.decode(portable, Uint8Array.of(1, ...bytes)))).toBe(true)
    }))
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(Result.isFailure(ReceiptCode.read(portable, text))).toBe(true)
    }))
  })
})

/** The words as the format defines them, computed here once more. */
const paperWords = (
  list: ReadonlyArray<string>,
  { origin, root, size }: { origin: string; root: Uint8Array; size: number }
): Array<string> => {
  let digest = utf8(`timbang paper words v1\n${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`)
  for (let i = 0; i < 65_536; i++) digest = portable.sha256(digest)
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, "0")).join("")
  return Array.from({ length: 8 }, (_, i) => list[Number.parseInt(bits.slice(10 * i, 10 * i + 10), 2)]!)
}
