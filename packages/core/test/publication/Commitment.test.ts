import { Commitment } from "@timbang/core/publication"
import { Primitives } from "@timbang/signing"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fromBase64, utf8, vectors } from "./vectors.ts"

const { portable } = Primitives
const salt = fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((bytes) => bytes.some((byte) => byte !== bytes[0]))

describe("Commitment", () => {
  it("opens every committed record of the worked result", () => {
    const { entries } = vectors<{ entries: Array<{ entry: string; record?: string; salt_b64?: string }> }>(
      "verifiable-result-e2e"
    )
    const committed = entries.filter(({ record }) => record !== undefined)
    expect(committed).toHaveLength(16)
    for (const { entry, record, salt_b64 } of committed) {
      const opening = { salt: fromBase64(salt_b64!), content: JSON.parse(record!) }
      expect(Commitment.opens(portable, fromBase64(JSON.parse(entry).komit), opening)).toBe(true)
    }
  })

  it("is SHA-256 over salt and canonical JSON, and nothing else", () => {
    fc.assert(fc.property(salt, (bytes) => {
      const expected = portable.sha256(Uint8Array.of(...bytes, ...utf8(`{"a":1,"b":2}`)))
      expect(Commitment.commit(portable, { salt: bytes, content: { b: 2, a: 1 } })).toEqual(Result.succeed(expected))
    }))
  })

  it("refuses a salt that hides nothing", () => {
    for (
      const bytes of [
        new Uint8Array(0),
        new Uint8Array(31),
        new Uint8Array(32),
        new Uint8Array(32).fill(7),
        new Uint8Array(64)
      ]
    ) {
      const result = Commitment.commit(portable, { salt: bytes, content: "1998-04-01" })
      expect(Result.isFailure(result) && result.failure._tag).toBe("SaltNotRandom")
    }
  })

  it("refuses one salt for two parts and names them", () => {
    const one = Uint8Array.from({ length: 32 }, (_, i) => i)
    const result = Commitment.commitAll(portable, {
      birth: { salt: one, content: "x" },
      category: { salt: one.slice(), content: "y" }
    })
    expect(Result.isFailure(result) && result.failure).toMatchObject({
      _tag: "SaltShared",
      parts: ["birth", "category"]
    })
  })

  it("says nothing that tells two contents apart without the salt: the same content commits anew each time", () => {
    fc.assert(fc.property(salt, salt, (one, other) => {
      fc.pre(one.some((byte, i) => byte !== other[i]))
      const commit = (bytes: Uint8Array) =>
        Result.getOrThrow(Commitment.commit(portable, { salt: bytes, content: "x" }))
      expect(commit(one)).not.toEqual(commit(other))
    }))
  })
})
