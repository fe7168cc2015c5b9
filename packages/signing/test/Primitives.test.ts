import { Primitives, SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"
import fc from "fast-check"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"

const fromHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "hex"))

const file = join(import.meta.dirname, "vectors/ed25519-rfc8032.json")
const { cases } = JSON.parse(readFileSync(file, "utf8")) as {
  cases: Array<Record<"name" | "secret_seed_hex" | "public_hex" | "message_hex" | "signature_hex", string>>
}

/** The order of the base point, RFC 8032 section 5.1. */
const order = 2n ** 252n + 27742317777372353535851937790883648493n

const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`)

const toLittleEndian = (value: bigint): Uint8Array =>
  Uint8Array.from(Buffer.from(value.toString(16).padStart(64, "0"), "hex").reverse())

/** The eight points of low order and their spellings that are not canonical. Source: "Taming the many EdDSAs", 2020, table 1. */
const lowOrder = [
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0000000000000000000000000000000000000000000000000000000000000080",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
  "0100000000000000000000000000000000000000000000000000000000000080",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
]

describe("Primitives.verifyEd25519", () => {
  for (const { message_hex, name, public_hex, secret_seed_hex, signature_hex } of cases) {
    it(`RFC 8032, section 7.1, ${name}`, () => {
      const [publicKey, message, signature] = [fromHex(public_hex), fromHex(message_hex), fromHex(signature_hex)]
      expect(Primitives.verifyEd25519(publicKey, message, signature)).toBe(true)
      expect(Result.getOrThrow(SecretKey.fromSeed("x", "ed25519", fromHex(secret_seed_hex))).verifier.publicKey)
        .toEqual(publicKey)
    })
  }

  it("refuses a key of low order in every spelling; Node 20's own verifier accepts the first for any message", () => {
    const message = new TextEncoder().encode("any message at all")
    const zeroSignature = Uint8Array.of(1, ...new Uint8Array(63))
    for (const key of lowOrder) expect(Primitives.verifyEd25519(fromHex(key), message, zeroSignature), key).toBe(false)
  })

  it("refuses the same signature with its scalar raised by the group order", () => {
    for (const { message_hex, public_hex, signature_hex } of cases) {
      const signature = fromHex(signature_hex)
      const raised = Uint8Array.of(
        ...signature.subarray(0, 32),
        ...toLittleEndian(littleEndian(signature.subarray(32)) + order)
      )
      expect(Primitives.verifyEd25519(fromHex(public_hex), fromHex(message_hex), raised)).toBe(false)
    }
  })

  it("refuses a commitment point in a spelling that is not canonical", () => {
    const { message_hex, public_hex, signature_hex } = cases[0]!
    for (const point of lowOrder.slice(8).map(fromHex)) {
      const signature = Uint8Array.of(...point, ...fromHex(signature_hex).subarray(32))
      expect(Primitives.verifyEd25519(fromHex(public_hex), fromHex(message_hex), signature)).toBe(false)
    }
  })

  it("never throws, whatever the bytes", () => {
    const bytes = fc.uint8Array({ maxLength: 80 })
    fc.assert(fc.property(bytes, bytes, bytes, (publicKey, message, signature) => {
      expect(Primitives.verifyEd25519(publicKey, message, signature)).toBe(false)
    }))
  })

  it("refuses a signature after any one bit of key, message or signature is turned", () => {
    const { message_hex, public_hex, signature_hex } = cases[1]!
    const whole = Uint8Array.of(...fromHex(public_hex), ...fromHex(signature_hex), ...fromHex(message_hex))
    fc.assert(
      fc.property(fc.nat({ max: whole.length * 8 - 1 }), (bit) => {
        const turned = whole.map((byte, i) => i === bit >> 3 ? byte ^ (1 << bit % 8) : byte)
        expect(Primitives.verifyEd25519(turned.subarray(0, 32), turned.subarray(96), turned.subarray(32, 96))).toBe(
          false
        )
      }),
      { numRuns: 60 }
    )
  })
})

describe("Primitives.sha256", () => {
  it("is the platform's SHA-256", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect([...Primitives.portable.sha256(bytes)]).toEqual([...NodePrimitives.node.sha256(bytes)])
    }))
  })
})

describe("SecretKey", () => {
  it("refuses seeds that are not random and ids that do not belong, and repeats neither", () => {
    const text = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    for (
      const bad of [
        text.replace("c74f20a3", "c74f20a4"),
        text.replace("Neumann+", "Neuman+"),
        text.replace("+AYEK", "+AYEL"),
        text.slice(0, -4),
        "",
        "PRIVATE+KEY"
      ]
    ) {
      const parsed = SecretKey.parse(bad)
      expect(Result.isFailure(parsed), bad).toBe(true)
      if (Result.isFailure(parsed)) expect(parsed.failure.message).not.toContain("FALVFGy")
    }
    for (const seed of [new Uint8Array(32), new Uint8Array(32).fill(5), new Uint8Array(31)]) {
      expect(Result.isFailure(SecretKey.fromSeed("x", "ed25519", seed))).toBe(true)
    }
    expect(Result.isFailure(SecretKey.fromSeed("a b", "ed25519", Uint8Array.from({ length: 32 }, (_, i) => i)))).toBe(
      true
    )
  })
})
